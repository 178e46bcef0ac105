"""Whatever an author pastes: findings with spans inside the text, never a crash, and time that grows with length."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.check import check_book, check_text
from engine.language.prompts import prompt_findings
from engine.language.typography import quote_findings, spelling_findings
from engine.language.word_list import word_set
from tests.engine.language.limits import AGE
from tests.engine.language.test_sentences import ANY

GERMAN = st.lists(
    st.sampled_from(
        sorted(
            word_set(
                "der Die das ein Bär Maus wird wurde ist hat gefunden geöffnet zu um weil dass , . ! ? „ “ und läuft "
                "warten als da sei Hoffnung cool the of is worden werden im wo was ich schnell :"
            )
        )
    ),
    max_size=60,
).map(" ".join)


@given(ANY | GERMAN)
def test_findings_lie_inside_the_text(text: str) -> None:
    everything = [*check_text(text, AGE), *quote_findings(text), *spelling_findings(text), *prompt_findings(text)]
    for finding in everything:
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.de
        assert finding.en
        assert finding.hint


@given(st.lists(ANY | GERMAN, max_size=4))
def test_a_book_of_any_pages(pages: list[str]) -> None:
    checked = check_book(pages, AGE)
    assert len(checked.pages) == len(pages)


@pytest.mark.parametrize(
    "piece",
    ["a", "wird ", "wird gefunden ", "„", "., ", "der ", "ge", "\0\x1b[31m", "👩‍👩‍👧 ", "z. B. ",
     "3. ", "\n\n", "der Bär, ", "the of ", "ge" * 30 + "t ", "gefunden, ", "\u0308", "Ã¤", "bunte, ", "zu ", "-"],
)  # fmt: skip
def test_work_grows_with_length_not_with_its_square(piece: str) -> None:
    # Lines of Python executed, not seconds: the same on any machine, however busy.
    short, long = (executed(piece * (size // len(piece))) for size in (3_000, 12_000))
    assert long < short * 6


def executed(text: str) -> int:
    count = 0

    def step(*_: object) -> object:
        nonlocal count
        count += 1
        return step

    sys.settrace(step)  # type: ignore[arg-type]
    try:
        check_text(text, AGE)
    finally:
        sys.settrace(None)
    return count
