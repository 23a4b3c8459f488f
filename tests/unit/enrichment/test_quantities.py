from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.models import Article, NewsTime, Quantity
from wireroom_enrichment.dates import Dates
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.quantities import Quantities

from .conftest import article_of

DATES, QUANTITIES = Dates(), Quantities()
PUBLISHED = NewsTime(value="2024-03-06", precision="day", raw="2024-03-06")
Make = Callable[..., Article]
Told = tuple[str, float, str | None, str | None, str]


def found(make: Make, language: str, text: str) -> list[Quantity]:
    draft = replace(Draft.of(make(text, published_at=PUBLISHED)), language=language)
    annotations = QUANTITIES.annotate(DATES.annotate(draft)).annotations
    quantities = [each for each in annotations if isinstance(each, Quantity)]
    assert all(each.text == text[each.start : each.end] for each in quantities)
    return quantities


def told(make: Make, language: str, text: str) -> list[Told]:
    return [(each.text, each.value, each.unit, each.noun, each.bound) for each in found(make, language, text)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "2.000 soldats", 2000),
        ("fr", "300 000 électeurs", 300_000),
        ("fr", "100'000 habitants", 100_000),
        ("fr", "3,5 millions de repas", 3_500_000),
        ("fr", "trente et une personnes", 31),
        ("fr", "soixante-douze otages", 72),
        ("fr", "deux cent cinquante coureurs", 250),
        ("fr", "trois mille manifestants", 3000),
        ("fr", "un million et demi d'électeurs", 1_500_000),
        ("en", "2,000 soldiers", 2000),
        ("en", "3.5 million meals", 3_500_000),
        ("en", "forty-eight lawmakers", 48),
        ("en", "two hundred and five dancers", 205),
        ("en", "a dozen policemen", 12),
        ("en", "half a million voters", 500_000),
        ("en", "two and a half million voters", 2_500_000),
        ("nl", "360.000 doden", 360_000),
        ("nl", "eenentwintig brieven", 21),
        ("nl", "tweeëndertig banen", 32),
        ("nl", "vijfhonderd boeren", 500),
        ("nl", "tienduizend betogers", 10_000),
        ("de", "dreiundzwanzig Bergleute", 23),
        ("de", "hundertzwanzig Gäste", 120),
        ("de", "250 000 Einwohner", 250_000),
        ("de", "5,3 Millionen Haushalte", 5_300_000),
        ("de", "zwei Dutzend Häuser", 24),
        ("es", "treinta y cinco bomberos", 35),
        ("es", "veintitrés mineros", 23),
        ("es", "diez mil personas", 10_000),
        ("es", "3,8 millones de viviendas", 3_800_000),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(article: Make, language: str, text: str, value: int) -> None:
    (quantity,) = found(article, language, f"X: {text}.")
    assert (quantity.text, quantity.value) == (text, value)


@pytest.mark.parametrize(
    ("language", "text", "unit", "value"),
    [
        ("fr", "12 %", "%", 12),
        ("fr", "214 millions d'euros", "EUR", 214_000_000),
        ("fr", "12 dollars canadiens", "CAD", 12),
        ("fr", "180 km/h", "km/h", 180),
        ("en", "$2bn", "USD", 2_000_000_000),
        ("en", "€3.5m", "EUR", 3_500_000),
        ("en", "A$500m", "AUD", 500_000_000),
        ("en", "£1.4 billion", "GBP", 1_400_000_000),
        ("en", "20 percent", "%", 20),
        ("en", "30 Swiss francs", "CHF", 30),
        ("en", "71 mph", "mph", 71),
        ("nl", "137 kilometer per uur", "kilometer per uur", 137),
        ("nl", "12,50 euro", "EUR", 12.5),
        ("de", "80 Mio. Euro", "EUR", 80_000_000),
        ("de", "38 Grad", "Grad", 38),
        ("de", "1,2 Milliarden US-Dollar", "USD", 1_200_000_000),
        ("es", "17,05 pesos mexicanos", "MXN", 17.05),
        ("es", "el 15 por ciento", "%", 15),
    ],
)
def test_units_and_currencies(article: Make, language: str, text: str, unit: str, value: float) -> None:
    (quantity,) = found(article, language, f"X: {text}.")
    assert (quantity.text, quantity.unit, quantity.value, quantity.noun) == (
        text.removeprefix("el "),
        unit,
        value,
        None,
    )


