"""People: children with large heads, grown-ups, and the trades and titles one knows by their hats."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from random import Random

from engine.box.painter import garments
from engine.box.painter.body import ADULT, BABY, CHILD, Anatomy, draw_arm, draw_legs, hands_in
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, Colour, darker, lighter, mix
from engine.box.painter.faces import Features, draw_face
from engine.box.painter.wish import Figure, Worn

SKINS: tuple[Colour, ...] = ((250, 218, 190), (240, 198, 160), (206, 154, 114), (150, 104, 78))
HAIRS: tuple[Colour, ...] = ((104, 70, 50), (66, 54, 56), (226, 178, 98), (190, 96, 54), (142, 92, 58))
GREY: Colour = (214, 210, 208)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody; `worn` is what one knows them by, `height` against a hedgehog's."""

    anatomy: Anatomy
    height: float
    hair: str
    worn: tuple[Worn, ...] = ()
    grey: bool = False
    beard: str = ""


def _w(*garments_: str) -> tuple[Worn, ...]:
    """Return garments from "colour kind" or "kind"."""
    worn = []
    for text in garments_:
        first, _, rest = text.partition(" ")
        worn.append(Worn(rest, first) if first in COLOURS else Worn(text))
    return tuple(worn)


PEOPLE: dict[str, Person] = {
    "girl": Person(CHILD, 1.25, "braids", _w("dress")),
    "boy": Person(CHILD, 1.25, "short", _w("sweater", "blue trousers")),
    "child": Person(CHILD, 1.2, "bob", _w("dungarees", "sweater")),
    "baby": Person(BABY, 0.72, "tuft", _w("blue pyjamas")),
    "woman": Person(ADULT, 1.75, "long", _w("dress")),
    "man": Person(ADULT, 1.85, "short", _w("sweater", "brown trousers")),
    "grandmother": Person(ADULT, 1.55, "bun", _w("purple dress", "glasses", "white apron"), grey=True),
    "grandfather": Person(ADULT, 1.65, "bald", _w("green cardigan", "brown trousers", "glasses"), True, "moustache"),
    "princess": Person(CHILD, 1.3, "long", _w("pink dress", "crown")),
    "prince": Person(CHILD, 1.3, "bob", _w("blue coat", "crown", "white trousers")),
    "king": Person(ADULT, 1.7, "bob", _w("red robe", "crown"), True, "full"),
    "queen": Person(ADULT, 1.7, "bun", _w("purple dress", "crown", "necklace")),
    "knight": Person(ADULT, 1.5, "short", _w("armour", "helmet", "grey trousers")),
    "pirate": Person(ADULT, 1.55, "bob", _w("red coat", "pirate hat", "black boots"), beard="full"),
    "witch": Person(ADULT, 1.5, "long", _w("black robe", "witch hat")),
    "wizard": Person(ADULT, 1.65, "long", _w("blue robe", "blue witch hat"), True, "long"),
    "astronaut": Person(CHILD, 1.35, "short", _w("spacesuit", "white trousers", "grey boots")),
    "farmer": Person(ADULT, 1.7, "short", _w("dungarees", "red shirt", "straw hat", "brown boots")),
    "gardener": Person(ADULT, 1.65, "long", _w("green dungarees", "white shirt", "straw hat", "green boots")),
    "fisherman": Person(
        ADULT, 1.7, "short", _w("yellow coat", "rain hat", "green boots", "grey trousers"), True, "full"
    ),
    "captain": Person(ADULT, 1.7, "short", _w("blue coat", "white hat", "white trousers"), True, "full"),
    "baker": Person(ADULT, 1.65, "short", _w("white coat", "baker hat", "apron"), beard="moustache"),
    "teacher": Person(ADULT, 1.7, "bun", _w("green dress", "glasses")),
    "doctor": Person(ADULT, 1.7, "bob", _w("white coat", "blue trousers", "glasses")),
    "fairy": Person(CHILD, 1.0, "bun", _w("pink dress", "wings", "flower wreath")),
    "angel": Person(CHILD, 1.1, "bob", _w("white dress", "wings")),
    "mermaid": Person(CHILD, 1.15, "long", _w("turquoise dress", "necklace")),
    "dwarf": Person(BABY, 0.95, "bald", _w("green coat", "red nightcap", "brown boots"), True, "long"),
    "troll": Person(BABY, 1.2, "tuft", _w("brown vest"), beard=""),
    "giant": Person(ADULT, 2.1, "short", _w("brown vest", "green shirt", "blue trousers"), beard="full"),
    "clown": Person(ADULT, 1.6, "curly", _w("yellow shirt", "red trousers", "bow tie", "blue hat")),
}
_FULL = frozenset({"dress", "coat", "robe", "pyjamas", "spacesuit", "armour"})
_UPPER = frozenset({"sweater", "shirt", "cardigan", "vest"}) | _FULL
_LOWER = frozenset({"trousers", "dungarees", "skirt"}) | _FULL
_ANY_COLOUR = frozenset({"sweater", "shirt", "cardigan", "vest", "dress", "coat", "trousers", "dungarees", "skirt"})
_HATS = frozenset(
    {
        "hat",
        "cap",
        "straw hat",
        "rain hat",
        "witch hat",
        "pirate hat",
        "baker hat",
        "helmet",
        "crown",
        "nightcap",
        "flower wreath",
    }
)


