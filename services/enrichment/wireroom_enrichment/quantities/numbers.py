"""Numbers in figures and words: their value, and where they end."""

import re
from bisect import bisect_right
from typing import NamedTuple

from wireroom_enrichment.pieces import Pieces
from wireroom_enrichment.quantities.lexicon import Lexicon

_ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3}){1,5}(?![\d])|\d{1,18})(\.\d{1,6}(?!\d|\.\d))?")
_OTHERS = re.compile(r"(\d{1,3}(?:[ .'’\u00a0\u202f\u2009]\d{3}){1,5}(?!\d)|\d{1,18})(?:([,.]\d{1,6})(?!\d|[.,]\d))?")
_FIGURES = re.compile("[0-9]{4,}")
_AND_A_HALF = re.compile(r" e (?:A )?h")
_NO_DIGIT = re.compile(r"\D")
_LARGEST = 1e15
_NEEDS_COUNT = frozenset(("hundred", "thousand", "milliers", "millier", "cents"))
"""Words that are a number only after another one."""
_VAGUE = frozenset(("paar", "mehrere", "einige", "mehreren", "einigen", "enkele", "verscheidene"))
"""Before a hundred or a thousand, they make it no number ("ein paar Tausend")."""
_SIZED = frozenset(("petite", "bonne", "grosse", "good", "gutes", "klein", "goed", "buena"))
"""Between an article and a dozen or the like ("une petite centaine")."""
_SCALES = frozenset("MkD")
_ABBREVIATED = frozenset(("mio", "mrd", "mln", "mld"))
_WORDS = 12
"""Most pieces of one number in words."""


class Number(NamedTuple):
    """A number in the pieces from ``first`` up to ``end``."""

    value: float
    first: int
    end: int
    in_figures: bool
    grouped: bool = False
    """True where separators stand between thousands, as in no year, rank or name."""
    scaled: bool = False
    """True where million or the like is part of it: what it counts may follow with an "of"."""
    about: bool = False
    scale: float = 1.0
    sure: bool = True


