"""Whatever schema a client sends, the answer is a document that it admits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.box.storyteller import Message, tell, tokens
from engine.clean import clean
from tests.engine.box.storyteller.asking import IDEAS, Story, listed, record

ASK = [Message("user", "Idee: Ein Igel findet einen Stern")]


def admits(schema: dict[str, Any], value: Any) -> bool:
    """Say whether a value keeps a schema of the kinds below."""
    if "const" in schema:
        return bool(value == schema["const"])
    if "enum" in schema:
        return value in schema["enum"]
    if "anyOf" in schema:
        return any(admits(option, value) for option in schema["anyOf"])
    match schema.get("type"):
        case "object":
            names = schema["properties"]
            return (
                isinstance(value, dict)
                and set(schema["required"]) <= set(value) <= set(names)
                and all(admits(names[name], part) for name, part in value.items())
            )
        case "array":
            count = isinstance(value, list) and schema["minItems"] <= len(value) <= schema["maxItems"]
            return count and all(admits(schema["items"], part) for part in value)
        case "string":
            return isinstance(value, str) and schema["minLength"] <= len(value) <= schema["maxLength"]
        case "integer":
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole and schema["minimum"] <= value <= schema["maximum"]
        case "number":
            real = isinstance(value, int | float) and not isinstance(value, bool)
            return real and schema["minimum"] <= value <= schema["maximum"]
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
    raise AssertionError(schema)


def ranged(kind: str, low: str, high: str, most: int) -> st.SearchStrategy[dict[str, Any]]:
    def bounds(pair: tuple[int, int]) -> dict[str, Any]:
        return {"type": kind, low: min(pair), high: max(pair)}

    return st.tuples(st.integers(0, most), st.integers(0, most)).map(bounds)


LEAVES = st.one_of(
    ranged("string", "minLength", "maxLength", 200),
    ranged("integer", "minimum", "maximum", 50),
    ranged("number", "minimum", "maximum", 50),
    st.sampled_from([{"type": "boolean"}, {"type": "null"}, {"const": "Igel"}, {"enum": ["rot", 3, None]}]),
)


def grown(parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    names = st.sampled_from(["alter", "cast", "page", "pages", "scenes", "text_de", "title", "wer"])
    objects = st.dictionaries(names, parts, max_size=4).map(lambda properties: record(**properties))
    arrays = st.tuples(parts, ranged("array", "minItems", "maxItems", 4)).map(
        lambda pair: {**pair[1], "items": pair[0]}
    )
    return st.one_of(objects, arrays, st.lists(parts, min_size=1, max_size=3).map(lambda options: {"anyOf": options}))


@settings(max_examples=150, deadline=None)
@given(st.recursive(LEAVES, grown, max_leaves=8), st.integers(0, 9))
def test_any_schema_gets_an_instance(schema: dict[str, Any], seed: int) -> None:
    assert admits(schema, json.loads(tell(ASK, schema, seed)))


def test_schemas_that_refer_to_themselves_come_to_an_end() -> None:
    node = {
        "type": "object",
        "properties": {"next": {"$ref": "#/$defs/node"}, "n": {"type": "integer"}},
        "required": ["n"],
    }
    answer = json.loads(tell(ASK, {"$ref": "#/$defs/node", "$defs": {"node": node}}, 1))
    assert isinstance(answer["n"], int)


def test_a_schema_that_only_looks_like_one_of_ours_is_honoured_too() -> None:
    assert isinstance(json.loads(tell(ASK, record(scenes={"anyOf": [{"type": "boolean"}]}), 1))["scenes"], bool)
    assert isinstance(json.loads(tell(ASK, record(text_de={"type": "integer"}), 1))["text_de"], int)
    told = {"$defs": {"scene": record(page={"type": "integer"}, text_de={"type": "string"})}}
    listed_by_reference = {"type": "array", "items": {"$ref": "#/$defs/scene"}, "minItems": 1}
    scenes = json.loads(tell(ASK, record(scenes=listed_by_reference) | told, 1))["scenes"]
    assert scenes[0]["page"] == 1 and scenes[0]["text_de"]


@pytest.mark.parametrize("count", [1, 3, 7])
def test_lists_have_as_many_items_as_the_schema_fixes(count: int) -> None:
    line = record(**{name: {"type": "string"} for name in ("feeling", "what", "where", "who")})
    figure = record(look_en={"type": "string"}, name={"type": "string"})
    cast = {"type": "array", "items": figure, "minItems": 1, "maxItems": 1}
    schema = record(cast=cast, pages=listed(line, count), title={"type": "string", "maxLength": 12})
    answer = json.loads(tell(ASK, schema, 1))
    assert len(answer["pages"]) == count and len(answer["cast"]) == 1 and len(answer["title"]) <= 12


def test_pages_the_request_did_not_name_are_filled_up_to_the_count() -> None:
    item = record(page={"type": "integer"}, text_de={"type": "string"})
    answer = json.loads(tell(ASK, record(scenes=listed(item, 3)), 1))
    assert [scene["page"] for scene in answer["scenes"]] == [1, 2, 3]


def test_without_a_schema_there_is_prose() -> None:
    story = tell(ASK, None, 1)
    assert story.count("\n\n") >= 4 and "Stern" in story and "{" not in story
    assert tell([Message("user", "Erzähl von einem Bären")], None, 1)
    assert tell([], None, 1)


def test_what_is_told_is_clean_text() -> None:
    for idea in IDEAS:
        for text in Story(idea).outlined().texts():
            assert clean(text) == text


@given(st.text())
def test_pieces_are_the_text_and_nothing_else(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_pieces_are_about_as_long_as_those_of_a_model() -> None:
    text = " ".join(Story(IDEAS[0], age="7-9").outlined().texts())
    assert 3 <= len(text) / len(tokens(text)) <= 5
