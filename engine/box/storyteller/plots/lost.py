"""Somebody has lost a thing and looks for it."""

SCRIPT = """
titel: Wo <sein:O> {O}? || {H} <suchen> {O.a} || {H} und {O}
bitte: „[Meine Sachen sind durcheinander|Unsere Sachen sind durcheinander]. {O} <sein:O> weg!“
refrain: „{O.noun}, {O.noun}, wo {O.bist}?“

== open
wo: {home}
wer: H
gefühl: froh
was: {H} <haben> {O.a} immer dabei
0 {H} <haben> etwas sehr Liebes.
0 Es <sein:O> {O.sn}. || Das <sein:O> {O.sn}.
1 Früh und spät, immer <sein:O> {O} dabei.
1 „Ohne {O.dich} gehe ich nirgendwohin“, <sagen:1> {S}.
2 Heute <scheinen:1> die Sonne, und der Wind <wehen:1>.
3 {H} <laufen> hinaus, über den Hof und um die Ecke.
3 Dort <geben:1> es so viel zu sehen!

== wish
wo: {home}
wer: H
gefühl: besorgt
was: {H} <suchen> {O.a}
0 Wo <sein:O> {O}? Weg!
0 {H} <suchen> oben. {H} <suchen> unten.
1 Unter dem Kissen <liegen:1> nur ein Krümel.
1 {refrain}
2 {H} <schütteln> jede Decke aus. Staub <fliegen:1>.
2 „Gerade <sein:O> {O.er} doch noch da gewesen!“, <rufen:1> {S}.
3 Eine Fliege <sitzen:1> an der Wand und <sagen:1> nichts.
3 „Ich finde {O.dich}“, <sagen:1> {S}. „Ganz bestimmt.“

== set
wo: vor der Tür
wer: H
gefühl: mutig
was: {H} <gehen> hinaus und <suchen> weiter
0 {H} <gehen> zur Tür hinaus.
0 {refrain}
1 Keine Antwort, nur der Wind <machen:1>: huuu.
1 {H} <schauen> unter die Bank und hinter das Fass.
2 Da <sitzen:1> eine Kröte und <gucken:1> grimmig.
2 „Verzeihung“, <sagen:1> {S}. „Ich dachte, du bist es.“
3 „Ich bin immer nur ich“, <sagen:1> die Kröte.
3 {H} <bedanken> sich und <suchen> weiter.

== try springt
wo: auf der Wiese || im Garten
wer: H A
gefühl: lustig
was: {H} und {A} suchen im hohen Gras
0 {A} <springen:A> durch das Gras und <suchen:A>. || {A} <suchen:A> im hohen Gras.
0 „Gefunden!“ Aber es <sein:1> nur ein Stein.
1 „Gefunden!“ Diesmal <sein:1> es ein alter Schuh.
1 Der Haufen <werden:1> höher und höher.
2 Am Ende <liegen:2> da ein Löffel, zwei Eimer und ein Rad.
2 Nur {O} <sein:O> nicht dabei.
3 „Das ist eine sehr schöne Sammlung“, <sagen:A> {A}.
3 „Aber nicht meine“, <sagen:1> {S}.

== try klettert
wo: im Garten || im Wald
wer: H A
gefühl: enttäuscht
was: {A} <schauen:A> oben in den Bäumen nach
0 {A} <klettern:A> hoch und <schauen:A> nach.
0 Im Nest <liegen:2> nur drei blaue Eier.
1 „Da oben glänzt etwas!“, <rufen:A> {A}.
1 Es <sein:1> ein Tropfen Regen auf einem Blatt.
2 {H} <halten> unten die Arme auf, für alle Fälle.
2 Der Tropfen <fallen:1> genau auf die Stirn. Platsch!
3 „Hast du es gefangen?“, <fragen:A> {A}.
3 „Ja“, <sagen:1> {S}. „Aber es ist sehr nass.“

== try fliegt
wo: auf dem Hügel || im Garten
wer: H A
gefühl: ratlos
was: {A} <suchen:A> aus der Luft
0 {A} <fliegen:A> einen großen Kreis.
0 „Da!“ Doch es <sein:1> nur ein Blatt.
1 „Von oben sieht alles so ähnlich aus“, <sagen:A> {A}.
1 {H} <laufen> unten mit, bis zum Zaun und zurück.
2 Nach drei Runden <sein:1> {A.d} ein wenig schwindlig.
2 {A} <landen:A> im Busch, mit den Füßen nach oben.
3 „Hier ist es auch nicht“, <melden:A> {A} aus dem Busch.
3 {H} <ziehen> {A.a} vorsichtig heraus.

== try klug
wo: am Bach || im Hof
wer: H A
gefühl: nachdenklich
was: {H} und {A} gehen alle Wege noch einmal rückwärts
0 „Geh alles rückwärts“, <sagen:A> {A}.
0 Sie <gehen:2> rückwärts. Rums, ein Baum!
1 „Der war vorhin auch schon da“, <sagen:A> {A}.
1 {H} <reiben> sich den Rücken.
2 Rückwärts <sehen:1> die Welt ganz anders aus.
2 Aber {O} <sein:O> auch rückwärts nicht zu finden.
3 „Wo warst du ganz am Anfang?“, <fragen:A> {A}.
3 „Das fällt mir nicht ein“, <sagen:1> {S}.

== try gräbt
wo: im Garten || auf dem Feld
wer: H A
gefühl: lustig
was: {A} <graben:A> ein tiefes Loch
0 {A} <graben:A> und <graben:A>. Erde <fliegen:1>!
0 Im Loch <sein:1> nur ein Regenwurm.
1 „Habt ihr geklopft?“, <fragen:1> der Regenwurm.
1 „Verzeihung“, <sagen:1> {S}.
2 Sie <machen:2> das Loch wieder zu und <klopfen:2> es glatt.
2 {A} <haben:A> Erde bis über beide Ohren.
3 „Ich kann noch viele Löcher graben“, <sagen:A> {A}.
3 „Später“, <sagen:1> {S}. „Danke.“

== solo
wo: auf dem Dachboden || in der Scheune
wer: H
gefühl: ängstlich
was: {H} <suchen> im dunklen Winkel
0 {H} <suchen> in der dunklen Ecke.
0 Etwas <rascheln:1>. Huh!
1 Zwei Augen <leuchten:2> auf. Es <sein:1> nur ein Käuzchen.
1 „Hier war niemand“, <sagen:1> das Käuzchen und <gähnen:1>.
2 {H} <tasten> sich zwischen den Kisten zurück.
2 Spinnweben <hängen:2> {ihm} im Gesicht.
3 „Jetzt sehe ich aus wie ein Gespenst“, <sagen:1> {S}.
3 Immerhin <haben> {H} sich getraut.

== solo
wo: {home}
wer: H
gefühl: wütend
was: {H} <räumen> alles aus und <machen> ein großes Durcheinander
0 {H} <räumen> alle Kisten aus.
0 Nun <finden:1> man gar nichts mehr!
1 Hier ein Strumpf, dort ein Topf, obenauf ein Kamm.
1 {H} <sitzen> mitten in dem Haufen.
2 „So wird das nichts“, <sagen:1> {S}.
2 Langsam <räumen> {er} alles wieder ein.
3 Jedes Ding <finden:1> seinen Platz, nur eines <fehlen:1>.
3 {refrain}

== low
wo: auf der Treppe || unter einem Baum
wer: H
gefühl: traurig
was: {H} <sitzen> da und <geben> auf
0 {H} <sitzen> da und <weinen> leise.
0 Ohne {O.sa} <sein:1> alles anders.
1 „Vielleicht <haben:O> {O.er} [mich|uns] vergessen“, <sagen:1> {S}.
1 Die Sonne <rutschen:1> hinter das Dach.
2 Der Wind <wehen:1> nicht mehr. Alles <warten:1>.
2 {H} <putzen> sich die Nase, einmal lang und einmal kurz.
3 „Wo habe ich {O.dich} zuletzt gesehen?“, <flüstern:1> {S}.
3 Da <machen> {H} die Augen zu, und das Bild <kommen:1>.

== turn1
wo: {home} || im Garten
wer: H
gefühl: nachdenklich
was: {H} <sitzen> ganz still und <denken> nach
0 {H} <werden> ganz still und <denken> nach. || {H} <sitzen> still und <denken> nach.
0 „Heute Morgen war ich am Fenster.“
1 „Dann kam das Rotkehlchen. Dann bin ich gelaufen …“
1 {H} <hören> den Wind und ein leises Piepsen.
2 „Das Rotkehlchen!“, <rufen:1> {S}.
2 Leise, Schritt für Schritt, <gehen> {H} zum großen Busch.
3 Diesmal <rufen> {H} nicht und <rennen> nicht.
3 Nur die Augen <suchen:2>, ganz langsam.

== turn
wo: im Garten || hinter dem Haus
wer: H
gefühl: überrascht
was: {H} <finden> {O.a} bei einem Rotkehlchen
0 Im Busch <wohnen:1> ein Rotkehlchen. || Am Busch <sitzen:1> ein Rotkehlchen.
0 Daneben <liegen:O> {O}! {H} <jubeln>.
1 Drei kleine Vögel <sitzen:2> dicht dabei, warm und sicher.
1 „Danke“, <piepsen:1> das Rotkehlchen. „Der Wind war so kalt.“
2 {H} <schauen> die Kleinen an und <greifen> nicht gleich zu.
2 „Ich hole euch etwas Weiches“, <sagen:1> {S}.
3 Bald <liegen:1> ein Bett aus Wolle und Moos im Busch.
3 Dann erst <nehmen> {H} {O.a} zurück.

== turn2
wo: im Garten
wer: H
gefühl: glücklich
was: {H} <bauen> den kleinen Vögeln ein Nest aus Wolle
0 {H} <bauen> ein Nest aus Wolle.
0 „Piep!“, <rufen:2> drei kleine Schnäbel.
1 Weich <sein:1> es und rund wie eine Schale.
1 {O} <schauen:O> von der Mauer aus zu.
2 „So, jetzt friert hier niemand mehr“, <sagen:1> {S}.
2 Das Rotkehlchen <singen:1> sein allerschönstes Lied.
3 „Jetzt lasse ich {O.dich} nicht mehr los“, <sagen:1> {S} zu {O.d}.
3 Der Wind <dürfen:1> nun ruhig wieder wehen.

== home
wo: {home}
wer: H A
gefühl: froh
was: {H} und {A} essen zusammen Pfannkuchen
0 {H} und {A} <essen:2> Pfannkuchen.
0 {O} <liegen:O> mitten auf dem Tisch.
1 „Hiergeblieben!“, <sagen:1> {S}.
1 {A} <kichern:A> mit vollen Backen.
2 Der letzte Pfannkuchen <bekommen:1> Honig von beiden Seiten.
2 „Suchen macht hungrig“, <sagen:A> {A}.
3 „Und Finden macht satt“, <sagen:1> {S}.
3 Draußen <singen:1> noch immer das Rotkehlchen.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <halten> {O.a} am Abend ganz fest
0 Abends <halten> {H} {O.a} ganz fest. || Abends <halten> {H} {O.a} fest.
0 Durch das Fenster <piepsen:1> es: gute Nacht!
1 „Morgen besuchen wir sie“, <flüstern:1> {S}.
1 {O} <liegen:O> warm neben dem Kissen.
2 Im Busch <schlafen:2> drei kleine Vögel auf weicher Wolle.
2 Der Wind <gehen:1> auf Zehenspitzen um das Haus.
3 Einmal noch <fühlen> {H} nach. Alles <sein:1> da.
3 Dann <schlafen> {H} ein.
"""
