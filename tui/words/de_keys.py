"""German for what the keys of dialogs and smaller rooms do, and for what may be wrong with an author's own."""

from __future__ import annotations

KEY_WORDS = {
    "Everything by its name": "Alles, was es gibt, beim Namen",
    "Put the news away": "Die Meldung wegräumen",
    # headings of the help
    "The character": "Die Figur",
    "The stations": "Die Stationen",
    "The file": "Die Datei",
    # forms
    "The field before": "Voriges Feld",
    "The choice before": "Die Wahl davor",
    "The next choice": "Die nächste Wahl",
    "To the list of stations; from there to the review room": "Zur Liste der Stationen, von dort zur Durchsicht",
    # help, search, pictures
    "A line down": "Eine Zeile tiefer",
    "A line up": "Eine Zeile höher",
    "A page down": "Eine Seite tiefer",
    "A page up": "Eine Seite höher",
    "The next find": "Der nächste Fund",
    "The find before": "Der Fund davor",
    "This one": "Dieses",
    # marking a part of a picture
    "This part": "Diesen Teil",
    "Further left": "Weiter nach links",
    "Further right": "Weiter nach rechts",
    "Further up": "Weiter nach oben",
    "Further down": "Weiter nach unten",
    "Larger": "Größer",
    "Smaller": "Kleiner",
    "Wider": "Breiter",
    "Narrower": "Schmaler",
    "Higher": "Höher",
    "Lower": "Niedriger",
    # pages and check of the publish room
    "Show where the knife cuts, and the safe area": "Zeigen, wo das Messer schneidet, und den sicheren Bereich",
    "Choose the layout of this page": "Den Aufbau dieser Seite wählen",
    "See the page's real pixels in a browser": "Die Seite in echten Bildpunkten im Browser ansehen",
    "Go to where this page can be mended": "Dorthin, wo diese Seite zu bessern ist",
    "Say yes to soft pictures, or take it back": "Ja zu weichen Bildern sagen, oder es zurücknehmen",
    "Have all pictures enlarged by a model": "Alle Bilder von einem Modell vergrößern lassen",
    "Stop enlarging the pictures": "Das Vergrößern der Bilder beenden",
    # the author's own keys
    "{a}: no key has this name.": "{a}: Keine Taste heißt so.",
    "{a}: there is no key {b}.": "{a}: Eine Taste {b} gibt es nicht.",
    "{a}: {b} is taken by {c}: {w}.": "{a}: {b} ist schon vergeben an {c}: {w}.",
    "The settings give a key to something Fibel does not know.": (
        "Die Einstellungen geben etwas eine Taste, das Fibel nicht kennt."
    ),
    "Mend the line under `keys:`; `fibel keys` lists the names, and a key is `r`, `ctrl+r` or `f5`.": (
        "Bessere die Zeile unter `keys:` aus; `fibel keys` nennt die Namen, und eine Taste ist `r`, `ctrl+r` oder `f5`."
    ),
    "The settings give two things the same key.": "Die Einstellungen geben zweierlei dieselbe Taste.",
    "Fibel's own key stays until one of them has another under `keys:`; `fibel keys` lists them.": (
        "Es bleibt bei der Taste von Fibel, bis eines unter `keys:` eine andere hat; `fibel keys` zählt alle auf."
    ),
    "Name one that is installed in EDITOR, or press {review.edit_text} to write here.": (
        "Nenne in EDITOR einen, den es hier gibt, oder schreib mit {review.edit_text} gleich hier."
    ),
    "{name} is no longer in the book. {book.undo} brings them back.": (
        "{name} kommt im Buch nicht mehr vor. {book.undo} holt die Figur zurück."
    ),
}
