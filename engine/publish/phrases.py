"""What a book says around its story, in its own language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The few words that are ours in a book; `ages` takes the first and the last year."""

    belongs: str
    cast: str
    about: str
    ages: str
    title: str
    imprint: str
    dedication: str
    end: str
    page: str
    cover: str
    story: str
    contents: str
    pages: str
    by: str
    seen: str
    sketch: str
    adaptable: str
    """What a reader is told of an e-book whose words can be set larger."""
    as_printed: str
    """What a reader is told of one whose pages look as on paper."""


GERMAN = Phrases(
    belongs="Dieses Buch gehört",
    cast="Wer mitspielt",
    about="Über dieses Buch",
    ages="Für Kinder von {} bis {} Jahren",
    title="Titel",
    imprint="Impressum",
    dedication="Widmung",
    end="Ende",
    page="Seite {}",
    cover="Umschlag",
    story="Geschichte",
    contents="Inhalt",
    pages="Seiten",
    by="{} von {}",
    seen="Zu sehen",
    sketch="Skizze",
    adaptable="Alle Bilder haben eine Beschreibung, der Text lässt sich vergrößern und vorlesen.",
    as_printed="Alle Bilder haben eine Beschreibung, der Text lässt sich vorlesen und durchsuchen. Die Seiten stehen "
    "fest wie im gedruckten Buch; die Schrift lässt sich nur mit der ganzen Seite vergrößern.",
)

ENGLISH = Phrases(
    belongs="This book belongs to",
    cast="Who is in it",
    about="About this book",
    ages="For children from {} to {}",
    title="Title",
    imprint="Imprint",
    dedication="Dedication",
    end="The end",
    page="Page {}",
    cover="Cover",
    story="Story",
    contents="Contents",
    pages="Pages",
    by="{} by {}",
    seen="To be seen",
    sketch="sketch",
    adaptable="All pictures have a description, the text can be enlarged and read aloud.",
    as_printed="All pictures have a description, the text can be read aloud and searched. The pages are fixed as in "
    "the printed book; the type can be enlarged with the whole page only.",
)


def phrases(language: str) -> Phrases:
    """Return the words of a book's language; German where we do not speak it."""
    return ENGLISH if language == "en" else GERMAN
