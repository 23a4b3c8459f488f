"""Who is in a text: its people and organisations, and what tells them apart."""

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

    def is_someone(self, name: str) -> bool:
        """True for the name of a person, or words for one."""
        return name in self._names or not self._lexicon.people.isdisjoint(name.lower().split())

    def in_role(self, nouns: list[str], at: int) -> str | None:
        """The last person before ``at`` whose role has all of ``nouns``, else the first after it."""
        if not nouns:
            return None
        fitting = [person for person in self._with_role if _has_role(self._role_words[person.name], nouns)]
        before = [person for person in fitting if (person.start or 0) < at]
        return (before[-1] if before else fitting[0]).name if fitting else None

    def body(self, nouns: list[str], at: int) -> Named | None:
        """The last organisation before ``at`` that has all ``nouns`` in its name, else the only one near."""
        last = bisect_left(self._body_starts, at)
        before = self._bodies[max(0, last - _MOST_BODIES) : last]
        of_kind = [body for body in before if {*nouns} <= {*body.name.lower().split()}]
        if of_kind:
            return Named(of_kind[-1].name, 0.9)
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
        """The mentions of organisations that have a name ("the NGO" has none)."""
        return [body for body in self._around.organisations if body.name.lower() not in self._lexicon.bodies]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [body.start or 0 for body in self._bodies]

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


def _has_role(roles: list[frozenset[str]], nouns: list[str]) -> bool:
    """True where one of ``roles`` has every one of ``nouns``, be it as a compound's end ("Chef": "Vorstandschef")."""
    return any(
        all(noun in role or (len(noun) > 3 and any(word.endswith(noun) for word in role)) for noun in nouns)
        for role in roles
    )
