"""``wireroom trends`` and ``wireroom sources``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import typer

from wireroom_cli import trendsvg, trendviews, views
from wireroom_cli.commands.reading import reader
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_cli.sparklines import DAY, DAYS_BEFORE, Curve, curve
from wireroom_core.models import TrendKind
from wireroom_store.connection import Connection, meaning
from wireroom_trends import reading
from wireroom_trends.bursts import WINDOW, Burst
from wireroom_trends.counting import Count, Thing, begin
from wireroom_trends.reading import Standing
from wireroom_trends.watching import standing

MOST_ARTICLES = 20
AFTER = timedelta(hours=6)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; where no thing is, what rises."""

    things: Sequence[tuple[TrendKind, str]]
    since: datetime | None
    limit: int


def trends(settings: CliSettings, asked: Asked, svg: Path | None, *, as_json: bool) -> None:
    """Print what rises, or how the things asked for stand, with the articles behind it; drawn where ``svg`` is."""
    with reader(settings) as connection:
        known = reading.standing(connection, asked.since)
        if known is None:
            views.print_json({"as_of": None, "trends": []}) if as_json else say("Nothing was counted yet.")
            return
        rows = _things(connection, known, asked) if asked.things else _rising(connection, known, asked)
    if svg is not None:
        svg.write_text(trendsvg.drawn(rows, known.now), encoding="utf-8")
        say(f"{len(rows)} drawn: {svg}")
    if as_json:
        views.print_json({"as_of": known.now, "trends": rows})
    elif svg is None:
        trendviews.trends(rows, known.now, rising=not asked.things)


def sources(settings: CliSettings, *, as_json: bool) -> None:
    """Print each source's rate, last item and habit."""
    with reader(settings) as connection:
        known = reading.standing(connection, None, risings=False)
        rows = reading.sources(known) if known else []
    if as_json:
        views.print_json({"as_of": known and known.now, "sources": rows})
    elif known is None:
        say("No source delivered anything yet.")
    else:
        trendviews.sources(rows, known.now)


def _rising(connection: Connection, known: Standing, asked: Asked) -> list[Row]:
    """The latest bursts first; of a thing that rose more than once, the last one."""
    told = {Thing(rise.kind, rise.name): rise for rise in known.risings}
    latest = sorted(told, key=lambda thing: (told[thing].at, told[thing].score), reverse=True)[: asked.limit]
    now = _now(known, latest)
    curves = {thing: _curve(known, thing, told[thing].at) for thing in latest}
    rows = []
    for thing in latest:
        rise = told[thing]
        row = _row(connection, thing, curves[thing], rise.start, rise.at)
        about = {"rose_at": rise.at, "goes_on": now[thing][1].goes_on, "originals": rise.originals}
        rows.append(row | about | {"copies": rise.copies, "expected": rise.expected, "score": rise.score})
    return rows


def _things(connection: Connection, known: Standing, asked: Asked) -> list[Row]:
    """Whatever is asked for, as it stands in the last hour; its articles are those of the last day."""
    called = [reading.named(connection, known, kind, text, asked.limit) for kind, text in asked.things]
    things = list(chain.from_iterable(called))
    now = _now(known, things)
    curves = {thing: _curve(known, thing, known.now) for thing in things}
    rows = []
    for thing in things:
        count, found = now[thing]
        row = _row(connection, thing, curves[thing], asked.since or known.now - DAY, known.now)
        about = {"rose_at": None, "goes_on": found.rises, "originals": count.originals, "copies": count.copies}
        rows.append(row | about | {"expected": round(found.expected, 3), "score": round(found.score, 1)})
    return rows


def _now(known: Standing, things: Sequence[Thing]) -> dict[Thing, tuple[Count, Burst]]:
    """How each stands in the last hour; nothing is expected of a store that is too young to have a past."""
    with meaning():
        found = {thing: (count, burst) for thing, count, burst in standing(known.now, known.facts, things)}
        recent = known.facts.recent(known.now - WINDOW, known.now, 0) if len(found) < len(things) else {}
    nothing = Burst(expected=0.0, score=0.0, rises=False, goes_on=False)
    return {thing: found.get(thing, (recent.get(thing, Count(0, 0)), nothing)) for thing in things}


def _curve(known: Standing, thing: Thing, at: datetime) -> Curve:
    """Its last day; of a burst that is longer ago, the day about it."""
    end = known.now if known.now - at < DAY / 2 else at + AFTER
    since = begin(end - (DAYS_BEFORE + 1) * DAY, "hour")
    with meaning():
        hours = known.facts.hourly([thing], since, end)
        articles = known.facts.hourly_articles(since, end)
    return curve(hours.get(thing, {}), end, min(articles, default=end))


def _row(connection: Connection, thing: Thing, drawn: Curve, start: datetime, end: datetime) -> Row:
    articles = reading.behind(connection, thing, start, end, MOST_ARTICLES)
    label = next((article["label"] for article in articles if article["label"]), thing.name)
    return {"kind": thing.kind, "name": thing.name, "label": label, "curve": drawn, "articles": articles}


def chosen(
    entity: Sequence[str], topic: Sequence[str], source: Sequence[str], since: datetime | None, limit: int
) -> Asked:
    """What the options ask for."""
    given: tuple[tuple[TrendKind, Sequence[str]], ...] = (("entity", entity), ("topic", topic), ("source", source))
    things = [(kind, text) for kind, texts in given for text in texts]
    if any(not text.strip() for _, text in things):
        raise typer.BadParameter("give a name, or a part of one")
    return Asked(things, since, limit)
