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
    "Two pages on A4": "Zwei Seiten auf A4",
    "Sheet {n}, front": "Blatt {n}, Vorderseite",
    "Sheet {n}, back": "Blatt {n}, Rückseite",
    "Pages {a} and {b}": "Seiten {a} und {b}",
    "Other readers break lines and pages elsewhere.": "Andere Lesegeräte brechen Zeilen und Seiten anders um.",
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
    "This page is made by Fibel. {dummy.export} leads to what stands on it.": (
        "Diese Seite macht Fibel. {dummy.export} führt zu dem, was darauf steht."
    ),
    "Publish": "Ausgabe",
    "Publish the book": "Das Buch ausgeben",
}

FORMAT = {
    "Purpose and format": "Zweck und Format",
    "What for": "Wofür",
    "To be printed: the inside": "Zum Drucken: der Buchblock",
    "What a printing service calls inside, interior or book block. The cover is a file of its own.": (
        "Was die Druckerei Inhalt, Innenteil oder Buchblock nennt. Der Umschlag ist eine eigene Datei."
    ),
    "To be printed: the cover": "Zum Drucken: der Umschlag",
    "Back, spine and front on one sheet. Export it last: the spine grows with the pages.": (
        "Rückseite, Rücken und Vorderseite auf einem Bogen. Gib ihn zuletzt aus: Der Rücken wächst mit den Seiten."
    ),
    "cover": "umschlag",
    "Proof: to be judged first": "Probedruck: zum Prüfen vorab",
    "With the lines of knife and safe area, and how sharp each picture is. Not for the printing service.": (
        "Mit den Linien für Schnitt und Schutzrand, und wie scharf jedes Bild ist. Nicht für die Druckerei."
    ),
    "proof": "probe",
    "PDF to read and to send": "PDF zum Lesen und Verschicken",
    "Trimmed, light enough for a mail, with an outline and words for those who cannot see.": (
        "Beschnitten, leicht genug für eine E-Mail, mit Gliederung und Worten für alle, die nicht sehen können."
    ),
    "screen": "bildschirm",
    "E-book (EPUB)": "E-Book (EPUB)",
    "For readers and tablets: real words over the pictures, read aloud if wanted.": (
        "Für Lesegeräte und Tablets: echte Worte über den Bildern, auf Wunsch vorgelesen."
    ),
    "For libraries (PDF/A)": "Für Bibliotheken (PDF/A)",
    "Everything it needs is in it for good.": "Alles, was es braucht, liegt für immer darin.",
    "archive": "archiv",
    "Pictures to leaf through (CBZ)": "Bilder zum Blättern (CBZ)",
    "One picture a page, for comic readers and tablets.": "Ein Bild je Seite, für Comic-Programme und Tablets.",
    "The words alone (Markdown)": "Nur die Worte (Markdown)",
    "To be read, corrected or begun again from.": "Zum Lesen, Verbessern oder Neubeginnen.",
    "E-book for Kindle": "E-Book für Kindle",
    "The same e-book as Amazon's shop wants it.": "Dasselbe E-Book, wie Amazon es haben will.",
    "kindle": "kindle",
    "E-book, words as large as one likes": "E-Book mit fließendem Text",
    "Picture, then words, in one flow.": "Bild, dann Text, so groß, wie man ihn haben will.",
    "flow": "fliesstext",
    "Booklet from a printer at home": "Heft vom eigenen Drucker",
    "A4 on both sides, to fold and staple.": "A4 beidseitig, zum Falten und Heften.",
    "booklet": "heft",
    "Contact sheet": "Kontaktbogen",
    "Every picture small, with its words and seed.": "Jedes Bild klein, mit Text und Seed.",
    "contact": "kontakt",
    "The words alone (Word)": "Nur die Worte (Word)",
    "For those who correct in a word processor.": "Für alle, die in einer Textverarbeitung verbessern.",
    "What a shop asks": "Was ein Shop wissen will",
    "Title, blurb, keywords, and what a machine did.": "Titel, Klappentext, Stichwörter und was Maschinen machten.",
    "shop": "shop",
    "The pictures alone": "Nur die Bilder",
    "As large as there are, named by their pages.": "So groß, wie es sie gibt, nach Seiten benannt.",
    "Another file of the book.": "Eine andere Datei des Buchs.",
    "Trimmed page": "Endformat",
    "Bleed": "Beschnitt",
    "{n} mm on all sides": "{n} mm an allen Seiten",
    "top": "oben",
    "bottom": "unten",
    "outside": "außen",
    "gutter": "Bund",
    "none": "keiner",
    "Page of the file": "Dateiformat",
    "Kept clear": "Schutzrand",
    "{a} mm outside, {b} mm at the gutter": "{a} mm außen, {b} mm im Bund",
    "Pages allowed": "Seiten erlaubt",
    "{a} to {b}, a multiple of {n}": "{a} bis {b}, durch {n} teilbar",
    "the last one empty": "die letzte leer",
    "This book": "Dieses Buch",
    "Spine": "Rücken",
    "{n} mm, by estimate: ask the service's calculator": "etwa {n} mm: Frag den Rechner der Druckerei",
    "Colours": "Farben",
    "four inks (CMYK)": "vier Druckfarben (CMYK)",
    "at most {n} MB": "höchstens {n} MB",
    "New pictures": "Neue Bilder",
}

