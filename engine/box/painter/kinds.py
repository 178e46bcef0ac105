"""Animals when nobody says otherwise: colours, ears, tails, heights."""

from __future__ import annotations

from dataclasses import dataclass

from engine.box.painter.brush import Colour


@dataclass(frozen=True, slots=True)
class Kind:
    """What an animal looks like when nobody says otherwise."""

    coat: Colour
    belly: Colour
    ears: str = "round"
    tail: str = ""
    snout: float = 0.0
    """How far the muzzle stands out."""
    height: float = 1.0
    """Against a hedgehog's."""


KINDS = {
    "hedgehog": Kind((122, 86, 62), (228, 198, 160), "small", "", 0.12, 0.85),
    "fox": Kind((214, 110, 48), (250, 238, 222), "pointed", "bushy", 0.1),
    "rabbit": Kind((186, 160, 132), (240, 228, 212), "long", "puff"),
    "bear": Kind((126, 88, 60), (198, 160, 122), "round", "puff", 0.06, 1.35),
    "cat": Kind((120, 116, 122), (232, 226, 222), "pointed", "long"),
    "dog": Kind((190, 142, 92), (240, 222, 196), "hanging", "long", 0.08),
    "mouse": Kind((150, 144, 146), (228, 218, 214), "large", "thin", 0.07, 0.7),
    "squirrel": Kind((188, 98, 50), (246, 226, 204), "tufted", "squirrel", 0.03, 0.9),
    "deer": Kind((178, 124, 78), (238, 218, 190), "leaf", "puff", 0.07, 1.3),
    "wolf": Kind((118, 122, 132), (222, 222, 224), "pointed", "bushy", 0.12, 1.15),
    "badger": Kind((96, 96, 100), (226, 222, 214), "small", "puff", 0.1),
    "mole": Kind((70, 66, 74), (150, 140, 146), "none", "", 0.12, 0.8),
    "beaver": Kind((124, 84, 56), (190, 148, 108), "small", "flat", 0.05),
    "lion": Kind((222, 172, 92), (246, 222, 170), "round", "tuft", 0.06, 1.25),
    "monkey": Kind((132, 92, 62), (226, 186, 146), "side", "long"),
    "elephant": Kind((154, 160, 174), (186, 190, 202), "fan", "thin", 0.0, 1.45),
    "horse": Kind((158, 106, 68), (206, 164, 124), "leaf", "hair", 0.12, 1.4),
    "unicorn": Kind((244, 238, 240), (252, 248, 248), "leaf", "hair", 0.12, 1.4),
    "cow": Kind((240, 234, 226), (250, 244, 236), "leaf", "tuft", 0.1, 1.35),
    "pig": Kind((240, 178, 172), (250, 208, 200), "leaf", "curl", 0.04),
    "sheep": Kind((244, 238, 226), (250, 246, 238), "leaf", "puff", 0.06),
    "giraffe": Kind((238, 194, 108), (250, 226, 166), "leaf", "tuft", 0.08, 1.7),
    "crocodile": Kind((104, 152, 84), (206, 216, 150), "none", "lizard", 0.16, 1.1),
    "dragon": Kind((108, 160, 102), (236, 216, 140), "horns", "lizard", 0.12, 1.3),
    "dinosaur": Kind((112, 164, 132), (228, 222, 158), "none", "lizard", 0.1, 1.4),
    "frog": Kind((112, 172, 72), (220, 230, 150), "frog", "", 0.0, 0.75),
    "turtle": Kind((132, 170, 96), (214, 204, 140), "none", "", 0.02, 0.7),
    "robot": Kind((150, 172, 188), (206, 218, 226), "antenna", "", 0.0, 1.05),
}

BIRDS = {
    "owl": Kind((140, 106, 76), (230, 206, 168), "tufted", height=0.95),
    "bird": Kind((92, 138, 190), (246, 214, 160), height=0.6),
    "duck": Kind((246, 216, 96), (252, 236, 168), height=0.7),
    "hen": Kind((244, 236, 222), (250, 246, 236), height=0.8),
    "penguin": Kind((58, 62, 78), (246, 244, 238), height=0.95),
}
