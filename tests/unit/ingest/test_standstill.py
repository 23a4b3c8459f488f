from pathlib import Path

from wireroom_ingest.inbox.standstill import Signature, Standstill

A, B = Path("a"), Path("b")
ONE = Signature(1, 10, 5)


def test_a_file_settles_after_two_seconds_without_a_change() -> None:
    standstill = Standstill()
    assert [standstill.settled({A: ONE}, at) for at in (7.0, 8.9, 9.0)] == [[], [], [A]]


def test_each_change_begins_the_time_anew() -> None:
    for changed in (Signature(2, 10, 5), Signature(1, 11, 5), Signature(1, 10, 6)):
        standstill = Standstill()
        found = [standstill.settled({A: seen}, at) for seen, at in ((ONE, 0), (changed, 1), (changed, 2.5))]
        assert found == [[], [], []]
        assert standstill.settled({A: changed, B: ONE}, 3) == [A]


def test_a_file_that_was_away_begins_anew() -> None:
    standstill = Standstill()
    assert [standstill.settled(there, at) for there, at in (({A: ONE}, 0), ({}, 1), ({A: ONE}, 2))] == [[], [], []]
