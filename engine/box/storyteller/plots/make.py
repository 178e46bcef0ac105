"""Somebody wants to make something with the hands."""

SCRIPT = """
titel: {H} und {O} || {H} <bauen> {O.ea} || {O} von {H.d}
bitte: „[Ich mache|Wir machen] {O.ea}. Hilfst du mit?“
tausch: low turn2
refrain: „Klopf, klopf, klopf und Stück für Stück!“

== open
wo: {home}
wer: H
gefühl: neugierig
was: {H} <sammeln> Holz, Schnur und bunte Knöpfe
0 {H} <sammeln> alles: Holz, Schnur und Knöpfe. || {H} <sammeln> Holz, Schnur und Knöpfe.
0 Der Haufen <werden:1> groß und größer.
1 „Das brauche ich alles noch“, <sagen:1> {S}.
1 Wofür? Das <wissen> {er} noch nicht.
2 Eine Schraube <rollen:1> davon und <kommen:1> nicht zurück.
3 „Bis bald, Schraube“, <rufen:1> {S}.
3 Der Morgen <sein:1> still und voller Sonne.

== wish
wo: im Garten || auf der Wiese
wer: H
gefühl: aufgeregt
was: {H} <wollen> {O.ea} bauen
0 {H} <haben> eine Idee: {O.en}!
0 „Das [baue ich|bauen wir] selbst“, <sagen:1> {S}.
1 Mit einem Stock <malen> {er} alles in den Sand.
1 {refrain}
2 Ein Strich, ein Kreis und noch ein Strich. Fertig!
2 Auf dem Sand <sehen:1> es schon sehr gut aus.
3 „Jetzt nur noch in echt“, <sagen:1> {S}.
3 Die Ärmel <rutschen:2> hoch, die Zunge <gucken:1> heraus.

== set
wo: im Wald || am Bach
wer: H
gefühl: zuversichtlich
was: {H} <suchen> das beste Holz
0 {H} <suchen> das beste Holz.
0 Dieses? Zu krumm. Jenes? Zu dick.
1 Ein Specht <klopfen:1> an einen Stamm: „Der ist gut.“
1 „Danke“, <rufen:1> {S}.
2 {H} <ziehen> und <schleppen>, und der Ast <ziehen:1> zurück.
2 {refrain}
3 Auf halbem Weg <steigen:1> eine Schnecke auf den Ast.
3 „Fahren wir?“, <fragen:1> sie.

== try springt
wo: im Garten || auf der Wiese
wer: H A
gefühl: lustig
was: {A} <testen:A> {O.a} mit einem Sprung
0 „Ich probiere es aus!“, <rufen:A> {A}.
0 Hopp! Krach! Alles <fallen:1> um.
1 {A} <sitzen:A> mitten in den Stücken.
1 „Es war schon fast fertig“, <sagen:1> {S}.
2 „Jetzt fangen wir noch einmal an“, <sagen:A> {A} kleinlaut.
2 Sie <suchen:2> zusammen alle Nägel aus dem Gras.
3 „Nun weiß ich es“, <sagen:1> {S}. „Das hält noch nicht.“
3 {A} <strahlen:A> und <reichen:A> den Hammer.

== try klettert
wo: im Wald || im Garten
wer: H A
gefühl: enttäuscht
was: {A} <werfen:A> Zapfen und Zweige vom Baum
0 {A} <werfen:A> Zweige vom Baum herunter.
0 Es <sein:2> zu viele. Alles <liegen:1> darunter!
1 „Halt!“, <rufen:1> {S} aus dem Haufen.
1 Nur ein Arm <schauen:1> noch heraus und <winken:1>.
2 „Ich dachte, viel hilft viel“, <sagen:A> {A}.
2 Stück für Stück <graben> sich {H} wieder frei.
3 In den Haaren <stecken:2> noch drei Zapfen.
3 „Die passen gut“, <sagen:A> {A}. „Lass sie stecken.“

== try fliegt
wo: auf dem Hügel || im Garten
wer: H A
gefühl: ratlos
was: {A} <schauen:A> von oben und <sagen:A> alles an
0 {A} <fliegen:A> und <rufen:A>: „Mehr nach links!“ || „Mehr nach links!“, <rufen:A> {A}.
0 Jetzt <sein:1> alles schief. Rumpel!
1 „Mein Links oder dein Links?“, <fragen:1> {S}.
1 „Das Links vom Mond“, <sagen:A> {A}.
2 Ein Brett <zeigen:1> nach Norden, ein Brett <zeigen:1> zum Bach.
2 {H} <legen> den Kopf schief. So <sein:1> es gerade.
3 „Dann müssen alle den Kopf so halten“, <sagen:A> {A}.
3 „Das tut auf die Dauer weh“, <sagen:1> {S}.

== try klug
wo: am Bach || im Garten
wer: H A
gefühl: nachdenklich
was: {A} <messen:A> alles sehr genau ab
0 {A} <messen:A> alles ganz genau ab.
0 Doch alle Bretter <sein:2> zu kurz!
1 „Ich habe wohl in Schnecken gemessen“, <murmeln:A> {A}. || „Ich habe beim Messen geblinzelt“, <murmeln:A> {A}.
1 Zwischen zwei Brettern <gucken:1> der Himmel durch.
2 „Ein Fenster“, <sagen:1> {S}. „Sehr schön. Aber unten?“
2 Durch das Loch <krabbeln:1> ein Käfer und <grüßen:1>.
3 „Ich messe noch einmal“, <sagen:A> {A}, „in Bären.“
3 Nun <sein:2> alle Bretter viel zu lang.

== solo
wo: {home} || im Garten
wer: H
gefühl: wütend
was: {H} <bauen> zu schnell, und alles <fallen:1> auseinander
0 {H} <bauen> schnell, schneller, am schnellsten.
0 Krach! Alles <fallen:1> auseinander.
1 „Blödes Holz!“, <rufen:1> {S}.
1 Das Holz <sagen:1> nichts. Es <haben:1> Zeit.
2 Ein Rad <rollen:1> dreimal im Kreis und <legen:1> sich hin.
2 Die Schnur <haben:1> einen Knoten, und der Knoten <haben:1> Kinder.
3 {H} <setzen> sich auf den Boden und <entwirren> sie.
3 Das <dauern:1> bis zum Mittag.

== solo
wo: im Garten || auf der Wiese
wer: H
gefühl: enttäuscht
was: der Regen <kommen:1>, und alles <werden:1> nass
0 Es <regnen:1>. Der Leim <werden:1> weich.
0 {H} <decken> alles mit Blättern zu.
1 Tropf, tropf, tropf, <machen:1> es trotzdem.
1 „Bitte, Regen, mach Pause“, <sagen:1> {S}.
2 Der Regen <denken:1> gar nicht daran.
2 Unter einem großen Blatt <warten> {H} und <frieren>.
3 Eine Schraube <schwimmen:1> vorbei. Sie <sein:1> es!
3 „Da bist du ja“, <sagen:1> {S}.

== low
wo: {home} || unter einem Baum
wer: H
gefühl: traurig
was: {H} <legen> den Hammer weg
0 {H} <legen> den Hammer weg.
0 „Das wird nie etwas“, <sagen:1> {S}.
1 Da <liegen:2> krumme Nägel und ein blauer Daumen.
1 Nein, der Daumen <sein:1> noch dran.
2 Die Zeichnung im Sand <sein:1> verweht.
2 Nur ein Strich <sein:1> noch da und ein halber Kreis.
3 {H} <schauen> den halben Kreis lange an.
3 Die Sonne <gehen:1> hinter den Zaun.

== turn1
wo: auf der Wiese || im Garten
wer: H
gefühl: besorgt
was: {H} <helfen> einer Ameise mit einem Halm
0 Eine Ameise <tragen:1> einen langen Halm.
0 {H} <helfen> ihr ein Stück.
1 „Danke“, <sagen:1> die Ameise. „Erst vorn, dann hinten.“
1 „Wie meinst du das?“, <fragen:1> {S}.
2 „Einer hält und einer klopft. Dann tauscht man.“
2 Sie <zeigen:1> auf ihren Berg. Er <sein:1> hoch wie ein Hut.
3 „Hast du den allein gebaut?“, <fragen:1> {S}.
3 „Allein?“, <sagen:1> die Ameise. „Nichts Großes baut man allein.“

== turn
wo: {home} || im Garten
wer: H
gefühl: mutig
was: {H} <bitten> alle um Hilfe und <fangen> neu an
0 {H} <rufen>: „Wer baut mit?“ Alle <kommen:2>! || {H} <fragen>: „Helft ihr?“ Alle <kommen:2>!
0 Einer <halten:1>, einer <klopfen:1>. Alle <singen:2>.
1 {refrain}
1 Langsam <wachsen:1> es, Brett für Brett.
2 Jedes krumme Stück <finden:1> diesmal seinen Platz.
2 Sogar eine Schnecke <ziehen:1> an der Schnur.
3 „Langsam geht es schneller“, <sagen:1> {S} und <staunen:1>.
3 Am Abend <fehlen:1> nur noch ein Knopf.

== turn2
wo: {home} || im Garten
wer: H
gefühl: stolz
was: {O} <sein:O> fertig
0 {O} <sein:O> fertig! Hurra!
0 {H} <drücken> den letzten Knopf fest.
1 Ein bisschen schief <sein:O> {O.er} und sehr bunt.
1 „Schöner als im Sand!“, <rufen:2> alle.
2 Der Käfer <bekommen:1> das Loch als Fenster.
2 {H} <gehen> dreimal rundherum und <können> es kaum glauben.
3 „Wer hat das gebaut?“, <fragen:1> ein Spatz.
3 „Wir“, <sagen:2> alle gleichzeitig.

== home
wo: {home} || auf der Wiese
wer: H A
gefühl: froh
was: {H} und {A} probieren {O.a} aus
0 {H} und {A} <probieren:2> {O.a} aus. || Alle <probieren:2> {O.a} aus.
0 Nichts <wackeln:1>. Nichts <krachen:1>!
1 „Darf ich springen?“, <fragen:A> {A}.
1 „Ein bisschen“, <sagen:1> {S}. Auch das <halten:1>.
2 Dann <dürfen:2> alle einmal, die Kleinen zuerst.
2 Eine Schnecke <brauchen:1> am längsten, und niemand <drängeln:1>.
3 „Fahren wir?“, <fragen:1> sie.
3 „Morgen“, <sagen:1> {S} und <gähnen:1>.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <schauen> am Abend {O.a} an und <sein> froh
0 Der Mond <scheinen:1> auf {O.a}. || Abends <scheinen:1> der Mond auf {O.a}.
0 {H} <schauen> hin und <lächeln>.
1 „Das haben wir gebaut“, <flüstern:1> {S}.
1 Daneben <schlafen:1> der Hammer im Gras.
2 Der Daumen <sein:1> noch blau, aber er <tun:1> kaum noch weh.
2 Klopf, klopf, klopf, <machen:1> weit weg der Specht.
3 Stück für Stück <kommen:2> die Sterne heraus.
3 Gute Nacht, ihr lieben Bretter.
"""
