"""What the box makes of words that are not its own: a manuscript, a page it is asked about, a sentence to be mended."""

from __future__ import annotations

import pytest

from engine.language.check import check_text
from engine.language.finding import Severity
from engine.presets import AgePreset, PresetKind, load
from tests.engine.box.storyteller.asking import NUMBER, PHRASE, TEXT, Story, listed, record

AGE = load(PresetKind.AGES, AgePreset, "5-7")
MANUSCRIPT = {
    1: "Piko ist ein kleiner Igel. Piko wohnt im Garten.",
    2: "Gute Nacht, Mond! Piko trifft die Eule auf dem Baum. „Hallo!“, ruft Piko.",
    3: "Piko weint. Die Nacht ist dunkel.",
}


def asked(lines: list[str], **properties: object) -> dict[str, object]:
    pages = [f"Seite {page}: {text}" for page, text in MANUSCRIPT.items()]
    return Story("Piko ist ein kleiner Igel", pages=3).ask(["Text:", *pages, *lines], record(**properties))


def test_a_manuscript_is_outlined_as_it_stands() -> None:
    line = record(feeling=PHRASE, what=PHRASE, where=PHRASE, who=PHRASE)
    cast = {"type": "array", "items": record(look_en=PHRASE, name=PHRASE), "minItems": 1, "maxItems": 4}
    told = asked(["Plane genau 3 Seiten."], cast=cast, pages=listed(line, 3), title=PHRASE)
    assert [figure["name"] for figure in told["cast"]] == ["Piko", "Eule"]  # type: ignore[index,attr-defined]
    assert "hedgehog" in told["cast"][0]["look_en"]  # type: ignore[index]
    assert told["pages"] == [
        {"feeling": "neugierig", "what": "Piko ist ein kleiner Igel", "where": "im Garten", "who": "Piko"},
        {
            "feeling": "neugierig",
            "what": "Gute Nacht, Mond",
            "where": "auf dem Baum",
            "who": "Piko, Eule",
        },
        {"feeling": "traurig", "what": "Piko weint", "where": "auf dem Baum", "who": "Piko"},
    ]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Piko zündet ein Streichholz an.", "danger"),
        ("Piko hat Angst. Es ist dunkel.", "fear"),
        ("Piko hat Angst. Da umarmt ihn Olga.", ""),
        ("„Du bist dumm!“, ruft Olga.", "unkind"),
        ("„Du bist dumm!“, ruft Olga. Dann sagt sie: „Tut mir leid.“", ""),
        ("Piko winkt.", ""),
    ],
)
def test_a_page_is_doubted_for_what_it_says(text: str, doubts: str) -> None:
    yes = {"type": "boolean"}
    item = record(because_de=PHRASE, danger=yes, fear=yes, page=NUMBER, unkind=yes)
    lines = ["Text:", f"Seite 4: {text}", "Prüfe die Seiten: 4"]
    (verdict,) = Story("Piko", pages=8).ask(lines, record(pages=listed(item, 1)))["pages"]
    assert verdict["page"] == 4
    assert [name for name in ("danger", "fear", "unkind") if verdict[name]] == [doubts][: bool(doubts)]
    assert verdict["because_de"]


@pytest.mark.parametrize(
    ("sentence", "mended"),
    [
        ("Die Tür wurde vom Fuchs geöffnet.", "Der Fuchs öffnete die Tür."),
        ("Der Tisch wird gedeckt.", "Jemand deckt den Tisch."),
        ("Der Igel lief los, weil er den Stern sah.", "Der Igel lief los. Er sah den Stern."),
        ("Als der Igel den Stern sah, lief er schnell los.", "Der Igel sah den Stern. Er lief schnell los."),
        (
            "Der Igel läuft über die Wiese und sucht den Stern und findet ihn im Gras.",
            "Der Igel läuft über die Wiese. Er sucht den Stern. Er findet ihn im Gras.",
        ),
        ("„Komm, weil es regnet!“, ruft Olga.", "„Komm, weil es regnet!“, ruft Olga."),
    ],
)
def test_a_sentence_is_mended_where_the_box_knows_how(sentence: str, mended: str) -> None:
    lines = ["Text:", f"Seite 1: {sentence}", "Sätze:", f"Satz 1: {sentence}", "  Fehler: …", "Verbessere die Sätze: 1"]
    told = Story("Ein Igel findet einen Stern").ask(
        lines, record(sentences=listed(record(number=NUMBER, text_de=TEXT), 1))
    )
    assert told["sentences"] == [{"number": 1, "text_de": mended}]
    if mended != sentence:
        assert not [found for found in check_text(mended, AGE) if found.severity is not Severity.INFO]


def test_a_page_in_another_language_says_what_is_to_be_seen() -> None:
    told = asked(["Übersetze die Seiten: 2"], text=TEXT)["text"]
    assert isinstance(told, str)
    assert "owl" in told
    assert told.endswith(".")
