"""What is counted: the noun after a number, without a tagger, by position, endings and words that no noun is."""

import re

from wireroom_enrichment.pieces import Pieces, word_set
from wireroom_enrichment.quantities.adjectives import (
    FRENCH_ADJECTIVES,
    FRENCH_NATIONS,
    FRENCH_PRENOMINAL,
    SPANISH_ADJECTIVES,
    SPANISH_PRENOMINAL,
)
from wireroom_enrichment.quantities.lexicon import Lexicon

_LONGEST = 4
"""Words of a noun with its adjectives, in languages that put these first."""
_ENGLISH_PLURALS = word_set(
    "people men women children police troops personnel staff cattle sheep aircraft feet teeth mice geese policemen"
    " policewomen firemen fishermen servicemen businessmen congressmen gunmen lawmen militiamen spokesmen salesmen"
    " midshipmen journeymen midwives grandchildren schoolchildren crew deer fish salmon swine spacecraft series"
    " species offspring clergy poor seamen crewmen craftsmen chairmen linesmen tribesmen sportsmen sportswomen"
    " servicewomen data media dead homeless missing bacteria criteria phenomena crises headquarters percent"
)
_DUTCH_PLURALS = word_set("man keer jaar uur stuks doden leden punt")
_STATES = word_set("dead homeless missing poor")
"""What people are, who are counted before it ("26 people dead")."""
_STRONG = word_set("getroffen gestolen gesloten gevonden gezonken gestorven verloren verdwenen verdronken")
"""Dutch participles that stand before a noun and look like one."""
_NOT_PLURAL = ("ss", "us", "is")


