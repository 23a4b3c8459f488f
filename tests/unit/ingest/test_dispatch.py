import pytest

from wireroom_core.errors import PoisonError
from wireroom_ingest.formats import dispatch
from wireroom_ingest.formats.item import Item

BODY = "Le pont de Sart-le-Fond a rouvert jeudi, a indiqué à Belga l’échevine Odile Quertin.\n\nIl pèse 12.000 tonnes."


def test_header_body_and_trailer() -> None:
    assert dispatch.parse(f" date 2019-01 {BODY}\n\nsource: Belga", named_text=False) == Item(
        format="dispatch",
        header="date 2019-01",
        text=BODY,
        trailer="source: Belga",
        published="2019-01",
        source="Belga",
    )


@pytest.mark.parametrize("date", ["2019", "2019-01", "2019-01-31", "2019-99"])
def test_the_date_is_kept_as_it_is_written(date: str) -> None:
    item = dispatch.parse(f"date {date}\n{BODY}", named_text=False)
    assert (item.header, item.published, item.text, item.trailer) == (f"date {date}", date, BODY, None)


@pytest.mark.parametrize(
    "start", ["date 2019-1 ", "date 201 ", "date 2019-01-311 ", "date2019 ", "date 2019-01T10:00 "]
)
def test_what_only_looks_like_a_header_is_text(start: str) -> None:
    item = dispatch.parse(f"{start}{BODY}\nsource: AFP", named_text=False)
    assert (item.header, item.published) == (None, None)
    assert item.text == start + BODY


def test_a_trailer_stands_on_the_last_line_alone() -> None:
    item = dispatch.parse(f"source: AFP\n{BODY}\nSource : Le Soir d’Ardenne \n\n", named_text=False)
    assert item.text == f"source: AFP\n{BODY}"
    assert (item.trailer, item.source) == ("Source : Le Soir d’Ardenne", "Le Soir d’Ardenne")


def test_a_trailer_without_a_name_is_text() -> None:
    assert dispatch.parse(f"{BODY}\nsource:", named_text=True).text == f"{BODY}\nsource:"


def test_a_text_file_needs_neither() -> None:
    assert dispatch.parse(f"\n {BODY} \n", named_text=True) == Item(format="dispatch", text=BODY)


def test_other_text_is_of_no_known_format() -> None:
    with pytest.raises(PoisonError, match=r"^unknown format: text without the header or the trailer of a dispatch$"):
        dispatch.parse(BODY, named_text=False)


@pytest.mark.parametrize("text", ["date 2022-08-01 \n\nsource: Belga", "date 2022-08-01", "source: Belga", "\n"])
def test_a_dispatch_needs_a_text(text: str) -> None:
    with pytest.raises(PoisonError, match=r"^a dispatch without text$"):
        dispatch.parse(text, named_text=True)
