"""German words a picture can show, and how a painter is told of them in English."""

from __future__ import annotations

from functools import cache

from engine.box.storyteller.verbs import conjugate

_ACTIONS = """
angeln fishing|backen baking|balancieren balancing|bauen building|blasen blowing|bringen carrying|decken covering
drehen turning around|entdecken finding|erzählen telling a story to|essen eating|fahren riding|fallen falling
fangen catching|feiern celebrating|finden finding|fliegen flying|fressen eating|füttern feeding|gähnen yawning
geben giving|gehen walking|gießen watering|graben digging|greifen reaching for|halten holding|heben lifting
helfen helping|holen fetching|hüpfen hopping|jubeln cheering|kitzeln tickling|klettern climbing|klopfen knocking
kochen cooking|kommen arriving|kriechen crawling|kuscheln cuddling|lachen laughing|laufen running|lauschen listening
lesen reading|liegen lying|lächeln smiling|malen painting|nehmen taking|packen packing|pfeifen whistling
pflanzen planting|pflücken picking|pusten blowing|putzen cleaning|rennen running|reiten riding|rollen rolling
rudern rowing|rufen calling|rutschen sliding|räumen tidying up|sammeln collecting|schaukeln swinging
schauen looking at|schenken giving|schieben pushing|schlafen sleeping|schleichen sneaking|schmücken decorating
schneiden cutting|schreiben writing|schwimmen swimming|schweben floating|segeln sailing|sehen looking at|singen singing
sitzen sitting|spielen playing|springen jumping|stehen standing|steigen climbing|stolpern stumbling|strahlen beaming
streicheln stroking|suchen searching for|tanzen dancing|teilen sharing|tragen carrying|treffen meeting
trinken drinking|träumen dreaming|trösten comforting|umarmen hugging|verstecken hiding|wandern hiking
warten waiting|waschen washing|weinen crying|werfen throwing|winken waving|zeigen pointing at|zeichnen drawing
ziehen pulling|zittern trembling|zählen counting|öffnen opening|üben practising|lernen learning|bleiben staying with
grüßen greeting|küssen kissing|reparieren repairing|basteln crafting|backt baking|verlieren losing|leuchten glowing
blinken twinkling|funkeln sparkling|brummen growling|bellen barking|wärmen warming|zischen whizzing
jagen chasing|flattern fluttering|landen landing|plumpsen falling|purzeln tumbling|schnarchen snoring
flüstern whispering
setzen sitting down|riechen sniffing at|gucken looking at|niesen sneezing|stampfen stamping a foot|schleppen dragging
nicken nodding|kauen chewing|streiten arguing|fegen sweeping|hämmern hammering|sägen sawing|schütteln shaking
"""

_COLOURS = """
rot red|blau blue|grün green|gelb yellow|weiß white|schwarz black|braun brown|grau grey|rosa pink|lila purple
orange orange|golden golden|silbern silver|bunt colourful|hell bright|dunkel dark|türkis turquoise|gestreift striped
gepunktet spotted|klein small|groß big|riesig huge|winzig tiny|alt old|dick fat|dünn thin|rund round|lang long
hoch tall|warm warm|weich soft|nass wet|schief crooked|leer empty|glänzend shining|müde tired
traurig sad|fröhlich happy|froh happy|lustig funny|wütend angry|ängstlich frightened|mutig brave|neugierig curious
stolz proud|glücklich happy|flauschig fluffy|zottig shaggy|kahl bare|kaputt broken|schwer heavy|kalt cold|reif ripe
"""

