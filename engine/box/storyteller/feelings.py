"""Feelings shown with the body: what one sees of somebody who is glad, afraid or tired."""

from __future__ import annotations

from functools import cache

_FRAMES = """
neugierig | {H} <spitzen> die Ohren.
neugierig | {H} <machen> den Hals ganz lang.
neugierig | {H} <gucken> ganz genau hin.
neugierig | [{seine} Nase <zucken:1>.|Ihre Nasen <zucken:2>.]
froh | {H} <lachen> leise.
froh | {H} <hüpfen> auf und ab.
froh | {H} <drehen> sich einmal im Kreis.
froh | {H} <strahlen> über das ganze Gesicht.
froh | {H} <summen> ein kleines Lied.
glücklich | {H} <atmen> tief ein und aus.
glücklich | {H} <lächeln>.
glücklich | [In {seinem} Bauch <werden:1> es ganz warm.|In den Bäuchen <werden:1> es ganz warm.]
glücklich | {H} <strahlen>.
traurig | {H} <lassen> die Ohren hängen.
traurig | {H} <schniefen> leise.
traurig | Eine Träne <kullern:1> auf den Boden.
traurig | {H} <schauen> auf die eigenen Füße.
enttäuscht | {H} <lassen> den Kopf hängen.
enttäuscht | {H} <seufzen>.
enttäuscht | {H} <schieben> die Unterlippe vor.
enttäuscht | {H} <treten> gegen einen kleinen Stein.
müde | {H} <gähnen>.
müde | {H} <reiben> sich die Augen.
müde | [{seine} Beine <sein:2> schwer.|Alle Beine <sein:2> schwer.]
mutig | {H} <holen> tief Luft.
mutig | {H} <machen> sich ganz groß.
mutig | {H} <beißen> die Zähne zusammen.
mutig | {H} <nicken>.
ängstlich | [{sein} Herz <klopfen:1>: bumm, bumm.|Die Herzen <klopfen:2>: bumm, bumm.]
ängstlich | {H} <machen> sich ganz klein.
ängstlich | [{seine} Knie <zittern:2>.|Alle Knie <zittern:2>.]
ängstlich | {H} <halten> die Luft an.
überrascht | {H} <reißen> die Augen auf.
überrascht | {H} <bleiben> mit offenem Mund stehen.
überrascht | {H} <blinzeln> zweimal.
stolz | {H} <recken> das Kinn.
stolz | {H} <strahlen> von einem Ohr zum anderen.
stolz | {H} <klopfen> sich auf den Bauch.
ruhig | {H} <atmen> ganz langsam.
ruhig | {H} <sitzen> still da.
ruhig | {H} <lauschen>.
geborgen | {H} <rollen> sich zusammen.
geborgen | {H} <kuscheln> sich ein.
geborgen | [{seine} Augen <fallen:2> langsam zu.|Alle Augen <fallen:2> langsam zu.]
aufgeregt | {H} <zappeln> mit den Füßen.
aufgeregt | [In {seinem} Bauch <kribbeln:1> es.|In den Bäuchen <kribbeln:1> es.]
aufgeregt | {H} <hüpfen> von einem Bein aufs andere.
ratlos | {H} <kratzen> sich am Kopf.
ratlos | {H} <schauen> nach links und nach rechts.
ratlos | {H} <zucken> mit den Schultern.
wütend | {H} <stampfen> mit dem Fuß auf.
wütend | {H} <brummen> laut.
wütend | [{sein} Gesicht <werden:1> heiß.|Die Gesichter <werden:2> heiß.]
verlegen | [{seine} Wangen <werden:2> warm.|Die Wangen <werden:2> warm.]
verlegen | {H} <schauen> zur Seite.
lustig | {H} <kichern>.
lustig | {H} <prusten> los.
lustig | {H} <halten> sich den Bauch vor Lachen.
einsam | {H} <schlingen> die Arme um die Knie.
einsam | {H} <schauen> lange in die Ferne.
besorgt | {H} <runzeln> die Stirn.
besorgt | {H} <gehen> hin und her.
zuversichtlich | {H} <nicken> und <lächeln>.
zuversichtlich | {H} <krempeln> die Ärmel hoch.
nachdenklich | {H} <legen> den Kopf schief.
nachdenklich | {H} <denken> lange nach.
nachdenklich | {H} <tippen> sich an die Nase.
"""

_ALIKE = {
    "fröhlich": "froh", "freude": "froh", "freudig": "froh", "heiter": "froh", "vergnügt": "froh", "gut": "froh",
    "glück": "glücklich", "selig": "glücklich", "dankbar": "glücklich", "zufrieden": "glücklich",
    "erleichtert": "glücklich",
    "trauer": "traurig", "unglücklich": "traurig", "betrübt": "traurig", "verzweifelt": "traurig", "kummer": "traurig",
    "angst": "ängstlich", "furcht": "ängstlich", "bang": "ängstlich", "erschrocken": "ängstlich", "scheu": "ängstlich",
    "mut": "mutig", "tapfer": "mutig", "entschlossen": "mutig", "kühn": "mutig",
    "wut": "wütend", "zornig": "wütend", "ärgerlich": "wütend", "sauer": "wütend", "trotzig": "wütend",
    "staunend": "überrascht", "erstaunt": "überrascht", "verblüfft": "überrascht", "verwundert": "überrascht",
    "gespannt": "aufgeregt", "ungeduldig": "aufgeregt", "erwartungsvoll": "aufgeregt", "begeistert": "aufgeregt",
    "schläfrig": "müde", "erschöpft": "müde", "still": "ruhig", "friedlich": "ruhig", "gelassen": "ruhig",
    "behaglich": "geborgen", "gemütlich": "geborgen", "sicher": "geborgen", "liebevoll": "geborgen",
    "allein": "einsam", "verlassen": "einsam", "sehnsüchtig": "einsam", "hilflos": "ratlos", "verwirrt": "ratlos",
    "unsicher": "ratlos", "sorge": "besorgt", "unruhig": "besorgt", "hoffnung": "zuversichtlich",
    "hoffnungsvoll": "zuversichtlich", "verschämt": "verlegen", "schüchtern": "verlegen", "albern": "lustig",
    "übermütig": "lustig", "frech": "lustig", "stolze": "stolz", "neugier": "neugierig", "interessiert": "neugierig",
}  # fmt: skip


@cache
def _frames() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in _FRAMES.split("\n"):
        if row:
            feeling, _, frame = row.partition(" | ")
            table.setdefault(feeling, []).append(frame)
    return {feeling: tuple(frames) for feeling, frames in table.items()}


def known_feeling(word: str) -> str:
    """Return the feeling that stands for what an author wrote ("voller Angst" → ängstlich); empty if unknown."""
    for part in reversed(word.lower().replace(",", " ").replace(".", " ").split()):
        if part in _frames():
            return part
        if part in _ALIKE:
            return _ALIKE[part]
    return ""


def shown(word: str) -> tuple[str, ...]:
    """Return frames that show a feeling with the body; an unknown feeling is named."""
    feeling = known_feeling(word)
    if feeling:
        return _frames()[feeling]
    word = word.strip().rstrip(".!")
    plain = word and word == word.lower() and " " not in word
    return (f"{{H}} <sein> {word}.",) if plain else ()
