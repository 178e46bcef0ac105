"""Check a text, a page, a book: all rules over all sentences, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.language.anglicisms import anglicism_findings
from engine.language.clauses import clause_findings, subordinate
from engine.language.commas import comma_findings
from engine.language.finding import Finding, Rule, Severity
from engine.language.length import Limits, length_findings, page_findings
from engine.language.nouns import noun_findings
from engine.language.passive import passives
from engine.language.readability import Readability, readability
from engine.language.segments import segments
from engine.language.sentences import Sentence, sentences
from engine.language.tense import Told, majority, tense_findings, told_in
from engine.language.typography import quote_findings, spelling_findings
from engine.language.verbs import Tense
from engine.language.whole_page import irony_findings, language_findings, repetition_findings, telling

LONGEST_SENTENCE = 400
"""Words of a sentence whose grammar is looked at; what is longer is no sentence, and its length says so."""

_SAME_OPENINGS = 3
"""Sentences in a row that may not begin alike."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text read once: its sentences, what they break, and the tense each is told in."""

    text: str
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class BookCheck:
    """`pages` holds the findings of each page, `book` those of the whole; `readability` is information."""

    pages: tuple[tuple[Finding, ...], ...]
    book: tuple[Finding, ...]
    readability: Readability


def check_text(text: str, limits: Limits) -> list[Finding]:
    """Return what a sentence or a paragraph breaks, in the order of the text.

    Args:
        text: German prose; offsets of the findings count its characters.
        limits: the age profile, such as `presets/ages/3-5.yaml`.
    """
    read = _read(text, limits)
    return _ordered([*read.findings, *tense_findings(read.told)])


def check_book(pages: Sequence[str], age: Limits) -> BookCheck:
    """Return what each page and the whole book break; the tense is that of the book's majority.

    Args:
        pages: the text of each page, in order; empty ones are fine.
        age: the age profile.
    """
    read = [_read(page, age) for page in pages]
    tense = majority([told for page in read for told in page.told])
    told = {number: telling(page.sentences) for number, page in enumerate(read, start=1)}
    found = tuple(
        tuple(
            _ordered(
                [
                    *_page(page, age, tense),
                    *repetition_findings(page.sentences, {before: told[before] for before in range(1, number)}),
                ]
            )
        )
        for number, page in enumerate(read, start=1)
    )
    words = sum(len(sentence.words) for page in read for sentence in page.sentences)
    return BookCheck(found, tuple(_book(words, len(pages), age)), readability([s for p in read for s in p.sentences]))


def page_flaws(text: str, age: Limits, others: Mapping[int, str]) -> list[Finding]:
    """Return what is wrong with a page as a whole: its language, its length, that another page tells the same.

    Args:
        others: texts of other pages by their number.
    """
    found = sentences(text)
    told = {number: telling(sentences(other)) for number, other in others.items()}
    return [*language_findings(found), *repetition_findings(found, told), *page_findings(found, age)]


def page_language(text: str) -> list[Finding]:
    """Return a finding if a text that should be German does not seem to be."""
    return [*language_findings(sentences(text))]


def tense_of(texts: Sequence[str], limits: Limits) -> Tense | None:
    """Return the tense most sentences of a book are told in; None where nothing tells it."""
    return majority([told for text in texts for told in _read(text, limits).told])


def _page(page: Read, age: Limits, tense: Tense | None) -> Iterator[Finding]:
    yield from page.findings
    yield from tense_findings(page.told, tense)
    yield from page_findings(page.sentences, age)
    yield from _repeated_openings(page.sentences)
    yield from language_findings(page.sentences)
    yield from irony_findings(page.text)
    yield from quote_findings(page.text)
    yield from spelling_findings(page.text)


def _read(text: str, limits: Limits) -> Read:
    found: list[Finding] = []
    told: list[Told] = []
    split = sentences(text)
    for sentence in split:
        found += length_findings(sentence, limits)
        found += noun_findings(sentence)
        found += anglicism_findings(sentence)
        if len(sentence.words) > LONGEST_SENTENCE:
            continue
        parts = segments(sentence)
        clauses = subordinate(parts, question=sentence.asks)
        found += passives(parts, clauses)
        found += clause_findings(parts, clauses)
        found += comma_findings(parts, clauses)
        tense = told_in(parts, clauses)
        if tense:
            told.append(tense)
    return Read(text, tuple(split), tuple(found), tuple(told))


def _repeated_openings(found: Sequence[Sentence]) -> Iterator[Finding]:
    """*Er … Er … Er …*: one finding for each sentence from the third on."""
    openings = [sentence.words[0].lower if sentence.words else "" for sentence in found]
    row = 1
    for at, (before, here) in enumerate(pairwise(openings), start=1):
        row = row + 1 if here and here == before else 1
        if row >= _SAME_OPENINGS:
            first = found[at].words[0]
            yield Finding(
                Rule.OPENINGS,
                Severity.INFO,
                first.start,
                first.end,
                f"{row} Sätze hintereinander beginnen mit „{first.text}“. Fang einen anders an.",
                f"{row} sentences in a row begin with “{first.text}”. Begin one otherwise.",
                f"Beginne nicht jeden Satz mit „{first.text}“.",
            )


def _book(words: int, pages: int, age: Limits) -> Iterator[Finding]:
    most = age.words_per_page[1] * pages
    if words > most:
        yield Finding(
            Rule.BOOK_LENGTH,
            Severity.INFO,
            0,
            0,
            f"{words} Wörter im Buch; auf {pages} Seiten passen höchstens {most}.",
            f"{words} words in the book; {pages} pages hold {most} at most.",
            f"Das Buch hat {words} Wörter. Kürze auf höchstens {most}.",
        )


def _ordered(found: Sequence[Finding] | Iterator[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))
