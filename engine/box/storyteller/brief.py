"""Read what a request asks for: German labelled lines in the messages of a chat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat; `role` is system, user or assistant."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the outline, as the author settled it."""

    who: tuple[str, ...]
    where: str
    what: str
    feeling: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything the messages say; what they do not say is empty."""

    title: str = ""
    idea: str = ""
    level: int = 1
    """0: two to three years, 1: three to five, 2: five to seven, 3: first readers."""
    pages: int = 0
    figures: tuple[tuple[str, str], ...] = ()
    """Name and English look."""
    plan: tuple[tuple[int, PlanLine], ...] = ()
    so_far: tuple[tuple[int, str], ...] = ()
    asked: tuple[int, ...] = ()
    texts: tuple[tuple[int, str], ...] = ()
    sentences: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    """Sentences to be said otherwise; not in what choices are drawn from, so that a story stays the same story."""
    wish: str = ""
    past: bool = False
    longest: int = 9
    """Words of a sentence, at most."""
    fewest: int = 3
    most: int = 5
    """Sentences of a page, at least and at most."""


_LONGEST = (7, 9, 11, 12)
_SENTENCES = ((2, 3), (3, 5), (5, 8), (6, 10))
"""What the shipped age profiles bound, by level; a request that says otherwise is followed."""
_RULE_OF_WORDS = re.compile(r"[Hh]öchstens (\d+) Wörter")
_RULE_OF_SENTENCES = re.compile(r"(\d+) bis (\d+) Sätze")

_LABEL = re.compile(
    r"^\s*[*#_-]*\s*(Titel|Idee|Alter|Seiten|Seitenzahl|Figuren|Figur|Plan|Bisher|Text|Texte|Sätze|Wunsch|Hinweis|Zeit|Zeitform|"
    r"[A-ZÄÖÜ][a-zäöüß]+e (?:die )?(?:Seiten?|Sätze)|"
    r"Title|Idea|Age|Pages|Wish)\s*[*_]*:\s*(.*)$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^\s*[-*]?\s*Seite\s+(\d+)\s*:\s*(.*)$", re.IGNORECASE)
_SENTENCE = re.compile(r"^\s*Satz\s+(\d+)\s*:\s*(.*)$", re.IGNORECASE)
_FIGURE = re.compile(r"^\s*[-*•]\s*([^:]{1,60}):\s*(.+)$")
_ENGLISH_LABELS = {"title": "titel", "idea": "idee", "age": "alter", "pages": "seiten", "wish": "wunsch"}
_PART = re.compile(r"\b(Wer|Wo|Was|Gefühl)\s*:\s*", re.IGNORECASE)
_PAST = re.compile(r"Präteritum|Vergangenheit|Imperfekt", re.IGNORECASE)
_PRESENT = re.compile(r"Präsens|Gegenwart", re.IGNORECASE)


def read_brief(messages: Sequence[Message]) -> Brief:
    """Read the messages; labels may come in any order, unknown lines are passed over."""
    asked = [message.content for message in messages if message.role == "user"]
    sections = _sections("\n".join(asked))
    everything = "\n".join(message.content for message in messages if message.role != "assistant")
    first = {label: lines[0].strip() for label, lines in sections.items() if lines}
    level = _level(first.get("alter", ""))
    words = _RULE_OF_WORDS.search(everything)
    counts = _RULE_OF_SENTENCES.search(everything)
    fewest, most = (int(counts[1]), int(counts[2])) if counts else _SENTENCES[level]
    idea = first.get("idee", "") or first.get("titel", "")
    if not sections and asked:
        idea = asked[-1].strip().split("\n")[0]
    return Brief(
        title=first.get("titel", ""),
        idea=idea,
        level=level,
        pages=_number(first.get("seiten", first.get("seitenzahl", ""))),
        figures=_figures(sections.get("figuren", sections.get("figur", []))),
        plan=tuple((page, _plan_line(text)) for page, text in _pages(sections.get("plan", []))),
        so_far=_pages(sections.get("bisher", [])),
        asked=_asked(sections),
        texts=_pages(sections.get("text", sections.get("texte", []))),
        sentences=_sentences(sections.get("sätze", [])),
        wish=" ".join(sections.get("wunsch", [])).strip(),
        past=_past(everything, level),
        longest=int(words[1]) if words else _LONGEST[level],
        fewest=fewest,
        most=most,
    )


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.split("\n"):
        match = _LABEL.match(line)
        if match:
            label = match[1].lower()
            current = [match[2]] if match[2].strip() else []
            sections[_ENGLISH_LABELS.get(label, label)] = current
        else:
            current.append(line)
    return {label: [line for line in lines if line.strip()] for label, lines in sections.items()}


def _pages(lines: Sequence[str]) -> tuple[tuple[int, str], ...]:
    pages: list[tuple[int, list[str]]] = []
    for line in lines:
        match = _PAGE.match(line)
        if match:
            pages.append((int(match[1]), [match[2]]))
        elif pages:
            pages[-1][1].append(line)
        else:
            pages.append((0, [line]))
    return tuple((number, "\n".join(part.strip() for part in parts if part.strip())) for number, parts in pages)


def _sentences(lines: Sequence[str]) -> tuple[tuple[int, str], ...]:
    matches = (_SENTENCE.match(line) for line in lines)
    return tuple((int(match[1]), match[2].strip()) for match in matches if match)


def _plan_line(text: str) -> PlanLine:
    pieces = _PART.split(" ".join(text.split()))
    parts = {label.lower(): value.strip(" |;") for label, value in zip(pieces[1::2], pieces[2::2], strict=True)}
    what = parts.get("was", pieces[0].strip(" |") if len(pieces) == 1 else "")
    who = re.split(r"\s*[,;&/]\s*|\s+und\s+", parts.get("wer", ""))
    return PlanLine(tuple(name for name in who if name), parts.get("wo", ""), what, parts.get("gefühl", ""))


def _figures(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    matches = (_FIGURE.match(line) or _FIGURE.match("- " + line) for line in lines)
    return tuple((match[1].strip(" *_"), match[2].strip()) for match in matches if match)


def _asked(sections: dict[str, list[str]]) -> tuple[int, ...]:
    for label, lines in sections.items():
        if lines and label.endswith(("e die seiten", "e die seite", "e seiten", "e seite")):
            return _numbers(lines[0])
    return ()


def _numbers(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:\s*[-–]\s*(\d+))?", text):
        found.extend(range(int(first), int(last or first) + 1))
    return tuple(dict.fromkeys(found))


def _number(text: str) -> int:
    match = re.search(r"\d+", text)
    return int(match[0]) if match else 0


def _level(age: str) -> int:
    years = _number(age) if re.search(r"\d", age) else 3
    return 0 if years < 3 else 1 if years < 5 else 2 if years < 7 else 3


_FIRST_PAST_LEVEL = 2
"""Small children are told what happens now; from five on they are told what happened once."""


def _past(text: str, level: int) -> bool:
    if _PAST.search(text):
        return True
    return level >= _FIRST_PAST_LEVEL and not _PRESENT.search(text)
