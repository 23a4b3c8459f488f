"""What a language says quantities with, and the codes of its words.

9  digits          i  number word     t  tens           c  hundred     k  thousand    M  million and above
h  half            D  collective ("dozen")              A  article or "one" before any of these
e  and             r  to, in a range  b  between        o  of          a  article
%  percent         U  unit of measure T  unit of time   C  currency    Z  ISO code of a currency
s  other function word, which no noun is
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wireroom_core.models.annotations import Bound
from wireroom_enrichment.numerals import numerals
from wireroom_enrichment.pieces import coded, cut

ISO_CODES = (
    "USD EUR GBP CHF JPY CNY CAD AUD SEK NOK DKK RUB INR BRL MXN TRY PLN CZK HUF KRW ZAR"
    " HKD NZD SGD UAH ILS SAR AED THB IDR MYR NGN EGP RON BGN ARS CLP"
)
MEASURES = (
    "km m cm mm km² m² kg g mg ha l kWh MWh GWh TWh MW GW kW GB TB MB mph kmh Hz MHz GHz dB hPa km/h °C °F bar ppm"
)
"""Symbols that all languages share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lexicon of a language as it is written down, in lower case."""

    language: str
    hundreds: str
    thousands: str
    scales: Mapping[str, float]
    halves: str
    collectives: Mapping[str, tuple[int, Bound]]
    """Words for so many ("dizaine"), and whether that is about so many."""
    articles_that_count: str
    ands: str
    tos: str
    betweens: str
    ofs: str
    articles: str
    percent: tuple[str, ...]
    units: str
    long_units: tuple[str, ...] = ()
    """Units of several words."""
    times: str
    currencies: Mapping[str, str]
    adjectives: Mapping[str, str]
    """Adjectives of countries, by the beginning of the word, with what their dollars, francs and the like are."""
    modifiers: Mapping[Bound, tuple[str, ...]]
    moves: str = ""
    """Beginnings of verbs that tell of a change, beside which "12 to 15" is no range and "hasta" no bound."""
    mixed: Mapping[str, float] = field(default_factory=dict)
    """Words for so many and a half."""
    no_modifier_after: str = ""
    """Words after which "over" is a preposition ("ein Kredit über 80 Millionen")."""
    function: str
    """Words that cannot be what is counted."""
    compounds: tuple[str, ...] = ()
    """Nouns of several words that are one."""
    not_before: str
    """Words before a number that is a name and no count ("artículo 47")."""
    of_them: str
    """Words before a number whose noun was named before ("dont deux")."""
    extents: str
    """What a length is given of ("34 metros de profundidad"), which is no substance."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words made ready."""

    words: Words
    codes: Mapping[str, str]
    values: Mapping[str, float]
    currencies: Mapping[str, str]
    collectives: Mapping[str, tuple[int, Bound]]
    modifiers: Mapping[str, Bound]
    not_before: frozenset[str]
    of_them: frozenset[str]
    no_modifier_after: frozenset[str]
    moves: tuple[str, ...]
    extents: frozenset[str]
    compounds: Mapping[str, tuple[str, ...]]
    """By their first word."""
    long_units: Mapping[str, tuple[str, ...]]
    percents: Mapping[str, tuple[str, ...]]
    countries: re.Pattern[str]
    """Matches the beginning of a country's adjective."""
    ends_of_modifiers: frozenset[str]
    """Their last pieces."""


def lexicon(words: Words) -> Lexicon:
    """``words`` made ready."""
    codes = dict(_codes(words))
    values = {word: float(value) for word, value in numerals(words.language).items()}
    values |= {spelt: value for word, value in words.mixed.items() for spelt in _spelt(word)}
    values |= {spelt: value for word, value in words.scales.items() for spelt in _spelt(word)}
    return Lexicon(
        words=words,
        codes=coded(codes),
        values=values,
        currencies={spelt: code for word, code in words.currencies.items() for spelt in _spelt(word)},
        collectives={spelt: value for word, value in words.collectives.items() for spelt in _spelt(word)},
        modifiers={phrase: bound for bound, phrases in words.modifiers.items() for phrase in phrases},
        not_before=frozenset(words.not_before.split()),
        of_them=frozenset(words.of_them.split()),
        no_modifier_after=frozenset(words.no_modifier_after.split()),
        moves=tuple(words.moves.split()),
        extents=frozenset(words.extents.split()),
        compounds=_by_first_word(words.compounds),
        long_units=_by_first_word(words.long_units),
        percents=_by_first_word(words.percent),
        countries=re.compile(rf"(?<![^\W\d])(?:{'|'.join(map(re.escape, words.adjectives))})"),
        ends_of_modifiers=frozenset(cut(phrase).words[-1] for some in words.modifiers.values() for phrase in some),
    )


def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    firsts = [phrase.split()[0] for phrase in phrases]
    return {first: tuple(phrase for phrase in phrases if phrase.split()[0] == first) for first in firsts}


def _codes(words: Words) -> Iterator[tuple[str, str]]:
    listed = (
        ("s", words.function),
        ("U", words.units),
        ("T", words.times),
        ("C", " ".join(words.currencies)),
        ("o", words.ofs),
        ("e", words.ands),
        ("r", words.tos),
        ("b", words.betweens),
        ("a", words.articles),
    )
    for code, text in listed:
        yield from ((word, code) for word in _spelt(text))
    for word, value in numerals(words.language).items():
        yield word, "t" if value in range(20, 100, 10) else "i"
    yield from ((word, "i") for word in _spelt(" ".join(words.mixed)))
    later = (
        ("A", words.articles_that_count),
        ("c", words.hundreds),
        ("k", words.thousands),
        ("M", " ".join(words.scales)),
        ("h", words.halves),
        ("D", " ".join(words.collectives)),
    )
    for code, text in later:
        yield from ((word, code) for word in _spelt(text))
    yield from ((figures, "9") for figures in _figures())
    yield from ((symbol, "U") for symbol in MEASURES.split())
    yield from ((code, "Z") for code in ISO_CODES.split())


def _figures() -> Iterator[str]:
    """Those of up to three digits, and years: nearly all that a text has (reading.py codes the others)."""
    for digits in (1, 2, 3):
        yield from (f"{number:0{digits}}" for number in range(10**digits))
    yield from map(str, range(1900, 2100))


def _spelt(listed: str) -> Iterator[str]:
    for word in listed.split():
        yield word
        if word[0].islower():
            yield word[0].upper() + word[1:]
