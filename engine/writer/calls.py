"""The calls to a writer: an outline, scenes, what is to be seen, a rewrite. Each answer is checked before it counts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from engine.book.model import Character, OutlineLine
from engine.clean import clean_line
from engine.units import Seconds
from engine.writer import room
from engine.writer.answers import (
    OutlineAnswer,
    PictureAnswer,
    PicturesAnswer,
    RewriteAnswer,
    SceneAnswer,
    ScenesAnswer,
)
from engine.writer.asking import Dictation, OnTokens
from engine.writer.brief import Brief, page_line, page_lines, told_lines
from engine.writer.characters import character_block
from engine.writer.prompts import system
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.schema import prepared, prepared_for_pages

__all__ = ["Brief", "Outline", "Picture", "ToldScene", "outline", "pictures", "rewrite", "scenes"]

WARM = 0.8
"""Temperature for inventing."""

COOL = 0.3
"""Temperature for translating into what is to be seen."""


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    cast: tuple[Character, ...]
    lines: tuple[OutlineLine, ...]


@dataclass(frozen=True, slots=True)
class ToldScene:
    """A page's text; `page` is its number, from 1."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be seen on a page: action and framing in English, `alt` in German."""

    page: int
    action: str
    framing: str
    alt: str


async def outline(
    provider: TextProvider, brief: Brief, *, seed: int, keep_alive: Seconds, on_tokens: OnTokens
) -> Outline:
    """Ask for one line a page, a title and a cast.

    Raises:
        FibelError: `text_invalid` or `text_cut` if two answers cannot be used; what the provider raises.
    """
    request = TextRequest(
        system=system("outline", brief.age),
        user="\n".join([*brief.lines(), f"Plane genau {brief.pages} Seiten."]),
        schema=prepared(OutlineAnswer, pages=brief.pages),
        seed=seed,
        temperature=WARM,
        max_tokens=room.GENEROUS * (room.FRAME + room.CAST + room.OUTLINE_PAGE * brief.pages),
    )

    def check(answer: OutlineAnswer) -> None:
        if len(answer.pages) != brief.pages:
            raise ValueError(f"{len(answer.pages)} pages came in place of {brief.pages}")

    answer = await Dictation(provider, keep_alive, on_tokens).whole(request, OutlineAnswer, check)
    return Outline(
        title=answer.title,
        cast=tuple(
            Character(name=figure.name, block=character_block(figure.look_en, figure.name)) for figure in answer.cast
        ),
        lines=tuple(OutlineLine(who=p.who, where=p.where, what=p.what, feeling=p.feeling) for p in answer.pages),
    )


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
    """Have pages told, each given out as soon as it is complete.

    One request tells as many as the model keeps in view; the next one goes on from there.

    Args:
        numbers: the pages wanted.
        told: texts of other pages, which the new ones go on from.

    Raises:
        FibelError: `text_invalid` or `text_cut` naming the pages that could not be had in two tries; what the
            provider raises.
    """
    known = dict(told)
    rules = system("scenes", brief.age)
    book = "\n".join([*brief.lines(), *brief.plan_lines()])
    space = provider.context - room.tokens(rules) - room.tokens(book) - room.FRAME

    def ask(waiting: Sequence[int]) -> tuple[Sequence[int], TextRequest]:
        first = waiting[0]
        nearest = sorted(known, key=lambda number: (number > first, abs(number - first)))
        count, quoted = room.share(
            space,
            [room.scene(brief.age)] * len(waiting),
            [room.tokens(page_line(number, known[number])) for number in nearest],
        )
        asked = waiting[:count]
        quotes = told_lines({number: known[number] for number in nearest[:quoted]})
        return asked, TextRequest(
            system=rules,
            user="\n".join([book, *quotes, f"Schreibe die Seiten: {_listed(asked)}"]),
            schema=prepared_for_pages(ScenesAnswer, "scenes", asked),
            seed=seed,
            temperature=WARM,
            max_tokens=room.GENEROUS * (room.FRAME + room.scene(brief.age) * count),
        )

    dictation = Dictation(provider, keep_alive, on_tokens)
    async with aclosing(dictation.pages(sorted(set(numbers)), "scenes", SceneAnswer, ask)) as answers:
        async for answer in answers:
            known[answer.page] = answer.text_de
            yield ToldScene(answer.page, answer.text_de)


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

    Args:
        texts: the pages' texts by number.

    Raises:
        FibelError: as `scenes`.
    """
    rules = system("pictures", brief.age)
    book = "\n".join([*brief.lines(), *brief.plan_lines()])
    space = provider.context - room.tokens(rules) - room.tokens(book) - room.FRAME

    def ask(waiting: Sequence[int]) -> tuple[Sequence[int], TextRequest]:
        lines = [page_line(number, texts[number]) for number in waiting]
        count, _ = room.share(space, [room.tokens(line) + room.PICTURE for line in lines], [])
        asked = waiting[:count]
        return asked, TextRequest(
            system=rules,
            user="\n".join([book, "Text:", *lines[:count], f"Beschreibe die Seiten: {_listed(asked)}"]),
            schema=prepared_for_pages(PicturesAnswer, "pictures", asked),
            seed=seed,
            temperature=COOL,
            max_tokens=room.GENEROUS * (room.FRAME + room.PICTURE * count),
        )

    dictation = Dictation(provider, keep_alive, on_tokens)
    async with aclosing(dictation.pages(sorted(texts), "pictures", PictureAnswer, ask)) as answers:
        async for answer in answers:
            yield Picture(answer.page, action=answer.scene_en, framing=answer.shot_en, alt=answer.summary_de)


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
    """Ask for another version of a page's text.

    Args:
        instruction: what the author wishes; empty for just another telling.

    Raises:
        FibelError: as `outline`.
    """
    wish = clean_line(instruction) or "Erzähle die Seite anders."
    length = max(room.scene(brief.age), room.ITEM + room.tokens(text))
    request = TextRequest(
        system=system("rewrite", brief.age),
        user="\n".join(
            [*brief.lines(), *brief.plan_lines(only=page), "Text:", page_lines(page, text), f"Wunsch: {wish}"]
        ),
        schema=prepared(RewriteAnswer),
        seed=seed,
        temperature=WARM,
        max_tokens=room.GENEROUS * (room.FRAME + length),
    )
    answer = await Dictation(provider, keep_alive, on_tokens).whole(request, RewriteAnswer, lambda _answer: None)
    return answer.text_de


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
