"""The safety rules over a whole book: its texts, what is to be seen, and the prompts made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from engine.book.model import Book, Page
from engine.errors import FibelError
from engine.language.safety import Concern, Gravity, SafetyPreset, SafetyRule, concerns
from engine.presets import PresetKind, load

TEXTS = {"de": "german", "en": "english"}
"""The rules for each language a book may have."""

PROMPTS = ("english", "pictures")
"""The rules for what an image model is asked for."""


class Where(StrEnum):
    """The text a concern stands in."""

    TITLE = "title"
    TEXT = "text"
    ALT = "alt"
    ACTION = "action"
    FRAMING = "framing"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Place:
    """A concern in its place: `page` is the page's id, None for the title and the cast; `who` owns a block."""

    concern: Concern
    where: Where
    page: str | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """The rules in force: by language for texts, and for prompts."""

    texts: dict[str, tuple[SafetyRule, ...]]
    prompts: tuple[SafetyRule, ...]


@cache
def safety_rules(own: tuple[Path, ...] = ()) -> SafetyRules:
    """Return the shipped rules with the author's own over them, read once.

    Args:
        own: the author's preset folders.

    Raises:
        FibelError: `preset_broken`.
    """

    def of(name: str) -> tuple[SafetyRule, ...]:
        return load(PresetKind.SAFETY, SafetyPreset, name, own).rules

    return SafetyRules(
        texts={language: of(name) for language, name in TEXTS.items()},
        prompts=tuple(rule for name in PROMPTS for rule in of(name)),
    )


def book_concerns(book: Book, rules: SafetyRules) -> list[Place]:
    """Return what the rules find in a book, in reading order: the title, the cast, page by page."""
    told = rules.texts[book.language]
    found = [Place(one, Where.TITLE) for one in concerns(book.title, told, book.age)]
    for character in book.cast:
        blocks = concerns(character.block, rules.prompts, book.age)
        found += [Place(one, Where.BLOCK, who=character.name) for one in blocks]
    for page in book.pages:
        found += page_concerns(book, page, rules)
    return found


def page_concerns(book: Book, page: Page, rules: SafetyRules) -> list[Place]:
    """Return what the rules find on one page."""
    scene, told = page.scene, rules.texts[book.language]
    return [
        Place(one, where, page.id)
        for where, text, for_it in (
            (Where.TEXT, scene.text, told),
            (Where.ALT, scene.alt, told),
            (Where.ACTION, scene.action, rules.prompts),
            (Where.FRAMING, scene.framing, rules.prompts),
        )
        for one in concerns(text, for_it, book.age)
    ]


def unfit(book: Book, page: Page, rules: SafetyRules) -> list[Concern]:
    """Return what on a page keeps the whole book from being exported, whoever approves it."""
    found = (place for place in page_concerns(book, page, rules) if place.where in (Where.TEXT, Where.ALT))
    return [place.concern for place in found if place.concern.gravity is Gravity.BLOCK]


def refuse_prompt(positive: str, age: str, rules: SafetyRules) -> None:
    """Let a prompt pass, unless it asks for what no picture for children may show.

    Raises:
        FibelError: `not_for_children`, with the words found.
    """
    _refuse(one for one in concerns(positive, rules.prompts, age) if one.gravity is Gravity.BLOCK)


def refuse_book(book: Book, rules: SafetyRules) -> None:
    """Let a book pass, unless what a reader would see does not belong into a children's book.

    Raises:
        FibelError: `not_for_children`, with the words found.
    """
    read = (Where.TITLE, Where.TEXT, Where.ALT)
    found = (place for place in book_concerns(book, rules) if place.where in read)
    _refuse(place.concern for place in found if place.concern.gravity is Gravity.BLOCK)


def _refuse(found: Iterator[Concern]) -> None:
    if said := dict.fromkeys(one.en for one in found):
        raise FibelError("not_for_children", " ".join(said))
