"""The forms a language model must answer in, and what makes an answer usable.

The names of the properties are chosen so that the alphabet gives the order in which the model should write them.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from engine.clean import clean, clean_line
from engine.language.typography import normalise
from engine.writer.schema import MAX_LENGTH

MAX_PAGE = 999
"""No picture book has more pages."""

_LEAK = re.compile(r'[{}]|```|\\[nu"]|"?\b(?:text_de|scene_en|shot_en|summary_de|look_en|because_de)\b')
"""Traces of the wire format in what should be prose."""


def _tidy(text: str) -> str:
    """Refuse what nobody should read: nothing at all, or pieces of JSON."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    if not text:
        raise ValueError("it is empty")
    if _LEAK.search(text):
        raise ValueError("it holds pieces of JSON")
    return text


def _set(text: str) -> str:
    """Set German as a book does, and refuse speech that a stray quotation mark cut off."""
    text = normalise(text)
    if text.count("„") != text.count("“"):
        raise ValueError("a quotation is never closed")
    return text


def _said(text: str) -> str:
    if not text:
        raise ValueError("it is empty")
    return text


Prose = Annotated[
    str, Field(min_length=1, max_length=MAX_LENGTH), AfterValidator(clean), AfterValidator(_tidy), AfterValidator(_set)
]
"""German in paragraphs, for the child."""

Foreign = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH), AfterValidator(clean), AfterValidator(_tidy)]
"""Another language in paragraphs; its typography is its own."""

English = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(clean_line), AfterValidator(_tidy)]
German = Annotated[English, AfterValidator(_set)]
"""A phrase on one line."""

Name = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(clean_line), AfterValidator(_said)]
PageNumber = Annotated[int, Field(ge=1, le=MAX_PAGE)]


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CastAnswer(_Answer):
    look_en: English
    name: Name


class LineAnswer(_Answer):
    feeling: German
    what: German
    where: German
    who: German


class OutlineAnswer(_Answer):
    cast: Annotated[tuple[CastAnswer, ...], Field(min_length=1, max_length=4)]
    pages: tuple[LineAnswer, ...]
    title: German


class PageAnswer(_Answer):
    """What an answer says of one page."""

    page: PageNumber


class SceneAnswer(PageAnswer):
    text_de: Prose


class PictureAnswer(PageAnswer):
    scene_en: English
    shot_en: English
    summary_de: German


class PicturesAnswer(_Answer):
    pictures: tuple[PictureAnswer, ...]


class JudgeAnswer(PageAnswer):
    because_de: German
    danger: bool
    fear: bool
    unkind: bool


class JudgesAnswer(_Answer):
    pages: tuple[JudgeAnswer, ...]


class RewriteAnswer(_Answer):
    text_de: Prose


class ForeignRewriteAnswer(RewriteAnswer):
    """The same for an edition in another language: the property keeps its name, the text its own typography."""

    text_de: Foreign


class RepairedAnswer(_Answer):
    number: PageNumber
    text_de: Prose


class RepairAnswer(_Answer):
    sentences: tuple[RepairedAnswer, ...]


class ForeignRepairedAnswer(RepairedAnswer):
    text_de: Foreign


class ForeignRepairAnswer(RepairAnswer):
    sentences: tuple[ForeignRepairedAnswer, ...]


class EditionAnswer(_Answer):
    text: Foreign
