from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wireroom_core.models import Article
from wireroom_enrichment.agencies import Agencies
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.lead import LONGEST, Lead, quotation_open
from wireroom_enrichment.sentences import Sentences

SENTENCES, AGENCIES, LEAD = Sentences(), Agencies(), Lead()
Make = Callable[..., Article]
FILL = "The second paragraph says who had asked for it, and when it was that the council gave way to them at last."


def summary(article: Article, language: str = "en") -> str | None:
    draft = AGENCIES.annotate(SENTENCES.annotate(replace(Draft.of(article), language=language)))
    return LEAD.annotate(draft).summary


@pytest.mark.parametrize(
    "before",
    [
        "",
        "BAMAKO, 12 nov. 2026 (AFP) - ",
        "Foix (France), 21 juil. 2025 (AFP) - ",
        "GAND 29/12 (BELGA) = ",
        "Trier (dpa/lrs) - ",
        "Lausanne (ats) ",
        "LONDON, May 14 (Reuters) - ",
        "Sevilla, 4 oct (EFE).- ",
        "MOSCOW, November 12. /TASS/. ",
        "PARIS, 12 novembre – ",
        "By Ada Moor, PA\n\n",
        "By ADA MOOR\nAssociated Press\n\nATLANTA (AP) — ",
        "Par Ada MOOR\n\nFoix (Ariège), 19 août 2026 (AFP) - ",
        "Von Ada Moor\n\n",
        "The bridge of sighs\n\n",
        "\n \n",
    ],
)
def test_what_stands_before_the_first_sentence_is_left_out(before: str, article: Make) -> None:
    text = f"{before}The bridge of Moor opened on Monday.\n\n{FILL}"
    assert summary(article(text, title="The bridge of sighs")) == "The bridge of Moor opened on Monday."


def test_a_title_that_is_repeated_is_left_out_though_it_ends_like_a_sentence(article: Make) -> None:
    text = "Is the bridge open?\n\nThe bridge of Moor opened on Monday."
    assert summary(article(text, title="Is the bridge open?")) == "The bridge of Moor opened on Monday."


def test_whole_sentences_of_the_first_paragraph_are_taken_up_to_300_characters(article: Make) -> None:
    sentence = "The old bridge of Moor opened again on Monday after two long years of repairs and quarrels."
    text = f"{' '.join([sentence] * 5)}\n\n{FILL}"
    assert summary(article(text)) == " ".join([sentence] * 3)
    assert summary(article(f"{sentence}\n\n{FILL}")) == sentence


def test_one_long_sentence_stays_whole_and_an_endless_one_is_shortened(article: Make) -> None:
    long = f"The bridge opened{' and closed' * 30}."
    assert summary(article(f"{long} {FILL}")) == long
    cut = summary(article("The bridge opened and closed " * 10_000))
    assert cut is not None
    assert len(cut) <= 300
    assert cut.endswith("…")
    assert summary(article("x" * 100_000)) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Le pont tient. Nous passons », dit-elle. Fin.", "« Le pont tient. Nous passons », dit-elle. Fin."),
        ("de", "„Sie hält. Wir gehen“, sagte er. Ende.", "„Sie hält. Wir gehen“, sagte er. Ende."),
        ("en", f"The mayor spoke. “It holds. {'We go on. ' * 60}", "The mayor spoke."),
        ("en", f"“It holds. {'We go on. ' * 60}", None),
        ("nl", "Het is ‘s avonds open. Klaar.", "Het is ‘s avonds open. Klaar."),
    ],
)
def test_a_quotation_is_never_cut_in_two(language: str, text: str, expected: str | None, article: Make) -> None:
    assert summary(article(text), language) == expected


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("« Oui »", False),
        ("« Oui", True),
        ("»Ja«", False),
        ("»Ja", True),
        ("„Ja“ und „nein", True),
        ("“Yes, ‘so’ it is”", False),
        ('He said "yes', True),
        ('He said "yes".', False),
        ("‚So‘ ist es", False),
        ("the players’ bus, it’s late", False),
        ("‘It is’, he says, ‘late", True),
    ],
)
def test_open_quotations_are_seen(text: str, unclosed: bool) -> None:
    assert quotation_open(text) is unclosed


def test_a_trailer_does_not_belong_to_the_lead(article: Make) -> None:
    assert (
        summary(article("El puente abre el martes a las nueve. EFE"), "es") == "El puente abre el martes a las nueve."
    )


def test_a_page_that_asks_for_consent_has_no_lead(article: Make) -> None:
    assert summary(article("We use cookies on this page. Do you agree?", text_quality="consent")) is None


@pytest.mark.parametrize("text", ["“" * 1_000, "\n " * 1_000, "(" * 1_000, "« " * 1_000 + "x.", "。" * 1_000])
def test_monsters_pass(text: str, article: Make) -> None:
    draft = Draft.of(article(text))
    made = LEAD.annotate(replace(draft, sentences=((0, len(text)),))).summary
    assert made is None or len(made) <= LONGEST


PIECES = st.sampled_from(
    ["Ab c. ", "« ", " »", '"', "“", "”", "\n", "\n\n", "PARIS (AFP) - ", "By X\n", "x" * 99, "\u202e", "é"]
)


@settings(max_examples=50)
@given(text=st.lists(PIECES, min_size=1, max_size=20).map("".join))
@example(text="Ab c. " + "x" * 198 + "« " + "x" * 400)
def test_any_text_has_a_short_lead_with_closed_quotations_or_none(text: str, article: Make) -> None:
    made = summary(article(text))
    assert made is None or (0 < len(made) <= LONGEST and not quotation_open(made))
