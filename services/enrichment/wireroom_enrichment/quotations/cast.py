"""Who is in a text: its people and organisations, and what tells them apart."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from wireroom_core.models import Entity
from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.tokens import Surroundings

_MOST_ROLES = 200
"""People with a role that are remembered."""
_MOST_BODIES = 50
"""Mentions of organisations among which one is looked for."""
_NEXT = 3
"""Sentences to whom is named next."""
_BODY_NEAR = 2
"""Sentences between an organisation and the words that stand for it, at most."""
_BODY_FAR = 6
"""The same where none is nearer."""
_PLATFORMS = frozenset(["facebook", "instagram", "telegram", "tiktok", "twitter", "whatsapp", "x", "youtube"])
_BESIDE = frozenset(["shadow", "deputy", "vice", "adjoint", "adjointe", "stellvertretender", "stellvertretende"])
"""Words of a role that make another of it."""
_LEAD = 4
"""Sentences from someone told of without a name to the name, at most."""
_CLAUSE_BEFORE = re.compile(r"[^.,;:!?«»“”\"]*\Z")
_WORD_AFTER = re.compile(r"(?:, [^,.;:!?«“\"]{2,60},)? ([^\W\d_]+)")
_APPOSED = re.compile(r"(?: \([^)]*\))?, (?:\d\d, )?([^,.;:!?«“\"]{2,50})[,.]")
"""What stands between commas behind a name and perhaps an age."""
_AGE = re.compile(r", (?:aged )?\d\d,")


class Named(NamedTuple):
    """A speaker: ``sure`` is the confidence that it is this one."""

    name: str
    sure: float


class Cast:
    """The people and organisations of ``around``; ``quoted`` are the spans in which nobody is subject."""

    def __init__(self, around: Surroundings, lexicon: Lexicon, quoted: Iterable[Span]) -> None:
        self._around = around
        self._lexicon = lexicon
        self._quoted = quoted
        self._ends_head = lexicon.governing | lexicon.subordinators | lexicon.stops

    def next_after(self, at: int, gender: str) -> Named | None:
        """The first person who is named after ``at``, if none is before."""
        following = bisect_left(self.starts, at)
        if following or not self.unquoted:
            return None
        first = self.unquoted[0]
        near = self._around.sentence_of(first.start or 0) - self._around.sentence_of(at) <= _NEXT
        return Named(first.name, 0.75) if near and self.fits(first.name, gender) else None

    def body_before(self, at: int) -> Named | None:
        """The first organisation in the last sentence before ``at`` that has one."""
        bodies, starts = self._bodies, self._body_starts
        last = bisect_left(starts, at) - 1
        if last < 0:
            return None
        sentence = self._around.sentence_of(starts[last])
        if self._around.sentence_of(at) - sentence > _BODY_NEAR:
            return None
        opening = self._around.starts[sentence] if sentence >= 0 else 0
        return Named(bodies[bisect_left(starts, opening)].name, 0.8)

    def fits(self, name: str, gender: str) -> bool:
        """False where ``name`` is someone of another gender; an empty one fits all."""
        return not gender or self._genders.get(name, gender) == gender

    def is_named(self, name: str) -> bool:
        """True for the name of a person."""
        return name in self._names

    def is_someone(self, name: str) -> bool:
        """True for the name of a person, or words for one."""
        return name in self._names or not self._lexicon.people.isdisjoint(name.lower().split())

    def in_role(self, nouns: list[str], at: int) -> str | None:
        """The last person before ``at`` whose role has all of ``nouns``, else the first after it."""
        if not nouns:
            return None
        names = self._in_role(nouns)
        fitting = [person for person in self._with_role if person.name in names] if names else []
        before = [person for person in fitting if (person.start or 0) < at]
        return (before[-1] if before else fitting[0]).name if fitting else None

    def next_in_role(self, noun: str, at: int) -> str | None:
        """The only person with the role ``noun``, if the first mention is after ``at`` and near."""
        names = self._in_role([noun])
        if len(names) != 1:
            return None
        first = next(person for person in self._with_role if person.name in names)
        return first.name if self._is_soon(first, at) else None

    def next_speaker(self, noun: str, at: int) -> str | None:
        """The first person of the text, if a verb of saying or the age stands beside the name soon after ``at``.

        Whoever has another role than ``noun`` is not meant.
        """
        people = self._around.people
        if not people or not self._is_soon(people[0], at):
            return None
        first = people[0]
        if first.name in self._role_words and first.name not in self._in_role([noun]):
            return None
        text, start, end = self._around.text, first.start or 0, first.end or 0
        clause = _CLAUSE_BEFORE.search(text, max(0, start - 40), start)
        after = _WORD_AFTER.match(text, end)
        words = [*(clause[0].lower().split() if clause else ()), after[1].lower() if after else ""]
        speaks = not self._lexicon.verbs.isdisjoint(words)
        return first.name if speaks or _AGE.match(text, end) else None

    def _is_soon(self, person: Entity, at: int) -> bool:
        """True where ``person`` stands behind ``at``, but not far."""
        start = person.start or 0
        return start > at and self._around.sentence_of(start) - self._around.sentence_of(at) <= _LEAD

    def _in_role(self, nouns: list[str]) -> set[str]:
        """The names of those who have a role with all of ``nouns``, or words for the same."""
        wanted = [self._lexicon.alike.get(noun) or frozenset([noun]) for noun in nouns]
        return {name for name, roles in self._role_words.items() if _has_role(roles, wanted)}

    @cached_property
    def officers(self) -> frozenset[str]:
        """The names of those whose role no other noun stands for."""
        offices = self._lexicon.offices
        return frozenset(name for name, roles in self._role_words.items() if any(offices & role for role in roles))

    def learn(self, name: str, gender: str) -> None:
        """Someone of that ``name`` was meant by a pronoun or an article of that ``gender``."""
        if gender:
            self._genders.setdefault(name, gender)

    def body(self, nouns: list[str], at: int) -> Named | None:
        """The last organisation before ``at`` that has all ``nouns`` in its name, else the only one near."""
        last = bisect_left(self._body_starts, at)
        before = self._bodies[max(0, last - _MOST_BODIES) : last]
        of_kind = [body for body in before if {*nouns} <= {*body.name.lower().split()}]
        if of_kind:
            return Named(of_kind[-1].name, 0.9)
        if not self._lexicon.institutions.isdisjoint(nouns):
            return None
        sentence = self._around.sentence_of(at)
        for reach in (_BODY_NEAR, _BODY_FAR):
            near = {body.name for body in before if sentence - self._around.sentence_of(body.start or 0) <= reach}
            if near:
                return Named(near.pop(), 0.8) if len(near) == 1 else None
        return None

    @cached_property
    def unquoted(self) -> list[Entity]:
        """The mentions of people outside quotations."""
        quoted = list(self._quoted)
        starts = [start for start, _ in quoted]
        outside = []
        for person in self._around.people:
            index = bisect_right(starts, person.start or 0) - 1
            if index < 0 or (person.start or 0) >= quoted[index][1]:
                outside.append(person)
        return outside

    @cached_property
    def starts(self) -> list[int]:
        """Where those begin."""
        return [person.start or 0 for person in self.unquoted]

    @cached_property
    def _bodies(self) -> list[Entity]:
        """The mentions of organisations with a name ("the NGO" has none) that are not only where things are said."""
        no_names = self._lexicon.bodies | _PLATFORMS
        return [body for body in self._around.organisations if body.name.lower() not in no_names]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [body.start or 0 for body in self._bodies]

    @cached_property
    def _names(self) -> frozenset[str]:
        """Those of people."""
        return frozenset(person.name for person in self._around.people)

    @cached_property
    def _with_role(self) -> list[Entity]:
        return [person for person in self._around.people[:_MOST_ROLES] if person.name in self._role_words]

    @cached_property
    def _role_words(self) -> dict[str, list[frozenset[str]]]:
        found: dict[str, list[frozenset[str]]] = {}
        for person in self._around.people[:_MOST_ROLES]:
            roles = [role.lower().replace("’", "'").replace("'", " ").replace("-", " ") for role in person.roles]
            if told := [frozenset(role.split()) for role in roles] + self._nouns_beside(person):
                found.setdefault(person.name, []).extend(told)
        return found

    def _nouns_beside(self, person: Entity) -> list[frozenset[str]]:
        """The noun for a person that stands before this mention, be it with a comma ("his wife, X"), or after one."""
        before = self._around.word_before(person.start or 0, ",")
        beside = [] if before in self._lexicon.verbs else [[before]]
        end = person.end or 0
        if after := _APPOSED.match(self._around.text, end, end + 80):
            apposed = after[1].lower().replace("’", "'").replace("'", " ").split()
            of = next((at for at, word in enumerate(apposed) if word in self._ends_head), len(apposed))
            beside.append(apposed[:of])
        return [frozenset(nouns) for nouns in beside if not self._lexicon.role_nouns.isdisjoint(nouns)]

    @cached_property
    def _genders(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for person in self._around.people:
            if person.name not in known and (gender := self._around.gender(person) or self._of_role(person)):
                known[person.name] = gender
        return known

    def _of_role(self, person: Entity) -> str:
        """By the role beside this mention, and the article before it ("la ministre X")."""
        for role in person.roles:
            if role.lower().split(" ", 1)[0].endswith(self._lexicon.feminine):
                return "f"
        start = person.start or 0
        for role in person.roles if self._lexicon.genders else ():
            before = self._around.text[max(0, start - len(role) - 8) : start].rstrip(" ,")
            if before.endswith(role):
                article = before[: -len(role)].split()[-1:]
                return self._lexicon.genders.get(article[0].lower(), "") if article else ""
        return ""


def _has_role(roles: list[frozenset[str]], wanted: list[frozenset[str]]) -> bool:
    """True where one of ``roles`` has one of each of ``wanted``, even as a compound's end ("Chef": "Vorstandschef").

    Who is only next to a role ("shadow minister") is not meant by it.
    """
    return any(all(_is_in(nouns, role) for nouns in wanted) and _is_whole(role, wanted) for role in roles)


def _is_whole(role: frozenset[str], wanted: list[frozenset[str]]) -> bool:
    return role.isdisjoint(_BESIDE) or any(not nouns.isdisjoint(_BESIDE) for nouns in wanted)


def _is_in(nouns: frozenset[str], role: frozenset[str]) -> bool:
    if not nouns.isdisjoint(role):
        return True
    long = tuple(noun for noun in nouns if len(noun) > 3)
    return any(word.endswith(long) for word in role)