TIMES = (
    (
        "night",
        r"nachts?|mitternacht|der mond\b|mondlicht|mondschein|sterne?\b|es (wird|wurde|ist|war) dunkel",
    ),
    ("sunset", r"sonnenuntergang|abendrot|abends?|tag (?:ist|war) zu ende|dämmer|sonne .*(tief|unter)"),
    ("morning", r"am (?:nächsten |frühen )?morgen\b|morgens\b|guten morgen|früh am|sonnenaufgang|frühstück"),
    ("day", r"mittag|tags?\b|vormittag|nachmittag|sonne|sonnig"),
)
WEATHER = (
    ("storm", r"sturm|stürm|gewitter|blitz|donner"),
    ("rain", r"regen(?!bogen|wurm)|regnet|regnete|tropfen fallen"),
    ("snow", r"schnee|schneit|schneite|eiszapfen"),
    ("fog", r"nebel|neblig"),
    ("rainbow", r"regenbogen"),
    ("wind", r"wind\b|windig|weht|wehte|pustet der"),
    ("sunny", r"sonne|sonnig|sonnenschein"),
)
PLACES = {
    "clearing": "forest clearing", "stream": "stream", "shore": "riverbank", "field": "meadow", "path": "path",
    "hallway": "house", "bedroom": "bedroom", "living room": "living room", "workshop": "workshop", "barn": "barn",
    "city": "street", "kindergarten": "school", "hedge": "garden", "nest": "nest in a tree",
}  # fmt: skip
MOODS = {
    "neugierig": "curious", "froh": "happy", "glücklich": "happy", "traurig": "sad", "enttäuscht": "disappointed",
    "müde": "tired", "mutig": "brave", "ängstlich": "frightened", "überrascht": "surprised", "stolz": "proud",
    "ruhig": "calm", "geborgen": "cosy", "aufgeregt": "excited", "ratlos": "puzzled", "wütend": "angry",
    "verlegen": "shy",
    "lustig": "cheerful", "einsam": "lonely", "besorgt": "worried", "zuversichtlich": "hopeful",
    "nachdenklich": "thoughtful",
}  # fmt: skip
WHERES = {
    "im haus am fluss": "in a house by a river",
    "unter der hecke": "under a hedge", "unter einer hecke": "under a hedge",
    "hinter der hecke": "behind a hedge", "hinter dem haus": "behind a house", "im kleinen haus": "in a little house",
    "auf der treppe": "on the stairs", "auf einer alten brücke": "on an old bridge", "an einem zaun": "by a fence",
    "im hohen gras": "in tall grass", "im fuchsbau": "in a fox burrow", "in der alten eiche": "in an old oak tree",
    "unter der alten eiche": "under an old oak tree", "unter einer alten eiche": "under an old oak tree",
    "am himmel": "in the sky", "unter einem baum": "under a tree", "unter einem busch": "under a bush",
    "unter einem kirschbaum": "under a cherry tree", "unter einem großen pilz": "under a big mushroom",
    "an einem umgestürzten baum": "by a fallen tree", "an einer wegkreuzung": "at a crossroads",
    "vor einem alten tor": "in front of an old gate", "am wegrand": "beside a path", "am weg": "beside a path",
    "am waldrand": "at the edge of a forest", "auf dem weg": "on a path", "auf einer bank": "on a bench",
    "an einer großen pfütze": "by a big puddle", "auf einer kleinen anhöhe": "on a small hill",
    "an einem alten brunnen": "by an old well", "an einem maulwurfshügel": "by a molehill",
    "im nest": "in a nest in a tree",
    "vor der schule": "in front of a school", "im wartezimmer": "in a waiting room", "im bett": "in a bedroom",
    "vor dem kindergarten": "in front of a school", "unter dem hügel": "in a burrow under a hill",
    "im hexenhaus": "in a witch's house", "auf dem schiff": "on a ship", "vor dem tor": "in front of a gate",
}  # fmt: skip
"""Places as a line of the outline says them, where nouns alone would mislead."""

SHOWN_MOODS = (
    ("crying", r"wein\w*|tränen?\b|schluchz\w*|schnief\w*"),
    ("laughing", r"lach\w+|kicher\w+|prust\w+"),
    ("smiling", r"lächel\w+|strahl\w+"),
    ("asleep", r"schl[aä]f(t|en)\b|schlief\w*|schnarch\w*"),
    ("yawning", r"gähn\w+"),
    ("trembling", r"zitter\w+|angst\b"),
)


@cache
def actions() -> dict[str, str]:
    """Return the English present participle for each finite form of a verb, in both tenses and numbers."""
    table: dict[str, str] = {}
    for entry in _ACTIONS.replace("\n", "|").split("|"):
        lemma, _, english = entry.strip().partition(" ")
        if lemma:
            table[lemma] = english
            for past in (False, True):
                for plural in (False, True):
                    table.setdefault(conjugate(lemma, past=past, plural=plural), english)
    return table


@cache
def _adjectives() -> dict[str, str]:
    pairs = (entry.strip().partition(" ") for entry in _COLOURS.replace("\n", "|").split("|") if entry.strip())
    return {german: english for german, _, english in pairs}


def adjective(word: str) -> str:
    """Return the English for an inflected German adjective a picture can show; empty if there is none.

    >>> adjective("roten"), adjective("dunkler"), adjective("hohe"), adjective("kluge")
    ('red', 'dark', 'tall', '')
    """
    word = word.lower()
    for ending in ("", "e", "er", "es", "en", "em"):
        stem = word[: len(word) - len(ending)] if ending and word.endswith(ending) else word if not ending else ""
        for form in (stem, "hoch" if stem == "hoh" else "", f"{stem[:-1]}el" if stem.endswith("l") else ""):
            if form in _adjectives():
                return _adjectives()[form]
    return ""
