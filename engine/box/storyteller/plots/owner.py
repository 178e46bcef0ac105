"""Somebody finds a thing and looks for whom it belongs to."""

SCRIPT = """
titel: {H} und {O} || Wem <gehören:O> {O}? || {H} <finden> {O.ea}
bitte: „{O} <gehören:O> jemandem. Aber wem?“
refrain: „{O.noun}, {O.noun}, wer sucht {O.dich}?“

== open
wo: {home}
wer: H
gefühl: froh
was: {H} <gehen> am Morgen spazieren
0 Am Morgen <gehen> {H} spazieren.
0 Die Sonne <kitzeln:1> an der Nase.
1 {Er} <springen> über eine Pfütze. Platsch!
1 „Guten Morgen, Welt!“, <rufen:1> {S}.
2 Auf den Gräsern <glitzern:1> der Tau.
3 Ein Spatz <hüpfen:1> ein Stück mit.
3 „Heute finde ich etwas“, <sagen:1> {S}. „Ich spüre es.“

== wish
wo: auf der Wiese || am Weg || am Bach
wer: H
gefühl: neugierig
was: {H} <finden> {O.ea}
0 Da <liegen:1> doch etwas! || Halt! Was <liegen:1> denn da?
0 {H} <finden> {O.ea}.
1 {H} <drehen> {O.ihn} nach links und nach rechts.
1 „Wie schön!“, <sagen:1> {S}.
2 {Sein} Schatten <fallen:1> darauf, lang und dünn. || Niemand <sein:1> weit und breit zu sehen.
2 „Aber wer sucht {O.ihn} jetzt?“, <fragen:1> {S}.
3 „Bestimmt ist jemand sehr traurig.“
3 {refrain}

== set
wo: auf dem Weg
wer: H
gefühl: mutig
was: {H} <nehmen> {O.a} mit auf die Suche
0 {H} <nehmen> {O.ihn} mit.
0 {H} <fragen> alle auf dem Weg.
1 „Ist das deins?“, <fragen:1> {S} einen Käfer.
1 Der Käfer <schütteln:1> die Fühler.
2 {refrain}
2 So <gehen:1> es weiter, von Haus zu Haus.
3 Ein Regenwurm <sagen:1> nichts. Er <haben:1> es eilig.
3 „Irgendwo wartet jemand“, <sagen:1> {S}.

== try springt
wo: am Teich || auf der Wiese
wer: H A
gefühl: lustig
was: {A} <probieren:A> {O.a} aus und <fallen:A> hin
0 „Das ist meins!“, <rufen:A> {A}.
0 {A} <hüpfen:A> los. Plumps!
1 „Oder doch nicht“, <sagen:A> {A} und <lachen:A>.
1 {O} <liegen:O> wieder im Gras.
2 „Beim Hüpfen stört es sehr“, <sagen:A> {A}.
2 {H} <pusten> den Staub ab.
3 „Wer nicht hüpft, dem gehört es vielleicht“, <meinen:A> {A}.
3 „Das sind aber viele“, <sagen:1> {S}.

== try klettert
wo: im Wald || im Garten
wer: H A
gefühl: enttäuscht
was: {A} <tragen:A> {O.a} auf einen Baum und <schauen:A> sich um
0 {A} <klettern:A> auf einen Baum.
0 „Ich sehe niemanden“, <rufen:A> {A}.
1 Der Ast <wippen:1>. {O} <rutschen:O>!
1 {H} <fangen> {O.ihn} gerade noch auf.
2 „Entschuldigung!“, <rufen:A> {A} von oben.
2 Drei Blätter <segeln:2> langsam hinterher.
3 „Von oben sieht alles klein aus“, <sagen:A> {A}.
3 „Dann suchen wir lieber unten“, <sagen:1> {S}.

== try fliegt
wo: auf dem Hügel || am Waldrand
wer: H A
gefühl: ratlos
was: {A} <fragen:A> alle Vögel nach {O.d}
0 {A} <fliegen:A> und <fragen:A> alle Vögel.
0 Kein Vogel <kennen:1> {O.ihn}.
1 „Die Amsel sagt Nein. Der Spatz sagt Nein.“
1 „Und der Kuckuck?“, <fragen:1> {S}.
2 „Der sagt nur Kuckuck.“
2 {A} <landen:A> und <ordnen:A> die Federn.
3 {H} <schauen> zum Himmel und dann auf den Boden.
3 „Dann wohnt der Richtige nicht in der Luft.“

== try klug
wo: im Wald || am Bach
wer: H A
gefühl: nachdenklich
was: {A} <riechen:A> an {O.d} und <denken:A> nach
0 {A} <riechen:A> lange daran.
0 „Es riecht nach Kuchen“, <sagen:A> {A}.
1 Sie <suchen:2> den Kuchen. Sie <finden:2> keinen.
1 Nur ein Pilz <stehen:1> da und <duften:1>.
2 „Meine Nase ist heute wohl verstopft“, <sagen:A> {A}.
2 Hatschi! Das ganze Laub <fliegen:1> auf.
3 „Gesundheit“, <sagen:1> {S}.
3 „Danke“, <sagen:A> {A}. „Das war ein sehr guter Rat von mir.“

== solo
wo: im Dorf || auf dem Markt
wer: H
gefühl: ratlos
was: {H} <malen> ein Schild und <warten>
0 {H} <malen> ein Schild und <warten>.
0 Niemand <bleiben:1> stehen. Alle <rennen:2>.
1 Ein Fuß, noch ein Fuß, ein Korb voller Eier.
1 Dann <fegen:1> der Wind das Schild davon.
2 „Halt!“, <rufen:1> {S}. „Das brauche ich noch!“
2 Das Schild <tanzen:1> über alle Dächer.
3 {H} <schauen> ihm nach: Es <sein:1> so klein wie ein Floh.
3 „Dann eben ohne Schild“, <sagen:1> {S}.

== solo
wo: auf der Wiese || am Wegrand
wer: H
gefühl: verlegen
was: {H} <wollen> {O.a} am liebsten behalten
0 {H} <halten> {O.ihn} ganz fest.
0 „[Ich behalte|Wir behalten] {O.ihn} einfach.“
1 Doch da <werden:1> der Bauch ganz schwer.
1 {H} <schauen> auf den Boden.
2 Ein Rabe <rufen:1>: „Krah!“ Das <klingen:1> wie: Aha!
2 „Es gehört mir ja nicht“, <sagen:1> {S}.
3 Schon <werden:1> der Bauch wieder leicht.
3 {refrain}

== low
wo: unter einem Baum || am Wegrand
wer: H
gefühl: traurig
was: {H} <finden> niemanden und <setzen> sich hin
0 {H} <setzen> sich auf einen Baumstamm.
0 „Niemand braucht {O.dich}“, <flüstern:1> {S}. || „Keiner kennt {O.dich}“, <flüstern:1> {S}.
1 Die Sonne <stehen:1> schon tief.
1 Ein Blatt <segeln:1> auf {seine} Knie.
2 Da <werden:1> es ringsum ganz still.
2 Nur ein Blatt <rascheln:1> noch.
3 „Einmal frage ich noch“, <sagen:1> {S}.
3 Aber wen? Der Weg <sein:1> leer.

== turn1
wo: am Bach || hinter der Hecke
wer: H
gefühl: überrascht
was: {H} <hören> jemanden leise weinen
0 Horch! Jemand <weinen:1>.
0 {H} <gehen> leise näher. || {H} <schleichen> näher heran.
1 Schnief, <machen:1> es hinter einem Busch.
1 „Hallo?“, <fragen:1> {S}. „Wer ist da?“
2 Erst <kommen:1> keine Antwort, nur noch ein Schnief.
2 {H} <schieben> die Zweige zur Seite.
3 Dahinter <sitzen:1> ein winziges {kind}.
3 Zwei große Augen <schauen:2> {ihn} an.

== turn
wo: am Bach || hinter der Hecke
wer: H
gefühl: glücklich
was: {H} <geben> einem {kind} {O.a} zurück
0 Hinter dem Busch <weinen:1> ‹ein|das› {kind}. || Dort <sitzen:1> ‹ein|das› {kind}, ganz traurig.
0 {H} <geben> dem Kind {O.a}.
1 „{meins}“, <rufen:1> das {kind}.
1 Es <lachen:1> und <weinen:1> gleichzeitig.
2 „Ich habe {O.dich} überall gesucht“, <sagen:1> es zu {O.d}.
2 Dann <fallen:1> es {H.d} um den Hals.
3 „Woher wusstest du das?“, <fragen:1> es.
3 „[Ich habe|Wir haben] einfach nicht aufgehört zu fragen“, <sagen:1> {S}.

== turn2
wo: auf der Wiese
wer: H
gefühl: froh
was: {H} und das {kind} feiern zusammen
0 Das {kind} <holen:1> einen Krümel Kuchen.
0 Es <teilen:1> ihn mit {H.d}.
1 Der Krümel <sein:1> klein, aber er <schmecken:1> sehr gut.
1 „Bist du jetzt mein Freund?“, <fragen:1> es.
2 „[Natürlich bin ich das|Natürlich sind wir das]!“, <sagen:1> {S}.
2 {O} <liegen:O> zwischen ihnen im Gras.
3 Alle <dürfen:2> {O.ihn} einmal halten.
3 Sogar der Käfer vom Weg.

== home
wo: auf dem Weg
wer: H A
gefühl: froh
was: {H} und {A} gehen zusammen nach Hause
0 {H} und {A} <gehen:2> nach Hause. || Zusammen <gehen:2> alle nach Hause.
0 Die Hände <sein:2> leer. Das Herz <sein:1> voll.
1 „Tut es dir leid?“, <fragen:A> {A}.
1 „Kein bisschen“, <sagen:1> {S}.
2 Der Himmel <sein:1> rot wie ein Apfel.
2 Ganz hinten <winken:1> noch immer das {kind}.
3 {H} <winken> noch lange.
3 Dann <winken> {H} noch ein bisschen weiter.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <bekommen> am Abend Besuch
0 Am Abend <klopfen:1> es. Tock, tock!
0 Das {kind} <kommen:1> zu Besuch.
1 „{O} <wollen:O> dir gute Nacht sagen“, <piepsen:1> es.
1 {H} <machen> die Tür weit auf.
2 Dann <sitzen:2> alle eng beieinander.
2 Draußen <gehen:1> leise der Mond auf.
3 „Erzähl mir davon“, <bitten:1> das {kind}.
3 Und {H} <fangen> ganz von vorne an.
"""
