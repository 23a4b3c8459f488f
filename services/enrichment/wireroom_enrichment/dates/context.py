"""What readers of dates share: the article's own date, what its text told before, the words around a hit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from wireroom_core.models.annotations import DateModifier, Precision
from wireroom_enrichment.dates.days import Own
from wireroom_enrichment.dates.hits import CLOCK_SHAPE, Hit, Scan
from wireroom_enrichment.dates.tense import direction_beside

_PARTICIPLES = ("é", "ée", "és", "ées", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
"""Endings of French and Spanish ones."""
SURE, LIKELY, GUESSED = 0.9, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as it will be annotated."""

    value: str | None
    precision: Precision
    confidence: float
    modifier: DateModifier | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day with how sure it is; ``value`` is not a day where a weekday stays open."""

    value: str
    confidence: float
    day: date | None = None
    candidates: tuple[str, ...] = ()


def dated(day: date, confidence: float) -> DayRead:
    """A day that is known."""
    return DayRead(day.isoformat(), confidence, day)


class Context:
    """The article's own date, and what the hits before have told."""

    def __init__(self, scan: Scan, own: Own, bounds: Callable[[int], tuple[int, int]]) -> None:
        """``bounds`` gives the pieces of the sentence in which a piece stands."""
        self._scan = scan
        self._own = own
        self._bounds = bounds
        self._told: list[tuple[int, date, str]] = []
        self._year: tuple[int, int] | None = None
        """The last year that stood alone: where, and which."""
        self._directions: dict[tuple[int, int], int] = {}
        self._story: tuple[int, int] | None = None
        """The last day that was given with its year: where, and the year."""

    def _direction(self, hit: Hit) -> int:
        """1 where it lies ahead, -1 where behind, 0 where nothing tells."""
        place = hit.first, hit.end
        if place not in self._directions:
            self._directions[place] = self._told_direction(hit)
        return self._directions[place]

    def _told_direction(self, hit: Hit) -> int:
        given = self._preposition(hit)
        if abs(given) == 2:
            return given // 2
        scan = self._scan
        if self._follows_participle(hit):
            return -1
        return direction_beside(scan.lexicon, scan.pieces, (hit.first, hit.end), self._bounds(hit.first), given)

    def _follows_participle(self, hit: Hit) -> bool:
        """True for the date of "Arrêté en novembre, il sera jugé …": a participle with which a clause begins."""
        pieces = self._scan.pieces
        index = hit.first - 4
        if index < 0 or pieces.codes[hit.first - 2] not in "rt" or not pieces.words[index].endswith(_PARTICIPLES):
            return False
        begins = index == self._bounds(hit.first)[0] or pieces.codes[index - 2 : index] == ", "
        return begins and pieces.codes[index] == "x" and self._scan.lexicon.senses.get(pieces.words[index]) != 1

    def _only_preposition(self, hit: Hit) -> bool:
        """True where no verb says that a day lies ahead, but a preposition that may look back as well ("desde")."""
        scan = self._scan
        if self._preposition(hit) != 1:
            return False
        return direction_beside(scan.lexicon, scan.pieces, (hit.first, hit.end), self._bounds(hit.first), 0) <= 0

    def _preposition(self, hit: Hit) -> int:
        pieces, directions = self._scan.pieces, self._scan.lexicon.directions
        found = 0
        for index in range(hit.first - 1, max(-1, hit.first - 7), -1):
            code, word = pieces.codes[index], pieces.words[index]
            if code in " '":
                continue
            if word not in directions and code not in "ato@":
                break
            given = directions.get(word, 0)
            found = given if abs(given) > abs(found) else found
        return found

    def _adjective(self, hit: Hit) -> str:
        """L, N or T where "last", "next" or "this" stands in it."""
        codes = self._scan.codes(hit)
        return "N" if " q v" in codes else next((code for code in codes if code in "LNT"), "")

    def _part(self, hit: Hit) -> str:
        for value in self._scan.values(hit, "PQV"):
            return value[1] if isinstance(value, tuple) else str(value)  # type: ignore[return-value]
        return ""

    def _modifier(self, hit: Hit) -> DateModifier | None:
        for code, value in zip(self._scan.codes(hit), self._scan.pieces.words[hit.first : hit.end], strict=False):
            if code == "b":
                return "about"
            if code in "BE":
                return cast("DateModifier", self._scan.lexicon.values[value])
        return None

    def _before_clock(self, hit: Hit) -> int:
        clock = CLOCK_SHAPE.search(self._scan.codes(hit))
        return hit.first + clock.start() if clock else hit.end

    def _after_clock(self, hit: Hit) -> Hit:
        clock = CLOCK_SHAPE.search(self._scan.codes(hit))
        return replace(hit, first=hit.first + clock.end()) if clock else hit
