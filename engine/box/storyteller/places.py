"""Places: how German says that somebody is there, and what is to be seen, heard and smelt."""

from __future__ import annotations

import re
from functools import cache

from engine.box.storyteller.nouns import PLACE, Noun, find_noun, nouns
from engine.box.storyteller.phrases import of_noun

_ON = frozenset(
    {
        *("Wiese", "Berg", "Hügel", "Lichtung", "Straße", "Spielplatz", "Bauernhof", "Hof", "Feld", "Weg", "Insel"),
        *(
            "Markt",
            "Dachboden",
            "Schiff",
            "Boot",
            "Floß",
            "Brücke",
            "Baum",
            "Dach",
            "Wolke",
            "Mond",
            "Baumhaus",
            "Bank",
        ),
    }
)
_AT = frozenset(
    {"Bach", "Teich", "Fluss", "See", "Meer", "Strand", "Ufer", "Himmel", "Bahnhof", "Fenster", "Feuer", "Zaun"}
)

_SENSES = """
forest | Es <riechen:1> nach Moos und Pilzen.
forest | Ein Ast <knacken:1>.
forest | Die Blätter <rascheln:2> leise.
forest | Sonnenflecken <tanzen:2> auf dem Boden.
forest | Oben <klopfen:1> ein Specht: tock, tock, tock.
forest | Ein Tannenzapfen <fallen:1> ins Moos.
forest | Zwischen den Bäumen <hängen:1> ein Spinnennetz.
meadow | Die Grillen <zirpen:2>.
meadow | Das Gras <kitzeln:1> an den Beinen.
meadow | Überall <blühen:2> gelbe Blumen.
meadow | Ein Schmetterling <flattern:1> vorbei.
meadow | Der Wind <streichen:1> durch das Gras.
meadow | Eine Biene <summen:1>.
stream | Das Wasser <gluckern:1> über die Steine.
stream | Eine Libelle <schwirren:1> vorbei.
stream | Die Steine <glitzern:2> nass.
stream | Ein Blatt <treiben:1> auf dem Wasser.
pond | Das Wasser <liegen:1> glatt da.
pond | Am Rand <wachsen:1> Schilf.
pond | Ein Fisch <springen:1>: platsch!
pond | Eine Libelle <sitzen:1> auf einem Halm.
garden | Die Erde <riechen:1> warm.
garden | Neben dem Zaun <stehen:2> Sonnenblumen.
garden | Eine Hummel <brummen:1>.
garden | An den Büschen <hängen:2> rote Beeren.
kitchen | Auf dem Herd <summen:1> der Kessel.
kitchen | Es <riechen:1> nach Zimt.
kitchen | Die Uhr <ticken:1>.
kitchen | In der Schüssel <liegen:2> rote Äpfel.
kitchen | Ein Löffel <klirren:1>.
bedroom | Die Decke <sein:1> weich und warm.
bedroom | Am Fenster <bewegen:1> sich der Vorhang.
bedroom | Auf dem Boden <liegen:2> bunte Klötze.
bedroom | Eine kleine Lampe <leuchten:1>.
living room | Das Sofa <sein:1> weich.
living room | Die Standuhr <machen:1>: bim, bam.
living room | Auf dem Teppich <liegen:1> ein Streifen Sonne.
attic | Staub <tanzen:1> im Licht.
attic | Die alten Bretter <knarren:2>.
attic | Überall <stehen:2> Kisten.
attic | Vor dem Fenster <gurren:1> eine Taube.
village | Aus den Schornsteinen <steigen:1> Rauch.
village | Eine Glocke <läuten:1>.
village | Vor den Fenstern <blühen:2> Blumen.
street | Eine Tür <klappen:1>.
street | Irgendwo <bellen:1> ein Hund.
street | Ein Fahrrad <klingeln:1>.
market | Es <riechen:1> nach Brot und Äpfeln.
market | Überall <stehen:2> bunte Stände.
market | Jemand <rufen:1>: „Frische Kirschen!“
hill | Von hier <sehen:1> man weit.
hill | Der Wind <zausen:1> das Gras.
hill | Die Wolken <ziehen:2> schnell.
mountain | Die Luft <sein:1> kühl und klar.
mountain | Ein Stein <rollen:1> ins Tal.
mountain | Unten <liegen:1> klein das Dorf.
beach | Die Wellen <rauschen:2>.
beach | Der Sand <sein:1> warm.
beach | Eine Möwe <schreien:1>.
beach | Es <riechen:1> nach Salz.
sea | Die Wellen <glitzern:2>.
sea | Es <riechen:1> nach Salz.
sea | Eine Möwe <kreisen:1> hoch oben.
lake | Kleine Wellen <schwappen:2> ans Ufer.
lake | Ein Reiher <stehen:1> still im Wasser.
river | Das Wasser <rauschen:1>.
river | Am Ufer <nicken:1> das Schilf.
river | Ein Fisch <blitzen:1> silbern auf.
cave | Von der Decke <tropfen:1> Wasser: plitsch, platsch.
cave | Drinnen <sein:1> es kühl.
cave | Jeder Schritt <hallen:1> zweimal.
barn | Es <riechen:1> nach Heu.
barn | Durch die Bretter <scheinen:1> Licht.
barn | Eine Schwalbe <zwitschern:1> am Balken.
farm | Die Hühner <gackern:2>.
farm | Am Tor <lehnen:1> ein Besen.
workshop | An der Wand <hängen:2> Hammer und Säge.
workshop | Es <riechen:1> nach Holz.
workshop | Ein Zahnrad <drehen:1> sich.
playground | Die Schaukel <quietschen:1>.
playground | Im Sand <liegen:1> ein Eimer.
school | Der Flur <riechen:1> nach Kreide.
school | Bunte Bilder <hängen:2> an der Wand.
library | Überall <stehen:2> Bücher, bis zur Decke.
library | Eine Seite <rascheln:1>.
castle | Die Fahne <flattern:1> auf dem Turm.
castle | Jeder Schritt <hallen:1>.
clearing | Farne <wiegen:2> sich im Wind.
clearing | Auf der Lichtung <leuchten:1> das Gras.
path | Der Weg <machen:1> eine Kurve.
path | Kleine Steine <knirschen:2>.
hedge | Unter der Hecke <sein:1> es weich und warm.
hedge | Ein Zweig <wippen:1>.
nest | Das Laub <sein:1> weich.
station | Ein Zug <pfeifen:1>.
station | Der Zeiger der Uhr <springen:1> weiter.
park | Tauben <trippeln:2> über den Weg.
park | Ein Brunnen <plätschern:1>.
"""


