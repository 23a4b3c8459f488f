"""Numbers that count by the words beside them, and words that only look like what is counted."""

import pytest

from .test_quantities import Make, found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "She is a mother of four, police said.", ["four"]),
        ("en", "She is a member of four, police said.", []),
        ("en", "He was convicted on 13 of 18 counts.", ["13", "18 counts"]),
        ("en", "Fifty-one were rescued.", ["Fifty-one"]),
        ("en", "Fifty-one seemed right.", []),
        ("en", "They counted 118 deaths in 2022, 97 in 2023.", ["118 deaths", "97"]),
        ("en", "They counted 118 deaths in Rome, 97 in Pisa.", ["118 deaths"]),
        ("en", "That is 300 people this year, against 326 in the whole of it.", ["300 people", "326"]),
        ("nl", "Er vielen negen doden, tegenover veertien in dezelfde periode.", ["negen doden", "veertien"]),
        ("nl", "Een fietser van zestien aangereden.", ["zestien"]),
        ("nl", "De tram van zestien reed niet.", []),
        ("nl", "Een vrouw (45) uit Breda zit vast.", ["45"]),
        ("nl", "Het gevolg (45) uit de lijst.", []),
        ("de", "Der Fahrer (43) starb.", ["43"]),
        ("de", "Nach der CDU (43) kam niemand.", []),
        ("nl", "Zij haalde één zetel meer.", ["één zetel"]),
        ("nl", "Zij haalde een zetel meer.", []),
        ("de", "Er sah drei seiner Athleten.", ["drei"]),
        ("en", "Over 2025 as a whole, output rose.", []),
        ("en", "Over 2500 are missing.", ["Over 2500"]),
    ],
)
def test_what_a_bare_number_counts_is_told_by_the_words_beside_it(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [quantity.text for quantity in found(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The storm left 26 people dead.", ["26 people"]),
        ("en", "The storm left 26 dead.", ["26 dead"]),
        ("en", "They made 210 such arrests.", ["210 such arrests"]),
        ("fr", "Le taux recule de 0,6 point.", ["0,6 point"]),
        ("fr", "Le taux recule de 0,6 contre le gel.", []),
        ("fr", "Douze gares fermeront; 46 autres suivront.", ["Douze gares", "46 autres"]),
        ("fr", "Douze gares fermeront; 46 autres gares suivront.", ["Douze gares", "46 autres gares"]),
        ("nl", "Hij had 1,8 promille in het bloed.", ["1,8 promille"]),
        ("nl", "Het wordt rond 22 graden.", ["rond 22 graden"]),
        ("de", "Das Urteil gegen vier Schleuser steht.", ["vier Schleuser"]),
        ("nl", "Twee opgevangen honden slapen.", ["Twee opgevangen honden"]),
        ("nl", "Er is geld voor 310 getroffen bedrijven.", ["310 getroffen bedrijven"]),
        ("en", "They won 7-5 in two hours.", ["two hours"]),
        ("en", "That is 5 in two cases.", []),
    ],
)
def test_what_is_counted_ends_where_something_else_is_said(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [quantity.text for quantity in found(article, language, text)] == expected


def test_sentences_are_raised_from_one_number_to_another(article: Make) -> None:
    text = "The law will raise maximum sentences from 10 to 14 years."
    assert [quantity.text for quantity in found(article, "en", text)] == ["10", "14 years"]


def test_boys_from_one_age_to_another_are_of_all_between(article: Make) -> None:
    assert [quantity.text for quantity in found(article, "en", "Boys from 10 to 14 years sang.")] == ["10 to 14 years"]
