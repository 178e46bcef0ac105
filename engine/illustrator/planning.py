"""From a page and a wish to a recipe: which workflow, which preset, which size, which words a model can take."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.book.model import Book, Character, Page, Recipe, Region, Take
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator.cast import seen_on
from engine.illustrator.comfyui import Easel
from engine.illustrator.composer import EMBEDDINGS, recipe_for
from engine.illustrator.emphasis import embeddings
from engine.illustrator.roles import Purpose
from engine.illustrator.sizes import Size, fitted, needs_hires, wished_size
from engine.illustrator.workflow import Workflow
from engine.presets import FormatPreset, SamplerPreset, StylePreset, plain_name

LIKENESS = 0.7
"""Weight of a reference picture: below 0.5 the character is lost, above 0.9 its pose and background come along."""

_USUAL = {Family.SD15: "quality", Family.SDXL: "sdxl", Family.SD3: "sd3", Family.FLUX: "flux"}
"""The preset for a family that the book's own preset is not made for."""

HOUSE_EMBEDDINGS = embeddings(EMBEDDINGS)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for beyond the page itself."""

    preset: str = ""
    """Empty takes the book's."""
    size: str = ""
    """Such as "L 3:4"; empty takes the book's."""
    seed: int = 0
    source: Take | None = None
    """The take to begin with: it is varied, or within the mask retouched."""
    strength: float = 0.5
    """How much of the source is painted anew."""
    mask: tuple[Region, ...] = ()
    instruction: str = ""
    """English: what is to be seen in place of the page's action, where a part is retouched."""


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to paint with."""

    easel: Easel
    style: StylePreset
    format: FormatPreset
    samplers: Mapping[str, SamplerPreset]
    workflow: str = ""
    """The author's own workflow for plain pictures; empty takes the family's."""
    own: Sequence[Path] = ()
    """The author's folders of workflows."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A recipe that still lacks the files its workflow loads, and what the author should know of it."""

    recipe: Recipe
    workflow: Workflow
    notices: tuple[str, ...] = ()


def plan(book: Book, page: Page, wish: Wish, means: Means) -> Plan:
    """Return how a page's picture is to be painted.

    Raises:
        FibelError: `preset_unknown`; `family_mismatch`, the model cannot do what was asked; `workflow_unknown`,
            `workflow_invalid`; `usage` for a size that is none.
    """
    family = means.easel.family
    name, sampler, notices = _preset(book, wish, means)
    somebody = None if wish.source else _with_reference(book, page)
    if somebody is not None and sampler.workflow:
        notices += (f"The preset {name} paints without reference pictures.",)
        somebody = None
    size = _size(book, wish, means)
    workflow = _workflow(sampler, size, wish, means, likeness=somebody is not None)
    told = page
    if wish.instruction:
        told = page.model_copy(update={"scene": page.scene.model_copy(update={"action": wish.instruction})})
    recipe = recipe_for(
        book,
        told,
        style=means.style,
        sampler=sampler,
        preset=name,
        format=means.format,
        checkpoint=means.easel.checkpoint,
        workflow=workflow.name,
        seed=wish.seed,
    )
    unknown = HOUSE_EMBEDDINGS - (means.easel.embeddings if family is Family.SD15 else frozenset())
    if family is Family.SD15 and unknown:
        files = ", ".join(sorted(unknown))
        notices += (f"The server lacks the embeddings {files}: painting without them.",)
    changes: dict[str, object] = {
        "width": size[0],
        "height": size[1],
        "negative": without_embeddings(recipe.negative, unknown),
    }
    if wish.source is not None:
        changes |= {"source": wish.source.id, "denoise": wish.strength, "mask": wish.mask}
    if somebody is not None:
        weight = LIKENESS if somebody.likeness is None else somebody.likeness
        changes |= {"reference": somebody.reference, "reference_part": somebody.reference_part, "likeness": weight}
    return Plan(Recipe.model_validate({**dict(recipe), **changes}), workflow, (means.easel.notice, *notices))


