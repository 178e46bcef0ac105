"""Undo and redo of the author's edits.

A step holds what an edit changed, field by field, before and after. Undoing it puts back exactly these fields, in the
book as it is now: what jobs brought meanwhile, texts and takes alike, stays. A step is plain JSON, so that the
journal keeps it and the author can take an edit back the day after.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from engine.book.model import Book, OutlineLine, Page, Scene, Take

DEPTH = 200
"""Edits kept; an evening's work."""

Change = tuple[JsonValue, JsonValue]
"""A field before and after."""

Side = Literal[0, 1]
BEFORE: Side = 0
AFTER: Side = 1

_PARTS = frozenset({"scene", "outline", "takes"})
"""Fields of a page that are compared part by part. Takes are never taken away; only whether one is discarded is."""


class PageStep(BaseModel):
    """What an edit changed on one page."""

    model_config = ConfigDict(frozen=True)

    page: dict[str, Change] = {}
    scene: dict[str, Change] = {}
    outline: dict[str, Change] = {}
    discarded: dict[str, tuple[bool, bool]] = {}
    """By take id."""


class Step(BaseModel):
    """What one edit changed."""

    model_config = ConfigDict(frozen=True)

    book: dict[str, Change] = {}
    pages: dict[str, PageStep] = {}
    order: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """Ids of the pages in reading order, where the edit changed it."""
    only: tuple[dict[str, Page], dict[str, Page]] = ({}, {})
    """Pages there are only before, and only after."""


class Move(StrEnum):
    """What the author did, as the journal tells it."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class History:
    """The author's edits, newest last."""

    def __init__(self) -> None:
        self._past: list[Step] = []
        self._future: list[Step] = []

    @classmethod
    def replayed(cls, records: Iterable[dict[str, JsonValue]]) -> History:
        """Return the history a journal tells; a step of another version is left out."""
        history = cls()
        for record in records:
            match record.get("type"):
                case Move.EDIT:
                    try:
                        history._remember(Step.model_validate(record.get("step")))
                    except ValidationError:
                        continue
                case Move.UNDO:
                    history._shift(history._past, history._future)
                case Move.REDO:
                    history._shift(history._future, history._past)
        return history

    def records(self) -> list[dict[str, JsonValue]]:
        """Return the shortest journal that tells this history; the other way round of `replayed`."""
        steps = [*self._past, *reversed(self._future)]
        records: list[dict[str, JsonValue]] = [
            {"type": Move.EDIT, "step": step.model_dump(mode="json")} for step in steps
        ]
        records += [{"type": Move.UNDO} for _ in self._future]
        return records

    def remember(self, before: Book, after: Book) -> Step | None:
        """Note an edit and return its step; one that changed nothing is not worth a step."""
        if after == before:
            return None
        step = step_between(before, after)
        self._remember(step)
        return step

    @property
    def last(self) -> Step | None:
        """What :meth:`undo` would take back."""
        return self._past[-1] if self._past else None

    @property
    def next(self) -> Step | None:
        """What :meth:`redo` would put in place again."""
        return self._future[-1] if self._future else None

    def undo(self, now: Book) -> Book:
        """Return `now` without the last edit; `now` itself if there is none."""
        step = self._shift(self._past, self._future)
        return now if step is None else put(now, step, BEFORE)

    def redo(self, now: Book) -> Book:
        """Return `now` with the edit undone last; `now` itself if there is none."""
        step = self._shift(self._future, self._past)
        return now if step is None else put(now, step, AFTER)

    def _remember(self, step: Step) -> None:
        self._past = [*self._past[-DEPTH + 1 :], step]
        self._future.clear()

    @staticmethod
    def _shift(source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        target.append(source.pop())
        return target[-1]


def step_between(before: Book, after: Book) -> Step:
    """Return what differs between two books; `pages_made` only ever grows and is no part of a step."""
    old = {page.id: page for page in before.pages}
    new = {page.id: page for page in after.pages}
    changed = {id_: _page_step(old[id_], new[id_]) for id_ in old if id_ in new and old[id_] != new[id_]}
    return Step(
        book=_changes(before, after, leave={"pages", "pages_made"}),
        pages=changed,
        order=None if list(old) == list(new) else (tuple(old), tuple(new)),
        only=(
            {id_: page for id_, page in old.items() if id_ not in new},
            {id_: page for id_, page in new.items() if id_ not in old},
        ),
    )


def put(now: Book, step: Step, side: Side) -> Book:
    """Return `now` with each field the step changed as it was on that side of it."""
    pages = {page.id: _put_page(page, step.pages.get(page.id), side) for page in now.pages}
    if step.order is not None:
        wanted, left = step.order[side], step.order[1 - side]
        came_since = [id_ for id_ in pages if id_ not in wanted and id_ not in left]
        known = {**step.only[side], **pages}
        pages = {id_: known[id_] for id_ in [*wanted, *came_since] if id_ in known}
    return Book.model_validate({**dict(now), **_side(step.book, side), "pages": tuple(pages.values())})


def _page_step(old: Page, new: Page) -> PageStep:
    was = {take.id: take.discarded for take in old.takes}
    return PageStep(
        page=_changes(old, new, leave=_PARTS),
        scene=_changes(old.scene, new.scene),
        outline=_changes(old.outline, new.outline),
        discarded={
            take.id: (was[take.id], take.discarded)
            for take in new.takes
            if take.id in was and was[take.id] != take.discarded
        },
    )


def _put_page(page: Page, step: PageStep | None, side: Side) -> Page:
    if step is None:
        return page
    parts: dict[str, Any] = {
        "scene": Scene.model_validate({**dict(page.scene), **_side(step.scene, side)}),
        "outline": OutlineLine.model_validate({**dict(page.outline), **_side(step.outline, side)}),
        "takes": tuple(_put_take(take, step, side) for take in page.takes),
    }
    return Page.model_validate({**dict(page), **_side(step.page, side), **parts})


def _put_take(take: Take, step: PageStep, side: Side) -> Take:
    flags = step.discarded.get(take.id)
    return take if flags is None else take.model_copy(update={"discarded": flags[side]})


def _changes(old: BaseModel, new: BaseModel, leave: Iterable[str] = ()) -> dict[str, Change]:
    left = frozenset(leave)
    names = {name for name in type(old).model_fields if name not in left and getattr(old, name) != getattr(new, name)}
    was, now = (model.model_dump(mode="json", include=names) for model in (old, new))
    return {name: (was[name], now[name]) for name in sorted(names)}


def _side(changes: dict[str, Change], side: Side) -> dict[str, JsonValue]:
    return {name: pair[side] for name, pair in changes.items()}
