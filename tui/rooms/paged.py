"""The finished pages, one after another, as the file will have them."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from engine.book.edition import Layout
from engine.book.model import Page
from engine.errors import FibelError
from engine.publish.facsimile import Leaf, Paper, page_picture
from engine.publish.geometry import resolution
from engine.publish.profile import Profile
from engine.publish.sheets import Matter
from engine.units import Px
from tui.keys import key_of
from tui.rooms.dialogs import Choose
from tui.rooms.headings import PAGES
from tui.rooms.outward import RealPixels
from tui.rooms.parts_form import LAYOUTS, layout_choices
from tui.rooms.station import Proofs, Station
from tui.terminal.showing import showing
from tui.widgets.leaves import matter_words, page_shown
from tui.widgets.picture import Picture
from tui.words import say

SHARE = 0.5
"""Of the station's width that the page takes at most."""

REAL: Px = 1_600
"""Height of a page in a browser: every letter can be read."""


class Paged(Station, can_focus=True):
    """Leafs through the pages; has a layout chosen for the one that is seen."""

    NAME = "Pages"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "leaf(1)", "The page after", show=False, group=PAGES),
        Binding("left", "leaf(-1)", "The page before", show=False, group=PAGES),
        Binding("home", "leaf(-1000)", "To the first page", show=False, group=PAGES),
        Binding("end", "leaf(1000)", "To the last page", show=False, group=PAGES),
        Binding("m", "marks", "Show where the knife cuts, and the safe area", show=False, group=PAGES),
        Binding("L", "layout", "Choose the layout of this page", show=False, group=PAGES),
        Binding("O", "real_pixels", "See the page's real pixels in a browser", show=False, group=PAGES),
        Binding("enter", "look", "Go to where this page can be mended", show=False, group=PAGES),
    ]
    PAGE_KEYS: ClassVar[dict[tuple[str, ...], str]] = {
        ("leaf(-1)", "leaf(1)"): "leaf",
        ("marks",): "knife and safe area",
        ("layout",): "layout",
        ("look",): "mend",
        ("real_pixels",): "in a browser",
    }

    class Mended(Message):
        """Somebody wants to mend what stands on a page: the book's page by its number, or a part of ours."""

        def __init__(self, number: int | None, matter: Matter) -> None:
            super().__init__()
            self.number = number
            self.matter = matter

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._proofs: Proofs | None = None
        self._at = 0
        self._marks: bool | None = None
        """Whether trim and safe area are shown; None: where the file is a proof."""

    def compose(self) -> Iterable[Widget]:
        with Horizontal():
            yield Picture(self.home.gallery, id="leaf")
            yield Static(markup=False, id="leaf-words")

    def show(self, proofs: Proofs) -> None:
        before = self._leaf
        bound_anew = self._proofs is None or proofs.laid is not self._proofs.laid
        self._proofs = proofs
        if before is not None and before.sheet.number and bound_anew:
            self.go_to(before.sheet.number)
        else:
            self._draw()

    def summary(self, proofs: Proofs) -> str:
        laid = proofs.laid
        return say("Page {a} of {n}", a=self._place(laid) + 1, n=len(laid.leaves)) if laid and laid.leaves else "…"

    def go_to(self, number: int) -> None:
        """Show the first page of paper that shows a page of the book."""
        laid = self._proofs.laid if self._proofs is not None else None
        places = [n for n, leaf in enumerate(laid.leaves) if leaf.sheet.number == number] if laid is not None else []
        if places and self._at not in places:
            self._at = places[0]
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _place(self, laid: Paper) -> int:
        return min(self._at, len(laid.leaves) - 1)

    @property
    def _marked(self) -> bool:
        is_proof = self._proofs is not None and self._proofs.aim.profile is Profile.PROOF
        return is_proof if self._marks is None else self._marks

    def _draw(self) -> None:
        if self._proofs is None or not self.size.height:
            return
        picture, words = self.query_one("#leaf", Picture), self.query_one("#leaf-words", Static)
        laid = self._proofs.laid
        if laid is None or not laid.leaves:
            words.update(say("There are no pages yet."))
            return
        place = self._place(laid)
        leaf, box = laid.leaves[place], laid.leaves[place].edge if self._marked else laid.leaves[place].trim
        wide = box.width > box.height
        width = round(self.size.height * 2 * box.width / box.height)
        picture.styles.width = min(width, round(self.size.width * (0.66 if wide else SHARE)))
        if place + 1 < len(laid.leaves):
            picture.following = page_shown(laid, place + 1, marks=self._marked)
        picture.shown = page_shown(laid, place, marks=self._marked)
        words.update(self._told(laid, leaf, place))

    def _told(self, laid: Paper, leaf: Leaf, place: int) -> Text:
        told = Text()
        flows = self._proofs is not None and self._proofs.aim.profile is Profile.REFLOW
        if len(laid.leaves) == 1:
            told.append(f"{matter_words(leaf)}\n", "bold")
        else:
            told.append(f"{say('Page {a} of {n}', a=place + 1, n=len(laid.leaves))}\n", "bold")
            told.append(_kind_words(leaf, place))
        if (page := self._page_on(leaf)) is not None and leaf.sheet.matter is Matter.STORY and not flows:
            edition = self._proofs.edition if self._proofs is not None else None
            layout = page.layout or (edition.layout if edition is not None else None)
            told.append(f"{say(LAYOUTS[layout])}\n")
        for picture in () if flows else leaf.sheet.pictures:
            dpi = resolution(laid.book.size(picture.take), picture.crop, picture.box)
            told.append(f"{say('{n} pixels per inch', n=f'{dpi:.0f}')}\n", "dim")
        if self._marked:
            told.append("\n━ ", "#c81e3c").append(f"{say('here the knife cuts')}\n")
            if leaf.safe is not None:
                told.append("━ ", "#1478be").append(f"{say('words stay inside')}\n")
        if flows:
            told.append(f"{say('Other readers break lines and pages elsewhere.')}\n", "dim")
        told.append("\n")
        for actions, does in self.PAGE_KEYS.items():
            keys = "".join(key_of(f"paged.{action}") for action in actions)
            told.append(f"{keys} ", "bold").append(f"{say(does)}\n", "dim")
        return told

    def _page_on(self, leaf: Leaf) -> Page | None:
        number = leaf.sheet.number
        pages = self._proofs.book.pages if self._proofs is not None else ()
        return pages[number - 1] if number and number <= len(pages) else None

    @property
    def _leaf(self) -> Leaf | None:
        laid = self._proofs.laid if self._proofs is not None else None
        return laid.leaves[self._place(laid)] if laid is not None and laid.leaves else None

    def action_leaf(self, step: int) -> None:
        if self._proofs is not None and self._proofs.laid is not None:
            self._at = max(0, min(self._place(self._proofs.laid) + step, len(self._proofs.laid.leaves) - 1))
            self._draw()

    def action_marks(self) -> None:
        self._marks = not self._marked
        self._draw()

    def action_look(self) -> None:
        if (leaf := self._leaf) is not None:
            self.post_message(self.Mended(leaf.sheet.number, leaf.sheet.matter))

    def action_layout(self) -> None:
        leaf = self._leaf
        page = self._page_on(leaf) if leaf is not None else None
        if page is not None and leaf is not None and leaf.sheet.matter is Matter.STORY:
            self._choose_layout(page)

    @work
    async def _choose_layout(self, page: Page) -> None:
        number = self._proofs.book.number_of(page.id) if self._proofs is not None else 0
        choices = [(words, (layout,)) for words, layout in layout_choices()]
        question = say("Layout of page {n}", n=number)
        chosen: tuple[Layout | None] | None = await self.app.push_screen_wait(Choose(question, choices, (page.layout,)))
        if chosen is not None:
            self.link.wish(lambda studio: studio.press.set_layout(chosen[0], page.id))

    @work
    async def action_real_pixels(self) -> None:
        """Serve the page in its real pixels for as long as somebody looks."""
        laid = self._proofs.laid if self._proofs is not None else None
        if laid is None or not laid.leaves:
            return
        try:
            png = await asyncio.to_thread(page_picture, laid, self._place(laid), REAL, marks=self._marked)
            with tempfile.TemporaryDirectory(prefix="fibel-") as folder:
                file = Path(folder) / "page.png"
                await asyncio.to_thread(file.write_bytes, png)
                async with showing(file) as shown:
                    await self.app.push_screen_wait(RealPixels(shown))
        except (FibelError, OSError):
            self.home.bell()


def _kind_words(leaf: Leaf, place: int) -> str:
    """Return what a page is: which side of the book, or of the paper it is printed on, and what stands there."""
    if leaf.shows:
        side = say("Sheet {n}, back") if place % 2 else say("Sheet {n}, front")
        left, right = leaf.shows
        return f"{side.format(n=place // 2 + 1)}\n{say('Pages {a} and {b}', a=left, b=right)}\n"
    if leaf.safe is None:
        return f"{matter_words(leaf)}\n"
    return f"{say('a right page') if leaf.right else say('a left page')}\n{matter_words(leaf)}\n"
