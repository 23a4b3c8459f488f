"""Times of day, what only looks like one, and dates that lean on what stands around them."""

import pytest

from .test_dates import Make, told

# Articles are of Wednesday, 6 March 2024.


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het begon om half negen 's avonds.", [("half negen 's avonds", "2024-03-06T20:30")]),
        ("nl", "Dat was rond half drie 's nachts.", [("rond half drie 's nachts", "2024-03-06T02:30")]),
        ("nl", "Zij kreeg half drie koeken.", []),
        ("nl", "Het was tussen 2 en 3 uur 's nachts.", [("3 uur 's nachts", "2024-03-06T03:00")]),
        ("nl", "Het duurt tussen 2 en 3 uur.", []),
        ("nl", "Om 9 uur 's avonds was het stil.", [("9 uur 's avonds", "2024-03-06T21:00")]),
        ("nl", "Donderdagmiddag om vier uur begint het.", [("Donderdagmiddag om vier uur", "2024-03-07T16:00")]),
        ("nl", "Woensdagochtend om vier uur begon het.", [("Woensdagochtend om vier uur", "2024-03-06T04:00")]),
        ("en", "The briefing is at 10 a.m. in Rome.", [("10 a.m.", "2024-03-06T10:00")]),
        ("en", "It is set for 9:30 a.m. on April 14.", [("9:30 a.m. on April 14", "2024-04-14T09:30")]),
        ("en", "They waited for 9.30 dollars.", []),
        ("es", "Tembló a las 05H14 locales.", [("05H14", "2024-03-06T05:14")]),
        ("es", "Ganó la H 14 en la sala.", []),
    ],
)
def test_times_of_day_are_read_as_they_are_said(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "nl",
            "Tussen 06.45 en 10.15 uur reden er geen treinen.",
            [("06.45", "2024-03-06T06:45"), ("10.15 uur", "2024-03-06T10:15")],
        ),
        ("nl", "Tussen 6.45 en 10.15 euro.", []),
        (
            "nl",
            "Het geldt van donderdag 12 uur tot vrijdag 20 uur.",
            [("donderdag 12 uur", "2024-03-07T12:00"), ("vrijdag 20 uur", "2024-03-08T20:00")],
        ),
        ("nl", "Het geldt van donderdag tot vrijdag.", [("donderdag tot vrijdag", "2024-03-07/2024-03-08")]),
    ],
)
def test_both_ends_of_a_span_of_hours_are_times(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Er wordt dinsdag 12 maart 24 uur lang gestaakt.", [("dinsdag 12 maart", "2024-03-12")]),
        ("nl", "Er wordt dinsdag 12 maart om 9 uur gestaakt.", [("dinsdag 12 maart om 9 uur", "2024-03-12T09:00")]),
        ("es", "Visitó la zona el martes durante tres horas.", [("martes", "2024-03-05")]),
        (
            "de",
            "Am Sonntag bis 14.00 Uhr wählte die Hälfte.",
            [("Sonntag", "2024-03-03"), ("14.00 Uhr", "2024-03-03T14:00")],
        ),
        ("de", "Am Sonntag um 14.00 Uhr wählte sie.", [("Sonntag um 14.00 Uhr", "2024-03-03T14:00")]),
    ],
)
def test_hours_that_something_lasts_are_no_time_of_its_day(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het weekend van 16 en 17 maart.", ["16 en 17 maart"]),
        ("nl", "In de winter van 2017-2018 stierf hij.", ["2017-2018"]),
        ("nl", "In de winter van 2017 stierf hij.", ["winter van 2017"]),
        ("nl", "In dezelfde maand vorig jaar.", ["vorig jaar"]),
        ("nl", "De club kreeg in augustus 38 miljoen.", ["augustus"]),
        ("fr", "Le mythe de mai 68 demeure.", []),
        ("nl", "Over heel mei steeg de index.", ["mei"]),
        ("nl", "Zij heet Anna mei.", []),
        ("nl", "Dat is 2 procentpunt meer dan vier jaar geleden.", ["vier jaar geleden"]),
        ("nl", "Dat is meer dan vier jaar geleden.", ["meer dan vier jaar geleden"]),
        ("nl", "De pluk begint rond 20 juni.", ["rond 20 juni"]),
        ("en", "It sold 200,000 more than a year before.", ["a year before"]),
        ("en", "It sold out more than a year before.", ["more than a year before"]),
        ("de", "Bis zum Wochenende regnet es.", ["Wochenende"]),
        ("de", "Das lange Wochenende naht.", []),
        ("de", "Am Freitag, 19. und 20. November, tagt er.", ["Freitag", "19. und 20. November"]),
        ("de", "Am Freitag, 8. März, tagt er.", ["Freitag, 8. März"]),
        ("nl", "De pluk kost rond 20 euro.", []),
    ],
)
def test_a_date_is_as_long_as_what_it_names(article: Make, language: str, text: str, expected: list[str]) -> None:
    assert [found for found, _ in told(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "In 2023 waren het er tien, het jaar daarvoor vier.", ["2023", "2022"]),
        ("nl", "In 2023 waren het er tien, het jaar erna vier.", ["2023", "2024"]),
        ("es", "No perdía en casa desde septiembre.", ["2023-09"]),
        ("es", "El museo abrirá desde septiembre.", ["2024-09"]),
        ("fr", "Touché à une cuisse vendredi, le gardien sera absent.", ["2024-03-01"]),
        ("fr", "Absent à Nice vendredi, le gardien sera remplacé.", ["2024-03-08"]),
        ("nl", "Dat is donderdagavond beslist.", ["2024-02-29TEV"]),
        ("nl", "Dat is donderdagavond gepland.", ["2024-03-07TEV"]),
        (
            "fr",
            "Un hommage sera rendu mardi 12 mars; France 3 diffusera dimanche un film.",
            ["2024-03-12", "2024-03-10"],
        ),
        (
            "en",
            "It hit 40 degrees on Tuesday. Centers will stay open until 10 p.m.",
            ["2024-03-05", "2024-03-06T22:00"],
        ),
        ("en", "It hit 40 degrees on Tuesday. Centers were closed at 10 p.m.", ["2024-03-05", "2024-03-05T22:00"]),
        ("de", "Die Zahlen folgen Mitte Juli.", ["2024-07"]),
        ("nl", "De pluk begon vorig jaar op 12 mei.", ["2023", "2023-05-12"]),
        ("nl", "De pluk begon vorig jaar. Op 12 maart volgt meer.", ["2023", "2024-03-12"]),
        ("de", "Nach den Unfällen vom Wochenende bleibt es gefährlich.", ["2024-03-02/2024-03-03"]),
        ("de", "Am Wochenende bleibt es gefährlich.", ["2024-03-09/2024-03-10"]),
        ("nl", "Zij vrezen voor hun oogst na de vorst van maandagnacht.", ["2024-03-04TNI"]),
        ("es", "Volverán a casa mañana.", ["2024-03-07"]),
        ("es", "Era una fría mañana.", []),
    ],
)
def test_a_date_lies_where_the_words_beside_it_put_it(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [value for _, value in told(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het gebeurde afgelopen zaterdagavond.", [("afgelopen zaterdagavond", "2024-03-02TEV")]),
        ("nl", "Dinsdag regent het.", [("Dinsdag", "2024-03-12")]),
        ("nl", "Dinsdag regende het.", [("Dinsdag", "2024-03-05")]),
        ("nl", "Zij speelde vrijdagavond 1 maart.", [("vrijdagavond 1 maart", "2024-03-01TEV")]),
        ("de", "Er kam letzten Freitagabend.", [("letzten Freitagabend", "2024-03-01TEV")]),
        ("en", "The vote is on Tuesday of next week.", [("Tuesday of next week", "2024-03-12")]),
        ("es", "Comenzó a las 17.00 horas de ayer.", [("17.00 horas de ayer", "2024-03-05T17:00")]),
        ("de", "Seit dem Spätsommer 2023 ist Ruhe.", [("Spätsommer 2023", "2023-SU")]),
        ("de", "Das Ende des Frühjahrs 2022 war kalt.", [("Ende des Frühjahrs 2022", "2022-SP")]),
    ],
)
def test_a_day_goes_with_what_says_which(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Twee uur later kwam hij."),
        ("en", "The power failed three hours ago."),
        ("fr", "Vingt minutes plus tard, tout était fini."),
        ("nl", "Een jaar later stierf hij."),
    ],
)
def test_what_only_the_story_could_date_is_no_date(article: Make, language: str, text: str) -> None:
    assert told(article, language, text) == []
