"""What the server says against a prompt, in the author's words and with a code."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import PureWindowsPath

from engine.clean import clean_line
from engine.errors import FibelError
from engine.illustrator.wire import Entry, ExecutionError, Fault, NodeFaults, Refused

SHOWN = 300
"""Characters of a server's message that help; the rest is traces and tips."""

_MODEL_INPUTS = frozenset({"ckpt_name", "unet_name", "vae_name", "lora_name", "clip_name"})
"""Inputs that name a file of the server's `models` folder."""


def refused(answer: Refused) -> FibelError:
    """Return the error for a prompt that was not accepted; what the nodes say counts more than the summary."""
    if answer.node_errors:
        return not_accepted(answer.node_errors)
    details = " ".join(part for part in (answer.error.message, answer.error.details) if part)
    return FibelError(
        "prompt_rejected", _short(details) or "The server gives no reason; the graph may run in a circle."
    )


def not_accepted(faults: Mapping[str, NodeFaults]) -> FibelError:
    """Return the error for a prompt of which nodes were found wrong."""
    for node in faults.values():
        for fault in node.errors:
            if fault.type == "value_not_in_list" and fault.input_name in _MODEL_INPUTS:
                return FibelError("model_missing", _missing(fault))
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
    if error.exception_type.endswith("OutOfMemoryError"):
        return FibelError("out_of_memory", _first_line(error))
    return FibelError("paint_failed", f"{error.node_type}: {_first_line(error)}")


def embeddings_missing(names: frozenset[str]) -> FibelError:
    """Return the error for embeddings the server does not have; it would paint without them and not say so."""
    files = ", ".join(f"{name}.safetensors or {name}.pt" for name in sorted(names))
    return FibelError("model_missing", f"The prompt uses embeddings: put {files} into ComfyUI's models/embeddings.")


def _missing(fault: Fault) -> str:
    """Name what is wanted and what comes near: another folder, another slash, a slip of the hand."""
    there = {PureWindowsPath(name).stem.casefold(): name for name in fault.options}
    near = difflib.get_close_matches(PureWindowsPath(fault.received).stem.casefold(), there, n=1)
    said = f"{fault.received!r} is not in its models folder."
    if near:
        return _short(f"{said} Did you mean {there[near[0]]!r}?")
    return _short(f"{said} There are: {', '.join(fault.options)}." if fault.options else said)


def _first_line(error: ExecutionError) -> str:
    lines = error.exception_message.strip().splitlines()
    return _short(lines[0] if lines else error.exception_type)


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
