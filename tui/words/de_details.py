"""German for what the engine's errors name besides: which file, which server, how much.

The English is as it is raised, `{a}` to `{d}` standing for what it fills in.
"""

from __future__ import annotations

DETAIL_WORDS = {
    # the book on disk
    "It is gone, but its pictures are there.": "Sie ist weg, aber die Bilder sind noch da.",
    "The newest copy is {a}.": "Die neueste Kopie ist {a}.",
    "There is no copy in backup/.": "In backup/ liegt keine Kopie.",
    "It is larger than {a} MB.": "Es ist größer als {a} MB.",
    "The page has no picture {a}.": "Die Seite hat kein Bild {a}.",
    "{a} has changed since it was painted.": "{a} hat sich geändert, seit es gemalt wurde.",
    "line {a}: longer than {b} MB.": "Zeile {a}: länger als {b} MB.",
    "line {a}: it is not UTF-8.": "Zeile {a}: Das ist kein UTF-8.",
    "line {a}: page {b} stands here twice.": "Zeile {a}: Die Seite {b} steht hier zweimal.",
    "line {a}: {b} stands here twice.": "Zeile {a}: {b} steht hier zweimal.",
    "line {a}: {b}.": "Zeile {a}: {b}.",
    "{a} is larger than a picture can be.": "{a} ist größer, als ein Bild sein kann.",
    "It is process {a} on {b}.": "Es ist der Prozess {a} auf {b}.",
    "It did not leave its name.": "Seinen Namen hat es nicht hinterlassen.",
    "A name stands for itself or for two.": "Ein Name steht für sich oder für zwei.",
    "A name begins with a letter and holds no digits and brackets.": (
        "Ein Name beginnt mit einem Buchstaben und enthält weder Ziffern noch Klammern."
    ),
    "It is not a PNG.": "Es ist kein PNG.",
    "It ends too early.": "Es hört zu früh auf.",
    "A part of it is damaged.": "Ein Teil davon ist beschädigt.",
    "Its header is wrong.": "Sein Kopf ist falsch.",
    "It holds no picture.": "Es enthält kein Bild.",
    "It needs an extension of PNG called {a}.": "Es braucht eine Erweiterung von PNG namens {a}.",
    "book.yaml would be longer than {a} MB.": "book.yaml würde länger als {a} MB.",
    "Its schema is {a}, this program knows {b}.": "Sein Schema ist {a}, dieses Programm kennt {b}.",
    "The picture {a} is no longer in the book.": "Das Bild {a} ist nicht mehr im Buch.",
    "The book has no take {a}.": "Das Buch hat keine Fassung {a}.",
    "Nobody in this book is called {a}.": "In diesem Buch heißt niemand {a}.",
    "Mark the part of the picture that shall change.": "Markiere den Teil des Bildes, der sich ändern soll.",
    "This page has no picture yet.": "Diese Seite hat noch kein Bild.",
    "{a} was deleted.": "{a} wurde gelöscht.",
    "{a}: {b} MB are left.": "{a}: {b} MB sind noch frei.",
    # the card
    "{a} MiB are needed, how much is free is unknown.": "{a} MiB sind nötig; wie viel frei ist, ist nicht bekannt.",
    "{a} was unloaded by somebody else before it was there.": "{a} wurde von jemand anderem entladen, bevor es da war.",
    "{a} could not be loaded (its process ended with {b}): its file is damaged or too large.": (
        "{a} ließ sich nicht laden (sein Prozess endete mit {b}): Die Datei ist beschädigt oder zu groß."
    ),
    "{a} does not let go of {b}.": "{a} lässt {b} nicht los.",
    "{a} was asked to load {b} and did not.": "{a} sollte {b} laden und hat es nicht getan.",
    "{a} still works with {b} for somebody else.": "{a} arbeitet noch für jemand anderen mit {b}.",
    # the painter
    "{a} has no checkpoint in models/checkpoints.": "{a} hat in models/checkpoints kein Modell.",
    "{a} is not in {b}'s models/checkpoints.": "{a} liegt nicht in models/checkpoints von {b}.",
    "{a} is not in its models folder.": "{a} liegt nicht im Ordner der Modelle.",
    "{a} is not known to this server.": "{a} kennt dieser Server nicht.",
    "Did you mean {a}?": "Meintest du {a}?",
    "There are: {a}.": "Es gibt: {a}.",
    "The {a}: a file such as {b} in ComfyUI's models/{c} (looked for {d}).": (
        "{a}: eine Datei wie {b} in models/{c} von ComfyUI (gesucht: {d})."
    ),
    "The server finished without a picture.": "Der Server wurde ohne Bild fertig.",
    "The server gives no reason.": "Der Server nennt keinen Grund.",
    "The server gives no reason; the graph may run in a circle.": (
        "Der Server nennt keinen Grund; vielleicht läuft der Graph im Kreis."
    ),
    "The server has deleted it.": "Der Server hat es gelöscht.",
    "It is larger than {a} MiB.": "Es ist größer als {a} MiB.",
    "It is larger than a page can be.": "Es ist größer, als eine Seite sein kann.",
    "{a} pixels were asked for, {b} x {c} came.": "{a} Pixel waren bestellt, {b} x {c} kamen.",
    "The retouched picture has another size than the one it was made from.": (
        "Das ausgebesserte Bild hat eine andere Größe als das, aus dem es entstand."
    ),
    "It has no node {a}.": "Er hat keinen Knoten {a}.",
    "{a} holds no node.": "{a} enthält keinen Knoten.",
    "{a}: larger than a workflow can be.": "{a}: größer, als ein Workflow sein kann.",
    "{a}: larger than a manifest can be.": "{a}: größer, als ein Manifest sein kann.",
    "{a}: larger than a preset can be.": "{a}: größer, als eine Voreinstellung sein kann.",
    "{a}: it is longer than {b} characters.": "{a}: länger als {b} Zeichen.",
    "samplers: {a}, for {b} models.": "samplers: {a}, für Modelle der Art {b}.",
    "{a} is {b}; the preset {c} is for other models.": (
        "{a} ist {b}; die Voreinstellung {c} ist für andere Modelle gedacht."
    ),
    "{a} is {b}; the workflow {c} works with {d}.": "{a} ist {b}; der Workflow {c} arbeitet mit {d}.",
    "There is no workflow of the kind “{a}” for {b} models.": (
        "Einen Workflow der Art „{a}“ gibt es für Modelle der Art {b} nicht."
    ),
    "{a} minutes without a sign.": "{a} Minuten ohne ein Zeichen.",
    "{a} is no size of a picture: S, M or L with {b}, or 640x896.": (
        "{a} ist keine Bildgröße: S, M oder L mit {b}, oder 640x896."
    ),
    "{a}: one input of 1 x 3 x {b} x {c} was expected.": "{a}: Erwartet wird ein Eingang von 1 x 3 x {b} x {c}.",
    "The package onnxruntime is not installed.": "Das Paket onnxruntime ist nicht installiert.",
    # servers
    "What stands before ComfyUI at {a} answers {b}.": "Was vor ComfyUI unter {a} steht, antwortet {b}.",
    "ComfyUI at {a} answers {b}.": "ComfyUI unter {a} antwortet {b}.",
    "ComfyUI at {a}: {b}.": "ComfyUI unter {a}: {b}.",
    "ComfyUI at {a}.": "ComfyUI unter {a}.",
    "{a}: ComfyUI 0.3.45 or newer is needed.": "{a}: ComfyUI 0.3.45 oder neuer ist nötig.",
    "{a} answers {b}, not as ComfyUI does.": "{a} antwortet {b}, und nicht wie ComfyUI.",
    "{a} answers {b}, not as Ollama does.": "{a} antwortet {b}, und nicht wie Ollama.",
    "{a} answers {b}, not as a writer does.": "{a} antwortet {b}, und nicht wie ein Erzähler.",
    "{a} answers in one piece ({b}), not as a writer does.": (
        "{a} antwortet in einem Stück ({b}), und nicht wie ein Erzähler."
    ),
    "{a} answers 403: Ollama wants to be called `localhost`, by an IP address or by its machine's name.": (
        "{a} antwortet 403: Ollama will `localhost` heißen, mit seiner IP-Adresse oder beim Namen seines Rechners "
        "gerufen werden."
    ),
    "Nobody answers at {a}.": "Unter {a} antwortet niemand.",
    "{a} is no address: one begins with `http://`.": "{a} ist keine Adresse: Eine beginnt mit `http://`.",
    "{a} is no address: {b}.": "{a} ist keine Adresse: {b}.",
    "{a} does not come to the end of its answer.": "{a} kommt mit der Antwort nicht zu Ende.",
    "{a} sends more than a writer has to say.": "{a} schickt mehr, als ein Erzähler zu sagen hat.",
    "{a} does not speak {b} language.": "{a} spricht nicht die Sprache von {b}.",
    "It does not stream its answer as events.": "Er schickt seine Antwort nicht Stück für Stück als Ereignisse.",
    "It sent {a} bytes without the end of a line.": "Er schickte {a} Bytes ohne ein Zeilenende.",
    "{a} is Ollama: write `writer: provider: ollama`.": "{a} ist Ollama: Schreib `writer: provider: ollama`.",
    # the writer
    "They would go to: {a}.": "Sie gingen nach: {a}.",
    "{a} is computed at {b}.": "{a} wird bei {b} gerechnet.",
    "Only Ollama fetches models; the writer is {a}.": "Nur Ollama holt Modelle; der Erzähler ist {a}.",
    "Only Ollama fetches models.": "Nur Ollama holt Modelle.",
    "{a} has {b}; `fibel pull {c}` brings {d}.": "{a} hat {b}; `fibel pull {c}` holt {d}.",
    "{a} has {b}; wanted is {c}.": "{a} hat {b}; gewünscht ist {c}.",
    "{a}: `fibel pull {b}` brings it to {c}.": "{a}: `fibel pull {b}` holt es auf {c}.",
    "{a} is not made for writing; name another one.": "{a} ist nicht zum Schreiben gemacht; nenne ein anderes.",
    "{a} does not know {b}: {c}": "{a} kennt {b} nicht: {c}",
    "{a} stopped in the middle; the next try goes on from there.": (
        "{a} hörte mittendrin auf; der nächste Versuch macht dort weiter."
    ),
    "The answer ended without its end.": "Die Antwort brach ab.",
    "{a} gave up in the middle of the answer.": "{a} gab mitten in der Antwort auf.",
    "{a} does not want to write this.": "{a} will das nicht schreiben.",
    "{a} has time again in {b} s.": "{a} hat in {b} s wieder Zeit.",
    "Looked for in {a}.": "Gesucht in {a}.",
    "A guard model says “safe” or “unsafe”; this one said something else.": (
        "Ein Wächtermodell sagt „safe“ oder „unsafe“; dieses sagte etwas anderes."
    ),
    # files and settings
    "{a} is a folder.": "{a} ist ein Ordner.",
    "There is no folder {a}.": "Einen Ordner {a} gibt es nicht.",
    "{a}: a book can be written as {b}.": "{a}: Ein Buch lässt sich ausgeben als {b}.",
    "{a}: sections such as `writer:` were expected.": "{a}: Erwartet werden Abschnitte wie `writer:`.",
    "The book's font is damaged: install Fibel anew.": (
        "Die Schrift des Buchs ist beschädigt: Installiere Fibel noch einmal."
    ),
}
