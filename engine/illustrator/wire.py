"""What a ComfyUI server says, as values. Checked here once; what we do not know is left out, never an error.

Shapes as observed on ComfyUI 0.3.64.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from engine.clean import CleanLine, CleanText
from engine.units import Bytes

_PREVIEW_WITH_METADATA = 4
"""Code of the one binary frame we read. Code 1 has no prompt id: it may be a stranger's picture."""

_JPEG = b"\xff\xd8\xff"

FEATURES = '{"type":"feature_flags","data":{"supports_preview_metadata":true}}'
"""Must be the very first message of the client, else previews come without their prompt's id."""


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


# ── what the websocket brings ────────────────────────────────────────────────────────────────────────────────────


class _OfPrompt(_Said):
    prompt_id: str


class Begun(_Said):
    type: Literal["execution_start"]
    data: _OfPrompt


class _Node(_Said):
    node: str | None
    prompt_id: str | None = None


class Executing(_Said):
    """A node begins; no node: the prompt is at its end. Just after a reconnect it comes without a prompt id."""

    type: Literal["executing"]
    data: _Node


class _Steps(_Said):
    value: float
    max: float
    node: str | None = None
    prompt_id: str


class Progress(_Said):
    type: Literal["progress"]
    data: _Steps


class Ended(_Said):
    type: Literal["execution_error", "execution_interrupted", "execution_success"]
    data: _OfPrompt


class QueueChanged(_Said):
    """Somebody's prompt came or went; sent to everybody."""

    type: Literal["status"]


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    prompt_id: str
    jpeg: bytes


Frame = Begun | Executing | Progress | Ended | QueueChanged | PreviewFrame

_TEXT: TypeAdapter[Begun | Executing | Progress | Ended | QueueChanged] = TypeAdapter(
    Annotated[Begun | Executing | Progress | Ended | QueueChanged, Field(discriminator="type")]
)


class _PreviewMetadata(_Said):
    prompt_id: str
    image_type: str = ""


def read_frame(message: str | bytes) -> Frame | None:
    """Return what a message of the websocket says, or None where it says nothing we use."""
    try:
        if isinstance(message, str):
            return _TEXT.validate_json(message)
        return _read_preview(message)
    except (ValidationError, struct.error):
        return None


def _read_preview(message: bytes) -> PreviewFrame | None:
    """Read `[4][length of the metadata][metadata as JSON][picture]`; numbers are big-endian, 32 bits."""
    (code,) = struct.unpack_from(">I", message)
    if code != _PREVIEW_WITH_METADATA:
        return None
    (length,) = struct.unpack_from(">I", message, 4)
    metadata = _PreviewMetadata.model_validate_json(message[8 : 8 + length])
    picture = message[8 + length :]
    return PreviewFrame(metadata.prompt_id, picture) if picture.startswith(_JPEG) else None


# ── what HTTP brings ─────────────────────────────────────────────────────────────────────────────────────────────


class Fault(_Said):
    """One thing that is wrong with a prompt, or with one of its nodes."""

    type: str = ""
    message: CleanLine = ""
    details: CleanLine = ""
    extra_info: JsonValue = None

    @property
    def input_name(self) -> str:
        match self.extra_info:
            case {"input_name": str() as name}:
                return name
            case _:
                return ""

    @property
    def options(self) -> list[str]:
        """The values the input may have, as far as the server tells; it leaves long lists out."""
        match self.extra_info:
            case {"input_config": [list() as values, *_]}:
                return [str(value) for value in values]
            case {"input_config": ["COMBO", {"options": list() as values}, *_]}:
                return [str(value) for value in values]
            case _:
                return []

    @property
    def received(self) -> str:
        match self.extra_info:
            case {"received_value": value}:
                return str(value)
            case _:
                return ""


class NodeFaults(_Said):
    class_type: CleanLine = ""
    errors: list[Fault] = []


class Accepted(_Said):
    """The answer 200 to `POST /prompt`. With node errors one of several outputs was dropped in silence."""

    prompt_id: str
    node_errors: dict[str, NodeFaults] = {}


class Refused(_Said):
    """The answer 400 to `POST /prompt`."""

    error: Fault = Fault()
    node_errors: dict[str, NodeFaults] = {}


def _as_item(value: object) -> object:
    """Turn `[number, prompt id, graph, extra data, …]` into named fields; newer servers append to the list."""
    match value:
        case [number, prompt_id, _, extra, *_]:
            return {"number": number, "prompt_id": prompt_id, "extra": extra}
        case _:
            return value


