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
)


def phrases(language: str) -> Phrases:
    """Return the words of a book's language; German where we do not speak it."""
    return ENGLISH if language == "en" else GERMAN
