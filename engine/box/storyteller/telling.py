"""Answer a chat request: recognise what its schema asks for and tell it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from engine.box.storyteller.brief import Brief, Message, read_brief
from engine.box.storyteller.idea import by_heart, read_idea
from engine.box.storyteller.instances import instance
from engine.box.storyteller.outline import DEFAULT_PAGES, outline
from engine.box.storyteller.scenes import tell_pages


def tell(messages: Sequence[Message], schema: Mapping[str, JsonValue] | None, seed: int) -> str:
    """Answer a chat request with a JSON document that the schema admits, or with prose where there is none.

    Equal arguments give equal answers; another seed tells it differently.
    """
    brief = read_brief(messages)
    names = set(_mapping(schema.get("properties"))) if schema else set()
    if schema and names == {"cast", "pages", "title"}:
        pages = _count(schema, "pages") or brief.pages or DEFAULT_PAGES
        return _dumped(outline(read_idea(brief.idea), pages, by_heart(f"{seed}/{brief.idea}")))
    if schema and names == {"scenes"}:
        return _dumped({"scenes": [{"page": page, "text_de": text} for page, text in tell_pages(brief, seed)]})
    if schema:
        return _dumped(instance(schema, by_heart(f"{seed}/{brief}")))
    return _prose(brief, seed)


def _prose(brief: Brief, seed: int) -> str:
    return "\n\n".join(text for _, text in tell_pages(brief, seed))


def _count(schema: Mapping[str, JsonValue], name: str) -> int:
    items = _mapping(_mapping(schema.get("properties")).get(name))
    for key in ("minItems", "maxItems"):
        value = items.get(key)
        if isinstance(value, int) and value:
            return value
    return 0


def _mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    return value if isinstance(value, dict) else {}


def _dumped(answer: object) -> str:
    return json.dumps(answer, ensure_ascii=False)
