"""What an author may do with a book: one method per intention. The only door for the screen and the command line."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from engine.book import edits
from engine.book.edits import Edit
from engine.book.folder import BookFolder
from engine.book.history import History
from engine.book.model import Approver, Book, OutlineLine, Page, PictureState
from engine.card.lease import Card
from engine.errors import FibelError
from engine.illustrator.composer import Prompt, compose
from engine.jobs.board import Board
from engine.jobs.desk import Crew, Desk
from engine.jobs.events import EngineState, Event, Notice
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from engine.jobs.pace import Pace
from engine.jobs.queue import JobQueue
from engine.jobs.runner import Runner
from engine.overview import picture_state, stale_pages
from engine.publish.export import Exported, export
from engine.publish.preflight import Finding, preflight
from engine.units import Seconds

SEED_BITS = 63
"""Seeds stay below 2**63, so that every tool that reads them as signed numbers agrees."""


class Studio:
    """One open book with its engine. Belongs to the engine's loop; events tell what became of each wish."""

    def __init__(self, desk: Desk, runner: Runner) -> None:
        self._desk = desk
        self._runner = runner
        self._history = History()

    # ── looking ──────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def book(self) -> Book:
        return self._desk.book

    @property
    def folder(self) -> Path:
        return self._desk.folder.folder

    @property
    def state(self) -> EngineState:
        return self._desk.board.state()

    def prompt(self, page: str) -> Prompt:
        """Return the prompt this page would be painted with now."""
        return compose(self.book, self._page(page), self._desk.style())

    def picture_state(self, page: str) -> PictureState:
        return picture_state(self.book, self._page(page), self._desk.style(), painting=self._painting(page))

    def price(self, kind: JobKind, pages: int = 1) -> tuple[Seconds, Seconds]:
        """Return what a wish costs now: seconds of work, and seconds of loading another model before it."""
        return self._desk.board.price(kind, pages)

    # ── the outline ──────────────────────────────────────────────────────────────────────────────────────────

    async def outline(self, pages: int | None = None) -> Job:
        """Ask the writer for an outline; the author's own title, cast and texts stay.

        Raises:
            FibelError: `idea_empty`.
        """
        if not self.book.idea.strip():
            raise FibelError("idea_empty")
        count = pages or len(self.book.pages)
        return await self._desk.queue.add(JobKind.OUTLINE, seed=_seed(), count=count)

    async def settle_outline(self) -> None:
        await self._edit(lambda book: edits.change_book(book, outline_settled=True))

    async def edit_outline(self, page: str, line: OutlineLine) -> None:
        await self._edit(lambda book: edits.change_page(book, page, outline=line))

    async def insert_page(self, after: str | None = None) -> None:
        await self._edit(lambda book: edits.insert_page(book, after))

    async def delete_page(self, page: str) -> None:
        await self._edit(lambda book: edits.delete_page(book, page))

    async def move_page(self, page: str, to: int) -> None:
        """Move a page so that its number becomes `to`."""
        await self._edit(lambda book: edits.move_page(book, page, to))

    # ── the texts ────────────────────────────────────────────────────────────────────────────────────────────

    async def write(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have scenes told, and translated into what is to be seen.

        Args:
            pages: page ids; None takes the story pages that have no text yet.
        """
        wanted = [page for page in self.book.story_pages if not page.scene.text.strip()]
        if pages is not None:
            wanted = [self._page(page) for page in pages]
        fresh = self._without_job(JobKind.SCENES, [page.id for page in wanted])
        jobs = [await self._desk.queue.add(JobKind.SCENES, fresh, seed=_seed())] if fresh else []
        return (*jobs, *await self.translate([*fresh, *(p.id for p in self._untranslated() if p.id not in fresh)]))

    async def rewrite(self, page: str, instruction: str) -> Job:
        """Have a page's text told anew; the result waits as a draft."""
        self._page(page)
        return await self._desk.queue.add(JobKind.REWRITE, [page], instruction=instruction, seed=_seed())

    async def translate(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have texts translated into what is to be seen.

        Args:
            pages: page ids; None takes the pages whose translation is missing or older than their text.
        """
        wanted = [page.id for page in self._untranslated()] if pages is None else list(pages)
        fresh = self._without_job(JobKind.TRANSLATE, wanted)
        return (await self._desk.queue.add(JobKind.TRANSLATE, fresh, seed=_seed()),) if fresh else ()

    async def edit_text(self, page: str, text: str) -> None:
        await self._edit(lambda book: edits.change_scene(book, page, text=text))

    async def edit_action(self, page: str, action: str) -> None:
        await self._edit(lambda book: edits.set_action(book, page, action))

    async def edit_framing(self, page: str, framing: str) -> None:
        await self._edit(lambda book: edits.change_scene(book, page, framing=framing))

    async def edit_alt(self, page: str, alt: str) -> None:
        await self._edit(lambda book: edits.change_scene(book, page, alt=alt))

    async def edit_title(self, title: str) -> None:
        await self._edit(lambda book: edits.change_book(book, title=title))

    async def edit_author(self, author: str) -> None:
        await self._edit(lambda book: edits.change_book(book, author=author))

    async def edit_character(self, name: str, *, new_name: str | None = None, block: str | None = None) -> None:
        """Change a character's name or block; a name not in the cast adds a character."""
        await self._edit(lambda book: edits.set_character(book, name, new_name=new_name, block=block))

    async def accept_draft(self, page: str) -> None:
        await self._edit(lambda book: edits.accept_draft(book, page))

    async def dismiss_draft(self, page: str) -> None:
        await self._edit(lambda book: edits.dismiss_draft(book, page))

    # ── approvals ────────────────────────────────────────────────────────────────────────────────────────────

    async def approve_text(self, page: str, by: Approver = Approver.AUTHOR) -> None:
        """Approve a page's text; what is to be seen is translated from it again if it has changed since."""
        at = self._desk.crew.clock.wall()
        await self._edit(lambda book: edits.approve_text(book, page, by=by, at=at))
        if self._page(page) in self._untranslated():
            await self.translate([page])

    async def approve_picture(self, page: str, by: Approver = Approver.AUTHOR) -> None:
        at = self._desk.crew.clock.wall()
        await self._edit(lambda book: edits.approve_picture(book, page, by=by, at=at))

    async def withdraw(self, page: str, *, text: bool = False, picture: bool = False) -> None:
        await self._edit(lambda book: edits.withdraw_approvals(book, page, text=text, picture=picture))

    # ── the pictures ─────────────────────────────────────────────────────────────────────────────────────────

    async def paint(
        self, pages: Sequence[str] | None = None, *, preset: str = "", seed: int | None = None
    ) -> tuple[Job, ...]:
        """Have pictures painted.

        Args:
            pages: page ids, each gets one more take; None takes the story pages that have a text but no picture.
            seed: for every one of them; None draws a new one each.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`.
        """
        if pages is None:
            lacking = [page.id for page in self.book.story_pages if page.scene.text.strip() and not page.chosen_take]
            pages = self._without_job(JobKind.PAINT, lacking)
        return tuple([await self.repaint(page, preset=preset, seed=seed) for page in pages])

    async def repaint(self, page: str, *, preset: str = "", seed: int | None = None) -> Job:
        """Have one more take of a page painted, with a new seed unless one is given.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`.
        """
        self._desk.sampler(preset)
        if self._page(page) in self._untranslated():
            await self.translate([page])
        chosen_seed = secrets.randbits(SEED_BITS) if seed is None else seed
        return await self._desk.queue.add(JobKind.PAINT, [page], preset=preset, seed=chosen_seed)

    async def choose_take(self, page: str, take: str) -> None:
        await self._edit(lambda book: edits.choose_take(book, page, take))

    async def set_preset(self, name: str) -> None:
        self._desk.sampler(name)
        await self._edit(lambda book: edits.change_book(book, preset=name))

    async def set_style(self, name: str) -> None:
        await self._edit(lambda book: edits.change_book(book, style=name))

    # ── the list ─────────────────────────────────────────────────────────────────────────────────────────────

    async def cancel(self, job: str) -> None:
        await self._runner.cancel(job)

    async def cancel_all(self) -> None:
        for job in reversed(self._desk.queue.open):
            await self._runner.cancel(job.id)

    async def retry(self, job: str) -> Job:
        """Put a job that failed or was cancelled on the list once more, as a new job."""
        old = self._desk.queue[job]
        return await self._desk.queue.add(
            old.kind,
            old.pages,
            instruction=old.instruction,
            preset=old.preset,
            seed=old.seed,
            count=old.count,
        )

    async def pause(self) -> None:
        self._runner.pause()

    async def resume(self) -> None:
        self._runner.resume()

    async def finished(self, jobs: Iterable[Job] | None = None) -> None:
        """Wait until these jobs (None: all) are at their end.

        Raises:
            FibelError: that of the first job that failed, or what made the list stop.
        """
        wanted = {job.id for job in (self._desk.queue.open if jobs is None else jobs)}
        while True:
            news = self._desk.queue.news()
            here = [job for job in self._desk.queue.jobs if job.id in wanted]
            for job in here:
                if job.state is JobState.FAILED:
                    raise FibelError(job.error, job.details)
            if all(job.state in TERMINAL for job in here):
                return
            if self._runner.stopped_by is not None:
                raise self._runner.stopped_by
            await news.wait()

    # ── undo, publish ────────────────────────────────────────────────────────────────────────────────────────

    async def undo(self) -> None:
        """Take the author's last edit back; takes that came since stay."""
        await self._desk.change(self._history.undo)

    async def redo(self) -> None:
        await self._desk.change(self._history.redo)

    async def check(self) -> list[Finding]:
        """Return what a reader or a printer would stumble over."""
        stale = stale_pages(self.book, self._desk.style())
        return await asyncio.to_thread(preflight, self._desk.folder, stale=stale)

    async def export(
        self,
        to: Path,
        *,
        format_name: str | None = None,
        force: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> Exported:
        """Write the book to a file; its suffix says what kind.

        Raises:
            FibelError: `export_incomplete`, `take_missing`, `take_broken`, `export_failed`, `disk_full`, `usage`.
        """
        stale = stale_pages(self.book, self._desk.style())
        return await asyncio.to_thread(
            export, self._desk.folder, to, format_name=format_name, force=force, stale=stale, progress=progress
        )

    # ── within ───────────────────────────────────────────────────────────────────────────────────────────────

    async def _edit(self, edit: Edit) -> None:
        def remembered(book: Book) -> Book:
            after = edit(book)
            self._history.remember(book, after)
            return after

        await self._desk.change(remembered)

    def _page(self, page: str) -> Page:
        try:
            return self.book.page(page)
        except KeyError:
            raise FibelError("page_unknown", page) from None

    def _painting(self, page: str) -> bool:
        running = self._desk.board.state().running
        return running is not None and running.kind is JobKind.PAINT and page in running.pages

    def _untranslated(self) -> list[Page]:
        """Pages with a text whose translation is missing or older; an action in the author's own words counts."""
        return [
            page
            for page in self.book.story_pages
            if page.scene.text.strip() and (not page.scene.action or page.action_stale)
        ]

    def _without_job(self, kind: JobKind, pages: Sequence[str]) -> list[str]:
        """Leave out the pages for which such a job waits or runs already."""
        busy = {page for job in self._desk.queue.open if job.kind is kind for page in job.pages}
        return [page for page in pages if page not in busy]


def _seed() -> int:
    """Return a seed for the writer; Ollama takes 32 bits."""
    return secrets.randbits(31)


@asynccontextmanager
async def open_studio(
    folder: BookFolder, crew: Crew, card: Card, pace: Pace, emit: Callable[[Event], None], *, attended: bool
) -> AsyncIterator[Studio]:
    """Bring a book to life: its list is read, its engine runs until the block ends.

    Args:
        attended: whether an author watches. Then work left by a crash starts paused, with a notice; without one it
            simply goes on.
    """
    queue = JobQueue(folder, emit)
    await queue.restore()
    board = Board(emit, crew.clock, card, queue, pace, on_box=crew.sketches, place=crew.writer.place)
    card.on_step = board.card_step
    desk = Desk(folder, queue, board, crew, emit)
    runner = Runner(desk, card)
    for notice in folder.notices:
        emit(Notice(notice))
    if queue.open and attended:
        runner.pause()
        emit(Notice(f"{len(queue.open)} jobs were left from last time. The list is paused: resume it when you like."))
    studio = Studio(desk, runner)
    async with asyncio.TaskGroup() as group:
        engine = group.create_task(runner.run())
        try:
            yield studio
        finally:
            engine.cancel()
            pace.save()
