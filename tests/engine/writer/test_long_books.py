"""The longest book for the oldest children: every request leaves room for its answer, and no page is lost."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

import pytest

from engine.book.model import Character, OutlineLine
from engine.presets import AgePreset, PresetKind, load
from engine.writer import calls, room
from engine.writer.ollama import Ollama

from .conftest import KEEP, Fake, Step, whole

PAGES = 32
LLAMA_LETTERS = 3.4
"""Letters of German a token, as Llama 3.1 counts."""

OLDEST = load(PresetKind.AGES, AgePreset, "7-9")
LOOK = "small brown hedgehog with a round belly, long red scarf, yellow rain boots, blue dungarees, tiny green backpack"
CAST = tuple(Character(name=f"Maximilian{number}", block=f"({LOOK}:1.2)") for number in range(6))
PLAN = OutlineLine(
    who="Maximilian0, Maximilian1, Maximilian2",
    where="auf dem hohen Hügel hinter dem Wald",
    what="Maximilian0 sucht mit seinen Freunden den verlorenen Stern und findet nur das Spiegelbild",
    feeling="ein wenig enttäuscht",
)
TEXTS = {
    page: f"Seite {page} beginnt am Morgen. " + "Der kleine Igel klettert über den hohen grünen Hügel. " * 12
    for page in range(1, PAGES + 1)
}
TOLD: dict[str, Any] = {"seed": 1, "keep_alive": KEEP, "on_tokens": lambda _count: None}


def book(*, planned: bool = True) -> calls.Brief:
    plan = (PLAN,) * PAGES if planned else ()
    return calls.Brief(
        "Ein Titel", "Der kleine Igel sucht einen Stern. " * 6, OLDEST, "7-9", PAGES, CAST, plan, past=True
    )


def laid_out(asked: list[int]) -> list[Step]:
    line = {"feeling": "froh", "what": "Der Igel klettert auf den Hügel", "where": "im Wald", "who": "Maximilian0"}
    cast = [{"look_en": "small grey mouse, blue cap", "name": f"Maus{asked[0]}"}]
    return whole({"cast": cast, "pages": [line] * asked[0], "title": "Der Stern"})


def seen(asked: list[int]) -> list[Step]:
    return whole(
        {
            "pictures": [
                {
                    "page": page,
                    "scene_en": "the hedgehog climbs",
                    "shot_en": "wide shot",
                    "summary_de": "Der Igel klettert.",
                }
                for page in asked
            ]
        }
    )


def judged(asked: list[int]) -> list[Step]:
    calm = {"because_de": "Alles ist gut.", "danger": False, "fear": False, "unkind": False}
    return whole({"pages": [calm | {"page": page} for page in asked]})


def rooms_left(fake: Fake, context: int) -> list[float]:
    """What each request leaves of the view when its prompt and an answer as long as expected are in it."""
    return [
        context
        - sum(len(message["content"]) for message in body["messages"]) / LLAMA_LETTERS
        - body["options"]["num_predict"] / room.GENEROUS
        for body in fake.chats()
    ]


@pytest.mark.parametrize("context", [4096, 8192])
async def test_every_request_of_the_longest_book_has_room_for_its_answer(fake: Fake, context: int) -> None:
    fake.answers = [laid_out, *[seen] * PAGES, *[judged] * PAGES]
    async with Ollama(fake.url, model="llama3.1:8b", context=context) as ollama:
        planned = await calls.outline(ollama, book(planned=False), **TOLD)
        assert len(planned.lines) == PAGES
        assert await _pages(calls.pictures(ollama, book(), TEXTS, **TOLD)) == [*TEXTS]
        fake.answers = [judged] * PAGES
        assert await _pages(calls.verdicts(ollama, book(), TEXTS, **TOLD)) == [*TEXTS]
    assert min(rooms_left(fake, context)) >= 0


@pytest.mark.parametrize(("context", "parts"), [(4096, 3), (8192, 1)])
async def test_a_manuscript_too_long_for_the_view_is_read_in_parts(fake: Fake, context: int, parts: int) -> None:
    fake.answers = [laid_out] * PAGES
    async with Ollama(fake.url, model="llama3.1:8b", context=context) as ollama:
        read = await calls.outline(ollama, book(planned=False), [*TEXTS.values()], **TOLD)
    assert len(read.lines) == PAGES
    assert len(fake.chats()) == parts
    assert min(rooms_left(fake, context)) >= 0
    told = "\n".join(body["messages"][1]["content"] for body in fake.chats())
    assert all(f"Seite {page} beginnt" in told for page in TEXTS)
    assert all(character.name in fake.user() for character in CAST)
    assert len(read.cast) == len({character.name for character in read.cast}) >= parts - 1


async def _pages(told: AsyncGenerator[Any, None]) -> list[int]:
    return sorted([one.page async for one in told])
