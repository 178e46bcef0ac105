"""What stands around the story: layout, number of pages, parts, dedication, the words on the back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from engine.book.edition import Extra, Layout
from engine.studio import Studio
from tui.rooms.prompt_form import Paragraph
from tui.rooms.station import Proofs, Station
from tui.widgets.choice import Choice
from tui.widgets.form import label, row
from tui.words import count, say

LAYOUTS: dict[Layout | None, str] = {
    None: "as words and picture ask for",
    Layout.BELOW: "words below the picture",
    Layout.OVER: "words on the picture",
    Layout.FACING: "words left, picture right",
    Layout.SPREAD: "one picture over two pages",
    Layout.VIGNETTE: "picture with soft edges, words below",
}
EXTRAS = {
    Extra.HALF_TITLE: "Half title",
    Extra.BELONGS: "“This book belongs to”",
    Extra.CAST: "Who plays in it",
    Extra.ABOUT: "About the book",
}
PLANS = (0, 24, 28, 32, 36, 40, 48)
WORDS = {
    "dedication": "Dedication",
    "about": "About the book",
    "blurb": "On the back of the cover",
}
"""Texts of the edition, by their fields."""


def layout_choices() -> list[tuple[str, Layout | None]]:
    """Return the layouts in words."""
    return [(say(words), layout) for layout, words in LAYOUTS.items()]


class PartsForm(Station):
    """Asks for everything around the story; each change is handed down at once, each text when it is left."""

    NAME = "Layout and parts"

    def compose(self) -> Iterable[Widget]:
        layouts = [(layout or "", say(words)) for layout, words in LAYOUTS.items()]
        yield row(say("Layout"), Choice(layouts, "", id="layout"))
        plans = [(str(plan), say("as many as there are") if not plan else str(plan)) for plan in PLANS]
        yield row(say("Pages"), Choice(plans, "0", id="plan"))
        for extra, words in EXTRAS.items():
            yield row(say(words), Choice([("", say("no")), ("yes", say("yes"))], "", id=f"with-{extra}"))
        for field, words in WORDS.items():
            yield label(say(words))
            yield Paragraph("", id=field)

    def show(self, proofs: Proofs) -> None:
        edition = proofs.edition
        _set(self.query_one("#layout", Choice), edition.layout or "")
        _set(self.query_one("#plan", Choice), str(edition.plan))
        for extra in EXTRAS:
            _set(self.query_one(f"#with-{extra}", Choice), "yes" if extra in edition.extras else "")
        for field in WORDS:
            self.fill(field, getattr(edition, field))

    def summary(self, proofs: Proofs) -> str:
        pages = proofs.laid.bound if proofs.laid is not None else 0
        return count(pages, "{n} page", "{n} pages") if pages else ""

    def on_choice_changed(self, event: Choice.Changed) -> None:
        event.stop()
        layout = self.query_one("#layout", Choice).value
        plan = int(self.query_one("#plan", Choice).value)
        extras = tuple(extra for extra in EXTRAS if self.query_one(f"#with-{extra}", Choice).value)
        self._change(layout=Layout(layout) if layout else None, plan=plan, extras=extras)

    def save(self) -> None:
        book = self.link.book
        edition = book.edition if book is not None else None
        for field in WORDS:
            text = self.query_one(f"#{field}", Paragraph).text.strip()
            if text != (getattr(edition, field) if edition is not None else ""):
                self._change(**{field: text})

    def _change(self, **changes: object) -> None:
        async def change(studio: Studio) -> None:
            await studio.press.change_edition(**changes)

        self.link.wish(change)


def _set(choice: Choice, value: str) -> None:
    if choice.value != value:
        choice.put(value)
