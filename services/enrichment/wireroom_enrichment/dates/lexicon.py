"""What a language says dates with, and the codes that its words have in the grammar.

d  1 to 31        m  other number below 60    z  other short number    Y  four digits that can be a year
i  number word    n  ending of an ordinal     D  ending of a decade   O  decade in a word
M  month          A  its abbreviation         W  weekday               Q  weekday with its part of day
P  part of day    R  day beside today         V  day and part of day   S  season      K  weekend
U  unit           u  units                    j  units that begin a decade            X  edge with its unit
C  fixed word for the unit before or after    L  last   N  next   T  this             E  start, middle, end
F  aujourd (of "aujourd'hui")   f  little, as in "a little more than"
B  before, after  b  about    < >  less, more  y  than     G  ago before    g  ago after    l  earlier, later
I  in, as in "in three days"   s  previous, following: the unit beside the one told of
H  o'clock        h  hours    J  am, pm
a  article        o  of   t  to   e  and   k  between   @  at   r  other preposition   p  por   q v w  parts of idioms
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wireroom_enrichment.numerals import numerals
from wireroom_enrichment.pieces import coded

Value = int | str | tuple[int | str, ...]
_WHOLE_NAME = 6
"""Letters from which on another name of a month is no abbreviation."""
_TENS = ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")
Keyed = Mapping[str, str]
"""Words, parted by spaces, by what they mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenses:
    """Words and endings of words that tell whether what stands beside them has been or will be."""

    past: str
    future: str
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    neither: str = ""
    """Words that end so and are none."""
    neither_endings: tuple[str, ...] = ()
    """Endings of many such words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lexicon of a language as it is written down; a word has the case in which it is found."""

    language: str
    months: str
    short_months: Mapping[str, int]
    weekdays: str
    capitals: bool = False
    """True where months and weekdays are capitalised within a sentence."""
    parts: Keyed
    days: Mapping[str, int]
    day_parts: Mapping[str, tuple[int, str]]
    units: Keyed
    many: Keyed
    one: str = ""
    """Articles that count ("a year ago")."""
    decades: str = ""
    fixed: Mapping[str, tuple[str, int]]
    edged: Mapping[str, tuple[str, str]]
    """Words for an edge of the current unit ("Jahresende")."""
    seasons: Keyed
    weekends: str
    edges: Keyed
    sides: Keyed
    later: str = ""
    """Those of ``earlier`` and ``later`` that look ahead."""
    marks: Mapping[str, str]
    """Other words by their code."""
    ago: str
    """How "ago" begins, in codes; empty where it stands after."""
    ahead_in: str = ""
    """How "in three days" begins, in codes, where that is not how durations begin too."""
    articles: bool = False
    """True where the article belongs to "the last month"."""
    tomorrow: str = ""
    """A part of day that is tomorrow if nothing stands before it."""
    joined_parts: Keyed
    """Parts of day that grow on to a weekday ("Mittwochabend")."""
    month_first: bool = False
    refused: tuple[str, ...] = ()
    """Names with a weekday or a month in them, which are no dates."""
    family_names: str = ""
    """Weekdays that are borne as names and need a preposition."""
    ahead: str
    """Prepositions after which a date lies ahead ("by", "bis")."""
    perhaps_ahead: str
    behind: str
    tenses: Tenses


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words made ready: codes for the pieces, and what each word means."""

    words: Words
    codes: Mapping[str, str]
    values: Mapping[str, Value]
    senses: Mapping[str, int]
    """1 for words of the future, -1 for those of the past, 0 for words that are neither."""
    directions: Mapping[str, int]
    """Prepositions: 2 and -2 where they settle it, 1 where they make it likely."""
    directions_met: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """What tense.py has found of the words that it met."""


def lexicon(words: Words) -> Lexicon:
    """``words`` made ready."""
    codes: dict[str, str] = {}
    values: dict[str, Value] = {}
    for word, code, value in (*_numbers(words), *_entries(words)):
        codes[word] = code
        values[word] = value
    return Lexicon(words, coded(codes), values, dict(_senses(words.tenses)), dict(_directions(words)))


def _numbers(words: Words) -> Iterator[tuple[str, str, Value]]:
    for number in range(100):
        code = "d" if 1 <= number <= 31 else "m" if number < 60 else "z"
        yield str(number), code, number
        if number < 10:
            yield f"0{number}", "d" if number else "m", number
    for number in range(100, 1000):
        yield str(number), "z", number
    for number in range(1000, 2200):
        yield str(number), "Y", number
    yield from ((word, "i", 1) for word in _spelt(words.one))
    for word, number in numerals(words.language).items():
        if number < 1000:
            yield word, "i", number


def _entries(words: Words) -> Iterator[tuple[str, str, Value]]:
    for code, listed in words.marks.items():
        for word in _spelt(listed):
            yield word, code, _marked(code, word)
    yield from _calendar(words)
    # Before the parts of day: in German "Morgen" is the morning, "morgen" is tomorrow.
    yield from ((spelt, "R", day) for word, day in words.days.items() for spelt in _spelt(word))
    yield from _keyed("P", words.parts)
    yield from _keyed("U", words.units)
    yield from _keyed("u", words.many)
    yield from ((word, "j", "decade" if word.lower() == "década" else "Y") for word in _spelt(words.decades))
    yield from _keyed("S", words.seasons)
    yield from _keyed("E", words.edges)
    yield from _keyed("B", words.sides)
    yield from ((word, "K", "K") for word in _spelt(words.weekends))
    yield from ((spelt, "V", value) for listed, value in words.day_parts.items() for spelt in _spelt(listed))
    yield from ((spelt, "C", value) for listed, value in words.fixed.items() for spelt in _spelt(listed))
    yield from ((spelt, "X", value) for listed, value in words.edged.items() for spelt in _spelt(listed))


def _marked(code: str, word: str) -> Value:
    if code == "O":
        return 30 + 10 * _TENS.index(word[:4].lower())
    return "H" if code == "h" else word


def _calendar(words: Words) -> Iterator[tuple[str, str, Value]]:
    for number, month in enumerate(words.months.split(), 1):
        yield month, "M", number
        yield month.upper(), "A", number
        if not words.capitals:
            yield month.capitalize(), "A", number
        for key, listed in words.edges.items():
            yield from ((f"{edge}-{month}", "X", (key, number)) for edge in listed.split())
    full = words.months.casefold().split()
    for month, number in words.short_months.items():
        if month not in full:
            yield from _other_month(month, number)
    for number, weekday in enumerate(words.weekdays.split(), 1):
        yield from ((spelt, "W", number) for spelt in (weekday, weekday.capitalize(), weekday.upper()))
        yield from _joined_weekday(words, number, weekday)


def _other_month(month: str, number: int) -> Iterator[tuple[str, str, Value]]:
    """An abbreviation, or another whole name ("Jänner", "setiembre")."""
    code = "A" if len(month) < _WHOLE_NAME else "M"
    yield from ((spelt, code, number) for spelt in (month, month.capitalize(), month.upper()))


def _joined_weekday(words: Words, number: int, weekday: str) -> Iterator[tuple[str, str, Value]]:
    for part, listed in words.joined_parts.items():
        for suffix in listed.split():
            yield from ((spelt + suffix, "Q", (number, part)) for spelt in (weekday, weekday.capitalize()))


def _keyed(code: str, keyed: Keyed) -> Iterator[tuple[str, str, Value]]:
    for key, listed in keyed.items():
        yield from ((word, code, key) for word in _spelt(listed))


def _spelt(listed: str) -> Iterator[str]:
    for word in listed.split():
        yield word
        if word[0].islower():
            yield word[0].upper() + word[1:]


def _senses(tenses: Tenses) -> Iterator[tuple[str, int]]:
    for sense, listed in ((0, tenses.neither), (1, tenses.future), (-1, tenses.past)):
        yield from ((word, sense) for word in _spelt(listed))


def _directions(words: Words) -> Iterator[tuple[str, int]]:
    for direction, listed in ((2, words.ahead), (1, words.perhaps_ahead), (-2, words.behind)):
        yield from ((word, direction) for word in _spelt(listed))
