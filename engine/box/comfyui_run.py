"""The box's ComfyUI: a prompt on its way through its nodes, and what is told of it.

Shapes and order of the frames as observed on ComfyUI 0.3.64. All of them go to the client that submitted the prompt.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from pydantic import JsonValue

from engine.box.comfyui_graph import Graph, Node
from engine.box.comfyui_sockets import Preview, Sockets
from engine.box.hardware import ModelPreset
from engine.units import Px

if TYPE_CHECKING:
    from PIL.Image import Image

PREVIEW_SIDE: Px = 512


class Painting(Protocol):
    """A picture that can be looked at while it comes into being."""

    def image(self) -> Image: ...

    def preview(self, fraction: float, longest_side: Px = PREVIEW_SIDE) -> Image: ...


Painter = Callable[[str, str, int, Px, Px], Painting]
"""From positive and negative prompt, seed, width and height."""


@dataclass(frozen=True, slots=True)
class Latent:
    """What a sampler takes and gives; `paintings` is empty before the first one."""

    width: Px
    height: Px
    batch: int
    paintings: tuple[Painting, ...] = ()
    painted_from: tuple[str, str, int] | None = None
    """Words and seed, where a sampler has made the paintings of nothing else."""
    stencil: Stencil | None = None
    """The only part a sampler may change."""

    @property
    def pixels(self) -> Px:
        return self.width * self.height * self.batch


@dataclass(frozen=True, slots=True)
class Stencil:
    """A mask: white where something may change."""

    image: Image


@dataclass(frozen=True, slots=True)
class Look:
    """The reference picture of an adapter, and how much it counts."""

    reference: Image
    weight: float


@dataclass(frozen=True, slots=True)
class Adapted:
    """A model that an adapter has been laid over."""

    model: ModelPreset
    look: Look


@dataclass(frozen=True, slots=True)
class Pictures:
    """Decoded pictures."""

    paintings: tuple[Painting, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What an output node tells of itself."""

    output: dict[str, JsonValue]


Value = ModelPreset | Adapted | Latent | Pictures | Stencil | Shown | str
"""What goes from node to node; a text stands for its conditioning, a model for its text encoder and decoder too, a
name for a file that is loaded and does nothing here."""

V = TypeVar("V", ModelPreset, Latent, Pictures, Stencil, str)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One accepted prompt."""

    number: float
    id: str
    raw: dict[str, JsonValue]
    graph: Graph
    extra: dict[str, JsonValue]
    goals: list[str]

    @property
    def client(self) -> str | None:
        client = self.extra.get("client_id")
        return client if isinstance(client, str) else None

    def item(self) -> list[JsonValue]:
        """As `/queue` lists it."""
        return [self.number, self.id, self.raw, self.extra, list[JsonValue](self.goals)]


class Interrupted(Exception):
    """Somebody asked for the end of the running prompt."""


class NodeError(Exception):
    """A node failed; the type and the words are what the server says of it."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.kind = kind


