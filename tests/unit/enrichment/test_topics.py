from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.models import Article, TopicScore
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.topics import Topics
from wireroom_enrichment.topics.lexicon import LANGUAGES, entries, pattern, spaced
from wireroom_enrichment.topics.taxonomy import TOPICS

TOPICS_ANNOTATOR = Topics()
Make = Callable[..., Article]


def found(article: Article, language: str) -> tuple[TopicScore, ...]:
    return TOPICS_ANNOTATOR.annotate(replace(Draft.of(article), language=language)).topics


@pytest.mark.parametrize(
    ("language", "first", "title", "text"),
    [
        (
            "fr",
            "conflict, war and peace",
            "Trêve rompue au nord du lac",
            "Des tirs d'artillerie ont repris mardi entre l'armée et les rebelles, malgré le cessez-le-feu signé "
            "en mars. "
            "Douze soldats ont été tués, selon l'état-major. L'ONU appelle les belligérants à reprendre les "
            "pourparlers.",
        ),
        (
            "fr",
            "sport",
            "La Louvière renverse Mons",
            "Menés à la mi-temps, les Loups ont marqué trois buts en dix minutes. L'entraîneur a salué ses "
            "joueurs après "
            "cette victoire qui les qualifie pour les demi-finales de la Coupe.",
        ),
        (
            "fr",
            "politics and government",
            "Le Sénat rejette le budget de la culture",
            "Les sénateurs de l'opposition ont voté contre le projet de loi. Le Premier ministre a annoncé que le "
            "gouvernement représenterait le texte aux députés avant les élections.",
        ),
        (
            "fr",
            "religion",
            "Le pape attendu à Liège",
            "Le pape célébrera une messe à la cathédrale, a annoncé l'évêque. Des milliers de fidèles catholiques "
            "et des "
            "pèlerins sont attendus dans le diocèse.",
        ),
        (
            "fr",
            "education",
            "Pénurie d'instituteurs",
            "A la rentrée scolaire, il manque trois cents enseignants dans les écoles primaires. Le rectorat "
            "promet des "
            "recrutements et les élèves de lycée auront moins d'heures.",
        ),
        (
            "en",
            "crime, law and justice",
            "Two jailed over museum theft",
            "A judge sentenced two men to six years in prison for stealing coins. Prosecutors told the court that the "
            "thieves had planned the burglary for months. Both had pleaded guilty.",
        ),
        (
            "en",
            "economy, business and finance",
            "Bank lifts rates",
            "The central bank raised interest rates by 25 basis points as inflation stayed high. Stocks fell on "
            "Wall Street "
            "and bond yields rose. Economists expect exports to slow.",
        ),
        (
            "en",
            "disaster, accident and emergency incident",
            "Quake kills nine",
            "A strong earthquake shook the coast at dawn. Rescuers searched the rubble for survivors, and "
            "hundreds of people "
            "were evacuated. Aftershocks went on all day, emergency services said.",
        ),
        (
            "en",
            "science and technology",
            "Probe finds water",
            "Scientists using a NASA telescope have found water on a planet beyond the solar system, researchers "
            "said in a "
            "study published in the journal Nature. Astronomers called the discovery a first.",
        ),
        (
            "en",
            "health",
            "Measles outbreak spreads",
            "Doctors reported forty new cases of measles. Health officials urged parents to have children "
            "vaccinated, and "
            "two hospitals opened wards for patients who were infected.",
        ),
        (
            "en",
            "society",
            "City opens shelters",
            "More than 400 refugees and migrants sleep in the streets. Charities say that poverty grows, and that "
            "homeless "
            "families wait for social housing. Asylum seekers wait for months.",
        ),
        (
            "nl",
            "labour",
            "Vakbonden leggen haven plat",
            "De staking in de haven duurt tot vrijdag. De vakbonden eisen hogere lonen en een nieuwe cao voor de "
            "werknemers. "
            "De werkgevers willen pas praten als de actie stopt.",
        ),
        (
            "nl",
            "weather",
            "Code oranje",
            "Het KNMI waarschuwt voor zware windstoten en veel regen. In het zuiden kan het gaan sneeuwen bij "
            "temperaturen "
            "rond het vriespunt. Dinsdag wordt het droog en zonnig weer.",
        ),
        (
            "nl",
            "environment",
            "Rivier opnieuw vervuild",
            "In de rivier is opnieuw pfas gevonden. Natuurbeschermers vrezen voor de biodiversiteit in het "
            "natuurgebied. "
            "De vervuiling komt volgens de milieudienst uit een lozing.",
        ),
        (
            "de",
            "arts, culture, entertainment and media",
            "Museum zeigt vergessene Maler",
            "Die Ausstellung zeigt achtzig Gemälde von Künstlern, die lange vergessen waren. Das Museum hat sie "
            "mit der "
            "Galerie der Stadt vorbereitet. Zur Eröffnung spielt ein Orchester.",
        ),
        (
            "de",
            "politics and government",
            "Koalition verliert Mehrheit",
            "Nach der Landtagswahl verliert die Regierung ihre Mehrheit. Der Ministerpräsident kündigte Gespräche "
            "mit der "
            "Opposition an. Die Wahlbeteiligung lag bei 71 Prozent.",
        ),
        (
            "de",
            "lifestyle and leisure",
            "Sternekoch kocht im Zelt",
            "Der Sternekoch zieht mit seinem Restaurant auf den Campingplatz. Urlauber bekommen Rezepte und Wein "
            "aus der "
            "Gegend. Gastronomen in der Freizeitbranche sind gespannt.",
        ),
        (
            "es",
            "sport",
            "Remontada en Sevilla",
            "El delantero marcó dos goles en la segunda parte y el equipo ganó el partido. El entrenador elogió a sus "
            "jugadores, que lideran la liga con tres puntos.",
        ),
        (
            "es",
            "crime, law and justice",
            "Cae una banda de atracadores",
            "La Policía detuvo a cinco sospechosos por el robo de un banco. El juez ordenó prisión preventiva y "
            "la fiscalía "
            "los acusa de extorsión.",
        ),
        (
            "es",
            "labour",
            "Huelga en el metro",
            "Los sindicatos convocan una huelga indefinida por los despidos. Los trabajadores piden un nuevo convenio "
            "colectivo y mejores salarios; la patronal ofrece diálogo.",
        ),
    ],
)
def test_what_an_article_is_about_comes_first(language: str, first: str, title: str, text: str, article: Make) -> None:
    topics = found(article(text, title=title), language)
    assert topics
    assert topics[0].name == first


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le pont sera fermé mardi. On passera par la rive gauche, où une passerelle a été posée."),
        ("en", "The price war between two supermarkets, and a heart attack. He lives near the market square."),
        ("nl", "De brug gaat dinsdag weer open voor voetgangers."),
        ("de", "Die Brücke wird am Dienstag wieder geöffnet; Fußgänger dürfen sie schon am Abend benutzen."),
        ("es", "El puente abre el martes para los peatones, y el jueves para todos."),
        ("it", "La guerra continua: soldati, bombardamenti, cessate il fuoco."),
    ],
)
def test_too_little_to_go_by_names_no_topic(language: str, text: str, article: Make) -> None:
    assert found(article(text, title=""), language) == ()


