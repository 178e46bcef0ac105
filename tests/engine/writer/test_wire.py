"""Lines end where the server ended them, however the network cut the stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.writer.wire import Shown, lines


async def _pieces(stream: bytes, cuts: list[int]) -> AsyncIterator[bytes]:
    edges = sorted({0, *(min(cut, len(stream)) for cut in cuts), len(stream)})
    for start, end in pairwise(edges):
        yield stream[start:end]


@given(
    said=st.lists(st.text(), max_size=6),
    rest=st.sampled_from([b"", b'{"half']),
    cuts=st.lists(st.integers(0, 200), max_size=8),
)
def test_lines_come_out_whole_and_an_unfinished_one_never(said: list[str], rest: bytes, cuts: list[int]) -> None:
    stream = b"".join(json.dumps(text, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for text in said) + rest

    async def read() -> list[bytes]:
        return [line async for line in lines(_pieces(stream, cuts))]

    assert asyncio.run(read()) == [json.dumps(text, ensure_ascii=False).encode("utf-8", "replace") for text in said]


def test_a_model_of_unusual_heads_says_their_sizes_itself() -> None:
    sizes = {"block_count": 34, "attention.head_count": 8, "attention.head_count_kv": 4, "embedding_length": 2560}
    heads = {"attention.key_length": 256, "attention.value_length": 256}
    info = {"general.architecture": "gemma3"} | {f"gemma3.{key}": value for key, value in (sizes | heads).items()}
    assert Shown(model_info=info).bytes_a_token() == 34 * 4 * (256 + 256) * 2


def test_a_model_whose_layers_differ_is_not_reckoned() -> None:
    info = {"general.architecture": "x", "x.block_count": 30, "x.attention.head_count_kv": [4, 8, 4]}
    assert Shown(model_info=info).bytes_a_token() is None
