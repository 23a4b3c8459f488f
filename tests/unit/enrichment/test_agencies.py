from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.agencies import AGENCY_IDS
from wireroom_core.models import Agency, Article
from wireroom_enrichment.agencies import Agencies
from wireroom_enrichment.agencies.known import AMBIGUOUS, NAMES
from wireroom_enrichment.agencies.names import MOST, mentions, short_name
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.sentences import Sentences

SENTENCES, AGENCIES = Sentences(), Agencies()
Make = Callable[..., Article]


def found(article: Article, language: str) -> list[Agency]:
    draft = AGENCIES.annotate(SENTENCES.annotate(replace(Draft.of(article), language=language)))
    agencies = [annotation for annotation in draft.annotations if isinstance(annotation, Agency)]
    for agency in agencies:
        if agency.start is not None:
            assert article.text[agency.start : agency.end] == agency.text
    return agencies


def told(article: Article, language: str) -> list[str]:
    """Each credit as "name role"; where the text has another spelling, with that."""
    return [
        f"{agency.name} {agency.role}" + (f" {agency.text!r}" if agency.text != agency.name else "")
        for agency in found(article, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BAMAKO, 12 nov. 2026 (AFP) - Le pont rouvre.", ["AFP dateline"]),
        ("Foix (France), 21 juil. 2025 (AFP) - Le pont rouvre.", ["AFP dateline"]),
        ("GAND 29/12 (BELGA) = Le pont rouvre.", ["Belga dateline 'BELGA'"]),
        ("Lausanne (ats) Le pont rouvre.", ["ATS dateline 'ats'"]),
        ("Berne (awp/ats) - Le pont rouvre.", ["AWP dateline 'awp'", "ATS dateline 'ats'"]),
        ("Trier (dpa/lrs) - Die Brücke ist offen.", ["dpa dateline"]),
        ("Berlin (AFP/dpa) - Die Brücke ist offen.", ["AFP dateline", "dpa dateline"]),
        ("Bonn (KNA) Die Brücke ist offen.", ["KNA dateline"]),
        ("Hannover (epd). Die Brücke ist offen.", ["epd dateline"]),
        ("Frankfurt am Main (dpa) - Die Brücke ist offen.", ["dpa dateline"]),
        ("LONDON, May 14 (Reuters) - The bridge is open.", ["Reuters dateline"]),
        ("PORTLAND, Maine (AP) — The bridge is open.", ["AP dateline"]),
        ("SEOUL, Nov. 12 (Yonhap) -- The bridge is open.", ["Yonhap dateline"]),
        ("MOSCOW, November 12. /TASS/. The bridge is open.", ["TASS dateline"]),
        ("SYDNEY, AAP - The bridge is open.", ["AAP dateline"]),
        ("ISLAMABAD: (APP) The bridge is open.", ["APP dateline"]),
        ("Madrid, 14 may (EFE).-El puente abre.", ["EFE dateline"]),
        ("New Delhi, Nov 12 (PTI) The bridge is open.", ["PTI dateline"]),
        ("Sevilla, 4 oct (EFE).- El puente abre.", ["EFE dateline"]),
        ("MADRID, 12 Nov. (EUROPA PRESS) - El puente abre.", ["Europa Press dateline 'EUROPA PRESS'"]),
        ("EFE.- El puente abre.", ["EFE dateline"]),
        ("DEN HAAG (ANP) - De brug is open.", ["ANP dateline"]),
        ("Une première dépêche.\n\nPARIS (AFP) - Une seconde.", ["AFP dateline"]),
        ("(Belga) Le pont rouvre.", ["Belga dateline"]),
    ],
)
def test_datelines(text: str, expected: list[str], article: Make) -> None:
    assert told(article(text), "und") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ada Moor, PA\n\nThe bridge is open to all.", ["PA byline"]),
        ("By ADA MOOR\nAssociated Press\n\nThe bridge is open.", ["AP byline 'Associated Press'"]),
        ("Von Ada Moor, dpa\n\nDie Brücke ist offen.", ["dpa byline"]),
        ("Par Ada MOOR (AFP)\n\nLe pont rouvre.", ["AFP byline"]),
        ("La rédaction avec Belga\n\nLe pont rouvre.", ["Belga byline"]),
        ("Reuters Staff\n\nThe bridge is open.", ["Reuters byline"]),
        ("Agence France-Presse in Dakar\n\nThe bridge is open.", ["AFP byline 'Agence France-Presse'"]),
        ("Le Monde avec AFP\n\nLe pont rouvre.", ["AFP byline"]),
        ("Publié le 19/11/2026 par Ada Moor avec AFP\n\nLe pont rouvre.", ["AFP byline"]),
        ("Redacción / EFE\n\nEl puente abre.", ["EFE byline"]),
        (f"{'Die Brücke ist offen. ' * 9}\n\nVon Ada Moor, APA\n\nSie hält.", ["APA byline"]),
        ("AFP chief to step down after board row\n\nHe leaves.", []),
        ("Accord avec l'AFP sur les salaires\n\nIl tient.", []),
    ],
)
def test_bylines(text: str, expected: list[str], article: Make) -> None:
    assert told(article(text), "und") == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("\n\nbdk-AFP/sml/epo", ["AFP trailer"]),
        ("\n\ngw/AFP/mtp", ["AFP trailer"]),
        ("\n\n(KAV/BELGA)", ["Belga trailer 'BELGA'"]),
        ("\n\ndpa hse yyzz n1 bru", ["dpa trailer"]),
        (
            "\n\nAssociated Press writer Mia Bell in Omaha contributed to this report.",
            ["AP trailer 'Associated Press'"],
        ),
        ("\n\nThe Associated Press contributed to this report.", ["AP trailer 'Associated Press'"]),
        ("\n\nQuelle: dpa", ["dpa trailer"]),
        ("\n\n© AFP", ["AFP trailer"]),
        ("\n\nAvec AFP et Belga", ["AFP trailer", "Belga trailer"]),
        (" EFE", ["EFE trailer"]),
        (" EFE\n\nmrv/csg", ["EFE trailer"]),
        (" (Belga)", ["Belga trailer"]),
        (" (sda/afp)", ["SDA trailer 'sda'", "AFP trailer 'afp'"]),
        (" (APA, 12.11.2026)", ["APA trailer"]),
        (" (ats et rédaction)", ["ATS trailer 'ats'"]),
        ("\n\nHLN/Belga", ["Belga trailer"]),
        ("\n\n© dpa-infocom, dpa:260422-930-118/2", ["dpa trailer"]),
        ("\n\nCopyright 2026 The Associated Press. All rights reserved.", ["AP trailer 'The Associated Press'"]),
        ("\n\nThis report by The Canadian Press was first published Oct. 2.", ["CP trailer 'The Canadian Press'"]),
        ("\n\nMet medewerking van het ANP", ["ANP trailer"]),
        ("\n\nL'AFP a salué la collaboration.", []),
    ],
)
def test_trailers(end: str, expected: list[str], article: Make) -> None:
    text = "All of the bridges were opened on Monday, which pleased whoever had waited for so long, says a man there."
    assert told(article(f"{text * 2}\n\nOne line more.{end}"), "und") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Le pont tient », a indiqué à l’AFP le maire.", ["AFP interlocutor"]),
        ("fr", "« Le pont tient », a-t-elle précisé vendredi à l'agence Belga.", ["Belga interlocutor"]),
        ("fr", "Le pont tient, a confirmé le maire auprès de Reuters.", ["Reuters interlocutor"]),
        ("fr", "Interrogé mardi par l'AFP, le maire se tait.", ["AFP interlocutor"]),
        ("fr", "« Il tient », a raconté à une journaliste de l'AFP un passant.", ["AFP interlocutor"]),
        ("fr", "Il l'a dit à l'agence de presse russe Interfax.", ["Interfax interlocutor"]),
        ("fr", "Il l'a dit dans un entretien à l'AFP.", ["AFP interlocutor"]),
        ("fr", "Il l'a déclaré aux agences AFP et Reuters.", ["AFP interlocutor", "Reuters interlocutor"]),
        ("en", "“It holds,” the mayor told Reuters by phone.", ["Reuters interlocutor"]),
        ("en", "“It holds,” he told The Associated Press.", ["AP interlocutor 'The Associated Press'"]),
        ("en", "“It holds,” he told the PA news agency.", ["PA interlocutor"]),
        ("en", "“It holds,” he said in an interview with AFP.", ["AFP interlocutor"]),
        ("en", "He confirmed the talks in an email to Reuters.", ["Reuters interlocutor"]),
        ("en", "“It holds,” she told an AFP reporter.", ["AFP interlocutor"]),
        ("en", "“It holds,” he told Russia's Interfax news agency.", ["Interfax interlocutor"]),
        (
            "de",
            "„Sie hält“, sagte er am Montag der Deutschen Presse-Agentur.",
            ["dpa interlocutor 'Deutschen Presse-Agentur'"],
        ),
        ("de", "„Sie hält“, sagte die Rätin zur APA.", ["APA interlocutor"]),
        ("de", "„Sie hält“, sagte er im Gespräch mit der APA.", ["APA interlocutor"]),
        ("de", "Gegenüber der dpa erklärte sie, die Brücke halte.", ["dpa interlocutor"]),
        ("de", "Sie hält, teilte er der Nachrichtenagentur AFP mit.", ["AFP interlocutor"]),
        ("de", "Sie halte, sagte ein Sprecher auf dpa-Anfrage.", ["dpa interlocutor"]),
        (
            "de",
            "Das sagte sie der Deutschen Presse-Agentur (dpa).",
            ["dpa interlocutor 'Deutschen Presse-Agentur'", "dpa interlocutor"],
        ),
        ("nl", "‘Hij houdt’, zegt zij aan Belga.", ["Belga interlocutor"]),
        ("nl", "‘Hij houdt’, zei ze tegen het ANP.", ["ANP interlocutor"]),
        ("nl", "‘Hij houdt’, vertelt hij aan persbureau Reuters.", ["Reuters interlocutor"]),
        ("nl", "Dat laat ze aan het ANP weten.", ["ANP interlocutor"]),
        ("nl", "Hij zei het in gesprek met het persbureau AFP.", ["AFP interlocutor"]),
        ("es", "«Aguanta», dijo a EFE la alcaldesa.", ["EFE interlocutor"]),
        ("es", "«Aguanta», aseguró en declaraciones a Efe.", ["EFE interlocutor 'Efe'"]),
        ("es", "«Aguanta», explicó a la agencia AFP.", ["AFP interlocutor"]),
        ("es", "Fuentes policiales informaron a EFE de ello.", ["EFE interlocutor"]),
        ("es", "Lo dijo en una entrevista con Reuters.", ["Reuters interlocutor"]),
        ("en", "He told reporters, including from AFP, that it holds.", ["AFP interlocutor"]),
        ("en", "The mayor did not respond to a Reuters request for comment.", ["Reuters interlocutor"]),
        ("fr", "Il tient, a-t-il dit à la presse, dont l'AFP.", ["AFP interlocutor"]),
        ("nl", "Hij houdt, verzekert de beheerder aan Belga.", ["Belga interlocutor"]),
        ("nl", "De stad wil daar tegenover het ANP niet op ingaan.", ["ANP interlocutor"]),
        ("nl", "Zij antwoordt niet op vragen van Reuters.", ["Reuters interlocutor"]),
        ("de", "Die Bahn sagte Reuters, sie halte.", ["Reuters interlocutor"]),
        ("de", "Wie eine Sprecherin dpa mitteilte, hält sie.", ["dpa interlocutor"]),
        ("fr", "Il n'a pas répondu aux sollicitations de l'AFP.", ["AFP interlocutor"]),
        ("es", "La alcaldesa no quiso responder a EFE.", ["EFE interlocutor"]),
    ],
)
def test_whom_it_was_said_to(language: str, text: str, expected: list[str], article: Make) -> None:
    assert told(article(f"{text} Fin."), language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le pont tient, selon l'agence Belga.", ["Belga credit"]),
        ("fr", "Le pont tient, rapporte l'AFP.", ["AFP credit"]),
        ("fr", "Le maire, cité par l'agence Interfax, se tait.", ["Interfax credit"]),
        ("fr", "Trois ponts ont cédé, selon un décompte de l'AFP.", ["AFP credit"]),
        ("fr", "Le pont tient, a constaté un journaliste de l'AFP.", ["AFP credit"]),
        ("fr", "Le pont tient, a appris lundi l'AFP de source proche du dossier.", ["AFP credit"]),
        ("fr", "Le rapport, consulté mardi par Reuters, le dit.", ["Reuters credit"]),
        ("fr", "Selon un communiqué transmis à l'AFP, il tient.", ["AFP credit"]),
        ("en", "The bridge holds, Reuters reported on Monday.", ["Reuters credit"]),
        ("en", "The bridge holds, according to a document seen by Reuters.", ["Reuters credit"]),
        ("en", "The bridge holds, the official Xinhua news agency said.", ["Xinhua credit"]),
        ("en", "The bridge holds, according to an AFP tally.", ["AFP credit"]),
        ("en", "An AFP journalist saw the bridge.", ["AFP credit"]),
        ("en", "Reuters could not independently verify it.", ["Reuters credit"]),
        ("en", "The Associated Press obtained the letter.", ["AP credit 'Associated Press'"]),
        ("fr", "Des journalistes de l'AFP ont vu le pont.", ["AFP credit"]),
        ("de", "Ein dpa-Reporter berichtete von Rauch.", ["dpa credit"]),
        ("nl", "Het ANP kon de stukken inzien.", ["ANP credit"]),
        ("en", "State news agency TASS quoted him as saying so.", ["TASS credit"]),
        ("en", "He spoke of it, Interfax reported, citing the ministry.", ["Interfax credit"]),
        ("de", "Sie hält, berichtete die Nachrichtenagentur Reuters.", ["Reuters credit"]),
        ("de", "Sie hält, wie die dpa aus Kreisen erfuhr.", ["dpa credit"]),
        ("de", "Das geht aus dem Brief hervor, der der dpa vorliegt.", ["dpa credit"]),
        ("de", "Nach Informationen der Deutschen Presse-Agentur hält sie.", ["dpa credit 'Deutschen Presse-Agentur'"]),
        ("de", "Nach dpa-Informationen hält sie.", ["dpa credit"]),
        ("de", "Sie hält, meldete die staatliche Agentur Tass.", ["TASS credit 'Tass'"]),
        ("nl", "Hij houdt, meldt persbureau ANP.", ["ANP credit"]),
        ("nl", "Volgens het Franse persbureau AFP houdt hij.", ["AFP credit"]),
        ("nl", "Het blijkt uit stukken die het ANP heeft ingezien.", ["ANP credit"]),
        ("nl", "Hij houdt, vernam Belga woensdag.", ["Belga credit"]),
        ("es", "Aguanta, según la agencia EFE.", ["EFE credit"]),
        ("es", "Aguanta, informó la agencia estatal Xinhua.", ["Xinhua credit"]),
        ("es", "Fue revelado hace siete años por la agencia Europa Press.", ["Europa Press credit"]),
        ("es", "Aguanta, constató Efe en el lugar.", ["EFE credit 'Efe'"]),
        ("en", "The bridge on Monday (AP Photo/Ada Moor). More.", ["AP credit"]),
        ("de", "Die Brücke (Foto: dpa). Mehr dazu.", ["dpa credit"]),
        ("en", "The Turkish agency Anadolu said the bridge holds.", ["AA credit 'Anadolu'"]),
        ("fr", "L'agence Interfax évoque un pont.", ["Interfax credit"]),
        ("fr", "Reuters n'a pas pu vérifier l'image.", ["Reuters credit"]),
        ("nl", "De brug brandt, zag een fotograaf van AFP.", ["AFP credit"]),
        ("nl", "Op foto's van het ANP is dat te zien.", ["ANP credit"]),
        ("nl", "Hij dreef volgens een ANP-fotograaf in de Maas.", ["ANP credit"]),
        ("es", "Un periodista de la AFP vio el puente.", ["AFP credit"]),
        ("es", "La agencia Reuters publicó el martes la carta.", ["Reuters credit"]),
    ],
)
def test_where_it_is_from(language: str, text: str, expected: list[str], article: Make) -> None:
    assert told(article(f"{text} Fin."), language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'AFP a annoncé le départ de son PDG."),
        ("fr", "Elle est entrée à l'AFP en 1998."),
        ("fr", "Le patron de Reuters a démissionné mardi."),
        ("fr", "L'AFP et Belga suppriment trente postes."),
        ("fr", "Un photographe de l'AFP a été tué dans le bombardement."),
        ("en", "Reuters said on Thursday it would cut 300 jobs."),
        ("en", "Thomson Reuters reported higher profit."),
        ("en", "The White House barred the AP from the room."),
        ("en", "Michael Bloomberg told students to vote."),
        ("en", "Shares of Thomson Reuters rose 3%."),
        ("en", "Mr Bloomberg reported it, citing Michael Bloomberg."),
        ("en", "Bloomberg said it."),
        ("fr", "L'AFP a vu son chiffre d'affaires baisser."),
        ("fr", "L'agence Reuters a annoncé la suppression de trente postes."),
        ("en", "The news agency AFP said it would cut jobs."),
        ("de", "Das erklärte die dpa am Montag."),
        ("nl", "Persbureau ANP zegt zijn fotobureau te sluiten."),
        ("es", "La AFP vio caer sus ingresos."),
        ("de", "Ein dpa-Fotograf wurde verletzt."),
        ("en", "An AFP photographer was wounded in the raid."),
        ("en", "Its AP courses, the PA system and the TT race are gone."),
        ("de", "Die dpa entlässt ihren Chefredakteur."),
        ("de", "Der Chef von Reuters tritt zurück."),
        ("de", "Die SPA und die STA sind Parteien."),
        ("nl", "Het ANP schrapt dertig banen."),
        ("nl", "Zij werkte jaren bij Belga."),
        ("es", "La belga ganó la etapa; el PAP y la APA no."),
        ("es", "La agencia EFE despide a su presidente."),
        ("es", "Un belga murió a sana distancia."),
        ("en", "He lives in Anadolu (AA) with Ansa."),
        ("it", "Lo ha detto all'ANSA il sindaco."),
    ],
)
def test_who_is_written_about_is_not_credited(language: str, text: str, article: Make) -> None:
    assert told(article(f"{text} {'And so it goes on, as it always has. ' * 5}"), language) == []


