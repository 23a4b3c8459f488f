from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.models import Article, Date, NewsTime
from wireroom_enrichment.dates import Dates
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.sentences import Sentences

from .conftest import article_of

DATES, SENTENCES = Dates(), Sentences()
WEDNESDAY = "2024-03-06"
Make = Callable[..., Article]


def time(value: str | None) -> NewsTime | None:
    if value is None:
        return None
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "second")
    return NewsTime(value=value, precision=precision, raw=value)


def found(make: Make, language: str, text: str, published: str | None = WEDNESDAY) -> list[Date]:
    draft = replace(Draft.of(make(text, published_at=time(published))), language=language)
    dates = [each for each in DATES.annotate(SENTENCES.annotate(draft)).annotations if isinstance(each, Date)]
    assert all(date.text == text[date.start : date.end] for date in dates)
    return dates


def told(make: Make, language: str, text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [(date.text, date.value) for date in found(make, language, text, published)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le 1er avril 2023 et le 12 nov. 2022.",
            [("1er avril 2023", "2023-04-01"), ("12 nov. 2022", "2022-11-12")],
        ),
        (
            "en",
            "On May 14, 2021, and on 3rd June 2022.",
            [("May 14, 2021", "2021-05-14"), ("3rd June 2022", "2022-06-03")],
        ),
        (
            "nl",
            "Op 18 februari 2022 en op 07/04/2021.",
            [("18 februari 2022", "2022-02-18"), ("07/04/2021", "2021-04-07")],
        ),
        ("de", "Am 15. März 2021 und am 2.4.2022.", [("15. März 2021", "2021-03-15"), ("2.4.2022", "2022-04-02")]),
        ("es", "El 15 de agosto de 2007.", [("15 de agosto de 2007", "2007-08-15")]),
        ("fr", "Un vote en mars 2017, une loi en 2019.", [("mars 2017", "2017-03"), ("2019", "2019")]),
        ("en", "Built between 2000 and 2023.", [("2000 and 2023", "2000/2023")]),
        ("nl", "In de jaren 1680 en eind jaren negentig.", [("jaren 1680", "168"), ("eind jaren negentig", "199")]),
        (
            "de",
            "In den 1970er-Jahren, Ende der 1990er Jahre.",
            [("1970er-Jahren", "197"), ("Ende der 1990er Jahre", "199")],
        ),
        ("en", "From January to September 2023.", [("January to September 2023", "2023-01/2023-09")]),
        ("es", "Durante la década de 1990 y los años 60.", [("década de 1990", "199"), ("años 60", "196")]),
        ("fr", "Du 12 au 15 mai 2024.", [("12 au 15 mai 2024", "2024-05-12/2024-05-15")]),
        (
            "nl",
            "Te zien van 2 juli tot 30 september 2024.",
            [("2 juli tot 30 september 2024", "2024-07-02/2024-09-30")],
        ),
    ],
)
def test_what_is_given_in_full_resolves_without_the_articles_date(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text, None) == expected


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Il est mort mercredi à Brest.", "2024-03-06"),
        ("fr", "Le maire a démissionné jeudi.", "2024-02-29"),
        ("fr", "Le conseil se prononcera jeudi.", "2024-03-07"),
        ("fr", "Les plaidoiries sont attendues jeudi.", "2024-03-07"),
        ("en", "The mayor resigned on Thursday.", "2024-02-29"),
        ("en", "He will be sentenced in Leeds on Thursday.", "2024-03-07"),
        ("en", "The bridge should reopen by Monday.", "2024-03-11"),
        ("en", "By Tuesday, ten bodies had been found.", "2024-03-05"),
        ("nl", "De burgemeester trad donderdag af, meldde de stad.", "2024-02-29"),
        ("nl", "De raad stemt daar donderdag over.", "2024-03-07"),
        ("de", "Das teilte die Stadt am Donnerstag mit.", "2024-02-29"),
        ("de", "Die für Donnerstag geplante Wahl entfällt.", "2024-03-07"),
        ("es", "El alcalde dimitió el jueves.", "2024-02-29"),
        ("es", "El pleno votará el jueves.", "2024-03-07"),
    ],
)
def test_a_weekday_is_the_latest_one_unless_its_verb_looks_ahead(
    article: Make, language: str, text: str, value: str
) -> None:
    (date,) = found(article, language, text)
    assert date.value == value
    assert date.confidence >= 0.8


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il partira mercredi prochain.", ("mercredi prochain", "2024-03-13")),
        ("en", "He left last Wednesday.", ("last Wednesday", "2024-02-28")),
        ("nl", "Dat zei ze vorige week dinsdag.", ("vorige week dinsdag", "2024-02-27")),
        ("de", "Es war am Dienstag vergangener Woche.", ("Dienstag vergangener Woche", "2024-02-27")),
        ("es", "Fue el domingo pasado.", ("domingo pasado", "2024-03-03")),
        ("fr", "Il viendra le samedi 16 mars.", ("samedi 16 mars", "2024-03-16")),
        ("nl", "De raad stemt een maand na de brand van 29 februari.", ("29 februari", "2024-02-29")),
        ("en", "It begins on Sunday, January 5.", ("Sunday, January 5", "2025-01-05")),
    ],
)
def test_words_beside_a_weekday_settle_which_it_is(
    article: Make, language: str, text: str, expected: tuple[str, str]
) -> None:
    assert told(article, language, text) == [expected]


