"""Dutch: words by class, the sentences that are made of them, and what papers repeat."""

from bench.dedup.lexicon import Classes, Lexicon, Templates, phrases, with_rare, words

_DE = words("""
regering minister president partij markt groep raad begroting sector senator burgemeester rechter aanklager rechtbank
advocaat getuige verdachte vakbond werkgever werknemer winst aandeelhouder belegger klant leverancier prijs kost rente
lening belasting schuld obligatie motie stemming kandidaat kiezer peiling oorlog top bondgenoot rivaal buur wijk straat
brug tunnel trein tram bus luchthaven haven vrachtwagen bestuurder passagier reiziger werf woning huurder eigenaar arts
patiënt verpleger behandeling ziekte epidemie film roman auteur schrijver schilder acteur zanger regisseur club speler
trainer scheidsrechter wedstrijd titel supporter renner trui winnaar brand storm wind wolk graad hulpdienst brandweer
agent soldaat generaal raket drone gijzelaar vluchteling migrant controle vertraging uitspraak regel server reactor dam
olie kool grond akker landbouwer kudde melk tarwe vis boom vogel wolf onderzoeker professor student leerling school
cursus dienst commissie woordvoerder directeur chef expert analist waarnemer correspondent journalist krant regio stad
gemeente provincie hoofdstad grens meerderheid oppositie coalitie wet hervorming maatregel beslissing zitting
vergadering conferentie onderhandeling crisis aanval missie operatie huiszoeking klacht straf boete veroordeling
vrijlating politie gevangenis familie dochter onderneming fabriek bank beurs groei inflatie stijging daling verkoop
productie vraag bestelling levering factuur uitgave premie staking betoging eis petitie vereniging stichting federatie
ploeg zege nederlaag finale koers rit medaille blessure kliniek apotheek therapie universiteit opleiding studie
ontdekking technologie toepassing machine windmolen vervuiling uitstoot planeet rivier kust berg overstroming droogte
hittegolf oogst boerderij koe natuur soort weg snelweg lijn auto fiets snelheid evacuatie ontploffing botsing storing
kerk moskee cultuur tentoonstelling scène zaal taal zender campagne verkiezing leiding overheid instelling procedure
clausule richtlijn norm vergunning fusie overname strategie prognose raming sanctie subsidie veiling quote
""")
_HET = words("""
project akkoord rapport land dossier wetsvoorstel decreet amendement debat compromis conflict verdrag gebied dorp
kruispunt vliegtuig schip voertuig netwerk gebouw appartement ziekenhuis vaccin geneesmiddel virus hotel restaurant
museum theater concert festival boek publiek kampioenschap toernooi klassement doelpunt stadion record ongeval gevaar
risico leger offensief arsenaal paspoort visum beroep vonnis proces beginsel model systeem gas klimaat veld bos park
laboratorium diploma examen college instituut centrum kantoor departement comité kabinet parlement onderzoek overleg
voorstel plan programma budget tekort overschot fonds inkomen loon contract bedrijf filiaal aandeel resultaat product
pensioen protest seizoen team verkeer alarm slachtoffer kind gezin huis plein lied stuk agentschap bestuur bod belang
gemiddelde aanbod station spoor strand water eiland reservaat ras vlees graan voedsel verbod embargo tarief
""")
_PLURALS = words("""
ministers parlementsleden rechters advocaten getuigen verdachten vakbonden werkgevers werknemers lonen winsten
resultaten aandeelhouders beleggers klanten leveranciers producten prijzen kosten tarieven leningen belastingen fondsen
plannen kiezers peilingen gesprekken bondgenoten rivalen dorpen straten bruggen treinen bussen vliegtuigen schepen
vrachtwagens voertuigen bestuurders passagiers netwerken gebouwen huurders ziekenhuizen artsen patiënten verplegers
vaccins hotels restaurants musea concerten films boeken auteurs spelers fans doelpunten clubs branden stormen risico's
agenten soldaten troepen raketten drones gijzelaars vluchtelingen migranten controles vertragingen regels modellen
systemen servers reactoren landbouwers bossen vogels onderzoekers studenten leerlingen examens scholen kantoren
diensten experts analisten waarnemers journalisten regio's steden gemeenten grenzen wetten hervormingen maatregelen
beslissingen voorstellen sancties aanvallen slachtoffers gezinnen bedrijven fabrieken banken aandelen schulden
bestellingen pensioenen stakingen betogingen eisen ploegen medailles blessures universiteiten studies windmolens
rivieren stranden boerderijen
""")
_PARTICIPLES = words("""
aangekondigd voorgesteld goedgekeurd verworpen ondertekend onderhandeld betwist bekritiseerd aangeklaagd veroordeeld
beschuldigd aanvaard geweigerd bevestigd vermeld benadrukt betreurd verwelkomd voorbereid gelanceerd voltooid
uitgesteld geannuleerd opgeschort gewijzigd aangepast verhoogd verlaagd beperkt verdubbeld gefinancierd betaald gekocht
verkocht gesloten geopend geïnstalleerd geproduceerd uitgevoerd ingevoerd geleverd besteld getest gecontroleerd
beoordeeld geanalyseerd bestudeerd onderzocht gepubliceerd uitgezonden onthuld gemeld vastgesteld bewaakt beschermd
bedreigd aangevallen gebombardeerd bezet bevrijd aangehouden berecht vrijgesproken ondervraagd gehoord opgeroepen
uitgenodigd ontmoet ontvangen bezocht verlaten gewonnen gedomineerd verslagen geselecteerd getraind verwond behandeld
gevaccineerd gered geëvacueerd opgevangen geholpen begeleid gesteund aangemoedigd geblokkeerd verstoord afgeremd
versneld gestimuleerd hervormd vereenvoudigd geschrapt opgericht ontwikkeld versterkt gemoderniseerd gerenoveerd
hersteld ingehuldigd gevierd geëerd beloond benoemd aangesteld vervangen ontslagen aangeworven opgeleid georganiseerd
geleid beheerd gecoördineerd vertegenwoordigd gespeeld gefilmd tentoongesteld toegelicht verantwoord verduidelijkt
ontkend overschreden bereikt gemist
""")
_INFINITIVES = words("""
aankondigen voorstellen goedkeuren verwerpen ondertekenen betwisten bekritiseren veroordelen aanvaarden weigeren
bevestigen vermelden benadrukken verwelkomen voorbereiden lanceren voltooien uitstellen annuleren opschorten wijzigen
aanpassen verhogen verlagen beperken verdubbelen financieren betalen kopen verkopen sluiten openen installeren
produceren uitvoeren invoeren leveren bestellen testen controleren beoordelen analyseren bestuderen onderzoeken
publiceren onthullen melden bewaken beschermen bedreigen aanvallen bezetten bevrijden ondervragen uitnodigen ontmoeten
ontvangen bezoeken verlaten winnen selecteren behandelen redden evacueren opvangen helpen begeleiden steunen
aanmoedigen blokkeren verstoren afremmen versnellen hervormen vereenvoudigen schrappen oprichten ontwikkelen versterken
renoveren
""")
_ADJECTIVES = words("""
nationale federale regionale lokale Europese internationale mondiale politieke economische sociale fiscale financiële
gerechtelijke militaire openbare private commerciële industriële medische wetenschappelijke technische culturele
religieuze historische recente voormalige nieuwe belangrijke ernstige zware lichte zwakke sterke hoge lage brede smalle
lange korte snelle trage precieze vage duidelijke donkere mogelijke waarschijnlijke zekere voorzichtige ambitieuze
bescheiden gevaarlijke noodzakelijke nuttige doeltreffende stevige broze stabiele blijvende tijdelijke definitieve
voorlopige officiële geheime bekende onbekende jonge oude vrije onafhankelijke verantwoordelijke schuldige onschuldige
buitenlandse naburige Belgische Franse Duitse Nederlandse Britse Amerikaanse Chinese Russische Italiaanse Spaanse
Vlaamse Waalse Brusselse stedelijke landelijke digitale elektrische nucleaire chemische biologische ecologische
monetaire parlementaire presidentiële administratieve grondwettelijke burgerlijke morele wettelijke illegale dodelijke
tragische spectaculaire onverwachte verrassende ontgoochelende bemoedigende zorgwekkende aanzienlijke gedeeltelijke
totale algemene bijzondere uitzonderlijke gewone jaarlijkse maandelijkse wekelijkse dagelijkse gezamenlijke dure
goedkope winstgevende
""")
_PREFIXES = words("""
aarts achter anti auto bij binnen bio boven buiten cyber door deel eco eind euro grond haven hoofd hulp inter jeugd
kern kust land macro mega micro mini model nacht neven onder over proef rand spoor stads staats streek super tele
toekomst top tussen veld volks voor water wereld winter zomer
""")
_TIMES = phrases("""
maandag; dinsdag; woensdag; donderdag; vrijdag; zaterdag; zondag; maandagavond; dinsdagochtend; woensdagmiddag;
donderdagavond; vorige week; volgende week; vorige maand; volgende maand; vorig jaar; volgend jaar; de voorbije dagen;
de jongste weken; al enkele maanden; sinds het begin van het jaar; op het einde van de maand; in het begin van de
zomer; voor het einde van het jaar; in de nacht van zaterdag op zondag; in de vroege ochtend; kort na de middag; rond
18 uur; iets later; in het najaar; in het voorjaar; tegen het einde van het kwartaal; na afloop van de vergadering; in
de eerste jaarhelft; in het tweede kwartaal; voor het eerst; meermaals; in de komende dagen; tot nader order; urenlang;
na tien dagen van gesprekken; in minder dan twee jaar; binnen dertig dagen; de hele dag; eerder deze week; later deze
maand
""")
_ATTRIBUTIONS = phrases("""
volgens een mededeling; zo meldt het parket; zo blijkt uit cijfers die woensdag zijn gepubliceerd; volgens de eerste
elementen van het onderzoek; volgens verscheidene getuigen; zegt een bron dicht bij het dossier; volgens de vakbonden;
blijkt uit een studie; volgens het persbureau Belga; zeggen de lokale autoriteiten; zo staat in een rapport; aldus de
woordvoerder; zegt de politie; volgens het kabinet van de minister; zo laat de directie weten; volgens de
organisatoren; volgens lokale media; zo vernam onze redactie; volgens een voorlopige balans; volgens gegevens van het
statistiekbureau; bevestigt het parket van Antwerpen; zoals de krant eerder schreef; volgens interne documenten;
volgens een peiling bij duizend mensen; blijkt uit de jongste barometer; meldt de NOS; aldus het ministerie van
Financiën; volgens de Nationale Bank; volgens Eurostat; volgens het Planbureau; zo werd vrijdag bekendgemaakt; volgens
het ANP
""")
_PREPOSITIONS = phrases("""
in het kader van; naar aanleiding van; wegens; ter gelegenheid van; binnen; ten gunste van; namens; in het licht van;
dankzij; ondanks; een dag na; in de marge van; vlak bij; samen met; onder druk van; op vraag van; in aanwezigheid van;
ten voordele van; met het oog op; in ruil voor; met de hulp van; als antwoord op; naast; in plaats van; bovenop
""")
_ADVERBS = phrases("""
intussen; daarnaast; uiteindelijk; al; nog altijd; opnieuw; officieel; grotendeels; lichtjes; fors; meer en meer; in
het bijzonder; zoals verwacht; unaniem; voorlopig; in principe; integendeel; inderdaad; van zijn kant; tegelijk; in dit
stadium; ondanks alles; deels; meer dan ooit; daarentegen; tot nu toe; in grote mate; bovendien; evenwel; overigens
""")
_SAYING = phrases("""
zei; verklaarde; benadrukte; voegde eraan toe; waarschuwde; reageerde; zei in een interview; zei in het parlement; gaf
toe; merkte op; zei op een persconferentie; antwoordde; besloot; zei aan de radio; herhaalde; beloofde
""")
_ROLES = phrases("""
minister; premier; woordvoerder; woordvoerster; voorzitter; burgemeester; staatssecretaris; procureur; advocaat;
Kamerlid; directeur; econoom; politoloog; professor; analist; coach; kapitein; vakbondsman; Eurocommissaris;
fractieleider; gewezen minister; topman; onderzoeksrechter; schepen; gouverneur; ondervoorzitster; expert
""")
_PLACES = phrases("""
Brussel; Antwerpen; Gent; Brugge; Leuven; Hasselt; Mechelen; Aalst; Kortrijk; Oostende; Genk; Turnhout; Roeselare;
Sint-Niklaas; Dendermonde; Ieper; Tongeren; Vilvoorde; Luik; Namen; Amsterdam; Rotterdam; Den Haag; Utrecht; Eindhoven;
Groningen; Tilburg; Breda; Nijmegen; Arnhem; Maastricht; Zwolle; Leiden; Haarlem; Delft; Parijs; Londen; Berlijn;
Madrid; Rome; Lissabon; Wenen; Warschau; Praag; Athene; Genève; Luxemburg; Dublin; Oslo; Moskou; Kiev; Ankara; Caïro;
Tunis; Kinshasa; Paramaribo; Washington; New York; Ottawa; Peking; Tokio; New Delhi; Jeruzalem; Beiroet; Damascus;
Teheran
""")
_ORGANISATIONS = phrases("""
de Europese Commissie; het Europees Parlement; de Europese Centrale Bank; de NAVO; de Verenigde Naties; de OESO; het
IMF; de NMBS; Infrabel; Proximus; het ABVV; het ACV; Unizo; het OCMW; de FOD Financiën; de RVA; het Rekenhof; de Raad
van State; het Grondwettelijk Hof; het Rode Kruis; Amnesty International; Greenpeace; Artsen Zonder Grenzen; de WHO; de
UEFA; de FIFA; de KBVB; Vooruit; Groen; de N-VA; CD&V; Open Vld; ASML; Philips; Heineken; Shell; Unilever; Ahold
Delhaize; Colruyt; KBC; ING; Rabobank; bpost; PostNL; KLM; Eurostar; Umicore; Barco; Bekaert; Telenet; Ajax; Volvo Cars
""")
_STOCK_SENTENCES = phrases("""
Niemand raakte gewond.; Het onderzoek loopt nog.; Het parket wil geen verdere commentaar geven.; De precieze
omstandigheden zijn nog niet duidelijk.; Meer informatie volgt.; De minister was niet bereikbaar voor commentaar.; Het
verkeer had veel hinder.; Het dodental kan nog oplopen.; De gesprekken worden volgende week hervat.; Een deskundige
kwam ter plaatse.; De verdachte werd aangehouden.; Hij riskeert tot vijf jaar cel.; De vakbonden roepen op tot
voorzichtigheid.; De brandweer was snel ter plaatse.; Een beslissing wordt in de komende weken verwacht.; Beide
partijen komen opnieuw samen.; Het bedrijf telt enkele honderden werknemers.; De tekst moet nog plenair worden
goedgekeurd.; De tickets zijn sinds maandag te koop.; De oppositie stemde tegen.; Het slachtoffer werd naar het
ziekenhuis gebracht.; Er is geen levensgevaar.; Later op de dag is er een persconferentie.; De schade is nog niet
geraamd.
""")
_UNITS = phrases("""
miljoen euro; miljard euro; euro; mensen; jobs; procent; procentpunten; kilometer; hectare; ton; megawatt; werknemers;
kiezers; inwoners; plaatsen; woningen; voertuigen; dossiers; klachten; minuten; dagen; maanden
""")
_GRAMMAR = """
sentence: clause tail . | clause tail . | clause tail . | lead inverted . | lead inverted . | clause , source .
sentence: clause , source . | quote . | said .
sentence: figure .
source: ATTR | volgens DE van NP | aldus DE van HET | volgens PERSON | zegt een ADJ ND uit PLACE | meldt DE van DE
lead: TIME heeft | ADV heeft | in PLACE heeft | PREP DE heeft | PREP HET heeft | PREP NP heeft
inverted: subject object PART | ORG object PART | PERSON object PART | subject object PART , ATTR
inverted: PERSON PREP DE object PART
clause: subject heeft object PART | people hebben object PART | PERSON heeft object PART | ORG heeft object tail PART
clause: subject wil object INF | people willen object INF | ORG zal object INF | subject moet object INF
clause: subject kan object INF
clause: subject , die object heeft PART , zal object INF | subject heeft object PART en object PART
subject: DE | HET | de ADJ ND | het ADJ NH | DE van DE | HET van DE | DE van HET | DE van NP | de ADJ ND van HET
people: NP | de ADJ NPL | NP van DE | NP van HET | QUANT
object: DE | HET | een ND | een NH | een ADJ ND | de ADJ ND | het ADJ NH van DE | NP | ADJ NPL | DE van HET
object: een ND van NPL
tail: in PLACE | TIME | ADV | PREP DE | PREP HET | PREP NP | om object te INF | TIME in PLACE | zonder ADJ NPL
tail: , terwijl people object hebben PART | in vergelijking met een ADJ ND | sinds QUANT
tail: , omdat subject object heeft PART
quote: " subject heeft object PART " , SAYS PERSON | " we moeten object INF " , SAYS PERSON
quote: " people willen object INF " , SAYS PERSON
said: PERSON SAYS dat subject object heeft PART | ORG SAYS dat people object hebben PART | PERSON wil object INF tail
figure: in totaal werden QUANT PART tail | dat komt neer op QUANT , QUANT meer dan verwacht
figure: subject steeg tot QUANT , tegen QUANT TIME
headline: DE wil object INF | ND heeft object PART | PLACE : NP willen object INF | ORG wil object INF
headline: HET wil object INF
"""
_FOOTERS = phrases("""
Lees ook onze andere artikels over dit onderwerp in ons bijzonder dossier.; Schrijf u in op onze nieuwsbrief en ontvang
elke ochtend het belangrijkste nieuws van de dag in uw mailbox.; Volg al het nieuws op de voet via onze website en onze
mobiele toepassing, gratis voor alle telefoons.; Hebt u een fout opgemerkt in dit artikel? Meld ze aan onze redactie
met het formulier op onze website.; Alle rechten voorbehouden. Niets uit dit artikel mag worden overgenomen zonder
schriftelijke toestemming van de uitgever.; Deze krant onderschrijft de journalistieke code en legt over klachten van
lezers verantwoording af aan de raad.; Steun onafhankelijke journalistiek uit uw streek met een abonnement vanaf vijf
euro per maand.; Deel dit artikel met uw vrienden en geef uw mening in de commentaren, die openstaan voor al onze
abonnees.; Onze redactie biedt u elke week een keuze uit reportages, portretten en analyses om rustig te lezen.; Word
lid van ons berichtenkanaal en krijg het belangrijkste nieuws uit uw buurt zodra het er is.
""")
_MASTHEADS = phrases("""
{p}, de krant van uw streek, houdt u elke dag op de hoogte, op papier en online.; Nieuws van {p}, uw dagblad sinds meer
dan honderd jaar, met redactie en administratie in {r}.; {p} is een uitgave van de dagbladmaatschappij van {r},
verantwoordelijke uitgever {n}, postbus {k}.
""")
_LOCAL = phrases("""
In de streek van {r} is het nieuws voorzichtig onthaald en vragen verschillende raadsleden meer uitleg.; In {r}, waar
{k} mensen rechtstreeks betrokken zijn, komt er een infovergadering in de gemeentezaal.; De burgemeester van {r}, {n},
zegt het dossier van nabij te volgen en schriftelijke garanties te verwachten.; Gevraagd om een reactie zegt de
handelaarsvereniging van {r} dat {k} van haar leden de gevolgen voor de winter zullen voelen.; De bewoners van de
stationsbuurt in {r} zijn ongerust: vorig jaar verzamelden ze al {k} handtekeningen.; "Hier in {r} praten we er al
maanden over", zegt {n}, die een café uitbaat op de grote markt.
""")
_TEMPLATES: Templates = {
    "weather": (
        "Weer voor {r}: {w}",
        "Het weer wordt {w} deze {d} in {r}. In de voormiddag blijft de hemel {w} en ontstaan er lokale mistbanken "
        "in de valleien. De maxima liggen rond {t} graden in de vlakte en {t} graden op de hoogten. De wind waait "
        "uit het {o} met {t} kilometer per uur, met rukwinden tot {k} kilometer per uur. Volgende nacht daalt de "
        "temperatuur tot {t} graden. Morgen wordt het {w}, met {t} procent kans op regen. De index van de "
        "luchtvervuiling blijft op {t}. Het weerkundig instituut geeft geen waarschuwing.",
    ),
    "market": (
        "{c} sluit op {i} punten",
        "De beurs van {r} is {d} {p} procent van haar vorige slot geëindigd. De index {c} sloot op {i} punten, tegen "
        "{i} punten een dag eerder. Bij de aandelen van de index won {s} {p} procent tot {p} euro, terwijl {s} {p} "
        "procent verloor tot {p} euro. {s} eindigde op {p} euro. De omzet bedroeg {k} miljoen euro. De euro was op "
        "het einde van de dag 1,{k} dollar waard en een vat Brent kostte {p} dollar. De rente op tien jaar stond op "
        "{p} procent.",
    ),
    "dividend": (
        "{c} keert dividend van {p} euro uit",
        "{c} keert op {d} een brutodividend van {p} euro per aandeel uit, of {p} euro netto. Coupon nummer {t} wordt "
        "twee dagen eerder afgeknipt. De betaling gebeurt in de kantoren van de bank die de financiële dienst "
        "verzorgt. De nettowinst van het boekjaar bedraagt {k} miljoen euro, tegen {k} miljoen een jaar eerder.",
    ),
    "lottery": (
        "Uitslag van de trekking {c}",
        "Dit is de uitslag van de trekking {c} van {d}. De winnende nummers zijn {t} - {t} - {t} - {t} - {t} - {t} "
        "en het reservenummer is {t}. Het jokernummer is {i}. De winst van de eerste rang bedraagt {i} euro. Deze "
        "uitslag is onder voorbehoud; alleen de officiële lijst is bindend.",
    ),
    "sports": (
        "Competitie {r}: de uitslagen",
        "Uitslagen van speeldag {t} van de competitie {r}: {x} - {x} {g}-{g}, {x} - {x} {g}-{g}, {x} - {x} {g}-{g}. "
        "{x} opende de score in minuut {t} voor {i} toeschouwers. In de stand telt {x} {t} punten en staat het voor "
        "{x}, dat er {t} heeft. De volgende speeldag is op {d}. De reserven spelen een dag later op dezelfde uren.",
    ),
}


