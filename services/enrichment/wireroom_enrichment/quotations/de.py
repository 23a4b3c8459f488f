"""German words of saying."""

from wireroom_enrichment.quotations.lexicon import Lexicon, alike, inflected, phrases, words

_STEMS = """
    sag erklär ermahn erzähl ergänz beton warn versicher kritisier klag mahn frag lob forder bekräftig bestätig
    begründ behaupt bemerk kommentier resümier urteil freu ärger beschwer erinner erläuter begrüß prophezei
    vermut glaub mein jubel scherz spott stöhn seufz flüster brüll wetter schimpf polter tob mutmaß konstatier
    präzisier schilder signalisier verdeutlich verteidig bilanzier analysier attestier bescheinig nenn zitier
    twitter entgegn erwider plädier appellier diagnostizier konter philosophier beteuer bezeug droh formulier
    gratulier informier insistier lach monier moser nörgel prahl predig protestier raun reagier reklamier rüg
    säusel schluchz schwärm stammel verkünd wiederhol witzel würdig zürn argumentier definier dementier
    differenzier fauch feix frotzel grins grübel gelob hauch höhn ironisier jammer keif kicher klär knurr
    krächz kreisch lästert leugn maul murmel murr orakel pöbel präsentier prognostizier quengel rechtfertig
    referier relativier sinnier skizzier spekulier stichel stotter titel titulier unterstell verlang versprech
    verweiger zisch beklag bedank beschwör bezeichn beurteil bezweifel heul hust
"""
_IN_ET = """
    antwort bericht bezeichn red beton begründ beobacht behaupt entgegn entrüst verantwort trompet poste bedauer
    spott vermut
"""
_STRONG = words("""
    sprach sprachen spricht rief riefen ruft schrieb schrieben schreibt hieß heißt verspricht versprach
    versprachen bestreitet bestritt bestritten gestand gesteht unterstrich unterstreicht widersprach
    widerspricht befand empfahl empfiehlt nannte nannten nennt bat lautete lautet meinte beschrieb beschreibt
    verlangte verlangt schrie schreit bedauerte bedauert bedauerten bezeichnete bezeichnen antwortete
    antwortet lobte fand findet urteilte begann dankte dankt beginnt verriet verrät wirbt
""")
_SEPARABLE = {
    form: words(particles)
    for forms, particles in (
        ("fügte fügt fügten", "hinzu an"),
        ("teilte teilt teilten", "mit"),
        ("kündigte kündigt kündigten", "an"),
        ("räumte räumt räumten", "ein"),
        ("wies wiesen weist", "zurück hin"),
        ("gab gibt gaben", "zu an bekannt"),
        ("fuhr fährt", "fort"),
        ("stellte stellt stellten", "klar fest"),
        ("legte legt", "nach dar"),
        ("warf wirft", "vor ein"),
        ("zeigte zeigt zeigten gab äußerte äußert äußerten wunderte bedankte entschuldigte erinnerte", "sich"),
        ("wandte wendet", "ein"),
        ("hob hebt", "hervor"),
        ("pflegte pflegt", "sagen"),
        ("setzte setzt", "nach hinzu fort"),
        ("führte führt", "aus an"),
        ("fasste fasst", "zusammen"),
        ("schloss schließt", "an aus"),
        ("drückte drückt", "aus"),
        ("lehnte lehnt", "ab"),
        ("merkte merkt", "an"),
        ("stimmte stimmt", "zu"),
        ("rief ruft", "auf"),
        ("klagte", "an"),
        ("freute ärgerte beschwerte beklagte freut ärgert beschwert beklagt", "sich"),
    )
    for form in forms.split()
}

_JOINED = frozenset(particle + form for form, particles in _SEPARABLE.items() for particle in particles)
"""As a clause's end has them ("wie er mitteilte")."""

