"""Tell a headless run: plain lines on stderr for a person, one JSON event a line on stdout for a program."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.book.encodings import Decoded
from engine.book.model import Book
from engine.clean import clean
from engine.errors import FibelError
from engine.jobs.events import (
    BookChanged,
    EngineChanged,
    EngineState,
    Event,
    JobChanged,
    Notice,
    Phase,
    SceneTold,
    TakePainted,
)
from engine.jobs.job import Job, JobKind, JobState
from engine.writer.provider import LOCAL

_PHASES = {
    Phase.LOADING_TEXT: "Loading the writer",
    Phase.LOADING_IMAGE: "Loading the illustrator",
    Phase.FLUSHING: "Making room on the card",
}
"""Phases worth a line; the others show in what they bring."""

_JOBS = {
    JobKind.OUTLINE: "Outline",
    JobKind.SCENES: "Scenes",
    JobKind.REPAIR: "Mending sentences",
    JobKind.REWRITE: "Rewriting",
    JobKind.TRANSLATE: "What is to be seen",
    JobKind.JUDGE: "Reading as a child would",
    JobKind.EDITION: "Translating",
    JobKind.PAINT: "Painting",
    JobKind.WARM: "Warming up",
    JobKind.FLUSH: "Freeing the card",
    JobKind.UPSCALE: "Enlarging",
}


def say(text: str) -> None:
    """Write one line for the person at the terminal; a path may have a name nobody has cleaned."""
    print(clean(text), file=sys.stderr, flush=True)  # noqa: T201 - messages belong on stderr


def tell_encoding(read: Decoded) -> None:
    """Say aloud how a text was read that is not in the encoding of today."""
    if read.old:
        say(f"note: The text was read as {read.old}; save it as UTF-8 to be sure. [encoding]")


def result(text: str) -> None:
    """Write one line of what the command was asked for."""
    print(clean(text), flush=True)  # noqa: T201 - results belong on stdout


def json_line(event: Mapping[str, object]) -> None:
    """Write one event or one object for a program; what would steer a terminal is escaped, and so stays what it is."""
    text = json.dumps(event, ensure_ascii=False)
    print("".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in text), flush=True)  # noqa: T201


@dataclass
class Teller:
    """Takes the engine's events and tells each thing once."""

    as_json: bool
    _began: float = field(default_factory=time.monotonic)
    _book: Book | None = None
    _phase: Phase = Phase.IDLE
    _progress: tuple[str, int] = ("", 0)

    def __call__(self, event: Event) -> None:
        match event:
            case EngineChanged(state=state):
                self._engine(state)
            case BookChanged(book=book):
                self._book = book
            case SceneTold(page=page):
                self._scene(page)
            case TakePainted(page=page, take=take):
                self._take(page, take)
            case JobChanged(job=job):
                self._job(job)
            case Notice(text=text, hint=hint, code=code):
                self._notice(text, hint, code)
            case _:
                pass

    def knows(self, book: Book) -> None:
        """The book as it is before anything happens."""
        self._book = book

    def line(self, text: str) -> None:
        """Tell a person something; a program reads it from the other events."""
        if not self.as_json:
            say(f"{time.monotonic() - self._began:6.1f} s  {text}")

    def done(self, **what: object) -> None:
        """Tell that all went well: the last event."""
        if self.as_json:
            json_line({"event": "done", **what})

    def error(self, error: FibelError) -> None:
        """Tell of an error that does not end the run."""
        self._notice(error.message, error.hint, error.code)

    def _engine(self, state: EngineState) -> None:
        if state.phase is not self._phase:
            self._phase = state.phase
            if self.as_json:
                free = state.vram.free if state.vram else None
                resident = [f"{r.kind}:{r.model}" for r in state.resident]
                told = {"phase": state.phase, "resident": resident, "free": free, "place": state.place}
                json_line({"event": "phase", **told})
            elif state.phase is Phase.LOADING_TEXT and state.place != LOCAL:
                self.line(f"Texts leave this machine: {state.place}")
            elif state.phase in _PHASES:
                self.line(f"{_PHASES[state.phase]} …")
        self._progressed(state)

    def _progressed(self, state: EngineState) -> None:
        """Sampler steps and tokens; a program gets each, a person is not told every step."""
        now = (state.running.id if state.running else "", state.progress.value)
        if not self.as_json or state.running is None or not state.progress.value or now == self._progress:
            return
        self._progress = now
        page = self._number(state.running.page) if state.running.page else None
        json_line(
            {
                "event": "progress",
                "job": state.running.id,
                "kind": state.running.kind,
                "page": page,
                "value": state.progress.value,
                "of": state.progress.of,
                "eta": _rounded(state.eta),
                "queue_eta": _rounded(state.queue_eta),
            }
        )

    def _scene(self, page: str) -> None:
        number, book = self._number(page), self._book
        if number is None or book is None:
            return
        here = book.page(page)
        text = here.draft.text if here.draft else here.scene.text
        if self.as_json:
            json_line({"event": "scene", "page": number, "draft": here.draft is not None, "text": text})
        else:
            self.line(f"Page {number}: {text.splitlines()[0]}")

    def _take(self, page: str, take_id: str) -> None:
        number, book = self._number(page), self._book
        if number is None or book is None:
            return
        take = next(take for take in book.page(page).takes if take.id == take_id)
        if self.as_json:
            json_line({"event": "take", "page": number, "take": take_id, "file": take.file, "seed": take.recipe.seed})
        else:
            self.line(f"Page {number}: painted in {take.seconds:.1f} s, seed {take.recipe.seed}")

    def _job(self, job: Job) -> None:
        if self.as_json:
            page = self._number(job.page) if job.page else None
            told = {"event": "job", "id": job.id, "kind": job.kind, "page": page, "state": job.state}
            json_line(told | ({"code": job.error} if job.error else {}))
        elif job.state is JobState.RUNNING and job.kind is not JobKind.PAINT:
            self.line(f"{_JOBS[job.kind]} …")

    def _notice(self, text: str, hint: str, code: str) -> None:
        if self.as_json:
            json_line({"event": "notice", "code": code, "message": text, "hint": hint})
        else:
            self.line(" ".join(part for part in (text, hint, f"[{code}]" if code else "") if part))

    def _number(self, page: str | None) -> int | None:
        """The page's number; None if it was deleted meanwhile."""
        if self._book is None or page is None:
            return None
        numbers = {here.id: number for number, here in enumerate(self._book.pages, start=1)}
        return numbers.get(page)


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)
