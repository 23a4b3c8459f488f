"""Spanish."""

import re

from wireroom_enrichment.entities.lexicon import ENGLISH_HEADS, Lexicon, ending, whole, words

_ROLES = r"""
(?:vice|ex|sub|co)?-?(?:presidente|presidenta|ministro|ministra|secretario|secretaria|director|directora|jefe|jefa|
portavoz|diputado|diputada|senador|senadora|alcalde|alcaldesa|gobernador|gobernadora|embajador|embajadora|comisario|
comisaria|consejero|consejera|canciller|lider|dirigente|fundador|fundadora|delegado|delegada|fiscal|juez|jueza|
magistrado|magistrada|abogado|abogada|procurador|procuradora|concejal|concejala|rey|reina|principe|princesa|infanta|
papa|cardenal|
arzobispo|obispo|padre|sacerdote|iman|rabino|jeque|emir|general|coronel|capitan|capitana|comandante|teniente|
sargento|almirante|mayor|cabo|inspector|inspectora|doctor|doctora|profesor|profesora|catedratico|catedratica|
maestro|maestra|rector|rectora|decano|decana|investigador|investigadora|cientifico|cientifica|historiador|
historiadora|economista|politologo|politologa|sociologo|sociologa|virologo|virologa|epidemiologo|epidemiologa|
biologo|biologa|meteorologo|meteorologa|geologo|geologa|psicologo|psicologa|analista|experto|experta|especialista|
medico|medica|cirujano|cirujana|enfermero|enfermera|escritor|escritora|novelista|poeta|autor|autora|periodista|
reportero|reportera|corresponsal|actor|actriz|cantante|musico|musica|compositor|compositora|cineasta|
realizador|realizadora|productor|productora|pintor|pintora|artista|arquitecto|arquitecta|fotografo|fotografa|
entrenador|entrenadora|tecnico|tecnica|seleccionador|seleccionadora|delantero|delantera|defensa|centrocampista|
portero|portera|piloto|campeon|campeona|ciclista|tenista|futbolista|nadador|nadadora|activista|sindicalista|
coordinador|coordinadora|tesorero|tesorera|representante|responsable|candidato|candidata|negociador|negociadora|
diplomatico|diplomatica|consul|asesor|asesora|enviado|enviada|empresario|empresaria|propietario|propietaria|gerente|
socio|socia|miembro|conservador|conservadora|ingeniero|ingeniera|agricultor|agricultora|ganadero|ganadera|pescador|
homologo|homologa|sucesor|sucesora|antecesor|antecesora|mandatario|mandataria|opositor|opositora|edil|edila|
bombero|policia|astronauta|cabecilla|narcotraficante|primer|estudiante|arqueologo|arqueologa|carpintero|maquinista|jugador|jugadora|patron|dean|parroco|
viticultor|apicultor|panadero|panadera|carnicero|hostelero|hostelera|hotelero|cocinero|cocinera|chef|
peluquero|peluquera|librero|albanil|artesano|artesana|veterinario|veterinaria|socorrista|matrona|dentista|
farmaceutico|farmaceutica|psiquiatra|ecologo|zoologo|vulcanologo|vulcanologa|sismologo|climatologo|
astronomo|letrado|letrada|notario|voluntario|voluntaria|organizadora|dueno|duena|directivo|directiva|
banquero|estratega|bibliotecario|archivero|escultor|escultora|rapero|guitarrista|violinista|pianista|
dramaturgo|guionista|humorista|presentador|presentadora|redactor|velocista|jinete|golfista|arbitro|chofer|
conductor|conductora)s?
"""

