"""First names: whether a pronoun for them is *er* or *sie*, and which capital words begin an idea and name nobody."""

from __future__ import annotations

_MEN = frozenset(
    """
    Ali Andi Arne Bene Benni Bente Bolle Charlie Dani Eike Eli Elia Elija Emre Fiete Freddi George Hauke Helge Henri
    Ilja Janne Jari Jesse Joe Jona Jonte Joscha Joshua Juri Kalle Karli Lasse Levi Luca Luka Malte Matti Micha Mika
    Mike Mischa Mustafa Nikita Noa Noah Nuri Ole Pelle Pete Pierre Poldi Ravi Rudi Rune Sami Sascha Seppi Sönke Steve
    Thore Toni Tore Uli Uwe Wanja Willi Yuri
    """.split()  # noqa: SIM905 - a table to be read
)
"""Men's names that end as women's do."""

_WOMEN = frozenset(
    """
    Agnes Astrid Aylin Beatrix Birgit Britt Carmen Deborah Doris Edith Elin Elisabeth Ellen Emily Esther Evelyn Fay
    Gertrud Gudrun Hannah Hedwig Helen Ines Ingrid Iris Isabel Jasmin Judith Karen Karin Kathrin Katrin Leah Lilian
    Lily Lisbeth Lucy Maren Margit Marion Marit Miriam Nelly Noor Rahel Ruth Sarah Sigrid Tamar Vivien Yasmin Zoey
    """.split()  # noqa: SIM905 - a table to be read
)
"""Women's names that end as men's do."""

NOBODY = frozenset(
    """
    weihnachten ostern pfingsten silvester neujahr fasching karneval advent nikolaus heiligabend geburtstag ferien
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
    september oktober november dezember frühling herbst niemand jemand jeder jede jedes alle alles viele manche
    mancher einige kein keine keiner plötzlich endlich manchmal eigentlich irgendwo überall draußen drinnen gestern
    vorgestern übermorgen morgens abends mittags zwischen mitten seit nach vor zu mit ohne unter über durch gegen um
    während dieser diese dieses mein dein euer wir ihr ich du sie er man große kleine vom beim wem wen weil damit und
    oder aber auch noch nur schon dann da hier dort so ganz sehr nie nicht nichts
    """.split()  # noqa: SIM905 - a table to be read
)  # fmt: skip
"""Words that may begin an idea with a capital and are no first names."""


def is_female(name: str, possessive: str = "") -> bool:
    """Say whether a pronoun for a name is *sie*.

    Args:
        possessive: *sein* or *ihr* where the idea says it of this person; it decides where the name leaves it open.

    >>> is_female("Ali"), is_female("Lina"), is_female("Miriam"), is_female("Robin", "ihr"), is_female("Kim", "sein")
    (False, True, True, True, False)
    """
    name = name.split()[-1] if name.split() else name
    if name in _MEN:
        return False
    if name in _WOMEN:
        return True
    if possessive:
        return possessive == "ihr"
    return name.endswith(("a", "e", "i"))
