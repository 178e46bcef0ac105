"""The text of a page, with what a child would stumble over underlined, and the editor in the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from engine.book.model import Page
from engine.jobs.provenance import Origin, SentenceOrigin
from engine.language.finding import Finding, Severity
from engine.language.proof import PageFinding
from engine.language.sentences import sentences
from engine.units import Seconds
from tui.keys import Keyed
from tui.widgets.pane import Pane
from tui.widgets.paste import CleanPaste
from tui.words import count, say, spoken

COUNT_REST: Seconds = 0.4
"""The keyboard rests this long before words are counted anew: a heading repaints its pane, as dear as ten letters."""

TOLD = 3
"""Findings told below the text; a key shows all of them."""


def counted(text: str) -> str:
    """Return how long a text is: words, sentences, the longest sentence.

    >>> counted("Piko gähnt. Heute kann er nicht schlafen.")
    '7 words · 2 sentences · longest 5'
    """
    lengths = [len(sentence.words) for sentence in sentences(text) if sentence.words]
    return " · ".join(
        (
            count(sum(lengths), "{n} word", "{n} words"),
            count(len(lengths), "{n} sentence", "{n} sentences"),
            say("longest {n}", n=max(lengths, default=0)),
        )
    )


def told(finding: Finding) -> str:
    """Return what a finding says to the author."""
    return finding.de if spoken() == "de" else finding.en


class Editor(Keyed, CleanPaste, TextArea):
    """A text being written; asks before changes are dropped, and tells what to do with them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape", "leave", "Back"),
    ]

    class Saved(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        def __init__(self, changed: bool) -> None:
            super().__init__()
            self.changed = changed

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, highlight_cursor_line=False, tab_behavior="focus")
        self.cursor_blink = False
        self._found = ""

    def begin(self, found: str, text: str) -> None:
        """Write on at `text`, where `found` is what is saved."""
        self._found = found
        self.load_text(text)
        self.move_cursor(self.document.end)

    @property
    def changed(self) -> bool:
        return self.text != self._found

    def action_save(self) -> None:
        self.post_message(self.Saved(self.text))

    def action_leave(self) -> None:
        self.post_message(self.Left(self.changed))


class TextPane(Pane):
    """The page's text; the same place holds the editor while it is being written."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._body
        yield Editor(id="editor")

    def on_mount(self) -> None:
        self.editor.display = False

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)

    @property
    def editing(self) -> bool:
        return self.editor.display

    def edit(self, saved: str, text: str | None = None) -> None:
        """Have the text written; `text` is what was written already and is not saved."""
        self._body.display = False
        self.editor.display = True
        self.editor.begin(saved, saved if text is None else text)
        self._count()
        self.editor.focus()

    def end_editing(self) -> None:
        self.editor.display = False
        self.border_title = Text(self.heading).markup
        self._body.display = True

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._counting is not None:
            self._counting.stop()
        self._counting = self.set_timer(COUNT_REST, self._count)

    def _count(self) -> None:
        if self.editing:
            self.border_title = Text(f"{say('Text')} · {counted(self.editor.text)}").markup

    def show_page(self, page: Page, found: Sequence[PageFinding] = (), origins: Sequence[SentenceOrigin] = ()) -> None:
        text = page.scene.text
        body = Text(text)
        if text:
            self._underline(body, found)
            body.append_text(Text.assemble("\n\n", self.quiet(counted(text))))
            if whose := whose_words(origins):
                body.append_text(Text.assemble("\n", self.quiet(whose)))
            self._tell(body, found)
        else:
            body = Text.assemble(
                self.quiet(
                    say("Not written yet. {review.edit_text} writes it yourself, {repairing.rewrite} asks the writer.")
                )
            )
        if sentence := in_brief(page):
            body.append_text(Text.assemble("\n" if text else "\n\n", self.quiet(sentence)))
        self.show(say("Your words") if page.draft else say("Text"), body)

    def _underline(self, body: Text, found: Sequence[PageFinding]) -> None:
        for one in found:
            finding = one.finding
            if finding.severity is not Severity.INFO and finding.end - finding.start < len(body.plain):
                body.stylize(self._mark(finding) + Style(underline=True), finding.start, finding.end)

    def _tell(self, body: Text, found: Sequence[PageFinding]) -> None:
        for one in found[:TOLD]:
            body.append("\n")
            body.append(f"! {told(one.finding)}", self._mark(one.finding))
        if found:
            more = (
                say("{wording.findings} shows all {n}", n=len(found))
                if len(found) > TOLD
                else say("{wording.findings} mends or waves through")
            )
            body.append_text(Text.assemble("\n", self.quiet(more)))

    def _mark(self, finding: Finding) -> Style:
        name = "error" if finding.severity is Severity.ERROR else "warning"
        return self.get_component_rich_style(f"pane--{name}", partial=True)


def whose_words(origins: Sequence[SentenceOrigin]) -> str:
    """Return how many sentences the writer told and mended, and how many are the author's; empty if all of them are.

    >>> whose_words([SentenceOrigin(0, 5, Origin.GENERATED, "llama"), SentenceOrigin(6, 9, Origin.HAND)])
    '1 from the writer · 1 yours'
    """
    told = Counter(one.origin for one in origins)
    words = (
        (Origin.GENERATED, "{n} from the writer"),
        (Origin.REPAIRED, "{n} mended by it"),
        (Origin.HAND, "{n} yours"),
    )
    if len(origins) == told[Origin.HAND]:
        return ""
    return " · ".join(say(sentence, n=told[origin]) for origin, sentence in words if told[origin])


def whose(origin: SentenceOrigin) -> str:
    """Return where one sentence comes from."""
    match origin.origin:
        case Origin.GENERATED:
            return say("told by the writer ({by})", by=origin.by)
        case Origin.REPAIRED:
            return say("mended by the writer ({by})", by=origin.by)
        case Origin.HAND:
            return say("in your own words")


def in_brief(page: Page) -> str:
    """Return the page's line of the outline as it is read at a glance."""
    line = page.outline
    return " · ".join(part for part in (line.who, line.where, line.what, line.feeling) if part)
