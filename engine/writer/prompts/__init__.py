"""What the writer is told: rules as files an author can read, filled in by code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template

from engine.presets import AgePreset


def system(name: str, age: AgePreset) -> str:
    """Return the system prompt `name` (outline, scenes, pictures, rewrite), with the limits of this age."""
    fewest, most = age.sentences_per_page
    shortest, longest = age.words_per_page
    return _template(name).substitute(
        age=age.label,
        words=age.words_per_sentence,
        fewest=fewest,
        most=most,
        shortest=shortest,
        longest=longest,
    )


@cache
def _template(name: str) -> Template:
    return Template(files(__name__).joinpath(f"{name}.txt").read_text("utf-8").strip())
