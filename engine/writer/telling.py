"""Calls that make text for the child: scenes, repairs of single sentences, another version, another language."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from engine.clean import clean_line
from engine.errors import FibelError
from engine.language.check import page_flaws, page_language
from engine.language.finding import Severity
from engine.language.sentences import sentences
from engine.units import Seconds
from engine.writer import room
from engine.writer.answers import (
    EditionAnswer,
    ForeignRepairAnswer,
    ForeignRewriteAnswer,
    RepairAnswer,
    RewriteAnswer,
    SceneAnswer,
)
from engine.writer.asking import NO_FLAW, Dictation, Flaw, OnTokens, nothing_for
from engine.writer.brief import Brief, page_line, page_lines, told_lines
from engine.writer.mending import Complaint, complaints, mended
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.schema import prepared, prepared_for_items, prepared_for_pages

TELLING = 0.7
"""Temperature for scenes: alive, and still on the plan."""

MENDING = 0.2
"""Temperature for repairs and translations: another word where it is needed, no other story."""

REWRITING = 0.8
"""Temperature for another version."""

ROUNDS = 2
"""Of repair: what two rounds did not better, a third makes worse."""

MOST_AT_ONCE = 8
"""Sentences a round mends; more at once, and a small model mixes them up."""

_QUOTED = 4
"""Pages told before that a scene goes on from: the plan says what the others are about."""

_GIVEN_UP = 2
"""Pages in a row that could not be had, after which the ones behind them are not asked for."""


@dataclass(frozen=True, slots=True)
class ToldScene:
    """A page's text; `page` is its number, from 1. A mended page comes once more, with `repaired` set."""

    page: int
    text: str
    repaired: bool = False


