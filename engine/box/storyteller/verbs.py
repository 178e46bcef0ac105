"""Verbs in the third person: present and preterite, singular and plural."""

from __future__ import annotations

from functools import cache

_STRONG = """
backen backt backte
beginnen beginnt begann
beißen beißt biss
bekommen bekommt bekam
biegen biegt bog
bieten bietet bot
binden bindet band
bitten bittet bat
blasen bläst blies
bleiben bleibt blieb
brechen bricht brach
brennen brennt brannte
bringen bringt brachte
denken denkt dachte
dürfen darf durfte
erschrecken erschrickt erschrak
essen isst aß
fahren fährt fuhr
fallen fällt fiel
fangen fängt fing
finden findet fand
fliegen fliegt flog
fließen fließt floss
fressen frisst fraß
frieren friert fror
geben gibt gab
gefallen gefällt gefiel
gehen geht ging
gelingen gelingt gelang
gewinnen gewinnt gewann
gießen gießt goss
gleiten gleitet glitt
graben gräbt grub
greifen greift griff
haben hat hatte
halten hält hielt
hängen hängt hing
heben hebt hob
heißen heißt hieß
helfen hilft half
kennen kennt kannte
klingen klingt klang
geschehen geschieht geschah
kneifen kneift kniff
kommen kommt kam
können kann konnte
kriechen kriecht kroch
lassen lässt ließ
laufen läuft lief
leihen leiht lieh
lesen liest las
liegen liegt lag
messen misst maß
mögen mag mochte
müssen muss musste
nehmen nimmt nahm
nennen nennt nannte
pfeifen pfeift pfiff
raten rät riet
reiben reibt rieb
reißen reißt riss
reiten reitet ritt
rennen rennt rannte
riechen riecht roch
rufen ruft rief
scheinen scheint schien
schieben schiebt schob
schlafen schläft schlief
schlagen schlägt schlug
schleichen schleicht schlich
schließen schließt schloss
schlingen schlingt schlang
schmelzen schmilzt schmolz
schneiden schneidet schnitt
schreiben schreibt schrieb
schreien schreit schrie
schweben schwebt schwebte
schweigen schweigt schwieg
schwimmen schwimmt schwamm
sehen sieht sah
sein ist war
singen singt sang
sinken sinkt sank
sitzen sitzt saß
sollen soll sollte
sprechen spricht sprach
springen springt sprang
stehen steht stand
steigen steigt stieg
stoßen stößt stieß
streichen streicht strich
tragen trägt trug
treffen trifft traf
treiben treibt trieb
treten tritt trat
trinken trinkt trank
tun tut tat
vergessen vergisst vergaß
verlieren verliert verlor
verschwinden verschwindet verschwand
versprechen verspricht versprach
verstehen versteht verstand
wachsen wächst wuchs
waschen wäscht wusch
wehen weht wehte
werden wird wurde
werfen wirft warf
wiegen wiegt wog
winden windet wand
wissen weiß wusste
wollen will wollte
ziehen zieht zog
zwingen zwingt zwang
"""

_PREFIXES = ("be", "ent", "er", "ver", "zer")


@cache
def _strong() -> dict[str, tuple[str, str]]:
    rows = (row.split() for row in _STRONG.split("\n") if row)
    return {lemma: (present, past) for lemma, present, past in rows}


def conjugate(lemma: str, *, past: bool, plural: bool) -> str:
    """Return the finite form of a verb in the third person.

    >>> conjugate("finden", past=True, plural=False), conjugate("klettern", past=False, plural=False)
    ('fand', 'klettert')
    >>> conjugate("sein", past=False, plural=True), conjugate("rufen", past=True, plural=True)
    ('sind', 'riefen')
    """
    if lemma == "sein" and plural and not past:
        return "sind"
    if plural and not past:
        return lemma
    present, preterite = _singular(lemma)
    if not past:
        return present
    if not plural:
        return preterite
    return preterite + ("n" if preterite.endswith(("e", "ie")) else "en")


def _singular(lemma: str) -> tuple[str, str]:
    if lemma in _strong():
        return _strong()[lemma]
    for prefix in _PREFIXES:
        if lemma.startswith(prefix) and lemma.removeprefix(prefix) in _strong():
            present, past = _strong()[lemma.removeprefix(prefix)]
            return prefix + present, prefix + past
    stem = lemma[:-1] if lemma.endswith(("eln", "ern")) else lemma[:-2]
    hiatus = "e" if stem.endswith(("t", "d")) or _needs_vowel(stem) else ""
    return stem + hiatus + "t", stem + hiatus + "te"


def _needs_vowel(stem: str) -> bool:
    return len(stem) > 2 and stem[-1] in "mn" and stem[-2] not in "aeiouäöühlrmn" and not stem.endswith(("ln", "rn"))


@cache
def _presents() -> dict[str, str]:
    table: dict[str, str] = {"sind": "waren", "haben": "hatten", "bin": "war"}
    for lemma, (present, past) in _strong().items():
        table[present] = past
        table.setdefault(lemma, conjugate(lemma, past=True, plural=True))
        for prefix in _PREFIXES:
            table.setdefault(prefix + present, prefix + past)
            table.setdefault(prefix + lemma, prefix + conjugate(lemma, past=True, plural=True))
    return table


@cache
def _pasts() -> dict[str, str]:
    return {past: present for present, past in reversed(_presents().items())}


def to_past(present: str) -> str:
    """Return the preterite of a finite present form, singular or plural.

    >>> to_past("findet"), to_past("bauen"), to_past("klettert"), to_past("verliert")
    ('fand', 'bauten', 'kletterte', 'verlor')
    """
    known = _presents().get(present)
    if known:
        return known
    if present.endswith("n"):
        return conjugate(present, past=True, plural=True)
    return present + "e" if present.endswith("t") else present


def to_present(past: str) -> str:
    """Return the present of a finite preterite form; a form that is none comes back as it is.

    >>> to_present("fand"), to_present("kletterte"), to_present("gingen")
    ('findet', 'klettert', 'gehen')
    """
    known = _pasts().get(past)
    if known:
        return known
    if past.endswith("ten"):
        return past[:-3] + ("eln"[1:] if past.endswith(("elten", "erten")) else "en")
    return past[:-1] if past.endswith("te") else past


def is_finite(word: str) -> bool:
    """Say whether a lower-case word is a known present form of a verb."""
    return word in _presents()
