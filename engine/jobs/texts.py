"""Jobs of the writer: outline, scenes, repairs, another text, what is to be seen, verdicts, another language.

What arrives is kept at once, page by page. Each says in the journal where it came from, before the book holds it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import aclosing

from engine.book import edits
from engine.book.model import Book, Judgement, Page, fingerprint
from engine.card.lease import Lease
from engine.errors import FibelError
from engine.jobs import provenance
from engine.jobs.desk import Desk
from engine.jobs.events import Notice, SceneTold
from engine.jobs.guarding import read_along
from engine.jobs.job import Job
from engine.jobs.provenance import Origin
from engine.language.check import tense_of
from engine.language.verbs import Tense
from engine.writer import calls
from engine.writer.planning import INVENTING, READING
from engine.writer.seeing import SEEING
from engine.writer.telling import MENDING, REWRITING, TELLING

_NO_ANSWER = frozenset({"text_invalid", "text_cut", "text_too_long", "text_refused"})
"""A writer that is there and does not answer what it is asked."""


async def outline(desk: Desk, job: Job, lease: Lease) -> None:
    """Ask for an outline of `job.count` pages and lay it into the book; the author's texts stay.

    A book that is told already, as one from a manuscript is, gets the outline of what its pages tell.
    """
    texts = [page.scene.text for page in desk.book.pages]
    told = sum(bool(text.strip()) for text in texts)
    read = texts if job.count == len(texts) and told * 2 > len(texts) else []
    proposed = await calls.outline(
        desk.crew.writer,
        await brief(desk, pages=job.count),
        read,
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    if len(proposed.lines) != job.count:
        number = len(proposed.lines)
        desk.emit(Notice(f"The writer planned {number} pages in place of {job.count}: look through the outline."))
    await _remember(desk, job, "outline", proposed.title, READING if read else INVENTING)
    await desk.change(lambda book: edits.with_outline(book, proposed.title, proposed.cast, proposed.lines))


async def scenes(desk: Desk, job: Job, lease: Lease) -> None:
    """Tell the scenes of the job's pages, one a request; each is in the book as soon as it is complete.

    A page that has a text already gets a draft beside it. What breaks the rules is mended at once, and the better
    version takes the place of the first: but only while that is still what the writer wrote, to the letter.
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
        await brief(desk),
        sorted(numbers),
        told,
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    latest: dict[int, str] = {}
    async with aclosing(telling):  # a cancelled job ends its stream before it gives the card back
        async for scene in telling:
            page = numbers[scene.page]
            if scene.repaired:
                await _mend(desk, job, page, latest[scene.page], scene.text)
            else:
                await _propose(desk, job, page, scene.text, TELLING)
            latest[scene.page] = scene.text


async def repair(desk: Desk, job: Job, lease: Lease) -> None:
    """Say one sentence of a page otherwise, or all that break a rule; the page with them becomes a draft.

    What an earlier repair brought and the author has not looked at yet stays in the new draft.
    """
    told_before = await desk.queue.provenance(job.id)
    for page in _pages(desk, job):
        if _has_from(page, job, told_before):
            continue
        text = page.scene.text
        if page.draft is not None and job.sentence in page.draft.text:
            text = page.draft.text
        number = desk.book.number_of(page.id)
        better = await calls.repair(
            desk.crew.writer,
            await brief(desk),
            number,
            text,
            job.sentence,
            job.instruction,
            seed=job.seed,
            keep_alive=lease.keep_alive,
            on_tokens=lambda count: desk.board.progressed(count, 0),
        )
        if better == text:
            desk.emit(Notice(f"The writer found no better words for page {number}."))
        else:
            await _propose(desk, job, page.id, better, MENDING, Origin.REPAIRED)


async def rewrite(desk: Desk, job: Job, lease: Lease) -> None:
    """Ask for another version of one page's text; it becomes a draft."""
    told_before = await desk.queue.provenance(job.id)
    for page in _pages(desk, job):
        if _has_from(page, job, told_before):
            continue
        text = await calls.rewrite(
            desk.crew.writer,
            await brief(desk),
            desk.book.number_of(page.id),
            page.scene.text,
            job.instruction,
            seed=job.seed,
            keep_alive=lease.keep_alive,
            on_tokens=lambda count: desk.board.progressed(count, 0),
        )
        await _propose(desk, job, page.id, text, REWRITING)


async def edition(desk: Desk, job: Job, lease: Lease) -> None:
    """Say pages in the language of the book; each becomes a draft beside the words it was said from."""
    told_before = await desk.queue.provenance(job.id)
    for page in _pages(desk, job):
        if not page.scene.text.strip() or _has_from(page, job, told_before):
            continue
        text = await calls.translation(
            desk.crew.writer,
            await brief(desk),
            desk.book.number_of(page.id),
            page.scene.text,
            seed=job.seed,
            keep_alive=lease.keep_alive,
            on_tokens=lambda count: desk.board.progressed(count, 0),
        )
        await _propose(desk, job, page.id, text, MENDING)


