"""The desk: what a job needs to do its work on one open book."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from engine.book.edits import Edit
from engine.book.folder import BookFolder
from engine.book.model import Book
from engine.clock import Clock
from engine.errors import FibelError
from engine.illustrator.comfyui import ComfyUI
from engine.jobs.agenda import Agenda
from engine.jobs.board import Board
from engine.jobs.events import BookChanged, Event
from engine.jobs.queue import JobQueue
from engine.language.stand_ins import hide_names
from engine.presets import AgePreset, FormatPreset, PresetKind, SamplerPreset, StylePreset, load
from engine.writer.guard import Guard
from engine.writer.provider import TextProvider

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work: the same for every book of a run."""

    writer: TextProvider
    illustrator: ComfyUI
    clock: Clock
    sketches: bool
    """Whether the illustrator is the box, so that its takes are marked as sketches."""
    scribe: str = ""
    """Who the texts are said to come from: the model's name, or "box"."""
    preset_folders: tuple[Path, ...] = ()
    vision: Path | None = None
    """The vision model by which likeness is judged."""
    workflow: str = ""
    """The author's own workflow for plain pictures; empty takes that of the model's family."""
    workflow_folders: tuple[Path, ...] = ()
    guard: Guard | None = None
    """A second pair of eyes on the texts; None where the settings name none."""
    prompt_folders: tuple[Path, ...] = ()
    """Where the author keeps prompts of their own for the writer."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One open book with the crew around it."""

    folder: BookFolder
    queue: JobQueue
    agenda: Agenda
    board: Board
    crew: Crew
    emit: Callable[[Event], None]
    said: set[str] = field(default_factory=set)
    """Notices that the author has had since the book was opened."""

    @property
    def book(self) -> Book:
        return self.folder.book

    async def change(self, edit: Edit) -> Book:
        """Apply an edit; when it returns the book is on disk and everybody has been told.

        Real names that have a stand-in do not get into the book, whoever writes them.

        A cancellation while the file is being written takes effect after it is written.

        Raises:
            FibelError: `page_unknown`, `usage` for a value that does not fit, `names_broken`, `disk_full`,
                `write_failed`; the book is then as it was.
        """
        before = self.folder.book
        try:
            book = await uninterrupted(asyncio.to_thread(self.folder.change, lambda book: hide_names(edit(book))))
        except KeyError as error:
            raise FibelError("page_unknown", str(error.args[0])) from None
        except ValidationError as error:
            first = error.errors()[0]
            raise FibelError("usage", f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from None
        if book != before:
            self.emit(BookChanged(book))
        return book

    def age(self) -> AgePreset:
        return load(PresetKind.AGES, AgePreset, self.book.age, self.crew.preset_folders)

    def style(self) -> StylePreset:
        return load(PresetKind.STYLES, StylePreset, self.book.style, self.crew.preset_folders)

    def format(self) -> FormatPreset:
        return load(PresetKind.FORMATS, FormatPreset, self.book.format, self.crew.preset_folders)

    def sampler(self, name: str = "") -> SamplerPreset:
        return load(PresetKind.SAMPLERS, SamplerPreset, name or self.book.preset, self.crew.preset_folders)


async def uninterrupted(work: Coroutine[Any, Any, T]) -> T:
    """Await `work` to its end even if we are cancelled meanwhile; the cancellation is raised afterwards."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
