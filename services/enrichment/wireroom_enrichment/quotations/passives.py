"""Passives before a quotation: described as “…” by X; wurde von X als „…“ bezeichnet."""

from wireroom_enrichment.quotations.clauses import Attribution, Clauses
from wireroom_enrichment.quotations.phrases import Mention
from wireroom_enrichment.quotations.tokens import Token

_AGENT = 120
"""Code points after a fragment in which it is said who said it ("by X")."""
_BESIDE = 4
"""Tokens between a passive verb and what it introduces, at most, the verb included."""
_PHRASE = 14
"""The same where whoever says it stands between."""
_BY = 25
"""Code points after a fragment in which the preposition of whoever said it stands."""


class Passives:
    """Finds who says what a passive tells."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._lexicon = clauses.lexicon

    def is_passive(self, tokens: list[Token], verb: int) -> bool:
        """True for "was described", also with an adverb between."""
        if tokens[verb].word not in self._lexicon.participles:
            return False
        before = [token.word for token in tokens[max(0, verb - 2) : verb]]
        return before[-1:] != [","] and not self._lexicon.be.isdisjoint(before)

    def of(self, tokens: list[Token], following: int, tail: list[Token]) -> Attribution | None:
        """The attribution of "described as “…” by X", "described by X as “…”"."""
        lexicon = self._lexicon
        if tail and tail[0].word in lexicon.participles:
            return self._framed_agent(tokens, tail[0])
        for at in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _PHRASE), -1):
            if tokens[at].word not in lexicon.participles:
                continue
            if at + 1 < len(tokens) and tokens[at + 1].word in lexicon.by:
                return self._agent(self._clauses.subjects.phrase(tokens, at + 2), tokens[at], tokens[-1].end)
            if len(tokens) - at > _BESIDE or self._is_active(tokens, at):
                return None
            return self._agent(self._named_behind(following), tokens[at], tokens[-1].end)
        return None

    def _is_active(self, tokens: list[Token], at: int) -> bool:
        """True for a participle that an auxiliary makes active, or that may be a finite form as well ("said")."""
        lexicon = self._lexicon
        if lexicon.namings and tokens[at].word not in lexicon.namings:
            return True
        return at > 0 and tokens[at - 1].word in lexicon.auxiliaries and tokens[at - 1].word not in lexicon.be

    def _named_behind(self, following: int) -> Mention | None:
        """Who is named right after the words at ``following`` as the one who said them ("by X")."""
        around = self._clauses.around
        tokens = around.tokens(following, following + _AGENT)
        if not tokens or tokens[0].start > following + _BY or tokens[0].word not in self._lexicon.by:
            return None
        return self._clauses.subjects.phrase(tokens, 1)

    def _framed_agent(self, tokens: list[Token], verb: Token) -> Attribution | None:
        """The attribution of "wurde von X als „…“ bezeichnet"."""
        for at in range(len(tokens) - 2, -1, -1):
            if tokens[at].word in self._lexicon.by:
                mention = self._clauses.subjects.phrase(tokens, at + 1)
                passive = any(token.word in self._lexicon.be for token in tokens[:at])
                return self._agent(mention, verb, tokens[-1].end) if passive else None
        return None

    def _agent(self, mention: Mention | None, verb: Token, end: int) -> Attribution | None:
        cue = self._clauses.around.text[verb.start : verb.end]
        return mention and Attribution(mention, cue, verb.start, end, 0.85, direct=False)
