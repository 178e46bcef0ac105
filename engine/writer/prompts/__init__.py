"""What the writer is told: rules as files an author can read and put their own in place of, filled in by code.

Each call has a file (`outline`, `manuscript`, `scene`, `repair`, `pictures`, `judge`, `rewrite`, `edition`), the same
for every model; where a file stands in a model family's folder, that family is told it instead. `habits` is a few
lines against what a family is known to do wrong; it stands in every prompt that makes German.

An author's own folder has the same shape and lies over the shipped one: `prompts/scene.txt` there is told to every
model, `prompts/gemma/scene.txt` to Gemma alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template

from engine.errors import FibelError
from engine.presets import AgePreset

MAX_PROMPT = 32_000
"""Characters of a prompt file; a longer one leaves a small model no room for the book."""

FAMILIES = {
    "llama": "llama3.1",
    "gemma": "gemma",
    "qwen": "qwen",
    "mistral": "mistral",
    "ministral": "mistral",
    "mixtral": "mistral",
}
"""What stands in a model's name, and the folder of its family."""

LANGUAGES = {"de": "Deutsch", "en": "Englisch"}
SPEECH = {"de": "„Komm!“, ruft der Fuchs.", "en": "“Come!” calls the fox."}
"""How each language sets what somebody says."""

CALLS = ("outline", "manuscript", "scene", "repair", "pictures", "judge", "rewrite", "edition", "habits")
"""Every prompt by its name, in the order in which a book needs them."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as its file holds it; `place` is the author's file, or says that it is shipped."""

    name: str
    place: str
    text: str


def system(
    name: str, age: AgePreset, *, model: str = "", own: Sequence[Path] = (), language: str = "de", past: bool = False
) -> str:
    """Return the system prompt `name`, with the limits of this age.

    Args:
        model: the writer's model; its family may be told otherwise than others.
        own: the author's prompt folders, the first counts most.
        language: of what is written.
        past: whether the book tells in the past.

    Raises:
        FibelError: `preset_broken`, naming the author's file that cannot be used.
    """
    fewest, most = age.sentences_per_page
    shortest, longest = age.words_per_page
    values = {
        "age": age.label,
        "words": age.words_per_sentence,
        "fewest": fewest,
        "most": most,
        "shortest": shortest,
        "longest": longest,
        "language": LANGUAGES[language],
        "speech": SPEECH[language],
        "tense": "Präteritum" if past else "Präsens",
    }
    prompt, habits = found(name, model, own), found("habits", model, own).text
    text = prompt.text if habits else prompt.text.replace("$habits\n", "")
    try:
        return Template(text).substitute(values, habits=habits)
    except (KeyError, ValueError) as error:
        what = f"there is no ${error.args[0]}" if isinstance(error, KeyError) else f"{error}; a dollar is written $$"
        raise FibelError("preset_broken", f"{prompt.place}: {what}.") from None


def family(model: str) -> str:
    """Return the folder of a model's family; empty for one of no family known.

    >>> family("hf.co/bartowski/Ministral-8B-Instruct:Q4_K_M"), family("llama3.1:8b"), family("phi4")
    ('mistral', 'llama3.1', '')
    """
    name = model.rpartition("/")[2].lower()
    return next((folder for part, folder in FAMILIES.items() if part in name), "")


def found(name: str, model: str = "", own: Sequence[Path] = ()) -> Prompt:
    """Return a prompt as it stands: the author's before the shipped, the family's before everybody's.

    Raises:
        FibelError: `preset_broken`, naming the author's file that cannot be read.
    """
    for file in _places(name, family(model), own):
        if file.is_file():
            return Prompt(name, str(file), _read(file))
    of_family = _shipped(name, family(model))
    place = f"shipped, for {family(model)}" if of_family and family(model) else "shipped"
    return Prompt(name, place, of_family or _shipped(name, ""))


def _places(name: str, of_family: str, own: Sequence[Path]) -> Iterator[Path]:
    for folder in own:
        if of_family:
            yield folder / of_family / f"{name}.txt"
        yield folder / f"{name}.txt"


def _read(file: Path) -> str:
    try:
        text = file.read_text("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise FibelError("preset_broken", f"{file}: {error}.") from None
    if len(text) > MAX_PROMPT:
        raise FibelError("preset_broken", f"{file}: it is longer than {MAX_PROMPT} characters.")
    return text


@cache
def _shipped(name: str, of_family: str) -> str:
    file = files(__name__).joinpath(*filter(None, (of_family, f"{name}.txt")))
    return file.read_text("utf-8").strip() if file.is_file() else ""
