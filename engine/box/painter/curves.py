"""Outlines as a hand draws them: soft through a few points, a little uneven, thick and thin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]

_STEPS = 7
"""Points between two given ones: enough at the largest size a figure has."""


def closed(points: Sequence[Point]) -> list[Point]:
    """Return a soft outline through points (a closed Catmull-Rom spline)."""
    count = len(points)
    smooth: list[Point] = []
    for i in range(count):
        smooth += _segment(points[i - 1], points[i], points[(i + 1) % count], points[(i + 2) % count])
    return smooth


def line(points: Sequence[Point]) -> list[Point]:
    """Return a soft line through points, from the first to the last."""
    if len(points) < 3:
        return list(points)
    padded = [points[0], *points, points[-1]]
    smooth: list[Point] = []
    for i in range(1, len(padded) - 2):
        smooth += _segment(*padded[i - 1 : i + 3])
    return [*smooth, points[-1]]


def _segment(p0: Point, p1: Point, p2: Point, p3: Point) -> list[Point]:
    result: list[Point] = []
    for step in range(_STEPS):
        t = step / _STEPS
        tt, ttt = t * t, t * t * t
        a, b, c, d = -ttt + 2 * tt - t, 3 * ttt - 5 * tt + 2, -3 * ttt + 4 * tt + t, ttt - tt
        result.append(
            (
                0.5 * (a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0]),
                0.5 * (a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]),
            )
        )
    return result


def oval(x: float, y: float, rx: float, ry: float, turn: float = 0.0, steps: int = 28) -> list[Point]:
    """Return an ellipse; `turn` in degrees."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(steps):
        around = 2 * math.pi * step / steps
        dx, dy = rx * math.cos(around), ry * math.sin(around)
        points.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return points


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """Return the outline of a brush stroke through points whose width changes along its way."""
    spine = line(points)
    last = len(spine) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(spine):
        before, after = spine[max(0, i - 1)], spine[min(last, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        at = i / max(1, last) * (len(widths) - 1)
        k = min(int(at), len(widths) - 2)
        half = (widths[k] + (widths[k + 1] - widths[k]) * (at - k)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


def lobed(x: float, y: float, rx: float, ry: float, lobes: int, dice: Random, depth: float = 0.12) -> list[Point]:
    """Return the outline of a cloud, a crown or a bush."""
    points: list[Point] = []
    start = dice.random() * math.tau
    for i in range(lobes * 2):
        angle = start + math.tau * (i + dice.uniform(-0.2, 0.2)) / (lobes * 2)
        r = 1 + dice.uniform(-0.03, 0.05) if i % 2 else 1 - depth * dice.uniform(0.6, 1.3)
        points.append((x + rx * r * math.cos(angle), y + ry * r * math.sin(angle)))
    return closed(points)


def spiky(points: Sequence[Point], centre: Point, depth: float, dice: Random) -> list[Point]:
    """Return an outline whose every point but the neighbours stands out: fur, spikes, grass."""
    result: list[Point] = []
    for i, (x, y) in enumerate(points):
        r = 1 + (depth * dice.uniform(0.7, 1.3) if i % 2 else 0.0)
        result.append((centre[0] + (x - centre[0]) * r, centre[1] + (y - centre[1]) * r))
    return result


def star(x: float, y: float, radius: float, arms: int = 5, inner: float = 0.5, turn: float = 90.0) -> list[Point]:
    """Return a star with softly rounded arms."""
    corners: list[Point] = []
    for i in range(arms * 2):
        angle = math.radians(turn) + math.pi * i / arms
        if i % 2:
            corners.append((x + radius * inner * math.cos(angle), y + radius * inner * math.sin(angle)))
        else:
            tip = (angle - 0.09, angle + 0.09)
            corners += [(x + radius * math.cos(turned), y + radius * math.sin(turned)) for turned in tip]
    return corners


def ridge(width: float, level: float, swing: float, dice: Random, waves: int = 3) -> list[Point]:
    """Return the upper edge of a hill from left to right, in steps of a fortieth of the width."""
    phases = [
        (dice.uniform(0.6, 1.6) * (k + 1), dice.random() * math.tau, dice.uniform(0.5, 1) / (k + 1))
        for k in range(waves)
    ]
    total = sum(part for _, _, part in phases)
    edge: list[Point] = []
    for i in range(-1, 42):
        t = i / 40
        wave = sum(part * math.sin(t * math.pi * pace + phase) for pace, phase, part in phases) / total
        edge.append((t * width, level - swing * wave))
    return edge
