"""A picture is served to who knows its address, to nobody else, and not for longer than it is looked at."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import httpx
import pytest

from tests.engine.book.pictures import picture
from tui.terminal.showing import LOOPBACK, Showing, showing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "p003-0123456789ab.png"
    file.write_bytes(picture())
    return file


async def test_the_picture_comes_as_it_is(file: Path) -> None:
    async with showing(file) as shown, httpx.AsyncClient(trust_env=False) as browser:
        answer = await browser.get(shown.url)
        assert answer.content == file.read_bytes()
        assert answer.headers["content-type"] == "image/png"
        assert (await browser.head(shown.url)).content == b""


@pytest.mark.parametrize("path", ["/", "/p003-0123456789ab.png", "/%00", "/../../etc/passwd"])
async def test_whoever_does_not_know_the_address_gets_nothing(file: Path, path: str) -> None:
    async with showing(file) as shown, httpx.AsyncClient(trust_env=False) as browser:
        assert (await browser.get(f"http://{LOOPBACK}:{shown.port}{path}")).status_code == 404
        assert (await browser.post(shown.url)).status_code == 404


async def test_it_ends_with_the_look(file: Path) -> None:
    async with showing(file) as shown:
        assert shown.url != ""
    with pytest.raises(OSError):
        await asyncio.open_connection(LOOPBACK, shown.port)


async def test_it_listens_on_the_loopback_alone(file: Path) -> None:
    async with showing(file) as shown:
        others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {LOOPBACK}
        for address in others:
            if not str(address).startswith("127."):
                with pytest.raises(OSError):
                    await asyncio.open_connection(str(address), shown.port)


async def test_a_picture_that_went_away_is_said_to_be_gone(file: Path) -> None:
    async with showing(file) as shown, httpx.AsyncClient(trust_env=False) as browser:
        file.unlink()
        assert (await browser.get(shown.url)).status_code == 410


def test_where_one_sits_at_the_machine_no_tunnel_is_needed() -> None:
    assert Showing(1, "/x").tunnel({}) == ""
    assert Showing(1, "/x").tunnel({"SSH_CONNECTION": "a 1 b 22", "USER": "mia"}) == "ssh -N -L 1:127.0.0.1:1 mia@b"
