"""Short questions over a room: a choice of keys, a line of words, a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from engine.clean import clean_line
from tui.keys import Keyed, key_name, key_of
from tui.rooms.beneath import Beneath
from tui.widgets.paste import CleanPaste
from tui.words import say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """One answer to a question: the key that gives it, what it says, what it means."""

    key: str
    words: str
    value: T


class Dialog(Keyed, ModalScreen[T | None], Beneath[T | None], Generic[T]):
    """Stands over a room until it is answered; whoever goes back answers None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", show=False)]

    def action_back(self) -> None:
        self.dismiss(None)


class Question(Dialog[T], Generic[T]):
    """Asks with a few keys."""

    def __init__(self, question: str, answers: Sequence[Answer[T]]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        words = Text(self._question)
        words.append("\n\n")
        for answer in self._answers:
            words.append_text(Text.assemble((f" {key_name(answer.key)} ", "reverse"), f" {answer.words}   "))
        words.append_text(Text.assemble((f" {key_of('dialog.back')} ", "reverse"), f" {say('back')}"))
        with Vertical(classes="dialog"):
            yield Static(words, markup=False)

    def on_key(self, event: events.Key) -> None:
        for answer in self._answers:
            if event.key == answer.key:
                event.stop()
                self.dismiss(answer.value)


async def keep_changes(screen: Screen[Any]) -> bool | None:
    """Ask what shall become of changes that are not saved: True keeps them, False drops them, None goes on editing."""
    answers = [Answer("s", say("save"), True), Answer("d", say("drop them"), False)]
    return await screen.app.push_screen_wait(Question(say("Your changes are not saved."), answers))


class LineInput(CleanPaste, Input):
    """A line of words without a blinking cursor, so that an idle screen sends nothing."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, max_length: int = 2_000
    ) -> None:
        super().__init__(
            value, placeholder=placeholder, id=id, max_length=max_length, compact=True, select_on_focus=False
        )
        self.cursor_blink = False


class AskLine(Dialog[str]):
    """Asks for one line of words."""

    def __init__(self, question: str, value: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_subtitle = Text(f"{key_of('dialog.back')} {say('back')}").markup
            yield Static(self._question, markup=False, classes="question")
            yield LineInput(self._value, placeholder=self._placeholder)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())


class Choose(Dialog[T], Generic[T]):
    """Asks for one of a list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "back", "Back", show=False)]

    def __init__(self, question: str, choices: Sequence[tuple[str, T]], chosen: T | None = None) -> None:
        super().__init__()
        self._question = question
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_subtitle = Text(f"{key_of('dialog.back')} {say('back')}").markup
            yield Static(self._question, markup=False, classes="question")
            yield OptionList(*(Option(self._line(words, value)) for words, value in self._choices), markup=False)

    def on_mount(self) -> None:
        values = [value for _words, value in self._choices]
        self.query_one(OptionList).highlighted = values.index(self._chosen) if self._chosen in values else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][1])

    def _line(self, words: str, value: T) -> Text:
        return Text(f"{'●' if value == self._chosen else ' '} {words}", no_wrap=True, overflow="ellipsis")


def typed_path(words: str) -> Path:
    """Return the path somebody typed, `~` being their home."""
    return Path(words.strip()).expanduser()


def short_path(path: Path) -> str:
    """Return a path as one would type it: what lies at home begins with `~`."""
    home = Path.home()
    typed = str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
    return typed if typed.isprintable() else clean_line(typed)
