"""One station of the way, headless: outline, write, paint, approve."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable, Iterator

from engine.assembly import studio
from engine.book.model import Book, TextState
from engine.errors import FibelError
from engine.language.book_safety import safety_rules, unfit
from engine.settings import Settings, preset_folders
from engine.studio import Studio
from tui.commands.pages import chosen
from tui.commands.parser import Globals
from tui.commands.run import interruptible
from tui.commands.telling import Teller

Work = Callable[[Studio, Teller], Awaitable[None]]


def outline(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Have the outline written; it replaces the lines there are, never texts."""

    async def work(here: Studio, teller: Teller) -> None:
        await here.list.finished([await here.outline.propose()])
        for number, page in enumerate(here.book.pages, start=1):
            teller.line(f"{number:3d}  {page.outline.sentence()}")

    return at_work(options, settings, command, work)


def write(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Have scenes written; pages that have a text get a draft beside it, in the language of the book."""

    async def work(here: Studio, _teller: Teller) -> None:
        pages = chosen(here.book, command.pages)
        await settle(here)
        await here.list.finished(await here.texts.write(pages))

    return at_work(options, settings, command, work)


def paint(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Have pictures painted: a take for each page selected, else for each that has none; or have them enlarged."""

    async def work(here: Studio, teller: Teller) -> None:
        pages = chosen(here.book, command.pages)
        if pages is None and command.seed is not None:
            raise FibelError("usage", "--seed belongs to certain pages: name them with --pages.")
        if command.upscale:
            if command.preset or command.size or command.seed is not None:
                raise FibelError("usage", "--upscale paints nothing: --preset, --size and --seed say nothing to it.")
            jobs = await here.pictures.upscale(pages)
        else:
            jobs = await here.pictures.paint(pages, preset=command.preset, size=command.size, seed=command.seed)
        if not jobs and command.upscale:
            teller.line("Every chosen picture is enlarged already.")
        elif not jobs:
            teller.line("Every page that has a text has a picture; name pages with --pages to paint more takes.")
        await here.list.finished()

    return at_work(options, settings, command, work)


def approve(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Approve texts, pictures, or both."""
    both = command.text == command.pictures

    async def work(here: Studio, teller: Teller) -> None:
        pages = chosen(here.book, command.pages) or [page.id for page in here.book.story_pages]
        for page in pages:
            if command.drafts:
                await here.texts.accept_draft(page)
            if command.text or both:
                await here.texts.approve(page)
            if command.pictures or both:
                await here.pictures.approve(page)
        teller.line(approvals(here.book))
        for number, words in _unfit(here.book):
            teller.line(f"Page {number}: {words} No export takes the book while this stands there.")

    return at_work(options, settings, command, work, start=False)


def _unfit(book: Book) -> Iterator[tuple[int, str]]:
    """Yield the pages that have a yes and yet keep the book from being exported, and why."""
    rules = safety_rules(preset_folders())
    for number, page in enumerate(book.pages, start=1):
        said = dict.fromkeys(concern.en for concern in unfit(book, page, rules))
        if said and page.text_state is TextState.APPROVED:
            yield number, " ".join(said)


async def settle(here: Studio) -> None:
    """Settle the outline; a book that has none gets one first."""
    if here.book.outline_settled:
        return
    if not any(page.outline.sentence() for page in here.book.pages):
        await here.list.finished([await here.outline.propose()])
    await here.outline.settle()


def approvals(book: Book) -> str:
    """Return in one line how much of the book is approved."""
    pages = book.story_pages
    texts = sum(page.text_state == "approved" for page in pages)
    pictures = sum(page.picture_state() == "approved" for page in pages)
    return f"Approved: {texts} of {len(pages)} texts, {pictures} of {len(pages)} pictures."


def at_work(
    options: Globals, settings: Settings, command: argparse.Namespace, work: Work, *, start: bool = True
) -> int:
    """Open the book, first finish what an earlier run left, then do the work.

    Args:
        start: whether the engine may work; without it no server is needed, and what is on the list stays there.
    """
    teller = Teller(options.json)

    async def run() -> int:
        async with studio(settings, command.folder, teller, attended=not start, works=start) as here:
            teller.knows(here.book)
            if options.leaves_machine:
                await here.consent.give()
            if start:
                await here.list.finished()
            await work(here, teller)
            teller.done(folder=str(here.folder))
        return 0

    return interruptible(run())
