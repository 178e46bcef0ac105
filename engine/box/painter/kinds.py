"""What each animal that stands on its hind legs in a picture book is made of."""

from __future__ import annotations

from dataclasses import dataclass

from engine.box.painter.colour import Colour


@dataclass(frozen=True, slots=True)
class Kind:
    """An animal when nobody says otherwise; `height` against a hedgehog's."""

    coat: Colour
    belly: Colour
    head: str = "round"
    ears: str = "round"
    tail: str = ""
    height: float = 1.0
    limbs: Colour | None = None
    """Paws, if they are not of the coat's colour."""
    nose: Colour = (50, 36, 42)


UPRIGHT: dict[str, Kind] = {
    "hedgehog": Kind((118, 82, 62), (240, 214, 178), "hedgehog", "small", height=0.92, limbs=(206, 164, 128)),
    "fox": Kind((222, 112, 46), (252, 242, 226), "fox", "pointed", "bushy", 1.0, (82, 54, 48)),
    "rabbit": Kind((190, 164, 138), (246, 234, 218), "rabbit", "long", "puff", 0.95, nose=(214, 120, 120)),
    "bear": Kind((138, 94, 62), (214, 176, 134), "bear", "round", "puff", 1.3),
    "cat": Kind((128, 124, 132), (240, 234, 228), "cat", "pointed", "long", 0.95, nose=(214, 120, 120)),
    "tiger": Kind((232, 148, 58), (252, 240, 220), "cat", "round", "long", 1.15, nose=(206, 110, 110)),
    "dog": Kind((198, 146, 92), (248, 230, 204), "bear", "hanging", "wag", 1.0),
    "mouse": Kind((158, 152, 158), (236, 226, 222), "mouse", "large", "thin", 0.72, (232, 178, 172), (206, 110, 116)),
    "hamster": Kind((224, 168, 102), (250, 236, 214), "hamster", "small", "", 0.72, (240, 196, 176), (206, 110, 116)),
    "squirrel": Kind((194, 94, 44), (250, 232, 208), "rabbit", "tufted", "squirrel", 0.92),
    "wolf": Kind((122, 128, 142), (228, 228, 230), "fox", "pointed", "bushy", 1.15, (86, 90, 104)),
    "raccoon": Kind((138, 136, 142), (224, 220, 216), "raccoon", "round", "ringed", 0.98, (66, 62, 70)),
    "badger": Kind((92, 92, 100), (232, 226, 216), "badger", "small", "puff", 1.0, (60, 56, 64)),
    "mole": Kind((74, 68, 82), (122, 112, 124), "mole", "", "", 0.82, (234, 170, 160), (226, 128, 128)),
    "beaver": Kind((128, 86, 56), (206, 164, 122), "beaver", "small", "flat", 0.98),
    "otter": Kind((132, 96, 70), (230, 208, 178), "bear", "small", "wag", 0.98),
    "lion": Kind((230, 180, 98), (250, 230, 182), "lion", "round", "tuft", 1.22),
    "monkey": Kind((140, 94, 62), (238, 200, 160), "monkey", "side", "curled", 0.98),
    "pig": Kind((244, 180, 172), (252, 212, 202), "pig", "flop", "curl", 1.0),
    "crocodile": Kind((110, 158, 84), (224, 226, 156), "saurian", "", "lizard", 1.15),
    "dragon": Kind((96, 158, 108), (242, 222, 146), "saurian", "horns", "lizard", 1.3),
    "dinosaur": Kind((104, 168, 150), (236, 228, 166), "saurian", "", "lizard", 1.35),
    "bat": Kind((104, 92, 112), (180, 164, 176), "rabbit", "pointed", "", 0.8),
    "ghost": Kind((238, 240, 246), (238, 240, 246), "ghost", "", "", 1.0),
    "monster": Kind((120, 176, 160), (224, 232, 190), "monster", "horns", "", 1.2),
    "robot": Kind((150, 174, 190), (212, 222, 228), "robot", "antenna", "", 1.05),
    "snowman": Kind((244, 246, 250), (244, 246, 250), "snowman", "", "", 1.1),
    "teddy bear": Kind((204, 152, 98), (240, 210, 164), "bear", "round", "", 0.72),
}
