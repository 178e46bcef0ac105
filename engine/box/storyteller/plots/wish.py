"""Somebody wishes for a thing; the tries are those of a search."""

SCRIPT = """
titel: {H} und {O} || {H} <wünschen> sich {O.ea} || Ein Wunsch für {rufname}
bitte: „[Ich wünsche|Wir wünschen] [mir|uns] {O.ea}. Wo gibt es das?“
refrain: „{O.noun}, {O.noun}, wo {O.bist}?“

== open
wo: {home}
wer: H
gefühl: nachdenklich
was: {H} <schauen> aus dem Fenster und <denken> an etwas Schönes
0 {H} <schauen> hinaus und <träumen>.
0 Etwas <fehlen:1>. Aber was? || Die Wolken <sehen:2> heute so besonders aus.
1 Die erste Wolke <sehen:1> aus wie {O.en}.
1 Die zweite Wolke auch. Und die dritte!
2 „Das gibt es doch nicht!“, <sagen:1> {S}.
3 Der Tee <werden:1> kalt, der Käfer auf dem Brett <werden:1> müde.
3 Nur {H} <sein> auf einmal hellwach.

== wish
wo: {home}
wer: H
gefühl: aufgeregt
was: {H} <wünschen> sich {O.ea}
0 {H} <wünschen> sich {O.ea}.
0 Nicht morgen. Heute! || „So sehr!“, <sagen:1> {S} und <zeigen:1> es.
1 „So groß ist der Wunsch“, <sagen:1> {S}.
1 Die Arme <reichen:2> kaum dafür.
2 {H} <machen> die Augen zu und <zählen> bis drei.
2 Augen auf! Alles <sein:1> noch wie vorher.
3 „Dann gehe ich eben los“, <sagen:1> {S}.
3 {refrain}

== set
wo: auf dem Weg
wer: H
gefühl: mutig
was: {H} <gehen> los und <suchen> {O.ea}
0 {H} <gehen> los und <suchen>.
0 {refrain}
1 In der Tasche <klimpern:2> drei blanke Steine.
1 „Die kann ich tauschen“, <sagen:1> {S}.
2 Der Weg <riechen:1> nach Klee und nach Abenteuer.
2 Eine Biene <fliegen:1> ein Stück mit.
3 „Tauschst du?“, <fragen:1> {S} die Biene.
3 „Steine sind schlecht für den Honig“, <summen:1> sie.

== low
wo: auf einer Bank || unter einem Baum
wer: H
gefühl: traurig
was: {H} <haben> müde Füße und leere Hände
0 Die Füße <sein:2> müde. Die Hände <sein:2> leer.
0 {H} <setzen> sich und <seufzen>.
1 „Vielleicht gibt es das gar nicht“, <sagen:1> {S}.
1 Die Wolken <sehen:2> nun aus wie graue Socken.
2 {H} <zählen> die Steine in der Tasche. Es <sein:2> noch drei.
2 Ein Blatt <landen:1> auf den Knien und <bleiben:1> liegen.
3 „Du bist wenigstens schon da“, <sagen:1> {S} zu dem Blatt.
3 Zusammen <schauen:2> sie auf den Weg.

== turn1
wo: am Wegrand
wer: H
gefühl: besorgt
was: {H} <sehen> eine alte Schildkröte mit einem schweren Wagen
0 Eine alte Schildkröte <ziehen:1> einen schweren Wagen.
0 Ein Rad <stecken:1> fest. „Uff!“
1 „Warte, [ich helfe|wir helfen] dir!“, <rufen:1> {S}.
1 Der Wagen <sein:1> voll bis oben hin.
2 {H} <legen> die drei Steine unter das Rad.
2 „Jetzt schieben, und hopp!“, <rufen:1> {S}.
3 Erst <rühren:1> sich nichts, nicht einmal ein bisschen.
3 Dann <knarren:1> das Rad und <drehen:1> sich.

== turn
wo: am Wegrand
wer: H
gefühl: überrascht
was: {H} <helfen> einer Schildkröte und <bekommen> {O.ea}
0 {H} <helfen> ‹einer|der› alten Schildkröte. || ‹Eine|Die› alte Schildkröte <brauchen:1> Hilfe. {H} <helfen>.
0 „Danke! Such dir etwas aus.“
1 In ihrem Wagen <liegen:O> {O.en}! || Mitten in ihrem Wagen <liegen:O> {O.en}!
1 „Darf ich das?“, <fragen:1> {S} ganz leise.
2 „Ich fahre das schon seit Jahren herum“, <sagen:1> die Schildkröte.
2 „Es hat wohl auf dich gewartet.“
3 {H} <heben> {O.ihn} heraus, so vorsichtig wie ein Ei.
3 Die Schildkröte <lächeln:1> mit hundert Falten.

== turn2
wo: am Wegrand || auf der Wiese
wer: H
gefühl: glücklich
was: {H} <tanzen> mit {O.d} über die Wiese
0 {H} <tanzen> mit {O.d}, hui!
0 Die alte Schildkröte <tanzen:1> auch, ganz langsam.
1 „<sein:O> {O.er} so schön wie im Traum?“, <fragen:1> sie.
1 „Noch schöner“, <sagen:1> {S}.
2 Die drei Steine <bleiben:2> liegen und <glänzen:2>.
2 Vielleicht <brauchen:1> sie ja jemand.
3 „Und was wünschst du dir?“, <fragen:1> {S}.
3 „Ein leichtes Rad und einen Freund“, <sagen:1> die Schildkröte.

== home
wo: auf dem Weg
wer: H A
gefühl: froh
was: {H} und {A} tragen {O.a} zusammen nach Hause
0 {H} und {A} <tragen:2> {O.a} heim. || Sie <tragen:2> {O.a} heim.
0 Die Schildkröte <kommen:1> auch mit.
1 „Darf ich auch einmal?“, <fragen:A> {A}.
1 „Natürlich“, <sagen:1> {S}. „Zu dritt ist es noch schöner.“
2 Das Rad am Wagen <singen:1> beim Rollen.
2 Es <singen:1> hoch und ein bisschen schief.
3 Alle drei <singen:2> genauso schief mit.
3 Oben <ziehen:1> eine Wolke vorbei und <sehen:1> aus wie ein Kuchen.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <stellen> {O.a} neben das Bett
0 Abends <liegen:O> {O} neben dem Bett.
0 {H} <sein> müde und sehr froh. || „Gute Nacht“, <sagen:1> {S}. „Du bist schön.“
1 Unter dem Fenster <schnarchen:1> die Schildkröte.
1 Nun <haben:1> auch sie ihren Wunsch.
2 Draußen <ziehen:2> die Wolken, und alle <sehen:2> freundlich aus.
2 „Was wünschen wir uns morgen?“, <murmeln:1> {S}.
3 Die Schildkröte <überlegen:1> lange.
3 „Frühstück“, <sagen:1> sie. Dann <schlafen:2> beide ein.
"""
