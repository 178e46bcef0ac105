"""Animals, each a few round shapes: a body, a head with large eyes, and what makes it this animal and no other."""

from __future__ import annotations

import math
from random import Random

from engine.box.painter.brush import CHEEK, NOSE, WHITE, Brush, Colour, darker, lighter, mixed
from engine.box.painter.clothes import clothes_above, clothes_below
from engine.box.painter.features import ears, spikes, tail
from engine.box.painter.kinds import BIRDS, KINDS, Kind
from engine.box.painter.understanding import Figure
from engine.box.painter.words import COLOURS


def height_of(figure: Figure) -> float:
    """Return how high a figure is against a hedgehog."""
    kind = KINDS.get(figure.kind) or BIRDS.get(figure.kind)
    size = {"small": 0.86, "big": 1.18}.get(figure.size, 1.0)
    return (kind.height if kind else 0.7) * size


def draw_animal(brush: Brush, figure: Figure, dice: Random) -> None:
    """Draw an animal at its place."""
    if figure.kind in BIRDS:
        _bird(brush, figure, BIRDS[figure.kind])
    elif figure.kind in KINDS:
        _sitting(brush, figure, KINDS[figure.kind], dice)
    else:
        _little(brush, figure)


def _coat(figure: Figure, kind: Kind) -> Colour:
    """The colour said of the animal, tempered by its own, so that a brown hedgehog and a brown bear differ."""
    return mixed(COLOURS[figure.coat], kind.coat, 0.3) if figure.coat in COLOURS else kind.coat


def _sitting(b: Brush, figure: Figure, kind: Kind, dice: Random) -> None:
    """An animal upright, its front to the reader, as toys sit."""
    coat = _coat(figure, kind)
    dark = darker(coat)
    tail(b, kind, coat)
    if figure.kind == "hedgehog":
        spikes(b, darker(coat, 0.35), dice)
    if figure.kind == "lion":
        b.oval(0, 0.68, 0.33, 0.32, darker(COLOURS["orange"], 0.25))
    if figure.kind == "turtle":
        b.oval(-0.06, 0.34, 0.34, 0.32, (126, 98, 66))
        b.oval(-0.06, 0.36, 0.26, 0.24, (160, 128, 84))
    for side in (-1, 1):
        b.oval(side * 0.13, 0.05, 0.11, 0.06, dark)
    b.oval(0, 0.3, 0.25, 0.28, coat)
    b.oval(0, 0.27, 0.16, 0.2, kind.belly)
    if figure.kind == "sheep":
        for i in range(9):
            angle = i * 2 * math.pi / 9
            b.oval(0.2 * math.cos(angle), 0.32 + 0.2 * math.sin(angle), 0.1, 0.1, kind.coat)
        b.oval(0, 0.3, 0.2, 0.2, kind.coat)
    if figure.kind == "cow":
        for x, y, r in ((-0.14, 0.4, 0.08), (0.12, 0.2, 0.07), (0.15, 0.42, 0.05)):
            b.oval(x, y, r, r * 0.8, NOSE)
    if figure.kind == "giraffe":
        b.curve([(0, 0.4), (0, 0.62)], coat, 0.2)
    clothes_below(b, figure)
    _arms(b, figure, dark if figure.kind != "sheep" else (120, 104, 96))
    _head(b, figure, kind, coat)
    clothes_above(b, figure)


def _arms(b: Brush, figure: Figure, colour: Colour) -> None:
    up = figure.pose == "looking up"
    for side in (-1, 1):
        raised = up and side == 1
        hand = (
            (side * 0.3, 0.72) if raised else (side * 0.13, 0.26) if figure.pose == "holding" else (side * 0.27, 0.22)
        )
        b.curve([(side * 0.2, 0.44), (side * 0.28, 0.5 if raised else 0.32), hand], colour, 0.085)


