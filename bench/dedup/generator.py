"""A stream of news with the truth about it, repeatable by seed: ``Generator(seed).items(count)``.

Stories, briefs and bulletins come at random; what desks make of them follows hours later, so that the stream is
mixed. Held are the planned copies and the last few stories: what is held grows with the rate, not the length.
"""

import heapq
import itertools
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bench.dedup import dutch, english, french, papers, templates
from bench.dedup.copies import EDITS, Copying
from bench.dedup.filling import Values
from bench.dedup.items import Item
from bench.dedup.papers import Paper
from bench.dedup.templates import Series
from bench.dedup.writer import Story, Subject, Writer

BEGIN = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
STARTS_AN_HOUR = 1_000
"""Stories, briefs, bulletins and round-ups; what is made of them comes on top."""

_MIXTURE = {"story": 0.66, "brief": 0.14, "template": 0.1785, "round-up": 0.02, "flood": 0.0015}
_COPIES = (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3)
"""How many copies a story has, each as likely."""
_STORY_COPIES = (*(kind for kind in EDITS if not kind.startswith("brief")), "redelivery", "same text")
_BRIEF_COPIES = ("brief copied", "brief edited 8 %", "redelivery", "same text")
_TEMPLATE_COPIES = ("template copied", "redelivery", "same text")
_COPIED_ON = ("quotes", "headline", "typos", "edited 2 %")
"""Kinds that are copied in their turn, now and then, as one of these."""
_COPIED_AGAIN = 0.15
_OWN_SOURCE = frozenset({"correction", "revision", "redelivery", "same text", "flood again"})
_SAME_ID = frozenset({"revision", "redelivery"})
_AS_PRINTED = frozenset({"redelivery", "same text", "flood again"})
"""The text comes again as it was."""
_FLOOD, _AGAIN = 100, 6
_LONGEST_LAG = 20.0


@dataclass(frozen=True, slots=True)
class Desk:
    """All that writes in one language."""

    writer: Writer
    agencies: list[Paper]
    papers: list[Paper]
    series: list[Series]


@dataclass(frozen=True, slots=True)
class Piece:
    """An item with what copies of it are made by."""

    item: Item
    paper: Paper
    subject: Subject


Plan = tuple[float, int, str, Piece]
"""The hour at which it is due, a number that parts equals, the kind, and what the copy is made of."""