GERMAN = Lexicon(
    finite=_JOINED
    | inflected(_STEMS, "t te ten en")
    | inflected(_IN_ET, "et ete eten")
    | _STRONG
    - words("findet fand begann beginnt dankt glauben meinen loben klagen fordern fragen sagen lachen weinen"),
    participles=words("""
        gesagt erklärt erzählt mitgeteilt betont gewarnt versichert kritisiert geschrieben berichtet
        versprochen behauptet angekündigt geäußert bestätigt gefordert genannt gesprochen bezeichnet begründet
        eingeräumt gefragt gerufen geantwortet hinzugefügt zugegeben klargestellt erläutert beklagt gelobt
        geklagt gedroht gemahnt verteidigt verurteilt bekräftigt gewürdigt beschrieben eingestuft abgelehnt
        zurückgewiesen begrüßt vorgeworfen hervorgehoben hingewiesen aufgerufen bekannt angemahnt verlangt
        moniert bemängelt gerügt attestiert zugesichert ermahnt gebeten entgegnet erwidert geraten empfohlen
    """),
    auxiliaries=words("hat haben hatte hatten habe hätte"),
    completed=_SEPARABLE,
    passive=words("worden"),
    reported=words("sei seien habe werde könne müsse solle wolle dürfe gebe gehe bringe brauche lasse komme"),
    be=words("wird werden wurde wurden ist sind war waren"),
    by=words("von", "vom"),
    genders={"der": "m", "die": "f", "ein": "m", "eine": "f", "dieser": "m", "diese": "f"},
    by_role=words("richter richterin staatsanwalt staatsanwältin sprecher sprecherin zeuge zeugin"),
    offices=words("richter richterin staatsanwalt staatsanwältin anwalt anwältin verteidiger"),
    agentive=("ist", "mann", "frau", "jährige", "erin", "politiker"),
    reflexive=words("sich"),
    participle_last=True,
    sources=phrases(
        "so",
        "laut",
        "nach angaben von",
        "nach angaben der",
        "nach angaben des",
        "nach worten von",
        "nach den worten von",
        "nach worten",
        "nach den worten",
        "nach ansicht von",
        "nach ansicht der",
        "nach ansicht des",
        "in den worten von",
    ),
    opinions=phrases("für"),
    trailing_sources=words("zufolge"),
    impersonal=words("es"),
    leading=words("wie das"),
    pronouns={"er": "m", "sie": "f"},
    stressed={"ihm": "m", "ihr": "f", "ihnen": "", "er": "m", "sie": "f"},
    first_person=words("ich wir"),
    clitics=words("mir mich uns ihm ihr ihnen dir sich ihn dabei dazu zudem auch noch dann"),
    definite=words("der die das dieser diese dieses sein seine ihr ihre deren dessen mein meine unser unsere jener"),
    possessive=words("mein meine unser unsere sein seine ihr ihre deren dessen"),
    demonstrative=words("dieser diese"),
    alone=words("einer mehrere einige viele"),
    indefinite=words("ein eine einer mehrere einige zwei drei viele"),
    of=words("des der von vom"),
    prepositions=words("""
        in im am an auf bei beim mit nach zu zur zum vor von vom über unter gegen für durch aus seit während
        zwischen laut gegenüber dem den anlässlich ohne um bis wegen trotz aufgrund hinter neben per via
    """),
    stops=words("""
        und aber als wenn montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute
        morgen dazu zudem dann später er sie es denen welche welcher dabei laut so unter den dem ist war sind
        waren wird wurde wurden sei seien soll
    """),
    conjunctions=words("wenn weil dass während obwohl nachdem bevor wie da ob"),
    subordinators=words(
        "als wenn weil dass während obwohl nachdem bevor wie da ob gefragt welche welcher deren dessen"
    ),
    people=words("""
        verteidiger verteidigerin kellner kellnerin wirtin kunde kundin theologe theologin kardinal
        jährige jähriger jährigen abgeordnete abgeordneter aktivist aktivistin analyst analystin angeklagte
        angeklagter anwalt anwohner anwohnerin anwältin arzt augenzeuge augenzeugin autor autorin bauer
        beamter betroffene betroffener bewohner bewohnerin bischof bruder bundestrainer bürgermeister
        bürgermeisterin chef chefin coach diplomat diplomatin direktor direktorin experte expertin fahrer
        fahrerin feuerwehrmann forscher forscherin frau freund freundin general geschäftsführer
        geschäftsführerin gouverneur großmutter großvater händler kandidat kandidatin kanzler kanzlerin
        kapitän kollege kollegin kommandeur könig königin landwirt lehrer lehrerin leiter leiterin mann
        meister meisterin minister ministerin mutter nachbar nachbarin oberst opfer papst pilot pilotin
        politiker politikerin polizist polizistin professor professorin präsident präsidentin regisseur
        regisseurin rentner rentnerin richter richterin sänger sängerin schauspieler schauspielerin
        schichtführer schriftsteller schriftstellerin schwester schüler schülerin sekretär senator senatorin
        sieger siegerin sohn soldat spieler spielerin sprecher sprecherin staatsanwalt staatsanwältin student
        studentin stürmer tochter torwart trainer trainerin unternehmer unternehmerin vater verkäufer
        verkäuferin vorsitzende vorsitzender wachmann wirt zeuge zeugin ärztin ökonom ökonomin
    """),
    bodies=words("""
        bank behörde club firma gewerkschaft gruppe institut klub kommission konzern ministerium organisation
        gericht klinik krankenhaus schule museum flughafen
        autobauer hersteller kammer konzern partei stiftung universität unternehmen verband verein versicherer
    """),
    institutions=words("gericht klinik krankenhaus schule museum flughafen universität ministerium"),
    alike=alike(
        "anwalt anwältin verteidiger verteidigerin rechtsanwalt rechtsanwältin",
        "trainer coach bundestrainer",
        "richter vorsitzende",
    ),
    naming=words("""
        sogenannte sogenannten sogenannter sogenanntes betitelt betitelte namens titel genannt genannte
        genannten angebliche angeblichen zum zur
    """),
    works=words("""
        film buch roman album lied stück serie gemälde zeitung magazin operation ausstellung sendung show
        motto titel wort begriff projekt programm kampagne podcast single oper drama doku dokumentation plakat
        plakate slogan
    """),
    legible=words("lautete lautet"),
    feminine=("in", "frau", "mutter", "tochter", "schwester"),
    masculine=("mann", "vater", "sohn", "bruder"),
    capital_nouns=True,
)
