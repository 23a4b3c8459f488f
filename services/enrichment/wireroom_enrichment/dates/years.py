"""Which figures are years."""

import re

from wireroom_enrichment.dates.scan import Hit, Scan, places
from wireroom_enrichment.pieces import word_set

_NO_YEAR_AFTER = re.compile(
    r"[.,:'/-]?\d|-[^\W\d]| ?[%€$£]| GMT| UTC"
    r"| ?(?:km|m|kg|ha|[Ee]uros?|[Dd]oll?are?s?|pesos?|francs?|Franken|mètres|met(?:er|re)s?|Meter)\b"
)
_PARTICIPLES = ("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes")
"""How German participles end before a noun."""
WHOLE = word_set("heel ganz todo schon bereits erst zuletzt noch auch déjà al ook pas")
"""Words before a year or a month that is one without a preposition ("in heel 2024", "Schon 2014")."""
_SEASON = word_set(
    "saison season temporada seizoen schooljaar schuljahr période periode período periodo period plan campagne campaña"
    " curso scolaire exercice ejercicio bienio trienio spielzeit winter hiver legislatuur zeitraum"
)
"""Words right before two years that are a span ("la saison 2022-2023")."""
_EVENTS = ("wahl", "wahlen", "wahljahr", "reform", "haushalt", "etat")
"""How German nouns end that have their year right behind them ("die Wahl 2025")."""
_WHOSE = word_set("her his their my your")
_TERMS = word_set("trimestre semestre quartal halbjahr geschäftsjahr exercice rentrée quarter fiscal prozent")
"""Words right before a year ("au premier trimestre 2025", "nach 28 Prozent 2021")."""
_TOWARDS = word_set("rond omstreeks tegen vers hacia")
"""Words before a year that it is about."""


class YearChecks(Scan):
    """Tells years and decades from other figures."""

    def _is_years(self, hit: Hit) -> bool:
        if " e " in hit.codes and self.before(hit) != "k":
            return False
        years = self.values(hit, "Y")
        return self._is_year(hit) and (len(years) < 2 or int(years[0]) < int(years[1]))  # type: ignore[arg-type]

    def _is_decade(self, hit: Hit) -> bool:
        """False for the age of a woman "in her 50s"."""
        return self.word_before(hit) not in _WHOSE

    def _is_year(self, hit: Hit) -> bool:
        year = int(self.values(hit, "Y")[-1])  # type: ignore[arg-type]
        after = self.after(hit)
        if _NO_YEAR_AFTER.match(after) or self.in_a_number(hit) or self._counts(hit, year):
            return False
        if places(hit.codes, "EB") or self.pieces.words[hit.first].lower() in _TOWARDS:
            return True
        if self.word_before(hit).lower() in (_SEASON if hit.kind == "years" else _TERMS):
            return True
        return self._licenses_year(hit, year)

    def _licenses_year(self, hit: Hit, year: int) -> bool:
        before, language = self.before(hit), self.lexicon.words.language
        if before in {"r", "k", "(", "I"} or (before in {"t", "o"} and year >= 1900):
            return True
        if before in {"e", ",", "-"} and self.follows(hit):
            return True
        word = self.word_before(hit)
        if word.lower() in WHOLE or (language == "de" and word.lower().endswith(_EVENTS)):
            return True
        if language == "en" and word.lower() == "a" and self.after(hit)[1:2].islower():
            return year >= 1500  # "a 1994 killing"
        if before in {"U", "a"} and year >= 1500:
            return before == "U" or language == "en" or (language == "de" and self._participle_follows(hit))
        return language == "de" and 1500 <= year <= 2100 and (year >= 1900 or year % 100 > 0) and not word[:1].isupper()

    def _participle_follows(self, hit: Hit) -> bool:
        """As in "das 1921 gegründete Werk"."""
        word = self.pieces.words[hit.end + 1] if hit.end + 1 < len(self.pieces.words) else ""
        return word.islower() and word.endswith(_PARTICIPLES)

    def _counts(self, hit: Hit, year: int) -> bool:
        """True where a word follows that the number counts, as far as its ending tells ("en 2000 casos")."""
        index = hit.end + 1
        if self.pieces.codes[hit.end : index] != " " or index >= len(self.pieces.words):
            return False
        word, language = self.pieces.words[index], self.lexicon.words.language
        if self.pieces.codes[index] in "uUj":
            return True
        if self.pieces.codes[index] != "x" or (1900 < year <= 2100 and year % 100):
            return False
        if language == "de":
            return word[0].isupper()
        return word.endswith(("s", "x") if language in {"fr", "es", "en"} else ("en", "s")) and len(word) > 4
