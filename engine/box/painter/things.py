"""Every thing the painter can draw: its painter, its usual colour, its height against a hedgehog, where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from engine.box.painter import furniture, garments, made, natural, vehicles
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, Colour
from engine.box.painter.wish import Thing, Worn

Drawer = Callable[[Brush, Colour, Random], None]

THINGS = """
star: star; moon: moon, full moon, crescent moon; comet: comet, shooting star, falling star; lantern: lantern, torch
lamp: lamp, lightbulb; candle: candle; kite: kite; ball: ball, marble, football; balloon: balloon
air balloon: hot air balloon, hot-air balloon, airship; boat: boat, ship, sailing boat, canoe, sailboat; raft: raft
tree: tree, oak, branch, apple tree, treetop, chestnut; fir: fir, fir tree, pine, pine tree, christmas tree
birch: birch; bush: bush, hedge, shrub; flower: flower, rose, daisy, poppy, dandelion, wildflower; tulip: tulip
sunflower: sunflower; bouquet: bouquet; mushroom: mushroom, toadstool; apple: apple; pear: pear, lemon
carrot: carrot; pumpkin: pumpkin; berries: berry, berries, cherry, strawberry, plum; nut: nut, acorn, hazelnut, seed
cone: pine cone, fir cone; leaf: leaf, leaves; stone: stone, rock, pebble, boulder, crystal; shell: shell, seashell
feather: feather; egg: egg; nest: nest; heart: heart; hay: hay, straw, haystack; campfire: campfire, fire, bonfire
puddle: puddle; book: book, diary; letter: letter, paper, envelope, note; map: map, treasure map
picture: picture, mirror; cake: cake, pie, birthday cake; bread: bread, loaf, bun
cookie: cookie, pancake, biscuit; ice cream: ice cream; bowl: bowl, pan, soup, dough, pot, honey pot
cup: cup, mug, tea, glass; bottle: bottle, milk; gift: gift, present, parcel; crate: box, crate
chest: treasure chest, treasure, trunk; suitcase: suitcase; key: key, golden key; basket: basket, picnic basket
bucket: bucket, pail; rocket: rocket, spaceship; car: car, bus, soapbox car; cart: cart, wagon, wheelbarrow
tractor: tractor; train: train, locomotive, steam engine; bicycle: bicycle, bike; sled: sled, sledge, sleigh
drum: drum; guitar: guitar, violin, fiddle; flute: flute, whistle; bell: bell; clock: clock, watch
umbrella: umbrella, parasol; flag: flag; broom: broom, brush; shovel: shovel, spade; rope: rope, string, thread
watering can: watering can; wand: wand, magic wand; bed: bed; table: table, desk; chair: chair, stool
armchair: armchair, sofa; bench: bench; shelf: shelf, bookshelf; stove: stove, oven; door: door, gate
window: window; fence: fence; bridge: bridge; ladder: ladder; tent: tent; house: house, hut, cottage, cabin
tower: tower, lighthouse; tree house: tree house, treehouse; windmill: windmill, mill
birdhouse: birdhouse, doghouse; well: well; scarecrow: scarecrow; swing: swing; slide: slide; seesaw: seesaw
carpet: carpet, rug; blanket: blanket, quilt; pillow: pillow, cushion
"""


@dataclass(frozen=True, slots=True)
class Sort:
    """How a thing is drawn; `belongs` is "hand", "sky", "ground" or "back" (behind the figures)."""

    draw: Drawer
    colour: str
    height: float
    belongs: str = "hand"


_N, _M, _F, _V = natural, made, furniture, vehicles
SORTS: dict[str, Sort] = {
    "star": Sort(_N.star, "yellow", 0.36),
    "moon": Sort(_N.moon, "beige", 0.62, "sky"),
    "comet": Sort(_N.comet, "yellow", 0.3, "sky"),
    "lantern": Sort(_M.lantern, "black", 0.36),
    "lamp": Sort(_M.lamp, "orange", 0.7, "back"),
    "candle": Sort(_M.candle, "white", 0.3),
    "kite": Sort(_M.kite, "red", 0.56, "sky"),
    "ball": Sort(_M.ball, "red", 0.3),
    "balloon": Sort(_M.balloon, "red", 0.56, "sky"),
    "air balloon": Sort(_V.air_balloon, "red", 0.8, "sky"),
    "boat": Sort(_V.boat, "blue", 0.95, "back"),
    "raft": Sort(_V.raft, "brown", 0.8, "back"),
    "tree": Sort(_N.tree, "green", 2.3, "back"),
    "fir": Sort(_N.fir, "green", 2.1, "back"),
    "birch": Sort(_N.birch, "green", 2.2, "back"),
    "bush": Sort(_N.bush, "green", 0.8, "back"),
    "flower": Sort(_N.flower, "pink", 0.42, "ground"),
    "tulip": Sort(_N.tulip, "red", 0.42, "ground"),
    "sunflower": Sort(_N.sunflower, "yellow", 1.05, "back"),
    "bouquet": Sort(_N.bouquet, "pink", 0.4),
    "mushroom": Sort(_N.mushroom, "red", 0.4, "ground"),
    "apple": Sort(_N.apple, "red", 0.2),
    "pear": Sort(_N.pear, "yellow", 0.24),
    "carrot": Sort(_N.carrot, "orange", 0.34),
    "pumpkin": Sort(_N.pumpkin, "orange", 0.4, "ground"),
    "berries": Sort(_N.berries, "red", 0.22),
    "nut": Sort(_N.nut, "brown", 0.2),
    "cone": Sort(_N.pine_cone, "brown", 0.24),
    "leaf": Sort(_N.leaf, "orange", 0.26),
    "stone": Sort(_N.stone, "grey", 0.34, "ground"),
    "shell": Sort(_N.shell, "pink", 0.24),
    "feather": Sort(_N.feather, "blue", 0.3),
    "egg": Sort(_N.egg, "beige", 0.26),
    "nest": Sort(_N.nest, "brown", 0.32, "ground"),
    "heart": Sort(_N.heart, "red", 0.28),
    "hay": Sort(_N.hay, "yellow", 0.8, "back"),
    "campfire": Sort(_N.campfire, "brown", 0.5, "ground"),
    "puddle": Sort(_N.puddle, "blue", 0.5, "ground"),
    "book": Sort(_M.book, "red", 0.28),
    "letter": Sort(_M.paper, "beige", 0.24),
    "map": Sort(_M.chart, "beige", 0.28),
    "picture": Sort(_M.picture, "golden", 0.4),
    "cake": Sort(_M.cake, "pink", 0.38),
    "bread": Sort(_M.bread, "brown", 0.24),
    "cookie": Sort(_M.cookie, "beige", 0.2),
    "ice cream": Sort(_M.ice_cream, "pink", 0.34),
    "bowl": Sort(_M.bowl, "blue", 0.28),
    "cup": Sort(_M.cup, "blue", 0.22),
    "bottle": Sort(_M.bottle, "green", 0.34),
    "gift": Sort(_M.gift, "red", 0.34),
    "crate": Sort(_M.crate, "brown", 0.42, "ground"),
    "chest": Sort(_M.chest, "brown", 0.46, "ground"),
    "suitcase": Sort(_M.suitcase, "brown", 0.42, "ground"),
    "key": Sort(_M.key, "golden", 0.26),
    "basket": Sort(_M.basket, "brown", 0.36),
    "bucket": Sort(_M.bucket, "blue", 0.32),
    "rocket": Sort(_V.rocket, "red", 1.1, "back"),
    "car": Sort(_V.car, "red", 0.72, "back"),
    "cart": Sort(_V.cart, "brown", 0.6, "ground"),
    "tractor": Sort(_V.tractor, "red", 1.0, "back"),
    "train": Sort(_V.train, "red", 0.9, "back"),
    "bicycle": Sort(_V.bicycle, "red", 0.72, "ground"),
    "sled": Sort(_V.sled, "brown", 0.5, "ground"),
    "drum": Sort(_M.drum, "red", 0.3),
    "guitar": Sort(_M.guitar, "brown", 0.44),
    "flute": Sort(_M.flute, "brown", 0.3),
    "bell": Sort(_M.bell, "golden", 0.26),
    "clock": Sort(_M.clock, "brown", 0.32),
    "umbrella": Sort(_M.umbrella, "red", 0.95),
    "flag": Sort(_M.flag, "red", 0.5),
    "broom": Sort(_M.tool, "yellow", 0.7),
    "shovel": Sort(_M.tool, "grey", 0.66),
    "rope": Sort(_M.rope, "beige", 0.3),
    "watering can": Sort(_M.watering_can, "green", 0.34),
    "wand": Sort(_M.wand, "yellow", 0.34),
    "bed": Sort(_F.bed, "blue", 0.85, "back"),
    "table": Sort(_F.table, "brown", 0.72, "back"),
    "chair": Sort(_F.chair, "brown", 0.72, "back"),
    "armchair": Sort(_F.armchair, "red", 0.95, "back"),
    "bench": Sort(_F.bench, "brown", 0.6, "back"),
    "shelf": Sort(_F.shelf, "brown", 1.5, "back"),
    "stove": Sort(_F.stove, "grey", 0.95, "back"),
    "door": Sort(_F.door, "green", 1.35, "back"),
    "window": Sort(_F.window, "white", 0.8, "wall"),
    "fence": Sort(_F.fence, "white", 0.5, "back"),
    "bridge": Sort(_F.bridge, "brown", 0.7, "back"),
    "ladder": Sort(_F.ladder, "brown", 1.2, "back"),
    "tent": Sort(_F.tent, "red", 1.0, "back"),
    "house": Sort(_F.house, "red", 1.7, "back"),
    "tower": Sort(_F.tower, "grey", 2.4, "back"),
    "tree house": Sort(_F.tree_house, "red", 2.4, "back"),
    "windmill": Sort(_F.windmill, "red", 2.0, "back"),
    "birdhouse": Sort(_F.birdhouse, "brown", 0.9, "back"),
    "well": Sort(_F.well, "grey", 0.9, "back"),
    "scarecrow": Sort(_F.scarecrow, "blue", 1.2, "back"),
    "swing": Sort(_F.swing, "red", 1.3, "back"),
    "slide": Sort(_F.slide, "red", 1.1, "back"),
    "seesaw": Sort(_F.seesaw, "red", 0.6, "back"),
    "carpet": Sort(_F.carpet, "red", 0.8, "ground"),
    "blanket": Sort(_F.blanket, "blue", 0.6, "ground"),
    "pillow": Sort(_F.pillow, "white", 0.4, "ground"),
}
HANDY = frozenset(kind for kind, sort in SORTS.items() if sort.belongs == "hand") | {
    "balloon",
    "kite",
    "flower",
    "tulip",
    "mushroom",
    "sunflower",
}
"""What fits into a hand."""


_GARMENT_HEIGHT = 0.5


def belongs(thing: Thing) -> str:
    """Return where a thing belongs; garments nobody wears lie on the ground."""
    return SORTS[thing.kind].belongs if thing.kind in SORTS else "ground"


def height_of(thing: Thing) -> float:
    """Return how high a thing is against a hedgehog."""
    height = SORTS[thing.kind].height if thing.kind in SORTS else _GARMENT_HEIGHT
    return height * {"small": 0.8, "big": 1.3}.get(thing.size, 1.0)


def draw_thing(b: Brush, thing: Thing, dice: Random) -> None:
    """Draw a thing that stands where the brush is, in the colour said of it or its own."""
    if thing.kind not in SORTS:
        garments.laid_down(b, Worn(thing.kind, thing.colour))
        return
    sort = SORTS[thing.kind]
    sort.draw(b, COLOURS[thing.colour or sort.colour], dice)
