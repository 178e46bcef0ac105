"""Somebody cannot do something yet."""

SCRIPT = """
titel: {H} <lernen> {tun} || {H} <üben> {tun} || {H} <können> das!
bitte: „[Ich will|Wir wollen] {tun} lernen. Kannst du das?“
refrain: „Noch nicht heute, aber bald!“

== open
wo: {home}
wer: H
gefühl: neugierig
was: {H} <sehen> anderen beim {Tun} zu
0 {H} <schauen> ganz genau zu.
0 Wie schön ist {Tun}! || Alle <können:2> {tun}. Alle!
1 „So möchte ich das auch“, <sagen:1> {S}.
1 {Er} <vergessen> sogar zu blinzeln.
2 Der Morgen <sein:1> hell, und ein Vogel <singen:1>.
3 „Das sieht ganz leicht aus“, <sagen:1> {S}.
3 Der Vogel <legen:1> den Kopf schief und <sagen:1> nichts.

== wish
wo: {ort}
wer: H
gefühl: aufgeregt
was: {H} <wollen> {tun} lernen
0 {H} <wollen> {tun} lernen. Und los!
0 {p0}
1 „Das war ich nicht“, <sagen:1> {S}. Doch, das <sein> {er}.
1 {refrain}
2 {H} <schütteln> sich und <fangen> noch einmal an.
2 Es <gehen:1> genauso schief, nur schneller.
3 „Vielleicht fehlt nur ein kleiner Trick“, <sagen:1> {S}.
3 Eine Ameise <schauen:1> zu und <verstecken:1> sich lieber.

== set
wo: auf dem Weg
wer: H
gefühl: mutig
was: {H} <suchen> einen Lehrer für das {Tun}
0 {H} <suchen> einen Lehrer.
0 „Wer kann {tun}?“, <rufen:1> {S}.
1 Ein Käfer <schütteln:1> den Kopf. Ein Stein <schweigen:1>.
1 {refrain}
2 Am Weg <stehen:1> eine alte Kiste, und {H} <steigen> hinauf.
2 Von oben <klingen:1> die Frage viel lauter.
3 „Wer kann es, und wer zeigt es?“, <rufen:1> {S} noch einmal.
3 Da <antworten:1> endlich eine Stimme: „Vielleicht ich!“

== try
wo: {ort}
wer: H A
gefühl: lustig
was: {A} <machen:A> es vor, und {H} <machen> es nach
0 {A} <machen:A> es vor. {H} <machen> es nach.
0 {p1}
1 „Fast richtig“, <sagen:A> {A} und <halten:A> sich den Bauch.
1 {lautA}
2 „Noch einmal, aber langsamer!“, <bitten:1> {S}.
2 Langsam <dauern:1> es nur länger. Sonst <bleiben:1> alles gleich.
3 „Bei mir hat es auch gedauert“, <sagen:A> {A}.
3 „Wie lange denn?“ – „Drei Winter“, <sagen:A> {A}.

== try
wo: {ort}
wer: H A
gefühl: enttäuscht
was: {H} und {A} versuchen es mit viel Schwung
0 „Mehr Schwung!“, <rufen:A> {A}.
0 {p2}
1 „Das war zu viel Schwung“, <sagen:1> {S}.
1 {A} <suchen:A> schon nach einem Besen und einem Eimer.
2 Gemeinsam <machen:2> sie alles wieder sauber.
2 Auch das <sein:1> eine Arbeit mit Schwung.
3 „Ein Glück, niemand hat es gesehen“, <flüstern:A> {A}.
3 Über ihnen <kichern:2> sieben Spatzen.

== try
wo: {ort}
wer: H A
gefühl: ratlos
was: {A} <lesen:A> aus einem dicken Buch vor
0 {A} <lesen:A> aus einem dicken Buch vor. || {A} <lesen:A> aus einem Buch vor.
0 {p3}
1 „Im Buch steht es anders“, <sagen:A> {A}.
1 „Dann ist das Buch schlauer als [ich|wir]“, <sagen:1> {S}.
2 {A} <blättern:A> vor und <blättern:A> zurück.
2 Zwei Seiten <kleben:2> seit Jahren zusammen.
3 „Ach so“, <sagen:A> {A}. „Der wichtige Teil steht dazwischen.“
3 Aber die Seiten <lassen:2> nicht los.

== solo
wo: {ort}
wer: H
gefühl: wütend
was: {H} <üben> ganz allein bis zum Abend
0 {H} <üben> den ganzen Tag allein.
0 {p4}
1 „Ich mag nicht mehr!“, <rufen:1> {S}.
1 Ein Fuß <stampfen:1> auf, und der Boden <machen:1>: bumm.
2 Dann <sein:1> es still, und die Schatten <werden:2> lang.
2 „Einmal noch“, <murmeln:1> {S}. Und noch einmal.
3 Das letzte Mal <sein:1> ein winziges bisschen besser.
3 Aber so winzig, nur eine Ameise <können:1> es sehen.

== solo
wo: {ort}
wer: H
gefühl: lustig
was: {H} <üben> heimlich mit geschlossenen Augen
0 {H} <machen> die Augen fest zu.
0 {p5}
1 „Mit Augen ist es doch besser“, <sagen:1> {S}.
1 Rundherum <stehen:1> alles auf dem Kopf. || Auf dem Kopf <sitzen:1> jetzt ein Blatt.
2 {H} <müssen> ein bisschen lachen.
2 {refrain}
3 „Wenigstens war es lustig“, <sagen:1> {S}.
3 Die Ameise <klatschen:1> mit sechs Beinen.

== low
wo: hinter der Hecke || unter einem Baum
wer: H
gefühl: traurig
was: {H} <wollen> nicht mehr üben
0 {H} <verstecken> sich. Niemand <sollen:1> {ihn} sehen.
0 „[Ich kann|Wir können] das nie“, <sagen:1> {S}.
1 Eine Träne <rollen:1> bis zum Kinn und <bleiben:1> dort.
1 Die anderen <lachen:2> irgendwo. Es <klingen:1> weit weg.
2 {H} <zupfen> an einem Grashalm.
2 Der Grashalm <können:1> auch nichts und <sein:1> trotzdem schön.
3 „Bist du einfach so zufrieden?“, <fragen:1> {S} den Halm.
3 Der Halm <nicken:1> im Wind.

== turn1
wo: {ort}
wer: H
gefühl: besorgt
was: ein kleines Küken <fragen:1> {H.a} um Hilfe
0 Da <kommen:1> ein kleines Küken.
0 „Zeigst du mir {Tun}?“, <fragen:1> es.
1 „[Ich kann|Wir können] es doch selbst nicht“, <sagen:1> {S}.
1 „Dann fangen wir zusammen an“, <piepsen:1> das Küken.
2 Es <haben:1> noch nie etwas geübt, nur Picken.
2 {H} <zeigen> ihm den ersten Schritt, ganz langsam.
3 „Und geht das gut?“, <fragen:1> das Küken.
3 „Dann lachen wir“, <sagen:1> {S}. „Das kann ich schon.“

== turn
wo: {ort}
wer: H
gefühl: überrascht
was: {H} <zeigen> es einem Küken, und auf einmal <gehen:1> es
0 {H} <zeigen> es ‹einem kleinen|dem kleinen› Küken. || {H} <üben> mit ‹einem kleinen|dem kleinen› Küken.
0 {klappt}
1 „Du kannst es ja!“, <piepsen:1> das Küken.
1 {H} <schauen> nach links. Wer, ich?
2 Vor lauter Zeigen <vergessen> {H} das Fürchten.
2 „Noch einmal!“, <rufen:2> beide zusammen.
3 Und noch einmal <gehen:1> es, und noch einmal.
3 „Heute“, <sagen:1> {S}. „Heute ist bald!“

== turn2
wo: {ort}
wer: H
gefühl: stolz
was: alle schauen {H.d} beim {Tun} zu
0 Alle <kommen:2> und <schauen:2> zu.
0 {H} <können> {tun}! Hurra!
1 Das Küken <stehen:1> ganz vorn und <klatschen:1>.
1 „Zeig es noch einmal!“, <rufen:2> die Spatzen.
2 Keiner <lachen:1>, nur die Sonne.
2 {H} <verbeugen> sich bis zum Boden.
3 „Und wer hat dir das gezeigt?“, <fragen:2> sie.
3 „Jemand sehr Kleines“, <sagen:1> {S} und <zwinkern:1>.

== home
wo: auf dem Weg
wer: H A
gefühl: froh
was: {H} und {A} feiern den ganzen Heimweg
0 {H} und {A} <hüpfen:2> nach Hause. || Zusammen <hüpfen:2> alle nach Hause.
0 „Du kannst es!“, <singen:A> {A}.
1 „Ich kann es“, <singen:1> {S}.
1 Der Weg <sein:1> zu kurz für so viel Freude.
2 Darum <gehen:2> sie ihn zweimal.
2 Die Kiste am Weg <knarren:1> wie zum Gruß.
3 „Was lernst du morgen?“, <fragen:A> {A}.
3 „Morgen lerne ich Ausruhen“, <sagen:1> {S}.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <träumen> in der Nacht vom {Tun}
0 Nachts <liegen> {H} im Bett und <träumen>. || {H} <liegen> im Bett und <träumen>.
0 Im Traum <gehen:1> alles ganz leicht.
1 Ein Fuß <üben:1> noch unter der Decke weiter.
1 „Morgen wieder“, <murmeln:1> {S}.
2 Vor dem Fenster <schlafen:2> die Spatzen, sieben in einer Reihe.
2 Der Mond <üben:1> Rundsein. Er <können:1> es schon fast.
3 Noch nicht heute, aber bald.
3 Gute Nacht!
"""