def dressed(figure: Figure) -> dict[str, Worn]:
    """Return what a person wears: what is said of them, and what they are known by where nothing is said."""
    said = {worn.kind: worn for worn in figure.worn}
    kept = {}
    for worn in PEOPLE[figure.kind].worn:
        clash = any(worn.kind in group and said.keys() & group for group in (_UPPER & _FULL, _HATS))
        upper = worn.kind in _UPPER and said.keys() & _UPPER
        lower = worn.kind in _LOWER and said.keys() & _LOWER
        if not (clash or upper or lower or worn.kind in said):
            kept[worn.kind] = worn
    return kept | said


@dataclass(frozen=True, slots=True)
class Looks:
    """What somebody looks like on every page: it depends on who it is, not on the picture."""

    skin: Colour
    hair: Colour
    worn: dict[str, Worn]


def looks_of(figure: Figure) -> Looks:
    """Return how a person looks; what nobody said is chosen by who it is."""
    dice = Random(f"{figure.kind}/{figure.colour}")
    skin, hair = dice.choice(SKINS), dice.choice(HAIRS)
    tones = dice.sample(("red", "blue", "yellow", "green", "turquoise", "purple", "orange"), 3)
    if figure.kind == "troll":
        skin = (150, 176, 120)
    if PEOPLE[figure.kind].grey:
        hair = GREY
    if figure.colour:
        hair = mix(COLOURS[figure.colour], hair, 0.15)
    worn = {
        kind: Worn(kind, tones[k % 3], worn.pattern) if kind in _ANY_COLOUR and not worn.colour else worn
        for k, (kind, worn) in enumerate(dressed(figure).items())
    }
    return Looks(skin, hair, worn)


def draw_person(b: Brush, figure: Figure, gaze: tuple[float, float]) -> None:
    """Draw somebody, from the shoes to the hat."""
    person, looks = PEOPLE[figure.kind], looks_of(figure)
    a, worn, skin = person.anatomy, looks.worn, looks.skin
    if figure.pose == "sleeping":
        b = b.at(-0.42, 0.14, 1, -82)
    low = b.at(0, -a.hem * 0.62) if figure.pose == "sitting" else b
    garments.behind(low, a, worn)
    _hair_behind(low.at(*a.head, a.head_size), person.hair, looks.hair)
    below = (garments.colour_of(worn[k]) for k in ("trousers", "dungarees", "pyjamas", "spacesuit") if k in worn)
    shoes = garments.colour_of(worn["boots"]) if "boots" in worn else (122, 82, 66)
    if figure.kind == "mermaid":
        _fishtail(low, a)
    else:
        draw_legs(b, a, figure.pose, next(below, skin), shoes, booted="boots" in worn)
    low.both(a.trunk(), skin, 0.25)
    garments.on_trunk(low, a, worn)
    if not hands_in(figure.pose, a).over:
        _arms(low, a, figure.pose, looks)
    low.limb([(0, a.neck - 0.01), (0, a.neck + 0.05)], a.head_size * 0.55, darker(skin, 0.08))
    garments.about_neck(low, a, worn)
    _head(low.at(*a.head, a.head_size, 9 if gaze[1] > 0.5 else 0), figure, looks, gaze)