def test_under_a_month_a_weekday_stays_open_with_all_days_that_it_may_be(article: Make) -> None:
    day, evening = found(article, "fr", "Il a parlé vendredi. Le camp a été vidé jeudi soir.", "2019-01")
    assert (day.value, evening.value) == ("XXXX-WXX-5", "XXXX-WXX-4TEV")
    assert day.candidates == ("2018-12-28", "2019-01-04", "2019-01-11", "2019-01-18", "2019-01-25")
    assert evening.precision == "part of day"


def test_under_a_month_days_and_weeks_beside_today_have_no_value(article: Make) -> None:
    assert told(article, "fr", "Il est arrivé hier.", "2019-01") == [("hier", None)]
    assert told(article, "fr", "Il est arrivé cette semaine.", "2019-01") == []
    assert told(article, "fr", "Il est venu l'an dernier, puis le mois dernier.", "2019-01") == [
        ("l'an dernier", "2018"),
        ("le mois dernier", "2018-12"),
    ]


def test_a_weekday_goes_on_from_the_day_ahead_that_its_sentence_gave(article: Make) -> None:
    text = "La grève débutera lundi 18 mars à 22h et s'achèvera mercredi matin."
    assert told(article, "fr", text) == [
        ("lundi 18 mars à 22h", "2024-03-18T22:00"),
        ("mercredi matin", "2024-03-20TMO"),
    ]


def test_without_a_date_only_what_is_absolute_has_a_value(article: Make) -> None:
    text = "Yesterday and on Friday, as in 2014 and last year."
    assert told(article, "en", text, None) == [("Yesterday", None), ("Friday", "XXXX-WXX-5"), ("2014", "2014")]


