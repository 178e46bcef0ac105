"""Whatever an author does in whatever order, and whenever the process dies: what was acknowledged is there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Book
from tests.engine.book.disk import Count, Killed, StopAt
from tests.engine.book.pictures import RECIPE, picture
from tests.engine.book.session import START, View, view
from tests.engine.book.strategies import texts

Act = Callable[[BookFolder], object]
PICTURES = [picture(shade=shade) for shade in range(6)]

pages = st.sampled_from([page.id for page in START.pages])


def _tell(page: str, text: str) -> Act:
    return lambda book: book.change(lambda book: edits.propose_text(book, page, text))


def _accept(page: str) -> Act:
    return lambda book: book.change(lambda book: edits.accept_draft(book, page))


def _approve(page: str) -> Act:
    def both(book: Book) -> Book:
        return edits.approve_picture(edits.approve_text(book, page), page)

    return lambda book: book.change(both)


def _paint(page: str, shade: int) -> Act:
    job = f"{shade:08d}-0000-4000-8000-000000000000"
    return lambda book: book.add_take(page, PICTURES[shade], RECIPE, job=job, seconds=1, sketch=True, at="")


def _note(number: int) -> Act:
    return lambda book: book.journal.append({"n": number})


acts = st.one_of(
    st.builds(_tell, pages, texts),
    st.builds(_accept, pages),
    st.builds(_approve, pages),
    st.builds(_paint, pages, st.integers(0, 5)),
    st.builds(_note, st.integers(0, 9)),
)


class Author(RuleBasedStateMachine):
    """Compares the folder with what the author was told. The model is the list of acknowledged views."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="fibel-"))
        self.folder = self.root / "book"

    @initialize()
    def begin(self) -> None:
        with Count(self.folder):
            self.book = BookFolder.create(self.folder, START)
        self.seen = view(self.book)

    @rule(act=acts)
    def work(self, act: Act) -> None:
        with Count(self.folder):
            act(self.book)
        self.seen = view(self.book)

    @rule()
    def reopen(self) -> None:
        with Count(self.folder):
            self.book.close()
            self.book = BookFolder.open(self.folder)

    @rule(act=acts, call=st.integers(1, 40))
    def crash(self, act: Act, call: int) -> None:
        after = self._if_nothing_went_wrong(act)
        try:
            with StopAt(self.folder, call):
                act(self.book)
        except Killed:
            pass
        self.book.close()
        with Count(self.folder):
            self.book = BookFolder.open(self.folder)
        found = view(self.book)
        assert found in (self.seen, after)
        self.seen = found

    def _if_nothing_went_wrong(self, act: Act) -> View:
        copy = self.root / "copy"
        shutil.copytree(self.folder, copy)
        with Count(copy), BookFolder.open(copy) as book:
            act(book)
            seen = view(book)
        shutil.rmtree(copy)
        return seen

    @invariant()
    def what_was_acknowledged_is_there(self) -> None:
        with BookFolder.open(self.folder, read_only=True) as book:
            assert view(book) == self.seen

    def teardown(self) -> None:
        if hasattr(self, "book"):
            self.book.close()
        shutil.rmtree(self.root)


CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

TestAuthor = Author.TestCase
TestAuthor.settings = settings(max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=CHECKS)


class LongAuthor(Author):
    """The same, over many more sessions."""


TestLongAuthor = pytest.mark.soak(LongAuthor.TestCase)
TestLongAuthor.settings = settings(
    max_examples=400, stateful_step_count=40, deadline=None, suppress_health_check=CHECKS
)
