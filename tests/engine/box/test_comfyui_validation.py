"""A graph is refused in the words of a real server, as they were recorded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx

from engine.box.comfyui_nodes import node_classes
from engine.box.comfyui_picture_nodes import picture_nodes
from engine.box.hardware import Kind, models
from engine.box.machine import Box

from .asking import events, frames, graph, listening, recorded, told

THEIRS, OURS = "sd15_fullsize_random.safetensors", "sd_xl_base_1.0.safetensors"
"""The second checkpoint there and here."""

FILES = [
    ("CheckpointLoaderSimple", "ckpt_name"),
    ("LoraLoader", "lora_name"),
    ("LoraLoaderModelOnly", "lora_name"),
    ("LoadImage", "image"),
    ("LoadImageMask", "image"),
    ("UNETLoader", "unet_name"),
    ("DualCLIPLoader", "clip_name1"),
    ("DualCLIPLoader", "clip_name2"),
    ("VAELoader", "vae_name"),
    ("CLIPVisionLoader", "clip_name"),
    ("UpscaleModelLoader", "model_name"),
]

UNLIKE = {
    "JSON but wrong content-type",  # the body was not recorded
    "unknown upscale model + missing input image",  # where it was recorded the picture was there
    "inputs null",
}
NAMES = sorted(models(Kind.IMAGE))


def ours(text: str) -> str:
    """Return what was recorded with the checkpoints of the box in place of theirs."""
    two = ["dreamshaper_8.safetensors", OURS]
    text = text.replace(THEIRS, OURS)
    return text.replace(json.dumps(two), json.dumps(NAMES)).replace(str(two), str(NAMES))


CASES: list[dict[str, Any]] = json.loads(ours(json.dumps(recorded("validation"))))


async def test_as_recorded(comfyui: httpx.AsyncClient) -> None:
    for case in CASES:
        if case["name"] in UNLIKE:
            continue
        content = b"{" if case["request"] is None else json.dumps(case["request"]).encode()
        answer = await comfyui.post("/prompt", content=content, headers={"content-type": "application/json"})
        assert answer.status_code == case["status"], case["name"]
        if answer.status_code == 200:
            assert answer.json()["node_errors"] == case["body"]["node_errors"], case["name"]
        else:
            body = answer.json() if isinstance(case["body"], dict) else answer.text
            assert body == case["body"], case["name"]


def test_nodes_are_described_as_recorded() -> None:
    theirs = json.loads(json.dumps(recorded("object_info")).replace(THEIRS, OURS))
    classes = {**node_classes(models(Kind.IMAGE)), **picture_nodes(["example.png"], [])}
    ours = {name: node.described(name) for name, node in classes.items() if name in theirs}
    for node, name in FILES:  # what lies on another server's disk
        for described in (ours[node], theirs[node]):
            inputs = described["input"]
            kind, *rest = inputs["required"][name]
            inputs["required"][name] = [
                kind if kind == "COMBO" else "files",
                *({} if kind == "COMBO" else o for o in rest),
            ]
    assert ours == theirs
    assert {name for name in classes if name not in theirs} == {
        "IPAdapterModelLoader",
        "PrepImageForClipVision",
        "IPAdapterAdvanced",
    }


async def test_outputs_that_cannot_be_made_are_left_out(box: Box, comfyui: httpx.AsyncClient) -> None:
    nodes = graph() | {"10": {"class_type": "SaveImage", "inputs": {"images": ["8", 0]}}}
    async with listening(box, "me") as socket:
        answer = (await comfyui.post("/prompt", json={"prompt": nodes, "client_id": "me"})).json()
        seen = await frames(socket, answer["prompt_id"])
    assert list(answer["node_errors"]) == ["10"]
    assert answer["node_errors"]["10"]["dependent_outputs"] == ["10"]
    assert answer["node_errors"]["10"]["errors"][0]["type"] == "required_input_missing"
    assert told(seen, "executed")["node"] == "9"


async def test_a_graph_that_goes_in_circles_is_refused_without_a_reason(comfyui: httpx.AsyncClient) -> None:
    answer = await comfyui.post("/prompt", json={"prompt": graph(latent_image=["3", 0])})
    assert answer.status_code == 400
    assert (answer.json()["error"]["details"], answer.json()["node_errors"]) == ("", {})


async def test_a_prefix_that_leads_out_of_the_folder_fails_after_all_the_work(
    box: Box, comfyui: httpx.AsyncClient
) -> None:
    async with listening(box, "me") as socket:
        body = {"prompt": graph(filename_prefix="../../etc/page"), "client_id": "me", "prompt_id": "p"}
        await comfyui.post("/prompt", json=body)
        seen = await frames(socket, "p")
    error = told(seen, "execution_error")
    assert (error["node_type"], error["exception_type"]) == ("SaveImage", "Exception")


async def test_a_refusal_is_noted(comfyui: httpx.AsyncClient, log: Path) -> None:
    await comfyui.post("/prompt", json={"prompt": graph(ckpt_name="nope.safetensors")})
    (event,) = events(log)
    assert (event["event"], event["kind"], event["model"]) == ("refused", "image", "nope.safetensors")
