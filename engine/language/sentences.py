"""Split German prose into sentences and words, with offsets.

Every character that is not white space lies in exactly one sentence. Dialogue is followed through „…“, »…«, «…» and
"…", so that each word knows whether somebody speaks it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from engine.language.word_list import word_set

_QUOTES = frozenset('„»«“”"‚‘‹›')

_NEVER_LAST = word_set("dr prof hr fr st nr ca bzw vgl sog geb inkl z d u a o i v s bd evtl ggf mr mrs")
"""Abbreviations that something always follows; single letters are those of `z. B.`, `d. h.`, `u. a.`."""

_MAYBE_LAST = word_set("usw etc usf str jh std mio mrd b h ä jr sen tel")
"""Abbreviations that may end a sentence: they do before a capital that begins one."""

_BEFORE_ORDINAL = word_set(
    """
    am der die das den dem des vom zum zur im beim ab seit bis jeder jede jedes jeden ihr sein mein dein unser ihre
    seine meine deine ihren seinen meinen ihrem seinem meinem
    """
)

_BEGINS = word_set(
    """
    er sie es ich du wir ihr man der die das den dem ein eine einen einem da dann dort hier heute morgen gestern nun
    jetzt und aber doch oder auch so als wenn was wer wie wo warum alle beide nach vor in im am an auf bei mit unter
    über hinter neben zwischen plötzlich endlich später zuerst danach nur noch schon sein seine mein meine kein
    keine
    """
)
"""Words that begin a sentence when they stand with a capital after a doubtful full stop."""

_WORD = re.compile(r"[^\W_][̀-ͯ]*(?:[^\W_]|[̀-ͯ]|[-’'](?=[^\W_]))*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_END = re.compile(r"(?P<mark>[.!?…]+)(?P<tail>[)\]“”«»\"‘’›‹*_]*)(?P<gap>\s+|$)")
_BEFORE_DOT = re.compile(r"[^\W_]+\Z")
_LONGEST_ABBREVIATION = 12


@dataclass(frozen=True, slots=True)
class Word:
    """`text[start:end]` of the checked text; `lower` is NFC and small."""

    text: str
    lower: str
    start: int
    end: int
    spoken: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is `whole[start:end]` without white space around it."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def asks(self) -> bool:
        """A question, also inside quotation marks."""
        return "?" in self.text[-3:]


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order.

    >>> [s.text for s in sentences("„Hilfe!“, ruft die Maus. Am 3. Mai kommt Dr. Bär.")]
    ['„Hilfe!“, ruft die Maus.', 'Am 3. Mai kommt Dr. Bär.']
    """
    spoken = _speech(text)
    words = [_word(match, spoken) for match in _WORD.finditer(text)]
    starts = [word.start for word in words]
    found = []
    for start, end in _spans(text):
        inside = words[bisect_left(starts, start) : bisect_left(starts, end)]
        found.append(Sentence(text[start:end], start, end, tuple(inside)))
    return found


def _word(match: re.Match[str], spoken: list[int]) -> Word:
    text = match.group()
    lower = unicodedata.normalize("NFC", text).lower()
    return Word(text, lower, match.start(), match.end(), bool(bisect_right(spoken, match.start()) % 2))


def _speech(text: str) -> list[int]:
    """Return where speech begins and ends, alternately; a new paragraph ends what was left open."""
    edges: list[int] = []
    for match in re.finditer(r"[„“”»«\"]|\n[ \t]*\n", text):
        speaking = len(edges) % 2 == 1
        mark = match.group()[0]
        if mark == "\n":
            if speaking:
                edges.append(match.start())
        elif mark == "„" and speaking:
            continue
        else:
            edges.append(match.start())
    return edges


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = 0
    for paragraph in [*_PARAGRAPH.finditer(text), None]:
        stop = paragraph.start() if paragraph else len(text)
        for match in _END.finditer(text, begin, stop):
            if _ends(text, match, begin, stop):
                _keep(text, begin, match.end("tail"), spans)
                begin = match.end("tail")
        _keep(text, begin, stop, spans)
        begin = paragraph.end() if paragraph else stop
    return spans


def _keep(text: str, begin: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = text[begin:end]
    bare = piece.strip()
    if bare:
        start = begin + piece.index(bare[0])
        spans.append((start, start + len(bare)))


def _ends(text: str, match: re.Match[str], begin: int, stop: int) -> bool:
    """Say whether the mark ends a sentence: by what stands before it and what follows."""
    after = _following(text, match.end(), stop)
    if not after:
        return True
    if after[0].islower() or after[0] in ",;:–—-)":
        return False
    if match["mark"] != "." or match["tail"]:
        return True
    before = _BEFORE_DOT.search(text, max(begin, match.start() - _LONGEST_ABBREVIATION), match.start())
    if before is None:
        return True
    token, word = before.group().lower(), after.lower()
    if token.isdigit():
        return _number_ends(text, token, word, begin, before.start())
    if token in _NEVER_LAST:
        return False
    return token not in _MAYBE_LAST or word in _BEGINS or not after[0].isalpha()


def _number_ends(text: str, digits: str, word: str, begin: int, at: int) -> bool:
    """`am 3. Mai` goes on; `Er ist 3. Dann` ends; a year ends."""
    if len(digits) > 2:
        return True
    before = _BEFORE_DOT.search(text[max(begin, at - 12) : at].rstrip())
    if before and before.group().lower() in _BEFORE_ORDINAL:
        return False
    return word in _BEGINS


def _following(text: str, at: int, stop: int) -> str:
    """Return the next word without the quotation mark that may open it; the mark itself if nothing else follows."""
    word = _WORD.match(text, at, stop)
    if word:
        return word.group()
    rest = text[at : min(stop, at + 1)]
    if rest and rest in _QUOTES:
        inner = _WORD.match(text, at + 1, stop)
        return inner.group().upper() if inner else rest
    return rest.strip()
