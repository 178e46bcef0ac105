"""Which job is next: a pure function of what waits, what it costs, and what the author looks at.

The forecast (`engine.jobs.forecast`) is this function run forward: what the screen promises is what will be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.card.tenant import ModelKind
from engine.jobs.job import Job, JobKind
from engine.units import Seconds

WHOLE = 1.0
"""Worth of one page of a wish for the whole book: nobody stands before it and waits."""

WISHED = 4.0
"""Worth of a job wished for by itself: the author waits for it (serial-engine practice: 4 to 1)."""

WATCHED = 6.0
"""Worth of a job for the page that is being looked at: half as much again as one wished for and left."""

PATIENCE: Seconds = 600.0
"""A job that has waited this long counts twice; the cube keeps younger ones almost untouched and starves nobody."""

_PREPARES_PICTURES = frozenset({JobKind.OUTLINE, JobKind.SCENES, JobKind.TRANSLATE})
_DRAFTS = frozenset({JobKind.REWRITE, JobKind.REPAIR, JobKind.EDITION})
_UNASKED = frozenset({JobKind.TRANSLATE, JobKind.JUDGE})
"""What comes along with other wishes: nobody waits for it by itself."""

_PREPARES_TEXTS = frozenset({JobKind.OUTLINE, JobKind.SCENES})


@dataclass(frozen=True, slots=True)
class Swaps:
    """What it costs to change what lies on the card, in seconds a kind of model.

    `exclusive`: one kind drives the other out; else both may stay.
    """

    load: Mapping[ModelKind, Seconds]
    flush: Mapping[ModelKind, Seconds] = field(default_factory=dict)
    exclusive: bool = True

    def to(self, kind: ModelKind, resident: frozenset[ModelKind]) -> Seconds:
        """Return how long it takes until a model of this kind can be used."""
        if kind in resident:
            return 0.0
        flush = sum(self.flush.get(other, 0.0) for other in resident) if self.exclusive else 0.0
        return flush + self.load.get(kind, 0.0)

    def after(self, job: Job, resident: frozenset[ModelKind]) -> frozenset[ModelKind]:
        """Return what lies on the card once a job has been done."""
        if job.kind is JobKind.FLUSH:
            return frozenset()
        return frozenset({job.model}) if self.exclusive else resident | {job.model}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the author said about the order; it goes before what the policy would do.

    `front`: jobs to be done before all others, whatever swap that costs, the first first. `order`: jobs that were
    moved; those of one kind of model are done in this order as far as they can be done.
    """

    front: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting job, how long its work takes, and since when it waits (seconds, on the clock of `Situation.now`)."""

    job: Job
    work: Seconds
    since: Seconds = 0.0


@dataclass(frozen=True, slots=True)
class Situation:
    """All else the policy knows."""

    swaps: Swaps
    now: Seconds = 0.0
    resident: frozenset[ModelKind] = frozenset()
    focus: str = ""
    """Id of the page that is being looked at."""
    arrangement: Arrangement = Arrangement()


def choose(waiting: Sequence[Waiting], situation: Situation) -> Job | None:
    """Return the job to do next, None if nothing is to be done.

    Each kind of model offers the part of its jobs that brings most per second, its load included; the best offer wins
    (Smith's ratio with setups; Monma & Potts 1989 for the structure). A picture waits for the words it is made from. A
    held job waits until its model is there anyway.

    Args:
        waiting: jobs in the order of the wishes.
    """
    entry = Table(waiting, situation).next(situation.now, situation.resident)
    return entry.job if entry is not None else None


def prerequisites(jobs: Iterable[Job]) -> dict[str, set[str]]:
    """Return for each job the jobs wished for before it that must be done first.

    Texts wait for the outline, translations for the texts, pictures for both; verdicts wait until all that pictures
    are made from is there. A rewrite or a repair is only a draft and holds up nothing but the next one of its page.
    """
    outlines: set[str] = set()
    preparing: dict[str, dict[JobKind, set[str]]] = {}
    needs: dict[str, set[str]] = {}
    for job in jobs:
        before = set() if job.kind is JobKind.OUTLINE else set(outlines)
        for page in job.pages:
            for kind, ids in preparing.get(page, {}).items():
                if _waits_for(job.kind, kind):
                    before |= ids
        needs[job.id] = before
        if job.kind is JobKind.OUTLINE:
            outlines.add(job.id)
        for page in job.pages:
            preparing.setdefault(page, {}).setdefault(job.kind, set()).add(job.id)
    return needs


def _waits_for(kind: JobKind, earlier: JobKind) -> bool:
    if kind in _DRAFTS and earlier in _DRAFTS:
        return True
    if earlier in _PREPARES_TEXTS:
        return True
    return kind in (JobKind.PAINT, JobKind.JUDGE) and earlier in _PREPARES_PICTURES


def worth(job: Job, focus: str = "") -> float:
    """Return what it brings the author when this job is done: a page each, more for what is waited for."""
    if job.kind is JobKind.OUTLINE or not job.pages:
        return WISHED
    if job.kind in _UNASKED:
        return WHOLE * len(job.pages)
    each = WHOLE if job.whole or len(job.pages) > 1 else WISHED
    return sum(WATCHED if page == focus else each for page in job.pages)


class Table:
    """The waiting jobs laid out for choosing, again and again as they are taken."""

    def __init__(self, waiting: Sequence[Waiting], situation: Situation) -> None:
        self._swaps = situation.swaps
        self._front = situation.arrangement.front
        places = {job_id: place for place, job_id in enumerate(situation.arrangement.order)}
        self._left = {
            w.job.id: Entry(w, turn, worth(w.job, situation.focus), places.get(w.job.id))
            for turn, w in enumerate(waiting)
        }
        for job_id, needed in prerequisites(w.job for w in waiting).items():
            entry = self._left[job_id]
            for earlier in needed:
                entry.needs.add(earlier)
                self._left[earlier].followers.append(entry)
        for entry in reversed(self._left.values()):
            if any(not follower.held for follower in entry.followers):
                entry.held = False  # somebody waits for it who is not held

    @property
    def left(self) -> tuple[Entry, ...]:
        return tuple(self._left.values())

    def take(self, entry: Entry) -> None:
        """Put a job away as done."""
        del self._left[entry.job.id]
        for follower in entry.followers:
            follower.needs.discard(entry.job.id)

    def next(self, now: Seconds, resident: frozenset[ModelKind]) -> Entry | None:
        """Return the job to do next at `now` with these models on the card."""
        for job_id in self._front:
            if job_id in self._left:
                return self._first_for(self._left[job_id])
        batches: dict[ModelKind, list[Entry]] = {}
        for entry in self._left.values():
            if not entry.needs and (not entry.held or entry.model in resident):
                batches.setdefault(entry.model, []).append(entry)
        best: tuple[float, Entry] | None = None
        for model in sorted(batches, key=lambda model: (model not in resident, model)):
            batch = self._in_turn(batches[model], now)
            index = _density(batch, now, self._swaps.to(model, resident))
            if best is None or index > best[0]:
                best = (index, batch[0])
        return best[1] if best is not None else None

    def _first_for(self, entry: Entry) -> Entry:
        """Return the job itself, or what must be done for it first."""
        while entry.needs:
            entry = min((self._left[needed] for needed in entry.needs), key=lambda e: e.turn)
        return entry

    def _in_turn(self, batch: list[Entry], now: Seconds) -> list[Entry]:
        """Sort by value per second; the author's own order fills the places its jobs have come to."""
        ordered = sorted(batch, key=lambda entry: (-entry.aged(now) / entry.work, entry.turn))
        moved = sorted((e for e in ordered if e.place is not None), key=lambda e: e.place or 0)
        if len(moved) < 2:
            return ordered
        replacements = iter(moved)
        return [entry if entry.place is None else next(replacements) for entry in ordered]


def _density(batch: Sequence[Entry], now: Seconds, load: Seconds) -> float:
    """Return the best value per second that doing a first part of the batch can have."""
    value, seconds, best = 0.0, load, 0.0
    for entry in batch:
        value += entry.aged(now)
        seconds += entry.work
        best = max(best, value / seconds)
    return best


class Entry:
    """One waiting job on the table."""

    __slots__ = ("followers", "held", "job", "model", "needs", "place", "since", "turn", "work", "worth")

    def __init__(self, waiting: Waiting, turn: int, value: float, place: int | None) -> None:
        self.job = waiting.job
        self.model = waiting.job.model
        self.held = waiting.job.held
        self.work = max(waiting.work, 1e-3)
        self.since = waiting.since
        self.turn = turn
        self.worth = value
        self.place = place
        self.needs: set[str] = set()
        self.followers: list[Entry] = []

    def aged(self, now: Seconds) -> float:
        """Return its worth, grown by how long it has waited."""
        return self.worth * (1.0 + (max(0.0, now - self.since) / PATIENCE) ** 3)
