"""Calls about pages that are told: what is to be seen on them, and whether a child may hear them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from engine.language.prompts import prompt_findings
from engine.units import Seconds
from engine.writer import room
from engine.writer.answers import JudgeAnswer, JudgesAnswer, PictureAnswer, PicturesAnswer
from engine.writer.asking import NO_FLAW, Dictation, Flaw, OnTokens
from engine.writer.brief import Brief, page_line
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.schema import prepared_for_items

SEEING = 0.3
"""Temperature for what is to be seen: near the text, and not the same shot on every page."""

JUDGING = 0.0
"""Temperature for answers of yes and no."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be seen on a page: action and framing in English, `alt` in German."""

    page: int
    action: str
    framing: str
    alt: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the writer answers about a page: copyable danger, fear left alone, unkindness; and why, in German."""

    page: int
    danger: bool
    fear: bool
    unkind: bool
    because: str


async def pictures(
    provider: TextProvider,
    brief: Brief,
    texts: Mapping[int, str],
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> AsyncGenerator[Picture, None]:
    """Have it said in English what is to be seen on pages, each given out as soon as it is complete.

    A page that comes in German is asked for once more; what comes then is given out, for the author can mend it.

    Args:
        texts: the pages' texts by number.

    Raises:
        FibelError: as :func:`engine.writer.telling.scenes`.
    """
    rules = brief.system("pictures", provider.model)
    book = "\n".join([*brief.lines(), *brief.plan_lines()])
    space = provider.context - room.tokens(rules) - room.tokens(book) - room.FRAME
    names = [character.name for character in brief.cast]

    def ask(waiting: Sequence[int]) -> tuple[Sequence[int], TextRequest]:
        lines = [room.cut(page_line(number, texts[number]), space - 2 * room.PICTURE) for number in waiting]
        count = max(1, room.as_many([room.tokens(line) + room.PICTURE for line in lines], space))
        asked = waiting[:count]
        return asked, TextRequest(
            system=rules,
            user="\n".join([book, "Text:", *lines[:count], f"Beschreibe die Seiten: {_listed(asked)}"]),
            schema=prepared_for_items(PicturesAnswer, "pictures", "page", asked),
            seed=seed,
            temperature=SEEING,
            max_tokens=room.GENEROUS * (room.FRAME + room.PICTURE * count),
        )

    def flaw(answer: PictureAnswer) -> Flaw:
        german = [*prompt_findings(answer.scene_en, names), *prompt_findings(answer.shot_en, names)]
        return Flaw(len(german), " ".join(finding.hint for finding in german)) if german else NO_FLAW

    dictation = Dictation(provider, keep_alive, on_tokens)
    async with aclosing(dictation.pages(sorted(texts), "pictures", PictureAnswer, ask, flaw)) as answers:
        async for answer in answers:
            yield Picture(answer.page, action=answer.scene_en, framing=answer.shot_en, alt=answer.summary_de)


async def verdicts(
    provider: TextProvider,
    brief: Brief,
    texts: Mapping[int, str],
    *,
    seed: int,
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> AsyncGenerator[Verdict, None]:
    """Ask of pages whether a child may hear them, each answer given out as soon as it is complete.

    Args:
        texts: the pages' texts by number.

    Raises:
        FibelError: as :func:`engine.writer.telling.scenes`.
    """
    rules = brief.system("judge", provider.model)
    book = "\n".join(brief.lines())
    space = provider.context - room.tokens(rules) - room.tokens(book) - room.FRAME

    def ask(waiting: Sequence[int]) -> tuple[Sequence[int], TextRequest]:
        lines = [room.cut(page_line(number, texts[number]), space - 2 * room.VERDICT) for number in waiting]
        count = max(1, room.as_many([room.tokens(line) + room.VERDICT for line in lines], space))
        asked = waiting[:count]
        return asked, TextRequest(
            system=rules,
            user="\n".join([book, "Text:", *lines[:count], f"Prüfe die Seiten: {_listed(asked)}"]),
            schema=prepared_for_items(JudgesAnswer, "pages", "page", asked),
            seed=seed,
            temperature=JUDGING,
            max_tokens=room.GENEROUS * (room.FRAME + room.VERDICT * count),
        )

    dictation = Dictation(provider, keep_alive, on_tokens)
    async with aclosing(dictation.pages(sorted(texts), "pages", JudgeAnswer, ask)) as answers:
        async for answer in answers:
            yield Verdict(
                answer.page,
                danger=answer.danger,
                fear=answer.fear,
                unkind=answer.unkind,
                because=answer.because_de,
            )


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
