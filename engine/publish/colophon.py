"""How a book came to be, in its own language; nothing is claimed that its journal and recipes do not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.book.model import Approver, Book, Page, Take, fingerprint
from engine.publish.origin import BOX, Writing
from engine.publish.phrases import ENGLISH as ENGLISH_PHRASES
from engine.publish.phrases import phrases
from engine.publish.typeface import ANDIKA, Face


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences; `{}` takes names of people or models."""

    idea: str
    text: str
    model: str
    box: str
    join: str
    written: str
    changed: str
    painted: str
    sketches: str
    some_sketches: str
    unattended: str
    typeface: str
    own_typeface: str
    made: str


_GERMAN = _Said(
    idea="Idee und Auswahl: {}",
    text="Text: {} {}",
    model="vom Sprachmodell {}",
    box="von der eingebauten Maschine von Fibel (ohne Sprachmodell)",
    join=" und ",
    written="geschrieben",
    changed="begonnen, von Menschen überarbeitet",
    painted="Bilder: vom Bildmodell {} gemalt",
    sketches="Bilder: Skizzen der eingebauten Maschine von Fibel (ohne Bildmodell)",
    some_sketches="Bilder: einige sind Skizzen der eingebauten Maschine von Fibel (ohne Bildmodell)",
    unattended="Vor dem Druck hat niemand jede Seite einzeln durchgesehen.",
    typeface="Schrift: Andika von SIL International (SIL Open Font License)",
    own_typeface="Schrift: {}",
    made="Gemacht mit Fibel",
)

_ENGLISH = _Said(
    idea="Idea and selection: {}",
    text="Text: written by {} {}",
    model="the language model {}",
    box="the machine built into Fibel (no language model)",
    join=" and ",
    written="",
    changed="and revised by people",
    painted="Pictures: painted by the image model {}",
    sketches="Pictures: sketches by the machine built into Fibel (no image model)",
    some_sketches="Pictures: some are sketches by the machine built into Fibel (no image model)",
    unattended="Nobody has gone through every page before printing.",
    typeface="Typeface: Andika by SIL International (SIL Open Font License)",
    own_typeface="Typeface: {}",
    made="Made with Fibel",
)


def colophon(book: Book, written: Mapping[str, Sequence[Writing]], face: Face = ANDIKA) -> tuple[str, ...]:
    """Return the lines that tell how a book was made.

    Args:
        written: for each page's id, the texts a writer gave it.
    """
    say = _ENGLISH if phrases(book.language) is ENGLISH_PHRASES else _GERMAN
    lines = [say.idea.format(book.author)] if book.author else []
    lines += _of_texts([page for page in book.pages if page.scene.text.strip()], written, say)
    lines += _of_pictures([page.chosen_take for page in book.pages if page.chosen_take is not None], say)
    approvals = (a for page in book.pages for a in (page.text_approval, page.picture_approval) if a is not None)
    if any(approval.by is Approver.UNATTENDED for approval in approvals):
        lines.append(say.unattended)
    return (*lines, say.typeface if face is ANDIKA else say.own_typeface.format(face.name), say.made)


def _of_texts(pages: Sequence[Page], written: Mapping[str, Sequence[Writing]], say: _Said) -> list[str]:
    by_writer = [page for page in pages if page.id in written]
    writers = dict.fromkeys(text.by for page in by_writer for text in written[page.id])
    if not writers:
        return []
    who = [say.model.format(", ".join(models))] if (models := [name for name in writers if name != BOX]) else []
    who += [say.box] if BOX in writers else []
    as_written = (p for p in by_writer if any(text.of == fingerprint(p.scene.text) for text in written[p.id]))
    how = say.written if len(list(as_written)) == len(pages) else say.changed
    return [say.text.format(say.join.join(who), how).strip()]


def _of_pictures(takes: Sequence[Take], say: _Said) -> list[str]:
    checkpoints = {take.recipe.checkpoint for take in takes if not take.sketch}
    models = ", ".join(sorted(name.rpartition(".")[0] or name for name in checkpoints))
    lines = [say.painted.format(models)] if models else []
    if any(take.sketch for take in takes):
        lines.append(say.some_sketches if models else say.sketches)
    return lines