def draw_head(b: Brush, figure: Figure) -> None:
    """Draw a person's head alone, asleep; the brush is as high as half the head."""
    looks = looks_of(figure)
    _hair_behind(b, PEOPLE[figure.kind].hair, looks.hair)
    _head(b, replace(figure, mood="sleeping"), looks, (0, 0))


def arms_over(b: Brush, figure: Figure) -> None:
    """Draw the arms of a person over what is held."""
    a = PEOPLE[figure.kind].anatomy
    if hands_in(figure.pose, a).over and figure.pose != "sleeping":
        _arms(b, a, figure.pose, looks_of(figure))


def _arms(b: Brush, a: Anatomy, pose: str, looks: Looks) -> None:
    worn = looks.worn
    sleeve = next((garments.colour_of(worn[k]) for k in (*garments.SLEEVED, "dress") if k in worn), looks.skin)
    hands = hands_in(pose, a)
    palm = garments.colour_of(worn["mittens"]) if "mittens" in worn else looks.skin
    for hand, side in ((hands.back, -1), (hands.front, 1)):
        draw_arm(b, a, hand, side, sleeve, palm)


def _fishtail(b: Brush, a: Anatomy) -> None:
    tone = COLOURS["turquoise"]
    b.stroke([(0, a.hem + 0.08), (0.02, 0.16), (-0.1, 0.06)], [0.28, 0.16, 0.07], tone, 0.3)
    b.shape(
        [(-0.08, 0.08), (-0.3, 0.12), (-0.24, 0.0), (-0.1, 0.04), (0.0, -0.04), (0.04, 0.08)], darker(tone, 0.1), 0.2
    )


def _hair_behind(h: Brush, style: str, hair: Colour) -> None:
    match style:
        case "long":
            h.both([(0, 1.12), (0.86, 0.9), (1.16, 0.1), (1.14, -0.9), (0.9, -1.5), (0, -1.4)], hair, 0.3)
        case "braids":
            for side in (-1, 1):
                for k in range(4):
                    h.oval(side * (1.02 + 0.07 * k), -0.5 - 0.34 * k, 0.24 - 0.02 * k, 0.24, hair, form=0.25)
                h.oval(side * 1.28, -1.72, 0.13, 0.1, COLOURS["red"])
        case "bun":
            h.oval(0, 1.2, 0.46, 0.4, hair, form=0.3)
        case "bob":
            h.both([(0, 1.1), (0.84, 0.86), (1.14, 0.1), (1.06, -0.66), (0, -0.7)], hair, 0.3)
        case "curly":
            for x, y in (
                (-1, 0.1),
                (1, 0.1),
                (-0.9, 0.66),
                (0.9, 0.66),
                (-0.4, 1.04),
                (0.4, 1.04),
                (0, 1.12),
                (-1, -0.36),
                (1, -0.36),
            ):
                h.oval(x, y, 0.38, 0.36, hair, form=0.2)
        case _:
            return


