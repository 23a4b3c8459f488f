"""Which figures are times of day."""

import re

from wireroom_enrichment.dates.scan import Hit, Scan, places
from wireroom_enrichment.pieces import word_set

_HOURS = re.compile(r"[.:][dm] ?h")
_AND_HOURS = re.compile(r" e [dm][.:][dm] ?[hH]")
_MEASURED = re.compile(r"\s?[%°€$]|\s[^\W\d]")
_DURING = word_set("en in pendant durant during for over au")


class ClockChecks(Scan):
    """Tells times of day from other figures."""

    def _is_clock(self, hit: Hit) -> bool:
        clock = self.clock_of(hit)
        if clock is None or not self.is_time(clock) or self.in_a_number(hit):
            return False
        after, codes, language = self.after(hit), hit.codes, self.lexicon.words.language
        if "E" in codes:
            return language == "nl" and (codes[0] == "b" or self._follows_at(hit, codes))
        elsewhere = self.before(hit) == "(" and after.lstrip().startswith(("GMT", "UTC", "MEZ"))
        during = self.word_before(hit).lower() in _DURING and self.before(hit) != "e" and not places(codes, "Jqv")
        if elsewhere or after[:1] in {":", "-"} or during:
            return False
        if self._is_half_of_range(hit):
            return True
        if "." in codes and not places(codes, "hHJqv") and (language == "en" or _MEASURED.match(after)):
            return language == "es" and self.before(hit) == "a" and self.before(hit, 2) in {"t", "o"}
        return self._names_hours(codes, language) or self._follows_at(hit, codes)

    def _is_half_of_range(self, hit: Hit) -> bool:
        """As in "tussen 06.45 en 10.15 uur"."""
        return self.before(hit) == "k" and _AND_HOURS.match(self.pieces.codes, hit.end) is not None

    def _names_hours(self, codes: str, language: str) -> bool:
        """True where its words alone make it a time of day."""
        if (language == "de" and "H" in codes) or "'" in codes:  # "3 uur 's nachts"
            return True
        return codes[0] == "b" or bool(places(codes, "Jqv")) or _HOURS.search(codes) is not None

    def _follows_at(self, hit: Hit, codes: str) -> bool:
        before = self.before(hit)
        if before == "e" and self.follows(hit):
            return True
        if "i" in codes and "h" in codes:
            return before == "@"
        if before in {"@", "t"} or (before == "a" and self.before(hit, 2) in {"@", "t"}):
            return True
        if before == "a" and self.before(hit, 2) == "o":
            return not {".", ":"}.isdisjoint(codes)  # "antes de las 17.00"
        return "H" in codes and before in {"o", "k", "(", "B"}

    def is_time(self, clock: Hit) -> bool:
        """False for "45:70"."""
        hour, minute = self.clock(clock)
        midnight = (hour, minute) == (24, 0) and self.lexicon.words.language == "de" and "H" in clock.codes
        return (hour < 24 and minute < 60) or midnight
