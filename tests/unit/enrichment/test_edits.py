from hypothesis import given
from hypothesis import strategies as st

from wireroom_core.models import Edit
from wireroom_enrichment.edits import MAX_EDITS, Tracked, edits_of, raw_offset
from wireroom_enrichment.repair import repaired

DAMAGED = st.lists(
    st.sampled_from(
        ["é", "Ã©", "â€™", "a", " ", "\r", "\n", "\x92", "\ufeff", "😀", "d' »un »", "« oui »", "Ã ", "bc"]
    ),
    max_size=40,
).map("".join)


def applied_back(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.raw + text[edit.end :]
    return text


@given(DAMAGED)
def test_edits_lead_back_to_the_ingested_text(raw: str) -> None:
    tracked, _ = repaired(raw)
    edits = edits_of(raw, tracked)
    assert applied_back(tracked.text, edits) == raw
    assert all(raw[edit.raw_start :].startswith(edit.raw) for edit in edits)


@given(DAMAGED)
def test_every_unchanged_character_maps_to_itself(raw: str) -> None:
    tracked, _ = repaired(raw)
    edits = edits_of(raw, tracked)
    for position, place in enumerate(tracked.places):
        if place >= 0:
            assert raw_offset(edits, position) == place
            assert tracked.text[position] == raw[place]


def test_offsets_around_a_replacement_and_a_deletion() -> None:
    raw = "l\ufeffa CafÃ© ici"
    tracked, _ = repaired(raw)
    edits = edits_of(raw, tracked)
    assert tracked.text == "la Café ici"
    assert edits == (Edit(start=1, end=1, raw_start=1, raw="\ufeff"), Edit(start=6, end=7, raw_start=7, raw="Ã©"))
    assert [raw_offset(edits, position) for position in (0, 1, 5, 6, 7, 11)] == [0, 2, 6, 7, 9, 13]


def test_a_sound_text_has_no_edits() -> None:
    assert edits_of("abc", Tracked.of("abc")) == ()
    assert raw_offset((), 2) == 2


def test_too_many_edits_are_joined_and_still_lead_back() -> None:
    raw = "a\x01" * (MAX_EDITS + 1)
    tracked, _ = repaired(raw)
    edits = edits_of(raw, tracked)
    assert len(edits) == (MAX_EDITS + 2) // 2
    assert tracked.text == "a" * (MAX_EDITS + 1)
    assert applied_back(tracked.text, edits) == raw