def test_pesos_are_those_of_the_country_that_the_text_names(article: Make) -> None:
    assert told(article, "es", "El Gobierno mexicano dará 75 millones de pesos.")[0][2] == "MXN"
    assert told(article, "es", "El Gobierno de Chile dará 75 millones de pesos.")[0][2] == "CLP"
    (unknown,) = found(article, "es", "El Gobierno dará 75 millones de pesos.")
    assert (unknown.unit, unknown.confidence < 0.8) == ("pesos", True)


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("fr", "six véhicules blindés", "véhicules blindés"),
        ("fr", "sept soldats tués", "soldats"),
        ("fr", "400 à 600 combattants", "combattants"),
        ("fr", "quelques 2.000 soldats américains", "soldats"),
        ("fr", "trois tonnes de riz", "riz"),
        ("en", "4,100 satellite images", "satellite images"),
        ("en", "forty working days", "working days"),
        ("en", "nine crew members", "crew members"),
        ("en", "28 inches of snow", "snow"),
        ("nl", "twee jonge mannen", "jonge mannen"),
        ("nl", "30 millimeter regen", "regen"),
        ("de", "zwei junge Frauen", "junge Frauen"),
        ("de", "drei Tonnen Reis", "Reis"),
        ("es", "22 saques directos", "saques directos"),
        ("es", "cuatro bolas de partido", "bolas de partido"),
        ("es", "34 metros de profundidad", None),
        ("fr", "9 km du sommet", None),
    ],
)
def test_the_noun_is_the_head_with_what_classifies_it(
    article: Make, language: str, text: str, noun: str | None
) -> None:
    (quantity,) = found(article, language, f"Il y avait {text}.")
    assert quantity.noun == noun


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("fr", "plus de 360.000 morts", "min"),
        ("fr", "au moins 17 soldats", "min"),
        ("fr", "jusqu'à six ans", "max"),
        ("fr", "moins de vingt minutes", "max"),
        ("fr", "une dizaine de véhicules", "about"),
        ("fr", "une douzaine de camions", "exact"),
        ("en", "as many as 40 homes", "max"),
        ("en", "nearly $480,000", "about"),
        ("en", "over 600 small glaciers", "min"),
        ("nl", "zo'n 2.000 schippers", "about"),
        ("nl", "een 250-tal stakers", "about"),
        ("nl", "ruim 30 banen", "min"),
        ("de", "knapp 700 Stellen", "about"),
        ("de", "bis zu 20 Grad", "max"),
        ("es", "hasta 24.000 euros", "max"),
        ("es", "cerca del 62 %", "about"),
    ],
)
def test_bounds_and_approximations_belong_to_the_span(article: Make, language: str, text: str, bound: str) -> None:
    (quantity,) = found(article, language, f"X: {text}.")
    assert (quantity.text, quantity.bound) == (text, bound)


def test_what_looks_like_a_bound_and_is_a_preposition(article: Make) -> None:
    assert told(article, "de", "Ein Kredit über 80 Millionen Euro.")[0][0] == "80 Millionen Euro"
    assert told(article, "en", "He is resigning over five cents.")[0][0] == "five cents"
    assert told(article, "es", "El paro bajó hasta el 11,8 %.")[0][0] == "11,8 %"
    assert told(article, "nl", "De wind liep op tot 137 kilometer.")[0][0] == "137 kilometer"


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("fr", "de 400 à 600 combattants", (400, 600)),
        ("fr", "entre 100'000 et 300'000 personnes", (100_000, 300_000)),
        ("en", "120-150 million euros", (120_000_000, 150_000_000)),
        ("de", "45 bis 50 Betten", (45, 50)),
        ("nl", "200.000 tot 250.000 euro", (200_000, 250_000)),
        ("es", "de dos a cuatro grados", (2, 4)),
    ],
)
def test_ranges_have_two_ends(article: Make, language: str, text: str, ends: tuple[int, int]) -> None:
    (quantity,) = found(article, language, f"X {text}.")
    assert (quantity.value, quantity.value_max) == ends


