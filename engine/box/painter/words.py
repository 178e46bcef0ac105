"""The English words the painter knows, by what they mean to a picture: `meaning: word, word`, nouns in the singular."""

from __future__ import annotations

from engine.box.painter.colour import COLOURS
from engine.box.painter.things import THINGS

PLACES = """
forest: forest, wood, woods, clearing, forest clearing, grove; jungle: jungle, rainforest
meadow: meadow, grass, lawn, pasture, flower meadow, valley, nature; field: field, wheat field, cornfield
garden: garden, backyard, orchard, flower bed, vegetable patch, kindergarten; park: park, zoo
hill: hill, hilltop, hillside; mountain: mountain, mountain top, peak, cliff, alps; village: village, farmhouse
street: street, town, city, road, pavement; market: market, market place, fair
beach: beach, shore, coast, seaside, sandbank; island: island; sea: sea, ocean, open sea, wave
lake: lake, pond, water, shore of a lake, swamp; river: river, stream, brook, creek, riverbank
harbour: harbour, harbor, port; sky: among the clouds, above the clouds, in the air, cloudland
space: space, outer space, universe, planet, galaxy; farm: farm, farmyard; barn: barn, stable, hay loft
cave: cave, burrow, den, tunnel, underground; playground: playground, sandpit, sandbox; desert: desert, dune
castle: castle, palace, fortress; underwater: underwater, under water, seabed, coral reef, bottom of the sea
station: station, train station, platform, railway
room: room, living room, indoors, inside, parlour, hallway, workshop, at home, in the house, in a house,
in his house, in her house, in their house, in the little house, in the cottage
bedroom: bedroom, nursery, in bed, in his bed, in her bed, in the bed, in its bed; kitchen: kitchen, bakery
attic: attic, loft; school: school, classroom; library: library, bookshop; path: path, trail, way
"""

TIMES = """
night: night, midnight, nighttime, moonlight, moonlit, starry, starry sky, night sky, in the night sky,
into the night sky, starlight, dark night, dark forest, darkness
evening: evening, sunset, dusk, twilight; morning: morning, sunrise, dawn
day: day, daytime, noon, midday, afternoon
"""

WEATHERS = """
rain: rain, rainy, raining, raindrop, drizzle, shower; snow: snow, snowing, snowfall, snowflake, snowstorm
fog: fog, foggy, mist, misty; storm: storm, stormy, lightning, thunder, thunderstorm; wind: wind, windy, breeze
sun: sunny, sunshine, sunlight, sun, sunbeam; clouds: cloud, cloudy, overcast; rainbow: rainbow
"""

SEASONS = """
autumn: autumn, autumnal, autumn leaves, fall leaves, golden leaves, leaf litter
spring: spring, springtime, blossom, cherry blossom; winter: winter, wintry, snowy, frost, frosty, icy, snow-covered
summer: summer, summery
"""

