"""What the file is for, and in which format: the first thing a printing service asks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.table import Table
from rich.text import Text
from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from engine.book.edition import Edition
from engine.errors import FibelError
from engine.presets import Colours, FormatPreset
from engine.publish.cover import wrap
from engine.publish.facsimile import Paper
from engine.publish.geometry import paper
from engine.publish.specimen import specimen
from engine.publish.typeface import ANDIKA
from tui.rooms.aims import Aim, all_aims, bleed_words, number
from tui.rooms.dialogs import LineInput, typed_path
from tui.rooms.station import Proofs, Station
from tui.widgets.choice import Choice
from tui.widgets.form import row
from tui.widgets.picture import Picture, Shown
from tui.words import say


class FormatForm(Station):
    """Asks for purpose and format, and tells what the printing service will measure."""

    NAME = "Purpose and format"

    class Aimed(Message):
        """The file is for something else now."""

        def __init__(self, aim: Aim) -> None:
            super().__init__()
            self.aim = aim

    def __init__(self, aim: Aim, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._aims = {one.name: one for one in all_aims()}
        self._aim = aim
        self._faces: list[tuple[str, str]] = []
        """The typefaces there are to choose from: file and name."""

    def compose(self) -> Iterable[Widget]:
        aims = [(name, say(aim.words)) for name, aim in self._aims.items()]
        yield row(say("What for"), Choice(aims, self._aim.name, id="aim"))
        yield row(say("Format"), Choice(self._formats(), self._format, id="format"))
        yield row(say("Typeface"), Choice([("", ANDIKA.name)], "", id="typeface"))
        yield row(
            say("Another one"), LineInput(placeholder=say("path of a TrueType file (.ttf), ⏎"), id="typeface-file")
        )
        yield Picture(self.home.gallery, id="specimen")
        yield Static(markup=False, id="about-aim", classes="quiet")
        yield Static(markup=False, id="measures")

    @property
    def _format(self) -> str:
        return self.link.book.format if self.link.book is not None else ""

    def _formats(self) -> list[tuple[str, str]]:
        formats = self.home.shelf.formats.items()
        shown = [(name, preset.label) for name, preset in formats if not preset.hidden or name == self._format]
        return shown or [(self._format, self._format)]

    def show(self, proofs: Proofs) -> None:
        choice = self.query_one("#format", Choice)
        if choice.value != proofs.book.format:
            choice.offer(self._formats(), proofs.book.format)
        if proofs.faces:
            self._show_typeface(proofs)
        self.query_one("#about-aim", Static).update(say(proofs.aim.about))
        if proofs.page is not None:
            self.query_one("#measures", Static).update(_measures(proofs.page, proofs.laid, proofs.aim))

    def _show_typeface(self, proofs: Proofs) -> None:
        choice, chosen = self.query_one("#typeface", Choice), proofs.edition.typeface
        offered = [(name, face.name) for name, face in proofs.faces]
        if chosen not in dict(offered):
            offered.append((chosen, Path(chosen).name))  # the check says what is wrong with it
        if choice.value != chosen or offered != self._faces:
            choice.offer(offered, chosen)
        self._faces = offered
        face = proofs.laid.book.face if proofs.laid is not None else dict(proofs.faces).get(chosen, ANDIKA)
        shown = Shown(f"specimen {face.regular}", draw=lambda height: specimen(face, height))
        self.query_one("#specimen", Picture).shown = shown

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Bring a typeface of the author's own into the book."""
        event.stop()
        if event.value.strip():
            self._bring(typed_path(event.value))

    @work(exclusive=True, group="typeface")
    async def _bring(self, file: Path) -> None:
        try:
            await self.link.ask(lambda studio: studio.press.bring_typeface(file))
        except FibelError:
            return  # the engine has told it
        self.query_one("#typeface-file", LineInput).value = ""

    def summary(self, proofs: Proofs) -> str:
        return proofs.page.label if proofs.page is not None else proofs.book.format

    def on_choice_changed(self, event: Choice.Changed) -> None:
        event.stop()
        aim = self._aims[self.query_one("#aim", Choice).value]
        if aim is not self._aim:
            self._aim = aim
            self.post_message(self.Aimed(aim))
        typeface = self.query_one("#typeface", Choice).value
        if self.link.book is not None and typeface != (self.link.book.edition or Edition()).typeface:
            self.link.wish(lambda studio: studio.press.set_typeface(typeface))
        name = self.query_one("#format", Choice).value
        if name != self._format:
            self.link.wish(lambda studio: studio.press.set_format(name))


def _measures(page: FormatPreset, laid: Paper | None, aim: Aim) -> Table:
    """Return what a printing service will measure."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    leaf = paper(page, right=True)
    table.add_row(say("Trimmed page"), _size(page.trim_width, page.trim_height))
    table.add_row(say("Bleed"), bleed_words(page))
    if aim.printed or not aim.checked_for:
        table.add_row(say("Page of the file"), _size(leaf.width, leaf.height))
    safe = say("{a} mm outside, {b} mm at the gutter", a=number(page.safe.outer), b=number(page.safe.inner))
    table.add_row(say("Kept clear"), safe)
    rule = page.pages
    pages = say("{a} to {b}, a multiple of {n}", a=rule.least, b=rule.most, n=rule.multiple)
    table.add_row(say("Pages allowed"), pages + (f"; {say('the last one empty')}" if rule.last_blank else ""))
    if laid is not None and laid.bound:
        table.add_row(say("This book"), _count_words(page, laid.bound))
        spine = wrap(laid.book, page, laid.bound).spine
        told = say("{n} mm, by estimate: ask the service's calculator", n=number(spine))
        table.add_row(say("Spine"), told if page.spine.estimated else f"{number(spine)} mm")
    colours = say("four inks (CMYK)") if page.colour is Colours.CMYK else "RGB"
    table.add_row(say("Colours"), f"{colours}, {say('at most {n} MB', n=f'{page.most_megabytes:.0f}')}")
    table.add_row(say("New pictures"), f"{page.picture_width} × {page.picture_height}")
    return table


def _count_words(page: FormatPreset, count: int) -> Text:
    allowed = page.pages.least <= count <= page.pages.most and count % page.pages.multiple == 0
    words = say("{n} pages", n=count)
    return Text(f"{'✓' if allowed else '○'} {words}")


def _size(width: float, height: float) -> str:
    return f"{number(width)} × {number(height)} mm"
