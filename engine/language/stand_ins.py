"""A book with other names in it: real ones taken out before anything is kept or sent, put in where it is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from pydantic import BaseModel

from engine.book.model import Book, Page, Scene, fingerprint
from engine.book.real_names import keep_real_name, real_names
from engine.language.names import renamed

V = TypeVar("V", bound=BaseModel)

Write = Callable[[str], str]
"""Writes the other names into a text."""


def hide_names(book: Book) -> Book:
    """Return the book with its stand-ins in place of the real names this machine knows.

    Raises:
        FibelError: `names_broken`.
    """
    return with_names(book, real_names(book).hidden)


def stand_in(book: Book, name: str, real: str | None) -> Book:
    """Return the book with a name that stands for a real one from now on; the real one is kept on this machine.

    Args:
        real: None forgets it; the book goes on with its stand-in.

    Raises:
        FibelError: `usage`, `names_broken`, `disk_full`, `write_failed`.
    """
    return hide_names(book.model_copy(update={"stand_ins": keep_real_name(book, name, real)}))


def with_names(book: Book, names: Mapping[str, str]) -> Book:
    """Return the book with each name replaced wherever it stands; the very same book where it stands nowhere.

    Takes and their recipes stay: they hold no names. A text keeps its approval and its translation, for it says the
    same.

    Args:
        names: what is to be written for each name.

    Raises:
        pydantic.ValidationError: a text would become longer than it may be.
    """
    if not names:
        return book
    write = partial(renamed, names=names, language=book.language)
    cast = tuple(_renamed(character, write, "name", "block") for character in book.cast)
    pages = tuple(_page(page, write) for page in book.pages)
    if any(new is not old for new, old in zip((*cast, *pages), (*book.cast, *book.pages), strict=True)):
        book = book.model_copy(update={"cast": cast, "pages": pages})
    return _renamed(_edition(book, write), write, "title", "author", "idea")


def _edition(book: Book, write: Write) -> Book:
    edition = book.edition
    if edition is None:
        return book
    imprint = _renamed(edition.imprint, write, "credits")
    if imprint is not edition.imprint:
        edition = edition.model_copy(update={"imprint": imprint})
    edition = _renamed(edition, write, "dedication", "about", "blurb")
    return book if edition is book.edition else book.model_copy(update={"edition": edition})


def _page(page: Page, write: Write) -> Page:
    update: dict[str, object] = {
        "outline": _renamed(page.outline, write, "who", "where", "what", "feeling"),
        "scene": _scene(page.scene, write),
        "draft": page.draft and _renamed(page.draft, write, "text", "instruction"),
    }
    before = page.scene.text
    if page.text_approval is not None and page.text_approval.of == fingerprint(before):
        of = fingerprint(write(before))
        if of != page.text_approval.of:
            update["text_approval"] = page.text_approval.model_copy(update={"of": of})
    changed = {name: value for name, value in update.items() if value is not getattr(page, name)}
    return page.model_copy(update=changed) if changed else page


def _scene(scene: Scene, write: Write) -> Scene:
    after = _renamed(scene, write, "text", "action", "framing", "alt")
    who = tuple(write(name) for name in scene.characters)
    update: dict[str, object] = {"characters": who} if who != scene.characters else {}
    if after.text != scene.text and scene.action_of == fingerprint(scene.text):
        update["action_of"] = fingerprint(after.text)
    return after.model_copy(update=update) if update else after


def _renamed(value: V, write: Write, *fields: str) -> V:
    update = {field: write(getattr(value, field)) for field in fields}
    changed = {field: text for field, text in update.items() if text != getattr(value, field)}
    return type(value).model_validate({**dict(value), **changed}) if changed else value
