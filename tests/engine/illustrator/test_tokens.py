"""Tokens are counted as the server counts them, and chunks are filled as the server fills them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.illustrator.tokens import CHUNK, count
from tests.engine.language.limits import DATA

PROMPTS = [json.loads(line)["text"] for line in (DATA / "prompt-language.jsonl").read_text("utf-8").splitlines()]
PLAIN = [prompt for prompt in PROMPTS if "(" not in prompt]


def test_the_words_add_up_to_what_clip_makes_of_the_whole() -> None:
    clip = pytest.importorskip("instant_clip_tokenizer", reason="the extra `tokens` is not installed").Tokenizer()
    assert [count(prompt).tokens for prompt in PLAIN] == [len(clip.encode(prompt)) for prompt in PLAIN]
    assert count(PLAIN[0]).exact


def test_an_estimate_says_so_and_is_near_for_english() -> None:
    counted = count("a small orange fox with a red scarf, standing in a snowy forest", estimated=True)
    assert not counted.exact
    assert counted.tokens == 14


def test_weights_and_escapes_are_no_tokens() -> None:
    assert count("(a small fox:1.2)").tokens == count("a small fox").tokens
    assert count(r"a fox \(red\)").tokens == count("a fox (red)").tokens + 2


def test_an_embedding_makes_a_count_uncertain() -> None:
    assert not count("embedding:BadDream, ugly").exact


@pytest.mark.parametrize(("words", "border"), [(75, None), (76, 150)])
def test_the_second_chunk_begins_behind_the_first_75(words: int, border: int | None) -> None:
    counted = count(" ".join(["a"] * words), estimated=True)
    assert counted.border == border
    assert counted.first_chunk() == 75


def test_a_short_emphasis_is_not_divided() -> None:
    counted = count(" ".join(["a"] * 72) + " (small red fox here:1.2)", estimated=True)
    assert counted.first_chunk() == 72
    assert counted.border == 145
    assert {word.chunk for word in counted.words[72:]} == {1}


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("()\\:,. 12abß'"), max_size=300))
def test_any_text_has_a_count(text: str) -> None:
    counted = count(text)
    assert counted.first_chunk() <= CHUNK
    assert [word.start for word in counted.words] == sorted(word.start for word in counted.words)
    assert all(text[word.start : word.end].strip() for word in counted.words)
