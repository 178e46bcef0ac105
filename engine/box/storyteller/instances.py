"""Make an instance of any JSON schema, so that a client is never answered with what its schema forbids."""

from __future__ import annotations

import math
from collections.abc import Mapping
from random import Random
from typing import cast

from pydantic import JsonValue

Schema = Mapping[str, JsonValue]

_WORDS = "Der Mond scheint auf den Teich und ein kleiner Igel schaut ihm lange zu. "
_FORMATS = {
    "date": "2025-05-17",
    "time": "18:30:00Z",
    "date-time": "2025-05-17T18:30:00Z",
    "duration": "P1D",
    "email": "igel@example.org",
    "hostname": "example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.org/igel",
    "uuid": "3f2b8c1e-6d4a-4f7b-9a51-0c2d8e6b7f10",
}
_DEEPEST = 12
"""Below this depth what may be left out is left out, so that a schema that contains itself comes to an end."""
_CHOICES = ("anyOf", "oneOf")


def instance(schema: Schema, rng: Random) -> JsonValue:
    """Return a JSON value that `schema` admits.

    Types, enum, const, bounds, lengths, nested and referred schemas, alternatives and required properties are kept;
    patterns are not.
    """
    return _make(dict(schema), schema, rng, 0)


def _make(schema: JsonValue, root: Schema, rng: Random, depth: int) -> JsonValue:
    if not isinstance(schema, dict) or not schema:
        return "Igel"
    schema = resolved(schema, root)
    if "const" in schema:
        return schema["const"]
    if isinstance(choices := schema.get("enum"), list) and choices:
        return rng.choice(choices)
    for key in _CHOICES:
        if isinstance(options := schema.get(key), list) and options:
            rest = {name: value for name, value in schema.items() if name != key}
            return _make(_merged([rest, _lightest(options, depth, rng)], root), root, rng, depth)
    match _kind(schema, rng, depth):
        case "object":
            return _object(schema, root, rng, depth)
        case "array":
            return _array(schema, root, rng, depth)
        case "integer":
            return _whole(schema, rng)
        case "number":
            return _number(schema, rng)
        case "boolean":
            return rng.random() < 0.5
        case "null":
            return None
    return _text(schema, rng)


def resolved(schema: dict[str, JsonValue], root: Schema) -> dict[str, JsonValue]:
    """Return a schema with its references followed and its `allOf` merged into it."""
    for _ in range(_DEEPEST):
        if isinstance(reference := schema.get("$ref"), str):
            rest = {name: value for name, value in schema.items() if name != "$ref"}
            schema = _merged([rest, _referred(reference, root)], root)
        elif isinstance(parts := schema.get("allOf"), list):
            rest = {name: value for name, value in schema.items() if name != "allOf"}
            schema = _merged([rest, *parts], root)
        else:
            break
    return schema


def _referred(reference: str, root: Schema) -> JsonValue:
    node: JsonValue = dict(root)
    for part in reference.removeprefix("#").strip("/").split("/"):
        name = part.replace("~1", "/").replace("~0", "~")
        if name and isinstance(node, dict):
            node = node.get(name, {})
    return node


def _merged(parts: list[JsonValue], root: Schema) -> dict[str, JsonValue]:
    whole: dict[str, JsonValue] = {}
    for part in parts:
        if not isinstance(part, dict):
            continue
        for name, value in resolved(part, root).items():
            old = whole.get(name)
            if name == "properties" and isinstance(old, dict) and isinstance(value, dict):
                whole[name] = {**old, **value}
            elif name == "required" and isinstance(old, list) and isinstance(value, list):
                whole[name] = [*old, *value]
            elif name.startswith("min") and isinstance(old, int | float) and isinstance(value, int | float):
                whole[name] = max(old, value)
            elif name.startswith("max") and isinstance(old, int | float) and isinstance(value, int | float):
                whole[name] = min(old, value)
            else:
                whole[name] = value
    return whole


def _lightest(options: list[JsonValue], depth: int, rng: Random) -> JsonValue:
    """Choose an alternative; deep down one without further parts, if there is one."""
    plain = [
        option for option in options if isinstance(option, dict) and not {"$ref", "properties", "items"} & set(option)
    ]
    return rng.choice(plain) if plain and depth > _DEEPEST // 2 else rng.choice(options)


