"""Answer a chat request: recognise what its schema asks for and tell it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from pydantic import JsonValue

from engine.box.storyteller.brief import Brief, Message, PlanLine, read_brief
from engine.box.storyteller.fitting import fits, trimmed
from engine.box.storyteller.idea import by_heart, read_idea
from engine.box.storyteller.instances import instance
from engine.box.storyteller.outline import DEFAULT_PAGES, outline
from engine.box.storyteller.pictures import translate
from engine.box.storyteller.reading import outline_of, verdict
from engine.box.storyteller.repairs import repair
from engine.box.storyteller.rewrites import rewrite
from engine.box.storyteller.scenes import tell_pages

_MOST_PAGES = 200
"""More pages than any picture book has; a bound on what a schema can make the box write."""


def tell(messages: Sequence[Message], schema: Mapping[str, JsonValue] | None, seed: int) -> str:
    """Answer a chat request with a JSON document that the schema admits, or with prose where there is none.

    Equal arguments give equal answers; another seed tells it differently.
    """
    brief = read_brief(messages)
    source = by_heart(f"{seed}/{brief}")
    if not schema:
        return _prose(brief, seed)
    answer = trimmed(_answer(brief, schema, seed, source), dict(schema))
    if answer is None or not fits(answer, dict(schema)):
        answer = instance(schema, source)
    return json.dumps(answer, ensure_ascii=False)


def _answer(brief: Brief, schema: Mapping[str, JsonValue], seed: int, source: Random) -> JsonValue:
    """Return the answer of a form the storyteller knows by heart, recognised by its properties; None for any other."""
    match sorted(_mapping(schema.get("properties"))):
        case ["cast", "pages", "title"]:
            return _outline(brief, schema, seed, source)
        case ["scenes"]:
            texts = tell_pages(_asked(brief, schema, "scenes"), seed)
            return {"scenes": [{"page": page, "text_de": text} for page, text in texts]}
        case ["page", "text_de"]:
            ((page, text),) = tell_pages(replace(brief, asked=brief.asked[:1] or (1,)), seed)
            return {"page": page, "text_de": text}
        case ["sentences"] if brief.sentences:
            return {"sentences": [{"number": n, "text_de": text} for n, text in repair(brief, seed)]}
        case ["pictures"]:
            return {"pictures": translate(_asked(brief, schema, "pictures"), seed)}
        case ["pages"] if brief.texts:
            texts_of = dict(brief.texts)
            asked = brief.asked or tuple(texts_of)
            return {"pages": [{"page": page, **verdict(texts_of.get(page, ""))} for page in asked]}
        case ["text"] if brief.texts:
            return {"text": _in_english(brief, seed)}
        case ["text_de"]:
            return {"text_de": rewrite(brief, seed) if brief.texts else _prose(brief, seed)}
    return None


def _outline(brief: Brief, schema: Mapping[str, JsonValue], seed: int, source: Random) -> JsonValue:
    low, high = _counts(schema, "pages")
    pages = min(max(brief.pages or DEFAULT_PAGES, low), high)
    laid = outline_of(brief, pages, seed) if brief.texts else outline(read_idea(brief.idea), pages, source)
    cast: list[JsonValue] = [{**figure} for figure in laid["cast"]]
    lines: list[JsonValue] = [{**page} for page in laid["pages"]]
    return {"cast": cast, "pages": lines, "title": laid["title"]}


def _in_english(brief: Brief, seed: int) -> str:
    """Say a page in English as far as the box knows any: what is to be seen on it."""
    scenes = [picture["scene_en"] for picture in translate(brief, seed) if isinstance(picture, dict)]
    said = str(scenes[-1])
    return said[:1].upper() + said[1:] + "."


def _asked(brief: Brief, schema: Mapping[str, JsonValue], name: str) -> Brief:
    """Return the brief with as many asked pages as the schema wants, further ones taken from the plan or after it."""
    low, high = _counts(schema, name)
    pages = list(brief.asked or dict.fromkeys(page for page, _ in (brief.texts or brief.plan))) or [1]
    spare = [page for page, _ in brief.plan if page not in pages]
    while len(pages) < low:
        pages.append(spare.pop(0) if spare else max(pages) + 1)
    return replace(brief, asked=tuple(pages[:high]))


def _prose(brief: Brief, seed: int) -> str:
    if brief.texts:
        return rewrite(brief, seed)
    if brief.plan:
        return "\n\n".join(text for _, text in tell_pages(brief, seed))
    return _short_story(brief, seed)


def _short_story(brief: Brief, seed: int) -> str:
    """Return a whole short story with its title, one paragraph for each page."""
    laid = outline(read_idea(brief.idea), brief.pages or DEFAULT_PAGES // 2, by_heart(f"{seed}/{brief.idea}"))
    plan = tuple(
        (number, PlanLine(tuple(page["who"].split(", ")), page["where"], page["what"], page["feeling"]))
        for number, page in enumerate(laid["pages"], 1)
    )
    figures = tuple((figure["name"], figure["look_en"]) for figure in laid["cast"])
    told = replace(brief, plan=plan, figures=figures)
    return "\n\n".join([laid["title"], *(text for _, text in tell_pages(told, seed))])


def _counts(schema: Mapping[str, JsonValue], name: str) -> tuple[int, int]:
    """Return how few and how many items a list of the root may have."""
    items = _mapping(_mapping(schema.get("properties")).get(name))
    low, high = items.get("minItems"), items.get("maxItems")
    fewest = min(low, _MOST_PAGES) if isinstance(low, int) else 1
    return fewest, high if isinstance(high, int) else _MOST_PAGES


def _mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    return value if isinstance(value, dict) else {}
