"""What an author may do with the book as a whole: its title, its check, its files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

from engine.book import edits
from engine.book.edition import Edition, Layout
from engine.book.typefaces import bold_of, keep
from engine.overview import stale_pages
from engine.presets import FormatPreset, PresetKind, load
from engine.publish.export import Exported, export
from engine.publish.facsimile import Paper, lay_out
from engine.publish.own_face import judge, offered
from engine.publish.preflight import Finding, preflight
from engine.publish.profile import Profile
from engine.publish.typeface import Face
from engine.wishes.author import Wishes


class PressWishes(Wishes):
    """What an author may do with the book as a whole; one method per intention."""

    async def edit_title(self, title: str) -> None:
        await self._author.edit(lambda book: edits.change_book(book, title=title))

    async def edit_author(self, author: str) -> None:
        await self._author.edit(lambda book: edits.change_book(book, author=author))

    async def change_edition(self, **changes: object) -> None:
        """Replace parts of how the book is made up."""
        await self._author.edit(lambda book: edits.change_edition(book, **changes))

    async def change_imprint(self, **changes: object) -> None:
        """Replace parts of the imprint."""
        await self._author.edit(lambda book: edits.change_imprint(book, **changes))

    async def set_layout(self, layout: Layout | None, page: str | None = None) -> None:
        """Choose a layout for one page, or for the book; None leaves it to the book, or to texts and pictures."""
        if page is None:
            await self._author.edit(lambda book: edits.change_edition(book, layout=layout))
        else:
            await self._author.edit(lambda book: edits.change_page(book, page, layout=layout))

    async def typefaces(self) -> tuple[tuple[str, Face], ...]:
        """Return the typefaces the book can be set in, each with the file it is chosen by, "" for ours."""
        edition = self._desk.book.edition or Edition()
        return await asyncio.to_thread(offered, self._desk.folder.folder, edition)

    async def set_typeface(self, name: str) -> None:
        """Choose one of the book's typefaces by its file, with its bold letters where there are some; "" is ours."""
        folder = self._desk.folder.folder
        bold = await asyncio.to_thread(bold_of, folder / name) if name else None
        named = "" if bold is None else bold.relative_to(folder).as_posix()
        await self._author.edit(lambda book: edits.change_edition(book, typeface=name, typeface_bold=named))

    async def bring_typeface(self, file: Path) -> None:
        """Copy a TrueType file, and the bold one beside it, into the book's folder and set the book in it.

        Raises:
            FibelError: `typeface_unusable`, `book_read_only`, `file_unreadable`, `disk_full`, `write_failed`.
        """

        def bring() -> str:
            judge(file)
            if (bold := bold_of(file)) is not None:
                judge(bold)
                keep(self._desk.folder, bold)
            return keep(self._desk.folder, file)

        await self.set_typeface(await asyncio.to_thread(bring))

    async def set_format(self, name: str) -> None:
        """Choose the format; takes painted from now on have its shape.

        Raises:
            FibelError: `preset_unknown`.
        """
        load(PresetKind.FORMATS, FormatPreset, name, self._desk.crew.preset_folders)
        await self._author.edit(lambda book: edits.change_book(book, format=name))

    async def check(self, *, format_name: str | None = None, profile: Profile | None = None) -> list[Finding]:
        """Return what a reader or a printer would stumble over."""
        stale = stale_pages(self._desk.book, self._desk.style())
        return await asyncio.to_thread(
            preflight, self._desk.folder, stale=stale, format_name=format_name, profile=profile
        )

    async def lay_out(self, profile: Profile | None = None) -> Paper:
        """Return the pages of paper that an export with this purpose would have.

        Raises:
            FibelError: as :func:`engine.publish.facsimile.lay_out`.
        """
        return await asyncio.to_thread(lay_out, self._desk.folder, profile=profile)

    async def export(
        self,
        to: Path,
        *,
        format_name: str | None = None,
        profile: Profile | None = None,
        soft_pictures: bool = False,
        force: bool = False,
        progress: Callable[[int, int], None] | None = None,
        stop: Event | None = None,
    ) -> Exported:
        """Write the book to a file; its suffix says what kind. Cancelled, it ends at the next safe point.

        Args:
            profile: what the file is for; one of :func:`engine.publish.profile.profiles` of its suffix.
            soft_pictures: the author has said yes to pictures that look soft on paper.
            stop: ends the export with `export_cancelled`, unless its file is being written already.

        Raises:
            FibelError: `export_incomplete`, `export_cancelled`, `take_missing`, `take_broken`, `extra_missing`,
                `export_failed`, `disk_full`, `usage`.
        """
        stop = stop or Event()
        stale = stale_pages(self._desk.book, self._desk.style())
        try:
            return await asyncio.to_thread(
                export,
                self._desk.folder,
                to,
                format_name=format_name,
                profile=profile,
                soft_pictures=soft_pictures,
                force=force,
                stale=stale,
                progress=progress,
                stop=stop,
            )
        except asyncio.CancelledError:
            stop.set()  # nobody waits for the thread any more
            raise
