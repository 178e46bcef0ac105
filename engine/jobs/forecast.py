"""What comes when: the policy run forward over the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.jobs.job import Job
from engine.jobs.policy import Situation, Table, Waiting
from engine.units import Seconds


@dataclass(frozen=True, slots=True)
class Expected:
    """A waiting job and when its turn comes, counted from the moment of the forecast.

    `turn` is None for a job that is held until its model is there anyway, or the author lets the list run.
    """

    job: Job
    turn: Seconds | None
    swap: Seconds
    """Loading before it, part of what follows the turn."""
    work: Seconds

    @property
    def done(self) -> Seconds | None:
        return None if self.turn is None else self.turn + self.swap + self.work


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would become of a wish if it were made now and came in its turn."""

    expected: Expected
    before: tuple[Job, ...]
    """Waiting jobs that are done before it, the running one aside."""


@dataclass(frozen=True, slots=True)
class Price:
    """What it costs to do one job before all others."""

    swap: Seconds
    """Loading before it can begin."""
    work: Seconds
    more: Seconds
    """How much longer the whole list takes for it."""
    later: int
    """Jobs that come later than they would have."""
    sooner: Seconds | None
    """How much earlier the job itself is done; None if it would not have been done by itself."""


def price_now(waiting: Sequence[Waiting], situation: Situation, job_id: str, busy: Seconds = 0.0) -> Price:
    """Return what it costs to do a job first; arguments as in `forecast`.

    Raises:
        KeyError: it does not wait.
    """
    arrangement = situation.arrangement
    front = (job_id, *(other for other in arrangement.front if other != job_id))
    first = replace(situation, arrangement=replace(arrangement, front=front))
    before = {expected.job.id: expected for expected in forecast(waiting, situation, busy)}
    after = {expected.job.id: expected for expected in forecast(waiting, first, busy)}
    here, there = before[job_id], after[job_id]
    later = sum(_later(after[other].done, before[other].done) for other in before if other != job_id)
    return Price(
        swap=there.swap,
        work=there.work,
        more=_end(after) - _end(before),
        later=later,
        sooner=None if here.done is None or there.done is None else here.done - there.done,
    )


def forecast(waiting: Sequence[Waiting], situation: Situation, busy: Seconds = 0.0) -> tuple[Expected, ...]:
    """Return the waiting jobs in the order in which `choose` will take them, held ones last.

    Args:
        waiting: jobs in the order of the wishes.
        situation: as it will be when the running job is done, `now` aside.
        busy: seconds until then.
    """
    table, resident, passed = Table(waiting, situation), situation.resident, busy
    expected: list[Expected] = []
    while entry := table.next(situation.now + passed, resident):
        swap = situation.swaps.to(entry.model, resident)
        expected.append(Expected(entry.job, passed, swap, entry.work))
        passed = passed + swap + entry.work
        resident = situation.swaps.after(entry.job, resident)
        table.take(entry)
    return (*expected, *(Expected(e.job, None, 0.0, e.work) for e in table.left))


def outlook(waiting: Sequence[Waiting], situation: Situation, wish: Waiting, busy: Seconds = 0.0) -> Outlook:
    """Return what would become of a wish that is not on the list yet; arguments as in `forecast`."""
    coming = forecast([*waiting, wish], situation, busy)
    place = next(place for place, expected in enumerate(coming) if expected.job.id == wish.job.id)
    return Outlook(coming[place], tuple(expected.job for expected in coming[:place]))


def _end(coming: Mapping[str, Expected]) -> Seconds:
    return max((expected.done for expected in coming.values() if expected.done is not None), default=0.0)


def _later(after: Seconds | None, before: Seconds | None) -> bool:
    return after is not None and before is not None and after > before
