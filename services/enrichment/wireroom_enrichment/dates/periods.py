"""Weeks, months, seasons, years and decades, and what stands beside them."""

from datetime import timedelta
from typing import cast

from wireroom_core.models.annotations import DateModifier
from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.context import GUESSED, LIKELY, SURE, Context, Reading
from wireroom_enrichment.dates.scan import Hit

_BESIDE = {
    "previous": -1,
    "preceding": -1,
    "following": 1,
    "précédent": -1,
    "précédente": -1,
    "suivant": 1,
    "suivante": 1,
    "voorgaande": -1,
    "daaropvolgende": 1,
    "vorangegangenen": -1,
    "darauffolgenden": 1,
    "folgenden": 1,
    "anterior": -1,
    "siguiente": 1,
    "zuvor": -1,
    "davor": -1,
    "später": 1,
    "ervoor": -1,
    "eerder": -1,
    "later": 1,
    "earlier": -1,
    "nadien": 1,
    "voordien": -1,
    "previously": -1,
}
"""Words for the unit before and after."""
_OF_LAST = frozenset(("vom", "Vom"))
"""Prepositions after which a weekend is the last one ("nach den Unfällen vom Wochenende")."""
_MEMORY = 600
"""Pieces after which a day that the text gave is no longer the one that "the day before" starts from."""


