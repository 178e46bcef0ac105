"""What the picture of a page is painted from, part by part with its tokens; or the writer's draft beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rich.text import Text

from engine.book.model import Book, Draft, Page, Take
from engine.illustrator.cast import block_of, seen_on
from engine.illustrator.composer import PartKind
from engine.illustrator.prompt_check import PromptReading, read_prompt
from engine.illustrator.tokens import CHUNK
from engine.presets import StylePreset
from tui.widgets.pane import Pane
from tui.widgets.takes_line import take_words
from tui.words import say, spoken

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def what_is_new(old: str, new: str, style: str) -> Text:
    """Return `new` with what `old` does not have set off."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    text = Text()
    for change, _i1, _i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change != "delete":
            text.append("".join(after[j1:j2]), None if change == "equal" else style)
    return text


class PromptPane(Pane):
    """What the illustrator is told, part by part; or the writer's draft, while it waits for an answer."""

    def show_page(
        self,
        book: Book,
        page: Page,
        style: StylePreset | None,
        take: Take | None,
        known: frozenset[str] | None = None,
    ) -> None:
        """Show what a page is painted from.

        Args:
            known: embeddings the server has; None where it was not asked.
        """
        if page.draft is not None:
            self._show_draft(page, page.draft)
        else:
            self._show_prompt(book, page, style, take, known)

    def _show_draft(self, page: Page, draft: Draft) -> None:
        warning = self.get_component_rich_style("pane--warning", partial=True)
        body = what_is_new(page.scene.text, draft.text, "bold")
        for start, end, _style in list(body.spans):
            body.stylize(warning, start, end)
        if draft.instruction:
            body.append_text(Text.assemble("\n\n", self.quiet(f"„{draft.instruction}“")))
        body.append_text(
            Text.assemble("\n\n", self.label("y"), f" {say('take it')}  ", self.label("n"), f" {say('keep yours')}")
        )
        self.show(say("Draft of the writer"), body)

    def _show_prompt(
        self, book: Book, page: Page, style: StylePreset | None, take: Take | None, known: frozenset[str] | None
    ) -> None:
        lines = Text()
        warning = self.get_component_rich_style("pane--warning", partial=True)
        if page.action_stale:
            lines.append(f"! {say('The text has changed since')}\n", warning)
        reading = read_prompt(book, page, style, known=known) if style is not None else None
        for heading, words, key in _parts(book, page, style):
            lines.append_text(Text.assemble(self.label(heading), " "))
            lines.append(words, self.get_component_rich_style(f"pane--{key[0]}", partial=True))
            if tokens := _tokens(reading, key):
                lines.append_text(Text.assemble(" ", self.quiet(tokens)))
            lines.append("\n")
        for found in reading.findings if reading is not None else ():
            lines.append(f"! {found.de if spoken() == 'de' else found.en}\n", warning)
        if take is not None:
            lines.append_text(Text.assemble("\n", self.quiet(take_words(take))))
        self.show(f"{say('Prompt')} {token_words(reading)}".strip(), lines)


def token_words(reading: PromptReading | None) -> str:
    """Return how full the first chunk is, which has most effect: `61/75`."""
    if reading is None or not reading.positive:
        return ""
    about = "" if reading.exact else "≈"
    return f"· {about}{reading.tokens}/{CHUNK} {say('tokens')}"


def _parts(book: Book, page: Page, style: StylePreset | None) -> Iterator[tuple[str, str, tuple[PartKind, str]]]:
    """Yield heading, words and key of each part: what the author changes most comes first."""
    scene = page.scene
    action = scene.action or say("not said yet; the writer says it from the text")
    yield say("To be seen"), action, (PartKind.ACTION, "")
    yield say("Framing"), scene.framing or "–", (PartKind.FRAMING, "")
    for character in seen_on(book, page):
        yield character.name, block_of(character) or "–", (PartKind.BLOCK, character.name)
    if style is not None:
        yield say("Style"), style.positive, (PartKind.STYLE, "")


def _tokens(reading: PromptReading | None, key: tuple[PartKind, str]) -> str:
    if reading is None:
        return ""
    mine = [part for part in reading.parts if (part.kind, part.who) == key]
    return " + ".join(f"{part.tokens}{'' if part.in_first_chunk else ' ↓'}" for part in mine)
