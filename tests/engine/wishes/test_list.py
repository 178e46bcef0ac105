"""What an author may do with the list: order, now, later, instead, pause; and all of it is there again next time."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from engine.errors import FibelError
from engine.jobs.events import EngineChanged, Event, JobChanged, Notice
from engine.jobs.job import Job, JobKind, JobState
from engine.settings import Settings, WriterProvider
from engine.studio import Studio
from tests.engine.watching import Watching, opened

PAGES = ("p001", "p002", "p003")


@pytest.fixture
def unhurried(settings: Settings) -> Settings:
    """A box slow enough to be caught at its work."""
    return settings.model_copy(update={"box": settings.box.model_copy(update={"speed": 40.0})})


async def written(here: Studio) -> None:
    for page in PAGES:
        await here.texts.edit(page, "Piko gähnt.")
        await here.texts.edit_action(page, "a small hedgehog yawns in a forest")


async def sampling(watching: Watching, job: Job) -> None:
    """Wait until a picture is being painted."""

    def at_it(event: Event) -> bool:
        return (
            isinstance(event, EngineChanged)
            and event.state.running is not None
            and event.state.running.id == job.id
            and event.state.progress.value > 2
        )

    await watching.until(at_it)


def coming(here: Studio) -> list[str]:
    return [job.id for job in here.state.queue]


async def test_jobs_are_moved_and_stay_where_they_were_put(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        await here.list.pause()
        a, b, c = [(await here.pictures.repaint(page)).id for page in PAGES]
        assert coming(here) == [a, b, c]
        assert await here.list.move(c, -1)
        assert coming(here) == [a, c, b]
        assert await here.list.move(a, 5)
        assert coming(here) == [c, b, a]
        assert not await here.list.move(c, -1)
        new = (await here.pictures.repaint("p001")).id
        assert [job for job in coming(here) if job != new] == [c, b, a]
    async with opened(settings, folder, attended=True) as watching:
        assert [job for job in coming(watching.here) if job != new] == [c, b, a]


async def test_a_job_cannot_be_moved_before_what_it_waits_for(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await here.list.pause()
        scenes, *others = await here.texts.write(["p001"])
        before = coming(here)
        assert before[0] == scenes.id
        assert not await here.list.move(before[1], -1)
        assert coming(here) == before
        assert {job.id for job in others} == {*before[1:]}


async def test_each_waiting_job_knows_when_its_turn_comes(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        await here.list.pause()
        await here.texts.rewrite("p001", "kürzer")
        await here.pictures.paint(PAGES)
        expected = here.state.coming
        assert [e.job for e in expected] == [*here.state.queue]
        turns = [e.turn for e in expected if e.turn is not None]
        assert len(turns) == 4
        assert turns == sorted(turns)
        assert sum(e.swap > 0 for e in expected) >= 1
        assert here.state.queue_eta == expected[-1].done


async def test_now_goes_before_all_and_is_done_even_while_the_list_is_paused(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        await here.list.pause()
        first, second, third = [await here.pictures.repaint(page) for page in PAGES]
        price = await here.list.price_now(third.id)
        assert price is not None
        assert price.later == 2
        assert price.more == 0.0
        await here.list.now(third.id)
        await here.list.finished([third])
        assert coming(here) == [first.id, second.id]
        assert here.state.paused
        assert await here.list.price_now(third.id) is None


async def test_now_may_interrupt_and_what_gave_way_is_painted_later(unhurried: Settings, folder: Path) -> None:
    async with opened(unhurried, folder) as watching:
        here = watching.here
        await written(here)
        first, second = await here.pictures.repaint("p001", seed=3), await here.pictures.repaint("p002")
        await sampling(watching, first)
        await here.list.now(second.id, interrupt=True)
        await here.list.finished([first, second])
        assert [take.recipe.seed for take in here.book.page("p001").takes] == [3]
        ended = [
            event.job.id
            for event in watching.events
            if isinstance(event, JobChanged) and event.job.state is JobState.COMMITTED
        ]
        assert ended == [second.id, first.id]


async def test_a_picture_in_the_making_is_dropped_for_another_at_one_wish(unhurried: Settings, folder: Path) -> None:
    async with opened(unhurried, folder) as watching:
        here = watching.here
        await written(here)
        first, waiting = await here.pictures.repaint("p001"), await here.pictures.repaint("p002")
        await sampling(watching, first)
        instead = await here.pictures.instead("p001")
        assert instead.seed != first.seed
        await here.list.finished([instead])
        assert waiting.id in coming(here) or here.state.running is not None
        assert [take.recipe.seed for take in here.book.page("p001").takes] == [instead.seed]
        await here.list.cancel_all()


async def test_several_takes_at_once_each_with_its_own_seed(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        await here.list.pause()
        jobs = await here.pictures.several("p001", 3)
        assert coming(here) == [job.id for job in jobs]
        assert len({job.seed for job in jobs}) == 3


async def test_what_is_put_on_the_list_for_later_waits_for_its_model_or_a_word(
    settings: Settings, folder: Path
) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        rewrite = await here.list.later(lambda: here.texts.rewrite("p001", "kürzer"))
        await here.list.finished([await here.pictures.repaint("p002")])
        assert coming(here) == [rewrite.id]
        assert here.state.coming[0].turn is None
        await here.list.run()
        await here.list.finished([rewrite])
        assert here.book.page("p001").draft is not None


async def test_without_an_author_nothing_is_held(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        rewrite = await here.list.later(lambda: here.texts.rewrite("p001", "kürzer"))
    async with opened(settings, folder) as watching:
        await watching.here.list.finished()
        assert rewrite.id in {event.job.id for event in watching.events if isinstance(event, JobChanged)}
        assert watching.here.book.page("p001").draft is not None


async def test_a_paused_list_is_paused_the_next_time_and_goes_on_without_an_author(
    settings: Settings, folder: Path
) -> None:
    async with opened(settings, folder, attended=True) as watching:
        await watching.here.list.pause()
    async with opened(settings, folder, attended=True) as watching:
        assert watching.here.state.paused
    async with opened(settings, folder) as watching:
        assert not watching.here.state.paused


async def test_the_page_that_is_looked_at_comes_first(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        await here.list.pause()
        jobs = {job.pages[0]: job.id for job in await here.pictures.paint(PAGES)}
        assert coming(here)[0] == jobs["p001"]
        await here.look_at("p003")
        assert coming(here)[0] == jobs["p003"]


async def test_a_job_of_an_earlier_run_is_tried_again(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        await written(watching.here)
        await watching.here.list.pause()
        job = await watching.here.pictures.repaint("p002", seed=5)
        await watching.here.list.cancel(job.id)
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        assert here.state.paused
        assert [(old.id, old.state) for old in here.state.earlier] == [(job.id, JobState.CANCELLED)]
        again = await here.list.retry(job.id)
        assert (again.kind, again.pages, again.seed) == (JobKind.PAINT, ("p002",), 5)
        assert coming(here) == [again.id]
        await here.outline.delete_page("p002")
        with pytest.raises(FibelError, match="page_unknown"):
            await here.list.retry(job.id)


async def test_the_running_jobs_forecast_counts_its_loading(unhurried: Settings, folder: Path) -> None:
    async with opened(unhurried, folder) as watching:
        here = watching.here
        await written(here)
        work, swap = here.price(JobKind.PAINT)
        job = await here.pictures.repaint("p001")

        def begun(event: Event) -> bool:
            return isinstance(event, EngineChanged) and event.state.running is not None

        await watching.until(begun)
        state = next(event.state for event in watching.events if begun(event) and isinstance(event, EngineChanged))
        assert state.eta is not None
        assert work < state.eta <= work + swap
        await watching.until(lambda event: isinstance(event, EngineChanged) and event.state.elapsed > state.elapsed)
        await here.list.cancel(job.id)
        await asyncio.wait_for(here.list.finished([job]), 10)


async def test_a_wish_can_go_ahead_of_the_list_and_says_before_when_it_would_come(
    settings: Settings, folder: Path
) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await written(here)
        await here.list.pause()
        waiting = await here.pictures.paint(PAGES)
        outlook = await here.outlook(JobKind.PAINT)
        assert outlook.expected.turn is not None
        assert {job.id for job in outlook.before} < {job.id for job in waiting}
        await here.list.ahead(lambda: here.pictures.several("p002", 2))
        assert [job.pages for job in here.state.queue][:2] == [("p002",), ("p002",)]
        assert not {job.id for job in here.state.queue[:2]} & {job.id for job in waiting}
        await here.list.cancel_all()


async def test_now_meets_a_server_that_is_gone_once_and_waits_again(settings: Settings, folder: Path) -> None:
    nowhere = {"provider": WriterProvider.OLLAMA, "url": "http://127.0.0.1:9"}
    settings = settings.model_copy(update={"writer": settings.writer.model_copy(update=nowhere)})
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await here.list.pause()
        job = await here.outline.propose()
        await here.list.now(job.id)
        await watching.until(lambda event: isinstance(event, Notice) and event.code == "server_unreachable")
        assert coming(here) == [job.id]
        assert here.state.running is None or here.state.paused
        begun = [
            event for event in watching.events if isinstance(event, JobChanged) and event.job.state is JobState.RUNNING
        ]
        assert len(begun) == 1
