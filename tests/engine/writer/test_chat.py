"""How long a service wants to be left alone, and what a refusal says however it is wrapped."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writer.chat import said_in, wait_asked
from engine.writer.thoughts import Spoken

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": " 1.5 "}, 1.5),
        ({"retry-after-ms": "250", "Retry-After": "7"}, 0.25),
        ({"Retry-After": f"{NOW + timedelta(seconds=30):%a, %d %b %Y %H:%M:%S} GMT"}, 30),
        ({"Retry-After": f"{NOW - timedelta(days=1):%a, %d %b %Y %H:%M:%S} GMT"}, 0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({}, None),
    ],
)
def test_a_service_may_say_when_it_has_time(headers: dict[str, str], seconds: float | None) -> None:
    assert wait_asked(httpx.Headers(headers), NOW) == seconds


def test_a_clock_of_ours_that_is_wrong_costs_no_waiting() -> None:
    said = {"Date": f"{NOW:%a, %d %b %Y %H:%M:%S} GMT"}
    until = NOW + timedelta(seconds=5)
    assert wait_asked(httpx.Headers(said | {"Retry-After": f"{until:%a, %d %b %Y %H:%M:%S} GMT"})) == 5


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"error": {"message": "no", "type": "x"}}, "no"),
        ({"error": "no"}, "no"),
        ({"object": "error", "message": {"detail": [{"loc": ["body", "n"], "msg": "no"}]}}, "body.n: no"),
        ({"detail": [{"loc": ["body", "a"], "msg": "no"}, {"msg": "nor this"}]}, "body.a: no; nor this"),
        ({"detail": "no"}, "no"),
        ({"fine": True}, ""),
        ([], ""),
        (None, ""),
    ],
)
def test_a_refusal_is_unwrapped(said: object, words: str) -> None:
    assert said_in(json.dumps(said).encode()) == words


def test_a_web_page_says_nothing() -> None:
    assert said_in(b"  <html>nginx</html>") == ""
    assert said_in(b"proxy error: x") == "proxy error: x"


@given(st.binary(max_size=80))
def test_any_bytes_are_unwrapped_without_complaint(said: bytes) -> None:
    said_in(said)


@given(
    before=st.sampled_from(["", " ", "\n"]),
    thought=st.text(max_size=20).filter(lambda text: "</think>" not in text),
    answer=st.text(min_size=1, max_size=20),
    cuts=st.lists(st.integers(0, 60), max_size=6),
)
def test_thoughts_are_left_out_however_the_answer_is_cut(
    before: str, thought: str, answer: str, cuts: list[int]
) -> None:
    whole = f"{before}<think>{thought}</think>{answer}"
    edges = sorted({0, *(min(cut, len(whole)) for cut in cuts), len(whole)})
    spoken = Spoken()
    assert "".join(spoken.of(whole[a:b]) for a, b in pairwise(edges)) == answer


@given(pieces=st.lists(st.text(alphabet="{<think>/ ab", max_size=6), max_size=6))
def test_what_is_no_thought_is_said_whole(pieces: list[str]) -> None:
    whole = "{" + "".join(pieces)
    spoken = Spoken()
    assert spoken.of("{") + "".join(spoken.of(piece) for piece in pieces) == whole
