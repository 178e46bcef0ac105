"""What the writer is told: German rules as files an author can read, filled in by code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template

from engine.presets import AgePreset


def system(name: str, age: AgePreset, age_name: str) -> str:
    """Return the system prompt `name` (outline, scenes, pictures, rewrite), its limits filled in."""
    return _template(name).substitute(
        age=age_name.replace("-", " bis "),
        words=age.words_per_sentence,
        fewest=age.sentences_per_page[0],
        most=age.sentences_per_page[1],
    )


@cache
def _template(name: str) -> Template:
    return Template(files(__name__).joinpath(f"{name}.txt").read_text("utf-8").strip())
