"""The list of jobs: what is done, what comes when, what failed and why; and what the author wants done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from engine.card.tenant import ModelKind
from engine.errors import REGISTRY
from engine.jobs.forecast import Expected, Price
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from engine.units import Seconds
from tui.keys import as_set, key_of, printed
from tui.link import News
from tui.rooms.asking import home_of
from tui.rooms.dialogs import Answer, Dialog, Question
from tui.widgets.engine_line import PHASES, TICK, duration
from tui.widgets.states import JOB_LOOKS, JOB_WORDS, Look
from tui.words import count, say
from tui.words.foreign import engine_words, hint_words

KIND, PAGES = 20, 13
"""Cells of the columns before the words; the rest of a line is theirs."""

KEYS = 74
"""Cells of a line of keys, so that a key and its word stay together."""


class Jobs(Dialog[None]):
    """Shows every job of this evening and the last ones of those before, the open ones first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+up,K", "move(-1)", "Up"),
        Binding("shift+down,J", "move(1)", "Down"),
        Binding("exclamation_mark", "now", "Now"),
        Binding("l", "later", "Later"),
        Binding("x", "cancel", "Cancel"),
        Binding("r", "retry", "Once more"),
        Binding("P", "pause", "Pause or go on"),
        Binding("g", "run", "Run all"),
        Binding("X", "cancel_all", "Cancel all"),
        Binding("W", "warm", "Warm the models up"),
        Binding("F", "flush", "Free the card"),
        Binding("q,j", "back", "Back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._coming: dict[str, tuple[int, Expected]] = {}
        """Waiting jobs by their ids, each with its place in the list."""
        self._ids: list[str] = []
        self._lines: list[Text] = []
        self._drawn: object = None
        """What of the engine's state the list is drawn for, times aside."""
        self._put_there: dict[str, Text] = {}
        """What stands in the places below the list, by their ids."""
        self._told = "", ""
        """Which job could not be moved, and why not."""
        self._age: Seconds = 0.0
        """How old the engine's last word is."""
        self._ticker: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="jobs") as box:
            box.border_title = Text(say("Jobs")).markup
            yield OptionList(markup=False)
            yield Static(id="why", markup=False)
            yield Static(id="card", markup=False)
            yield Static(self._keys(), markup=False, classes="keys")

    def on_mount(self) -> None:
        self._ticker = self.set_interval(TICK, self._tick, pause=True)
        self._show()

    def heard(self, news: News) -> None:
        """Draw at once what has another place or state; times follow at the next tick, for a step changes them all."""
        if (state := news.state) is not None:
            self._age = 0.0
            drawn = (
                state.paused,
                state.phase,
                state.running and state.running.id,
                [(expected.job.id, expected.job.held, expected.turn) for expected in state.coming],
            )
            if drawn != self._drawn or self._ticker is None or not state.running:
                self._drawn = drawn
                self._show()
                return
        if news.happened:
            self._show()

    def on_resize(self) -> None:
        self._show()

    def on_option_list_option_highlighted(self) -> None:
        if self._job is None or self._told[0] != self._job.id:
            self._told = "", ""
        self._say_why()

    # what is shown

    def _tick(self) -> None:
        self._age += TICK
        self._show()

    @property
    def _job(self) -> Job | None:
        place = self.query_one(OptionList).highlighted
        return home_of(self).link.jobs.get(self._ids[place]) if place is not None and place < len(self._ids) else None

    def _expected(self, job: Job) -> Expected | None:
        return self._coming[job.id][1] if job.id in self._coming else None

    def _listed(self) -> list[Job]:
        """The running job, those that wait in the order they will be done, and those at their end, newest first."""
        link = home_of(self).link
        self._coming = {expected.job.id: (place, expected) for place, expected in enumerate(link.state.coming, start=1)}
        jobs = list(link.jobs.values())
        still_open = [job for job in jobs if job.state not in TERMINAL]
        still_open.sort(key=lambda job: self._coming[job.id][0] if job.id in self._coming else 0)
        ended = sorted((job for job in jobs if job.state in TERMINAL), key=lambda job: -job.ended)
        return [*still_open, *ended]

    def _show(self) -> None:
        """Draw the list anew where it reads differently; a line costs a slow terminal more than a comparison."""
        state = home_of(self).link.state
        jobs = self._listed()
        lines = [self._line(job) for job in jobs]
        if [line.markup for line in lines] != [line.markup for line in self._lines]:
            self._list(jobs, lines)
        # Not in the border, which is painted with all that it holds.
        self._put("card", Text("\n".join(line for line in (self._all_in_all(), self._card()) if line)))
        if self._ticker is not None:
            moving = state.running is not None and not state.paused
            (self._ticker.resume if moving else self._ticker.pause)()
        self._say_why()

    def _list(self, jobs: Sequence[Job], lines: list[Text]) -> None:
        """Put lines into the list; where the same jobs stand in it, only what has changed."""
        options, ids = self.query_one(OptionList), [job.id for job in jobs]
        if ids == self._ids:
            for place, (line, before) in enumerate(zip(lines, self._lines, strict=True)):
                if line.markup != before.markup:
                    options.replace_option_prompt_at_index(place, line)
        else:
            stood = self._ids[options.highlighted] if options.highlighted is not None and self._ids else None
            options.set_options([Option(line) for line in lines])
            if ids:
                options.highlighted = ids.index(stood) if stood in ids else 0
        self._ids, self._lines = ids, lines

    def _card(self) -> str:
        """Which models there are, which of them is loaded, and why they take turns or stay."""
        state = home_of(self).link.state
        there = {resident.kind for resident in state.resident}
        models = [say("{model} (loaded)", model=name) if kind in there else name for kind, name in state.models if name]
        reason = f"{state.mode_reason[:1].upper()}{state.mode_reason[1:]}." if state.mode_reason else ""
        return "\n".join(line for line in (" · ".join(models), engine_words(reason)) if line)

    def _all_in_all(self) -> str:
        state = home_of(self).link.state
        if state.paused:
            return say("The list is paused: {jobs.pause} lets it go on.")
        if state.queue_eta is not None and state.queue:
            return say("{time} in all", time=duration(max(0.0, state.queue_eta - self._age)))
        return ""

    def _line(self, job: Job) -> Text:
        expected = self._expected(job)
        mark = str(self._coming[job.id][0]) if expected is not None else self._look(job).symbol
        line = Text(f"{mark:>2} ")
        line.append(_cell(say(JOB_WORDS[job.kind]), KIND))
        line.append(_cell(self._pages(job), PAGES), "dim")
        line.append(self._when(job, expected))
        if job.instruction:
            line.append(f"  „{job.instruction}“", "dim")
        line.truncate(self.query_one(OptionList).scrollable_content_region.width, overflow="ellipsis")
        return line

    def _look(self, job: Job) -> Look:
        running = home_of(self).link.state.running
        return JOB_LOOKS[JobState.RUNNING if running is not None and running.id == job.id else job.state]

    def _when(self, job: Job, expected: Expected | None) -> str:
        """Say where a job stands in time."""
        state = home_of(self).link.state
        words = say(self._look(job).words)
        if expected is not None:
            if expected.turn is None or expected.done is None:
                return say("kept for later")
            if state.paused:
                words += " · " + say("{time} of work", time=duration(expected.swap + expected.work))
            else:
                words = say("ready in {time}", time=duration(max(0.0, expected.done - self._age)))
            return f"{words} · {say('fetches no model')}" if job.held else words
        if job.state in TERMINAL:
            return f"{words} · {duration(job.ended - job.began)}" if 0 < job.began < job.ended else words
        if self._look(job) is JOB_LOOKS[JobState.RUNNING]:
            words += " · " + say("{time} so far", time=duration(state.elapsed + self._age))
            if state.eta is not None:
                words += " · " + say("{time} left", time=duration(max(0.0, state.eta - self._age)))
        return words

    def _pages(self, job: Job) -> str:
        book = home_of(self).link.book
        if job.kind in {JobKind.WARM, JobKind.FLUSH}:
            return ""
        if job.kind is JobKind.OUTLINE or book is None:
            return count(job.count, "{n} page", "{n} pages")
        there = [number for number, page in enumerate(book.pages, start=1) if page.id in job.pages]
        return say("page {pages}" if len(there) == 1 else "pages {pages}", pages=ranges(there))

    def _say_why(self) -> None:
        job, words = self._job, Text()
        if job is not None and self._told[0] == job.id:
            words.append(self._told[1])
        elif job is None:
            words.append(
                say(
                    "Nothing on the list. {review.reroll} in the review room paints a page, "
                    "{repairing.rewrite} asks the writer."
                )
            )
        elif job.state is JobState.FAILED and job.error in REGISTRY:
            entry = REGISTRY[job.error]
            words.append(f"! {engine_words(f'{entry.meaning} {job.details}'.strip(), job.error)}")
            words.append(f"  {job.error}\n→ {hint_words(entry.hint, job.error)}", "dim")
        elif (expected := self._expected(job)) is not None:
            words.append(self._foreseen(expected))
        elif self._look(job) is JOB_LOOKS[JobState.RUNNING]:
            words.append(say(PHASES[home_of(self).link.state.phase]))
        self._put("why", words)

    def _put(self, place: str, words: Text) -> None:
        """Show words in their place; the dialog is painted anew only where they need more or fewer lines."""
        before = self._put_there.get(place)
        if before != words:
            self._put_there[place] = words
            shown = self.query_one(f"#{place}", Static)
            lines = [len(text.wrap(self.app.console, max(1, shown.size.width))) for text in (words, before or Text())]
            shown.update(words, layout=before is None or lines[0] != lines[1])

    def _foreseen(self, expected: Expected) -> str:
        if expected.turn is None:
            return say(
                "Waits until its model is there anyway. {jobs.later} lets it come in its turn, "
                "{jobs.run} lets all come."
            )
        words = say("{time} of work", time=duration(expected.work)) + "."
        if expected.swap:
            sentence = (
                "Before it the writer is fetched: {time}."
                if expected.job.model is ModelKind.TEXT
                else ("Before it the illustrator is fetched: {time}.")
            )
            words += " " + say(sentence, time=duration(expected.swap))
        return words

    def _keys(self) -> Text:
        own = (key for key in self.BINDINGS if isinstance(key, Binding) and key.action != "back")
        told = [f"{printed(as_set(key))} {say(key.description)}" for key in own]
        told.append(f"{key_of('dialog.back')} {say('back')}")
        lines = [told[0]]
        for words in told[1:]:
            if len(lines[-1]) + 2 + len(words) > KEYS:
                lines.append(words)
            else:
                lines[-1] += f"  {words}"
        return Text("\n".join(lines))

    # what is done

    @property
    def _waiting(self) -> Job | None:
        job = self._job
        return job if job is not None and self._expected(job) is not None else None

    @work(exclusive=True, group="move")
    async def action_move(self, by: int) -> None:
        job = self._waiting
        if job is None:
            return
        self._told = "", ""
        moved = await home_of(self).link.ask(lambda studio: studio.list.move(job.id, by))
        if not moved:
            self._told = (
                job.id,
                say(
                    "It cannot go further: only jobs for the same model change places, and words come before pictures."
                ),
            )
            self._say_why()

    @work(exclusive=True, group="now")
    async def action_now(self) -> None:
        """Have a job done next; what that costs the others is said first."""
        job, link = self._waiting, home_of(self).link
        if job is None:
            return
        price = await link.ask(lambda studio: studio.list.price_now(job.id))
        if price is None:
            return
        answers = [Answer("enter", say("next"), False)]
        if link.state.running is not None:
            answers.append(Answer("i", say("at once; what is being done waits again"), True))
        if price.more < 1 and not price.later and len(answers) == 1:
            link.wish(lambda studio: studio.list.now(job.id))
            return
        interrupt = await self.app.push_screen_wait(Question(_price_words(price), answers))
        if interrupt is not None:
            link.wish(lambda studio: studio.list.now(job.id, interrupt=interrupt))

    def action_later(self) -> None:
        if (job := self._waiting) is not None:
            home_of(self).link.wish(lambda studio: studio.list.keep(job.id, held=not job.held))

    def action_run(self) -> None:
        home_of(self).link.wish(lambda studio: studio.list.run())

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


def ranges(numbers: list[int]) -> str:
    """Return numbers in their order as people write them.

    >>> ranges([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7, 8'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _cell(words: str, width: int) -> str:
    text = Text(words)
    text.truncate(width - 1, overflow="ellipsis", pad=True)
    return f"{text.plain} "


def _price_words(price: Price) -> str:
    words = say("{time} of work", time=duration(price.work)) + "."
    if price.swap:
        words += " " + say("Another model is fetched before it: {time}.", time=duration(price.swap))
    if price.later:
        words += " " + count(price.later, "{n} job comes later for it", "{n} jobs come later for it")
        more = say("the whole list takes {time} more.", time=duration(price.more))
        words += f"; {more}" if price.more >= 1 else "."
    return words