def _head(b: Brush, figure: Figure, kind: Kind, coat: Colour) -> None:
    y = 0.68
    ears(b, figure, kind, coat, y)
    face = kind.belly if figure.kind in ("hedgehog", "monkey", "mole") else coat
    if figure.kind == "sheep":
        face = (226, 206, 190)
    b.oval(0, y, 0.26, 0.235, coat)
    if figure.kind == "hedgehog":
        b.oval(0, y - 0.035, 0.215, 0.195, face)
    elif figure.kind in ("monkey", "mole"):
        b.oval(0, y - 0.03, 0.2, 0.18, face)
    elif figure.kind == "sheep":
        b.oval(0, y - 0.03, 0.19, 0.19, face)
        for i in range(5):
            b.oval(-0.14 + 0.07 * i, y + 0.18, 0.07, 0.065, kind.coat)
    elif figure.kind in ("fox", "wolf", "cat", "dog", "squirrel", "deer", "rabbit"):
        for side in (-1, 1):
            b.oval(side * 0.1, y - 0.09, 0.13, 0.11, kind.belly)
    elif figure.kind == "badger":
        b.oval(0, y, 0.08, 0.22, WHITE)
        for side in (-1, 1):
            b.oval(side * 0.2, y - 0.04, 0.06, 0.16, WHITE)
    elif figure.kind == "cow":
        b.oval(0.12, y + 0.05, 0.1, 0.13, NOSE)
    if kind.snout or figure.kind in ("bear", "pig", "beaver", "lion"):
        wide = 0.15 if figure.kind in ("horse", "cow", "crocodile", "unicorn", "dinosaur", "dragon") else 0.11
        b.oval(0, y - 0.1, wide, 0.085, lighter(face, 0.45) if figure.kind != "pig" else darker(coat, 0.12))
    _face(b, figure, y)
    if figure.kind == "elephant":
        b.curve([(0, y - 0.04), (0.02, y - 0.2), (0.08, y - 0.34), (0.17, y - 0.36)], darker(coat, 0.1), 0.1)
    if figure.kind == "unicorn":
        b.shape([(-0.05, y + 0.2), (0.0, y + 0.46), (0.05, y + 0.2)], COLOURS["golden"])
    if figure.kind in ("horse", "unicorn"):
        hair = COLOURS["pink"] if figure.kind == "unicorn" else darker(coat, 0.5)
        for i in range(4):
            b.oval(-0.2 - 0.02 * i, y + 0.14 - 0.1 * i, 0.08, 0.09, hair)
        b.oval(-0.04, y + 0.21, 0.1, 0.06, hair)
    if figure.kind == "beaver":
        b.shape([(-0.03, y - 0.15), (0.03, y - 0.15), (0.03, y - 0.21), (-0.03, y - 0.21)], WHITE)


def _face(b: Brush, figure: Figure, y: float) -> None:
    eyes(b, figure, y + 0.025, 0.095 if figure.kind != "frog" else 0.16, y_frog=figure.kind == "frog")
    if figure.kind == "pig":
        for side in (-1, 1):
            b.oval(side * 0.035, y - 0.1, 0.016, 0.024, darker(CHEEK, 0.4))
    elif figure.kind == "frog":
        pass
    else:
        b.oval(0, y - 0.07, 0.042, 0.032, NOSE)
        b.oval(-0.012, y - 0.06, 0.012, 0.008, lighter(NOSE, 0.5))
    bend = {"sad": -0.035, "surprised": 0.0}.get(figure.mood, 0.04)
    if figure.mood == "surprised":
        b.oval(0, y - 0.15, 0.028, 0.034, darker(CHEEK, 0.55))
    else:
        b.smile(0, y - 0.13, 0.26 if figure.kind == "frog" else 0.12, bend, NOSE, 0.016)
    for side in (-1, 1):
        b.oval(side * 0.17, y - 0.075, 0.036, 0.026, CHEEK)


def eyes(b: Brush, figure: Figure, y: float, apart: float, *, y_frog: bool = False) -> None:
    """Draw two eyes; what they look like is half of a mood."""
    if y_frog:
        y += 0.16
    for side in (-1, 1):
        if figure.mood == "sleeping":
            b.smile(side * apart, y, 0.09, 0.025, NOSE, 0.016)
            continue
        wide = 1.25 if figure.mood == "surprised" else 1.0
        b.oval(side * apart, y, 0.056 * wide, 0.064 * wide, WHITE)
        lift = 0.016 if figure.pose == "looking up" else 0.0
        b.oval(side * apart + 0.008, y + lift, 0.036, 0.044, NOSE)
        b.oval(side * apart + 0.02, y + 0.018 + lift, 0.014, 0.014, WHITE)
        if figure.mood == "sad":
            b.curve([(side * (apart + 0.06), y + 0.075), (side * (apart - 0.05), y + 0.105)], NOSE, 0.014)
            b.oval(apart + 0.03, y - 0.1, 0.014, 0.022, (150, 200, 230))


