"""The forms a language model must answer in, and what makes an answer usable.

The names of the properties are chosen so that the alphabet gives the order in which the model should write them.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from engine.clean import clean, clean_line
from engine.writer.schema import MAX_LENGTH

MAX_PAGE = 999
"""No picture book has more pages."""

_LEAK = re.compile(r'[{}]|```|\\[nu"]|"?\b(?:text_de|scene_en|shot_en|summary_de|look_en)\b')
"""Traces of the wire format in what should be prose."""


def _prose(text: str) -> str:
    """Refuse what is no prose: nothing at all, pieces of JSON, speech that a stray quotation mark cut off."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    if not text:
        raise ValueError("it is empty")
    if _LEAK.search(text):
        raise ValueError("it holds pieces of JSON")
    if text.count("„") > sum(text.count(mark) for mark in '“”"'):
        raise ValueError("a quotation is never closed")
    return text


def _said(text: str) -> str:
    if not text:
        raise ValueError("it is empty")
    return text


Prose = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH), AfterValidator(clean), AfterValidator(_prose)]
Phrase = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(clean_line), AfterValidator(_prose)]
Name = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(clean_line), AfterValidator(_said)]
PageNumber = Annotated[int, Field(ge=1, le=MAX_PAGE)]


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CastAnswer(_Answer):
    look_en: Phrase
    name: Name


class LineAnswer(_Answer):
    feeling: Phrase
    what: Phrase
    where: Phrase
    who: Phrase


class OutlineAnswer(_Answer):
    cast: Annotated[tuple[CastAnswer, ...], Field(min_length=1, max_length=4)]
    pages: tuple[LineAnswer, ...]
    title: Phrase


class PageAnswer(_Answer):
    """What an answer says of one page."""

    page: PageNumber


class SceneAnswer(PageAnswer):
    text_de: Prose


class ScenesAnswer(_Answer):
    scenes: tuple[SceneAnswer, ...]


class PictureAnswer(PageAnswer):
    scene_en: Phrase
    shot_en: Phrase
    summary_de: Phrase


class PicturesAnswer(_Answer):
    pictures: tuple[PictureAnswer, ...]


class RewriteAnswer(_Answer):
    text_de: Prose
