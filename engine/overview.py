"""A book at a glance: where each page stands and what is on the list, read without locking anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from engine.book.folder import BookFolder
from engine.book.model import Book, Page, PictureState, Role, TakeId, TextState
from engine.card.tenant import ModelKind
from engine.illustrator.composer import compose
from engine.jobs.events import Phase
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from engine.jobs.records import replay
from engine.presets import PresetKind, StylePreset, load

_AT_WORK = frozenset({JobState.RUNNING, JobState.SUBMITTED, JobState.FETCHED})


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


class PageStatus(_Shape):
    number: int
    id: str
    role: Role
    text: TextState
    picture: PictureState
    takes: int
    chosen: TakeId | None


class JobStatus(_Shape):
    id: str
    kind: JobKind
    pages: tuple[str, ...]
    page: str | None
    state: JobState


class EngineStatus(_Shape):
    """What the journal tells of the engine: what another process does with this book right now."""

    phase: Phase
    resident: tuple[ModelKind, ...] = ()


class Status(_Shape):
    """The shape of `fibel status --json`; it may grow, its names stay."""

    title: str
    folder: str
    schema_number: int = Field(serialization_alias="schema")
    pages: tuple[PageStatus, ...]
    jobs: tuple[JobStatus, ...]
    engine: EngineStatus


def status(folder: BookFolder, *, at_work: bool, own_presets: Sequence[Path] = ()) -> Status:
    """Return where a book stands.

    Args:
        at_work: whether a process has the book open; without one no job of the journal can be running.
        own_presets: the author's preset folders.

    Raises:
        FibelError: `preset_unknown`, `file_unreadable`.
    """
    book, style = folder.book, load(PresetKind.STYLES, StylePreset, folder.book.style, own_presets)
    jobs = [job for job in replay(folder.journal.records()).jobs if job.state not in TERMINAL]
    running = [job for job in jobs if at_work and job.state in _AT_WORK]
    painting = {page for job in running if job.kind is JobKind.PAINT for page in job.pages}
    return Status(
        title=book.title,
        folder=str(folder.folder),
        schema_number=book.schema_number,
        pages=tuple(
            PageStatus(
                number=number,
                id=page.id,
                role=page.role,
                text=page.text_state,
                picture=picture_state(book, page, style, painting=page.id in painting),
                takes=len(page.takes),
                chosen=page.chosen,
            )
            for number, page in enumerate(book.pages, start=1)
        ),
        jobs=tuple(_told(job, running) for job in jobs),
        engine=_engine(running),
    )


def picture_state(book: Book, page: Page, style: StylePreset, *, painting: bool = False) -> PictureState:
    """Return the state of a page's picture, judged against the prompt it would be painted with now.

    What is to be seen is said of one text; while the page has another one, nobody knows whether the picture shows it.
    """
    state = page.picture_state(positive=compose(book, page, style).positive, painting=painting)
    judged = state in (PictureState.READY, PictureState.APPROVED)
    return PictureState.STALE if judged and page.action_stale else state


def stale_because(book: Book, page: Page, style: StylePreset) -> tuple[str, ...]:
    """Return which parts of the prompt have changed since the chosen take was painted.

    A part is called by its kind ("style", "action", "framing"), a character's block by the character's name, the text
    that the action was said of "text". Empty where only something was taken out of the prompt, or nothing has changed.
    """
    take, prompt = page.chosen_take, compose(book, page, style)
    if take is None:
        return ()
    changed = [
        part.who or part.kind.value
        for part in prompt.parts
        if prompt.positive[part.start : part.end] not in take.recipe.positive
    ]
    return tuple(dict.fromkeys([*(["text"] if page.action_stale else []), *changed]))


def stale_pages(book: Book, style: StylePreset) -> frozenset[str]:
    """Return the ids of the story pages whose chosen picture shows something else than the page now says."""
    return frozenset(page.id for page in book.story_pages if picture_state(book, page, style) is PictureState.STALE)


def _told(job: Job, running: Sequence[Job]) -> JobStatus:
    state = job.state if job in running else JobState.QUEUED
    return JobStatus(id=job.id, kind=job.kind, pages=job.pages, page=job.page, state=state)


def _engine(running: Sequence[Job]) -> EngineStatus:
    if not running:
        return EngineStatus(phase=Phase.IDLE)
    model = running[0].model
    phase = Phase.IMAGE_INFERENCE if model is ModelKind.IMAGE else Phase.TEXT_INFERENCE
    return EngineStatus(phase=phase, resident=(model,))
