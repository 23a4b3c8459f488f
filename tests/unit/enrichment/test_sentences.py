from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wireroom_core.models import Article
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.sentences import LONGEST_PIECE, Sentences, not_an_end, sentence_spans


def split(language: str, text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language, not_an_end(language))]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "fr",
            [
                "M. Dupont a vu Mme. Lenoir, M.\xa0Petit et le Dr. Roux.",
                "« Il pleut. Nous partons », dit-elle.",
                "Fin.",
            ],
        ),
        ("fr", ["É. Marin et Mgr. Paul sont nés avant l’an 50 av. J.-C.", "Ils rient."]),
        ("fr", ["Il a ajouté : « Non. »", "Elle aussi."]),
        ("fr", ["Nous partons. »", "Puis il sort. Il dit : « Oui. »"]),
        ("en", ["The U.S. Senate met Dr. Fox at 5 p.m. on Monday.", "“It rains. We go,” she said.", "Mr. Low left."]),
        ("de", ["Die 3. Liga begann z.B. am 5. Mai.", "Er wurde 42.", "„Es regnet. Wir gehen“, sagte Dr. Kurz."]),
        ("nl", ["Dhr. Jansen en mevr. Smit kochten bijv. appels.", "‘Kom. Nu’, zei hij.", "Einde."]),
        ("es", ["El Sr. Ruiz y la Sra. Paz vieron a Dña. Ana.", "«Ven. Ya», dijo.", "¿Sí?", "¡No!"]),
        ("und", ["One here.", "É. Two there."]),
    ],
)
def test_abbreviations_and_quotations_do_not_end_a_sentence(language: str, sentences: list[str]) -> None:
    assert split(language, " ".join(sentences)) == sentences


def test_sentences_of_scripts_without_spaces() -> None:
    assert split("zh", "今天下雨。我们走吧！好的。") == ["今天下雨。", "我们走吧！", "好的。"]


def test_a_paragraph_ends_a_sentence_and_a_line_does_not() -> None:
    assert split("en", "A headline\n \nOne line\nand the next. Last") == [
        "A headline",
        "One line\nand the next.",
        "Last",
    ]


def test_an_opening_mark_stays_with_what_it_opens() -> None:
    assert split("en", 'It "rains. Next one. "Stop" she said. End.')[1:3] == ["Next one.", '"Stop" she said.']


def test_a_long_piece_is_cut_at_a_space() -> None:
    text = "« word " * 5_000
    spans = list(sentence_spans(text, "fr", not_an_end("fr")))
    assert [(start, end) for start, end in spans] == [(0, 19_998), (19_999, 34_999)]
    assert all(end - start <= LONGEST_PIECE for start, end in spans)


TEXTS = st.lists(
    st.sampled_from(
        [
            *'abAM.!?…«»"“”’()-1 \n\t😀𝒳éÉ',
            "\n\n",
            "\xa0",
            "\u202f",
            "\u2029",
            "\u3000",
            "。",
            "M. ",
            "J.-C. ",
            "die 3. ",
            " ",
        ]
    ),
    max_size=50,
).map("".join)


@given(TEXTS, st.sampled_from(["fr", "en", "nl", "de", "es", "zh", "und"]))
@example("A\u2029. M. 2 Aa  \xa0]", "fr")  # sentencex 1.0.32 panics on it as it is
def test_spans_cover_all_but_white_space_in_order(text: str, language: str) -> None:
    at = 0
    for start, end in sentence_spans(text, language, not_an_end(language)):
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip() != ""
        at = end
    assert text[at:].strip() == ""


def test_sentences_are_kept_as_spans_and_annotations(article: Callable[..., Article]) -> None:
    draft = Sentences().annotate(Draft.of(article("Un 𝒳 😀 fou. Deux.")))
    assert draft.sentences == ((0, 11), (12, 17))
    assert [annotation.model_dump() for annotation in draft.annotations] == [
        {
            "kind": "sentence",
            "start": start,
            "end": end,
            "text": text,
            "confidence": 1.0,
            "annotator": "sentences",
            "version": 1,
        }
        for start, end, text in ((0, 11, "Un 𝒳 😀 fou."), (12, 17, "Deux."))
    ]


def test_lone_surrogates_stand_in_sentences_like_other_characters() -> None:
    text = "Un \ud800 texte. Un autre \udfff."
    assert [text[start:end] for start, end in sentence_spans(text, "fr", not_an_end("fr"))] == [
        "Un \ud800 texte.",
        "Un autre \udfff.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voici Mlles. Adam et Bo.", ["Voici Mlles. Adam et Bo."]),
        ("Voici les Camilles. Adam dort.", ["Voici les Camilles.", "Adam dort."]),
        ("Il dort à Meme. Adam dort.", ["Il dort à Meme.", "Adam dort."]),
    ],
)
def test_a_longer_word_that_ends_like_an_abbreviation_ends_its_sentence(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, "fr", not_an_end("fr"))] == expected
