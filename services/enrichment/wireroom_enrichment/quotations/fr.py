"""French words of saying."""

from wireroom_enrichment.quotations.lexicon import Lexicon, alike, completed, inflected, phrases, words

_REGULAR = """
    abond accus acquiesc admir affirm agac ajout alarm alert amus analys anticip appel appréci approuv argu
    argument articul assur attaqu attest avanc avou blâm célébr certifi chant chuchot cit clam claqu comment
    confess confi confirm conseil constat contest contr cri critiqu déclam déclar décrypt demand dénonc déplor
    désol détaill diagnostiqu emport enchaîn énerv enthousiasm épingl esquiv estim étonn étrill évoqu exclam
    excus exhort exig expliqu expos félicit formul fulmin fustig gliss grinc implor indign indiqu insist
    interrog ironis jubil jug jur justifi lâch lament lanc lou martel marmonn menac mentionn minimis moqu
    murmur narr not nuanc object observ offusqu ordonn parl pest philosoph plaid plaisant pleur point postul
    préconis qualifi reproch précis prêch présent press proclam pronostiqu prôn propos prouv racont raill rapport rassur
    rectifi récus redout réfut regrett rejet relat relativis remarqu remerci renonc répliqu report résum
    rétorqu revendiqu rigol salu scand sermonn signal soulign souffl souhait soupir spécul témoign théoris
    tempêt titr tonn tranch tweet twitt vant vilipend vitupér recommand réclam rebond
"""
_ACCENTED = "espér préfér considér révél suggér complét inquiét relev énumér tempér répét réitér cèd concèd concéd"
_GRAVE = (
    "appell espèr préfèr considèr révèl suggèr complèt inquièt relèv énumèr tempèr répèt réitèr rappell concèd martèl"
)
_SOFT = inflected("annonç lanç menaç prononç avanç dénonç commenç grinç glaç renonç", "ait aient a ant") | inflected(
    "jug exig fustig interrog", "eait eaient ea eant"
)
_STEMS = f"{_REGULAR} {_ACCENTED} rappel martel annonc commenc prononc poursuiv"
_IRREGULAR = words("""
    dit disait disaient dirent disent dira dirait redit répond répondait répondit répondent soutient
    soutenait soutint soutiennent maintient maintenait maintint reconnaît reconnait reconnaissait reconnut
    reconnaissent écrit écrivait écrivit écrivent décrit décrivait décrivent promet promettait promit
    promettent admet admettait admit admettent conclut concluait concluent poursuit poursuivait poursuivit
    poursuivent reprend reprenait reprit prévient prévenait prévint préviennent prédit prédisait défend
    défendait défendit défendent avertit avertissait avertissent réagit réagissait réagirent réagissent
    surenchérit surenchérissait renchérit renchérissait réjouit réjouissait réjouissent prétend prétendait
    prétendent croit croient voit voyait voient craint craignait craignent sourit souriait rit plaint
    plaignait plaignent souvient souvenait convient convenait rugit applaudit applaudissait dément démentait
    contredit entend interrompt enjoint précisa lit lisait lut fait insurge insurgeait
""")
_PARTICIPLES = inflected(_STEMS, "é ée és ées") | words("""
    dit redit répondu soutenu maintenu reconnu écrit décrit promis admis conclu poursuivi repris prévenu
    prévenue prédit défendu défendue averti avertie réagi surenchéri renchéri réjoui réjouie réjouis
    prétendu craint souri ri accueilli accueillie accueillis dite dits dites plaint plainte souvenu souvenue
    convenu rugi applaudi démenti fait tenu lu appris insurgé insurgée
""")

