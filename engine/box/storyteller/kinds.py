"""Kinds of figures: what helpers can do and how they speak, where heroes live, what everybody looks like."""

from __future__ import annotations

from engine.box.storyteller.nouns import ADULT, ANIMAL, BEING, CHILD

HELPERS = """
Schnecke     | wild  | klug     | alt       | kriechen heran   | „Nur keine Eile.“
Frosch       | wild  | springt  | grün      | hüpfen heran     | „Quak!“
Eichhörnchen | wild  | klettert | flink     | flitzen herbei   | „Schnell, schnell!“
Eule         | wild  | fliegt   | alt       | fliegen herbei   | „Hu-hu!“
Maulwurf     | wild  | gräbt    | dick      | kriechen hervor  | „Wer klopft da?“
Hase         | wild  | springt  | schnell   | springen herbei  | „Hopp, hopp!“
Fuchs        | wild  | klug     | schlau    | schleichen heran | „Aha!“
Krähe        | wild  | fliegt   | schwarz   | fliegen herbei   | „Krah!“
Dachs        | wild  | klug     | gemütlich | trotten heran    | „Soso.“
Ente         | wild  | fliegt   | rund      | watscheln herbei | „Nag, nag!“
Waschbär     | wild  | klettert | frech     | klettern herbei  | „Hihi!“
Katze        | house | klettert | weich     | schleichen heran | „Miau.“
Hund         | house | springt  | zottig    | laufen herbei    | „Wuff!“
Papagei      | house | fliegt   | bunt      | flattern herbei  | „Schnabel zu!“
Maus         | house | klug     | klein     | trippeln herbei  | „Piep!“
Hamster      | house | gräbt    | rund      | rollen heran     | „Mhm, mhm.“
"""
"""Kind, world, ability, adjective, how it comes, what it says."""

TRAITS = {
    "Schnecke": "{A} <brauchen:A> für jedes Wort eine Weile.",
    "Frosch": "{A} <können:A> keinen Augenblick stillsitzen.",
    "Eichhörnchen": "{A} <haben:A> in jeder Backe eine Nuss.",
    "Eule": "{A} <drehen:A> den Kopf einmal ganz herum.",
    "Maulwurf": "{A} <blinzeln:A>, denn das Licht <sein:1> so hell.",
    "Hase": "{A} <wackeln:A> beim Denken mit beiden Ohren.",
    "Fuchs": "{A} <wissen:A> alles, und manchmal <stimmen:1> es.",
    "Krähe": "{A} <haben:A> einen Knopf im Schnabel und <reden:A> trotzdem.",
    "Dachs": "{A} <tragen:A> immer ein Kissen unter dem Arm.",
    "Ente": "{A} <lachen:A> über alles, am liebsten über sich.",
    "Waschbär": "{A} <waschen:A> sich erst einmal die Pfoten.",
    "Katze": "{A} <schauen:A> zur Seite und <hören:A> doch genau zu.",
    "Hund": "{A} <wedeln:A> mit dem ganzen Hund.",
    "Papagei": "{A} <sagen:A> jedes Wort gleich zweimal, zweimal.",
    "Maus": "{A} <denken:A> am besten mit einem Stück Käse.",
    "Hamster": "{A} <haben:A> die Backen voller Körner.",
}

HELPER_LOOKS = {
    "Schnecke": "small round snail, striped shell",
    "Frosch": "small green frog, yellow belly",
    "Eichhörnchen": "red squirrel, bushy tail",
    "Eule": "brown owl, big round eyes",
    "Maulwurf": "black mole, pink paws",
    "Hase": "light brown rabbit, long ears",
    "Fuchs": "orange fox, white tail tip",
    "Krähe": "black crow, grey beak",
    "Dachs": "grey badger, striped face",
    "Ente": "white duck, orange beak",
    "Waschbär": "grey raccoon, ringed tail",
    "Katze": "grey tabby cat, green eyes",
    "Hund": "shaggy brown dog, red collar",
    "Papagei": "colourful parrot, yellow beak",
    "Maus": "small grey mouse, big ears",
    "Hamster": "round golden hamster, full cheeks",
}

