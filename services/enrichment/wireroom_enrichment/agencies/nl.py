"""Dutch: how an agency is credited inside a sentence."""

from wireroom_enrichment.agencies.wording import Wording

_PEOPLE = (
    r"(?:journaliste?|correspondente?|fotogra(?:af|fen?)|cameraploeg|ploeg|verslaggeve?r|verslaggeefster|"
    r"redactie)(?:n|en|s)?"
)

DUTCH = Wording(
    the=(
        r"(?:(?:een|de|twee|enkele|meerdere) " + _PEOPLE + r" van )?(?:het |de |ons )?"
        r"(?:(?:[\w-]+ ){0,2}(?:nieuws-?|pers-?|staats)?(?:persbureau|nieuwsagentschap|persagentschap|agentschap|"
        r"nieuwsbureau) )?"
    ),
    said=(
        r"zegt|zei|zeggen|zeiden|gezegd|vertel(?:t|de|den|len|d)|verklaar(?:t|de|den)|verklaren|bevestig(?:t|de|en|"
        r"den|d)|"
        r"laat|laten|liet|lieten|weten|meld(?:t|de|en|den)|gemeld|verteld|bevestigd|verklaard|stel(?:t|de|den)|"
        r"lich(?:t|tte) toe|leg(?:t|de)|reageer(?:t|de)|gereageerd|antwoord(?:t|de)|deel(?:t|de)|meegedeeld|"
        r"verzeker(?:t|de|den|d)|herhaal(?:t|de)|waarschuw(?:t|de)|opper(?:t|de)|geeft|geven|gaf|gaven|beaam(?:t|"
        r"de)|ontken(?:t|de)|"
        r"onderstreep(?:t|te)|voeg(?:t|de)|verduidelijk(?:t|te)|preciseer(?:t|de)|getuig(?:t|de)|onthul(?:t|de)|"
        r"erken(?:t|de)|"
        r"betreur(?:t|de)|beloof(?:t|de)|kondig(?:t|de)|maak(?:t|te)|hekel(?:t|de)|blikt|heeft het|praat(?:te)?|"
        r"besluit|vat|"
        r"kwijt|lost|bezweert|bezwoer|nuanceert|nuanceerde|reageren|toegelicht|bekendgemaakt|laten weten|spreken|"
        r"klaag(?:t|de)|verwacht(?:te)?|zucht(?:te)?|"
        r"grap(?:t|te)|"
        r"schrijf(?:t)?|schreef|noem(?:t|de)|klink(?:t)|klonk|benadruk(?:t|te)|vind(?:t)|aldus|spreekt|sprak"
    ),
    to=r"(?:aan|tegen|tegenover|met) {the}",
    that=r"dat(?!\w)",
    opens=r"",
    asked=(
        r"tegenover {the}|vertel(?:t|de|den) {the}|"
        r"(?:klonk|klinkt|bevestigt|bevestigde|herhaalt|herhaalde|luidt|luidde)(?: [\w-]+){0,4} bij {the}|"
        r"(?:in (?:gesprek|een gesprek|een interview|een reactie)(?: [^\s,;.]+){0,2} (?:met|aan|tegen|tegenover|"
        r"van) {the})|"
        r"(?:vragen|verzoek|navraag|telefoontje)(?: [^\s,;.]+){0,2} (?:van|bij|door) {the}|"
        r"(?:gevraagd|gesproken|bevraagd|gebeld|opgebeld|gecontacteerd|ondervraagd|geïnterviewd|bereikt|"
        r"benaderd) door {the}|"
        r"(?:desgevraagd|reactie|interview|verklaring)(?: [^\s,;.]+){0,2} (?:door|aan|tegen|tegenover|met) {the}"
    ),
    asks=r" (?:\w+ )?weten(?! te)",
    source=(
        r"(?:volgens|aldus|dixit) {the}|(?:volgens|aldus|zag) een |"
        r"(?:volgens|uit|blijkens) (?:een |de )?(?:rondgang|inventarisatie|analyse|enquête|overzicht|telling|peiling|"
        r"berekening|bronnen|cijfers|informatie|"
        r"onderzoek) "
        r"(?:van|door) {the}|"
        r"(?:zag|zagen|hoorde|hoorden|constateerden|meldden|berichten|zo stelt|weet ook|schrijven|"
        r"meldt|melden|meldde|bericht|berichtte|schrijft|schreef|vernam|verneemt|vernomen door|citeert|citeerde|"
        r"noteerde|"
        r"weet|signaleert|stelde|becijferde|telde|rapporteert|rapporteerde|constateerde) (?:(?:ook|eerder|nog|al|"
        r"zelf|vandaag|gisteren|\w+dag|later) )?{the}|"
        r"(?:gemeld|bericht|geciteerd|gepubliceerd|verspreid|onthuld|ingezien|opgetekend|geteld|bevestigd|"
        r"verzameld|ontvangen|opgevraagd) door {the}|"
        r"(?:in handen|in het bezit|in bezit|een bericht|cijfers|foto['’]?s?|beelden?|video['’]?s?|bronnen|"
        r"berichtgeving|een telling|"
        r"een peiling) van {the}"
    ),
    reports=(
        r"-(?:verslagge\w+|journaliste?|correspondente?|fotogra\w+)(?: [^\s,;.]+){0,3} (?:zag|zagen|hoorde|hoorden|"
        r"telde|"
        r"telden|meldt|meldde|constateerde|ziet|ter plaatse|ter plekke)|"
        r" (?:sprak|spraken|interviewde|ondervroeg|benaderde) (?:met )?(?:\w+ ){0,2}(?:\w{0,12}getuigen?|"
        r"\w*betrokkenen|"
        r"\w*bewoners|bronnen|mensen|ingewijden|deskundigen)|"
        r" (?:zag|zagen) (?:[\w-]+ ){1,4}in\b|"
        r" (?:meldt|meldde|bericht|berichtte|citeert|citeerde|heeft (?:ingezien|vernomen|kunnen inzien|bericht|gemeld)|"
        r"kon (?:inzien|inkijken)|vernam|verneemt|kreeg (?:inzage|inzicht)|inzage)|"
        r"(?: [^\s,;.]+){0,3} (?:heeft |had )?(?:vernomen|becijferd|ingezien|inzien|inkijken|opgevraagd|berekend|"
        r"gemeld)|"
        r" (?:kon|kan|heeft|had) (?:[\w-]+ ){0,4}(?:niet|nog niet) (?:\w+ )?(?:verifiëren|bevestigen|bevestigd|"
        r"controleren|"
        r"nagaan)"
    ),
    people=r"(?:" + _PEOPLE + r") van {the}",
    saw=(
        r"(?: [^\s,;.]+){0,2} (?:zag|zagen|hoorde|hoorden|telde|telden|meldt|melden|meldde|meldden|constateerde|"
        r"ziet|zien|"
        r"ter plaatse|ter plekke|op de plek|heeft gezien|vaststelde|stelde vast)"
    ),
    called=r"(?:nieuws-?|pers-?|staats)?(?:persbureau|nieuwsagentschap|persagentschap|agentschap|nieuwsbureau) ",
    says=(
        r",? (?:(?:zegt|zei|schrijft|schreef|meldt|meldde|spreekt|sprak|stelt|stelde|bevestigt|bevestigde|noemt|"
        r"noemde|toont|toonde|"
        r"citeert|houdt het op|"
        r"hield het op)(?! (?:zelf|zijn|haar|te)\b)|"
        r"(?:weet|had gemeld|heeft gemeld|maakt melding|maakte melding))"
    ),
)
