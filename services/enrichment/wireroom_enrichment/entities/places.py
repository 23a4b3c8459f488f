"""Names of places: known ones, and what the words around say is one."""

from wireroom_enrichment.entities.gazetteer import Gazetteer, Known, Place
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.reading import Reading

COUNTRY, SAID, LARGE, TOWN, SMALL, UNKNOWN = 0.95, 0.9, 0.85, 0.8, 0.6, 0.7
_CITY_PEOPLE, _TOWN_PEOPLE = 100_000, 30_000
_METROPOLIS = 10
"""Times a city's people, so that it is one though its name is also a person's."""
_ABROAD = 5
"""By what a city's people are divided if only other languages call it so."""
COMPASS = words(
    "nord sud est ouest north south east west noord zuid oost sur norte este oeste ost nordwest nordost sudwest sudost "
    "nordest noroeste northern southern eastern western centre center centro mitte midi zentrum centrum"
)
NATIVE = words(
    "natif native natifs originaire habitants habitant maire bourgmestre ville mayor resident residents people natural "
    "oriundo vecino vecina vecinos habitantes alcalde alcaldesa inwoners bewoners burgemeester wethouder afkomstig "
    "burgermeister burgermeisterin oberburgermeister einwohner bewohner"
)
"""Words after which "of" says where someone is from."""
_REGIONS = words(
    "province region departement gouvernorat state county district governorate provincie regio deelstaat provinz "
    "bundesland kreis landkreis provincia estado departamento comarca wilaya canton oblast prefecture"
)
_ACRONYM = 4
"""Letters of an acronym, at most, that may be spelled like a city."""
_DATELINE = 60
"""Code points behind a place in which a dateline's bracket or dash stands."""