FIGURES = """
hedgehog: hedgehog, porcupine; fox: fox, vixen; rabbit: rabbit, hare, bunny; bear: bear, bear cub, panda
cat: cat, kitten; tiger: tiger; dog: dog, puppy, hound; mouse: mouse, rat, dormouse; hamster: hamster, guinea pig
squirrel: squirrel, chipmunk; wolf: wolf; raccoon: raccoon; badger: badger; mole: mole; beaver: beaver
otter: otter, weasel, marten; lion: lion; monkey: monkey, ape, gorilla; pig: pig, piglet, boar
crocodile: crocodile, alligator, lizard; dragon: dragon; dinosaur: dinosaur; bat: bat; ghost: ghost,
cloud with a face, star with a face, moon with a face, sun with a face, comet with a face
monster: monster, goblin, creature; robot: robot,
car with a face, excavator with a face, tractor with a face, train with a face, crane with a face
snowman: snowman; teddy bear: teddy bear, teddy
deer: deer, fawn, reindeer, stag, roe deer, moose; horse: horse, pony, foal; unicorn: unicorn; donkey: donkey, mule
zebra: zebra; cow: cow, calf, bull, ox; goat: goat; sheep: sheep, lamb, ram; giraffe: giraffe, camel
elephant: elephant; hippo: hippo, hippopotamus; rhino: rhino, rhinoceros; owl: owl; penguin: penguin
bird: bird, titmouse, songbird; robin: robin; sparrow: sparrow; crow: crow, raven, blackbird; parrot: parrot
woodpecker: woodpecker; dove: dove, pigeon; swallow: swallow; seagull: seagull, gull; duck: duck; duckling: duckling
goose: goose; swan: swan; hen: hen, chicken; rooster: rooster, cock; chick: chick; stork: stork; heron: heron, crane
flamingo: flamingo; peacock: peacock; ostrich: ostrich; frog: frog; toad: toad; turtle: turtle, tortoise
snail: snail, slug; fish: fish, goldfish; whale: whale; dolphin: dolphin; shark: shark; seal: seal
butterfly: butterfly; moth: moth; bee: bee, wasp; bumblebee: bumblebee; ladybug: ladybug, ladybird
beetle: beetle, woodlouse; fly: housefly, gnat, mosquito, flea; firefly: firefly, glow-worm; dragonfly: dragonfly
cricket: cricket, grasshopper; spider: spider; octopus: octopus, squid; crab: crab, lobster; snake: snake
worm: worm, earthworm; caterpillar: caterpillar; ant: ant; girl: girl, daughter, sister; boy: boy, son, brother
child: child, kid, toddler; baby: baby, newborn; woman: woman, mother, mom, mum, lady, aunt, nurse
man: man, father, dad, uncle, policeman, postman, sailor, hunter
grandmother: grandmother, grandma, granny, old woman, old lady; grandfather: grandfather, grandpa, granddad, old man
princess: princess; prince: prince; king: king; queen: queen; knight: knight; pirate: pirate; witch: witch
wizard: wizard, magician, sorcerer; astronaut: astronaut, spaceman; farmer: farmer; gardener: gardener
fisherman: fisherman, fisher, angler; captain: captain; baker: baker, cook, chef; teacher: teacher
doctor: doctor, vet; fairy: fairy, elf, pixie; angel: angel; mermaid: mermaid; dwarf: dwarf, gnome; troll: troll
giant: giant; clown: clown
"""

WORN = """
scarf: scarf, shawl, neckerchief, bandana; hat: hat, top hat
cap: cap, beanie, woolly hat, bobble hat, knitted hat, hood; straw hat: straw hat, sun hat
rain hat: rain hat, sou'wester; witch hat: witch hat, wizard hat, pointed hat; pirate hat: pirate hat
nightcap: nightcap, sleeping cap, pointed cap; helmet: helmet; crown: crown, tiara
boots: boot, rubber boot, wellies, rain boot, shoe, sandal; mittens: mitten, glove; dress: dress, nightgown, gown
skirt: skirt; coat: coat, jacket, raincoat; sweater: sweater, jumper, pullover, hoodie; cardigan: cardigan
shirt: shirt, t-shirt, blouse; vest: vest, waistcoat; trousers: trousers, pants, jeans, shorts
dungarees: dungarees, overalls; pyjamas: pyjamas, pajamas; backpack: backpack, rucksack, satchel, schoolbag
glasses: glasses, spectacles; bow: bow, ribbon, hair bow; bow tie: bow tie; cape: cape, cloak; apron: apron
collar: collar; necklace: necklace; flower wreath: flower wreath, wreath of flowers, flower crown
headphones: headphones
"""

MOODS = """
happy: happy, happily, smiling, smile, cheerful, joyful, friendly, glad, merry, content
laughing: laughing, laugh, giggling, giggle, beaming; excited: excited, cheering, singing, sing
sad: sad, sadly, lonely, unhappy, disappointed, worried, sorry; crying: crying, cry, weeping, tear, sobbing
surprised: surprised, surprise, amazed, astonished, startled, wide eyes, wide-eyed, open mouth
scared: scared, frightened, afraid, fearful, trembling, anxious; angry: angry, cross, grumpy, furious
curious: curious, puzzled, thoughtful, wondering, searching; proud: proud, proudly, brave, triumphant
tired: tired, sleepy, yawning, exhausted; cosy: cosy, cozy, snug, dreaming, closed eyes, cuddling, peaceful
"""

