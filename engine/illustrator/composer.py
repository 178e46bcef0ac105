"""Prompts, composed by code: style, character blocks, action, framing. The same page always gives the same prompt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.book.edition import Layout
from engine.book.model import Book, Page, Recipe
from engine.clean import clean_line
from engine.illustrator.cast import block_of, seen_on, without_names
from engine.illustrator.emphasis import escaped, spelt
from engine.illustrator.tokens import CHUNK, count
from engine.language.framing import ASKED, calm_place
from engine.presets import FormatPreset, SamplerPreset, StylePreset
from engine.units import Px, Tokens

EMBEDDINGS = "embedding:BadDream, embedding:UnrealisticDream"
"""Negative embeddings made for DreamShaper 8. The server reads each only after a blank or at the very start."""

SAFE = "nsfw, nude, naked, sexualized, gore, blood, weapon, realistic child"
"""What no picture for children may show, whatever its style says."""

_UNSURE: Tokens = 4
"""The estimate of an English prompt's tokens is off by no more (`tests/bench`)."""

LATENT_STEP: Px = 8
"""Pictures come in multiples of it: ComfyUI cuts 65 to 64 without a word, and the size would not be the recipe's."""


class PartKind(StrEnum):
    """What a part of a prompt is there for, in the order in which they stand."""

    STYLE = "style"
    BLOCK = "block"
    ACTION = "action"
    FRAMING = "framing"


@dataclass(frozen=True, slots=True)
class Part:
    """`positive[start:end]` of a prompt; `who` is the character a block belongs to."""

    kind: PartKind
    start: int
    end: int
    who: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The texts sent to the image model, and what the positive one is made of."""

    positive: str
    negative: str
    parts: tuple[Part, ...] = ()


def compose(book: Book, page: Page, style: StylePreset) -> Prompt:
    """Return the prompt a page would be painted with now.

    The blocks of the characters seen stand early and verbatim, so that they lie within the words the model looks at
    together and look the same on every page. Where the book's style yields to them, as many of its last tags as take
    their room stand at the very end. Action and framing speak of figures, not of names.
    """
    blocks = [(PartKind.BLOCK, c.name, escaped(block_of(c), keep_plain=True)) for c in seen_on(book, page)]
    manner, yielded = spelt(escaped(style.positive, keep_plain=True)), ""
    if book.style_yields:
        manner, yielded = _yielding(manner, ", ".join(words for _kind, _who, words in blocks))
    parts = [(PartKind.STYLE, "", manner), *blocks]
    told = ((PartKind.ACTION, page.scene.action), (PartKind.FRAMING, _framing(book, page)))
    for kind, words in told:
        parts.append((kind, "", escaped(without_names(words, book.cast), keep_plain=False).rstrip(" .;")))
    parts.append((PartKind.STYLE, "", yielded))
    positive, placed = "", []
    for kind, who, words in parts:
        if tidy := clean_line(words).strip(" ,"):
            positive += ", " if positive else ""
            placed.append(Part(kind, len(positive), len(positive) + len(tidy), who))
            positive += tidy
    against = spelt(escaped(style.negative, keep_plain=True))
    return Prompt(positive, _each_once(EMBEDDINGS, against, SAFE), tuple(placed))


def _yielding(style: str, blocks: str) -> tuple[str, str]:
    """Return the tags of a style that leave room for the blocks, and those that do not.

    Tokens are estimated, whatever is installed: the same book gives the same prompt on every machine.
    """
    tags = [tag.strip() for tag in _tags(style)]
    kept = len(tags)
    while kept and blocks and count(", ".join([*tags[:kept], blocks]), estimated=True).tokens > CHUNK - _UNSURE:
        kept -= 1
    return ", ".join(tags[:kept]), ", ".join(tags[kept:])


def _framing(book: Book, page: Page) -> str:
    """Return the page's framing; where words shall stand on the picture, it keeps room for them."""
    framing = page.scene.framing
    layout = page.layout or (book.edition.layout if book.edition else None)
    if layout not in (Layout.OVER, Layout.SPREAD) or calm_place(framing) is not None:
        return framing
    return f"{framing.rstrip(' .,;')}, {ASKED}".lstrip(", ")


def _each_once(*lists: str) -> str:
    """Return lists of tags as one, without the tags that an earlier one names already."""
    tags = (clean_line(tag).strip(" ,") for line in lists for tag in _tags(line))
    return ", ".join(dict.fromkeys(tag for tag in tags if tag))


def _tags(line: str) -> Iterable[str]:
    """Part a list at its commas, but not within parentheses."""
    depth, begin = 0, 0
    for place, letter in enumerate(line):
        if letter in "()" and line[place - 1 : place] != "\\":
            depth += 1 if letter == "(" else -1
        elif letter == "," and not depth:
            yield line[begin:place]
            begin = place + 1
    yield line[begin:]


def recipe_for(
    book: Book,
    page: Page,
    *,
    style: StylePreset,
    sampler: SamplerPreset,
    preset: str,
    format: FormatPreset,
    checkpoint: str,
    workflow: str,
    seed: int,
) -> Recipe:
    """Return everything that makes one picture of a page.

    Args:
        preset: name of `sampler`, for the author's eye.
        seed: 0 to 2**64 - 1.
    """
    prompt = compose(book, page, style)
    return Recipe(
        workflow=workflow,
        checkpoint=checkpoint,
        positive=prompt.positive,
        negative=prompt.negative,
        seed=seed,
        sampler=sampler.sampler,
        scheduler=sampler.scheduler,
        steps=sampler.steps,
        cfg=sampler.cfg,
        width=format.picture_width - format.picture_width % LATENT_STEP,
        height=format.picture_height - format.picture_height % LATENT_STEP,
        preset=preset,
    )
