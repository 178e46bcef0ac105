"""Read what others have written: the outline of a manuscript, and whether a child may hear a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pydantic import JsonValue

from engine.box.storyteller.brief import Brief
from engine.box.storyteller.figures import look_of
from engine.box.storyteller.idea import by_heart
from engine.box.storyteller.nouns import Noun, find_noun, nouns
from engine.box.storyteller.outline import Outline
from engine.box.storyteller.places import located
from engine.box.storyteller.sentences import sentences

_MOST_FIGURES = 3
_LONGEST_LINE = 120
_WORD = re.compile(r"[^\W\d_]+")
_SPEECH = re.compile(r"„[^“]*“,?|»[^«]*«,?")
_WHERE = re.compile(r"\b(?:im|am|beim|(?:in|auf|an|unter|hinter|vor|neben) (?:dem|der|einem|einer)) [A-ZÄÖÜ]\w+")
_ACTING = re.compile(
    r"(?:^|[.!?“\n] ?)([A-ZÄÖÜ][a-zäöüß]+) [a-zäöüß]+t[e]?\b|\b(?:sag|ruf|frag|flüster|mein)te? ([A-ZÄÖÜ][a-zäöüß]+)"
)
"""*Piko geht …*, *… sagt Piko*."""
_NO_NAMES = re.compile(
    r"(?:D(?:er|ie|as|en|em|ann|ort|u|och|ein)|Da|E(?:in|ine|inen|r|s|ndlich)|S(?:ie|o|ein|eine|chau)|I(?:ch|hr|hre|m|n)"
    r"|W(?:ir|enn|as|er|ie|o|ieder)|H(?:ier|eute|urra)|N(?:un|ur|och|ein|icht|ichts|achts)|J(?:etzt|a)|Und|Aber|Als"
    r"|A(?:m|n|uf|us|lle|uch|bends)|Bei|Mit|Von|Vor|Zu[mr]?|Mein|Morgen|Plötzlich|Leise|Ganz|Oben|Unten|Komm)"
)
"""Words that begin sentences and are nobody's name."""

_FEELINGS = (
    ("traurig", r"wein\w*|traurig|träne"),
    ("ängstlich", r"zitter\w*|angst|erschr\w+|fürcht\w*"),
    ("müde", r"gähn\w*|müde|schl[äaie]+f\w*"),
    ("froh", r"lach\w*|hüpf\w*|strahl\w*|froh|freu\w*|jubel\w*"),
)
_DANGER = re.compile(
    r"streichh|zünde[tn]? .*an\b|feuerzeug|steckdose|tablette|medizin|mit dem fremden|dünne\w* eis|messer|giftig",
    re.IGNORECASE,
)
_FEAR = re.compile(r"\bangst\b|gruselig|monster|ganz allein|fürcht\w*|erschr\w+|dunkel", re.IGNORECASE)
_COMFORT = re.compile(
    r"tröst\w*|umarm\w*|hält .*hand|nimmt .*arm|keine angst|lach\w*|mutig|licht|zusammen|hilf\w*", re.IGNORECASE
)
_UNKIND = re.compile(r"\bdumm\w*|\bblöd\w*|hässlich|lach\w* .*aus\b|schubs\w*|hau ab", re.IGNORECASE)
_AMENDS = re.compile(r"entschuldig\w*|tut mir leid|verzeih\w*|umarm\w*|freunde", re.IGNORECASE)


def outline_of(brief: Brief, pages: int, seed: int) -> Outline:
    """Return what a manuscript tells: its figures, and for each page who, where, what and the feeling."""
    texts = dict(brief.texts)
    whole = " ".join(texts.values())
    cast = _cast(whole, brief, seed)
    names = [figure["name"] for figure in cast]
    lines: list[dict[str, str]] = []
    where = ""
    for page in range(1, pages + 1):
        text = texts.get(page, "")
        place = _WHERE.search(_SPEECH.sub(" ", text))
        where = located(place[0]) if place else where
        here = [name for name in names if name in text] or names[:1]
        lines.append(
            {"feeling": _feeling(text), "what": _what(text), "where": where or "draußen", "who": ", ".join(here)}
        )
    return {"cast": cast, "pages": lines, "title": brief.title or f"Die Geschichte von {names[0]}"}


def verdict(text: str) -> dict[str, JsonValue]:
    """Return the three answers about a page, and why."""
    danger = bool(_DANGER.search(text))
    fear = bool(_FEAR.search(text)) and not _COMFORT.search(text)
    unkind = bool(_UNKIND.search(text)) and not _AMENDS.search(text)
    because = next(
        (
            sentence
            for asked, pattern in ((danger, _DANGER), (fear, _FEAR), (unkind, _UNKIND))
            for sentence in sentences(text)
            if asked and pattern.search(sentence)
        ),
        "",
    )
    quoted = because.replace("„", "‚").replace("“", "‘")
    said = f"Da steht: {quoted}" if quoted else "Auf dieser Seite ist alles gut."
    return {"because_de": said[:280], "danger": danger, "fear": fear, "unkind": unkind}


def _cast(text: str, brief: Brief, seed: int) -> list[dict[str, str]]:
    if brief.figures:
        return [{"look_en": look, "name": name} for name, look in brief.figures]
    rng = by_heart(f"{seed}/{text}")
    living = _living(text)
    named = _names(text)
    hero = living[0] if living else nouns()["Kind"]
    cast = [{"look_en": look_of(hero, rng), "name": named[0] if named else hero.word}]
    others = living[1:] if len(living) > 1 else []
    for name, noun in zip([*named[1:], *(noun.word for noun in others)], [hero, *others], strict=False):
        if len(cast) < _MOST_FIGURES and name not in (figure["name"] for figure in cast):
            known = find_noun(name)
            cast.append({"look_en": look_of(known[0] if known else noun, rng), "name": name})
    return cast


def _names(text: str) -> list[str]:
    """Return what seems to be names, the most frequent first: large, no noun that is known, and acting by itself."""
    counts = Counter(word for word in _WORD.findall(text) if word[0].isupper() and not _NO_NAMES.fullmatch(word))
    small = set(_WORD.findall(text))
    acting = {word for found in _ACTING.finditer(text) for word in found.groups() if word}
    return [
        word
        for word, count in counts.most_common()
        if count > 1 and word in acting and not find_noun(word) and word.lower() not in small
    ][:_MOST_FIGURES]


def _living(text: str) -> list[Noun]:
    found = (find_noun(word) for word in _WORD.findall(text) if word[0].isupper())
    return [*dict.fromkeys(known[0] for known in found if known and known[0].living)]


def _what(text: str) -> str:
    told: Sequence[str] = [s for s in sentences(text) if "„" not in s and "»" not in s] or sentences(text) or ["…"]
    line = " ".join(told[0].strip(" .!?").split())
    return line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE].rsplit(" ", 1)[0]


def _feeling(text: str) -> str:
    return next(
        (name for name, pattern in _FEELINGS if re.search(rf"\b(?:{pattern})", text, re.IGNORECASE)), "neugierig"
    )
