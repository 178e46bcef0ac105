"""The character sheet: how each of the cast looks, in words and in the picture the others are painted after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from engine.book.model import Book, Character, Take
from engine.errors import FibelError
from engine.illustrator.cast import seen_on
from engine.wishes.cast import Likenesses
from tui.rooms.choose_take import ChooseTake
from tui.rooms.dialogs import AskLine
from tui.rooms.headings import CHARACTER
from tui.rooms.room import BookRoom
from tui.widgets.picture import Picture, Shown
from tui.widgets.states import cut
from tui.words import decimal, say

LIGHTEST, HEAVIEST = 0.5, 1.6
"""Weights a block may have; beyond them it spoils the rest of the picture."""


class Cast(BookRoom):
    """Shows one character at a time with its reference; what is changed here counts on every page."""

    ROOM = "Characters"
    CSS_PATH = "cast.tcss"
    STANDS_OVER = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "looks", "Looks", tooltip="Say how this character looks", group=CHARACTER),
        Binding("r", "refer", "Reference", tooltip="Choose the picture the others are painted after", group=CHARACTER),
        Binding("g", "weigh", "Weight", tooltip="How much the description counts in the prompt", group=CHARACTER),
        Binding("N", "rename", "Name", tooltip="Give this character another name", group=CHARACTER),
        Binding("n", "add", "New", tooltip="Add a character", group=CHARACTER),
        Binding("m", "compare", "Compare", tooltip="Compare every page's picture with the reference", group=CHARACTER),
        Binding("X", "unrefer", "Paint without a reference again", show=False, group=CHARACTER),
        Binding("D,delete", "remove", "Take this character out of the book", show=False, group=CHARACTER),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._drawn: object = None
        self._likenesses: Likenesses | None = None

    def furniture(self) -> Iterable[Widget]:
        with Horizontal(id="sheet"):
            yield OptionList(id="cast", markup=False)
            yield Picture(self.home.gallery, id="reference")
            with Vertical(id="words"):
                yield Static(id="block", markup=False)

    def tell_engine(self) -> None:
        super().tell_engine()
        book = self.link.book
        if book is None:
            return
        self.head(book.title or say("Untitled"))
        if (drawn := (book.cast, book.pages)) != self._drawn:
            self._drawn = drawn
            self._list(book)

    def _list(self, book: Book) -> None:
        lines = self.query_one("#cast", OptionList)
        at = lines.highlighted or 0
        lines.set_options([Option(cut(character.name, 18), id=character.name) for character in book.cast])
        lines.highlighted = min(at, len(book.cast) - 1) if book.cast else None
        self._show()

    @property
    def _character(self) -> Character | None:
        book, at = self.link.book, self.query_one("#cast", OptionList).highlighted
        return book.cast[at] if book is not None and at is not None and at < len(book.cast) else None

    def on_option_list_option_highlighted(self) -> None:
        self._show()

    def on_option_list_option_selected(self) -> None:
        self.action_looks()

    def _show(self) -> None:
        if self.was_left:
            return
        book, character, folder = self.link.book, self._character, self.link.folder
        picture = self.query_one("#reference", Picture)
        if book is None or character is None or folder is None:
            picture.shown = Shown(words=say("Nobody yet. {cast.add} adds a character."))
            self.query_one("#block", Static).update("")
            return
        take = _take(book, character.reference)
        if take is None:
            picture.shown = Shown(words=say("No reference. {cast.refer} chooses one from the pictures."))
        else:
            picture.shown = Shown(take.id, folder / take.file)
        self.query_one("#block", Static).update(self._words(book, character))

    def _words(self, book: Book, character: Character) -> Text:
        pages = [str(book.number_of(page.id)) for page in book.story_pages if character in seen_on(book, page)]
        weight = say("as it is written") if character.weight is None else f"{character.weight:g}"
        rows = [
            (say("Looks"), character.block or "–"),
            (say("Weight"), weight),
            (say("Pages"), ", ".join(pages) or "–"),
        ]
        words = Text()
        for heading, said in rows:
            words.append_text(Text.assemble((heading, "bold"), f"\n{said}\n\n"))
        return words.append_text(self._compared(book, character))

    def _compared(self, book: Book, character: Character) -> Text:
        """Tell how alike each page's picture is, the least alike first."""
        if self._likenesses is None:
            return Text(say("{cast.compare} compares every picture with the reference."), "dim")
        mine = sorted((c for c in self._likenesses.compared if c.character == character.name), key=lambda c: c.rank)
        words = Text.assemble((say("Alike, by {eye}", eye=say(self._likenesses.eye)), "bold"), "\n")
        for one in mine:
            mark = "! " if one.conspicuous else "  "
            alike = decimal(one.likeness, 2) if one.sure else say("cannot tell: dark, asleep or hidden")
            words.append(f"{mark}{say('Page {n}', n=book.number_of(one.page))}  {alike}\n")
        if not mine:
            words.append(say("Nothing to compare: there is no reference, or no other picture."))
        return words

    # changing

    @work
    async def action_looks(self) -> None:
        if (character := self._character) is None:
            return
        looks = await self._ask_looks(character.name, character.block)
        if looks is not None and looks != character.block:
            self.link.wish(lambda studio: studio.cast.edit(character.name, block=looks))

    @work
    async def action_add(self) -> None:
        name = await self.app.push_screen_wait(AskLine(say("What is the character's name?")))
        if not name:
            return
        looks = await self._ask_looks(name, "")
        self.link.wish(lambda studio: studio.cast.edit(name, block=looks or ""))

    async def _ask_looks(self, name: str, before: str) -> str | None:
        question = say("How does {name} look? English words, the same on every page.", name=name)
        return await self.app.push_screen_wait(AskLine(question, before, "(small round hedgehog, red scarf:1.2)"))

    @work
    async def action_rename(self) -> None:
        if (character := self._character) is None:
            return
        name = await self.app.push_screen_wait(AskLine(say("What is the character's name?"), character.name))
        if name and name != character.name:
            self.link.wish(lambda studio: studio.cast.edit(character.name, new_name=name))

    @work
    async def action_weigh(self) -> None:
        if (character := self._character) is None:
            return
        question = say("How much does the description count? 0.5 to 1.6; empty leaves it as it is written.")
        before = "" if character.weight is None else f"{character.weight:g}"
        said = await self.app.push_screen_wait(AskLine(question, before, "1.2"))
        if said is None or said == before:
            return
        try:
            weight = float(said.replace(",", ".")) if said else None
        except ValueError:
            weight = 0.0
        if weight is not None and not LIGHTEST <= weight <= HEAVIEST:
            self.tell(say("A weight is a number from 0.5 to 1.6."))
            return
        self.link.wish(lambda studio: studio.cast.weigh(character.name, weight))

    @work
    async def action_refer(self) -> None:
        book, character = self.link.book, self._character
        if book is None or character is None:
            return
        takes = [
            (book.number_of(page.id), take)
            for page in book.pages
            if character in seen_on(book, page)
            for take in page.takes
            if not take.discarded
        ]
        if not takes:
            self.tell(say("No picture shows {name} yet.", name=character.name))
            return
        question = say("Which picture shows {name} as on every page?", name=character.name)
        if take := await self.app.push_screen_wait(ChooseTake(question, takes, character.reference)):
            self.link.wish(lambda studio: studio.cast.refer(character.name, take))

    def action_unrefer(self) -> None:
        if (character := self._character) is not None:
            self.link.wish(lambda studio: studio.cast.refer(character.name, None))

    def action_remove(self) -> None:
        if (character := self._character) is not None:
            self.link.wish(lambda studio: studio.cast.remove(character.name))
            self.tell(say("{name} is no longer in the book. {book.undo} brings them back.", name=character.name))

    @work(exclusive=True, group="likeness")
    async def action_compare(self) -> None:
        self.tell(say("The pictures are compared …"))
        try:
            self._likenesses = await self.link.ask(lambda studio: studio.cast.likeness())
        except FibelError as error:
            self.tell_error(error)
            return
        self.action_dismiss_news()
        self._show()


def _take(book: Book, take: str | None) -> Take | None:
    return next((known for page in book.pages for known in page.takes if known.id == take), None)
