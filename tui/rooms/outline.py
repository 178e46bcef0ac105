"""The outline board: one line per page, settled by the author before a scene is written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from engine.book.model import Book, OutlineLine, Page
from engine.errors import FibelError
from engine.jobs.job import JobKind
from engine.language.sentences import sentences
from engine.studio import Studio
from tui.rooms.asking import home_of, wish_at_a_price
from tui.rooms.dialogs import AskLine, Choose, Dialog, LineInput
from tui.rooms.headings import BOOK, PAGES, ROOMS, YES
from tui.rooms.room import BookRoom
from tui.widgets.states import cut
from tui.words import say

PARTS = (("who", "Who", 5), ("where", "Where", 4), ("what", "What happens", 8), ("feeling", "Feeling", 4))
"""Field, heading, share of the width."""


class LineForm(Dialog[OutlineLine]):
    """Edits one line of the outline; Escape leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
    ]

    def __init__(self, page: str, number: int, line: OutlineLine) -> None:
        super().__init__()
        self._page = page
        self._number = number
        self._line = line

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog form") as box:
            box.border_title = Text(say("Page {n}", n=self._number)).markup
            box.border_subtitle = Text(say("Enter goes on, {lineform.save} saves, {dialog.back} goes back.")).markup
            for field, heading, _share in PARTS:
                yield Static(say(heading), markup=False, classes="label")
                yield LineInput(getattr(self._line, field), id=field)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == PARTS[-1][0]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        self.dismiss(self._written)

    @property
    def _written(self) -> OutlineLine:
        return OutlineLine(**{field: self.query_one(f"#{field}", LineInput).value for field, _h, _s in PARTS})

    def keep_unsaved(self) -> None:
        """Hand down what is written here; the line to the terminal is lost or the author leaves at once."""
        if (line := self._written) != self._line:
            home_of(self).link.wish(partial(_changing, self._page, line))


