"""Somebody finds what belongs in the sky and brings it home."""

SCRIPT = """
titel: {H} und {O} || {O} von {H.d} || Ein Licht für den Himmel
bitte: „{O} <wollen:O> nach Hause, hoch in den Himmel.“
refrain: „Hab keine Angst. [Ich bringe|Wir bringen] dich heim.“

== open
wo: {home}
wer: H
gefühl: ruhig
was: {H} <schauen> in den Abendhimmel
0 Am Abend <schauen> {H} in den Himmel. || Abends <schauen> {H} in den Himmel.
0 Oben <blinken:2> viele Lichter.
1 {Er} <zählen> sie: eins, zwei, drei.
1 „Gute Nacht da oben!“, <rufen:1> {S}.
2 Die Luft <riechen:1> nach Gras und Abend. || Ein Käfer <brummen:1> vorbei.
3 Da <zischen:1> etwas Helles durch die Nacht.
3 „Was war das?“, <fragen:1> {S}.

== wish
wo: auf der Wiese || am Teich || im Garten
wer: H
gefühl: neugierig
was: {H} <finden> {O.ea} im Gras
0 Im Gras <leuchten:O> etwas. || Im nassen Gras <blinken:1> etwas.
0 {H} <finden> {O.ea}!
1 {O} <sein:O> warm und <zittern:O> ein wenig.
1 „Bist du vom Himmel gefallen?“, <fragen:1> {S}.
2 {H} <nehmen> {O.ihn} ganz vorsichtig hoch. || Ganz vorsichtig <heben> {H} {O.ihn} hoch.
2 „Ich will nach Hause“, <wispern:O> {O}.
3 „Aber dein Zuhause ist so weit oben“, <sagen:1> {S}.
3 {refrain}

== set
wo: auf dem Weg
wer: H
gefühl: mutig
was: {H} <machen> sich mit {O.d} auf den Weg
0 {H} <machen> sich auf den Weg.
0 {O} <leuchten:O> voran. || {O} <zeigen:O> den Weg.
1 Lange Schatten <laufen:2> neben {ihm} her.
1 {refrain}
2 Der Weg <sein:1> krumm und voller Steine.
2 {H} <gehen> ganz langsam, Schritt für Schritt.
3 „Was isst man eigentlich im Himmel?“, <fragen:1> {S}.
3 „Nebel mit Mondmilch“, <sagen:O> {O}.

== try springt
wo: auf der Wiese || auf dem Hügel
wer: H A
gefühl: enttäuscht
was: {H} und {A} springen mit {O.d} in die Luft
0 „Wir springen!“, <rufen:A> {A}.
0 Hopp! Doch der Himmel <sein:1> zu hoch.
1 {H} und {A} <fallen:2> ins weiche Gras.
1 {O} <purzeln:O> hinterher.
2 „Noch einmal“, <sagen:A> {A}, „und diesmal mit Anlauf!“
2 Sie <springen:2> zehnmal. Dann <sein:2> alle Beine müde.
3 „Nicht einmal die Wolken kitzeln wir“, <sagen:1> {S}.
3 {O} <blinken:O> nun ein wenig schwächer.

== try klettert
wo: im Wald || im Garten
wer: H A
gefühl: ängstlich
was: {H} <klettern> mit {A.d} auf den höchsten Baum
0 {H} <klettern> auf den höchsten Baum.
0 Oben <schwanken:1> der Ast. Knacks!
1 „Höher geht es nicht“, <rufen:A> {A}.
1 Der Himmel <sein:1> immer noch weit weg.
2 {H} <halten> {O.ihn} hoch, ganz hoch.
2 Aber zwischen Hand und Himmel <passen:1> noch die ganze Nacht.
3 „Der Baum ist zu kurz“, <sagen:1> {S} leise.
3 Ast für Ast <steigen> {H} wieder hinunter.

== try fliegt
wo: auf dem Hügel || am Waldrand
wer: H A
gefühl: traurig
was: {A} <fliegen:A> mit {O.d} los und <kommen:A> zurück
0 {A} <fliegen:A> mit {O.d} los.
0 Doch {O} <sein:O> zu schwer. Plumps!
1 „Puh!“, <keuchen:A> {A}. „So viel Licht wiegt schwer.“
1 Alle <sitzen:2> wieder im Gras.
2 {A} <schütteln:A> die Federn und <versuchen:A> es noch einmal.
2 Bis zum ersten Ast <gehen:1> es gut, dann nicht mehr.
3 „Danke“, <sagen:1> {S}. „Das war sehr lieb.“
3 {H} <wischen> ein wenig Sternenstaub von den Federn.

== try klug
wo: am Bach || am Teich
wer: H A
gefühl: nachdenklich
was: {A} <zeigen:A> {H.d} den Himmel im Wasser
0 „Da unten ist der Himmel!“, <rufen:A> {A}. || „Unten ist der Himmel!“, <rufen:A> {A}.
0 Im Wasser <schwimmen:2> viele Lichter.
1 {H} <halten> {O.ihn} ins Wasser. Zisch!
1 „Huch, ist das nass!“, <rufen:O> {O}.
2 Das Wasser <wackeln:1>, und der Himmel <zerfallen:1> in Stücke.
2 „Das ist nur ein Bild vom Himmel“, <sagen:1> {S}.
3 „Es sah aber sehr echt aus“, <murmeln:A> {A}.
3 {H} <pusten> {O.ihn} wieder trocken.

== solo
wo: auf dem Berg || auf dem Hügel
wer: H
gefühl: müde
was: {H} <tragen> {O.a} auf den Berg
0 {H} <steigen> auf den Berg.
0 Oben <sein:1> der Himmel noch höher.
1 „Jetzt weiß ich nicht weiter“, <sagen:1> {S}.
1 Die Steine <sein:2> kalt, und der Wind <pfeifen:1>.
2 {H} <strecken> die Arme ganz weit aus.
2 Eine Wolke <streichen:1> vorbei, nass und grau.
3 „Hallo, ist da jemand?“, <rufen:1> {S} nach oben.
3 Nur das Echo <antworten:1>: „Jemand, jemand!“

== solo
wo: auf der Wiese || auf dem Feld
wer: H
gefühl: enttäuscht
was: {H} <bauen> aus Steinen einen hohen Turm
0 {H} <bauen> einen Turm aus Steinen.
0 Der Turm <wackeln:1>. Rumpeldipumpel!
1 Alle Steine <rollen:2> über das Gras.
1 „Au Backe“, <sagen:O> {O}.
2 Der Turm <sein:1> schon höher als ein Busch.
2 Aber ein Himmel <sein:1> höher als hundert Türme.
3 „So viele Steine hat die ganze Welt nicht“, <sagen:1> {S}.
3 Ein kleiner Stein <rollen:1> als letzter weg: klick, klick.

== low
wo: unter einem Baum || am Wegrand
wer: H
gefühl: traurig
was: {O} <leuchten:O> nur noch ganz schwach
0 {O} <leuchten:O> nur noch schwach.
0 {H} <nehmen> {O.ihn} in den Arm.
1 „[Ich finde|Wir finden] den Weg nicht“, <flüstern:1> {S}.
1 Die Nacht <sein:1> groß und still. || Rundherum <sein:1> es dunkel.
2 {O} <werden:O> kühl wie ein Kiesel.
2 Eine Träne <fallen:1> mitten auf das kleine Licht.
3 „Nicht weinen“, <flüstern:O> {O}. „Ich bin doch bei dir.“
3 Da <rücken> {H} noch ein Stück näher.

== turn1
wo: auf der Lichtung || auf der Wiese
wer: H
gefühl: nachdenklich
was: {H} <singen> für {O.a} ein Schlaflied
0 {H} <singen> ganz leise ein Lied.
0 Da <werden:O> {O} wieder warm.
1 {H} <singen> weiter, und {O.er} <leuchten:O> heller.
1 „Sing noch einmal!“, <bitten:O> {O}.
2 Es <sein:1> das Lied von zu Hause.
2 Darin <wohnen:2> Suppe, Regen und eine warme Decke.
3 Bald <summen:1> die ganze Wiese mit.
3 Sogar die Grillen <halten:2> den Takt.

== turn
wo: auf der Lichtung || auf der Wiese
wer: H
gefühl: überrascht
was: {H} <lachen>, und {O} <werden:O> ganz leicht
0 {H} <kitzeln> {O.ihn}. {O} <lachen:O>! || {H} <erzählen> einen Witz. {O} <lachen:O>!
0 Da <werden:O> {O.er} leicht wie Luft.
1 {O} <schweben:O> über die Hand, über den Kopf.
1 „Lachen macht leicht!“, <rufen:1> {S}.
2 {H} <lachen> mit, und {O} <steigen:O> immer höher.
2 Über den Busch, über den Baum, über den Hügel!
3 „Du hast mich nach Hause gelacht“, <rufen:O> {O}.
3 {H} <winken> mit beiden Armen. || {H} <springen> vor Freude in die Luft.

== turn2
wo: auf der Lichtung || auf der Wiese
wer: H
gefühl: glücklich
was: {O} <fliegen:O> zurück an {O.sein}en Platz am Himmel
0 {O} <fliegen:O> hoch in den Himmel.
0 Dort oben <sein:1> ein Platz frei.
1 Genau dort <hören:O> {O} auf zu steigen.
1 Blink, blink! Alle anderen Lichter <blinken:2> zurück.
2 „Da bist du ja wieder!“, <rufen:1> der Mond.
2 {H} <legen> den Kopf weit in den Nacken.
3 Der Himmel <sehen:1> auf einmal gar nicht mehr fremd aus.
3 „Jetzt kenne ich da oben jemanden“, <sagen:1> {S}.

== home
wo: auf dem Weg
wer: H A
gefühl: müde
was: {H} und {A} gehen im hellen Licht nach Hause
0 {H} und {A} <gehen:2> nach Hause. || Zusammen <gehen:2> alle nach Hause.
0 Der Weg <sein:1> jetzt ganz hell.
1 „Siehst du das Licht?“, <fragen:1> {S}. „Das ist für uns.“
1 Hinter jedem Stein <liegen:1> ein kleiner Schatten.
2 {A} <gähnen:A>, und dann <gähnen> {H} auch.
2 Kein einziges Mal <stolpern:2> sie.
3 „Kommst du morgen wieder?“, <fragen:A> {A}.
3 „Morgen und übermorgen“, <sagen:1> {S}.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <schauen> zu {O.d} hinauf und <schlafen> ein
0 {H} <liegen> warm zu Hause. || {H} <kuscheln> sich zu Hause ein.
0 Oben <blinken:O> {O}: gute Nacht!
1 „Gute Nacht, du da oben“, <flüstern:1> {S}.
1 {O} <blinken:O> zweimal. Das <heißen:1>: Schlaf gut.
2 {H} <summen> noch ein bisschen von dem Lied.
2 Dann <fallen:2> die Augen zu.
3 Ganz oben <lachen:1> jemand.
3 Ganz leise, ganz weit weg und doch ganz nah.
"""
