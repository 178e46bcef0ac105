"""A box that runs fast, and clients for its servers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from engine.box.machine import Box, LagProfile

SPEED = 500.0


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "box.jsonl"


@pytest.fixture
async def box(log: Path) -> AsyncIterator[Box]:
    async with Box(speed=SPEED, lag=LagProfile.SLOW, log=log) as machine:
        yield machine


@pytest.fixture
async def ollama(box: Box) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False, verify=False) as client:
        yield client


@pytest.fixture
async def comfyui(box: Box) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=box.comfyui_url, timeout=30, trust_env=False, verify=False) as client:
        yield client
