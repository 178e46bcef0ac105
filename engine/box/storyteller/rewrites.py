"""Rewrite a page as the author wishes: shorter, longer, funnier, calmer, simpler, with speech, with rain, …"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from engine.box.storyteller.brief import Brief, PlanLine
from engine.box.storyteller.company import company_of, stage_of
from engine.box.storyteller.feelings import known_feeling, shown
from engine.box.storyteller.figures import Figure
from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.idea import by_heart, read_idea
from engine.box.storyteller.nouns import find_noun
from engine.box.storyteller.phrases import of_noun, read_phrase
from engine.box.storyteller.places import senses
from engine.box.storyteller.sentences import count_words, sentences
from engine.box.storyteller.statements import past_of
from engine.box.storyteller.verbs import to_past, to_present

_FUNNY = (
    "Da <hüpfen:1> ein Schluckauf heraus: Hick!",
    "Ein Frosch <sehen:1> zu und <vergessen:1> das Quaken.",
    "Plumps! Jetzt <sitzen> {H} auf dem Po.",
    "Auf einmal <niesen> {H} so laut, alle Spatzen <fallen:2> fast vom Ast.",
    "Eine Schnecke <überholen:1> und <grüßen:1> freundlich.",
    "Der Hut von irgendwem <rollen:1> vorbei und <haben:1> es eilig.",
)
_TALK = (
    ("„Was machst du da?“, <fragen:A> {A}.", "„Schau doch selbst!“, <rufen:1> {S}."),
    ("„Ist das weit?“, <fragen:1> {S}.", "„Nur drei Hüpfer“, <sagen:A> {A}."),
    ("„Hörst du das?“, <flüstern:1> {S}.", "„Ja“, <flüstern:A> {A}. „Ganz leise.“"),
)
_ALONE = (
    "„Was ist denn das?“, <fragen:1> {S}.",
    "„Jetzt aber!“, <sagen:1> {S}.",
    "„Komm schon“, <flüstern:1> {S}.",
    "„So etwas habe ich noch nie gesehen“, <sagen:1> {S}.",
)
_CALM = (
    "Der Wind <gehen:1> auf Zehenspitzen.",
    "Alles <werden:1> ganz still.",
    "{H} <atmen> langsam ein und aus.",
    "Leise <summen:1> die Luft.",
)
_THRILL = (
    "Da! Etwas <knacken:1>.",
    "Horch! Wer <sein:1> das?",
    "{H} <halten> die Luft an.",
    "Noch ein Schritt. Und noch einer.",
)
_WEATHER = {
    "regen": ("Plitsch, platsch, es <regnen:1>.", "Tropfen <fallen:2> auf jede Nase."),
    "schnee": ("Es <schneien:1>. Die Flocken <tanzen:2>.", "Alles <sein:1> weiß und still."),
    "sonne": ("Die Sonne <scheinen:1> warm auf den Rücken.",),
    "wind": ("Der Wind <pusten:1> und <zupfen:1> an allem.",),
    "nebel": ("Nebel <liegen:1> über dem Boden, weich wie Watte.",),
    "sturm": ("Der Wind <heulen:1>, und die Bäume <biegen:2> sich.",),
    "gewitter": ("In der Ferne <grollen:1> der Donner: rumms!",),
    "regenbogen": ("Über allem <stehen:1> ein Regenbogen.",),
    "mond": ("Der Mond <scheinen:1> hell auf den Weg.",),
    "sterne": ("Am Himmel <funkeln:2> die Sterne.",),
    "nacht": ("Es <sein:1> Nacht, und der Mond <scheinen:1>.",),
    "abend": ("Es <werden:1> Abend. Der Himmel <leuchten:1> rot.",),
    "morgen": ("Es <sein:1> früh am Morgen, und alles <glitzern:1>.",),
}
_LOUD = {
    "ruft": "flüstert", "rief": "flüsterte", "schreit": "sagt leise", "schrie": "sagte leise",
    "rennt": "geht", "rannte": "ging",
    "brüllt": "brummt", "brüllte": "brummte", "saust": "gleitet", "rufen": "flüstern", "rennen": "gehen",
}  # fmt: skip
_RHYMES = (
    "Hopp und hei, hopp und hei, alle, alle sind dabei!",
    "Eins und zwei und drei und vier, alle Freunde bleiben hier.",
    "Trippel, trappel, Schritt für Schritt, wer uns mag, der kommt gleich mit.",
)


@dataclass(frozen=True, slots=True)
class _Page:
    """The page at hand and everybody on it."""

    text: str
    stage: Stage
    partner: Figure | None
    where: str
    longest: int
    rng: Random

    def tell(self, frame: str) -> str:
        return told(frame, self.stage)


def rewrite(brief: Brief, seed: int) -> str:
    """Return another version of the given page that follows the wish; never the text as it was."""
    number, text = brief.texts[-1] if brief.texts else (0, "")
    line = dict(brief.plan).get(number, PlanLine((), "", "", ""))
    company = company_of(brief, read_idea(brief.idea or brief.title))
    partner = _partner(company.figures[company.heroes :], text)
    stage = stage_of(company, company.premise.plot, past=_is_past(text, brief.past), partner=partner)
    page = _Page(text, stage, partner, line.where, brief.longest, by_heart(f"{seed}/{text}/{brief.wish}"))
    wish = brief.wish.lower()
    changed = text
    for pattern, change in _CHANGES:
        if re.search(pattern, wish):
            changed = change(_Page(changed, stage, partner, line.where, brief.longest, page.rng), brief.wish)
    if changed == text:
        changed = _retold(page, brief.wish)
    return changed


def stage_for(brief: Brief) -> Stage:
    """Return the stage of a page that is not told anew, only mended."""
    company = company_of(brief, read_idea(brief.idea or brief.title))
    return stage_of(company, company.premise.plot, past=brief.past, partner=None)


def _partner(figures: tuple[Figure, ...], text: str) -> Figure | None:
    return next((figure for figure in figures if figure.name in text), figures[0] if figures else None)


def _is_past(text: str, default: bool) -> bool:
    words = re.findall(r"\b[a-zäöüß]+\b", re.sub(r"„[^“]*“", "", text))
    past = sum(1 for word in words if to_present(word) != word)
    present = sum(1 for word in words if to_past(word) != word and word.endswith("t") and to_present(word) == word)
    return default if past == present else past > present


def _plain(text: str) -> list[str]:
    return sentences(text)


def _shorter(page: _Page, wish: str) -> str:
    parts = _plain(page.text)
    if len(parts) <= 1:
        return re.split(r",| und ", page.text, maxsplit=1)[0].rstrip(" .!?") + "."
    keep = max(1, len(parts) // 2)
    weights = {place: _weight(part, place, len(parts)) for place, part in enumerate(parts)}
    best = sorted(sorted(weights, key=lambda place: -weights[place])[:keep])
    return " ".join(parts[place] for place in best)


def _weight(sentence: str, place: int, count: int) -> int:
    """How much a page would miss a sentence: its first and last one, who acts, what happens."""
    return 3 * (place == 0) + 2 * (place == count - 1) + ("„" not in sentence) + (count_words(sentence) > 3)


def _longer(page: _Page, wish: str) -> str:
    parts = _plain(page.text)
    frames = [*senses(page.where), *shown("neugierig"), *_CALM]
    extra = [text for text in (page.tell(frame) for frame in frames) if text not in parts]
    start = page.rng.randrange(len(extra))
    chosen = [extra[(start + step) % len(extra)] for step in range(max(2, len(parts) // 2))]
    middle = max(1, len(parts) // 2)
    return " ".join([*parts[:middle], *dict.fromkeys(chosen), *parts[middle:]])


def _funnier(page: _Page, wish: str) -> str:
    frames = [frame for frame in _FUNNY if page.tell(frame) not in page.text]
    chosen = page.rng.sample(frames, 2)
    parts = _plain(page.text)
    laugh = page.tell(page.rng.choice(shown("lustig")))
    return " ".join([*parts[:1], page.tell(chosen[0]), *parts[1:], page.tell(chosen[1]), laugh])


def _with_speech(page: _Page, wish: str) -> str:
    parts = _plain(page.text)
    if page.partner:
        talk = [page.tell(frame) for frame in page.rng.choice(_TALK)]
    else:
        talk = [page.tell(frame) for frame in page.rng.sample(_ALONE, 2)]
    return " ".join([*parts[:1], *talk, *parts[1:]])


def _simpler(page: _Page, wish: str) -> str:
    """Cut long sentences at commas and und, leave adjectives and small words out."""
    limit = max(5, page.longest - 2)
    parts: list[str] = []
    for sentence in _plain(page.text):
        parts += parted(sentence, page.stage) if count_words(sentence) > limit or ", und " in sentence else [sentence]
    text = " ".join(parts)
    return (
        re.sub(r"\b(ganz|sehr|noch|immer|auch|ein wenig|ein bisschen) (?=[a-zäöü])", "", text)
        if text == page.text
        else text
    )


def parted(sentence: str, stage: Stage) -> list[str]:
    """Return a sentence cut at its commas and und, each part a sentence of its own."""
    if "„" in sentence:
        return [sentence]
    pieces = re.split(r",\s+und\s+|\s+und\s+(?=[a-zäöü]+(?:t|te|en|ten)\b)|[;–]\s+", sentence.rstrip(".!"))
    if len(pieces) < 2:
        return [sentence]
    closing = sentence[-1] if sentence[-1] in ".!?" else "."
    cut = [pieces[0] + "."]
    for piece in pieces[1:]:
        first = piece.split(" ")[0]
        verb_first = first.islower() and (to_past(first) != first or to_present(first) != first)
        cut.append((f"{stage.hero.form('er')} {piece}" if verb_first else piece) + closing)
    return [part[:1].upper() + part[1:] for part in cut]


def _calmer(page: _Page, wish: str) -> str:
    text = re.sub(r"(?<=\w)!(?=(“|\s|$))", ".", page.text)
    text = re.sub(r"\.“, ", "“, ", text)
    text = re.sub(r"\b[A-ZÄÖÜa-zäöü]+\b", lambda match: _LOUD.get(match[0], match[0]), text)
    return f"{text} {page.tell(page.rng.choice(_CALM))}"


def _thrilling(page: _Page, wish: str) -> str:
    parts = _plain(page.text)
    chosen = [page.tell(frame) for frame in page.rng.sample(_THRILL, 2)]
    return " ".join([chosen[0], *parts[:-1], chosen[1], *parts[-1:]])


def _in_past(page: _Page, wish: str) -> str:
    return past_of(page.text)


def _in_present(page: _Page, wish: str) -> str:
    pieces = re.split(r"(„[^“]*“)", page.text)
    return "".join(
        piece if piece.startswith("„") else re.sub(r"\b[a-zäöüß]+\b", lambda match: to_present(match[0]), piece)
        for piece in pieces
    )


def _weathered(page: _Page, wish: str) -> str:
    for name in sorted(_WEATHER, key=len, reverse=True):
        if re.search(rf"\b{name}", wish.lower()):
            added = [page.tell(frame) for frame in _WEATHER[name]]
            return " ".join([added[0], *_plain(page.text), *added[1:2]])
    return page.text


def _without(page: _Page, wish: str) -> str:
    match = re.search(r"ohne\s+(?:(?:den|die|das|einen|eine|ein)\s+)?([A-ZÄÖÜ][a-zäöüß]+)", wish)
    if not match:
        return page.text
    kept = [part for part in _plain(page.text) if not re.search(rf"\b{match[1][:5]}", part)]
    return " ".join(kept) if kept else page.text


def _with_thing(page: _Page, wish: str) -> str:
    """Bring somebody or something on that the wish names: "mit einem Hund", "es soll eine Katze vorkommen"."""
    words = re.findall(r"[A-Za-zÄÖÜäöüß]+", wish)
    for start, word in enumerate(words):
        if word.lower() not in ("ein", "eine", "einen", "einem", "einer", "der", "die", "dem", "den", "mit"):
            continue
        read = read_phrase(words[start + (word.lower() == "mit") :])
        found = find_noun(read[0].noun) if read else None
        if not read or not found or read[0].noun in page.text or read[0].noun.lower() in _WEATHER:
            continue
        phrase = of_noun(found[0], plural=found[1], adjectives=read[0].adjectives)
        stage = Stage({**page.stage.phrases, "X": phrase}, page.stage.words, page.stage.past)
        frame = (
            "Da <kommen:X> {X.en} dazu. {X} <schauen:X> {H.a} an." if found[0].living else "Daneben <liegen:X> {X.en}."
        )
        return f"{page.text} {told(frame, stage)}"
    return page.text


def _replaced(page: _Page, wish: str) -> str:
    match = re.search(r"statt\s+(?:\w+\s+)?([A-ZÄÖÜ]\w+)\s+(?:lieber\s+)?(?:\w+\s+)?([A-ZÄÖÜ]\w+)", wish)
    match = match or re.search(r"([A-ZÄÖÜ]\w+)\s+(?:durch|in|zu)\s+(?:\w+\s+)?([A-ZÄÖÜ]\w+)", wish)
    if not match:
        return page.text
    return re.sub(rf"\b{match[1]}\b", match[2], page.text)


def _rhymed(page: _Page, wish: str) -> str:
    return f"{page.text} {page.rng.choice(_RHYMES)}"


def _felt(page: _Page, wish: str) -> str:
    """Show a feeling the wish names."""
    for word in re.findall(r"[a-zäöüß]+", wish.lower()):
        feeling = known_feeling(re.sub(r"(er|e|en|es)$", "", word)) or known_feeling(word)
        if feeling:
            fresh = [text for text in map(page.tell, shown(feeling)) if text not in page.text]
            return f"{page.text} {page.rng.choice(fresh)}" if fresh else page.text
    return page.text


def _retold(page: _Page, wish: str) -> str:
    """Tell it otherwise where the wish is not understood: another beginning, another small thing to see."""
    parts = _plain(page.text)
    frames = [*senses(page.where), *_CALM]
    fresh = [text for text in map(page.tell, frames) if text not in parts]
    return " ".join([*parts[:1], page.rng.choice(fresh), *parts[1:]])


_Change = Callable[[_Page, str], str]
_CHANGES: tuple[tuple[str, _Change], ...] = (
    (r"kürzer|kurz\b|knapp|weniger (text|sätze|wörter)|zu lang|shorter", _shorter),
    (
        r"einfacher|leichter|kürzere sätze|wörter\b.*satz|satz.*wörter|zwei sätze|passiv|komma|simpler|verständlich",
        _simpler,
    ),
    (r"ruhig|leise|sanft|still|calm|weniger laut", _calmer),
    (r"vergangenheit|präteritum", _in_past),
    (r"gegenwart|präsens", _in_present),
    (r"\bohne\b", _without),
    (r"\bstatt\b|ersetz|tausch|ändere .* in", _replaced),
    (r"länger|ausführlich|mehr (text|sätze)|longer|bildhaft|genauer", _longer),
    (r"lustig|witzig|komisch|spaß|funn", _funnier),
    (r"wörtliche rede|dialog|gespräch|reden|sprechen|sagen|dialogue|mehr rede", _with_speech),
    (r"spannend|aufregend|gruselig|abenteuer|thrill", _thrilling),
    (r"reim|gedicht|rhyme", _rhymed),
    (r"regen|schnee|sonne|wind|nebel|sturm|gewitter|mond|stern|nacht|abend|\bmorgen", _weathered),
    (r"\bmit\b|vorkommen|\bsoll\b|\bdazu\b", _with_thing),
    (r"fröhlich|traurig|glücklich|mutig|ängstlich|wütend|stolz|müde|einsam|überrascht", _felt),
)
"""What the words of a wish ask for, in the order in which it is done."""