async def judge(desk: Desk, job: Job, lease: Lease) -> None:
    """Ask the writer three plain questions about the job's pages, then have the guard read along.

    The answers are hints for the author, no gate.
    """
    wanted = {
        desk.book.number_of(page.id): page
        for page in _pages(desk, job)
        if page.scene.text.strip() and (page.judgement is None or page.judgement.of != fingerprint(page.scene.text))
    }
    if wanted:
        await _ask_about(desk, job, lease, wanted)
    await read_along(desk, _pages(desk, job))


async def _ask_about(desk: Desk, job: Job, lease: Lease, wanted: Mapping[int, Page]) -> None:
    asking = calls.verdicts(
        desk.crew.writer,
        await brief(desk),
        {number: page.scene.text for number, page in wanted.items()},
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    try:
        async with aclosing(asking):
            async for verdict in asking:
                await _judge(desk, wanted[verdict.page], verdict)
    except FibelError as error:
        if error.code not in _NO_ANSWER:
            raise
        desk.emit(Notice("The writer could not say whether a child may hear these pages: read them yourself."))


async def _judge(desk: Desk, page: Page, verdict: calls.Verdict) -> None:
    if _there(desk, page.id) is None:
        return
    judgement = Judgement(
        of=fingerprint(page.scene.text),
        fear=verdict.fear,
        danger=verdict.danger,
        unkind=verdict.unkind,
        because=verdict.because if verdict.fear or verdict.danger or verdict.unkind else "",
    )
    await desk.change(lambda book: edits.judge(book, page.id, judgement))


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
        await brief(desk),
        texts,
        seed=job.seed,
        keep_alive=lease.keep_alive,
        on_tokens=lambda count: desk.board.progressed(count, 0),
    )
    async with aclosing(seeing):
        async for picture in seeing:
            await _see(desk, job, wanted[picture.page], picture)


async def _see(desk: Desk, job: Job, page: Page, picture: calls.Picture) -> None:
    if _there(desk, page.id) is None:
        return

    def seen(book: Book) -> Book:
        return edits.set_translation(
            book,
            page.id,
            of=fingerprint(page.scene.text),
            action=picture.action,
            framing=picture.framing,
            alt=picture.alt,
        )

    await _remember(desk, job, f"{page.id}.action", picture.action, SEEING)
    await desk.change(seen)


async def brief(desk: Desk, *, pages: int = 0) -> calls.Brief:
    """Return what the writer must know of the book; reading a long book for its tense takes a moment."""
    book = desk.book
    told = await asyncio.to_thread(tense_of, [page.scene.text for page in book.pages], desk.age())
    return calls.Brief(
        title=book.title,
        idea=book.idea,
        age=desk.age(),
        age_name=book.age,
        pages=pages or len(book.pages),
        cast=book.cast,
        plan=tuple(page.outline for page in book.pages),
        language=book.language,
        past=told is Tense.PAST,
        own_prompts=desk.crew.prompt_folders,
    )


async def _propose(
    desk: Desk, job: Job, page: str, text: str, temperature: float, origin: Origin = Origin.GENERATED
) -> None:
    """Lay a text of the writer's into the book: journal first, then the book."""
    here = _there(desk, page)
    if here is None:
        return
    beside = "\n\n".join([here.scene.text, here.draft.text if here.draft else ""])
    await _remember(desk, job, _text_of(page), text, temperature, origin, beside=beside)
    await desk.change(lambda book: edits.propose_text(book, page, text, job=job.id, instruction=job.instruction))
    desk.emit(SceneTold(page))


async def _mend(desk: Desk, job: Job, page: str, before: str, text: str) -> None:
    """Put the better version of what the writer told in its place, unless somebody has touched it since."""
    if _there(desk, page) is None:
        return
    await _remember(desk, job, _text_of(page), text, MENDING, Origin.REPAIRED, beside=before)
    known = desk.book
    if await desk.change(lambda book: edits.mend_text(book, page, of=fingerprint(before), text=text)) != known:
        desk.emit(SceneTold(page))


async def _remember(
    desk: Desk,
    job: Job,
    what: str,
    text: str,
    temperature: float,
    origin: Origin = Origin.GENERATED,
    *,
    beside: str = "",
) -> None:
    """Keep where a text came from."""
    by = desk.crew.scribe or desk.crew.writer.model
    line = provenance.record(
        what, text, origin, beside=beside, by=by, job=job.id, seed=job.seed, temperature=temperature
    )
    await desk.queue.note(line)


def _there(desk: Desk, page: str) -> Page | None:
    """The page, unless the author has deleted it meanwhile: then nobody wants what was wished for it."""
    return next((here for here in desk.book.pages if here.id == page), None)


def _pages(desk: Desk, job: Job) -> Sequence[Page]:
    """The job's pages that are still in the book, in reading order."""
    wanted = set(job.pages)
    return [page for page in desk.book.pages if page.id in wanted]


def _text_of(page: str) -> str:
    """How the journal names a page's text."""
    return f"{page}.text"


def _has_from(page: Page, job: Job, told_before: Mapping[str, frozenset[str]]) -> bool:
    """Whether an earlier attempt of this job already brought this page its text."""
    if page.draft is not None and page.draft.job == job.id:
        return True
    return fingerprint(page.scene.text) in told_before.get(_text_of(page.id), frozenset())
