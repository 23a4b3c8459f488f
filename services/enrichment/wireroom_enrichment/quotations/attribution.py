"""To whom the words around a quotation ascribe it."""

from collections.abc import Sequence
from typing import NamedTuple

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.cues import Cue, cue_at, written
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.subjects import Mention, Subjects
from wireroom_enrichment.quotations.tokens import HONORIFICS, Surroundings, Token, is_mark

_AHEAD = 320
"""Code points after a quotation that are looked at."""
_BEHIND = 400
_VERB_AFTER = 40
"""Tokens before the verb of an incise whose subject stands first."""
_DASHES = frozenset(",–—-")
_ADVERBS, _SPLIT = 6, 20
"""Tokens between the parts of a verb where they stand together, and where they frame the clause (German, Dutch)."""
_SENTENCE_ENDS = frozenset(".!?…;")
_ABBREVIATED = HONORIFICS.keys() | frozenset(
    [
        "gov",
        "sen",
        "gen",
        "col",
        "st",
        "sgt",
        "lt",
        "rep",
        "jr",
        "capt",
        "maj",
        "hon",
        "rev",
        "supt",
        "insp",
        "adm",
        "cmdr",
        "no",
        "nr",
        "art",
        "bzw",
        "ca",
        "etc",
        "pp",
    ]
)
_SHORT = 4
"""Letters of an abbreviation, at most."""
_TAIL = 50
"""Code points after a fragment in which a split verb may end."""
_FRAGMENT_FAR = 25
"""Tokens between a verb and the fragment that it introduces, at most."""


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


