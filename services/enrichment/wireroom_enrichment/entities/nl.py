"""Dutch."""

import re

from wireroom_enrichment.entities.lexicon import ENGLISH_HEADS, Lexicon, ending, whole, words

_ROLES = r"""
[\w-]*(?:minister|president|voorzitter|voorzitster|woordvoerder|woordvoerster|secretaris|directeur|directrice|leider|
leidster|chef|burgemeester|wethouder|schepen|gedeputeerde|gouverneur|commissaris|ambassadeur|gezant|kamerlid|
parlementslid|parlementarier|raadslid|senator|lijsttrekker|informateur|formateur|fractievoorzitter|premier|koning|koningin|prins|prinses|
paus|kardinaal|bisschop|aartsbisschop|pastoor|imam|rabbijn|sjeik|emir|generaal|kolonel|kapitein|majoor|luitenant|
commandant|admiraal|sergeant|rechter|officier|advocaat|advocate|procureur|curator|notaris|meester|hoogleraar|
professor|docent|docente|leraar|lerares|rector|onderzoeker|onderzoekster|wetenschapper|historicus|historica|econoom|
econome|politicoloog|politicologe|socioloog|viroloog|virologe|epidemioloog|bioloog|biologe|meteoroloog|meteorologe|
weerman|weervrouw|klimatoloog|astronoom|archivaris|analist|analiste|deskundige|expert|specialist|arts|chirurg|
verpleegkundige|huisarts|schrijver|schrijfster|auteur|dichter|dichteres|journalist|journaliste|verslaggever|
verslaggeefster|redacteur|hoofdredacteur|acteur|actrice|zanger|zangeres|muzikant|dirigent|regisseur|regisseuse|
producent|schilder|kunstenaar|kunstenares|architect|fotograaf|coach|trainer|trainster|bondscoach|aanvoerder|spits|
doelman|verdediger|middenvelder|wielrenner|renner|renster|kopman|kopvrouw|kampioen|kampioene|ploegleider|manager|
topman|topvrouw|oprichter|oprichtster|eigenaar|eigenares|ondernemer|ondernemster|bestuurder|bestuurslid|lid|
vakbondsman|vakbondsvrouw|activist|activiste|adviseur|adviseuse|kandidaat|kandidate|makelaar|boekhouder|schipper|
campinghoudster|campinghouder|boer|boerin|visser|ingenieur|diplomaat|onderhandelaar|opvolger|voorganger|ambtgenoot|
sterrenkundige|hydroloog|geoloog|psycholoog|filosoof|filosofe|conservator|coordinator|baas|hoofd|ceo|inspecteur|
rechercheur|agent|brandweerman|piloot|astronaut|koerier|bewoner|bewoonster|student|studente|componist|componiste|organist|organiste|ecoloog|ecologe|loper|loopster|instructeur|brugwachter|
boswachter|dijkgraaf|decaan|kapster|kapper|duikster|winkelier|uitbater|uitbaatster|onderneemster|
treinmachinist|chauffeur|beheerder|beheerster|vrijwilliger|vrijwilligster|organisator|organisatrice|
winnares|winnaar|archeoloog|archeologe|landbouwer|veehouder|imker|tuinder|keeper|zwemster|zwemmer|
schaatser|schaatsster|hockeyster|turnster|judoka|tennisster|tennisser|atlete|atleet|psychologe|sociologe|
architecte|fotografe|presentator|presentatrice|columnist|restauranthouder|hotelier|apotheker|cardioloog|
stalhouder|jockey|stuurman|matroos|postbode|concierge|conductrice|conducteur|agente|griffier|deurwaarder|
dominee|bemiddelaar|bestuurster|zaakvoerder|zaakvoerster|stichter|strateeg)
"""

