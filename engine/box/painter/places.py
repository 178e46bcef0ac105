"""Which place is painted how, and whether one is under a roof there."""

from __future__ import annotations

from collections.abc import Callable

from engine.box.painter import indoors, outdoors, towns, waters
from engine.box.painter.scene import Scene

PLACES: dict[str, Callable[[Scene], None]] = {
    "": outdoors.countryside,
    "forest": outdoors.forest,
    "jungle": outdoors.jungle,
    "meadow": outdoors.meadow,
    "field": outdoors.field,
    "garden": outdoors.garden,
    "park": outdoors.park,
    "hill": outdoors.hill,
    "mountain": outdoors.mountain,
    "village": towns.village,
    "street": towns.street,
    "market": towns.market,
    "beach": waters.beach,
    "island": waters.island,
    "sea": waters.sea,
    "lake": waters.lake,
    "river": waters.river,
    "harbour": waters.harbour,
    "sky": outdoors.cloudland,
    "space": outdoors.moonscape,
    "farm": towns.farm,
    "barn": indoors.barn,
    "cave": indoors.cave,
    "playground": towns.playground,
    "desert": outdoors.desert,
    "castle": towns.castle,
    "underwater": waters.underwater,
    "station": towns.station,
    "room": indoors.room,
    "bedroom": indoors.bedroom,
    "kitchen": indoors.kitchen,
    "attic": indoors.attic,
    "school": indoors.school,
    "library": indoors.library,
    "path": outdoors.path,
}
INDOORS = frozenset({"barn", "cave", "room", "bedroom", "kitchen", "attic", "school", "library", "underwater"})
"""Where neither rain falls nor grass grows."""
BARE = INDOORS | {"sea", "island", "space", "sky", "street", "market", "station", "harbour", "beach", "desert"}
"""Where no grasses frame the picture."""