def _bird(b: Brush, figure: Figure, kind: Kind) -> None:
    coat = _coat(figure, kind)
    legs = COLOURS["orange"]
    if figure.kind == "hen":
        b.shape([(-0.2, 0.5), (-0.5, 0.72), (-0.44, 0.32)], darker(coat, 0.12))
    if figure.kind in ("bird", "duck"):
        b.shape([(-0.24, 0.4), (-0.52, 0.5), (-0.3, 0.24)], darker(coat))
    for side in (-1, 1):
        b.curve([(side * 0.1, 0.14), (side * 0.1, 0.02)], legs, 0.035)
        b.oval(side * 0.12, 0.02, 0.08, 0.025, legs)
    b.oval(0, 0.44, 0.31, 0.36, coat)
    b.oval(0, 0.36, 0.21, 0.26, kind.belly)
    if figure.kind == "owl":
        for row in range(3):
            for i in range(-1, 2):
                b.smile(i * 0.11 + (row % 2) * 0.05, 0.42 - row * 0.09, 0.08, 0.03, darker(coat, 0.1), 0.016)
    for side in (-1, 1):
        spread = 40 if figure.pose in ("flying", "looking up") else 8
        b.oval(side * 0.29, 0.42, 0.1, 0.24, darker(coat, 0.18), spread * side)
    y = 0.74
    if figure.kind == "owl":
        for side in (-1, 1):
            b.shape([(side * 0.26, y + 0.08), (side * 0.25, y + 0.32), (side * 0.06, y + 0.2)], coat)
    b.oval(0, y, 0.27, 0.24, coat)
    if figure.kind == "owl":
        for side in (-1, 1):
            b.oval(side * 0.12, y + 0.01, 0.135, 0.135, lighter(kind.belly, 0.3))
    if figure.kind == "penguin":
        for side in (-1, 1):
            b.oval(side * 0.09, y - 0.02, 0.12, 0.15, WHITE)
    if figure.kind == "hen":
        for i in range(3):
            b.oval(-0.07 + 0.07 * i, y + 0.24, 0.05, 0.07, COLOURS["red"])
    eyes(b, figure, y + 0.02, 0.12 if figure.kind == "owl" else 0.1)
    wide = 0.09 if figure.kind == "duck" else 0.055
    b.shape([(-wide, y - 0.05), (wide, y - 0.05), (0, y - 0.15)], legs)
    for side in (-1, 1):
        b.oval(side * 0.19, y - 0.07, 0.035, 0.024, CHEEK)
    clothes_above(b, figure)


def _little(b: Brush, figure: Figure) -> None:
    """Animals that neither sit nor stand: snail, fish, whale, butterfly, bee, ladybug."""
    named = COLOURS.get(figure.coat)
    match figure.kind:
        case "snail":
            b.oval(0, 0.1, 0.42, 0.09, (226, 196, 150))
            b.curve([(0.3, 0.12), (0.4, 0.34), (0.42, 0.46)], (226, 196, 150), 0.14)
            b.oval(-0.08, 0.33, 0.28, 0.28, named or (190, 110, 84))
            for r in (0.2, 0.13, 0.06):
                b.oval(-0.08, 0.33, r, r, lighter(named or (190, 110, 84), 0.9 - 3.2 * r))
            for dx in (0.36, 0.48):
                b.curve([(dx, 0.5), (dx, 0.64)], (226, 196, 150), 0.03)
                b.oval(dx, 0.66, 0.035, 0.035, NOSE)
            b.smile(0.46, 0.44, 0.08, 0.025, NOSE, 0.014)
        case "fish" | "whale":
            colour = named or ((236, 150, 70) if figure.kind == "fish" else (92, 132, 178))
            b.shape([(-0.3, 0.4), (-0.62, 0.64), (-0.58, 0.4), (-0.62, 0.16)], darker(colour))
            b.oval(0, 0.4, 0.42, 0.27, colour)
            b.oval(0.04, 0.31, 0.32, 0.14, lighter(colour, 0.5))
            b.oval(0.22, 0.46, 0.06, 0.07, WHITE)
            b.oval(0.235, 0.46, 0.035, 0.045, NOSE)
            b.smile(0.31, 0.34, 0.1, 0.03, NOSE, 0.014)
            b.shape([(-0.05, 0.6), (0.1, 0.8), (0.14, 0.6)], darker(colour))
        case "butterfly":
            colour = named or (226, 120, 150)
            for side in (-1, 1):
                b.oval(side * 0.24, 0.6, 0.24, 0.2, colour, 30 * side)
                b.oval(side * 0.2, 0.32, 0.17, 0.16, lighter(colour), -20 * side)
                b.oval(side * 0.26, 0.62, 0.09, 0.08, lighter(colour, 0.7))
                b.curve([(0, 0.7), (side * 0.1, 0.9)], NOSE, 0.02)
            b.oval(0, 0.46, 0.05, 0.28, NOSE)
        case _:
            ladybug = figure.kind == "ladybug"
            colour = named or (COLOURS["red"] if ladybug else COLOURS["yellow"])
            if not ladybug:
                for side in (-1, 1):
                    b.oval(side * 0.16, 0.72, 0.16, 0.2, (226, 236, 240), 30 * side)
            b.oval(0.3, 0.4, 0.16, 0.17, NOSE)
            b.oval(0, 0.4, 0.34, 0.27, colour)
            for dx in (-0.16, 0.0, 0.15):
                if ladybug:
                    b.oval(dx, 0.46, 0.05, 0.05, NOSE)
                else:
                    b.curve([(dx, 0.2), (dx, 0.6)], NOSE, 0.07)
            b.oval(0.34, 0.46, 0.04, 0.05, WHITE)
            b.oval(0.35, 0.46, 0.022, 0.03, NOSE)
