"""The words around quotations, with the people and organisations among them as one token each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from wireroom_core.models import Agency, Annotation, Entity
from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.lexicon import words

_TOKEN = re.compile(r"(\w+(?:'(?=\w))?|[^\w\s])(\s*)")
"""A word with the apostrophe that elides it, or a sign; and what parts it from the next one."""
MARKS = frozenset('«»“”„‟"‹›‚‘')
_BEFORE = 30
"""Code points before a name in which the word before it stands."""
_SPACES = " \u00a0\u202f"
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
    person: Entity | None = None
    """The name, if it is a person's."""
    organisation: Entity | None = None
    """The name, if it is an organisation's and no agency's."""


class Surroundings:
    """A text with what other annotators found in it: sentences and names."""

    def __init__(self, text: str, sentences: Sequence[Span], annotations: Sequence[Annotation]) -> None:
        self.text = text
        self.starts = [start for start, _ in sentences]
        self._names: dict[int, Entity | Agency] = {}
        self._places: dict[int, int | None] = {}
        self._demonyms: set[int] = set()
        for one in annotations:
            if one.start is None:
                continue
            # By its kind, as asking for the class of a model goes through a function of its own.
            if one.kind == "entity":
                if one.type == "place":
                    self._places[one.start] = one.end
                else:
                    self._names.setdefault(one.start, one)
            elif one.kind == "agency":
                self._names.setdefault(one.start, one)
            elif one.kind == "demonym":
                self._demonyms.add(one.start)
        entities = [name for _, name in sorted(self._names.items()) if name.kind == "entity"]
        self.people = [name for name in entities if name.type == "person"]
        self.organisations = [name for name in entities if name.type == "organisation"]

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin between ``start`` and ``end``."""
        found: list[Token] = []
        names, past, new = self._names, start, tuple.__new__
        # As long as the text: of all characters only this one has a lower case of two.
        text = self.text[start:end].replace("İ", "i").lower().replace("’", "'").replace("_", " ")
        at = start + len(text) - len(text.lstrip())
        for word, gap in _TOKEN.findall(text, at - start):
            last = at + len(word)
            if at >= past and at in names:
                found.append(_named(names[at], at, last))
                past = found[-1].end
            elif at >= past:
                # As Token(…), which goes through a function of its own.
                found.append(new(Token, (word, at, last, None, None, None)))
            at = last + len(gap)
        return found

    def begins_sentence(self, at: int) -> bool:
        """True where a sentence begins at ``at``."""
        index = bisect_left(self.starts, at)
        return index < len(self.starts) and self.starts[index] == at

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that ``at`` stands in; -1 before the first."""
        return bisect_right(self.starts, at) - 1

    def has_capital(self, token: Token) -> bool:
        """True where it is written with a capital."""
        return self.text[token.start].isupper()

    def place_end(self, at: int) -> int | None:
        """Where the place that begins at ``at`` ends, if one does."""
        return self._places.get(at)

    def is_demonym(self, start: int, end: int) -> bool:
        """True for an article with the name of someone's country ("the Belgian")."""
        words = self.text[start:end].rsplit(maxsplit=1)
        return len(words) == 2 and end - len(words[1]) in self._demonyms

    def word_before(self, at: int, sign: str) -> str:
        """The word, without case, that ends before ``at``, but for spaces and ``sign``."""
        before = self.text[max(0, at - _BEFORE) : at].rstrip(_SPACES + sign)
        first = len(before)
        while first and before[first - 1].isalpha():
            first -= 1
        return before[first:].lower()

    def gender(self, person: Entity) -> str:
        """``m`` or ``f`` by the title before this mention, else empty."""
        return HONORIFICS.get(self.word_before(person.start or 0, "."), "")


def is_mark(token: Token) -> bool:
    """True for a quotation mark."""
    return token.word in MARKS


def is_agency(token: Token) -> bool:
    """True for the name of a news agency."""
    return token.name is not None and token.name.kind == "agency"


def _named(name: Entity | Agency, first: int, last: int) -> Token:
    """The token of ``name``, of which a word from ``first`` to ``last`` is the beginning."""
    end = max(last, name.end or 0)
    if name.kind == "agency":
        return Token("", first, end, name)
    return Token("", first, end, name, *((name, None) if name.type == "person" else (None, name)))