def test_a_sign_of_money_belongs_to_one_amount_only(article: Make) -> None:
    assert [each[0] for each in told(article, "en", "They paid 31 EUR 1,436 times.")] == ["31 EUR"]


def test_a_number_whose_noun_was_named_before_and_an_age(article: Make) -> None:
    assert [each[:2] for each in told(article, "fr", "Sept avions, dont deux prêtés par Rome.")] == [
        ("Sept avions", 7),
        ("deux", 2),
    ]
    assert told(article, "en", "Ann Clarke, 71, left.") == [("71", 71, None, None, "exact")]
    assert told(article, "de", "Petra Schmidt (61) geht.") == [("61", 61, None, None, "exact")]
    assert told(article, "es", "Ganó por 7-6 (9).") == []
    assert told(article, "en", "They found 17 of the 23 workers.")[0][:2] == ("17", 17)
    assert told(article, "en", "In all, 48 lawmakers agreed and 44 voted against.")[1][:2] == ("44", 44)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La 4e étape, le 2ème but, 3-1, le G7, l'A6, article 47, un homme, une seule averse, magnitude 6,1."),
        ("fr", "Des milliers de gens, des dizaines de milliers de déplacés, la moitié."),
        ("en", "The 11th Circuit, a man, 6-4, Boeing 737, F-16, No. 5, children under five, one witness, Covid-19."),
        ("nl", "De A2, 3-1, artikel 12, een man, duizenden mensen, de 21e eeuw."),
        ("de", "Artikel 14, 3:1, ein Mann, Tausende Menschen, der 54-Jährige, U21, Platz 3."),
        ("es", "El artículo 47, 7-6 (9), un sismo de magnitud 6,8, una mujer, el puesto 71, miles de personas."),
        ("fr", "Le 12 mai 2024, à 14h30, en 2014, il y a trois jours, depuis 2011."),
        ("en", "On May 12, 2024, at 3 p.m., two weeks ago, in 2014, the 1990s."),
        ("en", "Two thirds of them, one in five, three times as many, the 15,000-strong force, a 40-mile run."),
        ("de", "Zwei Drittel, drei Mal, die 12. Minute."),
        ("fr", "Deux tiers, une personne sur cinq, trois fois plus."),
        ("es", "Dos de cada tres, dos tercios, tres veces."),
        ("nl", "Twee op de drie, twee derde, drie keer."),
        ("sv", "2.000 soldater"),
    ],
)
def test_what_counts_nothing_is_left_out(article: Make, language: str, text: str) -> None:
    assert told(article, language, text) == []


LISTED = (
    "12 2.000 3,5 cent mille deux et un million de une dizaine $ € £ % km euros soldats plus de jusqu' à half a dozen"
    " dreiundzwanzig Mio. - / . , ( ) 999999999999999999999999 \u0663 \ud800 \n\n entre dont tonnes riz 12e"
)
WORDS = st.sampled_from(LISTED.split(" "))


PLAIN = Draft.of(article_of("A", title="", published_at=PUBLISHED))


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["fr", "en", "nl", "de", "es"]))
def test_any_text_is_read_and_spans_stay_in_it(text: str, language: str) -> None:
    draft = replace(PLAIN, text=text, language=language)
    spans = [(each.start or 0, each.end or 0) for each in QUANTITIES.annotate(draft).annotations]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("piece", ["1.", "12 ", "cent ", "mille et ", "$1", "plus de ", "9", "2 à "])
