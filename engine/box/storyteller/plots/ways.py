"""What happens on the way: meetings and small pages between the tries of any story."""

SCRIPT = """
== meet
wo: am Wegrand || unter einer Hecke
wer: H A
gefühl: neugierig
was: {H} <treffen> {A.a}
0 {H} <treffen> jemanden.
1 „Wohin so eilig?“, <fragen:A> {A}.
1 {bitte}
2 {traitA}
2 „Ich komme mit“, <sagen:A> {A}. „Zu zweit geht vieles.“
3 „Hast du keine Angst vor dem weiten Weg?“, <fragen:1> {S}.
3 „Doch“, <sagen:A> {A}. „Aber ich gehe ja nicht allein.“

== meet
wo: an einer Wegkreuzung || vor einem alten Tor
wer: H A
gefühl: froh
was: {A} <sitzen:A> am Weg und <wollen:A> helfen
0 Am Weg <sitzen:1> jemand.
1 {bitte}
1 „Da kann ich helfen!“, <rufen:A> {A}.
2 {traitA}
2 Von da an <sein> {H} nicht mehr allein.
3 „Was bekomme ich dafür?“, <fragen:A> {A}.
3 „Einen halben Apfel“, <sagen:1> {S}. „Abgemacht!“

== meet
wo: auf einer alten Brücke || an einem umgestürzten Baum
wer: H A
gefühl: überrascht
was: {H} <stolpern> beinahe über {A.a}
0 „Pass doch auf!“, <rufen:1> eine Stimme.
1 „Verzeihung“, <sagen:1> {S}.
1 {bitte}
2 {traitA}
2 „Da weiß ich etwas“, <sagen:A> {A}.
3 {A} <kratzen:A> sich am Kinn und <überlegen:A> lange.
3 „Oder ich weiß fast etwas“, <sagen:A> {A}. „Komm mit!“

== way
wo: an einer großen Pfütze
wer: H
gefühl: lustig
was: {H} <kommen> an eine riesige Pfütze
0 Da <sein:1> eine riesige Pfütze.
0 Platsch! {H} <springen> mitten hinein.
1 Das Wasser <spritzen:1> bis an die Ohren.
1 „So breit ist das Meer“, <sagen:1> {S}.
2 Ein Papierschiff aus einem Blatt <schwimmen:1> hinterher.
3 In der Pfütze <wackeln:2> Himmel und Wolken.
3 Dann <werden:2> sie wieder still.

== way
wo: unter einem großen Pilz
wer: H A
gefühl: geborgen
was: {H} und {A} warten unter einem Pilz auf das Ende des Regens
0 Es <regnen:1>. Plitsch, platsch!
0 Unter dem Pilz <sein:1> es trocken.
1 „Rück ein Stück“, <sagen:A> {A}.
1 Sie <zählen:2> die Tropfen am Rand.
2 Bei hundert <hören:1> der Regen auf.
2 Alles <riechen:1> frisch und neu.
3 „Hast du gezählt?“, <fragen:A> {A}. „Nur bis zehn, zehnmal.“
3 Über dem Feld <stehen:1> ein halber Regenbogen.

== way
wo: am Bach
wer: H A
gefühl: zuversichtlich
was: {H} und {A} bauen eine kleine Brücke über den Bach
0 Der Bach <sein:1> breit. Ein Ast <helfen:1>.
0 {H} und {A} <balancieren:2> hinüber.
1 „Nicht nach unten schauen!“, <rufen:A> {A}.
1 {H} <schauen> nach unten. Da <winken:1> ein Fisch.
2 Der Ast <federn:1> bei jedem Schritt.
2 Drüben <wachsen:1> das Gras genauso, nur anders herum.
3 „Wir lassen den Ast liegen“, <sagen:1> {S}.
3 „Vielleicht braucht ihn noch jemand.“

== way
wo: unter einem Kirschbaum || am Wegrand
wer: H A
gefühl: froh
was: {H} und {A} machen Rast und teilen einen Apfel
0 {H} und {A} <machen:2> Rast.
0 Ein Apfel <reichen:1> für zwei. Knack!
1 „Du zuerst“, <sagen:A> {A}. „Nein, du“, <sagen:1> {S}.
1 Das Gras <sein:1> weich wie ein Kissen.
2 Eine Wespe <wollen:1> auch ein Stück und <bekommen:1> den Rest.
2 Fünf Kerne <bleiben:2> übrig.
3 {H} <stecken> sie in die Erde.
3 „In hundert Jahren sind das fünf Bäume“, <sagen:A> {A}.

== way
wo: auf dem Feld
wer: H
gefühl: ängstlich
was: dichter Nebel <kommen:1> über das Feld
0 Nebel <kommen:1>. Alles <werden:1> weiß.
0 „Hallo?“, <rufen:1> {S}. „Hallo!“
1 Ein Schatten mit langen Armen <stehen:1> im Feld.
1 {H} <gehen> näher. Es <sein:1> eine Vogelscheuche!
2 „Guten Tag“, <sagen:1> {S} und <schütteln:1> ihr den Ärmel.
2 Ein Strohhalm <rieseln:1> heraus.
3 Der Wind <kommen:1> und <nehmen:1> den Nebel mit.
3 Zum Abschied <winken:1> der leere Ärmel.

== way
wo: an einem Zaun
wer: H
gefühl: neugierig
was: {H} <fragen> ein altes Pferd nach dem Weg
0 Am Zaun <stehen:1> ein altes Pferd.
0 „Geradeaus“, <sagen:1> es, „und dann weiter.“
1 {H} <streicheln> die weiche Nase.
1 „Bist du weit gereist?“, <fragen:1> {S}.
2 „Einmal rund um die Wiese“, <sagen:1> das Pferd.
2 Es <schnauben:1> warm, und das Gras <duften:1>.
3 „Und was hast du gesehen?“, <fragen:1> {S}.
3 „Die andere Seite vom Zaun“, <sagen:1> das Pferd.

== way
wo: auf einer kleinen Anhöhe
wer: H A
gefühl: ruhig
was: {H} und {A} schauen den Wolken nach
0 {H} und {A} <liegen:2> im Gras. || Alle <liegen:2> im weichen Gras.
0 Oben <fliegen:2> Wolken: ein Schaf, ein Schiff!
1 „Und die da?“, <fragen:A> {A}. „Das ist ein Kuchen.“
1 Der Kuchen <werden:1> langsam ein Krokodil.
2 Das Krokodil <fressen:1> das Schaf, ganz ohne Lärm.
2 Dann <sein:1> der Himmel wieder blau.
3 „Wolken haben es gut“, <sagen:A> {A}. „Sie müssen nie stehen bleiben.“
3 „Aber sie können sich nicht hinsetzen“, <sagen:1> {S}.

== way
wo: im hohen Gras
wer: H A
gefühl: überrascht
was: Glühwürmchen leuchten {H.d} den Weg
0 Es <werden:1> dunkel. Da <blinken:1> etwas!
0 Glühwürmchen <fliegen:2> um {H.a} herum.
1 Eins, drei, zehn, dann <sein:2> es hundert.
1 „Seid ihr kleine Laternen?“, <fragen:1> {S}.
2 „Wir sind die Müllabfuhr für das Dunkel“, <summen:2> sie.
2 Der Weg <leuchten:1> jetzt wie mit Gold bestreut.
3 {A} <wollen:A> eines fangen und <lassen:A> es lieber.
3 „Danke schön!“, <rufen:1> {S} ihnen nach.

== way
wo: an einem alten Brunnen
wer: H
gefühl: lustig
was: {H} <rufen> in einen alten Brunnen
0 „Huhu!“, <rufen:1> {S} in den Brunnen.
0 „Huhu!“, <rufen:1> es zurück.
1 „Wer bist du?“ – „Bist du?“, <fragen:1> der Brunnen.
1 {H} <lachen>. Unten <lachen:1> es auch, nur tiefer.
2 Ein kühler Hauch <kommen:1> herauf und <riechen:1> nach Stein.
3 „Mach es gut!“, <rufen:1> {S}.
3 „Gut!“, <sagen:1> der Brunnen.

== way
wo: unter einer alten Eiche
wer: H A
gefühl: müde
was: {H} und {A} schlafen eine Nacht unter der Eiche
0 {H} und {A} <schlafen:2> unter der Eiche. || Alle <schlafen:2> unter der Eiche.
0 Ein Blatt <sein:1> die Decke.
1 „Gute Nacht, Eiche“, <sagen:1> {S}.
1 „Knarr“, <sagen:1> die Eiche.
2 In der Nacht <fallen:1> eine Eichel. Niemand <wachen:1> auf.
2 Am Morgen <liegen:1> Tau auf allen Nasen.
3 {A} <niesen:A> dreimal, und der Tag <fangen:1> an.
3 „Gesundheit“, <sagen:1> {S}. „Weiter geht es.“

== way
wo: auf der Wiese
wer: H
gefühl: nachdenklich
was: {H} <pusten> eine Pusteblume in den Wind
0 {H} <finden> eine Pusteblume. Pfff!
0 Hundert kleine Schirme <fliegen:2> los.
1 „Gute Reise!“, <rufen:1> {S}.
1 Ein Schirmchen <bleiben:1> auf der Nase sitzen.
2 Es <kitzeln:1>, und dann <fliegen:1> es auch.
3 „Du schaffst es“, <sagen:1> {S} zu ihm.
3 Auf einmal <gehen:1> auch der eigene Weg leichter.

== way
wo: am Waldrand
wer: H A
gefühl: aufgeregt
was: im Sturm <halten> {H} sich an {A.d} fest
0 Der Wind <heulen:1>. Die Bäume <biegen:2> sich.
0 {H} und {A} <halten:2> sich fest. || Alle <halten:2> sich fest.
1 Ein Hut <fliegen:1> vorbei. Niemand <kennen:1> ihn.
1 „Nicht loslassen!“, <rufen:A> {A}.
2 Blätter <wirbeln:2> wie tausend Vögel.
2 Dann <sein:1> es auf einmal still.
3 „War das alles?“, <fragen:1> {S} mit zerzausten Haaren.
3 Da <müssen:2> beide lachen.

== way
wo: an einem Maulwurfshügel
wer: H
gefühl: froh
was: {H} <helfen> einem Käfer wieder auf die Beine
0 Ein Käfer <liegen:1> auf dem Rücken.
0 {H} <drehen> ihn vorsichtig um.
1 „Puh, danke“, <sagen:1> der Käfer. „Der Himmel war mir zu lang.“
1 Er <putzen:1> alle sechs Beine.
2 „Wohin willst du?“, <fragen:1> er.
2 {bitte}
3 „Dann viel Glück“, <sagen:1> der Käfer.
3 Er <schenken:1> {H.d} einen sehr kleinen Krümel.
"""
