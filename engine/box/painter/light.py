"""The hour of a picture, and what it does to its colours."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from engine.box.painter.brush import Colour, mixed
from engine.box.painter.understanding import Wish

NIGHT_TINT: Colour = (38, 48, 98)

SKIES: dict[str, tuple[Colour, Colour]] = {
    "day": ((150, 202, 232), (232, 244, 238)),
    "morning": ((176, 206, 232), (252, 228, 196)),
    "evening": ((118, 116, 172), (250, 176, 122)),
    "night": ((24, 32, 78), (72, 86, 146)),
}


@dataclass(frozen=True, slots=True)
class Light:
    """What the hour does to every colour."""

    time: str

    @property
    def is_dark(self) -> bool:
        return self.time == "night"

    def on(self, colour: Colour) -> Colour:
        """Return a colour as it looks at this hour."""
        match self.time:
            case "night":
                return mixed(colour, NIGHT_TINT, 0.5)
            case "evening":
                return mixed(colour, (226, 128, 92), 0.2)
            case "morning":
                return mixed(colour, (255, 226, 190), 0.16)
        return colour


def light_of(wish: Wish) -> Light:
    starry = any(thing in ("star", "stars", "moon") for thing, _ in wish.things)
    return Light(wish.time or ("night" if starry and not wish.indoors else "day"))


def gradient(size: tuple[int, int], above: Colour, below: Colour) -> Image.Image:
    """Return a picture that goes from one colour to another."""
    mask = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, below), Image.new("RGB", size, above), mask)
