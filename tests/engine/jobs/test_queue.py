"""The list is in the journal: whatever was acknowledged is there again after a crash, and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.jobs.archive import EARLIER
from engine.jobs.events import Event, JobChanged
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from engine.jobs.policy import Arrangement
from engine.jobs.queue import JobQueue, holding
from engine.jobs.records import replay


@pytest.fixture
def book(tmp_path: Path) -> Path:
    BookFolder.create(tmp_path / "igel", begin(NewBook(idea="Ein Igel", pages=3))).close()
    return tmp_path / "igel"


@dataclass(frozen=True)
class Acknowledged:
    """What the author has been told of the list, and how long the journal was then."""

    size: int
    open: tuple[Job, ...]
    ended: tuple[tuple[str, JobState, str], ...]
    arrangement: Arrangement
    paused: bool


def waits(job: Job) -> Job:
    return job if job.state in TERMINAL else job.model_copy(update={"state": JobState.QUEUED})


async def an_evening(queue: JobQueue, after_each: Callable[[bool], None]) -> None:
    paused = False

    async def done(step: Awaitable[object]) -> object:
        result = await step
        after_each(paused)
        return result

    first = await queue.add(JobKind.SCENES, ["p001", "p002"])
    after_each(paused)
    second = await queue.add(JobKind.PAINT, ["p001"], preset="draft", seed=7, whole=True)
    after_each(paused)
    with holding():
        third = await queue.add(JobKind.REWRITE, ["p002"], instruction="kürzer, „ohne“ Eule")
        after_each(paused)
    await done(queue.arrange(Arrangement(front=(third.id,), order=(second.id,))))
    paused = True
    await done(queue.remember_paused(True))
    await done(queue.move(first.id, JobState.RUNNING))
    await done(queue.put_back(first.id))
    await done(queue.hold([third.id], held=False))
    await done(queue.move(first.id, JobState.RUNNING))
    await done(queue.move(first.id, JobState.FAILED, FibelError("text_cut", "after 3 words")))
    await done(queue.move(second.id, JobState.CANCELLED))
    paused = False
    await done(queue.remember_paused(False))


async def test_a_kill_at_any_byte_of_the_journal_loses_nothing_acknowledged(book: Path, tmp_path: Path) -> None:
    journal = book / "journal.jsonl"
    told: list[Acknowledged] = []
    with BookFolder.open(book) as folder:
        queue = JobQueue(folder, lambda _event: None)

        def remember(paused: bool) -> None:
            told.append(
                Acknowledged(
                    journal.stat().st_size,
                    tuple(waits(job) for job in queue.open),
                    tuple((job.id, job.state, job.error) for job in queue.jobs if job.state in TERMINAL),
                    queue.arrangement,
                    paused,
                )
            )

        await an_evening(queue, remember)
    whole = journal.read_bytes()
    for last, (here, following) in enumerate(zip(told, [*told[1:], told[-1]], strict=True)):
        for cut in {here.size, here.size + 1, (here.size + following.size) // 2, max(here.size, following.size - 1)}:
            if last < len(told) - 1 and cut >= following.size:
                continue
            journal.write_bytes(whole[:cut])
            with BookFolder.open(book) as folder:
                again = JobQueue(folder, lambda _event: None)
                await again.restore()
                assert again.open == here.open
                assert [(job.id, job.state, job.error) for job in again.earlier] == [*here.ended]
                assert (again.arrangement, again.was_paused) == (here.arrangement, here.paused)


async def test_what_failed_last_time_is_listed_with_its_reason(book: Path) -> None:
    with BookFolder.open(book) as folder:
        queue = JobQueue(folder, lambda _event: None)
        job = await queue.add(JobKind.PAINT, ["p001"])
        await queue.move(job.id, JobState.FAILED, FibelError("picture_black", "512 x 768"))
    events: list[Event] = []
    with BookFolder.open(book) as folder:
        queue = JobQueue(folder, events.append)
        await queue.restore()
        (failed,) = queue.earlier
    assert (failed.state, failed.error, failed.details) == (JobState.FAILED, "picture_black", "512 x 768")
    assert failed.ended >= failed.created > 0
    assert not [event for event in events if isinstance(event, JobChanged)]  # it is no news


async def test_only_the_last_jobs_of_earlier_runs_are_listed(book: Path) -> None:
    with BookFolder.open(book) as folder:
        queue = JobQueue(folder, lambda _event: None)
        for number in range(EARLIER + 5):
            job = await queue.add(JobKind.PAINT, ["p001"], seed=number)
            await queue.move(job.id, JobState.CANCELLED)
    with BookFolder.open(book) as folder:
        queue = JobQueue(folder, lambda _event: None)
        await queue.restore()
    assert [job.seed for job in queue.earlier] == list(range(5, EARLIER + 5))


async def test_a_job_at_its_end_stays_there_and_leaves_the_order(book: Path) -> None:
    with BookFolder.open(book) as folder:
        queue = JobQueue(folder, lambda _event: None)
        first, second = [await queue.add(JobKind.PAINT, ["p001"]) for _ in range(2)]
        await queue.move(first.id, JobState.CANCELLED)
        assert (await queue.move(first.id, JobState.RUNNING)).state is JobState.CANCELLED
        await queue.arrange(Arrangement(front=(first.id, second.id), order=(first.id,)))
        assert queue.arrangement == Arrangement(front=(second.id,))


@pytest.mark.parametrize(
    "record",
    [
        {"type": "state", "id": "00000000-0000-4000-8000-000000000001", "state": "resting"},
        {"type": "state", "id": 7, "state": "failed"},
        {"type": "state", "id": "00000000-0000-4000-8000-000000000001", "state": "failed", "error": ["\x1b"]},
        {"type": "order", "front": "all", "order": []},
        {"type": "held", "ids": [None, 3], "held": "yes"},
        {"type": "paused"},
        {"type": "job", "job": {"id": "mine", "kind": "paint"}},
    ],
)
def test_a_line_of_another_version_does_not_cost_the_others(record: dict[str, object]) -> None:
    job = Job(id="00000000-0000-4000-8000-000000000001", kind=JobKind.PAINT, pages=("p001",))
    kept = replay([{"type": "job", "job": job.model_dump(mode="json")}, record])  # type: ignore[list-item]
    assert [known.id for known in kept.jobs] == [job.id]
