"""Subordinate clauses: conjunctions, relative and indirect question clauses, infinitive groups, verb-first conditions.

Many German conjunctions are prepositions or adverbs as well (*während der Pause*, *da kommt er*); the place of the
finite verb tells them apart: it comes last in a subordinate clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.language.closed_words import CLOSED, COORDINATORS, DETERMINERS, PREPOSITIONS, PRONOUNS
from engine.language.finding import Finding, Rule, Severity
from engine.language.segments import Segment
from engine.language.sentences import Word
from engine.language.verb_forms import SUBJUNCTIVE
from engine.language.verbs import irregular, participle, plural, weak, without_prefix
from engine.language.word_list import word_set

_ALWAYS = word_set(
    """
    weil dass daß obwohl obgleich obschon nachdem sobald sodass sodaß falls sofern wenngleich ob bevor ehe indem
    wenn sooft
    """
)
"""These begin a subordinate clause wherever a clause follows."""

_UNMISTAKABLE = word_set("weil dass daß obwohl nachdem sobald sodass falls bevor wenn")
"""Of those, the ones that are nothing else: they show a clause even where its comma is missing."""

_WITH_VERB_LAST = word_set(
    """
    als damit während bis seit seitdem da solange soweit soviel wie wo wer was wen wem wessen warum wieso weshalb
    wann woher wohin woran worauf woraus wobei wodurch wofür womit wonach worin worüber worum wovon wovor wozu
    weswegen trotzdem kaum je
    """
)
"""These do where the finite verb comes last."""

_RELATIVE = word_set("der die das den dem dessen deren denen welcher welche welches welchen welchem")
_NEVER_AN_ARTICLE = word_set("dessen deren denen")
_OBLIQUE = word_set("den dem")
_BEFORE_CONJUNCTION = word_set(
    """
    und oder aber doch sondern denn nur erst gerade immer auch schon noch selbst außer so als kaum ohne statt
    anstatt besonders vor allem genau kurz kein egal
    """
)
_INFINITIVE_OPENERS = word_set("um ohne statt anstatt")
_AGREES = {
    "der": word_set(
        """
        der ein mein dein sein ihr unser kein dieser jeder jener einen den dem einem einer eines
        """
    ),
    "die": word_set(
        """
        die eine meine deine seine ihre unsere keine diese jede jene alle viele beide einige zwei drei vier fünf der
        den einer dieser jeder
        """
    ),
    "das": word_set(
        """
        das ein mein dein sein ihr unser kein dieses jedes jenes dem einem diesem ins im am vom zum
        """
    ),
}
"""Articles of a noun that a relative pronoun may take up; else a main clause begins."""

_REPORTED = word_set(
    "sei habe könne müsse dürfe wolle solle werde wisse komme gehe brauche gebe stehe laufe bleibe liege sehe lebe"
)
_THIRD_PERSON = word_set("er sie es man")


def subordinate(parts: Sequence[Segment], *, question: bool) -> list[int]:
    """Return the indices of the segments that are subordinate clauses or infinitive groups.

    Args:
        parts: the segments of one sentence.
        question: the sentence ends with a question mark: its question word begins a main clause.
    """
    return [at for at in range(len(parts)) if _is_subordinate(parts, at, question=question)]


def clause_findings(parts: Sequence[Segment], clauses: Sequence[int]) -> Iterator[Finding]:
    """Yield a finding for each subordinate segment."""
    for at in clauses:
        part = parts[at]
        first = part.words[0].text
        yield Finding(
            Rule.SUBORDINATE,
            Severity.WARNING,
            part.start,
            part.end,
            f"Nebensatz: „{first} …“. Mach einen eigenen Hauptsatz daraus.",
            f"Subordinate clause: “{first} …”. Make it a main clause of its own.",
            "Nebensatz. Mach zwei Hauptsätze daraus.",
        )


def _is_subordinate(parts: Sequence[Segment], at: int, *, question: bool) -> bool:
    part = parts[at]
    lead = _lead(part)
    word = part.words[lead].lower
    rest = len(part.words) - lead
    if word in _ALWAYS and rest > 1:
        return _conjunction(part, lead)
    if _infinitive_group(part) or any(inner.lower in _UNMISTAKABLE for inner in part.words[1:]):
        return True
    if part.verb_final and word in _WITH_VERB_LAST:
        return _verb_last_clause(parts, at, lead, question=question)
    if part.after_comma and _relative(parts, at, lead):
        return True
    return _verb_first_condition(parts, at, question=question) or _reported(parts, at) or _compared(part, lead)


def _lead(part: Segment) -> int:
    """The index of the word that may introduce a clause: past *und*, *erst*, *nur*, and a preposition."""
    for at, word in enumerate(part.words[:4]):
        if word.lower in _ALWAYS:
            return at
        following = part.words[at + 1].lower if at + 1 < len(part.words) else ""
        if word.lower in ("als", "kaum", "je") and following not in _ALWAYS:
            return at
        if word.lower in _INFINITIVE_OPENERS and following not in _ALWAYS:
            return at
        if word.lower in _BEFORE_CONJUNCTION:
            continue
        if part.after_comma and word.lower in PREPOSITIONS and following in _RELATIVE | {"was", "wem", "wen"}:
            return at + 1
        return at
    return 0


def _conjunction(part: Segment, lead: int) -> bool:
    """A finite verb follows, or nothing tells against it."""
    word = part.words[lead].lower
    if word in ("ehe", "ob", "bevor", "falls"):
        return part.finite is not None
    # *Wenn nötig*, *wenn möglich*: no clause
    return not (word == "wenn" and len(part.words) - lead == 2 and part.finite is None)


def _verb_last_clause(parts: Sequence[Segment], at: int, lead: int, *, question: bool) -> bool:
    part, word = parts[at], parts[at].words[lead].lower
    if lead + 1 >= len(part.words) - 1 and word not in ("wer", "was", "wo", "wie", "je", "wen", "wem", "wann", "warum"):
        return False
    if at == 0 or _opens_speech(part):
        # *Wer müde ist, schläft.* but *Wer schläft?*, *Wie schön das ist!*
        follows = at + 1 < len(parts) and parts[at + 1].after_comma and not _opens_speech(parts[at + 1])
        if follows and word in _QUESTION_WORDS and any(inner.lower == "auch" for inner in part.words):
            return True  # *Wohin er auch schaut, überall liegt Schnee.*
        return follows and _verb_first(parts[at + 1]) and not (question and word.startswith("w") and word != "während")
    if not part.after_comma:
        return False
    if word in _QUESTION_WORDS and (question or "!" in part.after):
        # *Mama, wo ist er?*, *Ach, wie gut das riecht!*: nothing governs it
        return any(other.finite is not None for other in parts[:at])
    return not (word in ("trotzdem", "da") and part.finite == lead + 1)


_QUESTION_WORDS = frozenset(w for w in _WITH_VERB_LAST if w.startswith("w")) - {"während"}


def _opens_speech(part: Segment) -> bool:
    return any(mark in part.before for mark in '„“»«"”:')


def _verb_first(part: Segment) -> bool:
    """The clause goes on with its finite verb: *…, schläft er*; *dann* and *so* may stand before it."""
    if part.finite == 0:
        return True
    if part.words[0].lower in ("desto", "umso"):
        return True
    return part.finite == 1 and part.words[0].lower in ("dann", "so", "da", "der", "das", "die")


def _relative(parts: Sequence[Segment], at: int, lead: int) -> bool:
    """A relative pronoun with the verb last; *der Bär schläft* after a comma is a main clause of the same shape."""
    part = parts[at]
    word = part.words[lead].lower
    if word not in _RELATIVE or not _ends_with_verb(part, lead):
        return False
    if lead > 0 and part.words[lead - 1].lower in PREPOSITIONS:
        return True
    if word in _NEVER_AN_ARTICLE or word in _OBLIQUE:
        return at > 0
    inner = part.words[lead + 1 : -1]
    if not inner:
        return parts[at - 1].words[-1].capital
    if _noun_phrase(inner):
        main_verb_elsewhere = any(other.finite is not None for other in parts if other is not part)
        return main_verb_elsewhere and _antecedent(parts[at - 1], word)
    return True


def _ends_with_verb(part: Segment, lead: int) -> bool:
    if part.verb_final:
        return part.finite is not None and part.finite > lead
    # *die schlafen wollen*: the governing verb has the form of an infinitive
    last = part.words[-1].lower
    if part.finite is None or len(part.words) - lead < 3:
        return False
    return last in ("haben", "werden", "können", "wollen", "müssen", "sollen", "dürfen", "mögen") and (
        plural(part.words[-2].lower) or participle(part.words[-2].lower) is not None
    )


def _noun_phrase(words: Sequence[Word]) -> bool:
    """What may stand between article and verb of a main clause: *kleine Maus*, *Ente und der Wolf*."""
    if not words[-1].capital or words[0].lower in DETERMINERS:
        return False
    return all(word.capital or _attributive(word) or word.lower in COORDINATORS | DETERMINERS for word in words)


def _attributive(word: Word) -> bool:
    lower = word.lower
    return (
        not word.capital
        and lower.endswith(("e", "en", "er", "es", "em"))
        and lower not in PRONOUNS | DETERMINERS | PREPOSITIONS
    )


def _antecedent(before: Segment, pronoun: str) -> bool:
    """The noun before the comma has an article that the pronoun may take up."""
    if not before.words[-1].capital or pronoun not in _AGREES:
        return False
    # *Der Hase, die Maus …*: at the head of a sentence the article is a nominative
    if before.words[0].lower in ("der", "die", "das") and before.opens_sentence and len(before.words) <= 3:
        return before.words[0].lower == pronoun
    for word in reversed(before.words[:-1]):
        if word.lower in DETERMINERS or word.lower in ("im", "am", "vom", "zum", "ins", "zur"):
            return word.lower in _AGREES[pronoun]
        if not _attributive(word):
            break
    return False


def _infinitive_group(part: Segment) -> bool:
    """*um … zu holen*, *ohne … zu …*; after a comma also *den Drachen zu fangen*."""
    opened = next(
        (at for at, word in enumerate(part.words) if word.lower in _INFINITIVE_OPENERS and at < len(part.words) - 1),
        None,
    )
    place = _to_infinitive(part.words)
    if place is None:
        return False
    if opened is not None and opened < place:
        return True
    alone = part.finite is None or part.finite >= place
    return part.after_comma and alone


def _to_infinitive(words: Sequence[Word]) -> int | None:
    """The index of *zu* before an infinitive, or of a verb with *zu* inside: *aufzumachen*."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word.capital:
            continue
        if word.lower == "zu" and at + 1 < len(words):
            verb = words[at + 1]
            noun_follows = at + 2 < len(words) and words[at + 2].capital
            if not verb.capital and not noun_follows and (plural(verb.lower) or verb.lower in _INFINITIVES):
                return at
        elif word.lower.endswith("n") and any(
            rest.startswith("zu") and plural(rest[2:]) for rest in without_prefix(word.lower)
        ):
            return at
    return None