POSES = """
sleeping: sleep, sleeping, asleep, napping, snoring, falls asleep, fast asleep, lying down
sitting: sit, sitting, seated, perched
running: run, running, walk, walking, hurry, hurrying, hiking, marching, chasing, skating
jumping: jump, jumping, leap, leaping, hop, hopping, bouncing
flying: fly, flying, floating, soaring, hovering, gliding; dancing: dance, dancing
waving: wave hello, waving, greeting; cheering: arms up, arms raised, jubilant
pointing: pointing, point at, reaching, reach, stretching, stretch; climbing: climb, climbing; hiding: hiding, hide
swimming: swim, swimming, diving
"""

HOLDING = (
    "hold, holding, hug, hugging, carry, carrying, cuddle, embrace, embracing, catch, catching, bring, bringing, take, "
    "taking, give, giving, hand, clutch, clutching, eat, eating, read, reading, play, playing, pick, picking, find, "
    "finding, show, showing, share, sharing, fetch, fetching, warm, warming, hold on to, drinking, drink, "
    "watering, lift, lifting, pull, pulling, push, pushing, decorating, receive, receiving, hang, hanging, "
    "throw, throwing"
)
RAISING = (
    "hold up, holding up, lift up, lifting up, raise, raising, hold high, throw up, reach for, "
    "reaching for, fly a, flying a, fly the, flying the, flying his, flying her"
)
IN_HANDS = (
    "in its paw, in his paw, in her paw, in their paw, in its hand, in his hand, in her hand, "
    "in its arm, in his arm, in her arm, in the hand, in the paw"
)

FRAMINGS = """
close: close-up, close up, closeup, portrait, medium close-up
wide: wide shot, long shot, full shot, panorama, wide view, from afar, from far away, landscape
"""
ANGLES = """
above: from above, bird's eye, bird's eye view, top view, high angle, top down
below: from below, low angle, worm's eye view, low horizon
"""
STYLES = """
watercolor: watercolor, watercolour, aquarelle
crayon: crayon, pencil, colored pencil, coloured pencil, chalk, pastel chalk
gouache: gouache, flat shapes, cut paper, paper cutout, collage, acrylic
ink: ink, ink line, line art, linework, line drawing, pen drawing
"""
PALETTES = """
warm: warm colors, warm colours, warm light, gentle light, golden light
bold: bold colors, bold colours, bold friendly colors, bold friendly colours, vivid, bright colors, colourful, colorful
pastel: pastel, pastel colors, pastel colours, soft colors, muted colors, pale
cool: cool colors, cool colours, bluish, cold light; light: light color wash, light colour wash
"""
SIZES = """
small: small, little, tiny, young, mini, wee; big: big, large, huge, tall, enormous, old, adult, fat, chubby
"""
PATTERNS = """
striped: striped, stripy, with stripes; spotted: spotted, dotted, polka-dot, polka dot
checked: checked, chequered, plaid
"""
NUMBERS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "several": 4,
    "some": 3,
    "many": 6,
    "group": 4,
    "family": 3,
    "few": 3,
    "another": -1,
    "second": -1,
}
COLOUR_WORDS = {name: name for name in COLOURS} | {
    "gold": "golden",
    "gray": "grey",
    "violet": "purple",
    "lilac": "purple",
    "crimson": "red",
    "scarlet": "red",
    "blond": "golden",
    "blonde": "golden",
    "ginger": "orange",
    "teal": "turquoise",
    "cream": "beige",
    "ivory": "white",
    "rosy": "pink",
    "tan": "beige",
}
PEOPLE_WORDS = ("people", "person", "human", "humans", "figure", "figures", "character", "characters")
ANIMAL_WORDS = ("animal", "animals", "creatures")
SKY_WORDS = ("in the sky", "into the sky", "above", "overhead", "up in the air", "rises", "rising", "high up", "flies")
GROUND_WORDS = (
    "in the leaves",
    "in the autumn leaves",
    "in the grass",
    "on the ground",
    "in the moss",
    "in the snow",
    "fallen",
    "on the floor",
    "in the sand",
    "on the meadow",
    "at its feet",
    "beside",
    "next to",
    "looks at",
    "looking at",
)
UPWARDS = (
    "looks up",
    "look up",
    "looking up",
    "gazes up",
    "gazing up",
    "looks to the sky",
    "looks at the moon",
    "looks at the sky",
    "looks at the stars",
    "looking at the moon",
    "looking at the sky",
    "looking at the stars",
)
PARTS = (
    "eye",
    "eyes",
    "face",
    "belly",
    "tummy",
    "beak",
    "bill",
    "paw",
    "paws",
    "ear",
    "ears",
    "tail",
    "nose",
    "cheek",
    "cheeks",
    "feeler",
    "feelers",
    "tip",
    "mane",
    "horn",
    "horns",
    "whiskers",
    "teeth",
    "freckles",
    "beard",
    "wing",
    "wings",
    "skin",
    "back",
    "mouth",
    "foot",
    "feet",
    "head",
    "body",
    "light",
    "wash",
    "roof",
    "wall",
    "walls",
)
COVERS = ("fur", "hair", "feathers", "plumage", "coat of fur", "braids", "curls", "house", "shell", "spikes", "scales")
"""What has a figure's own colour when one is said of it."""
SWALLOWED = (
    "children's book",
    "childrens book",
    "children's book illustration",
    "childrens book illustration",
    "picture book",
    "picture book illustration",
    "book illustration",
    "book page",
    "storybook",
    "story book",
    "textured paper",
    "rough paper",
    "paper texture",
    "visible strokes",
    "delicate lines",
    "eye level",
    "medium shot",
    "side view",
    "calm sky",
    "calm dark sky",
    "calm grey sky",
    "large calm sky",
    "calm water",
    "round friendly face",
    "soft light",
    "friendly face",
    "story",
    "illustration",
    "child's",
    "children's",
    "big eyes",
    "big round eyes",
    "friendly dark eyes",
    "dark eyes",
    "at the top",
    "at the bottom",
    "right side",
    "left side",
    "dark blue",
    "on the way",
    "night light",
)

