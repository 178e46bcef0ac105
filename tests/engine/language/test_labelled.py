"""Floors on the labelled sentences: no change may make the rules see worse than this."""

from __future__ import annotations

import pytest

from engine.language.check import check_book, check_text
from engine.language.finding import Rule, Severity
from engine.language.sentences import sentences
from tests.engine.language.labelled import clean_sentences, labelled, misjudged, score, score_more, score_unseen, unseen
from tests.engine.language.limits import AGE, OLDEST


@pytest.mark.parametrize(
    ("rule", "precision", "recall"),
    [
        (Rule.PASSIVE, 0.97, 0.90),
        (Rule.STATE_PASSIVE, 0.97, 0.90),
        (Rule.SUBORDINATE, 0.90, 0.88),
        (Rule.COMMAS, 0.97, 0.97),
        (Rule.ABSTRACT_NOUN, 0.90, 0.90),
        (Rule.ANGLICISM, 0.97, 0.97),
        (Rule.TENSE, 1.0, 1.0),
    ],
)
@pytest.mark.parametrize("held_out", [False, True])
def test_each_rule_sees_what_a_person_sees(rule: Rule, precision: float, recall: float, held_out: bool) -> None:
    seen = score(rule, [one for one in labelled() if one.held_out is held_out])
    assert seen.precision >= precision
    assert seen.recall >= recall


@pytest.mark.parametrize("rule", [Rule.PASSIVE, Rule.STATE_PASSIVE, Rule.SUBORDINATE])
def test_the_larger_sets_are_seen_as_well(rule: Rule) -> None:
    seen = score_more(rule)
    assert seen.precision >= 0.97
    assert seen.recall >= 0.95


@pytest.mark.parametrize("rule", [Rule.PASSIVE, Rule.STATE_PASSIVE, Rule.SUBORDINATE])
def test_sentences_written_after_the_rules_are_seen_as_well(rule: Rule) -> None:
    seen = score_unseen(rule)
    assert seen.precision >= 0.97
    assert seen.recall >= 0.95


def test_nothing_but_a_comma_is_said_of_its_clean_sentences() -> None:
    clean = [text for labels, text in unseen() if labels == {"clean"}]
    said = [(text, f.rule) for text in clean for f in check_text(text, AGE) if f.severity is not Severity.INFO]
    assert [(text, rule) for text, rule in said if rule not in (Rule.TOO_LONG, Rule.COMMAS)] == []


def test_prose_for_all_ages_is_judged_as_a_person_judges_it() -> None:
    assert misjudged(OLDEST) == ([], [])


def test_every_labelled_text_is_split_into_its_sentences() -> None:
    assert [one.text for one in labelled() if len(sentences(one.text)) != one.sentences] == []


def test_more_than_fifteen_words_are_counted_exactly() -> None:
    for one in labelled():
        errors = [f for f in check_text(one.text, AGE) if f.rule is Rule.TOO_LONG and f.severity is Severity.ERROR]
        assert bool(errors) or not one.words_above_15


def test_nothing_is_said_of_clean_pages() -> None:
    pages = clean_sentences()
    assert [check_text(page, AGE) for page in pages] == [[]] * len(pages)
    assert [f.rule for page in check_book(pages, AGE).pages for f in page if f.rule is not Rule.PAGE_LENGTH] == []