PARTS = {
    "Layout and parts": "Aufbau und Beigaben",
    "Layout": "Aufbau",
    "as words and picture ask for": "wie Text und Bild es wollen",
    "words below the picture": "Text unter dem Bild",
    "words on the picture": "Text auf dem Bild",
    "words left, picture right": "Text links, Bild rechts",
    "one picture over two pages": "ein Bild über zwei Seiten",
    "picture with soft edges, words below": "Bild mit weichem Rand, Text darunter",
    "as many as there are": "so viele, wie es sind",
    "yes": "ja",
    "no": "nein",
    "On the back of the cover": "Hinten auf dem Umschlag",
}

IMPRINT = {
    "Author": "Geschrieben von",
    "Real name": "Wahrer Name",
    "Street": "Straße",
    "Postcode, town": "PLZ und Ort",
    "E-mail": "E-Mail",
    "Publisher": "Verlag",
    "Printer": "Druckerei",
    "ISBN": "ISBN",
    "Edition": "Auflage",
    "Year": "Jahr",
    "Thanks, credits": "Dank",
    "no pen name: the law wants the real one": "kein Künstlername: das Gesetz will es so",
    "no post office box": "kein Postfach",
    "for instance: 1st edition": "zum Beispiel: 1. Auflage",
    "As it will stand in the book:": "So wird es im Buch stehen:",
    "The check digit is right.": "Die Prüfziffer stimmt.",
    "No ISBN: thirteen digits from 978 or 979 on, the last one checks the others.": (
        "Keine ISBN: dreizehn Ziffern, vorn 978 oder 979, die letzte prüft die anderen."
    ),
}

PAGES = {
    "There are no pages yet.": "Noch gibt es keine Seiten.",
    "Cover": "Umschlag",
    "a right page": "eine rechte Seite",
    "a left page": "eine linke Seite",
    "{n} pixels per inch": "{n} Bildpunkte je Zoll",
    "here the knife cuts": "hier wird geschnitten",
    "words stay inside": "Text bleibt innerhalb",
    "leaf": "blättern",
    "knife and safe area": "Schnitt und Schutzrand",
    "layout": "Aufbau",
    "mend": "ausbessern",
    "in a browser": "im Browser",
    "Layout of page {n}": "Aufbau von Seite {n}",
}

CHECK = {
    "Check": "Prüfung",
    "the book": "das Buch",
    "the text": "der Text",
    "the picture": "das Bild",
    "the picture in words": "das Bild in Worten",
    "the layout": "der Aufbau",
    "layout and parts": "Aufbau und Beigaben",
    "the imprint": "das Impressum",
    "purpose and format": "Zweck und Format",
    "nothing to mend": "nichts auszubessern",
    "Is checked …": "Wird geprüft …",
    "mend it": "ausbessern",
    "have all pictures enlarged by a model": "alle Bilder von einem Modell vergrößern lassen",
    "say yes to soft pictures": "Ja zu unscharfen Bildern sagen",
    "take your yes to soft pictures back": "das Ja zu unscharfen Bildern zurücknehmen",
    "keeps the book from the press": "so nimmt es keine Druckerei",
    "look at it": "sieh es dir an",
    "good to know": "gut zu wissen",
    "Page {n}: what is to be seen, in one sentence, for those who cannot see it?": (
        "Seite {n}: Was ist zu sehen, in einem Satz, für alle, die es nicht sehen können?"
    ),
    "The pictures are enlarged one after another; {checked.stop} stops that.": (
        "Die Bilder werden nacheinander vergrößert; {checked.stop} bricht das ab."
    ),
    "The enlarging is cancelled; pictures enlarged so far stay enlarged.": (
        "Das Vergrößern ist abgebrochen; was schon vergrößert ist, bleibt es."
    ),
    "{n} picture is still to be enlarged.": "{n} Bild ist noch zu vergrößern.",
    "{n} pictures are still to be enlarged.": "{n} Bilder sind noch zu vergrößern.",
    "cancels that": "bricht das ab",
    "Typeface": "Schrift",
    "Another one": "Eine andere",
    "path of a TrueType file (.ttf), ⏎": "Pfad einer TrueType-Datei (.ttf), ⏎",
    "Pixels per inch on paper": "Pixel je Zoll auf Papier",
    "{n}, painted with {m}": "{n}, gemalt mit {m}",
}

FILE = {
    "writes: {what}": "schreibt: {what}",
    "On the machine you sit at, in another window:": "Auf dem Rechner, vor dem du sitzt, in einem anderen Fenster:",
    "copies this line": "kopiert diese Zeile",
    "copies the path": "kopiert den Pfad",
    "The book is checked …": "Das Buch wird geprüft …",
    "cancels the export": "bricht die Ausgabe ab",
    "Ends after the page that is being made …": "Endet nach der Seite, die gerade entsteht …",
    "{name} is written.": "{name} ist geschrieben.",
    "the cover": "der Umschlag",
    "the inside": "der Buchblock",
    "The printing service wants a second file: {other}.": "Die Druckerei will zwei Dateien; die zweite ist {other}.",
    "{name} is there already.": "{name} gibt es schon.",
    "replace it": "ersetzen",
    "Write file": "Datei schreiben",
    "Write the file": "Die Datei schreiben",
    "The next station": "Die nächste Station",
    "The station before": "Die Station davor",
    "Copy the way to the file": "Den Weg zur Datei kopieren",
}

PRESS_WORDS = {**DUMMY, **FORMAT, **PARTS, **IMPRINT, **PAGES, **CHECK, **FILE}