def test_fields_beside_the_text_have_no_offsets(article: Make) -> None:
    given_fields = {
        "trailer": "source: Belga",
        "byline": "Ada Moor, AFP",
        "dateline": "PARIS (AFP)",
        "origin": "Reuters",
    }
    agencies = found(article("Rien.", **given_fields), "fr")
    assert [(each.name, each.role, each.text, each.start) for each in agencies] == [
        ("AFP", "dateline", "AFP", None),
        ("AFP", "byline", "AFP", None),
        ("Belga", "trailer", "Belga", None),
        ("Reuters", "credit", "Reuters", None),
    ]


def test_an_origin_that_is_no_agency_is_none(article: Make) -> None:
    assert told(article("Rien.", origin="L'Écho du Val", byline="Pa Moor"), "fr") == []


def test_every_agency_that_wireroom_knows_has_one_short_name() -> None:
    assert {known for known in AGENCY_IDS if short_name(known.replace("-", " ")) is None} == set()
    assert short_name("AGENCE FRANCE-PRESSE") == short_name("afp") == "AFP"
    assert short_name("L'Écho") is None


def test_only_so_many_mentions_are_looked_at(article: Make) -> None:
    text = "selon l'AFP, " * 2_000 + "fin. EFE"
    agencies = found(article(text), "fr")
    assert len(agencies) == MOST
    assert (agencies[-1].name, agencies[-1].role) == ("EFE", "trailer")


