"""Dutch words of saying."""

from wireroom_enrichment.quotations.lexicon import Lexicon, alike, inflected, phrases, words

_IN_T = """
    benadruk lach grap klaag merk juich zucht verzucht snik twitter fluister brom blaf tweet post grinnik
    ontken mopper snak bekritiseer
"""
_STEMS = """
    analyseer antwoord argumenteer beaam becommentarieer bedank begin beklaag beklemtoon bekritiseer belijd
    benadruk benoem beredeneer beschuldig besluit bestempel betoog betreur betuig bevestig beweer bezweer bid
    brom brul citeer concludeer constateer counter declareer definieer eis erken filosofeer fluister foeter
    formuleer fulmineer garandeer getuig gil glimlach glunder grap grijns grinnik grom hamer hekel herhaal
    herinner hoon hoop ironiseer jammer jubel juich karakteriseer klaag kwalificeer lach loof meen meld merk
    mijmer mompel mopper motiveer murmel noem noteer nuanceer oordeel ontken onthul onderstreep onderschrijf
    opper orakel pareer peins pleit preciseer preek protesteer raas raad rapporteer reageer relativeer
    repliceer resumeer roem schamper schater schets schreeuw schimp schrijf signaleer smeek snauw sneer snik
    somber speculeer spot spreek stamel steun stel suggereer tier toon treur typeer twitter vertel verantwoord
    vervolg verdedig verduidelijk verheug verklaar vermaan vermeld vermoed verontschuldig verwacht verwijt verwoord
    verzeker verzucht vloek voorspel vraag vrees vertolk waarschuw weerleg zucht zeg vind klink roep denk
"""
_STRONG = words("""
    zei zeiden zegt zeggen vond vonden vindt vinden schreef schreven schrijft schrijven riep riepen roept
    roepen sprak spraken spreekt spreken klonk klonken klinkt luidde luidt besloot besluit vroeg vroegen
    vraagt beloofde belooft vreesde vreest verweet verwijt prees prijst omschreef omschrijft bezwoer bezweert
    heet heette dacht denkt stelden zucht verzucht snikt vertellen waarschuwen melden noemen reageren
    benadrukken verklaren meende meent hoopte hoopt eiste eist beloven bad bidt gilde schreeuwden antwoordt
    antwoordde beaamt bijt beet geeft gaf
""")
_SEPARABLE = {
    form: words(particles)
    for forms, particles in (
        ("legt legde leggen legden", "uit voor"),
        ("voegt voegde voegden voegen", "toe"),
        ("vult vulde vulden", "aan"),
        ("laat liet laten lieten", "weten optekenen"),
        ("gaat ging gaan gingen", "verder door voort"),
        ("kondigt kondigde kondigden", "aan"),
        ("merkt merkte merken merkten", "op"),
        ("licht lichtte lichten lichtten", "toe"),
        ("brengt bracht brachten", "uit in"),
        ("werpt wierp wierpen", "tegen op"),
        ("dringt drong", "aan"),
        ("geeft gaf geven gaven", "toe aan"),
        ("deelt deelde deelden", "mee"),
        ("blikt blikte", "terug"),
        ("wijst wees wezen", "af terug"),
        ("vat vatte", "samen"),
        ("haalt haalde", "uit"),
        ("roept riep", "op"),
        ("klaagt klaagde", "aan"),
        ("stelt stelde", "vast voor gerust"),
        ("gooit gooide", "eruit"),
        ("somt somde", "op"),
        ("sluit sloot", "af aan"),
        ("houdt hield", "vol"),
    )
    for form in forms.split()
}

_JOINED = frozenset(particle + form for form, particles in _SEPARABLE.items() for particle in particles)
"""As a clause's end has them ("zoals hij meedeelde")."""

