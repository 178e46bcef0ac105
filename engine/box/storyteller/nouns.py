"""Nouns the storyteller knows: gender, plural, the English word a painter draws, and what sort of thing it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

ANIMAL, CHILD, ADULT, BEING = "animal", "child", "adult", "being"
SKY, THING, FOOD, PLANT, PLACE = "sky", "thing", "food", "plant", "place"
LIVING = frozenset({ANIMAL, CHILD, ADULT, BEING})

_TABLE = """
Affe mw Affen monkey animal
Ameise f Ameisen ant animal
Amsel f Amseln blackbird animal
Biber m Biber beaver animal
Biene f Bienen bee animal
Bär mw Bären bear animal
Dachs m Dachse badger animal
Delfin m Delfine dolphin animal
Eichhörnchen n Eichhörnchen squirrel animal
Elefant mw Elefanten elephant animal
Ente f Enten duck animal
Esel m Esel donkey animal
Eule f Eulen owl animal
Fisch m Fische fish animal
Fledermaus f Fledermäuse bat animal
Floh m Flöhe flea animal
Frosch m Frösche frog animal
Fuchs m Füchse fox animal
Gans f Gänse goose animal
Giraffe f Giraffen giraffe animal
Glühwürmchen n Glühwürmchen firefly animal
Hahn m Hähne rooster animal
Hamster m Hamster hamster animal
Hase mw Hasen rabbit animal
Huhn n Hühner chicken animal
Hund m Hunde dog animal
Igel m Igel hedgehog animal
Kaninchen n Kaninchen rabbit animal
Kater m Kater cat animal
Katze f Katzen cat animal
Krabbe f Krabben crab animal
Krähe f Krähen crow animal
Krokodil n Krokodile crocodile animal
Kröte f Kröten toad animal
Kuh f Kühe cow animal
Küken n Küken chick animal
Lamm n Lämmer lamb animal
Löwe mw Löwen lion animal
Marienkäfer m Marienkäfer ladybug animal
Maulwurf m Maulwürfe mole animal
Maus f Mäuse mouse animal
Nashorn n Nashörner rhino animal
Nilpferd n Nilpferde hippo animal
Otter m Otter otter animal
Papagei mw Papageien parrot animal
Pferd n Pferde horse animal
Pinguin m Pinguine penguin animal
Pony n Ponys pony animal
Rabe mw Raben raven animal
Raupe f Raupen caterpillar animal
Regenwurm m Regenwürmer worm animal
Reh n Rehe deer animal
Schaf n Schafe sheep animal
Schildkröte f Schildkröten turtle animal
Schmetterling m Schmetterlinge butterfly animal
Schnecke f Schnecken snail animal
Schwan m Schwäne swan animal
Schwein n Schweine pig animal
Seehund m Seehunde seal animal
Spatz mw Spatzen sparrow animal
Spinne f Spinnen spider animal
Storch m Störche stork animal
Tiger m Tiger tiger animal
Vogel m Vögel bird animal
Wal m Wale whale animal
Waschbär mw Waschbären raccoon animal
Welpe mw Welpen puppy animal
Wolf m Wölfe wolf animal
Ziege f Ziegen goat animal
Dinosaurier m Dinosaurier dinosaur being
Drache mw Drachen dragon being
Einhorn n Einhörner unicorn being
Elfe f Elfen fairy being
Fee f Feen fairy being
Gespenst n Gespenster ghost being
Hexe f Hexen witch being
Kobold m Kobolde goblin being
Monster n Monster monster being
Riese mw Riesen giant being
Roboter m Roboter robot being
Schneemann m Schneemänner snowman being
Troll m Trolle troll being
Wichtel m Wichtel gnome being
Zauberer m Zauberer wizard being
Zwerg m Zwerge dwarf being
Baby n Babys baby child
Bruder m Brüder boy child
Junge mw Jungen boy child
Kind n Kinder child child
Freund m Freunde child child
Freundin f Freundinnen girl child
Mädchen n Mädchen girl child
Prinz mw Prinzen prince child
Prinzessin f Prinzessinnen princess child
Schwester f Schwestern girl child
Bauer mw Bauern farmer adult
Bäcker m Bäcker baker adult
Bäuerin f Bäuerinnen farmer adult
Fischer m Fischer fisherman adult
Frau f Frauen woman adult
Gärtner m Gärtner gardener adult
Gärtnerin f Gärtnerinnen gardener adult
Kapitän m Kapitäne captain adult
König m Könige king adult
Königin f Königinnen queen adult
Lehrerin f Lehrerinnen teacher adult
Mama f Mamas mother adult
Mann m Männer man adult
Mutter f Mütter mother adult
Nachbarin f Nachbarinnen woman adult
Oma f Omas grandmother adult
Opa m Opas grandfather adult
Papa m Papas father adult
Pirat mw Piraten pirate adult
Ritter m Ritter knight adult
Vater m Väter father adult
Himmel m Himmel sky sky
Komet mw Kometen comet sky
Mond m Monde moon sky
Planet mw Planeten planet sky
Regenbogen m Regenbögen rainbow sky
Sonne f Sonnen sun sky
Stern m Sterne star sky
Wolke f Wolken cloud sky
Apfel m Äpfel apple food
Banane f Bananen banana food
Beere f Beeren berries food
Birne f Birnen pear food
Brot n Brote bread food
Ei n Eier egg thing
Eis n Eis ice-cream food
Erdbeere f Erdbeeren strawberry food
Honig m Honige honey food
Karotte f Karotten carrot food
Keks m Kekse cookie food
Kirsche f Kirschen cherries food
Kuchen m Kuchen cake food
Kürbis m Kürbisse pumpkin food
Milch f Milch milk food
Möhre f Möhren carrot food
Nuss f Nüsse nut food
Pfannkuchen m Pfannkuchen pancake food
Pilz m Pilze mushroom plant
Suppe f Suppen soup food
Tee m Tees tea food
Torte f Torten cake food
Ast m Äste branch plant
Baum m Bäume tree plant
Blatt n Blätter leaf plant
Blume f Blumen flower plant
Busch m Büsche bush plant
Gras n Gräser grass plant
Hecke f Hecken hedge plant
Kastanie f Kastanien chestnut plant
Moos n Moose moss plant
Pusteblume f Pusteblumen dandelion plant
Rose f Rosen rose plant
Samen m Samen seed plant
Schilf n Schilfe reeds plant
Sonnenblume f Sonnenblumen sunflower plant
Tanne f Tannen fir-tree plant
Zapfen m Zapfen pine-cone plant
Zweig m Zweige twig plant
Auto n Autos car thing
Ball m Bälle ball thing
Ballon m Ballons balloon thing
Bank f Bänke bench thing
Baumhaus n Baumhäuser tree-house thing
Besen m Besen broom thing
Bett n Betten bed thing
Bild n Bilder picture thing
Boot n Boote boat thing
Brief m Briefe letter thing
Brille f Brillen glasses thing
Brücke f Brücken bridge thing
Buch n Bücher book thing
Decke f Decken blanket thing
Eimer m Eimer bucket thing
Fahne f Fahnen flag thing
Fahrrad n Fahrräder bicycle thing
Feder f Federn feather thing
Fenster n Fenster window thing
Feuer n Feuer campfire thing
Flaschenpost f Flaschenposten bottle thing
Flasche f Flaschen bottle thing
Floß n Flöße raft thing
Flöte f Flöten flute thing
Geige f Geigen violin thing
Geschenk n Geschenke gift thing
Glocke f Glocken bell thing
Gitarre f Gitarren guitar thing
Handschuh m Handschuhe glove thing
Haus n Häuser house thing
Herd m Herde stove thing
Hut m Hüte hat thing
Hütte f Hütten hut thing
Kerze f Kerzen candle thing
Kissen n Kissen pillow thing
Kiste f Kisten box thing
Kleid n Kleider dress thing
Knopf m Knöpfe button thing
Koffer m Koffer suitcase thing
Korb m Körbe basket thing
Kran m Kräne crane thing
Krone f Kronen crown thing
Kuscheltier n Kuscheltiere teddy-bear thing
Lampe f Lampen lamp thing
Laterne f Laternen lantern thing
Leiter f Leitern ladder thing
Licht n Lichter light thing
Mantel m Mäntel coat thing
Muschel f Muscheln shell thing
Mütze f Mützen hat thing
Nest n Nester nest thing
Ofen m Öfen oven thing
Perle f Perlen pearl thing
Pfanne f Pfannen pan thing
Puppe f Puppen doll thing
Rakete f Raketen rocket thing
Ring m Ringe ring thing
Rucksack m Rucksäcke backpack thing
Schal m Schale scarf thing
Schatz m Schätze treasure thing
Schaukel f Schaukeln swing thing
Schaufel f Schaufeln shovel thing
Schere f Scheren scissors thing
Schiff n Schiffe ship thing
Schlitten m Schlitten sled thing
Schlüssel m Schlüssel key thing
Schmusetuch n Schmusetücher blanket thing
Schuh m Schuhe shoe thing
Schüssel f Schüsseln bowl thing
Seil n Seile rope thing
Seifenkiste f Seifenkisten soapbox-car thing
Socke f Socken sock thing
Spiegel m Spiegel mirror thing
Stein m Steine stone thing
Stiefel m Stiefel boot thing
Stuhl m Stühle chair thing
Tasche f Taschen bag thing
Tasse f Tassen cup thing
Teddy m Teddys teddy-bear thing
Teppich m Teppiche carpet thing
Tisch m Tische table thing
Topf m Töpfe pot thing
Traktor mw Traktoren tractor thing
Trommel f Trommeln drum thing
Tür f Türen door thing
Turm m Türme tower thing
Uhr f Uhren clock thing
Vogelhaus n Vogelhäuser birdhouse thing
Wagen m Wagen cart thing
Zahn m Zähne tooth thing
Zaun m Zäune fence thing
Zelt n Zelte tent thing
Zug m Züge train thing
Bach m Bäche stream place
Bahnhof m Bahnhöfe station place
Bauernhof m Bauernhöfe farm place
Berg m Berge mountain place
Bibliothek f Bibliotheken library place
Bücherei f Büchereien library place
Dachboden m Dachböden attic place
Dorf n Dörfer village place
Feld n Felder field place
Fluss m Flüsse river place
Flur m Flure hallway place
Garten m Gärten garden place
Hof m Höfe farm place
Höhle f Höhlen cave place
Hügel m Hügel hill place
Insel f Inseln island place
Kinderzimmer n Kinderzimmer bedroom place
Kindergarten m Kindergärten kindergarten place
Küche f Küchen kitchen place
Lichtung f Lichtungen clearing place
Markt m Märkte market place
Meer n Meere sea place
Park m Parks park place
Scheune f Scheunen barn place
Schlafzimmer n Schlafzimmer bedroom place
Schloss n Schlösser castle place
Burg f Burgen castle place
Schule f Schulen school place
See m Seen lake place
Spielplatz m Spielplätze playground place
Stadt f Städte city place
Stall m Ställe barn place
Strand m Strände beach place
Straße f Straßen street place
Teich m Teiche pond place
Ufer n Ufer shore place
Wald m Wälder forest place
Weg m Wege path place
Werkstatt f Werkstätten workshop place
Wiese f Wiesen meadow place
Wohnzimmer n Wohnzimmer living-room place
Zoo m Zoos zoo place
"""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in its nominative; `gender` is m, f or n; `weak` nouns take -n in every other case."""

    word: str
    gender: str
    weak: bool
    plural: str
    english: str
    sort: str

    @property
    def living(self) -> bool:
        return self.sort in LIVING