@pytest.mark.parametrize(
    "text",
    [
        "AFP\n" * 5,
        "\ud800 selon l'AFP \udfff",
        "",
        "AFP",
    ],
)
def test_monsters_pass(text: str, article: Make) -> None:
    for language in ("fr", "en", "nl", "de", "es", "zh"):
        draft = AGENCIES.annotate(replace(Draft.of(article(text)), language=language))
        assert all(text[agency.start : agency.end] == agency.text for agency in draft.annotations)


PIECES = st.sampled_from(
    [
        "AFP",
        "dpa",
        "(",
        ")",
        "/",
        " - ",
        "\n",
        "\n\n",
        "told ",
        "à l'",
        "selon ",
        "By ",
        ". ",
        "EFE",
        "\ud83d",
        "\u202e",
        "é",
        "x" * 200,
    ]
)


@settings(max_examples=50)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["fr", "en", "nl", "de", "es", "und"]))
def test_offsets_are_those_of_the_text(text: str, language: str) -> None:
    for (start, end), _ in mentions(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It had left a day earlier, according to the state-run Philippine News Agency.", ["PNA credit"]),
        ("en", "The Philippine News Agency has a new office.", []),
        ("nl", "Het Russische staatspersbureau TASS schrijft dat een depot is geraakt.", ["TASS credit"]),
        ("nl", "Het Russische staatspersbureau TASS schrijft zelf dat het krimpt.", []),
        ("fr", "Cité par l'agence TAP, le ministère dément.", ["TAP credit"]),
        ("fr", "L'agence Tass, qui a dit que le pont est ouvert, se trompe.", ["TASS credit"]),
        ("es", "Reuters las cifró en cinco mil.", ["Reuters credit"]),
        ("es", "Un recuento de la AFP eleva a diez los muertos.", ["AFP credit"]),
        ("es", "El director de la AFP dimite.", []),
        ("en", "Iran's official IRNA said the talks ended.", ["IRNA credit"]),
        ("en", "An ally of IRNA said the talks ended.", []),
        ("en", "The semi-official Tasnim and Fars news agencies reported it.", ["Tasnim credit", "Fars credit"]),
        ("en", "The PA news agency has seen the letter.", ["PA credit"]),
        ("en", "The PA news agency cut jobs.", []),
        ("en", "He died on Monday, Xinhua said.", ["Xinhua credit"]),
        ("en", "After talks, Xinhua said it would cut jobs.", []),
        ("en", "AFP journalists in Gaza saw tanks.", ["AFP credit"]),
        ("en", "AFP journalists in Gaza went on strike.", []),
        ("en", "She made the remarks to Germany's dpa news agency.", ["dpa interlocutor"]),
        ("fr", "A l'AFP, elle assure que non.", ["AFP interlocutor"]),
        ("fr", "Dans un message à l'AFP, il se tait.", ["AFP interlocutor"]),
        ("fr", "L'agence ANSA parle de dix morts.", ["ANSA credit"]),
        ("fr", "Il a l'AFP en horreur, dit-il.", []),
        ("en", "Lusa, the Portuguese news agency, reported that he died.", ["Lusa credit"]),
        ("en", "Lusa, the Portuguese news agency, has a new head.", []),
        ("fr", "L'agence Belga avait fait état d'une piste.", ["Belga credit"]),
        ("fr", "Selon l'agence d'État Xinhua, le typhon approche.", ["Xinhua credit"]),
        ("fr", "Citée par la MAP, la ministre dément.", ["MAP credit"]),
        ("fr", "L'APS, l'agence officielle algérienne, précise que le pont rouvre.", ["APS credit"]),
        ("fr", "L'APS, l'agence officielle algérienne, supprime des postes.", []),
        ("nl", "Reuters zag de documenten in.", ["Reuters credit"]),
        ("de", "Der Evangelische Pressedienst (epd) berichtet darüber.", ["epd credit", "epd credit"]),
        ("de", "Der Evangelische Pressedienst (epd) zieht um.", []),
    ],
)
def test_agencies_of_the_world_are_credited(article: Make, language: str, text: str, expected: list[str]) -> None:
    assert [f"{agency.name} {agency.role}" for agency in found(article(text), language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“It holds,” he told the CNS news agency.", ["CNS interlocutor"]),
        ("en", "Catholic News Service reported it, and he told CNS so.", ["CNS credit", "CNS interlocutor"]),
        ("en", "According to CNS and BSS the bridge holds.", []),
        ("nl", "Hij houdt, meldt het staatspersbureau BSS.", ["BSS credit"]),
        ("nl", "Hij houdt, meldt BSS.", []),
        ("fr", "Le pont tient, selon Mizan, l'agence de la justice.", ["Mizan credit"]),
        ("fr", "Le pont tient, selon Mizan, la compagne du maire.", []),
        ("de", "Sie hält, meldet die Agentur Mehr.", ["Mehr credit"]),
        ("de", "Sie hält. Mehr meldet die Wache nicht.", []),
        ("es", "El puente aguanta, según la agencia AVN.", ["AVN credit"]),
        ("es", "El puente aguanta, según AVN.", []),
        ("und", "(SANA/Petra) - The bridge is open.", ["SANA dateline", "Petra dateline"]),
        ("und", "Von Petra Moor, dpa\n\nDie Brücke ist offen.", ["dpa byline"]),
    ],
)
def test_what_is_more_often_something_else_must_be_said_to_be_an_agency(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [f"{agency.name} {agency.role}" for agency in found(article(text), language)] == expected


def test_a_first_name_in_a_byline_is_no_agency(article: Make) -> None:
    assert told(article("Rien.", byline="Petra Moor, AFP"), "fr") == ["AFP byline"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A judge told the AP's lawyers to wait.", []),
        ("en", "A farmer told the AP's reporter to wait.", ["AP interlocutor"]),
        ("de", "Der dpa-Chefredakteur sagte nichts.", []),
        ("de", "Der dpa-Reporterin sagte er nichts.", ["dpa interlocutor"]),
        ("de", "Der Betriebsrat der dpa sagte, er bleibe.", []),
        ("de", "Gestern hat Moor der dpa gesagt, er bleibe.", ["dpa interlocutor"]),
        ("de", "Wie ein Sprecher der dpa sagte, bleibt er.", ["dpa interlocutor"]),
        ("de", "Der Streik bei der dpa endet, sagte Moor.", []),
        ("de", "Die Kirche verhandelt mit dem epd, so Moor.", []),
        ("nl", "De schipper liet het ANP weten dat hij houdt.", ["ANP interlocutor"]),
        ("nl", "De schipper liet het ANP links liggen.", []),
        ("es", "Según ha podido conocer Europa Press, aguanta.", ["Europa Press credit"]),
        ("de", "So hieß es am Abend bei der dpa.", ["dpa interlocutor"]),
        ("fr", "Le maire a dit que l'aide à l'AFP demeure.", []),
        ("fr", "Le maire, qui se dit qu'il tient, le confirme à l'AFP.", ["AFP interlocutor"]),
        ("fr", "Entré à l'AFP en 1998, il a raconté sa vie.", []),
        ("fr", "A l'AFP, il a raconté sa vie.", ["AFP interlocutor"]),
        ("fr", "Une source a indiqué samedi à l'AFP qu'il tient.", ["AFP interlocutor"]),
        ("es", "La alcaldesa anunció que pagará a EFE.", []),
        ("es", "A EFE, la alcaldesa le anunció que pagará.", ["EFE interlocutor"]),
        ("nl", "De minister zei dat de steun aan Belga blijft.", []),
        ("nl", "Dat heeft zij aan Belga gezegd.", ["Belga interlocutor"]),
        ("en", "She said a deal with AFP was near.", []),
        ("en", "She spoke on Monday with AFP.", ["AFP interlocutor"]),
        ("en", "Calls from Reuters went unanswered.", ["Reuters interlocutor"]),
        ("en", "The AP spoke with thirty farmers.", ["AP credit"]),
        ("en", "The AP spoke with its staff.", []),
        ("en", "Reuters was first to report the sale.", ["Reuters credit"]),
        ("en", "Russia's TASS and RIA Novosti news agencies reported it.", ["TASS credit", "RIA Novosti credit"]),
        ("fr", "« Il tient », détaille pour l'AFP le maire.", ["AFP interlocutor"]),
        ("fr", "Il travaille pour l'AFP, dit-il.", []),
        ("fr", "Auprès de l'AFP, le maire nie.", ["AFP interlocutor"]),
        ("fr", "Le maire s'est entretenu avec l'AFP.", ["AFP interlocutor"]),
        ("fr", "L'AFP a interrogé trente maires.", ["AFP credit"]),
        ("fr", "L'AFP a rencontré ses syndicats.", []),
        ("nl", "‘Hij houdt’, klonk het bij Belga.", ["Belga interlocutor"]),
        ("nl", "“Bij Belga werken mensen”, zei een man.", []),
        ("nl", "Een ANP-verslaggever zag rook.", ["ANP credit"]),
        ("nl", "Een ANP-verslaggever vertrekt.", []),
        ("nl", "Dat schrijft ook het Zweedse persbureau TT.", ["TT credit"]),
        ("nl", "Een getuige vertelde persbureau AFP dat hij houdt.", ["AFP interlocutor"]),
        ("de", "Das Schreiben, das AFP am Montag einsehen konnte, ist kurz.", ["AFP credit"]),
        ("de", "Ein Papier, über das Reuters zuerst berichtete, liegt vor.", ["Reuters credit"]),
        ("es", "A preguntas de Europa Press, la alcaldesa calló.", ["Europa Press interlocutor"]),
        ("es", "La empresa no respondió a un pedido de comentarios de AP.", ["AP interlocutor"]),
        ("es", "La agencia siria SANA dio cuenta de tres heridos.", ["SANA credit"]),
        ("und", "The bridge.\n\nFoto: Ada Moor/dpa\n\nIt is open.", ["dpa credit"]),
        ("und", "The bridge.\n\nFoto: Ada Moor\n\ndpa is in it.", []),
    ],
)
def test_whom_it_told_and_what_belongs_to_the_firm(
    article: Make, language: str, text: str, expected: list[str]
) -> None:
    assert [f"{agency.name} {agency.role}" for agency in found(article(f"{text} Fin."), language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MADRID, 3 (SERVIMEDIA)\n\nEl puente abre.", ["Servimedia dateline"]),
        ("Ada MOOR (SERVIMEDIA)\n\nEl puente abre.", []),
        ("VILNIUS, Apr 09, BNS – The bridge is open.", ["BNS dateline"]),
        ("Vilnius and Riga, BNS – The bridge is open.", []),
        ("La rédaction (avec AFP)\n\nLe pont rouvre.", ["AFP byline"]),
        ("De Oude Post, met Belga\n\nDe brug is open.", ["Belga byline"]),
        ("(Eigener Bericht/dpa)\n\nDie Brücke ist offen.", ["dpa byline"]),
        ("EFE | Lima\n\nEl puente abre.", ["EFE byline"]),
        ("EFE en Lima, hoy\n\nEl puente abre.", []),
    ],
)
def test_heads_of_papers(article: Make, text: str, expected: list[str]) -> None:
    assert [f"{agency.name} {agency.role}" for agency in found(article(text), "und")] == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Par AFP", ["AFP trailer"]),
        ("Émile Moor-Roy, La Presse Canadienne", ["CP trailer"]),
        ("Door onze redactie, met ANP en AFP", ["ANP trailer", "AFP trailer"]),
        ("L'Écho des Vaux (avec AFP)", ["AFP trailer"]),
        ("Quelle: APA/Red.", ["APA trailer"]),
        ("Texto: EFE", ["EFE trailer"]),
        ("Additional reporting by AFP", ["AFP trailer"]),
        ("Dieser Artikel wurde mit Material der dpa erstellt.", ["dpa trailer"]),
        ("Dieser Artikel nennt die dpa einen Riesen.", []),
        ("Follow the AP's coverage of bridges.", ["AP trailer"]),
        ("They follow the AP's coverage of bridges.", []),
    ],
)
def test_trailers_in_words(article: Make, end: str, expected: list[str]) -> None:
    text = "All of the bridges were opened on Monday, which pleased whoever had waited for so long, says a man there."
    agencies = found(article(f"{text * 2}\n\nOne line more.\n\n{end}"), "und")
    assert [f"{agency.name} {agency.role}" for agency in agencies] == expected


def test_no_name_of_an_agency_is_given_to_two() -> None:
    names = [name for short, others in NAMES.items() for name in (short, *others)]
    assert len(names) == len(set(names))
    assert set(names) >= AMBIGUOUS
