"""The takes of a page, two at a time: the chosen one on the left, any other on the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from engine.book.model import Page, Take
from tui.rooms.headings import TAKES
from tui.rooms.room import BookRoom
from tui.widgets.picture import Picture, Shown
from tui.widgets.takes_line import TakesLine, take_words
from tui.words import say


class Takes(BookRoom):
    """Compares the takes of one page; what is chosen or laid aside here can be undone."""

    ROOM = "Takes"
    CSS_PATH = "takes.tcss"
    STANDS_OVER = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,c", "choose", "Choose", tooltip="Choose the take on the right", group=TAKES),
        Binding("left,left_square_bracket", "step(-1)", "Before", tooltip="Look at the take before", group=TAKES),
        Binding("right,right_square_bracket", "step(1)", "Next", tooltip="Look at the next take", group=TAKES),
        Binding("l", "last", "Last", tooltip="Compare the newest take with the chosen one", group=TAKES),
        Binding("x", "discard", "Lay aside", tooltip="Lay the take on the right aside", group=TAKES),
        Binding("X", "aside", "Laid aside", tooltip="Show what was laid aside, or hide it again", group=TAKES),
        Binding("z", "restore", "Fetch back", tooltip="Fetch the take on the right back", show=False, group=TAKES),
    ]

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page_id = page
        self._right: str | None = None
        self._with_discarded = False

    def furniture(self) -> Iterable[Widget]:
        with Horizontal(id="pair"):
            for side in ("left", "right"):
                with Vertical(classes="side"):
                    yield Static(id=f"{side}-heading", markup=False, classes="heading")
                    yield Picture(self.home.gallery, id=f"{side}-picture")
                    yield Static(id=f"{side}-words", markup=False, classes="recipe")
        yield TakesLine(id="takes")

    def tell_engine(self) -> None:
        super().tell_engine()
        book, page = self.link.book, self._page
        if book is None or page is None:
            return
        number = book.number_of(page.id)
        self.head(book.title or say("Untitled"), say("Page {n}", n=number))
        shown = self._shown
        if self._right not in [take.id for take in shown]:
            others = [take.id for take in shown if take.id != page.chosen]
            self._right = others[-1] if others else None
        self._show(page)

    @property
    def _page(self) -> Page | None:
        book = self.link.book
        return next((page for page in book.pages if page.id == self._page_id), None) if book is not None else None

    @property
    def _shown(self) -> list[Take]:
        page = self._page
        return [take for take in page.takes if self._with_discarded or not take.discarded] if page else []

    def _show(self, page: Page) -> None:
        right = next((take for take in page.takes if take.id == self._right), None)
        self._hang("left", page.chosen_take, say("◆ chosen"))
        aside = f" · {say('laid aside')}" if right is not None and right.discarded else ""
        self._hang("right", right, f"◇ {say('beside it')}{aside}")
        self.query_one(TakesLine).show(page, self._shown, right, stale="")

    def _hang(self, side: str, take: Take | None, heading: str) -> None:
        folder = self.link.folder
        picture = self.query_one(f"#{side}-picture", Picture)
        self.query_one(f"#{side}-heading", Static).update(heading)
        if take is None or folder is None:
            picture.shown = Shown(words=say("No other take. {review.reroll} in the review room paints one."))
            self.query_one(f"#{side}-words", Static).update("")
            return
        picture.shown = Shown(take.id, folder / take.file)
        self.query_one(f"#{side}-words", Static).update(Text(take_words(take)))

    def action_step(self, step: int) -> None:
        page, ids = self._page, [take.id for take in self._shown]
        others = [take for take in ids if page is None or take != page.chosen]
        if page is None or not others:
            return
        at = others.index(self._right) if self._right in others else 0
        self._right = others[(at + step) % len(others)]
        self._show(page)

    def action_last(self) -> None:
        page, shown = self._page, self._shown
        if page is not None and shown:
            self._right = shown[-1].id
            self._show(page)

    def action_choose(self) -> None:
        page, right = self._page, self._right
        if page is not None and right is not None:
            self._right = page.chosen
            self.link.wish(lambda studio: studio.pictures.choose(page.id, right))

    def action_discard(self) -> None:
        page, right = self._page, self._right
        if page is not None and right is not None:
            self.action_step(1)
            self.link.wish(lambda studio: studio.pictures.discard(page.id, right))
            self.tell(say("Laid aside. {takes.aside} shows it, {takes.restore} fetches it back."))

    def action_restore(self) -> None:
        page, right = self._page, self._right
        if page is not None and right is not None:
            self.link.wish(lambda studio: studio.pictures.restore(page.id, right))

    def action_aside(self) -> None:
        page = self._page
        if page is not None and not any(take.discarded for take in page.takes):
            self.tell(say("Nothing is laid aside."))
            return
        self._with_discarded = not self._with_discarded
        self.tell_engine()
