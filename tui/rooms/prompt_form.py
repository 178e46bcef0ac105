"""What the illustrator is told, as a form: what is to be seen, the framing, each character's block."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from engine.book.model import Book, Page
from engine.illustrator.cast import seen_on
from engine.illustrator.prompt_check import read_prompt
from tui.link import Intention
from tui.rooms.asking import home_of
from tui.rooms.dialogs import Dialog, LineInput, keep_changes
from tui.widgets.paste import CleanPaste
from tui.widgets.prompt_pane import token_words
from tui.words import say


class Paragraph(CleanPaste, TextArea):
    """Several lines of words that will become one."""

    def __init__(self, text: str, *, id: str | None = None) -> None:
        super().__init__(text, id=id, compact=True, highlight_cursor_line=False, tab_behavior="focus")
        self.cursor_blink = False


class PromptForm(Dialog[None]):
    """Edits the prompt's parts; the prompt itself is composed from them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Back", priority=True),
    ]

    def __init__(self, book: Book, page: Page) -> None:
        super().__init__()
        self._book = book
        self._page = page
        self._cast = seen_on(book, page)
        self._number = book.number_of(page.id)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog form", can_focus=False) as box:
            box.border_title = Text(say("Prompt of page {n}", n=self._number)).markup
            box.border_subtitle = Text(say("{promptform.save} saves, {promptform.leave} goes back.")).markup
            yield Static(say("To be seen (English)"), markup=False, classes="label")
            yield Paragraph(self._page.scene.action, id="action")
            yield Static(say("Framing (English)"), markup=False, classes="label")
            yield LineInput(self._page.scene.framing, id="framing")
            for place, character in enumerate(self._cast):
                yield Static(say("{name}, on every page", name=character.name), markup=False, classes="label")
                yield Paragraph(character.block, id=f"block-{place}")

    def on_mount(self) -> None:
        self.query_one("#action").focus()

    def on_text_area_changed(self) -> None:
        self._count()

    def on_input_changed(self) -> None:
        self._count()

    def _count(self) -> None:
        """Say how full the prompt is, as it would be with what is written here."""
        style = home_of(self).shelf.styles.get(self._book.style)
        if style is None:
            return
        wishes, scene = self._wishes(), self._page.scene
        told = {part: wishes.get(part, getattr(scene, part)) for part in ("action", "framing")}
        page = self._page.model_copy(update={"scene": scene.model_copy(update=told)})
        cast = tuple(
            character.model_copy(update={"block": wishes.get(f"block {character.name}", character.block)})
            for character in self._book.cast
        )
        known = home_of(self).link.state.embeddings
        reading = read_prompt(self._book.model_copy(update={"cast": cast}), page, style, known=known)
        title = say("Prompt of page {n}", n=self._number)
        self.query_one(".dialog").border_title = Text(f"{title} {token_words(reading)}").markup

    @property
    def changed(self) -> bool:
        return bool(self._wishes())

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        await self._save()

    async def _save(self) -> None:
        """Close once all is on the disk; what does not get there stays written here."""
        link = home_of(self).link
        kept = [await link.kept(wish) for wish in self._intentions()]
        if all(kept):
            self.dismiss()

    @work
    async def action_leave(self) -> None:
        if self.changed:
            keep = await keep_changes(self)
            if keep is None:
                return
            if keep:
                await self._save()
                return
        self.dismiss()

    def keep_unsaved(self) -> None:
        """Hand down what has been changed here."""
        for wish in self._intentions():
            home_of(self).link.wish(wish)

    def _intentions(self) -> list[Intention[None]]:
        page, wishes = self._page.id, self._wishes()
        wanted: list[Intention[None]] = []
        if (action := wishes.pop("action", None)) is not None:
            wanted.append(lambda studio: studio.texts.edit_action(page, action))
        if (framing := wishes.pop("framing", None)) is not None:
            wanted.append(lambda studio: studio.texts.edit_framing(page, framing))
        return wanted + [_describing(name.removeprefix("block "), block) for name, block in wishes.items()]

    def _wishes(self) -> dict[str, str]:
        """Return what reads differently now: `action`, `framing`, and `block NAME` for each character."""
        now = {
            "action": (self._page.scene.action, self.query_one("#action", Paragraph).text),
            "framing": (self._page.scene.framing, self.query_one("#framing", LineInput).value),
        }
        for place, character in enumerate(self._cast):
            block = self.query_one(f"#block-{place}", Paragraph).text
            now[f"block {character.name}"] = (character.block, block)
        one_line = {name: (before, " ".join(after.split())) for name, (before, after) in now.items()}
        return {name: after for name, (before, after) in one_line.items() if after != before}


def _describing(name: str, block: str) -> Intention[None]:
    return lambda studio: studio.cast.edit(name, block=block)
