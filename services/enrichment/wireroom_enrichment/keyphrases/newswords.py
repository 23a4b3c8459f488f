"""Words for key phrases: what every text has in news (who said it, when, how much), and what stands before nouns."""

import re


class Verbs:
    """Verbs by their form: what ``before`` matches, and one of ``endings``, which are parted by spaces."""

    def __init__(self, endings: str, before: str = "[a-zà-ÿ]*") -> None:
        self.endings = tuple(endings.split())
        self._form = re.compile(f"(?:{before})(?:{'|'.join(self.endings)})")

    def has(self, word: str) -> bool:
        """True for a verb in lower case; asked of words with one of the endings alone, it costs little."""
        return self._form.fullmatch(word) is not None


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEWS_WORDS = {
    "fr": _set(
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
        octobre novembre décembre hier matin soir nuit après-midi jour jours semaine semaines mois année années an ans
        heure heures minutes fois début fin selon dit déclaré indiqué annoncé ajouté précisé affirmé expliqué assuré
        estimé souligné confirmé appris rapporté raconté lancé rappelé million millions milliard milliards euros euro
        dollars pourcent cent mille dizaine centaine quelque près environ ainsi alors lors dont depuis contre entre
        nouveau nouvelle nouveaux nouvelles premier première dernier dernière deux trois quatre cinq six sept huit neuf
        dix personnes personne autres plusieurs grand grande grands petit petite faire fait été avait ont sera doit
        doivent peut pourrait devrait permet permis toujours encore déjà notamment toutefois cependant pourtant jamais
        monsieur madame mme mlle met mis pris donné rendu reste resté devenu reçu passé porte part cours suite cas avant
        mètres kilomètres kilomètre hectares degrés centimètres tonnes francs pays sol monde partir lieu lieux place
        côté point points titre moment face
        """
    ),
    "en": _set(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december yesterday today tomorrow morning evening night afternoon day days week weeks
        month months year years hour hours minutes time times said says say told tells announced added according
        reported statement spokesman spokeswoman spokesperson million billion percent dollars euros people number part
        first second third last next new old one two three four five six seven eight nine ten dozen hundred thousand
        including since earlier later recent recently called made make take took taken come came going expected set left
        right put held mr mrs ms metres meters kilometres kilometers miles mph inches degrees pounds pence tonnes tonne
        crowns cents square late early lost raise marks way
        """
    ),
    "nl": _set(
        """
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
        september oktober november december gisteren vandaag morgen ochtend avond nacht middag dag dagen week weken
        maand maanden jaar jaren uur uren minuten keer zegt zei zeggen vertelt meldt laat weten aldus volgens miljoen
        miljard euro procent mensen aantal eerste tweede derde laatste nieuwe nieuw oude een twee drie vier vijf zes
        zeven acht negen tien staat staan komt komen kwam kwamen gaat gaan ging wil willen moet moeten kan kunnen krijgt
        kreeg kregen worden werd werden blijft blijkt bleek maakt maakte gemaakt heeft hebben had hadden zeker goed
        mevrouw meneer sinds tijdens vooral opnieuw ruim bijna kilometer kilometers meter meters graden hectare ton wist
        plaats land manier moment
        """
    ),
    "de": _set(
        """
        montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni juli
        august september oktober november dezember gestern heute morgen vormittag nachmittag abend nacht tag tage tagen
        woche wochen monat monate monaten jahr jahre jahren uhr stunde stunden minuten mal angaben millionen milliarden
        million milliarde euro dollar prozent menschen zahl teil ende anfang mitte blick herr frau grund worten seite
        erste ersten zweite dritte letzte neue neuen eins zwei drei vier fünf sechs sieben acht neun zehn sprecher
        sprecherin kilometer kilometern meter metern grad hektar tonnen kilogramm platz raum land fall
        """
    ),
    "es": _set(
        """
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre ayer hoy mañana tarde noche día días semana semanas mes meses año años
        hora horas minutos vez veces dijo dice afirmó aseguró explicó señaló indicó añadió agregó según informó anunció
        declaró millones millón euros dólares por ciento personas número parte primer primera primero segundo segunda
        tercero último última nuevo nueva nuevos nuevas dos tres cuatro cinco seis siete ocho nueve diez tras desde
        hasta entre sido fue será había han tiene tienen puede pueden debe deben hace hacer hecho dejó deja unos unas
        kilómetros metros grados hectáreas toneladas país países lugar casa caso mundo salvar vio
        """
    ),
}
"""By language, in lower case."""

BEFORE_NOUNS = {
    "fr": _set("le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs sans par en"),
    "en": _set("the a an of in on for with by from at its his her their this that these no over into"),
    "nl": _set("de het een van voor met bij op in aan door uit deze dit die zijn haar hun over naar"),
    "es": _set("el la los las un una unos unas de del al en con por sin este esta estos estas su sus"),
    "de": _set(""),
}
"""By language: a word that stands after none of these, ever, is hardly a noun. In German capitals tell nouns."""

JOINING = {
    "fr": _set("de du des d au aux"),
    "en": _set("of"),
    "nl": _set("van"),
    "es": _set("de del"),
}
"""By language: prepositions over which two parts of a phrase are joined ("ola de calor")."""

NAME_PARTICLES = {
    "fr": _set("le la du de des van von di da del el al ben bin"),
    "en": _set("de van von der le la du di da del el al ben bin"),
    "nl": _set("de den der het van von 't le la du di da del el al ben bin"),
    "es": _set("de la del los las van von di da el al ben bin"),
    "de": _set("von van zu de der di da del el al ben bin la le du"),
}
"""By language: stop words that, with a capital, are part of a name ("Lotte De Rijcke", "Le Pen")."""

VERBS = {
    "fr": Verbs("era ira eront iront aient èrent irent"),
    "en": Verbs("ed ing itten", before="[a-z]*"),
    "nl": Verbs("d t en", before="(?:ge|be|ver|ont)[a-zà-ÿ]*|[a-z]+d(?=t)"),
    "es": Verbs("ó aron ieron ará arán erá irá aba aban iera ado ada ados adas ido idos"),
}
"""By language: a verb that stands behind its noun ("letters written"). Nouns like these get lost."""

VERBS_BEFORE = {
    "fr": VERBS["fr"],
    "es": Verbs("ó aron ieron arán erán irán aban ían"),
}
"""By language: one that stands before it ("resultaron heridas")."""
