"""German: how an agency is credited inside a sentence."""

from wireroom_enrichment.agencies.wording import Wording

_PEOPLE = r"(?:Journalist|Reporter|Korrespondent|Fotograf|Mitarbeiter|Redakteur)(?:en|in|innen|s)?"

GERMAN = Wording(
    the=(
        r"(?:(?:einem|einer|ein|eine|eines) " + _PEOPLE + r" (?:der|von) )?(?:der |die |den |dem |das )?"
        r"(?:(?:[\w-]+e[nrs]? ){0,2}(?:\w{0,12}nachrichten-?agentur(?:en)?|presse-?agentur(?:en)?|agentur(?:en)?|"
        r"nachrichtendienst|medienportal) )?"
    ),
    said=(
        r"sag(?:t|te|ten|en)|gesagt|erklär(?:t|te|ten|en)|teil(?:t|te|ten)|mitgeteilt|mitteil(?:t|te|ten)|"
        r"berichte(?:t|te|ten)|"
        r"erzähl(?:t|te|ten)|bestätig(?:t|te|ten|en)|äußer(?:t|te|ten)|beton(?:t|te|ten)|schilder(?:t|te|ten)|"
        r"sprach(?:en)?|"
        r"spricht|verr(?:ät|iet)|antworte(?:t|te)|nannte|nennt|meinte|meint|kündig(?:t|te|ten)|kritisier(?:t|te|"
        r"ten)|warn(?:t|te|ten)|"
        r"forder(?:t|te|ten)|begründe(?:t|te|ten)|schrieb(?:en)?|versicher(?:t|te|ten)|klag(?:t|te|ten)|"
        r"erläuter(?:t|te|ten)|"
        r"betont|beklag(?:t|te)|vers(?:pricht|prach)|versprochen|ergänz(?:t|te)|schätz(?:t|te)|bekräftig(?:t|te)|"
        r"dementier(?:t|te)|bezeichne(?:t|te)|lob(?:t|te)|rechne(?:t|te)|geh(?:t|e)|ging|will|wollte|"
        r"zeig(?:t|te|ten)|wies(?:en)?|so|hieß|heißt|gab|gibt|geäußert|betonte|informier(?:t|te|ten)|räum(?:t|te|ten)"
    ),
    to=(
        r"(?:sagte|sagten|bestätigte|bestätigten|verriet|erzählte|erzählten|wie (?:(?:eine?|der|die|"
        r"das) )?\w{2,25}) |(?:(?<!bei )(?<!mit )(?<!von )(?<!aus )(?<!nach )(?<!für )(?<!seit )(?:der|dem|einem|"
        r"einer)|"
        r"zur|gegenüber(?: der| dem)?|vor der) ?{the}"
    ),
    that=r"dass(?!\w)",
    opens=r"\A(?!(?:(?!ha(?:t|tte|be|ben|tten)\b|wie\b)[\w-]+ ){0,3}(?-i:[A-ZÄÖÜ])[\w-]+ \Z)[^\n]*",
    asked=(
        r"(?:sprach|sprachen|spricht|gesprochen|unterhielt|telefonierte)(?: [^\s,;.]+){0,4} mit {the}|"
        r"(?:hieß|heißt) es(?: [^\s,;.]+){0,3} bei {the}|"
        r"(?:Mail|Schreiben|Nachricht|Stellungnahme|Erklärung|Brief|SMS)s? an {the}|"
        r"(?:im |in einem |einem |ein )?(?:Interview|Gespräch|Telefonat|Telefoninterview|"
        r"Telefongespräch)s?(?: [^\s,;.]+){0,2} "
        r"(?:mit|der|von|für) {the}|"
        r"(?:auf|nach) (?:Anfrage|Nachfrage)n? (?:der|von) {the}"
    ),
    asks=r"-(?:Anfrage|Nachfrage|Gespräch|Interview)|(?: \w+)? auf (?:Anfrage|Nachfrage)",
    source=(
        r"(?:laut|nach Angaben|wie) (?:einem|eines|einer|ein|eine) |(?:laut|nach|gemäß) (?:\w+ )?(?:(?:Angaben|"
        r"Informationen|Berichten|Bericht|Meldung|Meldungen|Recherchen|"
        r"Zählung|"
        r"Umfrage|Erkenntnissen)(?: (?:der|von))? )?{the}|"
        r"(?:wie|berichtet|berichtete|berichteten|meldet|meldete|meldeten|zitiert|zitierte|zitierten|schreibt|schrieb|"
        r"verbreitete|erfuhr|beruft sich auf|berief sich auf|unter Berufung auf|Berufung auf) (?:auch |zuerst |"
        r"zudem )?{the}|"
        r"(?:Umfrage|Zählung|Erhebung|Auswertung|Bericht|Informationen|Angaben|Recherchen|Berechnungen|Meldung|Daten)"
        r"(?: (?:der|von|des)) {the}|"
        r"(?:lag|liegt|lagen|liegen) (?:\w+ )?(?:der )?{the}|"
        r"(?:zitiert|verbreitet|befragt|berichtet|gemeldet|veröffentlicht|zitierten|verbreiteten|"
        r"veröffentlichten) von {the}"
    ),
    reports=(
        r"-(?:Reporter|Korrespondent|Fotograf|Journalist|Mitarbeiter)(?:in|innen|en|s)?(?: [^\s,;.]+){0,3} "
        r"(?:berichte\w+|sah|sahen|beobachte\w+|meldet\w*|hörte\w*|zufolge|vor Ort)|"
        r"-(?:Informationen?|Berichts?|Meldung|Umfrage|Zählung|Berechnungen|Recherchen)|"
        r" (?:zufolge|meldete|meldet|berichtete|berichtet|zitierte|zitiert|(?:[^\s,;.]+ ){0,3}(?:einsehen konnten?|"
        r"eingesehen hat|einsah|vorliegt|vorlag|vorliegen|"
        r"vorlagen|erfuhr|erfahren hat)|"
        r"(?:konnte|konnten|kann) (?:[\w-]+ ){0,6}(?:nicht|zunächst nicht) (?:[\w-]+ ){0,3}(?:überprüfen|verifizieren|"
        r"bestätigen|prüfen|verifiziert|überprüft)|"
        r"befragte|befragten|(?:am \w+ |zuerst |zuvor |bereits |vorher |ebenfalls |auch )?(?:erfuhr|berichtete|"
        r"meldete)(?:n|t)?)|, (?:zitiert|berichtet)|"
        r"(?: (?!wurden?\b|wird\b|werden\b)[^\s,;.]+){1,6} berichtet"
    ),
    people=r"(?:" + _PEOPLE + r") (?:der|von) {the}",
    saw=(r"(?: [^\s,;.]+){0,3} (?:berichte\w+|sah|sahen|beobachte\w+|melde\w*|hört\w*|zählt\w*|zufolge|vor Ort)"),
    called=r"(?:\w{0,12}nachrichten-?agentur|presse-?agentur|agentur) ",
    says=r" (?:teilte|schrieb|schreibt|meldeten?|meldet|sprach von|spricht von|nannte|nennt|zitierte|zitiert|"
    r"verbreitete|beschrieb|veröffentlichte|bezifferte|berichteten?|berichtet)",
)