class Run:
    """The prompt that is being executed; `values` are what its nodes have given so far."""

    def __init__(self, prompt: Prompt, sockets: Sockets) -> None:
        self.prompt = prompt
        self.values: dict[str, tuple[Value, ...]] = {}
        self.node: str | None = None
        self.interrupted = False
        self._sockets = sockets
        self._completed = False
        self._executed: list[JsonValue] = []
        self._states: dict[str, JsonValue] = {}
        self._outputs: dict[str, JsonValue] = {}
        self._messages: list[JsonValue] = []

    @property
    def here(self) -> Node:
        """The node it is at."""
        return self.prompt.graph[self.node or self.prompt.goals[0]]

    @property
    def watched(self) -> bool:
        """Whether anybody would see a preview."""
        return self._sockets.watched(self.prompt.client)

    def taken(self, name: str, kind: type[V]) -> V:
        """Return what an input of the present node comes with.

        Raises:
            NodeError: it is something else, which the check of the graph has seen to.
        """
        value = self.given(name)
        if not isinstance(value, kind):
            raise NodeError("TypeError", f"{name} is no {kind.__name__}")
        return value

    def given(self, name: str) -> Value:
        """Return whatever an input of the present node comes with."""
        source, slot = self.here.links()[name]
        return self.values[source][slot]

    @property
    def model(self) -> tuple[ModelPreset, Look | None]:
        """The model the present node works with, and what an adapter makes it look at."""
        value = self.given("model")
        return (value.model, value.look) if isinstance(value, Adapted) else (self.taken("model", ModelPreset), None)

    def stop_if_asked(self) -> None:
        """End here if somebody asked for it.

        Raises:
            Interrupted: then.
        """
        if self.interrupted:
            raise Interrupted

    def entry(self) -> JsonValue:
        """Return what the history keeps of it."""
        meta: dict[str, JsonValue] = {
            node: {"node_id": node, "display_node": node, "parent_node": None, "real_node_id": node}
            for node in self._outputs
        }
        status: dict[str, JsonValue] = {
            "status_str": "success" if self._completed else "error",
            "completed": self._completed,
            "messages": self._messages,
        }
        return {"prompt": self.prompt.item(), "outputs": self._outputs, "status": status, "meta": meta}

    # ── what is told ─────────────────────────────────────────────────────────────────────────────────────────

    def started(self) -> None:
        """Tell that it begins, and which nodes need not be executed."""
        self._message("execution_start", {})
        cached: list[JsonValue] = [node for node in self.prompt.graph if node in self.values]
        self._message("execution_cached", {"nodes": cached})

    def arrived(self, node: str) -> None:
        """Tell of the next node."""
        self.node = node
        self._state(node, 0.0, 1.0, "running")
        self._tell("executing", {"node": node, "display_node": node})

    def stepped(self, step: int, steps: int, jpeg: bytes | None) -> None:
        """Tell of a step of the sampler, with the picture as it is."""
        node = self.node or ""
        self._state(node, step, steps, "running")
        preview = None if jpeg is None else Preview(self.prompt.id, node, jpeg)
        data: dict[str, JsonValue] = {"value": step, "max": steps, "prompt_id": self.prompt.id, "node": node}
        self._sockets.tell_progress(self.prompt.client, "progress", data, preview)

    def left(self, node: str, value: tuple[Value, ...], steps: int = 0) -> None:
        """Tell that a node was executed."""
        self.values[node] = value
        self._show(node)
        self._state(node, steps or 1.0, steps or 1.0, "finished")
        self._executed.append(node)

    def shown_again(self, node: str) -> None:
        """Tell of an output that was there before."""
        self._show(node)
        self._state(node, 1, 1, "finished")

    def succeeded(self) -> None:
        self._completed = True
        self._message("execution_success", {})

    def was_interrupted(self) -> None:
        self._message("execution_interrupted", self._where())

    def failed(self, kind: str, words: str) -> None:
        """Tell of the end by an error.

        Args:
            kind: the name of the exception's type.
        """
        error: dict[str, JsonValue] = {
            "exception_message": words,
            "exception_type": kind,
            "traceback": [],
            "current_inputs": {},
            "current_outputs": [],
        }
        self._message("execution_error", self._where() | error)

    def _where(self) -> dict[str, JsonValue]:
        return {"node_id": self.node, "node_type": self.here.class_type, "executed": self._executed}

    def _show(self, node: str) -> None:
        for value in self.values[node]:
            if isinstance(value, Shown):
                self._outputs[node] = value.output
                self._tell("executed", {"node": node, "display_node": node, "output": value.output})

    def _state(self, node: str, value: float, of: float, state: str) -> None:
        self._states[node] = {
            "value": value,
            "max": of,
            "state": state,
            "node_id": node,
            "prompt_id": self.prompt.id,
            "display_node_id": node,
            "parent_node_id": None,
            "real_node_id": node,
        }
        data: dict[str, JsonValue] = {"prompt_id": self.prompt.id, "nodes": self._states}
        self._sockets.tell_progress(self.prompt.client, "progress_state", data)

    def _message(self, kind: str, data: dict[str, JsonValue]) -> None:
        """Tell something that the history keeps."""
        data = {"prompt_id": self.prompt.id, **data, "timestamp": int(time.time() * 1000)}
        self._messages.append([kind, data])
        self._sockets.tell(self.prompt.client, kind, data)

    def _tell(self, kind: str, data: dict[str, JsonValue]) -> None:
        self._sockets.tell(self.prompt.client, kind, {**data, "prompt_id": self.prompt.id})