def test_a_topic_of_the_second_level_stands_behind_its_first(article: Make) -> None:
    text = "Shelling and airstrikes went on. Artillery hit the front line, and warplanes bombarded the besieged town."
    first, second = found(article(text, title="Airstrike"), "en")
    assert (first.code, first.name) == ("medtop:16000000", "conflict, war and peace")
    assert (second.code, second.name) == ("medtop:20000056", "armed conflict")
    assert 0 < second.score <= first.score <= 1


def test_two_topics_that_share_an_article_are_both_named(article: Make) -> None:
    text = (
        "Nurses at the hospital went on strike over wages. The union said that patients were safe: doctors and nurses "
        "would treat every emergency. Workers want a pay rise; the health minister wants collective bargaining."
    )
    names = [topic.name for topic in found(article(text, title="Nurses on strike"), "en")]
    assert {"labour", "health"} <= set(names)


def test_words_in_the_title_count_more(article: Make) -> None:
    text = "The museum shows films. The court heard the judge."
    film, court = (found(article(text * 2, title=title), "en") for title in ("A film on the museum", "Judge in court"))
    assert film[0].name == "arts, culture, entertainment and media"
    assert court[0].name == "crime, law and justice"


def test_accents_case_and_marks_do_not_matter() -> None:
    assert spaced("L’Élection: «œuvre» à Ñuñoa-Straße") == " l  election  oeuvre  a  nunoa  strasse "
    assert spaced("") == "  "


def test_every_topic_has_iptcs_kind_of_code_and_a_parent_that_exists() -> None:
    assert len({topic.code for topic in TOPICS.values()}) == len(TOPICS)
    assert sum(topic.broader is None for topic in TOPICS.values()) == 17
    for topic in TOPICS.values():
        assert len(topic.code) == len("medtop:00000000")
        assert topic.broader is None or TOPICS[topic.broader].broader is None


@pytest.mark.parametrize("written", ["[no such topic]\n3 word", "[sport]\n3 a*b", "[sport]\n3 *", "[sport]\nx word"])
def test_a_lexicon_that_breaks_the_form_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"topic|matched|float"):
        list(entries(written))


@pytest.mark.parametrize("text", ["war " * 1000, "krieg" * 1000, "\ud800guerre", "مرحبا "])
def test_monsters_pass(text: str, article: Make) -> None:
    for language in LANGUAGES:
        assert len(found(article(text), language)) <= 3


@settings(max_examples=50)
@given(st.lists(st.sampled_from([*"aé\ud800ß«\u202e😀 \n12", "\u0130", "œ", "한"]), max_size=30).map("".join))
def test_any_text_passes(text: str) -> None:
    assert spaced(text).isascii()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_stands_twice_and_those_of_weight_0_take_words_from_others(language: str) -> None:
    written = files("wireroom_enrichment.topics").joinpath("lexicon", f"{language}.txt").read_text(encoding="utf-8")
    found = [(topic if weight else "", pattern(entry), weight) for topic, weight, entry in entries(written)]
    assert len({(topic, entry) for topic, entry, _ in found}) == len(found)
    weighted = {entry for _, entry, weight in found if weight}
    for idle in (entry for _, entry, weight in found if not weight):
        assert any(entry in f"{idle} " for entry in weighted - {idle}), idle