async def scenes(
    provider: TextProvider,
    brief: Brief,
    numbers: Sequence[int],
    told: Mapping[int, str],
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> AsyncGenerator[ToldScene, None]:
    """Have pages told, one a request, each given out as soon as it is complete, and again if it could be mended.

    A page that could not be had does not stop the ones behind it.

    Args:
        numbers: the pages wanted.
        told: texts of other pages, which the new ones go on from.

    Raises:
        FibelError: `text_invalid` or `text_cut` naming the pages that could not be had in two tries; what the
            provider raises.
    """
    known = dict(told)
    dictation = Dictation(provider, keep_alive, on_tokens)
    lacking: list[int] = []
    failed, why = "", ""
    in_a_row = 0
    wanted = sorted(set(numbers))
    for at, number in enumerate(wanted):
        request = _scene_request(provider, brief, number, known, seed)
        try:
            answer = await dictation.whole(
                request,
                SceneAnswer,
                check=partial(_of_page, number),
                flaw=lambda answer: _flaw(answer.text_de, brief, known),
                what=f"page {number}",
            )
        except FibelError as error:
            if error.code not in ("text_invalid", "text_cut"):
                raise
            failed, why = error.code, dictation.why
            in_a_row += 1
            lacking.append(number)
            if in_a_row == _GIVEN_UP:
                lacking += wanted[at + 1 :]
                break
            continue
        in_a_row = 0
        known[number] = answer.text_de
        yield ToldScene(number, answer.text_de)
        async for text in _repairs(dictation, provider, brief, number, answer.text_de, seed):
            known[number] = text
            yield ToldScene(number, text, repaired=True)
    if lacking:
        raise FibelError(failed, nothing_for(f"page {', '.join(map(str, lacking))}", why))


async def repair(
    provider: TextProvider,
    brief: Brief,
    page: int,
    text: str,
    sentence: str = "",
    instruction: str = "",
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> str:
    """Ask for other words for sentences of a page, and return the page with them; all else stays to the letter.

    Args:
        sentence: the one to be said otherwise; empty for all that break a rule, which are rules of German.
        instruction: what the author wishes of it. With one, or where the sentence breaks no rule, the new words count
            whatever they are; else they count where they are better.

    Raises:
        FibelError: as `outline`.
    """
    dictation = Dictation(provider, keep_alive, on_tokens)
    german = brief.language == "de"
    found = await asyncio.to_thread(complaints, text, brief.age) if german else []
    faulty = {complaint.sentence for complaint in found}
    if sentence and (instruction.strip() or sentence not in faulty):
        start = text.find(sentence)
        if start < 0:
            return text
        hint = "Erfülle den Wunsch." if instruction.strip() else "Sag es einfacher."
        asked = Complaint(start, start + len(sentence), sentence, hint)
        request = _repair_request(provider, brief, page, text, [asked], seed, instruction)
        form = RepairAnswer if german else ForeignRepairAnswer
        answer = await dictation.whole(request, form, check=_not_empty)
        return text[: asked.start] + answer.sentences[0].text_de + text[asked.end :]
    kept = frozenset(faulty - {sentence}) if sentence else frozenset()
    async for better in _repairs(dictation, provider, brief, page, text, seed, kept):
        text = better
    return text


async def rewrite(
    provider: TextProvider,
    brief: Brief,
    page: int,
    text: str,
    instruction: str,
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> str:
    """Ask for another version of a page's text; what in it is new and breaks a rule is mended.

    Args:
        instruction: what the author wishes; empty for just another telling.

    Raises:
        FibelError: as `outline`.
    """
    wish = clean_line(instruction) or "Erzähle die Seite anders."
    request = TextRequest(
        system=brief.system("rewrite", provider.model),
        user="\n".join(
            [*brief.lines(), *brief.plan_lines(only=page), "Text:", page_lines(page, text), f"Wunsch: {wish}"]
        ),
        schema=prepared(RewriteAnswer),
        seed=seed,
        temperature=REWRITING,
        max_tokens=room.GENEROUS * (room.FRAME + _length(brief, text)),
    )
    dictation = Dictation(provider, keep_alive, on_tokens)
    form = RewriteAnswer if brief.language == "de" else ForeignRewriteAnswer
    answer = await dictation.whole(request, form, flaw=lambda answer: _foreign(answer.text_de, brief))
    told = answer.text_de
    kept = frozenset(here.text for here in sentences(text))
    async for better in _repairs(dictation, provider, brief, page, told, seed, kept):
        told = better
    return told


async def translation(
    provider: TextProvider,
    brief: Brief,
    page: int,
    text: str,
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> str:
    """Ask for a page's text in the language of the book.

    Raises:
        FibelError: as `outline`.
    """
    request = TextRequest(
        system=brief.system("edition", provider.model),
        user="\n".join([*brief.lines(), "Text:", page_lines(page, text), f"Übersetze die Seiten: {page}"]),
        schema=prepared(EditionAnswer),
        seed=seed,
        temperature=MENDING,
        max_tokens=room.GENEROUS * (room.FRAME + _length(brief, text)),
    )
    answer = await Dictation(provider, keep_alive, on_tokens).whole(request, EditionAnswer)
    return answer.text


async def _repairs(
    dictation: Dictation,
    provider: TextProvider,
    brief: Brief,
    page: int,
    text: str,
    seed: int,
    kept: Collection[str] = frozenset(),
) -> AsyncGenerator[str, None]:
    """Give out better and better versions of a German page; an answer that cannot be used is passed over.

    Args:
        kept: sentences that stay as they are, whatever they break.
    """
    for round_ in range(ROUNDS if brief.language == "de" else 0):
        found = await asyncio.to_thread(complaints, text, brief.age)
        wrong = [complaint for complaint in found if complaint.sentence not in kept][:MOST_AT_ONCE]
        if not wrong:
            return
        request = _repair_request(provider, brief, page, text, wrong, seed + round_)
        try:
            answer = await dictation.whole(request, RepairAnswer, attempts=1)
        except FibelError as error:
            if error.code not in ("text_invalid", "text_cut"):
                raise
            continue
        told = {item.number: item.text_de for item in answer.sentences}
        better = await asyncio.to_thread(mended, text, wrong, told, brief.age)
        if better != text:
            text = better
            yield text


def _scene_request(
    provider: TextProvider, brief: Brief, number: int, known: Mapping[int, str], seed: int
) -> TextRequest:
    rules = brief.system("scene", provider.model)
    book = "\n".join([*brief.lines(), *brief.plan_lines()])
    length = room.FRAME + room.scene(brief.age)
    space = provider.context - room.tokens(rules) - room.tokens(book) - room.GENEROUS * length
    nearest = sorted(known, key=lambda page: (page > number, abs(page - number)))[:_QUOTED]
    quoted = room.as_many([room.tokens(page_line(page, known[page])) for page in nearest], space)
    quotes = told_lines({page: known[page] for page in nearest[:quoted]})
    return TextRequest(
        system=rules,
        user="\n".join([book, *quotes, f"Schreibe die Seiten: {number}"]),
        schema=prepared_for_pages(SceneAnswer, [number]),
        seed=seed,
        temperature=TELLING,
        max_tokens=room.GENEROUS * length,
    )


def _repair_request(
    provider: TextProvider,
    brief: Brief,
    page: int,
    text: str,
    wrong: Sequence[Complaint],
    seed: int,
    instruction: str = "",
) -> TextRequest:
    asked = [
        line
        for number, complaint in enumerate(wrong, start=1)
        for line in (f"Satz {number}: {clean_line(complaint.sentence)}", f"  Fehler: {clean_line(complaint.hint)}")
    ]
    wish = [f"Wunsch: {clean_line(instruction)}"] if instruction.strip() else []
    length = sum(room.ITEM + 2 * room.tokens(complaint.sentence) for complaint in wrong)
    numbers = [*range(1, len(wrong) + 1)]
    listed = ", ".join(map(str, numbers))
    around = room.cut(page_lines(page, text), provider.context // 4)
    return TextRequest(
        system=brief.system("repair", provider.model),
        user="\n".join(
            [
                *brief.lines(),
                *brief.plan_lines(only=page),
                "Text:",
                around,
                "Sätze:",
                *asked,
                *wish,
                f"Verbessere die Sätze: {listed}",
            ]
        ),
        schema=prepared_for_items(RepairAnswer, "sentences", "number", numbers),
        seed=seed,
        temperature=MENDING,
        max_tokens=room.GENEROUS * (room.FRAME + length),
    )


def _of_page(number: int, answer: SceneAnswer) -> None:
    if answer.page != number:
        raise ValueError(f"page {answer.page} came in place of {number}")


def _not_empty(answer: RepairAnswer) -> None:
    if not answer.sentences:
        raise ValueError("no sentence came")


def _flaw(text: str, brief: Brief, known: Mapping[int, str]) -> Flaw:
    """Say what is wrong with a page as a whole, which no repair of single sentences could mend."""
    if brief.language != "de":
        return NO_FLAW
    found = page_flaws(text, brief.age, known)
    weight = sum(2 if finding.severity is Severity.ERROR else 1 for finding in found)
    return Flaw(weight, " ".join(finding.hint for finding in found))


def _foreign(text: str, brief: Brief) -> Flaw:
    """Say so if a page is in another language than its book's; how long it is, the author's wish decides."""
    found = page_language(text) if brief.language == "de" else []
    return Flaw(len(found), " ".join(finding.hint for finding in found))


def _length(brief: Brief, text: str) -> int:
    return max(room.scene(brief.age), room.ITEM + room.tokens(text))
