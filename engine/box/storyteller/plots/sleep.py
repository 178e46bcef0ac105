"""Somebody cannot fall asleep."""

SCRIPT = """
titel: {H} <können> nicht schlafen || Wo wohnt der Schlaf? || Gute Nacht, {rufname}!
bitte: „[Ich kann|Wir können] nicht schlafen. Was hilft da?“
refrain: „Schlaf, wo bist du? Komm doch her!“

== open
wo: {home}
wer: H
gefühl: müde
was: {H} <putzen> die Zähne und <gehen> ins Bett
0 Der Tag <sein:1> zu Ende.
0 {H} <gehen> ins Bett. || {H} <schlüpfen> unter die Decke.
1 Zähne geputzt, Füße gewaschen, Mond am Fenster.
1 „Gute Nacht, Füße“, <sagen:1> {S}.
2 Draußen <werden:2> die Vögel still, einer nach dem anderen.
3 Nur ein Blatt <rascheln:1> noch ein bisschen.
3 Dann <rascheln:1> auch das Blatt nicht mehr.

== wish
wo: {home}
wer: H
gefühl: ratlos
was: {H} <liegen> wach und <können> nicht schlafen
0 {H} <liegen> im Bett. {H} <sein> wach!
0 Links herum, rechts herum. Nichts!
1 Das Kissen <sein:1> zu warm. Die Decke <sein:1> zu kurz.
1 {refrain}
2 {H} <machen> die Augen zu. Sie <gehen:2> wieder auf.
2 Da <stehen> {H} auf und <tappen> hinaus.
3 „Vielleicht hat sich der Schlaf verlaufen“, <sagen:1> {S}.
3 Der Boden <sein:1> kühl unter den Füßen.

== set
wo: auf dem Weg
wer: H
gefühl: neugierig
was: {H} <nehmen> das Kissen und <suchen> den Schlaf
0 {H} <nehmen> das Kissen mit.
0 {Er} <suchen> den Schlaf. Wo <sein:1> er?
1 Hinter dem Stein? Nein. Unter dem Busch? Nein.
1 {refrain}
2 Der Mond <machen:1> alle Wege weiß.
2 Ein Nachtfalter <setzen:1> sich kurz auf das Kissen.
3 „Das ist mein Kissen“, <sagen:1> {S}.
3 Der Falter <fliegen:1> höflich weiter.

== try springt
wo: auf der Wiese || im Garten
wer: H A
gefühl: lustig
was: {H} und {A} hüpfen sich müde
0 „Hüpf dich müde!“, <rufen:A> {A}.
0 Hopp, hopp! Jetzt <sein> {H} noch wacher.
1 {A} <schlafen:A> beim Hüpfen fast selber ein.
1 „Achtundneunzig, neunundneunzig“, <zählen:A> {A}.
2 {H} <kichern> so sehr, und das Herz <klopfen:1> wie wild.
2 Das Kissen <hüpfen:1> auch mit.
3 „Bei mir klappt es immer“, <gähnen:A> {A}.
3 Schwupp, schon <liegen:A> {A} im Gras und <schnarchen:A>.

== try klettert
wo: im Wald || im Garten
wer: H A
gefühl: ängstlich
was: {H} <legen> sich mit {A.d} in eine Astgabel
0 „Schlaf auf dem Baum!“, <rufen:A> {A}.
0 Der Ast <wackeln:1>. Das Kissen <fallen:1> hinunter!
1 {H} <halten> sich mit allen Kräften fest.
1 „Schön, nicht?“, <fragen:A> {A}.
2 „Sehr hoch“, <sagen:1> {S} mit dünner Stimme.
2 So <schlafen:1> kein Bär und keine Maus ein.
3 Rutsch, rutsch, <gehen:1> es am Stamm wieder hinunter.
3 „Mein Bett hat weniger Wind“, <sagen:1> {S}.

== try fliegt
wo: auf dem Hügel || am Waldrand
wer: H A
gefühl: nachdenklich
was: {H} <zählen> mit {A.d} die Sterne
0 „Zähl die Sterne“, <sagen:A> {A}. „Das hilft.“
0 {H} <zählen>: eins, zwei, drei …
1 Bei zehn <fliegen:1> eine Wolke davor. Alles von vorn!
1 „Das war die Neun“, <sagen:A> {A}. „Oder die Sechs?“
2 Zählen <machen:1> hungrig und gar nicht müde.
2 {H} <zeigen> auf den hellsten. „Der blinzelt!“
3 „Sterne sind abends immer so munter“, <sagen:A> {A}.
3 „Wie [ich|wir]“, <seufzen:1> {S}.

== try klug
wo: am Bach || im Garten
wer: H A
gefühl: enttäuscht
was: {A} <kochen:A> {H.d} eine warme Milch
0 {A} <kochen:A> warme Milch mit Honig.
0 Schlürf! Der Becher <sein:1> leer. Und nun?
1 Nun <haben> {H} Honig am Kinn und <sein> wach.
1 „Dann noch einen Becher“, <sagen:A> {A}.
2 Nach drei Bechern <gluckern:1> der Bauch wie ein Bach.
2 Gluck, gluck! Wer <können:1> dabei schlafen?
3 „Bei mir hat es gewirkt“, <sagen:A> {A} und <lehnen:A> sich an.
3 Schon <fallen:2> die Augen zu, nur leider die falschen.

== solo
wo: auf der Wiese || am Bach
wer: H
gefühl: lustig
was: {H} <zählen> Schafe, und ein Schaf <zählen:1> mit
0 {H} <zählen> Schafe: eins, zwei …
0 „Drei!“, <rufen:1> ein Schaf. „Das bin ich.“
1 „Du sollst springen und nicht reden“, <sagen:1> {S}.
1 Das Schaf <springen:1>. Es <bleiben:1> am Zaun hängen.
2 {H} <helfen> dem Schaf vom Zaun.
2 Jetzt <sein:2> alle beide hellwach. || Das Schaf <bedanken:1> sich lange und laut.
3 „Soll ich noch einmal?“, <fragen:1> das Schaf.
3 „Lieber nicht“, <sagen:1> {S}. „Sonst wird es Morgen.“

== solo
wo: am Teich || im Wald
wer: H
gefühl: wütend
was: {H} <rufen> laut nach dem Schlaf
0 „Schlaf, komm sofort!“, <rufen:1> {S}.
0 Der Schlaf <kommen:1> nicht. || Niemand <kommen:1>.
1 Nur drei Enten <wachen:2> auf und <schimpfen:2>.
1 „Quak! Ruhe! Es ist Nacht!“
2 {H} <legen> schnell die Hand auf den Mund.
2 „Entschuldigung“, <flüstern:1> {S}.
3 Die Enten <stecken:2> den Kopf wieder unter den Flügel.
3 So leicht <gehen:1> das also, bei den Enten.

== low
wo: unter einem Baum || {home}
wer: H
gefühl: traurig
was: {H} <sein> ganz allein wach
0 Alle <schlafen:2>. Nur {H} nicht.
0 Eine Träne <tropfen:1> auf das Kissen.
1 „Der Schlaf hat [mich|uns] vergessen“, <flüstern:1> {S}.
1 Der Mond <gehen:1> langsam hinter einen Baum.
2 Jetzt <sein:1> es sehr dunkel und sehr still.
2 Irgendwo <schnarchen:1> jemand gemütlich: chrr, chrr.
3 {H} <drücken> das Kissen an den Bauch.
3 So lang <sein:1> noch keine Nacht.

== turn1
wo: unter einem Baum || {home}
wer: H
gefühl: überrascht
was: {H} <hören> jemanden im Dunkeln schniefen
0 Horch! Noch jemand <sein:1> wach.
0 „Ich kann nicht schlafen“, <piepsen:1> eine Maus.
1 Sie <sein:1> kaum größer als ein Daumen.
1 „Du auch nicht?“, <fragen:1> {S}.
2 Die kleine Maus <schütteln:1> den Kopf und <zittern:1>.
2 „Ohne Mama ist die Nacht so groß.“
3 {H} <rücken> ein Stück zur Seite.
3 „Auf [meinem|unserem] Kissen ist noch Platz“, <sagen:1> {S}.

== turn
wo: unter einem Baum || {home}
wer: H
gefühl: ruhig
was: {H} <singen> eine kleine Maus in den Schlaf
0 {H} <singen> für ‹eine|die› kleine Maus. || {H} <wiegen> ‹eine|die› kleine Maus im Arm.
0 Leise, leiser, ganz leise.
1 „Das Gras schläft und der Stein schläft auch.“
1 Die Maus <atmen:1> ruhig. Ihr Schwanz <hören:1> auf zu zucken.
2 „Der Bach schläft nicht, aber er flüstert nur.“
2 Bei jedem Wort <werden:1> das Lied langsamer.
3 Und wer <gähnen:1> da so groß und so weit? || Da <gähnen:1> jemand, und es <sein:1> nicht die Maus.
3 {H} <merken> es gar nicht.

== turn2
wo: unter einem Baum || {home}
wer: H
gefühl: geborgen
was: der Schlaf <kommen:1> auf leisen Sohlen zu {H.d}
0 Da <kommen:1> der Schlaf, ganz von allein.
0 Er <setzen:1> sich warm auf die Augen.
1 „Da bist du ja“, <murmeln:1> {S}.
1 Die Arme <werden:2> schwer, die Beine <werden:2> schwer.
2 Das Kissen <riechen:1> nach Wiese.
2 Die kleine Maus <sein:1> warm wie ein Brötchen.
3 Niemand <haben:1> ihn gerufen, niemand <haben:1> ihn gesucht.
3 Der Schlaf <mögen:1> eben leise Lieder.

== home
wo: auf dem Weg
wer: H A
gefühl: müde
was: {A} <tragen:A> das Kissen, und {H} <tragen> die kleine Maus
0 {H} <tragen> ‹eine|die› kleine Maus nach Hause. || {H} <tragen> ‹eine|die› kleine Maus heim.
0 {A} <tragen:A> das Kissen.
1 „Pst“, <machen:A> {A}, und alle <gehen:2> auf Zehenspitzen.
1 Sogar die Steine <knirschen:2> nur ganz leise.
2 Vor dem Mauseloch <warten:1> schon die Mausemama.
2 Sie <nicken:1> nur und <lächeln:1>.
3 „Danke“, <flüstern:1> sie und <decken:1> ihr Kind zu.
3 Dann <gehen:1> es weiter zum eigenen Bett.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <schlafen> tief und fest
0 Jetzt <schlafen> {H} tief und fest. || {H} <schlafen>. Endlich!
0 Chrr, chrr. Pst! Gute Nacht.
1 Der Mond <gucken:1> noch einmal herein.
1 „Na endlich“, <sagen:1> der Mond und <gehen:1> weiter.
2 Im Traum <springen:1> etwas Weiches über einen Zaun.
2 Die Decke <heben:1> und <senken:1> sich.
3 Sogar die Sterne <gähnen:2> einmal mit.
3 Ganz leise und ganz langsam.
"""
