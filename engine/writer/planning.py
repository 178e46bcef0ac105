"""Calls that lay out a book: from its idea, or from a manuscript whose words stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.book.model import Character, OutlineLine
from engine.language.check import page_language
from engine.language.prompts import prompt_findings
from engine.units import Seconds, Tokens
from engine.writer import room
from engine.writer.answers import OutlineAnswer
from engine.writer.asking import Dictation, Flaw, OnTokens
from engine.writer.brief import Brief, page_line
from engine.writer.characters import character_block
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.schema import prepared

INVENTING = 0.8
"""Temperature for what is invented."""

READING = 0.2
"""Temperature for what is read out of a text."""

_LEAST_QUOTED: Tokens = 60
"""Of a manuscript's page, at the least: two sentences say what happens on it."""

_MISCOUNTED = 100
"""Weight of a page too many or too few: more than all that may be said of the lines themselves."""


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    cast: tuple[Character, ...]
    lines: tuple[OutlineLine, ...]


async def outline(
    provider: TextProvider,
    brief: Brief,
    texts: Sequence[str] = (),
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> Outline:
    """Ask for one line a page, a title and a cast.

    Args:
        texts: those of the pages, in reading order, if there are any: then the outline says what happens in them. Of a
            manuscript too long to be kept in view part after part is read, with the cast found so far.

    Returns:
        The outline. If the writer miscounts twice it has more or fewer lines than pages were asked for, those of the
        answer that was less off; never more than there are texts.

    Raises:
        FibelError: `text_invalid` or `text_cut` if two answers cannot be used; what the provider raises.
    """
    dictation = Dictation(provider, keep_alive, on_tokens)
    if not texts:
        return await _outline(dictation, provider, brief, (), seed)
    count = _pages_at_once(provider, brief, texts)
    laid = await _outline(dictation, provider, replace(brief, pages=len(texts[:count])), texts[:count], seed)
    for start in range(count, len(texts), count):
        part = texts[start : start + count]
        asked = replace(brief, title=laid.title, cast=_all_of(brief.cast, laid.cast), pages=len(part))
        more = await _outline(dictation, provider, asked, part, seed)
        laid = Outline(laid.title, _all_of(laid.cast, more.cast), (*laid.lines, *more.lines))
    return laid


def _pages_at_once(provider: TextProvider, brief: Brief, texts: Sequence[str]) -> int:
    """Return how many pages of a manuscript, with their lines of the outline, the writer can keep in view."""
    rules = brief.system("manuscript", provider.model)
    fixed = room.tokens(rules) + room.tokens("\n".join(brief.lines())) + 2 * room.FRAME + room.CAST
    fits = (provider.context - fixed) // (room.OUTLINE_PAGE * 3 // 2 + _LEAST_QUOTED)
    parts = -(-len(texts) // max(1, fits))
    return -(-len(texts) // max(1, parts))  # parts of one length: a last page alone has no story


def _all_of(cast: Sequence[Character], others: Sequence[Character]) -> tuple[Character, ...]:
    named = {character.name for character in cast}
    return (*cast, *(other for other in others if other.name not in named))


async def _outline(
    dictation: Dictation, provider: TextProvider, brief: Brief, texts: Sequence[str], seed: int
) -> Outline:
    rules = brief.system("manuscript" if texts else "outline", provider.model)
    answer_room = room.FRAME + room.CAST + room.OUTLINE_PAGE * brief.pages
    head = "\n".join(brief.lines())
    space = provider.context - room.tokens(rules) - room.tokens(head) - room.FRAME - answer_room * 3 // 2
    quoted = ["Text:", *_quoted(texts, space)] if texts else []
    request = TextRequest(
        system=rules,
        user="\n".join([head, *quoted, f"Plane genau {brief.pages} Seiten."]),
        schema=prepared(OutlineAnswer, pages=brief.pages),
        seed=seed,
        temperature=READING if texts else INVENTING,
        max_tokens=room.GENEROUS * answer_room,
    )

    def check(answer: OutlineAnswer) -> None:
        if not brief.pages <= 2 * len(answer.pages) <= 4 * brief.pages:  # half as many to twice as many
            raise ValueError(f"{len(answer.pages)} pages came in place of {brief.pages}")

    def flaw(answer: OutlineAnswer) -> Flaw:
        off = abs(len(answer.pages) - brief.pages)
        miscounted = [f"Es sind {len(answer.pages)} Seiten. Plane genau {brief.pages} Seiten."] if off else []
        names = [figure.name for figure in answer.cast]
        german = [found for figure in answer.cast for found in prompt_findings(figure.look_en, names)]
        foreign = page_language("\n\n".join(line.what for line in answer.pages))
        weight = _MISCOUNTED * off + len(german) + len(foreign)
        return Flaw(weight, " ".join([*miscounted, *(found.hint for found in (*foreign, *german))]))

    answer = await dictation.whole(request, OutlineAnswer, check=check, flaw=flaw)
    lines = answer.pages[: len(texts)] if texts else answer.pages
    return Outline(
        title=answer.title,
        cast=tuple(
            Character(name=figure.name, block=character_block(figure.look_en, figure.name)) for figure in answer.cast
        ),
        lines=tuple(OutlineLine(who=p.who, where=p.where, what=p.what, feeling=p.feeling) for p in lines),
    )


def _quoted(texts: Sequence[str], space: Tokens) -> list[str]:
    """Return each page on a line; in a book too long to be kept in view, as much of each as there is room for."""
    lines = [page_line(number, text) for number, text in enumerate(texts, start=1)]
    if sum(map(room.tokens, lines)) <= space:
        return lines
    return [room.cut(line, max(room.ITEM, space // len(lines))) for line in lines]
