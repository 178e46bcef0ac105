"""The hour, the season and the weather of a picture, and what they do to its colours."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from engine.box.painter.colour import COLOURS, Colour, glazed, lighter, mix
from engine.box.painter.wish import Wish

_SKIES: dict[str, tuple[tuple[Colour, Colour, Colour], ...]] = {
    "": (((150, 200, 226), (204, 228, 228), (248, 240, 218)), ((172, 208, 214), (220, 230, 218), (250, 238, 210))),
    "day": (((112, 180, 226), (178, 217, 234), (238, 242, 228)), ((126, 190, 216), (190, 224, 226), (246, 240, 216))),
    "morning": (
        ((164, 196, 226), (246, 212, 200), (255, 238, 204)),
        ((190, 196, 226), (252, 206, 186), (255, 232, 190)),
    ),
    "evening": (((88, 90, 156), (222, 128, 126), (255, 204, 132)), ((120, 86, 140), (238, 132, 106), (255, 196, 120))),
    "night": (((20, 28, 72), (36, 50, 106), (82, 98, 154)), ((26, 26, 66), (44, 46, 102), (104, 92, 148))),
}
_AIR: dict[str, Colour] = {
    "": (255, 253, 246),
    "day": (255, 255, 250),
    "morning": (255, 238, 224),
    "evening": (240, 196, 186),
    "night": (136, 150, 208),
}
_ON_FIGURES: dict[str, Colour] = {
    "": (255, 255, 255),
    "day": (255, 255, 255),
    "morning": (255, 247, 238),
    "evening": (255, 230, 214),
    "night": (216, 216, 242),
}
_GREY_SKY: Colour = (158, 170, 182)
_GRASS: dict[str, Colour] = {
    "": (136, 172, 98),
    "spring": (150, 188, 104),
    "summer": (134, 176, 88),
    "autumn": (186, 158, 88),
    "winter": (234, 240, 246),
}
_FOLIAGE: dict[str, tuple[Colour, ...]] = {
    "": ((104, 150, 84), (124, 164, 84), (88, 136, 92), (142, 168, 82)),
    "spring": ((236, 168, 184), (244, 196, 204), (150, 188, 104), (226, 150, 172)),
    "summer": ((92, 150, 78), (114, 166, 74), (80, 138, 84), (136, 172, 74)),
    "autumn": ((222, 138, 56), (204, 92, 54), (232, 180, 72), (178, 112, 64)),
    "winter": ((214, 226, 234), (226, 234, 240), (196, 212, 224), (236, 240, 244)),
}


@dataclass(frozen=True, slots=True)
class Light:
    """What the hour does: three colours of sky, a glaze on the land, one on figures, the haze of the distance."""

    sky: tuple[Colour, Colour, Colour]
    land: Colour
    figures: Colour
    haze: Colour
    grass: Colour
    foliage: tuple[Colour, ...]
    dark: bool
    snowy: bool


def light_of(wish: Wish, dice: Random) -> Light:
    """Return the light a wish asks for; dice choose among its nuances."""
    hour = "night" if wish.place == "space" else wish.time
    sky = dice.choice(_SKIES[hour])
    land, figures = _AIR[hour], _ON_FIGURES[hour]
    dark = hour == "night"
    if wish.weather in ("rain", "storm", "fog", "clouds", "snow"):
        grey = _GREY_SKY if not dark else (52, 60, 92)
        deep = {"storm": 0.8, "rain": 0.6, "fog": 0.6, "clouds": 0.4}.get(wish.weather, 0.3)
        shades = [mix(tone, grey, deep) for tone in sky]
        if wish.weather == "storm":
            shades = [glazed(tone, (170, 172, 192)) for tone in shades]
        sky = (shades[0], shades[1], lighter(shades[2], 0.2))
        veils: dict[str, Colour] = {"storm": (196, 200, 216), "snow": (246, 248, 254)}
        land = glazed(land, veils.get(wish.weather, (228, 232, 238)))
    season = "winter" if wish.weather == "snow" else wish.season
    nuance = mix(COLOURS["yellow"], COLOURS["turquoise"], dice.random())
    grass = mix(_GRASS[season], nuance, 0.08 if season != "winter" else 0.02)
    foliage = tuple(mix(tone, nuance, 0.08) for tone in dice.sample(_FOLIAGE[season], len(_FOLIAGE[season])))
    return Light(sky, land, figures, mix(sky[2], sky[1], 0.35), grass, foliage, dark, season == "winter")
