"""What a child would stumble over: on this page and in the book, to be mended or waved through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from engine.book.model import Book
from engine.jobs.provenance import SentenceOrigin
from engine.language.finding import Severity
from engine.language.proof import PageFinding, Proof
from tui.keys import key_of
from tui.rooms.dialogs import Dialog
from tui.widgets.text_pane import told, whose
from tui.words import decimal, say

NOWHERE: Mapping[str, Sequence[SentenceOrigin]] = MappingProxyType({})
"""Nothing is known of where sentences come from."""


class What(Enum):
    """What shall become of a finding."""

    LOOK = auto()
    EDIT = auto()
    MEND = auto()
    DISMISS = auto()


@dataclass(frozen=True, slots=True)
class Decision:
    """What the author wants done about a finding, and on which page it is (an id)."""

    what: What
    page: str
    found: PageFinding


class Findings(Dialog[Decision]):
    """Lists the findings, those of the page looked at first; answers with what shall be done about one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,i", "back", "Back", show=False),
        Binding("t", "decide('EDIT')", "Mend it by hand"),
        Binding("m", "decide('MEND')", "Have the writer mend it"),
        Binding("d", "decide('DISMISS')", "Wave it through"),
    ]

    def __init__(
        self, book: Book, proof: Proof, page: str, origins: Mapping[str, Sequence[SentenceOrigin]] = NOWHERE
    ) -> None:
        super().__init__()
        self._origins = origins
        self._proof = proof
        self._numbers = {page.id: number for number, page in enumerate(book.pages, start=1)}
        self._texts = {page.id: page.scene.text for page in book.pages}
        ids = [page, *(id_ for id_ in self._numbers if id_ != page)]
        self._found = [(id_, found) for id_ in ids for found in proof.pages.get(id_, ())]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Text(say("What a child would stumble over")).markup
            box.border_subtitle = f"{key_of('dialog.back')} {say('back')}"
            yield Static(self._summary(), markup=False, classes="question")
            yield OptionList(*(Option(self._line(page, found)) for page, found in self._found), markup=False)
            yield Static(markup=False, id="sentence")
            ways = (
                ("⏎", say("go there")),
                (key_of("findings.decide('EDIT')"), say("by hand")),
                (key_of("findings.decide('MEND')"), say("the writer")),
                (key_of("findings.decide('DISMISS')"), say("wave through")),
            )
            if self._found:
                yield Static(Text("  ").join(Text.assemble((k, "bold"), f" {w}") for k, w in ways), classes="keys")

    def on_mount(self) -> None:
        lines = self.query_one(OptionList)
        lines.highlighted = 0 if self._found else None
        lines.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        page, found = self._found[event.option_index]
        sentence, finding = Text(found.sentence), found.finding
        meant = self._texts[page][finding.start : finding.end]
        if (at := found.sentence.find(meant)) >= 0:
            sentence.stylize("underline", at, at + len(meant))
        here = [one for one in self._origins.get(page, ()) if one.start <= finding.start < one.end]
        whole = finding.end - finding.start >= len(self._texts[page].strip())
        of = f"\n{whose(here[0])}" if here and not whole else ""
        words = Text.assemble(sentence, "\n", (told(finding), "italic"), (of, "dim"))
        self.query_one("#sentence", Static).update(words)

    def on_option_list_option_selected(self) -> None:
        self.action_decide("LOOK")

    def action_decide(self, what: str) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None:
            page, found = self._found[at]
            self.dismiss(Decision(What[what], page, found))

    def _summary(self) -> Text:
        figures = self._proof.readability
        words = say("{w} words in {s} sentences", w=figures.words, s=figures.sentences)
        if figures.lix is not None and figures.flesch is not None:
            words += f" · LIX {decimal(figures.lix)} · Flesch {decimal(figures.flesch)}"
        lines = [words, *(told(finding) for finding in self._proof.book)]
        if not self._found:
            lines.append(say("Nothing to mend on any page."))
        return Text("\n".join(lines), "dim")

    def _line(self, page: str, found: PageFinding) -> Text:
        mark = {Severity.ERROR: "!", Severity.WARNING: "○", Severity.INFO: "·"}[found.finding.severity]
        words = f"{mark} {self._numbers[page]:>2}  {told(found.finding)}"
        return Text(words, no_wrap=True, overflow="ellipsis")
