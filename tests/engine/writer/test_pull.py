"""A model is fetched with its progress told, and what goes wrong on the way has a name."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from engine.errors import FibelError
from engine.writer.ollama import Ollama
from engine.writer.provider import Pulled

from .conftest import MODEL, Fake, refused
from .fake import Drop, Pause, Reply

DIGESTS = ("sha256:aa", "sha256:bb")


def news(**said: Any) -> bytes:
    return json.dumps(said).encode() + b"\n"


def layer(digest: str, total: int, completed: int = 0) -> bytes:
    return news(status=f"pulling {digest[7:]}", digest=digest, total=total, completed=completed)


@pytest.fixture
def steps(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the server says of a model that is fetched."""
    usual, said = fake.reply, list[Any]()

    def reply(path: str, body: dict[str, Any]) -> Any:
        return said if path == "/api/pull" else usual(path, body)

    monkeypatch.setattr(fake, "reply", reply)
    return said


async def test_progress_is_told_in_bytes_over_all_layers(fake: Fake, ollama: Ollama, steps: list[Any]) -> None:
    one, two = DIGESTS
    steps += [news(status="pulling manifest"), layer(one, 100, 40), layer(two, 20), layer(one, 100, 100)]
    steps += [layer(two, 20, 20), news(status="verifying sha256 digest"), news(status="success")]
    told = [pulled async for pulled in ollama.pull()]
    assert [(pulled.here, pulled.of) for pulled in told] == [
        (0, 0), (40, 100), (40, 120), (100, 120), (120, 120), (120, 120), (120, 120),
    ]  # fmt: skip
    assert told[-1] == Pulled("success", 120, 120)
    assert fake.asked == [("/api/pull", {"model": MODEL, "stream": True})]


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        ([news(error="pull model manifest: file does not exist")], "model_missing", "does not exist"),
        ([layer("sha256:aa", 9), news(error="write /models: no space left on device")], "pull_failed", "no space"),
        ([layer("sha256:aa", 9)], "pull_failed", "stopped in the middle"),
        ([layer("sha256:aa", 9), Drop()], "server_lost", "http://127"),
        ([b"<html>\n"], "server_unexpected", "Ollama"),
    ],
)
async def test_each_failure_has_its_name(
    ollama: Ollama, steps: list[Any], said: list[Any], code: str, words: str
) -> None:
    steps += said
    with pytest.raises(FibelError, match=words) as caught:
        async for _pulled in ollama.pull():
            pass
    assert caught.value.code == code


async def test_a_refusal_before_the_first_line_is_told(fake: Fake, ollama: Ollama) -> None:
    for said, code in ((refused(400, "invalid model name"), "pull_failed"), (Reply(404, b"x"), "pull_failed")):
        fake.replies = {"/api/pull": said}
        with pytest.raises(FibelError, match=code):
            await anext(ollama.pull())


async def test_leaving_stops_it(fake: Fake, ollama: Ollama, steps: list[Any]) -> None:
    steps += [news(status="pulling manifest"), Pause()]
    fetching = ollama.pull()
    await anext(fetching)
    await fetching.aclose()
    await asyncio.wait_for(fake.left.wait(), 5)
