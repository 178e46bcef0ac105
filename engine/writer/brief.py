"""What the writer is told of a book: labelled German lines that no text of the author's can imitate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.book.model import Character, OutlineLine
from engine.clean import clean_line
from engine.presets import AgePreset
from engine.writer.characters import look_of
from engine.writer.prompts import system

INDENT = "  "
"""Before each further line of a text: a label stands at the margin, so no text can be taken for one."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A book as the writer must know it.

    `plan` has one line a page, in reading order; `pages` is how many pages the book has or shall have.
    """

    title: str
    idea: str
    age: AgePreset
    age_name: str
    pages: int
    cast: tuple[Character, ...]
    plan: tuple[OutlineLine, ...]
    language: str = "de"
    past: bool = False
    """Whether the book tells in the past."""
    own_prompts: tuple[Path, ...] = ()
    """Where the author keeps prompts of their own."""

    def system(self, name: str, model: str) -> str:
        """Return a call's rules as this book's writer is told them.

        Raises:
            FibelError: `preset_broken`, naming the author's file that cannot be used.
        """
        return system(name, self.age, model=model, own=self.own_prompts, language=self.language, past=self.past)

    def lines(self) -> list[str]:
        """Return what every call begins with."""
        lines = [f"Titel: {clean_line(self.title)}"] if self.title.strip() else []
        lines += [f"Idee: {clean_line(self.idea)}", f"Alter: {self.age_name}", f"Seiten: {self.pages}"]
        if self.cast:
            lines.append("Figuren:")
            lines += [f"- {character.name}: {look_of(character.block)}" for character in self.cast]
        return lines

    def plan_lines(self, *, only: int | None = None) -> list[str]:
        """Return the plan of every page, or of one; a page without a plan is left out."""
        planned = [(number, line.sentence()) for number, line in enumerate(self.plan, start=1)]
        lines = [f"Seite {number}: {plan}" for number, plan in planned if plan and only in (None, number)]
        return ["Plan:", *lines] if lines else []


def page_line(number: int, text: str) -> str:
    """Return a page's text on one line."""
    return f"Seite {number}: {clean_line(text)}"


def page_lines(number: int, text: str) -> str:
    """Return a page's text with its line breaks, as verses need them."""
    return f"Seite {number}: " + f"\n{INDENT}".join(line.strip() for line in text.splitlines() if line.strip())


def told_lines(texts: Mapping[int, str]) -> list[str]:
    """Return the pages there are so far, in reading order."""
    lines = [page_line(number, texts[number]) for number in sorted(texts)]
    return ["Bisher:", *lines] if lines else []


def with_note(user: str, problem: str) -> str:
    """Return a request that says what was wrong with the answer before it, ahead of what it asks for at its end."""
    told, _, asked = user.rpartition("\n")
    note = f"Hinweis: Die letzte Antwort passte nicht. {clean_line(problem)}"
    return "\n".join([*([told] if told else []), note, asked])
