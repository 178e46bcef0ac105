"""What the writer is told of a book: labelled German lines that no text of the author's can imitate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.book.model import Character, OutlineLine
from engine.clean import clean_line
from engine.presets import AgePreset
from engine.writer.characters import look_of

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

    def lines(self) -> list[str]:
        """Return what every call begins with."""
        lines = [f"Titel: {self.title}"] if self.title else []
        lines += [f"Idee: {clean_line(self.idea)}", f"Alter: {self.age_name}", f"Seiten: {self.pages}"]
        if self.cast:
            lines.append("Figuren:")
            lines += [f"- {character.name}: {look_of(character.block)}" for character in self.cast]
        return lines

    def plan_lines(self, numbers: Sequence[int]) -> list[str]:
        """Return the plan of these pages; a page without one is left out."""
        planned = [(n, self.plan[n - 1].sentence()) for n in numbers if n <= len(self.plan)]
        lines = [f"Seite {number}: {sentence}" for number, sentence in planned if sentence]
        return ["Plan:", *lines] if lines else []


def texts_under(label: str, texts: Mapping[int, str]) -> list[str]:
    """Return the texts of pages below a label, in reading order; empty if there is none."""
    lines = [f"Seite {number}: {_indented(texts[number])}" for number in sorted(texts)]
    return [f"{label}:", *lines] if lines else []


def _indented(text: str) -> str:
    return f"\n{INDENT}".join(line.strip() for line in text.strip().splitlines() if line.strip())
