"""The words of a page: written here or in the author's own editor, proof-read, and the writer's drafts."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from engine.book.model import Book, Page
from engine.errors import FibelError
from engine.jobs.job import JobKind
from engine.jobs.provenance import SentenceOrigin
from engine.language.book_safety import safety_rules, unfit
from engine.language.proof import PageFinding, Proof, proof
from engine.presets import AgePreset
from engine.settings import preset_folders
from engine.studio import Studio
from engine.units import Seconds
from tui.keys import as_set
from tui.rooms.asking import wish_at_a_price
from tui.rooms.dialogs import Answer, Question, keep_changes
from tui.rooms.findings import Findings, What
from tui.rooms.headings import WORDS
from tui.rooms.page_room import PageRoom
from tui.widgets.lines import KeyLine
from tui.widgets.text_pane import Editor, TextPane
from tui.words import say, spoken

REST: Seconds = 0.3
"""The texts are looked through when nothing has changed for this long."""


class Wording(PageRoom):
    """A room with a :class:`TextPane`, in which the page looked at can be written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("E", "edit_outside", "Edit the text in your own editor", show=False, group=WORDS),
        Binding("y", "accept_draft", "Take the writer's draft", show=False, group=WORDS),
        Binding("n", "dismiss_draft", "Keep your words, drop the draft", show=False, group=WORDS),
        Binding("i", "findings", "What a child would stumble over", show=False, group=WORDS),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._proof: Proof | None = None
        self._read: tuple[object, ...] = ()
        """The texts and what was waved through, as they were given to be read last."""
        self._origins: Mapping[str, Sequence[SentenceOrigin]] = {}
        """Where the sentences of each page come from, as far as it is known."""
        self._edited = ""
        """Id of the page whose text is being written."""

    def show_page(self) -> None:
        """Show the page looked at as it now is."""
        raise NotImplementedError

    def rest(self) -> None:
        """Put the keys back to where one leafs through the pages."""
        raise NotImplementedError

    def findings_on(self, page: str) -> tuple[PageFinding, ...]:
        """Return what a child would stumble over on a page, nothing as long as it was not read."""
        return self._proof.pages.get(page, ()) if self._proof is not None else ()

    def origins_on(self, page: str) -> Sequence[SentenceOrigin]:
        """Return where the sentences of a page come from, nothing as long as it is not known."""
        return self._origins.get(page, ())

    def proof_read(self, book: Book) -> None:
        """Have the texts looked through, if there is something in them that was not."""
        read = (
            book.age,
            *((page.id, page.scene.text, page.dismissed, page.judgement, page.guard) for page in book.pages),
        )
        if read != self._read and (age := self.home.shelf.ages.get(book.age)) is not None:
            self._read = read
            self._proof_read(book, age)

    @work(group="proof", exclusive=True)
    async def _proof_read(self, book: Book, age: AgePreset) -> None:
        await asyncio.sleep(REST)
        rules = await asyncio.to_thread(safety_rules, preset_folders())
        self._proof = await asyncio.to_thread(proof, book, age, rules)
        self.show_page()
        with suppress(FibelError):  # a book that did not open tells so elsewhere
            self._origins = await self.link.ask(lambda studio: studio.texts.origins())
            self.show_page()

    def action_accept_draft(self) -> None:
        if (page := self._page_with_draft()) is not None:
            self.link.wish(lambda studio: studio.texts.accept_draft(page.id))

    def action_dismiss_draft(self) -> None:
        if (page := self._page_with_draft()) is not None:
            self.link.wish(lambda studio: studio.texts.dismiss_draft(page.id))

    def _page_with_draft(self) -> Page | None:
        page = self.page
        if page is not None and page.draft is None:
            self.tell(say("No draft waits on this page. {repairing.rewrite} asks the writer for one."))
            return None
        return page

    @work
    async def action_findings(self) -> None:
        book, page = self.link.book, self.page
        if book is None or page is None or self._proof is None:
            return
        decided = await self.app.push_screen_wait(Findings(book, self._proof, page.id, self._origins))
        if decided is None:
            return
        there, found = decided.page, decided.found
        self.look_at(there)
        match decided.what:
            case What.EDIT:
                self.call_after_refresh(self.action_edit_text)
            case What.MEND:
                wish = partial(_mending, there, found.sentence)
                await wish_at_a_price(self, JobKind.REPAIR, 1, wish)
            case What.DISMISS:
                rule = found.finding.rule.value
                self.link.wish(lambda studio: studio.texts.dismiss_finding(there, rule, found.sentence))

    async def stands_by(self, page: Page) -> bool:
        """Ask whether a page that no export will take gets its yes all the same. Runs in a worker."""
        book = self.link.book
        if book is None:
            return False
        rules = await asyncio.to_thread(safety_rules, preset_folders())
        said = dict.fromkeys(one.de if spoken() == "de" else one.en for one in unfit(book, page, rules))
        if not said:
            return True
        question = " ".join([*said, say("No export takes the book while this stands there.")])
        answers = [Answer("t", say("write it otherwise"), False), Answer("a", say("approve it all the same"), True)]
        answer = await self.app.push_screen_wait(Question(question, answers))
        if answer is False:
            self.call_after_refresh(self.action_edit_text)
        return bool(answer)

    def action_edit_text(self) -> None:
        if (page := self.page) is not None:
            self._begin_editing(page)
            self.tell(say("{editor.save} saves, {editor.leave} goes back."))

    @work
    async def action_edit_outside(self) -> None:
        """Lend the terminal to the author's own editor."""
        if (page := self.page) is None:
            return
        try:
            text = self.home.edit_outside(page.scene.text)
        except FibelError as error:
            self.tell_error(error)
            return
        if text != page.scene.text and not await self.link.kept(lambda studio: studio.texts.edit(page.id, text)):
            self._begin_editing(page, text)

    @work(exclusive=True, group="save")
    async def on_editor_saved(self, event: Editor.Saved) -> None:
        """Close the editor once its words are on the disk; if they do not get there, they stay in it."""
        await self._save(event.text)

    async def _save(self, text: str) -> None:
        page = self._edited
        if await self.link.kept(lambda studio: studio.texts.edit(page, text)):
            self._end_editing()

    @work
    async def on_editor_left(self, event: Editor.Left) -> None:
        if event.changed:
            keep = await keep_changes(self)
            if keep is None:
                return
            if keep:
                await self._save(self.query_one(TextPane).editor.text)
                return
        self._end_editing()

    def _begin_editing(self, page: Page, text: str | None = None) -> None:
        """Give the pane to the editor, with `text` in place of the page's where there is one."""
        self._edited = page.id
        self.query_one(TextPane).edit(page.scene.text, text)
        self.query_one(KeyLine).show(as_set(key) for key in Editor.BINDINGS if isinstance(key, Binding))

    def _end_editing(self) -> None:
        self.query_one(TextPane).end_editing()
        self.query_one(KeyLine).show(self.own_keys())
        self.rest()
        self.action_dismiss_news()

    def keep_unsaved(self) -> None:
        pane = self.query_one(TextPane)
        if pane.editing and pane.editor.changed:
            page, text = self._edited, pane.editor.text
            self.link.wish(lambda studio: studio.texts.edit(page, text))


async def _mending(page: str, sentence: str, studio: Studio) -> None:
    await studio.texts.repair(page, sentence)
