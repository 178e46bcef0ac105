"""German for what the preflight says of pictures, words, cover and the finished file."""

from __future__ import annotations

PREFLIGHT_WORDS = {
    "“{a}” looks forgotten.": "„{a}“ sieht vergessen aus.",
    "Take it out, unless a child is to hear it.": "Nimm es heraus, wenn es kein Kind hören soll.",
    "An umlaut or ß seems to be missing.": "Hier fehlt wohl ein Umlaut oder ein ß.",
    "Let the language check show it.": "Lass es dir von der Sprachprüfung zeigen.",
    "The picture's description is not in the book's language.": (
        "Die Bildbeschreibung ist nicht in der Sprache des Buchs."
    ),
    "A voice reads it in the book's own: say it in that.": (
        "Eine Stimme liest sie in der Sprache des Buchs vor: Schreib sie in dieser."
    ),
    "The picture shows nothing: it is one colour all over.": "Das Bild zeigt nichts: Es hat überall dieselbe Farbe.",
    "Black runs along the picture's edges; cut a little askew, it looks like a mistake.": (
        "Am Rand des Bilds läuft Schwarz entlang; etwas schief geschnitten, sieht das nach einem Fehler aus."
    ),
    "Paint it again, or choose a layout that shows it whole.": (
        "Male es neu, oder wähle einen Aufbau, der es ganz zeigt."
    ),
    "The picture can be seen through; in the book white paper shows there.": (
        "Das Bild ist stellenweise durchsichtig; im Buch scheint dort weißes Papier durch."
    ),
    "Look at the proof.": "Sieh dir den Probedruck an.",
    "The picture looks like that of page {a}.": "Das Bild sieht aus wie das von Seite {a}.",
    "The picture ends at the trim; where the knife goes a little wrong, white paper shows.": (
        "Das Bild endet am Beschnitt; geht das Messer etwas daneben, blitzt weißes Papier."
    ),
    "Choose another layout.": "Wähle einen anderen Aufbau.",
    "Where most happens in the picture lies in the fold; whether it is a face cannot be told.": (
        "Wo im Bild am meisten los ist, liegt der Bund; ob dort ein Gesicht ist, lässt sich hier nicht erkennen."
    ),
    "Where most happens in the picture lies near the trim; whether it is a face cannot be told.": (
        "Wo im Bild am meisten los ist, ist der Beschnitt nah; ob dort ein Gesicht ist, lässt sich hier nicht erkennen."
    ),
    "Look at the proof; choose another layout, or paint it again.": (
        "Sieh dir den Probedruck an; wähle einen anderen Aufbau, oder male es neu."
    ),
    "The imprint does not fit on its page.": "Das Impressum passt nicht auf seine Seite.",
    "Shorten the credits.": "Kürze die Danksagung.",
    "{a} prints a code on the last page, where something stands already.": (
        "{a} druckt auf die letzte Seite einen Strichcode; dort steht schon etwas."
    ),
    "Leave the last page empty: add a page around the story.": (
        "Lass die letzte Seite leer: Ergänze eine Seite um die Geschichte."
    ),
    "The text on the back reaches into the place of the bar code.": (
        "Der Text auf der Rückseite ragt in den Platz des Strichcodes."
    ),
    "Shorten it.": "Kürze ihn.",
    "Words on the cover stand nearer to the trim than the printing service allows.": (
        "Worte auf dem Umschlag stehen näher am Beschnitt, als die Druckerei erlaubt."
    ),
    "The back of the cover says nothing of the book.": "Die Rückseite sagt nichts über das Buch.",
    "Write forty to seventy words that make one want to open it.": (
        "Schreib vierzig bis siebzig Wörter, die Lust machen, es aufzuschlagen."
    ),
    "The spine of {a} mm is an estimate; {b} has a calculator of its own.": (
        "Der Rücken von {a} mm ist geschätzt; {b} hat einen eigenen Rechner."
    ),
    "Ask it, and enter what it says as the spine's width.": "Frag ihn, und trag sein Ergebnis als Rückenbreite ein.",
    "{a} prints in four inks: bright greens, blues and pinks come out duller.": (
        "{a} druckt in vier Farben: Leuchtendes Grün, Blau und Rosa wird stumpfer."
    ),
    "Order a printed proof.": "Bestell einen gedruckten Probeabzug.",
    "Whether pictures by {a} may be sold, its licence says; nobody here has read it.": (
        "Ob Bilder von {a} verkauft werden dürfen, sagt seine Lizenz; hier hat sie niemand gelesen."
    ),
    "Read it where the model comes from, and name it in the credits.": (
        "Lies sie dort, wo das Modell herkommt, und nenne sie im Impressum."
    ),
    # the finished file
    "The file has {a} MB; the national library takes {b} at most.": (
        "Die Datei hat {a} MB; die Nationalbibliothek nimmt höchstens {b}."
    ),
    "Fine for everybody else.": "Für alle anderen passt es.",
    "The file does not tell a voice what stands where.": "Die Datei sagt einer Stimme nicht, was wo steht.",
    "A picture has no words in the file.": "Einem Bild fehlen in der Datei die Worte.",
    "The file does not say which kind of archive it is.": "Die Datei sagt nicht, welche Art Archiv sie ist.",
    "The file does not say what its colours mean.": "Die Datei sagt nicht, was ihre Farben bedeuten.",
    "The file has no name of its own.": "Die Datei hat keinen eigenen Namen.",
    "Not all words of the file can be copied.": "Nicht alle Worte der Datei lassen sich kopieren.",
    "Words or areas are not in the colours the service takes ({a}).": (
        "Worte oder Flächen haben nicht die Farben, die die Druckerei nimmt ({a})."
    ),
    "A picture is not pressed as a photograph is.": "Ein Bild ist nicht wie ein Foto gepackt.",
    "A picture is pressed below quality {a}; squares show in it.": (
        "Ein Bild ist stärker gepackt als Qualität {a}; man sieht Kästchen."
    ),
    "A picture needs more than {a} percent of ink; the paper does not dry.": (
        "Ein Bild braucht mehr als {a} Prozent Farbe; das Papier trocknet nicht."
    ),
    "Paint it lighter, or print with a service that takes other colours.": (
        "Male es heller, oder druck bei einem Dienst, der andere Farben nimmt."
    ),
    "A picture in the file cannot be read: {a}.": "Ein Bild in der Datei lässt sich nicht lesen: {a}.",
    "A picture does not say how it was made.": "Ein Bild sagt nicht, wie es gemacht wurde.",
    # the author's own typeface
    "Choose another file, or leave the book in Andika.": "Nimm eine andere Datei, oder lass das Buch in Andika.",
    "The typeface's file {a} is not there.": "Die Datei {a} mit der Schrift ist nicht da.",
    "{a} is no font that can be used: {b}.": "{a} ist keine brauchbare Schrift: {b}.",
    "{a} is no TrueType font; printers stumble over others.": (
        "{a} ist keine TrueType-Schrift; über andere stolpern Druckereien."
    ),
    "The licence of {a} does not let it stand in a file.": "Die Lizenz von {a} erlaubt nicht, sie einzubetten.",
    "The licence of {a} lets it be printed only; an e-book is set in Andika.": (
        "Die Lizenz von {a} erlaubt nur den Druck; ein E-Book wird in Andika gesetzt."
    ),
    "Ask whoever made it, or leave it so.": "Frag, wer sie gemacht hat, oder lass es so.",
}
