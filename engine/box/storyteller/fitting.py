"""Cut an answer to what its schema bounds, and say whether it fits."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from engine.box.storyteller.instances import resolved

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


def fits(value: JsonValue, schema: JsonValue, root: Mapping[str, JsonValue] | None = None) -> bool:
    """Say whether a value keeps types, counts, lengths, bounds, enumerations and alternatives; patterns are not read.

    Args:
        root: the whole schema, which references point into; `schema` itself if there is none.
    """
    if not isinstance(schema, dict):
        return True
    root = schema if root is None else root
    schema = resolved(schema, root)
    kind, choices = schema.get("type"), schema.get("enum")
    kinds = [kind] if isinstance(kind, str) else kind if isinstance(kind, list) else []
    if kinds and not any(_is(value, str(kind)) for kind in kinds):
        return False
    if (isinstance(choices, list) and value not in choices) or value != schema.get("const", value):
        return False
    for options in (schema.get("anyOf"), schema.get("oneOf")):
        if isinstance(options, list) and not any(fits(value, option, root) for option in options):
            return False
    return _parts_fit(value, schema, root)


def _parts_fit(value: JsonValue, schema: Mapping[str, JsonValue], root: Mapping[str, JsonValue]) -> bool:
    if isinstance(value, dict):
        properties, required = schema.get("properties"), schema.get("required")
        known = properties if isinstance(properties, dict) else {}
        present = all(name in value for name in required) if isinstance(required, list) else True
        return present and all(fits(part, known.get(name), root) for name, part in value.items())
    if isinstance(value, list):
        counted = _between(len(value), schema.get("minItems"), schema.get("maxItems"))
        return counted and all(fits(part, schema.get("items"), root) for part in value)
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
