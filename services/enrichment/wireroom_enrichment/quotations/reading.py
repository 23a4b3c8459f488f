"""From pieces between marks to quotations: what was said, what is only a word in marks, what goes on."""

from collections.abc import Iterator, Sequence

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.ascriptions import MOST_INNER, REACH, Ascriptions
from wireroom_enrichment.quotations.clauses import Attribution, Clauses
from wireroom_enrichment.quotations.joining import Joining
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.marks import Piece
from wireroom_enrichment.quotations.said import FEWEST, Said, fragment, trimmed
from wireroom_enrichment.quotations.shape import is_title, stands_alone
from wireroom_enrichment.quotations.speakers import Speakers
from wireroom_enrichment.quotations.tokens import Surroundings

_LONG_ALONE = 5
"""Words of one that nothing ascribes to anyone, and that is no title for all its capitals."""
_MOST_INCISES = 4


def quotations(around: Surroundings, lexicon: Lexicon, found: Sequence[Piece]) -> Iterator[Said]:
    """What was said in the pieces that were ``found``, each before what is quoted inside it."""
    reading = _Reading(around, lexicon, found)
    for piece in found:
        reading.read(piece)
    for said in reading.said:
        if said.parts:
            yield said
            yield from said.inner


class _Reading:
    def __init__(self, around: Surroundings, lexicon: Lexicon, found: Sequence[Piece]) -> None:
        self._around = around
        self._text = around.text
        self._lexicon = lexicon
        clauses = Clauses(around, lexicon)
        self._ascriptions = Ascriptions(clauses, found)
        self._joining = Joining(around, lexicon)
        spoken = ((piece.opening, piece.closing) for piece in found if piece.words >= FEWEST)
        self._speakers = Speakers(around, lexicon, clauses.subjects, spoken)
        self._left: Piece | None = None
        """The last fragment that nothing ascribed so far."""
        self.said: list[Said] = []

    def read(self, piece: Piece) -> None:
        """Adds what was said in ``piece`` to ``said``, as one of its own or as a part of the one before."""
        before = self.said[-1] if self.said else None
        if piece.reopened and before and before.left_open:
            self._go_on(before, piece)
            return
        limit = self._limit(piece)
        ascribed = self._ascriptions.of(piece, limit)
        if ascribed is None and self._joining.goes_on(before, piece) and not self._ascriptions.within(piece):
            self._add(self.said[-1], piece)
        elif ascribed is not None:
            self._start(piece, ascribed)
        elif piece.left_open:
            self._open(piece)
        elif self._joining.is_joined(before, piece):
            self._join(self.said[-1], piece)
        elif said := self._unascribed(piece):
            self.said.append(said)
            self._read_inner(piece, said)
        elif piece.words >= FEWEST:
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
        ascribed = None if said.cue or piece.left_open else self._ascriptions.after(piece)
        if ascribed:
            said.sure, said.cue, said.incise_end = ascribed.sure, ascribed.cue, ascribed.end
            self._ascribe(said, ascribed, piece.opening)

    def _limit(self, piece: Piece) -> int:
        """Where the words before ``piece`` begin: after the quotation before it in the paragraph."""
        before = self.said[-1] if self.said else None
        if before and before.paragraph == piece.paragraph:
            return max(before.closing, before.incise_end)
        start = max(0, piece.opening - REACH)
        if self._text[start : piece.opening].rstrip()[-1:] == ":":
            return max(start, before.closing if before else 0)
        return max(start, self._text.rfind("\n\n", start, piece.opening) + 1)

    def _start(self, piece: Piece, ascribed: Attribution) -> None:
        said = Said([(piece.start, piece.end)], ascribed.sure, ascribed.cue, paragraph=piece.paragraph)
        said.closing, said.left_open = piece.closing, piece.left_open
        self._ascribe(said, ascribed, piece.opening)
        if ascribed.at >= piece.closing:
            said.incise_end = ascribed.end
            self._join_left(said, piece)
        self.said.append(said)
        said.parts = self._parts(piece, said)
        if said.parts and ascribed.at < piece.opening and not ascribed.direct:
            said.parts[-1] = fragment(self._text, said.parts[-1])
        self._read_inner(piece, said)

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
                dropped = not ascribed.cue or ascribed.gerund or self._is_dropped(ascribed.cue)
                said.speaker = self._speakers.spoken_of(at) if dropped else self._speakers.antecedents.told_of_here(at)
            place = ascribed.at
        if said.speaker:
            said.sure = min(said.sure, said.speaker.sure)
            if outer is None and not (mention and mention.embedded):
                self._speakers.antecedents.heard(place, said.speaker)
        else:
            said.sure = min(said.sure, 0.7)

    def _is_dropped(self, cue: str) -> bool:
        """True where the subject of ``cue`` may be one person of the sentences before."""
        verb, *_ = cue.split(" ")
        return self._lexicon.subject_dropped and not verb.endswith(self._lexicon.plural_verbs)

    def _parts(self, piece: Piece, said: Said) -> list[Span]:
        """The words of ``piece`` without incises; the first incise says whose they are if nothing else did.

        Nothing where all of it is an attribution: a mark is missing, and what was said stands on its other side.
        """
        parts: list[Span] = []
        start = piece.start
        for _ in range(_MOST_INCISES):
            found = self._ascriptions.within(piece, start)
            if found is None:
                break
            (left, right), ascribed = found
            if said.speaker is None or said.cue is None:
                said.cue, said.sure = ascribed.cue, ascribed.sure
                self._ascribe(said, ascribed, piece.opening)
            if self._text[start:left].strip():
                parts.append(trimmed(self._text, start, left))
            start = right
        if start == piece.start or self._text[start : piece.end].strip():
            parts.append(trimmed(self._text, start, piece.end))
        return parts

    def _join_left(self, said: Said, piece: Piece) -> None:
        """Adds the fragment before ``piece`` that has its attribution behind ``piece`` ("“…” and “…”, X said")."""
        left, self._left = self._left, None
        if left and left.paragraph == piece.paragraph and self._joining.are_beside(left.closing, piece.opening, left):
            self._join(said, left)

    def _join(self, other: Said, piece: Piece) -> None:
        part = fragment(self._text, trimmed(self._text, piece.start, piece.end))
        said = Said([part], min(other.sure, 0.85), other.cue, other.speaker, other.mention)
        said.paragraph, said.closing = piece.paragraph, piece.closing
        self.said.append(said)

    def _add(self, said: Said, piece: Piece) -> None:
        said.parts.extend(self._parts(piece, said))
        said.paragraph, said.closing, said.left_open = piece.paragraph, piece.closing, piece.left_open
        self._read_inner(piece, said)

    def _unascribed(self, piece: Piece) -> Said | None:
        """Whole sentences in marks that nothing ascribes; an incise inside them may, or the sentence before."""
        said = Said([(piece.start, piece.end)], 0.6, paragraph=piece.paragraph, closing=piece.closing)
        said.parts = self._parts(piece, said)
        if said.cue:
            return said
        if piece.words < FEWEST or not stands_alone(self._text, piece):
            return None
        if piece.words < _LONG_ALONE and is_title(self._text, piece):
            return None
        if self._ascriptions.is_named(piece):
            return None
        said.speaker = self._speakers.spoken_of(piece.opening)
        said.sure = 0.7 if said.speaker else 0.6
        return said

    def _read_inner(self, piece: Piece, said: Said) -> None:
        """Adds what is quoted inside ``piece`` and ascribed there."""
        if not piece.inner:
            return
        outer = ((piece.start, piece.end), said.speaker.name if said.speaker else "")
        for inner in piece.inner[:MOST_INNER]:
            if inner.words < FEWEST:
                continue
            ascribed = self._ascriptions.of_inner(inner, piece)
            if ascribed is None:
                continue
            quoted = Said([trimmed(self._text, inner.start, inner.end)], ascribed.sure, ascribed.cue)
            if ascribed.mention is None:
                quoted.speaker = self._speakers.antecedents.within(piece.start)
                quoted.sure = 0.8 if quoted.speaker else 0.6
            else:
                self._ascribe(quoted, ascribed, inner.opening, outer)
            said.inner.append(quoted)
