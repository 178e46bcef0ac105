"""German verbs that do not follow the rules: what no ending tells.

The table holds infinitive, third person present, third person past and participle of the strong and mixed verbs without
their prefixes; `s` marks those whose perfect is built with *sein*.
"""

from __future__ import annotations

from engine.language.word_list import word_set

_STRONG = """
backen bäckt backte gebacken
befehlen befiehlt befahl befohlen
beginnen beginnt begann begonnen
beißen beißt biss gebissen
bergen birgt barg geborgen
bersten birst barst geborsten s
biegen biegt bog gebogen
bieten bietet bot geboten
binden bindet band gebunden
bitten bittet bat gebeten
blasen bläst blies geblasen
bleiben bleibt blieb geblieben s
braten brät briet gebraten
brechen bricht brach gebrochen
brennen brennt brannte gebrannt
bringen bringt brachte gebracht
denken denkt dachte gedacht
dreschen drischt drosch gedroschen
dringen dringt drang gedrungen s
dürfen darf durfte gedurft
empfehlen empfiehlt empfahl empfohlen
erlöschen erlischt erlosch erloschen s
erschrecken erschrickt erschrak erschrocken s
essen isst aß gegessen
fahren fährt fuhr gefahren s
fallen fällt fiel gefallen s
fangen fängt fing gefangen
fechten ficht focht gefochten
finden findet fand gefunden
flechten flicht flocht geflochten
fliegen fliegt flog geflogen s
fliehen flieht floh geflohen s
fließen fließt floss geflossen s
fressen frisst fraß gefressen
frieren friert fror gefroren
gebären gebärt gebar geboren
geben gibt gab gegeben
gedeihen gedeiht gedieh gediehen s
gehen geht ging gegangen s
gelingen gelingt gelang gelungen s
gelten gilt galt gegolten
genesen genest genas genesen s
genießen genießt genoss genossen
geschehen geschieht geschah geschehen s
gewinnen gewinnt gewann gewonnen
gießen gießt goss gegossen
gleichen gleicht glich geglichen
gleiten gleitet glitt geglitten s
graben gräbt grub gegraben
greifen greift griff gegriffen
haben hat hatte gehabt
halten hält hielt gehalten
hängen hängt hing gehangen
hauen haut haute gehauen
heben hebt hob gehoben
heißen heißt hieß geheißen
helfen hilft half geholfen
kennen kennt kannte gekannt
klimmen klimmt klomm geklommen s
klingen klingt klang geklungen
kneifen kneift kniff gekniffen
kommen kommt kam gekommen s
können kann konnte gekonnt
kriechen kriecht kroch gekrochen s
laden lädt lud geladen
lassen lässt ließ gelassen
laufen läuft lief gelaufen s
leiden leidet litt gelitten
leihen leiht lieh geliehen
lesen liest las gelesen
liegen liegt lag gelegen
lügen lügt log gelogen
mahlen mahlt mahlte gemahlen
meiden meidet mied gemieden
melken melkt molk gemolken
messen misst maß gemessen
misslingen misslingt misslang misslungen s
mögen mag mochte gemocht
müssen muss musste gemusst
nehmen nimmt nahm genommen
nennen nennt nannte genannt
pfeifen pfeift pfiff gepfiffen
preisen preist pries gepriesen
quellen quillt quoll gequollen s
raten rät riet geraten
reiben reibt rieb gerieben
reißen reißt riss gerissen
reiten reitet ritt geritten s
rennen rennt rannte gerannt s
riechen riecht roch gerochen
ringen ringt rang gerungen
rinnen rinnt rann geronnen s
rufen ruft rief gerufen
salzen salzt salzte gesalzen
saufen säuft soff gesoffen
saugen saugt sog gesogen
schaffen schafft schuf geschaffen
scheiden scheidet schied geschieden
scheinen scheint schien geschienen
schelten schilt schalt gescholten
scheren schert schor geschoren
schieben schiebt schob geschoben
schießen schießt schoss geschossen
schinden schindet schund geschunden
schlafen schläft schlief geschlafen
schlagen schlägt schlug geschlagen
schleichen schleicht schlich geschlichen s
schleifen schleift schliff geschliffen
schließen schließt schloss geschlossen
schlingen schlingt schlang geschlungen
schmeißen schmeißt schmiss geschmissen
schmelzen schmilzt schmolz geschmolzen s
schneiden schneidet schnitt geschnitten
schreiben schreibt schrieb geschrieben
schreien schreit schrie geschrien
schreiten schreitet schritt geschritten s
schweigen schweigt schwieg geschwiegen
schwellen schwillt schwoll geschwollen s
schwimmen schwimmt schwamm geschwommen s
schwinden schwindet schwand geschwunden s
schwingen schwingt schwang geschwungen
schwören schwört schwor geschworen
sehen sieht sah gesehen
sein ist war gewesen s
senden sendet sandte gesandt
singen singt sang gesungen
sinken sinkt sank gesunken s
sinnen sinnt sann gesonnen
sitzen sitzt saß gesessen
sollen soll sollte gesollt
spalten spaltet spaltete gespalten
spinnen spinnt spann gesponnen
sprechen spricht sprach gesprochen
sprießen sprießt spross gesprossen s
springen springt sprang gesprungen s
stechen sticht stach gestochen
stehen steht stand gestanden
stehlen stiehlt stahl gestohlen
steigen steigt stieg gestiegen s
sterben stirbt starb gestorben s
stieben stiebt stob gestoben s
stinken stinkt stank gestunken
stoßen stößt stieß gestoßen
streichen streicht strich gestrichen
streiten streitet stritt gestritten
tragen trägt trug getragen
treffen trifft traf getroffen
treiben treibt trieb getrieben
treten tritt trat getreten
trinken trinkt trank getrunken
trügen trügt trog getrogen
tun tut tat getan
verderben verdirbt verdarb verdorben s
vergessen vergisst vergaß vergessen
verlieren verliert verlor verloren
verschwinden verschwindet verschwand verschwunden s
verzeihen verzeiht verzieh verziehen
wachsen wächst wuchs gewachsen s
waschen wäscht wusch gewaschen
weben webt wob gewoben
weichen weicht wich gewichen s
weisen weist wies gewiesen
wenden wendet wandte gewandt
werben wirbt warb geworben
werden wird wurde geworden s
werfen wirft warf geworfen
wiegen wiegt wog gewogen
winden windet wand gewunden
wissen weiß wusste gewusst
wollen will wollte gewollt
wringen wringt wrang gewrungen
ziehen zieht zog gezogen
zwingen zwingt zwang gezwungen
"""

