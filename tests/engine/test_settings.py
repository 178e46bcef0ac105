"""Flags over environment over the author's file over what ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import FibelError
from engine.settings import IllustratorProvider, WriterProvider, load_settings


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def config(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "fibel.yaml"
    file.write_text(text, "utf-8")
    return file


def test_without_anything_the_servers_of_this_machine_are_looked_for() -> None:
    settings = load_settings()
    assert settings.writer.provider is WriterProvider.AUTO
    assert settings.illustrator.provider is IllustratorProvider.AUTO


def test_each_layer_lies_over_the_one_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = config(tmp_path, "writer: {provider: ollama, model: a}\nbox: {speed: 3}\n")
    monkeypatch.setenv("FIBEL_WRITER_MODEL", "b")
    settings = load_settings(file, writer={"provider": "box"})
    assert (settings.writer.provider, settings.writer.model, settings.box.speed) == (WriterProvider.BOX, "b", 3)


def test_the_boxs_log_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FIBEL_BOX_LOG", str(tmp_path / "log"))
    assert load_settings().box.log == tmp_path / "log"


def test_a_section_of_the_environment_lies_below_its_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIBEL_WRITER", '{"provider": "ollama", "model": "a"}')
    monkeypatch.setenv("FIBEL_WRITER_MODEL", "b")
    monkeypatch.setenv("FIBEL_KEYS", '{"review.reroll": "ctrl+r"}')
    monkeypatch.setenv("FIBEL_THEME", "day")
    monkeypatch.setenv("FIBEL_API_KEY", "is not a setting")
    settings = load_settings()
    assert (settings.writer.provider, settings.writer.model) == (WriterProvider.OLLAMA, "b")
    assert (settings.keys, settings.theme) == ({"review.reroll": "ctrl+r"}, "day")


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("FIBEL_BOX_SPEED", "quick", "box.speed"),
        ("FIBEL_BOX_COLOUR", "red", "box.colour"),
        ("FIBEL_KEYS", "{", "keys"),
        ("FIBEL_CARD", "[]", "card"),
    ],
)
def test_a_broken_environment_is_named(monkeypatch: pytest.MonkeyPatch, name: str, text: str, named: str) -> None:
    monkeypatch.setenv(name, text)
    with pytest.raises(FibelError, match="config_broken") as caught:
        load_settings()
    assert named in caught.value.details


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("writer: {provider: parrot}", "writer.provider"),
        ("writer: {colour: red}", "writer.colour"),
        ("box: {speed: -1}", "box.speed"),
        ("writr: {provider: box}", "writr"),
        ("- a list", "sections"),
        ("a: [", "fibel.yaml"),
    ],
)
def test_a_broken_file_is_named_with_its_field(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(FibelError) as caught:
        load_settings(config(tmp_path, text))
    assert caught.value.code == "config_broken"
    assert named in caught.value.details


def test_a_file_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FibelError, match="config_broken"):
        load_settings(tmp_path / "none.yaml")


def test_what_an_author_does_not_say_of_the_writer_depends_on_whose_it_is(tmp_path: Path) -> None:
    found = {
        name: load_settings(config(tmp_path, f"writer: {{provider: {name}}}")).writer
        for name in ("auto", "ollama", "openai", "mistral", "box")
    }
    assert {name: (writer.url, writer.model, writer.context) for name, writer in found.items()} == {
        "auto": ("http://127.0.0.1:11434", "llama3.1:8b", 4096),
        "ollama": ("http://127.0.0.1:11434", "llama3.1:8b", 4096),
        "openai": ("http://127.0.0.1:8080", "", 4096),
        "mistral": ("https://api.eu.mistral.ai/v1", "mistral-medium-latest", 32_768),
        "box": ("http://127.0.0.1:11434", "llama3.1:8b", 4096),
    }


def test_what_an_author_says_of_the_writer_goes_over_what_is_usual(tmp_path: Path) -> None:
    said = "writer: {provider: mistral, url: 'https://api.mistral.ai/v1', model: ministral-8b-latest}"
    writer = load_settings(config(tmp_path, said)).writer
    assert (writer.url, writer.model, writer.context) == ("https://api.mistral.ai/v1", "ministral-8b-latest", 32_768)


def test_a_key_has_no_place_in_the_settings(tmp_path: Path) -> None:
    with pytest.raises(FibelError, match=r"config_broken.*writer\.key"):
        load_settings(config(tmp_path, "writer: {provider: mistral, key: secret}"))
