"""What an author may do with the texts of the pages and with what is to be seen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from engine.book import edits
from engine.book.model import Approver, Page, fingerprint
from engine.jobs import consent
from engine.jobs.job import Job, JobKind
from engine.jobs.provenance import Origin, SentenceOrigin, origins
from engine.language.book_safety import safety_rules
from engine.language.proof import Proof, proof, standing
from engine.wishes.author import Wishes, writer_seed


class TextWishes(Wishes):
    """What an author may do with the texts of the pages and with what is to be seen; one method per intention."""

    async def write(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have scenes told and mended, translated into what is to be seen, and read as a child would hear them.

        All of it wants the writer, so it is done while the writer is there: what is to be seen is said of the text as
        it then stands. Should the author say yes to another one, it is said again; until then its picture counts as
        stale. An edition in another language is told already: its pages are translated.

        Args:
            pages: page ids; None takes the story pages that have no text yet.

        Raises:
            FibelError: `page_unknown`, `consent_missing`.
        """
        if self._desk.book.language != "de":
            return await self.translate_edition(pages)
        wanted = [page for page in self._desk.book.story_pages if not page.scene.text.strip()]
        if pages is not None:
            wanted = [self._author.page(page) for page in pages]
        fresh = self._author.without_job(JobKind.SCENES, [page.id for page in wanted])
        if fresh:
            consent.require(self._desk)
        jobs = [await self._desk.queue.add(JobKind.SCENES, fresh, seed=writer_seed())] if fresh else []
        return (
            *jobs,
            *await self.translate([*fresh, *(p.id for p in self._author.untranslated() if p.id not in fresh)]),
            *await self.judge([*fresh, *(p.id for p in self._unjudged() if p.id not in fresh)]),
        )

    async def repair(self, page: str, sentence: str = "", instruction: str = "") -> Job:
        """Have a sentence of a page said otherwise; the page with it waits as a draft.

        Args:
            sentence: as it stands on the page; empty for all that break a rule.
            instruction: what is wished of it; empty for words that keep the rules.

        Raises:
            FibelError: `page_unknown`, `consent_missing`.
        """
        self._author.page(page)
        consent.require(self._desk)
        return await self._desk.queue.add(
            JobKind.REPAIR, [page], instruction=instruction, sentence=sentence, seed=writer_seed()
        )

    async def judge(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have the writer asked whether a child may hear pages as they are; the answers are findings, no gate.

        Args:
            pages: page ids; None takes the pages that were not asked about, or have changed since.

        Raises:
            FibelError: `consent_missing`.
        """
        wanted = [page.id for page in self._unjudged()] if pages is None else list(pages)
        fresh = self._author.without_job(JobKind.JUDGE, wanted)
        if not fresh:
            return ()
        consent.require(self._desk)
        return (await self._desk.queue.add(JobKind.JUDGE, fresh, seed=writer_seed()),)

    async def translate_edition(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have pages said in the language of the book; each waits as a draft beside the words it was said from.

        Args:
            pages: page ids; None takes those that still have the other book's words, and no draft beside them.

        Raises:
            FibelError: `page_unknown`, `consent_missing`.
        """
        wanted = await self._unsaid() if pages is None else [self._author.page(page) for page in pages]
        fresh = self._author.without_job(JobKind.EDITION, [page.id for page in wanted])
        if not fresh:
            return ()
        consent.require(self._desk)
        return (await self._desk.queue.add(JobKind.EDITION, fresh, seed=writer_seed()),)

    async def findings(self) -> Proof:
        """Return what a child would stumble over on each page and in the book, without what was waved through."""
        rules = await asyncio.to_thread(safety_rules, self._desk.crew.preset_folders)
        return await asyncio.to_thread(proof, self._desk.book, self._desk.age(), rules)

    async def origins(self) -> dict[str, tuple[SentenceOrigin, ...]]:
        """Return for each page which sentences were told by the writer, mended by it, or written by hand."""
        return await asyncio.to_thread(origins, await self._desk.queue.records(), self._desk.book)

    async def dismiss_finding(self, page: str, rule: str, sentence: str) -> None:
        """Wave a finding through: this rule no longer speaks of this sentence, until the sentence changes.

        Raises:
            FibelError: `page_unknown`.
        """
        there = standing(self._author.page(page))
        await self._author.edit(lambda book: edits.dismiss_finding(book, page, rule, sentence, there))

    async def rewrite(self, page: str, instruction: str) -> Job:
        """Have a page's text told anew; the result waits as a draft.

        Raises:
            FibelError: `page_unknown`, `consent_missing`.
        """
        self._author.page(page)
        consent.require(self._desk)
        return await self._desk.queue.add(JobKind.REWRITE, [page], instruction=instruction, seed=writer_seed())

    async def translate(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have texts translated into what is to be seen.

        Args:
            pages: page ids; None takes the pages whose translation is missing or older than their text.
        """
        wanted = [page.id for page in self._author.untranslated()] if pages is None else list(pages)
        return await self._author.translate(wanted)

    async def retranslate(self, page: str) -> tuple[Job, ...]:
        """Have what is to be seen translated anew, even if the author wrote it; undo brings their words back."""
        await self._author.edit(lambda book: edits.set_translation(book, page, of="", action="", framing="", alt=""))
        return await self._author.translate([page])

    async def edit(self, page: str, text: str) -> None:
        await self._author.edit(lambda book: edits.change_scene(book, page, text=text))

    async def edit_action(self, page: str, action: str) -> None:
        await self._author.edit(lambda book: edits.set_action(book, page, action))

    async def edit_framing(self, page: str, framing: str) -> None:
        await self._author.edit(lambda book: edits.change_scene(book, page, framing=framing))

    async def edit_alt(self, page: str, alt: str) -> None:
        await self._author.edit(lambda book: edits.change_scene(book, page, alt=alt))

    async def accept_draft(self, page: str) -> None:
        await self._author.edit(lambda book: edits.accept_draft(book, page))

    async def dismiss_draft(self, page: str) -> None:
        await self._author.edit(lambda book: edits.dismiss_draft(book, page))

    async def approve(self, page: str, by: Approver = Approver.AUTHOR) -> None:
        """Approve a page's text; what is to be seen is translated from it again if it has changed since.

        Without consent to tell the writer of it, the page waits for the author's own words of what is to be seen.
        """
        at = self._desk.crew.clock.wall()
        await self._author.edit(lambda book: edits.approve_text(book, page, by=by, at=at))
        if consent.given(self._desk) and self._author.page(page) in self._author.untranslated():
            await self.translate([page])

    async def _unsaid(self) -> list[Page]:
        """Return pages of an edition whose words nobody has said in its language or approved yet."""
        told = await self.origins()
        return [
            page
            for page in self._desk.book.pages
            if page.scene.text.strip()
            and page.draft is None
            and page.text_approval is None
            and all(sentence.origin is Origin.HAND for sentence in told[page.id])
        ]

    def _unjudged(self) -> list[Page]:
        """Return pages with a text the writer was not asked about, or the guard has not read."""
        guarding = self._desk.crew.guard is not None
        return [
            page
            for page in self._desk.book.story_pages
            if page.scene.text.strip()
            and (
                page.judgement is None
                or page.judgement.of != fingerprint(page.scene.text)
                or (guarding and not page.guarded)
            )
        ]
