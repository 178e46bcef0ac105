"""What was recorded of a real server, told to our client once more: each run ends as it ended there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.errors import FibelError
from engine.illustrator import refusals
from engine.illustrator.painting import PaintEvent, Started, Step
from engine.illustrator.run import Patience, Run
from engine.illustrator.wire import Entry, Frame, Queue, read_frame

from .conftest import DATA

RUNS = [json.loads(line) for line in (DATA / "runs.jsonl").read_text("utf-8").splitlines()]
CLASSES = {"3": "KSampler", "4": "CheckpointLoaderSimple", "8": "VAEDecode"}


class Recorded:
    """A server and its socket that say what they said: frames first, the history when they are through."""

    def __init__(self, run: dict[str, Any]) -> None:
        self._frames = list(run["frames"])
        self._entry = Entry.model_validate(run["entry"])
        self.is_open = True

    async def next(self, _patience: float) -> Frame | None:
        while self._frames:
            kind, said = self._frames.pop(0)
            frame = read_frame(json.dumps({"type": kind, "data": {**said, "prompt_id": "PROMPT"}}))
            if frame is not None:
                return frame
        return None

    async def reconnect(self) -> None:
        raise AssertionError("nothing was lost")

    async def queue(self) -> Queue:
        running = [[0, "PROMPT", {}, {"client_id": "us"}, []]] if self._frames else []
        return Queue.model_validate({"queue_running": running, "queue_pending": []})

    async def history(self, _prompt_id: str) -> Entry | None:
        return None if self._frames else self._entry


@pytest.mark.parametrize("run", RUNS, ids=lambda run: str(run["name"]))
async def test_a_recorded_run_ends_as_it_ended(run: dict[str, Any]) -> None:
    seen: list[PaintEvent] = []
    there: Any = Recorded(run)
    entry = await Run(there, there, "PROMPT", CLASSES, seen.append, Patience(silence=60, again=0, settle=0)).to_end()
    status = run["entry"]["status"]
    assert entry.completed == status["completed"]
    kinds = [kind for kind, _ in status["messages"]]
    assert entry.interrupted == ("execution_interrupted" in kinds)
    if not entry.completed:
        assert refusals.failed(entry).code in EXPECTED
    stepped = [event for event in seen if isinstance(event, Step)]
    told = [said for kind, said in run["frames"] if kind == "progress" and said["node"] == "3"]
    assert [(step.value, step.of) for step in stepped] == [(said["value"], said["max"]) for said in told]
    assert seen.count(Started()) <= 1


EXPECTED = {"paint_failed", "paint_interrupted", "out_of_memory", "model_missing", "family_mismatch"}


def test_every_kind_of_end_was_recorded() -> None:
    codes = set()
    for run in RUNS:
        entry = Entry.model_validate(run["entry"])
        try:
            codes.add("done" if entry.completed else refusals.failed(entry).code)
        except FibelError as error:
            codes.add(error.code)
    assert codes >= {"done", "paint_failed", "paint_interrupted", "out_of_memory"}