class Attributions:
    """Finds attributions in ``around`` by the words of one language."""

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self._around = around
        self._lexicon = lexicon
        self._subjects = Subjects(around, lexicon)

    def after(self, at: int, limit: int, inside: str) -> Attribution | None:
        """What stands after a quotation that closes at ``at``, up to ``limit``; ``inside`` is its last character."""
        tokens = self._ahead(at, limit)
        first, apart = _past_dashes(tokens)
        apart = apart or inside in ",?!…"
        if first >= len(tokens):
            return None
        if found := self._incise(tokens, first, apart):
            return found
        return None if first else self._later(tokens)

    def before(self, opening: int, limit: int, following: int, *, whole: bool) -> Attribution | None:
        """What stands before a quotation that opens at ``opening``, from ``limit`` on, in the same sentence.

        Its words go on at ``following`` after it; ``whole``: it is a sentence or more.
        """
        tokens = self._behind(opening, limit)
        if not tokens or tokens[-1].word in _SENTENCE_ENDS:
            return None
        colon = tokens[-1].word == ":"
        if not colon and self._is_attribute(tokens, following):
            return None
        framed = tokens + self._tail(following)
        for first in range(len(tokens) - 1, -1, -1):
            if cue := self._cue_before(framed, first, len(tokens)):
                return self._introduced(tokens, self._whole_cue(tokens, cue), whole)
        return self._source_before(tokens) or (self._bare(tokens) if colon and whole else None)

    def within(self, start: int, end: int, skip: Sequence[Span]) -> tuple[Span, Attribution] | None:
        """An incise between commas inside a quotation from ``start`` to ``end``, and where it stands."""
        tokens = self._around.tokens(start, end)
        for index, token in enumerate(tokens):
            inside = token.word != "," or any(left <= token.start < right for left, right in skip)
            if not inside and (found := self._inner(tokens, index)):
                return found
        return None

    def _inner(self, tokens: list[Token], comma: int) -> tuple[Span, Attribution] | None:
        cue = cue_at(tokens, comma + 1, self._lexicon)
        if cue is None or cue.gerund:
            return None
        if cue.pronoun and cue.pronoun.word not in self._lexicon.pronouns:
            return None
        mention = self._inverted(cue) or self._subjects.after(tokens, cue.after)
        if mention is None or (mention.pronoun and mention.pronoun not in self._lexicon.pronouns):
            return None
        known = mention.name or mention.pronoun or mention.words[0] in self._lexicon.definite
        end = self._end_of_incise(tokens, cue, mention)
        if end is None or not known:
            return None
        span = (tokens[comma].start, tokens[end].end)
        return span, Attribution(mention, written(cue, self._around.text), tokens[comma].start, span[1], 0.9)

    def _end_of_incise(self, tokens: list[Token], cue: Cue, mention: Mention) -> int | None:
        """The token that ends it: the first comma or point after its verb and subject, past a role."""
        start = max(mention.end, *(word.end for word in cue.words))
        for index, token in enumerate(tokens):
            if token.start < start or token.word not in (",", "."):
                continue
            if token.word == "," and self._is_apposition(tokens, index + 1, mention):
                continue
            if token.word == "." and index + 1 < len(tokens) and not self._around.has_capital(tokens[index + 1]):
                continue
            return index
        return None

    def _is_apposition(self, tokens: list[Token], at: int, mention: Mention) -> bool:
        """True where what begins at ``at`` says who the person of ``mention`` is ("une habitante")."""
        lexicon = self._lexicon
        if at < len(tokens) and tokens[at].word in lexicon.definite | lexicon.indefinite:
            at += 1
        if at >= len(tokens):
            return False
        after = self._around.text[tokens[at].start : tokens[at].start + 80]
        roles = mention.name.roles if mention.name else ()
        return tokens[at].word in lexicon.people or any(after.startswith(role) for role in roles)

    def _incise(self, tokens: list[Token], first: int, apart: bool) -> Attribution | None:
        """An attribution that begins at ``first``; ``apart``: a comma or the like parts it from the quotation."""
        if found := self._source(tokens, first):
            return found
        start = first + (tokens[first].word in self._lexicon.leading)
        cue = cue_at(tokens, start, self._lexicon)
        if cue and not cue.gerund and self._is_lower(tokens[start]):
            return self._verb_first(tokens, cue, apart)
        if self._lexicon.subject_first or start > first:
            return self._verb_after(tokens, start, apart)
        return None

    def _verb_first(self, tokens: list[Token], cue: Cue, apart: bool) -> Attribution | None:
        mention = self._inverted(cue)
        if mention is None and self._is_impersonal(tokens, cue):
            mention = self._after_preposition(tokens, cue.after + (cue.pronoun is None))
        elif mention is None:
            mention = self._subjects.after(self._before_particle(tokens, cue), cue.after)
        if mention is None and not (apart and (self._lexicon.subject_dropped or self._is_impersonal(tokens, cue))):
            return None
        return self._attribution(mention, cue, tokens, 0.95 if apart else 0.85)

    def _before_particle(self, tokens: list[Token], cue: Cue) -> list[Token]:
        """``tokens`` up to the word that ends a split verb ("laat … weten")."""
        last = cue.words[-1]
        if cue.after >= len(tokens) or last.start < tokens[cue.after].start:
            return tokens
        return [token for token in tokens if token.start < last.start]

    def _verb_after(self, tokens: list[Token], start: int, apart: bool) -> Attribution | None:
        """The attribution of "X said": the verb is the first one after a subject."""
        for index in range(start + 1, min(len(tokens), start + _VERB_AFTER)):
            if tokens[index].word == "." and len(tokens[index - 1].word) > _SHORT:
                return None
            cue = cue_at(tokens, index, self._lexicon) if self._is_lower(tokens[index]) else None
            if cue is None or cue.gerund or self._is_noun(tokens, index):
                continue
            mention = self._subjects.before(tokens[start:], index - start)
            beside = index - start <= 3 and mention is not None and bool(mention.name or mention.pronoun)
            if mention is None or not (apart or beside):
                return None
            return self._attribution(mention, cue, tokens, 0.95 if apart else 0.85)
        return None

    def _later(self, tokens: list[Token]) -> Attribution | None:
        """An incise at the end of a sentence that goes on after the quotation."""
        for index, token in enumerate(tokens[:-1]):
            if token.word == "," and (found := self._incise(tokens, index + 1, apart=True)):
                return found._replace(sure=min(found.sure, 0.85), direct=False) if found.mention else None
        return None

    def _attribution(self, mention: Mention | None, cue: Cue, tokens: list[Token], sure: float) -> Attribution:
        last = max(word.end for word in cue.words)
        end = max(last, mention.end) if mention else last
        return Attribution(mention, written(cue, self._around.text), tokens[cue.first].start, end, sure)

    def _source(self, tokens: list[Token], first: int) -> Attribution | None:
        """The attribution of "selon X", "according to X" at ``first``."""
        size = _starts_with(tokens, first, self._lexicon.sources)
        if not size:
            return None
        at = first + size
        if at < len(tokens) and tokens[at].word in self._lexicon.stressed:
            mention: Mention | None = Mention(tokens[at].start, tokens[at].end, pronoun=tokens[at].word)
        else:
            mention = self._subjects.phrase(tokens, at)
        if mention is None:
            return None
        return Attribution(mention, None, tokens[first].start, mention.end, 0.9)

    def _source_before(self, tokens: list[Token]) -> Attribution | None:
        """The same before a quotation; "pour X" where a sentence begins with it."""
        for first in range(len(tokens) - 1, -1, -1):
            if found := self._source(tokens, first):
                return found._replace(sure=0.85, direct=_is_beside(tokens, found.end))
        for at, token in enumerate(tokens):
            if token.word in self._lexicon.trailing_sources and at and (named := tokens[at - 1].name):
                mention = self._subjects.before(tokens, at)
                return mention and Attribution(mention, None, token.start, named.end or 0, 0.85, direct=False)
        size = _starts_with(tokens, 0, self._lexicon.opinions)
        mention = self._subjects.phrase(tokens, size) if size else None
        if mention is None or mention.name is None:
            return None
        return Attribution(mention, None, tokens[0].start, mention.end, 0.85, direct=False)

    def _bare(self, tokens: list[Token]) -> Attribution | None:
        """Someone named before a colon, without a verb of saying."""
        if len(tokens) > 1 and tokens[-2].word in self._lexicon.works:
            return None
        mention = self._subjects.before(tokens, len(tokens) - 1)
        if mention is None or not (mention.name or mention.pronoun):
            return None
        return Attribution(mention, None, tokens[0].start, tokens[-1].end, 0.8)

    def _tail(self, following: int) -> list[Token]:
        """The end of a clause that frames a quotation: "… als „…“ bezeichnet"."""
        if not self._lexicon.participle_last:
            return []
        tokens = self._around.tokens(following, following + _TAIL)
        ends = (index for index, token in enumerate(tokens) if is_mark(token) or not token.word[-1:].isalnum())
        return tokens[: next(ends, 0) + 1]

    def _cue_before(self, tokens: list[Token], first: int, end: int) -> Cue | None:
        """The cue at ``first``, which must lie before the quotation: before ``end``, or within reach of it."""
        if tokens[first].name is not None or end - first > 2 * _FRAGMENT_FAR:
            return None
        if first and not self._is_lower(tokens[first]):
            return None
        cue = cue_at(tokens, first, self._lexicon)
        return None if cue is None or self._is_noun(tokens, first) else cue

    def _whole_cue(self, tokens: list[Token], cue: Cue) -> Cue:
        """``cue``, with the auxiliary or the reflexive before it if it has one ("nous l'a dit")."""
        reach = _SPLIT if self._lexicon.participle_last else _ADVERBS
        parts = self._lexicon.auxiliaries | self._lexicon.reflexive
        for first in range(cue.first - 1, max(-1, cue.first - reach), -1):
            if tokens[first].word in parts:
                longer = cue_at(tokens, first, self._lexicon)
                if longer and tokens[cue.first] in longer.words:
                    cue = longer
            elif tokens[first].word in _SENTENCE_ENDS:
                break
        return cue

    def _is_attribute(self, tokens: list[Token], following: int) -> bool:
        """True where the words in marks stand between an article and its noun ("a ‘petty’ row")."""
        lexicon = self._lexicon
        if tokens[-1].word not in lexicon.definite | lexicon.indefinite:
            return False
        after = self._around.tokens(following, following + 20)[:1]
        if not after or not after[0].word.isalpha() or self._around.has_capital(after[0]):
            return False
        word = after[0].word
        return word not in lexicon.of | lexicon.prepositions | lexicon.stops | lexicon.auxiliaries | lexicon.finite

    def _introduced(self, tokens: list[Token], cue: Cue, whole: bool) -> Attribution | None:
        """What ``cue`` introduces at the end of ``tokens``."""
        last = tokens[-1]
        colon = last.word == ":" or (whole and (last.word == "," or last in cue.words))
        if not colon and len(tokens) - cue.after > _FRAGMENT_FAR:
            return None
        mention = self._inverted(cue) or self._subject_before(tokens, cue)
        sure = 0.95 if colon else 0.85
        found = self._attribution(mention, cue, tokens, sure)
        return found._replace(direct=colon, gerund=cue.gerund)

    def _subject_before(self, tokens: list[Token], cue: Cue) -> Mention | None:
        before = self._subjects.before(tokens, cue.first)
        if cue.gerund:
            return before
        if before and (before.name or before.pronoun):
            return before
        if before and not self._lexicon.participle_last:
            return before
        if self._lexicon.subject_first:
            return self._subjects.plain(tokens, cue.first)
        after = self._subjects.after(tokens, cue.after)
        if before and not (after and after.name):
            return before
        return after

    def _inverted(self, cue: Cue) -> Mention | None:
        pronoun = cue.pronoun
        if pronoun is None or pronoun.word in self._lexicon.impersonal:
            return None
        return Mention(pronoun.start, pronoun.end, pronoun=pronoun.word)

    def _is_impersonal(self, tokens: list[Token], cue: Cue) -> bool:
        if cue.pronoun is not None:
            return cue.pronoun.word in self._lexicon.impersonal
        return cue.after < len(tokens) and tokens[cue.after].word in self._lexicon.impersonal

    def _after_preposition(self, tokens: list[Token], at: int) -> Mention | None:
        """The speaker of "heißt es bei X": the phrase after the preposition at ``at``."""
        prepositions = self._lexicon.prepositions | self._lexicon.of
        if at + 2 >= len(tokens) or tokens[at].word not in prepositions:
            return None
        if tokens[at + 1].word not in prepositions:
            return self._subjects.phrase(tokens, at + 1)
        found = self._subjects.phrase(tokens, at + 2)  # German "dem"
        return found and found._replace(start=found.start if found.name else tokens[at + 1].start)

    def _is_noun(self, tokens: list[Token], at: int) -> bool:
        """True for a form that is a noun too, or a participle, and stands where one does."""
        if at == 0:
            return False
        before = tokens[at - 1]
        lexicon = self._lexicon
        if before.word in lexicon.indefinite or before.word in lexicon.of or before.word in lexicon.prepositions:
            return before.word not in lexicon.clitics
        if (
            before.word in lexicon.definite
            and before.word not in lexicon.clitics
            and before.word not in lexicon.pronouns
        ):
            return True
        if tokens[at].word not in lexicon.nouns_too:
            return False
        known = before.name is not None or before.word in lexicon.pronouns or before.word in lexicon.stops
        return not (known or before.word in (",", ")") or before.word in lexicon.people | lexicon.bodies)

    def is_named(self, opening: int) -> bool:
        """True where the words before ``opening`` say that a work's name or a so-called thing follows."""
        before = self._around.text[max(0, opening - 25) : opening].lower().rstrip()
        *_, last = [""] if not before or before[-1] == ":" else before.replace("’", "'").split("'")[-1].split() or [""]
        return last in self._lexicon.naming or last.strip(",") in self._lexicon.works

    def _is_lower(self, token: Token) -> bool:
        return not self._around.has_capital(token)

    def _ahead(self, at: int, limit: int) -> list[Token]:
        """Tokens up to the end of the sentence that goes on after ``at``, or the next quotation mark."""
        found: list[Token] = []
        for token in self._around.tokens(at, min(limit, at + _AHEAD)):
            if is_mark(token) or (found and self._begins(found[-2:], token)):
                break
            found.append(token)
        return found

    def _behind(self, at: int, limit: int) -> list[Token]:
        """Tokens of the sentence before ``at``."""
        tokens = self._around.tokens(max(limit, at - _BEHIND), at)
        for index in range(len(tokens) - 1, 0, -1):
            if self._begins(tokens[max(0, index - 2) : index], tokens[index]):
                return tokens[index:]
        return tokens

    def _begins(self, before: Sequence[Token], token: Token) -> bool:
        """True where ``token`` begins a sentence after the tokens ``before`` it, also inside marks."""
        last = before[-1]
        if self._around.begins_sentence(token.start):
            return last.word not in (":", ",")
        if last.word not in _SENTENCE_ENDS or not self._around.has_capital(token):
            return False
        beside = before[0].word if len(before) > 1 else ""
        return last.word != "." or not (len(beside) == 1 or beside in _ABBREVIATED)


def _past_dashes(tokens: Sequence[Token]) -> tuple[int, bool]:
    first = 0
    while first < len(tokens) and tokens[first].word in _DASHES:
        first += 1
    return first, first > 0


def _starts_with(tokens: Sequence[Token], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many tokens of the first of ``phrases`` that stands at ``at``; 0 where none does."""
    for phrase in phrases:
        if tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_beside(tokens: Sequence[Token], end: int) -> bool:
    """True where nothing but a sign stands after ``end``."""
    return all(not token.word[-1:].isalnum() and token.name is None for token in tokens if token.start >= end)