HOMES = {
    "unter der Hecke": "Igel",
    "in der Höhle": "Bär Drache Fledermaus",
    "in der Scheune": "Maus",
    "am Teich": "Frosch Ente Kröte",
    "im Teich": "Fisch",
    "in der alten Eiche": "Eule Eichhörnchen Waschbär",
    "im Fuchsbau": "Fuchs",
    "auf der Wiese": "Hase Kaninchen Lamm Pony Schmetterling",
    "auf dem Hof": "Katze Kater Hund Hamster",
    "auf dem Bauernhof": "Huhn Hahn Küken Kuh Schaf Schwein Pferd Ziege Gans Bauer Bäuerin",
    "im Stall": "Esel",
    "in der Werkstatt": "Roboter",
    "im alten Schloss": "Gespenst",
    "im Hexenhaus": "Hexe",
    "im Garten": "Schnecke Biene Ameise Marienkäfer Raupe Regenwurm Schneemann Gärtner Gärtnerin",
    "in der Burg": "Ritter",
    "im Schloss": "König Königin Prinz Prinzessin",
    "auf dem Schiff": "Pirat Kapitän",
    "am Meer": "Pinguin Seehund Delfin Fischer",
    "im Meer": "Wal",
    "am Strand": "Krabbe Schildkröte",
    "im Nest": "Vogel Spatz Amsel Rabe Storch Krähe",
    "unter dem Hügel": "Maulwurf Dachs Troll",
    "im hohen Gras": "Löwe Tiger Giraffe Nashorn",
    "am Fluss": "Elefant Biber Otter Krokodil Nilpferd",
    "am See": "Schwan",
    "unter der alten Eiche": "Zwerg Wichtel Kobold",
    "auf der Lichtung": "Fee Elfe Einhorn Reh",
    "am Himmel": "Stern Wolke Mond Sonne Komet",
}
DEFAULT_HOMES = {ANIMAL: "im Wald", BEING: "im Wald", CHILD: "im Haus am Fluss", ADULT: "im kleinen Haus"}
HOUSE_KINDS = frozenset({"Roboter", "Hund", "Katze", "Kater", "Hamster", "Gespenst"})

COLOURS = {
    "brown": "hedgehog bear owl dog snail deer otter beaver sparrow",
    "grey": "mouse elephant wolf badger donkey goose seal rhino",
    "orange": "fox tiger",
    "light brown": "rabbit puppy monkey",
    "green": "frog dragon turtle dinosaur caterpillar crocodile toad goblin",
    "silver": "robot",
    "grey tabby": "cat",
    "yellow": "duck chick",
    "black and white": "penguin cow",
    "golden": "lion hamster",
    "white woolly": "sheep lamb",
    "white": "ghost unicorn snowman swan",
    "pink": "pig worm",
    "striped": "bee",
    "red": "squirrel ladybug crab",
    "black": "raven crow blackbird mole",
    "blue": "bird whale fish dolphin monster butterfly",
}
WEAR = (
    *("red scarf", "blue cap", "yellow boots", "green backpack", "striped jumper", "round glasses", "red bow tie"),
    *("blue dungarees", "orange scarf", "straw hat", "white spotted scarf", "green vest"),
)
PEOPLE = {
    CHILD: (
        "brown curly hair, red jumper, blue trousers",
        "black hair, yellow raincoat, green boots",
        "short blond hair, striped jumper, blue trousers",
        "red hair, freckles, green dungarees",
    ),
    ADULT: (
        "grey hair, green cardigan, apron",
        "white hair, blue jacket, round nose",
        "brown hair, checked shirt, boots",
    ),
}
