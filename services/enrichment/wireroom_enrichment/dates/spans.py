"""Points told by a span of time: "two weeks ago", "drie dagen later", "dans un mois"."""

from datetime import timedelta
from typing import cast

from wireroom_core.models.annotations import DateModifier
from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.context import GUESSED, LIKELY, SURE, Context, Reading
from wireroom_enrichment.dates.days import Own
from wireroom_enrichment.dates.scan import Hit


class SpanReader(Context):
    """Reads hits that count from a day or a year."""

    def _read_ago(self, hit: Hit) -> Reading | None:
        scan, codes = self._scan, hit.codes
        unit = str(scan.values(hit, "Uujh")[0])
        if unit in {"H", "m"}:
            return None  # no article's hour is known so well
        number = cast("int", scan.values(hit, "idmzY")[0])
        modifier: DateModifier | None = "less" if "<" in codes else "more" if ">" in codes else self._modifier(hit)
        modifier = None if codes[-1] == "B" and modifier in {"before", "after"} else modifier
        if codes[-1] not in "lB":
            return self._back(self._own, number, unit, modifier, SURE)
        last = str(scan.values(hit, "lB")[-1]).lower()
        number = -number if last in {"after", *scan.lexicon.words.later.split()} else number
        if number < 0 and unit in {"Y", "M"}:
            return None  # after what, only the story tells
        if unit == "Y" and self._year and self._year[0] >= self._bounds(hit.first)[0]:
            return self._back(Own(self._year[1]), number, unit, None, LIKELY)
        anchor = self._anchor(hit)
        modifier = None if "> l" in codes and codes.count(">") == 1 else modifier
        return self._back(self._own.with_day(anchor[1]), number, unit, modifier, GUESSED) if anchor else None

    def _read_ahead(self, hit: Hit) -> Reading | None:
        number = cast("int", self._scan.values(hit, "idmzY")[0])
        unit = str(self._scan.values(hit, "Uuj")[0])
        # "Dans trois jours" may be within them, "over drie jaar" spread over them.
        sure = LIKELY if self._direction(hit) > 0 else GUESSED
        return self._back(self._own, -number, unit, None, sure) if unit not in {"H", "m"} else None

    def _back(self, own: Own, number: int, unit: str, modifier: DateModifier | None, sure: float) -> Reading | None:
        if own.year is None or number > 3000:
            return None
        if unit in {"10Y", "decade"}:
            unit, number = "Y", 10 * number
        if unit == "Y" and own.year - number > 0:
            return Reading(f"{own.year - number:04}", "year", sure, modifier)
        if unit == "M" and own.month:
            year, month = days.shifted(own.year, own.month, -number)
            return Reading(f"{year}-{month:02}", "month", sure, modifier)
        if unit not in {"D", "W"}:
            return None
        if own.day is None:
            return Reading(None, "week" if unit == "W" else "day", GUESSED, modifier)
        day = own.day - timedelta(number * (7 if unit == "W" else 1))
        return Reading(
            days.week(day) if unit == "W" else day.isoformat(), "week" if unit == "W" else "day", sure, modifier
        )
