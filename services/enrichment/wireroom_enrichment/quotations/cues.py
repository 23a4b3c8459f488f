"""Verbs of saying: where one stands among tokens, and how it is written."""

from collections.abc import Sequence
from typing import NamedTuple

from wireroom_enrichment.quotations.lexicon import NONE, Lexicon
from wireroom_enrichment.quotations.tokens import Token, is_mark

_ADVERBS = 4
"""Words that may stand between auxiliary and participle ("a par ailleurs ajouté")."""
_CLAUSE = 25
"""Tokens that a clause with a split verb may have."""
_ENDS = frozenset(",.;:!?)")


class Cue(NamedTuple):
    """A verb of saying: its first token, the one after it (a subject may stand there), and what it consists of."""

    first: int
    after: int
    words: tuple[Token, ...]
    pronoun: Token | None = None
    """Its subject, inverted ("a-t-il dit")."""
    gerund: bool = False


def written(cue: Cue, text: str) -> str:
    """The verb as ``text`` has it, a split one joined ("a" … "dit": "a dit")."""
    first, *more = [text[word.start : word.end] for word in cue.words]
    return " ".join((first, *more)).replace("' ", "'").replace("’ ", "’") if more else first


def cue_at(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Cue | None:
    """The verb of saying that begins at ``first``, if one does."""
    if first >= len(tokens) or tokens[first].word not in lexicon.cue_starts:
        return None
    at, reflexive = _after_pronouns(tokens, first, lexicon)
    if at >= len(tokens):
        return None
    word = tokens[at].word
    if word in lexicon.auxiliaries:
        return _compound(tokens, first, at, reflexive, lexicon)
    if word in lexicon.completed or word in lexicon.finite:
        return _simple(tokens, first, at, reflexive, lexicon)
    for_a_purpose = word in lexicon.infinitives and at == first > 0 and tokens[first - 1].word in lexicon.purposes
    if for_a_purpose or word in lexicon.gerunds:
        return Cue(first, at + 1, (*reflexive, tokens[at]), gerund=True)
    return None


def _after_pronouns(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, tuple[Token, ...]]:
    """Past object pronouns ("nous a confié", "s'est défendu"), of which a reflexive one is part of the verb."""
    at = first
    reflexive: tuple[Token, ...] = ()
    if lexicon.participle_last or lexicon.subject_first:
        return at, reflexive
    while at < min(len(tokens), first + 2) and tokens[at].word in lexicon.clitics:
        if tokens[at].word in lexicon.reflexive:
            reflexive = (tokens[at],)
        at += 1
    return at, reflexive


def _compound(
    tokens: Sequence[Token], first: int, at: int, reflexive: tuple[Token, ...], lexicon: Lexicon
) -> Cue | None:
    pronoun, after = _inverted(tokens, at + 1, lexicon)
    reach = _CLAUSE if lexicon.participle_last else _ADVERBS
    for index in range(after, min(len(tokens), after + reach + 1)):
        token = tokens[index]
        if token.word in lexicon.participles:
            more = _completion(tokens, index, lexicon)
            if more is None:
                return None
            after = at + 1 if lexicon.participle_last else index + 1 + len(more)
            return Cue(first, after, (*reflexive, tokens[at], token, *more), pronoun)
        score = token.word == ":" and tokens[index - 1].word.isdigit()
        if not score and _ends_verb(token, lexicon):
            return None
    return None


def _ends_verb(token: Token, lexicon: Lexicon) -> bool:
    """True where no participle can follow any more."""
    if lexicon.participle_last:
        return token.word in (".", ";", ":") or is_mark(token)
    return (
        token.word in lexicon.passive
        or not token.word.isalpha()
        or token.name is not None
        or token.word in lexicon.definite
    )


def _completion(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Token, ...] | None:
    """What follows a participle that needs it ("fait état", "tenu à souligner"); None where it is missing."""
    needed = lexicon.completed.get(tokens[index].word)
    if needed is None:
        return ()
    if index + 1 < len(tokens) and tokens[index + 1].word in needed:
        infinitive = 2 if tokens[index + 1].word in lexicon.prepositions else 1
        return tuple(tokens[index + 1 : index + 1 + infinitive])
    return None


def _simple(tokens: Sequence[Token], first: int, at: int, reflexive: tuple[Token, ...], lexicon: Lexicon) -> Cue | None:
    verb = tokens[at]
    pronoun, after = _inverted(tokens, at + 1, lexicon)
    needed = lexicon.completed.get(verb.word, NONE)
    if not needed:
        return Cue(first, after, (*reflexive, verb), pronoun)
    for index in range(after, min(len(tokens), after + _CLAUSE)):
        token = tokens[index]
        beside = index == after and token.word not in lexicon.prepositions
        ends = beside or _ends_clause(tokens, index + 1, lexicon) or token.word in lexicon.reflexive
        if token.word in needed and ends:
            before = index > 0 and tokens[index - 1].word == "zu"
            words = (verb, tokens[index - 1], token) if before else (verb, token)
            return Cue(first, index + 1 if index == after else after, (*reflexive, *words), pronoun)
        if token.word == "." or is_mark(token):
            break
    return Cue(first, after, (*reflexive, verb), pronoun) if verb.word in lexicon.finite else None


def _ends_clause(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if index >= len(tokens):
        return True
    return tokens[index].word in _ENDS or tokens[index].word in lexicon.conjunctions or is_mark(tokens[index])


def _inverted(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Token | None, int]:
    """The pronoun that a hyphen joins to the verb ("-t-il"), and the index after it."""
    for size in (2, 4):
        joined = tokens[at : at + size]
        if len(joined) == size and joined[0].word == "-" and (size == 2 or joined[2].word == "-"):
            last = joined[-1]
            if last.word in lexicon.pronouns or last.word in lexicon.impersonal or last.word in lexicon.first_person:
                return last, at + size
    return None, at
