"""Somebody is sad, and a friend wants to help."""

SCRIPT = """
titel: {H} und {F} || Wer tröstet {F.a}? || {H} <bleiben> da
bitte: „{F} ist so traurig. Was hilft da?“
refrain: „Kummer, Kummer, flieg davon!“

== open
wo: {home}
wer: H
gefühl: froh
was: {H} <backen> Beerenkuchen
0 {H} <backen> Kuchen mit Beeren.
0 Der Kuchen <duften:1> durch das ganze Haus. || Der Kuchen <werden:1> rund und golden.
1 „Ein Stück für mich, eins für dich“, <singen:1> {S}.
1 Das zweite Stück <sein:1> für {F.a}{werF}.
2 Der Tisch <haben:1> zwei Stühle und eine Blume.
3 {H} <warten>. Die Blume <warten:1> auch.
3 Aber heute <klopfen:1> niemand an die Tür.

== wish
wo: im Garten || am Teich || auf der Wiese
wer: H F
gefühl: besorgt
was: {H} <finden> {F.a} ganz traurig
0 {F} <sitzen:F> da und <weinen:F>. || {F} <sein:F> heute so traurig.
0 {H} <wollen> helfen.
1 „Was hast du denn?“, <fragen:1> {S}.
1 {F} <schütteln:F> nur den Kopf.
2 Eine Träne nach der anderen <fallen:1> ins Gras.
2 „Warte hier“, <sagen:1> {S}. „[Ich mache|Wir machen] dich wieder froh.“
3 {refrain}
3 Schon <rennen> {H} los.

== set
wo: auf dem Weg
wer: H
gefühl: mutig
was: {H} <suchen> etwas gegen den Kummer
0 {H} <suchen> etwas gegen Kummer.
0 Vielleicht ein Stein? Oder eine Feder?
1 „Hast du etwas gegen Tränen?“, <fragen:1> {S} den Baum.
1 Der Baum <werfen:1> ein Blatt herunter. Mehr <haben:1> er nicht.
2 „Man weiß ja nie“, <sagen:1> {S} und <stecken:1> es ein.
2 {refrain}
3 Ein Schmetterling <sagen:1>: „Bunt hilft immer.“
3 Dann <sein:1> er auch schon fort.

== try springt
wo: im Garten || auf der Wiese
wer: H A F
gefühl: lustig
was: {H} und {A} tanzen lustig für {F.a}
0 {H} und {A} <tanzen:2> und <springen:2>. || Sie <tanzen:2> und <springen:2>.
0 Bums! {F} <lachen:F> nicht.
1 „Lustig, oder?“, <fragen:A> {A} und <reiben:A> sich den Po.
1 {F} <gucken:F> auf den Boden.
2 Noch eine Drehung, noch ein Sprung, noch ein Bums.
2 Jetzt <haben:2> alle drei blaue Flecken oder nasse Augen.
3 „Tanzen hilft nur gegen kalte Füße“, <sagen:A> {A}.
3 „Dann suchen wir weiter“, <sagen:1> {S}.

== try klettert
wo: im Garten || am Waldrand
wer: H A F
gefühl: enttäuscht
was: {H} und {A} holen die schönste Kirsche vom Baum
0 {A} <holen:A> die schönste Kirsche vom Baum. || {A} <holen:A> die schönste Kirsche.
0 {F} <haben:F> keinen Hunger.
1 „Sie ist aber sehr rot“, <sagen:A> {A}.
1 „Danke“, <flüstern:F> {F} und <legen:F> sie weg.
2 Die Kirsche <rollen:1> davon und <plumpsen:1> in den Bach.
2 Alle drei <sehen:2> ihr nach.
3 „Nun ist die Kirsche auch traurig“, <sagen:A> {A}.
3 {H} <seufzen> ganz tief.

== try fliegt
wo: auf dem Hügel || im Garten
wer: H A F
gefühl: ratlos
was: {A} <singen:A> für {F.a} ein lautes Lied
0 {A} <singen:A> laut: „Fröhlich, fröhlich, trallala!“
0 {F} <halten:F> sich die Ohren zu.
1 „War das zu laut?“, <fragen:A> {A}.
1 Aus allen Büschen <fliegen:2> die Spatzen auf.
2 „Vielleicht lieber ohne Trallala“, <sagen:1> {S}.
2 Ohne Trallala <bleiben:1> von dem Lied nichts übrig.
3 {A} <schütteln:A> beleidigt die Federn.
3 „Es ist aber mein bestes Lied.“

== try klug
wo: im Garten || am Bach
wer: H A F
gefühl: nachdenklich
was: {A} <geben:A> {F.d} viele kluge Ratschläge
0 „Denk an etwas Schönes“, <sagen:A> {A}.
0 {F} <weinen:F> nur noch mehr.
1 „Oder zähl bis tausend“, <sagen:A> {A}.
1 Bei vier <kommen:2> schon wieder Tränen.
2 „Oder iss eine Zwiebel, dann hat man einen Grund.“
2 {H} <ziehen> {A.a} leise zur Seite.
3 „Kluge Worte sind manchmal zu groß“, <flüstern:1> {S}.
3 {A} <nicken:A> und <denken:A> lange nach.

== solo
wo: im Garten || auf der Wiese
wer: H F
gefühl: zuversichtlich
was: {H} <pflücken> einen riesigen Blumenstrauß
0 {H} <pflücken> einen großen Blumenstrauß.
0 Hatschi! {F} <müssen:F> niesen.
1 Alle Blüten <fliegen:2> durch die Luft.
1 „Entschuldige“, <sagen:1> {S}.
2 Eine Biene <kommen:1> auch noch aus dem Strauß.
2 Sie <summen:1> böse und <suchen:1> ihre Blume.
3 Auf dem Kopf von {F.d} <bleiben:1> ein Gänseblümchen liegen.
3 Es <sehen:1> hübsch aus, aber es <helfen:1> nicht.

== solo
wo: am Bach || vor dem Haus
wer: H F
gefühl: müde
was: {H} <schneiden> viele komische Gesichter
0 {H} <schneiden> komische Gesichter.
0 Nichts. {F} <schauen:F> gar nicht hin.
1 Zunge raus, Augen rund, Ohren nach vorn!
1 Nur eine Kuh <lachen:1>: „Muh!“
2 Am Ende <tun:1> das ganze Gesicht weh.
2 „Das war das letzte Gesicht“, <sagen:1> {S}. „Mehr habe ich nicht.“
3 „Es war sehr nett von dir“, <flüstern:F> {F}.
3 Aber die Tränen <rollen:2> weiter.

== low
wo: im Garten || am Bach
wer: H F
gefühl: traurig
was: {H} <wissen> nicht mehr weiter
0 {H} <wissen> nicht mehr weiter.
0 Jetzt <weinen> {H} auch ein bisschen.
1 „[Mir|Uns] fällt nichts mehr ein“, <sagen:1> {S} zu {F.d}.
1 Die Wolken <hängen:2> tief und grau.
2 Ein Tropfen <fallen:1>. Noch einer. Nun <regnen:1> es.
2 {F} <machen:F> sich ganz klein.
3 {H} <haben> keinen Kuchen mehr und keinen Witz.
3 Nur ein Blatt <liegen:1> noch in der Tasche.

== turn1
wo: im Garten || am Bach
wer: H F
gefühl: ruhig
was: {H} <setzen> sich zu {F.d} und <halten> ein Blatt über beide
0 {H} <setzen> sich neben {F.a}.
0 Ein Blatt <halten:1> den Regen ab.
1 Plitsch, platsch, <machen:1> es auf dem Blatt.
1 Niemand <sagen:1> etwas. Das <sein:1> schön.
2 Schulter an Schulter <sein:1> es unter dem Blatt warm.
2 Ein Tropfen <hängen:1> am Rand und <fallen:1> nicht.
3 {H} <zählen> die Tropfen, ganz leise.
3 Bei sieben <rücken:F> {F} ein Stück näher.

== turn
wo: im Garten || am Bach
wer: H F
gefühl: geborgen
was: {H} <bleiben> einfach da und <hören> {F.d} zu
0 {H} <bleiben> einfach da und <hören> zu. || {H} <nehmen> {F.a} in den Arm.
0 Da <fangen:F> {F} an zu erzählen.
1 „Alle haben heute gespielt, nur ohne mich.“
1 „Oh“, <sagen:1> {S}. „Das tut weh.“
2 „Ja“, <sagen:F> {F}, und noch eine Träne <kommen:1>. Die letzte.
2 „Willst du mit [mir|uns] spielen?“, <fragen:1> {S}.
3 {F} <nicken:F>. Es <sein:1> ein winziges Nicken, aber es <zählen:1>.
3 Ganz vorn am Mund <sitzen:1> schon ein Lächeln.

== turn2
wo: auf der Wiese || im Garten
wer: H F
gefühl: froh
was: {H} und {F} springen in alle Pfützen
0 {H} und {F} <springen:2> in jede Pfütze. || Sie <springen:2> in jede Pfütze.
0 Platsch! Da <lachen:F> {F} endlich.
1 „Noch eine!“, <rufen:F> {F}. „Die ist tief!“
1 Das Wasser <spritzen:1> bis über beide Ohren.
2 Jetzt <sein:1> das Gesicht nass vom Regen und von sonst nichts.
2 Über der Wiese <stehen:1> ein Regenbogen.
3 „Der ist nur für uns zwei“, <sagen:F> {F}.
3 „Und für die Kuh“, <sagen:1> {S}.

== home
wo: auf dem Weg
wer: H A F
gefühl: froh
was: alle gehen zusammen zum Kuchenessen
0 Alle <gehen:2> zum Kuchenessen.
0 {A} <bringen:A> noch einen Stuhl mit.
1 „Ist noch ein Stück da?“, <fragen:A> {A}.
1 „Für jeden ein Stück“, <sagen:1> {S}.
2 Die Schuhe <machen:2>: quatsch, quatsch, quatsch.
2 {F} <gehen:F> in der Mitte, an jeder Hand jemand.
3 „Singen wir das Lied ohne Trallala?“, <fragen:F> {F}.
3 „Mit Trallala“, <sagen:A> {A}. „Aber leise.“

== end
wo: {home}
wer: H F
gefühl: geborgen
was: {H} und {F} teilen das letzte Stück Kuchen
0 {H} und {F} <essen:2> Kuchen. || {H} und {F} <teilen:2> sich den Kuchen.
0 Zwei Stühle, zwei Teller, zwei Freunde. || Draußen <regnen:1> es. Drinnen <sein:1> es warm.
1 „Kommst du morgen wieder?“, <fragen:1> {S}.
1 „Morgen und immer“, <sagen:F> {F}.
2 Die Blume auf dem Tisch <haben:1> sich aufgerichtet.
2 Am Fenster <trocknen:1> das große Blatt.
3 „Du hast gar nichts gemacht“, <sagen:F> {F}. „Du warst nur da.“
3 {H} <lächeln>. Draußen <tropfen:1> leise der Regen.
"""
