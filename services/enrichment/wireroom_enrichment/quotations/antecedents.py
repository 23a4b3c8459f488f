"""Who is told of where words stand for someone: who spoke, or is the subject of the sentences before."""

from bisect import bisect_left
from collections.abc import Set
from typing import NamedTuple

from wireroom_enrichment.quotations.cast import Cast, Named
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.phrases import Mention
from wireroom_enrichment.quotations.subjects import Subjects
from wireroom_enrichment.quotations.tokens import Surroundings, Token

_LOOK_BACK = 16
"""Mentions before a pronoun among which the one that it stands for is looked for."""
_OPENING = 80
"""Code points of a sentence in which its subject is looked for."""
_FAR = 8
"""Sentences between a pronoun and whom it stands for, at most."""
_NOBODY = (None, -2)


class Sought(NamedTuple):
    """What is known of whom words stand for.

    ``barred`` are the names of those who are not meant; ``person``: it is no organisation. By ``nouns`` someone is
    meant who has a name, or is called by one of them.
    """

    gender: str = ""
    barred: Set[str] = frozenset()
    person: bool = False
    nouns: Set[str] = frozenset()


ANYONE = Sought()


class Antecedents:
    """Finds the subjects of ``around``, who are people of ``cast`` or have no name; hears who spoke last."""

    def __init__(self, around: Surroundings, lexicon: Lexicon, cast: Cast, subjects: Subjects) -> None:
        self._around = around
        self._lexicon = lexicon
        self._cast = cast
        self._subjects = subjects
        self._last: tuple[int, Named] | None = None

    def heard(self, at: int, speaker: Named) -> None:
        """``speaker`` said something and was mentioned at ``at``."""
        self._last = (at, speaker)

    @property
    def last(self) -> Named | None:
        """Who spoke last."""
        return self._last[1] if self._last else None

    def of(self, at: int, sought: Sought) -> Named | None:
        """Who is the subject of the last sentence before ``at`` that has one: who spoke, or is told of.

        Where nobody was named before, a pronoun is for who is named next ("il a dit … M. X").
        """
        found, _ = self._last_told_of(at, sought)
        if found:
            return found
        if sought.nouns:
            return None
        return (None if sought.person else self._cast.body_before(at)) or self._cast.next_after(at, sought.gender)

    def told_of_here(self, at: int) -> Named | None:
        """The subject of the sentence of ``at``, as where a verb goes on after "and"."""
        sentence = self._around.sentence_of(at)
        found, told_in = self._last_told_of(at, ANYONE)
        return found if told_in == sentence else None

    def within(self, start: int) -> Named | None:
        """The subject, without a name, of the words that begin at ``start``."""
        return self._stranger(self._around.tokens(start, start + _OPENING), "")

    def thing(self, at: int) -> Named | None:
        """The country or the institution without a name that is the subject of this sentence or the one before."""
        sentence = self._around.sentence_of(at)
        for index in range(sentence, max(-1, sentence - 2), -1):
            start = self._around.starts[index]
            found = self._subjects.thing(self._around.tokens(start, min(at, start + _OPENING)))
            if found:
                return Named(self._around.text[found.start : found.end], 0.8)
        return None

    def _stranger(self, tokens: list[Token], gender: str) -> Named | None:
        stranger = self._subjects.stranger(tokens)
        if stranger is None or (gender and self._gender(stranger.words) not in ("", gender)):
            return None
        return Named(self._around.text[stranger.start : stranger.end], 0.8)

    def _gender(self, words: tuple[str, ...]) -> str:
        """Of a noun with its article."""
        lexicon, noun = self._lexicon, words[-1]
        if noun.endswith(lexicon.feminine):
            return "f"
        return "m" if noun.endswith(lexicon.masculine) else lexicon.genders.get(words[0], "")

    def _last_told_of(self, at: int, sought: Sought) -> tuple[Named | None, int]:
        """Who spoke last or is the subject of a sentence before ``at``, and that sentence."""
        found, sentence = self._spoke(at, sought)
        # Of equally late ones, who spoke is kept, else who has no name.
        for later in (self._strangers, self._told_of):
            other, told_in = later(at, sought, sentence)
            if other:
                found, sentence = other, told_in
        return found, sentence

    def _is_it(self, name: str, sought: Sought) -> bool:
        """True where ``name`` may be meant."""
        if name in sought.barred or not self._cast.fits(name, sought.gender):
            return False
        return not sought.nouns or self._cast.is_named(name) or not sought.nouns.isdisjoint(name.lower().split())

    def _spoke(self, at: int, sought: Sought) -> tuple[Named | None, int]:
        """Who spoke last, and the sentence in which it was said."""
        if self._last is None or not self._is_it(self._last[1].name, sought):
            return _NOBODY
        spoke_at, speaker = self._last
        if sought.person and not self._cast.is_someone(speaker.name):
            return _NOBODY
        sentence = self._around.sentence_of(spoke_at)
        return (Named(speaker.name, min(speaker.sure, 0.9)), sentence) if self._is_near(sentence, at) else _NOBODY

    def _strangers(self, at: int, sought: Sought, after: int) -> tuple[Named | None, int]:
        """Who is the subject, without a name, of this sentence or the one before, if that is later than ``after``."""
        sentence = self._around.sentence_of(at)
        for index in range(sentence, max(after, sentence - 2), -1):
            start = self._around.starts[index] if index >= 0 else at
            tokens = self._around.tokens(start, min(at, start + _OPENING))
            found = self._stranger(tokens, sought.gender) or self._in_role(tokens, at)
            if found and self._is_it(found.name, sought):
                return found, index
        return _NOBODY

    def _in_role(self, tokens: list[Token], at: int) -> Named | None:
        """The person whose role is the subject of the sentence that ``tokens`` begin."""
        # Past what a comma sets apart ("Asked about it, the minister …").
        for first in (0, next((index for index, token in enumerate(tokens) if token.word == ","), len(tokens)) + 1):
            if first < len(tokens) and tokens[first].word in self._lexicon.definite:
                return self._in_role_of(self._subjects.phrase(tokens, first), at)
        return None

    def _in_role_of(self, mention: Mention | None, at: int) -> Named | None:
        if mention is None or not mention.words:
            return None
        nouns = nouns_of(mention, self._lexicon)
        head = next((index for index, noun in enumerate(nouns) if noun in self._lexicon.people), len(nouns))
        name = self._cast.in_role(nouns[: head + 1], at)
        return Named(name, 0.85) if name else None

    def _told_of(self, at: int, sought: Sought, after: int) -> tuple[Named | None, int]:
        """The first person in the last sentence that names one, if that is later than ``after``."""
        people, (found, sentence) = self._cast.unquoted, _NOBODY
        last = bisect_left(self._cast.starts, at)
        for index in range(last - 1, max(-1, last - 1 - _LOOK_BACK), -1):
            person = people[index]
            stands_in = self._around.sentence_of(person.start or 0)
            if stands_in <= after or not self._is_near(stands_in, at) or (found and stands_in < sentence):
                break
            if self._is_it(person.name, sought):
                found, sentence = Named(person.name, 0.85), stands_in
        return found, sentence

    def _is_near(self, sentence: int, at: int) -> bool:
        return self._around.sentence_of(at) - sentence <= _FAR


def nouns_of(mention: Mention, lexicon: Lexicon) -> list[str]:
    """The words of a phrase up to its first complement, without the article."""
    found: list[str] = []
    for word in mention.words[1:]:
        if found and (word in lexicon.of or word in lexicon.prepositions):
            break
        if word[-1:].isalnum():
            found.append(word)
    return found
