"""Noun phrases: the person or organisation that one names, else its words."""

from collections.abc import Sequence
from typing import NamedTuple

from wireroom_core.models import Entity
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.tokens import HONORIFICS, Surroundings, Token, is_agency, is_mark

LONGEST = 14
"""Tokens of a noun phrase."""
JOINTS = frozenset("-'’–&/")
"""Signs within a noun phrase."""
_ENDS = frozenset(",.;!?")
_UNENDING = JOINTS | {"(", ")"}
_TITLES = HONORIFICS.keys() | {".", "'"}


class Mention(NamedTuple):
    """Words for someone, from ``start`` to ``end``: a name, else a pronoun, else a phrase of ``words``."""

    start: int
    end: int
    name: Entity | None = None
    pronoun: str = ""
    words: tuple[str, ...] = ()
    since: int | None = None
    """Before it stands whom a pronoun is for, if not simply before the pronoun."""
    embedded: bool = False
    """The subject of a clause within another, which is of somebody else."""


class Phrases:
    """Reads noun phrases of ``around`` by the words of one language."""

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self._around = around
        self._lexicon = lexicon
        self._articles = lexicon.articles
        self._phrase_ends = lexicon.phrase_ends
        self._kinds = lexicon.named_kinds

    def phrase(self, tokens: Sequence[Token], at: int, *, bare: bool = True) -> Mention | None:
        """The noun phrase that begins at ``at``: the person or organisation it names, else its words.

        ``bare``: it may do without an article even if it names nobody.
        """
        first, end, of = at, at, -1
        if at < len(tokens) and tokens[at].word in self._articles:
            end = at + 1
        start_of_words = end
        while end < min(len(tokens), first + LONGEST):
            token = tokens[end]
            if token.person and not self._is_complement(tokens, of, end) and not is_owner(tokens, end):
                return self._name(token, token.person)
            of_kind = end == start_of_words or (tokens[end - 1].word in self._kinds and of < 0)
            if token.organisation and of_kind and not self._goes_on(tokens, end + 1):
                return self._name(token, token.organisation)
            if not self._is_within(tokens, end) or self._is_past_head(tokens, start_of_words, end):
                break
            of = end if token.word in self._lexicon.of else of
            end = _past_brackets(tokens, end)
        if named := self._apposition(tokens, end):
            return named
        return self._in_words(tokens, first, start_of_words, end, bare)

    def _past_owner(self, tokens: Sequence[Token]) -> int:
        """The index after "A", "My", "X's", "The victim's" at the beginning; 0 where nothing like it stands there."""
        if not tokens:
            return 0
        if tokens[0].word in self._lexicon.strangers:
            return 1
        at = int(tokens[0].word in self._lexicon.definite)
        if at >= len(tokens) or not is_owner(tokens, at):
            return 0
        return next(index for index in range(at + 1, at + 3) if tokens[index].word == "s") + 1

    def stranger(self, tokens: Sequence[Token]) -> Mention | None:
        """Someone without a name as the subject of the sentence that ``tokens`` begin ("A survivor", "Mi marido")."""
        start = self._past_owner(tokens)
        if not start:
            return None
        for at, token in enumerate(tokens[start : start + 5], start):
            if token.word in self._lexicon.people:
                words = tuple(token.word for token in tokens[: at + 1])
                named = at + 2 < len(tokens) and tokens[at + 1].name is not None
                beside = named or self._apposition(tokens, at + 1)
                return None if beside else Mention(tokens[0].start, token.end, words=words)
            if token.name or not (token.word.isalnum() or token.word == "-") or token.word in self._phrase_ends:
                break
        return None

    def _in_words(self, tokens: Sequence[Token], first: int, words: int, end: int, bare: bool) -> Mention | None:
        """A phrase that names nobody, without what cannot end one."""
        while end > words and (tokens[end - 1].word in self._lexicon.of or tokens[end - 1].word in _UNENDING):
            if tokens[end - 1].name is not None:
                break
            end -= 1
        alone = words > first and (
            end >= len(tokens) or tokens[end].word in self._lexicon.clitics or tokens[end].word in _ENDS
        )
        if end <= words and alone and tokens[first].word in self._lexicon.indefinite:
            return Mention(tokens[first].start, tokens[first].end, words=(tokens[first].word,))
        if end <= words or all(is_agency(token) for token in tokens[words:end]):
            return None
        if words == first and not (bare or tokens[first].word in self._lexicon.nouns or self._is_name(tokens, first)):
            return None
        start = self._name_at_end(tokens, words, end)
        first = first if start is None else start
        spelt = tuple(token.word for token in tokens[first:end])
        return Mention(tokens[first].start, tokens[end - 1].end, words=spelt)

    def _is_name(self, tokens: Sequence[Token], at: int) -> bool:
        """True for a word with a capital that opens nothing."""
        return not self._lexicon.capital_nouns and self._around.has_capital(tokens[at]) and tokens[at].word.isalpha()

    def _is_full_name(self, tokens: Sequence[Token], at: int) -> bool:
        return at + 1 < len(tokens) and self._is_name(tokens, at) and self._is_name(tokens, at + 1)

    def _name_at_end(self, tokens: Sequence[Token], first: int, end: int) -> int | None:
        """Where a name of two words or more begins that ends the phrase ("le colonel Jean Roy")."""
        if self._lexicon.capital_nouns:
            of_person = end - first > 2 and tokens[first].word.endswith(tuple(self._lexicon.people))
            return first + 1 if of_person and all(map(self._around.has_capital, tokens[first:end])) else None
        start = end
        while start > first and tokens[start - 1].name is None and self._is_name(tokens, start - 1):
            start -= 1
        beside = tokens[start - 1].word if start > 0 else ""
        return start if first < start <= end - 2 and beside not in self._lexicon.of and beside not in JOINTS else None

    def _apposition(self, tokens: Sequence[Token], at: int) -> Mention | None:
        """A person right after the comma that ends a phrase ("son directeur, X")."""
        if at >= len(tokens) or tokens[at].word != ",":
            return None
        if self._is_full_name(tokens, at + 1):
            end = at + 3
            while end < len(tokens) and self._is_name(tokens, end):
                end += 1
            return Mention(tokens[at + 1].start, tokens[end - 1].end, words=tuple(t.word for t in tokens[at + 1 : end]))
        for token in tokens[at + 1 : at + 5]:
            if token.person:
                return self._name(token, token.person)
            if token.word not in _TITLES and token.word not in self._articles:
                return None
        return None

    def _is_complement(self, tokens: Sequence[Token], of: int, at: int) -> bool:
        """True where the person at ``at`` only completes the noun before ("porte-parole du président X")."""
        if of < 0:
            return False
        between = [token for token in tokens[of + 1 : at] if token.word not in _TITLES]
        while between and between[0].word in self._articles:
            between = between[1:]
        if not between:
            return True
        person = tokens[at].person
        written = self._around.text[between[0].start : between[-1].end]
        return person is not None and written in person.roles

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """True where the word at ``at`` belongs to the phrase before it ("EU commissioner X")."""
        if at >= len(tokens):
            return False
        word = tokens[at].word
        return word in ("-", "'s", "’", "s") or bool(tokens[at].person) or word in self._lexicon.nouns

    def _is_within(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if token.name is not None or token.word in JOINTS or token.word == "(":
            return True
        if token.word == ".":
            return _is_abbreviation(tokens, at)
        if token.word in self._lexicon.nouns_too and self._has_object(tokens, at):
            return False
        return token.word not in self._phrase_ends and (token.word[-1].isalnum() or token.word[-1] == "'")

    def _has_object(self, tokens: Sequence[Token], at: int) -> bool:
        """True for a verb, though it may be a noun, with an article after it ("plaide le malentendu")."""
        beside = tokens[at + 1].word if 0 < at < len(tokens) - 1 else ""
        return beside in self._articles and beside not in self._lexicon.of

    def _is_past_head(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """True after the noun of a phrase in a language that has all adjectives before it."""
        token, before = tokens[at], tokens[at - 1]
        adjectives_first = self._lexicon.participle_last or self._lexicon.subject_first
        if not adjectives_first or at == first or before.word in self._lexicon.modifying:
            return False
        head = before.word in self._lexicon.people or before.word in self._lexicon.bodies
        if self._lexicon.subject_first and first > 0 and tokens[first - 1].word in self._articles:
            head = head or (before.word.isalpha() and self._around.has_capital(before))  # "The Riksbank left …"
        if not head and not (
            self._lexicon.capital_nouns and before.word.isalpha() and self._around.has_capital(before)
        ):
            return False
        known = token.name or token.word in self._lexicon.of or token.word in self._lexicon.nouns
        if at + 1 < len(tokens) and tokens[at + 1].person:  # "hoogleraar bestuursrecht X"
            return False
        return not known and token.word.isalpha() and not self._around.has_capital(token)

    def place(self, token: Token) -> Mention:
        """The place that ``token`` begins, by its words."""
        return Mention(token.start, self._around.place_end(token.start) or token.end, words=(token.word,))

    @staticmethod
    def _name(token: Token, name: Entity) -> Mention:
        return Mention(token.start, token.end, name=name)


def _past_brackets(tokens: Sequence[Token], at: int) -> int:
    """After a short parenthesis that begins at ``at``, else the next token."""
    if tokens[at].word == "(":
        for index in range(at + 1, min(len(tokens), at + 9)):
            if tokens[index].word == ")":
                return index + 1
    return at + 1


def is_owner(tokens: Sequence[Token], at: int) -> bool:
    """True before a genitive ("Trump's lawyer")."""
    if tokens[at].name is None:
        return tokens[at].word[-1:] == "'" and at + 1 < len(tokens) and tokens[at + 1].word == "s"
    beside = [token.word for token in tokens[at + 1 : at + 3]]
    return beside[:1] == ["s"] or beside in (["'", "s"], ["’", "s"])


def _is_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """True for the point of "M.", "Gov." or an initial."""
    return at > 0 and len(tokens[at - 1].word) <= 4 and at + 1 < len(tokens) and not is_mark(tokens[at + 1])
