"""A real llama.cpp server with two tiny models, where its program can be found."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

VARIABLE = "LLAMA_SERVER_BIN"
"""Names the program; the models lie in `models/` beside it."""

ROOT = Path(__file__).parents[3]
BESIDE = ROOT.parent / "shared" / "bin" / "llama-server"
PROGRAM = Path(os.environ.get(VARIABLE) or BESIDE)
ONE, TWO = "tiny-bigram", "tiny-two"

needed = pytest.mark.skipif(
    not PROGRAM.is_file(), reason=f"no llama.cpp server: {VARIABLE} names none, and none lies at {BESIDE}"
)

COMMON = ("--host", "127.0.0.1", "-c", "8192", "-np", "1", "-t", "1", "--no-webui", "--offline")
"""One thread: on few cores the server's threads wait for each other in circles."""


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    url: str
    process: asyncio.subprocess.Process

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()


@asynccontextmanager
async def server(*arguments: str) -> AsyncIterator[Running]:
    """Run the server until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(PROGRAM), *arguments, *COMMON, "--port", str(port)]
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*command, stdin=quiet, stdout=quiet, stderr=quiet)
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as client:
            while not await _answers(client):
                assert process.returncode is None
                await asyncio.sleep(0.05)
        yield Running(url, process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def router(models: Path | None = None) -> tuple[str, ...]:
    """Arguments for a server that loads models on demand, one at a time."""
    return ("--models-dir", str(models or PROGRAM.parent / "models"), "--models-max", "1")


def single(model: str = ONE) -> tuple[str, ...]:
    """Arguments for a server of one model."""
    return ("-m", str(PROGRAM.parent / "models" / f"{model}.gguf"), "--alias", model)


async def held(url: str) -> dict[str, str]:
    """What a router itself says of its models."""
    async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as client:
        listed = (await client.get("/models")).json()["data"]
    return {model["id"]: model["status"]["value"] for model in listed}


async def _answers(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/health")).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False
