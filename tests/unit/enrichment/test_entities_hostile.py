import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.enrichment.entity_marks import annotators, draft_of
from wireroom_core.models import Annotation

LANGUAGES = ("fr", "en", "nl", "de", "es", "ar", "und")


def check(text: str, found: tuple[Annotation, ...]) -> None:
    for annotation in found:
        assert annotation.start is not None
        assert annotation.end is not None
        assert text[annotation.start : annotation.end] == annotation.text


def found_in(text: str, language: str) -> tuple[Annotation, ...]:
    return annotators()[1].annotate(draft_of(text, language)).annotations


PIECES = st.sampled_from(
    [
        "Julien Castagnou", "M. ", "Dr. ", "(ONU)", " (", ")", "l'", "d’", "ministère de la ", "Ministry of ",
        "le président ", "Paris", "à ", "in ", " de ", ", ", ". ", "\n\n", "\n", "« ", " »", "“", "„", "É", "İ", "ß",
        "\ud83d", "مرحبا ", "東京",
        "'s ", "-", "43 ans", "Cup ", "Lake ", "Straße ", "A.B.C. ", "\u202e", "e\u0301", "von der ", "EI", " et des ",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LANGUAGES), st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_spans_inside_it(language: str, text: str) -> None:
    check(text, found_in(text, language))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(st.characters(), max_size=60))
def test_any_unicode_gives_spans_inside_it(language: str, text: str) -> None:
    check(text, found_in(text, language))


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize(
    "unit",
    ["Paris ", "« ", "l'", "A.", "de la ", "Jean ", "(ONU) ", "ABC (", "Ministère de ", "Cup ", "Xx, ", "x", "\n"],
)
def test_monsters_pass(language: str, unit: str) -> None:
    text = unit * (6_000 // len(unit))
    check(text, found_in(text, language))
