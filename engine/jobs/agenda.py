"""The agenda: the list as the policy sees it at this moment, to choose the next job and to say when each one comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.card.lease import Card
from engine.card.residency import Mode
from engine.card.tenant import ModelKind
from engine.clock import Clock
from engine.jobs.forecast import Expected, Outlook, Price, forecast, outlook, price_now
from engine.jobs.job import Job, JobKind
from engine.jobs.pace import Pace
from engine.jobs.policy import Situation, Swaps, Waiting, choose
from engine.jobs.queue import JobQueue
from engine.units import Seconds

USUAL_STEPS = 28
"""Steps of a picture whose preset nobody can tell: the default preset's."""


class Agenda:
    """Knows the queue, what things cost here, the page being looked at, and whether the list runs at all.

    Belongs to the engine's loop. Jobs grow older only while the list runs: what was left from last week, or waited
    through a pause, must not overtake what the author waits for now.
    """

    def __init__(
        self, queue: JobQueue, pace: Pace, card: Card, clock: Clock, *, steps: Callable[[str], int] | None = None
    ) -> None:
        """Lay the list out.

        Args:
            steps: how many sampler steps a preset has, by its name, empty for the book's.
        """
        self._queue = queue
        self._pace = pace
        self._card = card
        self._clock = clock
        self._steps = steps
        self._since: dict[str, Seconds] = {}
        self._run_before: Seconds = 0.0
        self._runs_since: Seconds | None = clock.now()
        self._despite_pause: set[str] = set()
        self.focus = ""
        """Id of the page that is being looked at."""

    @property
    def paused(self) -> bool:
        return self._runs_since is None

    def pause(self) -> None:
        self._run_before = self._age
        self._runs_since = None
        self._despite_pause.clear()  # what was hurried and met a server that is gone must not be tried for ever

    def resume(self) -> None:
        if self._runs_since is None:
            self._runs_since = self._clock.now()
        self._despite_pause.clear()

    def despite_pause(self, job_id: str) -> None:
        """Have this job done even while the list is paused; it must stand in front."""
        self._despite_pause.add(job_id)

    def next(self, resident: frozenset[ModelKind]) -> Job | None:
        """Return the job to do next, None if there is nothing to do.

        A paused list does only what is wished for despite the pause, and what that waits for.
        """
        waiting, situation = self._waiting(), self._situation(resident)
        if self.paused:
            open_ids = {entry.job.id for entry in waiting}
            front = tuple(i for i in situation.arrangement.front if i in self._despite_pause and i in open_ids)
            if not front:
                return None
            situation = replace(situation, arrangement=replace(situation.arrangement, front=front))
        return choose(waiting, situation)

    def forecast(self, resident: frozenset[ModelKind], busy: Seconds = 0.0) -> tuple[Expected, ...]:
        """Return what waits in the order it will be done in, each job with its turn.

        Args:
            resident: what will lie on the card when the running job is done.
            busy: seconds until then.
        """
        return forecast(self._waiting(), self._situation(resident), busy)

    def outlook(self, kind: JobKind, pages: int, resident: frozenset[ModelKind], busy: Seconds = 0.0) -> Outlook:
        """Return what would become of a wish for so many pages, made now; arguments as in `forecast`."""
        job = Job(id="00000000-0000-0000-0000-000000000000", kind=kind)
        wish = Waiting(job, pages * self.work(job), self._age)
        return outlook(self._waiting(), self._situation(resident), wish, busy)

    def price_now(self, job: Job, resident: frozenset[ModelKind], busy: Seconds = 0.0) -> Price:
        """Return what it costs to do a waiting job before all others; arguments as in `forecast`."""
        return price_now(self._waiting(), self._situation(resident), job.id, busy)

    def work(self, job: Job) -> Seconds:
        """Return how long a job takes once its model is loaded."""
        steps = job.recipe.steps if job.recipe is not None else self._steps_of(job.preset)
        return self._pace.job(job, steps=steps, pages=max(1, len(job.pages), job.count))

    @property
    def swaps(self) -> Swaps:
        """What changing the model costs now; one that lives elsewhere costs nothing."""
        here = {kind: self._card.models[kind] for kind, need in self._card.needs.items() if need}
        return Swaps(
            load={kind: self._pace.of(f"load:{kind}", model) for kind, model in here.items()},
            flush={kind: self._pace.of(f"flush:{kind}", model) for kind, model in here.items()},
            exclusive=self._card.residency.mode is Mode.SERIAL,
        )

    @property
    def _age(self) -> Seconds:
        """How long the list has run."""
        return self._run_before + (0.0 if self._runs_since is None else self._clock.now() - self._runs_since)

    def _situation(self, resident: frozenset[ModelKind]) -> Situation:
        return Situation(self.swaps, self._age, resident, self.focus, self._queue.arrangement)

    def _waiting(self) -> list[Waiting]:
        now, jobs = self._age, self._queue.waiting
        self._since = {job.id: self._since.get(job.id, now) for job in jobs}
        return [Waiting(job, self.work(job), self._since[job.id]) for job in jobs]

    def _steps_of(self, preset: str) -> int:
        return self._steps(preset) if self._steps is not None else USUAL_STEPS