class PeriodReader(Context):
    """Reads hits that name more than a day."""

    def _read_month(self, hit: Hit) -> Reading | None:
        scan, own = self._scan, self._own
        modifier, month = self._edge(hit)
        if month is None:
            return self._of_unit(hit, "Y" if modifier is None else self._unit_of_edge(hit), 0, modifier)
        years = [cast("int", value) for value in scan.values(hit, "Y")]
        if years:
            self._year = hit.first, years[0]
            return Reading(f"{years[0]}-{month:02}", "month", SURE, modifier)
        if own.year is None or own.month is None:
            return None
        adjective = self._adjective(hit)
        gap = (month - own.month) % 12
        if adjective in {"L", "N"}:
            ahead = (gap or 12) if adjective == "N" else gap - 12
            year, month = days.shifted(own.year, own.month, ahead)
            return Reading(f"{year}-{month:02}", "month", SURE if 2 < gap < 10 else 0.8, modifier)
        direction = self._direction(hit)
        if direction > 0 and gap > 8 and (not self._preposition(hit) or self._only_preposition(hit)):
            direction = 0  # the verb beside it speaks of something else
        place = days.month_near(own, month, direction or (1 if gap <= 3 else -1))
        sure = SURE if gap == 0 else 0.85 if direction else LIKELY if gap > 5 else GUESSED
        return Reading(f"{place[0]}-{place[1]:02}", "month", sure, modifier) if place else None

    def _edge(self, hit: Hit) -> tuple[DateModifier | None, int | None]:
        scan = self._scan
        for value in scan.values(hit, "X"):
            edge, of = cast("tuple[str, int | str]", value)
            return cast("DateModifier", edge), of if isinstance(of, int) else None
        months = scan.values(hit, "MA")
        return self._modifier(hit), cast("int", months[0]) if months else None

    def _unit_of_edge(self, hit: Hit) -> str:
        return str(cast("tuple[str, str]", self._scan.values(hit, "X")[0])[1])

    def _read_unit(self, hit: Hit) -> Reading | None:
        scan = self._scan
        modifier = self._modifier(hit)
        fixed = scan.values(hit, "C")
        if fixed:
            unit, offset = cast("tuple[str, int]", fixed[0])
            return self._unit_beside(hit, unit, offset, modifier)
        unit = str(scan.values(hit, "U")[0])
        offset = {"L": -1, "N": 1}.get(self._adjective(hit), 1 if "q v" in hit.codes else 0)
        if unit == "D":
            before = "before" in scan.values(hit, "B")
            if beside := scan.values(hit, "R"):
                return self._beside_today(cast("int", beside[0]) + (-1 if before else 1))
            return self._beside(hit, offset or (-1 if before else 1))
        if hit.codes.endswith("U B"):  # "het jaar daarvoor"
            return self._unit_beside(hit, unit, -1 if modifier == "before" else 1, None)
        if unit == "W" and self._is_weekend_in_words(hit):
            return self._read_weekend(hit)
        return self._of_unit(hit, unit, offset, modifier)

    def _read_beside(self, hit: Hit) -> Reading | None:
        """As in "the previous week", "el año siguiente", "am Tag zuvor"."""
        scan = self._scan
        word = next(word.lower() for word in scan.pieces.words[hit.first : hit.end][::-1] if word.lower() in _BESIDE)
        return self._unit_beside(hit, str(scan.values(hit, "U")[0]), _BESIDE[word], None)

    def _unit_beside(self, hit: Hit, unit: str, offset: int, modifier: DateModifier | None) -> Reading | None:
        """The unit before or after the one that the text spoke of last."""
        if unit == "Y" and self._year and self._year[0] >= self._bounds(hit.first)[0]:
            return Reading(f"{self._year[1] + offset}", "year", LIKELY, modifier)
        return self._beside(hit, offset) if unit == "D" else self._of_unit(hit, unit, offset, modifier)

    def _is_weekend_in_words(self, hit: Hit) -> bool:
        return "E o U" in hit.codes and "fin" in self._scan.pieces.words[hit.first : hit.first + 3]

    def _beside_today(self, offset: int) -> Reading | None:
        """As in "the day before yesterday"."""
        day = self._own.day
        return Reading((day + timedelta(offset)).isoformat(), "day", SURE) if day else None

    def _of_unit(self, hit: Hit, unit: str, offset: int, modifier: DateModifier | None) -> Reading | None:
        own = self._own
        if own.year is None:
            return None
        if unit == "Y":
            self._told_year = hit.end, own.year + offset
            return Reading(f"{own.year + offset}", "year", SURE, modifier)
        if unit == "M" and own.month:
            year, month = days.shifted(own.year, own.month, offset)
            return Reading(f"{year}-{month:02}", "month", SURE, modifier)
        if unit == "W" and own.day:
            return Reading(days.week(own.day + timedelta(7 * offset)), "week", SURE, modifier)
        return None

    def _beside(self, hit: Hit, offset: int) -> Reading | None:
        """As in "the day before": beside the day that the text spoke of last."""
        anchor = self._anchor(hit)
        if anchor is None or hit.first - anchor[0] > _MEMORY:
            return None
        day, part = (anchor[1] + timedelta(offset)).isoformat(), self._part(hit)
        return Reading(day + part, "part of day" if part else "day", LIKELY)

    def _read_weekend(self, hit: Hit) -> Reading | None:
        own = self._own.day
        if own is None:
            return Reading(None, "day", GUESSED)
        adjective = self._adjective(hit)
        saturday = list(days.week_days(own, 0))[5]
        looks_back = -1 if self._scan.word_before(hit) in _OF_LAST else 0
        direction = {"L": -1, "N": 1}.get(adjective) or looks_back or self._direction(hit)
        if direction < 0 and (own < saturday or adjective == "L"):
            saturday -= timedelta(7)
        elif adjective == "N" and own >= saturday:
            saturday += timedelta(7)
        sure = 0.85 if direction or own >= saturday else GUESSED
        return Reading(f"{saturday}/{saturday + timedelta(1)}", "day", sure)

    def _read_season(self, hit: Hit) -> Reading | None:
        scan, own = self._scan, self._own
        season = str(scan.values(hit, "S")[0])
        modifier = self._modifier(hit)
        years = scan.values(hit, "Y")
        if years:
            return Reading(f"{years[0]}-{season}", "season", SURE, modifier)
        if own.year is None or own.month is None:
            return None
        now, start = own.year * 12 + own.month, days.SEASON_MONTHS[season]
        starts = [(year * 12 + start, year) for year in range(own.year - 2, own.year + 3)]
        adjective = self._adjective(hit)
        direction = {"L": -1, "N": 1}.get(adjective) or self._direction(hit)
        if adjective == "L":
            year = max(year for index, year in starts if index + 2 < now)
        elif adjective == "N":
            year = min(year for index, year in starts if index > now)
        elif direction < 0:
            year = max(year for index, year in starts if index <= now)
        elif direction > 0:
            year = min(year for index, year in starts if index + 2 >= now)
        else:
            year = min(starts, key=lambda place: abs(place[0] + 1 - now))[1]
        sure = 0.85 if direction and season != "WI" else GUESSED
        return Reading(f"{year}-{season}", "season", sure, modifier)

    def _read_season_of(self, hit: Hit) -> Reading | None:
        """As in "the summer of last year"."""
        if self._own.year is None:
            return None
        year = self._own.year + {"L": -1, "N": 1}.get(self._adjective(hit), 0)
        return Reading(f"{year}-{self._scan.values(hit, 'S')[0]}", "season", SURE, self._modifier(hit))

    def _read_decade(self, hit: Hit) -> Reading | None:
        number = self._scan.values(hit, "YmziO")[-1]
        year = cast("int", number)
        if year % 10 or (year < 100 and not 30 <= year <= 90) or 100 <= year < 1000:
            return None
        decade = f"{year // 10}" if year > 99 else f"19{year // 10}"
        return Reading(decade, "decade", SURE if year > 99 else 0.8, self._modifier(hit))

    def _read_year(self, hit: Hit) -> Reading | None:
        year = cast("int", self._scan.values(hit, "Y")[-1])
        self._year = hit.first, year
        return Reading(f"{year}", "year", SURE, self._modifier(hit))

    def _read_years(self, hit: Hit) -> Reading | None:
        first, *rest = self._scan.values(hit, "Y")
        last = rest[0] if rest else None
        if last is None:
            short = cast("int", self._scan.values(hit, "dmz")[-1])
            last = cast("int", first) // 100 * 100 + short
            if last != cast("int", first) + 1:
                return None
        return Reading(f"{first}/{last}", "year", SURE)
