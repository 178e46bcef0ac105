"""The words by which ideas are understood: verbs that ask for a plot, skills, fears, and some English."""

from __future__ import annotations

import re

PLOT_VERBS = (
    ("sleep", r"schlaf|schläf|hellwach|wach bleiben|sleep"),
    ("fear", r"angst|fürcht|traut sich|trauen sich|\bmut|erschr|grusel|afraid|scared|brave"),
    (
        "lost",
        r"verlier|verlor|verg[ei]ss|vergaß|verleg|vermiss|such\w*|verschw|\bweg\b|gestohlen|wo ist",
    ),
    ("lost", r"\blost|loses|looks? for|missing"),
    ("refuse", r"\b(will|wollen|möchte|möchten|mag|mögen) (heute )?nicht\b(?! allein)|keine lust"),
    (
        "learn",
        r"lern|konnte|kann (noch )?nicht|kann (noch )?kein|können nicht|noch nicht|übt|üben|learn|can ?not|can't",
    ),
    ("make", r"\bbau|bastel|zimmer|erfind|repar|build"),
    ("learn", r"\bmal(t|en)\b|näh|strick|\bpflanz|b[aä]ck|koch|bake|cook"),
    ("fear", r"schultag|einschul|kindergartentag|\b(in den|in die|mal im|mal in der) (kindergarten|kita)|zahnarzt"),
    ("friend", r"freund|hilft|helf|rett|krank|traurig|allein|einsam|tröst|streit|friend|help|sad|lonely|sick"),
    ("found", r"find|fand|entdeck|fäng|fing|hebt|bekomm|krieg|schenk|\bei\b|found|discover"),
    ("reach", r"zum |zur |ans |auf den |auf die |in den |in die |ins |nach |reis|flieg|segel|wander|travel|to the"),
    ("wish", r"wünsch|will|möchte|wollen|wants?|wish"),
)
"""Plots in the order in which their verbs are looked for."""

ACTIVITIES = frozenset(
    {
        *("backen", "fliegen", "schwimmen", "singen", "tanzen", "lesen", "pfeifen", "malen", "kochen", "klettern"),
        *(
            "schaukeln",
            "zaubern",
            "springen",
            "reden",
            "lachen",
            "hüpfen",
            "trommeln",
            "schreiben",
            "rechnen",
            "tauchen",
        ),
        *("reiten", "jonglieren", "stricken", "zählen", "teilen", "warten", "brüllen", "tauchen", "angeln", "flüstern"),
    }
)
MADE_BY = {
    "back": "backen", "bäck": "backen", "koch": "kochen", "mal": "malen", "näh": "nähen", "strick": "stricken",
    "pflanz": "pflanzen", "bake": "backen", "cook": "kochen",
}  # fmt: skip
"""What one who makes this learns to do."""

FEARS = (
    ("gewitter", "Gewitter", "n"), ("donner", "Donner", "m"), ("dunkel", "Nacht", "f"), ("nacht", "Nacht", "f"),
    ("wasser", "Wasser", "n"), ("schwimm", "Wasser", "n"), ("hund", "Hund", "m"), ("gespenst", "Gespenst", "n"),
    ("monster", "Monster", "n"), ("rutsch", "Rutsche", "f"), ("schul", "Schule", "f"), ("dog", "Hund", "m"),
    ("dark", "Nacht", "f"), ("thunder", "Gewitter", "n"), ("storm", "Sturm", "m"), ("sturm", "Sturm", "m"),
    ("kindergarten", "Kindergarten", "m"), ("kita", "Kindergarten", "m"), ("zahnarzt", "Zahnarzt", "m"),
    ("flieg", "Sprung", "m"), ("spring", "Sprung", "m"), ("kletter", "Sprung", "m"), ("höhe", "Sprung", "m"),
)  # fmt: skip
"""Traces of a fear in an idea, and its noun with its gender."""

NO_THINGS = frozenset(
    {
        *("Angst", "Mut", "Lust", "Hilfe", "Heimweh", "Freund", "Freunde", "Freundin", "Hunger", "Durst", "Streit"),
        *("Nacht", "Tag", "Morgen", "Abend", "Weg", "Suche", "Reise", "Regen", "Schnee", "Wind", "Winter", "Sommer"),
        *("Feuer", "Müll", "Geschichte", "Welt", "Spaß", "Idee", "Traum", "Wunsch", "Geheimnis", "Abenteuer", "Besuch"),
        *("Mal", "Hause", "Herbst", "Frühling", "Weihnachten", "Ostern", "Glück", "Liebe", "Farbe", "Farben", "Musik"),
        *("Himmel", "Erde", "Leute", "Zuhause", "Familie", "Leben", "Name", "Namen", "Angeber", "Chaos"),
    }
)
NO_THING_ENDS = ("tag", "zeit", "heit", "keit", "schaft", "fest", "jahr", "ferien", "suche", "reise", "fahrt", "spiel")
"""Nouns, and how nouns end, that nobody can carry home."""

OWNERS = frozenset(f"{owner}{end}" for owner in ("sein", "ihr", "mein") for end in ("", "e", "en", "em", "er"))
OPENERS = OWNERS | {
    *("ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "zum", "zur", "ans", "ins"),
    *("vom", "zwei", "drei", "vier", "fünf"),
}
"""Words that open a noun phrase."""

COMMON_THINGS = ("Schlüssel", "Ball", "Laterne", "Muschel", "Mütze", "Feder")
COMMON_HEROES = ("Igel", "Hase", "Maus", "Bär", "Fuchs", "Ente")

ENGLISH = re.compile(r"\b(the|an?|finds|wants|can't|cannot|learns|loses|is|to|of|his|her)\b", re.IGNORECASE)
GERMAN = re.compile(r"\b(und|ein|eine|der|die|das|nicht|im|zum)\b", re.IGNORECASE)
ENGLISH_WORDS = {
    "a": "ein", "an": "ein", "the": "der", "little": "kleiner", "small": "kleiner", "two": "zwei", "three": "drei",
    "his": "seinen", "her": "ihren", "to": "zum", "of": "vor", "and": "und", "bake": "backen", "fly": "fliegen",
    "swim": "schwimmen", "sing": "singen", "dance": "tanzen", "read": "lesen",
}  # fmt: skip
