"""Cut an answer to what its schema bounds, and say whether it fits."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def trimmed(value: JsonValue, schema: JsonValue) -> JsonValue:
    """Return the answer with strings cut at a word to their `maxLength` and lists to their `maxItems`."""
    if not isinstance(schema, dict):
        return value
    if isinstance(value, dict):
        properties = schema.get("properties")
        known = properties if isinstance(properties, dict) else {}
        return {name: trimmed(part, known.get(name)) for name, part in value.items()}
    if isinstance(value, list):
        most = schema.get("maxItems")
        return [trimmed(part, schema.get("items")) for part in (value[:most] if isinstance(most, int) else value)]
    longest = schema.get("maxLength")
    if isinstance(value, str) and isinstance(longest, int) and len(value) > longest:
        return value[: max(0, longest - 1)].rsplit(" ", 1)[0].rstrip(" ,;:") + "…" if longest else ""
    return value


def fits(value: JsonValue, schema: JsonValue) -> bool:
    """Say whether a value keeps the types, counts, lengths, bounds and enumerations of a plain schema."""
    if not isinstance(schema, dict):
        return True
    kind = schema.get("type")
    if isinstance(kind, str) and not _is(value, kind):
        return False
    choices = schema.get("enum")
    if isinstance(choices, list) and value not in choices:
        return False
    if isinstance(value, dict):
        properties = schema.get("properties")
        known = properties if isinstance(properties, dict) else {}
        required = schema.get("required")
        present = all(name in value for name in required) if isinstance(required, list) else True
        return present and all(fits(part, known.get(name)) for name, part in value.items())
    if isinstance(value, list):
        counted = _between(len(value), schema.get("minItems"), schema.get("maxItems"))
        return counted and all(fits(part, schema.get("items")) for part in value)
    if isinstance(value, str):
        return _between(len(value), schema.get("minLength"), schema.get("maxLength"))
    if isinstance(value, int | float):
        return _between(value, schema.get("minimum"), schema.get("maximum"))
    return True


def _is(value: JsonValue, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES.get(kind, (object,)))


def _between(value: float, low: JsonValue, high: JsonValue) -> bool:
    return not (isinstance(low, int | float) and value < low) and not (isinstance(high, int | float) and value > high)
