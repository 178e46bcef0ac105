"""The box's Ollama: what is asked and answered, as of Ollama 0.30 and later (`api/types.go`)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from engine.box.hardware import MIB, ModelPreset
from engine.units import Seconds, Tokens

DEFAULT_CONTEXT: Tokens = 4096
MODEL_CONTEXT: Tokens = 131_072
"""What Llama 3.1 was trained with."""

Part = dict[str, JsonValue]

_DURATION = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)")
_UNITS: Mapping[str, Seconds] = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}


class Refused(Exception):
    """An answer with a status and Ollama's words."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class Said(StrEnum):
    """Where an answer's words stand: in a chat's `message` or in a `response`."""

    MESSAGE = "message"
    RESPONSE = "response"

    def wrap(self, words: str) -> JsonValue:
        return {"role": "assistant", "content": words} if self is Said.MESSAGE else words


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Message(_Asked):
    role: str
    content: str = ""


class Options(_Asked):
    num_ctx: Annotated[int, Field(ge=1)] = DEFAULT_CONTEXT
    num_predict: int = -1
    seed: int = 0


class Named(_Asked):
    """A question about a model."""

    model: Annotated[str, Field(min_length=1)]


class Body(Named):
    """A chat or a generate request."""

    messages: list[Message] = []
    prompt: str = ""
    system: str = ""
    stream: bool = True
    format: JsonValue = None
    options: Options = Options()
    keep_alive: float | str | None = None
    truncate: bool = True
    shift: bool = True

    def said(self) -> list[tuple[str, str]]:
        """Return the messages, whichever route they came by; none: the model is to be loaded or unloaded."""
        if self.messages:
            return [(message.role, message.content) for message in self.messages]
        if not self.prompt:
            return []
        return [("system", self.system)] * bool(self.system) + [("user", self.prompt)]

    def schema_(self) -> Mapping[str, JsonValue] | None:
        """Return the JSON schema the answer has to fit; None for prose.

        Raises:
            Refused: 500, it is neither a schema nor "json".
        """
        if self.format in (None, ""):
            return None
        if isinstance(self.format, dict):
            return self.format
        if self.format == "json":
            return {"type": "object"}
        raise Refused(500, f'invalid format: {json.dumps(self.format)}; expected "json" or a valid JSON Schema object')

    def stays(self) -> Seconds | None:
        """Return how long the model is to stay after its use, negative for ever; None leaves it as it is.

        A text is read as Go reads durations: it needs units.

        Raises:
            Refused: 400.
        """
        if not isinstance(self.keep_alive, str):
            return self.keep_alive
        number = self.keep_alive.lstrip("+-")
        if number == "0":
            return 0.0
        parts = _DURATION.findall(number)
        if not parts or "".join(amount + unit for amount, unit in parts) != number:
            what = "missing unit in" if number.replace(".", "", 1).isdecimal() else "invalid"
            raise Refused(400, f'time: {what} duration "{self.keep_alive}"')
        seconds = sum(float(amount) * _UNITS[unit] for amount, unit in parts)
        return -seconds if self.keep_alive.startswith("-") else seconds


def part(model: ModelPreset, said: Said, words: str) -> Part:
    """Return one line of an answer."""
    return {"model": model.name, "created_at": moment(datetime.now(UTC)), said.value: said.wrap(words), "done": False}


def last(model: ModelPreset, said: Said, reason: str, words: str = "") -> Part:
    """Return the line an answer ends with."""
    return part(model, said, words) | {"done": True, "done_reason": reason}


def listed(model: ModelPreset) -> Part:
    """Return a model as `/api/tags` and `/api/ps` list it."""
    return {
        "name": model.name,
        "model": model.name,
        "size": model.file_mib * MIB,
        "digest": hashlib.sha256(model.name.encode()).hexdigest(),
        "details": details(model),
    }


def details(model: ModelPreset) -> Part:
    family = "llama" if model.name.startswith("llama") else model.name.partition(":")[0]
    return {
        "parent_model": "",
        "format": "gguf",
        "family": family,
        "families": [family],
        "parameter_size": "8.0B",
        "quantization_level": "Q4_K_M",
    }


def nanoseconds(seconds: Seconds) -> int:
    return int(seconds * 1e9)


def moment(when: datetime) -> str:
    """Write a time as Go does: nine digits and an offset."""
    return f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond * 1000:09d}Z"
