"""French: how an agency is credited inside a sentence."""

from wireroom_enrichment.agencies.wording import Wording

_DAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui|"
    r"(?:ce|au) \w+)(?: (?!à\b|au\b|dans\b)\w+)? )?"
)
_JOURNALIST = r"(?:journaliste|correspondant|photographe|reporter|vidéaste|rédact\w+|équipe|bureau)(?:e?s)?"

FRENCH = Wording(
    the=(
        r"(?:(?:une?|des|les|le|plusieurs|deux|trois) ?" + _JOURNALIST + r" (?:de |d['’] ?|du ))?"
        r"(?:l['’] ?|la )?(?:agences?(?: de presse| d['’]information| de nouvelles| d['’][ée]tat)?"
        r"(?: (?!de\b|à\b|et\b|a\b)[\w-]+){0,2} )?"
    ),
    said=(
        r"dit|disait|disent|donné suite|(?:déclar|indiqu|précis|affirm|confi|racont|expliqu|assur|témoign|confirm|"
        r"ajout|soulign|"
        r"lanc|résum|estim|détaill|soupir|gliss|déplor|regrett|insist|martel|rappel|relat|rapport|lâch|assén|annonc|"
        r"commun[iq]|parl|exprim|livr|avou|révél|dénonc|signal|plaid|promet|jug|not|argu|souffl|pleur|cri|plaisant|"
        r"critiqu|argument|ironis|inquièt|inquiét|alarm|félicit|agac|répét|réitér|murmur|justifi|nuanc|tempér|indign|"
        r"étonn|corrobor|analys|observ|décrypt|certifi|clam|tonn|répliqu|rétorqu|rassur|atténu|concéd|"
        r"pest|fulmin|avanc|accus|réclam|tempêt|sourir?)(?:e|ent|ée?s?|ait|aient|ant|er|es|a)|"
        r"répond(?:u|ait|ent|re)?|décri[tv]\w*|réagi(?:t|r|ssait)?|fait (?:savoir|valoir|part|état)|admis|reconnu|"
        r"craint|espère|conclu(?:t|ait)?|maint(?:ient|enu)|démenti[rt]?|appris|soutient|prévient|"
        r"nie(?:nt|r)?|niée?|réfut(?:e|ent|é|ait)|contest(?:e|ent|é|ait)|salu(?:e|ent|é|ait)|balay(?:e|é|ait)|"
        r"tranch(?:e|é|ait)|développ(?:e|é|ait)|défend(?:u|ait)?|soutenu|prévenu|promis|averti|sourit"
    ),
    to=(
        r"(?:à|(?-i:A)|auprès de|auprès d['’] ?|devant|au micro de|aux?|contactant) ?{the}|"
        r"(?:journalistes|presse|médias|reporters),? (?:dont|parmi lesquels) {the}"
    ),
    that=r"que(?!\w)|qu['’]",
    opens=r"(?:\A|[,;:«»“”\"(–—-]) ?(?:et |mais |puis |c['’]est )?",
    asked=(
        r"(?:message|courriel|mail|SMS|lettre)s?(?: (?:adressé|envoyé|transmis|écrit)e?s?)? à {the}|"
        r"(?:détaill|expliqu|analys|racont|décrypt|résum|comment|témoign)\w{1,4} pour {the}|(?:entreten|échang|"
        r"discut)\w{1,5}(?: \w+)? avec {the}|"
        r"(?:sollicitation|question|demande|appel)s?(?: [^\s,;.]+){0,2} (?:de |d['’] ?){the}|"
        r"(?:interrogé|contacté|joint|sollicité|interviewé|questionné|rencontré|"
        r"approché)e?s?(?: [^\s,;.]+){0,4} par {the}|"
        r"(?:entretien|interview|déclaration)s?(?: [^\s,;.]+){0,3} (?:à|avec) {the}"
    ),
    asks=r"(?!)",
    source=(
        r"(?:selon|d['’]après|citant|dixit) {the}|"
        r"(?:cité|rapporté|relayé|révélé|publié|vu|consulté|obtenu|recueilli|recensé|compilé|établi|diffusé|relaté|"
        r"constaté|réalisé|effectué|calculé|analysé|filmé|photographié|vérifié|authentifié|"
        r"recoupé)e?s?(?: [^\s,;.]+){0,3} par {the}|"
        r"(?:transmis|parvenu|communiqué|adressé|envoyé|remis|montré|présenté)e?s?(?: [^\s,;.]+){0,2} à {the}|"
        r"(?:selon|d['’]après|sur la base de|suivant)(?: [^\s,;.]+){1,4} (?:de |d['’] ?|par ){the}|"
        r"(?:selon|d['’]après) (?:un|une|le|la|les|des) (?:décompte|comptage|bilan|calculs?|sondage|sources?|dépêche) |"
        r"(?:rapporte|rapportait|a rapporté|ont rapporté|relate|a relaté|signale|a signalé|indique|a indiqué|précise|"
        r"a précisé|écrit|a écrit|écrivait|annonce|a annoncé|note|a noté|détaille|souligne|ajoute|révèle|a révélé|"
        r"rappelle|évoque|croit savoir|relève|a relevé|affirme|a affirmé|fait savoir|relaye|relaie|selon) "
        + _DAY
        + r"{the}|"
        r"(?:a|ont|avait|avaient) (?:pu )?(?:appris|constaté|constater|observé|observer|vu|voir|relevé|relever|recensé|"
        r"consulté|consulter|obtenu|obtenir|vérifié|vérifier|apprendre) " + _DAY + r"{the}|"
        r"(?:dépêche|images?|photos?|photographies?|décompte|comptage|enquête|sondage|informations?|infographie) "
        r"(?:de |d['’] ?){the}"
    ),
    reports=(
        r" (?:rapporte|rapportait|a rapporté|relate|a relaté|a révélé que|a calculé|a recensé|a constaté|"
        r"a (?:interrogé|interviewé|contacté|sollicité|rencontré)(?! (?:son|sa|ses|leurs?) )|a pu "
        r"(?:constater|consulter|obtenir|voir|vérifier)|a (?:consulté|obtenu|pris connaissance|eu (?:copie|accès|"
        r"connaissance)))|"
        r"(?: l['’]| )a appris|, citant|"
        r", l['’]agence (?:[\w-]+ ){1,4}?[\w-]+, (?:précise|indique|rapporte|a précisé|a indiqué|a rapporté)|"
        r" ont (?:vu|constaté|entendu|observé|assisté|pu (?:voir|constater|entendre))|"
        r" (?:n['’]a pas (?:pu|été en mesure de)|n['’]était pas en mesure de|n['’]a pu) (?:[\w-]+ ){0,3}"
        r"(?:vérifi|confirm|authentifi|joind|contact|établi|recoup)\w{0,4}"
    ),
    people=r"(?:" + _JOURNALIST + r") (?:de |d['’] ?|du ){the}",
    saw=(
        r"(?: [^\s,;.]+){0,3} (?:a|ont|avait|avaient) (?:pu )?(?:vu|voir|entendu|constaté|constater|compté|assisté|"
        r"observé|rencontré|rapporté|dit|décrit)|(?:,| présents?)? (?:sur place|sur les lieux)"
    ),
    called=r"agence (?:de presse |d['’]information |de nouvelles )?(?:(?!de\b|à\b)[\w-]+ ){0,2}",
    says=(
        r",? (?:qui )?(?:a |avait )?(?:affirm|indiqu|précis|évoqu|signal|annonc|relat|rapport|publi|cit|attribu|"
        r"qualifi|confirm|soulign|révél|diffus|dénombr|montr|"
        r"relay)(?:e|é|ait)(?! (?:son|sa|ses|leur|la suppression|le départ|un plan))|,? (?:qui )?(?:écrit|a écrit|"
        r"parle(?:nt)?|(?:a |avait )?fait état|faisait état|dit|"
        r"disait|a dit)"
    ),
)
