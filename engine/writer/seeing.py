"""Calls about pages that are told: what is to be seen on them, and whether a child may hear them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from pydantic import BaseModel

from engine.language.prompts import prompt_findings
from engine.units import Seconds, Tokens
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


@dataclass(frozen=True, slots=True)
class _Question:
    """Something asked of many pages at once."""

    rules: str
    book: Sequence[str]
    """Lines that tell of the whole book."""
    wish: str
    answer: type[BaseModel]
    field: str
    """The answer's list of pages."""
    each: Tokens
    """What a page takes in the answer."""
    temperature: float

    def asker(
        self, texts: Mapping[int, str], *, seed: int, context: Tokens
    ) -> Callable[[Sequence[int]], tuple[Sequence[int], TextRequest]]:
        """Return who asks of as many of the waiting pages as the writer can take in at once."""
        book = "\n".join(self.book)
        wish = f"{self.wish}: {', '.join(map(str, sorted(texts)))}"
        space = context - room.tokens(self.rules) - room.tokens(book) - room.tokens(wish) - 2 * room.FRAME

        def ask(waiting: Sequence[int]) -> tuple[Sequence[int], TextRequest]:
            lines = [room.cut(page_line(number, texts[number]), space - 2 * self.each) for number in waiting]
            count = max(1, room.as_many([room.tokens(line) + self.each for line in lines], space))
            asked = waiting[:count]
            return asked, TextRequest(
                system=self.rules,
                user="\n".join([book, "Text:", *lines[:count], f"{self.wish}: {', '.join(map(str, asked))}"]),
                schema=prepared_for_items(self.answer, self.field, "page", asked),
                seed=seed,
                temperature=self.temperature,
                max_tokens=room.GENEROUS * (room.FRAME + self.each * count),
            )

        return ask


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
    question = _Question(
        rules=brief.system("pictures", provider.model),
        book=[*brief.lines(), *brief.plan_lines()],
        wish="Beschreibe die Seiten",
        answer=PicturesAnswer,
        field="pictures",
        each=room.PICTURE,
        temperature=SEEING,
    )
    names = [character.name for character in brief.cast]

    def flaw(answer: PictureAnswer) -> Flaw:
        german = [*prompt_findings(answer.scene_en, names), *prompt_findings(answer.shot_en, names)]
        return Flaw(len(german), " ".join(finding.hint for finding in german)) if german else NO_FLAW

    ask = question.asker(texts, seed=seed, context=provider.context)
    dictation = Dictation(provider, keep_alive, on_tokens)
    async with aclosing(dictation.pages(sorted(texts), question.field, PictureAnswer, ask, flaw)) as answers:
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
    question = _Question(
        rules=brief.system("judge", provider.model),
        book=brief.lines(),
        wish="Prüfe die Seiten",
        answer=JudgesAnswer,
        field="pages",
        each=room.VERDICT,
        temperature=JUDGING,
    )
    ask = question.asker(texts, seed=seed, context=provider.context)
    dictation = Dictation(provider, keep_alive, on_tokens)
    async with aclosing(dictation.pages(sorted(texts), question.field, JudgeAnswer, ask)) as answers:
        async for answer in answers:
            yield Verdict(
                answer.page,
                danger=answer.danger,
                fear=answer.fear,
                unkind=answer.unkind,
                because=answer.because_de,
            )