_ROWS = [row.split() for row in _STRONG.split("\n") if row]

STRONG_PARTICIPLES = frozenset(row[3] for row in _ROWS)
STRONG_INFINITIVES = frozenset(row[0] for row in _ROWS)
STRONG_PRESENT = frozenset(row[1] for row in _ROWS) - {"ist", "hat", "wird"}
STRONG_PAST = frozenset(row[2] for row in _ROWS) - {"war", "hatte", "wurde"}

MOTION = frozenset(row[3] for row in _ROWS if row[4:])
WITH_SEIN = MOTION | word_set(
    """
    gestanden gelegen gesessen gefroren geboren gehangen gerutscht gewandert geklettert gehüpft gehopst gekrabbelt
    gerollt gekullert gepurzelt geplumpst gereist gesegelt gestolpert gestürzt geplatzt geknallt gelandet gestartet
    gestrandet gesaust geflitzt gehuscht gehoppelt geschlüpft getappt getapst getrippelt gestapft gestampft
    gewatschelt geschwebt geflattert gerudert geradelt geeilt geflüchtet gefolgt geglückt gealtert gekippt gekentert
    gekehrt gebogen getaut gewacht getaucht gejagt getrabt geschwirrt gesurrt gebraust gebrummt gerast gezischt
    gedüst gestakst gestiefelt geschlendert gebummelt geholpert gepoltert gewirbelt gewuselt gekraxelt gezogen
    gelungert getrottet gestreunt geschlittert gespurtet geritten gestrolcht getanzt gedreht geprallt gestoßen
    gesickert getropft geschwappt geperlt gebrochen gerissen geknickt geblüht geheilt gestreift gekühlt gequollen
    gesprudelt gesprungen gebröckelt gesplittert getrieben gescheitert passiert spaziert marschiert galoppiert
    explodiert stolziert balanciert existiert begegnet erwacht ergraut erblüht verblüht verwelkt vertrocknet
    verhungert verheilt verrutscht verreist verunglückt eingenickt eingedöst angebrannt abgebrannt ausgebrannt
    niedergebrannt durchgebrannt übergekocht eingerostet eingetrocknet ausgetrocknet abgekühlt aufgeklart
    abgeblättert ausgeflippt abgebogen eingeschneit eingeschlafen entschlafen entwischt entlaufen entflohen
    entfallen entstanden entkommen entgangen entsprungen erfroren ertrunken erschienen erstarrt erstickt versickert
    verstummt verdunstet verfault verschollen vergangen verflogen verlaufen verstorben verblasst verklungen
    zerbrochen zerrissen zersprungen zerfallen zerplatzt zerlaufen zergangen verirrt umhergeirrt überlaufen
    übergelaufen überstanden entbrannt verbrannt verrostet vereist verwildert verkommen verraucht verhallt gereift
    gekeimt gewelkt gefault geschrumpft gerostet geschimmelt gestrauchelt verdampft verdorrt verschimmelt versiegt
    versandet vergilbt
    """
)
"""Participles whose *ist …* is a perfect or may well be one: no Zustandspassiv is claimed for them."""