FRENCH = Lexicon(
    finite=inflected(_STEMS, "ait aient a èrent era erait")
    | inflected(f"{_REGULAR} {_GRAVE} annonc commenc prononc", "e ent")
    | (_SOFT | _IRREGULAR) - words("fait place joue marche présente propose presse porte rêve conseille lut compare"),
    participles=_PARTICIPLES - words("joué placé marché") | words("borné contenté refusé"),
    auxiliaries=words("a ont avait avaient aurait auraient ai avons eut est sont était étaient serait"),
    gerunds=inflected(_STEMS, "ant") | words("disant écrivant décrivant promettant reconnaissant soutenant concluant"),
    infinitives=inflected(f"{_REGULAR} {_ACCENTED} rappel annonc commenc prononc", "er")
    | words("dire répondre écrire décrire promettre reconnaître"),
    purposes=words("pour"),
    nouns_too=words("""
        note annonce juge demande critique cite cri menace plaide remarque signale souffle commente point
        approuve chante attaque pointe blâme offre présente rapporte rapport conseil place appel appelle lance
        montre alerte
    """),
    completed=completed(
        fait="état part savoir valoir remarquer observer",
        font="état part savoir valoir remarquer observer",
        tenu="à",
        borné="à",
        contenté="de",
        refusé="à",
        peut="lire",
        pouvait="lire",
    ),
    passive=words("été"),
    be=words("est sont était étaient été sera serait fut"),
    by=words("par"),
    genders={"le": "m", "la": "f", "un": "m", "une": "f", "ce": "m", "cette": "f"},
    own_opinions=phrases("à ses yeux", "à son avis", "de son point de vue"),
    by_role=words("juge magistrat magistrate procureur procureure porte-parole témoin source"),
    offices=words("juge magistrat magistrate procureur procureure avocat avocate"),
    agentive=("euse", "trice", "ien", "ienne", "iste", "eur", "aire"),
    reflexive=words("s' se"),
    sources=phrases(
        "selon",
        "à en croire",
        "d' après",
        "suivant",
        "aux yeux de",
        "aux yeux du",
        "de l' avis de",
        "de l' avis du",
        "dixit",
    ),
    opinions=phrases("pour"),
    impersonal=words("on"),
    leading=words("comme ainsi"),
    pronouns={"il": "m", "elle": "f", "ils": "", "elles": ""},
    stressed={"lui": "m", "elle": "f", "eux": "", "elles": "", "celui-ci": "m", "celle-ci": "f"},
    first_person=words("je j' nous"),
    clitics=words("me m' te t' lui nous vous leur l' le la les n' ne y en se s'"),
    definite=words("le la l' les ce cet cette ces son sa leur mon ma notre votre ses leurs"),
    possessive=words("mon ma notre votre son sa ses leur leurs"),
    demonstrative=words("ce cet cette"),
    alone=words("plusieurs certains certaines"),
    indefinite=words("un une des plusieurs certains certaines deux trois quelques"),
    of=words("de d' du des"),
    prepositions=words("""
        à au aux sur devant dans par pour avec sans sous chez en lors depuis pendant après avant vers contre
        entre dès auprès via durant selon parmi face malgré envers
    """),
    stops=words("""
        qui que qu' dont où et mais lorsque quand alors lundi mardi mercredi jeudi vendredi samedi dimanche
        hier aujourd'hui demain ensuite encore aussi également toutefois cependant puis notamment il elle sera
    """),
    relatives=words("qui dont"),
    conjunctions=words("que qu' dont où lorsque lorsqu' quand si comme puisque"),
    subordinators=words("""
        qui que qu' dont où alors lorsque quand si comme tandis puisque après avant interrogé interrogée
        interrogés
    """),
    people=words("""
        ailier buteur milieu défenseur gardienne locataire accusé accusée acteur actrice analyste archevêque
        attaquant auteur autrice avocat avocate bourgmestre candidat candidate capitaine champion championne
        chancelier chancelière chanteur chanteuse chef cheffe chercheur chercheuse colonel commandant
        commissaire conservateur conservatrice coureur cycliste député députée diplomate directeur
        directrice dirigeant dirigeante échevin économiste élu élue entraîneur épouse étudiant étudiante
        expert experte femme fille fils fonctionnaire frère gardien général gouverneur habitant habitante
        homme imam infirmier infirmière intéressé intéressée joueur joueuse journaliste juge magistrat
        magistrate maire mari médecin mère militaire militant militante ministre meneur officier pape patron
        patronne pêcheur père pilote policier policière pompier premier présentateur président présidente
        prévenu prévenue procureur procureure professeur professeure porte-parole quinquagénaire réalisateur
        réalisatrice reine responsable riverain riveraine roi romancier romancière sauveteur secrétaire
        sélectionneur sénateur sénatrice sexagénaire skieur skieuse soeur sœur soldat soudeur syndicaliste
        pdg proche habitué habituée rescapé rescapée retraité retraitée parent client cliente serveur serveuse suspect
        suspecte sinistré sinistrée évacué évacuée
        témoin tennisman trentenaire vainqueur victime villageois avocate conseil dirigeante élue édile
        skippeuse skipper voisin voisine évêque agriculteur agricultrice enseignant enseignante commerçant
        commerçante survivant survivante passager passagère
    """),
    bodies=words("""
        agence association banque club commission compagnie constructeur entreprise fédération fondation
        groupe institution ministère mouvement observatoire ong organisme établissement organisation parti
        société syndicat institut
        hôpital lycée collège école musée tribunal mairie préfecture parquet
        université fabricant enseigne opérateur assureur collectif centrale compagnie ligue
    """),
    institutions=words("hôpital lycée collège école musée tribunal mairie préfecture parquet université"),
    alike=alike(
        "avocat avocate conseil me maître",
        "juge magistrat magistrate",
        "entraîneur coach sélectionneur technicien",
        "patron patronne dirigeant dirigeante pdg",
        "élu élue édile maire bourgmestre",
    ),
    naming=words("""
        intitulé intitulée intitulés baptisé baptisée surnommé surnommée soi-disant nommé nommée dénommé
        dénommée prétendu prétendue prétendus titré titrée dite dits dites
    """),
    works=words("""
        film livre roman album chanson pièce série tableau journal quotidien magazine hebdomadaire opération
        exposition spectacle émission titre slogan mot terme expression projet programme campagne podcast
        single opéra documentaire pancarte banderole
    """),
    legible=words("lire lisait lit"),
    feminine=(
        "trice",
        "euse",
        "ière",
        "enne",
        "cheffe",
        "procureure",
        "professeure",
        "présidente",
        "avocate",
        "mère",
        "fille",
        "femme",
        "sœur",
        "épouse",
    ),
    masculine=("père", "fils", "mari", "frère", "homme"),
)
