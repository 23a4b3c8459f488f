"""From pieces between marks to quotations: what was said, what is only a word in marks, what goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.cast import Named
from wireroom_enrichment.quotations.clauses import Attribution, Clauses
from wireroom_enrichment.quotations.incises import Incises
from wireroom_enrichment.quotations.introductions import Introductions
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.marks import Piece
from wireroom_enrichment.quotations.shape import begins_sentence, is_sentence, is_title, stands_alone, words_in
from wireroom_enrichment.quotations.speakers import Speakers
from wireroom_enrichment.quotations.tokens import Surroundings

FEWEST = 3
"""Words of a fragment that counts as a quotation."""
_LONG_ALONE = 5
"""Words of one that nothing ascribes to anyone, and that is no title for all its capitals."""
_REACH = 400
"""Code points before and after a quotation that may say whose it is."""
_GOVERNED = 6
"""Code points between a verb and the quotation that is its object ("dijo que «…»")."""
_SURE = 0.95
_MOST_INNER = 20
"""Pieces inside another that are looked at."""
_MOST_INCISES = 4
_JOINED = 150
"""Code points between two fragments of one clause, at most."""
_CLOSE = 40
"""The same where neither a comma nor a conjunction stands between."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]")
_POINTED = re.compile(r"[.!?…]\s|\.\w?\.$")
"""In words that are more than a fragment, or end with an abbreviation."""
_BROKEN = re.compile(r"[^\n.,]{0,20}[,.] [«“„\"‘‚»]")
"""After an incise that more of the same quotation follows."""
_AND = re.compile(r"\b(?:and|but|or|et|mais|ou|ni|en|maar|of|und|aber|oder|sondern|sowie|y|e|pero|o|sino)\b")


@dataclass(slots=True)
class Said:
    """A quotation: its ``parts`` in order, the place of the ``mention`` of its speaker, and the confidence."""

    parts: list[Span]
    sure: float
    cue: str | None = None
    speaker: Named | None = None
    mention: Span | None = None
    paragraph: int = 0
    closing: int = 0
    """After its last mark."""
    incise_end: int = -1
    """Where its attribution ends if that stands after it, so that what follows may go on; -1 if not."""
    left_open: bool = False
    """The next paragraph goes on with it."""
    inner: list["Said"] = field(default_factory=list)


def quotations(around: Surroundings, lexicon: Lexicon, found: Sequence[Piece]) -> Iterator[Said]:
    """What was said in the pieces that were ``found``, each before what is quoted inside it."""
    reading = _Reading(around, lexicon, found)
    for piece in found:
        reading.read(piece)
    for said in reading.said:
        yield said
        yield from said.inner