@cache
def _senses() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in _SENSES.split("\n"):
        if row:
            place, _, frame = row.partition(" | ")
            table.setdefault(place, []).append(frame)
    return {place: tuple(frames) for place, frames in table.items()}


def senses(where: str) -> tuple[str, ...]:
    """Return frames of what is to be seen, heard and smelt at a place given in German; none for an unknown place."""
    noun = place_noun(where)
    return _senses().get(noun.english, ()) if noun else ()


def place_noun(where: str) -> Noun | None:
    """Return the noun of a place: "am kleinen Teich" → Teich."""
    for word in reversed(re.findall(r"[A-ZÄÖÜ][a-zäöüß]+", where)):
        found = find_noun(word)
        if found:
            return found[0]
    return None


def located(where: str) -> str:
    """Return a place as an adverbial: a bare noun gets its preposition.

    >>> located("Wald"), located("Küche"), located("Teich"), located("auf dem Berg"), located("der Garten")
    ('im Wald', 'in der Küche', 'am Teich', 'auf dem Berg', 'im Garten')
    """
    where = where.strip().rstrip(".!")
    bare = re.match(r"^(?:(?:der|die|das|ein|eine|den)\s+)?([A-ZÄÖÜ][a-zäöüß]+)$", where)
    if not bare:
        return (
            where[:1].lower() + where[1:]
            if re.match(r"^(Im|In|Am|An|Auf|Unter|Vor|Bei|Beim|Hinter)\b", where)
            else where
        )
    found = find_noun(bare[1])
    if not found:
        return f"in {bare[1]}" if where == bare[1] else f"bei {where}"
    noun, plural = found
    word = next((known for known in sorted(nouns(), key=len) if noun.word.lower().endswith(known.lower())), noun.word)
    base = noun.word if noun.word in _ON | _AT else word
    preposition = "auf" if base in _ON else "an" if base in _AT else "in" if noun.sort == PLACE else "bei"
    return contracted(f"{preposition} {of_noun(noun, plural=plural).form('d')}")


_CONTRACTIONS = (
    (r"\b([Ii])n dem\b", r"\1m"), (r"\b([Aa])n dem\b", r"\1m"), (r"\b([Vv])on dem\b", r"\1om"),
    (r"\b([Bb])ei dem\b", r"\1eim"), (r"\b([Zz])u dem\b", r"\1um"), (r"\b([Zz])u der\b", r"\1ur"),
    (r"\b([Ii])n das\b", r"\1ns"), (r"\b([Aa])n das\b", r"\1ns"),
)  # fmt: skip


def contracted(text: str) -> str:
    """Return the text with preposition and article in one word, as one says it.

    >>> contracted("zu der Eule und in das Haus bei dem Bach")
    'zur Eule und ins Haus beim Bach'
    """
    for pattern, short in _CONTRACTIONS:
        text = re.sub(pattern, short, text)
    return text
