"""German of the dummy and the publish room."""

from __future__ import annotations

DUMMY = {
    "Dummy": "Probeheft",
    "The dummy: leaf through the book as it lies open": "Das Probeheft: das Buch in Doppelseiten durchblättern",
    "Half title": "Schmutztitel",
    "Title page": "Titelseite",
    "Dedication": "Widmung",
    "“This book belongs to”": "„Dieses Buch gehört“",
    "Story": "Geschichte",
    "Who plays in it": "Wer mitspielt",
    "About the book": "Über das Buch",
    "End": "Schluss",
    "Empty page": "Leere Seite",
    "A question: the child wants the answer.": "Eine Frage: Das Kind will die Antwort wissen.",
    "It breaks off: the child wants to hear on.": "Es bricht ab: Das Kind will weiterhören.",
    "Something begins: the child wants to see it.": "Etwas beginnt: Das Kind will es sehen.",
    "All is told here. Could the page end a sentence earlier?": (
        "Hier ist alles erzählt. Könnte die Seite einen Satz früher enden?"
    ),
    "Turn": "Blättern",
    "Turn the page": "Umblättern",
    "Turn back": "Zurückblättern",
    "Side": "Seite",
    "Left page or right page": "Linke oder rechte Seite",
    "To the first page": "Zur ersten Seite",
    "To the last page": "Zur letzten Seite",
    "Page {a} of {n}": "Seite {a} von {n}",
    "left": "links",
    "right": "rechts",
    "The book is closed here.": "Hier wird das Buch zugeklappt.",
    "The page is turned.": "Hier wird umgeblättert.",
    "Before the page is turned:": "Vor dem Umblättern:",
    "And then:": "Und dann:",
    "This page is made by Fibel. e leads to what stands on it.": (
        "Diese Seite macht Fibel. e führt zu dem, was darauf steht."
    ),
    "Publish": "Ausgabe",
    "Publish the book": "Das Buch ausgeben",
}

PRESS_WORDS = {**DUMMY}