class Numbers:
    """Reads numbers in one language's text."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, codes: str) -> None:
        self._lexicon = lexicon
        self._pieces = pieces
        self._codes = codes
        self._figures = _ENGLISH if lexicon.words.language == "en" else _OTHERS

    def at(self, first: int) -> Number | None:
        """The number that begins with this piece."""
        number = self._in_figures(first) if self._codes[first] == "9" else self._in_words(first)
        if number and self._lexicon.words.language == "es":
            number = self._in_thousands(number)
        return self._scaled(number) if number else None

    def _in_figures(self, first: int) -> Number | None:
        pieces = self._pieces
        start = pieces.starts[first]
        match = self._figures.match(pieces.text, start)
        if match is None:
            return None
        end = first + 1 if pieces.starts[first + 1] == match.end() else pieces.index(match.end())
        if pieces.starts[end] != match.end():
            return None
        whole, decimals = match[1], match[2] or ""
        grouped = not whole.isdigit()
        if grouped:
            whole = _NO_DIGIT.sub("", whole)
        english_comma = decimals.startswith(",") and len(decimals) == 4
        if english_comma and self._lexicon.words.language == "es":
            # Mexico and Central America part thousands with a comma.
            return Number(float(whole + decimals[1:]), first, end, True, grouped=True, sure=False)
        value = float(whole + decimals.replace(",", "."))
        return Number(value, first, end, True, grouped) if value < _LARGEST else None

    def _in_thousands(self, number: Number) -> Number:
        """With what follows a Spanish "mil" in figures: "51 mil 600 millones"."""
        at = number.end + 3
        follows = number.in_figures and self._codes[number.end : at + 1] == " k 9"
        rest = self._in_figures(at) if follows else None
        if rest is None or rest.value >= 1000:
            return number
        return number._replace(value=number.value * 1000 + rest.value, end=rest.end, grouped=True)

    def _in_words(self, first: int) -> Number | None:
        codes = self._codes
        if codes[first] == "A":
            return self._after_article(first)
        if codes[first] == "h":
            return self._half_a(first)
        if codes[first] in "ck" and self._pieces.words[first].lower() in _NEEDS_COUNT:
            return None
        if codes[first] in "ck" and first > 1 and self._pieces.words[first - 2] in _VAGUE:
            return None
        return self._summed(first, first)

    def _after_article(self, first: int) -> Number | None:
        """As in "a million", "une dizaine", "half a million", "een half miljard"."""
        codes, index = self._codes, first + 2
        if codes[first + 1 : first + 2] not in {" ", "-"} or index >= len(codes):
            return None
        if codes[index] == "h" and codes[index + 1 : index + 3] == " M":
            return Number(0.5, first, index + 1, False)
        if self._pieces.words[index] in _SIZED and codes[index + 1 : index + 3] == " D":
            index += 2
        if codes[index] == "D":
            return self._collective(1, first, index)
        if codes[index] in "ck":
            return self._summed(first, index)
        if codes[index] == "M":
            return Number(1, first, index - 1, False)
        quarter = self._pieces.words[index] == "quarter" and codes[index + 1 : index + 7] == " o A M"
        return Number(0.25, first, index + 5, False) if quarter else None

    def _half_a(self, first: int) -> Number | None:
        """As in "half a million" and "half a dozen"."""
        after = self._codes[first + 1 : first + 5]
        if after[:2] == " D":  # Spanish "medio millar"
            return self._collective(0.5, first, first + 2)
        if after == " A D":
            return self._collective(0.5, first, first + 4)
        if after[:2] == " M":  # "medio millón"
            return Number(0.5, first, first + 1, False)
        return Number(0.5, first, first + 3, False) if after[:4] == " A M" else None

    def _collective(self, count: float, first: int, index: int) -> Number:
        word = self._pieces.words[index]
        value, bound = self._lexicon.collectives[word]
        end, scale = index + 1, 1
        match = re.match(r" o k", self._codes[end : end + 4])
        if match:
            end, scale = end + 4, 1000
        return Number(count * value * scale, first, end, False, scaled=True, about=bound == "about")

    def _summed(self, first: int, begin: int) -> Number | None:
        """Adds up words: "deux cent mille", "two hundred and five", "treinta y cinco"."""
        codes, total, current = self._codes, 0.0, 0.0
        index, previous, end = begin, "", begin
        for _ in range(_WORDS):
            added = self._added(index, previous, current)
            if added is None:
                break
            current = added
            if codes[index] == "k":
                total, current = total + current, 0.0
            previous, end = codes[index], index + 1
            step = self._step(end, previous)
            if not step:
                break
            index = end + step
        if end == begin:
            return None
        half = _AND_A_HALF.match(codes[end : end + 6])
        if half and self._lexicon.words.language == "en":
            current, end = current + 0.5, end + half.end()
        return Number(
            total + current, first, end, False, scaled=previous == "k" and codes[end : end + 3] in {" o ", " o'"}
        )

    def _added(self, index: int, previous: str, current: float) -> float | None:
        """``current`` with the word at ``index``; None where that does not go on with it."""
        code = self._codes[index]
        if code in "ck":
            return max(current, 1) * (100 if code == "c" else 1000)
        if code not in "it" and not (code == "A" and previous):
            return None
        value = self._lexicon.values.get(self._pieces.words[index], 1)
        return None if previous and not _adds(previous, current, value) else current + value

    def _step(self, end: int, previous: str) -> int:
        """How many pieces lie between this word of a number and its next one; 0 where it ends."""
        codes, language = self._codes, self._lexicon.words.language
        if codes[end : end + 3] == " e " and codes[end + 3 : end + 4] in set("itA"):
            joined = {"fr": "t", "es": "t", "en": "ck"}.get(language, "")
            return 3 if previous in joined else 0
        return 1 if codes[end : end + 1] == " " and codes[end + 1 : end + 2] in set("itck") else 0

    def _scaled(self, number: Number) -> Number:
        """With the million, the dozen or the half that follows it."""
        codes, end, value = self._codes, number.end, number.value
        if _SCALES.isdisjoint(codes[end : end + 2]):
            return number
        scale, scaled_end = self._scale(number)
        if scale == 1.0:
            return self._in_dozens(number)
        half = _AND_A_HALF.match(codes[scaled_end : scaled_end + 6])
        if half:
            value, scaled_end = value + 0.5, scaled_end + half.end()
        if value * scale > _LARGEST:
            return number
        return number._replace(value=round(value * scale, 6), end=max(end, scaled_end), scaled=True, scale=scale)

    def _scale(self, number: Number) -> tuple[float, int]:
        """The factor of up to two words like million, and the piece where they end."""
        codes, words = self._codes, self._pieces.words
        scale, end = 1.0, number.end
        for _ in range(2):
            step = 0 if codes[end : end + 1] in {"M", "k"} else 1
            code = codes[end + step : end + step + 1]
            if code not in {"M", "k"} or codes[end : end + step] not in {"", " ", "-"}:
                break
            if code == "k" and not number.in_figures:
                break
            word = words[end + step]
            scale *= self._lexicon.values[word] if code == "M" else 1000.0
            end += step + 1
            if codes[end : end + 1] == "." and word.lower() in _ABBREVIATED:
                end += 1
        return scale, end

    def _in_dozens(self, number: Number) -> Number:
        codes, end = self._codes, number.end
        if codes[end : end + 2] == " D" and number.value < 100:
            return self._collective(number.value, number.first, end + 1)
        if codes[end : end + 2] == "-D":  # a "250-tal"
            article = codes[max(0, number.first - 2) : number.first] == "A "
            return number._replace(first=number.first - 2 * article, end=end + 2, scaled=True, about=True)
        return number


def _adds(previous: str, current: float, value: float) -> bool:
    """True where a word of ``value`` goes on with a number that ended with a word of code ``previous``."""
    if previous in "ck":
        return value < 1000 if previous == "k" else value < 100
    return previous == "t" and 0 < value < 20 and current % 10 == 0


def with_figures(pieces: Pieces) -> str:
    """The codes of ``pieces`` with a 9 for each run of digits, of which short ones have it already."""
    codes, starts = pieces.codes, pieces.starts
    places = [bisect_right(starts, match.start()) - 1 for match in _FIGURES.finditer(pieces.text)]
    unknown = [index for index in places if codes[index] != "9"]
    if not unknown:
        return codes
    figures = list(codes)
    for index in unknown:
        figures[index] = "9"
    return "".join(figures)
