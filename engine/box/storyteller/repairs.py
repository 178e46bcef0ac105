"""Say single sentences otherwise: two of one, the clause made a sentence of its own, who does it in place of "wird"."""

from __future__ import annotations

import re

from engine.box.storyteller.brief import Brief
from engine.box.storyteller.rewrites import parted, stage_for
from engine.box.storyteller.verbs import is_finite, to_present

_SPEECH = re.compile(r"„[^“]*“|»[^«]*«")
_CLAUSE = r"(?:weil|da|obwohl|während|als|nachdem|bevor|damit|bis|wenn|dass|sodass)"
_BEHIND = re.compile(rf"^(?P<main>[^,]+), {_CLAUSE} (?P<clause>[^,]+?)(?P<end>[.!?])$")
_BEFORE = re.compile(rf"^{_CLAUSE} (?P<clause>[^,]+), (?P<main>[^,]+?)(?P<end>[.!?])$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^(?P<thing>(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?) (?:\w+ )?[A-ZÄÖÜ]\w+) (?P<verb>wird|wurde) "
    r"(?:(?:von (?P<agent>(?:de[mr]|eine[mr]) [A-ZÄÖÜ]\w+|[A-ZÄÖÜ]\w+)|vom (?P<man>[A-ZÄÖÜ]\w+)) )?"
    r"(?P<rest>(?:\w+ )*?)(?P<prefix>(?:auf|zu|an|ab|aus|ein|mit|weg|los|um)?)ge(?P<stem>\w+?)t(?P<end>[.!?])$"
)
_ACCUSATIVE = {"der": "den", "ein": "einen"}
_NOMINATIVE = {"dem": "der", "der": "die", "einem": "ein", "einer": "eine"}


def repair(brief: Brief, seed: int) -> list[tuple[int, str]]:
    """Return other words for each sentence the request lists, with its number; a sentence may come back as it was."""
    del seed
    return [(number, _better(sentence, brief)) for number, sentence in brief.sentences]


def _better(sentence: str, brief: Brief) -> str:
    if _SPEECH.search(sentence):
        return sentence
    for change in (_active, _clause_behind, _clause_before):
        changed = change(sentence)
        if changed != sentence:
            return changed
    return " ".join(parted(sentence, stage_for(brief)))


def _active(sentence: str) -> str:
    """Die Tür wurde vom Fuchs geöffnet. → Der Fuchs öffnete die Tür. Only regular verbs."""
    found = _PASSIVE.match(sentence)
    if not found:
        return sentence
    if found["man"]:
        agent = f"Der {found['man']}"
    elif found["agent"]:
        first, _, noun = found["agent"].partition(" ")
        agent = f"{_NOMINATIVE.get(first, first)} {noun}".strip()
    else:
        agent = "Jemand"
    article, _, noun = found["thing"].partition(" ")
    article = article.lower()
    verb = found["stem"] + ("te" if found["verb"] == "wurde" else "t")
    thing = f"{_ACCUSATIVE.get(article, article)} {noun}"
    words = [_begun(agent), verb, thing, found["rest"].strip(), found["prefix"]]
    return " ".join(word for word in words if word) + found["end"]


def _clause_behind(sentence: str) -> str:
    found = _BEHIND.match(sentence)
    own = _main(found["clause"]) if found else ""
    return f"{found['main']}. {own}{found['end']}" if found and own else sentence


def _clause_before(sentence: str) -> str:
    """Als der Igel den Stern sah, lief er los. → Der Igel sah den Stern. Er lief los."""
    found = _BEFORE.match(sentence)
    if not found or not (own := _main(found["clause"])):
        return sentence
    verb, _, after = found["main"].partition(" ")
    subject, _, rest = after.partition(" ")
    return f"{own}. {' '.join(filter(None, (_begun(subject), verb, rest)))}{found['end']}"


def _main(clause: str) -> str:
    """Return a clause with its verb at the end as a main clause; empty where its verb is not known."""
    words = clause.split(" ")
    length = 2 if words[0] in ("der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre") else 1
    subject, rest, verb = words[:length], words[length:-1], words[-1]
    if len(words) <= length or not (is_finite(verb) or to_present(verb) != verb):
        return ""
    return _begun(" ".join([*subject, verb, *rest]))


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
