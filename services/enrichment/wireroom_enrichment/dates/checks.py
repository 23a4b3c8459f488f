"""Which words of the calendar name a day, a month, a week or a season, and which are something else."""

import re
from collections.abc import Callable

from wireroom_enrichment.dates.clocks import ClockChecks
from wireroom_enrichment.dates.scan import Hit, places
from wireroom_enrichment.dates.years import WHOLE, YearChecks
from wireroom_enrichment.pieces import word_set

_HABIT = word_set(
    "un ein einem een chaque tous every each elke iedere ieder cada todos jeden jeder jedes los Black Good Super"
    " Ash Bloody Cyber Giving Easter Palm Fat Holy Maundy"
)
"""Before a weekday: a habit, or a day that has a name."""
_SHORT_YEAR = re.compile(r" (?:3[2-9]|[4-9]\d)(?!\w|[.,]\d| ?%)")
"""As in "mai 68"."""
_HAPPENED = word_set("wurde wurden war waren hatte hatten starb begann endete")
"""Verbs of the past after which a weekday is no family name ("sagte Freitag")."""
_ENDS = word_set("end start beginning")
_SPREAD = word_set("gespreid verspreid verdeeld uitgesmeerd uitgespreid")
"""Words after which "over twee jaar" is as long as it lasts."""


