"""What readers of dates share: the article's own date, what its text told before, the words around a hit."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, cast

from wireroom_core.models.annotations import DateModifier, Precision
from wireroom_enrichment.dates.days import Own
from wireroom_enrichment.dates.scan import Hit, Scan, clock_in, places
from wireroom_enrichment.dates.tense import direction_beside, direction_of_word

_PARTICIPLES = ("é", "ée", "és", "ées", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
"""Endings of French and Spanish ones."""
_ATTRIBUTE = {
    "de": re.compile(
        r"(?:[a-zäöü]{2,6})?(?:ge|be|ver|ent|er|zer)[a-zäöüß]{3,20}(?:t|en)e[nrms]?|[a-zäöüß]{3,20}iert?e[nrms]?"
    ),
    "nl": re.compile(r"(?:[a-z]{2,6})?(?:ge|be|ver|ont|her)[a-zë]{3,20}(?:d|t|en|de|te)"),
}
"""Participles as they stand between a date and the noun that they belong to."""
_AHEAD = (
    "gepland",
    "geplant",
    "verwacht",
    "erwartet",
    "vorgesehen",
    "angekündigt",
    "aangekondigd",
    "beginn",
    "anberaumt",
)
_DONE = {
    "fr": re.compile(
        r"(?:arrêt|interpell|tu|bless|retrouv|publi|dévoil|annonc|présent|adopt|approuv|sign|lanc|dépos|enlev|libér"
        r"|condamn|inculp|nomm|déclench|entam|décéd|divulgu|diffus|captur|vol|incarcér|révél|kidnapp|abattu|mort|élu"
        r"|découvert|disparu|surven|conclu|né)(?:e|u|é|ée)?s?"
    ),
    "es": re.compile(
        r"(?:detenid|arrestad|asesinad|muert|fallecid|hallad|publicad|anunciad|presentad|aprobad|firmad|lanzad"
        r"|secuestrad|liberad|condenad|elegid|iniciad|ocurrid|registrad|difundid|capturad|rescatad|desaparecid|robad"
        r"|incautad|imputad|herid|divulgad)[oa]s?"
    ),
    "en": re.compile(r"[a-z]{3,14}ed|found|shot|held|seen|caught|stolen|taken|sent|struck"),
}
"""Participles of what is done, which make the date right after them one of the past, whatever else is to come."""
_ON = frozenset(("on", "in", "early", "late", "el", "en", "le", "au", "la"))
_TO_BE = frozenset(("be", "to", "get", "being", "is", "are", "être", "ser", "sea", "sean", "soit", "soient"))
"""Before a participle, they make it one of what may yet come."""
SURE, LIKELY, GUESSED = 0.9, 0.75, 0.6


class Reading(NamedTuple):
    """A date as it will be annotated."""

    value: str | None
    precision: Precision
    confidence: float
    modifier: DateModifier | None = None
    candidates: tuple[str, ...] = ()


class DayRead(NamedTuple):
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
        self._told_year: tuple[int, int] | None = None
        """The last year that was told by its place ("last year"): where it ends, and which."""
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
        if self._follows_participle(hit) or self._is_attribute(hit):
            return -1
        return direction_beside(scan.lexicon, scan.pieces, (hit.first, hit.end), self._bounds(hit.first), given)

    def _follows_participle(self, hit: Hit) -> bool:
        """True for the date of "Arrêté en novembre, il sera jugé …": a participle with which a clause begins."""
        pieces = self._scan.pieces
        if pieces.codes[hit.end : hit.end + 1] == "," and self._is_clause_of_participle(hit):
            return True
        index = hit.first - 4
        if index < 0 or pieces.codes[hit.first - 2] not in "rt" or not pieces.words[index].endswith(_PARTICIPLES):
            return False
        begins = index == self._bounds(hit.first)[0] or pieces.codes[index - 2 : index] == ", "
        return begins and pieces.codes[index] == "x" and self._scan.lexicon.senses.get(pieces.words[index]) != 1

    def _is_clause_of_participle(self, hit: Hit) -> bool:
        """As in "Touché à une cuisse vendredi, il sera absent …"."""
        pieces, begin = self._scan.pieces, self._bounds(hit.first)[0]
        if "," in pieces.codes[begin : hit.first] or pieces.codes[begin + 1 : begin + 2] != " ":
            return False
        word = pieces.words[begin]
        done = word.endswith(_PARTICIPLES) and self._scan.lexicon.senses.get(word) != 1
        return done and pieces.codes[begin + 2] in "rtqpo"

    def _is_attribute(self, hit: Hit) -> bool:
        """True for the date of "der am Montag festgenommene Mann", "a man arrested on Friday": with a participle."""
        pieces, lexicon = self._scan.pieces, self._scan.lexicon
        if lexicon.words.language in {"de", "nl"}:
            index = hit.end + 1
            word = pieces.words[index] if index < len(pieces.words) and pieces.codes[hit.end] == " " else ""
            if pieces.codes[index : index + 2] != "x " or not _ATTRIBUTE[lexicon.words.language].fullmatch(word):
                return False
            return lexicon.senses.get(word) != 1 and not word.startswith(_AHEAD) and self._has_article(hit)
        index = hit.first - 2
        if index >= 0 and pieces.words[index] in _ON:
            index -= 2
        word = pieces.words[index] if index > 1 else ""
        if lexicon.senses.get(word) is not None or not _DONE[lexicon.words.language].fullmatch(word):
            return False
        before = pieces.words[index - 2]
        return before not in _TO_BE and direction_of_word(lexicon, before)[0] == 0

    def _has_article(self, hit: Hit) -> bool:
        """True where an article stands before it and its preposition."""
        codes = self._scan.pieces.codes
        index = hit.first - 2
        if index >= 0 and codes[index] == "r":
            index -= 2
        return index >= 0 and codes[index] in "aoT"

    def _anchor(self, hit: Hit) -> tuple[int, date] | None:
        """The day from which "the day before" counts: the last one told, and where; None where there is none.

        What has happened is not counted from a day that lies ahead, unless the same sentence names it.
        """
        own = self._own.day
        if self._told:
            place, day = self._told[-1][:2]
            ahead = own is not None and day > own and place < self._bounds(hit.first)[0]
            if not (ahead and self._direction(hit) <= 0):
                return place, day
        return (hit.first, own) if own else None

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
        codes = hit.codes
        found = places(codes, "LNT")
        return "N" if " q v" in codes else codes[found[0]] if found else ""

    def _part(self, hit: Hit) -> str:
        for value in self._scan.values(hit, "PQV"):
            return value[1] if isinstance(value, tuple) else str(value)  # type: ignore[return-value]
        return ""

    def _modifier(self, hit: Hit) -> DateModifier | None:
        found = places(hit.codes, "bBE")
        if not found:
            return None
        index = hit.first + found[0]
        if self._scan.pieces.codes[index] == "b":
            return "about"
        return cast("DateModifier", self._scan.lexicon.values[self._scan.pieces.words[index]])

    def _before_clock(self, hit: Hit) -> Hit:
        span = clock_in(hit.codes)
        return hit.part(end=hit.first + span[0]) if span else hit

    def _after_clock(self, hit: Hit) -> Hit:
        span = clock_in(hit.codes)
        return hit.part(hit.first + span[1]) if span else hit
