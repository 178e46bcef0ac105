"""Turn a pydantic model into a JSON schema that every server understands alike.

Protocol facts (llama.cpp's schema-to-grammar converter, as of 2026): the grammar forces properties in their order, and
some paths of Ollama sort them by the alphabet, so ours are sorted to begin with; a property that is not required moves
behind all others; `$ref` broke in older versions; a `maxLength` above 2000 is silently no bound at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from pydantic import BaseModel, JsonValue

MAX_LENGTH = 2_000
"""The longest string a grammar can bound."""

_KEPT = ("type", "enum", "const", "minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength")
"""What the converter enforces; the rest (titles, defaults, formats) it ignores or trips over."""

_Schema = Mapping[str, JsonValue]


def prepared(answer: type[BaseModel], **counts: int) -> dict[str, JsonValue]:
    """Return the schema of `answer` with sorted, required properties, no references and nothing else allowed.

    Args:
        counts: how many items exactly a list of the root must have, by the name of its property.
    """
    schema = cast(_Schema, answer.model_json_schema())
    plain = _plain(schema, cast(_Schema, schema.get("$defs", {})))
    properties = cast(dict[str, dict[str, JsonValue]], plain["properties"])
    for name, count in counts.items():
        properties[name] |= {"minItems": count, "maxItems": count}
    return plain


def prepared_for_pages(answer: type[BaseModel], numbers: Sequence[int]) -> dict[str, JsonValue]:
    """Return the schema of an answer whose `page` can be none but these."""
    schema = prepared(answer)
    _only(schema, "page", numbers)
    return schema


def prepared_for_items(answer: type[BaseModel], field: str, name: str, numbers: Sequence[int]) -> dict[str, JsonValue]:
    """Return the schema of an answer with one item for each number, which can name no other.

    Args:
        field: the root's list.
        name: the property in which an item says what it is for.
    """
    schema = prepared(answer, **{field: len(numbers)})
    _only(cast(Mapping[str, _Schema], schema["properties"])[field]["items"], name, numbers)
    return schema


def _only(schema: JsonValue, name: str, numbers: Sequence[int]) -> None:
    cast(Mapping[str, dict[str, dict[str, JsonValue]]], schema)["properties"][name] |= {"enum": [*numbers]}


def _plain(node: _Schema, definitions: _Schema) -> dict[str, JsonValue]:
    if "$ref" in node:
        return _plain(cast(_Schema, definitions[str(node["$ref"]).rpartition("/")[2]]), definitions)
    plain: dict[str, JsonValue] = {key: node[key] for key in _KEPT if key in node}
    if "maxLength" in plain:
        plain["maxLength"] = min(cast(int, plain["maxLength"]), MAX_LENGTH)
    if "items" in node:
        plain["items"] = _plain(cast(_Schema, node["items"]), definitions)
    if "properties" in node:
        properties = cast(Mapping[str, _Schema], node["properties"])
        plain["properties"] = {name: _plain(properties[name], definitions) for name in sorted(properties)}
        plain["required"] = [*sorted(properties)]
        plain["additionalProperties"] = False
    return plain
