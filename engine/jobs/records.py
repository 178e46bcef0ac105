"""The list in the book's journal: one line for each thing that happens to it, and the list those lines come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from pydantic import JsonValue, ValidationError

from engine.errors import FibelError
from engine.jobs.job import TERMINAL, Job, JobState
from engine.jobs.policy import Arrangement
from engine.units import Seconds

Record = dict[str, JsonValue]


def job_record(job: Job) -> Record:
    """A job as it is from now on."""
    return {"type": "job", "job": job.model_dump(mode="json", exclude_defaults=True)}


def state_record(job_id: str, state: JobState, *, at: Seconds = 0.0, error: FibelError | None = None) -> Record:
    """A job goes into another state at `at`, in seconds since the epoch; kept for its beginning and its end."""
    record: Record = {"type": "state", "id": job_id, "state": state.value}
    if at and (state in TERMINAL or state is JobState.RUNNING):
        record["at"] = round(at, 3)
    if error is not None:
        record |= {"error": error.code, "details": error.details}
    return record


def held_record(job_ids: Collection[str], held: bool) -> Record:
    """Jobs are put on the list for later, or wait no longer for that."""
    return {"type": "held", "ids": [*job_ids], "held": held}


def order_record(arrangement: Arrangement) -> Record:
    """The author has said something about the order."""
    return {"type": "order", "front": [*arrangement.front], "order": [*arrangement.order]}


def paused_record(paused: bool) -> Record:
    """The author has stopped the list, or let it go on."""
    return {"type": "paused", "paused": paused}


def with_state(job: Job, record: Record) -> Job:
    """Return the job as a state record leaves it.

    Raises:
        ValueError: the record is of another version.
    """
    state, at = JobState(str(record.get("state"))), record.get("at")
    changes: dict[str, object] = {
        "state": state,
        "error": str(record.get("error", "")),
        "details": str(record.get("details", "")),
    }
    if isinstance(at, int | float):
        changes["began" if state is JobState.RUNNING else "ended"] = float(at)
    return job.model_copy(update=changes) if "error" not in record else Job.model_validate(job.model_dump() | changes)


@dataclass(slots=True)
class Replayed:
    """What a journal says of the list."""

    by_id: dict[str, Job] = field(default_factory=dict)
    arrangement: Arrangement = field(default_factory=Arrangement)
    paused: bool = False

    @property
    def jobs(self) -> list[Job]:
        """Every job in the state it was in at the end, in the order of the wishes."""
        return list(self.by_id.values())


def replay(records: Iterable[Record]) -> Replayed:
    """Read a journal; a line of another version is no reason to lose the others."""
    replayed = Replayed()
    for record in records:
        with suppress(ValidationError, ValueError):
            _replay(record, replayed)
    return replayed


def _replay(record: Record, replayed: Replayed) -> None:
    jobs = replayed.by_id
    match record:
        case {"type": "job", "job": description}:
            job = Job.model_validate(description)
            jobs[job.id] = job
        case {"type": "state", "id": str(job_id)} if job_id in jobs:
            jobs[job_id] = with_state(jobs[job_id], record)
        case {"type": "held", "ids": list(ids), "held": bool(held)}:
            for job_id in jobs.keys() & {str(job_id) for job_id in ids}:
                jobs[job_id] = jobs[job_id].model_copy(update={"held": held})
        case {"type": "order", "front": list(front), "order": list(order)}:
            replayed.arrangement = Arrangement(tuple(map(str, front)), tuple(map(str, order)))
        case {"type": "paused", "paused": bool(paused)}:
            replayed.paused = paused
        case _:
            pass
