"""Words of the closed classes, and adjectives and adverbs that end as verbs do."""

from __future__ import annotations

from engine.language.word_list import word_set

DETERMINERS = word_set(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines mein meine
    meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines ihr
    ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures
    dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller
    alles beide beiden viele vielen mehrere mehreren einige einigen manche manchen manches solche solchen welche
    welcher welches welchen welchem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend lauter
    etwas nichts
    """
)
PREPOSITIONS = word_set(
    """
    in im ins an am ans auf aufs aus bei beim mit nach von vom vor vors zu zum zur über übers unter unters hinter
    neben zwischen durch durchs für fürs gegen ohne um ums bis seit während wegen trotz statt anstatt außer entlang
    gegenüber innerhalb außerhalb
    """
)
PRONOUNS = word_set(
    """
    ich du er sie es wir ihr man mich dich ihn uns euch mir dir ihm ihnen sich jemand niemand jemanden niemanden
    jemandem niemandem einander selbst selber dies nichts etwas alles wer was wen wem
    """
)
COORDINATORS = word_set("und oder aber sondern doch denn sowie")

NOT_VERBS_T = word_set(
    """
    nicht mit damit somit womit hiermit seit jetzt dort fast selbst sonst oft erst zuerst zuletzt vielleicht
    überhaupt insgesamt samt statt anstatt umsonst längst jüngst meist höchst äußerst halt nebst acht recht nächst
    einst unlängst möglichst alt kalt bunt laut rot gut weit breit nett satt glatt platt matt fett dicht leicht
    schlecht echt sanft hart zart spät fest ernst feucht sacht schlicht licht tot wert wund fit kaputt komplett
    violett hellrot dunkelrot feuerrot knallrot knallbunt kunterbunt uralt eiskalt steinalt bitterkalt zuallererst
    federleicht steinhart butterzart berühmt bekannt beliebt bereit gesund gesamt gewiss interessant elegant
    tolerant rasant galant charmant intelligent exzellent direkt exakt perfekt abstrakt konkret korrekt intakt nackt
    rechts links stets abseits nachts zweit dritt viert süß bestimmt verliebt unbekannt unbedingt ungewohnt
    unverletzt unbemerkt unerwartet ungestört ungeschickt hundert weltberühmt
    """
)

NOT_VERBS_N = word_set(
    """
    nun dann wann denn wenn schon davon hin ihn in an von den gegen neben eben oben unten hinten vorn vorne innen
    außen drinnen draußen drüben zusammen morgen gestern gern selten offen trocken zufrieden allein mitten golden
    eigen willkommen wegen zwischen entgegen inzwischen indessen deswegen meinetwegen sieben neun zehn verschieden
    daran darin heran hinein herein fein klein mein dein sein kein ein rein fern modern nüchtern albern nebenan
    voran bergan obenan sodann dahin hierhin dorthin wohin überallhin irgendwohin nirgendwohin weiterhin ohnehin
    vorhin immerhin unseren unsern euren ihren seinen meinen deinen einen keinen diesen jenen jeden allen beiden
    vielen einigen manchen solchen welchen anderen andern ersten zweiten dritten letzten nächsten besten meisten
    ihnen denen erwachsen entlang soeben mittendrin drin worin hinan braun grün schön dünn kühn zeitlebens rundherum
    einzeln beisammen bescheiden nacheinander hintereinander übereinander
    """
)

NOT_VERBS_TE = word_set(
    """
    heute bitte letzte rechte erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte weite breite
    nette beste liebste größte kleinste meiste nächste höchste schnellste schönste stärkste dickste älteste jüngste
    alte kalte bunte laute rote gute satte glatte platte matte fette dichte leichte schlechte echte sanfte harte
    zarte späte feste ernste feuchte tote nackte kaputte uralte unbekannte berühmte beliebte gesunde verrückte mitte
    seite leute
    """
)
"""Words in -te that are no past; their forms in -ten are found by leaving the n away."""

OTHER = word_set(
    """
    ja nein doch auch nur noch schon sehr ganz so zu da hier dort wo wie immer nie wieder bald gleich mehr viel
    wenig ab auf aus bei los weg fort vorbei zurück herum umher hinaus heraus hinunter herunter hinauf herauf herein
    hinüber herüber davor danach dabei dazu darauf darum daher deshalb trotzdem außerdem also plötzlich endlich
    einmal zweimal etwas nichts alles vor nach her hoch tief nah weiter lieber gerne heim nass müde leise schnell
    langsam hell
    """
)
CLOSED = DETERMINERS | PREPOSITIONS | PRONOUNS | COORDINATORS | NOT_VERBS_T | NOT_VERBS_N | NOT_VERBS_TE | OTHER