ADJECTIVES = word_set(
    """
    bekannt unbekannt beliebt berühmt bewölkt bewohnt begabt betagt bereit bewusst bewegt benommen besessen
    bescheiden verlassen verkleidet verirrt beschäftigt begeistert besorgt beleidigt befreundet besonnen betroffen
    betrübt bedrückt betrunken beunruhigt bestürzt beeindruckt berechtigt belebt verliebt verlobt verheiratet
    verwandt verrückt verkehrt vertraut vernarrt verschieden verlegen verdutzt verblüfft verwundert verwirrt
    verzweifelt verärgert verängstigt verstimmt verwöhnt verspielt verträumt vergnügt verschlafen verschwiegen
    verstört vertieft versunken verzückt verschnupft verletzt verspätet verantwortlich verfroren verschwitzt
    erkältet erfreut erregt erstaunt erschöpft erleichtert entspannt entsetzt enttäuscht entschlossen entzückt
    entfernt erwachsen ernst erst erhitzt errötet erzürnt erbost ermüdet zerstreut zerstritten zufrieden unzufrieden
    zerzaust aufgeregt aufgebracht aufgeweckt aufgedreht aufgekratzt ausgelassen ausgeschlafen ausgeruht abgelenkt
    abgelegen angespannt angesagt abgehetzt angetan eingeschnappt eingebildet durchgefroren durchnässt durcheinander
    überrascht überzeugt überhaupt umsonst unterst durchsetzt ungewohnt unbeliebt ungeschickt unverletzt unerwartet
    ungespannt gespannt gelaunt gewohnt gewöhnt gewandt gewitzt gescheit geschickt geschockt gebannt gekränkt
    gelangweilt geeignet geneigt genervt gerührt gefasst gefragt gefürchtet gelassen gereizt gestresst gestreift
    gepunktet gefleckt getupft geblümt gemustert gescheckt getigert gelockt geflügelt gestiefelt gesund gerecht
    gesamt geliebt gelehrt gesittet gedacht gekleidet gerötet gemischt gekrümmt gebogen gewellt gebürtig gesinnt
    gespenstisch geborgen gelenkt interessiert kariert fasziniert deprimiert frustriert irritiert kompliziert
    motiviert konzentriert engagiert amüsiert pikiert blamiert schockiert isoliert raffiniert offen trocken selten
    eben eigen golden unterlegen überlegen willkommen vollkommen benachbart
    """
)
"""Participles in form, adjectives in use: *Er ist aufgeregt* is no passive."""

