"""The publish room: from the book to a file that a printing service or a reader takes, station by station."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import events, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import ContentSwitcher, OptionList
from textual.widgets.option_list import Option

from engine.book.model import Book
from engine.errors import FibelError
from engine.jobs.events import Notice, PrintMade
from engine.jobs.job import JobKind
from engine.publish.facsimile import Paper
from engine.publish.finding import Cause, Finding
from engine.publish.sheets import Matter
from engine.studio import Studio
from tui.link import News
from tui.pressing import Standing
from tui.rooms.aims import AIMS
from tui.rooms.asking import wish_at_a_price
from tui.rooms.checked import Checked, enlarging
from tui.rooms.dialogs import Answer, AskLine, Question
from tui.rooms.format_form import FormatForm
from tui.rooms.headings import EVERYWHERE, FILE, WAY
from tui.rooms.imprint_form import ImprintForm
from tui.rooms.paged import Paged
from tui.rooms.parcel import Parcel
from tui.rooms.parts_form import PartsForm
from tui.rooms.room import BookRoom
from tui.rooms.station import Proofs, Station
from tui.widgets.lines import NewsLine
from tui.widgets.states import cut
from tui.words import say

STATIONS = ("format", "parts", "imprint", "pages", "check", "file")


class Publish(BookRoom):
    """Leads from purpose and format to the file; what was chosen stays with the book."""

    ROOM = "Publish"
    TYPING = True
    CSS_PATH = "publish.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 (as Screen has it)
    AUTO_FOCUS = "#stations"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "write", "Write file", priority=True, tooltip="Write the file", group=FILE),
        Binding("pagedown", "station(1)", "Next", priority=True, tooltip="The next station", group=WAY),
        Binding("pageup", "station(-1)", "The station before", priority=True, show=False, group=WAY),
        Binding("tab,down", "app.focus_next", "Next field", group=WAY),
        Binding("up", "app.focus_previous", "The field before", show=False, group=WAY),
        Binding(
            "ctrl+f",
            "force",
            "In spite of errors",
            priority=True,
            tooltip="Export in spite of the errors found",
            group=FILE,
        ),
        Binding("ctrl+y", "copy", "Copy the way to the file", priority=True, show=False, group=FILE),
        Binding("f1", "help", "Help", group=EVERYWHERE),
        Binding(
            "escape",
            "leave",
            "Back",
            tooltip="To the list of stations; from there to the review room",
            group=EVERYWHERE,
        ),
    ]
    WITHIN = (Paged, Checked)

    def __init__(self, page: str | None = None) -> None:
        """Prepare the room; `page` is the id of the page one comes from, and goes back to."""
        super().__init__()
        self._from = page
        self._proofs: Proofs | None = None

    def furniture(self) -> Iterable[Widget]:
        with Horizontal(id="floor"):
            yield OptionList(*(Option(station, id=station) for station in STATIONS), id="stations", markup=False)
            with ContentSwitcher(initial="format"):
                yield FormatForm(AIMS[0], id="format")
                yield PartsForm(id="parts")
                yield ImprintForm(id="imprint")
                yield Paged(id="pages")
                yield Checked(id="check")
                yield Parcel(id="file")

    def on_mount(self) -> None:
        super().on_mount()
        self.proof()
        standing = self.home.pressing.standing
        if standing is not None and standing.running:  # begun before the author came back
            self.query_one(Parcel).pressed(standing)

    # showing

    def tell_engine(self) -> None:
        super().tell_engine()
        book = self.link.book
        if book is None:
            return
        self.head(book.title or say("Untitled"))
        preset = self.home.shelf.formats.get(book.format)
        if self._proofs is None:
            self._proofs = Proofs(book, AIMS[0], preset)
        else:
            self._proofs = replace(self._proofs, book=book, page=preset)
        self._show()

    def heard(self, news: News) -> None:
        super().heard(news)
        enlarged = any(isinstance(event, PrintMade) for event in news.happened)
        if news.book is not None or (enlarged and not enlarging(self.link.jobs.values())):
            self.proof()

    def tell(self, notice: Notice | str) -> None:
        """What is missing stands on the screen already."""
        if isinstance(notice, Notice) and notice.code == "export_incomplete":
            notice = replace(notice, text=say("Not exported: what is marked with ! is missing."))
        super().tell(notice)

    @property
    def _stations(self) -> list[Station]:
        return list(self.query(Station))

    def _show(self) -> None:
        """Show how things stand at every station, and in the list of them."""
        if (proofs := self._proofs) is None or self.was_left:
            return
        lines = self.query_one("#stations", OptionList)
        for number, station in enumerate(self._stations, start=1):
            station.show(proofs)
            summary = cut(station.summary(proofs), max(8, lines.size.width - 3))
            words = Text.assemble((f"{number} {say(station.NAME)}\n", "bold"), ("  ", ""), (summary.plain, "dim"))
            lines.replace_option_prompt(station.id or "", words)

    @work(exclusive=True, group="proof")
    async def proof(self) -> None:
        """Bind the book anew and check it; what is typed meanwhile stays."""
        if self._proofs is None:
            return
        aim = self._proofs.aim
        laid: Paper | None
        try:
            laid = await self.link.ask(lambda studio: studio.press.lay_out(aim.seen_as))
        except FibelError:
            laid = None  # the engine has told it
        self._proofs = replace(self._proofs, laid=laid)
        self._show()
        try:
            faces = await self.link.ask(lambda studio: studio.press.typefaces())
            self._proofs = replace(self._proofs, faces=faces)
            found = await self.link.ask(lambda studio: studio.press.check(profile=aim.checked_for))
        except FibelError:
            return
        self._proofs = replace(self._proofs, findings=tuple(found))
        self._show()

    # from station to station

    @property
    def _here(self) -> str:
        return self.query_one(ContentSwitcher).current or STATIONS[0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id == "stations" and event.option_id:
            self.save()
            self.query_one(ContentSwitcher).current = event.option_id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id == "stations":
            self.focus_next()

    def go_to(self, station: str, field: str | Widget | None = None) -> None:
        """Show a station, and wait at one of its fields, the first if none is named."""
        self.query_one("#stations", OptionList).highlighted = STATIONS.index(station)
        self.query_one(ContentSwitcher).current = station
        place = self.query_one(f"#{station}", Station)
        if isinstance(field, Widget):
            field.focus()
        elif field is not None:
            place.query_one(f"#{field}").focus()
        elif place.can_focus:
            place.focus()
        else:
            first = next((widget for widget in place.query("*") if widget.focusable), None)
            (first or self.query_one("#stations")).focus()

    def action_station(self, step: int) -> None:
        at = (STATIONS.index(self._here) + step) % len(STATIONS)
        self.query_one("#stations", OptionList).highlighted = at
        self.query_one("#stations").focus()

    def action_leave(self) -> None:
        """End the export that is under way; else go one step back: to the stations, to the page one came from."""
        if self.home.pressing.stop():
            return
        stations = self.query_one("#stations")
        if stations.has_focus:
            self.save()
            self.home.enter_review(self._from)
        else:
            stations.focus()

    # keeping

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        self.save()

    def save(self) -> None:
        for station in self._stations:
            station.save()

    def keep_unsaved(self) -> None:
        self.save()

    def on_format_form_aimed(self, event: FormatForm.Aimed) -> None:
        if self._proofs is not None:
            self._proofs = replace(self._proofs, aim=event.aim, findings=None)
            self._show()
            self.proof()

    # mending

    def on_checked_chosen(self, event: Checked.Chosen) -> None:
        self.mend(event.finding)

    def mend(self, finding: Finding) -> None:
        """Go to where a finding can be mended."""
        book = self.link.book
        if book is None:
            return
        page = book.pages[finding.page - 1].id if finding.page and finding.page <= len(book.pages) else None
        match finding.cause:
            case Cause.IMPRINT:
                form = self.query_one(ImprintForm)
                self.go_to("imprint", "isbn" if finding.code == "isbn-wrong" else form.first_open())
            case Cause.PARTS:
                self.go_to("parts", "plan")
            case Cause.FORMAT | Cause.FILE:
                self.go_to("format")
            case Cause.ALT if page is not None:
                self._ask_alt(book, page)
            case Cause.LAYOUT if finding.page is not None:
                self.go_to("pages")
                self.query_one(Paged).go_to(finding.page)
            case _ if finding.code in ("no-title", "no-author"):
                self.go_to("imprint", finding.code.removeprefix("no-"))
            case _ if finding.code == "no-pages":
                self.home.enter_outline()
            case _:
                self.home.enter_review(page or self._from)

    @work
    async def _ask_alt(self, book: Book, page: str) -> None:
        """Ask for a picture in words."""
        sentence = "Page {n}: what is to be seen, in one sentence, for those who cannot see it?"
        question = say(sentence, n=book.number_of(page))
        alt = await self.app.push_screen_wait(AskLine(question, book.page(page).scene.alt))
        if alt is not None:
            self.link.wish(lambda studio: studio.texts.edit_alt(page, alt))

    def on_paged_mended(self, event: Paged.Mended) -> None:
        book = self.link.book
        if event.number is not None and book is not None and event.number <= len(book.pages):
            self.home.enter_review(book.pages[event.number - 1].id)
            return
        match event.matter:
            case Matter.IMPRINT:
                self.go_to("imprint", "name")
            case Matter.TITLE | Matter.HALF_TITLE:
                self.go_to("imprint", "title")
            case _:
                self.go_to("parts")

    @work
    async def on_checked_enlarged(self) -> None:
        book = self.link.book
        painted = sum(page.chosen_take is not None for page in book.pages) if book is not None else 0
        if painted and await wish_at_a_price(self, JobKind.UPSCALE, painted, lambda s: s.pictures.upscale()):
            self.tell(say("The pictures are enlarged one after another; {checked.stop} stops that."))

    def on_checked_stopped(self) -> None:
        """Take what is not enlarged yet off the list; what is done stays."""
        waiting = enlarging(self.link.jobs.values())

        async def cancel(studio: Studio) -> None:
            for job in reversed(waiting):  # the running one last, so that none begins in its place
                await studio.list.cancel(job.id)

        if waiting:
            self.link.wish(cancel)
            self.tell(say("The enlarging is cancelled; pictures enlarged so far stay enlarged."))

    # the file

    def on_parcel_wanted(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        self._write(force=False)

    def action_force(self) -> None:
        self._write(force=True)

    def action_copy(self) -> None:
        if line := self.query_one(Parcel).line:
            self.app.copy_to_clipboard(line)
            self.tell(say("Copied, if your terminal allows it."))

    @work(exclusive=True, group="write")
    async def _write(self, *, force: bool) -> None:
        pressing = self.home.pressing
        if self._proofs is None or pressing.running:
            return
        self.save()
        parcel, aim = self.query_one(Parcel), self._proofs.aim
        to = parcel.to
        if to.exists() and to not in pressing.written:
            question = say("{name} is there already.", name=to.name)
            if not await self.app.push_screen_wait(Question(question, [Answer("y", say("replace it"), True)])):
                return
        self.go_to("file")
        pressing.begin(aim, to, force=force)

    def pressed(self, standing: Standing) -> None:
        """Show how far the file is, and what became of it."""
        self.query_one(Parcel).pressed(standing)
        if standing.error is not None and standing.error.code == "export_incomplete":
            self.go_to("check")
        if standing.exported is not None:
            self.query_one(NewsLine).dismiss()
        if not standing.running:
            self._show()
