"""What the annotator of entities knows of a language. Words are folded (see ``folding.key``)."""

import re
from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """The words of ``text``, apart by white space, folded: a hyphen is a space, an elision has no apostrophe."""
    return frozenset(word.replace("-", " ").rstrip("'’") for word in text.split())


ENGLISH_HEADS = words(
    "society association network telecom institute company corporation records airways airlines systems media "
    "entertainment partners solutions investments securities pharmaceuticals pharma industries group motors holding "
    "holdings international corp inc ltd plc llc"
)
"""Words that make a name an organisation's in texts of the other languages too ("Royal Television Society")."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Of one language. A set that it has no use for is empty."""

    articles: frozenset[str]
    """Articles, possessives and their contractions with prepositions: what a noun phrase begins after."""
    honorifics: frozenset[str]
    """Before a person's name, neither role nor part of it."""
    academic: frozenset[str]
    """Titles before a person's name, a role each ("Dr")."""
    roles: re.Pattern[str]
    """Matches the whole of a word that names an office or an occupation."""
    occupations: re.Pattern[str]
    """Matches a word that is one where a comma and a name stand before it, by its ending."""
    stops: frozenset[str]
    """Ends a role: relative pronouns, verbs, adverbs and prepositions that no complement begins with."""
    complements: frozenset[str]
    """Prepositions with which a role's complement begins."""
    speech: frozenset[str]
    """Verbs (the word that carries the meaning) of which a person is the subject."""
    ages: frozenset[str]
    """What an age is counted in."""
    particles: frozenset[str]
    """Small words inside a person's name."""
    heads: frozenset[str]
    """Words that make a name of several words an organisation's."""
    head_endings: re.Pattern[str]
    """Matches a word that such a head ends."""
    small_heads: frozenset[str]
    """Heads that are written small and yet belong to the name."""
    links: frozenset[str]
    """What joins the parts of an organisation's name."""
    ands: frozenset[str]
    """What joins its last parts."""
    descriptors: re.Pattern[str]
    """Matches a word after which an organisation's name stands ("société", "Autobauer")."""
    of_place: frozenset[str]
    """Prepositions that a place follows."""
    near_place: frozenset[str]
    """Prepositions that a place often follows."""
    place_nouns: frozenset[str]
    """Nouns that a place's name follows and does not contain, with a preposition of ``place_links`` between or not."""
    place_heads: frozenset[str]
    """Nouns that belong to a place's name, before the rest ("lac de Cazaux", "Lake Geneva")."""
    place_tails: frozenset[str]
    """Nouns that belong to a place's name, after the rest ("Telfair County")."""
    place_links: frozenset[str]
    events: frozenset[str]
    """Words that make a name of several words an event's, which is no entity."""
    event_links: frozenset[str]
    """What joins the parts of such a name."""
    before_no_name: frozenset[str]
    """Nouns after which a name is that of a storm, a disease, a law or a ship."""
    calendar: frozenset[str]
    """Months and weekdays."""
    home: frozenset[str] = frozenset()
    """Countries where the language is spoken; none for English, whose readers are everywhere."""
    modifies: frozenset[str] = frozenset()
    """Adjectives that are written small inside an organisation's name; none where all its words are written large."""
    premodifier: re.Pattern[str] | None = None
    """Matches an adjective before an office; None where any word may stand there ("police chief"), or none does."""
    adjective: re.Pattern[str] | None = None
    """Matches an adjective that follows its noun, by its ending; None where adjectives stand before."""
    small_complement: bool = False
    """True where what follows "de" in an organisation's name may be written small ("Office national des forêts")."""
    nouns_large: bool = False
    """True where all nouns are written large."""


def ending(*patterns: str) -> re.Pattern[str]:
    """Matches the whole of a word that ends in one of ``patterns``, which stand apart by white space."""
    return re.compile(rf"[\w-]{{0,40}}(?:{_alternatives(patterns)})\Z")


def whole(*patterns: str) -> re.Pattern[str]:
    """Matches one of ``patterns``, which stand apart by white space."""
    return re.compile(rf"(?:{_alternatives(patterns)})\Z")


def _alternatives(patterns: tuple[str, ...]) -> str:
    return "|".join(re.sub(r"\|\s+", "|", " ".join(patterns)).split())


_NO_WORDS: frozenset[str] = frozenset()
_NOTHING = re.compile(r"(?!)")
NONE = Lexicon(
    articles=_NO_WORDS,
    honorifics=_NO_WORDS,
    academic=_NO_WORDS,
    roles=_NOTHING,
    occupations=_NOTHING,
    stops=_NO_WORDS,
    complements=_NO_WORDS,
    speech=_NO_WORDS,
    ages=_NO_WORDS,
    particles=_NO_WORDS,
    heads=_NO_WORDS,
    head_endings=_NOTHING,
    small_heads=_NO_WORDS,
    links=_NO_WORDS,
    ands=_NO_WORDS,
    descriptors=_NOTHING,
    of_place=_NO_WORDS,
    near_place=_NO_WORDS,
    place_nouns=_NO_WORDS,
    place_heads=_NO_WORDS,
    place_tails=_NO_WORDS,
    place_links=_NO_WORDS,
    events=_NO_WORDS,
    event_links=_NO_WORDS,
    before_no_name=_NO_WORDS,
    calendar=_NO_WORDS,
)
"""Of any other language: only what is known by its name is found."""
