"""The annotators on texts that are made to break them or to cost much: the whole stack, as the factory builds it."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope, Refused
from wireroom_core.models import Annotation, Article, EnrichedArticle, Place, SourceRef
from wireroom_core.models.article import MAX_TEXT_BYTES
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.factory import build
from wireroom_enrichment.stage import EnrichmentStage
from wireroom_enrichment.words import encodable

CLOCK = SystemClock()
LANGUAGES = ("fr", "en", "nl", "de", "es", "und")
EDGE = 10_000
"""Characters of a monster that is read in every language; the whole of it is read in one."""


def filled(piece: str) -> str:
    """``piece`` over and over, as often as a text may hold it."""
    return piece * (MAX_TEXT_BYTES // len(piece.encode("utf-8", "surrogatepass")))


MONSTERS = {
    "letters": filled("x"),
    "words": filled("Paul de Moor "),
    "lower case": filled("selon la "),
    "capitals": filled("AFP "),
    "one endless line": filled("Le pont, dit-elle, est ouvert depuis lundi à 12 h "),
    "sentences": filled("He said it. "),
    "lines": filled("a\n"),
    "empty lines": filled("\n \n"),
    "spaces": filled(" \u00a0"),
    "digits": filled("7"),
    "numbers": filled("1.000,5 "),
    "amounts": filled("12 million € "),
    "weekdays": filled("lundi "),
    "dates": filled("3/4/2026 12:30 "),
    "straight quotation marks": '"' * 100_000,
    "closed quotations": "« a » " * 100_000,
    "quotations that never close": "« dit Ada " * 50_000,
    "quotations that never open": "a’ b” c» " * 50_000,
    "quotations in one another": "„«“‘" * 40_000 + "’”»" * 40_000,
    "apostrophes": filled("l'"),
    "opening brackets": filled("("),
    "brackets": filled("(AFP/)["),
    "datelines": filled("PARIS (AFP) - "),
    "trailers": filled("\n\nabc/AFP/def"),
    "by-lines": filled("\nBy Ada Moor, "),
    "dashes": filled("a-"),
    "dots": filled("."),
    "right to left": filled("قال «الجسر» \u202e"),
    "no spaces": filled("今天下雨。我们走吧"),
    "emoji": filled("👩\u200d👧🇧🇪"),
    "combining marks": filled("e\u0301\u0323\u0308"),
    "one letter with all the marks": "e" + filled("\u0301")[:-1],
    "lone surrogates": filled("\ud83d selon \udc00"),
    "zeros": filled("\x00a"),
    "wrongly decoded": filled("Ã©â€™"),
    "letters that grow": filled("İßﬁ "),
    "soft hyphens": filled("a\u00ad"),
    "tags": filled("<b>&amp;"),
    "every character": "".join(map(chr, (*range(0xD800), *range(0xE000, 0x30000)))),
}


def article(text: str, title: str = "A title") -> Article:
    """``title`` without lone surrogates: no article has them in it."""
    return Article(
        delivery_id="d",
        article_id="a",
        content_hash="c",
        trace_id="t",
        source=SourceRef(id="wire", name="The Wire"),
        title=encodable(title),
        text=text,
        received_at=CLOCK.now(),
        format="text",
    )


@cache
def stage() -> EnrichmentStage:
    return build(CLOCK)


def check(one: Annotation, text: str) -> None:
    """Raises AssertionError where ``one`` says of ``text`` what is not there."""
    if one.start is None or one.end is None:
        return
    assert 0 <= one.start < one.end <= len(text)
    if one.kind != "sentence":
        assert text[one.start : one.end] == one.text
    if one.kind == "quotation":
        assert all(one.start <= start < end <= one.end for start, end in one.parts)


def read(made: Article, language: str) -> Draft:
    """``made`` after all annotators, who take it to be in ``language``."""
    draft = Draft.of(made)
    for annotator in stage()._annotators:
        draft = annotator.annotate(draft)
        if annotator.name == "language":
            draft = replace(draft, language=language)
    for one in draft.annotations:
        check(one, draft.text)
    ends = [0, *(place for span in draft.sentences for place in span), len(draft.text)]
    assert ends == sorted(ends)
    assert all(phrase in draft.text for phrase in draft.key_phrases)
    return draft


@pytest.mark.parametrize("name", MONSTERS)
def test_the_stage_takes_monsters(name: str) -> None:
    (outcome,) = stage().process([Envelope(article(MONSTERS[name]), b"", CLOCK.now(), Place())])
    if isinstance(outcome, Refused):
        assert "bytes" in outcome.reason
        return
    (message,) = outcome
    assert isinstance(message, EnrichedArticle)
    for one in message.annotations:
        check(one, message.text)


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_are_read_in_every_language(name: str) -> None:
    for language in LANGUAGES:
        read(article(MONSTERS[name][:EDGE], title=MONSTERS[name][: EDGE // 2]), language)


PIECES = st.sampled_from(
    [
        *(
            "AFP",
            "dpa",
            "Belga",
            "(",
            ")",
            "/",
            " - ",
            "\n",
            "\n\n",
            ". ",
            " ",
            "« ",
            " »",
            '"',
            "“",
            "”",
            "’",
            "‘",
            "’s",
        ),
        *("told ", "à l'", "selon ", "By ", "dit ", "sagte ", "zegt ", "dijo ", "Ada Moor", "De ", "van der ", "M. "),
        *(
            "lundi",
            "Monday",
            "12",
            "1.000",
            "mai",
            "2026",
            "vers ",
            "about ",
            "mille",
            "€",
            "%",
            "km",
            "h",
            "il y a ",
            "3/4",
        ),
        *(
            "\ud83d",
            "\udc00",
            "\u202e",
            "\u200d",
            "\x00",
            "\u0301",
            "İ",
            "ß",
            "ﬁ",
            "٣",
            "中",
            "😀",
            "Ã©",
            "â€™",
            "\u00ad",
        ),
        *("x" * 200, "\u00a0", "\r", "\u2028", "<p>", "&amp;", "…", "_", "-"),
    ]
)


@settings(max_examples=60)
@given(
    text=st.lists(PIECES, min_size=1, max_size=60).map("".join) | st.text(min_size=1, max_size=200),
    title=st.lists(PIECES, max_size=5).map("".join),
    language=st.sampled_from(LANGUAGES),
)
def test_any_text_is_read(text: str, title: str, language: str) -> None:
    read(article(text, title=title), language)
