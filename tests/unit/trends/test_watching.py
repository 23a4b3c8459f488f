"""What is said, once, over a run of news; and what the window holds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tests.events import stored
from wireroom_core.models import Rising, SourceSilence, StoredEvent
from wireroom_trends.watching import STEP, Said, Watch
from wireroom_trends.window import Window

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def run(events: list[StoredEvent], until: datetime) -> list[Rising | SourceSilence]:
    window, watch, said = Window(), Watch(), Said()
    heard: list[Rising | SourceSilence] = []
    at, rest = MONDAY, sorted(events, key=lambda event: event.received_at or until, reverse=True)
    while at < until:
        at += STEP
        while rest and (rest[-1].received_at or until) < at:
            window.add([rest.pop()])
        window.forget(at)
        news = watch.look(at, window, said)
        heard += [*news.silences, *news.rising]
    return heard


def steady(days: float, every: int = 10, name: str = "place:mons") -> list[StoredEvent]:
    """An article every so many minutes, around the clock."""
    moments = [MONDAY + timedelta(minutes=n * every) for n in range(int(days * 24 * 60 / every))]
    return [stored(n, received_at=at, entity_ids=(name,)) for n, at in enumerate(moments)]


def flood(begin: datetime, count: int, **changes: object) -> Iterator[StoredEvent]:
    for n in range(count):
        fields = {"entity_ids": ("place:valmeuse",), "source": {"id": f"s{n}", "name": f"S{n}"}, **changes}
        yield stored(10_000 + n, received_at=begin + timedelta(minutes=n), **fields)


def test_a_burst_is_said_once_while_it_lasts_and_again_when_it_comes_again() -> None:
    first, second = MONDAY + 2 * DAY, MONDAY + 2.5 * DAY
    heard = run([*steady(3), *flood(first, 40), *flood(second, 40)], MONDAY + 3 * DAY)
    assert [(each.name, first < each.at < first + HOUR) for each in heard if isinstance(each, Rising)] == [
        ("place:valmeuse", True),
        ("place:valmeuse", False),
    ]


def test_copies_alone_are_no_burst() -> None:
    assert run([*steady(3), *flood(MONDAY + 2 * DAY, 40, verdict="syndicated")], MONDAY + 3 * DAY) == []


def test_withheld_items_make_no_burst() -> None:
    assert run([*steady(3), *flood(MONDAY + 2 * DAY, 40, status="withheld")], MONDAY + 3 * DAY) == []


def test_a_store_of_less_than_a_day_says_nothing() -> None:
    assert run([*steady(1), *flood(MONDAY + 0.5 * DAY, 40)], MONDAY + DAY) == []


def test_a_silence_is_said_once_and_once_more_when_the_source_talks_again() -> None:
    begin, end = MONDAY + 3 * DAY, MONDAY + 3.5 * DAY
    kept = [event for event in steady(4) if event.received_at and not begin <= event.received_at < end]
    heard = run(kept, MONDAY + 4 * DAY)
    assert all(isinstance(each, SourceSilence) for each in heard)
    silent, again = [each for each in heard if isinstance(each, SourceSilence)]
    assert (silent.source.id, silent.silent, silent.last_item_at) == ("belga", True, begin - timedelta(minutes=10))
    assert begin + 2 * HOUR < silent.at < begin + 4 * HOUR
    assert (again.silent, again.last_item_at) == (False, end)


def test_a_source_that_delivers_withheld_items_alone_is_not_silent() -> None:
    news = steady(3) + [
        stored(9_000 + n, received_at=MONDAY + 3 * DAY + n * timedelta(minutes=10), status="withheld")
        for n in range(144)
    ]
    assert run(news, MONDAY + 4 * DAY) == []


def test_the_window_holds_no_name_for_longer_than_it_is_wide() -> None:
    window = Window()
    sizes = []
    for day in range(50):
        at = MONDAY + day * DAY
        window.add(
            stored(n, received_at=at + n * timedelta(minutes=28), entity_ids=(f"person:{day}-{n}",)) for n in range(50)
        )
        window.forget(at + DAY)
        sizes.append(window.size)
    assert max(sizes) == max(sizes[25:35])
    window.forget(MONDAY + 200 * DAY)
    assert window.size == 0
    assert window.talkers(MONDAY + 200 * DAY) == []
