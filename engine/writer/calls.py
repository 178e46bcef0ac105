"""The calls to a writer: an outline, scenes, what is to be seen, a rewrite. Each answer is checked before it counts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from engine.book.model import Character, OutlineLine
from engine.errors import FibelError
from engine.units import Seconds, Tokens
from engine.writer.answers import (
    OutlineAnswer,
    PictureAnswer,
    PicturesAnswer,
    RewriteAnswer,
    SceneAnswer,
    ScenesAnswer,
)
from engine.writer.brief import Brief, texts_under
from engine.writer.characters import character_block
from engine.writer.prompts import system
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.schema import prepared
from engine.writer.stream import ItemReader

__all__ = ["Brief", "Outline", "Picture", "ToldScene", "outline", "pictures", "rewrite", "scenes"]

ATTEMPTS = 2
"""A small model that did not keep the form once often does so with another seed; then a person should look."""

WARM = 0.8
"""Temperature for inventing."""

COOL = 0.3
"""Temperature for translating into what is to be seen."""

_OUTLINE_PAGE: Tokens = 90
_SCENE: Tokens = 260
_PICTURE: Tokens = 200
_FRAME: Tokens = 300
"""Room in an answer: twice what a page took in German with Llama 3.1's tokens, and for what is around the pages."""

