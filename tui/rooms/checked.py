"""What a reader or a printer would stumble over, each finding leading to where it can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from engine.jobs.job import TERMINAL, Job, JobKind
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.sharpness import sharpness
from tui.keys import key_of
from tui.rooms.headings import CHECK
from tui.rooms.station import Proofs, Station
from tui.words import count, say, spoken
from tui.words.foreign import engine_words

MARKS = {Severity.ERROR: "!", Severity.WARNING: "○", Severity.NOTE: "·"}
CAUSES = {
    Cause.BOOK: "the book",
    Cause.TEXT: "the text",
    Cause.PICTURE: "the picture",
    Cause.ALT: "the picture in words",
    Cause.LAYOUT: "the layout",
    Cause.PARTS: "layout and parts",
    Cause.IMPRINT: "the imprint",
    Cause.FORMAT: "purpose and format",
    Cause.FILE: "purpose and format",
}


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of finding with all the pages it stands on."""

    finding: Finding
    pages: tuple[int, ...]

    @property
    def words(self) -> str:
        finding = self.finding
        return finding.de if finding.de and spoken() == "de" else engine_words(finding.message)

    @property
    def where(self) -> str:
        return _where(self.pages)


def grouped(findings: Sequence[Finding]) -> list[Group]:
    """Return each kind of finding once, in the order given.

    >>> grouped([])
    []
    """
    pages: dict[tuple[Severity, str, str], list[Finding]] = {}
    for finding in findings:
        pages.setdefault((finding.severity, finding.message, finding.hint), []).append(finding)
    return [
        Group(same[0], tuple(sorted({finding.page for finding in same if finding.page is not None})))
        for same in pages.values()
    ]


class Checked(Station):
    """Lists the findings, gravest first."""

    NAME = "Check"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "soft", "Say yes to soft pictures, or take it back", show=False, group=CHECK),
        Binding("g", "enlarge", "Have all pictures enlarged by a model", show=False, group=CHECK),
        Binding("x", "stop", "Stop enlarging the pictures", show=False, group=CHECK),
    ]

    class Chosen(Message):
        """Somebody wants to mend a finding."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    class Enlarged(Message):
        """Somebody wants the pictures enlarged by a model."""

    class Stopped(Message):
        """Somebody wants no more pictures enlarged."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups: list[Group] = []
        self._soft = False

    def compose(self) -> Iterable[Widget]:
        yield Static(markup=False, id="enlarging")
        yield OptionList(markup=False, id="found")
        yield Static(markup=False, id="found-more", classes="quiet")
        yield Static(markup=False, id="sharpness")

    def show(self, proofs: Proofs) -> None:
        self._soft = proofs.edition.soft_pictures
        groups = grouped(proofs.findings or ())
        lines = self.query_one("#found", OptionList)
        if groups != self._groups or not lines.option_count:
            at = lines.highlighted or 0
            self._groups = groups
            lines.set_options([Option(_line(group)) for group in groups])
            lines.highlighted = min(at, len(groups) - 1) if groups else None
        lines.display = bool(groups)
        self._tell_enlarging()
        self._explain(proofs.findings is not None)
        self._tell_sharpness(proofs)

    def _tell_sharpness(self, proofs: Proofs) -> None:
        """Say how sharp every page is, where the book is printed: of as many pages as are alike in one line."""
        on_paper = proofs.aim.profile is not None and proofs.aim.profile.on_paper and proofs.laid is not None
        lines = sharpness(proofs.laid) if on_paper and proofs.laid is not None else ()
        told = Text(f"{say('Pixels per inch on paper')}\n" if lines else "", "bold")
        for one in lines:
            mark = "!" if one.soft else "✓" if one.sharp else "○"
            words = say("{n}, painted with {m}", n=one.effective, m=one.native)
            words = words if one.native != one.effective else str(one.effective)
            told.append(f"{mark} {words}  ", "not bold")
            told.append(f"{_where(one.pages) or say('Cover')}\n", "not bold dim")
        self.query_one("#sharpness", Static).update(told)

    def _tell_enlarging(self) -> None:
        """Say how many pictures wait to be enlarged, and how that is ended."""
        waiting, line = len(enlarging(self.link.jobs.values())), self.query_one("#enlarging", Static)
        line.display = waiting > 0
        words = count(waiting, "{n} picture is still to be enlarged.", "{n} pictures are still to be enlarged.")
        line.update(Text.assemble(f"{words}  ", (f"{key_of('checked.stop')} ", "bold"), (say("cancels that"), "dim")))

    def summary(self, proofs: Proofs) -> str:
        if proofs.findings is None:
            return "…"
        if not proofs.findings:
            return f"✓ {say('nothing to mend')}"
        counts = dict.fromkeys(MARKS.values(), 0)
        for group in grouped(proofs.findings):
            counts[MARKS[group.finding.severity]] += 1
        return " ".join(f"{mark} {number}" for mark, number in counts.items() if number)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._explain(True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._groups[event.option_index].finding))

    def _explain(self, checked: bool) -> None:
        more, at = self.query_one("#found-more", Static), self.query_one("#found", OptionList).highlighted
        if not self._groups or at is None:
            more.update(Text(f"✓ {say('Nothing to mend. The book is ready.')}" if checked else say("Is checked …")))
            return
        group = self._groups[at]
        told = Text(f"→ {engine_words(group.finding.hint)}\n")
        place = say(CAUSES[group.finding.cause])
        if group.pages:
            place = f"{say('Page {n}', n=group.pages[0])}, {place}"
        told.append("⏎ ", "bold").append(f"{say('mend it')}: {place}\n")
        if group.finding.code == "low-resolution":
            told.append(f"{key_of('checked.enlarge')} ", "bold").append(
                f"{say('have all pictures enlarged by a model')}\n"
            )
            yes = say("take your yes to soft pictures back") if self._soft else say("say yes to soft pictures")
            told.append(f"{key_of('checked.soft')} ", "bold").append(f"{yes}\n")
        told.append(
            f"\n! {say('keeps the book from the press')}  ○ {say('look at it')}  · {say('good to know')}", "dim"
        )
        more.update(told)

    def action_soft(self) -> None:
        soft = not self._soft
        self.link.wish(lambda studio: studio.press.change_edition(soft_pictures=soft))

    def action_enlarge(self) -> None:
        self.post_message(self.Enlarged())

    def action_stop(self) -> None:
        self.post_message(self.Stopped())


def enlarging(jobs: Iterable[Job]) -> list[Job]:
    """Return the jobs that enlarge a picture and have not ended."""
    return [job for job in jobs if job.kind is JobKind.UPSCALE and job.state not in TERMINAL]


def _line(group: Group) -> Text:
    line = Text(f"{MARKS[group.finding.severity]} {group.words}", end="")
    if group.finding.severity is Severity.ERROR:
        line.stylize("bold")
    if group.where:
        line.append(f"  {group.where}", "not bold dim")
    return line


def _where(pages: Sequence[int]) -> str:
    where = "page {pages}" if len(pages) == 1 else "pages {pages}"
    return say(where, pages=runs(pages)) if pages else ""


def runs(pages: Sequence[int]) -> str:
    """Return page numbers in ascending order, neighbours together.

    >>> runs([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7–8'
    """
    told: list[list[int]] = []
    for page in pages:
        if told and page == told[-1][-1] + 1:
            told[-1].append(page)
        else:
            told.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in told)
