"""The review room: page after page, text and picture side by side, until the author has said yes to all."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList

from engine.book.model import Book, Page, PictureState, Take
from engine.jobs.events import Preview, TakePainted
from engine.jobs.job import JobKind
from engine.overview import stale_because
from engine.units import Seconds
from tui.link import News
from tui.rooms.asking import wish_at_a_price
from tui.rooms.headings import BOOK, PAGES, PICTURE, ROOMS, TAKES, WORDS, YES
from tui.rooms.outward import Outward
from tui.rooms.prompt_form import PromptForm
from tui.rooms.repairing import Repairing
from tui.rooms.wording import Wording
from tui.widgets.page_list import PageList
from tui.widgets.picture import Picture, Shown
from tui.widgets.prompt_pane import PromptPane
from tui.widgets.states import PageState, page_states, painting_of
from tui.widgets.takes_line import TakesLine
from tui.widgets.text_pane import TextPane
from tui.words import say

PART_WORDS = {"text": "Text", "style": "Style", "action": "To be seen", "framing": "Framing"}
"""What the parts of a prompt are called on the screen; characters are called by their names."""

ONE_NUMBER: Seconds = 1.0
"""Digits typed within this time are one page number."""


class Review(Wording, Repairing, Outward):
    """Shows the page looked at, and hands down what the author wants done with it."""

    ROOM = "Review"
    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (140, "-spacious")]  # noqa: RUF012 (as Screen has it)
    AUTO_FOCUS = "#pages"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "approve_both", "Yes", tooltip="Approve text and picture, go to the next open page", group=YES
        ),
        Binding("a", "approve_text", "Text", key_display="a", tooltip="Approve the text", group=YES),
        Binding("A", "approve_picture", "Picture", tooltip="Approve the picture that is shown", group=YES),
        Binding("r", "reroll", "Paint", tooltip="Paint this page again, with a new seed", group=PICTURE),
        Binding(
            "f", "ladder", "Repair", tooltip="Every way to repair this page, with its price in time", group=PICTURE
        ),
        Binding("t", "edit_text", "Write", tooltip="Edit the text", group=WORDS),
        Binding(
            "p", "edit_prompt", "Prompt", tooltip="Edit what is to be seen, the framing, the characters", group=PICTURE
        ),
        Binding("b", "storyboard", "Board", tooltip="The storyboard: all pages as small pictures", group=ROOMS),
        Binding("e", "export", "Publish", tooltip="Publish the book", group=ROOMS),
        Binding("D", "dummy", "The dummy: leaf through the book as it lies open", show=False, group=ROOMS),
        Binding("left_square_bracket,left", "take(-1)", "Look at the take before", show=False, group=TAKES),
        Binding("right_square_bracket,right", "take(1)", "Look at the next take", show=False, group=TAKES),
        Binding("c", "choose", "Choose the take that is shown", show=False, group=TAKES),
        Binding("v", "compare", "Compare takes side by side", show=False, group=TAKES),
        Binding("X", "discard", "Lay the take that is shown aside", show=False, group=TAKES),
        Binding("slash", "search", "Search the pages", show=False, group=PAGES),
        *[
            Binding(str(digit), f"jump({digit})", "Go to the page of this number", show=False, system=True)
            for digit in range(10)
        ],
        Binding("z", "withdraw", "Take your yes back", show=False, group=YES),
        Binding("d", "presets", "Preset, style and picture size of the book", show=False, group=BOOK),
        Binding("o", "outline", "Outline and cast", show=False, group=ROOMS),
    ]

    ALSO = ((PAGES, "↑ ↓", "Leaf through the pages"), (PAGES, "0 … 9", "Go to the page of this number"))

    def __init__(self, at: str | None = None) -> None:
        """Prepare the room; `at` is the id of the page to begin with."""
        super().__init__()
        self._begin_at = at
        self._drawn: object = None
        self._states: tuple[PageState, ...] = ()
        self._looked_at: str | None = None
        """Id of the take shown, where it is not the chosen one."""
        self._focus_told = ""
        """Id of the page the engine believes to be looked at."""
        self._answered: set[str] = set()
        """Pages that have the author's yes on its way to the disk: nobody is sent back to them."""
        self._typed: tuple[int, Seconds] = (0, 0.0)
        """The page number being typed, and when its last digit came."""

    def furniture(self) -> Iterable[Widget]:
        with Horizontal(id="desk"):
            yield PageList(id="pages")
            with Vertical(id="easel"):
                yield Picture(self.home.gallery, self.home.pace, id="picture")
                yield TakesLine(id="takes")
            with Vertical(id="words"):
                yield TextPane(id="text")
                yield PromptPane(id="prompt")

    # showing

    def tell_engine(self) -> None:
        super().tell_engine()
        book = self.link.book
        if book is None:
            return
        if not self.link.busy:
            self._answered.clear()
        style, painting = self.home.shelf.styles.get(book.style), painting_of(self.link.state)
        drawn = (book, style, painting, self._looked_at, self.app.theme)
        if drawn == self._drawn:
            return  # a step of a picture, a second gone by: nothing that the pages tell of
        self._drawn = drawn
        self.proof_read(book)
        self._states = page_states(book, style, painting)
        stood = self.query_one(PageList).page
        self._show_strip()
        if self._begin_at is not None:
            self.query_one(PageList).look_at(self._begin_at)
            self._begin_at = None
        texts = sum(state.text_done for state in self._states)
        pictures = sum(state.picture is PictureState.APPROVED for state in self._states)
        of = len(self._states)
        self.head(book.title or say("Untitled"), say("Text {a}/{n} · Picture {b}/{n}", a=texts, b=pictures, n=of))
        if stood is not None:
            self.show_page()

    def heard(self, news: News) -> None:
        for event in news.happened:  # first, so that the old picture does not flash up before the new one
            if isinstance(event, TakePainted) and event.page == self._page_id:
                self._looked_at = event.take
        super().heard(news)
        self._tell_focus()
        if news.preview is not None:
            self._show_preview(news.preview)

    def _show_strip(self) -> None:
        self.query_one(PageList).show(self._states, self.link.folder if self.has_class("-spacious") else None)

    def on_page_list_thumbnails(self) -> None:
        self._show_strip()

    def on_page_list_looked(self, event: PageList.Looked) -> None:
        self._looked_at = None
        self.show_page()
        self._tell_focus()

    def _tell_focus(self) -> None:
        """Let the engine know which page is waited for, as long as there is a list for it to order."""
        page = self._page_id
        if page is not None and page != self._focus_told and self.link.state.queue:
            self._focus_told = page
            self.link.wish(lambda studio: studio.look_at(page))

    def on_resize(self) -> None:
        self.call_next(self._fit)  # once the classes that tell how wide it is are set

    def _fit(self) -> None:
        self._fit_easel()
        self._show_strip()

    def _fit_easel(self) -> None:
        """Give the picture the width its shape needs at this height, and at most its share."""
        desk = self.query_one("#desk").size
        take = self.take
        ratio = take.width / take.height if take else self.home.picture_ratio()
        share = 0.38 if self.has_class("-spacious") else 0.36
        width = min(round((desk.height - 1) * 2 * ratio) + 2, round(self.size.width * share))
        self.query_one("#easel").styles.width = max(16, width)

    def show_page(self) -> None:
        book, state = self.link.book, self._state
        if book is None or state is None or self.was_left:
            return
        page, take = state.page, self.take
        prompt = self.query_one(PromptPane)
        prompt.set_class(page.draft is not None, "-draft")
        self.query_one(TextPane).show_page(page, self.findings_on(page.id), self.origins_on(page.id))
        prompt.show_page(book, page, self.home.shelf.styles.get(book.style), take, self.link.state.embeddings)
        stale = state.picture is PictureState.STALE and take is not None and take.id == page.chosen
        kept = [known for known in page.takes if not known.discarded or known == take]
        self.query_one(TakesLine).show(page, kept, take, stale=self._stale_words(book, page) if stale else "")
        self._fit_easel()
        picture = self.query_one(Picture)
        picture.following = self._shown(self._states[state.number % len(self._states)], None)
        picture.shown = self._shown(state, take)
        if state.picture is not PictureState.PAINTING:
            picture.end_preview()

    def _stale_words(self, book: Book, page: Page) -> str:
        """Say what has changed since the picture was painted."""
        style = self.home.shelf.styles.get(book.style)
        parts = stale_because(book, page, style) if style is not None else ()
        changed = ", ".join(say(PART_WORDS.get(part, part)) for part in parts)
        return say("changed since: {parts}", parts=changed) if changed else say("older prompt")

    def _show_preview(self, preview: Preview) -> None:
        state = self._state
        if state is not None and preview.page == state.page.id and state.picture is PictureState.PAINTING:
            self.query_one(Picture).preview(preview.jpeg)

    def _shown(self, state: PageState, take: Take | None) -> Shown:
        take = take or state.page.chosen_take
        if take is not None and self.link.folder is not None:
            return Shown(take.id, self.link.folder / take.file)
        if state.picture is PictureState.PAINTING:
            return Shown(words=say("The picture is being painted."))
        if state.waits:
            return Shown(words=say("The picture is on the list."))
        if not state.has_text:
            return Shown(words=say("First the words, then the picture."))
        return Shown(
            words=say(
                "No picture yet. {review.reroll} paints it, {repairing.paint_lacking} paints all that are lacking."
            )
        )

    def look_at(self, page: str) -> None:
        self.query_one(PageList).look_at(page)

    def rest(self) -> None:
        self.query_one(PageList).focus()

    @property
    def _page_id(self) -> str | None:
        lists = self.query(PageList)  # a room that is being left has none any more, and may still be asked
        return lists.first().page if lists else None

    @property
    def _state(self) -> PageState | None:
        page = self._page_id
        return next((state for state in self._states if state.page.id == page), None)

    @property
    def page(self) -> Page | None:
        return self._state.page if self._state is not None else None

    @property
    def take(self) -> Take | None:
        """The take shown: the one looked at, else the chosen one."""
        page = self.page
        if page is None:
            return None
        return next((take for take in page.takes if take.id == self._looked_at), page.chosen_take)

    # finding a page

    @work
    async def action_search(self) -> None:
        from tui.rooms.search import Search

        book = self.link.book
        if book is not None and (page := await self.app.push_screen_wait(Search(book))):
            self.query_one(PageList).look_at(page)

    def action_jump(self, digit: int) -> None:
        """Go to the page whose number is typed; digits in quick succession are one number."""
        now = monotonic()
        self._typed = (self._typed[0] * 10 + digit if now - self._typed[1] < ONE_NUMBER else digit, now)
        number = self._typed[0]
        if 1 <= number <= len(self._states):
            self.query_one(PageList).look_at(self._states[number - 1].page.id)

    # saying yes

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_approve_both()

    @work
    async def action_approve_both(self) -> None:
        state = self._state
        if state is None:
            return
        if state.page.draft is not None:
            self.tell(
                say(
                    "The writer's draft waits: {wording.accept_draft} takes it, "
                    "{wording.dismiss_draft} keeps your words."
                )
            )
            return
        if not state.text_done and (not state.has_text or not await self._approve_text(state.page)):
            return
        self._approve_picture(state.page)
        self._go_on(state)

    @work
    async def action_approve_text(self) -> None:
        if (page := self.page) is not None and not page.scene.text.strip():
            self.tell(say("There is no text yet. {review.edit_text} writes it, {repairing.rewrite} asks the writer."))
        elif page is not None:
            await self._approve_text(page)

    def action_approve_picture(self) -> None:
        if (page := self.page) is not None and page.chosen_take is None:
            self.tell(say("There is no picture yet."))
        elif page is not None:
            self._approve_picture(page)

    def action_withdraw(self) -> None:
        if (page := self.page) is not None:
            self.link.wish(lambda studio: studio.withdraw(page.id, text=True, picture=True))

    async def _approve_text(self, page: Page) -> bool:
        """A yes to a text that has changed also has it translated anew, which needs the writer."""
        if not await self.stands_by(page):
            return False
        if page.scene.action and not page.action_stale:
            self.link.wish(lambda studio: studio.texts.approve(page.id))
            return True
        return await wish_at_a_price(self, JobKind.TRANSLATE, 1, lambda studio: studio.texts.approve(page.id))

    def _approve_picture(self, page: Page) -> None:
        """What is approved is what is seen."""
        take = self.take
        if take is not None and take.id != page.chosen:
            self.link.wish(lambda studio: studio.pictures.choose(page.id, take.id))
        if take is not None:
            self.link.wish(lambda studio: studio.pictures.approve(page.id))

    def _go_on(self, here: PageState) -> None:
        """Look at the next page that is still open, from the beginning again after the last."""
        self._answered.add(here.page.id)
        later = [*self._states[here.number :], *self._states[: here.number - 1]]
        if following := next((s for s in later if s.is_open and s.page.id not in self._answered), None):
            self.query_one(PageList).look_at(following.page.id)
        elif here.page.chosen_take is not None:
            self.tell(say("Every page has your yes. {review.export} exports the book."))

    # takes and pictures

    def action_take(self, step: int) -> None:
        page, take = self.page, self.take
        if page is None or take is None:
            return
        ids = [known.id for known in page.takes if not known.discarded or known == take]
        self._looked_at = ids[(ids.index(take.id) + step) % len(ids)]
        self.show_page()

    def action_choose(self) -> None:
        page, take = self.page, self.take
        if page is not None and take is not None and take.id != page.chosen:
            self.link.wish(lambda studio: studio.pictures.choose(page.id, take.id))

    def action_compare(self) -> None:
        from tui.rooms.takes import Takes

        if (page := self.page) is not None:
            self.app.push_screen(Takes(page.id))

    def action_discard(self) -> None:
        page, take = self.page, self.take
        if page is None or take is None:
            self.tell(say("There is no picture yet."))
        else:
            self.link.wish(lambda studio: studio.pictures.discard(page.id, take.id))
            self.tell(say("The take is laid aside. {book.undo} fetches it back."))

    @work
    async def action_edit_prompt(self) -> None:
        book, page = self.link.book, self.page
        if book is not None and page is not None:
            await self.app.push_screen_wait(PromptForm(book, page))

    # the book

    @work
    async def action_presets(self) -> None:
        from tui.rooms.manner import choose_manner

        await choose_manner(self)

    def action_storyboard(self) -> None:
        self.home.enter_storyboard(self._page_id)

    def action_dummy(self) -> None:
        self.home.enter_dummy(self._page_id)

    def action_outline(self) -> None:
        self.home.enter_outline()

    def action_export(self) -> None:
        self.home.enter_publish(self._page_id)

    def action_leave(self) -> None:
        self.home.leave_book()