def _kind(schema: Schema, rng: Random, depth: int) -> str:
    kind = schema.get("type")
    if isinstance(kind, list) and kind:
        simple = [name for name in kind if name not in ("object", "array")]
        return str(rng.choice(simple if simple and depth > _DEEPEST // 2 else kind))
    if isinstance(kind, str):
        return kind
    if "properties" in schema or "required" in schema:
        return "object"
    if "items" in schema or "prefixItems" in schema or "minItems" in schema:
        return "array"
    if {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"} & set(schema):
        return "number"
    return "string"


def _object(schema: Schema, root: Schema, rng: Random, depth: int) -> dict[str, JsonValue]:
    properties = cast(dict[str, JsonValue], schema.get("properties") or {})
    required = cast(list[str], schema.get("required") or [])
    names = [name for name in properties if name in required or depth < _DEEPEST // 2]
    made = {name: _make(properties[name], root, rng, depth + 1) for name in names}
    other = schema.get("additionalProperties", True)
    for name in required:
        if name not in made:
            made[name] = _make(other if isinstance(other, dict) else {}, root, rng, depth + 1)
    number = 0
    while len(made) < _integer(schema.get("minProperties"), 0):
        number += 1
        made.setdefault(f"eintrag{number}", _make(other if isinstance(other, dict) else {}, root, rng, depth + 1))
    return made


def _array(schema: Schema, root: Schema, rng: Random, depth: int) -> list[JsonValue]:
    fixed = cast(list[JsonValue], schema.get("prefixItems") or [])
    items = schema.get("items", {})
    fewest = _integer(schema.get("minItems"), 0)
    most = _integer(schema.get("maxItems"), max(fewest, len(fixed), 2))
    wanted = fewest if depth > _DEEPEST // 2 else max(fewest, min(most, len(fixed) or rng.randint(1, 3)))
    if items is False:
        wanted = min(wanted, len(fixed))
    made: list[JsonValue] = []
    tries = 0
    while len(made) < wanted:
        part = fixed[len(made)] if len(made) < len(fixed) else items
        value = _make(part, root, rng, depth + 1)
        tries += 1
        if schema.get("uniqueItems") and value in made:
            if tries > _TRIES:
                break
            value = f"{value} {len(made) + 1}" if isinstance(value, str) and "enum" not in cast(Schema, part) else value
            if value in made:
                continue
        made.append(value)
    return made


_TRIES = 400
"""Enough draws to find the few different values that a small set of choices has."""


def _integer(value: JsonValue, default: int) -> int:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else default


def _bounds(schema: Schema, step: float) -> tuple[float, float]:
    low = cast(float, schema.get("minimum", -math.inf))
    high = cast(float, schema.get("maximum", math.inf))
    if isinstance(over := schema.get("exclusiveMinimum"), int | float) and not isinstance(over, bool):
        low = max(low, over + step)
    if isinstance(under := schema.get("exclusiveMaximum"), int | float) and not isinstance(under, bool):
        high = min(high, under - step)
    if low == -math.inf:
        low = 1.0 if high >= 1 else high - 10
    if high == math.inf:
        high = low + 10
    return low, high


def _whole(schema: Schema, rng: Random) -> int:
    low, high = _bounds(schema, 1)
    step = max(1, _integer(schema.get("multipleOf"), 1))
    first, last = math.ceil(low / step), math.floor(high / step)
    return rng.randint(first, max(first, last)) * step


def _number(schema: Schema, rng: Random) -> float:
    span_low, span_high = _bounds(schema, 0)
    width = span_high - span_low
    low, high = _bounds(schema, min(1.0, width / 4) if width > 0 else 0.0)
    step = schema.get("multipleOf")
    if isinstance(step, int | float) and step:
        return math.ceil(low / step) * step
    return min(max(round(rng.uniform(low, high), 3), low), high)


def _text(schema: Schema, rng: Random) -> str:
    known = schema.get("format")
    if isinstance(known, str) and known in _FORMATS:
        return _FORMATS[known]
    fewest = _integer(schema.get("minLength"), 0)
    most = _integer(schema.get("maxLength"), max(fewest, len(_WORDS) - 1))
    start = rng.randrange(0, 4)
    words = _WORDS.split()
    text = " ".join(words[start:])
    while len(text) < fewest:
        text += " " + _WORDS.strip()
    return text[:most]