def enlarged(take: Take, *, factor: int) -> Recipe:
    """Return the recipe that enlarges a take; what the take itself was made from stays readable in it."""
    changes = {
        "workflow": "upscale",
        "source": take.id,
        "width": take.width * factor,
        "height": take.height * factor,
        "reference": None,
        "reference_part": None,
        "likeness": None,
        "denoise": None,
        "mask": (),
        "files": (),
    }
    return Recipe.model_validate({**dict(take.recipe), **changes})


def without_embeddings(prompt: str, names: frozenset[str]) -> str:
    """Return a prompt without some of its embeddings.

    >>> without_embeddings("embedding:BadDream, (embedding:Ugly:1.2), photo", frozenset({"BadDream", "Ugly"}))
    'photo'
    """
    for name in names:
        word = rf"embedding:{re.escape(name)}(?:\.(?:pt|safetensors|bin))?"
        prompt = re.sub(rf"\({word}(?::[\d.]+)?\)|(?<!\S){word}(?=[\s,)]|$)", "", prompt)
    return re.sub(r"\s*,(?:\s*,)+\s*", ", ", prompt).strip(" ,")


def _preset(book: Book, wish: Wish, means: Means) -> tuple[str, SamplerPreset, tuple[str, ...]]:
    """Return the preset to paint with: the one asked for, or for a model that it is not made for, that model's own."""
    family, checkpoint = means.easel.family, means.easel.checkpoint
    name = plain_name(wish.preset or book.preset)
    if name not in means.samplers:
        raise FibelError("preset_unknown", f"samplers: {name!r}. There are: {', '.join(means.samplers)}.")
    made_for_it = [
        other for other, preset in means.samplers.items() if preset.checkpoints and preset.is_for(family, checkpoint)
    ]
    asked = means.samplers[name]
    if asked.workflow and wish.source is not None:
        usual = _USUAL[family]
        return usual, means.samplers[usual], (f"Painting with the preset {usual}: {name} begins with nothing only.",)
    if asked.is_for(family, checkpoint) and (wish.preset or not made_for_it or name in made_for_it):
        return name, asked, ()
    if wish.preset:
        raise FibelError("family_mismatch", f"{checkpoint} is {family}; the preset {name} is for other models.")
    other = made_for_it[0] if made_for_it else _USUAL[family]
    if other not in means.samplers:
        raise FibelError("preset_unknown", f"samplers: {other!r}, for {family} models.")
    return other, means.samplers[other], (f"Painting with the preset {other}: {checkpoint} needs it.",)


def _with_reference(book: Book, page: Page) -> Character | None:
    """Return the first character of a page who has a reference picture."""
    return next((character for character in seen_on(book, page) if character.reference is not None), None)


def _size(book: Book, wish: Wish, means: Means) -> Size:
    if wish.source is not None:
        return wish.source.width, wish.source.height
    family = means.easel.family
    usual = (means.format.picture_width, means.format.picture_height)
    if (asked := wished_size(wish.size or book.picture_size or "", usual)) is not None:
        return fitted(asked, family, scale=False)
    return fitted(usual, family, scale=family is not Family.SD15)


def _workflow(sampler: SamplerPreset, size: Size, wish: Wish, means: Means, *, likeness: bool) -> Workflow:
    easel = means.easel

    def find(purpose: Purpose) -> Workflow:
        return Workflow.find(purpose, easel.family, means.own, folder=easel.folder)

    if wish.source is not None:
        return find(Purpose.RETOUCH if wish.mask else Purpose.VARIATION)
    if likeness:
        return find(Purpose.LIKENESS)
    if named := sampler.workflow or means.workflow:
        return Workflow.load(named, means.own)
    return find(Purpose.HIRES if needs_hires(size, easel.family) else Purpose.PAINT)
