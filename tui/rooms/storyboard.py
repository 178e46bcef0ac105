"""The storyboard: all pages as small pictures; drafts first, then finals with the same seeds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.widget import Widget

from engine.book.model import Page, PictureState
from engine.jobs.job import JobKind
from engine.studio import Studio
from tui.rooms.asking import wish_at_a_price
from tui.rooms.crowding import room_for_all
from tui.rooms.headings import PAGES, PICTURE, ROOMS
from tui.rooms.room import BookRoom
from tui.widgets.card import Card
from tui.widgets.picture import Shown
from tui.widgets.states import PageState, cut, page_states, painting_of
from tui.words import count, say

DRAFT = "draft"
"""The sampler preset drafts are painted with: few steps, to judge the composition."""

NARROWEST = 11
"""Columns a card has at least; a book of more pages than fit at this size scrolls."""


def columns_for(pages: int, width: int, height: int, ratio: float) -> tuple[int, int]:
    """Return columns of cards, and rows of cells each has, so that all pages fit as large as they can.

    Args:
        width: columns of cells there are.
        height: rows of cells there are.
        ratio: width to height of a picture; a cell is twice as high as wide.

    >>> columns_for(8, 118, 32, 2 / 3)
    (6, 14)
    """
    most = max(1, width // (NARROWEST + 1))
    for columns in range(1, most + 1):
        rows = int((width / columns - 1) / ratio / 2) + 1
        if rows * -(-pages // columns) <= height:
            return columns, rows
    return most, int((width / most - 1) / ratio / 2) + 1


class Storyboard(BookRoom):
    """Shows every page at once and leads to each."""

    ROOM = "Storyboard"
    CSS_PATH = "storyboard.tcss"
    STANDS_OVER = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "look", "Open", tooltip="Open this page in the review room", group=PAGES),
        Binding("left", "step(-1)", "The page before", show=False, group=PAGES),
        Binding("right", "step(1)", "The page after", show=False, group=PAGES),
        Binding("up", "row(-1)", "A row up", show=False, group=PAGES),
        Binding("down", "row(1)", "A row down", show=False, group=PAGES),
        Binding(
            "less_than_sign,shift+left", "move(-1)", "Earlier", tooltip="Move this page one place earlier", group=PAGES
        ),
        Binding(
            "greater_than_sign,shift+right", "move(1)", "Later", tooltip="Move this page one place later", group=PAGES
        ),
        Binding("f", "drafts", "Drafts", tooltip="Paint quick drafts of all pages that have no picture", group=PICTURE),
        Binding(
            "F", "finals", "Finals", tooltip="Paint the drafts again with all steps and the same seeds", group=PICTURE
        ),
        Binding("D", "dummy", "Dummy", tooltip="The dummy: leaf through the book as it lies open", group=ROOMS),
        Binding("e", "export", "Publish", tooltip="Publish the book", group=ROOMS),
        Binding("v", "review", "Review", tooltip="Go to the review room", group=ROOMS),
    ]

    def __init__(self, at: str | None = None) -> None:
        """Prepare the room; `at` is the id of the page to begin with."""
        super().__init__()
        self._drawn: object = None
        self._states: tuple[PageState, ...] = ()
        self._cards: dict[str, Card] = {}
        self._here = at
        self._columns = 1
        self._width = NARROWEST

    def furniture(self) -> Iterable[Widget]:
        with VerticalScroll(id="wall", can_focus=False):
            yield Grid(id="cards")

    def tell_engine(self) -> None:
        super().tell_engine()
        book = self.link.book
        if book is None:
            return
        style, painting = self.home.shelf.styles.get(book.style), painting_of(self.link.state)
        if (drawn := (book, style, painting)) == self._drawn:
            return
        self._drawn = drawn
        self._states = page_states(book, style, painting)
        painted = sum(state.page.chosen_take is not None for state in self._states)
        self.head(book.title or say("Untitled"), say("Pictures {a}/{n}", a=painted, n=len(self._states)))
        if [state.page.id for state in self._states] != list(self._cards):
            self._deal()
        else:
            self._show()

    @work(exclusive=True, group="deal")
    async def _deal(self) -> None:
        """Lay the cards out anew; their pictures are remembered by the gallery."""
        grid = self.query_one("#cards", Grid)
        self._cards = {state.page.id: Card(self.home.gallery, state.page.id) for state in self._states}
        async with grid.batch():
            await grid.remove_children()
            await grid.mount_all(self._cards.values())
        self._lay_out()
        if self.is_current and (card := self._cards.get(self._here or "") or next(iter(self._cards.values()), None)):
            card.focus()

    def _show(self) -> None:
        for state in self._states:
            if card := self._cards.get(state.page.id):
                card.show(self._shown(state), _caption(state, self._width))

    def _shown(self, state: PageState) -> Shown:
        take = state.page.chosen_take
        if take is not None and self.link.folder is not None:
            return Shown(take.id, self.link.folder / take.file)
        if state.picture is PictureState.PAINTING:
            return Shown(words="◐")
        return Shown(words="…" if state.waits else str(state.number))

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        wall = self.query_one("#wall").size
        columns, rows = columns_for(len(self._states), wall.width - 2, wall.height, self.home.picture_ratio())
        self._width = (wall.width - 2) // columns - 1
        grid = self.query_one("#cards")
        grid.styles.grid_size_columns = columns
        grid.styles.grid_rows = str(rows)
        self._columns = columns
        self._show()

    def on_card_looked(self, event: Card.Looked) -> None:
        self._here = event.name

    def on_card_taken(self, event: Card.Taken) -> None:
        self.home.enter_review(event.name)

    # walking

    @property
    def _at(self) -> int:
        pages = list(self._cards)
        return pages.index(self._here) if self._here in pages else 0

    def _go(self, to: int) -> None:
        cards = list(self._cards.values())
        if cards:
            cards[max(0, min(to, len(cards) - 1))].focus()

    def action_step(self, step: int) -> None:
        self._go(self._at + step)

    def action_row(self, step: int) -> None:
        self._go(self._at + step * self._columns)

    def action_look(self) -> None:
        self.home.enter_review(self._here)

    def action_review(self) -> None:
        self.home.enter_review(self._here)

    def action_export(self) -> None:
        self.home.enter_publish(self._here)

    def action_dummy(self) -> None:
        self.home.enter_dummy(self._here)

    def action_move(self, step: int) -> None:
        book, page = self.link.book, self._here
        if book is not None and page is not None and (to := book.number_of(page) + step) >= 1:
            self.link.wish(lambda studio: studio.outline.move_page(page, to))

    # painting

    @work
    async def action_drafts(self) -> None:
        lacking = [state for state in self._states if state.has_text and not state.page.chosen_take and not state.waits]
        if not lacking:
            self.tell(say("No page lacks a picture."))
            return
        if not await room_for_all(self, [state.page for state in lacking]):
            return
        if await wish_at_a_price(self, JobKind.PAINT, len(lacking), lambda s: s.pictures.draft(preset=DRAFT)):
            self.tell(count(len(lacking), "{n} draft is on the list.", "{n} drafts are on the list."))

    @work
    async def action_finals(self) -> None:
        drafts = [state.page for state in self._states if _is_draft(state.page) and not state.waits]
        if not drafts:
            self.tell(say("No page has a draft as its chosen picture."))
            return
        if not await room_for_all(self, drafts):
            return

        async def paint(studio: Studio) -> None:
            for page in drafts:
                await studio.pictures.final(page.id)

        if await wish_at_a_price(self, JobKind.PAINT, len(drafts), paint):
            self.tell(count(len(drafts), "{n} picture is on the list.", "{n} pictures are on the list."))

    def action_leave(self) -> None:
        self.home.enter_review(self._here)


def _is_draft(page: Page) -> bool:
    take = page.chosen_take
    return take is not None and take.recipe.preset == DRAFT


def _caption(state: PageState, width: int) -> Text:
    words = state.page.scene.text or state.page.outline.what or "…"
    draft = f" {say('draft')}" if _is_draft(state.page) else ""
    line = Text(f"{state.number} {state.text_look.symbol}{state.picture_look.symbol}{draft} ", no_wrap=True, end="")
    return line.append_text(cut(words, width - line.cell_len))
