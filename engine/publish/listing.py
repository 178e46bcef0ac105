"""What a shop asks about a book before it is sold, in the order of the forms; where machines had a hand in it.

The answers on AI are those Amazon's KDP offers since 2023; Tolino Media wants the same in the imprint, where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.book.model import Role
from engine.presets import FormatPreset
from engine.publish.isbn import written
from engine.publish.origin import Origin, of_take
from engine.publish.source import PublishedPage, Source

MOST_KEYWORDS = 7
"""Fields of KDP's form."""

FEW = 3
"""Pictures that KDP would call "one or a few"; it names no number."""

_WORDS = {
    Origin.HAND: "von Hand",
    Origin.MODEL: "von einem Modell",
    Origin.EDITED: "von einem Modell begonnen, von Hand geändert",
    Origin.BOX: "von der eingebauten Maschine, ohne Modell",
    Origin.BOX_EDITED: "von der eingebauten Maschine begonnen, von Hand geändert",
}


def listing(book: Source, page: FormatPreset, pages: int) -> str:
    """Return the sheet as Markdown.

    Args:
        pages: of paper, in the book's format.
    """
    return "\n".join((*_about(book, page, pages), *_machines(book), *_pages(book)))


def _about(book: Source, page: FormatPreset, pages: int) -> Iterator[str]:
    form, edition = book.edition.imprint, book.edition
    first, _, last = book.age.partition("-")
    keywords = [word for word in edition.keywords if word.strip()]
    fields = {
        "Titel": book.title,
        "Untertitel": " ".join(book.subtitle.split()),
        "Autor": book.author,
        "Sprache": {"de": "Deutsch", "en": "Englisch"}.get(book.language, book.language),
        "Verlag": form.publisher or form.name,
        "ISBN": written(form.isbn) if form.isbn else "",
        "Erscheinungsjahr": str(form.year or book.date.year),
        "Lesealter": f"{first} bis {last} Jahre" if last else book.age,
        "Format": page.label,
        "Seiten": str(pages),
        "Stichwörter": ", ".join(keywords[:MOST_KEYWORDS]),
    }
    yield f"# {book.title}: Angaben für den Verkauf\n"
    yield from (f"- **{name}:** {value or '(noch offen)'}" for name, value in fields.items())
    if len(keywords) > MOST_KEYWORDS:
        yield f"- **Weitere Stichwörter:** {', '.join(keywords[MOST_KEYWORDS:])}"
    yield f"\n## Beschreibung\n\n{edition.blurb.strip() or '(noch offen: der Text für die Rückseite)'}\n"


def _machines(book: Source) -> Iterator[str]:
    texts = [page.written for page in book.pages if page.text and page.role is Role.STORY]
    takes = {page.take.id: of_take(page.take) for page in book.pages if page.take is not None}
    if book.cover is not None:
        takes[book.cover.take.id] = of_take(book.cover.take)
    yield "## Mit KI gemacht?\n"
    yield f"- **Texte:** {_of_texts(texts)}"
    yield f"- **Bilder:** {_of_pictures(list(takes.values()))}"
    yield "- **Übersetzungen:** keine (None), außer du hast das Buch von einem Modell übersetzen lassen"
    yield "\nSo steht es im Impressum:\n"
    yield from (f"> {line}  " for line in book.colophon)
    marked = "tragen das Kennzeichen" if book.edition.marked else "tragen auf deinen Wunsch kein Kennzeichen"
    yield f"\nBilder und Dateien {marked} für Maschinen (IPTC Digital Source Type).\n"


def _of_texts(origins: Sequence[Origin]) -> str:
    by_model = [origin for origin in origins if origin.by_model]
    if not by_model:
        return "keine (None)"
    edited = sum(origin is Origin.EDITED for origin in by_model)
    de, en = ("das ganze Werk", "Entire work") if len(by_model) == len(origins) else ("einige Teile", "Some sections")
    return _edited(de, en, much=2 * edited >= len(by_model))


def _of_pictures(origins: Sequence[Origin]) -> str:
    by_model = [origin for origin in origins if origin.by_model]
    if not by_model:
        return "keine (None)" + (": Skizzen der eingebauten Maschine, ohne Modell" if origins else "")
    few = len(by_model) <= FEW
    de, en = ("eins oder wenige", "One or a few AI-generated images") if few else ("viele", "Many AI-generated images")
    return _edited(de, en, much=False)


def _edited(de: str, en: str, *, much: bool) -> str:
    how = (
        ("stark überarbeitet", "extensive editing")
        if much
        else ("kaum oder nicht überarbeitet", "minimal or no editing")
    )
    return f"{de}, {how[0]} ({en}, with {how[1]})"


def _pages(book: Source) -> Iterator[str]:
    yield "## Seite für Seite\n"
    yield "| Seite | Text | Bild |"
    yield "|---|---|---|"
    yield from (
        f"| {page.number} | {_WORDS[page.written] if page.text else '–'} | {_picture(page)} |" for page in book.pages
    )
    yield ""


def _picture(page: PublishedPage) -> str:
    if page.take is None:
        return "–"
    made, recipe = of_take(page.take), page.take.recipe
    return (
        f"{_WORDS[made]}: {recipe.checkpoint.replace('|', ' ')}, Seed {recipe.seed}" if made.by_model else _WORDS[made]
    )
