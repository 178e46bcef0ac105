"""What the doctor says of the writer: who it is, where texts go, and what to do where something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.doctor import Check, driver_version, examine
from engine.errors import Exit
from engine.settings import Settings
from tests.engine.writer.conftest import MODEL, Fake
from tests.engine.writer.fake import served


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("MISTRAL_API_KEY", raising=False)


async def examined(tmp_path: Path, **writer: object) -> dict[str, Check]:
    parts = {"writer": writer, "illustrator": {"provider": "box"}, "library": tmp_path / "library"}
    return {check.code: check for check in await examine(Settings.model_validate(parts))}


async def test_a_writer_that_is_ready_is_named_with_its_version(tmp_path: Path) -> None:
    async with served(Fake()) as there:
        found = await examined(tmp_path, provider="ollama", url=there.url)
    assert found["writer"].message == f"Writer: {MODEL} at {there.url}, Ollama 0.33.0."
    assert found["texts"].message == "Texts: they stay on this machine."


async def test_a_model_that_is_missing_can_be_fetched(tmp_path: Path) -> None:
    async with served(Fake()) as there:
        found = await examined(tmp_path, provider="ollama", url=there.url, model="gemma3:4b")
    assert not found["writer"].ok
    assert "`fibel pull gemma3:4b`" in found["writer"].message


async def test_a_service_without_a_key_is_not_even_asked(tmp_path: Path) -> None:
    found = await examined(tmp_path, provider="mistral")
    assert (found["writer"].ok, found["writer"].exit) == (False, Exit.UNREACHABLE)
    assert "mistral.key" in found["writer"].message
    assert found["texts"].message.startswith("Texts: they leave this machine: Mistral, EU.")


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (
            "proc/driver/nvidia/version",
            "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56 UTC 2024\nGCC version:\n",
            "NVIDIA 550.54.15",
        ),
        (
            "proc/driver/nvidia/version",
            "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build\n",
            "NVIDIA 570.86.15",
        ),
        ("sys/module/amdgpu/version", "6.8.5\n", "amdgpu 6.8.5"),
        ("nothing", "", ""),
    ],
)
def test_the_driver_is_named(tmp_path: Path, file: str, content: str, said: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(content)
    assert driver_version(tmp_path) == said
