from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.models import Article
from wireroom_enrichment.agencies import Agencies
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.keyphrases import MOST, KeyPhrases
from wireroom_enrichment.keyphrases.newswords import VERBS, VERBS_BEFORE
from wireroom_enrichment.sentences import Sentences

SENTENCES, AGENCIES, KEY_PHRASES = Sentences(), Agencies(), KeyPhrases()
Make = Callable[..., Article]


def phrases(article: Article, language: str) -> tuple[str, ...]:
    draft = AGENCIES.annotate(SENTENCES.annotate(replace(Draft.of(article), language=language)))
    return KEY_PHRASES.annotate(draft).key_phrases


@pytest.mark.parametrize(
    ("language", "text", "among", "never"),
    [
        (
            "fr",
            "GAND 29/12 (BELGA) = La passerelle cyclable de Valmeuse rouvrira avant l’été. La passerelle a été "
            "réparée, "
            "a indiqué Paul Sarte à l’agence Belga. La gare de fret fermera. La gare de fret, elle, attend.",
            {"passerelle cyclable de Valmeuse", "Paul Sarte", "gare de fret"},
            {"GAND", "BELGA", "Belga", "rouvrira", "indiqué"},
        ),
        (
            "en",
            "LONDON, May 14 (Reuters) - The power grid of the north was sold on Monday. Nordheim Kapital bought "
            "the power grid, "
            "Ada Moor told Reuters. She said the power grid was old.",
            {"power grid", "Nordheim Kapital", "Ada Moor"},
            {"LONDON", "Reuters", "sold", "Monday", "told"},
        ),
        (
            "nl",
            "DEN HAAG (ANP) - De staking bij het spoor is voorbij. De Vrije Spoorbond noemt de staking een "
            "succes, zegt "
            "Piet Moor.",
            {"staking", "Vrije Spoorbond", "Piet Moor", "spoor"},
            {"DEN HAAG", "ANP", "zegt"},
        ),
        (
            "de",
            "Trier (dpa) - Die Goldmünzen aus dem Moselmuseum sind wieder da. Das Moselmuseum zeigt die Goldmünzen ab "
            "Montag, sagte Direktorin Dora Klamm.",
            {"Goldmünzen", "Moselmuseum", "Direktorin Dora Klamm"},
            {"Trier", "dpa", "Montag", "zeigt", "sagte"},
        ),
        (
            "es",
            "Sevilla, 4 oct (EFE).- La ola de calor deja tres muertos. Otra ola de calor llegará, dijo Ana Moor a EFE.",
            {"ola de calor", "Ana Moor"},
            {"Sevilla", "EFE", "dijo", "llegará"},
        ),
        (
            "pl",
            "Nowy most zostanie otwarty. Jan Kowal widzi: most. To most.",
            {"most", "Jan Kowal"},
            set(),
        ),
    ],
)
def test_what_is_said_often_early_or_is_a_name(
    language: str, text: str, among: set[str], never: set[str], article: Make
) -> None:
    found = set(phrases(article(text, title=""), language))
    assert among <= found
    assert not found & never
    assert all(phrase in text for phrase in found)


def test_the_title_decides_among_what_is_said_once(article: Make) -> None:
    text = "It rained on Monday. There was a bridge, and there was a tunnel, all in the town."
    assert "tunnel" in phrases(article(text, title="A tunnel"), "en")
    assert "tunnel" not in phrases(article(text, title="A bridge"), "en")


def test_of_phrases_that_are_part_of_one_another_one_is_taken(article: Make) -> None:
    text = "Donald Moor spoke. Then President Donald Moor left. Moor came back, and Moor stayed. Donald Moor sleeps."
    found = phrases(article(text, title=""), "en")
    assert sum("Moor" in phrase for phrase in found) == 1


@pytest.mark.parametrize(
    ("language", "text", "among", "never"),
    [
        ("nl", "De ronde is gewonnen door Lotte De Moor. Dat is zo.", {"Lotte De Moor"}, {"Moor"}),
        ("fr", "Le pont tient, dit Ada Le Moor. La Moor est là.", {"Ada Le Moor"}, {"Moor"}),
        ("es", "El puente es del Instituto Naval del Perú. Sí.", {"Instituto Naval del Perú"}, set()),
        ("es", "La ley es del Banco de la Nación. Sí.", {"Banco de la Nación"}, set()),
        ("es", "En el mar resultaron heridas dos hermanas.", set(), {"resultaron heridas", "resultaron"}),
        ("nl", "Op het spoor rijdt weinig. Het spoor is leeg.", {"spoor"}, {"spoor rijdt"}),
        ("nl", "Zij slapen. Onderzoekers van de Universiteit Leiden slapen ook.", {"Universiteit Leiden"}, set()),
    ],
)
def test_names_keep_their_particles_and_verbs_are_none(
    language: str, text: str, among: set[str], never: set[str], article: Make
) -> None:
    found = set(phrases(article(text, title=""), language))
    assert among <= found
    assert not found & never


def test_there_are_at_most_ten_the_same_each_time(article: Make) -> None:
    text = " ".join(f"Mister Adam{chr(97 + n)} Moor{chr(97 + n)} came." for n in range(20))
    found = phrases(article(text), "en")
    assert len(found) == MOST
    assert phrases(article(text), "en") == found


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "今天下雨。我们走吧！好的。"), ("zh", "的" * 1000), ("en", "— 12 —"), ("en", "of the and")],
)
def test_where_words_are_not_spaced_or_tell_nothing_there_are_none(language: str, text: str, article: Make) -> None:
    assert phrases(article(text), language) == ()


@pytest.mark.parametrize(
    "text",
    ["Moor " * 600, "x" * 5_000, "Aa Bb. " * 500, "\ud800 Moor \udfff Moor", "\n" * 1_000],
)
def test_monsters_pass(text: str, article: Make) -> None:
    for language in ("fr", "en", "nl", "de", "es", "und"):
        draft = replace(Draft.of(article(text)), language=language)
        assert all(phrase in text for phrase in KEY_PHRASES.annotate(draft).key_phrases)


PIECES = st.sampled_from(
    ["Moor", "the", "de", " ", " ", "-", ". ", "’", "bridge", "İ", "\u202e", "٣", "\n", "ß", "_", "&"]
)


@settings(max_examples=50)
@given(text=st.lists(PIECES, min_size=1, max_size=40).map("".join), language=st.sampled_from(["fr", "en", "de", "und"]))
def test_a_phrase_is_written_as_in_the_text(text: str, language: str, article: Make) -> None:
    assert all(phrase and phrase in text for phrase in phrases(article(text), language))


@pytest.mark.parametrize(
    ("language", "verb", "other"),
    [
        ("fr", "rouvrira", "Elvira"),
        ("en", "written", "Bed"),
        ("nl", "wordt", "dt"),
        ("nl", "gesloten", "straten"),
        ("es", "aprobado", "Prado"),
    ],
)
def test_a_verb_is_told_by_its_form_and_a_name_is_none(language: str, verb: str, other: str) -> None:
    verbs = VERBS[language]
    assert verb.endswith(verbs.endings)
    assert verbs.has(verb)
    assert not verbs.has(other)


def test_every_ending_of_a_verb_is_one_by_itself() -> None:
    for verbs in (VERBS["fr"], VERBS["en"], VERBS["es"], VERBS_BEFORE["fr"], VERBS_BEFORE["es"]):
        assert all(verbs.has(f"mir{ending}") for ending in verbs.endings)
