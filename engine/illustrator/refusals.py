"""What the server says against a prompt, in the author's words and with a code."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from engine.clean import clean_line
from engine.errors import FibelError
from engine.illustrator.equipment import nearest
from engine.illustrator.wire import Entry, ExecutionError, Fault, NodeFaults, Refused
from engine.samplers import SAMPLERS, SCHEDULERS

SHOWN = 300
"""Characters of a server's message that help; the rest is traces and tips."""

_MODEL_INPUTS = frozenset(
    [
        "ckpt_name",
        "unet_name",
        "vae_name",
        "lora_name",
        "clip_name",
        "clip_name1",
        "clip_name2",
        "clip_name3",
        "clip_name4",
        "control_net_name",
        "style_model_name",
        "hypernetwork_name",
        "ipadapter_file",
        "model_name",
    ]
)
"""Inputs that name a file of the server's `models` folder."""

_SAMPLER_INPUTS = frozenset({"sampler_name", "scheduler"})

_NO_SUCH_NODE = re.compile(
    r"node (?:type )?(?P<quote>'?)(?P<name>.+?)(?P=quote) (?:does not exist|not found)", re.IGNORECASE
)

_OUT_OF_MEMORY = re.compile(r"\bout of memory\b|not enough GPU video memory", re.IGNORECASE)
"""Drivers, AMD's and Apple's backends and DirectML raise a plain `RuntimeError` with these words."""

_SHAPES = ("size mismatch", "mat1 and mat2 shapes", "must match the size of tensor", "expected input")
"""What PyTorch says where a model and an adapter, an encoder or a latent are not made for each other."""


def refused(answer: Refused) -> FibelError:
    """Return the error for a prompt that was not accepted; what the nodes say counts more than the summary."""
    if answer.node_errors:
        return not_accepted(answer.node_errors)
    if (node := _NO_SUCH_NODE.search(answer.error.message)) is not None:
        return FibelError("nodes_missing", f"It has no node {node['name']}.")
    details = " ".join(part for part in (answer.error.message, answer.error.details) if part)
    return FibelError(
        "prompt_rejected", _short(details) or "The server gives no reason; the graph may run in a circle."
    )


def not_accepted(faults: Mapping[str, NodeFaults]) -> FibelError:
    """Return the error for a prompt of which nodes were found wrong."""
    for node in faults.values():
        for fault in node.errors:
            if fault.type == "value_not_in_list" and fault.input_name in _MODEL_INPUTS:
                return FibelError("model_missing", _missing(fault, "is not in its models folder."))
            if fault.type == "value_not_in_list" and fault.input_name in _SAMPLER_INPUTS:
                return FibelError(
                    "sampler_unknown", _missing(fault, "is not known to this server.", SAMPLERS | SCHEDULERS)
                )
    said = [
        f"{node.class_type} (node {node_id}): {fault.message}: {fault.details}."
        for node_id, node in faults.items()
        for fault in node.errors
    ]
    return FibelError("prompt_rejected", _short(" ".join(said)))


def failed(entry: Entry) -> FibelError:
    """Return the error for a prompt that was accepted and came to no picture."""
    if entry.interrupted:
        return FibelError("paint_interrupted")
    error = entry.error
    if error is None:
        return FibelError("paint_failed", "The server gives no reason.")
    if error.exception_type.endswith("OutOfMemoryError") or _OUT_OF_MEMORY.search(error.exception_message):
        return FibelError("out_of_memory", _first_line(error))
    if any(shape in error.exception_message for shape in _SHAPES):
        return FibelError("family_mismatch", f"{error.node_type}: {_first_line(error)}")
    if error.exception_type.endswith("FileNotFoundError"):
        return FibelError("model_missing", f"{error.node_type}: {_first_line(error)}")
    return FibelError("paint_failed", f"{error.node_type}: {_first_line(error)}")


def _missing(fault: Fault, what: str, usual: Collection[str] = ()) -> str:
    """Name what is wanted and what comes near: another folder, another slash, a slip of the hand.

    Args:
        usual: what servers have, for those that leave long lists out.
    """
    said = f"{fault.received!r} {what}"
    if near := nearest(fault.received, fault.options or sorted(usual)):
        return _short(f"{said} Did you mean {near!r}?")
    return _short(f"{said} There are: {', '.join(fault.options)}." if fault.options else said)


def _first_line(error: ExecutionError) -> str:
    lines = error.exception_message.strip().splitlines()
    return _short(lines[0] if lines else error.exception_type)


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
