"""Spanish words of saying."""

from wireroom_enrichment.quotations.lexicon import Lexicon, alike, inflected, phrases, words

_IN_AR = """
    destac abund ahond espet desliz testimoni abog acept aclar acus adelant admir afirm agreg alab alarde
    aleg alert alent amenaz ampli core anim anunci apel apostill apreci apunt argument asegur asever atac
    aval avanz avis bram brome calific celebr censur cit clam coment complet concret conden confes confi
    confirm consider constat contest continu critic cuestion declar demand denunci descart desmint desvel
    detall determin dictamin disculp elev elogi enfatiz enumer especific esgrim evoc exclam exhort explic
    expres felicit festej formul fundament garantiz grit identific implor indic inform insinu interpret
    interrog invit ironiz jactan jur justific juzg lament lanz llor manifest matiz mencion minimiz motiv
    murmur narr neg objet ofert opin orden pens perfil plante postul precis preconiz pregunt proclam
    pronostic prosigu protest puntualiz quej razon recalc rechaz reclam recomend reconsider record reflexion
    relat relativiz remarc rememor repas replic reproch resalt revel rezong rog salud sentenci señal solicit
    subray suspir susurr tach tild titul tuite valor vaticin zanj reivindic apost apremi profetiz augur
    conmin refut
"""
_IRREGULAR = words("""
    dijo dijeron dice dicen decía decían diría añadió añadieron añade añaden añadía advirtió advirtieron
    advierte advierten advertía sostuvo sostuvieron sostiene sostienen sostenía defendió defendieron defiende
    defienden defendía reconoció reconocieron reconoce reconocen admitió admitieron admite admiten admitía
    respondió respondieron responde responden respondía insistió insistieron insiste insisten insistía
    concluyó concluye concluyeron prosiguió prosigue escribió escribe escribieron escribía describió describe
    describía prometió promete prometieron pidió pide pidieron pedía propuso propone repitió repite repetía
    repiten sugirió sugiere refirió refiere expuso expone mantuvo mantiene predijo exigió exige sonrió
    agradeció agradece definió define desmintió desmiente confió confía arguyó aduce adujo presumió presume
    coincidió coincide instó insta habló reza bromeó bromea aludió cuenta cuentan contó contaron contaba
    recuerda recuerdan ruega niega negó reprueba apuesta aprueba cuestiona confiesa confiesan alienta comenta
    cree creen creía muestra mostró desveló aconsejó aconseja anima
""")