LEXICON = Lexicon(
    articles=words("de het een den 't der des zijn haar hun onze ons mijn die dat deze dit"),
    honorifics=words("meneer mevrouw mevr mw dhr heer juffrouw"),
    academic=words(r"dr drs prof ir mr ing meester"),
    roles=whole(_ROLES),
    occupations=ending(r"oog ograaf icus ica ster houder houdster iste maker werker"),
    stops=words(
        r"die dat wie waar is was zijn werd heeft had en maar of in uit op naar met na voor-het sinds tot toen "
        r"volgens door niet ook nog zegt zei aldus zelf geboren afkomstig onder indien per"
    ),
    complements=words(r"van bij voor der"),
    speech=words(
        "zegt zei vertelt vertelde meldt meldde verklaart verklaarde stelt stelde laat liet aldus vindt vond "
        "denkt waarschuwt waarschuwde benadrukt reageert reageerde schrijft schreef legt legde noemt noemde grapt "
        "lacht lachte zucht zuchtte verzucht voegt voegde klinkt oordeelde oordeelt stamelde antwoordt antwoordde "
        "hoopt spreekt sprak pleit bevestigt bevestigde"
    ),
    ages=words("jaar jarige"),
    particles=words("van de der den ten ter te het 't von el al bin ben di da del la le op in"),
    heads=ENGLISH_HEADS
    | words(
        "ku uz umc beurs academie actiegroep bank bedrijf beweging bond brigade brigades bureau centrum club "
        "college comite "
        "commissie dienst energie federatie fonds front galerie genootschap gerecht gerechtshof groep hof "
        "hogeschool instituut inspectie kamer kliniek leger liga ministerie museum nv bv vzw orkest orde "
        "organisatie partij parlement platform politie provincie raad rechtbank rode school sectie sluisbeheer "
        "stichting theater universiteit unie vakbond verbond vereniging volkspartij vrije ziekenhuis ksk kv kaa "
        "rsc fc sv vv sc parket logistics hospitaal gazet krant dagblad courant nieuwsblad "
        "bibliotheek"
    ),
    head_endings=ending(
        "bond partij verbond vereniging stichting fonds universiteit hogeschool ziekenhuis museum ministerie "
        "rechtbank gerechtshof bank federatie organisatie unie instituut centrum raad kamer vakbond beweging "
        "holding holdings platform club maatschappij dagblad courant bureau autoriteit waterstaat dienst "
        "agentschap"
    ),
    small_heads=words(
        "ministerie rechtbank gerechtshof universiteit ziekenhuis museum arbeidsrechtbank parket gerecht hof "
        "ondernemingsrechtbank politierechtbank parlement"
    ),
    links=words("van voor de het der tegen"),
    ands=words("en &"),
    descriptors=ending(
        "bedrijf bedrijven club krant dagblad weekblad tijdschrift zender omroep partij organisatie vereniging "
        "stichting vakbond bond bank verzekeraar fabrikant producent maker bouwer keten concern groep "
        "maatschappij fonds uitgever exploitant ploeg team beweging platform dochter reus website rederij "
        "werkgever waterschap brouwerij uitgeverij leverancier vervoerder collectief"
    ),
    of_place=words(r"in uit naar nabij vanuit buiten richting tussen te noorden zuiden oosten westen"),
    near_place=words("van bij rond over op voor met tegen en of via om"),
    place_nouns=words(
        "stad dorp provincie regio gemeente hoofdstad deelgemeente district deelstaat wijk haven rivier plaats "
        "eiland grensplaats kustplaats havenstad gouvernement badplaats"
    ),
    place_heads=words("golf straat kaap station stadion"),
    place_tails=words("station meer zee eilanden kanaal stadion plein"),
    place_links=words("van"),
    events=words(
        "ronde tour kampioenschap kampioenschappen wereldkampioenschap marathon grand prix beker festival prijs "
        "toernooi open cup slag omloop memorial giro"
    ),
    event_links=words("van de het der"),
    before_no_name=words(
        "storm orkaan cycloon tyfoon virus ziekte syndroom operatie wet schip film roman boek zaak variant"
    ),
    home=words("NL BE"),
    calendar=words(
        "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag "
        "woensdag donderdag vrijdag zaterdag zondag kerstmis pasen"
    ),
    premodifier=re.compile(r"\w{2,30}e\Z"),
)
