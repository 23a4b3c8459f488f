"""The words around quotations, with the people and organisations among them as one token each."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from wireroom_core.models import Agency, Annotation, Demonym, Entity
from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.lexicon import words

_TOKEN = re.compile(r"[^\W_]+(?:['’](?=[^\W_]))?|[^\w\s]")
_MARKS = frozenset('«»“”„‟"‹›‚‘')
HONORIFICS: dict[str, str] = {
    **dict.fromkeys(words("m mm mr monsieur sir lord herr herrn dhr heer meneer sr señor don"), "m"),
    **dict.fromkeys(words("mme mlle madame mrs ms miss lady frau mevrouw mevr mw sra señora srta doña dña"), "f"),
    **dict.fromkeys(words("me maître dr prof"), ""),
}
"""Words before a name that belong to no role, and whom they are for: ``m``, ``f`` or either."""


class Token(NamedTuple):
    """A word, a sign, or a whole name.

    ``word`` is without case and has ' for every apostrophe; it is empty for a name.
    """

    word: str
    start: int
    end: int
    name: Entity | Agency | None = None

    @property
    def person(self) -> Entity | None:
        """The person it names."""
        return self.name if isinstance(self.name, Entity) and self.name.type == "person" else None

    @property
    def organisation(self) -> Entity | None:
        """The organisation it names."""
        return self.name if isinstance(self.name, Entity) and self.name.type == "organisation" else None


class Surroundings:
    """A text with what other annotators found in it: sentences and names."""

    def __init__(self, text: str, sentences: Sequence[Span], annotations: Sequence[Annotation]) -> None:
        self.text = text
        self.starts = [start for start, _ in sentences]
        self._starts = frozenset(self.starts)
        self._annotations = annotations
        found = [name for name in annotations if isinstance(name, (Entity, Agency)) and name.start is not None]
        names = [name for name in found if isinstance(name, Agency) or name.type != "place"]
        self._names = {name.start: name for name in reversed(names)}
        entities = sorted((name for name in self._names.values() if isinstance(name, Entity)), key=_start)
        self.people = [name for name in entities if name.type == "person"]
        self.organisations = [name for name in entities if name.type == "organisation"]

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The tokens that begin between ``start`` and ``end``."""
        names, past = self._names, start
        for match in _TOKEN.finditer(self.text, start, end):
            first, last = match.span()
            if first < past:
                continue
            if name := names.get(first):
                past = max(last, name.end or 0)
                yield Token("", first, past, name)
            else:
                word = match[0].lower()
                if word[-1] == "’":
                    word = word[:-1] + "'"
                # As Token(…), which goes through a function of its own.
                yield tuple.__new__(Token, (word, first, last, None))

    def begins_sentence(self, at: int) -> bool:
        """True where a sentence begins at ``at``."""
        return at in self._starts

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that ``at`` stands in; -1 before the first."""
        return bisect_right(self.starts, at) - 1

    def has_capital(self, token: Token) -> bool:
        """True where it is written with a capital."""
        return self.text[token.start].isupper()

    @cached_property
    def _places(self) -> dict[int | None, int | None]:
        found = (one for one in self._annotations if isinstance(one, Entity) and one.type == "place")
        return {one.start: one.end for one in found}

    @cached_property
    def _demonyms(self) -> set[int | None]:
        return {one.start for one in self._annotations if isinstance(one, Demonym)}

    def place_end(self, at: int) -> int | None:
        """Where the place that begins at ``at`` ends, if one does."""
        return self._places.get(at)

    def is_demonym(self, start: int, end: int) -> bool:
        """True for an article with the name of someone's country ("the Belgian")."""
        words = self.text[start:end].rsplit(maxsplit=1)
        return len(words) == 2 and end - len(words[1]) in self._demonyms

    def gender(self, person: Entity) -> str:
        """``m`` or ``f`` by the title before this mention, else empty."""
        if person.start is None:
            return ""
        before = _TOKEN.findall(self.text, max(0, person.start - 10), person.start)
        title = next((word.lower() for word in reversed(before) if word != "."), "")
        return HONORIFICS.get(title, "")


def is_mark(token: Token) -> bool:
    """True for a quotation mark."""
    return token.word in _MARKS


def _start(name: Entity | Agency) -> int:
    return name.start or 0
