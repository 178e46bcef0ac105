"""The whole loop through its only door: a studio on the box, real servers on real sockets."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from engine.assembly import Engine, house, studio
from engine.book.beginning import NewBook
from engine.book.folder import BookFolder
from engine.book.model import PictureState
from engine.box.comfyui_nodes import EMBEDDINGS
from engine.errors import Exit, FibelError
from engine.jobs.events import BookChanged, EngineChanged, Event, JobChanged, Notice, Phase, SceneTold, TakePainted
from engine.jobs.job import Job, JobKind, JobState
from engine.settings import GuardSettings, Settings, WriterProvider
from engine.studio import Studio, open_studio
from tests.engine.watching import IDEA, opened, told


def ledger(settings: Settings) -> list[dict[str, object]]:
    assert settings.box.log is not None
    return [json.loads(line) for line in settings.box.log.read_text("utf-8").splitlines()]


async def test_from_an_idea_to_pictures_with_one_swap(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        await here.pictures.paint()
        await here.list.finished()
        book = here.book
        assert book.title
        assert book.cast
        assert all(page.scene.text and page.scene.action and page.scene.alt for page in book.pages)
        assert [here.picture_state(page.id) for page in book.pages] == [PictureState.READY] * 3
        take = book.pages[0].takes[0]
        assert take.sketch
        assert take.recipe.positive == here.prompt(book.pages[0].id).positive
    lines = ledger(settings)
    assert Counter(line["kind"] for line in lines if line["event"] == "load") == {"text": 1, "image": 1}
    assert not any(line["resident"]["text"] and line["resident"]["image"] for line in lines)  # type: ignore[index]


async def test_what_is_told_is_on_disk_already(settings: Settings, folder: Path) -> None:
    stale: list[Event] = []

    def check(event: Event) -> None:
        if isinstance(event, BookChanged):
            with BookFolder.open(folder, read_only=True) as on_disk:
                if on_disk.book != event.book:
                    stale.append(event)

    async with studio(settings, folder, check, attended=False) as here:
        await told(here)
        await here.list.finished(await here.pictures.paint(["p001"]))
    assert stale == []


async def test_scenes_appear_one_by_one(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        await told(watching.here)
    scenes = [i for i, event in enumerate(watching.events) if isinstance(event, SceneTold)]
    ended = next(
        i
        for i, event in enumerate(watching.events)
        if isinstance(event, JobChanged) and (event.job.kind, event.job.state) == (JobKind.SCENES, JobState.COMMITTED)
    )
    assert len(scenes) == 3
    assert scenes[0] < ended
    books = [event.book for event in watching.events if isinstance(event, BookChanged)]
    assert any(sum(bool(page.scene.text) for page in book.pages) == 1 for book in books)


async def test_phases_follow_the_card(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        await told(watching.here)
        await watching.here.list.finished(await watching.here.pictures.paint(["p001"]))
        while watching.here.state.phase is not Phase.IDLE:
            await asyncio.sleep(0.01)
    phases = [event.state.phase for event in watching.events if isinstance(event, EngineChanged)]
    wanted = [
        Phase.LOADING_TEXT, Phase.TEXT_INFERENCE, Phase.FLUSHING, Phase.SETTLING,
        Phase.LOADING_IMAGE, Phase.IMAGE_INFERENCE, Phase.IDLE,
    ]  # fmt: skip
    remaining = iter(phases)
    assert all(phase in remaining for phase in wanted)  # in this order, with others between
    assert phases[-1] is Phase.IDLE
    progress = [event.state.progress for event in watching.events if isinstance(event, EngineChanged)]
    assert any(p.of > 1 and p.value == p.of for p in progress)


async def test_a_running_picture_can_be_cancelled_and_the_next_one_is_painted(settings: Settings, folder: Path) -> None:
    settings = settings.model_copy(update={"box": settings.box.model_copy(update={"speed": 20.0})})
    async with opened(settings, folder) as watching:
        here = watching.here
        for page in ("p001", "p002"):
            await here.texts.edit(page, "Piko gähnt.")
            await here.texts.edit_action(page, "a small hedgehog yawns in a forest")
        first, second = await here.pictures.repaint("p001"), await here.pictures.repaint("p002")

        def sampling(event: Event) -> bool:
            return isinstance(event, EngineChanged) and event.state.progress.value > 2

        await watching.until(sampling)
        await here.list.cancel(first.id)
        await here.list.finished([second])
        assert here.book.page("p001").takes == ()
        assert len(here.book.page("p002").takes) == 1
        states = [e.job.state for e in watching.events if isinstance(e, JobChanged) and e.job.id == first.id]
        assert states[-1] is JobState.CANCELLED


async def test_a_waiting_job_can_be_cancelled_while_paused(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await here.list.pause()
        job = await here.outline.propose()
        await asyncio.sleep(0.05)
        await here.list.cancel(job.id)
        await here.list.resume()
        await here.list.finished()
        assert here.book.cast == ()


async def test_work_left_by_a_crash_waits_for_the_author_and_goes_on_without_one(
    settings: Settings, folder: Path
) -> None:
    async with opened(settings, folder) as watching:
        await told(watching.here)
        await watching.here.list.pause()
        await watching.here.pictures.paint()
    async with opened(settings, folder, attended=True) as watching:
        state = watching.here.state
        assert state.paused
        assert len(state.queue) == 3
        assert any(isinstance(event, Notice) and "paused" in event.text for event in watching.events)
    async with opened(settings, folder) as watching:
        await watching.here.list.finished()
        assert all(len(page.takes) == 1 for page in watching.here.book.pages)


async def test_the_same_seed_makes_the_same_picture_and_another_one_another(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await here.texts.edit("p001", "Piko gähnt.")
        await here.texts.edit_action("p001", "a small hedgehog yawns in a forest")
        for seed in (1, 1, 2):
            await here.list.finished([await here.pictures.repaint("p001", seed=seed)])
        seeds = [take.recipe.seed for take in here.book.page("p001").takes]
        assert seeds in ([1, 2], [1, 1, 2])
        pictures = {here.book.page("p001").takes[0].id, here.book.page("p001").takes[-1].id}
        assert len(pictures) == 2


async def test_undo_takes_back_the_authors_words_and_keeps_what_was_painted(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await here.texts.edit("p001", "Eins.")
        await here.texts.edit_action("p001", "a hedgehog in a forest")
        await here.texts.edit("p001", "Zwei.")
        await here.list.finished([await here.pictures.repaint("p001")])
        await here.undo()
        assert here.book.page("p001").scene.text == "Eins."
        assert len(here.book.page("p001").takes) == 1
        await here.redo()
        assert here.book.page("p001").scene.text == "Zwei."


async def test_an_edit_can_be_taken_back_the_day_after(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as yesterday:
        await yesterday.here.texts.edit("p001", "Eins.")
        await yesterday.here.texts.edit("p001", "Zwei.")
        await yesterday.here.texts.edit("p001", "Drei.")
        await yesterday.here.undo()
    async with opened(settings, folder) as today:
        await today.here.undo()
        assert today.here.book.page("p001").scene.text == "Eins."
        await today.here.redo()
        await today.here.redo()
        assert today.here.book.page("p001").scene.text == "Drei."


async def test_a_rewrite_waits_as_a_draft(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        text = here.book.pages[0].scene.text
        await here.list.finished([await here.texts.rewrite("p001", "kürzer")])
        page = here.book.pages[0]
        assert page.scene.text == text
        assert page.draft is not None
        assert page.draft.instruction == "kürzer"


async def test_a_changed_text_is_seen_again_before_it_is_painted(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        before = here.book.pages[0].scene.action
        await here.texts.edit("p001", "Eine Eule sitzt am Teich.\nSie schläft im Schnee.")
        await here.pictures.repaint("p001")
        await here.list.finished()
        after = here.book.pages[0].scene.action
        assert after != before
        assert "owl" in after
        assert here.picture_state("p001") is PictureState.READY


async def test_a_server_that_went_away_stops_the_list_and_says_so(settings: Settings, folder: Path) -> None:
    nowhere = {"provider": WriterProvider.OLLAMA, "url": "http://127.0.0.1:9"}
    settings = settings.model_copy(update={"writer": settings.writer.model_copy(update=nowhere)})
    async with opened(settings, folder) as watching:
        with pytest.raises(FibelError) as caught:
            await watching.here.list.finished([await watching.here.outline.propose()])
        assert caught.value.code == "server_unreachable"
        assert watching.here.state.paused
        assert [job.kind for job in watching.here.state.queue] == [JobKind.OUTLINE]


def test_the_engine_lives_on_its_own_thread(settings: Settings, tmp_path: Path) -> None:
    events: list[Event] = []
    engine = Engine(settings, events.append)
    engine.start()
    try:
        engine.create(tmp_path / "neu", NewBook(idea=IDEA, pages=2)).result(30)

        async def tell(here: Studio) -> list[Job]:
            await told(here)
            jobs = list(await here.pictures.paint())
            await here.list.finished(jobs)
            return jobs

        assert len(engine.wish(tell).result(60)) == 2
        with pytest.raises(FibelError):
            engine.open(tmp_path / "nowhere").result(10)
    finally:
        engine.stop()
    assert sum(isinstance(event, TakePainted) for event in events) == 2
    with BookFolder.open(tmp_path / "neu") as closed:
        assert all(page.takes for page in closed.book.pages)


async def test_a_page_that_was_deleted_meanwhile_is_an_error_and_no_end(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await here.list.pause()
        job = await here.pictures.repaint("p002")
        await here.outline.delete_page("p002")
        await here.list.resume()
        with pytest.raises(FibelError, match="page_unknown"):
            await here.list.finished([job])
        with pytest.raises(FibelError, match="page_unknown"):
            await here.texts.edit("p002", "Zu spät.")
        await here.texts.edit("p001", "Es geht weiter.")


@pytest.mark.soak
async def test_memory_that_is_stuck_comes_back_when_asked_twice(settings: Settings, folder: Path) -> None:
    stuck = settings.box.model_copy(update={"lag": "stuck"})
    async with opened(settings.model_copy(update={"box": stuck}), folder) as watching:
        await told(watching.here)
        await watching.here.list.finished(await watching.here.pictures.paint(["p001"]))
        assert watching.here.book.page("p001").takes


async def test_a_wish_that_needs_another_model_says_its_price(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        work, swap = here.price(JobKind.PAINT)
        assert work > 0
        assert swap > 0
        assert here.price(JobKind.REWRITE)[1] == 0
        await here.list.finished(await here.pictures.paint(["p001"]))
        assert here.price(JobKind.PAINT)[1] == 0
        assert here.price(JobKind.REWRITE)[1] > 0


async def test_the_forecast_covers_the_list_and_shrinks(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        await told(watching.here)
        await watching.here.list.finished(await watching.here.pictures.paint())
    told_etas = [
        event.state.queue_eta
        for event in watching.events
        if isinstance(event, EngineChanged) and event.state.running and event.state.running.kind is JobKind.PAINT
    ]
    etas = [eta for eta in told_etas if eta is not None]
    assert etas[-1] < etas[0]
    queues = [len(event.state.queue) for event in watching.events if isinstance(event, EngineChanged)]
    assert max(queues) >= 2
    assert queues[-1] == 0


async def test_what_was_learned_of_the_pace_is_kept_for_the_next_time(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        guessed = watching.here.price(JobKind.PAINT)
        await told(watching.here)
        await watching.here.list.finished(await watching.here.pictures.paint(["p001"]))
    async with opened(settings, folder) as watching:
        learned = watching.here.price(JobKind.PAINT)
        assert learned[0] != guessed[0]
        assert learned[1] != guessed[1]


async def test_what_no_picture_for_children_may_show_is_not_painted(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        await here.texts.edit_action("p002", "a naked child on the beach")
        jobs = await here.pictures.paint()
        with pytest.raises(FibelError, match="naked") as refused:
            await here.list.finished(jobs)
        assert (refused.value.code, refused.value.exit) == ("not_for_children", Exit.REFUSED)
        await here.list.finished(jobs[2:])
        assert [bool(page.takes) for page in here.book.pages] == [True, False, True]


async def test_a_real_name_is_in_no_file_of_the_book_but_in_what_is_published(
    settings: Settings, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        await here.names.stand_in("Lina", "Quentin")
        await here.texts.edit("p001", "Quentin gähnt.")
        await here.texts.edit_action("p001", "Quentin yawns")
        jobs = [await here.texts.rewrite("p002", "mit Quentins Hund"), *await here.pictures.paint(["p001"])]
        await here.undo()
        await here.redo()
        await here.list.finished(jobs)
        assert here.book.pages[0].scene.text == "Lina gähnt."
        assert await here.names.known() == {"Lina": "Quentin"}
        await here.press.export(tmp_path / "lina.epub", force=True)
    for file in folder.rglob("*"):
        assert not file.is_file() or b"Quentin" not in file.read_bytes(), file
    with zipfile.ZipFile(tmp_path / "lina.epub") as published:
        assert any(b"Quentin" in published.read(name) for name in published.namelist())


async def test_a_reference_and_a_weight_are_the_authors_to_set(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await told(here)
        name = here.book.cast[0].name
        await here.list.finished(await here.pictures.paint())
        first, second, _ = here.book.pages
        assert (await here.cast.likeness()).compared == (), "nobody has a reference yet"
        await here.cast.refer(name, first.chosen)
        await here.cast.weigh(name, 1.1)
        assert ":1.1)" in here.prompt(second.id).positive
        likenesses = await here.cast.likeness()
        assert likenesses.eye == "colours and lines"
        assert {(one.page, one.character) for one in likenesses.compared} == {("p002", name), ("p003", name)}
        await here.undo()
        assert here.book.cast[0].weight is None
        for wish in (here.cast.refer(name, "0" * 12), here.cast.weigh("Nobody", 1.0), here.cast.weigh(name, 9.0)):
            with pytest.raises(FibelError) as refused:
                await wish
            assert refused.value.code == "usage"


class Reader:
    """A guard that finds one word."""

    model = "reader"

    def __init__(self) -> None:
        self.read: list[str] = []
        self.left = 0

    async def hazards(self, text: str) -> tuple[str, ...]:
        self.read.append(text)
        return ("a pirate",) if "Pirat" in text else ()

    async def leave(self) -> None:
        self.left += 1


async def test_the_guard_reads_each_text_once_with_one_load_for_the_book(settings: Settings, folder: Path) -> None:
    guard = Reader()
    async with house(settings) as wired:
        crew = replace(wired.crew, guard=guard)
        with BookFolder.open(folder) as book:
            async with open_studio(book, crew, wired.card, wired.pace, lambda _event: None, attended=False) as here:
                await told(here)
                assert all(page.guarded for page in here.book.pages)
                assert (len(guard.read), guard.left) == (3, 1)
                await here.texts.edit("p002", "Der Pirat lacht.")
                assert not here.book.page("p002").guarded
                await here.list.finished(await here.texts.judge())
                verdict = here.book.page("p002").guard
    assert verdict is not None
    assert (verdict.by, verdict.hazards) == ("reader", ("a pirate",))
    assert (guard.read[3:], guard.left) == (["Der Pirat lacht."], 2)


async def test_a_guard_that_is_not_there_is_told_of_and_stops_nothing(settings: Settings, folder: Path) -> None:
    named = settings.model_copy(update={"guard": GuardSettings(model="llama-guard3:1b")})
    async with opened(named, folder) as watching:
        await told(watching.here)
        assert not any(page.guarded for page in watching.here.book.pages)
    notices = [event for event in watching.of(Notice) if isinstance(event, Notice) and "guard model" in event.text]
    assert [notice.code for notice in notices] == ["model_missing"]


async def test_what_a_prompt_may_name_is_known_before_anything_is_painted(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        await watching.until(lambda event: isinstance(event, EngineChanged) and event.state.embeddings is not None)
        assert watching.here.state.embeddings == frozenset(EMBEDDINGS)


def test_an_engine_that_never_began_says_so(settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.assembly.LEAVE", 0.0)
    with pytest.raises(FibelError, match="engine_stopped"):
        Engine(settings, lambda event: None).open(folder)