OnTokens = Callable[[Tokens], None]
A = TypeVar("A", bound=BaseModel)
P = TypeVar("P", SceneAnswer, PictureAnswer)


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
        FibelError: `text_invalid` if the answer has the wrong form twice; what the provider raises.
    """
    request = TextRequest(
        system=system("outline", brief.age, brief.age_name),
        user="\n".join([*brief.lines(), f"Plane genau {brief.pages} Seiten."]),
        schema=prepared(OutlineAnswer, pages=brief.pages),
        seed=seed,
        temperature=WARM,
        max_tokens=_FRAME + _OUTLINE_PAGE * brief.pages,
    )

    def check(answer: OutlineAnswer) -> OutlineAnswer:
        if len(answer.pages) != brief.pages:
            raise ValueError(f"{len(answer.pages)} pages in place of {brief.pages}")
        return answer

    answer = await _whole(provider, request, OutlineAnswer, check, keep_alive, on_tokens)
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

    Args:
        numbers: the pages wanted.
        told: texts of other pages, which the new ones go on from.

    Raises:
        FibelError: `text_invalid` if a page is still missing after a second try; what the provider raises.
    """
    told = dict(told)
    lacking = sorted(numbers)
    for attempt in range(ATTEMPTS):
        request = TextRequest(
            system=system("scenes", brief.age, brief.age_name),
            user="\n".join(
                [
                    *brief.lines(),
                    *brief.plan_lines(range(1, brief.pages + 1)),
                    *texts_under("Bisher", told),
                    f"Schreibe die Seiten: {', '.join(map(str, lacking))}",
                ]
            ),
            schema=prepared(ScenesAnswer, scenes=len(lacking)),
            seed=seed + attempt,
            temperature=WARM,
            max_tokens=_FRAME + _SCENE * len(lacking),
        )
        last = attempt == ATTEMPTS - 1
        async with aclosing(_items(provider, request, "scenes", SceneAnswer, keep_alive, on_tokens, last)) as items:
            async for item in items:
                if item.page in lacking:
                    lacking.remove(item.page)
                    told[item.page] = item.text_de
                    yield ToldScene(item.page, item.text_de)
        if not lacking:
            return
    raise _lacking(lacking)


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
    lacking = sorted(texts)
    for attempt in range(ATTEMPTS):
        request = TextRequest(
            system=system("pictures", brief.age, brief.age_name),
            user="\n".join(
                [
                    *brief.lines(),
                    *brief.plan_lines(lacking),
                    *texts_under("Text", {number: texts[number] for number in lacking}),
                    f"Beschreibe die Seiten: {', '.join(map(str, lacking))}",
                ]
            ),
            schema=prepared(PicturesAnswer, pictures=len(lacking)),
            seed=seed + attempt,
            temperature=COOL,
            max_tokens=_FRAME + _PICTURE * len(lacking),
        )
        last = attempt == ATTEMPTS - 1
        async with aclosing(_items(provider, request, "pictures", PictureAnswer, keep_alive, on_tokens, last)) as items:
            async for item in items:
                if item.page in lacking:
                    lacking.remove(item.page)
                    yield Picture(item.page, action=item.scene_en, framing=item.shot_en, alt=item.summary_de)
        if not lacking:
            return
    raise _lacking(lacking)


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

    Raises:
        FibelError: as `outline`.
    """
    wish = instruction or "Erzähle die Seite anders."
    request = TextRequest(
        system=system("rewrite", brief.age, brief.age_name),
        user="\n".join(
            [*brief.lines(), *brief.plan_lines([page]), *texts_under("Text", {page: text}), f"Wunsch: {wish}"]
        ),
        schema=prepared(RewriteAnswer),
        seed=seed,
        temperature=WARM,
        max_tokens=_FRAME + _SCENE,
    )
    answer = await _whole(provider, request, RewriteAnswer, lambda answer: answer, keep_alive, on_tokens)
    return answer.text_de


async def _whole(
    provider: TextProvider,
    request: TextRequest,
    form: type[A],
    check: Callable[[A], A],
    keep_alive: Seconds,
    on_tokens: OnTokens,
) -> A:
    """Read an answer to its end and check it; one that is unusable is asked for once more with another seed."""
    problem = ""
    for attempt in range(ATTEMPTS):
        again = replace(request, seed=request.seed + attempt)
        async with aclosing(_pieces(provider, again, keep_alive, on_tokens, ended_early=True)) as pieces:
            text = "".join([piece async for piece in pieces])
        try:
            return check(form.model_validate_json(text[text.find("{") : text.rfind("}") + 1]))
        except ValidationError as error:
            problem = _first(error)
        except ValueError as error:
            problem = str(error)
    raise FibelError("text_invalid", f"{problem}.")


async def _items(
    provider: TextProvider,
    request: TextRequest,
    field: str,
    form: type[P],
    keep_alive: Seconds,
    on_tokens: OnTokens,
    last: bool,
) -> AsyncGenerator[P, None]:
    """Give out the usable items of an answer's list while it is being written.

    Args:
        last: whether nobody will ask again, so that an answer cut short is an error.
    """
    reader = ItemReader(field)
    async with aclosing(_pieces(provider, request, keep_alive, on_tokens, ended_early=not last)) as pieces:
        async for piece in pieces:
            for item in reader.feed(piece):
                try:
                    yield form.model_validate_json(item)
                except ValidationError:
                    continue  # it counts as missing and is asked for again


async def _pieces(
    provider: TextProvider, request: TextRequest, keep_alive: Seconds, on_tokens: OnTokens, *, ended_early: bool
) -> AsyncGenerator[str, None]:
    """Give out an answer's text.

    Args:
        ended_early: whether an answer that broke off is taken as far as it came.
    """
    try:
        async with aclosing(provider.generate(request, keep_alive=keep_alive)) as chunks:
            async for chunk in chunks:
                on_tokens(chunk.tokens)
                if chunk.text:
                    yield chunk.text
                if chunk.done and chunk.reason == "length" and not ended_early:
                    raise FibelError("text_cut", f"The answer was longer than {request.max_tokens} tokens.")
    except FibelError as error:
        if error.code != "text_cut" or not ended_early:
            raise


def _first(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, problem['loc'])) or 'the answer'}: {problem['msg']}"


def _lacking(pages: Sequence[int]) -> FibelError:
    return FibelError("text_invalid", f"Nothing usable came for page {', '.join(map(str, pages))}.")
