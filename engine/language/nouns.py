"""Abstract nouns: what cannot be seen, heard, smelt or touched, and so cannot be painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from engine.language.finding import Finding, Rule, Severity
from engine.language.sentences import Sentence
from engine.language.word_list import word_set

_SUFFIX = re.compile(r"(?:heit|keit|schaft|ung|tät|ion|enz)(?:en|s)?\Z|nis(?:se|ses|sen)?\Z|ism(?:us|en)\Z|tums?\Z")
_SHORTEST = 6
"""Letters: *Dung*, *Ion*, *Lenz* are no abstractions."""

_CONCRETE = word_set(
    """
    kreuzung lichtung festung böschung mündung brandung siedlung dämmerung mauerung spülung halterung bedienung
    buchhandlung impfung landung sitzung pflanzung steuerung kupplung lieferung bestellung füllung windung wendung
    wandung dichtung mischung sammlung feuchtigkeit kostbarkeit nachbarschaft verwandtschaft botschaft wirtschaft
    schwung million portion dekoration explosion illustration region stadion skorpion spion champion pension lektion
    ration legion kommunion animation nation attraktion expedition kanalisation abbildung umleitung überraschung
    beleuchtung gefängnis zeugnis hindernis verzeichnis wildnis bildnis tennis finsternis begräbnis datum faktum
    altertum heiligtum fürstentum votum ultimatum universität konferenz residenz jungen zungen lungen drehung
    entschuldigung verzeihung achtung gesundheit verkleidung bekleidung verpackung einladung ausrüstung ausstellung
    vorstellung aufführung vorsprung
    """
)
"""Nouns that have such a suffix and can be painted, or end so by chance."""

_CONCRETE_HEADS = tuple(
    word_set(
        """
        zeitung wohnung kleidung heizung leitung zeichnung packung rechnung öffnung ladung rüstung quittung stellung
        führung schaltung polsterung sendung sprung jungen zunge zungen lichtung brandung siedlung süßigkeit
        flüssigkeit sehenswürdigkeit mannschaft landschaft ortschaft wirtschaft station medaillon
        """
    )
)
"""Such nouns that also end compounds: *Kinderzeitung*, *Fußballmannschaft*."""

_ABSTRACT_BEFORE_HEAD = word_set(
    """
    be beg er ver ent zer ge ein auf ab an vor her dar zu um nach unter über fest gegen frei ur durch fort wieder
    hin bei aus heraus zurück
    """
)
"""What makes another word of such a head: *Begleitung*, *Bezeichnung*, *Verführung*."""

_EMOTIONS = word_set(
    """
    mut geduld freude angst ängste wut glück liebe trauer stolz neid neugier sehnsucht sorge sorgen kummer zorn
    ärger scham reue trost hass ekel lust furcht eifersucht heimweh langeweile ungeduld hilfe besuch
    """
)
"""Feelings and such: a child knows the word, a picture has to show it with a body."""

_SUFFIXLESS = word_set(
    """
    gedanke gedanken sinn erfolg erfolge verdacht vertrauen verstand vernunft gewissen respekt zweifel schuld
    pflicht pflichten schicksal wille willen ehre treue gnade güte demut eifer fleiß ehrgeiz frieden moral gefühl
    gefühle gefühlen laune einfluss vorteil vorteile nachteil nachteile zufall zufälle problem probleme problemen
    zukunft gegenwart perspektive perspektiven konflikt konflikte system struktur prozess verhalten werte harmonie
    energie chance chancen toleranz eleganz akzeptanz distanz fantasie phantasie kompetenz intelligenz wohl
    zusammenhalt zusammenhang ursache ursachen gründe folge folgen wirkung leid hoffnung glaube glauben wissen macht
    gewalt unrecht gesetz bedürfnis thema themen aspekt aspekte methode theorie idylle analyse krise krisen kritik
    tugend weisheit erinnerung verständnis vorurteil charakter ewigkeit gelegenheit
    """
)


def noun_findings(sentence: Sentence) -> Iterator[Finding]:
    """Yield a finding for each abstract noun."""
    for at, word in enumerate(sentence.words):
        if not word.capital:
            continue
        severity = abstract(word.lower)
        if severity is None or (at == 0 and word.lower in _ALSO_SMALL):
            continue
        yield Finding(
            Rule.ABSTRACT_NOUN,
            severity,
            word.start,
            word.end,
            f"„{word.text}“ kann man nicht sehen oder anfassen. Zeig es mit etwas, das geschieht.",
            f"“{word.text}” cannot be seen or touched. Show it by something that happens.",
            f"„{word.text}“ ist abstrakt. Zeig es mit dem Körper oder mit einem Ding.",
        )


_ALSO_SMALL = word_set("wohl folge folgen glauben wissen willen macht gründe vertrauen lust trost")
"""Words that begin a sentence as something else: *Macht nichts!*"""


@lru_cache(8192)
def abstract(noun: str) -> Severity | None:
    """Return how heavily a noun (small letters) weighs, None if it can be painted.

    >>> abstract("freundschaft"), abstract("zeitung"), abstract("geduld")
    (<Severity.WARNING: 'warning'>, None, <Severity.INFO: 'info'>)
    """
    if noun in _EMOTIONS:
        return Severity.INFO
    if noun in _SUFFIXLESS:
        return Severity.WARNING
    if len(noun) < _SHORTEST or not _SUFFIX.search(noun):
        return None
    return (
        None if any(_concrete(form) for form in (noun, *(noun.removesuffix(e) for e in _ENDINGS))) else Severity.WARNING
    )


_ENDINGS = ("en", "s", "se", "ses", "sen")


def _concrete(noun: str) -> bool:
    if noun in _CONCRETE:
        return True
    head = next((head for head in _CONCRETE_HEADS if noun.endswith(head)), None)
    return head is not None and noun.removesuffix(head) not in _ABSTRACT_BEFORE_HEAD
