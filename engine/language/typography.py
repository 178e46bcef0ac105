"""Typography of German prose: what can be set right without asking, and what only the author can decide.

`normalise` changes marks, blanks and Unicode forms, never a letter, and changes nothing the second time.
`spelling_findings` points at ASCII umlauts and at text that was decoded wrongly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from engine.language.finding import Finding, Rule, Severity

NBSP = "\u00a0"
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_DOUBLE = '„“”«»"\u201f'
_NUMBER_DASH = re.compile(r"(?<=\d)[ ]?[-\u2010-\u2012\u2014][ ]?(?=\d)")
_SPACED_DASH = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+(?:--+|[-\u2010-\u2015])[ \t\u00a0]+(?=\S)")
_TIGHT_LONG_DASH = re.compile(r"(?<=\S)(?:--+|[\u2014\u2015])(?=\w)")
_ELLIPSIS = re.compile(r"\.{3,}|(?:\.[ \u00a0]){2,}\.|…{2,}")
_REPEATED = re.compile(r"([!?])\1+")
_SPACE_BEFORE = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+(?=[,;!?](?!\S?[)(])|[.:](?:\s|\Z))")
"""Only the first blank of a run is tried: 100,000 blanks shall cost no more than that."""
_BLANKS = re.compile(r"[ \t]{2,}|\t")
_APOSTROPHE = re.compile(r"(?<=\w)['\u00b4\u0060\u2018\u02bc](?=\w)|(?<=[sxzß])['\u00b4\u0060](?=\s\w)")
_ABBREVIATION = re.compile(r"\b(z|d|u|o|i|v|s)\.[ \t\u00a0]*(B|h|a|Ä|ä|d|A|R|o|u)\.(?!\w)")
_PAIRS = frozenset(
    "z. B.|d. h.|u. a.|u. ä.|o. ä.|o. Ä.|u. Ä.|i. d.|v. a.|s. o.|s. u.|i. A.|i. R.|o. a.".replace(" ", "").split("|")
)
_DAY = re.compile(
    r"(?<=\d\.)[ ](?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"
)
_TITLE = re.compile(r"\b(Dr|Prof|Hr|Fr|St|Nr)\.[ ](?=\w)")
_COMMA_INSIDE = re.compile(r",(?P<close>[“«])(?=\s+[a-zäöü])")


class Quotes(StrEnum):
    """Which quotation marks a book is set in."""

    GERMAN = "„“"
    CHEVRONS = "»«"


def normalise(text: str, quotes: Quotes = Quotes.GERMAN) -> str:
    """Return `text` as a German book sets it; the same text the second time.

    NFC; no invisible characters; „…“ or »…«; … for three dots; – with blanks for a dash, without for 3–5; ’ in words;
    blanks that do not break in `z. B.`, `3. Mai`, `Dr. Bär`; no blank before a comma; one `!`, one `?`.

    >>> normalise('"Komm !!!" - rief er...')
    '„Komm!“ – rief er…'
    """
    # Each step may make room for another: `, ,` or `. . .` after a removed blank. A few rounds settle every text.
    for _ in range(_ROUNDS):
        settled = _once(text, quotes)
        if settled == text:
            break
        text = settled
    return text


_ROUNDS = 8


def _once(text: str, quotes: Quotes) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _ELLIPSIS.sub("…", text)
    text = _NUMBER_DASH.sub("–", text)
    text = _SPACED_DASH.sub(" – ", text)
    text = _TIGHT_LONG_DASH.sub(" – ", text)
    text = _APOSTROPHE.sub("’", text)
    text = _REPEATED.sub(r"\1", text)
    text = _SPACE_BEFORE.sub("", text)
    text = _BLANKS.sub(" ", text)
    text = _ABBREVIATION.sub(_bind, text)
    text = _DAY.sub(NBSP, text)
    text = _TITLE.sub(rf"\1.{NBSP}", text)
    text = _quoted(text, quotes)
    return _COMMA_INSIDE.sub(r"\g<close>,", text)


def _bind(match: re.Match[str]) -> str:
    pair = f"{match[1]}.{match[2]}."
    return f"{match[1]}.{NBSP}{match[2]}." if pair in _PAIRS else match.group()


def _quoted(text: str, quotes: Quotes) -> str:
    """Set each double mark by what stands around it; a new paragraph begins outside."""
    opening, closing = quotes.value
    made: list[str] = []
    inside = False
    for at, mark in enumerate(text):
        if mark == "\n" and text[at : at + 2] == "\n\n":
            inside = False
        if mark not in _DOUBLE:
            made.append(mark)
            continue
        if not inside and _inch(text, at, mark):
            made.append(mark)
            continue
        made.append(closing if inside else opening)
        inside = not inside
    return "".join(made)


def _inch(text: str, at: int, mark: str) -> bool:
    """*12\" lang*: no quotation mark."""
    return mark == '"' and at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalnum()


