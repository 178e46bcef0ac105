"""What every room has: a title above, the engine line and its keys below, news in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.widget import Widget

from engine.errors import FibelError
from engine.jobs.events import Notice
from tui.keys import Keyed, as_set, pressed
from tui.link import Link, News
from tui.rooms.beneath import Beneath
from tui.rooms.headings import EVERYWHERE, ROOMS, WORK
from tui.widgets.engine_line import EngineLine
from tui.widgets.lines import KeyLine, NewsLine, TitleLine
from tui.words import say

if TYPE_CHECKING:
    from tui.app import FibelApp


class Room(Keyed, Beneath[None]):
    """A place of the studio. Subclasses say what stands in it and what to do with news."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", group=EVERYWHERE),
        Binding("escape", "dismiss_news", "Put the news away", show=False, group=EVERYWHERE),
    ]
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in Screen, which repaints all of itself when the focus moves; the two widgets concerned do so anyway."""
    ROOM = ""
    """The room's name, in English."""
    ALSO: ClassVar[Sequence[tuple[Binding.Group, str, str]]] = ()
    """Keys of its widgets that help tells too: the heading, the keys as they are printed, what they do."""
    WITHIN: ClassVar[Sequence[type[Keyed]]] = ()
    """Widgets of its own whose keys help tells too."""
    STANDS_OVER = False
    """Whether it lies over another room, so that Escape goes back there as `q` does."""
    TYPING = False
    """Whether letters are typed in this room, so that only its own keys are keys."""

    def compose(self) -> ComposeResult:
        yield TitleLine()
        yield from self.furniture()
        yield NewsLine()
        yield EngineLine()
        yield KeyLine()

    def furniture(self) -> Iterable[Widget]:
        """Return the widgets between the title and the engine line."""
        return ()

    def on_mount(self) -> None:
        self.query_one(KeyLine).show(self.own_keys())
        self.tell_engine()

    def on_screen_resume(self) -> None:
        self.tell_engine()

    @property
    def home(self) -> FibelApp:
        return cast("FibelApp", self.app)

    @property
    def link(self) -> Link:
        return self.home.link

    def own_keys(self) -> list[Binding]:
        """Return the room's own keys, the more important ones first."""
        kinds = [kind for kind in type(self).__mro__ if issubclass(kind, Room)]
        shown = kinds[:1] if self.TYPING else kinds
        keys = [key for kind in shown for key in vars(kind).get("BINDINGS", ()) if isinstance(key, Binding)]
        taken: set[str] = set()
        own = []
        for key in map(as_set, keys):
            if not (names := set(key.key.split(","))) <= taken:  # else a nearer room uses it for something else
                own.append(key)
            taken |= names
        return own

    def told_keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the keys as help tells them: headings, and under each the keys and what they do."""
        told: dict[str, list[tuple[str, str]]] = {}
        also = [(group.description, keys, words) for group, keys, words in self.ALSO]
        within = [key for kind in self.WITHIN for key in vars(kind)["BINDINGS"] if isinstance(key, Binding)]
        for key in [*self.own_keys(), *map(as_set, within)]:
            heading = key.group.description if key.group is not None else self.ROOM
            for row in [row for row in also if row[0] == heading and heading not in told]:
                told.setdefault(heading, []).append((row[1], say(row[2])))
            if not key.system:
                told.setdefault(heading, []).append((pressed(key), say(key.tooltip or key.description)))
        last = say(EVERYWHERE.description)
        groups = [(say(heading), rows) for heading, rows in told.items()]
        return sorted(groups, key=lambda group: group[0] == last)

    def heard(self, news: News) -> None:
        """Show what has happened; a room that is not furnished is told nothing."""
        if news.state is not None or news.book is not None:
            self.tell_engine()
        if self.is_current:
            for event in news.happened:
                if isinstance(event, Notice):
                    self.tell(event)

    def tell_engine(self) -> None:
        line = self.query_one(EngineLine)
        line.numbers = tuple(page.id for page in self.link.book.pages) if self.link.book else ()
        line.state = self.link.state

    def tell(self, notice: Notice | str) -> None:
        self.query_one(NewsLine).tell(Notice(notice) if isinstance(notice, str) else notice)

    def tell_error(self, error: FibelError) -> None:
        self.tell(Notice(error.message, error.hint, error.code))

    def keep_unsaved(self) -> None:
        """Hand down what is written but not saved; the line is lost or the author leaves at once."""

    def head(self, book: str, right: str = "") -> None:
        self.query_one(TitleLine).show(book, say(self.ROOM), right)

    def action_help(self) -> None:
        from tui.rooms.help import Help

        self.app.push_screen(Help(say(self.ROOM), self.told_keys()))

    def action_dismiss_news(self) -> None:
        news = self.query_one(NewsLine)
        if self.STANDS_OVER and not news.visible:
            self.call_later(self.run_action, "leave")
        news.dismiss()


class BookRoom(Room):
    """A room of the open book: pausing, undoing and the list of jobs are the same in each."""

    KEYS = "book"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "jobs", "Jobs", show=False, group=ROOMS),
        Binding("C", "cast", "Characters: how everybody looks", show=False, group=ROOMS),
        Binding("l", "log", "Log: what goes on with the servers", show=False, group=ROOMS),
        Binding("P", "pause", "Pause or go on", show=False, group=WORK),
        Binding("u", "undo", "Undo", show=False, group=WORK),
        Binding("U", "redo", "Redo", show=False, group=WORK),
        Binding("q", "leave", "Back", group=EVERYWHERE),
    ]

    def tell(self, notice: Notice | str) -> None:
        super().tell(notice)
        code = notice.code if isinstance(notice, Notice) else ""
        if code == "consent_missing":
            self.run_worker(self._ask_consent(), group="question", exclusive=True)
        elif code == "model_missing":
            self.run_worker(self._offer_model(), group="question", exclusive=True)

    async def _ask_consent(self) -> None:
        """Ask whether the texts may go where the writer is; a list that waited for the answer goes on."""
        from tui.rooms.dialogs import Answer, Question

        place = self.link.state.place
        words = say("May the texts of this book leave this machine? They go to: {place}.", place=place)
        if await self.app.push_screen_wait(Question(words, [Answer("y", say("yes, for this book"), True)])):
            self.query_one(NewsLine).dismiss()
            self.link.wish(lambda studio: studio.consent.give())

    async def _offer_model(self) -> None:
        """Offer to have the writer's model fetched, if it is that which is missing."""
        from tui.rooms.dialogs import Answer, Question

        if not await self.link.ask(lambda studio: studio.model.is_missing()):
            return
        words = say("The writer's model is not on its server. Have it fetched? That may take a while.")
        if await self.app.push_screen_wait(Question(words, [Answer("y", say("yes, fetch it"), True)])):
            self.query_one(NewsLine).dismiss()
            await self.link.ask(lambda studio: studio.model.fetch())

    def action_jobs(self) -> None:
        from tui.rooms.jobs import Jobs

        self.app.push_screen(Jobs())

    def action_cast(self) -> None:
        self.home.enter_cast()

    def action_log(self) -> None:
        from tui.rooms.log import Log

        self.app.push_screen(Log())

    def action_pause(self) -> None:
        if self.link.state.paused:
            self.link.wish(lambda studio: studio.list.resume())
        else:
            self.link.wish(lambda studio: studio.list.pause())

    def action_undo(self) -> None:
        self.link.wish(lambda studio: studio.undo())

    def action_redo(self) -> None:
        self.link.wish(lambda studio: studio.redo())

    def action_leave(self) -> None:
        self.dismiss()
