"""Units after and before a number: per cent, currencies, measures."""

from typing import NamedTuple

from wireroom_enrichment.pieces import Pieces
from wireroom_enrichment.quantities.lexicon import Lexicon

SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS"}
_PREFIXED = {
    "US": "USD",
    "A": "AUD",
    "AU": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "HK": "HKD",
    "NZ": "NZD",
    "S": "SGD",
    "R": "BRL",
    "NT": "TWD",
    "Can": "CAD",
}
_US_DOLLARS = ("US-Dollar", "U.S. dollar")
_LETTERS = {"Rs": "INR"}
"""Letters that stand before an amount as a sign does."""
_DOLLARS = {
    "US": "USD",
    "CA": "CAD",
    "AU": "AUD",
    "HK": "HKD",
    "NZ": "NZD",
    "TW": "TWD",
    "SG": "SGD",
}
_BY_COUNTRY = {
    "peso": {"MX": "MXN", "AR": "ARS", "CO": "COP", "CL": "CLP", "UY": "UYU", "DO": "DOP", "CU": "CUP", "PH": "PHP"},
    "kron": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK"},
    "cour": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK"},
    "coro": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK"},
    "kroo": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK"},
    "crow": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK"},
    "dina": {"DZ": "DZD", "TN": "TND"},
    "dirh": {"MA": "MAD", "AE": "AED"},
    "roup": {"IN": "INR", "PK": "PKR"},
    "rupe": {"IN": "INR", "PK": "PKR"},
    "rupi": {"IN": "INR", "PK": "PKR"},
    "roep": {"IN": "INR", "PK": "PKR"},
    "fran": {"CH": "CHF", "XOF": "XOF"},
    "doll": _DOLLARS,
    "dóla": _DOLLARS,
}
_DISTANCES = ("km", "kilom", "kilóm", "mile", "mijl", "meile", "milla")
"""Units of ways, which measure no substance."""


class Unit(NamedTuple):
    """A unit that ends before the piece ``end``. ``substance`` is true where what is measured may follow."""

    name: str
    end: int
    substance: bool = False
    sure: bool = True