def test_the_day_of_a_dateline_stands_in_for_a_date_that_is_missing(article: Make) -> None:
    text = "ROME, 12 nov. 2026 (AFP) - Il est mort mercredi."
    assert told(article, "fr", text, None)[1] == ("mercredi", "2026-11-11")
    assert told(article, "fr", text, "2026-11")[1] == ("mercredi", "2026-11-11")
    assert told(article, "fr", text, "2025-11")[1] == ("mercredi", "XXXX-WXX-3")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Tué dans la nuit de mardi à mercredi.", [("nuit de mardi à mercredi", "2024-03-05TNI")]),
        ("de", "Das geschah in der Nacht zum Sonntag.", [("Nacht zum Sonntag", "2024-03-02TNI")]),
        ("nl", "Hij stierf in de nacht van 3 op 4 maart.", [("nacht van 3 op 4 maart", "2024-03-03TNI")]),
        ("es", "Murió la noche del lunes.", [("noche del lunes", "2024-03-04TNI")]),
        ("en", "He fell on the evening of March 2.", [("evening of March 2", "2024-03-02TEV")]),
        ("fr", "Le vent a tourné cette nuit.", [("cette nuit", "2024-03-05TNI")]),
        ("en", "It happened at 6:30 a.m. on Tuesday.", [("6:30 a.m. on Tuesday", "2024-03-05T06:30")]),
        ("fr", "Le feu a pris lundi vers 15H30.", [("lundi vers 15H30", "2024-03-04T15:30")]),
        ("de", "Er kam am Montag gegen 4.15 Uhr.", [("Montag gegen 4.15 Uhr", "2024-03-04T04:15")]),
        ("nl", "Het begon dinsdag om 22 uur.", [("dinsdag om 22 uur", "2024-03-05T22:00")]),
        ("es", "Ocurrió el lunes a las 3 de la tarde.", [("lunes a las 3 de la tarde", "2024-03-04T15:00")]),
        ("en", "The truce began at noon on Monday.", [("noon on Monday", "2024-03-04T12:00")]),
    ],
)
def test_parts_of_day_and_clock_times(article: Make, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(article, language, text) == expected


def test_a_time_alone_belongs_to_the_night_that_was_told_of(article: Make) -> None:
    text = "Ils ont attaqué dans la nuit de mardi à mercredi, a-t-on appris mercredi. Ils sont venus vers 22H00."
    assert told(article, "fr", text)[-1] == ("vers 22H00", "2024-03-05T22:00")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il y a deux ans.", ("Il y a deux ans", "2022", None)),
        ("fr", "Parti il y a moins d'un mois.", ("il y a moins d'un mois", "2024-02", "less")),
        ("en", "She left more than a year ago.", ("more than a year ago", "2023", "more")),
        ("en", "He took over a year ago.", ("a year ago", "2023", None)),
        ("nl", "Dat was twee weken geleden.", ("twee weken geleden", "2024-W08", None)),
        ("de", "Das war vor drei Tagen.", ("vor drei Tagen", "2024-03-03", None)),
        ("es", "Murió hace casi dos años.", ("hace casi dos años", "2022", "about")),
        ("fr", "Prêt d'ici à fin juin.", ("fin juin", "2024-06", "end")),
        ("en", "He was arrested in mid-May.", ("mid-May", "2023-05", "mid")),
        ("de", "Sie beginnt Anfang September 2026.", ("Anfang September 2026", "2026-09", "start")),
        ("nl", "Het moet tegen eind dit jaar klaar zijn.", ("eind dit jaar", "2024", "end")),
        ("es", "Entrará en vigor antes del 1 de mayo.", ("antes del 1 de mayo", "2024-05-01", "before")),
        ("de", "Sie wird erst nach dem 15. März erwartet.", ("nach dem 15. März", "2024-03-15", "after")),
    ],
)
def test_modifiers_and_points_told_by_a_span(
    article: Make, language: str, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert [(date.text, date.value, date.modifier) for date in found(article, language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Cette annonce intervient moins d'un mois après la précédente."),
        ("fr", "Il vient tous les lundis, et chaque mardi. Avril Duval joue à la veille du scrutin."),
        ("fr", "Un budget de 2014 euros, 3-1 à la mi-temps, article 12."),
        ("en", "The Sunday Times wrote about Black Friday. May Brown may march."),
        ("fr", "Comme en mai 68.."),
        ("es", "Hace más de una década que espera."),
        ("de", "Es war ein Mittwoch."),
        ("en", "A row over 2.8 percent, in 2000 homes, 5:30:12."),
        ("nl", "Elke maandag en iedere dinsdag. Er waren 2000 mensen."),
        ("de", "Direktorin Ute Freitag und Jochen Winter sprachen, so Freitag. 2000 Menschen kamen."),
        ("es", "Juegan todos los lunes. Abril Ruiz vive en la Plaza de Mayo. En 2000 casos."),
        ("sv", "Det var den 12 mars 2024."),
    ],
)
def test_what_only_looks_like_a_date_is_none(article: Make, language: str, text: str) -> None:
    assert told(article, language, text) == []


def test_a_time_of_day_in_utc_makes_today_less_sure(article: Make) -> None:
    (late,) = found(article, "en", "He resigned today.", "2024-03-06T23:30:00Z")
    (noon,) = found(article, "en", "He resigned today.", "2024-03-06T12:30:00Z")
    assert late.confidence < 0.8 <= noon.confidence


LISTED = (
    "lundi mardi 12 mai 2024 31 février 1er à de nuit il y a deux ans hier May 14 , . : / - on at p.m. am Montag Uhr"
    " vor zwei Wochen eind jaren 9999 0 jeudi soir fin mi-juillet \ud800 \u0663 \n \n\n domingo pasado hace entre ( )"
)
WORDS = st.sampled_from(LISTED.split(" "))


PLAIN = Draft.of(article_of("A", title="", published_at=time(WEDNESDAY)))


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["fr", "en", "nl", "de", "es"]))
def test_any_text_is_read_and_spans_stay_in_it(text: str, language: str) -> None:
    draft = replace(PLAIN, text=text, language=language)
    spans = [(each.start or 0, each.end or 0) for each in DATES.annotate(draft).annotations]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("piece", ["1.", "lundi ", "de ", "12 mai ", "\u0663\u202e ", "22:", "il y a ", "a", "fin de "])