def lexicon() -> Lexicon:
    """All of it, put together."""
    common, neuter = with_rare(_DE, _PREFIXES), with_rare(_HET, _PREFIXES)
    plurals = with_rare(_PLURALS, _PREFIXES)
    classes: Classes = {
        "DE": [f"de {noun}" for noun in common],
        "HET": [f"het {noun}" for noun in neuter],
        "ND": common,
        "NH": neuter,
        "NP": [f"de {noun}" for noun in plurals],
        "NPL": plurals,
        "ADJ": with_rare(_ADJECTIVES, _PREFIXES[:12]),
        "PART": list(_PARTICIPLES),
        "INF": list(_INFINITIVES),
        "TIME": _TIMES,
        "ATTR": _ATTRIBUTIONS,
        "PREP": _PREPOSITIONS,
        "ADV": _ADVERBS,
        "SAYS": _SAYING,
    }
    return Lexicon(
        code="nl",
        papers=("De Koerier van", "De Echo van", "De Gazet van", "Het Dagblad van"),
        agencies=("Belga", "ANP", "Reuters"),
        classes=classes,
        topical=("DE", "HET", "ND", "NH", "NP", "NPL", "ADJ", "PART", "INF"),
        grammar=_GRAMMAR,
        roles=_ROLES,
        places=_PLACES,
        organisations=_ORGANISATIONS,
        units=_UNITS,
        stock_sentences=_STOCK_SENTENCES,
        footers=_FOOTERS,
        mastheads=_MASTHEADS,
        local=_LOCAL,
        templates=_TEMPLATES,
        correction="CORRECTIE",
        corrects="(Verbetert een gegeven in de tekst.)",
        also="In ander nieuws: ",
        decimal=",",
        months=words("januari februari maart april mei juni juli augustus september oktober november december"),
        weather=phrases("zonnig; bewolkt; regenachtig; onweerachtig; mistig; wisselvallig; droog; fris; zacht; grijs"),
        winds=phrases("noorden; zuiden; oosten; westen; noordwesten; zuidwesten; noordoosten; zuidoosten"),
    )