SPANISH = Lexicon(
    finite=inflected(_IN_AR, "a an ó aron aba aban") | _IRREGULAR - words("demanda orden ordena"),
    participles=inflected(_IN_AR, "ado")
    | words("""
        dicho añadido advertido sostenido defendido reconocido admitido respondido insistido concluido escrito
        descrito prometido pedido propuesto repetido sugerido referido expuesto mantenido exigido agradecido
        definido confiado hablado contado
    """),
    auxiliaries=words("ha han había habían habría he hemos"),
    gerunds=words("""
        afirmando asegurando señalando explicando declarando indicando subrayando destacando denunciando
        criticando lamentando calificando recordando diciendo añadiendo advirtiendo
    """),
    infinitives=inflected(_IN_AR, "ar") | words("decir añadir advertir responder describir pedir prometer"),
    purposes=words("para a"),
    nouns_too=words("""
        critica cita clama consulta demanda denuncia felicita lanza orden pregunta protesta queja replica
        réplica solicita titula valora valoran muestra cuenta cuentan apuesta oferta invita alarma anima
        alerta amenaza avisa avanza informa motiva señala
    """),
    passive=words("sido"),
    be=words("es son fue fueron era eran sido ser"),
    by=words("por"),
    genders={"el": "m", "la": "f", "un": "m", "una": "f", "este": "m", "esta": "f"},
    plural=("s",),
    own_opinions=phrases("a su juicio", "en su opinión", "a su entender", "a su parecer"),
    by_role=words("juez jueza magistrado magistrada fiscal portavoz testigo fuente"),
    offices=words("juez jueza magistrado magistrada fiscal abogado abogada letrado letrada"),
    agentive=("dor", "dora", "tor", "tora", "ista", "ero", "era", "ario", "aria"),
    reflexive=words("se"),
    subject_dropped=True,
    plural_verbs=("n",),
    sources=phrases(
        "según",
        "de acuerdo con",
        "a decir de",
        "a decir del",
        "en palabras de",
        "en palabras del",
        "a juicio de",
        "a juicio del",
        "en opinión de",
    ),
    opinions=phrases("para"),
    leading=words("como así según"),
    pronouns={"él": "m", "ella": "f", "ellos": "", "ellas": ""},
    stressed={"él": "m", "ella": "f", "ellos": "", "ellas": ""},
    first_person=words("yo nosotros"),
    clitics=words("me te se le les nos lo la los las ya también siempre no"),
    definite=words("el la los las este esta ese esa aquel su sus mi mis nuestro nuestra"),
    possessive=words("mi mis nuestro nuestra su sus"),
    demonstrative=words("este esta ese esa"),
    alone=words("uno unos unas varios varias algunos algunas otro otra"),
    indefinite=words("un una uno unos unas varios varias dos tres algunos algunas otro otra"),
    of=words("de del"),
    prepositions=words(
        "a al en por para con sin sobre ante bajo desde durante entre hacia hasta tras contra según mediante"
    ),
    stops=words("""
        que quien quienes cual cuyo cuya donde y e pero cuando lunes martes miércoles jueves viernes sábado
        domingo ayer hoy mañana después luego también además anoche es era está son fue
    """),
    relatives=words("quien quienes cuyo cuya"),
    conjunctions=words("que donde cuando mientras aunque porque si"),
    subordinators=words("""
        que quien quienes cual cuyo cuya donde cuando mientras aunque porque si tras como preguntado
        preguntada
    """),
    people=words("""
        letrado letrada técnico timonel cliente clienta pasajero pasajera coautor coautora
        joven fuente edil concejal concejala titular regidor regidora guardameta lateral zaguero abogada
        abogado abuela abuelo activista actor actriz acusada acusado agricultor alcalde alcaldesa analista
        autor autora bombero campeona campeón candidata candidato cantante canciller capitana capitán
        ciclista cineasta comandante consejera consejero coronel delantero diplomático diputada diputado
        directivo director directora dirigente doctor doctora economista empresaria empresario enfermera
        enfermero entrenador entrenadora escritor escritora esposa estudiante exministra exministro experta
        experto fiscal funcionaria funcionario ganador ganadora general gobernador gobernadora hermana
        hermano hija hijo hombre investigador investigadora jefa jefe jueza juez jugador jugadora líder
        madre maestra maestro magistrada magistrado mandataria mandatario marido médica médico militar
        ministra ministro mujer obispo padre papa pescador piloto policía portavoz portero presidenta
        presidente profesor profesora reina rey secretaria secretario seleccionador senador senadora
        sindicalista sobreviviente subsecretaria subsecretario superviviente tenista testigo vecina vecino
        víctima vocera vocero
    """),
    bodies=words("""
        agencia asociación banco club comisión compañía empresa entidad federación fundación grupo instituto
        aerolínea aseguradora fabricante firma ministerio ong organización organismo patronal partido
        sindicato universidad ayuntamiento colegio escuela hospital museo tribunal
    """),
    institutions=words("universidad ayuntamiento colegio escuela hospital museo tribunal"),
    alike=alike(
        "abogado abogada letrado letrada",
        "juez jueza magistrado magistrada",
        "entrenador entrenadora técnico seleccionador",
        "presidente presidenta mandatario mandataria",
        "alcalde alcaldesa regidor regidora",
        "ministro ministra titular",
        "portavoz vocero vocera",
    ),
    naming=words("""
        titulado titulada llamado llamada llamados llamadas denominado denominada bautizado bautizada apodado
        apodada conocido conocida supuesto supuesta presunto presunta lema
    """),
    works=words("""
        película libro novela álbum disco canción obra serie cuadro periódico diario revista operación
        exposición programa título palabra término expresión proyecto campaña pódcast ópera documental
        pancarta pancartas
    """),
    legible=words("reza rezaba lee leía"),
    feminine=(
        "dora",
        "tora",
        "denta",
        "inistra",
        "desa",
        "jefa",
        "gada",
        "fesora",
        "taria",
        "mera",
        "jueza",
        "madre",
        "hija",
        "mujer",
        "hermana",
    ),
    masculine=("padre", "hijo", "hombre", "marido", "hermano"),
)
