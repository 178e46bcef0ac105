"""How large figures are, and where in the picture they stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.box.painter import things
from engine.box.painter.birds import BIRDS, UPRIGHT_BIRDS
from engine.box.painter.critters import CRITTERS
from engine.box.painter.hoofed import HOOFED
from engine.box.painter.kinds import UPRIGHT
from engine.box.painter.people import PEOPLE
from engine.box.painter.scene import Scene
from engine.box.painter.wish import Figure, Thing

_SCALE = {"close": (0.76, 0.62), "": (0.5, 0.43), "wide": (0.33, 0.29)}
"""A hedgehog's height: at most this part of the picture's width and of its height."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its foot in pixels, its height in pixels, where it looks."""

    x: float
    y: float
    size: float
    flip: int = 1


def height_of(figure: Figure) -> float:
    """Return a figure's height against a hedgehog's."""
    name = figure.kind
    if name in UPRIGHT:
        height = UPRIGHT[name].height
    elif name in HOOFED:
        height = HOOFED[name].height
    elif name in BIRDS:
        height = BIRDS[name].height
    elif name in UPRIGHT_BIRDS:
        height = UPRIGHT_BIRDS[name]
    elif name in PEOPLE:
        height = PEOPLE[name].height
    else:
        height = CRITTERS[name][2]
    return height * {"small": 0.9, "big": 1.22}.get(figure.size, 1.0)


def width_of(figure: Figure) -> float:
    """Return a figure's width against its own height."""
    if figure.pose == "sleeping":
        return 1.0
    if figure.kind in HOOFED:
        return 0.75 if figure.kind == "giraffe" else 1.05
    if figure.kind in PEOPLE:
        return 0.5
    if figure.kind in BIRDS:
        return 0.95 if BIRDS[figure.kind].height < 1.1 else 0.7
    if figure.kind in CRITTERS:
        return 1.15
    return (
        0.95
        if UPRIGHT.get(figure.kind) and UPRIGHT[figure.kind].tail in ("bushy", "squirrel", "lizard", "long")
        else 0.76
    )


def line_up(s: Scene, cast: Sequence[Figure], near: Sequence[Thing]) -> tuple[float, list[Place], list[Place]]:
    """Place figures, and what lies beside them, in a row that fits the picture.

    Returns:
        a hedgehog's height in pixels, the places of the figures and those of the things.
    """
    figures = [(height_of(figure) * width_of(figure), True, k) for k, figure in enumerate(cast)]
    lying = [(things.height_of(thing) * 1.15, False, k) for k, thing in enumerate(near)]
    row = [*figures[:1], *lying[:1], *figures[1:2], *lying[1:], *figures[2:]]
    if s.dice.random() < 0.5:
        row.reverse()
    total = sum(width for width, _, _ in row)
    room = s.width * (0.9 if len(row) > 1 else 0.94)
    unit = min(_unit(s, cast), room / max(total, 0.8))
    slack = max(0.0, s.width * 0.94 - total * unit)
    gap = min(slack / (len(row) + 1), unit * 0.16)
    reach = 0.3 if s.wish.framing == "wide" else 0.16
    x = (s.width - total * unit - gap * (len(row) - 1)) / 2
    x += s.dice.uniform(-reach, reach) * max(0.0, slack - gap * len(row))
    places: dict[int, Place] = {}
    spots: dict[int, Place] = {}
    for position, (width, is_figure, k) in enumerate(row):
        centre = x + width * unit / 2
        x += width * unit + gap
        depth = 0.0 if len(row) == 1 else 2.2 if position % 2 else -1.4
        y = s.foot + s.unit * (depth + s.dice.uniform(-0.8, 0.8))
        if is_figure:
            turn = s.dice.uniform(-0.2, 0.2) * s.width if len(row) == 1 else 0.0
            places[k] = Place(centre, y, height_of(cast[k]) * unit, 1 if centre + turn < s.width / 2 else -1)
        else:
            spots[k] = Place(centre, y + s.unit * 2.4, things.height_of(near[k]) * unit)
    return unit, [places[k] for k in range(len(cast))], [spots[k] for k in range(len(near))]


def _unit(s: Scene, cast: Sequence[Figure]) -> float:
    """Return a hedgehog's height in pixels, before anybody has to move up."""
    wide, high = _SCALE[s.wish.framing]
    unit = min(s.width * wide, s.height * high) * {"above": 0.84, "below": 1.1}.get(s.wish.angle, 1.0)
    tallest = max((height_of(figure) for figure in cast), default=1.0)
    return min(unit, s.height * (0.74 if s.wish.framing == "close" else 0.66) / tallest)