class Units:
    """Finds units in one language's text."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, codes: str) -> None:
        self._lexicon = lexicon
        self._pieces = pieces
        self._codes = codes
        self._countries: dict[str, int] | None = None

    def after(self, end: int, scaled: bool) -> Unit | None:
        """The unit that follows a number; ``scaled`` where it ends with "millions", after which an "of" may stand."""
        codes = self._codes
        step = 1 if codes[end : end + 1] == " " else 0
        if scaled and codes[end : end + 3] in {" o ", " o'"}:
            step = 3
        index = end + step
        code = codes[index : index + 1]
        if not code or code in " ¶":
            return None
        return (
            self._percent(index)
            or self._long_unit(index)
            or (self._currency(index) if code in "C€$£¥ZxA" else None)
            or (self._measure(index, glued=step == 0) if code == "U" or self._pieces.words[index] == "°" else None)
        )

    def _percent(self, index: int) -> Unit | None:
        for percent in self._lexicon.percents.get(self._pieces.words[index], ()):
            start = self._pieces.starts[index]
            if self._pieces.text.startswith(percent, start):
                end = self._pieces.index(start + len(percent))
                if self._pieces.starts[end] == start + len(percent):
                    return Unit("%", end)
        return None

    def _long_unit(self, index: int) -> Unit | None:
        start = self._pieces.starts[index]
        for unit in self._lexicon.long_units.get(self._pieces.words[index], ()):
            if self._pieces.text.startswith(unit, start):
                return Unit(unit, self._pieces.index(start + len(unit)))
        return None

    def _measure(self, index: int, glued: bool) -> Unit | None:
        words, text, starts = self._pieces.words, self._pieces.text, self._pieces.starts
        if words[index] == "°":
            end = index + 2 if words[index + 1 : index + 2] in (["C"], ["F"]) else index + 1
            return Unit(text[starts[index] : starts[end]], end)
        if self._codes[index + 1 : index + 2] == "/" and words[index + 2 : index + 3] in (["h"], ["s"], ["u"]):
            return Unit(text[starts[index] : starts[index + 3]], index + 3)
        if not glued and words[index] in {"l", "g", "m"} and self._codes[index + 1 : index + 2] == "'":
            return None
        return Unit(words[index], index + 1, substance=self._measures(index))

    def _measures(self, index: int) -> bool:
        """True where the unit can have a substance: of ways only "400 km of border", which some languages say so."""
        if self._lexicon.words.language in {"fr", "es", "en"}:
            return True
        return not self._pieces.words[index].lower().startswith(_DISTANCES)

    def _currency(self, index: int) -> Unit | None:
        words, codes = self._pieces.words, self._codes
        word = words[index]
        if word in SYMBOLS:
            return Unit(SYMBOLS[word], index + 1)
        if codes[index] == "Z":
            return Unit(word, index + 1)
        if codes[index] == "C":
            return self._named(index)
        if self._pieces.text.startswith(_US_DOLLARS, self._pieces.starts[index]):
            return Unit("USD", index + (6 if word == "U" else 1))
        following = index + 2
        if codes[index + 1 : index + 3] == " C" and word[0].isalpha():
            country = self._country_of(word)
            if country:
                known = _BY_COUNTRY.get(words[following][:4].lower(), {}).get(country)
                return Unit(known, following + 1) if known else self._fixed(following, country)
        return None

    def _fixed(self, index: int, country: str) -> Unit | None:
        """A currency with one code, after its country's adjective ("Swiss francs", "Japanese yen")."""
        code = self._lexicon.currencies[self._pieces.words[index]]
        return Unit(code, index + 1) if country and not code.startswith("?") else None

    def _named(self, index: int) -> Unit | None:
        words, codes = self._pieces.words, self._codes
        word, end = words[index], index + 1
        code = self._lexicon.currencies[word]
        kinds = _BY_COUNTRY.get(word[:4].lower(), {})
        if codes[end : end + 1] in {" ", "-"} and end + 1 < len(words):
            country = self._country_of(words[end + 1])
            if country in kinds:
                return Unit(kinds[country], end + 2)
            if words[end + 1] in {"sterling", "esterlinas"}:
                return Unit("GBP", end + 2)
        if word in {"pounds", "livres"} and codes[end : end + 2] == " o":
            return Unit(word, end, substance=True)
        if not code.startswith("?"):
            return Unit(code, end)
        country = self._country_told(kinds)
        if country:
            return Unit(kinds[country], end)
        return Unit(code[1:] or word, end, sure=False)

    def _country_of(self, word: str) -> str | None:
        match = self._lexicon.countries.match(word)
        return self._lexicon.words.adjectives[match[0]] if match else None

    def _country_told(self, kinds: dict[str, str]) -> str | None:
        """The country of those with such a currency that the text names most."""
        if self._countries is None:
            counts: dict[str, int] = {}
            for match in self._lexicon.countries.finditer(self._pieces.text, 0, 20_000):
                country = self._lexicon.words.adjectives[match[0]]
                counts[country] = counts.get(country, 0) + 1
            self._countries = counts
        named = [country for country in self._countries if country in kinds]
        return max(named, key=self._countries.__getitem__, default=None)

    def before(self, index: int) -> tuple[str, int] | None:
        """The currency whose sign stands before a number, and the piece that it begins with."""
        words, codes = self._pieces.words, self._codes
        at = index - 2 if index > 1 and codes[index - 1] == " " else index - 1
        if at < 0:
            return None
        if words[at] == "$" and at == index - 1 and at > 0 and words[at - 1] in _PREFIXED:
            return _PREFIXED[words[at - 1]], at - 1
        if words[at] == "$" and at > 0 and words[at - 1] in _PREFIXED:
            return _PREFIXED[words[at - 1]], at - 1
        letters = at - (words[at] == "." and at > 0)
        known = SYMBOLS.get(words[at]) or _LETTERS.get(words[letters])
        if known:
            return known, letters
        if codes[at] == "Z":
            return words[at], at
        return None