def quote_findings(text: str) -> Iterator[Finding]:
    """Yield a finding for each paragraph whose quotation marks do not pair."""
    begin = 0
    for paragraph in re.split(r"(\n[ \t]*\n)", text):
        marks = [at for at, mark in enumerate(paragraph) if mark in _DOUBLE]
        if len(marks) % 2:
            start = begin + marks[-1]
            yield Finding(
                Rule.QUOTES,
                Severity.WARNING,
                start,
                start + 1,
                "Hier fehlt ein Anführungszeichen.",
                "A quotation mark is missing here.",
                "Setze jede wörtliche Rede in „ und “.",
            )
        begin += len(paragraph)


_MOJIBAKE = re.compile(
    "Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œžš“”˜¦]?|Â[\u0080-\u00bf]|\ufffd+|ï»¿"
)

_ASCII_UMLAUT = re.compile(
    r"""\b(?:
    (?:fuer|ueber\w*|schoen\w*|gruen\w*|maedchen\w*|boese\w*|muede\w*|koennen|koennt\w*|koennte\w*|
    moecht\w*|muess\w*|duerf\w*|wuerd\w*|waer\w*|haett\w*|kaem\w*|spaet\w*|frueh\w*|natuerlich\w*|ploetzlich\w*|
    gross(?:e[nmrs]?|mutter|vater|eltern)?|strasse\w*|fuss|fuesse\w*|weiss|heiss(?:t|e[nmrs]?)?|suess\w*|draussen|
    baer\w*|voegel\w*|baeum\w*|haeus\w*|maeus\w*|loew\w*|koenig\w*|kaefer\w*|
    schluessel\w*|tuer\w*|stueck\w*|brueck\w*|brueder\w*|muetter\w*|vaeter\w*|haende\w*|fuechs\w*|hoehl\w*|blaett\w*|
    waeld\w*|gaens\w*|kueken\w*|kuehe\w*|kueche\w*|muetze\w*|luecke\w*|fluegel\w*|gefuehl\w*|glueck\w*|zurueck\w*|
    laeuft|laechel\w*|faehrt|faellt|haelt|schlaeft|traegt|waescht|waechst|hoert?\w*|oeffne\w*|fuehl\w*|
    fuehrt?\w*|kuess\w*|traeum\w*|zaehl\w*|erzaehl\w*|naechst\w*|laenger|groess\w*|aelter\w*|aerger\w*|aepfel\w*|
    naeh\w*|staerk\w*|waerm\w*|kaelt\w*|huepf\w*|klaeff\w*|pfluec\w*|gluecklich\w*|froehlich\w*|hoeflich\w*|oefter\w*|
    zwoelf|fuenf\w*|tschuess|gruess\w*|spass|gemuese\w*|raeuber\w*|maerchen\w*|kaetzchen|haeschen)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Frequent words of children's books spelt with ae, oe, ue, ss; *Abenteuer*, *Feuer*, *Poet* are spelt so rightly."""


def spelling_findings(text: str) -> Iterator[Finding]:
    """Yield a finding for each ASCII umlaut and each place that was decoded wrongly; nothing is changed."""
    for match in _MOJIBAKE.finditer(text):
        yield Finding(
            Rule.MOJIBAKE,
            Severity.ERROR,
            match.start(),
            match.end(),
            "Zeichensalat: Hier stand ein Umlaut oder ein Anführungszeichen. Speichere die Datei als UTF-8.",
            "Garbled characters: an umlaut or a quotation mark once. Save the file as UTF-8.",
            "Zeichensalat. Schreibe ä, ö, ü, ß.",
        )
    for match in _ASCII_UMLAUT.finditer(text):
        yield Finding(
            Rule.ASCII_UMLAUT,
            Severity.WARNING,
            match.start(),
            match.end(),
            f"„{match.group()}“: Hier gehört wohl ein Umlaut oder ß hin.",
            f"“{match.group()}”: an umlaut or ß seems to be missing.",
            f"Schreibe „{match.group()}“ mit Umlaut oder ß.",
        )
