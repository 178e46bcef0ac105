"""Prompts, composed by code: style, character blocks, action, framing. The same page always gives the same prompt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from engine.book.model import Book, Page, Recipe
from engine.clean import clean_line
from engine.illustrator.cast import seen_on, without_names
from engine.illustrator.emphasis import (
    CHUNK,
    HEAVIEST,
    LIGHTEST,
    escaped,
    estimate_tokens,
    is_balanced,
    weights,
)
from engine.presets import FormatPreset, SamplerPreset, StylePreset
from engine.units import Px

EMBEDDINGS = "embedding:BadDream, embedding:UnrealisticDream"
"""Negative embeddings made for DreamShaper 8. The server reads each only after a blank or at the very start."""

_GLUED = re.compile(r"(?<=[^\s(])embedding:|embedding:[^\s,)]*\.(?=[\s,)]|$)")
"""Ways to write an embedding that the server takes for ordinary words."""

_GERMAN = re.compile(r"[äöüßÄÖÜ]|\b(?:und|der|das|ein|eine|einen|mit|auf|ist|im|am|zum)\b")

LATENT_STEP: Px = 8
"""Pictures come in multiples of it: ComfyUI cuts 65 to 64 without a word, and the size would not be the recipe's."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The texts sent to the image model."""

    positive: str
    negative: str


class Rule(StrEnum):
    """What can be wrong with a prompt."""

    TOO_LONG = "too-long"
    UNBALANCED = "unbalanced"
    WEIGHT = "weight"
    EMBEDDING = "embedding"
    NOT_ENGLISH = "not-english"


@dataclass(frozen=True, slots=True)
class Hazard:
    """A warning about a prompt; it can be painted all the same."""

    rule: Rule
    message: str


def compose(book: Book, page: Page, style: StylePreset) -> Prompt:
    """Return the prompt a page would be painted with now.

    The blocks of the characters seen stand early and verbatim, so that they lie within the words the model looks at
    together and look the same on every page. The action speaks of figures, not of names.
    """
    blocks = [escaped(character.block, keep_plain=True) for character in seen_on(book, page)]
    action = escaped(without_names(page.scene.action, book.cast), keep_plain=False).rstrip(" .;")
    framing = escaped(page.scene.framing, keep_plain=False).rstrip(" .;")
    return Prompt(
        positive=_joined(escaped(style.positive, keep_plain=True), *blocks, action, framing),
        negative=_joined(EMBEDDINGS, escaped(style.negative, keep_plain=True)),
    )


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


def hazards(prompt: Prompt) -> tuple[Hazard, ...]:
    """Return what could make a prompt work otherwise than it reads."""
    found: list[Hazard] = []
    tokens = estimate_tokens(prompt.positive)
    if tokens > CHUNK:
        message = f"About {tokens} words of {CHUNK}: what stands at the end has little effect. Shorten the action."
        found.append(Hazard(Rule.TOO_LONG, message))
    for text in (prompt.positive, prompt.negative):
        if not is_balanced(text):
            found.append(Hazard(Rule.UNBALANCED, "A parenthesis has no partner: later weights do not count."))
        found += [
            Hazard(Rule.WEIGHT, f"A weight of {weight:g} spoils the picture; 0.8 to 1.3 is usual.")
            for weight in weights(text)
            if not LIGHTEST <= weight <= HEAVIEST
        ]
        if _GLUED.search(text):
            found.append(Hazard(Rule.EMBEDDING, "`embedding:` needs a blank before it, and no full stop behind it."))
    if _GERMAN.search(prompt.positive):
        found.append(Hazard(Rule.NOT_ENGLISH, "The image model understands English only."))
    return tuple(found)


def _joined(*parts: str) -> str:
    return clean_line(", ".join(tidy for part in parts if (tidy := part.strip(" ,"))))
