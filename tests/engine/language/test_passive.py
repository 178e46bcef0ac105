"""Passives are seen, and what only looks like one is left alone."""

from __future__ import annotations

import pytest

from engine.language.finding import Rule
from tests.engine.language.limits import found


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Der Schatz wird von den Mäusen gesucht.", "wird von den Mäusen gesucht"),
        ("Das Zelt wurde abgebaut.", "wurde abgebaut"),
        ("Alle Teller müssen gespült werden.", "gespült werden"),
        ("Der Hut ist weggetragen worden.", "weggetragen worden"),
        ("Hier wird gesungen und gelacht.", "wird gesungen"),
        ("Er bittet, mitgenommen zu werden.", "mitgenommen zu werden"),
        ("Wenn der Teig geknetet wird, lacht Opa.", "geknetet wird"),
        ("Im Beet wurden Möhren, Erbsen und Bohnen gesät.", "wurden Möhren, Erbsen und Bohnen gesät"),
        ("Das Tor wurde, als es dunkel war, zugesperrt.", "wurde, als es dunkel war, zugesperrt"),
        ("Der Schatz wird im Sand vergraben.", "wird im Sand vergraben"),
        ("Der Zwerg wird vom Riesen vergessen.", "wird vom Riesen vergessen"),
        ("Das Rad wird repariert.", "wird repariert"),
        ("Gesungen wurde bis zum Morgen.", "Gesungen wurde"),
        ("„Du wirst gesucht!“, ruft Mia.", "wirst gesucht"),
        ("Der Brief wurde gelesen von allen Zwergen.", "wurde gelesen"),
    ],
)
def test_vorgangspassiv(text: str, span: str) -> None:
    assert found(text, Rule.PASSIVE) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Morgen wird der Dachs seinen Bau putzen.",
        "Die Suppe wird heiß.",
        "Aus dem Ei wird ein Küken.",
        "Sie wird den Weg gefunden haben.",
        "Er wird den Hut vergessen.",
        "Das wird Mia nie vergessen.",
        "Oma wird gespannt auf den Zug warten.",
        "Der Bär wird wach und kommt angelaufen.",
        "Der Bär wird müde und hat alles aufgegessen.",
        "Die Kinder werden aufgeregt.",
        "Tom will Feuerwehrmann werden.",
        "Der Schnee ist weich geworden.",
        "Mama wird bestimmt kommen.",
        "Das Kleid gefällt der Katze.",
    ],
)
def test_no_vorgangspassiv(text: str) -> None:
    assert found(text, Rule.PASSIVE) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Die Kiste ist verschlossen.", "ist verschlossen"),
        ("Der Tisch war schon abgeräumt.", "war schon abgeräumt"),
        ("Sie weint, weil das Tor verriegelt ist.", "verriegelt ist"),
    ],
)
def test_zustandspassiv(text: str, span: str) -> None:
    assert found(text, Rule.STATE_PASSIVE) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Der Dachs ist losgelaufen.",
        "Die Blume ist verwelkt.",
        "Das Küken ist aus dem Ei geschlüpft.",
        "Der Topf ist umgekippt.",
        "Mia ist enttäuscht.",
        "Der Turm ist hoch und schmal.",
        "Die Kinder haben den Turm gebaut.",
        "Der Wind hat die Blätter verweht.",
    ],
)
def test_no_zustandspassiv(text: str) -> None:
    assert found(text, Rule.STATE_PASSIVE) == []
