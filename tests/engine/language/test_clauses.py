"""Subordinate clauses by conjunction and by the place of the verb; commas that build structure."""

from __future__ import annotations

import pytest

from engine.language.finding import Rule
from tests.engine.language.limits import found


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Der Dachs gräbt, weil er Hunger hat.", "weil er Hunger hat"),
        ("Als die Sonne sank, wurde es still.", "Als die Sonne sank"),
        ("Während Opa schnarcht, malt Ben.", "Während Opa schnarcht"),
        ("Da es regnet, bleibt Mia drinnen.", "Da es regnet"),
        ("Sie zeigt, wo der Käse liegt.", "wo der Käse liegt"),
        ("Dort ist der Turm, in dem ein Zwerg haust.", "in dem ein Zwerg haust"),
        ("Die Ente, die gern singt, fliegt fort.", "die gern singt"),
        ("Ein Wolf, der Kuchen mag, klopft an.", "der Kuchen mag"),
        ("Er läuft hinaus, um Schnee zu holen.", "um Schnee zu holen"),
        ("Mia beginnt, das Zelt aufzubauen.", "das Zelt aufzubauen"),
        ("Ohne zu fragen, nimmt er den Hut.", "Ohne zu fragen"),
        ("Der Dachs lacht weil er siegt.", "Der Dachs lacht weil er siegt"),
        ("Regnet es, bleibt der Dachs im Bau.", "Regnet es"),
        ("Wer zuerst da ist, gewinnt.", "Wer zuerst da ist"),
        ("Er tut, als wäre er ein Löwe.", "als wäre er ein Löwe"),
        ("Der Zwerg sagt, er sei krank.", "er sei krank"),
        ("„Weißt du, wo mein Hut ist?“, fragt Ben.", "wo mein Hut ist"),
    ],
)
def test_a_subordinate_clause_is_seen(text: str, span: str) -> None:
    assert found(text, Rule.SUBORDINATE) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Während der Nacht schneit es.",
        "Bis zum Fluss ist es weit.",
        "Da kommt der Zug!",
        "Als Pirat läuft Ben durch das Haus.",
        "Der Riese ist größer als der Turm.",
        "Damit fängt Mia den Ball.",
        "Der Dachs, die Ente und der Wolf singen.",
        "Ben isst das Brot, die Katze schläft.",
        "„Oma, wo ist mein Hut?“, fragt Ben.",
        "„Mama, wer hat gerufen?“",
        "Hui, das ist hoch!",
        "Er hat zu kleine Schuhe.",
        "Es beginnt zu schneien.",
        "Kommt, Kinder, wir gehen!",
        "Wie schön der Mond ist!",
        "Die Sonne scheint, und der Schnee schmilzt.",
    ],
)
def test_a_main_clause_is_left_alone(text: str) -> None:
    assert found(text, Rule.SUBORDINATE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Hund, der im Garten bellt, heißt Bello.",
        "Weil es regnet, bleiben alle da, wo es warm ist.",
        "Piko, der kleine Igel, schläft.",
        "Die Sonne scheint, der Wind weht, Mia lacht.",
    ],
)
def test_commas_between_clauses_are_counted(text: str) -> None:
    assert found(text, Rule.COMMAS)


@pytest.mark.parametrize(
    "text",
    [
        "Im Korb liegen Äpfel, Birnen, Nüsse und Pilze.",
        "„Komm“, sagt der Fuchs, „wir gehen los!“",
        "„Ja, Mama, ich komme gleich!“",
        "Der kleine, dicke, freche Spatz lacht.",
        "Er hüpft, springt, rennt und lacht.",
        "Eins, zwei, drei, los!",
    ],
)
def test_commas_of_lists_calls_and_speech_are_not(text: str) -> None:
    assert found(text, Rule.COMMAS) == []
