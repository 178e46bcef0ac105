"""A book proof-read: what a child would stumble over on each page, without what the author has waved through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.book.model import Book, Page, fingerprint
from engine.language.book_safety import SafetyRules, Where, page_concerns
from engine.language.check import check_book
from engine.language.finding import Finding, Rule, Severity
from engine.language.length import Limits
from engine.language.readability import Readability
from engine.language.safety import Gravity
from engine.language.sentences import sentences
from engine.language.whole_page import foreign_findings

_GRAVE = {Gravity.BLOCK: Severity.ERROR, Gravity.REVIEW: Severity.WARNING, Gravity.INFO: Severity.INFO}


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding on a page, and the sentence it speaks of: what the author dismisses or has mended.

    `sentence` is the whole text where the finding is about the whole page.
    """

    finding: Finding
    sentence: str


@dataclass(frozen=True, slots=True)
class Proof:
    """`pages` holds the findings of each page by its id, `book` those of the whole; `readability` is information."""

    pages: Mapping[str, tuple[PageFinding, ...]]
    book: tuple[Finding, ...]
    readability: Readability


def proof(book: Book, age: Limits, safety: SafetyRules | None = None) -> Proof:
    """Return what each page and the whole book break.

    The rules are those of German; a book in another language is only asked whether it is in that language.

    Args:
        age: the age profile of the book.
        safety: the word rules in force; None looks for none.
    """
    checked = check_book([page.scene.text for page in book.pages], age)
    if book.language == "de":
        found = dict(zip((page.id for page in book.pages), checked.pages, strict=True))
    else:
        found = {page.id: tuple(foreign_findings(sentences(page.scene.text))) for page in book.pages}
    pages = {
        page.id: tuple(_open(page, [*found[page.id], *judged(page), *_unsafe(book, page, safety)]))
        for page in book.pages
    }
    return Proof(pages, checked.book, checked.readability)


def standing(page: Page) -> frozenset[str]:
    """Return the fingerprints of a page's sentences and of its whole text: what a dismissal may speak of."""
    text = page.scene.text
    return frozenset(map(fingerprint, (text, *(sentence.text for sentence in sentences(text)))))


def judged(page: Page) -> Iterator[Finding]:
    """Yield what the writer answered about a page, if it was asked about the text that stands there."""
    said = page.judgement
    if said is None or said.of != fingerprint(page.scene.text):
        return
    for rule, answer, de, en in (
        (Rule.FEAR, said.fear, "Hier bleibt etwas Angst übrig.", "Some fear is left on this page."),
        (
            Rule.DANGER,
            said.danger,
            "Macht ein Kind das nach, tut es sich weh.",
            "A child may copy this and be hurt.",
        ),
        (
            Rule.UNKIND,
            said.unkind,
            "Hier ist jemand gemein, und niemand widerspricht.",
            "Somebody is unkind here, and nobody minds.",
        ),
    ):
        if answer:
            yield Finding(
                rule,
                Severity.WARNING,
                0,
                len(page.scene.text),
                f"{de} {said.because}".strip(),
                f"{en} {said.because}".strip(),
                de,
            )


def _unsafe(book: Book, page: Page, rules: SafetyRules | None) -> Iterator[Finding]:
    """Yield what does not belong into a text for children, and what a guard model says of it."""
    for place in page_concerns(book, page, rules) if rules is not None else ():
        if place.where is Where.TEXT:
            one = place.concern
            yield Finding(Rule.SAFETY, _GRAVE[one.gravity], one.start, one.end, one.de, one.en, one.de)
    if page.guarded and page.guard is not None and page.guard.hazards:
        said = ", ".join(page.guard.hazards)
        de, en = f"{page.guard.by} hält die Seite für bedenklich: {said}.", f"{page.guard.by} calls it unsafe: {said}."
        yield Finding(Rule.SAFETY, Severity.WARNING, 0, len(page.scene.text), de, en, de)


def _open(page: Page, found: Iterable[Finding]) -> Iterator[PageFinding]:
    """Yield the findings that were not waved through, each with its sentence."""
    text = page.scene.text
    waved = {(dismissal.rule, dismissal.of) for dismissal in page.dismissed}
    told = sentences(text)
    starts = [sentence.start for sentence in told]
    for finding in found:
        at = bisect_right(starts, finding.start) - 1
        inside = at >= 0 and finding.end <= told[at].end
        sentence = told[at].text if inside else text.strip()
        if (finding.rule.value, fingerprint(sentence)) not in waved:
            yield PageFinding(finding, sentence)
