"""What a thing's hours look like, as text and drawn."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

from wireroom_cli import trendsvg
from wireroom_cli.sparklines import Curve, curve, sparkline

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def hour(back: int) -> datetime:
    return NOW.replace(minute=0) - back * HOUR


def test_a_bar_stands_for_each_value_and_nothing_is_no_bar() -> None:
    assert sparkline([0, 1, 4, 8], 8) == " ▂▅█"


def test_the_last_hour_is_the_one_that_is_not_over() -> None:
    made = curve({hour(0): 5, hour(23): 2, hour(24): 9}, NOW, hour(24))
    assert (made.hours[-1], made.hours[0], sum(made.hours)) == (5, 2, 7)
    assert (made.begin, made.end) == (hour(23), hour(-1))


def test_the_days_before_are_averaged_as_far_back_as_anything_is_known() -> None:
    hours = {hour(24): 6, hour(48): 3}
    assert curve(hours, NOW, NOW - 30 * DAY).usual[-1] == 1.5
    assert curve(hours, NOW, hour(48)).usual[-1] == 4.5
    assert curve(hours, NOW, NOW).usual[-1] == 0


def row(**changes: Any) -> dict[str, Any]:
    made = Curve(hour(23), tuple(range(24)), (1.0,) * 24)
    told = {"label": "Valmeuse", "rose_at": hour(3), "goes_on": True, "originals": 20, "expected": 1.0}
    return {"curve": made, **told, **changes}


def test_the_drawing_is_sound_whatever_the_names_hold() -> None:
    root = ET.fromstring(trendsvg.drawn([row(label='<b> & "c" ' + "x" * 80), row(rose_at=None), row(), row()], NOW))
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any(text.startswith('<b> & "c" xx') and text.endswith("…") and len(text) == 34 for text in texts)
    assert len([element for element in root.iter() if element.get("class") == "rose"]) == 3
    assert float(root.get("width", 0)) < 1_000


def test_a_drawing_of_nothing_says_so() -> None:
    assert "Nothing to draw." in trendsvg.drawn([], NOW)


def test_what_rose_before_the_day_that_is_drawn_has_no_mark() -> None:
    assert 'class="rose"' not in trendsvg.drawn([row(rose_at=hour(40))], NOW)
