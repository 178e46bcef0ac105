"""Each way a server says no, as it was recorded, has its own code: what an author does next depends on it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.illustrator.refusals import SHOWN, failed, not_accepted, refused
from engine.illustrator.wire import Accepted, Entry, Refused

from .conftest import DATA, REFUSALS

FAILURES = {
    said["exception_type"] + " " + said["node_type"]: said for said in json.loads((DATA / "failures.json").read_text())
}

REFUSED = {
    "unknown checkpoint": ("model_missing", "'nope.safetensors' is not in its models folder"),
    "unknown sampler": ("sampler_unknown", "'dpmpp_9z' is not known to this server. Did you mean"),
    "unknown scheduler": ("sampler_unknown", "'karras2' is not known to this server. Did you mean 'karras'?"),
    "unknown node class": ("nodes_missing", "It has no node NoSuchNode."),
    "node without class_type": ("prompt_rejected", "missing the class_type property. Node ID '#8'"),
    "node is a string": ("prompt_rejected", "missing the class_type property. Node ID '#3'"),
    "required inputs missing (seed, model)": (
        "prompt_rejected",
        "KSampler (node 3): Required input is missing: model.",
    ),
    "no output node": ("prompt_rejected", "Prompt has no outputs"),
    "empty prompt": ("prompt_rejected", "Prompt has no outputs"),
    "body without prompt": ("prompt_rejected", "No prompt provided"),
    "JSON but wrong content-type": ("prompt_rejected", "Prompt has no outputs"),
    "body is a JSON list": ("prompt_rejected", "No prompt provided"),
    "bad link (length 1)": ("prompt_rejected", "Bad linked input"),
    "link to a node that does not exist": ("prompt_rejected", "'99'"),
    "link with wrong type": ("prompt_rejected", "Return type mismatch"),
    "link to slot out of range": ("prompt_rejected", "tuple index out of range"),
    "width below minimum": ("prompt_rejected", "Value 8 smaller than min of 16: width."),
    "steps 0": ("prompt_rejected", "Value 0 smaller than min of 1: steps."),
    "cfg string not a number": ("prompt_rejected", "Failed to convert an input value to a FLOAT value"),
    "seed -1": ("prompt_rejected", "Value -1 smaller than min of 0: seed."),
    "seed 2**64": ("prompt_rejected", "bigger than max of 18446744073709551615: seed."),
    "inputs null": ("prompt_rejected", "NoneType"),
    "cycle (node linked to itself)": ("prompt_rejected", "Return type mismatch"),
}
ENDED = {
    "FileNotFoundError UpscaleModelLoader": ("model_missing", "UpscaleModelLoader: Model in folder 'upscale_models'"),
    "Exception SaveImage": ("paint_failed", "SaveImage: **** ERROR: Saving image outside the output folder"),
    "PIL.UnidentifiedImageError LoadImage": ("paint_failed", "LoadImage: cannot identify image file"),
    "safetensors._safetensors_rust.SafetensorError CheckpointLoaderSimple": ("paint_failed", "invalid header length"),
    "RuntimeError CheckpointLoaderSimple": ("paint_failed", "Could not detect model type"),
    "torch.OutOfMemoryError TestbedFault": ("out_of_memory", "Allocation on device 0 would exceed allowed memory."),
    "RuntimeError TestbedFault": ("paint_failed", "expected all tensors to be on the same device"),
}


def test_nothing_that_was_recorded_is_left_out() -> None:
    assert REFUSED.keys() == {name for name, answer in REFUSALS.items() if answer["status"] == 400}
    assert ENDED.keys() == FAILURES.keys()


@pytest.mark.parametrize("name", REFUSED)
def test_a_prompt_that_is_refused(name: str) -> None:
    code, words = REFUSED[name]
    error = refused(Refused.model_validate(REFUSALS[name]["body"]))
    assert error.code == code
    assert words in error.details
    assert len(error.details) <= SHOWN


@pytest.mark.parametrize(
    ("message", "node"),
    [
        ("Cannot execute because node IPAdapterAdvanced does not exist.", "IPAdapterAdvanced"),
        ("Node 'CR Text (v2)' not found. The custom node may not be installed.", "CR Text (v2)"),
        ("Node type 'Image Resize+' not found", "Image Resize+"),
        ("Cannot execute because node UltimateSDUpscale|pysssss does not exist.", "UltimateSDUpscale|pysssss"),
        ("Cannot execute because node 图像 does not exist.", "图像"),
    ],
)
def test_a_node_that_is_missing_is_named_however_the_server_says_it(message: str, node: str) -> None:
    error = refused(Refused.model_validate({"error": {"type": "invalid_prompt", "message": message}}))
    assert (error.code, error.details) == ("nodes_missing", f"It has no node {node}.")


def test_a_circle_is_guessed_at_where_the_server_gives_no_reason() -> None:
    answer = {"error": {"type": "prompt_outputs_failed_validation", "message": "", "details": ""}, "node_errors": {}}
    assert "may run in a circle" in refused(Refused.model_validate(answer)).details


def test_a_prompt_that_is_half_accepted() -> None:
    answer = Accepted.model_validate(REFUSALS["two outputs, one invalid (partial)"]["body"])
    error = not_accepted(answer.node_errors)
    assert error.code == "prompt_rejected"
    assert "missing.png" in error.details


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("vae_name", "model_missing"),
        ("lora_name", "model_missing"),
        ("ipadapter_file", "model_missing"),
        ("clip_name", "model_missing"),
        ("unet_name", "model_missing"),
        ("control_net_name", "model_missing"),
        ("style_model_name", "model_missing"),
        ("sampler_name", "sampler_unknown"),
        ("scheduler", "sampler_unknown"),
        ("weight_type", "prompt_rejected"),
    ],
)
def test_a_value_that_is_not_in_a_list_is_a_file_a_sampler_or_a_slip(wanted: str, code: str) -> None:
    fault = {
        "type": "value_not_in_list",
        "message": "Value not in list",
        "details": f"{wanted}: 'x' not in ['y']",
        "extra_info": {"input_name": wanted, "input_config": [["y"], {}], "received_value": "x"},
    }
    answer = {"error": {}, "node_errors": {"4": {"class_type": "Node", "errors": [fault]}}}
    assert refused(Refused.model_validate(answer)).code == code


def entry(said: dict[str, Any]) -> Entry:
    return Entry.model_validate({"status": {"completed": False, "messages": [["execution_error", said]]}})


@pytest.mark.parametrize("name", ENDED)
def test_a_picture_that_fails(name: str) -> None:
    code, words = ENDED[name]
    error = failed(entry(FAILURES[name]))
    assert error.code == code
    assert words in error.details
    assert "\n" not in error.details


@pytest.mark.parametrize(
    ("kind", "said", "code"),
    [
        ("torch.cuda.OutOfMemoryError", "CUDA out of memory. Tried to allocate 2.00 GiB", "out_of_memory"),
        ("RuntimeError", "CUDA error: out of memory", "out_of_memory"),
        ("RuntimeError", "HIP out of memory. Tried to allocate 1.00 GiB", "out_of_memory"),
        ("RuntimeError", "mat1 and mat2 shapes cannot be multiplied (154x2048 and 768x320)", "family_mismatch"),
        ("RuntimeError", "Error(s) in loading state_dict: size mismatch for proj.weight", "family_mismatch"),
        ("RuntimeError", "The size of tensor a (64) must match the size of tensor b (96)", "family_mismatch"),
        ("RuntimeError", "Given groups=1, expected input[1, 9, 64, 64] to have 4 channels", "family_mismatch"),
        ("Exception", "IPAdapter model not found.", "paint_failed"),
        ("", "", "paint_failed"),
    ],
)
def test_what_pytorch_says_where_parts_do_not_go_together(kind: str, said: str, code: str) -> None:
    """Its words as its documentation and its users have them; they could not be had from a processor."""
    assert failed(entry({"node_type": "KSampler", "exception_type": kind, "exception_message": said})).code == code


def test_an_end_without_a_word_is_one_too() -> None:
    assert failed(Entry()).code == "paint_failed"
    messages = [["execution_interrupted", {}]]
    assert failed(Entry.model_validate({"status": {"messages": messages}})).code == "paint_interrupted"
