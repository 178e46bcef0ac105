"""The dummy: the book as it lies open before a child, two pages at a time, and what each turn of a page promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from engine.book.model import Book, Page
from engine.errors import FibelError
from engine.language.page_turn import Pull, Turn, first_sentence, turn_after
from engine.publish.facsimile import Leaf, Paper
from engine.publish.sheets import Matter
from tui.link import News
from tui.rooms.headings import PAGES, ROOMS
from tui.rooms.room import BookRoom
from tui.widgets.leaves import matter_words, spread_shown
from tui.widgets.picture import Picture
from tui.words import say

PULL_MARKS = {Pull.QUESTION: "?", Pull.BROKEN_OFF: "…", Pull.TURN: "!", Pull.NONE: "·"}
PULL_WORDS = {
    Pull.QUESTION: "A question: the child wants the answer.",
    Pull.BROKEN_OFF: "It breaks off: the child wants to hear on.",
    Pull.TURN: "Something begins: the child wants to see it.",
    Pull.NONE: "All is told here. Could the page end a sentence earlier?",
}
SHARE = 0.62
"""Of the room's width that the open book takes at most; the rest is for words."""


class Dummy(BookRoom):
    """Leafs through the spreads in reading order, blank pages and all."""

    ROOM = "Dummy"
    CSS_PATH = "dummy.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,pagedown", "leaf(1)", "Turn", tooltip="Turn the page", group=PAGES),
        Binding("left,pageup", "leaf(-1)", "Back", tooltip="Turn back", group=PAGES),
        Binding("up,down", "side", "Side", tooltip="Left page or right page", key_display="↑↓", group=PAGES),
        Binding("enter", "look", "Open", tooltip="Open this page in the review room", group=PAGES),
        Binding("home", "leaf(-1000)", "To the first page", show=False, group=PAGES),
        Binding("end", "leaf(1000)", "To the last page", show=False, group=PAGES),
        Binding("b", "storyboard", "Board", tooltip="The storyboard: all pages as small pictures", group=ROOMS),
        Binding("e", "export", "Publish", tooltip="Publish the book", group=ROOMS),
        Binding("v", "leave", "Review", tooltip="Go to the review room", group=ROOMS),
    ]

    def __init__(self, at: str | None = None) -> None:
        """Prepare the room; `at` is the id of the page to begin with."""
        super().__init__()
        self._begin_at = at
        self._laid: Paper | None = None
        self._at = 0
        """Place of the spread that lies open."""
        self._right = False
        """Whether the right one of its pages is pointed at."""

    def furniture(self) -> Iterable[Widget]:
        with Horizontal(id="table"):
            yield Picture(self.home.gallery, id="open")
            with VerticalScroll(id="words", can_focus=False):
                yield Static(id="told", markup=False)
        yield Static(id="turns", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.lay_out()

    def heard(self, news: News) -> None:
        super().heard(news)
        if news.book is not None:
            self.lay_out()

    @work(exclusive=True, group="lay-out")
    async def lay_out(self) -> None:
        """Bind the book anew, and stay where one was."""
        here = self.page
        at = here.id if here is not None and self._laid is not None else self._begin_at
        try:
            self._laid = await self.link.ask(lambda studio: studio.press.lay_out())
        except FibelError:
            return  # the engine has told it
        self._go_to(at)
        self._show()

    # where one is

    @property
    def _spread(self) -> tuple[int | None, int | None]:
        return self._laid.spreads[self._at] if self._laid is not None and self._laid.leaves else (None, None)

    @property
    def _sides(self) -> tuple[Leaf | None, Leaf | None]:
        left, right = (self._laid.leaves[at] if self._laid and at is not None else None for at in self._spread)
        return left, right

    @property
    def page(self) -> Page | None:
        """The book's page pointed at, or the one that lies open beside it."""
        left, right = self._sides
        ordered = (right, left) if self._right else (left, right)
        return next((page for leaf in ordered if leaf and (page := self._page_on(leaf)) is not None), None)

    def _page_on(self, leaf: Leaf) -> Page | None:
        book, number = self.link.book, leaf.sheet.number
        return book.pages[number - 1] if book is not None and number and number <= len(book.pages) else None

    def _go_to(self, page: str | None) -> None:
        laid = self._laid
        if laid is None:
            return
        self._at = min(self._at, max(0, len(laid.spreads) - 1))
        for at, (left, right) in enumerate(laid.spreads):
            for place in (left, right):
                shown = self._page_on(laid.leaves[place]) if place is not None else None
                if shown is not None and shown.id == page:
                    self._at, self._right = at, place == right
                    return

    # showing

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        laid, book = self._laid, self.link.book
        if laid is None or book is None or not laid.leaves or self.was_left:
            return
        height = self.query_one("#table").size.height
        ratio = 2 * laid.page.trim_width / laid.page.trim_height
        picture = self.query_one("#open", Picture)
        picture.styles.width = min(round(height * 2 * ratio), round(self.size.width * SHARE))
        if self._at + 1 < len(laid.spreads):
            picture.following = spread_shown(laid, laid.spreads[self._at + 1])
        picture.shown = spread_shown(laid, self._spread)
        self.query_one("#told", Static).update(self._told(book))
        self.query_one("#turns", Static).update(self._turns(book, laid))
        places = [place + 1 for place in self._spread if place is not None]
        where = "–".join(map(str, places))
        self.head(book.title or say("Untitled"), say("Page {a} of {n}", a=where, n=len(laid.leaves)))

    def _told(self, book: Book) -> Text:
        """Say what lies open, and what the turn of the page promises."""
        told = Text()
        pointed = self._pointed
        for leaf, place, side in zip(self._sides, self._spread, (say("left"), say("right")), strict=True):
            if leaf is None or place is None:
                continue
            told.append("▸ " if leaf is pointed else "  ", "bold")
            told.append(f"{place + 1} {side}", "bold" if leaf is pointed else "")
            told.append(f" · {matter_words(leaf)}\n", "dim")
            if (page := self._page_on(leaf)) is not None and self._tells(leaf, place):
                told.append(f"{page.scene.text or '…'}\n")
        told.append("\n")
        return told.append_text(self._turn_words(book))

    @property
    def _pointed(self) -> Leaf | None:
        left, right = self._sides
        return (right or left) if self._right else (left or right)

    def _tells(self, leaf: Leaf, place: int) -> bool:
        """Whether the words of the book's page stand here: a spread tells them once, on its left page."""
        laid = self._laid
        return laid is not None and not (place and laid.leaves[place - 1].sheet.number == leaf.sheet.number)

    def _turn_words(self, book: Book) -> Text:
        laid = self._laid
        if laid is None or self._at + 1 >= len(laid.spreads):
            return Text(f"■ {say('The book is closed here.')}", "dim")
        if (turn := self._turn_of(book, laid, self._at)) is None:
            return Text(f"↷ {say('The page is turned.')}", "dim")
        told = Text(f"↷ {say('Before the page is turned:')}\n", "bold")
        told.append(f"{turn.sentence}\n", "italic")
        told.append(f"{PULL_MARKS[turn.pull]} {say(PULL_WORDS[turn.pull])}\n", "dim")
        if after := self._first_words(laid, self._at + 1):
            told.append(f"↶ {say('And then:')} ", "bold").append(after, "italic")
        return told

    def _story(self, laid: Paper, at: int) -> list[Page]:
        """Return the story's pages that lie open in a spread."""
        leaves = [laid.leaves[place] for place in laid.spreads[at] if place is not None]
        pages = [self._page_on(leaf) for leaf in leaves if leaf.sheet.matter is Matter.STORY]
        return [page for page in pages if page is not None]

    def _turn_of(self, book: Book, laid: Paper, at: int) -> Turn | None:
        """Return how the story leads on to the next spread; None where it does not, or not yet."""
        here = self._story(laid, at)
        goes_on = at + 1 < len(laid.spreads) and self._story(laid, at + 1)
        if not here or not goes_on or not here[-1].scene.text.strip():
            return None
        return turn_after(here[-1].scene.text, book.language)

    def _first_words(self, laid: Paper, at: int) -> str:
        pages = self._story(laid, at)
        return first_sentence(pages[0].scene.text) if pages else ""

    def _turns(self, book: Book, laid: Paper) -> Text:
        """The whole book in a line: each spread, and after it what its turn promises."""
        parts: list[Text] = []
        for at, spread in enumerate(laid.spreads):
            numbers = "-".join(str(place + 1) for place in spread if place is not None)
            turn = self._turn_of(book, laid, at)
            mark = f" {PULL_MARKS[turn.pull]} " if turn is not None else "  "
            parts.append(Text.assemble((numbers, "bold reverse" if at == self._at else ""), mark))
        room = max(20, self.size.width - 2)
        first = 0
        while first < self._at and sum(part.cell_len for part in parts[first : self._at + 2]) > room:
            first += 1
        line = Text("", no_wrap=True, end="").join(parts[first:])
        line.truncate(room, overflow="ellipsis")
        return line

    # walking

    def action_leaf(self, step: int) -> None:
        if self._laid is not None and self._laid.leaves:
            self._at = max(0, min(self._at + step, len(self._laid.spreads) - 1))
            self._right = False
            self._show()

    def action_side(self) -> None:
        self._right = not self._right
        self._show()

    def action_look(self) -> None:
        pointed = self._pointed
        page = self._page_on(pointed) if pointed is not None else None
        if page is None:
            self.tell(say("This page is made by Fibel. {dummy.export} leads to what stands on it."))
            return
        self.home.enter_review(page.id)

    def action_storyboard(self) -> None:
        self.home.enter_storyboard(self.page.id if self.page else None)

    def action_export(self) -> None:
        self.home.enter_publish(self.page.id if self.page else None)

    def action_leave(self) -> None:
        self.home.enter_review(self.page.id if self.page else None)
