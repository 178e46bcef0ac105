"""The scripts of the plots: pages that can be told, and how a settled outline finds its page again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from engine.box.storyteller.places import contracted
from engine.box.storyteller.plots import (
    fear,
    friend,
    journey,
    learn,
    lost,
    make,
    owner,
    refuse,
    sky,
    sleep,
    star,
    ways,
    wish,
)
from engine.box.storyteller.verbs import conjugate


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two of a page, in one or several ways, from a level of reading on."""

    level: int
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beat:
    """One page that can be told: its line in the outline and its sentences.

    `who` holds keys of the stage; `ability` says what the helper must be able to do, empty for anybody.
    """

    plot: str
    role: str
    ability: str
    where: tuple[str, ...]
    who: tuple[str, ...]
    feeling: str
    what: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """All pages of a plot, its titles, what the hero asks of helpers, and the refrain."""

    plot: str
    titles: tuple[str, ...]
    asking: str
    refrain: str
    swapped: tuple[str, ...]
    """Two roles of which the second matters more to this plot than the first, against the common order."""
    beats: tuple[Beat, ...]

    def of_role(self, role: str) -> tuple[Beat, ...]:
        return tuple(beat for beat in self.beats if beat.role == role)


_MODULES: dict[str, ModuleType] = {
    "star": star,
    "owner": owner,
    "sky": sky,
    "journey": journey,
    "sleep": sleep,
    "learn": learn,
    "refuse": refuse,
    "lost": lost,
    "friend": friend,
    "fear": fear,
    "make": make,
    "wish": wish,
}
PLOTS = tuple(_MODULES)
WAYS = "ways"


@cache
def script(plot: str) -> Script:
    """Return the script of a plot."""
    module = ways if plot == WAYS else _MODULES[plot]
    head, *blocks = str(module.SCRIPT).split("\n== ")
    fields = _fields(head.split("\n"))
    beats = tuple(_beat(plot, block) for block in blocks)
    if plot == "wish":
        beats += tuple(beat for beat in script("lost").beats if beat.role in ("try", "solo"))
    return Script(
        plot,
        _ways(fields.get("titel", "")),
        fields.get("bitte", ""),
        fields.get("refrain", ""),
        tuple(fields.get("tausch", "").split()),
        beats,
    )


def _fields(lines: list[str]) -> dict[str, str]:
    pairs = (line.split(": ", 1) for line in lines if ": " in line and not line[0].isdigit())
    return {name: value.strip() for name, value in pairs}


def _ways(text: str) -> tuple[str, ...]:
    return tuple(way.strip() for way in text.split("||") if way.strip())


def _beat(plot: str, block: str) -> Beat:
    first, *lines = block.strip("\n").split("\n")
    role, _, ability = first.partition(" ")
    fields = _fields(lines)
    told = tuple(Line(int(line[0]), _ways(line[2:])) for line in lines if line[:1].isdigit())
    return Beat(
        plot=plot,
        role=role,
        ability=ability,
        where=_ways(fields["wo"]),
        who=tuple(fields["wer"].split()),
        feeling=fields["gefühl"],
        what=fields["was"],
        lines=told,
    )


@cache
def _patterns() -> tuple[tuple[Beat, re.Pattern[str], int], ...]:
    beats = dict.fromkeys(beat for plot in (*PLOTS, WAYS) for beat in script(plot).beats)
    patterns = [(beat, *_pattern(beat.what)) for beat in beats]
    return tuple(sorted(patterns, key=lambda entry: -entry[2]))


_MARK = re.compile(r"\{(\w+)(?:\.(\w+))?\}(?:en|er|em|e)?|<(\w+)(?::\w+)?>|\[[^\]]*\]")


def _pattern(what: str) -> tuple[re.Pattern[str], int]:
    what = contracted(what)
    source: list[str] = []
    seen: set[str] = set()
    end = 0
    for match in _MARK.finditer(what):
        source.append(_literal(what[end : match.start()], before_slot=bool(match[1])))
        end = match.end()
        key = match[1]
        if match[3]:
            forms = {conjugate(match[3], past=False, plural=plural) for plural in (False, True)}
            source.append(f"(?:{'|'.join(sorted(forms))})")
        elif not key or key in seen:
            source.append(r".+?")
        else:
            seen.add(key)
            source.append(rf"(?P<{key}>.+?)")
    source.append(_literal(what[end:], before_slot=False))
    literal = len(re.sub(r"\W", "", _MARK.sub("xxx", what)))
    return re.compile("".join(source), re.IGNORECASE), literal


_MERGING = re.compile(r"\b(zu|in|an|von|bei) $")
_MERGED = {"zu": "zu |zum |zur ", "in": "in |im |ins ", "an": "an |am |ans ", "von": "von |vom ", "bei": "bei |beim "}


def _literal(text: str, *, before_slot: bool) -> str:
    """Return a pattern for fixed words; a preposition before a slot may have swallowed its article."""
    match = _MERGING.search(text) if before_slot else None
    if not match:
        return re.escape(text)
    return re.escape(text[: match.start()]) + f"(?:{_MERGED[match[1]]})"


def recognise(what: str) -> tuple[Beat, dict[str, str]] | None:
    """Return the page that a line of the outline speaks of, with the words that stand for the phrases of the stage."""
    what = what.strip().rstrip(".!")
    for beat, pattern, _ in _patterns():
        match = pattern.fullmatch(what)
        if match:
            return beat, match.groupdict()
    return None
