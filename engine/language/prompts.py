"""German words in an English picture prompt: Stable Diffusion understands none of them and drops them silently.

A language detector says which language a prompt is mostly in; the usual fault is a mixture. So each word is looked at:
German function words, German endings on common adjectives, small words with an umlaut. Names with a capital count only
beside such a word, for *little Jürgen in Heidelberg* is English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from engine.language.finding import Finding, Rule, Severity
from engine.language.word_list import word_set

_WORD = re.compile(r"[^\W\d_]+")

_FUNCTION = word_set(
    """
    als auf aus bei beim dem der des das dass ein eine einem einen einer eines für gegen hinter ihr ihre ihrem ihren
    im ins ist sein seine seinem seinen seiner mit nach neben nicht oder ohne sehr sich sie sind und unter viele vom
    von vor wie wird zu zum zur zwei zwischen drei vier fünf sechs sieben acht neun zehn auch beide durch um wir ich
    du er es schaut sitzt steht liegt liest läuft springt hält trägt lacht schläft spielt tanzt tanzen fliegt
    schwebt teilen teilt klettert winkt malt backt kocht sucht findet umarmt folgen folgt versteckt geht kommt
    trinkt isst pflückt
    """
)
_ADJECTIVE = re.compile(
    r"(?:klein|groß|rot|blau|gelb|grün|braun|schwarz|weiß|bunt|rosa|golden|silbern|weich|warm|kalt|alt|jung|neu|rund|lang|kurz"
    r"|dick|dünn|dunkl|hell|sanft|weit|best|einfach|ganz|riesig|winzig|niedlich|freundlich|fröhlich|glücklich|traurig|müd"
    r"|schläfrig|gemütlich|magisch|verschneit|orangefarben|\w+(?:lich|isch|farben))(?:e|er|es|en|em)\Z|lustig\Z"
)
_NOUN = re.compile(
    r"\w+(?:heit|keit|schaft|tät|wald|meer|himmel|licht|haus|baum|schloss|buch|werk|feuer|farben|straße|wiese|schiff|dorf"
    r"|mütze|hose|jacke)\Z"
)
_ENGLISH_TOO = frozenset({"warmer", "alter"})


def prompt_findings(prompt: str, names: Collection[str] = ()) -> Iterator[Finding]:
    """Yield a finding for each stretch of German in a prompt.

    Args:
        prompt: what is sent to the image model, weights and all.
        names: names of the story's people and places, which are no language.
    """
    known = {unicodedata.normalize("NFC", part).lower() for name in names for part in _WORD.findall(name)}
    start, end = 0, -1
    for match in _WORD.finditer(prompt):
        word = unicodedata.normalize("NFC", match.group())
        if word.lower() in known:
            continue
        # *im verschneiten Wald*: a noun that follows German belongs to it
        follows = end >= 0 and not prompt[end : match.start()].strip()
        if not is_german(word) and not (follows and word[0].isupper()):
            continue
        if not follows:
            if end >= 0:
                yield _finding(prompt, start, end)
            start = match.start()
        end = match.end()
    if end >= 0:
        yield _finding(prompt, start, end)


@lru_cache(4096)
def is_german(word: str) -> bool:
    """Say whether a word can only be German; a capital with an umlaut may be a name.

    >>> [is_german(word) for word in ("mit", "roter", "über", "Jürgen", "red")]
    [True, True, True, False, False]
    """
    lower = word.lower()
    if lower in _ENGLISH_TOO:
        return False
    if lower in _FUNCTION or _ADJECTIVE.match(lower):
        return True
    if word[0].isupper():
        return bool(_NOUN.match(lower)) and word[1:].islower()
    return any(letter in "äöüß" for letter in lower)


def _finding(prompt: str, start: int, end: int) -> Finding:
    piece = prompt[start:end]
    return Finding(
        Rule.LANGUAGE,
        Severity.ERROR,
        start,
        end,
        f"„{piece}“ ist Deutsch; das Bildmodell versteht nur Englisch.",
        f"“{piece}” is German; the image model understands English only.",
        f"Write “{piece}” in English.",
    )
