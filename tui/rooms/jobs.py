"""The list of jobs: what is done, what waits, what failed and why; cancel and retry."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from engine.errors import REGISTRY
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from tui.link import News
from tui.rooms.asking import home_of
from tui.widgets.states import JOB_LOOKS, JOB_WORDS
from tui.words import count, say
from tui.words.foreign import hint_words


class Jobs(ModalScreen[None]):
    """Shows every job of this evening, the open ones first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "cancel", "Cancel this job"),
        Binding("X", "cancel_all", "Cancel all"),
        Binding("r", "retry", "Once more"),
        Binding("P", "pause", "Pause or go on"),
        Binding("W", "warm", "Warm the models up"),
        Binding("F", "flush", "Free the card"),
        Binding("escape,q,j", "dismiss", "back"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Text(say("Jobs")).markup
            yield OptionList(markup=False)
            yield Static(id="why", markup=False)
            yield Static(self._keys(), markup=False, classes="keys")

    def on_mount(self) -> None:
        self._show()

    def heard(self, news: News) -> None:
        if news.state or news.happened:
            self._show()

    def on_option_list_option_highlighted(self) -> None:
        self._say_why()

    @property
    def _job(self) -> Job | None:
        option = self.query_one(OptionList).highlighted_option
        return home_of(self).link.jobs.get(option.id) if option is not None and option.id else None

    def _listed(self) -> list[Job]:
        link = home_of(self).link
        order = {job.id: place for place, job in enumerate(link.state.queue)}
        jobs = list(link.jobs.values())
        still_open = sorted((job for job in jobs if job.state not in TERMINAL), key=lambda job: order.get(job.id, -1))
        return [*still_open, *(job for job in reversed(jobs) if job.state in TERMINAL)]

    def _show(self) -> None:
        options = self.query_one(OptionList)
        before = options.highlighted_option.id if options.highlighted_option is not None else None
        jobs = self._listed()
        options.set_options([Option(self._line(job), id=job.id) for job in jobs])
        ids = [job.id for job in jobs]
        if ids:
            options.highlighted = ids.index(before) if before in ids else 0
        self._say_why()

    def _line(self, job: Job) -> Text:
        look = JOB_LOOKS[job.state]
        line = Text(f"{look.symbol} ", no_wrap=True, overflow="ellipsis")
        line.append(say(JOB_WORDS[job.kind]))
        line.append(f"  {self._pages(job)}", "dim")
        line.append(f"  {say(look.words)}")
        if job.instruction:
            line.append(f"  „{job.instruction}“", "dim")
        return line

    def _pages(self, job: Job) -> str:
        book = home_of(self).link.book
        if job.kind in {JobKind.WARM, JobKind.FLUSH}:
            return ""
        if job.kind is JobKind.OUTLINE or book is None:
            return count(job.count, "{n} page", "{n} pages")
        there = [str(number) for number, page in enumerate(book.pages, start=1) if page.id in job.pages]
        return say("page {pages}" if len(there) == 1 else "pages {pages}", pages=", ".join(there))

    def _say_why(self) -> None:
        job, words = self._job, Text()
        if job is None:
            words.append(say("Nothing on the list. r in the review room paints a page, w asks the writer."))
        elif job.state is JobState.FAILED and job.error in REGISTRY:
            entry = REGISTRY[job.error]
            words.append(f"! {say(entry.meaning)} {job.details}".strip())
            words.append(f"  {job.error}\n→ {hint_words(entry.hint, job.error)}", "dim")
        self.query_one("#why", Static).update(words)

    def _keys(self) -> Text:
        pairs = ((b.key.split(",")[0], b.description) for b in self.BINDINGS if isinstance(b, Binding))
        return Text("  ".join(f"{'Esc' if key == 'escape' else key} {say(words)}" for key, words in pairs))

    def action_cancel(self) -> None:
        job = self._job
        if job is not None and job.state not in TERMINAL:
            home_of(self).link.wish(lambda studio: studio.list.cancel(job.id))

    def action_cancel_all(self) -> None:
        home_of(self).link.wish(lambda studio: studio.list.cancel_all())

    def action_retry(self) -> None:
        job = self._job
        if job is not None and job.state in {JobState.FAILED, JobState.CANCELLED}:
            home_of(self).link.wish(lambda studio: studio.list.retry(job.id))

    def action_warm(self) -> None:
        home_of(self).link.wish(lambda studio: studio.card.warm())

    def action_flush(self) -> None:
        home_of(self).link.wish(lambda studio: studio.card.flush())

    def action_pause(self) -> None:
        link = home_of(self).link
        if link.state.paused:
            link.wish(lambda studio: studio.list.resume())
        else:
            link.wish(lambda studio: studio.list.pause())