def test_monsters_are_read(article: Make, piece: str) -> None:
    text = piece * (3_000 // len(piece))
    assert all(each.text for each in found(article, "fr", text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Prices rose between 1.5% and 2%.", [("1.5% and 2%", 1.5, 2)]),
        ("en", "Losses of $2 million to $3 million.", [("$2 million to $3 million", 2_000_000, 3_000_000)]),
        ("en", "Sales went from 12% to 15%.", [("12%", 12, None), ("15%", 15, None)]),
        ("es", "Entre el 40 y el 45 % votó.", [("40 y el 45 %", 40, 45)]),
        ("nl", "De prijs steeg van 12 tot 15 euro.", [("12", 12, None), ("15 euro", 15, None)]),
        ("nl", "Het kost van 12 tot 15 euro.", [("12 tot 15 euro", 12, 15)]),
        ("nl", "Herstel kost 4 tot 5 miljoen.", [("4 tot 5 miljoen", 4_000_000, 5_000_000)]),
        ("fr", "Les loyers augmentent de 2 à 3%.", [("2 à 3%", 2, 3)]),
        ("fr", "Le nombre passe de 12 à 15 cas.", [("12", 12, None), ("15 cas", 15, None)]),
        ("es", "Jóvenes de 14 a 17 años. Los precios suben.", [("14 a 17 años", 14, 17)]),
        ("es", "La edad subió de 29 a 31 años.", [("29", 29, None), ("31 años", 31, None)]),
    ],
)
def test_ranges_have_their_unit_once_or_twice_and_changes_are_none(
    article: Make, language: str, text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    assert [(each.text, each.value, each.value_max) for each in found(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Minus 12 degrees were measured.", [("Minus 12 degrees", -12)]),
        ("en", "It was -12 °C at dawn.", [("-12 °C", -12)]),
        ("de", "Es waren minus 3 Grad.", [("minus 3 Grad", -3)]),
        ("fr", "Il faisait moins 15 degrés.", [("moins 15 degrés", -15)]),
        ("fr", "Moins de 15 degrés.", [("Moins de 15 degrés", 15)]),
        ("en", "A 6-12 degrees swing.", [("6-12 degrees", 6)]),
    ],
)
def test_degrees_can_be_below_zero(article: Make, language: str, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(each.text, each.value) for each in found(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Des frères âgés de 24 et 31 ans.", ["24", "31 ans"]),
        ("nl", "Kinderen van 4, 7 en 9 jaar.", ["4", "7", "9 jaar"]),
        ("en", "Twelve were hurt, two of them badly.", ["Twelve", "two"]),
        ("de", "An Bord sind elf Geräte, vier davon neu.", ["elf Geräte", "vier"]),
        ("de", "Zwei Menschen starben, elf wurden verletzt.", ["Zwei Menschen", "elf"]),
        ("nl", "Daarvan haalden er 98 de finish.", ["98"]),
        ("nl", "Een agent van 31 raakte gewond.", ["31"]),
        ("en", "Cases rose to 310, up from 186 in May.", ["310", "186"]),
        ("de", "Die Zahl stieg auf 264, nach 186 im Vorjahr.", ["264", "186"]),
        ("es", "Subirá del puesto 71 al 48 de la lista.", []),
        ("en", "Gate 12 and flight 31 were closed.", []),
        ("nl", "Om 8.00 uur gaat het open.", []),
        ("en", "Two suspects, aged 19 and 22, were held.", ["Two suspects", "19", "22"]),
        ("es", "Mató a 3 personas e hirió a otras 12.", ["3 personas", "12"]),
        ("fr", "Elle a été élue par 220 voix contre 210.", ["220 voix", "210"]),
        ("fr", "Le titre gagne 3,5% à 12,40 euros.", ["3,5%", "12,40 euros"]),
        ("nl", "De uitgaven daalden van 96 in 2023 naar 58 in 2025.", ["96", "58"]),
        ("de", "Dafür stimmten 389 Abgeordnete, 254 dagegen.", ["389 Abgeordnete", "254"]),
        ("es", "Suben entre un 18 y un 23 %.", ["18 y un 23 %"]),
        ("de", "Eine Umfrage unter 1004 Wählern.", ["1004 Wählern"]),
        ("nl", "Voor 45 camera's en een tweehonderdtal foto's.", ["45 camera's", "een tweehonderdtal foto's"]),
    ],
)
def test_numbers_without_a_noun_are_found_by_the_words_beside_them(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [each.text for each in found(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Een straf van anderhalf jaar.", ("anderhalf jaar", 1.5)),
        ("de", "Nach zweieinhalb Stunden.", ("zweieinhalb Stunden", 2.5)),
        ("es", "Tras cuatro años y medio.", ("cuatro años y medio", 4.5)),
        ("fr", "Après trois heures et demie.", ("trois heures et demie", 3.5)),
        ("es", "Cerca de un 20 % votó.", ("Cerca de un 20 %", 20)),
        ("nl", "Nog geen 900 leden.", ("Nog geen 900 leden", 900)),
        ("nl", "Windstoten van 141 km/u.", ("141 km/u", 141)),
        ("nl", "De dijk was 80 centimeter lager.", ("80 centimeter", 80)),
        ("fr", "On comptait 400 km de bouchons.", ("400 km de bouchons", 400)),
    ],
)
def test_halves_and_units_are_read_as_they_are_said(
    article: Make, language: str, text: str, expected: tuple[str, float]
) -> None:
    assert [(each.text, each.value) for each in found(article, language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It cost Rs 4,500 crore.", [("Rs 4,500 crore", 45_000_000_000)]),
        ("en", "It will create 1.5 lakh jobs.", [("1.5 lakh jobs", 150_000)]),
        ("en", "It cost 4.8 trillion U.S. dollars.", [("4.8 trillion U.S. dollars", 4.8e12)]),
        ("en", "It raised a quarter of a million dollars.", [("a quarter of a million dollars", 250_000)]),
        ("en", "A quarter of the town left.", []),
        ("es", "Enviaron medio millar de médicos.", [("medio millar de médicos", 500)]),
        ("es", "Llegaron 51 mil 600 millones de dólares.", [("51 mil 600 millones de dólares", 51.6e9)]),
        ("es", "Vendió 51 mil discos en 600 días.", [("51 mil discos", 51_000), ("600 días", 600)]),
        ("fr", "Il y avait une petite centaine de policiers.", [("une petite centaine de policiers", 100)]),
        ("fr", "Soit 0,4 point de pourcentage.", [("0,4 point de pourcentage", 0.4)]),
        ("nl", "Het brood werd 31 cent duurder.", [("31 cent", 31)]),
        ("es", "Tiene medio millón de habitantes.", [("medio millón de habitantes", 500_000)]),
        ("es", "Tardó medio día.", []),
        ("fr", "Un demi-million d'habitants.", [("Un demi-million d'habitants", 500_000)]),
        ("fr", "Une demi-douzaine de voitures.", [("Une demi-douzaine de voitures", 6)]),
        ("fr", "Le titre perd (-1,2%), un autre gagne (+0,4%).", [("-1,2%", -1.2), ("+0,4%", 0.4)]),
        ("fr", "Le modèle A-12% est neuf.", []),
        ("es", "La policía las cifró en cinco mil.", [("cinco mil", 5000)]),
        ("de", "Es kamen ein paar Tausend Menschen.", []),
        ("de", "Es kamen tausend Menschen.", [("tausend Menschen", 1000)]),
    ],
)
def test_other_ways_to_write_a_number_are_read(
    article: Make, language: str, text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(each.text, each.value) for each in found(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El Ibex 35 ha cerrado en verde.", []),
        ("en", "The FTSE 100 shares rose.", []),
        ("en", "The FTSE 12 shares rose.", ["12 shares"]),
        ("nl", "Zes op de tien treinen reden.", []),
        ("nl", "De AEX won 0,8 procent op 776,23 punten.", ["0,8 procent", "776,23 punten"]),
        ("fr", "Un patient sur cinq attend.", []),
        ("fr", "Il a perdu 3 euros sur 12 mois.", ["3 euros", "12 mois"]),
        ("en", "Gold fell $12 to $2,310 an ounce.", ["$12", "$2,310"]),
        ("en", "It will cut $12 to $23 from the price.", ["$12 to $23"]),
        ("en", "It was two hundredths faster.", []),
    ],
)
def test_indices_shares_and_new_levels_are_told_from_counts(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [each.text for each in found(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The fire swept a ferry, killing 31, the coast guard said.", ["31"]),
        ("en", "They face three more days of rain.", ["three more days"]),
        ("en", "Three people died and five others were injured.", ["Three people", "five others"]),
        ("fr", "Deux autres personnes ont fui, cinq autres sont restées.", ["Deux autres personnes", "cinq autres"]),
        ("de", "Drei Menschen starben, fünf weitere wurden verletzt.", ["Drei Menschen", "fünf weitere"]),
        ("de", "Fünf weitere Männer flohen.", ["Fünf weitere Männer"]),
        ("en", "They were beaten in four of their last six games.", ["four", "six games"]),
        ("de", "Sie verloren fünf der letzten sechs Spiele.", ["fünf", "sechs Spiele"]),
        ("fr", "Lyon compte 51 points, six de plus que Nice.", ["51 points", "six"]),
        ("de", "Laut Polizei sind es zwei.", ["zwei"]),
        ("fr", "Le prix a baissé de 12 à 10 euros.", ["12", "10 euros"]),
        ("fr", "Au moins dix ont été blessées, dont deux grièvement.", ["Au moins dix", "deux"]),
        ("en", "At least 10 were hurt, two seriously.", ["At least 10", "two"]),
        ("en", "It weighs 10 tonnes, two too many.", ["10 tonnes"]),
        ("de", "Im Dezember waren es noch 66.", ["66"]),
        ("de", "Sie sprang auf 138 und 141,5 Meter.", ["138", "141,5 Meter"]),
        ("de", "Platz 138 und Anna sprang 141,5 Meter.", ["141,5 Meter"]),
        ("en", "They cut the target to 52 reais from 55.", ["52 reais", "55"]),
        ("en", "He moved to lane 52 from 55.", []),
        ("en", "The rallies left 19 dead and two wounded people.", ["19 dead", "two wounded people"]),
        ("fr", "Près d'un millier d'enfants ont disparu.", ["Près d'un millier d'enfants"]),
        ("en", "They carried 178 passengers and crew.", ["178 passengers and crew"]),
        (
            "nl",
            "Hij heeft de 1500 meter gewonnen, veertig meter achter hem reed niemand.",
            ["1500 meter", "veertig meter"],
        ),
        ("nl", "Nog eens twaalf liepen weg.", []),
        ("en", "Three of the victims and 12 of his men fled.", ["Three", "12"]),
        ("en", "See 4 of the report.", []),
        ("fr", "Trois des victimes et deux de ses fils ont fui.", ["Trois", "deux"]),
        ("es", "Dos de los detenidos subieron al 48 de la lista.", ["Dos"]),
        ("nl", "Drie van de slachtoffers zijn kinderen.", ["Drie"]),
        ("de", "Zwei der Opfer starben.", ["Zwei"]),
        ("en", "Curtis Vane, now 54, walked free. He was 22 when he fled.", ["54", "22"]),
        ("en", "It was 22 when they counted, 54 then.", []),
    ],
)
def test_what_is_counted_may_be_left_out_or_stand_further_on(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [each.text for each in found(article, language, text)] == expected
