"""Somebody wants to go to a far place."""

SCRIPT = """
titel: {H} <reisen> {hin} || Der weite Weg {hin} || {H} <wollen> {hin}
bitte: „[Ich gehe|Wir gehen] {hin}. Weißt du den Weg?“
tausch: low turn2
refrain: „Links ein Schritt und rechts ein Schritt!“

== open
wo: {home}
wer: H
gefühl: einsam
was: {H} <schauen> jeden Tag in die Ferne
0 Jeden Tag <schauen> {H} in die Ferne. || {H} <schauen> oft in die Ferne.
0 Irgendwo dort <sein:Z> {Z}. || Hinter den Hügeln <liegen:Z> {Z}.
1 „Wie es dort wohl riecht?“, <fragen:1> {S}.
1 Die Schwalben <wissen:2> es schon.
2 Sie <erzählen:2> davon, hoch oben auf dem Dach.
3 {H} <malen> {Z.a} mit einem Stock in den Staub.
3 Dann <kommen:1> der Regen und <wischen:1> alles weg.

== wish
wo: {home}
wer: H
gefühl: aufgeregt
was: {H} <packen> den Rucksack und <wollen> {hin}
0 {H} <packen> den Rucksack.
0 „[Ich gehe|Wir gehen] {hin}!“, <rufen:1> {S}.
1 Ein Brot, eine Decke, ein Apfel. Fertig!
1 {refrain}
2 Die Tür <quietschen:1> zum Abschied.
2 {H} <klopfen> dreimal auf das Holz. Das <bringen:1> Glück.
3 „Passt gut auf das Haus auf“, <sagen:1> {S} zu den Spatzen.
3 „Tschilp“, <sagen:2> die Spatzen.

== set
wo: auf dem Weg
wer: H
gefühl: zuversichtlich
was: {H} <gehen> durch das Tor und immer geradeaus
0 {H} <gehen> immer geradeaus.
0 Links ein Schritt und rechts ein Schritt.
1 Bald <sein:1> das Haus so klein wie ein Knopf.
1 „Auf Wiedersehen, Knopf!“, <rufen:1> {S}.
2 Am Weg <stehen:1> ein Schild, aber der Regen <haben:1> es geputzt.
2 Kein Wort <sein:1> mehr zu lesen.
3 „Dann frage ich eben die Nase“, <sagen:1> {S}.
3 Die Nase <zeigen:1> nach vorn.

== try springt
wo: am Fluss || am Bach
wer: H A
gefühl: überrascht
was: {H} und {A} hüpfen über die Steine im Wasser
0 {H} und {A} <hüpfen:2> über die Steine. || Sie <hüpfen:2> von Stein zu Stein.
0 Der letzte Stein <wackeln:1>. Platsch!
1 „Brr, ist das kalt!“, <rufen:1> {S}.
1 Der Rucksack <schwimmen:1> davon wie eine Ente.
2 {A} <fangen:A> ihn mit einem großen Sprung.
2 Aber das Brot darin <sein:1> nun Brei.
3 „Brotbrei ist gut für die Beine“, <sagen:A> {A}.
3 Nass <stehen:2> alle wieder am alten Ufer.

== try klettert
wo: im Wald
wer: H A
gefühl: ratlos
was: {A} <suchen:A> von einem Baum aus den Weg
0 {A} <klettern:A> auf einen Baum und <schauen:A>. || {A} <schauen:A> oben vom Baum.
0 „Nur Bäume!“, <rufen:A> {A}.
1 Da <gehen:2> sie nach links. Der Weg <enden:1> im Dickicht.
1 Dornen <zupfen:2> am Rucksack.
2 „Dann eben nach rechts“, <sagen:1> {S}.
2 Rechts <stehen:1> wieder der gleiche Baum.
3 „Den kennen wir doch“, <sagen:A> {A} und <klopfen:A> an den Stamm.
3 Sie <sein:2> im Kreis gelaufen, einmal ganz herum.

== try fliegt
wo: auf dem Hügel
wer: H A
gefühl: enttäuscht
was: {A} <fliegen:A> voraus und <kommen:A> in den Nebel
0 {A} <fliegen:A> voraus und <suchen:A> den Weg. || {A} <fliegen:A> voraus und <suchen:A>.
0 Da <kommen:1> dicker Nebel. Alles <sein:1> weiß!
1 „Ich bin hier!“, <rufen:A> {A}. Aber wo <sein:1> hier?
1 {H} <laufen> gegen einen weichen Busch.
2 „Verzeihung“, <sagen:1> {S} zu dem Busch.
2 Langsam <tasten> sich {H} zurück zum Weg.
3 „Von oben sah alles aus wie Milch“, <sagen:A> {A}.
3 „Von unten auch“, <sagen:1> {S}.

== try klug
wo: am Waldrand || im Dorf
wer: H A
gefühl: nachdenklich
was: {A} <malen:A> eine Karte in den Sand
0 {A} <malen:A> eine Karte in den Sand. || {A} <malen:A> eine Karte.
0 Der Wind <blasen:1> sie fort. Hui!
1 „Jetzt habe ich sie vergessen“, <sagen:A> {A}.
1 {H} <schauen> auf den leeren Sand.
2 „War da ein Berg?“, <fragen:1> {S}. „Oder ein Bach?“
2 „Da war ein Kringel“, <sagen:A> {A}.
3 Sie <gehen:2> einmal rund wie ein Kringel.
3 Dann <stehen:2> sie wieder am selben Fleck.

== solo
wo: auf dem Berg
wer: H
gefühl: müde
was: {H} <steigen> über einen steilen Berg
0 Der Berg <sein:1> steil. {H} <steigen> langsam.
0 Oben <sein:1> noch ein Berg!
1 „Noch einer?“, <rufen:1> {S}.
1 „Einer, einer“, <rufen:1> das Echo.
2 Die Füße <brennen:2>, und der Rucksack <werden:1> schwer.
2 {H} <setzen> sich auf einen warmen Stein.
3 Von {Z.d} <sein:1> nichts zu sehen.
3 „Ich glaube, Berge haben Kinder“, <sagen:1> {S}.

== solo
wo: am Fluss
wer: H
gefühl: aufgeregt
was: {H} <fahren> auf einem Stück Holz den Fluss hinab
0 {H} <sitzen> auf einem Stück Holz.
0 Der Fluss <tragen:1> es fort. Hui!
1 „Das geht ja von allein!“, <rufen:1> {S}.
1 Dann <bleiben:1> das Holz im Schilf stecken.
2 {H} <schieben> und <ziehen>. Es <rühren:1> sich nicht.
2 Ein Reiher <sehen:1> zu und <sagen:1> kein Wort.
3 Bis zum Bauch <sein:1> alles voller Schlamm.
3 „Zu Fuß ist man sauberer“, <sagen:1> {S}.

== low
wo: am Wegrand || unter einem Baum
wer: H
gefühl: traurig
was: {H} <verlieren> den Weg, und es <werden:1> dunkel
0 Es <werden:1> dunkel. Der Weg <sein:1> weg.
0 {H} <setzen> sich ins Gras.
1 „[Ich will|Wir wollen] nach Hause“, <flüstern:1> {S}.
1 Aber auch nach Hause <wissen:1> niemand den Weg.
2 Im Rucksack <liegen:1> nur noch ein halber Apfel.
2 Ein Käuzchen <rufen:1> in der Ferne.
3 {H} <wickeln> sich in die Decke.
3 Nur ein einziger Stern <sein:1> zu sehen.

== turn1
wo: am Wegrand
wer: H
gefühl: besorgt
was: {H} <finden> eine kleine Schwalbe im Gras
0 Da <piepsen:1> es im Gras.
0 Dort <sitzen:1> eine kleine Schwalbe.
1 „Ich kann nicht weiter“, <piepsen:1> sie.
1 Ihr Flügel <hängen:1> voller Kletten. || An ihrem Flügel <kleben:1> ein Blatt.
2 {H} <vergessen> sofort die eigenen müden Füße.
2 „Halt ganz still“, <sagen:1> {S}.
3 Eine Klette nach der anderen <fallen:1> ins Gras.
3 Das letzte Stück Apfel <teilen:2> sie sich.

== turn
wo: am Wegrand || auf der Wiese
wer: H
gefühl: froh
was: {H} <helfen> einer Schwalbe, und sie <zeigen:1> den Weg
0 {H} <helfen> ‹einer|der› kleinen Schwalbe. || {H} <wärmen> ‹eine|die› kleine Schwalbe.
0 „Ich zeige dir den Weg!“, <rufen:1> sie.
1 Sie <fliegen:1> voraus, immer nur ein kleines Stück.
1 {refrain}
2 Der Wind <riechen:1> auf einmal ganz neu.
2 Am Himmel <werden:1> es langsam hell.
3 „Woher weißt du das alles?“, <fragen:1> {S}.
3 „Ich fliege dort jeden Sommer hin“, <sagen:1> die Schwalbe.

== turn2
wo: {dort}
wer: H
gefühl: glücklich
was: {H} <kommen> endlich an
0 Da <sein:Z> {Z}! {H} <sein> da!
0 „Endlich!“, <rufen:1> {S} und <lachen:1>.
1 {H} <drehen> sich einmal um sich selbst.
1 Alles <sein:1> größer und schöner als im Staub.
2 „Guten Tag“, <sagen:1> {S}. „[Ich bin|Wir sind] von weit her.“
2 Die Schwalbe <schlagen:1> einen Purzelbaum in der Luft.
3 So viel auf einmal <passen:1> kaum in zwei Augen.
3 {H} <setzen> sich hin und <schauen> einfach nur.

== home
wo: {dort}
wer: H A
gefühl: froh
was: {H} <teilen> mit {A.d} eine Tüte Nüsse
0 {H} und {A} <teilen:2> eine Tüte Nüsse. || Sie <teilen:2> eine Tüte Nüsse.
0 So gut <schmecken:2> sie sonst nirgends.
1 „Hier bleiben wir bis morgen“, <sagen:A> {A}.
1 „Oder bis übermorgen“, <sagen:1> {S}.
2 {H} <stecken> etwas Kleines in den Rucksack.
2 Das <sein:1> für die Spatzen zu Hause.
3 „Glauben sie uns das?“, <fragen:A> {A}.
3 „Spatzen glauben alles“, <sagen:1> {S}.

== end
wo: {dort}
wer: H
gefühl: geborgen
was: {H} <schlafen> am Ziel der Reise ein
0 Am Abend <legen> {H} sich hin. || {H} <legen> sich am Abend hin.
0 Der weite Weg <sein:1> zu Ende. Gute Nacht!
1 Ein kleiner Wind <decken:1> alles zu.
1 „Links ein Schritt“, <murmeln:1> {S} im Schlaf.
2 Ein Fuß <zucken:1> noch einmal im Takt.
2 Morgen <haben> {H} viel zu erzählen.
3 Über allem <fliegen:1> noch eine letzte Runde die Schwalbe.
3 Dann <schlafen:1> auch sie.
"""
