"""German for the engine's errors: what is wrong, and what to do next, as `engine.errors` has them."""

from __future__ import annotations

ERROR_WORDS = {
    "The command was not understood.": "Der Befehl wurde nicht verstanden.",
    "See `fibel --help`.": "Siehe `fibel --help`.",
    "The idea is empty.": "Die Idee ist leer.",
    "Say in one sentence what the book is about.": "Sag in einem Satz, wovon das Buch handelt.",
    "The manuscript cannot be read.": "Das Manuskript lässt sich nicht lesen.",
    "Give a text or Markdown file in UTF-8 (`--encoding` names another), one page per blank-line block or `---`.": (
        "Nimm eine Text- oder Markdown-Datei in UTF-8 (`--encoding` nennt eine andere Kodierung); eine Leerzeile oder "
        "`---` trennt die Seiten."
    ),
    "The manuscript holds no text.": "Im Manuskript steht kein Text.",
    "Write at least one page into it.": "Schreib wenigstens eine Seite hinein.",
    "There is no such page in this book.": "Diese Seite gibt es im Buch nicht.",
    "It was deleted meanwhile; {book.undo} brings it back.": (
        "Sie wurde inzwischen gelöscht; {book.undo} holt sie zurück."
    ),
    "There is no preset of that name.": "Eine Voreinstellung dieses Namens gibt es nicht.",
    "{review.presets} shows those there are.": "{review.presets} zeigt, welche es gibt.",
    "A preset file cannot be used.": "Eine Datei mit Voreinstellungen ist nicht zu gebrauchen.",
    "Mend the line named, or remove the file.": "Bessere die genannte Zeile aus, oder entferne die Datei.",
    "The settings cannot be used.": "Die Einstellungen sind nicht zu gebrauchen.",
    "Mend the line named; `fibel --help` lists what may stand there.": (
        "Bessere die genannte Zeile aus; `fibel --help` sagt, was dort stehen darf."
    ),
    "There is no book in this folder.": "In diesem Ordner ist kein Buch.",
    "{library.new} in the library begins one.": "{library.new} in der Bibliothek beginnt eines.",
    "There is a book in this folder already.": "In diesem Ordner ist schon ein Buch.",
    "Choose another folder.": "Wähle einen anderen Ordner.",
    "book.yaml cannot be read.": "book.yaml lässt sich nicht lesen.",
    "Nothing was changed. Mend the line named, or copy the newest file of backup/ over it.": (
        "Nichts wurde geändert. Bessere die genannte Zeile aus, oder kopiere die neueste Datei aus backup/ darüber."
    ),
    "This book was made by a newer Fibel.": "Dieses Buch wurde mit einer neueren Fibel gemacht.",
    "Nothing was changed; update Fibel to open it.": "Nichts wurde geändert; eine neuere Fibel kann es öffnen.",
    "This book is open for reading only.": "Dieses Buch ist nur zum Lesen offen.",
    "Open it for writing first.": "Öffne es zuerst zum Schreiben.",
    "The book has grown too large to be saved.": "Das Buch ist zu groß geworden, um gespeichert zu werden.",
    "Shorten its longest texts; what was saved before is intact.": (
        "Kürze die längsten Texte; was vorher gespeichert war, ist unversehrt."
    ),
    "Another process works on this book.": "Ein anderes Programm arbeitet an diesem Buch.",
    "Close it there first.": "Schließe es zuerst dort.",
    "A file of the book cannot be read.": "Eine Datei des Buchs lässt sich nicht lesen.",
    "Check the folder's permissions and the disk; nothing was changed.": (
        "Prüfe die Rechte des Ordners und die Platte; nichts wurde geändert."
    ),
    "The disk is full.": "Die Platte ist voll.",
    "Free some space and try again; what was saved before is intact.": (
        "Schaffe Platz und versuche es noch einmal; was vorher gespeichert war, ist unversehrt."
    ),
    "A file could not be written.": "Eine Datei ließ sich nicht schreiben.",
    "Check the folder's permissions and the disk; what was saved before is intact.": (
        "Prüfe die Rechte des Ordners und die Platte; was vorher gespeichert war, ist unversehrt."
    ),
    "A picture named by the book is not on disk.": "Ein Bild, das das Buch nennt, liegt nicht auf der Platte.",
    "Paint the page again, or restore the file into takes/.": (
        "Male die Seite neu, oder lege die Datei zurück nach takes/."
    ),
    "A picture cannot be read.": "Ein Bild lässt sich nicht lesen.",
    "Paint the page again.": "Male die Seite neu.",
    "The server does not answer.": "Der Server antwortet nicht.",
    "Is it running? Check its address in the settings, or try `--box`.": (
        "Läuft er? Prüfe seine Adresse in den Einstellungen, oder versuche `--box`."
    ),
    "Is it running? Check its address in the settings; {book.pause} goes on.": (
        "Läuft er? Prüfe seine Adresse in den Einstellungen; {book.pause} macht weiter."
    ),
    "The server went away in the middle of the work.": "Die Verbindung zum Server riss mitten in der Arbeit ab.",
    "Start it again; the job stays in the list.": "Starte den Server neu; der Auftrag bleibt auf der Liste.",
    "The server answers, but not as expected.": "Der Server antwortet, aber nicht wie erwartet.",
    "Check the port: another program may be listening there.": (
        "Prüfe den Port: Vielleicht lauscht dort ein anderes Programm."
    ),
    "The port is in use already.": "Der Port ist schon belegt.",
    "Choose another port, or end the program that holds it.": (
        "Wähle einen anderen, oder beende das Programm, das ihn hält."
    ),
    "The server does not have this model.": "Der Server hat dieses Modell nicht.",
    "Install it there, or name another one in the settings.": (
        "Installiere es dort, oder nenne in den Einstellungen ein anderes."
    ),
    "The service wants a key, and there is none.": "Der Dienst verlangt einen Schlüssel, und es gibt keinen.",
    "Put yours where it was looked for; the job stays in the list.": (
        "Lege deinen dorthin, wo gesucht wurde; der Auftrag bleibt auf der Liste."
    ),
    "The service refused the key.": "Der Dienst hat den Schlüssel abgelehnt.",
    "Look whether it is complete and still valid; the job stays in the list.": (
        "Sieh nach, ob er vollständig ist und noch gilt; der Auftrag bleibt auf der Liste."
    ),
    "Others on this machine can read the file with the key.": (
        "Andere an diesem Rechner können die Datei mit dem Schlüssel lesen."
    ),
    "Run the command named above; a key that others may have read is better made anew.": (
        "Führe den genannten Befehl aus; einen Schlüssel, den andere gelesen haben können, erneuert man besser."
    ),
    "The service has no more time for us now.": "Der Dienst hat jetzt keine Zeit mehr für uns.",
    "Wait a while, or look at your limits there; the job stays in the list.": (
        "Warte eine Weile oder sieh dort nach deinem Kontingent; der Auftrag bleibt auf der Liste."
    ),
    "The writer is not on this machine, and nobody has agreed that this book's texts may leave it.": (
        "Der Erzähler ist nicht auf diesem Rechner, und niemand hat erlaubt, dass die Texte dieses Buchs ihn verlassen."
    ),
    "Agree with `--yes-leaves-machine`, or name a writer on this machine in the settings.": (
        "Stimme mit `--yes-leaves-machine` zu, oder nenne in den Einstellungen einen Erzähler auf diesem Rechner."
    ),
    "The model could not be fetched.": "Das Modell ließ sich nicht holen.",
    "Read the message above; what has come so far is kept.": "Lies die Meldung oben; was schon da ist, bleibt.",
    "{a} × {b} wants {c} at its peak, the card has {d} for it.": (
        "{a} × {b} braucht in der Spitze {c}, die Karte hat {d} dafür."
    ),
    "{a} × {b} fits.": "{a} × {b} passt.",
    "A workflow that decodes in tiles (VAEDecodeTiled) paints the size asked for.": (
        "Ein Ablauf, der in Kacheln dekodiert (VAEDecodeTiled), malt die gewünschte Größe."
    ),
    "{a} MiB are needed, {b} of {c} MiB are free.": "{a} MiB werden gebraucht, {b} von {c} MiB sind frei.",
    "It is held by: {a}.": "Belegt ist er von: {a}.",
    "{a} is busy; the next try follows in {b} s.": "{a} ist beschäftigt; der nächste Versuch folgt in {b} s.",
    "{a} is being fetched: {b} %.": "{a} wird geholt: {b} %.",
    "{a} is here.": "{a} ist da.",
    "{a} runs on the processor alone: it writes slowly, and the pictures keep the card.": (
        "{a} läuft allein auf dem Prozessor: Es schreibt langsam, und die Karte bleibt den Bildern."
    ),
    "Only {a} % of {b} has room on the card, so it writes slowly.": (
        "Nur {a} % von {b} haben auf der Karte Platz, deshalb schreibt es langsam."
    ),
    "The writer refused the request.": "Der Erzähler hat die Bitte abgelehnt.",
    "Read its message above.": "Lies seine Meldung oben.",
    "The writer failed while writing.": "Der Erzähler ist beim Schreiben gescheitert.",
    "Read its message above; the job stays in the list.": "Lies die Meldung oben; der Auftrag bleibt auf der Liste.",
    "The book has become longer than the writer can keep in view.": (
        "Das Buch ist länger geworden, als der Erzähler überblicken kann."
    ),
    "Raise `writer: context:` in the settings, or shorten the idea and the outline.": (
        "Erhöhe `writer: context:` in den Einstellungen, oder kürze Idee und Plan."
    ),
    "The writer's answer ended too early.": "Die Antwort des Erzählers brach zu früh ab.",
    "Try again; fewer pages at once need less room.": "Versuche es noch einmal; weniger Seiten brauchen weniger Platz.",
    "The writer's answer does not have the agreed form.": "Die Antwort des Erzählers hat nicht die verabredete Form.",
    "Try again, or choose a larger model.": "Versuche es noch einmal, oder wähle ein größeres Modell.",
    "The illustrator refused the workflow.": "Der Maler hat den Ablauf abgelehnt.",
    "The field named above has a value the server does not know.": (
        "Das oben genannte Feld hat einen Wert, den der Server nicht kennt."
    ),
    "The illustrator failed while painting.": "Der Maler ist beim Malen gescheitert.",
    "Somebody else interrupted the picture.": "Jemand anderes hat das Bild abgebrochen.",
    "Paint it again.": "Male es noch einmal.",
    "The server no longer knows the job.": "Der Server kennt den Auftrag nicht mehr.",
    "It was restarted; paint the page again.": "Er wurde neu gestartet; male die Seite noch einmal.",
    "The picture is entirely black.": "Das Bild ist ganz schwarz.",
    "The card computes half precision wrongly: start ComfyUI without --force-fp16.": (
        "Die Karte rechnet mit halber Genauigkeit falsch: Starte ComfyUI ohne --force-fp16."
    ),
    "The server sent something that is not the picture asked for.": (
        "Was der Server schickte, ist nicht das bestellte Bild."
    ),
    "There is no workflow of that name.": "Einen Ablauf dieses Namens gibt es nicht.",
    "`workflows/` holds those that ship with Fibel.": "In `workflows/` liegen die mitgelieferten.",
    "The workflow is in the format of ComfyUI's editor; it cannot be run from outside.": (
        "Der Ablauf ist im Format des Editors von ComfyUI; von außen lässt er sich so nicht ausführen."
    ),
    "In ComfyUI, open it and choose Workflow > Export (API), then give that file.": (
        "Öffne ihn in ComfyUI und wähle Workflow > Export (API); nimm dann diese Datei."
    ),
    "The server lacks nodes that this workflow is made of.": (
        "Dem Server fehlen Knoten, aus denen dieser Ablauf besteht."
    ),
    "Install the package named above with ComfyUI's Manager, and restart the server.": (
        "Installiere das genannte Paket mit dem Manager von ComfyUI, und starte den Server neu."
    ),
    "This model does not go together with what was asked of it.": (
        "Dieses Modell passt nicht zu dem, was von ihm verlangt wurde."
    ),
    "Choose a checkpoint, a preset and adapters of one family: SD 1.5, SDXL, SD3 or FLUX.": (
        "Wähle Modell, Voreinstellung und Adapter aus einer Familie: SD 1.5, SDXL, SD3 oder FLUX."
    ),
    "There is no sampler or scheduler of that name.": "Einen Sampler oder Scheduler dieses Namens gibt es nicht.",
    "Choose another preset, or mend the preset's file; `fibel presets` lists them.": (
        "Wähle eine andere Voreinstellung, oder bessere ihre Datei aus; `fibel presets` zeigt sie."
    ),
    "The prompt uses an embedding that the server does not have.": (
        "Der Bildauftrag nennt ein Embedding, das der Server nicht hat."
    ),
    "Put the file named above into ComfyUI's models/embeddings, or take the word out of the prompt.": (
        "Lege die genannte Datei in models/embeddings von ComfyUI, oder nimm das Wort aus dem Bildauftrag."
    ),
    "The illustrator has not moved for a long time.": "Der Maler rührt sich schon lange nicht mehr.",
    "The model does not get on with loading.": "Das Modell kommt beim Laden nicht voran.",
    "Look at its server's window and at the disk; restart it, then resume the list: the job stays in it.": (
        "Schau in das Fenster seines Servers und nach der Festplatte; starte ihn neu und setze dann die Liste fort: "
        "Der Auftrag bleibt darin."
    ),
    "Look at its window; restart it, then resume the list: the job stays in it.": (
        "Sieh in seinem Fenster nach und starte ihn neu; dann setz die Liste fort: Der Auftrag bleibt darin."
    ),
    "The server does not let us in.": "Der Server lässt uns nicht ein.",
    "It stands behind a password or another gate; open it for this machine, or use a tunnel.": (
        "Er steht hinter einem Passwort oder einer Sperre; öffne ihn für diesen Rechner, oder nimm einen Tunnel."
    ),
    "The workflow cannot be used.": "Der Ablauf ist nicht zu gebrauchen.",
    "Export it from ComfyUI with `Export (API)` and check its manifest.": (
        "Gib ihn in ComfyUI mit `Export (API)` aus, und prüfe sein Manifest."
    ),
    "The graphics card ran out of memory.": "Der Speicher der Grafikkarte reicht nicht.",
    "Close other programs that use the card, or choose a smaller size.": (
        "Schließe andere Programme, die sie benutzen, oder wähle eine kleinere Größe."
    ),
    "The picture is too large for the graphics card.": "Das Bild ist zu groß für die Grafikkarte.",
    "Choose the size named above, or another model; nothing was changed.": (
        "Nimm die oben genannte Größe oder ein anderes Modell; es wurde nichts geändert."
    ),
    "The memory of the graphics card was not released.": "Der Speicher der Grafikkarte wurde nicht frei.",
    "Restart the server named above, then try again.": (
        "Starte den oben genannten Server neu, und versuche es noch einmal."
    ),
    "The book is not ready to be published.": "Das Buch ist noch nicht fertig.",
    "{publish.force} exports all the same.": "{publish.force} gibt trotzdem aus.",
    "The export was cancelled.": "Die Ausgabe wurde abgebrochen.",
    "No file was written; one that was there before is as it was.": (
        "Es wurde nichts geschrieben; eine Datei von vorher ist, wie sie war."
    ),
    "No book can be set in this typeface.": "In dieser Schrift lässt sich kein Buch setzen.",
    "Choose another TrueType file, or leave the book in Andika.": (
        "Wähle eine andere TrueType-Datei, oder lass das Buch in der Andika."
    ),
    "The file could not be written.": "Die Datei ließ sich nicht schreiben.",
    "Check the path and the free space; the previous file is intact.": (
        "Prüfe Pfad und freien Platz; die vorige Datei ist unversehrt."
    ),
    "The engine has ended.": "Was im Hintergrund arbeitet, hat sich beendet.",
    "Start Fibel again; what was saved is intact.": "Starte Fibel neu; was gespeichert war, ist unversehrt.",
    "Something went wrong inside Fibel.": "In Fibel selbst ging etwas schief.",
    "Nothing saved is lost. Open the book again, and please report the line above.": (
        "Nichts Gespeichertes ist verloren. Öffne das Buch noch einmal, und melde bitte die Zeile oben."
    ),
    "Cancelled.": "Abgebrochen.",
    "Nothing was lost.": "Nichts ging verloren.",
}
