"""A journal told in fewer lines says the same: the list, what can be taken back, and where the texts come from."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from engine.book import edits
from engine.book.beginning import NewBook, begin
from engine.book.history import History, Move
from engine.book.journal import COMPACT_ABOVE, Journal
from engine.book.model import Book
from engine.jobs import archive
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from engine.jobs.policy import Arrangement
from engine.jobs.provenance import PROVENANCE
from engine.jobs.records import job_record, order_record, paused_record, replay, state_record
from engine.settings import Settings
from tests.engine.watching import Watching, opened

Record = dict[str, JsonValue]
BOOK = begin(NewBook(idea="Ein Igel"))


def job(number: int) -> Job:
    return Job(id=f"00000000-0000-0000-0000-{number:012d}", kind=JobKind.PAINT, pages=("p001",), seed=number)


def journal_of(moves: list[Move]) -> list[Record]:
    """The journal of an author who writes one title after another and takes some of them back."""
    history, book, lines = History(), BOOK, list[Record]()
    for number, move in enumerate(moves):
        match move:
            case Move.EDIT:
                after = edits.change_book(book, title=str(number))
                step = history.remember(book, after)
                assert step is not None
                book, line = after, {"type": move.value, "step": step.model_dump(mode="json")}
            case Move.UNDO if history.last:
                book, line = history.undo(book), {"type": move.value}
            case Move.REDO if history.next:
                book, line = history.redo(book), {"type": move.value}
            case _:
                continue
        lines.append(line)
    return lines


def titles(history: History, book: Book) -> list[str]:
    """Every title that can still be reached, all the way back and all the way forth."""
    found = []
    while history.last:
        book = history.undo(book)
        found.append(book.title)
    while history.next:
        book = history.redo(book)
        found.append(book.title)
    return found


@given(moves=st.lists(st.sampled_from(Move), max_size=30))
def test_what_could_be_taken_back_still_can(moves: list[Move]) -> None:
    lines = journal_of(moves)
    shorter = archive.kept(lines)
    assert len(shorter) <= len(lines)
    assert titles(History.replayed(shorter), BOOK) == titles(History.replayed(lines), BOOK)


def test_open_jobs_and_the_last_others_stay_with_their_order() -> None:
    lines = [job_record(job(0))]
    for number in range(1, archive.EARLIER + 10):
        lines += [job_record(job(number)), *(state_record(job(number).id, state, at=number) for state in JobState)]
    lines += [order_record(Arrangement((job(0).id,), ())), paused_record(True)]
    before, after = replay(lines), replay(archive.kept(lines))
    assert after.jobs == archive.worth_showing(before)
    assert [one.id for one in after.jobs if one.state not in TERMINAL] == [job(0).id]
    assert len(after.jobs) == 1 + archive.EARLIER
    assert (after.arrangement, after.paused) == (before.arrangement, True)


def test_lines_nobody_here_understands_stay_to_the_letter() -> None:
    lines: list[Record] = [{"type": "dream", "of": "sheep"}, {"type": PROVENANCE, "what": "p001.text"}, {"n": 1}]
    assert archive.kept([*lines, paused_record(True), paused_record(False)]) == lines


async def test_a_long_journal_is_shortened_when_its_book_is_opened(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder, attended=True) as watching:
        here = watching.here
        await here.list.finished([await here.outline.propose()])
        await here.outline.settle()
        await here.list.finished(await here.texts.write(["p001"]))
        for words in ("Piko gähnt.", "Piko schläft."):
            await here.texts.edit("p002", words)
        await here.undo()
        await here.list.pause()
        await here.pictures.repaint("p001")
    async with opened(settings, folder, attended=True) as watching:
        told = await seen(watching)
    padding = {"type": "state", "id": "long gone", "state": "queued", "details": "x" * COMPACT_ABOVE}
    Journal(folder / "journal.jsonl").append(padding)
    async with opened(settings, folder, attended=True) as watching:
        assert (folder / "journal.jsonl").stat().st_size < COMPACT_ABOVE // 10
        assert await seen(watching) == told
        await watching.here.redo()
        assert watching.here.book.page("p002").scene.text == "Piko schläft."
        await watching.here.undo()
        await watching.here.undo()
        assert watching.here.book.page("p002").scene.text == ""


async def seen(watching: Watching) -> object:
    """What an author sees of the journal."""
    here = watching.here
    ended = [(job.id, job.state, job.error) for job in here.state.earlier]
    return [one.id for one in here.state.queue], here.state.paused, await here.texts.origins(), ended
