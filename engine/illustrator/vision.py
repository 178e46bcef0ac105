"""A vision model the author supplies, as an eye for likeness: any ONNX file that turns a picture into numbers.

Made for DINOv2-small and for the picture half of CLIP: one input of 1 x 3 x 224 x 224, colours normalised as they were
trained with (ImageNet's mean and deviation). Runs on the processor, with the package `onnxruntime`; a picture takes
some tenths of a second. Nothing is downloaded.
"""

from __future__ import annotations

import importlib
import io
import math
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.book.model import Region
from engine.errors import FibelError
from engine.illustrator.likeness import Picture
from engine.units import Px

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE: Px = 224
MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)

MIDDLE = Region(left=0.1, top=0.1, width=0.8, height=0.85)
"""Where the character is looked for on a picture nobody has marked."""


class VisionEye:
    """Goes by a vision model. Remembers each take it has seen; may be used from several threads.

    Raises:
        FibelError: `vision_unusable` where the package or the file is missing, or the file is no such model.
    """

    def __init__(self, file: Path) -> None:
        self.name = file.stem
        self._file = file
        try:
            runtime: Any = importlib.import_module("onnxruntime")
        except ImportError as error:
            raise FibelError("vision_unusable", "The package onnxruntime is not installed.") from error
        self._faults = _faults(runtime)
        try:
            self._session: Any = runtime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
            (given, *more) = self._session.get_inputs()
        except self._faults as error:
            raise FibelError("vision_unusable", f"{file}: {(str(error).splitlines() or ['?'])[0]}") from error
        if more or len(given.shape) != 4:
            raise FibelError("vision_unusable", f"{file}: one input of 1 x 3 x {SIDE} x {SIDE} was expected.")
        self._input: str = given.name
        self._seen: dict[tuple[str, Region | None], tuple[float, ...]] = {}
        self._looking = threading.Lock()

    def alike(self, picture: Picture, reference: Picture) -> float:
        """Return how alike two pictures are; see :class:`engine.illustrator.likeness.Eye`."""
        one, other = self._numbers(picture), self._numbers(reference)
        return max(0.0, sum(a * b for a, b in zip(one, other, strict=True)))

    def can_tell(self, picture: Picture, action: str) -> bool:
        """Say yes: a model has seen the dark, and beds; see :class:`engine.illustrator.likeness.Eye`."""
        return True

    def _numbers(self, picture: Picture) -> tuple[float, ...]:
        key = (picture.id, picture.part)
        with self._looking:
            if key not in self._seen:
                self._seen[key] = self._asked(_cropped(picture.read(), picture.part or MIDDLE))
            return self._seen[key]

    def _asked(self, image: Image) -> tuple[float, ...]:
        """Return the model's numbers for a picture, of length 1; of several tokens the first, which stands for all."""
        numpy: Any = importlib.import_module("numpy")  # comes with onnxruntime
        colours = (numpy.asarray(image, dtype="float32") / 255 - MEAN) / DEVIATION
        batch = colours.transpose(2, 0, 1)[None].astype("float32")
        try:
            answer: Any = self._session.run(None, {self._input: batch})[0]
        except self._faults as error:
            raise FibelError("vision_unusable", f"{self._file}: {(str(error).splitlines() or ['?'])[0]}") from error
        if answer.ndim == 3:
            answer = answer[:, 0]
        return _of_length_one([float(number) for number in answer.reshape(-1)])


def _faults(runtime: Any) -> tuple[type[Exception], ...]:
    """Return the runtime's own exceptions: a dozen classes that share no parent but Exception."""
    own = vars(runtime.capi.onnxruntime_pybind11_state).values()
    raised = [one for one in own if isinstance(one, type) and issubclass(one, Exception)]
    return (*raised, RuntimeError, ValueError)


def _cropped(png: bytes, part: Region) -> Image:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
            width, height = opened.size
            left, top = part.left * width, part.top * height
            box = (left, top, min(width, left + part.width * width), min(height, top + part.height * height))
            return opened.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BICUBIC, box=box)
    except (OSError, SyntaxError, ValueError) as error:
        raise FibelError("take_broken", f"{type(error).__name__}: {error}") from error


def _of_length_one(numbers: Sequence[float]) -> tuple[float, ...]:
    length = math.sqrt(sum(number * number for number in numbers)) or 1.0
    return tuple(number / length for number in numbers)
