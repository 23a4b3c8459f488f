"""The words around a quotation, and what a verb of saying or a phrase like "selon" among them ascribes it to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from wireroom_enrichment.quotations.cues import Cue, written
from wireroom_enrichment.quotations.lexicon import Lexicon, words
from wireroom_enrichment.quotations.phrases import Mention
from wireroom_enrichment.quotations.subjects import Subjects
from wireroom_enrichment.quotations.tokens import HONORIFICS, MARKS, Surroundings, Token, is_mark

_AHEAD = 320
"""Code points after a quotation that are looked at."""
_BEHIND = 400
_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")
SENTENCE_ENDS = frozenset(".!?…;")
_ABBREVIATED = HONORIFICS.keys() | words(
    "gov sen gen col st sgt lt rep jr capt maj hon rev supt insp adm cmdr no nr art bzw ca etc pp"
)


class Attribution(NamedTuple):
    """Who (None: nobody is named) said it with what verb; ``end`` is where the words that say so end.

    ``sure`` is how sure it is that anything was said, ``at`` where the verb stands.
    """

    mention: Mention | None
    cue: str | None
    at: int
    end: int
    sure: float
    direct: bool = True
    """A colon or an incise stands between: whatever is in the marks was said as it is written."""
    gerund: bool = False
    """The subject is that of the sentence."""
    impersonal: bool = False
    """No person says it ("hieß es")."""


class Clauses:
    """Reads clauses of ``around`` by the words of one language."""

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self.around = around
        self.lexicon = lexicon
        self.subjects = Subjects(around, lexicon)

    def ahead(self, at: int, limit: int) -> list[Token]:
        """Tokens up to the end of the sentence that goes on after ``at``, or the next quotation mark."""
        mark = _MARK.search(self.around.text, at, min(limit, at + _AHEAD))
        end = mark.start() if mark else min(limit, at + _AHEAD)
        tokens = self.around.tokens(at, self._next_sentence(at, end))
        for index in range(1, len(tokens)):
            if tokens[index - 1].word in SENTENCE_ENDS and self._begins(tokens, index - 1, tokens[index]):
                return tokens[:index]
        return tokens

    def _next_sentence(self, at: int, end: int) -> int:
        """Where the sentence after the one that goes on at ``at`` begins, but no later than ``end``."""
        starts, text = self.around.starts, self.around.text
        for index in range(bisect_right(starts, at), len(starts)):
            start = starts[index]
            if start >= end:
                break
            if text[at:start].rstrip()[-1:] not in ",:":
                return start
        return end

    def behind(self, at: int, limit: int) -> list[Token]:
        """Tokens of the sentence before ``at``, from ``limit`` on."""
        limit = max(limit, at - _BEHIND)
        last = self.around.text[limit:at].rstrip()[-1:]
        if not last or last in SENTENCE_ENDS or last in "»”":
            return []
        tokens = self.around.tokens(self._this_sentence(at, limit), at)
        for index in range(len(tokens) - 1, 0, -1):
            before = tokens[index - 1].word
            if (before in SENTENCE_ENDS or before in MARKS) and self._begins(tokens, index - 1, tokens[index]):
                return tokens[index:]
        return tokens

    def _this_sentence(self, at: int, limit: int) -> int:
        """Where the sentence that stands before ``at`` begins, but not before ``limit``."""
        starts, text = self.around.starts, self.around.text
        for index in range(bisect_left(starts, at) - 1, -1, -1):
            start = starts[index]
            if start <= limit:
                break
            if text[limit:start].rstrip()[-1:] not in ",:":
                return start
        return limit

    def _begins(self, before: Sequence[Token], at: int, token: Token) -> bool:
        """True where ``token`` begins a sentence, also inside marks; ``before[at]`` is the token before it."""
        last = before[at].word
        if self.around.begins_sentence(token.start):
            return last not in (":", ",")
        if last.isalnum():
            return False
        beside = before[at - 1].word if at > 0 else ""
        if beside and is_mark(before[at]):
            last, beside = beside, ""
        if last not in SENTENCE_ENDS or not self.around.has_capital(token):
            return False
        return last != "." or not (len(beside) == 1 or beside in _ABBREVIATED)

    def attribution(self, mention: Mention | None, cue: Cue, sure: float, *, direct: bool = True) -> Attribution:
        """What ``cue`` with its subject says."""
        last = cue.words[-1].end if len(cue.words) == 1 else max([word.end for word in cue.words])
        end = max(last, mention.end) if mention else last
        return Attribution(
            mention, written(cue, self.around.text), cue.words[0].start, end, sure, direct, gerund=cue.gerund
        )

    def source(self, tokens: Sequence[Token], first: int) -> Attribution | None:
        """The attribution of "selon X", "according to X" at ``first``."""
        if tokens[first].word not in self.lexicon.source_starts:
            return None
        at = first + _length(tokens, first, self.lexicon.sources)
        if first == at or at >= len(tokens):
            return None
        alone = at + 1 >= len(tokens) or not (tokens[at + 1].name or tokens[at + 1].word.isalpha())
        if tokens[at].word in self.lexicon.stressed and (alone or not self._is_possessive(tokens, at)):
            mention: Mention | None = Mention(tokens[at].start, tokens[at].end, pronoun=tokens[at].word)
        else:
            mention = self.subjects.phrase(tokens, at)
        return mention and Attribution(mention, None, tokens[first].start, mention.end, 0.9)

    def _is_possessive(self, tokens: Sequence[Token], at: int) -> bool:
        """True for a word that is a possessive as well as a pronoun, before its noun ("volgens haar advocaat")."""
        ends = tokens[at + 1].word in self.lexicon.phrase_ends
        return tokens[at].word in self.lexicon.definite and not ends

    def opinion(self, tokens: Sequence[Token]) -> Attribution | None:
        """The attribution of "pour X" where ``tokens``, a sentence, begin with it and X has a name."""
        if own := _length(tokens, 0, self.lexicon.own_opinions):
            return Attribution(None, None, tokens[0].start, tokens[own - 1].end, 0.8, direct=False)
        size = _length(tokens, 0, self.lexicon.opinions)
        if not size or size == len(tokens):
            return None
        if tokens[size].word in self.lexicon.stressed and tokens[size + 1 : size + 2] and tokens[size + 1].word == ",":
            mention: Mention | None = Mention(tokens[size].start, tokens[size].end, pronoun=tokens[size].word)
        else:
            mention = self.subjects.phrase(tokens, size)
        if mention is None or not (mention.name or mention.pronoun or self._is_known(tokens, mention)):
            return None
        return Attribution(mention, None, tokens[0].start, mention.end, 0.85, direct=False)

    def _is_known(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """True for a person's role before a comma ("pour la ministre, …")."""
        apart = any(token.word == "," and token.start == mention.end for token in tokens)
        definite = mention.words[0] in self.lexicon.definite
        return apart and definite and not self.lexicon.people.isdisjoint(mention.words)

    def inverted(self, cue: Cue) -> Mention | None:
        """The subject that a hyphen joins to the verb, if it stands for someone."""
        pronoun = cue.pronoun
        if pronoun is None or pronoun.word in self.lexicon.impersonal:
            return None
        return Mention(pronoun.start, pronoun.end, pronoun=pronoun.word)

    def is_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """True where the form at ``at`` stands as a noun or a participle does, not as a verb."""
        lexicon = self.lexicon
        if at == 0 or tokens[at].word in lexicon.auxiliaries:
            return False
        if tokens[at - 1].word in lexicon.leading:
            return False
        beside = tokens[at - 1]
        word = beside.word
        if word in lexicon.alone and tokens[at].word not in lexicon.nouns_too:
            return False
        if word in lexicon.articles or word in lexicon.of or word in lexicon.prepositions:
            governed = at > 1 and (tokens[at - 2].word in lexicon.pronouns or tokens[at - 2].name is not None)
            free = word in lexicon.clitics or word in lexicon.pronouns
            return not free or (tokens[at].word in lexicon.nouns_too and not governed)
        if tokens[at].word not in lexicon.nouns_too:
            return False
        known = beside.name is not None or word in lexicon.pronouns or word in lexicon.stops
        return not (known or word in (",", ")") or word in lexicon.people or word in lexicon.bodies)

    def is_lower(self, token: Token) -> bool:
        """True where it is written without a capital."""
        return not self.around.has_capital(token)


def _length(tokens: Sequence[Token], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many tokens of the first of ``phrases`` that stands at ``at``; 0 where none does."""
    for phrase in phrases:
        if tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
