"""A book proof-read: what the screen underlines, and what it leaves alone because the author said so."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import edits
from engine.book.model import Book, Judgement, OutlineLine, fingerprint
from engine.language.book_safety import safety_rules
from engine.language.finding import Rule, Severity
from engine.language.proof import PageFinding, proof, standing
from tests.engine.book.strategies import texts
from tests.engine.language.limits import AGE

PASSIVE = "Die Tür wird geöffnet."
PAGE = f"Piko winkt. {PASSIVE} Olga lacht."


def book(*told: str) -> Book:
    made = edits.with_pages(Book(), (OutlineLine(),) * len(told))
    for page, text in zip(made.pages, told, strict=True):
        made = edits.change_scene(made, page.id, text=text)
    return made


def found(of: Book, page: str = "p001") -> list[Rule]:
    return [here.finding.rule for here in proof(of, AGE).pages[page]]


def test_a_finding_stands_where_it_is_and_names_its_sentence() -> None:
    (here,) = proof(book(PAGE), AGE).pages["p001"]
    assert isinstance(here, PageFinding)
    assert here.sentence == PASSIVE
    assert PAGE[here.finding.start : here.finding.end] in PASSIVE
    assert "Passiv" in here.finding.de
    assert "passive" in here.finding.en.lower()


def test_what_was_waved_through_is_silent_until_its_sentence_changes() -> None:
    waved = edits.dismiss_finding(book(PAGE), "p001", "passive", PASSIVE)
    assert found(waved) == []
    elsewhere = edits.change_scene(waved, "p001", text=PAGE.replace("Piko winkt.", "Piko winkt zweimal."))
    assert found(elsewhere) == [], "another sentence was changed"
    changed = edits.change_scene(waved, "p001", text=PAGE.replace("Tür", "Kiste"))
    assert found(changed) == [Rule.PASSIVE]
    assert edits.dismiss_finding(waved, "p001", "passive", PASSIVE) == waved


def test_what_was_waved_through_of_sentences_that_are_gone_is_forgotten() -> None:
    waved = edits.dismiss_finding(book(PAGE), "p001", "passive", PASSIVE)
    other = edits.change_scene(waved, "p001", text="Der Ball wird geworfen.")
    kept = edits.dismiss_finding(other, "p001", "passive", "Der Ball wird geworfen.", standing(other.page("p001")))
    assert len(kept.page("p001").dismissed) == 1
    assert found(kept) == []


def test_one_rule_is_waved_through_and_not_the_others() -> None:
    both = "Die Tür wird geöffnet, weil es regnet."
    assert set(found(book(both))) == {Rule.PASSIVE, Rule.SUBORDINATE}
    assert found(edits.dismiss_finding(book(both), "p001", "passive", both)) == [Rule.SUBORDINATE]


def test_a_page_that_tells_what_another_one_told_is_named() -> None:
    twice = book("Piko sucht den Stern. Er schaut unter das Laub.", "Piko sucht den Stern. Er schaut unter das Laub.")
    assert found(twice) == []
    assert found(twice, "p002") == [Rule.REPEATED]
    refrain = book(
        "Piko ruft laut. Trippel, trappel, Schritt für Schritt!", "Olga singt. Trippel, trappel, Schritt für Schritt!"
    )
    assert found(refrain, "p002") == [], "a refrain may come again"


def test_what_the_writer_answered_is_a_hint_while_the_text_is_the_one_it_read() -> None:
    fear = Judgement(of=fingerprint("Piko weint."), fear=True, because="Piko weint allein.")
    judged = edits.judge(book("Piko weint."), "p001", fear)
    (here,) = proof(judged, AGE).pages["p001"]
    assert (here.finding.rule, here.finding.severity) == (Rule.FEAR, Severity.WARNING)
    assert here.finding.de.endswith("Piko weint allein.")
    assert found(edits.dismiss_finding(judged, "p001", "fear", here.sentence)) == []
    assert found(edits.change_scene(judged, "p001", text="Piko lacht.")) == []


def test_a_short_english_page_is_seen_and_a_short_german_one_is_not() -> None:
    assert Rule.LANGUAGE in found(book("He is at the pond with a star."))
    assert found(book("Platsch! Hui! Hatschi!")) == []


def test_an_edition_is_only_asked_whether_it_is_translated() -> None:
    english = book("The door is opened, because it rains.", "Piko geht in den Wald und sucht den Stern.")
    english = english.model_copy(update={"language": "en"})
    assert found(english) == []
    assert found(english, "p002") == [Rule.LANGUAGE]


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4), st.sampled_from(("de", "en")))
def test_any_book_can_be_read_and_every_finding_lies_in_its_page(told: list[str], language: str) -> None:
    made = book(*told).model_copy(update={"language": language})
    read = proof(made, AGE)
    assert [*read.pages] == [page.id for page in made.pages]
    for page in made.pages:
        for here in read.pages[page.id]:
            assert 0 <= here.finding.start <= here.finding.end <= len(page.scene.text)
            assert here.sentence in page.scene.text


def test_what_does_not_belong_into_a_childrens_book_is_found_where_it_stands() -> None:
    text = "Der Igel lacht. Der Räuber tötet ihn."
    grave = book(text)
    (here,) = [one for one in proof(grave, AGE, safety_rules()).pages["p001"] if one.finding.rule is Rule.SAFETY]
    assert text[here.finding.start : here.finding.end] == "tötet"
    assert here.finding.severity is Severity.ERROR
    assert here.sentence == "Der Räuber tötet ihn."
    assert not any(one.finding.rule is Rule.SAFETY for one in proof(grave, AGE).pages["p001"])
