"""A look becomes a fixed block of prompt text, and a block is told to the writer as a look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writer.characters import character_block, look_of


@pytest.mark.parametrize(
    ("look", "name", "block"),
    [
        ("small brown hedgehog, red scarf", "Piko", "(small brown hedgehog, red scarf:1.2)"),
        ("Piko, a hedgehog. ", "Piko", "(a hedgehog:1.2)"),
        ("piko's red scarf", "Piko", "(red scarf:1.2)"),
        ("a (very:1.9) round, , hedgehog", "", "(a very 1.9 round, hedgehog:1.2)"),
        ("<lora:x> [hedgehog] {a|b}", "", "(lora x hedgehog a b:1.2)"),
        ("Mia", "Mia", ""),
        ("", "Mia", ""),
    ],
)
def test_a_block_is_weighted_and_nameless(look: str, name: str, block: str) -> None:
    assert character_block(look, name) == block


@given(st.text(max_size=60))
def test_a_block_holds_no_weight_but_its_own(look: str) -> None:
    block = character_block(look)
    assert block == "" or (block[0], block[-5:]) == ("(", ":1.2)")
    assert sum(block.count(mark) for mark in "()") in (0, 2)
    assert block.count(":") in (0, 1)


@pytest.mark.parametrize(
    ("block", "look"),
    [
        ("(small brown hedgehog, red scarf:1.2)", "small brown hedgehog, red scarf"),
        ("((fox)), (blue hat:1.35), tail", "fox, blue hat, tail"),
        ("plain words", "plain words"),
        ("", ""),
    ],
)
def test_the_writer_is_told_a_look_in_plain_words(block: str, look: str) -> None:
    assert look_of(block) == look


@given(st.text("abc ,'-", max_size=40))
def test_a_look_survives_its_block(look: str) -> None:
    block = character_block(look)
    assert character_block(look_of(block)) == block
