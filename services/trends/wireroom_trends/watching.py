"""Looks at the counts at one moment and says what is new: what rises, which source fell silent or talks again. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from wireroom_core.models import Rising, SourceRef, SourceSilence
from wireroom_trends import bursts
from wireroom_trends.bursts import Share, burst
from wireroom_trends.counting import Count, Thing, begin
from wireroom_trends.habits import HISTORY, LEAST_PAUSE, Habit, habit

STEP = timedelta(minutes=5)
"""Looked at so often, in the news' own time."""
WATCHED = ("entity", "topic", "source", "origin")
"""Kinds of which something can rise."""


class Talker(NamedTuple):
    """A source, its first item, and the minute of its last one."""

    id: str
    name: str
    first: datetime
    last: datetime


class Facts(Protocol):
    """What was counted. Minutes and hours go by their first instants, ``begin`` is one, and ``end`` is left out."""

    def articles(self, begin: datetime, end: datetime) -> int:
        """Original articles in these minutes."""
        ...

    def recent(self, begin: datetime, end: datetime, least: int) -> Mapping[Thing, Count]:
        """What has at least ``least`` originals in these minutes, of the kinds that are watched."""
        ...

    def hourly_articles(self, begin: datetime, end: datetime) -> Mapping[datetime, int]:
        """Original articles by hour."""
        ...

    def hourly(
        self, things: Collection[Thing], begin: datetime, end: datetime
    ) -> Mapping[Thing, Mapping[datetime, int]]:
        """Originals of each of ``things`` by hour."""
        ...

    def talkers(self, now: datetime) -> Sequence[Talker]:
        """Every source that had an item of the last four weeks before ``now``, as it was known then."""
        ...

    def minutes(self, source: str, begin: datetime, end: datetime) -> Sequence[tuple[datetime, int]]:
        """Minutes in which a source delivered, in order, each with its items."""
        ...


@dataclass(slots=True)
class Said:
    """What was told and still holds, so that it is told once."""

    rising: set[Thing] = field(default_factory=set)
    silent: dict[str, SourceSilence] = field(default_factory=dict)


class News(NamedTuple):
    """What is new at a moment."""

    rising: list[Rising]
    over: list[Thing]
    """Bursts that ended."""
    silences: list[SourceSilence]


class Watch:
    """Holds each source's habit for an hour, since it takes four weeks of minutes to know one."""

    def __init__(self) -> None:
        self._habits: dict[str, Habit | None] = {}
        self._learned: datetime | None = None

    def look(self, now: datetime, facts: Facts, said: Said) -> News:
        """What is new at ``now``; ``said`` is brought up to date."""
        silences = self._silences(now, facts, said)
        return News(*rising(now, facts, said), silences)

    def habit(self, talker: Talker, now: datetime, facts: Facts) -> Habit | None:
        """The habit of a source up to the last whole hour."""
        hour = begin(now, "hour")
        if self._learned != hour:
            self._learned, self._habits = hour, {}
        if talker.id not in self._habits:
            since = max(begin(talker.first, "hour"), hour - HISTORY)
            self._habits[talker.id] = habit(facts.minutes(talker.id, since, hour), since, hour)
        return self._habits[talker.id]

    def _silences(self, now: datetime, facts: Facts, said: Said) -> list[SourceSilence]:
        found = []
        for talker in facts.talkers(now):
            told = said.silent.get(talker.id)
            if told is not None and talker.last > told.last_item_at:
                del said.silent[talker.id]
                again = {"silent": False, "at": max(now, talker.last), "last_item_at": talker.last}
                found.append(told.model_copy(update=again))
            elif told is None and (silence := self._silence(talker, now, facts)):
                said.silent[talker.id] = silence
                found.append(silence)
        return found

    def _silence(self, talker: Talker, now: datetime, facts: Facts) -> SourceSilence | None:
        if now - talker.last < LEAST_PAUSE:
            return None
        known = self.habit(talker, now, facts)
        if known is None or not known.silent(talker.last, now):
            return None
        return SourceSilence(
            source=SourceRef(id=talker.id, name=talker.name),
            silent=True,
            at=now,
            last_item_at=talker.last,
            expected=round(known.expected(talker.last, now), 2),
            allowed=round(known.allowed, 2),
        )


def rising(now: datetime, facts: Facts, said: Said) -> tuple[list[Rising], list[Thing]]:
    """What began to rise, and what no longer does; ``said`` is brought up to date."""
    begun, over = [], []
    for thing, count, found in standing(now, facts, said.rising):
        if found.rises and thing not in said.rising:
            said.rising.add(thing)
            begun.append(_told(thing, now, count, found.expected, found.score))
        elif thing in said.rising and not found.goes_on:
            said.rising.remove(thing)
            over.append(thing)
    return begun, over


def standing(now: datetime, facts: Facts, also: Collection[Thing] = ()) -> list[tuple[Thing, Count, bursts.Burst]]:
    """Everything above the floor, and ``also``, against its own past; nothing while the store is too young."""
    end = begin(now, "minute")
    start = end - bursts.WINDOW
    past = (begin(start, "hour") - bursts.PAST, begin(start, "hour"))
    hours = facts.hourly_articles(*past)
    if not hours or past[1] - min(hours) < bursts.LEAST_PAST:
        return []
    recent = facts.recent(start, end, bursts.LEAST_ORIGINALS // 2)
    asked = {thing for thing, count in recent.items() if count.originals >= bursts.LEAST_ORIGINALS} | set(also)
    known = facts.hourly(asked, *past)
    whole = facts.articles(start, end)
    nothing = Count(0, 0)
    return [
        (thing, count, burst(Share(count.originals, whole), known.get(thing, {}), hours, end))
        for thing in sorted(asked)
        for count in (recent.get(thing, nothing),)
    ]


def _told(thing: Thing, now: datetime, count: Count, expected: float, score: float) -> Rising:
    end = begin(now, "minute")
    return Rising(
        kind=thing.kind,
        name=thing.name,
        start=end - bursts.WINDOW,
        at=end,
        originals=count.originals,
        copies=count.copies,
        expected=round(expected, 3),
        score=round(score, 1),
    )
