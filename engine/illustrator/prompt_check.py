"""What a prompt would do otherwise than it reads, found before minutes of painting; and its tokens, part by part.

Hazards of the weight syntax are those of ComfyUI 0.3.64 (`sd1_clip.py`). The composer takes the worst of them out of
what an author writes; a block, a style or a workflow may still hold one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.book.model import Book, Character, Page
from engine.clean import clean_line
from engine.illustrator.cast import block_of, names_in, seen_on
from engine.illustrator.composer import PartKind, Prompt, compose
from engine.illustrator.emphasis import HEAVIEST, LIGHTEST, Emphasis, embedding_places, emphases, lone_parentheses
from engine.illustrator.tokens import CHUNK, Count, count
from engine.language.finding import Severity
from engine.language.prompts import prompt_findings
from engine.presets import StylePreset
from engine.units import Tokens

STRONG, WEAK = 1.6, 0.5
"""Weights outside still make a picture, but colours and lines of what is weighted spill over the rest."""

_HELD = re.compile(r"\\\(([^()]*?:\s*[\d.]+|[^()]*:\s*(?:nan|inf\w*))\s*\\\)", re.IGNORECASE)
"""What would have been a weight and was made plain text."""

_FOREIGN = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\|[^{}]*\}|<\w+:[^<>]*>|\bBREAK\b|\bAND\b")
"""Syntax of other programs, which the server takes for words."""


class PromptRule(StrEnum):
    """What can be wrong with a prompt."""

    TOO_LONG = "too-long"
    BLOCK_BEYOND = "block-beyond"
    BLOCK_CHANGED = "block-changed"
    BLOCK_TWICE = "block-twice"
    NO_BLOCK = "no-block"
    NAME = "name"
    UNBALANCED = "unbalanced"
    WEIGHT = "weight"
    WEIGHTS_MIXED = "weights-mixed"
    COLON = "colon"
    HELD = "held"
    FOREIGN = "foreign"
    EMBEDDING = "embedding"
    EMBEDDING_UNKNOWN = "embedding-unknown"
    NOT_ENGLISH = "not-english"


@dataclass(frozen=True, slots=True)
class PromptFinding:
    """One place of a prompt: `positive[start:end]`, or of the negative one; it can be painted all the same.

    An empty span speaks of the whole prompt. `de` and `en` are for the author.
    """

    rule: PromptRule
    severity: Severity
    start: int
    end: int
    de: str
    en: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class PartTokens:
    """How much of the prompt a part takes, and whether it lies within the first chunk as a whole."""

    kind: PartKind
    who: str
    start: int
    end: int
    tokens: Tokens
    in_first_chunk: bool


@dataclass(frozen=True, slots=True)
class PromptReading:
    """All that a screen shows of a prompt: its parts with their places and tokens, the border, what was found.

    `border` is the place in `positive` where the second chunk begins, None where one holds everything; `first_chunk`
    is how many of the 75 tokens before it are taken. Where `exact` is false the numbers are estimates ("≈").
    """

    positive: str
    negative: str
    parts: tuple[PartTokens, ...]
    tokens: Tokens
    first_chunk: Tokens
    border: int | None
    exact: bool
    findings: tuple[PromptFinding, ...]


def read_prompt(book: Book, page: Page, style: StylePreset, *, known: Collection[str] | None = None) -> PromptReading:
    """Return the prompt a page would be painted with now, as an author looks at it.

    Args:
        known: names of the embeddings the server has; None where no server was asked.
    """
    prompt = compose(book, page, style)
    counted = count(prompt.positive)
    border = counted.border
    return PromptReading(
        positive=prompt.positive,
        negative=prompt.negative,
        parts=tuple(
            PartTokens(
                part.kind,
                part.who,
                part.start,
                part.end,
                counted.within(part.start, part.end),
                border is None or part.end <= border,
            )
            for part in prompt.parts
        ),
        tokens=counted.tokens,
        first_chunk=counted.first_chunk(),
        border=border,
        exact=counted.exact,
        findings=check_prompt(prompt, book.cast, seen_on(book, page), known=known, counted=counted),
    )


def crowded_out(book: Book, pages: Iterable[Page], style: StylePreset) -> tuple[str, ...]:
    """Return the names of those who lie beyond the first chunk on one of these pages, and need not if the style yields.

    What is not in the first chunk has little effect, so they would look different on every picture.
    """
    yielding = book.model_copy(update={"style_yields": True})
    told = {
        name: None for page in pages for name in sorted(_beyond(book, page, style) - _beyond(yielding, page, style))
    }
    return tuple(told)


def _beyond(book: Book, page: Page, style: StylePreset) -> set[str]:
    parts = read_prompt(book, page, style).parts
    return {part.who for part in parts if part.kind is PartKind.BLOCK and not part.in_first_chunk}


def check_prompt(
    prompt: Prompt,
    cast: Collection[Character] = (),
    seen: Collection[Character] = (),
    *,
    known: Collection[str] | None = None,
    counted: Count | None = None,
) -> tuple[PromptFinding, ...]:
    """Return what could make a prompt work otherwise than it reads: the positive one first, in the order of the text.

    Args:
        cast: everybody in the book, whose names mean nothing to an image model.
        seen: those whose blocks belong into it.
        known: as for `read_prompt`.
        counted: the positive prompt's tokens, if they were counted already.
    """
    positive = [
        *_length(prompt, counted or count(prompt.positive)),
        *_blocks(prompt, seen),
        *_names(prompt.positive, cast),
        *_german(prompt.positive, cast),
        *_syntax(prompt.positive, known, negative=False),
    ]
    positive.sort(key=lambda found: (found.start, found.end, found.rule))
    return (*positive, *_syntax(prompt.negative, known, negative=True))


def _length(prompt: Prompt, counted: Count) -> Iterator[PromptFinding]:
    border = counted.border
    if border is None:
        return
    about = "" if counted.exact else "≈ "
    end, first = len(prompt.positive), _begin(prompt.positive[border:])
    yield PromptFinding(
        PromptRule.TOO_LONG,
        Severity.WARNING,
        border,
        end,
        f"{about}{counted.tokens} Token, {CHUNK} passen: Ab „{first}“ wirkt alles schwach.",
        f"{about}{counted.tokens} tokens, {CHUNK} fit: from “{first}” on all has little effect.",
    )
    for part in prompt.parts:
        if part.kind is PartKind.BLOCK and part.end > border:
            over = counted.within(border, part.end)
            yield PromptFinding(
                PromptRule.BLOCK_BEYOND,
                Severity.ERROR,
                part.start,
                part.end,
                f"{part.who} liegt {about}{over} Token hinter der Grenze und gerät jedes Mal anders. Kürze den Stil.",
                f"{part.who} lies {about}{over} tokens beyond the border and will look different. Shorten the style.",
            )


def _blocks(prompt: Prompt, seen: Collection[Character]) -> Iterator[PromptFinding]:
    """Each block is there once, as it was written."""
    placed = {part.who: part for part in prompt.parts if part.kind is PartKind.BLOCK}
    for character in seen:
        block = clean_line(block_of(character)).strip(" ,")
        part = placed.get(character.name)
        if not block or part is None:
            yield PromptFinding(
                PromptRule.NO_BLOCK,
                Severity.WARNING,
                0,
                0,
                f"{character.name} hat kein Aussehen und sieht auf jeder Seite anders aus.",
                f"{character.name} has no look, and looks different on every page.",
            )
            continue
        written = prompt.positive[part.start : part.end]
        if written != block:
            yield PromptFinding(
                PromptRule.BLOCK_CHANGED,
                Severity.WARNING,
                part.start,
                part.end,
                f"Klammern im Aussehen von {character.name} gehen nicht auf; sie gelten als Buchstaben.",
                f"Parentheses in the look of {character.name} do not match; they count as letters.",
            )
        again = prompt.positive.find(written, part.end)
        if again >= 0:
            yield PromptFinding(
                PromptRule.BLOCK_TWICE,
                Severity.WARNING,
                again,
                again + len(written),
                f"Das Aussehen von {character.name} steht zweimal da; streiche es hier.",
                f"The look of {character.name} stands twice; strike it here.",
            )


def _names(positive: str, cast: Collection[Character]) -> Iterator[PromptFinding]:
    for start, end in names_in(positive, cast):
        name = positive[start:end]
        yield PromptFinding(
            PromptRule.NAME,
            Severity.WARNING,
            start,
            end,
            f"„{name}“ ist ein Name; das Bildmodell kennt die Figur nicht. Sag, wie sie aussieht.",
            f"“{name}” is a name; the image model does not know the character. Say what it looks like.",
        )


def _german(positive: str, cast: Collection[Character]) -> Iterator[PromptFinding]:
    for found in prompt_findings(positive, [character.name for character in cast]):
        yield PromptFinding(PromptRule.NOT_ENGLISH, found.severity, found.start, found.end, found.de, found.en)


def _syntax(text: str, known: Collection[str] | None, *, negative: bool) -> Iterator[PromptFinding]:
    def found(rule: PromptRule, severity: Severity, start: int, end: int, de: str, en: str) -> PromptFinding:
        return PromptFinding(rule, severity, start, end, de, en, negative)

    for place in lone_parentheses(text):
        yield found(
            PromptRule.UNBALANCED,
            Severity.ERROR,
            place,
            place + 1,
            "Diese Klammer ist allein: Spätere Gewichte zählen nicht.",
            "This parenthesis has no partner: later weights do not count.",
        )
    for emphasis in emphases(text):
        for rule, severity, de, en in _weights(emphasis, text):
            yield found(rule, severity, emphasis.start, emphasis.end, de, en)
    for held in _HELD.finditer(text):
        yield found(
            PromptRule.HELD,
            Severity.INFO,
            held.start(),
            held.end(),
            f"„({held[1]})“ gilt als Text; als Gewicht würde es das Bild verderben.",
            f"“({held[1]})” counts as words; as a weight it would spoil the picture.",
        )
    for other in _FOREIGN.finditer(text):
        yield found(
            PromptRule.FOREIGN,
            Severity.INFO,
            other.start(),
            other.end(),
            f"„{other[0]}“ bewirkt hier nichts; der Server liest es als Wörter.",
            f"“{other[0]}” does nothing here; the server reads it as words.",
        )
    for embedding in embedding_places(text):
        if not embedding.recognised:
            de = "Der Server übersieht dieses Embedding: ein Leerzeichen davor, klein geschrieben, kein Punkt dahinter."
            en = "The server misses this embedding: a blank before it, small letters, no full stop behind it."
            yield found(PromptRule.EMBEDDING, Severity.ERROR, embedding.start, embedding.end, de, en)
        elif known is not None and embedding.name not in known:
            de = f"Der Server hat kein Embedding {embedding.name} und malt ohne es."
            en = f"The server has no embedding {embedding.name} and paints without it."
            yield found(PromptRule.EMBEDDING_UNKNOWN, Severity.ERROR, embedding.start, embedding.end, de, en)


def _weights(emphasis: Emphasis, text: str) -> Iterator[tuple[PromptRule, Severity, str, str]]:
    weight, words = emphasis.weight, text[emphasis.start + 1 : emphasis.end - 1]
    if weight is None:
        if ":" in words and "(" not in words:
            de = f"„({words})“ wiegt 1,1; der Doppelpunkt ist nur ein Zeichen."
            yield PromptRule.COLON, Severity.INFO, de, f"“({words})” weighs 1.1; its colon is only a mark."
    elif not math.isfinite(weight) or not LIGHTEST <= weight <= HEAVIEST:
        de = f"Ein Gewicht von {weight:g} verdirbt das Bild; üblich ist 0,8 bis 1,3."
        yield PromptRule.WEIGHT, Severity.ERROR, de, f"A weight of {weight:g} spoils the picture; 0.8 to 1.3 is usual."
    elif not WEAK <= weight <= STRONG:
        de = f"Ein Gewicht von {weight:g} färbt auf den Rest ab; üblich ist 0,8 bis 1,3."
        yield PromptRule.WEIGHT, Severity.WARNING, de, f"A weight of {weight:g} spills over; 0.8 to 1.3 is usual."
    elif re.search(r":\s*\d+(?:\.\d+)?\s*,", words):
        de = f"Für alles in „({words})“ gilt das letzte Gewicht; die anderen sind Text."
        yield PromptRule.WEIGHTS_MIXED, Severity.WARNING, de, f"The last weight of “({words})” counts for all of it."


def _begin(text: str) -> str:
    """Return the first few words of a text."""
    return " ".join(text.split()[:3]).rstrip(",.")