_INFINITIVES = word_set("sein tun haben werden können")


def _verb_first_condition(parts: Sequence[Segment], at: int, *, question: bool) -> bool:
    """*Kommt der Bär, rennt die Maus weg.*"""
    part = parts[at]
    if question or not (at == 0 or _opens_speech(part)) or len(part.words) < 2 or at + 1 >= len(parts):
        return False
    following = parts[at + 1]
    first, second = part.words[0], part.words[1]
    if not first.capital or not following.after_comma or _opens_speech(following) or "!" in following.after:
        return False
    if first.lower in _UNREAL and second.lower in PRONOUNS | DETERMINERS:
        return True
    verb = irregular(first.lower) or (weak(first.lower) if first.lower.endswith("t") else None)
    if verb is None or first.lower in CLOSED or first.lower in COORDINATORS:
        return False
    subject = second.lower in PRONOUNS or second.lower in DETERMINERS or second.capital
    alone = part.finite is None or part.finite == 0 or participle(part.words[part.finite].lower) is not None
    return subject and alone and _verb_first(following) and following.words[0].lower not in ("der", "die", "das", "da")


def _reported(parts: Sequence[Segment], at: int) -> bool:
    """*Er sagt, er sei müde.*"""
    part = parts[at]
    if not part.after_comma or at == 0 or len(part.words) < 3:
        return False
    for place in range(1, min(5, len(part.words))):
        if part.words[place].lower in _REPORTED:
            subject = part.words[place - 1]
            return (subject.lower in _THIRD_PERSON or subject.capital) and not _opens_speech(part)
    return False


def _compared(part: Segment, lead: int) -> bool:
    """*…, als wäre er ein Vogel*; *…, so schnell er kann*."""
    words = part.words
    if part.after_comma and part.verb_final and len(words) > 3 and words[0].lower == "so":
        return words[2].lower in PRONOUNS or words[2].lower in DETERMINERS
    following = part.words[lead + 1].lower if lead + 1 < len(part.words) else ""
    return part.after_comma and part.words[lead].lower == "als" and following in _UNREAL


_UNREAL = SUBJUNCTIVE | {"habe", "wollte", "wollten"}
