"""The board: the engine's state as its watchers see it, and the durations it teaches the pace."""

from __future__ import annotations

from collections.abc import Callable

from engine.card.lease import Card, Step
from engine.card.tenant import ModelKind, Resident
from engine.clock import Clock
from engine.jobs.agenda import Agenda
from engine.jobs.events import EngineChanged, EngineState, Event, Loading, Phase, Progress
from engine.jobs.forecast import Outlook, Price
from engine.jobs.job import Job, JobKind
from engine.jobs.pace import Pace
from engine.jobs.queue import JobQueue
from engine.units import Seconds

_PHASE_OF_STEP = {
    (Step.FLUSHING, ModelKind.TEXT): Phase.FLUSHING,
    (Step.FLUSHING, ModelKind.IMAGE): Phase.FLUSHING,
    (Step.SETTLING, ModelKind.TEXT): Phase.SETTLING,
    (Step.SETTLING, ModelKind.IMAGE): Phase.SETTLING,
    (Step.LOADING, ModelKind.TEXT): Phase.LOADING_TEXT,
    (Step.LOADING, ModelKind.IMAGE): Phase.LOADING_IMAGE,
}

_PHASE_OF_MODEL = {ModelKind.TEXT: Phase.TEXT_INFERENCE, ModelKind.IMAGE: Phase.IMAGE_INFERENCE}
_PHASE_OF_KIND = {JobKind.UPSCALE: Phase.UPSCALING}

_LEARNT_STEPS = {Step.FLUSHING: "flush", Step.LOADING: "load"}


