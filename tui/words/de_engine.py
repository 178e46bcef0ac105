"""German for the sentences of the engine: manuscripts, notices, findings of the preflight, what undo took back."""

from __future__ import annotations

ENGINE_WORDS = {
    # texts and manuscripts
    "The writer found no better words for page {a}.": "Der Erzähler fand für Seite {a} keine besseren Worte.",
    "The writer planned {a} pages in place of {b}: look through the outline.": (
        "Der Erzähler hat {a} Seiten geplant statt {b}: Sieh den Plan durch."
    ),
    "The writer could not say whether a child may hear these pages: read them yourself.": (
        "Ob ein Kind diese Seiten hören darf, konnte der Erzähler nicht sagen: Lies sie selbst."
    ),
    "Nothing usable came for page {a}.": "Für Seite {a} kam nichts Brauchbares.",
    "{a}: a quotation is never closed.": "{a}: Eine wörtliche Rede ist nicht geschlossen.",
    "{a}: it is empty.": "{a}: Es ist leer.",
    "{a}: it holds pieces of JSON.": "{a}: Es enthält Stücke von JSON.",
    "the answer: it is no JSON.": "Die Antwort ist kein JSON.",
    "{a} pages came in place of {b}.": "Es kamen {a} Seiten statt {b}.",
    "page {a} came in place of {b}.": "Es kam Seite {a} statt {b}.",
    "It has {a} pages; a book may have {b}.": "Es hat {a} Seiten; ein Buch darf {b} haben.",
    "The page “{a}…” is {b} characters long.": "Die Seite „{a}…“ ist {b} Zeichen lang.",
    "{a} is larger than {b} MB.": "{a} ist größer als {b} MB.",
    "{a} is no text file.": "{a} ist keine Textdatei.",
    "{a} is not UTF-8: line {b}, byte {c}.": "{a} ist kein UTF-8: Zeile {b}, Byte {c}.",
    "{a} is no encoding.": "{a} ist keine Kodierung.",
    "{a} is not {b}: line {c}.": "{a} ist kein {b}: Zeile {c}.",
    "{a} mixes encodings: line {b} is not UTF-8 as others are.": (
        "{a} mischt Kodierungen: Zeile {b} ist anders als der Rest kein UTF-8."
    ),
    # notices
    "No Ollama and no ComfyUI answer on this machine: working on the box.": (
        "Auf diesem Rechner antworten weder Ollama noch ComfyUI: Gearbeitet wird auf der Box."
    ),
    "1 job was left from last time. The list is paused: resume it when you like.": (
        "1 Auftrag ist vom letzten Mal übrig. Die Liste ist angehalten: P macht weiter."
    ),
    "{a} jobs were left from last time. The list is paused: resume it when you like.": (
        "{a} Aufträge sind vom letzten Mal übrig. Die Liste ist angehalten: P macht weiter."
    ),
    "Your text editor could not be started.": "Dein Texteditor ließ sich nicht starten.",
    "Name one that is installed in EDITOR, or press t to write here.": (
        "Nenne in EDITOR einen, der installiert ist, oder schreibe mit t hier."
    ),
    "Your text editor ended with an error; the text is as it was.": (
        "Dein Texteditor endete mit einem Fehler; der Text ist, wie er war."
    ),
    "Press t to write here, or try again.": "Schreibe mit t hier, oder versuche es noch einmal.",
    "There is nothing to take back.": "Es gibt nichts zurückzunehmen.",
    "There is nothing that was taken back.": "Es ist nichts zurückgenommen.",
    "Painting with {a}: the first suitable model of the server.": (
        "Gemalt wird mit {a}, dem ersten geeigneten Modell des Servers."
    ),
    "Painting with the preset {a}: {b} needs it.": "Gemalt wird mit der Voreinstellung {a}: {b} braucht sie.",
    "Painting with the preset {a}: {b} begins with nothing only.": (
        "Gemalt wird mit der Voreinstellung {a}: {b} kann nur von vorn beginnen."
    ),
    "The preset {a} paints without reference pictures.": "Die Voreinstellung {a} malt ohne Vorbilder.",
    "The server lacks the embeddings {a}: painting without them.": (
        "Dem Server fehlen die Embeddings {a}: Gemalt wird ohne sie."
    ),
    "One of the two presets draws new noise at every step: expect another composition.": (
        "Eine der beiden Voreinstellungen würfelt bei jedem Schritt neu: Das Bild wird anders aufgebaut sein."
    ),
    "Somebody else changed book.yaml meanwhile; that version is kept as {a}.": (
        "Jemand anderes hat book.yaml inzwischen geändert; jene Fassung liegt in {a}."
    ),
    "Pictures named by the book are not on disk: {a}.": "Bilder, die das Buch nennt, liegen nicht auf der Platte: {a}.",
    "The journal's last line was cut short by a crash and is ignored.": (
        "Die letzte Zeile des Journals brach bei einem Absturz ab und zählt nicht."
    ),
    "Damaged lines in the journal were skipped: {a}.": "Beschädigte Zeilen im Journal wurden übergangen: {a}.",
    "This disk knows no locks: open the book in one place at a time.": (
        "Diese Platte kennt keine Sperren: Öffne das Buch nur an einem Ort zugleich."
    ),
    "This does not belong into a children's book: it is neither painted nor exported.": (
        "Das gehört in kein Kinderbuch: Es wird weder gemalt noch veröffentlicht."
    ),
    "Change the words named; where they are harmless here, say so in your own `presets/safety/`.": (
        "Ändere die genannten Wörter; sind sie hier harmlos, sag es in deinen eigenen `presets/safety/`."
    ),
    "The real names of this book cannot be read.": "Die echten Namen dieses Buchs lassen sich nicht lesen.",
    "Nothing was sent. Mend the file or its permissions, or remove it and give the names again.": (
        "Nichts wurde gesendet. Bessere die Datei oder ihre Rechte aus, oder entferne sie und gib die Namen neu an."
    ),
    "Older versions in backup/ and journal.jsonl still hold the real name.": (
        "Ältere Fassungen in backup/ und journal.jsonl enthalten den echten Namen noch."
    ),
    "Both stay on this machine; leave them out where you pass the folder on.": (
        "Beide bleiben auf diesem Rechner; lass sie weg, wenn du den Ordner weitergibst."
    ),
    "The vision model cannot be used.": "Das Sehmodell ist nicht zu gebrauchen.",
    "`illustrator: vision:` in the settings names an ONNX file; without it colours and lines are compared.": (
        "`illustrator: vision:` in den Einstellungen nennt eine ONNX-Datei; ohne sie zählen Farben und Linien."
    ),
    "The guard model could not be asked: {a} What it has not read is not checked.": (
        "Das Wächtermodell ließ sich nicht fragen: {a} Was es nicht gelesen hat, ist nicht geprüft."
    ),
    "This needs a part of Fibel that is not installed here.": (
        "Dazu braucht es einen Teil von Fibel, der hier nicht installiert ist."
    ),
    "Install it with the command above.": "Installiere ihn mit dem Befehl darüber.",
    "--profile {a} makes a {b}, not {c}.": "--profile {a} macht eine {b}, keine {c}.",
    # preflight
    "Change it: a book with it is not published.": "Ändere es: Damit wird ein Buch nicht veröffentlicht.",
    "You have approved it.": "Du hast es gutgeheißen.",
    "Look at it once more, then approve the text.": "Sieh es dir noch einmal an, dann heiße den Text gut.",
    "Only word rules have looked at the texts; no guard model has checked them.": (
        "Nur Wortregeln haben die Texte gesehen; geprüft hat sie kein Wächtermodell."
    ),
    "Read the book as a child would hear it; `guard: model:` in the settings names a model that reads along.": (
        "Lies das Buch, wie ein Kind es hört; `guard: model:` in den Einstellungen nennt ein Modell, das mitliest."
    ),
    "The guard model calls the text unsafe: {a}.": "Das Wächtermodell hält den Text für bedenklich: {a}.",
    "Read the page again; the model may be wrong, and you decide.": (
        "Lies die Seite noch einmal; das Modell kann irren, du entscheidest."
    ),
    "{a} stands for a real name that this machine does not know.": (
        "{a} steht für einen echten Namen, den dieser Rechner nicht kennt."
    ),
    "Publish where the book was begun, or give the name again with `fibel names`.": (
        "Veröffentliche dort, wo das Buch begann, oder gib den Namen mit `fibel names` neu an."
    ),
    "The book has no story page.": "Das Buch hat keine Seite mit Geschichte.",
    "Add one in the outline.": "Füge im Plan eine ein.",
    "The book has no title.": "Das Buch hat keinen Titel.",
    "Give it one.": "Gib ihm einen: T im Plan.",
    "Pictures of a model go out without the mark that machines read.": (
        "Bilder eines Modells gehen ohne das Kennzeichen hinaus, das Maschinen lesen."
    ),
    "European law asks for it in most cases; `edition: marked:` in book.yaml puts it back.": (
        "Europäisches Recht verlangt es in den meisten Fällen; `edition: marked:` in book.yaml setzt es wieder ein."
    ),
    "The pictures are sketches of the box.": "Die Bilder sind Skizzen der Box.",
    "Some pictures are sketches of the box, others are not.": "Manche Bilder sind Skizzen der Box, andere nicht.",
    "Paint them with real servers before printing.": "Male sie vor dem Druck mit echten Servern.",
    "The page has no text.": "Die Seite hat keinen Text.",
    "Write it, or delete the page.": "Schreib ihn, oder lösche die Seite.",
    "The text has changed since it was approved.": "Der Text hat sich seit deinem Ja geändert.",
    "The text is not approved.": "Der Text hat noch kein Ja.",
    "Read it and approve it.": "Lies ihn und sag Ja.",
    "The page has no picture.": "Die Seite hat kein Bild.",
    "Paint it.": "Male es.",
    "The picture was painted for another prompt.": "Das Bild wurde für einen anderen Bildauftrag gemalt.",
    "Paint it again, or keep it if it still fits.": "Male es neu, oder behalte es, wenn es noch passt.",
    "The picture is not approved.": "Das Bild hat noch kein Ja.",
    "Look at it and approve it.": "Sieh es an und sag Ja.",
    "The picture has no words for those who cannot see it.": "Dem Bild fehlen Worte für alle, die es nicht sehen.",
    "Say in one sentence what is to be seen.": "Sag in einem Satz, was zu sehen ist.",
    "The book's typeface has no {a}.": "Die Schrift des Buchs hat kein {a}.",
    "Use other characters.": "Nimm andere Zeichen.",
    "The text does not fit on the page.": "Der Text passt nicht auf die Seite.",
    "Shorten it, or make two pages of it.": "Kürze ihn, oder mach zwei Seiten daraus.",
    "The text is long and is set in {a} in place of {b} points.": (
        "Der Text ist lang und wird in {a} statt {b} Punkt gesetzt."
    ),
    "Shorten it if you can.": "Kürze ihn, wenn es geht.",
    "The picture has {a} pixels per inch; below {b} it looks soft on paper.": (
        "Das Bild hat {a} Pixel je Zoll; unter {b} wirkt es auf Papier unscharf."
    ),
    "The picture has {a} pixels per inch; {b} and more look sharp on paper.": (
        "Das Bild hat {a} Pixel je Zoll; ab {b} wirkt es auf Papier scharf."
    ),
    "Enlarge it with a model, paint it larger, or say yes to soft pictures; a screen needs no more.": (
        "Vergrößere es mit einem Modell, male es größer, oder sag ja zu weichen Bildern; für den Bildschirm reicht es."
    ),
    "Fine on a screen; for print enlarge it with a model.": (
        "Gut für den Bildschirm; für den Druck mit einem Modell vergrößern."
    ),
    "The page shows {a} of the picture; the rest is cut off.": (
        "Die Seite zeigt {a} des Bilds, der Rest ist abgeschnitten."
    ),
    "Choose another layout, or paint it again for this one.": (
        "Wähle einen anderen Aufbau, oder male es für diesen neu."
    ),
    "The picture is the same as on page {a}.": "Das Bild ist dasselbe wie auf Seite {a}.",
    "Paint another one, unless it is meant so.": "Male ein anderes, wenn es nicht so gemeint ist.",
    "The last line holds nothing but “{a}”.": "In der letzten Zeile steht nur „{a}“.",
    "Change a word before it.": "Ändere ein Wort davor.",
    "Shorten it, or choose a layout with more room for words.": (
        "Kürze ihn, oder wähle einen Aufbau mit mehr Platz für Worte."
    ),
    "The book has {a} pages; {b} binds {c} at most.": "Das Buch hat {a} Seiten; {b} bindet höchstens {c}.",
    "Leave out parts around the story, have texts stand below their pictures, or shorten the story.": (
        "Lass Teile um die Geschichte weg, stell die Texte unter ihre Bilder, oder kürze die Geschichte."
    ),
    "The book has {a} pages; {b} binds books from {c} pages on.": (
        "Das Buch hat {a} Seiten; {b} bindet Bücher ab {c} Seiten."
    ),
    "Tell more, let texts and pictures face each other, or add pages around the story.": (
        "Erzähl mehr, stell Text und Bild einander gegenüber, oder ergänze Seiten um die Geschichte."
    ),
    "The book has {a} pages; it was planned for {b}.": "Das Buch hat {a} Seiten; geplant war es für {b}.",
    "Leave some out, or plan for more.": "Lass welche weg, oder plane mehr.",
    "The book has {a} pages; {b} are wanted, and so many empty ones would look like a mistake.": (
        "Das Buch hat {a} Seiten; gebraucht werden {b}, und so viele leere sähen nach einem Fehler aus."
    ),
    "Add pages around the story.": "Ergänze Seiten um die Geschichte.",
    "The book has {a} pages, which is no multiple of {b}.": "Das Buch hat {a} Seiten, das ist kein Vielfaches von {b}.",
    "Before a page that takes two sides an empty one was put in, so that it begins on the left.": (
        "Vor einer Seite, die zwei Papierseiten braucht, steht eine leere, damit sie links beginnt."
    ),
    "Add a dedication, or move a page.": "Ergänze eine Widmung, oder verschieb eine Seite.",
    "The book ends with {a} empty pages.": "Am Ende des Buchs stehen {a} leere Seiten.",
    "Fill them with parts around the story, or leave one page out: paper is bound by the sheet.": (
        "Füll sie mit Teilen um die Geschichte, oder lass eine Seite weg: Gebunden wird Bogen für Bogen."
    ),
    "The booklet is {a} sheets of paper; more than {b} can hardly be folded and stapled.": (
        "Das Heft hat {a} Blatt Papier; mehr als {b} lassen sich kaum falten und heften."
    ),
    "Fold it in two parts and sew them, or let texts stand below their pictures.": (
        "Falte es in zwei Lagen und näh sie, oder stell die Texte unter ihre Bilder."
    ),
    "Words stand nearer to the trim than the printing service allows.": (
        "Worte stehen näher am Beschnitt, als die Druckerei erlaubt."
    ),
    "Shorten the text.": "Kürze den Text.",
    "Words are set in {a} points; {b} are the least.": "Worte stehen in {a} Punkt; {b} sind das Mindeste.",
    "The imprint does not say who publishes the book, and where.": (
        "Im Impressum steht nicht, wer das Buch herausgibt, und wo."
    ),
    "Give name, street and town; German press law asks for them in every book that is sold or given away.": (
        "Nenne Name, Straße und Ort; das Presserecht verlangt sie in jedem Buch, das verkauft oder verschenkt wird."
    ),
    "{a} is no ISBN: its check digit is wrong, or its length.": (
        "{a} ist keine ISBN: Prüfziffer oder Länge stimmen nicht."
    ),
    "Copy it again from your agency.": "Schreib sie noch einmal von deiner Agentur ab.",
    "Quotation marks, dashes or blanks are not set as in a German book.": (
        "Anführungszeichen, Striche oder Leerzeichen stehen nicht wie in einem deutschen Buch."
    ),
    "Let the language check set them right.": "Lass die Sprachprüfung sie richten.",
    "The picture's description has {a} characters; a voice should be done with {b}.": (
        "Die Bildbeschreibung hat {a} Zeichen; zum Vorlesen reichen {b}."
    ),
    "The file has {a} MB; {b} takes {c} at most.": "Die Datei hat {a} MB; {b} nimmt höchstens {c}.",
    "Leave pages out, or choose a smaller format.": "Lass Seiten weg, oder wähle ein kleineres Format.",
    "The file cannot be read: {a}.": "Die Datei lässt sich nicht lesen: {a}.",
    "The file is locked with a password.": "Die Datei ist mit einem Passwort verschlossen.",
    "The file holds scripts or attached files.": "Die Datei enthält Skripte oder angehängte Dateien.",
    "The file holds {a}, which {b} does not take.": "Die Datei enthält {a}; {b} nimmt das nicht.",
    "Export it for printing: --profile print.": "Gib sie für den Druck aus: --profile print.",
    "The page has no {a}.": "Die Seite hat keine {a}.",
    "The page's {a} is not that of the format.": "Die {a} der Seite ist nicht die des Formats.",
    "The page is rotated.": "Die Seite ist gedreht.",
    "The page holds links or notes.": "Die Seite enthält Verweise oder Notizen.",
    "The page holds something to see through.": "Auf der Seite ist etwas durchsichtig.",
    "A picture is not in the colours the service takes ({a}).": (
        "Ein Bild hat nicht die Farben, die die Druckerei nimmt ({a})."
    ),
    "A picture has more than 8 bits a colour.": "Ein Bild hat mehr als 8 Bit je Farbe.",
    "The font {a} is not in the file.": "Die Schrift {a} ist nicht in der Datei.",
    "The font {a} is in the file as a whole.": "Die Schrift {a} steckt ganz in der Datei.",
    "Export it again.": "Gib sie neu aus.",
    "Export it for this format.": "Gib sie für dieses Format aus.",
    "Export it for printing.": "Gib sie für den Druck aus.",
    "The cover needs a picture; the book has none.": "Der Umschlag braucht ein Bild; das Buch hat keins.",
    "Say what matters for the story.": "Sag, was für die Geschichte zählt.",
    "The book names no author.": "Das Buch nennt niemanden, der es geschrieben hat.",
    "Put your name to it.": "Setz deinen Namen darauf: N im Plan.",
    "The longest text sets the book in {a} in place of {b} points.": (
        "Wegen des längsten Textes wird das Buch in {a} statt {b} Punkt gesetzt."
    ),
    "Shorten the longest texts if you can.": "Kürze die längsten Texte, wenn es geht.",
    "A printer adds blank ones at its end; for a screen any number does.": (
        "Eine Druckerei hängt leere an; am Bildschirm geht jede Zahl."
    ),
    "Texts or pictures were approved unattended; the colophon says so.": (
        "Texte oder Bilder bekamen ihr Ja ohne Aufsicht; das Impressum sagt es."
    ),
    "Read the book once and approve its pages yourself.": "Lies das Buch einmal, und sag selbst Ja zu den Seiten.",
    "A proposed text waits; the book goes out with the present one.": (
        "Ein vorgeschlagener Text wartet; das Buch erscheint mit dem jetzigen."
    ),
    "Accept or dismiss the proposal.": "Nimm den Vorschlag an, oder verwirf ihn.",
    "The picture is not on disk.": "Das Bild liegt nicht auf der Platte.",
    "Paint the page again, or restore {a}.": "Male die Seite neu, oder lege {a} zurück.",
    "Fine on a screen; for print paint it larger.": "Gut für den Bildschirm; für den Druck größer malen.",
    "One model at a time: both want {a} of {b}.": "Ein Modell nach dem anderen: Zusammen brauchen sie {a} von {b}.",
    "One model at a time: both want {a} of {b}; kept warm until flushed.": (
        "Ein Modell nach dem anderen: Zusammen brauchen sie {a} von {b}; warm gehalten, bis die Karte frei wird."
    ),
    "One model at a time: the card's memory is not known.": (
        "Ein Modell nach dem anderen: Der Speicher der Karte ist nicht bekannt."
    ),
    "One model at a time: with both of them the card was full.": (
        "Ein Modell nach dem anderen: Mit beiden war die Karte voll."
    ),
    "One model at a time, as the settings ask.": "Ein Modell nach dem anderen, wie eingestellt.",
    "Both models fit: {a} of {b}.": "Beide Modelle passen: {a} von {b}.",
    "Both models fit: {a} of {b}; kept warm until flushed.": (
        "Beide Modelle passen: {a} von {b}; warm gehalten, bis die Karte frei wird."
    ),
    "Both models stay, as the settings ask.": "Beide Modelle bleiben, wie eingestellt.",
    "Only one of the models is on this card.": "Nur eines der Modelle ist auf dieser Karte.",
    "{a}; kept warm until flushed.": "{a}; warm gehalten, bis die Karte frei wird.",
    "{a}: no more of it came for {b} minutes.": "{a}: Seit {b} Minuten kam nichts mehr davon.",
    # what undo took back
    "Taken back: {w}.": "Zurückgenommen: {w}.",
    "Taken back, page {a}: {w}.": "Zurückgenommen, Seite {a}: {w}.",
    "Taken back.": "Zurückgenommen.",
    "In place again: {w}.": "Wiederhergestellt: {w}.",
    "In place again, page {a}: {w}.": "Wiederhergestellt, Seite {a}: {w}.",
    "In place again.": "Wiederhergestellt.",
    "a page that is there again": "eine Seite, die wieder da ist",
    "a page that is gone again": "eine Seite, die wieder fort ist",
    "the yes to the text": "das Ja zum Text",
    "the yes to the picture": "das Ja zum Bild",
    "which take is chosen": "welche Fassung gewählt ist",
    "the writer's draft": "der Entwurf des Erzählers",
    "what was waved through": "was du gelten ließest",
    "the text": "der Text",
    "what is to be seen": "was zu sehen ist",
    "the framing": "der Ausschnitt",
    "the picture's description": "die Bildbeschreibung",
    "the title": "der Titel",
    "the author's name": "der Name auf der Titelseite",
    "the characters": "die Figuren",
    "the style": "der Stil",
    "the preset": "die Voreinstellung",
    "the format": "das Format",
    "the size of pictures": "die Größe der Bilder",
    "the yes to the outline": "das Ja zum Plan",
    "the make-up of the book": "die Ausstattung des Buchs",
    "the leave for texts to go elsewhere": "die Erlaubnis, Texte fortzugeben",
    "the stand-ins for names": "die Decknamen",
    "its line of the outline": "ihre Zeile im Plan",
    "what was laid aside": "was weggelegt war",
    "the order of the pages": "die Reihenfolge der Seiten",
}