class Places:
    """Finds them in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon
        self._gazetteer = gazetteer

    def long(self, reading: Reading, found: list[Known], taken: Taken) -> None:
        """Takes known names of several words, before persons are looked for."""
        for name in found:
            if name.last - name.first > 1 and not self._is_named_after(reading, name):
                self._take(reading, name, taken)

    def known(self, reading: Reading, found: list[Known], taken: Taken) -> None:
        """Takes the other known names."""
        for name in found:
            self._take(reading, name, taken)

    def _is_named_after(self, reading: Reading, name: Known) -> bool:
        """True where a city bears a person's name ("Benito Juárez")."""
        if self._gazetteer.areas(name.name) or reading.before[name.first] in self._lexicon.of_place:
            return False
        plain = self._lexicon.particles.isdisjoint(reading.folded[name.first : name.last])
        return plain and self._grammar.is_first_name(reading.folded[name.first])

    def _take(self, reading: Reading, name: Known, taken: Taken) -> None:
        first, last = name.first, name.last
        areas = self._gazetteer.areas(name.name)
        if not taken.free(first, last) or not self._is_large(reading, first, last, areas):
            return
        confidence = self._sure(reading, name, areas, taken)
        if confidence:
            region = self._named_by(reading, first) in _REGIONS
            taken.add(Mention(first, last, "place", confidence, known=name.name, region=region))

    def _is_large(self, reading: Reading, first: int, last: int, areas: tuple[Place, ...]) -> bool:
        """True where the words that have capitals in the name have them here."""
        if reading.large[first] and reading.large[last - 1]:
            return True
        return last - first > 1 and bool(areas) and (areas[0].is_country or areas[0].is_listed)

    def _sure(self, reading: Reading, name: Known, areas: tuple[Place, ...], taken: Taken) -> float:
        first, last = name.first, name.last
        placed = self._is_placed(reading, first, taken)
        if self._grammar.is_no_subject(reading, first):
            return 0.0
        if last - first == 1 and self._is_no_place(reading, first, areas, placed=placed):
            return 0.0
        if not placed and self._is_part(reading, first, last, taken):
            return 0.0
        if areas and areas[0].is_country:
            return COUNTRY
        if placed:
            return SAID
        return LARGE if areas else self._by_size(reading, first, last, name.name)

    def _by_size(self, reading: Reading, first: int, last: int, folded: str) -> float:
        """By how many people live there, where nothing says that it is a place."""
        if folded in self._gazetteer.organisations:
            return 0.0
        people = max((c.people // (_ABROAD if c.other else 1) for c in self._gazetteer.cities(folded)), default=0)
        names = self._grammar.names
        personal = last - first == 1 and (folded in names.first or folded in names.last)
        near = reading.before[first] in self._lexicon.near_place
        if people >= _CITY_PEOPLE * (_METROPOLIS if personal and not near else 1):
            return LARGE
        if people >= _TOWN_PEOPLE and not personal:
            return TOWN if near else SMALL
        return SMALL if near and not personal and not reading.first[first] else 0.0

    def _is_no_place(self, reading: Reading, index: int, areas: tuple[Place, ...], *, placed: bool) -> bool:
        """True where a word has its capital for another reason."""
        folded, grammar, lexicon = reading.folded[index], self._grammar, self._lexicon
        if areas and areas[0].is_country:
            return grammar.no_name(reading, index)
        if grammar.no_name(reading, index) or folded in COMPASS or folded in lexicon.events:
            return True
        short = reading.upper(index) and len(folded) <= _ACRONYM and not placed
        if not areas and (len(folded) < 3 or short or grammar.is_other(reading, index)):
            return True
        if folded not in grammar.common and folded not in grammar.function:
            return False
        if lexicon.nouns_large:
            return not (areas and areas[0].is_listed) and not (placed and self._is_home(folded))
        return not placed and (reading.first[index] or (not areas and self._has_article(reading, index)))

    def _has_article(self, reading: Reading, index: int) -> bool:
        before = reading.before[index]
        return before in self._lexicon.articles and before not in self._lexicon.complements

    def _is_home(self, folded: str) -> bool:
        """True for a city where the text's language is spoken."""
        cities = self._gazetteer.cities(folded)
        return bool(cities) and cities[0].is_home_city(self._lexicon.home, _TOWN_PEOPLE)

    def _is_part(self, reading: Reading, first: int, last: int, taken: Taken) -> bool:
        """True where the word stands in a longer name that nobody knows."""
        grammar = self._grammar
        if self._lexicon.nouns_large:
            return False
        if reading.follows[last] and not taken.at(last) and not grammar.is_other(reading, last):
            return True
        if not reading.follows[first] or not reading.large[first - 1] or taken.at(first - 1):
            return False
        return not grammar.is_other(reading, first - 1) and not grammar.opens(reading, first - 1)

    def _is_placed(self, reading: Reading, first: int, taken: Taken) -> bool:
        """True where the words before, a dateline or a row of places say that it is a place."""
        before, lexicon = reading.before[first], self._lexicon
        if not before:
            return self._is_dateline(reading, first) or self._is_listed(reading, first, taken)
        if reading.large[first - 1] and not reading.first[first - 1] and not lexicon.nouns_large:
            return False
        if before in lexicon.of_place or self._named_by(reading, first):
            return True
        further = reading.before[first - 1]
        if before in lexicon.complements and further in NATIVE:
            return True
        if before in lexicon.articles and further in lexicon.of_place:
            return True
        return before in lexicon.ands and _is_place(taken, first - 2)

    def _named_by(self, reading: Reading, first: int) -> str:
        """The noun that the name follows ("province de X"), or nothing."""
        for place in range(first, first - 3, -1):
            folded = reading.before[place]
            if folded in self._lexicon.place_nouns:
                return folded
            if folded not in self._lexicon.place_links or not folded:
                return ""
        return ""

    def _is_dateline(self, reading: Reading, first: int) -> bool:
        """True at the beginning of the text or of a line, before a date, a credit or a dash."""
        if first and "\n" not in reading.gaps[first]:
            return False
        end = reading.ends[first]
        rest = reading.text[end : end + _DATELINE].partition("\n")[0]
        if "(" in rest and not self._grammar.no_name(reading, first):
            return True
        return reading.upper(first) and any(mark in rest for mark in (" - ", " – ", " — ", ".- ", ", "))

    def _is_listed(self, reading: Reading, first: int, taken: Taken) -> bool:
        if reading.gaps[first] not in (", ", " (", "/", " / ") or not _is_place(taken, first - 1):
            return False
        aged = reading.gaps[first + 1] == ", " and first + 1 < len(reading) and reading.numeric(first + 1)
        return not aged

    def genitives(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Takes German genitives of known places ("Russlands Präsident"); their names are without the ending."""
        if not self._lexicon.nouns_large:
            return
        for index in capitals:
            folded = reading.folded[index]
            if folded[-1:] != "s" or folded in self._grammar.common or taken.at(index):
                continue
            base = folded[:-1]
            areas = self._gazetteer.areas(base)
            large = any(city.is_home_city(self._lexicon.home, _CITY_PEOPLE) for city in self._gazetteer.cities(base))
            if (areas and (areas[0].is_country or areas[0].is_listed)) or large:
                taken.add(Mention(index, index + 1, "place", SAID, reading.words[index][:-1], known=base))

    def unknown(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Takes what no list has but the words around it say is a place."""
        end = 0
        for index in capitals:
            if index < end or taken.at(index) or self._is_odd(reading, index):
                continue
            named = self._named_by(reading, index)
            if not named and not self._is_placed(reading, index, taken):
                continue
            end = index + 1
            while reading.follows[end] and end - index < 4 and not taken.at(end) and not self._is_odd(reading, end):
                end += 1
            known = " ".join(reading.folded[index:end])
            sure = SAID if named else TOWN if self._gazetteer.alike(known) else UNKNOWN
            taken.add(Mention(index, end, "place", sure, known=known, region=named in _REGIONS))

    def _is_odd(self, reading: Reading, index: int) -> bool:
        """True for a word that nothing but a list could make a place's name."""
        grammar, folded = self._grammar, reading.folded[index]
        if self._lexicon.nouns_large or (reading.upper(index) and not self._is_dateline(reading, index)):
            return True
        if len(folded) < 3 or not reading.words[index][-1].isalpha() or grammar.is_head(folded):
            return True
        if grammar.is_other(reading, index) or grammar.opens(reading, index) or folded in COMPASS:
            return True
        return (folded in grammar.common and not reading.follows[index + 1]) or grammar.is_no_subject(reading, index)


def _is_place(taken: Taken, index: int) -> bool:
    mention = taken.at(index)
    return mention is not None and mention.type == "place"
