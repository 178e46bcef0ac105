"""An evening played through with a rule: one card, one job after another, no look into the future."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.card.tenant import ModelKind
from engine.jobs.job import Job
from engine.jobs.policy import Situation, Swaps, Waiting, choose
from engine.units import Seconds
from tests.bench.evening import Errand

Rule = Callable[[Sequence[Waiting], Situation], Job | None]


@dataclass(frozen=True, slots=True)
class Played:
    """What an evening came to."""

    waited: float
    """Seconds from wish to result, each times its worth, all together."""
    longest: Seconds
    swaps: int
    order: tuple[str, ...]


def play(errands: Sequence[Errand], swaps: Swaps, rule: Rule) -> Played:
    by_id = {errand.job.id: errand for errand in errands}
    left = sorted(errands, key=lambda errand: errand.at)
    now, resident, done = 0.0, frozenset[ModelKind](), list[str]()
    waited = longest = 0.0
    swapped = 0
    while left:
        now = max(now, left[0].at)
        waiting = [Waiting(e.job, e.work, e.at) for e in left if e.at <= now]
        job = rule(waiting, Situation(swaps, now, resident))
        assert job is not None, "there is work, and the rule does nothing"
        errand = by_id[job.id]
        assert errand.after <= set(done), "a job was begun before what it waits for"
        swapped += job.model not in resident
        now += swaps.to(job.model, resident) + errand.work
        resident = swaps.after(job, resident)
        waited += errand.weight * (now - errand.at)
        longest = max(longest, now - errand.at)
        done.append(job.id)
        left.remove(errand)
    return Played(waited, longest, swapped, tuple(done))


def fifo(waiting: Sequence[Waiting], situation: Situation) -> Job | None:
    """The rule of most programs of this kind: first come, first served."""
    return waiting[0].job if waiting else None


def collate(waiting: Sequence[Waiting], situation: Situation) -> Job | None:
    """What is waiting for the model that is there, then first come, first served."""
    there = set[str]()
    for w in waiting:
        if w.job.model in situation.resident and not there.intersection(w.job.pages):
            return w.job
        there.update(w.job.pages)
    return waiting[0].job if waiting else None


def fibel(waiting: Sequence[Waiting], situation: Situation) -> Job | None:
    return choose(waiting, situation)
