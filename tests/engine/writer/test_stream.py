"""Items of a list come out of a document that is still being written, whatever the document and its pieces."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writer.stream import ItemReader

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
ROOTS = st.dictionaries(st.text(max_size=6), VALUES, max_size=3)


def read(field: str, *pieces: str) -> list[object]:
    reader = ItemReader(field)
    return [json.loads(item) for piece in pieces for item in reader.feed(piece)]


@given(
    before=ROOTS,
    items=st.lists(VALUES, max_size=4),
    after=ROOTS,
    ascii_only=st.booleans(),
    indent=st.sampled_from([None, 0, 2]),
    cuts=st.lists(st.integers(0, 400), max_size=8),
)
def test_any_document_cut_anywhere_gives_its_items(
    before: dict[str, object],
    items: list[object],
    after: dict[str, object],
    ascii_only: bool,
    indent: int | None,
    cuts: list[int],
) -> None:
    others = {key: value for key, value in (before | after).items() if key != "scenes"}
    parts = {key: value for key, value in others.items() if key in before}
    document = parts | {"scenes": items} | {key: value for key, value in others.items() if key not in before}
    text = json.dumps(document, ensure_ascii=ascii_only, indent=indent)
    edges = sorted({0, *(min(cut, len(text)) for cut in cuts), len(text)})
    assert read("scenes", *(text[start:end] for start, end in pairwise(edges))) == items


@given(items=st.lists(ROOTS, min_size=1, max_size=4))
def test_an_object_comes_out_with_its_closing_brace(items: list[dict[str, object]]) -> None:
    reader = ItemReader("scenes")
    reader.feed('{"scenes": [')
    for item in items:
        text = json.dumps(item)
        assert reader.feed(text[:-1]) == []
        assert [json.loads(found) for found in reader.feed(text[-1])] == [item]
        assert reader.feed(" , ") == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ('Gern!\n```json\n{"scenes": [1]}\n``` {"scenes": [2]}', [1]),
        ('{"other": {"scenes": [1]}, "scenes": [2]}', [2]),
        ('{"other": ["scenes", [1]], "x": "scenes", "scenes": [2]}', [2]),
        ('{"scenes": {"a": [1]}}', []),
        ('{"scenes": "[1, 2]"}', []),
        ('{"scenes": [[1, [2]], "a,]}", {"b": "}]"}]}', [[1, [2]], "a,]}", {"b": "}]"}]),
        ('{"scenes": [1, {"a": 2}', [1, {"a": 2}]),
        ('{"scenes": [1, {"a": ', [1]),
        ("[1, 2]", []),
        ("no document at all", []),
        ("", []),
    ],
)
def test_what_is_no_item_is_passed_over(text: str, items: list[object]) -> None:
    assert read("scenes", text) == items
    assert read("scenes", *text) == items


@given(st.text(alphabet='{}[]",:\\ a1'))
def test_rubbish_is_read_without_complaint(text: str) -> None:
    ItemReader("scenes").feed(text)