DUTCH = Lexicon(
    finite=_JOINED
    | inflected(_STEMS, "t de den")
    | inflected(_IN_T, "t te ten")
    | _STRONG - words("begint begon geeft gaf bijt beet"),
    participles=words("""
        gezegd verteld gemeld verklaard gesteld benadrukt beweerd bevestigd erkend geschreven gewaarschuwd
        gereageerd genoemd gesproken weten toegevoegd uitgelegd meegedeeld aangekondigd opgemerkt getwitterd
        geroepen beloofd gevraagd geantwoord toegegeven verzekerd verdedigd bekritiseerd gehekeld gepleit
        geoordeeld ontkend herhaald geëist
    """),
    auxiliaries=words("heeft hebben had hadden"),
    nouns_too=words("post tweet hoop spot steun toon lach zucht grap eis twist"),
    completed=_SEPARABLE,
    passive=words("geworden"),
    be=words("wordt worden werd werden is zijn was waren"),
    by=words("door"),
    by_role=words("rechter officier woordvoerder woordvoerster getuige bron"),
    offices=words("rechter officier advocaat advocate raadsman raadsvrouw"),
    agentive=("ster", "ist", "man", "vrouw", "jarige", "aar"),
    reflexive=words("zich"),
    participle_last=True,
    sources=phrases("volgens", "aldus", "dixit", "in de woorden van"),
    opinions=phrases("voor"),
    impersonal=words("het"),
    leading=words("zo dat zoals"),
    pronouns={"hij": "m", "zij": "f", "ze": "f"},
    own_opinions=phrases("naar eigen zeggen", "naar zijn mening", "naar haar mening"),
    stressed={"hem": "m", "haar": "f", "hen": ""},
    first_person=words("ik wij we"),
    clitics=words("mij me ons hem haar hen hun er daarop daar nog ook wel al"),
    definite=words("de het deze die dit dat zijn haar hun mijn onze ons"),
    possessive=words("mijn onze ons zijn haar hun"),
    demonstrative=words("deze die"),
    alone=words("enkele sommige"),
    indefinite=words("een één enkele twee drie sommige"),
    of=words("van"),
    prepositions=words("""
        in op aan bij met tegen tot uit voor na naar over door onder tijdens tussen sinds via vanuit vanaf
        binnen buiten volgens zonder rond namens om langs
    """),
    stops=words("""
        die dat wie waar en maar toen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren
        vandaag morgen later ook nog daarop daarna hij zij ze het er om is was waren wordt werd maandagavond
        dinsdagavond woensdagavond
    """),
    conjunctions=words("dat wat toen omdat terwijl als nadat voordat hoewel wanneer"),
    subordinators=words("die dat wie waar toen omdat terwijl als nadat voordat hoewel gevraagd wanneer"),
    people=words("""
        aanvaller verdediger middenvelder doelman klant passagier raadsman raadsvrouw bewindsman bewindsvrouw
        informateur formateur gemeenteraadslid parlementslid beklaagde
        jarige aanvoerder acteur activist activiste actrice advocaat advocate agent ambassadeur ambtenaar
        analist arbeider arts auteur bakker bestuurder bestuurster bewoner bewoonster bisschop boer bondscoach
        brandweerman broer burgemeester buurman buurvrouw ceo coach commandant commissaris dader diplomaat
        directeur directrice docent dochter dokter echtgenoot econoom expert fietser gedelegeerde generaal
        getuige gouverneur historicus hoofd hoogleraar inwoner jongen journalist kamerlid kampioen kampioene
        kandidaat kanselier kapitein keeper kolonel koning koningin kopman kopvrouw leerling leider leidster
        leraar lerares maire makelaar man manager medewerker meisje meteoroloog militair minister moeder
        onderzoeker onderzoekster ondernemer ooggetuige oma opa ouder paus piloot ploegleider premier
        president professor rechter regisseur renner renster schepen schipper schrijver schrijfster secretaris
        senator slachtoffer speelster speler spits staatssecretaris student studente supporter topman trainer
        treinbegeleider vader verdachte verpleegster verpleger visser voorzitster voorzitter vrouw vluchteling
        wethouder wetenschapper wielrenner winkelier winnaar winnares woordvoerder woordvoerster zanger
        zangeres zoon zus
    """),
    bodies=words("""
        bank bedrijf bond club commissie federatie groep instituut ministerie ngo onderneming organisatie
        concern fabrikant keten ngo omroep partij stichting universiteit vakbond verzekeraar vereniging
        waakhond gemeente gerecht museum school ziekenhuis luchthaven
    """),
    institutions=words("gemeente gerecht museum school ziekenhuis luchthaven universiteit ministerie"),
    alike=alike(
        "advocaat advocate raadsman raadsvrouw",
        "trainer coach bondscoach",
        "spits aanvaller",
        "minister staatssecretaris bewindsman bewindsvrouw",
        "voorzitter voorzitster",
    ),
    naming=words("getiteld genaamd zogenaamde zogenoemde zogeheten bijgenaamd gedoopt geheten opschrift tot"),
    works=words("""
        film boek roman album lied liedje toneelstuk serie reeks schilderij krant tijdschrift operatie
        tentoonstelling show voorstelling slogan titel woord term project programma campagne podcast single
        opera documentaire leuze bord spandoek
    """),
    legible=words("luidde luidt"),
    feminine=(
        "rster",
        "fster",
        "kster",
        "dster",
        "lster",
        "gster",
        "tster",
        "trice",
        "zangeres",
        "koningin",
        "vrouw",
        "moeder",
        "dochter",
        "zus",
    ),
    masculine=("man", "vader", "zoon", "broer"),
)