@cache
def nouns() -> dict[str, Noun]:
    """Return every known noun by its nominative singular."""
    known: dict[str, Noun] = {}
    for row in _TABLE.split("\n"):
        if row:
            word, gender, plural, english, sort = row.split()
            known[word] = Noun(word, gender[0], gender.endswith("w"), plural, english.replace("-", " "), sort)
    return known


@cache
def _forms() -> dict[str, tuple[Noun, bool]]:
    forms: dict[str, tuple[Noun, bool]] = {}
    for noun in nouns().values():
        plural = noun.plural if noun.plural[-1] in "ns" else noun.plural + "n"
        for form in (noun.plural, plural):
            forms.setdefault(form, (noun, True))
    for noun in nouns().values():
        for form in (oblique(noun.word, noun.weak), noun.word + "s", noun.word + "es", noun.word):
            if form == noun.word or form not in forms:
                forms[form] = (noun, False)
    return forms


def oblique(word: str, weak: bool) -> str:
    """Return the accusative and dative singular of a noun.

    >>> oblique("Bär", True), oblique("Hase", True), oblique("Igel", False)
    ('Bären', 'Hasen', 'Igel')
    """
    if not weak:
        return word
    return word + ("n" if word.endswith(("e", "r")) and word not in ("Bär", "Waschbär", "Traktor") else "en")


_LONGEST_FORM = 24


def find_noun(word: str) -> tuple[Noun, bool] | None:
    """Return the noun a form belongs to and whether it is a plural; compounds count as their last part.

    >>> found = find_noun("Apfelbäumen")
    >>> found and (found[0].english, found[1])
    ('tree', True)
    """
    if not word[:1].isupper():
        return None
    if word in _forms():
        return _forms()[word]
    for cut in range(2, len(word) - 2):
        tail = word[cut:].capitalize()
        if len(tail) <= _LONGEST_FORM and tail in _forms() and len(tail) > 2:
            noun, plural = _forms()[tail]
            head = word[: len(word) - len(tail)]
            grown = head + noun.plural.lower()
            return Noun(head + noun.word.lower(), noun.gender, noun.weak, grown, noun.english, noun.sort), plural
    if word.endswith("chen") and len(word) > 6:
        return _small(word)
    return None


def _small(word: str) -> tuple[Noun, bool] | None:
    stem = word[:-4]
    plain = stem.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("Ä", "A").replace("Ö", "O")
    for base in (stem, plain, stem + "e", plain + "e"):
        found = nouns().get(base)
        if found:
            return Noun(word, "n", False, word, found.english, found.sort), False
    return None
