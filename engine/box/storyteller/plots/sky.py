"""Somebody wants to reach something in the sky."""

SCRIPT = """
titel: {H} und {Z} || {H} <wollen> {hin} || Ganz hoch hinauf
bitte: „[Ich will|Wir wollen] {hin}. Kommst du mit?“
tausch: low turn1
refrain: „Eins, zwei, drei, {hin}!“

== open
wo: {home}
wer: H
gefühl: neugierig
was: {H} <sehen> am Abend {Z.a}
0 Abends <schauen> {H} nach oben.
0 Da <hängen:Z> {Z}, rund und hell. || Da <leuchten:Z> {Z} über dem Dach.
1 „Guten Abend!“, <rufen:1> {S}.
1 {Z} <sagen:Z> nichts.
2 Es <riechen:1> nach Gras und nach Abend.
3 „Vielleicht <sein:Z> {Z.er} einsam da oben“, <sagen:1> {S}.
3 Eine Motte <tanzen:1> im hellen Schein.

== wish
wo: {home} || auf der Wiese || im Garten
wer: H
gefühl: aufgeregt
was: {H} <wollen> {hin}
0 „[Ich will|Wir wollen] {hin}“, <sagen:1> {S}.
0 {H} <packen> Brot und Äpfel ein.
1 Ein Seil <kommen:1> auch in den Korb.
1 {refrain}
2 Noch eine Mütze, denn da oben <sein:1> es kühl!
2 {H} <winken> dem Haus und <laufen> los. || {H} <schauen> noch einmal zurück und <winken>.
3 „Was sagt man dort oben?“, <fragen:1> {S}.
3 „Guten Abend, glaube ich.“

== set
wo: auf dem Weg
wer: H
gefühl: zuversichtlich
was: {H} <laufen> los, immer dem Licht nach
0 {H} <laufen> dem Licht nach.
0 Das Licht <laufen:1> immer voraus.
1 „Warte auf [mich|uns]!“, <rufen:1> {S}.
1 {refrain}
2 Bei jedem Schritt <klappern:1> der Korb.
2 Hinter dem Zaun <gucken:1> eine Kuh und <kauen:1>.
3 „Wie weit ist es noch?“, <fragen:1> {S} die Kuh.
3 „Muh“, <sagen:1> die Kuh. Das <heißen:1>: sehr weit.

== try springt
wo: auf der Wiese || auf dem Feld
wer: H A
gefühl: lustig
was: {H} und {A} springen auf einer Wippe in die Höhe
0 {H} und {A} <bauen:2> eine Wippe. || Zusammen <bauen:2> sie eine Wippe.
0 Hui, nach oben! Plumps, nach unten!
1 Ein Brett und ein Stein <reichen:2> dafür.
1 {H} <fallen> weich ins Heu.
2 „Hast du etwas berührt?“, <fragen:A> {A}.
2 „Nur eine Mücke“, <sagen:1> {S}.
3 Noch dreimal <fliegen> {H} hoch, und dreimal <kommen> {er} wieder an.
3 „Der Himmel hat keinen Griff“, <sagen:A> {A}.

== try klettert
wo: im Wald || im Garten
wer: H A
gefühl: enttäuscht
was: {H} und {A} klettern bis zur Spitze einer Tanne
0 {H} <klettern> bis zur Spitze.
0 Die Arme <sein:2> zu kurz.
1 „Streck dich!“, <rufen:A> {A}. „Noch ein Stück!“
1 Knacks, <machen:1> der Ast.
2 {H} <strecken> sich lang und immer länger.
2 Zwischen den Fingern <bleiben:1> nur Luft. || Da <ziehen:1> auch noch eine Wolke davor.
3 „Der Baum müsste noch hundert Jahre wachsen“, <sagen:A> {A}.
3 „So lange reicht [mein|unser] Brot nicht“, <sagen:1> {S}.

== try fliegt
wo: auf dem Hügel
wer: H A
gefühl: überrascht
was: {H} <lassen> mit {A.d} einen Drachen steigen
0 {A} <bringen:A> einen Drachen aus Papier.
0 Der Wind <heben:1> ihn hoch. Ratsch!
1 Die Schnur <reißen:1>, und der Drachen <fliegen:1> allein davon.
1 „Gute Reise!“, <rufen:1> {S}.
2 Er <werden:1> klein wie eine Briefmarke.
2 {A} <flattern:A> ihm ein Stück nach und <kehren:A> um.
3 „Bis hierher reicht die Luft zum Fliegen“, <keuchen:A> {A}.
3 „Vielleicht grüßt er von uns“, <sagen:1> {S}.

== try klug
wo: am Bach || im Wald
wer: H A
gefühl: ratlos
was: {H} und {A} bauen eine lange Leiter
0 {H} und {A} <bauen:2> eine Leiter. || Zusammen <bauen:2> sie eine Leiter.
0 Sie <reichen:1> bis zum ersten Ast.
1 „Es fehlen noch ein paar Sprossen“, <sagen:A> {A}.
1 Dann <sein:2> alle Stöcke verbraucht.
2 {A} <zählen:A> nach: sieben Sprossen, und Tausende <fehlen:2>.
2 Auf der Leiter <sitzen:1> jetzt ein Frosch und <quaken:1>.
3 „Wenigstens einer ist höher als vorher“, <sagen:1> {S}.
3 Der Frosch <nicken:1> zufrieden.

== solo
wo: auf dem Berg
wer: H
gefühl: müde
was: {H} <steigen> allein auf den Berg
0 {H} <steigen> auf den hohen Berg.
0 {Z} <sein:Z> immer noch weit weg.
1 „Bist du auch gestiegen?“, <rufen:1> {S}.
1 {Z} <schweigen:Z> und <leuchten:1>.
2 Der Wind <zupfen:1> an der Mütze.
2 {H} <essen> das letzte Stück Brot.
3 Tief unten <liegen:1> das Dorf, klein wie ein Spielzeug.
3 „Von dort unten sah es näher aus“, <sagen:1> {S}.

== solo
wo: auf der Wiese || im Garten
wer: H
gefühl: enttäuscht
was: {H} <werfen> das Seil nach {Z.d}
0 {H} <werfen> das Seil ganz hoch.
0 Das Seil <fallen:1> auf die Nase. || Das Seil <kommen:1> wieder herunter. Klatsch!
1 Noch einmal! Diesmal <hängen:1> es im Apfelbaum.
1 Drei Äpfel <fallen:2> herunter: plopp, plopp, plopp.
2 „Fast“, <sagen:1> {S} und <kauen:1> einen Apfel.
2 {Z} <sehen:Z> von oben ruhig zu.
3 „Ein längeres Seil gibt es in der ganzen Welt nicht.“
3 {H} <rollen> es wieder auf.

== low
wo: am Teich || am See
wer: H
gefühl: traurig
was: {H} <sitzen> müde am Wasser
0 {H} <sitzen> am Wasser und <weinen>.
0 Eine Träne <fallen:1> hinein: plitsch.
1 „[Ich bin|Wir sind] einfach zu klein“, <sagen:1> {S}.
1 Kleine Kreise <laufen:2> über das Wasser.
2 Der Korb <sein:1> leer und die Mütze nass.
2 Ein Frosch <schauen:1> stumm herüber.
3 Alles <sein:1> still, nur das Schilf <flüstern:1>.
3 Da <wischen> sich {H} die Augen.

== turn1
wo: am Teich || am See
wer: H
gefühl: überrascht
was: {H} <entdecken> {Z.a} im Wasser
0 Das Wasser <werden:1> glatt.
0 Da <schwimmen:1> ja {Z}! || Da <liegen:Z> {Z} im Wasser!
1 „Du bist zu uns gekommen!“, <rufen:1> {S}.
1 Ganz nah <leuchten:1> es, keine Armlänge weit.
2 {H} <beugen> sich vor und <rühren> sich nicht.
2 Nicht einmal die Mücken <summen:2>.
3 „Du hast einen weiten Weg gemacht“, <flüstern:1> {S}.
3 Das Licht <wackeln:1> ein wenig, wie ein Nicken.

== turn
wo: am Teich || auf dem See
wer: H
gefühl: glücklich
was: {H} <rudern> im Boot mitten in das Licht
0 {H} <rudern> mitten in das Licht.
0 „Hallo“, <sagen:1> {S} und <streicheln:1> das Wasser.
1 Das Boot <schaukeln:1> wie auf Silber.
1 Alle Tropfen <funkeln:2> an den Händen.
2 {Z} <sein:Z> oben und unten, und mittendrin <sein> {H}.
2 „[Ich bin|Wir sind] da“, <flüstern:1> {S}.
3 Kein Ruder <plätschern:1> mehr. Das Boot <stehen:1> still.
3 So nah <kommen:1> sonst nur ein Vogel. || So schön <sein:1> noch keine Nacht.

== turn2
wo: am Teich || am See
wer: H
gefühl: stolz
was: {H} <füllen> ein Glas mit glänzendem Wasser
0 {H} <füllen> ein Glas mit Wasser.
0 Darin <schwimmen:1> ein kleines Licht.
1 „Ein Stück für zu Hause“, <sagen:1> {S}.
1 Das Glas <leuchten:1> in der Hand.
2 Kein Tropfen <gehen:1> verloren auf dem ganzen Steg.
2 Der Frosch <machen:1> Platz wie für einen König.
3 „Quak“, <sagen:1> er. Das <heißen:1>: Glückwunsch.
3 {H} <verbeugen> sich.

== home
wo: auf dem Weg
wer: H A
gefühl: froh
was: {H} und {A} gehen singend nach Hause
0 {H} und {A} <gehen:2> nach Hause. || Singend <gehen:2> alle nach Hause.
0 {Z} <gehen:Z> die ganze Zeit mit. || {Z} <wandern:Z> über ihnen mit.
1 „Schau, jetzt <laufen:Z> {Z.er} uns nach!“, <rufen:A> {A}.
1 {refrain} Das <singen:2> sie nun als Lied.
2 Die Kuh <stehen:1> noch immer am Zaun.
2 „Muh?“, <fragen:1> die Kuh. „Ja!“, <rufen:1> {S}.
3 An jeder Kurve <bleiben:2> alle einmal stehen und <schauen:2>.
3 Der Himmel <sein:1> gar nicht mehr so weit.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <liegen> im Bett, und {Z} <scheinen:Z> herein
0 {H} <liegen> im Bett. || {H} <kuscheln> sich ins Bett.
0 {Z} <scheinen:Z> auf die Decke.
1 Neben dem Bett <stehen:1> eine Schale mit Wasser.
1 Darin <schwimmen:1> ein heller kleiner Fleck.
2 „Gute Nacht, du“, <sagen:1> {S} nach oben.
2 „Gute Nacht, du“, <sagen:1> {S} zur Schale.
3 Morgen <scheinen:1> wieder die Sonne.
3 Aber heute <schlafen> {H} mitten im Licht.
"""
