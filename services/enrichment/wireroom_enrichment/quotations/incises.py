"""What stands after or within a quotation: "…", a dit X; "…," X said; "…", selon X."""

import re
from collections.abc import Sequence

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.clauses import Attribution, Clauses
from wireroom_enrichment.quotations.cues import Cue, cue_at
from wireroom_enrichment.quotations.phrases import Mention
from wireroom_enrichment.quotations.tokens import Token, is_agency

_VERB_AFTER = 40
"""Tokens before the verb of an incise whose subject stands first."""
_BESIDE = 3
"""Tokens of a subject that needs no comma before it."""
_WITHIN = 250
"""Code points of an incise inside a quotation."""
_MOST = 8
"""Places inside one quotation that are looked at."""
_BEGINS = re.compile(r"[,–—\-!?…](?:(?<=,)|(?<=\s[–—-])|(?<=[!?…])(?=\s))\s*([^\W_]+(?:['’](?=[^\W_]))?)")
"""What may begin an incise inside a quotation: its sign, and its first word."""
_DASHES = frozenset("–—-")
_APART = _DASHES | {","}
_INSIDES = frozenset(["sein", "côté"])
"""After "au" and before "de": no word for a speaker."""
_SHORT = 4
"""Letters of an abbreviation, at most."""


class Incises:
    """Finds attributions after the words that they ascribe."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._around = clauses.around
        self._lexicon = clauses.lexicon

    def after(self, at: int, limit: int, inside: str) -> Attribution | None:
        """What stands after a quotation that closes at ``at``, up to ``limit``; ``inside`` is its last character."""
        following = self._around.text[at : at + _BESIDE].lstrip()[:1]
        if inside == "." and following.isupper():
            return None
        tokens = self._clauses.ahead(at, limit)
        first = 0
        while first < len(tokens) and tokens[first].word in _APART:
            first += 1
        if first >= len(tokens):
            return None
        if tokens[0].word == ":":
            return self._told_after(tokens)
        goes_on = self._clauses.is_lower(tokens[first])
        if inside == "." and not first and not goes_on:
            return None
        if found := self._incise(tokens, first, apart=first > 0 or inside == "," or (inside in "?!…" and goes_on)):
            return found
        return None if first else self._later(tokens)

    def _told_after(self, tokens: list[Token]) -> Attribution | None:
        """Who is told of after the colon behind a quotation that opens a dispatch ("« … »: X dénonce …")."""
        mention = self._clauses.subjects.told_of(tokens, 1)
        return mention and Attribution(mention, None, tokens[0].start, mention.end, 0.8, direct=False)

    def within(self, start: int, end: int, skip: Sequence[Span]) -> tuple[Span, Attribution] | None:
        """An incise between signs inside a quotation from ``start`` to ``end``, and where it stands."""
        tried = 0
        for match in _BEGINS.finditer(self._around.text, start, end):
            if match[1].replace("’", "'") not in self._lexicon.cue_starts:
                continue
            sign = match.start()
            if skip and any(left <= sign < right for left, right in skip):
                continue
            if found := self._inner(sign, min(end, sign + _WITHIN)):
                return found
            tried += 1
            if tried == _MOST:
                break
        return None

    def _inner(self, sign: int, end: int) -> tuple[Span, Attribution] | None:
        tokens = self._around.tokens(sign + 1, end)
        written = self._around.text[sign]
        left = sign + (written in "!?…")
        cue = cue_at(tokens, 0, self._lexicon)
        if cue is None or cue.gerund:
            return None
        mention = self._clauses.inverted(cue) or self._clauses.subjects.after(tokens, cue.after)
        if self._lexicon.subject_dropped and mention is None and (closing := self._addressed(tokens, cue.after)):
            return (left, closing.end), self._clauses.attribution(None, cue, 0.85)
        if mention is None or mention.pronoun in self._lexicon.first_person:
            return None
        known = mention.name or mention.pronoun or mention.words[0] in self._lexicon.definite
        known = known or not self._lexicon.people.isdisjoint(mention.words)
        last = self._closing_dash(tokens, mention) if written in _DASHES else self._end(tokens, cue, mention)
        if last is None or not known or (cue.pronoun and mention.pronoun != cue.pronoun.word):
            return None
        found = self._clauses.attribution(mention, cue, 0.9)
        return (left, last.end), found

    def _addressed(self, tokens: list[Token], at: int) -> Token | None:
        """The sign that ends an incise of a verb alone, or with the agency that was told ("dijo a EFE")."""
        if at < len(tokens) and tokens[at].word == ",":
            return tokens[at]
        agency = next((index for index in range(at, min(at + 3, len(tokens))) if is_agency(tokens[index])), len(tokens))
        ends = agency + 1 < len(tokens) and tokens[agency + 1].word in (",", ".")
        return tokens[agency + 1] if ends else None

    def _closing_dash(self, tokens: list[Token], mention: Mention) -> Token | None:
        """The dash that closes an incise behind one, or the sign after it ("—dijo X—. ")."""
        for index, token in enumerate(tokens):
            if token.start >= mention.end and token.word in _DASHES:
                signs = [sign for sign in tokens[index : index + 2] if not sign.word[-1:].isalnum() and not sign.name]
                return signs[-1]
        return None

    def _end(self, tokens: list[Token], cue: Cue, mention: Mention) -> Token | None:
        """The token that ends it: the first comma or point after its verb and subject, past a role."""
        start = max(mention.end, *(word.end for word in cue.words))
        for index, token in enumerate(tokens):
            if token.start < start or token.word not in (",", "."):
                continue
            if token.word == "," and self._is_apposition(tokens, index + 1, mention):
                continue
            if token.word == "." and index + 1 < len(tokens) and self._clauses.is_lower(tokens[index + 1]):
                continue
            return token
        return None

    def _is_apposition(self, tokens: list[Token], at: int, mention: Mention) -> bool:
        """True where what begins at ``at`` says who the person of ``mention`` is ("une habitante")."""
        if at < len(tokens) and tokens[at].word in self._lexicon.articles:
            at += 1
        if at >= len(tokens):
            return False
        after = self._around.text[tokens[at].start : tokens[at].start + 80]
        roles = mention.name.roles if mention.name else ()
        word = tokens[at].word
        if word in self._lexicon.people or word in self._lexicon.relatives:
            return True
        age = tokens[at + 1].word if word in self._lexicon.of and at + 1 < len(tokens) else word
        return age.isdigit() or any(after.startswith(role) for role in roles)

    def _incise(self, tokens: list[Token], first: int, *, apart: bool) -> Attribution | None:
        """An attribution that begins at ``first``; ``apart``: a comma or the like parts it from the quotation."""
        if found := self._clauses.source(tokens, first):
            return found
        start = first + (tokens[first].word in self._lexicon.leading)
        found = self._verb(tokens, start, apart, led=start > first)
        if found and found.mention and start > first:  # "as X said": nothing more is told of X
            return found._replace(mention=found.mention._replace(embedded=True), direct=False)
        return found

    def _verb(self, tokens: list[Token], start: int, apart: bool, led: bool) -> Attribution | None:
        cue = cue_at(tokens, start, self._lexicon)
        if cue and not cue.gerund and self._clauses.is_lower(tokens[start]):
            return self._verb_first(tokens, cue, apart)
        if (self._lexicon.subject_first or led) and not self._begins_clause(tokens[start]):
            return self._verb_after(tokens, start, apart)
        return None

    def _begins_clause(self, token: Token) -> bool:
        """True for what goes on with something else ("…, while X said")."""
        return token.word in self._clauses.subjects.coordinators or token.word in self._lexicon.subordinators

    def _verb_first(self, tokens: list[Token], cue: Cue, apart: bool) -> Attribution | None:
        mention = self._clauses.inverted(cue)
        impersonal = self._is_impersonal(tokens, cue)
        if mention is None and impersonal:
            mention = self._after_preposition(tokens, cue.after + (cue.pronoun is None))
        elif mention is None:
            mention = self._clauses.subjects.after(_before_particle(tokens, cue), cue.after)
        if mention is None and not (apart and (self._lexicon.subject_dropped or impersonal)):
            return None
        found = self._clauses.attribution(mention, cue, 0.95 if apart else 0.85)
        return found._replace(impersonal=True) if mention is None and impersonal else found

    def _verb_after(self, tokens: list[Token], start: int, apart: bool) -> Attribution | None:
        """The attribution of "X said": the verb is the first one after a subject."""
        for index in range(start + 1, min(len(tokens), start + _VERB_AFTER)):
            token = tokens[index]
            if token.word == "." and len(tokens[index - 1].word) > _SHORT:
                return None
            if token.word not in self._lexicon.cue_starts:
                continue
            cue = cue_at(tokens, index, self._lexicon) if self._clauses.is_lower(token) else None
            if token.word in self._lexicon.namings or tokens[index - 1].word in self._lexicon.subordinators:
                continue
            if cue is None or cue.gerund or self._clauses.is_noun(tokens, index):
                continue
            if token.word in self._lexicon.quoting and (quoted := self._clauses.subjects.after(tokens, cue.after)):
                return self._clauses.attribution(quoted, cue, 0.9)
            subject = tokens[start:index]
            mention = self._clauses.subjects.before(subject, len(subject))
            mention = mention or self._clauses.subjects.plain(subject, len(subject))
            beside = len(subject) <= _BESIDE and mention is not None and bool(mention.name or mention.pronoun)
            if mention is None or not (apart or beside):
                return None
            return self._clauses.attribution(mention, cue, 0.95 if apart else 0.85)
        return None

    def _later(self, tokens: list[Token]) -> Attribution | None:
        """An incise at the end of a sentence that goes on after the quotation."""
        for index, token in enumerate(tokens[:-1]):
            if token.word == "," and (found := self._incise(tokens, index + 1, apart=True)):
                return found._replace(sure=min(found.sure, 0.85), direct=False) if found.mention else None
        return None

    def _is_impersonal(self, tokens: list[Token], cue: Cue) -> bool:
        if cue.pronoun is not None:
            return cue.pronoun.word in self._lexicon.impersonal
        return cue.after < len(tokens) and tokens[cue.after].word in self._lexicon.impersonal

    def _after_preposition(self, tokens: list[Token], at: int) -> Mention | None:
        """The speaker of "heißt es bei X": the phrase after the preposition at ``at``."""
        prepositions = self._lexicon.governing
        if at + 2 >= len(tokens) or tokens[at].word not in prepositions:
            return None
        if tokens[at + 1].word in _INSIDES and tokens[at + 2].word in prepositions:
            return self._clauses.subjects.phrase(tokens, at + 3)
        if tokens[at + 1].word not in prepositions:
            return self._clauses.subjects.phrase(tokens, at + 1)
        found = self._clauses.subjects.phrase(tokens, at + 2)  # German "dem"
        return found and found._replace(start=found.start if found.name else tokens[at + 1].start)


def _before_particle(tokens: list[Token], cue: Cue) -> list[Token]:
    """``tokens`` up to the word that ends a split verb ("laat … weten")."""
    last = cue.words[-1]
    if cue.after >= len(tokens) or last.start < tokens[cue.after].start:
        return tokens
    return [token for token in tokens if token.start < last.start]
