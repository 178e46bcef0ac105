"""Export: what is still to be mended, the file's name and format, and the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from engine.errors import FibelError
from engine.jobs.events import Notice
from engine.publish.export import Exported, Kind
from engine.publish.preflight import Finding, Severity
from engine.studio import Studio
from tui.link import News
from tui.rooms.dialogs import LineInput, short_path, typed_path
from tui.rooms.new_book import folder_name
from tui.rooms.room import BookRoom
from tui.widgets.choice import Choice
from tui.words import count, say, spoken
from tui.words.foreign import engine_words

MARKS = {Severity.ERROR: "!", Severity.WARNING: "○", Severity.NOTE: "·"}
KINDS = {
    ".pdf": "PDF, to print and to send",
    ".epub": "EPUB, for readers and tablets",
    ".cbz": "CBZ, pictures to leaf through",
    ".md": "Markdown, the words alone",
    ".docx": "Word, the words alone",
    ".zip": "Pictures alone, as large as there are",
}
BAR = 30
"""Cells of the progress bar."""


class Export(BookRoom):
    """Checks the book, and writes it where the author says."""

    ROOM = "Export"
    TYPING = True
    CSS_PATH = "export.tcss"
    AUTO_FOCUS = "#file"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "export", "Export", priority=True),
        Binding("ctrl+f", "force", "In spite of errors", priority=True, tooltip="Export in spite of the errors found"),
        Binding("tab", "app.focus_next", "Next field"),
        Binding("f1", "help", "Help"),
        Binding("escape", "leave", "Back"),
    ]

    def furniture(self) -> Iterable[Widget]:
        book, shelf = self.link.book, self.home.shelf
        formats = [(name, preset.label) for name, preset in shelf.formats.items()]
        with Horizontal(classes="row"):
            yield Static(say("File"), markup=False, classes="label")
            yield LineInput(short_path(self._proposed()), id="file")
        with Horizontal(classes="row"):
            yield Static(say("Kind"), markup=False, classes="label")
            yield Choice([(kind.value, say(KINDS.get(kind.value, kind.value))) for kind in Kind], ".pdf", id="kind")
        with Horizontal(classes="row"):
            yield Static(say("Format"), markup=False, classes="label")
            yield Choice(formats, book.format if book else "", id="format")
        yield Static(id="done", markup=False)
        with VerticalScroll(id="findings"):
            yield Static(markup=False, id="list")

    def on_mount(self) -> None:
        self.check()

    def tell_engine(self) -> None:
        super().tell_engine()
        if self.link.book is not None:
            self.head(self.link.book.title or say("Untitled"))

    def heard(self, news: News) -> None:
        super().heard(news)
        if news.book is not None:
            self.check()

    def tell(self, notice: Notice | str) -> None:
        """What is missing stands on the screen already."""
        if isinstance(notice, Notice) and notice.code == "export_incomplete":
            notice = replace(notice, text=say("Not exported: what is marked with ! is missing."))
        super().tell(notice)

    def _proposed(self) -> Path:
        """Beside the book, so that it is found again; named as the book is."""
        folder = self.link.folder or self.home.library
        title = self.link.book.title if self.link.book is not None else ""
        return folder.parent / f"{folder_name(title) or folder.name}{next(iter(Kind)).value}"

    @work(exclusive=True, group="check")
    async def check(self) -> None:
        """Ask what a reader would stumble over."""
        try:
            findings = await self.link.ask(lambda studio: studio.press.check())
        except FibelError:
            return  # the engine has told it
        self.query_one("#list", Static).update(_told(findings))

    def on_choice_changed(self) -> None:
        """The file's suffix says the kind."""
        file = self.query_one("#file", LineInput)
        path, suffix = Path(file.value), self.query_one("#kind", Choice).value
        if path.suffix in list(Kind):
            file.value = str(path.with_suffix(suffix))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_export()

    def action_export(self) -> None:
        self._export(force=False)

    def action_force(self) -> None:
        self._export(force=True)

    @work(exclusive=True, group="export")
    async def _export(self, *, force: bool) -> None:
        to = typed_path(self.query_one("#file", LineInput).value)
        format_name = self.query_one("#format", Choice).value or None

        def progress(done: int, of: int) -> None:  # on a thread of the engine
            self.app.call_later(self._progress, done, of)

        async def export(studio: Studio) -> Exported:
            return await studio.press.export(to, format_name=format_name, force=force, progress=progress)

        self._progress(0, 1)
        try:
            exported = await self.link.ask(export)
        except FibelError:
            self.query_one("#done", Static).update("")
            return  # the engine has told it
        self.action_dismiss_news()
        size = f"{exported.bytes / 1024**2:.1f} MB"
        words = count(exported.pages, "{n} page", "{n} pages")
        done = Text(f"✓ {say('Done')}: ", "bold")
        done.append(f"{exported.path.absolute()}\n")
        done.append(f"  {words}, {size}", "not bold dim")
        self.query_one("#done", Static).update(done)

    def _progress(self, done: int, of: int) -> None:
        cells = BAR * done // max(1, of)
        self.query_one("#done", Static).update(Text(f"{'━' * cells}{'─' * (BAR - cells)} {done}/{of}"))

    def action_leave(self) -> None:
        self.dismiss()


def _told(findings: list[Finding]) -> Text:
    """Put the findings in plain words, each kind once with its pages."""
    if not findings:
        return Text(f"✓ {say('Nothing to mend. The book is ready.')}")
    pages: dict[tuple[Severity, str, str], list[int]] = {}
    for finding in findings:
        message = finding.de if finding.de and spoken() == "de" else engine_words(finding.message)
        pages.setdefault((finding.severity, message, finding.hint), []).extend(
            [finding.page] if finding.page is not None else []
        )
    text = Text()
    for (severity, message, hint), numbers in pages.items():
        text.append(f"{MARKS[severity]} {message}", "bold" if severity is Severity.ERROR else "")
        if numbers:
            where = "page {pages}" if len(numbers) == 1 else "pages {pages}"
            text.append(f"  {say(where, pages=', '.join(map(str, numbers)))}")
        text.append(f"\n  → {engine_words(hint)}\n", "dim")
    return text
