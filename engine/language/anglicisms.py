"""English words in German text: borrowed fashion, word-for-word translations, and English that slipped in.

What has long been at home in German and in children's rooms is let through: *Baby*, *Team*, *Computer*, *Clown*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from engine.language.finding import Finding, Rule, Severity
from engine.language.sentences import Sentence, Word
from engine.language.word_list import word_set

_NOUNS = word_set(
    """
    action adventure background bear birthday blog boy boyfriend breakfast brunch buddy bunny butterfly cake cat
    celebration challenge chat coach cookie crew cupcake daddy date deal dinner dog dream email e-mail event fail
    fairy feature feedback feeling flow flower food fox friend friendship fun game girl girlfriend happyend
    happy-end highlight hype joke kid king kingdom kitchen know-how level lifestyle look loser lunch magic meeting
    message mission mommy monkey mood moonlight movie mum mummy nature news newsletter outfit picnic playlist prince
    princess queen rabbit rainbow river secret selfie shopping size sky sleepover smile smoothie snack snowman song
    spaceship speed spirit story storytime style sunshine surprise sweetheart teamwork teddybear thriller timing toy
    treehouse trend update user vibe village weekend wellness winner wizard workout
    """
)
"""Nouns, with their plural in -s."""

_ADJECTIVES = word_set(
    """
    amazing awesome busy cool crazy creepy cute easy fancy funny happy lovely lucky nice scary spooky stylish sweet
    tricky trendy
    """
)
"""Adjectives, with German endings."""

_VERB_STEMS = word_set(
    """
    cancel chatt check chill download downgrad follow gam googl perform relax shar shopp styl switch upgrad zapp
    """
)  # fmt: skip
"""Stems of verbs, with German endings: *chillen*, *gechillt*."""

_EXCLAMATIONS = word_set("bye hello hi oops please sorry thanks yay yeah yes yummy")

_TRANSLATED = re.compile(
    r"\b(?:mach(?:t|te|en|ten)\s+(?:(?:viel|wenig|keinen|nicht viel|gar keinen)\s+)?Sinn|[Aa]m Ende des Tages|"
    r"[Ii]n (?:19|20)\d\d|h(?:at|atte|atten|aben) eine gute Zeit)\b"
)
"""Turns of phrase taken over word for word."""

_ENGLISH = word_set(
    """
    about all and are asks because big but came can comes could did do does eats every finds for from gets go goes good
    green happy has have he her here his how i'm into is it it's its jumps just laughs let's like likes little looks
    loves makes my new nice no not of off old once one only other our out over plays put red runs said says sees she
    sits sleeps small smiles some takes the their them then there they this through time too two up upon very walks
    want wants were what when where which who with would yellow you your
    """
)
"""Common English words that are no German ones, but for a few rare homographs."""

_HOMOGRAPHS = word_set("all her just no not out over put red small")
"""Of those: alone they say nothing."""

_GAP = 2
"""Words between two English ones that belong to the same run."""

_ENDINGS = ("", "e", "er", "es", "en", "em", "ere", "erer", "eres", "eren", "ste", "sten")
_VERB_FORM = re.compile(r"(?:ge)?(?P<stem>[a-z]{3,}?)(?:en|t|et|st|e|te|ten|ende|enden)\Z")


def anglicism_findings(sentence: Sentence) -> Iterator[Finding]:
    """Yield a finding for each English word or turn of phrase, one for a whole run of English."""
    runs = _runs(sentence.words)
    for first, last in runs:
        words = sentence.words[first : last + 1]
        yield _finding(words[0].start, words[-1].end, " ".join(word.text for word in words[:6]), Severity.ERROR)
    covered = {word.start for first, last in runs for word in sentence.words[first : last + 1]}
    for word in sentence.words:
        if word.start not in covered and is_english(word.lower) and (word.capital or word.lower not in _NOUNS):
            yield _finding(word.start, word.end, word.text, Severity.WARNING)
    for match in _TRANSLATED.finditer(sentence.text):
        start = sentence.start + match.start()
        yield _finding(start, start + len(match.group()), match.group(), Severity.WARNING)


def _runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return first and last index of each run: two English words or more, with little between them."""
    english = [at for at, word in enumerate(words) if word.lower in _ENGLISH]
    groups: list[list[int]] = []
    for at in english:
        if groups and at - groups[-1][-1] <= _GAP + 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    return [(group[0], group[-1]) for group in groups if sum(words[at].lower not in _HOMOGRAPHS for at in group) >= 2]


@lru_cache(4096)
def is_english(word: str) -> bool:
    """Say whether a word (small letters) is an English one in German clothes.

    >>> [is_english(word) for word in ("feelings", "cooles", "gechillt", "baby")]
    [True, True, True, False]
    """
    if word in _NOUNS or word.removesuffix("s") in _NOUNS or word in _EXCLAMATIONS:
        return True
    if any(word.removesuffix(ending) in _ADJECTIVES for ending in _ENDINGS if word.endswith(ending)):
        return True
    verb = _VERB_FORM.match(word)
    return verb is not None and verb["stem"] in _VERB_STEMS


def _finding(start: int, end: int, text: str, severity: Severity) -> Finding:
    return Finding(
        Rule.ANGLICISM,
        severity,
        start,
        end,
        f"„{text}“ ist Englisch. Nimm ein deutsches Wort.",
        f"“{text}” is English. Use a German word.",
        f"„{text}“ ist Englisch. Nimm ein deutsches Wort.",
    )
