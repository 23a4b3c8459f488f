"""Mentions written as annotations."""

from functools import lru_cache

from wireroom_core.models import Annotation, Demonym, Entity
from wireroom_core.slug import slug
from wireroom_enrichment.entities.finder import Nationality
from wireroom_enrichment.entities.folding import key
from wireroom_enrichment.entities.gazetteer import Gazetteer, Place
from wireroom_enrichment.entities.mention import Mention
from wireroom_enrichment.entities.reading import Reading
from wireroom_enrichment.entities.settling import Settled

AMBIGUOUS, DEMONYM = 0.65, 0.9


_slug = lru_cache(maxsize=10_000)(slug)


class Writer:
    """Makes annotations of what was found in one text."""

    def __init__(self, gazetteer: Gazetteer, annotator: str, version: int) -> None:
        self._gazetteer = gazetteer
        self._annotator = annotator
        self._version = version

    def written(
        self, reading: Reading, mentions: list[Mention], demonyms: list[Nationality], home: frozenset[str]
    ) -> tuple[Annotation, ...]:
        """Entities and demonyms in the order of the text; ``home`` are countries where its language is spoken."""
        settled = Settled(self._gazetteer, [country for _, country in demonyms], home)
        places = [m for m in mentions if m.type == "place"]
        settled.count(places)
        spelled = _spellings(reading, places)
        told: dict[str, list[str]] = {}
        found: list[Annotation] = [self._demonym(reading, *demonym) for demonym in demonyms]
        for mention in mentions:
            if mention.type == "place":
                found.append(self._place(reading, mention, spelled, settled))
            else:
                found.append(self._named(reading, mention, told))
        return tuple(sorted(found, key=lambda a: a.start or 0))

    def _demonym(self, reading: Reading, index: int, country: str) -> Demonym:
        start, end = reading.starts[index], reading.ends[index]
        return Demonym(
            start=start,
            end=end,
            text=reading.text[start:end],
            country=country,
            confidence=DEMONYM,
            annotator=self._annotator,
            version=self._version,
        )

    def _named(self, reading: Reading, mention: Mention, told: dict[str, list[str]]) -> Entity:
        name = mention.name
        return Entity(
            start=reading.starts[mention.first],
            end=reading.ends[mention.last - 1],
            text=mention.text(reading),
            type=mention.type,
            name=name,
            entity_id=f"{mention.type}:{_slug(name)}",
            roles=_new(mention.roles, told.setdefault(name, [])),
            confidence=mention.confidence,
            annotator=self._annotator,
            version=self._version,
        )

    def _place(self, reading: Reading, mention: Mention, spelled: dict[str, str], settled: Settled) -> Entity:
        name = spelled[mention.folded(reading)]
        place, ambiguous = settled.of(mention)
        return Entity(
            start=reading.starts[mention.first],
            end=reading.ends[mention.last - 1],
            text=mention.text(reading),
            type="place",
            name=name,
            entity_id=None if ambiguous else _identity(place, name),
            country=place.country if place else None,
            coordinates=place.coordinates if place else None,
            confidence=min(mention.confidence, AMBIGUOUS) if ambiguous else mention.confidence,
            annotator=self._annotator,
            version=self._version,
        )


def _identity(place: Place | None, name: str) -> str:
    return f"geonames:{place.number}" if place and place.number else f"place:{_slug(name)}"


def _new(roles: list[str], told: list[str]) -> tuple[str, ...]:
    """Those of ``roles`` that say more than what was ``told`` of the person before."""
    new: list[str] = []
    for role in roles:
        if not any(key(role) in key(other) for other in told):
            new.append(role)
            told.append(role)
    return tuple(new)


def _spellings(reading: Reading, places: list[Mention]) -> dict[str, str]:
    """The name of each place as first given; where the text has it in capitals, with its usual ones."""
    names: dict[str, str] = {}
    for mention in places:
        folded, text = mention.folded(reading), mention.name or " ".join(mention.text(reading).split())
        if folded not in names or names[folded].isupper():
            names[folded] = text
    return {folded: _usual(name) for folded, name in names.items()}


def _usual(name: str) -> str:
    if not (name.isupper() and len(name) > 3 and "." not in name):
        return name
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in name.split(" "))