_TABLES = {
    "place": PLACES,
    "time": TIMES,
    "weather": WEATHERS,
    "season": SEASONS,
    "figure": FIGURES,
    "thing": THINGS,
    "worn": WORN,
    "mood": MOODS,
    "pose": POSES,
    "framing": FRAMINGS,
    "angle": ANGLES,
    "style": STYLES,
    "palette": PALETTES,
    "size": SIZES,
    "pattern": PATTERNS,
}
_BENT = {
    "mouse": "mice",
    "goose": "geese",
    "wolf": "wolves",
    "calf": "calves",
    "leaf": "leaves",
    "child": "children",
    "sheep": "sheep",
    "deer": "deer",
    "fish": "fish",
    "woman": "women",
    "man": "men",
    "dwarf": "dwarves",
    "knife": "knives",
    "loaf": "loaves",
    "elf": "elves",
    "foot": "feet",
    "ox": "oxen",
}


def table(group: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a group by their meaning.

    >>> table("pose")["dancing"]
    ('dance', 'dancing')
    """
    entries = (entry for line in _TABLES[group].replace(",\n", ", ").strip().splitlines() for entry in line.split(";"))
    return {
        meaning.strip(): tuple(word.strip() for word in words.split(","))
        for meaning, _, words in (entry.partition(":") for entry in entries if entry.strip())
    }


def plural(noun: str) -> str:
    """Return the plural of an English noun.

    >>> plural("fox"), plural("pony"), plural("field mouse"), plural("knife")
    ('foxes', 'ponies', 'field mice', 'knives')
    """
    head, _, last = noun.rpartition(" ")
    if last in _BENT:
        many = _BENT[last]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        many = last + "es"
    else:
        many = last + "s"
    return f"{head} {many}".strip()


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return a verb and its third person; of several words the first is bent.

    >>> verb_forms("hold up"), verb_forms("carry"), verb_forms("hugging")
    (('hold up', 'holds up'), ('carry', 'carries'), ('hugging',))
    """
    first, _, rest = verb.partition(" ")
    if first.endswith("ing"):
        return (verb,)
    return (verb, f"{plural(first)} {rest}".strip())


def vocabulary() -> dict[str, tuple[str, ...]]:
    """Return every word that shows in a picture, by group; nouns in the singular."""
    shown = {
        group: tuple(dict.fromkeys(word for words in table(group).values() for word in words)) for group in _TABLES
    }
    return shown | {"colour": tuple(COLOUR_WORDS)}
