"""Somebody is afraid of something."""

SCRIPT = """
titel: {H} und {Z} || {H} <haben> Mut || Nur ein kleines bisschen Angst
bitte: „[Ich habe|Wir haben] Angst vor {Z.d}. Was machst du dagegen?“
tausch: low turn2
refrain: „Kleiner Mut, komm her zu [mir|uns]!“

== open
wo: {home}
wer: H
gefühl: froh
was: {H} <spielen> den ganzen Tag
0 {H} <spielen> den ganzen Tag.
0 {Er} <klettern>, <rennen> und <lachen>.
1 „Schau mal, so schnell [bin ich|sind wir]!“, <rufen:1> {S}.
1 Vor nichts <haben> {er} Angst. Nur vor einem.
2 Davon <wissen:1> niemand etwas, nicht einmal das Kissen.
3 {H} <denken> lieber an Pfannkuchen.
3 Aber dann <kommen:1> der Abend.

== wish
wo: {angstort}
wer: H
gefühl: ängstlich
was: {H} <haben> Angst vor {Z.d}
0 {graus}
0 {H} <verstecken> sich ganz schnell.
1 „Ich will nicht hinsehen!“, <flüstern:1> {S}.
1 [{Sein} Herz <klopfen:1>: bumm, bumm, bumm.|Die Herzen <klopfen:2>: bumm, bumm, bumm.]
2 Nur die Nasenspitze <schauen:1> noch heraus.
2 „[Ich möchte|Wir möchten] so gern mutig sein“, <sagen:1> {S}.
3 {refrain}
3 Aber der Mut <schlafen:1> wohl schon.

== set
wo: auf dem Weg
wer: H
gefühl: neugierig
was: {H} <suchen> den Mut
0 {H} <suchen> den Mut.
0 Wo <sein:1> der Mut? Im Busch? Unter dem Stein?
1 Unter dem Stein <wohnen:1> nur eine Assel.
1 „Bist du der Mut?“, <fragen:1> {S}.
2 „Ich bin Gerda“, <sagen:1> die Assel.
2 {refrain}
3 Die Assel <zeigen:1> mit vielen Beinen nach vorn.
3 „Frag doch die Großen“, <sagen:1> sie.

== try springt
wo: im Garten || auf der Wiese
wer: H A
gefühl: lustig
was: {A} <üben:A> mit {H.d} das laute Brüllen
0 „Brüll laut!“, <sagen:A> {A}. „Das hilft.“
0 {H} <brüllen>. Da <erschrecken:A> {A} selbst.
1 {A} <springen:A> hoch und <landen:A> in einer Pfütze.
1 „Verzeihung“, <sagen:1> {S}.
2 „Das war ein sehr gutes Brüllen“, <sagen:A> {A} und <tropfen:A>.
2 Doch der Mut <sein:1> vor Schreck davongelaufen.
3 „Nachts darf man gar nicht brüllen“, <sagen:1> {S}.
3 „Das stimmt“, <sagen:A> {A}. „Da schlafen die Schafe.“

== try klettert
wo: im Garten || im Wald
wer: H A
gefühl: enttäuscht
was: {H} und {A} verstecken sich unter einem großen Korb
0 {H} und {A} <kriechen:2> unter einen Korb. || Sie <kriechen:2> unter einen Korb.
0 Im Korb <sein:1> es dunkel. Noch mehr Angst!
1 „Hier findet uns niemand“, <flüstern:A> {A}.
1 „Und wer kitzelt mich dann?“, <fragen:1> {S}.
2 Es <sein:1> nur ein Strohhalm. Aber das <wissen:2> sie erst später.
2 Der Korb <bekommen:1> vier Beine und <rennen:1> davon.
3 Rums, <machen:1> es am Apfelbaum.
3 „Verstecken ist gefährlich“, <sagen:A> {A}.

== try fliegt
wo: auf dem Hügel || am Waldrand
wer: H A
gefühl: ratlos
was: {A} <schenken:A> {H.d} eine Mutfeder
0 {A} <schenken:A> {H.d} eine Feder.
0 „Die macht mutig!“ Da <pusten:1> der Wind.
1 Weg <sein:1> die Feder, und weg <sein:1> der Mut.
1 „Ich habe noch mehr“, <sagen:A> {A}.
2 „Dann bist du bald kahl“, <sagen:1> {S}.
2 {A} <gucken:A> an sich herunter und <nicken:A>.
3 Die Feder <tanzen:1> hoch über den Bäumen.
3 Sie <haben:1> überhaupt keine Angst.

== try klug
wo: am Bach || im Wald
wer: H A
gefühl: nachdenklich
was: {A} <erklären:A> {H.d} alles ganz genau
0 {A} <erklären:A> alles ganz genau.
0 {H} <hören> zu. Die Angst <hören:1> nicht zu.
1 „Verstanden?“, <fragen:A> {A}.
1 „Der Kopf schon“, <sagen:1> {S}. „Aber der Bauch nicht.“
2 {A} <beugen:A> sich vor und <reden:A> mit dem Bauch.
2 Der Bauch <knurren:1> nur.
3 „Er will Pfannkuchen“, <sagen:A> {A}.
3 Da <müssen:2> alle lachen, sogar ein bisschen der Bauch.

== solo
wo: {home}
wer: H
gefühl: lustig
was: {H} <ziehen> drei Mützen übereinander an
0 {H} <ziehen> drei Mützen an.
0 So <sehen:1> man nichts. Rums!
1 „Wer hat die Wand hierhin gestellt?“, <fragen:1> {S}.
1 Unter drei Mützen <sein:1> es warm und stockdunkel.
2 Die Angst <passen:1> leider auch mit hinein.
2 Sie <machen:1> sich ganz dünn.
3 {H} <nehmen> eine Mütze nach der anderen ab.
3 „So geht es auch nicht“, <sagen:1> {S}.

== solo
wo: {home}
wer: H
gefühl: zuversichtlich
was: {H} <malen> die Angst auf ein Blatt
0 {H} <malen> die Angst auf ein Blatt. || {H} <malen> die Angst auf Papier.
0 Die Angst <haben:1> Zähne und krumme Beine.
1 „Du brauchst noch eine Schleife“, <sagen:1> {S}.
1 Mit Schleife <sehen:1> sie gar nicht böse aus.
2 Aber das Blatt <sein:1> klein, und die Nacht <sein:1> groß.
2 {H} <stellen> das Bild neben das Bett.
3 „Pass auf mich auf“, <sagen:1> {S} zu dem Bild.
3 Die Angst mit der Schleife <grinsen:1>.

== low
wo: {angstort}
wer: H
gefühl: ängstlich
was: {H} <laufen> vor {Z.d} davon
0 {graus2}
0 {H} <laufen> eilig fort. || {H} <laufen> ganz schnell fort.
1 „[Ich bin|Wir sind] eben nicht mutig“, <sagen:1> {S}.
1 Die Tränen <sein:2> warm, und die Füße <sein:2> kalt.
2 Hinter einem Busch <sein:1> gerade noch Platz.
2 Von dort <sehen:1> man nichts, aber man <hören:1> alles.
3 {H} <zählen> bis zehn. Es <helfen:1> nicht.
3 {H} <zählen> bis zwanzig. Da <piepsen:1> etwas.

== turn1
wo: {angstort}
wer: H
gefühl: besorgt
was: {H} <hören> ein kleines Kätzchen rufen
0 „Hilfe!“, <rufen:1> ein kleines Kätzchen.
0 Es <sitzen:1> ganz allein da und <zittern:1>.
1 „Holst du mich?“, <rufen:1> es.
1 {H} <schauen> nach links und nach rechts. Kein anderer <sein:1> da.
2 Das Kätzchen <sein:1> viel kleiner und viel ängstlicher.
2 „[Ich komme|Wir kommen]“, <sagen:1> {S} mit wackliger Stimme.
3 Ein Fuß <wollen:1> nicht. Der andere <gehen:1> schon los.
3 {refrain}

== turn
wo: {angstort}
wer: H
gefühl: mutig
was: {H} <helfen> einem kleinen Kätzchen trotz der Angst
0 {H} <holen> ‹ein kleines|das kleine› Kätzchen. || {H} <tragen> ‹ein kleines|das kleine› Kätzchen fort.
0 Das Herz <klopfen:1>. {H} <gehen> trotzdem!
1 „Du bist aber mutig“, <sagen:1> das Kätzchen.
1 „Ich?“, <fragen:1> {S}. „Mir zittern doch die Knie.“
2 „Mir auch“, <sagen:1> das Kätzchen. „Aber nun zittern wir zu zweit.“
2 Zu zweit <zittern:1> man viel weniger.
3 Schritt für Schritt <gehen:1> es weiter.
3 Auf einmal <sein:1> der Mut da, mitten in der Angst.

== turn2
wo: {angstort}
wer: H
gefühl: überrascht
was: {H} <schauen> sich {Z.a} aus der Nähe an
0 {H} <schauen> ganz genau hin.
0 {nah}
1 „Das war alles?“, <fragen:1> {S}.
1 Das Kätzchen <lachen:1> zuerst. Dann <lachen:2> beide.
2 {H} <bleiben> noch ein bisschen und <schauen> zu.
2 Der Bauch <kribbeln:1> nur noch wie Brause.
3 „Von weit weg sieht alles größer aus“, <sagen:1> das Kätzchen.
3 „Und von nahem hat es eine Schleife“, <sagen:1> {S}.

== home
wo: auf dem Weg
wer: H A
gefühl: stolz
was: {H} <erzählen> {A.d} alles auf dem Heimweg
0 {H} und {A} <gehen:2> nach Hause. || Zusammen <gehen:2> alle nach Hause.
0 {H} <erzählen> alles dreimal.
1 „Und dann?“, <fragen:A> {A} jedes Mal.
1 Beim dritten Mal <sein:1> das Kätzchen winzig klein.
2 „Warst du gar nicht ängstlich?“, <fragen:A> {A}.
2 „Doch“, <sagen:1> {S}. „Sehr.“
3 {A} <denken:A> darüber nach, bis zum Gartentor.
3 „Das merke ich mir“, <sagen:A> {A}.

== end
wo: {home}
wer: H
gefühl: geborgen
was: {H} <liegen> im Bett und <lauschen> ohne Angst
0 {H} <liegen> im Bett. Es <sein:1> Nacht. || Im Bett <sein:1> es warm und weich.
0 Das Kätzchen <schnurren:1> an den Füßen.
1 „Bist du noch da, Angst?“, <fragen:1> {S}.
1 „Nur ein bisschen“, <flüstern:1> die Angst und <gähnen:1>.
2 {H} <rücken> zur Seite und <machen> ihr Platz.
2 Kleine Angst, großer Mut, beide unter einer Decke.
3 Draußen <sein:1> alles wie immer.
3 Gute Nacht, Kätzchen. Gute Nacht, Mut.
"""
