"""Whom the words for a speaker mean: the person or organisation that was named elsewhere."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from wireroom_core.models import Entity
from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.subjects import Mention, Subjects
from wireroom_enrichment.quotations.tokens import Surroundings

_LOOK_BACK = 16
"""Mentions before a pronoun among which the one that it stands for is looked for."""
_MOST_ROLES = 200
"""People with a role that are remembered."""
_OPENING = 80
"""Code points of a sentence in which its subject is looked for."""
_NEXT = 3
"""Sentences to whom is named next."""
_BODY_NEAR = 2
"""Sentences between an organisation and the words that stand for it, at most."""
_FAR = 8
"""Sentences between a pronoun and whom it stands for, at most."""


class Named(NamedTuple):
    """A speaker: ``sure`` is the confidence that it is this one."""

    name: str
    sure: float


class Speakers:
    """Resolves mentions in ``around``; hears who spoke last. ``quoted`` are the spans in which nobody is subject."""

    def __init__(self, around: Surroundings, lexicon: Lexicon, subjects: Subjects, quoted: Iterable[Span]) -> None:
        self._around = around
        self._lexicon = lexicon
        self._quoted = list(quoted)
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
            return Named(mention.name.name, 0.95)
        if mention.pronoun:
            return self._behind_pronoun(mention, at, outer)
        return self._known_as(mention, at) or Named(self._around.text[mention.start : mention.end], 0.85)

    def spoken_of(self, at: int) -> Named | None:
        """The subject of what stands before ``at``: whom a quotation without any cue is of."""
        return self._antecedent(at, "", "")

    def _behind_pronoun(self, mention: Mention, at: int, outer: tuple[Span, str] | None) -> Named | None:
        if mention.pronoun in self._lexicon.first_person:
            return Named(outer[1], 0.9) if outer else self.last
        if mention.pronoun in self._lexicon.neuter:
            return self._body_before(min(at, mention.start))
        gender = self._lexicon.pronouns.get(mention.pronoun) or self._lexicon.stressed.get(mention.pronoun, "")
        if outer is None:
            return self._antecedent(min(at, mention.start), gender, "", person=bool(self._lexicon.neuter and gender))
        (start, _), speaker = outer
        inside = [person for person in self._around.people if start <= (person.start or 0) < mention.start]
        fitting = [person for person in inside if self._fits(person.name, gender)]
        return Named(fitting[0].name, 0.8) if fitting else self._antecedent(start, gender, speaker)

    def within(self, start: int) -> Named | None:
        """The subject, without a name, of the words that begin at ``start``."""
        stranger = self._subjects.stranger(list(self._around.tokens(start, start + _OPENING)))
        return Named(self._around.text[stranger.start : stranger.end], 0.8) if stranger else None

    def _antecedent(self, at: int, gender: str, but: str, *, person: bool = False) -> Named | None:
        """Who is the subject of the last sentence before ``at`` that has one: who spoke, or is told of.

        ``person``: it is no organisation. Where nobody was named before, it is who is named next ("il a dit … M. X").
        """
        candidates = [*self._spoke(at, gender, but, person), *self._strangers(at), *self._told_of(at, gender, but)]
        # The first of equally late ones is kept.
        if candidates:
            return max(candidates, key=lambda candidate: candidate[0])[1]
        return (None if person else self._body_before(at)) or self._named_next(at, gender)

    def _named_next(self, at: int, gender: str) -> Named | None:
        """The first person who is named after ``at``, if none is before."""
        following = bisect_left(self._people_starts, at)
        if following or not self._unquoted:
            return None
        first = self._unquoted[0]
        near = self._around.sentence_of(first.start or 0) - self._around.sentence_of(at) <= _NEXT
        return Named(first.name, 0.75) if near and self._fits(first.name, gender) else None

    def _body_before(self, at: int) -> Named | None:
        """The first organisation in the last sentence before ``at`` that has one."""
        starts = self._body_starts
        last = bisect_left(starts, at) - 1
        if last < 0:
            return None
        sentence = self._around.sentence_of(starts[last])
        if self._around.sentence_of(at) - sentence > _BODY_NEAR:
            return None
        opening = self._around.starts[sentence] if sentence >= 0 else 0
        return Named(self._around.organisations[bisect_left(starts, opening)].name, 0.8)

    def _spoke(self, at: int, gender: str, but: str, person: bool) -> Iterator[tuple[int, Named]]:
        if self._last is None or self._last[1].name == but or not self._fits(self._last[1].name, gender):
            return
        if person and not self._is_someone(self._last[1].name):
            return
        spoke_at, speaker = self._last
        sentence = self._around.sentence_of(spoke_at)
        if self._is_near(sentence, at):
            yield sentence, Named(speaker.name, min(speaker.sure, 0.9))

    def _strangers(self, at: int) -> Iterator[tuple[int, Named]]:
        sentence = self._around.sentence_of(at)
        for index in (sentence, sentence - 1):
            start = self._around.starts[index] if index >= 0 else at
            if start < at and (found := self.within(start) or self._role_at(start, at)):
                yield index, found

    def _role_at(self, start: int, at: int) -> Named | None:
        """The person whose role is the subject of the sentence that begins at ``start``."""
        tokens = list(self._around.tokens(start, min(at, start + _OPENING)))
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
        name = self._in_role(nouns[: head + 1], at)
        return Named(name, 0.85) if name else None

    def _told_of(self, at: int, gender: str, but: str) -> Iterator[tuple[int, Named]]:
        found, sentence = self._last_subject(at, gender, but)
        if found:
            yield sentence, Named(found.name, 0.85)

    def _last_subject(self, at: int, gender: str, but: str) -> tuple[Entity | None, int]:
        people, (found, sentence) = self._unquoted, (None, -1)
        last = bisect_left(self._people_starts, at)
        for index in range(last - 1, max(-1, last - 1 - _LOOK_BACK), -1):
            person = people[index]
            stands_in = self._around.sentence_of(person.start or 0)
            if not self._is_near(stands_in, at) or (found and stands_in < sentence):
                break
            if person.name != but and self._fits(person.name, gender):
                found, sentence = person, stands_in
        return found, sentence

    def _is_near(self, sentence: int, at: int) -> bool:
        return self._around.sentence_of(at) - sentence <= _FAR

    def _fits(self, name: str, gender: str) -> bool:
        known = self._genders.get(name, "")
        return not (gender and known and gender != known)

    def _known_as(self, mention: Mention, at: int) -> Named | None:
        """Someone with the role, or the organisation of the kind, that a definite phrase names."""
        if not mention.words or mention.words[0] not in self._lexicon.definite:
            return None
        nouns = self._nouns(mention)
        if person := self._in_role(nouns, at):
            return Named(person, 0.9)
        if self._lexicon.bodies.intersection(nouns):
            return self._body(nouns, at)
        if self._is_told_before(mention, nouns):
            gender = self._lexicon.genders.get(mention.words[0], "")
            return self._antecedent(min(at, mention.start), gender, "", person=True)
        return None

    def _is_told_before(self, mention: Mention, nouns: list[str]) -> bool:
        """True where a definite phrase is for someone who was told of before by other words."""
        article, lexicon = mention.words[0], self._lexicon
        if article in lexicon.possessive:
            return False
        if article not in lexicon.demonstrative and lexicon.of.intersection(mention.words[1:]):
            return False
        return self._is_person(nouns) or self._around.is_demonym(mention.start, mention.end)

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

    def _in_role(self, nouns: list[str], at: int) -> str | None:
        """The last person before ``at`` whose role has all of ``nouns``, else the first after it."""
        if not nouns:
            return None
        fitting = [person for person in self._with_role if _has_role(self._role_words[person.name], nouns)]
        before = [person for person in fitting if (person.start or 0) < at]
        return (before[-1] if before else fitting[0]).name if fitting else None

    def _body(self, nouns: list[str], at: int) -> Named | None:
        bodies = self._around.organisations
        before = bodies[: bisect_left(self._body_starts, at)]
        of_kind = [body for body in before if any(noun in body.name.lower().split() for noun in nouns)]
        if of_kind:
            return Named(of_kind[-1].name, 0.9)
        sentence = self._around.sentence_of(at)
        near = [body for body in before if sentence - self._around.sentence_of(body.start or 0) <= _BODY_NEAR]
        return Named(near[0].name, 0.8) if len({body.name for body in near}) == 1 else None

    @cached_property
    def _unquoted(self) -> list[Entity]:
        starts = [start for start, _ in self._quoted]
        outside = []
        for person in self._around.people:
            index = bisect_right(starts, person.start or 0) - 1
            if index < 0 or (person.start or 0) >= self._quoted[index][1]:
                outside.append(person)
        return outside

    @cached_property
    def _people_starts(self) -> list[int]:
        return [person.start or 0 for person in self._unquoted]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [body.start or 0 for body in self._around.organisations]

    def _is_someone(self, name: str) -> bool:
        return name in self._names or not self._lexicon.people.isdisjoint(name.lower().split())

    @cached_property
    def _names(self) -> frozenset[str]:
        """Those of people."""
        return frozenset(person.name for person in self._around.people)

    @cached_property
    def _with_role(self) -> list[Entity]:
        return [person for person in self._around.people if person.roles][:_MOST_ROLES]

    @cached_property
    def _role_words(self) -> dict[str, list[frozenset[str]]]:
        found: dict[str, list[frozenset[str]]] = {}
        for person in self._with_role:
            roles = (role.lower().replace("’", "'").replace("'", " ").replace("-", " ") for role in person.roles)
            found.setdefault(person.name, []).extend(frozenset(role.split()) for role in roles)
        return found

    @cached_property
    def _genders(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for person in self._around.people:
            roles = [role.lower().split(" ")[0] for role in person.roles]
            of_role = "f" if any(role.endswith(self._lexicon.feminine) for role in roles) else ""
            if gender := self._around.gender(person) or of_role or self._of_article(person):
                known.setdefault(person.name, gender)
        return known

    def _of_article(self, person: Entity) -> str:
        """By the article before the role that stands before the name ("la ministre X")."""
        start = person.start or 0
        for role in person.roles if self._lexicon.genders else ():
            before = self._around.text[max(0, start - len(role) - 8) : start].rstrip(" ,")
            if before.endswith(role):
                article = before[: -len(role)].split()[-1:]
                return self._lexicon.genders.get(article[0].lower(), "") if article else ""
        return ""


def _has_role(roles: list[frozenset[str]], nouns: list[str]) -> bool:
    """True where one of ``roles`` has every one of ``nouns``, be it as a compound's end ("Chef": "Vorstandschef")."""
    return any(
        all(noun in role or (len(noun) > 3 and any(word.endswith(noun) for word in role)) for noun in nouns)
        for role in roles
    )