class Checks(ClockChecks, YearChecks):
    """Tells dates from what only looks like one."""

    def _licensed(self, hit: Hit) -> bool:
        """False where the shape is there and what stands around it says that it is no date."""
        check = _CHECKS.get(hit.kind)
        return check is None or check(self, hit)

    def _is_day(self, hit: Hit) -> bool:
        codes = hit.codes
        if (codes[0] == "E" and self._begins_with_verb(hit)) or ("W" in codes and not self._names_weekday(hit, codes)):
            return False
        if "d" in codes and "/" not in codes and self.in_a_number(hit):
            return False
        clock = self.clock_of(hit)
        return clock is None or self.is_time(clock)

    def _begins_with_verb(self, hit: Hit) -> bool:
        """True for "end Friday" and "start June 3", which are what will end and start then."""
        codes = hit.codes
        return codes[:2] == "E " and codes[2] in "WMA" and self.pieces.words[hit.first].lower() in _ENDS

    def _is_of_month(self, hit: Hit) -> bool:
        return self.values(hit, "U") == ["M"]

    def _is_of_year(self, hit: Hit) -> bool:
        return self.values(hit, "U") == ["Y"]

    def _is_ahead(self, hit: Hit) -> bool:
        return self.word_before(hit) not in _SPREAD

    def _is_ago(self, hit: Hit) -> bool:
        # "Il y a dix ans et demi" is no whole number of years.
        # "Two days earlier than planned" is as long as it says.
        return not self.after(hit).startswith((" et dem", " y medi", " and a h", " dan ", " than ", " que ", " als "))

    def _is_clock_day(self, hit: Hit) -> bool:
        return self._is_day(hit) and self._is_clock(hit)

    def _names_weekday(self, hit: Hit, codes: str) -> bool:
        words = self.lexicon.words
        at = hit.first + codes.index("W")
        before = self.word_before(hit)
        if before in _HABIT or before.lower() in _HABIT:
            return False
        if self.pieces.text.startswith(words.refused, self.pieces.starts[at]):
            return False
        return len(codes) > 1 or self._names_weekday_alone(hit, self.pieces.words[at], before)

    def _names_weekday_alone(self, hit: Hit, weekday: str, before: str) -> bool:
        """False for a name; ``before`` is the word before it."""
        words = self.lexicon.words
        if words.language == "es" and weekday[0].isupper():
            return False
        if self.before(hit) == "r" and self.word_before_preposition(hit) == "Mail":
            return False
        if weekday in words.family_names.split():
            verb = self.lexicon.senses.get(before) == 1 or before in _HAPPENED
            return verb or self.before(hit) in {"r", "t", "o", "B", "k"} or self.follows(hit)
        return not (words.language == "de" and self.before(hit) == "x" and before[:1].isupper())

    def _is_month(self, hit: Hit) -> bool:
        codes = hit.codes
        if (codes[0] == "E" and self._begins_with_verb(hit)) or self._has_short_year(hit):
            return False
        if places(codes, "EXYLNTB"):
            return True
        before, word = self.before(hit), self.word_before(hit)
        if before == "t":
            return word != "to" or self.follows(hit)
        if before in {"r", "o", "k", "b", "I"} or (before == "a" and self.before(hit, 2) == "k") or word in WHOLE:
            return True
        if before in {"e", ",", "-"} and self.follows(hit):
            return True
        article = before == "a" or word.lower() in {"a", "an"}
        return article and self.lexicon.words.language == "en" and self._names(hit)

    def _has_short_year(self, hit: Hit) -> bool:
        return self.lexicon.words.language == "fr" and _SHORT_YEAR.match(self.after(hit)) is not None

    def _names(self, hit: Hit) -> bool:
        """As in "the January window": a month before a noun."""
        after = self.after(hit)
        return after[:1] == " " and after[1:2].islower() and self.pieces.codes[hit.end + 1] == "x"

    def _is_season(self, hit: Hit) -> bool:
        codes = hit.codes
        if self.pieces.codes.startswith((" o Y-Y", "-Y"), hit.end):
            return False  # "winter van 2017-2018"
        if len(codes) > 1:
            return True
        if self.after(hit).startswith(" of ") and self.pieces.words[hit.first].lower() == "fall":
            return False
        before = self.before(hit)
        if before in {"a", "'"}:
            back = 2 if before == "a" else 3
            return self.before(hit, back) in {"r", "o", "t", "@", "I"}
        return before in {"r", "t"}

    def _is_beside(self, hit: Hit) -> bool:
        """Only after a preposition or an article: "le vote suivant", "jour suivant" are none."""
        units = self.values(hit, "U")
        if any(unit in {"H", "m", "10Y"} for unit in units):
            return False
        if hit.codes[0] == "a" or self.pieces.words[hit.first].lower() == "tags":
            return True
        return self.before(hit) in {"r", "t", "a", "o", "@", "G"}

    def _ends_week(self, hit: Hit) -> bool:
        """False for "finales del año pasado", which has the shape of "fin de semana pasado"."""
        units = self.values(hit, "U")
        return not units or (units == ["W"] and "fin" in self.pieces.words[hit.first : hit.first + 3])

    def _is_season_of(self, hit: Hit) -> bool:
        return self.values(hit, "U") == ["Y"]

    def _is_weekend(self, hit: Hit) -> bool:
        """False for that of "weekend van 14 en 15 november", which tells its days."""
        return not self.pieces.codes.startswith(" o d", hit.end) and (
            len(hit.codes) > 1
            or self.before(hit) in {"r", "t"}
            or (self.before(hit) == "a" and self.before(hit, 2) in {"r", "@", "I", ">"})
        )

    def _is_unit(self, hit: Hit) -> bool:
        units = [str(unit) for unit in self.values(hit, "U")]
        if any(unit in {"H", "m"} for unit in units):
            return False
        codes = hit.codes
        if "D" in units:
            return codes.endswith(("N U", "a U B", "a U B R"))
        # "la veille du scrutin" is the eve of something else.
        return not (codes.endswith("C") and self.pieces.codes[hit.end : hit.end + 3].strip()[:1] == "o")

    def _is_tomorrow(self, hit: Hit) -> bool:
        word, words = self.pieces.words[hit.first], self.lexicon.words
        if word.lower() != words.tomorrow or self.before(hit) in {"a", "T", "p", "o"}:
            return False
        clock = self.clock_of(hit)
        if clock and not self.is_time(clock):
            return False
        if words.language == "de":
            # "Morgen soll …" is tomorrow, "Morgen" anywhere else the morning.
            return self.before(hit) in {"", ".", "¶", '"'} and self.after(hit)[1:2].islower()
        # "Fría mañana" is a morning, "comienza mañana" and "será velado mañana" are not.
        before = self.word_before(hit)
        adjective = before.endswith("a") and self.before(hit, 2) in {"a", "i", "T", "b", "r"}
        return not adjective or self.lexicon.senses.get(before) == 1


_CHECKS: dict[str, Callable[[Checks, Hit], bool]] = {
    name.removeprefix("_is_"): getattr(Checks, name) for name in dir(Checks) if name.startswith("_is_")
}
"""By the kind of the hit."""
