"""What stands before a quotation: X a dit : "…"; X said that "…"; Selon X, "…"."""

from wireroom_enrichment.quotations.clauses import SENTENCE_ENDS, Attribution, Clauses
from wireroom_enrichment.quotations.cues import Cue, cue_at
from wireroom_enrichment.quotations.passives import Passives
from wireroom_enrichment.quotations.phrases import Mention
from wireroom_enrichment.quotations.tokens import Token, is_mark

_ADVERBS, _SPLIT = 6, 20
"""Tokens between the parts of a verb where they stand together, and where they frame the clause (German, Dutch)."""
_TAIL = 50
"""Code points after a fragment in which a split verb may end."""
_FAR = 50
"""Tokens between a verb and what it introduces, at most; half as many if that is a fragment."""
_NAMED = 25
"""Code points before a name or a title that say what it is of."""


class Introductions:
    """Finds attributions before the words that they ascribe."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._lexicon = clauses.lexicon
        self._passives = Passives(clauses)

    def before(self, opening: int, limit: int, following: int, *, whole: bool) -> Attribution | None:
        """What stands before a quotation that opens at ``opening``, from ``limit`` on, in the same sentence.

        Its words go on at ``following`` after it; ``whole``: it is a sentence or more.
        """
        tokens = self._clauses.behind(opening, limit)
        if not tokens:
            return None
        colon = tokens[-1].word == ":"
        if not colon and self._is_attribute(tokens, following):
            return None
        tail = self._tail(following)
        if not colon and (found := self._passives.of(tokens, following, tail)):
            return found
        framed = tokens + tail
        for first in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _FAR), -1):
            if framed[first].word in self._lexicon.cue_starts and (cue := self._cue_at(framed, first)):
                if self._passives.is_passive(tokens, first):
                    continue
                return self._introduced(tokens, self._whole_cue(tokens, cue), whole)
        if found := self._verb_last(tokens, tail):
            return found
        return self._source(tokens) or (self._bare(tokens) if colon and whole else self._reported(tokens))

    def _reported(self, tokens: list[Token]) -> Attribution | None:
        """What the mood of the verb says to be told by whoever spoke before ("Sie sei „…“")."""
        if self._lexicon.reported.isdisjoint(token.word for token in tokens):
            return None
        return Attribution(None, None, tokens[0].start, tokens[0].start, 0.8, direct=False)

    def is_named(self, opening: int, *, capital: bool) -> bool:
        """True where the words before ``opening`` say that a work's name or a so-called thing follows.

        ``capital``: it begins with one; without it, "called" is a verb of saying.
        """
        before = self._clauses.around.text[max(0, opening - _NAMED) : opening].rstrip()
        if not before or not (before[-1].isalnum() or before[-1] == ","):
            return False
        before = before.lower().replace("’", "'")
        *_, beside, last = ("", "", *before.replace("'", "' ").split())
        lexicon = self._lexicon
        if not last or beside in lexicon.auxiliaries or (last in lexicon.finite and not capital):
            return False
        named = last in lexicon.naming or last.strip(",") in lexicon.works
        return named or (last in lexicon.gerunds and beside in lexicon.works)

    def _verb_last(self, tokens: list[Token], tail: list[Token]) -> Attribution | None:
        """What a clause with its verb at its end ascribes ("die den Plan „…“ nannte", "… bezeichnet hatte")."""
        size = 2 if tail and tail[0].word in self._lexicon.participles else 1
        words = tuple(tail[:size])
        if len(words) < size or words[-1].word not in (self._lexicon.auxiliaries if size > 1 else self._lexicon.finite):
            return None
        if not self._clauses.is_lower(words[0]) or (tail[size:] and tail[size].word[-1:].isalnum()):
            return None
        mention = self._clauses.subjects.before(tokens, len(tokens))
        cue = Cue(len(tokens), len(tokens) + size, words)
        found = self._clauses.attribution(mention, cue, 0.85)
        # After a comma the subject may have been told before ("…“, lachte X, die zich „…“ noemde").
        known = mention is not None or tokens[0].word == ","
        return found._replace(end=tokens[-1].end, direct=False) if known else None

    def _source(self, tokens: list[Token]) -> Attribution | None:
        """The last "selon X" among ``tokens``, "X zufolge", or "pour X" at their beginning."""
        for first in range(len(tokens) - 1, -1, -1):
            if tokens[first].word in self._lexicon.source_starts and (found := self._clauses.source(tokens, first)):
                return found._replace(sure=0.85, direct=_is_beside(tokens, found.end))
        for at in range(1, len(tokens)) if self._lexicon.trailing_sources else ():
            if tokens[at].word in self._lexicon.trailing_sources and tokens[at - 1].name:
                mention = self._clauses.subjects.before(tokens, at)
                return mention and Attribution(mention, None, tokens[at].start, tokens[at].end, 0.85, direct=False)
        return self._clauses.opinion(tokens)

    def _bare(self, tokens: list[Token]) -> Attribution | None:
        """Someone told of before a colon without a verb of saying: by a name, or by a noun that begins the sentence."""
        if len(tokens) > 1 and tokens[-2].word in self._lexicon.works:
            return None
        mention = self._clauses.subjects.before(tokens, len(tokens) - 1)
        if mention is None or not (mention.name or mention.pronoun):
            mention = self._clauses.subjects.stranger(tokens)
        if mention is None:
            return None
        return Attribution(mention, None, tokens[0].start, tokens[-1].end, 0.8)

    def _tail(self, following: int) -> list[Token]:
        """The end of a clause that frames a quotation: "… als „…“ bezeichnet"."""
        found: list[Token] = []
        if self._lexicon.participle_last:
            for token in self._clauses.around.tokens(following, following + _TAIL):
                found.append(token)
                if is_mark(token) or not (token.name or token.word[-1:].isalnum()):
                    break
        return found

    def _cue_at(self, tokens: list[Token], first: int) -> Cue | None:
        if first and not self._clauses.is_lower(tokens[first]):
            return None
        cue = cue_at(tokens, first, self._lexicon)
        if cue is None:
            return None
        verb = next(index for index in range(first, len(tokens)) if tokens[index] is cue.words[0])
        with_purpose = cue.gerund and first > 0 and tokens[first - 1].word in self._lexicon.purposes
        return None if not with_purpose and self._clauses.is_noun(tokens, verb) else cue

    def _whole_cue(self, tokens: list[Token], cue: Cue) -> Cue:
        """``cue``, with the auxiliary or the reflexive before it if it has one ("nous l'a dit")."""
        reach = _SPLIT if self._lexicon.participle_last else _ADVERBS
        for first in range(cue.first - 1, max(-1, cue.first - reach), -1):
            word = tokens[first].word
            if word in self._lexicon.auxiliaries or word in self._lexicon.reflexive:
                longer = cue_at(tokens, first, self._lexicon)
                if longer and cue.words[0] in longer.words:
                    cue = longer
            elif word in SENTENCE_ENDS:
                break
        return cue

    def _is_attribute(self, tokens: list[Token], following: int) -> bool:
        """True where the words in marks stand between an article and its noun ("a ‘petty’ row")."""
        lexicon = self._lexicon
        if tokens[-1].word not in lexicon.articles:
            return False
        after = self._clauses.around.tokens(following, following + 20)[:1]
        if not after or not after[0].word.isalpha():
            return False
        return self._clauses.is_lower(after[0]) and after[0].word not in lexicon.no_nouns

    def _introduced(self, tokens: list[Token], cue: Cue, whole: bool) -> Attribution | None:
        """What ``cue`` introduces at the end of ``tokens``."""
        last = tokens[-1]
        colon = last.word == ":" or (whole and (last.word == "," or last in cue.words))
        if not colon and len(tokens) - cue.after > _FAR // 2:
            return None
        if cue.words[-1].word in self._lexicon.legible and any(token.word in self._lexicon.works for token in tokens):
            return None
        mention = self._clauses.inverted(cue) or self._subject(tokens, cue)
        if mention and mention.pronoun:
            mention = self._reporting(tokens, mention) or self._beyond(tokens, cue, mention)
        return self._clauses.attribution(mention, cue, 0.95 if colon else 0.85, direct=colon)

    def _beyond(self, tokens: list[Token], cue: Cue, pronoun: Mention) -> Mention:
        """``pronoun``, which in an incise stands for nobody of the clause around it ("Lee, she said, was “…”")."""
        first = cue.first - (tokens[cue.first - 1].start == pronoun.start)
        apart = 0 < first < len(tokens) and tokens[first - 1].word == ","
        closes = apart and any(token.word == "," and token.start >= pronoun.end for token in tokens[cue.after :][:2])
        return pronoun._replace(since=tokens[0].start) if closes else pronoun

    def _reporting(self, tokens: list[Token], pronoun: Mention) -> Mention | None:
        """Who says the clause that has ``pronoun`` for its subject ("the minister said he had asked for “…”")."""
        at = next((index for index, token in enumerate(tokens) if token.start == pronoun.start), 0)
        verb = at - 1 - (tokens[at - 1].word in self._lexicon.conjunctions)
        if verb < 1 or tokens[verb].word not in self._lexicon.verbs:
            return None
        found = self._clauses.subjects.before(tokens, verb)
        return found if found and not found.pronoun else None

    def _in_incise(self, tokens: list[Token], cue: Cue) -> Mention | None:
        """The subject of a verb with which a clause goes on after a comma ("Le pays, a dit X, est …")."""
        if cue.gerund or not 0 < cue.first < len(tokens) or tokens[cue.first - 1].word != ",":
            return None
        found = self._clauses.subjects.after(tokens, cue.after)
        if found is None or not (found.name or found.pronoun):
            return None
        closes = any(token.word in (",", ":") and token.start == found.end for token in tokens)
        before = self._clauses.subjects.before(tokens, cue.first)
        return found if closes and not (before and before.name and before.name.type == "person") else None

    def _subject(self, tokens: list[Token], cue: Cue) -> Mention | None:
        subjects = self._clauses.subjects
        if inverted := self._in_incise(tokens, cue):
            return inverted
        before = subjects.before(tokens, cue.first)
        if cue.gerund or (before and (before.name or before.pronoun or not self._lexicon.participle_last)):
            return before
        if self._lexicon.subject_first or self._lexicon.subject_dropped:
            return before or subjects.plain(tokens, cue.first)
        after = subjects.after(tokens, cue.after)
        return before if before and not (after and after.name) else after


def _is_beside(tokens: list[Token], end: int) -> bool:
    """True where nothing but a sign stands after ``end``."""
    return all(not token.word[-1:].isalnum() and token.name is None for token in tokens if token.start >= end)
