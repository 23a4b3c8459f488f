"""Known names: countries, regions, seas and cities with their places on earth, and organisations."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, compress, count

from wireroom_enrichment.entities.folding import key, skeleton
from wireroom_enrichment.entities.reading import Reading
from wireroom_enrichment.entities.remembered import Remembered

_DATA = files("wireroom_enrichment.entities") / "data"
_NONE = (0, "")
_ARTICLES = frozenset(("la", "le", "les", "el", "los", "las", "de", "het", "the", "die", "der", "das"))
_SHORTEST_LOOSE = 5
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Place:
    """One that is known. ``people`` is 0 where it is no city; ``other`` where only other languages call it so."""

    country: str | None
    number: str | None = None
    coordinates: tuple[float, float] | None = None
    people: int = 0
    other: bool = False
    is_capital: bool = False
    is_country: bool = False
    is_listed: bool = False
    """True where data/places.txt has it."""

    def is_home_city(self, home: frozenset[str], least: int) -> bool:
        """True for a city of ``least`` people and more in a country where the text's language is spoken."""
        return self.people >= least and not self.other and self.country in home


@dataclass(frozen=True, slots=True)
class Known:
    """A name that was found in a text: words ``first`` to ``last``, the last one excluded."""

    first: int
    last: int
    name: str


def listed(name: str) -> list[list[str]]:
    """The lines of a list that was written by hand, without its comments, apart at their strokes."""
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def packed(name: str) -> str:
    """The text of a list that tools/entity_data.py wrote."""
    return gzip.decompress((_DATA / f"{name}.gz").read_bytes()).decode("utf-8")


def _beginnings(name: str) -> Iterator[str]:
    """What stands before each of its spaces."""
    place = name.find(" ")
    while place >= 0:
        yield name[:place]
        place = name.find(" ", place + 1)


class Gazetteer:
    """Finds known names in a text and knows which places bear one. Reads its files when it is made."""

    def __init__(self) -> None:
        names, values, skeletons, alike, self._rows = (part.split("\n") for part in packed("places").split("\0"))
        self._cities = dict(zip(names, values, strict=True))
        self._alike = dict(zip(skeletons, alike, strict=True))
        self._remembered: dict[str, tuple[Place, ...]] = {}
        self._skeleton = Remembered(skeleton).__getitem__
        self._areas: dict[str, tuple[Place, ...]] = {}
        self._read_regions()
        self._read_own()
        self._read_countries()
        written = [name for line in listed("organisations") for name in line]
        self.organisations = frozenset(map(key, written))
        self.written = frozenset(written)
        """The organisations' names as they are written."""
        self.acronyms = frozenset(name for name in written if name.isupper() and " " not in name)
        self.small = frozenset(key(name) for name in written if name[0].islower())
        """Organisations whose names begin small."""
        self.ordinary = frozenset(key(name) for (name,) in listed("ordinary"))
        """Organisations whose names are ordinary words or places too."""
        self._names = frozenset((*self._cities, *self._areas, *self.organisations))
        self._beginnings = frozenset(chain.from_iterable(map(_beginnings, self._names)))
        self._leads = Remembered(lambda word: word in self._names or word in self._beginnings).__getitem__
        """True for a word that is a name or begins one."""

    def _read_regions(self) -> None:
        for line in packed("regions").split("\n"):
            code, number, *names = line.split("\t")
            for name in names:
                self._areas[name] = (*self._areas.get(name, ()), Place(code, number or None))

    def _read_own(self) -> None:
        for code, *names in listed("places"):
            country = None if code == "-" else code
            number = next((p.number for name in names for p in self.areas(key(name)) if p.country == country), None)
            self._put_first(names, Place(country, number, is_listed=True))

    def _read_countries(self) -> None:
        codes: dict[str, Place] = {}
        for line in packed("countries").split("\n"):
            code, number, latitude, longitude, *names = line.split("\t")
            codes[code] = Place(code, number, (float(latitude), float(longitude)), is_country=True)
            self._put_first(names, codes[code])
        for code, *names in listed("countries"):
            self._put_first(names, codes[code])

    def _put_first(self, names: Iterable[str], place: Place) -> None:
        for name in map(key, names):
            self._areas[name] = (place, *(p for p in self._areas.get(name, ()) if p.country != place.country))

    def find(self, reading: Reading) -> Iterator[Known]:
        """Names in the order of the text; of those that overlap the first, of those that begin together the longest."""
        longest = self._longest(reading)
        end = 0
        for first, (last, name) in sorted(longest.items()):
            behind_article = reading.folded[first] in _ARTICLES and longest.get(first + 1, _NONE)[0] == last
            if first >= end and not (behind_article and reading.first[first]):
                yield Known(first, last, name)
                end = last if reading.large[first] else end

    def _longest(self, reading: Reading) -> dict[int, tuple[int, str]]:
        """By the number of a word the longest name that begins with it, after the number of the word behind it.

        One of the name's words has a capital, but for the names that are written small.
        """
        longest: dict[int, tuple[int, str]] = {}
        names, beginnings, small = self._names, self._beginnings, self.small
        words, capitals, goes_on = reading.folded, reading.large, reading.goes_on()
        for first in compress(count(), map(self._leads, words)):
            last, name, large = first + 1, words[first], capitals[first]
            while True:
                if (large or name in small) and name in names:
                    longest[first] = last, name
                if not goes_on[last] or name not in beginnings:
                    break
                name = f"{name} {words[last]}"
                large = large or capitals[last]
                last += 1
        return longest

    def areas(self, name: str) -> tuple[Place, ...]:
        """Countries, regions, seas … of a folded name, countries first."""
        return self._areas.get(name, ())

    def cities(self, name: str) -> tuple[Place, ...]:
        """Cities of a folded name, the largest first."""
        numbers = self._cities.get(name)
        if numbers is None:
            return ()
        places = self._remembered.get(name)
        if places is None:
            places = tuple(self._place(number) for number in numbers.split(" "))
            if len(self._remembered) < _REMEMBERED:
                self._remembered[name] = places
        return places

    def has_city(self, name: str, least: int) -> bool:
        """True for the folded name of a city of ``least`` people and more."""
        return any(city.people >= least for city in self.cities(name))

    def alike(self, name: str) -> tuple[Place, ...]:
        """Cities whose names are transcribed as a folded name might be."""
        numbers = self._alike.get(self._skeleton(name), "") if len(name) >= _SHORTEST_LOOSE else ""
        return tuple(map(self._place, numbers.split()))

    def _place(self, number: str) -> Place:
        identity, country, latitude, longitude, people, capital = self._rows[int(number.removesuffix("'"))].split(" ")
        at = (float(latitude), float(longitude))
        return Place(country, identity, at, int(people), number.endswith("'"), is_capital=capital == "1")


@dataclass(frozen=True, slots=True)
class Names:
    """Words as they are known of persons and of languages."""

    first: frozenset[str]
    last: frozenset[str]
    common: dict[str, frozenset[str]]
    """By language, folded: what is written small; in German all nouns too."""

    @classmethod
    def read(cls, languages: Iterable[str]) -> "Names":
        """From the package's files."""
        own = key(" ".join(name for (line,) in listed("first_names") for name in line.split()))
        first = frozenset(own.split(" ")) | frozenset(packed("first_names").split("\n"))
        common = {language: frozenset(packed(f"words_{language}").split("\n")) for language in languages}
        return cls(first, frozenset(packed("surnames").split("\n")), common)