class Generator:
    """One stream; it goes on for as long as it is asked."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._desks = desks(seed)
        self._plans: list[Plan] = []
        self._count = itertools.count()
        self._ties = itertools.count()
        self._hour = 0.0
        self._recent: dict[str, deque[Piece]] = {code: deque(maxlen=200) for code in self._desks}
        self._templates_seen: set[tuple[str, str]] = set()

    def items(self, count: int) -> Iterator[Item]:
        """The next ``count`` items."""
        return itertools.islice(self._stream(), count)

    def _stream(self) -> Iterator[Item]:
        while True:
            start = self._hour + self._random.expovariate(STARTS_AN_HOUR)
            while self._plans and self._plans[0][0] <= start:
                self._hour, _, kind, piece = heapq.heappop(self._plans)
                yield self._copied(kind, piece)
            self._hour = start
            yield self._started()

    def _started(self) -> Item:
        [start] = self._random.choices(list(_MIXTURE), list(_MIXTURE.values()))
        code = self._random.choice(list(self._desks))
        if start == "round-up" and len(self._recent[code]) > 20:
            return self._round_up(code)
        desk = self._desks[code]
        piece = self._bulletin(desk) if start == "template" else self._story(desk, start)
        if start == "flood":
            self._plan_flood(piece)
        else:
            self._plan(piece, {"brief": _BRIEF_COPIES, "template": _TEMPLATE_COPIES}.get(start, _STORY_COPIES))
        if start == "story":
            self._recent[code].append(piece)
        return piece.item

    def _story(self, desk: Desk, start: str) -> Piece:
        brief, by_agency = start == "brief", start == "flood" or self._random.random() < 0.45
        words = self._random.randint(25, 52) if brief else story_length(self._random)
        paper = self._random.choice(desk.agencies if by_agency else desk.papers)
        plain, printed = ("brief", "brief+boilerplate") if brief else ("original", "boilerplate")
        return self._new(printed if paper.footer else plain, desk, paper, desk.writer.story(words))

    def _bulletin(self, desk: Desk) -> Piece:
        series = self._random.choice(desk.series)
        title, body = series.issue(desk.writer.values())
        known = (desk.writer.lexicon.code, series.template)
        kind = "template" if known in self._templates_seen else "first template"
        self._templates_seen.add(known)
        return self._new(kind, desk, series.paper, Story(title, body, desk.writer.subject()))

    def _round_up(self, code: str) -> Item:
        desk, rng = self._desks[code], self._random
        one, other = rng.sample([*self._recent[code]], 2)
        first, last = desk.writer.story(30), desk.writer.story(30)
        (opening, *sentences), *paragraphs = other.item.body
        others = [(desk.writer.lexicon.also + opening, *sentences), *paragraphs]
        story = replace(first, body=(*first.body, *one.item.body, *others, *last.body))
        paper = rng.choice([paper for paper in desk.papers if paper not in (one.paper, other.paper)])
        return self._new("round-up", desk, paper, story, (one.item, other.item)).item

    def _new(self, kind: str, desk: Desk, paper: Paper, story: Story, of: tuple[Item, ...] = ()) -> Piece:
        number = next(self._count)
        at = BEGIN + timedelta(hours=self._hour)
        item = Item(
            number=number,
            kind=kind,
            families=tuple(family for one in of for family in one.families) or (number,),
            made_from=tuple(one.number for one in of),
            at=at,
            published=at - timedelta(minutes=self._random.randint(1, 9)),
            source=paper.id,
            origin=None,
            guid=f"{number:07}",
            language=desk.writer.lexicon.code,
            title=story.title,
            body=story.body,
            text=paper.printed(story.body, None),
        )
        return Piece(item, paper, story.subject)

    def _plan(self, piece: Piece, kinds: tuple[str, ...]) -> None:
        for kind in self._random.choices(kinds, k=self._random.choice(_COPIES)):
            self._push(kind, piece)

    def _push(self, kind: str, piece: Piece) -> None:
        lag = min(self._random.lognormvariate(-0.3, 1.1), _LONGEST_LAG)
        heapq.heappush(self._plans, (self._hour + lag, next(self._ties), kind, piece))

    def _plan_flood(self, piece: Piece) -> None:
        """A copy in each of a hundred papers."""
        for paper in self._random.sample(self._desks[piece.item.language].papers, _FLOOD):
            self._push("flood", replace(piece, paper=paper))

    def _copied(self, kind: str, piece: Piece) -> Item:
        desk, before = self._desks[piece.item.language], piece.item
        keeps = kind in _OWN_SOURCE or kind == "flood"
        paper = piece.paper if keeps else self._random.choice([one for one in desk.papers if one.id != before.source])
        work = Copying(before.title, before.body, piece.subject, paper.place, desk.writer, self._random)
        title, body = EDITS[kind](work) if kind in EDITS else (before.title, before.body)
        made = self._new(kind, desk, paper, Story(title, body, piece.subject), (before,))
        made = replace(made, item=self._delivered(made, before))
        self._plan_further(made)
        return made.item

    def _delivered(self, made: Piece, before: Item) -> Item:
        """The copy with its credit, and with what it keeps of the item that it was made of."""
        item = made.item
        if item.kind in _AS_PRINTED:
            item = replace(item, text=before.text, origin=before.origin)
        else:
            credit = before.origin or (None if item.kind in _OWN_SOURCE else before.source)
            shown = credit.upper() if credit and before.origin is None and self._random.random() < 0.5 else None
            item = replace(item, text=made.paper.printed(item.body, shown), origin=credit)
        return replace(item, guid=before.guid, published=before.published) if item.kind in _SAME_ID else item

    def _plan_further(self, made: Piece) -> None:
        """Some copies are copied in their turn; two papers of each language run a flood's dispatch six times more."""
        kind, chance = made.item.kind, self._random.random()
        if kind == "flood" and made.paper in self._desks[made.item.language].papers[:2]:
            for _ in range(_AGAIN):
                self._push("flood again", made)
        elif kind == "brief copied" and chance < _COPIED_AGAIN:
            self._push(kind, made)
        elif kind in _COPIED_ON and chance < _COPIED_AGAIN:
            self._push(self._random.choice(_COPIED_ON), made)


def desks(seed: int) -> dict[str, Desk]:
    """One for each language, by its code."""
    lexicons = (french.lexicon(), english.lexicon(), dutch.lexicon())
    return {lexicon.code: _desk(Writer(lexicon, random.Random(f"{seed} {lexicon.code}"))) for lexicon in lexicons}


def _desk(writer: Writer) -> Desk:
    """The papers, their footers and their bulletins are the same whatever is written."""
    lexicon, rng = writer.lexicon, random.Random(writer.lexicon.code)
    agencies, others = papers.agencies(lexicon), papers.papers(lexicon, rng)
    return Desk(writer, agencies, others, templates.series(Values(lexicon, rng), agencies + others, rng))


def story_length(rng: random.Random) -> int:
    """Words of a story: half have 180 to 430."""
    return int(min(max(rng.lognormvariate(5.63, 0.6), 70), 1_500))