class Board:
    """Collects phase, progress, memory and queue, and emits them as one value whenever one of them changes."""

    def __init__(
        self,
        emit: Callable[[Event], None],
        clock: Clock,
        card: Card,
        queue: JobQueue,
        agenda: Agenda,
        pace: Pace,
        *,
        on_box: bool,
        place: Callable[[], str],
        embeddings: Callable[[], frozenset[str] | None],
    ) -> None:
        self._emit = emit
        self._clock = clock
        self._card = card
        self._queue = queue
        self._agenda = agenda
        self._pace = pace
        self._on_box = on_box
        self._place = place
        self._embeddings = embeddings
        self._phase = Phase.IDLE
        self._since = clock.now()
        self._step: tuple[Step, ModelKind] | None = None
        self._job: Job | None = None
        self._begun = self._job_since = clock.now()
        self._loading: Seconds | None = None
        """How long making the model ready was expected to take, as long as it is not."""
        self._progress = Progress()
        self._stepping_since: tuple[Seconds, int] | None = None
        self._resident: tuple[Resident, ...] = ()

    @property
    def phase(self) -> Phase:
        return self._phase

    @property
    def running(self) -> Job | None:
        """The job that is being done."""
        return self._job

    @property
    def resident(self) -> frozenset[ModelKind]:
        return frozenset(resident.kind for resident in self._resident)

    def card_step(self, step: Step, kind: ModelKind) -> None:
        """The card does something for a lease."""
        self._leave_step()
        self._step = (step, kind)
        self._enter(_PHASE_OF_STEP[step, kind])

    def working(self, job: Job) -> None:
        """The lease is granted: the job itself begins."""
        self._leave_step()
        self._loading = None
        self._job_since = self._clock.now()
        self._enter(_PHASE_OF_KIND.get(job.kind) or _PHASE_OF_MODEL[job.model])

    def begin(self, job: Job) -> None:
        self._job = job
        self._begun = self._job_since = self._clock.now()
        self._loading = self._agenda.swaps.to(job.model, self.resident)
        self._progress = Progress()
        self._stepping_since = None
        self.publish()

    def progressed(self, value: int, of: int) -> None:
        """The running job has done `value` of `of` steps (or `value` tokens, `of` 0)."""
        if self._stepping_since is None or value < self._stepping_since[1]:
            self._stepping_since = (self._clock.now(), value)
        self._progress = Progress(value, of)
        self.publish()

    def finished(self, job: Job, pages: int) -> None:
        """A job came to a good end: learn from it."""
        now = self._clock.now()
        if job.kind is not JobKind.PAINT:
            self._pace.measured(f"{job.kind}:page", (now - self._job_since) / max(1, pages))
        elif self._stepping_since and self._progress.value > self._stepping_since[1]:
            began, first = self._stepping_since
            steps = self._progress.value - first
            per_step = self._seconds_stepping(began) / steps
            self._pace.measured("step", per_step)
            self._pace.measured("around-steps", max(0.0, now - self._job_since - per_step * self._progress.of))
        self._job = None
        self._progress = Progress()

    def idle(self) -> None:
        self._leave_step()
        self._job = None
        self._progress = Progress()
        self._enter(Phase.IDLE)

    def hold(self, resident: tuple[Resident, ...]) -> None:
        """What lies in memory was asked for anew."""
        if resident != self._resident:
            self._resident = resident
            self.publish()

    def publish(self) -> None:
        self._emit(EngineChanged(self.state()))

    def state(self) -> EngineState:
        """Return the present state, with the queue in the order it will be done."""
        residency = self._card.residency
        eta = self._eta()
        coming = self._agenda.forecast(self._resident_after(self._job), eta or 0.0)
        ends = [expected.done for expected in coming if expected.done is not None]
        return EngineState(
            phase=self._phase,
            running=self._job,
            progress=self._progress,
            phase_since=self._clock.now() - self._since,
            loading=self._on_its_way(),
            elapsed=self._clock.now() - self._begun if self._job is not None else 0.0,
            eta=eta,
            queue=tuple(expected.job for expected in coming),
            coming=coming,
            queue_eta=ends[-1] if ends else eta,
            paused=self._agenda.paused,
            resident=self._resident,
            models=tuple(self._card.models.items()),
            embeddings=self._embeddings(),
            needs=tuple(self._card.needs.items()),
            vram=self._card.reading,
            mode=residency.mode,
            mode_reason=residency.reason,
            on_box=self._on_box,
            place=self._place(),
            earlier=self._queue.earlier,
        )

    def price(self, kind: JobKind, pages: int = 1) -> tuple[Seconds, Seconds]:
        """Return what a wish would cost now: seconds of work, and seconds of loading before it."""
        job = Job(id="00000000-0000-0000-0000-000000000000", kind=kind)
        return pages * self._agenda.work(job), self._agenda.swaps.to(job.model, self.resident)

    def outlook(self, kind: JobKind, pages: int) -> Outlook:
        """Return what would become of a wish if it were made now and came in its turn."""
        return self._agenda.outlook(kind, pages, self._resident_after(self._job), self._eta() or 0.0)

    def price_now(self, job: Job) -> Price:
        """Return what it costs to do a waiting job before all others."""
        return self._agenda.price_now(job, self._resident_after(self._job), self._eta() or 0.0)

    def _on_its_way(self) -> Loading | None:
        if self._step is None or self._step[0] is not Step.LOADING:
            return None
        kind = self._step[1]
        model, whole, arrived = self._card.models[kind], self._card.needs[kind], self._card.arrived
        there = None if arrived is None else min(arrived, whole)
        return Loading(kind, model, whole, self._pace.of(f"load:{kind}", model), there)

    def _enter(self, phase: Phase) -> None:
        if phase is not self._phase:
            self._phase = phase
            self._since = self._clock.now()
        self.publish()

    def _leave_step(self) -> None:
        if self._step is not None:
            step, kind = self._step
            if name := _LEARNT_STEPS.get(step):
                self._pace.measured(f"{name}:{kind}", self._clock.now() - self._since, self._card.models[kind])
        self._step = None

    def _resident_after(self, job: Job | None) -> frozenset[ModelKind]:
        return self.resident if job is None else self._agenda.swaps.after(job, self.resident)

    def _eta(self) -> Seconds | None:
        job = self._job
        if job is None:
            return None
        if self._loading is not None:
            return max(0.0, self._loading - (self._clock.now() - self._begun)) + self._agenda.work(job)
        if self._progress.of and self._stepping_since and self._progress.value > self._stepping_since[1]:
            began, first = self._stepping_since
            per_step = self._seconds_stepping(began) / (self._progress.value - first)
            return max(0.0, (self._progress.of - self._progress.value) * per_step)
        return max(0.0, self._agenda.work(job) - (self._clock.now() - self._job_since))

    def _seconds_stepping(self, began: Seconds) -> Seconds:
        return max(1e-6, self._clock.now() - began)
