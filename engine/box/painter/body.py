"""How an upright figure is put together: where its head, hands and feet are in each pose."""

from __future__ import annotations

from dataclasses import dataclass

from engine.box.painter.brush import Brush
from engine.box.painter.colour import Colour, darker
from engine.box.painter.curves import Point


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Measures of an upright body, 1 is its height without ears."""

    head: Point = (0.0, 0.73)
    head_size: float = 0.265
    """Half the height of the head."""
    neck: float = 0.5
    shoulder: float = 0.145
    waist: float = 0.225
    """Half widths."""
    hem: float = 0.08
    """Where the trunk ends."""
    hip: float = 0.2
    foot: float = 0.115
    arm: float = 0.088
    leg: float = 0.12

    def trunk(self, wider: float = 0.0, hem: float | None = None, flare: float = 0.0) -> list[Point]:
        """Return the right half of the trunk's outline from the neck to the hem.

        Args:
            wider: how much a garment stands off.
            hem: where it ends, if not at the trunk's own end.
            flare: how much wider it gets towards its end.
        """
        low = self.hem if hem is None else hem
        middle = (self.neck + low) / 2 - 0.02
        return [
            (0.0, self.neck + 0.03),
            (self.shoulder + wider * 0.6, self.neck - 0.01),
            (self.waist * 0.94 + wider, (self.neck + middle) / 2),
            (self.waist + wider + flare * 0.4, middle),
            (self.hip + wider + flare, low + 0.05),
            (self.hip * 0.72 + flare + wider, low),
            (0.0, low - 0.012),
        ]


ANIMAL = Anatomy()
CHILD = Anatomy((0.0, 0.765), 0.222, 0.55, 0.115, 0.15, 0.25, 0.145, 0.078, 0.075, 0.09)
ADULT = Anatomy((0.0, 0.835), 0.162, 0.685, 0.13, 0.155, 0.32, 0.15, 0.075, 0.07, 0.09)
BABY = Anatomy((0.0, 0.68), 0.3, 0.42, 0.13, 0.2, 0.08, 0.19, 0.12, 0.09, 0.13)


@dataclass(frozen=True, slots=True)
class Hands:
    """Where the hands are: the one at the front, the one at the back; `over` whether they lie over what is held."""

    front: Point
    back: Point
    over: bool = False


def hands_in(pose: str, a: Anatomy) -> Hands:
    """Return where the hands are in a pose."""
    s, n = a.shoulder, a.neck
    down = n - 0.27 if a.head_size > 0.2 else n - 0.3
    rest = Hands((s + 0.11, down), (-s - 0.11, down))
    match pose:
        case "raising" | "waving" | "lifting":
            return Hands((s + 0.24, n + 0.3), rest.back)
        case "cheering" | "jumping" | "dancing" | "flying" | "falling":
            return Hands((s + 0.22, n + 0.26), (-s - 0.22, n + 0.26))
        case "holding" | "hugging" | "reading" | "eating":
            return Hands((0.13, n - 0.19), (-0.08, n - 0.19), over=True)
        case "pointing" | "reaching":
            return Hands((s + 0.3, n + 0.06), rest.back)
        case "running":
            return Hands((s + 0.16, n - 0.12), (-s - 0.17, n - 0.14))
        case "hiding":
            return Hands((0.1, n + 0.02), (-0.1, n + 0.02), over=True)
    return rest


def draw_arm(b: Brush, a: Anatomy, hand: Point, side: int, sleeve: Colour, paw: Colour) -> None:
    """Draw an arm from the shoulder to a hand."""
    shoulder = (side * (a.shoulder - 0.015), a.neck - 0.055)
    out = 0.05 if abs(hand[0]) > a.shoulder * 0.9 else 0.13
    elbow = ((shoulder[0] + hand[0]) / 2 + side * out, (shoulder[1] + hand[1]) / 2 - 0.02)
    wrist = (hand[0] * 0.9 + elbow[0] * 0.1, hand[1] * 0.9 + elbow[1] * 0.1)
    b.oval(*hand, a.arm * 0.58, a.arm * 0.58, paw)
    b.limb([shoulder, elbow, wrist], a.arm, sleeve, 0.2)


def draw_legs(b: Brush, a: Anatomy, pose: str, leg: Colour, foot: Colour, *, booted: bool) -> None:
    """Draw legs and feet."""
    if pose == "sitting":
        for side in (-1, 1):
            x = side * (a.foot + 0.07)
            b.limb([(side * a.foot * 0.8, a.hem + 0.05), (x, 0.06)], a.leg * 1.1, leg, 0.2)
            b.oval(x + side * 0.02, 0.055, a.leg * 0.62, a.leg * 0.74, foot, -18 * side, 0.2)
            if not booted:
                b.dab(x + side * 0.022, 0.05, a.leg * 0.3, a.leg * 0.36, darker(foot, 0.18), -18 * side)
        return
    stride = {"running": 0.13, "jumping": 0.05, "dancing": 0.09, "flying": 0.06, "climbing": 0.07}.get(pose, 0.0)
    for side in (-1, 1):
        lift = 0.07 if stride and side < 0 else 0.0
        x = side * a.foot + (side * stride * 0.8)
        b.limb([(side * a.foot * 0.85, a.hem + 0.06), (x, 0.05 + lift)], a.leg, leg, 0.2)
        if booted:
            b.limb([(x * 0.98, 0.12 + lift), (x, 0.05 + lift)], a.leg * 1.16, foot, 0.25)
            b.limb(
                [(x * 0.98 - a.leg * 0.5, 0.135 + lift), (x * 0.98 + a.leg * 0.5, 0.135 + lift)],
                0.022,
                darker(foot, 0.2),
            )
        b.shape(
            [
                (x - 0.06, 0.07 + lift),
                (x + 0.03, 0.085 + lift),
                (x + 0.115, 0.05 + lift),
                (x + 0.11, 0.008 + lift),
                (x - 0.06, 0.008 + lift),
            ],
            foot,
            0.25,
        )
