"""Which of several places of one name a text means."""

from collections import Counter
from math import log10

from wireroom_enrichment.entities.gazetteer import Gazetteer, Place
from wireroom_enrichment.entities.mention import Mention

_LARGE = 100_000
_FAR_LARGER = 20
"""Times as many people, so that a name is not ambiguous before anything is known of the text."""
_SETTLES, _MENTION, _MENTIONS, _HOME, _CAPITAL = 0.3, 0.3, 1.2, 0.3, 0.7
"""In powers of ten of people: what settles it; what a mention of the country is worth; all of them; the
language; that it is a capital."""
_ABROAD, _ENGLISH = 10, 2
"""By what a city's people are divided if only other languages call it so; English is more often one of them."""
_STATE = 3
"""Mentions, so that a country's name means the state of another country (Georgia)."""


class Settled:
    """By what other places and peoples the text names."""

    def __init__(self, gazetteer: Gazetteer, demonyms: list[str], home: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._home = home
        self._countries = Counter(demonyms)
        self._told: dict[tuple[str, bool], tuple[Place | None, bool]] = {}

    def count(self, places: list[Mention]) -> None:
        """Weighs the countries that the unambiguous ones of ``places`` lie in."""
        for name in {mention.known: None for mention in places}:
            areas, cities = self._gazetteer.areas(name), self._gazetteer.cities(name)
            sure = len(areas) == 1 and (areas[0].is_country or not (cities and cities[0].people > _LARGE))
            if areas and areas[0].country and (sure or areas[0].is_listed):
                self._countries[areas[0].country] += 3
            elif not areas and cities and (len(cities) == 1 or cities[0].people > _FAR_LARGER * cities[1].people):
                self._countries[cities[0].country or ""] += 2

    def of(self, mention: Mention) -> tuple[Place | None, bool]:
        """The place, or None; and whether that is because it could be several. Called once all are counted."""
        name = mention.known, mention.region
        if name not in self._told:
            self._told[name] = self._of(mention)
        return self._told[name]

    def _of(self, mention: Mention) -> tuple[Place | None, bool]:
        areas = self._by_country(self._gazetteer.areas(mention.known))
        cities = self._gazetteer.cities(mention.known) or self._alike(mention.known)
        if mention.region and areas and not areas[0].is_country:
            return self._seat(areas[0], cities), False
        if areas and not self._is_rather_city(areas, cities):
            return self._area(mention.known, areas)
        return self._city(cities) if cities else (areas[0] if areas else None, False)

    def _by_country(self, areas: tuple[Place, ...]) -> tuple[Place, ...]:
        return tuple(sorted(areas, key=lambda area: -self._countries[area.country or ""]))

    def _alike(self, name: str) -> tuple[Place, ...]:
        """Cities that another transcription of ``name`` may mean, in countries that the text names."""
        return tuple(city for city in self._gazetteer.alike(name) if self._countries[city.country or ""])

    def _seat(self, area: Place, cities: tuple[Place, ...]) -> Place:
        """The number of a region that has none is that of its seat, if it has the same name."""
        seats = [city for city in cities if city.country == area.country and not city.other]
        return seats[0] if seats and area.number is None else area

    def _area(self, name: str, areas: tuple[Place, ...]) -> tuple[Place | None, bool]:
        if len(areas) == 1:
            return areas[0], False
        own = self._gazetteer.areas(name)[0]
        if own.is_country or own.is_listed:
            more = self._countries[areas[0].country or ""] - self._countries[own.country or ""]
            return (areas[0] if more > _STATE and areas[0].number and areas[0] is not own else own), False
        weights = [self._countries[area.country or ""] for area in areas]
        return (areas[0], False) if weights[0] > weights[1] else (None, True)

    def _is_rather_city(self, areas: tuple[Place, ...], cities: tuple[Place, ...]) -> bool:
        """True for a region that bears a city's name (Antwerpen)."""
        if not cities or any(area.is_country or area.is_listed for area in areas):
            return False
        same = any(city.country == areas[0].country for city in cities) and areas[0].number is None
        return same or cities[0].people > _LARGE

    def _city(self, cities: tuple[Place, ...]) -> tuple[Place | None, bool]:
        best, *others = sorted(cities, key=self._score, reverse=True)
        rivals = [city for city in others if city.country != best.country]
        if rivals and self._score(best) - self._score(rivals[0]) < _SETTLES:
            return None, True
        return best, False

    def _score(self, city: Place) -> float:
        country = city.country or ""
        people = log10(city.people / ((_ABROAD if self._home else _ENGLISH) if city.other else 1) + 1)
        named = min(_MENTIONS, _MENTION * self._countries[country])
        return people + named + (_CAPITAL if city.is_capital else 0.0) + (_HOME if country in self._home else 0.0)
