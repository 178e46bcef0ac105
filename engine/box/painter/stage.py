"""Who and what stands where: sizes, places, glances, and the order in which they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from engine.box.painter import furniture, people, things, upright
from engine.box.painter.birds import BIRDS, draw_bird
from engine.box.painter.body import ANIMAL, hands_in
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, darker, mix
from engine.box.painter.critters import CRITTERS, FLIERS, SWIMMERS, draw_critter
from engine.box.painter.hoofed import HOOFED, draw_hoofed
from engine.box.painter.kinds import UPRIGHT
from engine.box.painter.lineup import Place, height_of, line_up, width_of
from engine.box.painter.people import PEOPLE
from engine.box.painter.scene import Scene
from engine.box.painter.wish import Figure, Thing

_MOST = 6
_SWIM = SWIMMERS | {"duck", "duckling", "goose", "swan", "seal", "otter", "beaver"}
"""Who is in the water rather than beside it."""
_STREWN = frozenset(
    {
        "flower",
        "tulip",
        "mushroom",
        "stone",
        "leaf",
        "berries",
        "nut",
        "cone",
        "shell",
        "apple",
        "pear",
        "feather",
        "pumpkin",
    }
)
"""What lies or grows about when there is much of it."""


def populate(s: Scene) -> None:
    """Paint figures and things into a scene."""
    cast = [replace(figure, count=1) for figure in s.wish.figures for _ in range(figure.count)][:_MOST]
    cast = [_able(figure) for figure in cast]
    held, near, back, sky = _sorted(s.wish.things, cast)
    strewn = [thing for thing in near if thing.count > 2 and thing.kind in _STREWN]
    near = [thing for thing in near if thing not in strewn]
    unit, places, spots = line_up(s, cast, near)
    for thing in sky:
        _in_the_sky(s, thing, unit)
    if s.wish.place == "sea":
        back = [thing for thing in back if thing.kind not in ("boat", "raft")]
    for k, thing in enumerate(back):
        _behind(s, thing, unit, k, places)
    for thing in strewn:
        _strew(s, thing, unit)
    cast, places = _launched(s, cast, places)
    for thing, spot in sorted(zip(near, spots, strict=True), key=lambda pair: pair[1].y):
        _shadow(s, spot, 0.5)
        things.draw_thing(_brush(s, spot), thing, s.dice)
    order = sorted(range(len(cast)), key=lambda k: places[k].y)
    for k in order:
        mine = [thing for at, thing in held if at == k]
        _figure(s, cast[k], places[k], mine, near, lonely=len(cast) == 1)
    aboard = [place for figure, place in zip(cast, places, strict=True) if not _swims(figure)]
    if s.wish.place == "sea" and aboard:
        _hull(s, aboard)


def _able(figure: Figure) -> Figure:
    """Give a pose up that a body cannot take: who has no hands holds nothing."""
    if figure.kind in FLIERS or (figure.kind in BIRDS and figure.pose == "flying"):
        return replace(figure, pose="flying")
    return figure


def _swims(figure: Figure) -> bool:
    return figure.kind in _SWIM or (figure.pose == "swimming" and figure.kind in ("frog", "turtle", "dog", "bear"))


def _launched(s: Scene, cast: list[Figure], places: list[Place]) -> tuple[list[Figure], list[Place]]:
    """Put swimmers into the water where there is some."""
    if s.wish.place not in ("lake", "river", "sea"):
        return cast, places
    wet = [_swims(figure) for figure in cast]
    level = s.foot if s.wish.place == "sea" else s.horizon + s.unit * 15
    figures = [replace(f, pose="swimming") if swims else f for f, swims in zip(cast, wet, strict=True)]
    floating = [
        replace(place, y=level, size=place.size * 0.8) if swims else place
        for place, swims in zip(places, wet, strict=True)
    ]
    return figures, floating


def _has_hands(figure: Figure) -> bool:
    return figure.kind in UPRIGHT or figure.kind in PEOPLE


def _sorted(
    wanted: Sequence[Thing], cast: Sequence[Figure]
) -> tuple[list[tuple[int, Thing]], list[Thing], list[Thing], list[Thing]]:
    """Part things into those held (with who holds them), those beside, behind and above the figures."""
    held: list[tuple[int, Thing]] = []
    near: list[Thing] = []
    back: list[Thing] = []
    sky: list[Thing] = []
    for thing in wanted:
        belongs = things.belongs(thing)
        takers = [
            k
            for k, figure in enumerate(cast)
            if _has_hands(figure) and figure.pose in ("holding", "raising", "reading", "eating", "hugging", "waving")
        ]
        free = [k for k in takers if all(at != k for at, _ in held)]
        carried = thing.where in ("held", "raised") or thing.kind in ("umbrella", "balloon")
        if carried and not free and thing.kind in ("umbrella", "balloon"):
            free = [
                k
                for k, figure in enumerate(cast)
                if _has_hands(figure) and figure.pose != "sleeping" and all(at != k for at, _ in held)
            ][:1]
        if carried and free:
            held.append((free[0], thing))
        elif thing.kind == "star" and thing.count > 1:
            continue
        elif thing.where == "sky" or (belongs == "sky" and thing.where != "ground"):
            sky.append(thing)
        elif belongs == "back" or belongs == "wall":
            back.append(thing)
        else:
            near += (
                [thing]
                if thing.count > 2 and thing.kind in _STREWN
                else [replace(thing, count=1)] * min(thing.count, 3)
            )
    return held, near[:4], back[:3], sky[:3]


def _brush(s: Scene, place: Place) -> Brush:
    glaze = s.light.figures
    return Brush(s.canvas, place.x, place.y, place.size, place.flip, light=glaze)


def _shadow(s: Scene, place: Place, wide: float) -> None:
    tone = darker(mix(s.tone(s.light.grass), (80, 74, 104), 0.5), 0.36)
    s.canvas.soft(
        place.x - s.canvas.lit * place.size * 0.06, place.y, place.size * wide, place.size * 0.085 + s.unit, tone, 0.62
    )


def _figure(
    s: Scene, figure: Figure, place: Place, held: Sequence[Thing], near: Sequence[Thing], *, lonely: bool
) -> None:
    if not _has_hands(figure) and held:
        held = ()
    looks = Random(f"{figure.kind}/{figure.colour}")
    raised = any(thing.where == "raised" or thing.kind in ("balloon", "umbrella") for thing in held)
    gaze = (
        0.0 if lonely and not near and not held else 0.7,
        1.0 if figure.looks_up or raised else -0.3 if near else 0.0,
    )
    if raised:
        figure = replace(figure, pose="raising")
    elif held:
        figure = replace(figure, pose="holding")
    if figure.pose == "sleeping" and s.wish.place == "bedroom" and _has_hands(figure):
        _in_bed(s, figure, place, looks)
        return
    up = _lift(figure, s)
    if figure.pose != "swimming" and s.wish.place not in ("underwater", "sea", "sky"):
        _shadow(s, place, width_of(figure) * (0.5 if not up else 0.36))
    b = _brush(s, replace(place, y=place.y - up * place.size))
    if figure.pose == "running":
        b = replace(b, turn=-7.0)
    elif figure.pose == "swimming" and figure.kind in UPRIGHT:
        b = replace(b, turn=-16.0)
    if figure.kind in UPRIGHT:
        upright.draw_upright(b, figure, gaze, looks)
        _hold(s, b, figure, held)
        upright.arms_over(b, figure)
    elif figure.kind in PEOPLE:
        people.draw_person(b, figure, gaze)
        _hold(s, b, figure, held)
    elif figure.kind in HOOFED:
        draw_hoofed(b, figure, gaze, looks)
    elif figure.kind in CRITTERS:
        draw_critter(b, figure, gaze, looks)
    else:
        draw_bird(b, figure, gaze, looks)
    if figure.pose == "swimming" and _swims(figure):
        _ripples(s, place)
    if figure.pose == "sleeping":
        _snores(s, place)


def _lift(figure: Figure, s: Scene) -> float:
    """Return how high above its foot a figure is, in its own height."""
    if figure.kind in FLIERS:
        return 0.9
    if figure.pose == "flying":
        return 0.42
    if figure.pose in ("jumping", "dancing"):
        return 0.2 if figure.pose == "jumping" else 0.05
    if s.wish.place == "underwater" or (figure.kind in SWIMMERS and figure.pose != "swimming"):
        return 0.3
    return 0.08 if figure.pose == "climbing" else 0.0


def _hold(s: Scene, b: Brush, figure: Figure, held: Sequence[Thing]) -> None:
    """Put things into hands."""
    anatomy = PEOPLE[figure.kind].anatomy if figure.kind in PEOPLE else ANIMAL
    hands = hands_in(figure.pose, anatomy)
    for thing in held:
        scale = min(
            things.height_of(thing) / height_of(figure),
            0.42 if thing.kind not in ("umbrella", "balloon", "kite") else 0.8,
        )
        x, y = hands.front
        if thing.kind == "umbrella":
            hand = b.at(x, y - 0.1 * scale, max(scale, 0.8), -6)
        elif thing.kind in ("balloon", "kite"):
            hand = b.at(x, y + 0.4 * scale, scale)
        elif figure.pose == "raising" and thing.kind == "lantern":
            hand = b.at(x, y - scale, scale)
        elif figure.pose == "raising":
            hand = b.at(x, y - 0.02, scale)
        else:
            hand = b.at(0.03, anatomy.neck - 0.2 - scale * 0.42, scale)
        things.draw_thing(hand, thing, s.dice)
    if figure.kind in PEOPLE:
        people.arms_over(b, figure)


def _in_the_sky(s: Scene, thing: Thing, unit: float) -> None:
    size = things.height_of(thing) * min(unit, s.unit * 44) * (0.8 if thing.kind in ("star", "comet") else 0.9)
    moonward = 0.78 if s.canvas.lit > 0 else 0.22
    for k in range(min(thing.count, 4)):
        aside = 1 - moonward + s.dice.uniform(-0.14, 0.16) + 0.2 * k * (1 if moonward > 0.5 else -1)
        x = s.width * (moonward if thing.kind == "moon" else aside)
        y = s.horizon * s.dice.uniform(0.2, 0.42) + size * 0.5
        light = s.light.figures if thing.kind not in ("star", "moon") else (255, 255, 255)
        things.draw_thing(Brush(s.canvas, x, y, size * (1 - 0.1 * k), light=light), thing, s.dice)


def _strew(s: Scene, thing: Thing, unit: float) -> None:
    """Strew many of a thing over the ground, the far ones smaller."""
    for depth in sorted(s.dice.uniform(0.12, 1) for _ in range(14)):
        y = s.horizon + (s.height - s.horizon) * depth
        size = things.height_of(thing) * unit * (0.3 + 0.6 * depth)
        side = s.dice.uniform(0.02, 0.3) if s.dice.random() < 0.5 else s.dice.uniform(0.7, 0.98)
        x = s.width * (side if depth > 0.45 else s.dice.uniform(0.03, 0.97))
        tone = (
            thing
            if thing.colour or thing.kind not in ("flower", "tulip", "leaf")
            else replace(thing, colour=s.dice.choice(("red", "yellow", "orange", "pink")))
        )
        things.draw_thing(s.brush(x, y, size, 0.2 * (1 - depth), s.dice.choice((-1, 1))), tone, s.dice)


def _behind(s: Scene, thing: Thing, unit: float, rank: int, places: Sequence[Place]) -> None:
    size = min(things.height_of(thing) * max(unit, s.unit * 30), s.height * 0.62)
    taken = places[0].x / s.width if places else 0.5
    side = (0.22 if taken > 0.5 else 0.78) if rank % 2 == 0 else (0.78 if taken > 0.5 else 0.22)
    x, y = s.width * (side + s.dice.uniform(-0.05, 0.05)), s.foot - s.unit * (6.5 if rank < 2 else 9)
    if things.belongs(thing) == "wall":
        y = s.horizon * 0.62
    b = s.brush(x, y, size, 0.06, s.dice.choice((-1, 1)))
    if things.belongs(thing) != "wall":
        _shadow(s, Place(x, y, size * 0.6), 0.5)
    for k in range(min(thing.count, 3)):
        spot = replace(b, x=b.x + (0, 0.4, -0.4)[k] * size, y=b.y - abs(k) * s.unit)
        if thing.kind in ("tree", "birch", "bush") and not thing.colour:
            things.SORTS[thing.kind].draw(spot, s.leaf_tone(), s.dice)
        else:
            things.draw_thing(spot, thing, s.dice)


def _hull(s: Scene, places: Sequence[Place]) -> None:
    """Put a boat under those who cannot swim."""
    left, right = min(p.x - p.size * 0.5 for p in places), max(p.x + p.size * 0.5 for p in places)
    y = max(p.y for p in places) + s.unit
    wide, high = (right - left) / 2, min(p.size for p in places) * 0.32
    b = Brush(s.canvas, (left + right) / 2, y, high, light=s.light.figures)
    k = wide / high
    tone = COLOURS[s.dice.choice(("red", "blue", "turquoise"))]
    stern = [(-k * 1.14, 1.1), (-k * 0.6, 0.94), (k * 0.6, 0.94), (k * 1.14, 1.1)]
    b.shape([*stern, (k * 0.9, 0.1), (k * 0.5, -0.2), (-k * 0.5, -0.2), (-k * 0.9, 0.1)], tone, 0.35)
    b.line(
        [(-k * 1.04, 0.86), (-k * 0.6, 0.7), (k * 0.6, 0.7), (k * 1.04, 0.86)], 0.09, mix(tone, (255, 250, 240), 0.7)
    )
    for step in range(-4, 5):
        x = step * k * 0.27
        b.line([(x - 0.4, -0.2), (x, 0.06), (x + 0.4, -0.2)], 0.1, (222, 238, 240))


def _in_bed(s: Scene, figure: Figure, place: Place, looks: Random) -> None:
    """Tuck somebody in."""
    size = min(place.size * 0.95, s.width * 0.5)
    b = Brush(s.canvas, s.width * 0.5, place.y, size, place.flip, light=s.light.figures)
    tone = COLOURS[looks.choice(("blue", "red", "green", "purple", "orange"))]
    furniture.bed(b, tone, s.dice)
    head = b.at(-0.46, 0.84, 0.25, 14)
    if figure.kind in UPRIGHT:
        upright.draw_sleeping_head(head, figure, looks)
    else:
        people.draw_head(head, figure)
    b.shape([(-0.62, 0.62), (-0.3, 0.7), (0.3, 0.66), (0.86, 0.54), (0.84, 0.12), (-0.5, 0.12)], tone, 0.3)
    b.limb([(-0.6, 0.6), (-0.3, 0.66), (0.0, 0.68)], 0.1, mix(tone, (255, 250, 240), 0.75), 0.2)
    for k in range(10):
        b.dab(-0.36 + 0.26 * (k % 5), 0.46 - 0.2 * (k // 5), 0.035, 0.035, mix(tone, (255, 250, 240), 0.6))
    _snores(s, replace(place, x=b.x + place.flip * size * -0.5, y=b.y - size * 0.5, size=size * 0.8))


def _ripples(s: Scene, place: Place) -> None:
    """Let the water close over what is below it."""
    tone = mix(s.light.sky[2], (255, 255, 255), 0.4)
    water = mix(s.light.sky[2], s.tone((88, 152, 176)), 0.6)
    b = Brush(s.canvas, place.x, place.y, place.size)
    b.canvas.soft(place.x, place.y + place.size * 0.02, place.size * 0.62, place.size * 0.11, water, 0.95)
    for k, y in enumerate((0.02, -0.05)):
        b.line([(-0.5 + 0.1 * k, y), (-0.2, y - 0.03), (0.2, y - 0.03), (0.5 - 0.1 * k, y)], 0.018, tone)


def _snores(s: Scene, place: Place) -> None:
    b = Brush(s.canvas, place.x + place.flip * place.size * 0.45, place.y - place.size * 0.62, place.size * 0.3)
    for k, (x, y, size) in enumerate(((0.0, 0.0, 0.2), (0.3, 0.36, 0.27), (0.66, 0.8, 0.36))):
        tone = mix(s.light.sky[2], (255, 255, 255), 0.5 + 0.1 * k)
        b.line([(x, y + size), (x + size, y + size)], 0.05, tone)
        b.line([(x + size, y + size), (x, y)], 0.05, tone)
        b.line([(x, y), (x + size, y)], 0.05, tone)
