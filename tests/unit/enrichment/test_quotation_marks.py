import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_enrichment.quotations.marks import LONGEST, Piece, pieces


def inside(text: str) -> list[object]:
    """The words of each piece; one with others inside as a pair of its words and theirs."""

    def shown(piece: Piece) -> object:
        words = text[piece.start : piece.end]
        return (words, [shown(inner) for inner in piece.inner]) if piece.inner else words

    return [shown(piece) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Il pleut », dit-elle.", ["Il pleut"]),
        ("«Llueve», dijo.", ["Llueve"]),
        ("“It rains,” she said.", ["It rains,"]),
        ("„Es regnet“, sagte sie.", ["Es regnet"]),
        ("„Het regent”, zei ze.", ["Het regent"]),
        ("»Es regnet«, sagte sie, »sehr«.", ["Es regnet", "sehr"]),
        ("”Det regnar”, sade hon. »Ja», sade han.", ["Det regnar", "Ja"]),
        ("‘It rains,’ she said.", ["It rains,"]),
        ("‚Es regnet‘, sagte sie.", ["Es regnet"]),
        ('"It rains," she said.', ["It rains,"]),
        ('" Il pleut ", dit-elle. "Oui".', ["Il pleut", "Oui"]),
        ("'It rains,' she said.", ["It rains,"]),
        ("``It rains,'' she said.", ["It rains,"]),
        ('Il parle d\'"un pas" et d’« une heure ».', ["un pas", "une heure"]),
    ],
)
def test_every_convention_is_read(text: str, expected: list[object]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« A “b c” d »", [("A “b c” d", ["b c"])]),
        ("\"A 'b c.' d\"", [("A 'b c.' d", ["b c."])]),
        ("„A ‚b c‘ d“", [("A ‚b c‘ d", ["b c"])]),
        ("»A ›b c‹ d«", [("A ›b c‹ d", ["b c"])]),
        ("« A « b » c »", [("A « b » c", ["b"])]),
    ],
)
def test_a_quotation_within_another_is_inside_it(text: str, expected: list[object]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It’s the boys’ room,’ he said. The dogs’ food isn’t.", ["It’s the boys’ room,"]),
        ("'It's the boys' room,' he said. The dogs' food isn't.", ["It's the boys' room,"]),
        ("‘Ik ga ’s morgens’, zei hij.", ["Ik ga ’s morgens"]),
        ("Rock 'n' roll in the '90s. 'Yes,' he said.", ["Yes,"]),
        ("L'ami d'hier s'en va, l’autre aussi.", []),
    ],
)
def test_an_apostrophe_is_no_mark(text: str, expected: list[object]) -> None:
    assert inside(text) == expected


def test_a_paragraph_left_open_goes_on_in_the_next_that_begins_with_a_mark() -> None:
    first, second, third = pieces("« Un.\n\n« Deux.\n\n» Trois. » Fin.")
    assert [(piece.reopened, piece.left_open) for piece in (first, second, third)] == [
        (False, True),
        (True, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Perdu.\n\nAutre chose. « Bien fermé », dit-il.", ["Bien fermé"]),
        ('"Lost. More. "Closed," he said.', ["Closed,"]),
        ("Stray » and “lost.\n\n“Closed,” he said.", ["lost.", "Closed,"]),
        ("“" + "x " * LONGEST + "”", []),
        ("“”", []),
    ],
)
def test_a_lost_mark_takes_no_more_than_its_paragraph(text: str, expected: list[object]) -> None:
    assert inside(text) == expected


SIGNS = [*"«»“”„‟\"‹›‚‘’'` a.,B\n", "\n\n", "\ud800", "\u202f", "א"]
MARKS = st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)


@given(MARKS)
@settings(max_examples=150)
def test_pieces_lie_in_the_text_in_order_and_within_one_another(text: str) -> None:
    def check(found: list[Piece], start: int, end: int) -> None:
        for piece in found:
            assert start <= piece.opening <= piece.start < piece.end <= piece.closing <= end
            assert text[piece.start : piece.end] == text[piece.start : piece.end].strip()
            check(piece.inner, piece.start, piece.end)
            start = piece.closing

    check(pieces(text), 0, len(text))
