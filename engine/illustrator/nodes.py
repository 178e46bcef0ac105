"""What a server says of its classes of nodes."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError


class _Inputs(BaseModel):
    required: dict[str, list[JsonValue]] = {}
    optional: dict[str, list[JsonValue]] = {}


class NodeClass(BaseModel):
    """What `/object_info` says of a class of nodes."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    input: _Inputs = _Inputs()

    def options(self, name: str) -> list[JsonValue] | None:
        """Return the values an input may have, or None where it is no choice.

        ComfyUI 0.3.64 writes choices in two ways: `[[values], {…}]` and `["COMBO", {"options": [values]}]`.
        """
        match self.input.required.get(name) or self.input.optional.get(name):
            case [list() as values, *_]:
                return values
            case ["COMBO", {"options": list() as values}, *_]:
                return values
            case _:
                return None

    def uploads(self, name: str) -> bool:
        """Whether an input names a picture that clients upload; the list then shows only what lies there now."""
        match self.input.required.get(name) or self.input.optional.get(name):
            case [_, {"image_upload": True}, *_]:
                return True
            case _:
                return False


ObjectInfo = Mapping[str, NodeClass]

_OBJECT_INFO = TypeAdapter(dict[str, NodeClass])


def read_object_info(text: str | bytes) -> ObjectInfo | None:
    """Read the answer to `/object_info`, or return None where it cannot be understood: then nothing is checked."""
    try:
        return _OBJECT_INFO.validate_json(text)
    except ValidationError:
        return None
