"""The English words the painter can draw, by what they mean to a picture."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, tuple[str, ...]]

PLACES: Words = {
    "forest": ("forest", "woods", "wood", "trees", "jungle"),
    "meadow": ("meadow", "field", "grass", "lawn", "park", "pasture", "flowers", "path"),
    "garden": ("garden", "backyard", "orchard", "flowerbed"),
    "room": ("room", "in a house", "bedroom", "bed", "house interior", "indoors", "inside", "attic", "nursery", "home"),
    "kitchen": ("kitchen", "bakery", "oven"),
    "village": ("village", "town", "street", "city", "market", "school", "houses", "house", "library", "road"),
    "beach": ("beach", "shore", "sand", "coast", "island"),
    "sea": ("sea", "ocean", "waves", "water"),
    "pond": ("pond", "lake", "reeds", "puddle"),
    "river": ("river", "stream", "brook", "creek"),
    "mountain": ("mountain", "mountains", "peak", "cliff", "rocks"),
    "hill": ("hill", "hills", "hilltop"),
    "snow": ("snowy", "snow-covered", "winter", "ice"),
    "sky": ("clouds", "space", "planet", "outer space", "among the stars"),
    "farm": ("farm", "barn", "stable", "farmyard"),
    "cave": ("cave", "burrow", "den", "tunnel"),
    "playground": ("playground", "swing", "sandbox", "slide"),
    "castle": ("castle", "tower", "palace"),
    "underwater": ("underwater", "under water", "seabed", "coral"),
    "desert": ("desert", "dunes"),
    "station": ("station", "train", "platform", "railway"),
}

TIMES: Words = {
    "night": ("night", "midnight", "nighttime", "moonlit", "moonlight", "starry", "dark"),
    "evening": ("evening", "sunset", "dusk", "twilight"),
    "morning": ("morning", "sunrise", "dawn"),
    "day": ("day", "daytime", "noon", "sunny", "afternoon"),
}

WEATHERS: Words = {
    "rain": ("rain", "rainy", "raining", "raindrops", "drizzle"),
    "snow": ("snow", "snowing", "snowflakes", "snowfall"),
    "fog": ("fog", "foggy", "mist", "misty"),
    "storm": ("storm", "stormy", "lightning", "thunder"),
    "wind": ("wind", "windy", "breeze"),
    "rainbow": ("rainbow",),
    "sun": ("sunny", "sunshine", "sunlight", "sun"),
    "clouds": ("cloudy", "overcast"),
}

SEASONS: Words = {
    "autumn": ("autumn", "fall leaves", "autumnal", "leaves"),
    "spring": ("spring", "blossom", "blossoms", "cherry tree"),
    "winter": ("winter", "frost", "frosty"),
}

ANIMALS: Words = {
    "hedgehog": ("hedgehog", "hedgehogs", "porcupine"),
    "fox": ("fox", "foxes"),
    "rabbit": ("rabbit", "hare", "bunny", "rabbits", "bunnies", "hares"),
    "bear": ("bear", "bears", "teddy"),
    "cat": ("cat", "kitten", "cats", "kittens"),
    "dog": ("dog", "puppy", "dogs"),
    "mouse": ("mouse", "mice", "hamster", "rat", "guinea pig"),
    "squirrel": ("squirrel", "squirrels"),
    "deer": ("deer", "fawn", "reindeer", "stag"),
    "wolf": ("wolf", "wolves"),
    "badger": ("badger", "raccoon", "skunk"),
    "mole": ("mole",),
    "beaver": ("beaver",),
    "lion": ("lion",),
    "monkey": ("monkey",),
    "elephant": ("elephant",),
    "horse": ("horse", "pony", "donkey"),
    "unicorn": ("unicorn",),
    "cow": ("cow", "calf"),
    "pig": ("pig", "piglet"),
    "sheep": ("sheep", "lamb"),
    "giraffe": ("giraffe",),
    "crocodile": ("crocodile",),
    "dragon": ("dragon",),
    "dinosaur": ("dinosaur",),
    "owl": ("owl", "owls"),
    "bird": ("bird", "birds", "sparrow", "robin", "raven", "crow", "blackbird", "parrot", "swallow", "swallows"),
    "duck": ("duck", "ducks", "duckling", "goose", "swan"),
    "hen": ("hen", "chicken", "rooster", "chick"),
    "penguin": ("penguin",),
    "frog": ("frog", "frogs", "toad"),
    "turtle": ("turtle", "tortoise"),
    "snail": ("snail", "snails"),
    "fish": ("fish", "fishes"),
    "whale": ("whale", "dolphin"),
    "butterfly": ("butterfly", "butterflies", "moth"),
    "bee": ("bee", "bees", "bumblebee"),
    "ladybug": ("ladybug", "ladybird", "beetle"),
    "robot": ("robot",),
}

PEOPLE: Words = {
    "girl": ("girl", "princess", "sister"),
    "boy": ("boy", "child", "kid", "children", "brother", "prince", "pirate", "knight", "astronaut"),
    "woman": ("woman", "mother", "mom", "grandma", "grandmother", "witch", "queen", "teacher", "lady"),
    "man": ("man", "father", "dad", "grandpa", "grandfather", "wizard", "king", "farmer", "fisherman", "baker"),
}

THINGS: Words = {
    "star": ("star",),
    "stars": ("stars", "starry"),
    "moon": ("moon", "moonlight", "moonlit"),
    "lantern": ("lantern", "lamp", "light", "candle"),
    "kite": ("kite",),
    "ball": ("ball", "marble"),
    "balloon": ("balloon", "balloons"),
    "boat": ("boat", "ship", "raft", "canoe"),
    "tree": ("tree", "branch", "oak"),
    "flower": ("flower", "rose", "tulip", "sunflower"),
    "mushroom": ("mushroom", "mushrooms", "toadstool"),
    "apple": ("apple", "apples", "pear", "plum"),
    "book": ("book", "books"),
    "cake": ("cake", "pie", "bread", "cookies"),
    "gift": ("gift", "present", "parcel", "box"),
    "letter": ("letter", "map", "paper"),
    "key": ("key",),
    "table": ("table",),
    "chair": ("chair", "armchair", "bench"),
    "door": ("door", "gate"),
    "window": ("window",),
    "bridge": ("bridge",),
    "fence": ("fence",),
    "tent": ("tent",),
    "campfire": ("campfire", "fire"),
    "ladder": ("ladder",),
    "basket": ("basket",),
    "bucket": ("bucket", "bowl", "pot"),
    "rocket": ("rocket", "spaceship"),
    "car": ("car", "wagon", "cart"),
    "drum": ("drum",),
    "stone": ("stone", "stones", "rock", "pebble"),
    "leaf": ("leaf",),
    "nest": ("nest",),
    "egg": ("egg", "eggs"),
    "shell": ("shell",),
    "chest": ("chest", "treasure"),
    "snowman": ("snowman",),
    "glasses": ("glasses", "spectacles"),
    "nut": ("nut", "acorn", "hazelnut"),
    "heart": ("heart",),
    "blanket": ("blanket", "pillow"),
}

WORN: Words = {
    "scarf": ("scarf", "shawl"),
    "hat": ("hat",),
    "cap": ("cap", "beanie", "hood"),
    "boots": ("boots", "shoes", "rubber boots", "wellies"),
    "dress": ("dress", "skirt"),
    "coat": ("coat", "jacket", "raincoat", "sweater", "pullover", "shirt", "vest"),
    "trousers": ("trousers", "pants", "dungarees", "overalls"),
    "backpack": ("backpack", "rucksack", "bag"),
    "glasses": ("glasses", "spectacles"),
    "crown": ("crown",),
    "bow": ("bow", "ribbon"),
    "cape": ("cape", "cloak"),
    "apron": ("apron",),
}

MOODS: Words = {
    "happy": (
        "happy", "smiling", "smiles", "smile", "laughing", "laughs", "laugh", "cheerful", "joyful", "proud", "cosy",
        "calm", "brave",
    ),
    "sad": (
        "sad", "crying", "cries", "cry", "lonely", "worried", "unhappy", "frightened", "disappointed", "angry", "tired",
    ),
    "sleeping": ("sleeping", "sleeps", "sleep", "asleep", "sleepy", "closed eyes"),
    "surprised": ("surprised", "puzzled", "excited", "amazed", "astonished", "startled", "wide eyes", "curious"),
}  # fmt: skip

POSES: Words = {
    "looking up": ("looks up", "look up", "looking up", "reaches up", "holds up", "stretching", "stretches"),
    "running": ("running", "runs", "run", "walk", "walking", "walks", "hurries", "marching"),
    "jumping": ("jumping", "jumps", "jump", "leaps", "hopping", "hops"),
    "flying": ("flying", "flies", "fly"),
    "holding": (
        "holding", "holds", "hold", "carrying", "carries", "carry", "hugging", "hugs", "hug", "in its paws",
        "in her hands",
    ),
}  # fmt: skip

FRAMINGS: Words = {
    "close": ("close-up", "close up", "closeup", "portrait"),
    "wide": ("wide shot", "long shot", "panorama", "wide view", "from far"),
    "above": ("from above", "bird's eye", "top view", "high angle"),
    "below": ("low angle", "from below", "worm's eye"),
}

SIZES: Words = {"small": ("small", "little", "tiny", "baby", "young"), "big": ("big", "large", "huge", "tall", "giant")}

STYLES: Words = {
    "watercolor": ("watercolor", "watercolour"),
    "crayon": ("crayon", "pencil", "chalk"),
    "gouache": ("gouache", "flat", "cut paper"),
    "ink": ("ink", "line art", "linework"),
}

COLOURS: Mapping[str, tuple[int, int, int]] = {
    "red": (205, 62, 52),
    "orange": (231, 130, 51),
    "yellow": (243, 200, 74),
    "golden": (236, 186, 62),
    "green": (96, 149, 82),
    "blue": (66, 112, 176),
    "turquoise": (72, 165, 165),
    "purple": (133, 92, 160),
    "violet": (133, 92, 160),
    "pink": (230, 145, 165),
    "brown": (142, 98, 64),
    "beige": (219, 195, 158),
    "grey": (143, 143, 148),
    "gray": (143, 143, 148),
    "silver": (188, 194, 202),
    "white": (246, 242, 233),
    "black": (58, 54, 58),
}

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "many": 5, "several": 4}


def vocabulary() -> dict[str, tuple[str, ...]]:
    """Return every word that shows in a picture, by group."""
    groups = {
        "places": PLACES,
        "times": TIMES,
        "weathers": WEATHERS,
        "animals": ANIMALS,
        "people": PEOPLE,
        "things": THINGS,
        "worn": WORN,
        "moods": MOODS,
        "framings": FRAMINGS,
    }
    words = {name: tuple(word for synonyms in group.values() for word in synonyms) for name, group in groups.items()}
    return words | {"colours": tuple(COLOURS)}
