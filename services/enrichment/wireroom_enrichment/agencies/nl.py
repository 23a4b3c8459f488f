"""Dutch: how an agency is credited inside a sentence."""

from wireroom_enrichment.agencies.wording import Wording

_PEOPLE = r"(?:journaliste?|correspondente?|fotografe?|verslaggeve?r|verslaggeefster|redactie)(?:n|en|s)?"

DUTCH = Wording(
    the=(
        r"(?:(?:een|de|twee) " + _PEOPLE + r" van )?(?:het |de |ons )?"
        r"(?:(?:[\w-]+ ){0,2}(?:nieuws-?|pers-?|staats)?(?:persbureau|nieuwsagentschap|persagentschap|agentschap|"
        r"nieuwsbureau) )?"
    ),
    said=(
        r"zegt|zei|zeggen|zeiden|gezegd|vertel(?:t|de|den|len|d)|verklaar(?:t|de|den)|verklaren|bevestig(?:t|de|en|"
        r"den|d)|"
        r"laat|laten|liet|lieten|weten|meld(?:t|de|en|den)|gemeld|verteld|bevestigd|verklaard|stel(?:t|de|den)|"
        r"lich(?:t|tte) toe|leg(?:t|de)|reageer(?:t|de)|gereageerd|antwoord(?:t|de)|deel(?:t|de)|meegedeeld|"
        r"schrijf(?:t)?|schreef|noem(?:t|de)|klink(?:t)|klonk|benadruk(?:t|te)|vind(?:t)|aldus|spreekt|sprak"
    ),
    to=r"(?:aan|tegen|tegenover|bij|met) {the}",
    asked=(
        r"(?:in (?:gesprek|een gesprek|een interview|een reactie)(?: [^\s,;.]+){0,2} (?:met|aan|tegen|tegenover|"
        r"van) {the})|"
        r"(?:gevraagd|gecontacteerd|ondervraagd|geïnterviewd|bereikt|benaderd) door {the}|"
        r"(?:desgevraagd|reactie|interview)(?: [^\s,;.]+){0,2} (?:aan|tegen|tegenover|met) {the}"
    ),
    asks=r"(?!)",
    source=(
        r"(?:volgens|aldus|dixit) {the}|"
        r"(?:volgens|uit|blijkens) (?:een |de )?(?:rondgang|telling|peiling|berekening|bronnen|cijfers|informatie|"
        r"onderzoek) "
        r"(?:van|door) {the}|"
        r"(?:meldt|melden|meldde|bericht|berichtte|schrijft|schreef|vernam|verneemt|vernomen door|citeert|citeerde|"
        r"noteerde|"
        r"weet|signaleert|stelde|becijferde|telde|rapporteert|rapporteerde|constateerde) {the}|"
        r"(?:gemeld|bericht|geciteerd|gepubliceerd|verspreid|onthuld|ingezien|opgetekend|geteld|bevestigd|"
        r"verzameld|ontvangen) door {the}|"
        r"(?:in handen|in het bezit|in bezit|een bericht|cijfers|een foto|bronnen|berichtgeving|een telling|"
        r"een peiling) van {the}"
    ),
    reports=(
        r" (?:meldt|meldde|bericht|berichtte|citeert|citeerde|heeft (?:ingezien|vernomen|kunnen inzien|bericht|gemeld)|"
        r"kon (?:inzien|inkijken)|vernam|verneemt|kreeg (?:inzage|inzicht)|inzage)|"
        r"(?: [^\s,;.]+){0,3} (?:heeft |had )?(?:vernomen|becijferd|ingezien|inzien|inkijken|opgevraagd|berekend|"
        r"gemeld)"
    ),
)
