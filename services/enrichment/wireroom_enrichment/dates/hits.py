"""Where dates stand in a text: the shapes of the grammar, without those that only look like dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireroom_enrichment.dates.grammar import CLOCK
from wireroom_enrichment.dates.lexicon import Lexicon, Value
from wireroom_enrichment.pieces import MOST_TRIED, Pieces, word_set

CLOCK_SHAPE = re.compile(CLOCK)
_RANGE = re.compile(r" (?:t (?:e )?(?:r )?(?:a )?|- )|-")
_BETWEEN = re.compile(r" e (?:a )?")
_RANGED_KINDS = ("day", "month")
_DIGIT_BEFORE = re.compile(r"\d[.,:]?\Z")
_HOURS = re.compile(r"[.:][dm] ?h")
_NO_YEAR_AFTER = re.compile(
    r"[.,:'/-]?\d|-[^\W\d]| ?[%€$£]| GMT| UTC"
    r"| ?(?:km|m|kg|ha|[Ee]uros?|[Dd]oll?are?s?|pesos?|francs?|Franken|mètres|met(?:er|re)s?|Meter)\b"
)
_HABIT = word_set(
    "un ein einem een chaque tous every each elke iedere ieder cada todos jeden jeder jedes los Black Good Super"
    " Ash Bloody Cyber Giving Easter Palm Fat Holy Maundy"
)
"""Before a weekday: a habit, or a day that has a name."""
_MEASURED = re.compile(r"\s?[%°€$]|\s[^\W\d]")
_SHORT_YEAR = re.compile(r" (?:3[2-9]|[4-9]\d)(?!\w|[.,]\d| ?%)")
"""As in "mai 68"."""
_TAKEN = word_set("took take takes taken taking came handed")
"""Verbs to which an "over" after them belongs."""
_PARTICIPLES = ("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes")
"""How German participles end before a noun."""
_WHOLE = word_set("heel ganz todo schon bereits erst zuletzt noch auch déjà al ook pas")
"""Words before a year that is one without a preposition ("in heel 2024", "Schon 2014")."""
_SEASON = word_set(
    "saison season temporada seizoen schooljaar schuljahr période periode período periodo period plan campagne campaña"
    " curso scolaire exercice ejercicio bienio trienio spielzeit winter hiver legislatuur zeitraum"
)
"""Words right before two years that are a span ("la saison 2022-2023")."""
_HAPPENED = word_set("wurde wurden war waren hatte hatten starb begann endete")
"""Verbs of the past after which a weekday is no family name ("sagte Freitag")."""
_ENDS = word_set("end start beginning")
_EVENTS = ("wahl", "wahlen", "wahljahr", "reform", "haushalt", "etat")
"""How German nouns end that have their year right behind them ("die Wahl 2025")."""
_WHOSE = word_set("her his their my your")
_TERMS = word_set("trimestre semestre quartal halbjahr geschäftsjahr exercice rentrée quarter fiscal prozent")
"""Words right before a year ("au premier trimestre 2025", "nach 28 Prozent 2021")."""
_TOWARDS = word_set("rond omstreeks tegen vers hacia")
"""Words before a year that it is about."""
_SPREAD = word_set("gespreid verspreid verdeeld uitgesmeerd uitgespreid")
"""Words after which "over twee jaar" is as long as it lasts."""
_COMPARED = re.compile(
    r"(?:[\d%]|\b(?:procent|percent|per cent|pct|Prozent|veel|fors|far|much|viel|weit|deutlich))(?: \w+)? ?\Z"
)
"""Before "less than a year earlier", where that is no point in time but less of something than then."""
_DURING = word_set("en in pendant durant during for over au")


@dataclass(frozen=True, slots=True)
class Hit:
    """A date of one ``kind`` in the pieces from ``first`` up to ``end``.

    ``until`` is the piece with which the second part of a range begins.
    """

    kind: str
    first: int
    end: int
    until: int | None = None


class Scan:
    """The hits of one text."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces) -> None:
        self.lexicon = lexicon
        self.pieces = pieces
        self._last: Hit | None = None

    def codes(self, hit: Hit) -> str:
        """Its codes."""
        return self.pieces.codes[hit.first : hit.end]

    def values(self, hit: Hit, wanted: str, end: int | None = None) -> list[Value]:
        """What those of its words mean, up to the piece ``end``, that have one of the ``wanted`` codes."""
        words, values, codes = self.pieces.words, self.lexicon.values, self.pieces.codes
        pieces = range(hit.first, hit.end if end is None else end)
        return [values[words[index]] for index in pieces if codes[index] in wanted]

    def before(self, hit: Hit, back: int = 1) -> str:
        """The code of the ``back``th piece before it that is no space; empty at the text's start."""
        index = hit.first
        for _ in range(back):
            index -= 1
            while index >= 0 and self.pieces.codes[index] == " ":
                index -= 1
        return self.pieces.codes[index] if index >= 0 else ""

    def _after(self, hit: Hit) -> str:
        """The few characters after it."""
        end = self.pieces.starts[hit.end]
        return self.pieces.text[end : end + 8]

    def word_before(self, hit: Hit) -> str:
        """The word before it; empty where something else stands there."""
        index = hit.first - 1
        if index > 0 and self.pieces.codes[index] in " '":
            return self.pieces.words[index - 1]
        return ""

    def hits(self, shapes: re.Pattern[str]) -> Iterator[Hit]:
        """All of them in order, ranges put together."""
        held: Hit | None = None
        at = 0
        for _ in range(MOST_TRIED):
            match = shapes.search(self.pieces.codes, at)
            if match is None:
                break
            hit = self._hit(match)
            if not self._licensed(hit):
                at = hit.first + 1
                continue
            at = hit.end
            hit = self._trimmed(hit)
            self._last = hit
            if held and (joined := self._joined(held, hit)):
                held = joined
                continue
            if held:
                yield held
            held = hit
        if held:
            yield held

    def _hit(self, match: re.Match[str]) -> Hit:
        hit = Hit(str(match.lastgroup), *match.span())
        if hit.kind == "weekend" and not self._is_end_of_week(hit):
            return replace(hit, kind="unit")
        return hit

    def _trimmed(self, hit: Hit) -> Hit:
        """Without words at its beginning that belong to what stands before it."""
        words, codes = self.pieces.words, self.codes(hit)
        if hit.kind == "ago" and self.word_before(hit) in _TAKEN and words[hit.first] == "over":
            return replace(hit, first=hit.first + 2)
        if hit.kind == "ago" and codes[0] in "<>" and codes[-1] == "l" and codes[2:4] == "y " and self._compares(hit):
            return replace(hit, first=hit.first + 4)
        if hit.kind == "year" and words[hit.first].lower() == "tegen":
            return replace(hit, first=hit.first + 2)
        return hit

    def _compares(self, hit: Hit) -> bool:
        """As in "12 percent less than a year earlier"."""
        start = self.pieces.starts[hit.first]
        return _COMPARED.search(self.pieces.text, max(0, start - 24), start) is not None

    def _joined(self, first: Hit, second: Hit) -> Hit | None:
        """Both as a range, where words that say so stand between them."""
        if first.kind != second.kind or first.kind not in _RANGED_KINDS or first.until is not None:
            return None
        between = self.pieces.codes[first.end : second.first]
        if _RANGE.fullmatch(between) or (_BETWEEN.fullmatch(between) and self._between(first)):
            return Hit(first.kind, first.first, second.end, second.first)
        return None

    def _between(self, hit: Hit) -> bool:
        before = self.before(hit)
        return before == "k" or (before == "a" and self.before(hit, 2) == "k")

    def _licensed(self, hit: Hit) -> bool:
        """False where the shape is there and what stands around it says that it is no date."""
        check = getattr(self, f"_is_{hit.kind}", None)
        return check is None or bool(check(hit))

    def _is_day(self, hit: Hit) -> bool:
        codes = self.codes(hit)
        if self._begins_with_verb(hit) or ("W" in codes and not self._is_weekday(hit, codes)):
            return False
        if "d" in codes and "/" not in codes and self._in_a_number(hit):
            return False
        clock = CLOCK_SHAPE.search(codes)
        return clock is None or self._is_time(hit, clock)

    def _begins_with_verb(self, hit: Hit) -> bool:
        """True for "end Friday" and "start June 3", which are what will end and start then."""
        codes = self.codes(hit)
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
        return not self._after(hit).startswith((" et dem", " y medi", " and a h", " dan ", " than ", " que ", " als "))

    def _is_clock_day(self, hit: Hit) -> bool:
        return self._is_day(hit) and self._is_clock(hit)

    def _is_weekday(self, hit: Hit, codes: str) -> bool:
        words = self.lexicon.words
        at = hit.first + codes.index("W")
        weekday = self.pieces.words[at]
        if not _HABIT.isdisjoint((self.word_before(hit), self.word_before(hit).lower())) or self.pieces.text.startswith(
            words.refused, self.pieces.starts[at]
        ):
            return False
        if len(codes) > 1:
            return True
        if words.language == "es" and weekday[0].isupper():
            return False
        if self.before(hit) == "r" and self.word_before_preposition(hit) == "Mail":
            return False
        if weekday in words.family_names.split():
            verb = self.lexicon.senses.get(self.word_before(hit)) == 1 or self.word_before(hit) in _HAPPENED
            return verb or self.before(hit) in {"r", "t", "o", "B", "k"} or self._follows(hit)
        return not (words.language == "de" and self.before(hit) == "x" and self.word_before(hit)[:1].isupper())

    def word_before_preposition(self, hit: Hit) -> str:
        """The word two words before it."""
        return self.pieces.words[hit.first - 4] if hit.first >= 4 else ""

    def _follows(self, hit: Hit) -> bool:
        """True where another date stands right before it, with no more than "and" or "to" between."""
        last = self._last
        return last is not None and 0 < hit.first - last.end <= 3

    def _in_a_number(self, hit: Hit) -> bool:
        """True where the digits before or after go on ("1.12 Mai" is no 12 May)."""
        start = self.pieces.starts[hit.first]
        return _DIGIT_BEFORE.search(self.pieces.text, max(0, start - 2), start) is not None

    def _is_month(self, hit: Hit) -> bool:
        codes = self.codes(hit)
        if self._begins_with_verb(hit) or _SHORT_YEAR.match(self._after(hit)):
            return False
        if set("EXYLNTB") & set(codes):
            return True
        before = self.before(hit)
        if before == "t":
            return self.word_before(hit) != "to" or self._follows(hit)
        if before in {"r", "o", "k", "b", "I"} or (before == "a" and self.before(hit, 2) == "k"):
            return True
        if before in {"e", ",", "-"} and self._follows(hit):
            return True
        article = before == "a" or self.word_before(hit).lower() in {"a", "an"}
        return article and self.lexicon.words.language == "en" and self._names(hit)

    def _names(self, hit: Hit) -> bool:
        """As in "the January window": a month before a noun."""
        after = self._after(hit)
        return after[:1] == " " and after[1:2].islower() and self.pieces.codes[hit.end + 1] == "x"

    def _is_season(self, hit: Hit) -> bool:
        codes = self.codes(hit)
        if len(codes) > 1:
            return True
        if self._after(hit).startswith(" of ") and self.pieces.words[hit.first].lower() == "fall":
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
        if self.codes(hit)[0] == "a" or self.pieces.words[hit.first].lower() == "tags":
            return True
        return self.before(hit) in {"r", "t", "a", "o", "@", "G"}

    def _is_end_of_week(self, hit: Hit) -> bool:
        """False for "finales del año pasado", which has the shape of "fin de semana pasado"."""
        units = self.values(hit, "U")
        return not units or (units == ["W"] and "fin" in self.pieces.words[hit.first : hit.first + 3])

    def _is_season_of(self, hit: Hit) -> bool:
        return self.values(hit, "U") == ["Y"]

    def _is_weekend(self, hit: Hit) -> bool:
        return (
            len(self.codes(hit)) > 1
            or self.before(hit) == "r"
            or (self.before(hit) == "a" and self.before(hit, 2) in {"r", "@", "I", ">"})
        )

    def _is_unit(self, hit: Hit) -> bool:
        units = [str(unit) for unit in self.values(hit, "U")]
        if any(unit in {"H", "m"} for unit in units):
            return False
        codes = self.codes(hit)
        if "D" in units:
            return codes.endswith(("N U", "a U B", "a U B R"))
        # "la veille du scrutin" is the eve of something else.
        return not (codes.endswith("C") and self.pieces.codes[hit.end : hit.end + 3].strip()[:1] == "o")

    def _is_tomorrow(self, hit: Hit) -> bool:
        word, words = self.pieces.words[hit.first], self.lexicon.words
        if word.lower() != words.tomorrow or self.before(hit) in {"a", "T", "p", "o"}:
            return False
        clock = CLOCK_SHAPE.search(self.codes(hit))
        if clock and not self._is_time(hit, clock):
            return False
        if words.language == "de":
            # "Morgen soll …" is tomorrow, "Morgen" anywhere else the morning.
            return self.before(hit) in {"", ".", "¶", '"'} and self._after(hit)[1:2].islower()
        # "Fría mañana" is a morning, "comienza mañana" and "será velado mañana" are not.
        before = self.word_before(hit)
        return not before.endswith("a") or self.lexicon.senses.get(before) == 1

    def _is_years(self, hit: Hit) -> bool:
        if " e " in self.codes(hit) and self.before(hit) != "k":
            return False
        years = self.values(hit, "Y")
        return self._is_year(hit) and (len(years) < 2 or int(years[0]) < int(years[1]))  # type: ignore[arg-type]

    def _is_decade(self, hit: Hit) -> bool:
        """False for the age of a woman "in her 50s"."""
        return self.word_before(hit) not in _WHOSE

    def _is_year(self, hit: Hit) -> bool:
        year = int(self.values(hit, "Y")[-1])  # type: ignore[arg-type]
        after = self._after(hit)
        if _NO_YEAR_AFTER.match(after) or self._in_a_number(hit) or self._counts(hit, year):
            return False
        if set("EB") & set(self.codes(hit)) or self.pieces.words[hit.first].lower() in _TOWARDS:
            return True
        if self.word_before(hit).lower() in (_SEASON if hit.kind == "years" else _TERMS):
            return True
        return self._is_licensed_year(hit, year)

    def _is_licensed_year(self, hit: Hit, year: int) -> bool:
        before, language = self.before(hit), self.lexicon.words.language
        if before in {"r", "k", "(", "I"} or (before in {"t", "o"} and year >= 1900):
            return True
        if before in {"e", ",", "-"} and self._follows(hit):
            return True
        word = self.word_before(hit)
        if word.lower() in _WHOLE or (language == "de" and word.lower().endswith(_EVENTS)):
            return True
        if language == "en" and word.lower() == "a" and self._after(hit)[1:2].islower():
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

    def _is_clock(self, hit: Hit) -> bool:
        clock = CLOCK_SHAPE.search(self.codes(hit))
        if clock is None or not self._is_time(hit, clock) or self._in_a_number(hit):
            return False
        after, codes, language = self._after(hit), self.codes(hit), self.lexicon.words.language
        elsewhere = self.before(hit) == "(" and after.lstrip().startswith(("GMT", "UTC", "MEZ"))
        during = self.word_before(hit).lower() in _DURING and self.before(hit) != "e"
        if elsewhere or after[:1] in {":", "-"} or during:
            return False
        if "." in codes and not set("hHJqv") & set(codes) and (language == "en" or _MEASURED.match(after)):
            return language == "es" and self.before(hit) == "a" and self.before(hit, 2) in {"t", "o"}
        return self._names_hours(codes, language) or self._follows_at(hit, codes)

    def _names_hours(self, codes: str, language: str) -> bool:
        """True where its words alone make it a time of day."""
        if language == "de" and "H" in codes:
            return True
        return codes[0] == "b" or bool(set("Jqv") & set(codes)) or _HOURS.search(codes) is not None

    def _follows_at(self, hit: Hit, codes: str) -> bool:
        before = self.before(hit)
        if before == "e" and self._follows(hit):
            return True
        if "i" in codes and "h" in codes:
            return before == "@"
        if before in {"@", "t"} or (before == "a" and self.before(hit, 2) in {"@", "t"}):
            return True
        if before == "a" and self.before(hit, 2) == "o":
            return not {".", ":"}.isdisjoint(codes)  # "antes de las 17.00"
        return "H" in codes and before in {"o", "k", "(", "B"}

    def _is_time(self, hit: Hit, clock: re.Match[str]) -> bool:
        hour, minute = self.clock(hit, clock)
        midnight = (hour, minute) == (24, 0) and self.lexicon.words.language == "de" and "H" in clock[0]
        return (hour < 24 and minute < 60) or midnight

    def clock(self, hit: Hit, clock: re.Match[str]) -> tuple[int, int]:
        """Hour and minute of a time of day within ``hit``."""
        part = Hit("clock", hit.first + clock.start(), hit.first + clock.end())
        numbers = [int(value) for value in self.values(part, "idm")]  # type: ignore[arg-type]
        hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
        marks = self.values(part, "Jqv") if set("Jqv") & set(clock[0]) else []
        letters = "".join(str(mark) for mark in marks).lower()
        half = "pm" if letters.startswith("p") else "am" if marks else ""
        if half and not 1 <= hour <= 12:
            return 99, 0
        if half:
            return hour % 12 + (12 if half == "pm" else 0), minute
        parts = self.values(part, "P")
        if parts and hour <= 12:
            hour = hour % 12 + (12 if parts[0] in {"TAF", "TEV"} or (parts[0] == "TNI" and 6 <= hour < 12) else 0)
        return hour, minute
