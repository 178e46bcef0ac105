"""Wishes that cost a swap of models show their price first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from engine.card.residency import Mode
from engine.card.tenant import ModelKind
from engine.jobs.events import EngineState
from engine.jobs.forecast import Outlook
from engine.jobs.job import MODEL_OF, JobKind
from engine.units import Seconds
from tui.link import Intention
from tui.rooms.dialogs import Answer, Question
from tui.widgets.engine_line import duration
from tui.words import count, say

if TYPE_CHECKING:
    from engine.studio import Studio
    from tui.app import FibelApp


class When(Enum):
    IN_TURN = auto()
    AHEAD = auto()
    LATER = auto()


def home_of(screen: Screen[Any]) -> FibelApp:
    return cast("FibelApp", screen.app)


def swaps(state: EngineState, model: ModelKind) -> bool:
    """Whether work for this kind of model would drive another one from the card."""
    if state.mode is not Mode.SERIAL or any(resident.kind is model for resident in state.resident):
        return False
    running = (state.running,) if state.running is not None else ()
    others = any(job.model is not model for job in (*running, *state.queue))
    return others or bool(state.resident)


LEAST: Seconds = 1.0
"""What takes less is said to take this long: nobody believes in 0 seconds."""


def price_words(state: EngineState, outlook: Outlook) -> str:
    """Say what a swap costs, and what is done before it."""
    model, expected = outlook.expected.job.model, outlook.expected
    sentence = (
        "Needs the writer: about {time} to fetch it"
        if model is ModelKind.TEXT
        else ("Needs the illustrator: about {time} to fetch it")
    )
    running = (state.running,) if state.running is not None else ()
    before = sum(job.model is not model for job in (*running, *outlook.before))
    words = (
        say(sentence, time=duration(max(LEAST, expected.swap)))
        + ", "
        + say("then {time} of work.", time=duration(max(LEAST, expected.work)))
    )
    if before:
        pictures = ("{n} picture is done before.", "{n} pictures are done before.")
        texts = ("{n} text is done before.", "{n} texts are done before.")
        words += " " + count(before, *(pictures if model is ModelKind.TEXT else texts))
    return words


@dataclass(frozen=True, slots=True)
class Price:
    """Seconds of work, and seconds of changing models before it."""

    work: Seconds
    load: Seconds


async def prices(screen: Screen[Any], kinds: Iterable[JobKind]) -> dict[JobKind, Price]:
    """Return what one page of each kind of work costs now."""
    wanted = tuple(kinds)

    async def asked(studio: Studio) -> dict[JobKind, Price]:
        return {kind: Price(*studio.price(kind, 1)) for kind in wanted}

    return await home_of(screen).link.ask(asked)


async def wish_at_a_price(screen: Screen[Any], kind: JobKind, pages: int, intention: Intention[Any]) -> bool:
    """Hand a wish down; one that needs a swap only after the author has seen its price. Runs in a worker.

    It comes in its turn, or ahead of the list, or is kept on the list until its model is there anyway.
    """
    link = home_of(screen).link
    if not swaps(link.state, MODEL_OF[kind]):
        link.wish(intention)
        return True
    outlook = await link.ask(lambda studio: studio.outlook(kind, pages))
    busy = link.state.running is not None or bool(link.state.queue)
    answers = [Answer("enter", say("in its turn") if busy else say("now"), When.IN_TURN)]
    if outlook.before:
        answers.append(Answer("exclamation_mark", say("before all others"), When.AHEAD))
    answers.append(Answer("l", say("later, when it is there anyway"), When.LATER))
    match await screen.app.push_screen_wait(Question(price_words(link.state, outlook), answers)):
        case When.IN_TURN:
            link.wish(intention)
        case When.AHEAD:
            link.wish(lambda studio: studio.list.ahead(lambda: intention(studio)))
        case When.LATER:
            link.wish(lambda studio: studio.list.later(lambda: intention(studio)))
        case _:
            return False
    return True