LEXICON = Lexicon(
    articles=words("el la los las un una del al lo su sus nuestro nuestra este esta ese esa mi"),
    honorifics=words("senor senora senorita sr sra srta don dona d dna"),
    academic=words("dr dra prof"),
    roles=whole(_ROLES),
    occupations=ending("dor dora logo loga ista ero era grafo grafa ologo"),
    stops=words(
        "que quien cuyo cuya donde ha han es son era fue habia sera en desde tras antes segun por entre y pero no "
        "se con sin sobre durante hasta contra natural nacido nacida tambien ademas dijo como al"
    ),
    complements=words("de del para"),
    speech=words(
        "dijo dice afirmo afirma explico explica senalo senala anadio indico indica aseguro asegura declaro "
        "declara informo anuncio subrayo destaco advirtio reconocio admitio insistio lamento manifesto sostuvo "
        "confeso relato recordo pregunto respondio preciso apunto agrego comento reitero denuncio critico "
        "defendio reclamo expreso conto escribio pidio reprocho confirmo nego resumio concluyo considero detallo"
    ),
    ages=words("anos"),
    particles=words("de del la las los van von der el al bin ben di da dos"),
    heads=ENGLISH_HEADS
    | words(
        "academia agencia alianza asamblea asociacion "
        "audiencia autoridad ayuntamiento banco bomberos brigada brigadas camara centro circulo clinica club "
        "colegio comando comision comite compania comunidad confederacion congreso consejo consejeria consorcio "
        "cooperativa corporacion corte cortes cruz defensoria departamento diputacion direccion ejercito empresa "
        "escuela facultad federacion fiscalia fondo frente fuerza fuerzas fundacion generalitat grupo guardia "
        "hospital iglesia instituto inter juzgado junta laboratorio laboratorios bolsa mesa ministerio movimiento "
        "museo observatorio oficina organizacion orquesta parlamento partido plataforma policia procuraduria red "
        "registro secretaria senado servicio sindicato sociedad superintendencia teatro tribunal union unidad "
        "universidad cf fc ud cd rc sa real atletico deportivo racing estudiantes olivarera energia bank "
        "diario heraldo correo noticiero cofradia"
    ),
    head_endings=whole("(?!)"),
    small_heads=words(
        "ministerio universidad tribunal hospital juzgado museo fiscalia audiencia ayuntamiento instituto prefectura"
    ),
    links=words("de del la las los el para sin contra"),
    ands=words("y e &"),
    descriptors=whole(
        "empresas? companias? grupos? firmas? diarios? periodicos? revistas? cadenas? emisoras? fabricantes? "
        "bancos? entidades? partidos? movimientos? guerrillas? sindicatos? asociacion(?:es)? ong clubes? club "
        "equipos? plataformas? organizacion(?:es)? aerolineas? aseguradoras? petroleras? constructoras? filial "
        "multinacional consultora cooperativa coalicion tecnologica gigante marca portal agencia naviera "
        "colectivo"
    ),
    of_place=words(r"en desde hacia cerca norte sur este oeste noreste noroeste sureste suroeste interior"),
    near_place=words("de del a al para por contra con entre y e o"),
    place_nouns=words(
        "ciudad provincia region municipio localidad estado departamento pueblo capital distrito aldea comarca "
        "puerto rio barrio isla parroquia canton comuna villa frontera peninsula aeropuerto base"
    ),
    place_heads=words(
        "lago golfo estrecho cabo bahia isla islas monte sierra valle plaza calle avenida paseo estadio estacion "
        "canal mar cordillera laguna volcan puerto-de"
    ),
    place_tails=words(""),
    place_links=words("de del la las los el"),
    events=words(
        r"copa abierto torneo gran premio campeonato mundial juegos maraton vuelta trofeo rally festival feria "
        r"open masters tratado acuerdo convenio guerra batalla dia revolucion cumbre conferencia operacion "
        r"eurocopa champions clasico giro tour ley"
    ),
    event_links=words("de del la los las"),
    before_no_name=words(
        "tormenta huracan ciclon tifon borrasca fiebre virus enfermedad sindrome ley operacion buque barco "
        "petrolero ferri pelicula novela album libro caso variante operativo"
    ),
    home=words("ES"),
    calendar=words(
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes "
        "martes miercoles jueves viernes sabado domingo navidad"
    ),
    modifies=words("anticorrupcion general"),
    adjective=re.compile(
        r"\w{2,30}(?:al|ales|ico|ica|icos|icas|ario|aria|arios|arias|ivo|iva|ivos|ivas|ano|ana|anos|anas|es|esa|eses|"
        r"ense|enses|iva|il|ar|ares|ente|ado|ada)\Z"
    ),
)
