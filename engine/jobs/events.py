"""What the engine tells those who watch: facts, already durable where they speak of the book. Events only go up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from engine.card.residency import Mode
from engine.card.tenant import ModelKind, Resident, VramReading
from engine.jobs.job import Job
from engine.units import Bytes, Seconds

if TYPE_CHECKING:
    from engine.book.model import Book
    from engine.jobs.forecast import Expected


class Phase(StrEnum):
    IDLE = "IDLE"
    LOADING_TEXT = "LOADING_TEXT"
    TEXT_INFERENCE = "TEXT_INFERENCE"
    FLUSHING = "FLUSHING"
    SETTLING = "SETTLING"
    LOADING_IMAGE = "LOADING_IMAGE"
    IMAGE_INFERENCE = "IMAGE_INFERENCE"
    UPSCALING = "UPSCALING"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the running job is: `value` of `of` steps (pictures) or tokens (text; `of` is 0 while unknown)."""

    value: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Loading:
    """A model that is on its way onto the card, since `EngineState.phase_since`."""

    kind: ModelKind
    model: str
    bytes: Bytes
    """What it will hold, as far as is known."""
    expected: Seconds
    """How long this model usually takes here."""
    arrived: Bytes | None = None
    """What of it is there, as measured; None where nobody can tell."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """All that the engine line shows, as one value; the latest replaces all before it."""

    phase: Phase = Phase.IDLE
    running: Job | None = None
    progress: Progress = Progress()
    phase_since: Seconds = 0.0
    """How long the phase has lasted when this state was made."""
    loading: Loading | None = None
    elapsed: Seconds = 0.0
    """How long the running job has taken, loading included."""
    eta: Seconds | None = None
    """For the running job."""
    queue: tuple[Job, ...] = ()
    """Waiting jobs in the order they will be done, those held for later last."""
    coming: tuple[Expected, ...] = ()
    """The same jobs, each with the time of its turn."""
    queue_eta: Seconds | None = None
    """For everything that is not held, swaps included."""
    paused: bool = False
    resident: tuple[Resident, ...] = ()
    models: tuple[tuple[ModelKind, str], ...] = ()
    """What is written and painted with, loaded or not."""
    embeddings: frozenset[str] | None = None
    """What a prompt may name on the illustrator's server; None as long as it was not asked."""
    needs: tuple[tuple[ModelKind, int], ...] = ()
    vram: VramReading | None = None
    mode: Mode = Mode.SERIAL
    mode_reason: str = ""
    on_box: bool = False
    place: str = "local"
    """Where texts are written: "local", or the service they go to."""
    earlier: tuple[Job, ...] = ()
    """The last jobs that came to their end in earlier runs, oldest first."""


@dataclass(frozen=True, slots=True)
class EngineChanged:
    state: EngineState


@dataclass(frozen=True, slots=True)
class BookChanged:
    """The book is this one now, and it is on disk."""

    book: Book


@dataclass(frozen=True, slots=True)
class SceneTold:
    """A page got a text (or a draft) from the writer."""

    page: str


@dataclass(frozen=True, slots=True)
class TakePainted:
    page: str
    take: str


@dataclass(frozen=True, slots=True)
class PrintMade:
    """A take has an enlarged picture beside it, for the press."""

    page: str
    take: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture in the making, as JPEG bytes."""

    page: str
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job went into another state."""

    job: Job


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the author should read: a repaired book, a lost server, a refused wish.

    `code` is an error code, or empty for plain news.
    """

    text: str
    hint: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class BookTaken:
    """The book is closed here: another process of the author's has taken it over."""


Event = BookTaken | EngineChanged | BookChanged | SceneTold | TakePainted | PrintMade | Preview | JobChanged | Notice
