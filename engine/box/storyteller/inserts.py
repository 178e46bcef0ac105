"""What goes wrong and right with each skill, and what each fear looks like from afar and from near."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skill:
    """A thing one can learn: where it is done, six ways to fail, and how it looks when it works."""

    where: str
    mishaps: tuple[str, ...]
    success: str


@dataclass(frozen=True, slots=True)
class Fright:
    """A thing one can be afraid of: where, how it comes, how it comes again, and what it is from near."""

    where: str
    comes: str
    again: str
    near: str


SKILLS = {
    "backen": Skill(
        "in der Küche",
        (
            "Puff! Alles <sein:1> weiß vom Mehl.",
            "Der Teig <kleben:1> an der Decke.",
            "Drei Eier <fliegen:2> durch die Küche. Klatsch!",
            "Der Kuchen <schmecken:1> nach Salz. Igitt!",
            "Jeder Kuchen <werden:1> hart wie Stein.",
            "Der Löffel <landen:1> im Blumentopf.",
        ),
        "Der Kuchen <werden:1> rund und golden!",
    ),
    "kochen": Skill(
        "in der Küche",
        (
            "Zisch! Die Suppe <laufen:1> über.",
            "Die Nudeln <kleben:2> an der Wand.",
            "Der Deckel <fliegen:1> hoch. Klirr!",
            "Die Suppe <schmecken:1> nach Seife. Igitt!",
            "Alles <werden:1> zu Brei.",
            "Ein Strumpf <schwimmen:1> in der Suppe.",
        ),
        "Die Suppe <duften:1>! Alle <wollen:2> einen Teller.",
    ),
    "fliegen": Skill(
        "auf dem Hügel",
        (
            "Flatter, flatter, plumps!",
            "Mit dem Bauch ins Gras. Plumps!",
            "Wusch! Mitten in den Heuhaufen.",
            "Kopf unten, Füße oben. Rums!",
            "Höher als ein Grashalm <gehen:1> es nicht.",
            "Da <stehen:1> ein Busch. Autsch!",
        ),
        "Der Wind <tragen:1> {ihn}. {H} <fliegen>!",
    ),
    "schwimmen": Skill(
        "am Teich",
        (
            "Blubb! Die Nase <werden:1> nass.",
            "Gluck! Ein Schluck Teich, und noch einer.",
            "Platsch! Alle Enten <werden:2> nass.",
            "Im Gras <gehen:1> es, im Wasser nicht.",
            "Nach drei Zügen <berühren:2> die Füße den Boden.",
            "Auf einmal <sitzen:1> ein Frosch im Gesicht.",
        ),
        "Das Wasser <tragen:1> {ihn}. {H} <schwimmen>!",
    ),
    "singen": Skill(
        "auf der Wiese",
        (
            "Krächz! Die Spatzen <fliegen:2> davon.",
            "Quietsch! Es <klingen:1> wie ein altes Tor.",
            "Krrr! Ein Apfel <fallen:1> vor Schreck.",
            "Hoch <werden:1> tief, und tief <werden:1> krumm.",
            "Nur ein Frosch <singen:1> mit.",
            "Heraus <kommen:1> ein Schluckauf. Hick!",
        ),
        "La, la, la! Es <klingen:1> wunderschön.",
    ),
    "tanzen": Skill(
        "auf der Wiese",
        (
            "Linker Fuß, rechter Fuß, plumps!",
            "Bums! Zwei Köpfe <stoßen:2> zusammen.",
            "Hui, im Kreis und in die Hecke!",
            "Schritt, Schritt, rums, ein Baum!",
            "Die Beine <wollen:2> nicht wie die Musik.",
            "Da <sein:1> eine Pfütze. Platsch!",
        ),
        "Eins, zwei, drei! {H} <tanzen> leicht wie Laub.",
    ),
    "lesen": Skill(
        "in der Bücherei",
        (
            "Die Buchstaben <krabbeln:2> wie Ameisen.",
            "„Mu-ku-ma“, <lesen> {H}. Was ist das?",
            "Das Buch <fallen:1> auf den Fuß. Autsch!",
            "Aus der Hose <werden:1> ein Hase.",
            "Alle Zeilen <verschwimmen:2> vor den Augen.",
            "Das Buch <stehen:1> auf dem Kopf.",
        ),
        "„M-o-n-d. Mond!“ {H} <lesen>!",
    ),
    "Rad fahren": Skill(
        "auf der Straße",
        (
            "Links, rechts, plumps, ins Gras!",
            "Das Rad <rollen:1> allein weiter. Klirr!",
            "Wusch! Mitten durch die Wäsche.",
            "Treten, lenken, bremsen, bumm!",
            "Nur die Klingel <gehen:1>. Sonst <gehen:1> nichts.",
            "Der Busch <kommen:1> näher. Raschel!",
        ),
        "Das Rad <rollen:1> geradeaus. {H} <fahren>!",
    ),
    "pfeifen": Skill(
        "im Garten",
        (
            "Pfff! Nur Luft, kein Ton.",
            "Pfff! Ein Krümel <fliegen:1> heraus.",
            "Die Backen <werden:2> rund wie Äpfel. Pfff!",
            "Im Buch <pfeifen:2> alle. Hier <pfeifen:1> keiner.",
            "Die Lippen <kribbeln:2>. Kein Ton <kommen:1>.",
            "Nur ein Kessel <pfeifen:1> irgendwo.",
        ),
        "Füüt! Ein heller Ton <fliegen:1> davon.",
    ),
    "teilen": Skill(
        "im Garten",
        (
            "Ein Keks, ein Happs. Weg!",
            "Zwei Kirschen <rollen:2> in den eigenen Mund.",
            "Schwupp! Alle Kekse <liegen:2> im Gras.",
            "Ein Krümel für dich, der Kuchen für mich!",
            "Die Hand <lassen:1> den Ball nicht los.",
            "Auf einmal <sein:1> der Teller leer.",
        ),
        "Die Hälfte hier, die Hälfte da. Wie schön!",
    ),
    "": Skill(
        "",
        (
            "Hoppla! Alles <gehen:1> schief.",
            "Bums! Das <sein:1> falsch herum.",
            "Rums! Alles <liegen:1> am Boden.",
            "Es <werden:1> ganz krumm und verkehrt.",
            "Hundertmal <gehen:1> es schief.",
            "Rumpel! Das <gehen:1> daneben.",
        ),
        "Und da <gehen:1> es, ganz leicht!",
    ),
}

FRIGHTS = {
    "Gewitter": Fright(
        "im Garten",
        "Es <blitzen:1> und <donnern:1>. Rumms!",
        "Rumms! Da <donnern:1> es wieder.",
        "Der Donner <klingen:1> wie eine Trommel.",
    ),
    "Donner": Fright(
        "im Garten",
        "Der Himmel <grollen:1>. Rumms!",
        "Rumms! Da <donnern:1> es wieder.",
        "Der Donner <klingen:1> wie eine Trommel.",
    ),
    "Nacht": Fright(
        "hinter dem Haus",
        "Das Licht <gehen:1> aus. Alles <sein:1> schwarz!",
        "Es <werden:1> dunkel. Etwas <knarren:1>.",
        "Im Dunkeln <funkeln:2> tausend Sterne.",
    ),
    "Wasser": Fright(
        "am Teich",
        "Das Wasser <sein:1> so tief!",
        "Eine Welle <schwappen:1> an die Füße.",
        "Das Wasser <kitzeln:1> nur an den Zehen.",
    ),
    "Hund": Fright(
        "vor dem Tor",
        "Der große Hund <bellen:1>: Wau!",
        "Wau! Da <sein:1> der Hund wieder.",
        "Der Hund <haben:1> eine weiche Zunge.",
    ),
    "Gespenst": Fright(
        "auf dem Dachboden",
        "Oben <rumpeln:1> etwas. Huuu!",
        "Huuu! Da <rumpeln:1> es wieder.",
        "Es <sein:1> ein Hemd auf der Leine.",
    ),
    "Monster": Fright(
        "im Flur",
        "Unter dem Bett <knurren:1> etwas. Huh!",
        "Da <knurren:1> es schon wieder.",
        "Es <sein:1> ein Schuh mit Schnürohren.",
    ),
    "Rutsche": Fright(
        "auf dem Spielplatz",
        "Die Rutsche <sein:1> so hoch!",
        "Von oben <sehen:1> alles winzig aus.",
        "Hui! Im Bauch <kitzeln:1> es.",
    ),
    "Sprung": Fright(
        "auf dem hohen Felsen",
        "Der Felsen <sein:1> so hoch!",
        "Tief unten <sehen:1> alles winzig aus.",
        "Ein Sprung! Hui! Der Wind <tragen:1> {ihn}.",
    ),
    "Kindergarten": Fright(
        "vor dem Kindergarten",
        "Der Kindergarten <sein:1> so laut!",
        "Da <lachen:2> schon wieder so viele.",
        "An jedem Haken <hängen:1> ein Bild.",
    ),
    "Zahnarzt": Fright(
        "im Wartezimmer",
        "Hinter der Tür <summen:1> etwas. Huh!",
        "Da <summen:1> es schon wieder.",
        "Der Stuhl <fahren:1> rauf und runter. Hui!",
    ),
    "Schule": Fright(
        "vor der Schule",
        "Die Schule <sein:1> so groß!",
        "Dong! Da <läuten:1> die Glocke.",
        "Drinnen <hängen:2> bunte Bilder.",
    ),
    "": Fright(
        "im Garten",
        "Da <sein:Z> {Z}! Oh nein!",
        "Schon wieder <sein:Z> {Z} da.",
        "Von nahem <sein:Z> {Z} gar nicht schlimm.",
    ),
}
