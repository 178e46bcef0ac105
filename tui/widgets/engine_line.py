"""The line at the bottom of every room: what the engine does, how far it is, and what lies on the card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from engine.card.tenant import ModelKind
from engine.jobs.events import EngineState, Loading, Phase
from engine.jobs.job import Job, JobKind
from engine.units import Bytes, Seconds
from engine.writer.provider import LOCAL
from tui.words import count, decimal, say

TICK: Seconds = 1.0
"""Between two looks at the clock while a job runs; at rest no timer runs at all."""

BAR = 10
"""Cells of the progress bar."""

LATE = 1.5
"""How much longer than usual a load may take before the usual time is no longer named."""

WIDE = 100
"""Columns from which on the line speaks in whole words."""

GAUGE = 8
"""Cells of the memory gauge."""

PHASES = {
    Phase.IDLE: "Ready",
    Phase.LOADING_TEXT: "Fetching the writer",
    Phase.TEXT_INFERENCE: "Writing",
    Phase.FLUSHING: "Making room",
    Phase.SETTLING: "Waiting for memory",
    Phase.LOADING_IMAGE: "Fetching the illustrator",
    Phase.IMAGE_INFERENCE: "Painting",
    Phase.UPSCALING: "Enlarging",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the line; those of least `weight` go first where there is no room."""

    text: Text
    weight: int


