"""The words of a page: its text, the writer's draft beside it, and what the picture is painted from."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static, TextArea

from engine.book.model import Book, Draft, Page, Take
from engine.illustrator.cast import seen_on
from engine.illustrator.prompt_check import read_prompt
from engine.presets import StylePreset
from tui.widgets.paste import CleanPaste
from tui.widgets.takes_line import take_words
from tui.words import count, say, spoken

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def what_is_new(old: str, new: str, style: str) -> Text:
    """Return `new` with what `old` does not have set off."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    text = Text()
    for change, _i1, _i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change != "delete":
            text.append("".join(after[j1:j2]), None if change == "equal" else style)
    return text


class Pane(VerticalScroll):
    """A heading and words below it; scrolls if they are many."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pane--label", "pane--quiet", "pane--warning"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._body = Static(markup=False)
        self._read: tuple[str, object] = ("", None)

    def compose(self) -> ComposeResult:
        yield self._body

    def show(self, heading: str, body: Text) -> None:
        """Repaints only where something reads differently."""
        read = (heading, (body.plain, body.spans))
        if read != self._read:
            self._read = read
            self.border_title = Text(heading).markup
            self._body.update(body)

    def label(self, words: str) -> tuple[str, Style]:
        return (words, self.get_component_rich_style("pane--label", partial=True))

    def quiet(self, words: str) -> tuple[str, Style]:
        return (words, self.get_component_rich_style("pane--quiet", partial=True))


class Editor(CleanPaste, TextArea):
    """A text being written; asks before changes are dropped, and tells what to do with them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape", "leave", "Cancel"),
    ]

    class Saved(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        def __init__(self, changed: bool) -> None:
            super().__init__()
            self.changed = changed

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, highlight_cursor_line=False, tab_behavior="focus")
        self.cursor_blink = False
        self._found = ""

    def begin(self, text: str) -> None:
        self._found = text
        self.load_text(text)
        self.move_cursor(self.document.end)

    @property
    def changed(self) -> bool:
        return self.text != self._found

    def action_save(self) -> None:
        self.post_message(self.Saved(self.text))

    def action_leave(self) -> None:
        self.post_message(self.Left(self.changed))

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":  # TextArea would give up the focus and swallow it
            event.stop()
            event.prevent_default()
            self.action_leave()


class TextPane(Pane):
    """The page's text; the same place holds the editor while it is being written."""

    def compose(self) -> ComposeResult:
        yield self._body
        yield Editor(id="editor")

    def on_mount(self) -> None:
        self.editor.display = False

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)

    @property
    def editing(self) -> bool:
        return self.editor.display

    def edit(self, text: str) -> None:
        self._body.display = False
        self.editor.display = True
        self.editor.begin(text)
        self.editor.focus()

    def end_editing(self) -> None:
        self.editor.display = False
        self._body.display = True

    def show_page(self, page: Page) -> None:
        body = Text(page.scene.text)
        if not page.scene.text:
            body = Text.assemble(self.quiet(say("Not written yet. t writes it yourself, w asks the writer.")))
            if sentence := _in_brief(page):
                body.append(f"\n\n{sentence}")
        else:
            words = len(page.scene.text.split())
            body.append_text(Text.assemble("\n\n", self.quiet(count(words, "{n} word", "{n} words"))))
            if sentence := _in_brief(page):
                body.append_text(Text.assemble("\n", self.quiet(sentence)))
        self.show(say("Your words") if page.draft else say("Text"), body)


def _in_brief(page: Page) -> str:
    """Return the page's line of the outline as it is read at a glance."""
    line = page.outline
    return " · ".join(part for part in (line.who, line.where, line.what, line.feeling) if part)


class PromptPane(Pane):
    """What the illustrator is told, part by part; or the writer's draft, while it waits for an answer."""

    def show_page(self, book: Book, page: Page, style: StylePreset | None, take: Take | None) -> None:
        if page.draft is not None:
            self._show_draft(page, page.draft)
        else:
            self._show_prompt(book, page, style, take)

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

    def _show_prompt(self, book: Book, page: Page, style: StylePreset | None, take: Take | None) -> None:
        scene, lines = page.scene, Text()
        warning = self.get_component_rich_style("pane--warning", partial=True)
        action = scene.action or say("not said yet; the writer says it from the text")
        if page.action_stale:
            lines.append(f"! {say('The text has changed since')}\n", warning)
        parts = [(say("To be seen"), action), (say("Framing"), scene.framing or "–")]
        parts += [(character.name, character.block or "–") for character in seen_on(book, page)]
        for name, words in parts:
            lines.append_text(Text.assemble(self.label(name), " ", words, "\n"))
        if style is not None:
            lines.append_text(Text.assemble(self.label(say("Style")), " ", style.positive, "\n"))
            for found in read_prompt(book, page, style).findings:
                lines.append(f"! {found.de if spoken() == 'de' else found.en}\n", warning)
        if take is not None:
            lines.append_text(Text.assemble("\n", self.quiet(take_words(take))))
        self.show(say("Prompt"), lines)
