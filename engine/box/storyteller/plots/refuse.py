"""Somebody does not want to, however kindly everybody asks."""

SCRIPT = """
titel: {H} <wollen> nicht {tun} || {H} <sagen> Nein || Heute nicht, {rufname}!
bitte: „[Ich will|Wir wollen] nicht {tun}. Verstehst du das?“
refrain: „Nein, nein und noch mal nein!“

== open
wo: {home}
wer: H
gefühl: froh
was: alle <warten:2> auf {H.a}, aber vergeblich
0 Alle <warten:2> auf {H.a}.
0 „[Ich will|Wir wollen] nicht {tun}“, <sagen:1> {S}.
1 Nicht heute und nicht morgen!
1 {H} <kneifen> die Augen fest zu.
2 Sogar die Spatzen <werden:2> still.
2 „Gar nicht?“, <fragen:1> ein Spatz. „Gar nicht!“
3 „Und übermorgen?“, <fragen:2> die Spatzen.
3 „Übermorgen auch nicht“, <sagen:1> {S}. „Da [habe ich|haben wir] schon etwas vor.“

== wish
wo: {home}
wer: H
gefühl: wütend
was: {H} <sagen> Nein und <laufen> weg
0 „Nein!“, <rufen:1> {S}. Ein Fuß <stampfen:1> auf.
0 {H} <laufen> einfach weg.
1 {refrain}
1 Bald <rufen:1> niemand mehr hinterher.
2 Nun <sein:1> es still, und niemand <bitten:1> um etwas.
2 „So ist es schön“, <sagen:1> {S}.
3 Nur die eigenen Schritte <machen:2>: tapp, tapp, tapp.
3 Sie <klingen:2> auch ein bisschen nach Nein.

== set
wo: auf dem Weg
wer: H
gefühl: zuversichtlich
was: {H} <suchen> einen ruhigen Platz
0 {H} <suchen> einen ruhigen Platz.
0 Hier <sagen:1> niemand: „Nun mach schon!“
1 Ein Busch <sein:1> gut. Ein Stein <sein:1> besser.
1 „Hier [bleibe ich|bleiben wir] für immer“, <sagen:1> {S}.
2 Für immer <dauern:1> schon eine ganze Weile.
2 Eine Ameise <tragen:1> einen Krümel vorbei und <grüßen:1>.
3 „Du musst auch immer“, <sagen:1> {S}.
3 „Ich darf“, <sagen:1> die Ameise.

== try
wo: im Garten || an einem Zaun
wer: H A
gefühl: lustig
was: {A} <singen:A> ein langes Lied für {H.a}
0 {A} <singen:A> ein Lied: „Bitte, bitte, trallala!“
0 {H} <halten> sich die Ohren zu.
1 „Das hilft nicht“, <sagen:1> {S}.
1 {A} <singen:A> noch lauter. Zwei Amseln <fliegen:2> weg.
2 {refrain}
2 Das <passen:1> leider genau zur Melodie.
3 „War es zu hoch?“, <fragen:A> {A}.
3 „Es war zu lang“, <sagen:1> {S}.

== try
wo: auf der Wiese || am Bach
wer: H A
gefühl: neugierig
was: {A} <schenken:A> {H.d} eine Kirsche
0 {A} <bringen:A> eine rote Kirsche. || {A} <bringen:A> die schönste Kirsche.
0 {H} <essen> sie auf. Und? Nichts!
1 „Nun [sag|sagt] doch Ja!“, <bitten:A> {A}.
1 „Ich kaue noch“, <sagen:1> {S}.
2 Der Kern <fliegen:1> in hohem Bogen ins Gras.
2 {A} <haben:A> leider nur die eine.
3 „Hast du noch mehr?“, <fragen:1> {S}.
3 „Für ein Ja“, <sagen:A> {A}. Da <sein:1> es wieder still.

== try
wo: am Bach || am Teich
wer: H A
gefühl: ratlos
was: {A} <zählen:A> für {H.a} bis drei
0 {A} <zählen:A> langsam: „Eins, zwei, drei!“
0 Nichts <geschehen:1>. Gar nichts!
1 „Vier“, <sagen:1> {S} und <lachen:1>.
1 Nun <müssen:A> {A} auch lachen.
2 Bei zwanzig <gähnen:2> die Frösche.
2 Bei hundert <schlafen:1> sogar eine Libelle.
3 „Wie weit geht das noch?“, <fragen:A> {A}.
3 „Bis zum nächsten Nein“, <sagen:1> {S}.

== try klug
wo: auf dem Hügel || am Waldrand
wer: H A
gefühl: nachdenklich
was: {A} <erklären:A> {H.d} alles noch einmal
0 {A} <erklären:A> alles ganz genau.
0 {H} <schauen> in die Luft.
1 „[Hörst du|Hört ihr] zu?“, <fragen:A> {A}. „Nein“, <sagen:1> {S}.
1 {A} <malen:A> einen Kreis und einen Pfeil in den Sand.
2 {H} <malen> dem Kreis einen Bart.
2 „Ein schöner Bart“, <sagen:A> {A} nach einer Weile.
3 Dann <malen:2> sie zusammen noch einen Hut.
3 Aber Ja <sagen:1> deshalb niemand.

== solo
wo: im Garten || auf der Wiese
wer: H
gefühl: lustig
was: {H} <machen> den ganzen Tag nur Unsinn
0 {H} <hüpfen> rückwärts um einen Baum.
0 Niemand <schimpfen:1>. Hurra!
1 {H} <reden> mit einem Stein. Der Stein <sagen:1> nichts.
1 „Du verstehst [mich|uns]“, <sagen:1> {S}.
2 Dann <bauen> {H} einen Turm aus Kieseln.
2 Der Turm <fallen:1> um. Keiner <sehen:1> es.
3 „Noch einmal!“, <rufen:1> {S}. Aber wer <klatschen:1>?
3 Allein <sein:1> Unsinn nur halb so lustig.

== solo
wo: am Teich || am See
wer: H
gefühl: verlegen
was: {H} <sagen> dem eigenen Spiegelbild Nein
0 {H} <schauen> ins Wasser.
0 „Nein!“, <rufen:1> {S}. Das Wasser <wackeln:1>.
1 „Quak?“, <fragen:1> ein Frosch. „Nein!“
1 Der Frosch <tauchen:1> beleidigt unter.
2 {H} <sagen> einmal ganz leise Ja.
2 Es <klingen:1> gar nicht schlecht.
3 Schnell <schauen> {H} nach links und nach rechts.
3 Zum Glück <haben:1> Wasser keine Ohren.

== low
wo: unter einem Baum || unter einem Busch
wer: H
gefühl: einsam
was: {H} <sitzen> allein da, und niemand <fragen:1> mehr
0 {H} <sitzen> ganz allein da.
0 Niemand <rufen:1>. Niemand <fragen:1>.
1 „Habt ihr [mich|uns] vergessen?“, <flüstern:1> {S}.
1 Der Wind <tragen:1> ein Blatt vorbei.
2 Es <sein:1> so still wie unter einer Decke.
2 Auch das Nein <klingen:1> auf einmal ganz klein.
3 {H} <sagen> es noch einmal, nur zur Probe.
3 Keiner <hören:1> zu, und so <sein:1> es kein richtiges Nein.

== turn1
wo: unter einem Baum
wer: H
gefühl: überrascht
was: eine kleine Raupe <warten:1> schon lange auf {H.a}
0 Da <kriechen:1> eine kleine Raupe herbei.
0 „Da [bist du|seid ihr] ja“, <sagen:1> sie.
1 „Warum gerade [ich|wir]?“, <fragen:1> {S}.
1 „[Du bist|Ihr seid] doch [du|ihr]“, <sagen:1> die Raupe.
2 {H} <denken> lange nach.
2 Ein Käfer <nicken:1> dazu mit beiden Fühlern.
3 „Ich warte schon seit heute Morgen“, <sagen:1> die Raupe.
3 Für eine Raupe <sein:1> das ein halbes Leben.

== turn
wo: unter einem Baum || auf der Wiese
wer: H
gefühl: mutig
was: {H} <sagen> zu einer kleinen Raupe zum ersten Mal Ja
0 „Ohne [dich|euch] fehlt etwas“, <sagen:1> ‹eine|die› Raupe.
0 Und auf einmal <wollen> {H} doch!
1 „Ja!“ Das Wort <schmecken:1> süß wie Honig.
1 „Aber auf [meine|unsere] Art“, <sagen:1> {S}.
2 Jetzt <wollen> {H} {tun} und nicht mehr aufhören.
2 Erst leise, dann laut, dann mit einem Hopser!
3 Die kleine Raupe <tanzen:1> mit allen Beinen.
3 „Siehst du?“, <rufen:1> sie. „Ich wusste es.“

== turn2
wo: {home}
wer: H
gefühl: stolz
was: alle <kommen:2> und <jubeln:2> {H.d} zu
0 Alle <kommen:2> und <jubeln:2>.
0 „Endlich!“, <rufen:2> sie. „Endlich!“
1 „[Ich wollte|Wir wollten] nur selbst wollen“, <sagen:1> {S}.
1 Die Raupe <sitzen:1> ganz vorn und <klatschen:1>.
2 Keiner <fragen:1> mehr nach dem Nein.
2 {H} <verbeugen> sich bis zum Boden.
3 „[Machst du|Macht ihr] das morgen wieder?“, <fragen:2> die Spatzen.
3 „Vielleicht“, <sagen:1> {S} und <zwinkern:1>.

== home
wo: auf dem Weg
wer: H A
gefühl: froh
was: {H} und {A} singen auf dem Heimweg ein Lied aus lauter Ja
0 {H} und {A} <gehen:2> nach Hause. || Zusammen <gehen:2> alle nach Hause.
0 „Ja, ja, trallala!“, <singen:A> {A}.
1 Ein Nein <springen:1> aus Versehen dazwischen.
1 Da <lachen:2> alle und <singen:2> von vorn.
2 Der Weg <sein:1> viel kürzer als am Morgen.
2 Die Ameise <tragen:1> immer noch ihren Krümel.
3 „Darf ich auch einmal Nein sagen?“, <fragen:A> {A}.
3 „Jeden Dienstag“, <sagen:1> {S}.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <liegen> im Bett und <sagen> ein letztes Ja
0 Am Abend <liegen> {H} im Bett.
0 „Ja“, <flüstern:1> {S}. „Gute Nacht.“
1 Das Nein <schlafen:1> schon unter dem Kissen.
1 Es <schnarchen:1> sogar ein bisschen.
2 Vor dem Fenster <blinken:1> ein Stern: ja, ja, ja.
2 „Musst du auch {tun}?“, <fragen:1> {S} den Stern.
3 Der Stern <blinken:1> noch einmal und <schweigen:1>.
3 Vielleicht <wollen:1> er ja.
"""