class _Reading:
    def __init__(self, around: Surroundings, lexicon: Lexicon, found: Sequence[Piece]) -> None:
        self._around = around
        self._text = around.text
        self._lexicon = lexicon
        clauses = Clauses(around, lexicon)
        self._incises = Incises(clauses)
        self._introductions = Introductions(clauses)
        spoken = ((piece.opening, piece.closing) for piece in found if words_in(self._text, piece) >= FEWEST)
        self._speakers = Speakers(around, lexicon, clauses.subjects, spoken)
        self._paragraph_ends = _paragraph_ends(self._text, found)
        self._left: Piece | None = None
        """The last fragment that nothing ascribed so far."""
        self.said: list[Said] = []

    def read(self, piece: Piece) -> None:
        """Adds what was said in ``piece`` to ``said``, as one of its own or as a part of the one before."""
        if piece.reopened and self.said and self.said[-1].left_open:
            self._go_on(self.said[-1], piece)
            return
        limit = self._limit(piece)
        words = words_in(self._text, piece)
        ascribed = self._ascribed(piece, limit, words) if self._may_be_speech(piece, words) else None
        if ascribed is None and self._goes_on(piece, words) and not self._incise(piece):
            self._add(self.said[-1], piece)
        elif ascribed is not None:
            self._start(piece, ascribed)
        elif piece.left_open:
            self._open(piece)
        elif self._is_joined(piece, words):
            self._join(self.said[-1], piece)
        elif said := self._unascribed(piece, words):
            self.said.append(said)
            self._read_inner(piece, said)
        elif words >= FEWEST:
            self._left = piece

    def _open(self, piece: Piece) -> None:
        """A quotation that goes on in the next paragraph, where it may be ascribed to someone."""
        said = Said([(piece.start, piece.end)], 0.6, paragraph=piece.paragraph, closing=piece.closing, left_open=True)
        self.said.append(said)
        said.parts = self._parts(piece, said)
        self._read_inner(piece, said)

    def _go_on(self, said: Said, piece: Piece) -> None:
        """Adds the next paragraph of ``said``, and whose it is if that stands after it only."""
        self._add(said, piece)
        ascribed = None if said.cue or piece.left_open else self._after(piece)
        if ascribed:
            said.sure, said.cue, said.incise_end = ascribed.sure, ascribed.cue, ascribed.end
            self._ascribe(said, ascribed, piece.opening)

    def _after(self, piece: Piece) -> Attribution | None:
        end = min(self._paragraph_ends[piece.paragraph], piece.closing + _REACH)
        return self._incises.after(piece.closing, end, self._text[piece.end - 1])

    def _limit(self, piece: Piece) -> int:
        """Where the words before ``piece`` begin: after the quotation before it in the paragraph."""
        before = self.said[-1] if self.said else None
        if before and before.paragraph == piece.paragraph:
            return max(before.closing, before.incise_end)
        start = max(0, piece.opening - _REACH)
        if self._text[start : piece.opening].rstrip()[-1:] == ":":
            return max(start, before.closing if before else 0)
        return max(start, self._text.rfind("\n\n", start, piece.opening) + 1)

    def _ascribed(self, piece: Piece, limit: int, words: int) -> Attribution | None:
        if self._introductions.is_named(piece.opening, capital=self._text[piece.start].isupper()):
            return None
        begins = begins_sentence(self._text, piece)
        after = self._told_after(piece) if begins else None
        if after and after.sure >= _SURE and after.cue:
            return after if self._is_speech(piece, after, words) else None
        chosen = self._introductions.before(piece.opening, limit, piece.closing, whole=is_sentence(self._text, piece))
        if not chosen or not chosen.cue or not (chosen.direct or piece.opening - chosen.end <= _GOVERNED):
            after = after if begins else self._told_after(piece)
            chosen = after if after and (after.direct or not chosen) else chosen
        return chosen if chosen and self._is_speech(piece, chosen, words) else None

    def _told_after(self, piece: Piece) -> Attribution | None:
        """What is told after ``piece``, unless that only introduces what comes next."""
        colon = self._text[piece.closing : piece.closing + 2].strip()[:1] == ":"
        if piece.left_open or (colon and not begins_sentence(self._text, piece, after_dateline=True)):
            return None
        return self._after(piece)

    def _may_be_speech(self, piece: Piece, words: int) -> bool:
        return words >= FEWEST or self._text[piece.start].isupper()

    def _is_speech(self, piece: Piece, ascribed: Attribution, words: int) -> bool:
        if words >= FEWEST:
            introduced = ascribed.direct and ascribed.at < piece.opening
            spoken = introduced or (ascribed.direct and begins_sentence(self._text, piece, after_dateline=True))
            return spoken or self._lexicon.capital_nouns or not is_title(self._text, piece)
        if not ascribed.direct:
            return False
        if words > 1 and ascribed.sure >= _SURE:
            return True
        return bool(_BROKEN.match(self._text, ascribed.end, piece.closing + _REACH))

    def _start(self, piece: Piece, ascribed: Attribution) -> None:
        said = Said([(piece.start, piece.end)], ascribed.sure, ascribed.cue, paragraph=piece.paragraph)
        said.closing, said.left_open = piece.closing, piece.left_open
        self._ascribe(said, ascribed, piece.opening)
        if ascribed.at >= piece.closing:
            said.incise_end = ascribed.end
            self._join_left(said, piece)
        self.said.append(said)
        said.parts = self._parts(piece, said)
        if ascribed.at < piece.opening and not ascribed.direct:
            said.parts[-1] = self._fragment(said.parts[-1])
        self._read_inner(piece, said)

    def _fragment(self, part: Span) -> Span:
        """Without the point that ends not the words quoted but the sentence around them ("said it was “over.”")."""
        start, end = part
        words = self._text[start:end]
        if words[:1].islower() and words.endswith(".") and not _POINTED.search(words):
            return start, end - 1
        return part

    def _ascribe(self, said: Said, ascribed: Attribution, at: int, outer: tuple[Span, str] | None = None) -> None:
        mention = ascribed.mention
        if mention is None and ascribed.gerund and self._speakers.antecedents.last:
            said.speaker = self._speakers.antecedents.last
            return
        if mention is not None:
            said.mention = (mention.start, mention.end)
            said.speaker = self._speakers.named(mention, at, outer)
            place = mention.start
        else:
            if ascribed.impersonal:
                said.speaker = self._speakers.told_by(at)
            else:
                dropped = not ascribed.cue or ascribed.gerund or self._lexicon.subject_dropped
                said.speaker = self._speakers.spoken_of(at) if dropped else self._speakers.antecedents.told_of_here(at)
            place = ascribed.at
        if said.speaker:
            said.sure = min(said.sure, said.speaker.sure)
            if outer is None and not (mention and mention.embedded):
                self._speakers.antecedents.heard(place, said.speaker)
        else:
            said.sure = min(said.sure, 0.7)

    def _incise(self, piece: Piece, start: int = 0) -> tuple[Span, Attribution] | None:
        """The first incise inside ``piece`` from ``start`` on."""
        skip = [(inner.opening, inner.closing) for inner in piece.inner[:_MOST_INNER]] if piece.inner else ()
        return self._incises.within(max(start, piece.start), piece.end, skip)

    def _parts(self, piece: Piece, said: Said) -> list[Span]:
        """The words of ``piece`` without incises; the first incise says whose they are if nothing else did."""
        parts: list[Span] = []
        start = piece.start
        for _ in range(_MOST_INCISES):
            found = self._incise(piece, start)
            if found is None:
                break
            (left, right), ascribed = found
            if said.speaker is None or said.cue is None:
                said.cue, said.sure = ascribed.cue, ascribed.sure
                self._ascribe(said, ascribed, piece.opening)
            if self._text[start:left].strip():
                parts.append(self._trimmed(start, left))
            start = right
        if start == piece.start or self._text[start : piece.end].strip():
            parts.append(self._trimmed(start, piece.end))
        return parts

    def _trimmed(self, start: int, end: int) -> Span:
        """Without white space, and without the comma that belongs to an incise."""
        last = self._text[end - 1]
        if last != "," and not last.isspace() and not self._text[start].isspace():
            return start, end
        words = self._text[start:end]
        kept = words.rstrip().rstrip(",").rstrip()
        first = start + len(words) - len(words.lstrip())
        return first, max(first, start + len(kept))

    def _goes_on(self, piece: Piece, words: int) -> bool:
        """True where ``piece`` goes on with the quotation before it: only its attribution stands between."""
        before = self.said[-1] if self.said else None
        if before is None or before.incise_end < 0 or piece.paragraph - before.paragraph > 1:
            return False
        between = self._text[before.incise_end : piece.opening]
        stripped = between.rstrip()
        if before.paragraph != piece.paragraph and not (
            stands_alone(self._text, piece) and between[len(stripped) :].count("\n") > 1 and stripped.endswith(".")
        ):
            return False
        if words < FEWEST and not self._text[piece.start].isupper() and stripped != ",":
            return False
        if not stripped:
            return True
        first_sentence = self._around.sentence_of(before.incise_end)
        last_sign = before.incise_end + len(stripped) - 1
        if stripped[-1] not in ",.;:–—" or self._around.sentence_of(last_sign) != first_sentence:
            return False
        return stripped[-1] != "." or self._text[piece.start].isupper() or not self._text[piece.start].isalpha()

    def _is_joined(self, piece: Piece, words: int) -> bool:
        """True where ``piece`` is a second fragment of the clause before it ("said it was “…” and had “…”")."""
        before = self.said[-1] if self.said else None
        if before is None or before.speaker is None or before.incise_end >= 0 or words < FEWEST:
            return False
        return before.paragraph == piece.paragraph and self._are_beside(before.closing, piece.opening, piece)

    def _are_beside(self, closing: int, opening: int, piece: Piece) -> bool:
        """True where a few words of the same sentence, from ``closing`` to ``opening``, join ``piece`` to another."""
        between = self._text[closing:opening]
        if len(between) > _JOINED or _SENTENCE_END.search(between):
            return False
        joined = between.strip() == "," or ("," not in between and len(between) <= _CLOSE) or _AND.search(between)
        return bool(joined) and (self._lexicon.capital_nouns or not is_title(self._text, piece))

    def _join_left(self, said: Said, piece: Piece) -> None:
        """Adds the fragment before ``piece`` that has its attribution behind ``piece`` ("“…” and “…”, X said")."""
        left, self._left = self._left, None
        if left and left.paragraph == piece.paragraph and self._are_beside(left.closing, piece.opening, left):
            self._join(said, left)

    def _join(self, other: Said, piece: Piece) -> None:
        part = self._fragment(self._trimmed(piece.start, piece.end))
        said = Said([part], min(other.sure, 0.85), other.cue, other.speaker, other.mention)
        said.paragraph, said.closing = piece.paragraph, piece.closing
        self.said.append(said)

    def _add(self, said: Said, piece: Piece) -> None:
        said.parts.extend(self._parts(piece, said))
        said.paragraph, said.closing, said.left_open = piece.paragraph, piece.closing, piece.left_open
        self._read_inner(piece, said)

    def _unascribed(self, piece: Piece, words: int) -> Said | None:
        """Whole sentences in marks that nothing ascribes; an incise inside them may, or the sentence before."""
        said = Said([(piece.start, piece.end)], 0.6, paragraph=piece.paragraph, closing=piece.closing)
        said.parts = self._parts(piece, said)
        if said.cue:
            return said
        if words < FEWEST or not stands_alone(self._text, piece):
            return None
        if words < _LONG_ALONE and is_title(self._text, piece):
            return None
        if self._introductions.is_named(piece.opening, capital=True):
            return None
        said.speaker = self._speakers.spoken_of(piece.opening)
        said.sure = 0.7 if said.speaker else 0.6
        return said

    def _read_inner(self, piece: Piece, said: Said) -> None:
        """Adds what is quoted inside ``piece`` and ascribed there."""
        if not piece.inner:
            return
        outer = ((piece.start, piece.end), said.speaker.name if said.speaker else "")
        for inner in piece.inner[:_MOST_INNER]:
            if words_in(self._text, inner) < FEWEST:
                continue
            whole = is_sentence(self._text, inner)
            before = self._introductions.before(inner.opening, piece.start, inner.closing, whole=whole)
            after = self._incises.after(inner.closing, piece.end, self._text[inner.end - 1])
            if before and (before.direct or (before.cue and inner.opening - before.end <= _GOVERNED)):
                ascribed: Attribution | None = before
            else:
                ascribed = after if after and after.direct else None
            if ascribed is None:
                continue
            quoted = Said([self._trimmed(inner.start, inner.end)], ascribed.sure, ascribed.cue)
            if ascribed.mention is None:
                quoted.speaker = self._speakers.antecedents.within(piece.start)
                quoted.sure = 0.8 if quoted.speaker else 0.6
            else:
                self._ascribe(quoted, ascribed, inner.opening, outer)
            said.inner.append(quoted)


def _paragraph_ends(text: str, found: Sequence[Piece]) -> dict[int, int]:
    """By paragraph, an end of what may be looked at after its last quotation."""
    ends: dict[int, int] = {}
    for piece in found:
        end = text.find("\n\n", piece.closing, piece.closing + _REACH)
        ends[piece.paragraph] = end if end >= 0 else min(len(text), piece.closing + _REACH)
    return ends
