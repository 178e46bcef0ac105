"""What has happened since the studio was opened: requests, jobs, news; as many lines as somebody would read."""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass, replace

from engine.diary import REQUESTS
from engine.jobs.events import Notice
from engine.jobs.job import Job
from engine.units import Seconds
from tui.widgets.states import JOB_LOOKS, JOB_WORDS
from tui.words import say
from tui.words.foreign import engine_words

KEPT = 500
"""Lines kept; a book of 32 pages makes some 400 when nothing goes wrong."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: when, what, and how often in a row."""

    at: Seconds
    """Seconds since the epoch."""
    words: str
    times: int = 1
    seconds: Seconds = 0.0
    """How long the answer took, 0 where nothing was asked."""
    is_error: bool = False


class Diary(logging.Handler):
    """Listens to the engine's requests on any thread; what is the same as the line before counts it up."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.entries: deque[Entry] = deque(maxlen=KEPT)
        self.written = 0
        """How many lines were ever written, so that a reader sees whether there is something new."""

    def open(self) -> None:
        REQUESTS.setLevel(logging.DEBUG)
        REQUESTS.addHandler(self)

    def close(self) -> None:
        REQUESTS.removeHandler(self)
        super().close()

    def emit(self, record: logging.LogRecord) -> None:
        status = getattr(record, "status", 0)
        words = f"{getattr(record, 'server', '')} {say(getattr(record, 'what', ''))}"
        bad = f" ({status})" if status >= 400 else ""
        self._write(Entry(record.created, words + bad, seconds=getattr(record, "seconds", 0.0), is_error=bool(bad)))

    def job(self, job: Job, number: int | None) -> None:
        """Note that a job went into another state; `number` is that of its page, if it is about one."""
        page = f" · {say('Page {n}', n=number)}" if number is not None else ""
        words = f"{say(JOB_WORDS[job.kind])}{page}: {say(JOB_LOOKS[job.state].words)}"
        self._write(Entry(time.time(), words, is_error=bool(job.error)))

    def notice(self, notice: Notice) -> None:
        words = engine_words(notice.text, notice.code)
        self._write(Entry(time.time(), f"{words} {notice.code}".strip(), is_error=bool(notice.code)))

    def _write(self, entry: Entry) -> None:
        last = self.entries[-1] if self.entries else None
        self.written += 1
        if last is not None and last.words == entry.words:
            self.entries[-1] = replace(entry, times=last.times + 1)
        else:
            self.entries.append(entry)