class Outline(BookRoom):
    """Shows the plan of the book, and hands down what the author changes in it."""

    ROOM = "Outline"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"outline--label"}
    CSS_PATH = "outline.tcss"
    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "Edit", tooltip="Edit this line", group=PAGES),
        Binding(
            "s",
            "settle",
            "Settle",
            tooltip="Settle the outline: the writer tells every page that has no text",
            group=YES,
        ),
        Binding("o", "review", "Review", tooltip="To the review room", group=ROOMS),
        Binding("i", "insert", "Insert", tooltip="Insert a page after this one", group=PAGES),
        Binding("X", "split", "Split", tooltip="Tell this page on two", group=PAGES),
        Binding("M", "merge", "Merge", tooltip="Tell this page and the next on one", group=PAGES),
        Binding(
            "D,delete",
            "delete",
            "Delete",
            key_display="D",
            tooltip="Delete this page; {book.undo} brings it back",
            group=PAGES,
        ),
        Binding("K,shift+up", "move(-1)", "Up", key_display="K", tooltip="Move the page up", group=PAGES),
        Binding("J,shift+down", "move(1)", "Down", key_display="J", tooltip="Move the page down", group=PAGES),
        Binding("n", "again", "New outline", tooltip="Ask the writer for an outline", group=BOOK),
        Binding("c", "cast", "Cast", show=False, tooltip="Edit or add a character", group=BOOK),
        Binding("T", "name", "Title of the book", show=False, group=BOOK),
        Binding("N", "author", "Your name, for the title page", show=False, group=BOOK),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._pages: tuple[Page, ...] = ()
        self._awaited = ""
        """Id of a page to be looked at as soon as it is there."""
        self._drawn: object = None

    def furniture(self) -> Iterable[Widget]:
        yield Static(id="idea", markup=False)
        yield Static(id="heading", markup=False)
        yield OptionList(id="lines", markup=False)
        yield Static(id="line", markup=False)
        yield Static(id="cast", markup=False)

    def tell_engine(self) -> None:
        super().tell_engine()
        if (book := self.link.book) is None:
            return
        self.head(
            book.title or say("Untitled"),
            say("settled · {outline.review} goes on to the review")
            if book.outline_settled
            else say("{outline.settle} settles it"),
        )
        thinking = self.link.state.running is not None and self.link.state.running.kind is JobKind.OUTLINE
        if (drawn := (book, self.size.width, thinking)) != self._drawn:
            self._drawn = drawn
            self._show(book, "…" if thinking else say("still empty; Enter writes it"))
            if thinking:
                self.query_one("#idea", Static).update(say("The writer is thinking up an outline …"))

    def on_resize(self) -> None:
        self.tell_engine()

    def _show(self, book: Book, empty: str) -> None:
        lines, width = self.query_one(OptionList), self.size.width - 4
        at = lines.highlighted or 0
        ids = [page.id for page in self._pages]
        stood = self._awaited or (ids[at] if at < len(ids) else None)
        self._pages = book.pages
        lines.set_options(
            [Option(_line(number, page, width, empty), id=page.id) for number, page in enumerate(book.pages, 1)]
        )
        now = [page.id for page in book.pages]
        if self._awaited in now:
            self._awaited = ""
        if now:
            lines.highlighted = now.index(stood) if stood in now else min(at, len(now) - 1)
        self.query_one("#idea", Static).update(cut(book.idea, width))
        self.query_one("#heading", Static).update(_columns("", [say(heading) for _f, heading, _s in PARTS], width))
        cast = Text(f"{say('Cast')}: ", no_wrap=True, overflow="ellipsis")
        cast.append(
            ", ".join(character.name for character in book.cast) or say("nobody yet; {outline.cast} adds a character")
        )
        self.query_one("#cast", Static).update(cast)
        self._show_line()

    @property
    def _page(self) -> Page | None:
        at = self.query_one(OptionList).highlighted
        return self._pages[at] if at is not None and at < len(self._pages) else None

    def on_option_list_option_highlighted(self) -> None:
        self._show_line()

    def _show_line(self) -> None:
        """Show the whole of the line looked at; the board itself cuts what is long."""
        page, lines = self._page, Text()
        if page is not None:
            label = self.get_component_rich_style("outline--label", partial=True)
            for field, heading, _share in PARTS:
                if words := getattr(page.outline, field):
                    lines.append_text(Text.assemble((say(heading), label), f" {words}   "))
            if page.scene.text:
                lines.append_text(Text.assemble(("\n" if lines else "", ""), " ".join(page.scene.text.split())))
        self.query_one("#line", Static).update(lines)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_edit()

    @work
    async def action_edit(self) -> None:
        page, book = self._page, self.link.book
        if page is None or book is None:
            return
        await self._edit(page.id, book.number_of(page.id), page.outline)

    async def _edit(self, page: str, number: int, found: OutlineLine) -> None:
        """Have a line written; it is asked for again as long as it does not get to the disk."""
        line = await self.app.push_screen_wait(LineForm(page, number, found))
        while line is not None and line != found and not await self.link.kept(partial(_changing, page, line)):
            line = await self.app.push_screen_wait(LineForm(page, number, line))

    @work
    async def action_insert(self) -> None:
        """Put an empty page after this one, and have its line written."""
        page, book = self._page, self.link.book
        if book is None:
            return
        number = 1 + (book.number_of(page.id) if page is not None else 0)
        try:
            inserted = await self.link.ask(lambda studio: studio.outline.insert_page(page.id if page else None))
        except FibelError:
            return  # the engine has told it
        self._awaited, self._drawn = inserted, None
        self.tell_engine()
        await self._edit(inserted, number, OutlineLine())

    def action_delete(self) -> None:
        if (page := self._page) is not None:
            self.link.wish(lambda studio: studio.outline.delete_page(page.id))
            self.tell(say("The page is gone. {book.undo} brings it back."))

    @work
    async def action_split(self) -> None:
        """Tell a page on two; the author says after which sentence."""
        page = self._page
        if page is None:
            return
        ends = [sentence.end for sentence in sentences(page.scene.text)][:-1]
        if not ends:
            self.tell(say("There is only one sentence on this page."))
            return
        choices = [(" ".join(page.scene.text[:end].split())[-60:], end) for end in ends]
        if at := await self.app.push_screen_wait(Choose(say("Split after which sentence?"), choices)):
            self.link.wish(lambda studio: studio.outline.split_page(page.id, at))

    def action_merge(self) -> None:
        page, book = self._page, self.link.book
        if page is not None and book is not None and book.number_of(page.id) < len(book.pages):
            self.link.wish(lambda studio: studio.outline.merge_page(page.id))
            self.tell(say("Told on one page now. {book.undo} brings both back."))

    def action_move(self, step: int) -> None:
        page, book = self._page, self.link.book
        if page is not None and book is not None and (to := book.number_of(page.id) + step) >= 1:
            self.link.wish(lambda studio: studio.outline.move_page(page.id, to))

    @work
    async def action_again(self) -> None:
        if self.link.book is not None:
            await wish_at_a_price(self, JobKind.OUTLINE, len(self._pages), lambda studio: studio.outline.propose())

    @work
    async def action_settle(self) -> None:
        """Say yes to the plan; the writer begins where words are lacking."""
        book = self.link.book
        if book is None:
            return
        if not any(page.outline.what or page.scene.text for page in book.story_pages):
            self.tell(say("The outline is still empty: {outline.again} asks the writer, {outline.edit} writes a line."))
            return

        async def settle(studio: Studio) -> None:
            await studio.outline.settle()
            await studio.texts.write()

        lacking = sum(not page.scene.text.strip() for page in book.story_pages)
        if not lacking:
            self.link.wish(settle)
        elif not await wish_at_a_price(self, JobKind.SCENES, lacking, settle):
            return
        self.home.enter_review()

    @work
    async def action_name(self) -> None:
        book = self.link.book
        if book is not None:
            title = await self.app.push_screen_wait(AskLine(say("What is the book's title?"), book.title))
            if title is not None and title != book.title:
                self.link.wish(lambda studio: studio.press.edit_title(title))

    @work
    async def action_author(self) -> None:
        book = self.link.book
        if book is not None:
            author = await self.app.push_screen_wait(AskLine(say("Who wrote the book?"), book.author))
            if author is not None and author != book.author:
                self.link.wish(lambda studio: studio.press.edit_author(author))

    def action_review(self) -> None:
        self.home.enter_review()

    def action_leave(self) -> None:
        self.home.leave_book()


async def _changing(page: str, line: OutlineLine, studio: Studio) -> None:
    await studio.outline.edit(page, line)


def _line(number: int, page: Page, width: int, empty: str) -> Text:
    parts = [getattr(page.outline, field) for field, _heading, _share in PARTS]
    if not any(parts):
        line = Text(f"{number:>2}  ", no_wrap=True, end="")
        line.append_text(cut(page.scene.text or empty, width - 6))
        line.stylize("dim", 4)
        return line
    return _columns(f"{number:>2}", parts, width)


def _columns(first: str, parts: list[str], width: int) -> Text:
    """Lay out four columns by their shares of the width."""
    line = Text(f"{first:>2}  ", no_wrap=True, end="")
    unit = (width - 6) / sum(share for _f, _h, share in PARTS)
    for words, (_field, _heading, share) in zip(parts, PARTS, strict=True):
        cells = int(unit * share)
        part = cut(words, cells - 2)
        part.pad_right(max(0, cells - part.cell_len))
        line.append_text(part)
    return line