class Nouns:
    """Finds nouns in one language's text."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, codes: str) -> None:
        self._lexicon = lexicon
        self._pieces = pieces
        self._codes = codes
        self._end = getattr(self, f"_{lexicon.words.language}")

    def at(self, index: int) -> tuple[int, int] | None:
        """The pieces of the noun that begins with this piece; None where there is none."""
        if not self._is_word(index):
            return None
        compound = self._compound(index)
        if compound:
            return index, compound
        end: int = self._end(index)
        return (self._begin(index, end), end) if end > index else None

    def _is_word(self, index: int) -> bool:
        words = self._pieces.words
        return index < len(words) and self._codes[index] in "xkUT" and words[index][0].isalpha()

    def _compound(self, index: int) -> int:
        """The end of a fixed compound of several words that stands here; 0 for none."""
        start = self._pieces.starts[index]
        text = self._pieces.text
        for compound in self._lexicon.compounds.get(self._pieces.words[index], ()):
            if text.startswith(compound, start) or text.startswith(compound.replace("'", "’"), start):
                return self._pieces.index(start + len(compound))
        return 0

    def _begin(self, index: int, end: int) -> int:
        """Where the noun begins, after a participle that stands first ("three wounded soldiers")."""
        word = self._pieces.words[index]
        if word.lower() in _ORDER and end > index + 1:
            return index + 2
        if self._lexicon.words.language == "en" and word.endswith("ed") and end > index + 1 and word not in _KEPT:
            return index + 2
        return index

    def _next(self, index: int) -> int:
        """The word after it on the same line of thought; -1 where none is."""
        return index + 2 if self._codes[index + 1 : index + 2] == " " and self._is_word(index + 2) else -1

    def _after_adjective(self, index: int, prenominal: frozenset[str]) -> int:
        """The plural that the word is, or that an adjective before it leads to."""
        words = self._pieces.words
        following = self._next(index) if words[index].lower() in prenominal else -1
        return following if following > 0 and _is_romance_plural(words[following]) else index

    def _fr(self, index: int) -> int:
        words = self._pieces.words
        index = self._after_adjective(index, FRENCH_PRENOMINAL)
        if not _is_romance_plural(words[index]):
            return index + (words[index] == "point")  # "0,6 point"
        after = self._next(index)
        adjective = after > 0 and words[after].endswith(FRENCH_ADJECTIVES) and words[after][0].islower()
        if adjective and (not words[after].endswith(FRENCH_NATIONS) or words[after].endswith(("iques", "logiques"))):
            return after + 1
        return index + 1

    def _es(self, index: int) -> int:
        words = self._pieces.words
        index = self._after_adjective(index, SPANISH_PRENOMINAL)
        if not _is_romance_plural(words[index]):
            return index
        after = self._next(index)
        if after > 0 and words[after].endswith(SPANISH_ADJECTIVES) and words[after][0].islower():
            return after + 1
        return index + 1

    def _en(self, index: int) -> int:
        words, at = self._pieces.words, index
        for _ in range(_LONGEST):
            word = words[at]
            following = self._next(at)
            if _is_english_plural(word):
                joined = following > 0 and not word.endswith("s") and _is_english_plural(words[following])
                joined = joined and words[following] not in _STATES
                return following + 1 if joined else at + 1
            if following < 0:
                return index
            at = following
        return index

    def _nl(self, index: int) -> int:
        words, at = self._pieces.words, index
        for _ in range(_LONGEST):
            word = words[at]
            participle = word in _STRONG or _SEPARABLE.fullmatch(word) is not None
            if word in _DUTCH_PLURALS or (word.endswith(("en", "s")) and len(word) > 3 and not participle):
                return at + 1
            if self._codes[at + 1 : at + 2] == "'" and words[at + 2 : at + 3] == ["s"]:
                return at + 3  # "foto's"
            following = self._next(at)
            if following < 0 or not (word.endswith(("e", "er")) or word[0].isupper() or participle):
                return index
            at = following
        return index

    def _de(self, index: int) -> int:
        words, at = self._pieces.words, index
        for _ in range(_LONGEST):
            word = words[at]
            if word[0].isupper() and len(word) > 2:
                return at + 1
            following = self._next(at)
            if following < 0 or not word.endswith(("e", "en", "er")):
                return index
            at = following
        return index

    def substance(self, index: int) -> tuple[int, int] | None:
        """What is measured, from the piece after a unit: "of snow", "Regen"; None where nothing is named."""
        codes, words = self._codes, self._pieces.words
        direct = self._lexicon.words.language in {"nl", "de"}
        if direct:
            at = index + 1
        elif codes[index : index + 3] in {" o ", " o'"} and words[index + 1] not in {"du", "des", "del"}:
            at = index + 3
        else:
            return None
        if codes[index : index + 1] != " " or not self._is_word(at) or words[at] in self._lexicon.extents:
            return None
        if words[at][0].isupper() != (self._lexicon.words.language == "de"):
            return None
        language = self._lexicon.words.language
        if words[at].endswith(_SUBSTANCELESS.get(language, ())) or (language == "nl" and _DONE.fullmatch(words[at])):
            return None
        return at, at + 1


_SEPARABLE = re.compile(r"(?:aan|af|om|neer|op|over|uit|vast|weg|vrij|dood|in)ge[a-z]{2,16}(?<!igd)(?<!en)en")
"""A Dutch participle that no noun is ("aangereden")."""
_DONE = re.compile(r"(?:[a-z]{2,6})?ge[a-z]{3,20}en|(?:ver|ont|be)[a-z]{4,20}en")
"""A Dutch participle ("1500 meter gewonnen")."""
_SUBSTANCELESS = {"nl": ("de", "den", "te", "ten", "t"), "en": ("ing",)}
"""Endings of Dutch verbs, and of English gerunds."""
_ORDER = word_set(
    "derniers dernières premiers premières prochains prochaines autres últimos últimas primeros primeras"
    " próximos próximas"
)
"""Words of order, which are no part of what is counted."""
_KEPT = frozenset(("armed", "unarmed", "masked", "red", "skilled", "unskilled"))


def _is_romance_plural(word: str) -> bool:
    return word.endswith(("s", "x")) and len(word) > 2


def _is_english_plural(word: str) -> bool:
    lower = word.lower()
    return lower in _ENGLISH_PLURALS or (word.endswith("s") and not word.endswith(_NOT_PLURAL) and len(word) > 2)