class _Extra(_Said):
    client_id: str = ""


class _Item(_Said):
    number: float
    prompt_id: str
    extra: _Extra = _Extra()


QueueItem = Annotated[_Item, BeforeValidator(_as_item)]


class Queue(_Said):
    """The prompts of everybody. Those that wait come in no order: the lowest number is next."""

    queue_running: list[QueueItem] = []
    queue_pending: list[QueueItem] = []

    def client_of(self, prompt_id: str) -> str | None:
        """Return the id of the client that is told of this prompt, or None if it neither runs nor waits."""
        for item in (*self.queue_running, *self.queue_pending):
            if item.prompt_id == prompt_id:
                return item.extra.client_id
        return None

    def runs(self, prompt_id: str) -> bool:
        return any(item.prompt_id == prompt_id for item in self.queue_running)

    def ahead_of(self, prompt_id: str) -> int:
        """Return how many prompts come before this one; 0 if it runs."""
        own = [item.number for item in self.queue_pending if item.prompt_id == prompt_id]
        if not own:
            return 0
        return len(self.queue_running) + sum(item.number < own[0] for item in self.queue_pending)


class SavedImage(_Said):
    filename: str
    subfolder: str = ""
    type: str = "output"


class _Output(_Said):
    images: list[SavedImage] = []


class Uploaded(_Said):
    """The answer to an upload. The name may be another than ours, where a different picture has it already."""

    name: str
    subfolder: str = ""

    @property
    def path(self) -> str:
        return f"{self.subfolder}/{self.name}" if self.subfolder else self.name


class ExecutionError(_Said):
    """Why a node failed. Tracebacks and inputs are left on the server: they hold its paths, and whole tensors."""

    node_type: CleanLine = ""
    exception_type: CleanLine = ""
    exception_message: CleanText = ""


class _Status(_Said):
    completed: bool = False
    messages: list[tuple[str, JsonValue]] = []


class Entry(_Said):
    """What the history holds of a prompt that is at its end."""

    outputs: dict[str, _Output] = {}
    status: _Status | None = None

    @property
    def completed(self) -> bool:
        return self.status is not None and self.status.completed

    @property
    def interrupted(self) -> bool:
        return any(kind == "execution_interrupted" for kind, _ in self._messages)

    @property
    def error(self) -> ExecutionError | None:
        said = next((said for kind, said in self._messages if kind == "execution_error"), None)
        if said is None:
            return None
        try:
            return ExecutionError.model_validate(said)
        except ValidationError:
            return ExecutionError()

    @property
    def _messages(self) -> list[tuple[str, JsonValue]]:
        return self.status.messages if self.status is not None else []


class Device(_Said):
    """Memory as PyTorch sees it, in bytes. On a processor ("cpu") every number is that of the main memory."""

    name: CleanLine = ""
    type: str = ""
    vram_total: Bytes = 0
    vram_free: Bytes = 0
    """Free on the whole device, *plus* what this server's PyTorch keeps for itself without using it."""
    torch_vram_total: Bytes = 0
    torch_vram_free: Bytes = 0

    @property
    def title(self) -> str:
        """The card's own name, without PyTorch's number and allocator."""
        return self.name.split(" : ")[0].removeprefix("cuda:0 ").strip()

    @property
    def is_card(self) -> bool:
        return self.type not in ("", "cpu")

    @property
    def free(self) -> Bytes:
        """What another process could get now."""
        return max(0, self.vram_free - self.torch_vram_free)

    @property
    def in_use(self) -> Bytes:
        """What this server's models and pictures hold now."""
        return max(0, self.torch_vram_total - self.torch_vram_free)


class System(_Said):
    comfyui_version: CleanLine = ""
    pytorch_version: CleanLine = ""
    python_version: CleanLine = ""
    ram_free: Bytes = 0
    argv: list[CleanLine] = []
    """The line the server was started with; the flags are in it."""


class SystemStats(_Said):
    system: System
    devices: list[Device] = []

    @property
    def card(self) -> Device | None:
        """The card the server computes on; None if it computes on the processor."""
        return next((device for device in self.devices if device.is_card), None)

    @property
    def in_use(self) -> Bytes:
        """What is in use of the card's and the main memory, but for a number that stays the same: good to compare."""
        return (self.card.vram_total - self.card.free if self.card else 0) - self.system.ram_free
