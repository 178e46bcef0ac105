"""Prompts are files: shipped ones for every family of models, and an author's own over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import FibelError
from engine.presets import AgePreset
from engine.writer import prompts
from engine.writer.prompts import CALLS, FAMILIES, family, found, system

MODELS = ("llama3.1:8b", "gemma-3-4b-it", "qwen3:8b", "mistral-small-latest", "phi4:14b", "")


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", CALLS[:-1])
def test_every_family_is_told_every_call(age: AgePreset, name: str, model: str) -> None:
    told = system(name, age, model=model)
    assert "JSON" in told
    assert "$" not in told
    assert "\n\n" not in told


def test_each_family_is_told_of_its_own_habits(age: AgePreset) -> None:
    scenes = {model: system("scene", age, model=model) for model in MODELS}
    assert len(set(scenes.values())) == 5
    assert scenes["phi4:14b"] == scenes[""]
    folders = {path.name for path in Path(prompts.__file__).parent.iterdir() if (path / "habits.txt").is_file()}
    assert folders == set(FAMILIES.values())


@pytest.mark.parametrize(
    ("model", "folder"),
    [
        ("hf.co/bartowski/Ministral-8B-Instruct-2410-GGUF:Q4_K_M", "mistral"),
        ("gemma-4-e4b-it", "gemma"),
        ("Qwen3.5-9B", "qwen"),
        ("mistral/llama3.1:8b", "llama3.1"),
        ("phi4", ""),
    ],
)
def test_a_family_is_known_by_the_models_name(model: str, folder: str) -> None:
    assert family(model) == folder


def test_an_authors_prompt_lies_over_the_shipped_one_and_a_familys_over_that(age: AgePreset, tmp_path: Path) -> None:
    (tmp_path / "gemma").mkdir()
    (tmp_path / "scene.txt").write_text("Für $age, $words Wörter, im $tense. Kostet 5 $$.", "utf-8")
    (tmp_path / "gemma" / "scene.txt").write_text("Nur für Gemma.\n$habits\n", "utf-8")
    (tmp_path / "gemma" / "habits.txt").write_text("Kurz!", "utf-8")
    own = (tmp_path,)
    assert system("scene", age, own=own) == "Für 3 bis 5 Jahre, 9 Wörter, im Präsens. Kostet 5 $."
    assert system("scene", age, model="gemma3", own=own) == "Nur für Gemma.\nKurz!"
    assert system("scene", age, own=own, past=True).endswith("im Präteritum. Kostet 5 $.")
    assert system("judge", age, own=own) == system("judge", age)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"Kostet 5 $.", "a dollar is written"),
        (b"Nimm $wort.", "there is no .wort"),
        ("Übermut".encode("latin-1"), "decode"),
        (b"x" * 40_000, "longer than"),
    ],
)
def test_an_authors_prompt_that_cannot_be_used_is_named(
    age: AgePreset, tmp_path: Path, content: bytes, why: str
) -> None:
    (tmp_path / "scene.txt").write_bytes(content)
    with pytest.raises(FibelError, match=rf"preset_broken.*scene\.txt: .*{why}"):
        system("scene", age, own=(tmp_path,))


def test_an_author_is_told_where_a_prompt_stands(tmp_path: Path) -> None:
    (tmp_path / "scene.txt").write_text("Kurz: $words Wörter.", "utf-8")
    own = (tmp_path,)
    assert (found("scene", "gemma3", own).place, found("scene", "gemma3", own).text) == (
        str(tmp_path / "scene.txt"),
        "Kurz: $words Wörter.",
    )
    assert found("habits", "gemma3", own).place == "shipped, for gemma"
    assert found("judge", "gemma3", own).place == "shipped"


def test_the_language_and_the_tense_are_the_books(age: AgePreset) -> None:
    assert "Schreibe Englisch" in system("edition", age, language="en")
    assert "Erzähle der Reihe nach, im Präteritum" in system("scene", age, past=True)
