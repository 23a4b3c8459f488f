import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_ingest import lines
from wireroom_ingest.lines import Line, LongLine, lines_of


def test_lines_count_blank_ones_and_need_no_last_end() -> None:
    assert list(lines_of([b"a\r\n\n  \nb", b"c\n", b"\nd"])) == [Line(1, b"a"), Line(4, b"bc"), Line(6, b"d")]


def test_a_long_line_leaves_its_size_and_its_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 4)
    found = list(lines_of([b"abcd\nab", b"cd", b"e", b"f\nxy\n", b"12345"]))
    assert found == [
        Line(1, b"abcd"),
        LongLine(2, 6, hashlib.sha256(b"abcdef").hexdigest()),
        Line(3, b"xy"),
        LongLine(4, 5, hashlib.sha256(b"12345").hexdigest()),
    ]


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60), st.integers(1, 7))
def test_pieces_of_any_size_give_the_same_lines(body: bytes, size: int) -> None:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    expected = [(number, line.strip()) for number, line in enumerate(body.split(b"\n"), start=1) if line.strip()]
    assert [(line.number, line.body) for line in lines_of(pieces) if isinstance(line, Line)] == expected