TRULY_PASSIVE_WITH_WERDEN = word_set(
    """
    verlassen verkleidet verletzt überrascht abgelenkt beleidigt erregt gefragt gedacht gefürchtet geliebt gelenkt
    getrieben gemischt gekleidet gelassen bewohnt bewegt verwöhnt überzeugt enttäuscht entfernt belebt gebogen
    gekränkt gemustert geschickt geborgen isoliert motiviert beeindruckt aufgeweckt verlobt erhitzt entlassen
    begeistert getröstet durchnässt
    """
)
"""Of the adjectives above, those that *werden* makes a passive again: *Der Hase wird gefragt*."""

NO_PARTICIPLES = word_set(
    """
    geht gelingt geschieht genießt gewinnt gesteht genügt gerät gebt gehorcht gesamt gewesen geworden berst
    überhaupt umsonst unterst bereit bereits erst zuerst vorerst ernst bestimmt beinahe bestens geben gehen genug
    gern gegen gerade getrost entlang entweder erstens vergebens beisammen zerrt ziert friert schmiert viert giert
    bewusst berät verrät verlässt verliert vergisst verschwindet entsteht erschrickt entscheidet beginnt begreift
    bekommt besteht betritt versteht verspricht verschläft erscheint erfindet erhält enthält
    """
)
"""Words shaped like participles that never are."""

T_STEMS = word_set(
    """
    acht antwort arbeit bericht bet biet bitt blut brat breit brüst bürst deut dicht duft fast fecht fest flecht
    flirt flöt flucht fürcht gleit glätt haft halt heft hust hüt jät kitt knet knot kost läut leist leit leucht list
    löt lüft mast miet mist nacht nist ort mut zicht pacht plätt pust rast rat reit rett richt rost röst rüst schalt
    scheit schicht schlacht schlicht schreit schuft schütt sicht sort spalt spott spurt stalt start stift streit
    tast test töt tracht tret trost tröst trott wart walt wett wüt zücht brüt falt hast bett
    """
)
"""Stems that end in *t*, without prefix: *sie warten* is present, *sie warteten* past."""

MODALS_PRESENT = word_set(
    """
    kann kannst können könnt will willst wollen wollt muss musst müssen müsst darf darfst dürfen dürft soll sollst
    sollen sollt mag magst mögen mögt möchte möchtest möchten möchtet weiß weißt
    """
)
WERDEN = word_set(
    """
    werde wirst wird werden werdet wurde wurdest wurden wurdet würde würdest würden würdet
    """
)
WERDEN_PAST = word_set("wurde wurdest wurden wurdet")
HABEN = word_set(
    """
    habe hab hast hat haben habt hatte hattest hatten hattet hätte hättest hätten hättet
    """
)
SEIN = word_set(
    """
    bin bist ist sind seid war warst waren wart sei seien seist wäre wärst wärest wären wärt
    """
)
SUBJUNCTIVE = word_set(
    """
    würde würdest würden würdet wäre wärst wären wärt hätte hättest hätten hättet könnte könntest könnten müsste
    müssten dürfte dürften sollte solltest sollten möchte möchten sei seien
    """
)
"""Subjunctives, and past forms that look like one."""

SEPARABLE = word_set(
    """
    ab an auf aus bei da dabei dafür dagegen daher dahin daneben dar daran darauf davon davor dazu dazwischen durch
    durcheinander ein einher empor entgegen entlang entzwei fehl fern fertig fest fort frei gegenüber gleich her
    herab heran herauf heraus herbei herein herüber herum herunter hervor heim hier hin hinab hinauf hinaus hinein
    hinfort hinüber hinunter hinweg hinzu hoch hinterher ineinander aufeinander auseinander beiseite kaputt kennen
    klar klein lahm leer lieb liegen los mit nach nahe nieder pleite preis quer rauf raus rein rüber rum runter ran
    rück rückwärts satt sauber schief schön schwarz sicher sitzen spazieren statt stehen still teil tot trocken über
    überein um umher unter voll vor voran voraus vorbei vorüber vorweg vorwärts wach wahr warm weg weh weiter wett
    wieder wohl zu zufrieden zurecht zurück zusammen zuvor zwischen
    """
)
INSEPARABLE = ("be", "ver", "er", "ent", "zer", "miss", "emp", "ge", "über", "unter", "um", "durch", "wider", "hinter",
               "voll", "wieder")  # fmt: skip