def _head(h: Brush, figure: Figure, looks: Looks, gaze: tuple[float, float]) -> None:
    person, skin, hair = PEOPLE[figure.kind], looks.skin, looks.hair
    if figure.kind == "astronaut":
        h.oval(0, 0.06, 1.34, 1.3, (206, 222, 232), form=0.15)
    for side in (-1, 1):
        h.oval(side * 0.95, -0.08, 0.17, 0.22, darker(skin, 0.06))
    h.both([(0, 0.94), (0.66, 0.78), (0.96, 0.2), (0.9, -0.34), (0.54, -0.82), (0, -0.96)], skin, 0.24)
    face = Features(eyes=0.36, eye_y=0.0, eye=0.15, mouth_y=-0.46, mouth=0.22, cheeks=0.6, cheek_y=-0.34, shift=0.06)
    if person.beard == "full" or person.beard == "long":
        long = 1.5 if person.beard == "long" else 1.05
        h.both([(0, -0.3), (0.5, -0.34), (0.94, -0.1), (0.86, -0.66), (0.4, -long), (0, -long - 0.14)], hair, 0.25)
        h.oval(0.06, -0.5, 0.22, 0.1, darker(skin, 0.1))
    draw_face(h, face, figure.mood, skin, gaze=gaze)
    h.dab(0.1, -0.2, 0.1, 0.075, mix(skin, (224, 120, 100), 0.45))
    if person.beard:
        for side in (-1, 1):
            h.stroke([(0.06, -0.34), (0.06 + side * 0.26, -0.36), (0.06 + side * 0.46, -0.3)], [0.14, 0.17, 0.02], hair)
    if figure.kind == "clown":
        h.oval(0.08, -0.2, 0.22, 0.22, COLOURS["red"], form=0.25)
    if figure.kind == "pirate":
        h.oval(-0.3, 0.02, 0.25, 0.22, (58, 50, 54))
        h.line([(-0.9, 0.3), (0.8, 0.34)], 0.05, (58, 50, 54))
    _hair_before(h, person.hair, hair)
    garments.before_eyes(h, looks.worn, 0.38, 0.06, 0.0)
    garments.on_head(h, looks.worn)
    if figure.kind == "astronaut":
        h.line([(1.34 * math.cos(k / 6), 0.06 + 1.3 * math.sin(k / 6)) for k in range(39)], 0.1, (236, 240, 244))


def _hair_before(h: Brush, style: str, hair: Colour) -> None:
    match style:
        case "tuft":
            h.stroke([(0, 0.8), (0.04, 1.14), (0.26, 1.2)], [0.2, 0.16, 0.03], hair)
        case "bald":
            for side in (-1, 1):
                h.oval(side * 0.9, 0.2, 0.18, 0.3, hair)
        case "short":
            h.shape(
                [
                    (-1.0, 0.16),
                    (-0.94, 0.78),
                    (-0.4, 1.14),
                    (0.36, 1.16),
                    (0.92, 0.8),
                    (1.0, 0.2),
                    (0.76, 0.5),
                    (0.3, 0.66),
                    (-0.2, 0.52),
                    (-0.74, 0.56),
                ],
                hair,
                0.3,
            )
            h.stroke([(0.1, 1.0), (0.3, 1.3)], [0.2, 0.02], hair)
        case "bun" | "curly":
            h.shape(
                [(-1.0, 0.1), (-0.86, 0.8), (0, 1.12), (0.86, 0.8), (1.0, 0.1), (0.6, 0.6), (0.0, 0.74), (-0.6, 0.6)],
                hair,
                0.3,
            )
        case _:
            h.shape(
                [
                    (-1.04, -0.1),
                    (-0.96, 0.72),
                    (-0.4, 1.12),
                    (0.4, 1.12),
                    (0.96, 0.72),
                    (1.04, -0.1),
                    (0.86, 0.36),
                    (0.5, 0.56),
                    (-0.1, 0.46),
                    (-0.56, 0.56),
                    (-0.88, 0.3),
                ],
                hair,
                0.3,
            )
            h.line([(-0.3, 1.0), (-0.5, 0.66)], 0.03, lighter(hair, 0.3))