def duration(seconds: Seconds) -> str:
    """Return a duration as people say it.

    >>> duration(4.4), duration(61), duration(3700)
    ('4 s', '1 min', '1 h 1 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{round(whole / 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


class EngineLine(Widget):
    """Shows an :class:`EngineState`; writes to the terminal only what has changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "engine-line--busy",
        "engine-line--done",
        "engine-line--left",
        "engine-line--quiet",
        "engine-line--paused",
        "engine-line--badge",
        "engine-line--text",
        "engine-line--image",
        "engine-line--others",
    }

    state: reactive[EngineState] = reactive(EngineState(), repaint=False)
    numbers: reactive[tuple[str, ...]] = reactive((), repaint=False)
    """Page ids in reading order, so that a job's page can be named by its number."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Text("")
        self._ticker: Timer | None = None
        self._age: Seconds = 0.0

    def on_mount(self) -> None:
        self._ticker = self.set_interval(TICK, self._tick, pause=True)
        self._compose_line()

    def on_resize(self) -> None:
        self._compose_line()

    def watch_state(self, state: EngineState) -> None:
        self._age = 0.0
        if self._ticker is not None:
            if state.running is not None and state.eta is not None:
                self._ticker.resume()
            else:
                self._ticker.pause()
        self._compose_line()

    def watch_numbers(self) -> None:
        self._compose_line()

    def _tick(self) -> None:
        self._age += TICK
        self._compose_line()

    def render(self) -> Text:
        return self._line

    def _compose_line(self) -> None:
        """Fit what matters most into the width; repaint only if it reads differently."""
        if not self.is_mounted:
            return
        left, right = self._left(), self._right()
        while (room := self.size.width - 2) > 0 and _width(left) + _width(right) + 1 > room:
            parts = [*left, *right]
            least = min(parts, key=lambda part: part.weight)
            if len(parts) == 1:
                break
            left = [part for part in left if part is not least]
            right = [part for part in right if part is not least]
        line = _joined(left)
        line.append(" " * max(1, self.size.width - 2 - line.cell_len - _width(right)))
        line.append_text(_joined(right))
        if line.plain != self._line.plain or line.spans != self._line.spans:
            self._line = line
            self.refresh()

    def _left(self) -> list[Part]:
        state = self.state
        parts = []
        if state.paused:
            parts.append(Part(Text(f"‖ {say('Paused')}", self._style("paused")), 9))
        job = state.running
        if job is None:
            if not state.paused:
                parts.append(Part(Text(say("Ready"), self._style("quiet")), 8))
        else:
            parts.append(Part(Text(self._doing(job), self._style("busy")), 10))
            parts += self._progress()
        if state.queue:
            waiting = f"+{len(state.queue)}" if self._narrow else count(len(state.queue), "{n} waits", "{n} wait")
            if state.queue_eta is not None and not state.paused:
                time = duration(max(0.0, state.queue_eta - self._age))
                waiting += f" · {time}" if self._narrow else " · " + say("{time} in all", time=time)
            parts.append(Part(Text(waiting), 6))
        return parts

    def _doing(self, job: Job) -> str:
        phase = say(PHASES[self.state.phase])
        if job.kind is JobKind.PAINT and self.state.phase is Phase.IMAGE_INFERENCE and job.page in self.numbers:
            return say("Painting page {n}", n=self.numbers.index(job.page) + 1)
        return phase

    def _on_its_way(self, loading: Loading) -> str:
        """How much is fetched, for how long, and how long that takes here; a time long past is not repeated."""
        size = f"{decimal(loading.bytes / 1024**3)} GB" if loading.bytes else ""
        if size and loading.arrived:
            size = say("{there} of {size}", there=decimal(loading.arrived / 1024**3), size=size)
        so_far = self.state.phase_since + self._age
        if so_far > LATE * loading.expected:
            time = duration(so_far)
        else:
            time = say("{time} of about {expected}", time=duration(so_far), expected=duration(loading.expected))
        return f"{size} · {time}" if size else time

    def _progress(self) -> list[Part]:
        progress, parts = self.state.progress, []
        if self.state.loading is not None:
            parts = [Part(Text(self._on_its_way(self.state.loading)), 5)]
        elif progress.of:
            cells = BAR // 2 if self._narrow else BAR
            done = min(cells, cells * progress.value // progress.of)
            bar = Text("━" * done, self._style("done"))
            bar.append("─" * (cells - done), self._style("left"))
            parts = [Part(bar, 5), Part(Text(f"{progress.value}/{progress.of}"), 4)]
        elif progress.value:
            parts = [Part(Text(count(progress.value, "{n} word", "{n} words")), 4)]
        if self.state.eta is not None:
            parts.append(Part(Text(duration(max(0.0, self.state.eta - self._age))), 7))
        return parts

    def _right(self) -> list[Part]:
        state = self.state
        if not self.numbers:
            return []  # no book is open: nothing to say of a card nobody uses
        parts = [self._place(), *self._memory()]
        if state.on_box:
            parts.append(Part(Text(f" {say('Box · sketches')} ", self._style("badge")), 8))
        return parts

    def _place(self) -> Part:
        """Where texts go; that they leave stands on a narrow line too."""
        place = self.state.place
        if place == LOCAL:
            return Part(Text(say("texts stay here"), self._style("quiet")), 1)
        return Part(Text(say("texts leave this machine: {place}", place=place)), 6)

    def _memory(self) -> list[Part]:
        state = self.state
        if state.vram is None:
            return [Part(Text(say("memory unverified"), self._style("quiet")), 2)]
        held = {kind: sum(resident.bytes for resident in state.resident if resident.kind is kind) for kind in ModelKind}
        used = max(0, state.vram.total - state.vram.free)
        others = max(0, used - sum(held.values()))
        gauge = Text()
        for bytes_, symbol, style in (
            (held[ModelKind.TEXT], "▒", "text"),
            (held[ModelKind.IMAGE], "█", "image"),
            (others, "▚", "others"),
        ):
            gauge.append(symbol * _cells(bytes_, state.vram.total), self._style(style))
        gauge.append("░" * max(0, GAUGE - gauge.cell_len), self._style("left"))
        gauge.truncate(GAUGE)
        figure = f"{decimal(used / 1024**3)}/{decimal(state.vram.total / 1024**3)} GB"
        if not state.vram.verified:
            figure += " " + say("unverified")
        return [Part(gauge, 2), Part(Text(figure), 3)]

    @property
    def _narrow(self) -> bool:
        return self.size.width < WIDE

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"engine-line--{name}", partial=True)


def _cells(bytes_: Bytes, total: Bytes) -> int:
    return max(1, round(GAUGE * bytes_ / total)) if bytes_ and total else 0


def _width(parts: list[Part]) -> int:
    return sum(part.text.cell_len for part in parts) + 2 * max(0, len(parts) - 1)


def _joined(parts: list[Part]) -> Text:
    line = Text(no_wrap=True, end="")
    for index, part in enumerate(parts):
        if index:
            line.append("  ")
        line.append_text(part.text)
    return line
