"""Files of the box's ComfyUI, and what it tells of itself."""

from __future__ import annotations

import io
from typing import Any

import httpx

from engine.box.machine import Box

from .asking import painted, told


async def test_numbers_of_saved_pictures_go_on_per_prefix(box: Box, comfyui: httpx.AsyncClient) -> None:
    names = []
    for seed, prefix in enumerate(("book/a", "book/a", "book/b", "a", "Seite ä 1")):
        seen = await painted(box, comfyui, seed=seed, filename_prefix=prefix)
        (image,) = told(seen, "executed")["output"]["images"]
        names.append((image["subfolder"], image["filename"]))
        assert (await comfyui.get("/view", params=image)).status_code == 200
    assert names == [
        ("book", "a_00001_.png"),
        ("book", "a_00002_.png"),
        ("book", "b_00001_.png"),
        ("", "a_00001_.png"),
        ("", "Seite ä 1_00001_.png"),
    ]


async def test_what_is_not_there_or_not_allowed(comfyui: httpx.AsyncClient) -> None:
    for params, status in (
        ({"filename": "gone.png"}, 404),
        ({"filename": ""}, 400),
        ({}, 400),
        ({"filename": "../secret.png"}, 400),
        ({"filename": "/etc/passwd"}, 400),
        ({"filename": "a.png", "type": "bogus"}, 400),
        ({"filename": "a.png", "subfolder": "../.."}, 403),
    ):
        answer = await comfyui.get("/view", params=params)
        assert (answer.status_code, answer.content) == (status, b""), params


async def upload(comfyui: httpx.AsyncClient, content: bytes, name: str = "ref.png", **fields: str) -> httpx.Response:
    return await comfyui.post("/upload/image", files={"image": (name, io.BytesIO(content), "image/png")}, data=fields)


async def test_an_upload_may_get_another_name(comfyui: httpx.AsyncClient) -> None:
    async def name(*arguments: Any, **fields: str) -> str:
        answer = (await upload(comfyui, *arguments, **fields)).json()
        assert (answer["subfolder"], answer["type"]) == (fields.get("subfolder", ""), fields.get("type", "input"))
        return str(answer["name"])

    assert await name(b"one") == "ref.png"
    assert await name(b"one") == "ref.png", "the same content is the same file"
    assert await name(b"two") == "ref (1).png"
    assert await name(b"three", overwrite="false") == "ref (2).png"
    assert await name(b"\x00\r\nfour\n", overwrite="true") == "ref.png"
    assert await name(b"five", subfolder="book/figure") == "ref.png"
    assert await name(b"six", "Füchsin & Bär.png", type="temp") == "Füchsin & Bär.png"
    kept = await comfyui.get("/view", params={"filename": "ref.png", "type": "input"})
    assert kept.content == b"\x00\r\nfour\n"
    assert (await upload(comfyui, b"x", "../../evil.png")).status_code == 400
    assert (await upload(comfyui, b"x", subfolder="../..")).status_code == 400
    assert (await upload(comfyui, b"x", type="bogus")).status_code == 500
    assert (await comfyui.post("/upload/image", files={"x": ("", io.BytesIO(b"1"))})).status_code == 400


async def test_it_tells_what_it_has(comfyui: httpx.AsyncClient) -> None:
    assert (await comfyui.get("/embeddings")).json() == ["BadDream", "UnrealisticDream"]
    checkpoints = (await comfyui.get("/models/checkpoints")).json()
    assert "dreamshaper_8.safetensors" in checkpoints
    assert "checkpoints" in (await comfyui.get("/models")).json()
    assert (await comfyui.get("/models/nope")).status_code == 404
    nodes = (await comfyui.get("/object_info")).json()
    assert {"KSampler", "SaveImage"} < set(nodes)
    assert (await comfyui.get("/api/object_info/KSampler")).json() == {"KSampler": nodes["KSampler"]}
    assert (await comfyui.get("/object_info/NoSuchNode")).json() == {}
    assert (await comfyui.get("/features")).json()["supports_preview_metadata"] is True
    system = (await comfyui.get("/system_stats")).json()["system"]
    assert system["comfyui_version"] == "0.3.64"


async def test_a_page_of_another_place_is_turned_away(comfyui: httpx.AsyncClient) -> None:
    assert (await comfyui.get("/prompt", headers={"origin": "https://example.org"})).status_code == 403
    assert (await comfyui.get("/prompt", headers={"origin": str(comfyui.base_url)})).status_code == 200
