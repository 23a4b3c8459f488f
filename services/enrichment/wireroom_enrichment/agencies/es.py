"""Spanish: how an agency is credited inside a sentence."""

from wireroom_enrichment.agencies.wording import Wording

_PEOPLE = r"(?:periodista|reporter[oa]|corresponsal|fotógraf[oa]|equipo|enviad[oa] especial|cámara)(?:e?s)?"

SPANISH = Wording(
    the=(
        r"(?:(?:un|una|el|la|los|las|dos|varios) " + _PEOPLE + r" (?:de|del) )?(?:la |el |las )?"
        r"(?:agencias?(?: (?!a\b|de la\b|que\b|y\b)[\wáéíóúñ-]+){0,3} )?(?:la )?"
    ),
    said=(
        r"dijo|dice|dicen|dijeron|decía|dicho|(?:declar|explic|inform|asegur|afirm|coment|relat|señal|indic|"
        r"confirm|cont|"
        r"reproch|lament|precis|revel|confes|narr|adelant|manifest|detall|expres|insist|critic|denunci|reiter|"
        r"subray|aclar|"
        r"admit|reconoc|respond|describ|sostuv|mencion|record|recalc|apunt|agreg|añad|aseveró|argument|valor|"
        r"destac|remarc|traslad|avanz|puntualiz|zanj|matiz|ratific|corrobor|alert|avis|resum|plante|celebr|"
        r"consider|augur|rememor|"
        r"enfatiz|anunci|advirt|advert)(?:ó|o|a|an|aron|aba|ado|ió|ieron|e|en|ando|iendo|ido|ar|ía)|declaraciones|"
        r"entrevista|"
        r"habl(?:ó|a)|sostuvo|reveló|expuso|cuenta|cuentan|explicó|remitido|enviado|conversación"
    ),
    to=r"(?:a|al|ante|con) {the}",
    that=r"que(?!\w)",
    opens=r"(?:\A|[,;:«»“”\"(–—-]) ?(?:y |pero |también )?",
    asked=(
        r"(?:preguntas?|pedidos?|petición|peticiones|solicitud|solicitudes|llamadas?)(?: [^\s,;.]+){0,3} (?:de|"
        r"del) {the}|"
        r"(?:responder|contestar|respondió|contestó)(?: [^\s,;.]+){0,3} a {the}|"
        r"(?:declaraciones|entrevista|conversación|diálogo|charla)(?: [^\s,;.]+){0,3} (?:a|con|de|para) {the}|"
        r"(?:consultad[oa]|preguntad[oa]|entrevistad[oa]|contactad[oa]|contad[oa])s?(?: [^\s,;.]+){0,3} por {the}"
    ),
    asks=r"(?!)",
    source=(
        r"(?:según|de acuerdo con|citando a|cita|citó) (?:a )?(?:(?:el recuento|un recuento|datos|fuentes|"
        r"un sondeo|cálculos|"
        r"informaciones|información|un cálculo|una encuesta) (?:de|del) )?{the}|"
        r"(?:citad|recogid|difundid|publicad|revelad|consultad|recabad|compilad|recopilad|obtenid|realizad|reproducid|"
        r"elaborad|adelantad|"
        r"distribuid|divulgad|verificad|vist|facilitad)[oa]s?(?: [^\s,;.]+){0,3} por {the}|"
        r"(?:informó|informa|informaron|reportó|reporta|reportaron|recoge|recogió|publicó|publica|adelantó|"
        r"constató|comprobó|"
        r"pudo (?:constatar|comprobar|saber|ver|conocer)|ha podido (?:constatar|comprobar|saber|ver|conocer)|supo|"
        r"difundió|señaló|"
        r"indicó|avanzó|"
        r"ha sabido|observó|verificó|tuvo acceso|ha tenido acceso|accedió) (?:(?!a )\w+ )?{the}|"
        r"(?:información|informaciones|datos|imágenes|fotografías?|despacho|fuentes) (?:de|del) {the}|"
        r"(?:recuento|balance|conteo|cálculos?|sondeo|encuesta) (?:de|del) {the}|"
        r"(?:remitid|enviad|facilitad)[oa]s? (?:este \w+ |hoy )?a {the}"
    ),
    reports=(
        r" (?:(?:l[ao]s? )?cifró|reportó|informó(?: que)?|recogió|citó|ha podido (?:constatar|comprobar|saber|ver|"
        r"conocer)|"
        r"pudo (?:constatar|comprobar|saber|ver|conocer)|"
        r"tuvo acceso|ha tenido acceso|constató|comprobó|accedió)|, (?:que cita|citando)|"
        r" no (?:ha podido|pudo|pudieron) (?:[\w-]+ ){0,3}(?:verificar|confirmar|comprobar|contactar)(?:l[aeo]s?)?"
    ),
    people=r"(?:" + _PEOPLE + r") (?:de |del ){the}",
    saw=(
        r"(?: [^\s,;.]+){0,3} (?:vio|vieron|oyó|oyeron|escuchó|escucharon|presenció|presenciaron|constató|constataron|"
        r"observó|observaron|comprobó|comprobaron|contó|contaron|en el lugar)"
    ),
    called=r"agencias? (?:de noticias )?(?:(?!a\b|de la\b|que\b|y\b)[\wáéíóúñ-]+ ){0,2}",
    says=(
        r",? (?:que )?(?:ha |había )?(?:publicó|publica|publicado|habla de|habló de|dijo|dice|señaló|señala|"
        r"aseguró|asegura|afirmó|"
        r"afirma|informa|"
        r"indicó|indica|adelantó|adelanta|avanzó|detalló|dio cuenta|da cuenta|reporta|recoge|cita|citado|difundió|"
        r"sostiene|precisó|"
        r"informado|atribuyó|atribuye|calificó|describió|confirmó|cifró|mostró)"
        r"(?! (?:su|sus|el despido|que (?:despedirá|recortará|su|sus))\b)"
    ),
)
