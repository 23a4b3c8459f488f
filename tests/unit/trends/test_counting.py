"""What counts, for what, and in which bucket."""

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.events import stored
from tests.fakes import BEGIN
from wireroom_core.models import StoredEvent
from wireroom_trends.counting import Cell, Count, begin, rolled, tally


def test_a_stored_article_counts_once_for_each_thing_that_it_names() -> None:
    event = stored(1, entity_ids=("place:valmeuse", "person:osei"), topics=("11", "11"), origin="AFP")
    assert {(cell.kind, cell.name): count for cell, count in tally([event]).items()} == {
        ("entity", "place:valmeuse"): Count(1, 0),
        ("entity", "person:osei"): Count(1, 0),
        ("topic", "11"): Count(1, 0),
        ("source", "belga"): Count(1, 0),
        ("origin", "AFP"): Count(1, 0),
        ("verdict", "original"): Count(1, 0),
    }


def test_copies_are_counted_apart_and_a_template_sibling_is_none() -> None:
    verdicts = [
        "original",
        "template_sibling",
        "syndicated",
        "near_copy",
        "excerpt_of",
        "contains",
        "redelivery",
        "revision",
    ]
    found = tally([stored(n, verdict=verdict) for n, verdict in enumerate(verdicts)])
    assert found[Cell(BEGIN, "source", "belga")] == Count(2, 6)


def test_a_withheld_item_is_not_counted_and_one_that_was_canceled_is() -> None:
    assert tally([stored(1, status="withheld")]) == {}
    assert tally([stored(1, status="canceled")])[Cell(BEGIN, "verdict", "original")] == Count(1, 0)


def test_only_what_was_stored_counts() -> None:
    others: list[Any] = ["current", "killed", "released", "merged"]
    assert tally([stored(n, what=what) for n, what in enumerate(others)]) == {}


def test_an_item_falls_into_the_minute_hour_and_day_in_which_it_was_received() -> None:
    at = BEGIN + timedelta(hours=3, minutes=7, seconds=59.999)
    assert begin(at, "minute") == BEGIN + timedelta(hours=3, minutes=7)
    assert begin(at, "hour") == BEGIN + timedelta(hours=3)
    assert begin(at, "day") == BEGIN.replace(hour=0)


@given(st.lists(st.tuples(st.integers(0, 200_000), st.booleans()), max_size=40), st.integers(0, 40))
def test_however_news_is_cut_into_batches_the_counts_are_the_same_at_every_width(
    items: list[tuple[int, bool]], cut: int
) -> None:
    events = [
        stored(n, received_at=BEGIN + timedelta(seconds=second), verdict="syndicated" if copy else "original")
        for n, (second, copy) in enumerate(items)
    ]
    for width in ("minute", "hour", "day"):
        whole = rolled(tally(events), width)
        assert whole == _added(rolled(tally(events[:cut]), width), rolled(tally(events[cut:]), width))
        sources = [count for cell, count in whole.items() if cell.kind == "source"]
        assert sum(sum(count) for count in sources) == len(events)


def _added(one: dict[Cell, Count], other: dict[Cell, Count]) -> dict[Cell, Count]:
    nothing = Count(0, 0)
    return {cell: one.get(cell, nothing).plus(other.get(cell, nothing)) for cell in one | other}


def test_an_event_without_its_source_or_time_is_no_failure() -> None:
    bare = StoredEvent(epoch=1, stream_id=1, what="stored", article_id="a", stored_at=BEGIN)
    assert tally([bare]) == {}
