"""A prepared schema says to a server's grammar what pydantic checks afterwards."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, JsonValue

from engine.writer.answers import JudgesAnswer, OutlineAnswer, PicturesAnswer, RepairAnswer, RewriteAnswer, SceneAnswer
from engine.writer.schema import MAX_LENGTH, prepared, prepared_for_items, prepared_for_pages

FORMS = [
    (OutlineAnswer, prepared(OutlineAnswer, pages=3)),
    (SceneAnswer, prepared_for_pages(SceneAnswer, [5])),
    (PicturesAnswer, prepared_for_items(PicturesAnswer, "pictures", "page", [7, 9])),
    (RepairAnswer, prepared_for_items(RepairAnswer, "sentences", "number", [1, 2])),
    (JudgesAnswer, prepared_for_items(JudgesAnswer, "pages", "page", [7])),
    (RewriteAnswer, prepared(RewriteAnswer)),
]


def nodes(schema: JsonValue) -> list[dict[str, Any]]:
    """Every schema within a schema."""
    assert isinstance(schema, dict)
    parts = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]  # type: ignore[union-attr, list-item]
    return [schema, *(node for part in parts for node in nodes(part))]


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What a grammar made from the schema lets a model write, in plain letters."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema["type"]:
        case "object":
            return st.fixed_dictionaries({name: values(part) for name, part in schema["properties"].items()})
        case "array":
            most = schema.get("maxItems", 5)
            return st.lists(values(schema["items"]), min_size=schema.get("minItems", 0), max_size=most)
        case "boolean":
            return st.booleans()
        case "string":
            return st.text("aäß .,", max_size=schema["maxLength"] // 10).map(lambda text: f"„A“ {text}")
    raise AssertionError(schema)


@pytest.mark.parametrize(("form", "schema"), FORMS)
def test_every_server_writes_the_properties_in_the_same_order(
    form: type[BaseModel], schema: dict[str, JsonValue]
) -> None:
    for node in nodes(schema):
        if "properties" in node:
            assert [*node["properties"]] == sorted(node["properties"]) == node["required"]
            assert node["additionalProperties"] is False


@pytest.mark.parametrize(("form", "schema"), FORMS)
def test_nothing_stands_in_it_that_a_grammar_does_not_understand(
    form: type[BaseModel], schema: dict[str, JsonValue]
) -> None:
    for node in nodes(schema):
        assert node.keys() <= {
            "type", "enum", "items", "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum",
            "properties", "required", "additionalProperties",
        }  # fmt: skip
        assert 0 < node.get("minLength", 1) <= node.get("maxLength", 1) <= MAX_LENGTH
    assert "$ref" not in json.dumps(schema)


@pytest.mark.parametrize(("form", "schema"), FORMS)
def test_what_the_grammar_admits_has_the_form(form: type[BaseModel], schema: dict[str, JsonValue]) -> None:
    @given(values(schema))
    @settings(max_examples=30)
    def check(answer: object) -> None:
        form.model_validate(answer)

    check()


def test_an_outline_has_as_many_lines_as_pages() -> None:
    pages: Any = prepared(OutlineAnswer, pages=12)["properties"]
    assert (pages["pages"]["minItems"], pages["pages"]["maxItems"]) == (12, 12)
    assert (pages["cast"]["minItems"], pages["cast"]["maxItems"]) == (1, 4)


def test_a_request_for_pages_leaves_the_next_one_as_it_was() -> None:
    prepared_for_items(PicturesAnswer, "pictures", "page", [1])
    assert "enum" not in json.dumps(prepared(PicturesAnswer))
