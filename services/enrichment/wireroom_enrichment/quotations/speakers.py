"""Whom the words for a speaker mean: the person or organisation that was named elsewhere."""

from bisect import bisect_left
from collections.abc import Iterable, Set
from typing import NamedTuple

from wireroom_enrichment.draft import Span
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


class _Sought(NamedTuple):
    """What is known of whom words stand for.

    ``barred`` are the names of those who are not meant; ``person``: it is no organisation. By ``nouns`` someone is
    meant who has a name, or is called by one of them.
    """

    gender: str = ""
    barred: Set[str] = frozenset()
    person: bool = False
    nouns: Set[str] = frozenset()


_ANYONE = _Sought()


class Speakers:
    """Resolves mentions in ``around``; hears who spoke last. ``quoted`` are the spans in which nobody is subject."""

    def __init__(self, around: Surroundings, lexicon: Lexicon, subjects: Subjects, quoted: Iterable[Span]) -> None:
        self._around = around
        self._lexicon = lexicon
        self._cast = Cast(around, lexicon, quoted)
        self._subjects = subjects
        self._last: tuple[int, Named] | None = None

    def heard(self, at: int, speaker: Named) -> None:
        """``speaker`` said something and was mentioned at ``at``."""
        self._last = (at, speaker)

    @property
    def last(self) -> Named | None:
        """Who spoke last."""
        return self._last[1] if self._last else None

    def named(self, mention: Mention, at: int, outer: tuple[Span, str] | None = None) -> Named | None:
        """The speaker whom ``mention`` means beside the quotation at ``at``.

        ``outer`` is the span and the speaker of the quotation around it.
        """
        if mention.name is not None:
            kind = mention.name.name.lower()  # "the NGO"
            known = self._cast.body([kind], at) if kind in self._lexicon.bodies else None
            return known or Named(mention.name.name, 0.95)
        if mention.pronoun:
            return self._behind_pronoun(mention, at, outer)
        known = self._known_as(mention, at) or self._named_next(mention)
        return known or Named(self._around.text[mention.start : mention.end], 0.85)

    def spoken_of(self, at: int) -> Named | None:
        """The subject of what stands before ``at``: whom a quotation without any cue is of."""
        return self._antecedent(at, _ANYONE)

    def told_of_here(self, at: int) -> Named | None:
        """The same, if it is told in the sentence of ``at``, as where a verb goes on after "and"."""
        sentence = self._around.sentence_of(at)
        found, told_in = self._last_told_of(at, _ANYONE)
        return found if told_in == sentence else None

    def told_by(self, at: int) -> Named | None:
        """The organisation from which a quotation comes of which it is only said that it was told ("hieß es")."""
        return self._cast.body_before(at)

    def _behind_pronoun(self, mention: Mention, at: int, outer: tuple[Span, str] | None) -> Named | None:
        if mention.pronoun in self._lexicon.first_person:
            return Named(outer[1], 0.9) if outer else self.last
        at = min(at, mention.start if mention.since is None else mention.since)
        if mention.pronoun in self._lexicon.neuter:
            return self._cast.body_before(at) or self._thing(at)
        gender = self._lexicon.pronouns.get(mention.pronoun) or self._lexicon.stressed.get(mention.pronoun, "")
        if outer is None:
            found = self._antecedent(at, _Sought(gender, person=bool(self._lexicon.neuter and gender)))
            if found:
                self._cast.learn(found.name, gender)
            return found
        (start, _), speaker = outer
        inside = [person for person in self._around.people if start <= (person.start or 0) < mention.start]
        fitting = [person for person in inside if self._cast.fits(person.name, gender)]
        return (
            Named(fitting[0].name, 0.8) if fitting else self._antecedent(start, _Sought(gender, frozenset([speaker])))
        )

    def within(self, start: int) -> Named | None:
        """The subject, without a name, of the words that begin at ``start``."""
        return self._stranger(self._around.tokens(start, start + _OPENING), "")

    def _thing(self, at: int) -> Named | None:
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

    def _antecedent(self, at: int, sought: _Sought) -> Named | None:
        """Who is the subject of the last sentence before ``at`` that has one: who spoke, or is told of.

        Where nobody was named before, it is who is named next ("il a dit … M. X").
        """
        found, _ = self._last_told_of(at, sought)
        if found:
            return found
        return (None if sought.person else self._cast.body_before(at)) or self._cast.next_after(at, sought.gender)

    def _last_told_of(self, at: int, sought: _Sought) -> tuple[Named | None, int]:
        """Who spoke last or is the subject of a sentence before ``at``, and that sentence."""
        found, sentence = self._spoke(at, sought)
        # Of equally late ones, who spoke is kept, else who has no name.
        for later in (self._strangers, self._told_of):
            other, told_in = later(at, sought, sentence)
            if other:
                found, sentence = other, told_in
        return found, sentence

    def _is_it(self, name: str, sought: _Sought) -> bool:
        """True where ``name`` may be meant."""
        if name in sought.barred or not self._cast.fits(name, sought.gender):
            return False
        return not sought.nouns or self._cast.is_named(name) or not sought.nouns.isdisjoint(name.lower().split())

    def _spoke(self, at: int, sought: _Sought) -> tuple[Named | None, int]:
        """Who spoke last, and the sentence in which it was said."""
        if self._last is None or not self._is_it(self._last[1].name, sought):
            return _NOBODY
        spoke_at, speaker = self._last
        if sought.person and not self._cast.is_someone(speaker.name):
            return _NOBODY
        sentence = self._around.sentence_of(spoke_at)
        return (Named(speaker.name, min(speaker.sure, 0.9)), sentence) if self._is_near(sentence, at) else _NOBODY

    def _strangers(self, at: int, sought: _Sought, after: int) -> tuple[Named | None, int]:
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
        nouns = self._nouns(mention)
        head = next((index for index, noun in enumerate(nouns) if noun in self._lexicon.people), len(nouns))
        name = self._cast.in_role(nouns[: head + 1], at)
        return Named(name, 0.85) if name else None

    def _told_of(self, at: int, sought: _Sought, after: int) -> tuple[Named | None, int]:
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

    def _known_as(self, mention: Mention, at: int) -> Named | None:
        """Someone with the role, or the organisation of the kind, that a definite phrase names."""
        words = mention.words
        if "s" in words:  # "Poland's prime minister"
            owned = self._cast.in_role(list(words[words.index("s") + 1 :]), at)
            return Named(owned, 0.9) if owned else None
        if not words or words[0] not in self._lexicon.definite:
            return None
        nouns = self._nouns(mention)
        if not self._lexicon.bodies.isdisjoint(nouns) and self._lexicon.people.isdisjoint(nouns):
            return self._cast.body(nouns, at)
        if person := self._cast.in_role(nouns, at):
            return Named(person, 0.9)
        if self._is_told_before(mention, nouns):
            gender = self._lexicon.genders.get(mention.words[0], "")
            sought = _Sought(gender, self._cast.officers, person=True, nouns=frozenset(nouns))
            found = self._antecedent(min(at, mention.start), sought)
            if found:
                self._cast.learn(found.name, gender)
            return found
        return None

    def _named_next(self, mention: Mention) -> Named | None:
        """Who is told of in the lead without a name, and has one in the sentences after it ("A coroner has …")."""
        lexicon = self._lexicon
        if not mention.words or self._around.sentence_of(mention.start) > 0:
            return None
        told = mention.words[mention.words.index("s") + 1 :] if "s" in mention.words else self._nouns(mention)
        noun = next((noun for noun in told if noun in lexicon.people), "")
        if not noun:
            return None
        name = self._cast.next_in_role(noun, mention.start)
        article = mention.words[0]
        kin = article in lexicon.possessive and noun.endswith(lexicon.feminine + lexicon.masculine)
        if name is None and not kin and (noun not in lexicon.by_role or article not in lexicon.indefinite):
            name = self._cast.next_speaker(noun, mention.start)
        return Named(name, 0.85) if name else None

    def _is_told_before(self, mention: Mention, nouns: list[str]) -> bool:
        """True where a definite phrase is for someone who was told of before by other words."""
        article, lexicon = mention.words[0], self._lexicon
        if article in lexicon.possessive:
            return False
        if article not in lexicon.demonstrative and self._has_complement(mention):
            return False
        return self._is_person(nouns) or self._around.is_demonym(mention.start, mention.end)

    def _has_complement(self, mention: Mention) -> bool:
        """True where a phrase says whose someone is ("chef de la police"), not only what ("milieu de terrain")."""
        words = mention.words
        at = next((index for index, word in enumerate(words) if index and word in self._lexicon.of), -1)
        if at < 0:
            return False
        written = self._around.text[mention.start : mention.end].split(maxsplit=1)[-1]
        return words[at + 1 : at + 2] == () or words[at + 1] in self._lexicon.articles or not written.islower()

    def _is_person(self, nouns: list[str]) -> bool:
        """True for nouns for a person who is not named by them alone."""
        lexicon = self._lexicon
        if lexicon.by_role.intersection(nouns):
            return False
        if lexicon.people.intersection(nouns):
            return True
        return len(nouns) == 1 and nouns[0].endswith(lexicon.agentive) and nouns[0] not in lexicon.works

    def _nouns(self, mention: Mention) -> list[str]:
        """The words of a phrase up to its first complement, without the article."""
        found: list[str] = []
        for word in mention.words[1:]:
            if found and (word in self._lexicon.of or word in self._lexicon.prepositions):
                break
            if word[-1:].isalnum():
                found.append(word)
        return found
