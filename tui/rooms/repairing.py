"""The repair ladder: what can be done about a page that is not right yet, each rung with its price in time."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from engine.book.model import Page
from engine.jobs.job import TERMINAL, JobKind, JobState
from engine.studio import Studio
from tui.link import Intention
from tui.rooms.asking import prices, wish_at_a_price
from tui.rooms.crowding import room_for_all
from tui.rooms.dialogs import AskLine, Choose
from tui.rooms.headings import PICTURE, WORDS, WORK
from tui.rooms.ladder import Ladder, Rung
from tui.rooms.mark import Mark
from tui.rooms.page_room import PageRoom
from tui.widgets.picture import Shown
from tui.words import count, say

REROLLS = (2, 3, 4, 6)
"""How many takes at once the ladder offers: what fits side by side, and what one waits for at 40 seconds each."""


STRENGTHS = (("a little", 0.35), ("somewhat", 0.5), ("a lot", 0.65))
"""How much of a picture a variation paints anew: below the first nothing is seen, above the last little is kept."""


class Repairing(PageRoom):
    """A room with a page to be repaired."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "rewrite", "Ask the writer", tooltip="Have the writer tell this page another way", group=WORDS),
        Binding("g", "paint_lacking", "Paint all", tooltip="Paint every page that has no picture", group=PICTURE),
        Binding("R", "reroll_with", "Paint this page with another preset", show=False, group=PICTURE),
        Binding("s", "same_seed", "Paint it again with the same seed and another preset", show=False, group=PICTURE),
        Binding("N", "several", "Paint several takes of this page at once", show=False, group=PICTURE),
        Binding(
            "exclamation_mark",
            "reroll_now",
            "Stop what is painted here and paint it with a new seed",
            show=False,
            group=PICTURE,
        ),
        Binding("V", "variation", "Paint a variation: much the same, a little different", show=False, group=PICTURE),
        Binding("m", "retouch", "Mark a part of the picture and have it painted anew", show=False, group=PICTURE),
        Binding("T", "retranslate", "Have the prompt translated from the text again", show=False, group=WORDS),
        Binding("W", "write_lacking", "Have the writer tell every page that has no text", show=False, group=WORDS),
        Binding("x", "cancel", "Cancel what is done for this page", show=False, group=WORK),
    ]

    def rungs(self) -> list[Rung]:
        """Return what can be done about the page now, the gentlest first."""
        page, take = self.page, self.take
        if page is None:
            return []
        told, painted = bool(page.scene.text.strip()), take is not None
        rungs = [
            self._rung(say("Edit the text by hand"), "edit_text"),
            self._rung(say("Edit the text in your own editor"), "edit_outside"),
            self._rung(say("Edit what is to be seen, the framing, the characters"), "edit_prompt"),
            self._rung(say("Paint it again, with a new seed"), "reroll", JobKind.PAINT, possible=told),
            self._rung(say("The same seed, another preset"), "same_seed", JobKind.PAINT, possible=painted),
            self._rung(say("A variation: nearly the same"), "variation", JobKind.PAINT, possible=painted),
            self._rung(say("Mark a part and have it painted anew"), "retouch", JobKind.PAINT, possible=painted),
            self._rung(say("Several new takes at once"), "several", JobKind.PAINT, possible=told, each=True),
            self._rung(say("Stop and paint with a new seed at once"), "reroll_now", JobKind.PAINT),
            self._rung(say("Have it told another way"), "rewrite", JobKind.REWRITE),
            self._rung(say("Have the prompt translated again"), "retranslate", JobKind.TRANSLATE, possible=told),
        ]
        return [rung for rung in rungs if rung.possible]

    def _rung(
        self, words: str, action: str, kind: JobKind | None = None, *, possible: bool = True, each: bool = False
    ) -> Rung:
        """Return a rung with the key its action has in this room."""
        key = next(key for key in self.own_keys() if key.action == action)
        return Rung(key.key.split(",")[0], words, action, kind, possible, each)

    @work
    async def action_ladder(self) -> None:
        rungs = self.rungs()
        kinds = {rung.kind for rung in rungs if rung.kind is not None}
        asked = await prices(self, kinds)
        if action := await self.app.push_screen_wait(Ladder(rungs, asked)):
            await self.run_action(action)

    # pictures

    @work
    async def action_reroll(self) -> None:
        await self._paint("")

    @work
    async def action_reroll_with(self) -> None:
        if preset := await self._ask_preset():
            await self._paint(preset)

    @work
    async def action_same_seed(self) -> None:
        take = self.take
        if take is None:
            self.tell(
                say("No picture yet. {review.reroll} paints it, {repairing.paint_lacking} paints all that are lacking.")
            )
        elif preset := await self._ask_preset():
            await self._paint(preset, seed=take.recipe.seed)

    @work
    async def action_several(self) -> None:
        choices = [(count(number, "{n} take", "{n} takes"), number) for number in REROLLS]
        if number := await self.app.push_screen_wait(Choose(say("How many takes at once?"), choices, REROLLS[1])):
            await self._paint("", times=number)

    @work
    async def action_variation(self) -> None:
        page = await self._page_of_take()
        if page is None:
            return
        choices = [(say(words), strength) for words, strength in STRENGTHS]
        if strength := await self.app.push_screen_wait(Choose(say("How different?"), choices, STRENGTHS[1][1])):
            wish: Intention[Any] = lambda studio: studio.pictures.variation(page.id, strength)  # noqa: E731
            await wish_at_a_price(self, JobKind.PAINT, 1, wish)

    @work
    async def action_retouch(self) -> None:
        page, take, folder = await self._page_of_take(), self.take, self.link.folder
        if page is None or take is None or folder is None:
            return
        part = await self.app.push_screen_wait(Mark(Shown(take.id, folder / take.file)))
        if part is None:
            return
        asked = AskLine(say("What shall be seen there? English; empty: what the page says."), placeholder="a red kite")
        words = await self.app.push_screen_wait(asked)
        if words is not None:
            wish: Intention[Any] = lambda studio: studio.pictures.retouch(page.id, [part], words)  # noqa: E731
            await wish_at_a_price(self, JobKind.PAINT, 1, wish)

    async def _page_of_take(self) -> Page | None:
        """Return the page once the take shown is its chosen one, for that is what is worked on."""
        page, take = self.page, self.take
        if page is None or take is None:
            self.tell(
                say("No picture yet. {review.reroll} paints it, {repairing.paint_lacking} paints all that are lacking.")
            )
            return None
        if take.id != page.chosen:
            await self.link.wish(lambda studio: studio.pictures.choose(page.id, take.id))
        return page

    def action_reroll_now(self) -> None:
        """What is painted for this page stops and makes way for a new seed, ahead of the list."""
        if (page := self.page) is not None and page.scene.text.strip():
            self.link.wish(lambda studio: studio.pictures.instead(page.id))
            self.tell(say("Another seed is painted at once."))

    async def _ask_preset(self) -> str | None:
        book = self.link.book
        if book is None:
            return None
        choices = [(f"{name} · {preset.label}", name) for name, preset in self.home.shelf.samplers.items()]
        return await self.app.push_screen_wait(Choose(say("Paint with which preset?"), choices, book.preset))

    async def _paint(self, preset: str, *, seed: int | None = None, times: int = 1) -> None:
        page = self.page
        if page is None:
            return
        if not page.scene.text.strip() and not page.scene.action:
            self.tell(say("First the words, then the picture."))
            return
        if not await room_for_all(self, [page]):
            return
        untold = bool(page.scene.text.strip()) and (not page.scene.action or page.action_stale)
        kind = JobKind.TRANSLATE if untold else JobKind.PAINT

        async def paint(studio: Studio) -> None:
            for _ in range(times):
                await studio.pictures.repaint(page.id, preset=preset, seed=seed)

        await wish_at_a_price(self, kind, times, paint)

    @work
    async def action_paint_lacking(self) -> None:
        lacking, book = self.lacking_pictures(), self.link.book
        if not lacking or book is None:
            self.tell(say("No page lacks a picture."))
            return
        if not await room_for_all(self, [page for page in book.story_pages if page.chosen_take is None]):
            return
        if await wish_at_a_price(self, JobKind.PAINT, lacking, lambda studio: studio.pictures.paint()):
            self.tell(count(lacking, "{n} picture is on the list.", "{n} pictures are on the list."))

    def lacking_pictures(self) -> int:
        """Return how many pages have a text, but no picture and none on the list."""
        book, state = self.link.book, self.link.state
        if book is None:
            return 0
        listed = {
            page for job in (state.running, *state.queue) if job and job.kind is JobKind.PAINT for page in job.pages
        }
        return sum(
            bool(page.scene.text.strip()) and page.chosen_take is None and page.id not in listed
            for page in book.story_pages
        )

    def action_cancel(self) -> None:
        """Cancel the jobs of this page alone; one for several pages is cancelled in the list of jobs."""
        page = self.page
        open_jobs = [job for job in self.link.jobs.values() if job.state not in TERMINAL]
        mine = [job for job in open_jobs if page is not None and job.pages == (page.id,)]
        # What waits comes first: it must not begin because the one before it is gone.
        for job in sorted(mine, key=lambda job: job.state is not JobState.QUEUED):
            self.link.wish(_cancelling(job.id))
        self.tell(
            count(len(mine), "{n} job cancelled.", "{n} jobs cancelled.")
            if mine
            else say("Nothing is done for this page alone. {book.jobs} shows the list.")
        )

    # words

    @work
    async def action_rewrite(self) -> None:
        page = self.page
        if page is None:
            return
        if not page.scene.text.strip():
            await wish_at_a_price(self, JobKind.SCENES, 1, lambda studio: studio.texts.write([page.id]))
            return
        asked = AskLine(
            say("How should the writer tell this page?"), placeholder=say("shorter · more talking · funnier")
        )
        if instruction := await self.app.push_screen_wait(asked):
            await wish_at_a_price(self, JobKind.REWRITE, 1, lambda studio: studio.texts.rewrite(page.id, instruction))

    @work
    async def action_retranslate(self) -> None:
        page = self.page
        if page is not None and page.scene.text.strip():
            await wish_at_a_price(self, JobKind.TRANSLATE, 1, lambda studio: studio.texts.retranslate(page.id))

    @work
    async def action_write_lacking(self) -> None:
        book = self.link.book
        lacking = [page for page in book.story_pages if not page.scene.text.strip()] if book is not None else []
        if book is not None and book.language != "de":
            await wish_at_a_price(self, JobKind.EDITION, len(book.pages), lambda studio: studio.texts.write())
        elif lacking:
            await wish_at_a_price(self, JobKind.SCENES, len(lacking), lambda studio: studio.texts.write())
        else:
            self.tell(say("Every page has its text."))


def _cancelling(job: str) -> Intention[None]:
    return lambda studio: studio.list.cancel(job)