def test_monsters_are_read(article: Make, piece: str) -> None:
    text = piece * (3_000 // len(piece))
    assert all(date.text for date in found(article, "fr", text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Se reunirá el miércoles que viene.", [("miércoles que viene", "2024-03-13")]),
        ("es", "Será el 27 de este mes.", [("27 de este mes", "2024-03-27")]),
        ("fr", "Ce sera le 5 du mois prochain.", [("5 du mois prochain", "2024-04-05")]),
        ("es", "Ocurrió en noviembre del año pasado.", [("noviembre del año pasado", "2023-11")]),
        ("fr", "En mai de l'année dernière.", [("mai de l'année dernière", "2023-05")]),
        ("nl", "In november vorig jaar.", [("november vorig jaar", "2023-11")]),
        ("de", "Am 3. Mai vergangenen Jahres.", [("3. Mai vergangenen Jahres", "2023-05-03")]),
        ("en", "In November last year.", [("November last year", "2023-11")]),
        ("es", "Volverá pasado mañana.", [("pasado mañana", "2024-03-08")]),
        ("es", "Será enterrado mañana.", [("mañana", "2024-03-07")]),
        ("es", "Fue una fría mañana.", []),
        ("nl", "Woensdag 10 tot 15 millimeter regen.", [("Woensdag", "2024-03-06")]),
        ("nl", "In 2019 en 2021 kreeg hij straf.", [("2019", "2019"), ("2021", "2021")]),
        ("de", "Das 1921 gegründete Werk.", [("1921", "1921")]),
        ("de", "Das 1921 Meter hohe Horn.", []),
        ("nl", "In heel 2024 niets.", [("2024", "2024")]),
        ("en", "In a fall 2023 report.", [("fall 2023", "2023-FA")]),
        ("en", "In the fall of Troy.", []),
        ("de", "In der Nacht auf Mittwoch sind zwei Menschen gestorben.", [("Nacht auf Mittwoch", "2024-03-05TNI")]),
        ("de", "Der Start war am Dienstagabend verschoben worden.", [("Dienstagabend", "2024-03-05TEV")]),
        ("de", "Der Start ist am Donnerstag geplant.", [("Donnerstag", "2024-03-07")]),
        ("de", "Im Jahr 2022 waren es 9, ein Prozent weniger als im Vorjahr.", [("2022", "2022"), ("Vorjahr", "2021")]),
        ("en", "He declared a day of mourning, starting Friday.", [("Friday", "2024-03-08")]),
        ("nl", "Het kwam twee dagen eerder dan gepland.", []),
        ("es", "Ocurrió a finales del año pasado.", [("finales del año pasado", "2023")]),
        ("es", "Fue el fin de semana pasado.", [("fin de semana pasado", "2024-03-02/2024-03-03")]),
        ("nl", "Van 3 tot en met 5 mei.", [("3 tot en met 5 mei", "2024-05-03/2024-05-05")]),
        ("nl", "Van maandag tot en met woensdag.", [("maandag tot en met woensdag", "2024-03-04/2024-03-06")]),
        ("nl", "In de zomer van vorig jaar.", [("zomer van vorig jaar", "2023-SU")]),
        ("en", "On the day before yesterday.", [("the day before yesterday", "2024-03-04")]),
        ("es", "La ley rige desde enero.", [("enero", "2024-01")]),
        ("fr", "Arrêté en novembre, il sera jugé en juin.", [("novembre", "2023-11"), ("juin", "2024-06")]),
        ("fr", "Reporté à juin, le vote inquiète.", [("juin", "2024-06")]),
        (
            "en",
            "He is due in court on Friday after his arrest on Monday.",
            [("Friday", "2024-03-08"), ("Monday", "2024-03-04")],
        ),
        ("fr", "Les trains circuleraient jeudi.", [("jeudi", "2024-03-07")]),
        ("es", "Desde el 3 de enero no sale de casa.", [("3 de enero", "2024-01-03")]),
    ],
)
def test_dates_are_read_with_what_agencies_put_beside_them(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


def test_a_day_without_a_year_goes_on_with_the_year_that_is_told(article: Make) -> None:
    text = "Né le 2 mars 2019, il est tombé le 21 juin. Le verdict est tombé le 4 mars."
    assert [date.value for date in found(article, "fr", text)] == ["2019-03-02", "2019-06-21", "2024-03-04"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Les ventes ont reculé en août.", [("août", "2023-08")]),
        ("de", "Im Jänner sank der Pegel.", [("Jänner", "2024-01")]),
        ("es", "Ganó en setiembre pasado.", [("setiembre pasado", "2023-09")]),
        ("de", "Die Wirtschaft wächst heuer.", [("heuer", "2024")]),
        ("nl", "Het gebouw stamt uit 1961.", [("1961", "1961")]),
        ("nl", "Tegen 2029 verdwijnen banen.", [("2029", "2029")]),
        ("de", "Es waren 30 Prozent, nach 28 Prozent 2021.", [("2021", "2021")]),
        ("fr", "La saison 2022-2023 fut belle.", [("2022-2023", "2022/2023")]),
        ("en", "They finished third in 2003-04.", [("2003-04", "2003/2004")]),
        ("en", "They finished third in 2003-09.", []),
        ("en", "He was sold in the January window.", [("January", "2024-01")]),
        ("en", "The March", []),
        ("es", "El tren pasó a las 23.30 a gran velocidad.", [("23.30", "2024-03-06T23:30")]),
        ("es", "Costó de media 23.30 a cada uno.", []),
        ("es", "Se firmará mañana a las 11:00 horas.", [("mañana a las 11:00 horas", "2024-03-07T11:00")]),
        ("de", "Das ist gelöscht. Morgen soll ein Gutachter kommen.", [("Morgen", "2024-03-07")]),
        ("de", "Es ist still. Morgen und Abend gleichen sich.", [("Morgen", "2024-03-07")]),
        ("nl", "De opslag wordt gespreid over twee jaar.", []),
        ("nl", "De opslag komt over twee jaar.", [("over twee jaar", "2026")]),
    ],
)
def test_words_of_dates_are_known(article: Make, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A man arrested on Friday will appear in court.", "2024-03-01"),
        ("en", "A man will be arrested on Friday.", "2024-03-08"),
        ("en", "The scheme, cleared by the cabinet on Friday, will create jobs.", "2024-03-01"),
        ("es", "Los detenidos el sábado serán juzgados.", "2024-03-02"),
        ("es", "Los presos serán juzgados el sábado.", "2024-03-09"),
        ("fr", "Le procès des passeurs, arrêtés vendredi, s'ouvrira.", "2024-03-01"),
        ("fr", "Le procès s'ouvrira vendredi.", "2024-03-08"),
        ("de", "Der am Freitag festgenommene Mann wird verhört.", "2024-03-01"),
        ("de", "Der am Freitag geplante Gipfel wird groß.", "2024-03-08"),
        ("nl", "De vrijdag aangehouden man wordt verhoord.", "2024-03-01"),
        ("nl", "De man wordt vrijdag aangehouden.", "2024-03-08"),
    ],
)
def test_the_date_beside_a_participle_has_its_time_not_that_of_the_verb(
    article: Make, language: str, text: str, expected: str
) -> None:
    assert [value for _, value in told(article, language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Creció dos décimas menos de lo previsto en abril.", "2023-04"),
        ("es", "El viaje está previsto en abril.", "2024-04"),
        ("en", "Growth was slower than expected in April.", "2023-04"),
    ],
)
def test_what_was_expected_before_does_not_lie_ahead(article: Make, language: str, text: str, expected: str) -> None:
    assert [value for _, value in told(article, language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Fares go up on April 1. The smog eased, compared with a day before.", "2024-03-05"),
        ("de", "Der Zins steigt am 15. April. Am Vortag war der Index gesunken.", "2024-03-05"),
        ("de", "Der Zins stieg am 15. Februar. Am Vortag war der Index gesunken.", "2024-02-14"),
        ("en", "The race begins on April 1. It will be opened a day earlier.", "2024-03-31"),
    ],
)
def test_the_day_before_does_not_count_from_a_day_ahead_in_the_past(
    article: Make, language: str, text: str, expected: str
) -> None:
    assert told(article, language, text)[-1][1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het was 12 procent minder dan een jaar eerder.", ("een jaar eerder", "2023")),
        ("en", "It was 12 percent less than a year earlier.", ("a year earlier", "2023")),
        ("en", "It had opened less than a year earlier.", ("less than a year earlier", "2023")),
        ("nl", "In heel 2021 was het 12 procent minder dan een jaar eerder.", ("een jaar eerder", "2020")),
        ("fr", "En juin 2021, c'était plus qu'un an plus tôt.", ("un an plus tôt", "2020")),
    ],
)
def test_a_year_earlier_is_compared_with_the_year_of_the_sentence(
    article: Make, language: str, text: str, expected: tuple[str, str]
) -> None:
    assert told(article, language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The previous week was calm.", [("The previous week", "2024-W09")]),
        (
            "en",
            "He died on March 1, 2024. The following day it rained.",
            [("March 1, 2024", "2024-03-01"), ("The following day", "2024-03-02")],
        ),
        ("en", "The previous owner left.", []),
        ("fr", "La semaine précédente fut calme.", [("La semaine précédente", "2024-W09")]),
        ("fr", "La veille au soir, il pleuvait.", [("La veille au soir", "2024-03-05TEV")]),
        ("fr", "Le jour suivant le vote.", [("Le jour suivant", "2024-03-07")]),
        ("es", "El año siguiente fue mejor.", [("El año siguiente", "2025")]),
        ("de", "Am Tag zuvor war er gesund.", [("Tag zuvor", "2024-03-05")]),
        ("de", "Tags zuvor war er gesund.", [("Tags zuvor", "2024-03-05")]),
        ("de", "Am folgenden Tag kam er.", [("folgenden Tag", "2024-03-07")]),
        ("de", "Das hat er den Tag später gesagt.", [("Tag später", "2024-03-07")]),
        ("en", "A decade ago, it was new.", [("A decade ago", "2014")]),
        ("en", "The last decade was good.", []),
        ("en", "A woman in her 50s was hurt.", []),
        ("es", "Murió el pasado 3 de mayo.", [("pasado 3 de mayo", "2023-05-03")]),
        ("es", "Se hundió el pasado fin de semana.", [("pasado fin de semana", "2024-03-02/2024-03-03")]),
        ("fr", "Au premier trimestre 2025, le chiffre monte.", [("2025", "2025")]),
        (
            "nl",
            "Tussen 06.45 uur en 09.20 uur.",
            [("06.45 uur", "2024-03-06T06:45"), ("09.20 uur", "2024-03-06T09:20")],
        ),
        ("en", "A February survey, a 1994 killing.", [("February", "2024-02"), ("1994", "1994")]),
        ("en", "A 1994 Dodge.", []),
        ("es", "Pide policías antes del verano.", [("antes del verano", "2024-SU")]),
        ("en", "We queued from Friday to the door.", [("Friday", "2024-03-01")]),
        ("en", "We were told to wait until Friday.", [("Friday", "2024-03-08")]),
        ("nl", "Om acht uur begon het.", [("acht uur", "2024-03-06T08:00")]),
        ("nl", "Het duurde acht uur.", []),
        ("de", "Um acht Uhr begann es.", [("acht Uhr", "2024-03-06T08:00")]),
        ("de", "Der Streik beginnt Montag.", [("Montag", "2024-03-11")]),
        ("de", "Das sagte Montag.", []),
        ("de", "Das Gericht entscheidet am Dienstag.", [("Dienstag", "2024-03-12")]),
        ("nl", "De ministers overleggen maandag.", [("maandag", "2024-03-11")]),
    ],
)
def test_units_and_times_beside_what_was_told(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2024-03-06", "2024-02-27"), ("2024-03-07", "2024-03-05"), ("2024-03-05", "2024-02-27")],
)
def test_yesterday_is_not_called_last_tuesday(article: Make, published: str, expected: str) -> None:
    assert told(article, "nl", "Vorige dinsdag brandde het.", published) == [("Vorige dinsdag", expected)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De rechter velt vrijdag een oordeel.", "2024-03-08"),
        ("nl", "De brand ontstond vrijdag.", "2024-03-01"),
        ("nl", "De agenten zagen vrijdag rook.", "2024-03-01"),
        ("nl", "De prijs stijgt in april.", "2024-04"),
        ("en", "Talks resume on Monday.", "2024-03-11"),
        ("en", "The ship sank on Monday.", "2024-03-04"),
        ("fr", "Il sera présenté lundi à un juge.", "2024-03-11"),
        ("fr", "Les aveux présentés lundi seront lus.", "2024-03-04"),
        ("de", "Das Opfer starb Freitag.", "2024-03-01"),
        ("de", "Der Täter floh am Freitag.", "2024-03-01"),
    ],
)
def test_more_verbs_tell_where_a_date_lies(article: Make, language: str, text: str, expected: str) -> None:
    assert [value for _, value in told(article, language, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Een man is dinsdag gepakt, zei de politie woensdag. Agenten zagen hem om 23.40 uur.", WEDNESDAY, "05T23:40"),
        ("Een man is dinsdag gepakt, zei de politie woensdag. Agenten zagen hem om 13.40 uur.", WEDNESDAY, "06T13:40"),
        ("Een man is dinsdag gepakt, zei de politie woensdag. De film begint om 23.40 uur.", WEDNESDAY, "06T23:40"),
        ("Dinsdag was het stil, woensdag niet. Hij kwam om 13.40 uur.", "2024-03-06T09:00:00+01:00", "05T13:40"),
    ],
)
def test_an_hour_that_had_not_been_when_it_was_told_is_of_the_day_before(
    article: Make, text: str, published: str, expected: str
) -> None:
    assert told(article, "nl", text, published)[-1][1] == f"2024-03-{expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She will speak at 10:30 a.m. EDT (1430 GMT) on Friday.", "2024-03-08T10:30"),
        ("She will speak at 10:30 a.m. EST Friday.", "2024-03-08T10:30"),
        ("She spoke at 10:30 a.m. Police on Friday will say more.", "2024-03-06T10:30"),
    ],
)
def test_a_time_is_of_the_weekday_behind_its_zone(article: Make, text: str, expected: str) -> None:
    assert told(article, "en", text)[0][1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The trial will start June 3.", [("June 3", "2024-06-03")]),
        ("en", "The trial will end Friday.", [("Friday", "2024-03-08")]),
        ("en", "It came late Monday.", [("late Monday", "2024-03-04")]),
        ("en", "It will come at the end of May.", [("end of May", "2024-05")]),
        ("fr", "Il est parti peu avant 17H00.", [("17H00", "2024-03-06T17:00")]),
        ("es", "Salió poco antes de las 17.00.", [("17.00", "2024-03-06T17:00")]),
        ("es", "Salió antes de las 17 pruebas.", []),
        ("de", "Seit der Reform 2023 steigt die Zahl.", [("2023", "2023")]),
        ("de", "Der Ordner Agenda 2030 fehlt.", []),
    ],
)
def test_verbs_and_words_right_before_a_date(
    article: Make, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De bond staakt vrijdag.", "2024-03-08"),
        ("Het bericht kwam vrijdag.", "2024-03-01"),
        ("De kwaliteit daalde vrijdag.", "2024-03-01"),
    ],
)
def test_a_dutch_noun_is_no_verb_of_the_present(article: Make, text: str, expected: str) -> None:
    assert [value for _, value in told(article, "nl", text)] == [expected]
