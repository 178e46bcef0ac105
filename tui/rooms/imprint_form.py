"""The imprint as a form: who stands for the book, and where, as German press law asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Input, Static

from engine.book.edition import Imprint
from engine.publish.isbn import digits
from engine.publish.matter import imprint_lines
from engine.studio import Studio
from tui.rooms.dialogs import LineInput
from tui.rooms.station import Proofs, Station
from tui.widgets.form import row
from tui.words import say

TITLES = {"title": "Title", "author": "Author"}
"""What of the book itself is asked for here: no file should go out without it."""

IMPRINT_WORDS = {
    "name": "Real name",
    "street": "Street",
    "town": "Postcode, town",
    "email": "E-mail",
    "publisher": "Publisher",
    "printer": "Printer",
    "isbn": "ISBN",
    "edition": "Edition",
    "year": "Year",
    "credits": "Thanks, credits",
}
"""The imprint's fields, in the order in which they are asked."""

NEEDED = ("name", "street", "town")
FIELD_HINTS = {
    "name": "no pen name: the law wants the real one",
    "street": "no post office box",
    "email": "may stay empty",
    "publisher": "may stay empty",
    "isbn": "may stay empty",
    "edition": "for instance: 1st edition",
}


class ImprintForm(Station):
    """Asks line by line, and shows the imprint as it will stand in the book."""

    NAME = "Imprint"

    def compose(self) -> Iterable[Widget]:
        for field, words in (TITLES | IMPRINT_WORDS).items():
            hint = say(FIELD_HINTS[field]) if field in FIELD_HINTS else ""
            yield row(say(words), LineInput(id=field, placeholder=hint, max_length=4 if field == "year" else 300))
            if field == "isbn":
                yield Static(markup=False, id="isbn-says")
        yield Static(markup=False, id="as-printed", classes="quiet")

    def show(self, proofs: Proofs) -> None:
        for field in TITLES:
            self.fill(field, getattr(proofs.book, field))
        for field in IMPRINT_WORDS:
            self.fill(field, _told(proofs.edition.imprint, field))
        if proofs.page is not None and proofs.page.printer:
            self.query_one("#printer", LineInput).placeholder = proofs.page.printer
        self._judge_isbn()
        if proofs.laid is not None:
            lines = imprint_lines(proofs.laid.book, proofs.laid.page)
            heading = Text(f"{say('As it will stand in the book:')}\n", "bold")
            self.query_one("#as-printed", Static).update(heading.append("\n".join(lines), "not bold"))

    def summary(self, proofs: Proofs) -> str:
        imprint = proofs.edition.imprint
        if imprint.complete:
            return f"✓ {imprint.name}"
        lacking = [say(IMPRINT_WORDS[field]) for field in NEEDED if not getattr(imprint, field)]
        return (
            "! " + ", ".join(lacking) if proofs.page is not None and proofs.page.vendor else "○ " + ", ".join(lacking)
        )

    def first_open(self) -> Widget:
        """Return the first needed field that is empty, else the first of all."""
        for field in NEEDED:
            asked = self.query_one(f"#{field}", LineInput)
            if not asked.value.strip():
                return asked
        return self.query_one(f"#{NEEDED[0]}")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.id == "isbn":
            self._judge_isbn()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    def _judge_isbn(self) -> None:
        isbn, told = self.query_one("#isbn", LineInput).value.strip(), self.query_one("#isbn-says", Static)
        if not isbn:
            told.update("")
        elif digits(isbn):
            told.update(Text(f"✓ {say('The check digit is right.')}"))
        else:
            told.update(
                Text(f"! {say('No ISBN: thirteen digits from 978 or 979 on, the last one checks the others.')}")
            )
        told.display = bool(isbn)

    def save(self) -> None:
        book = self.link.book
        if book is None:
            return
        title, author = (self._value(field) for field in TITLES)
        if title != book.title:
            self.link.wish(lambda studio: studio.press.edit_title(title))
        if author != book.author:
            self.link.wish(lambda studio: studio.press.edit_author(author))
        imprint = book.edition.imprint if book.edition is not None else Imprint()
        changes: dict[str, object] = {}
        for field in IMPRINT_WORDS:
            if (value := self._value(field)) != _told(imprint, field):
                changes[field] = value
        if "year" in changes:
            changes["year"] = int(str(changes["year"])) if str(changes["year"]).isdecimal() else 0
        if changes:
            self._change(changes)

    def _change(self, changes: dict[str, object]) -> None:
        async def change(studio: Studio) -> None:
            await studio.press.change_imprint(**changes)

        self.link.wish(change)

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", LineInput).value.strip()


def _told(imprint: Imprint, field: str) -> str:
    value = getattr(imprint, field)
    return "" if not value else str(value)
