"""Jobs of the writer: outline, scenes, rewrite, translate. What arrives is kept at once, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import aclosing

from engine.book import edits
from engine.book.model import Book, Page, fingerprint
from engine.card.lease import Lease
from engine.jobs.desk import Desk
from engine.jobs.events import SceneTold
from engine.jobs.job import Job
from engine.writer import calls


async def outline(desk: Desk, job: Job, lease: Lease) -> None:
    """Ask for an outline of `job.count` pages and lay it into the book; the author's texts stay."""
    proposed = await calls.outline(
        desk.crew.writer,
        brief(desk, pages=job.count),
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    await desk.change(lambda book: edits.with_outline(book, proposed.title, proposed.cast, proposed.lines))
    await _remember(desk, job, "outline", proposed.title)


async def scenes(desk: Desk, job: Job, lease: Lease) -> None:
    """Tell the scenes of the job's pages, in one request; each is in the book as soon as it is complete.

    A page that has a text already gets a draft beside it.
    """
    told_before = await desk.queue.provenance(job.id)
    wanted = [page for page in _pages(desk, job) if not _has_from(page, job, told_before)]
    if not wanted:
        return
    numbers = {desk.book.number_of(page.id): page.id for page in wanted}
    told = {
        number: page.scene.text
        for number, page in enumerate(desk.book.pages, start=1)
        if page.scene.text.strip() and number not in numbers
    }
    telling = calls.scenes(
        desk.crew.writer,
        brief(desk),
        sorted(numbers),
        told,
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    async with aclosing(telling):  # a cancelled job ends its stream before it gives the card back
        async for scene in telling:
            await _propose(desk, job, numbers[scene.page], scene.text)


async def rewrite(desk: Desk, job: Job, lease: Lease) -> None:
    """Ask for another version of one page's text; it becomes a draft."""
    told_before = await desk.queue.provenance(job.id)
    for page in _pages(desk, job):
        if _has_from(page, job, told_before):
            continue
        text = await calls.rewrite(
            desk.crew.writer,
            brief(desk),
            desk.book.number_of(page.id),
            page.scene.text,
            job.instruction,
            seed=job.seed,
            keep_alive=lease.keep_alive,
            on_tokens=lambda count: desk.board.progressed(count, 0),
        )
        await _propose(desk, job, page.id, text)


async def translate(desk: Desk, job: Job, lease: Lease) -> None:
    """Say in English what is to be seen on the job's pages, from their present texts."""
    wanted = {
        desk.book.number_of(page.id): page
        for page in _pages(desk, job)
        if page.scene.text.strip() and page.scene.action_of != fingerprint(page.scene.text)
    }
    if not wanted:
        return
    texts = {number: page.scene.text for number, page in wanted.items()}
    seeing = calls.pictures(
        desk.crew.writer,
        brief(desk),
        texts,
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    async with aclosing(seeing):
        async for picture in seeing:
            await _see(desk, job, wanted[picture.page], picture)


async def _see(desk: Desk, job: Job, page: Page, picture: calls.Picture) -> None:
    def seen(book: Book) -> Book:
        return edits.set_translation(
            book,
            page.id,
            of=fingerprint(page.scene.text),
            action=picture.action,
            framing=picture.framing,
            alt=picture.alt,
        )

    await _remember(desk, job, f"{page.id}.action", picture.action)
    await desk.change(seen)


def brief(desk: Desk, *, pages: int = 0) -> calls.Brief:
    """Return what the writer must know of the book."""
    book = desk.book
    return calls.Brief(
        title=book.title,
        idea=book.idea,
        age=desk.age(),
        age_name=book.age,
        pages=pages or len(book.pages),
        cast=book.cast,
        plan=tuple(page.outline for page in book.pages),
    )


async def _propose(desk: Desk, job: Job, page: str, text: str) -> None:
    await _remember(desk, job, _text_of(page), text)
    await desk.change(lambda book: edits.propose_text(book, page, text, job=job.id, instruction=job.instruction))
    desk.emit(SceneTold(page))


async def _remember(desk: Desk, job: Job, what: str, text: str) -> None:
    """Keep where a text came from: journal first, then the book."""
    by = desk.crew.scribe or desk.crew.writer.model
    await desk.queue.note(
        {"type": "provenance", "what": what, "of": fingerprint(text), "by": by, "job": job.id, "seed": job.seed}
    )


def _pages(desk: Desk, job: Job) -> Sequence[Page]:
    """The job's pages that are still in the book, in reading order."""
    wanted = set(job.pages)
    return [page for page in desk.book.pages if page.id in wanted]


def _text_of(page: str) -> str:
    """How the journal names a page's text."""
    return f"{page}.text"


def _has_from(page: Page, job: Job, told_before: Mapping[str, str]) -> bool:
    """Whether an earlier attempt of this job already brought this page its text."""
    if page.draft is not None and page.draft.job == job.id:
        return True
    return told_before.get(_text_of(page.id)) == fingerprint(page.scene.text)
