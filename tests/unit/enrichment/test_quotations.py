from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.enrichment.quoting import Made, quoted, told
from wireroom_core.models import Annotation, Entity, Quotation
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.quotations import Quotations
from wireroom_enrichment.quotations.annotator import MOST
from wireroom_enrichment.sentences import Sentences

Case = tuple[str, str, list[tuple[str, str | None, str | None]]]

AFTER: list[Case] = [
    ("fr", "« Il faut partir », a dit [Anne Roy].", [("Il faut partir", "Anne Roy", "a dit")]),
    ("fr", "« C'est un jour noir », s’est désolé M. [Bo=Luc Bo].", [("C'est un jour noir", "Luc Bo", "s’est désolé")]),
    ("fr", '"On a eu peur", raconte Fatou, 12 ans.', [("On a eu peur", "Fatou", "raconte")]),
    ("fr", '"Il est tard", selon [Luc Bo].', [("Il est tard", "Luc Bo", None)]),
    ("en", "“We will rebuild,” [Ann Lee] said.", [("We will rebuild", "Ann Lee", "said")]),
    ("en", '"We will rebuild," said [Ann Lee].', [("We will rebuild", "Ann Lee", "said")]),
    ("en", '"We have it all," the mayor, [Ann Lee], told them.', [("We have it all", "Ann Lee", "told")]),
    ("en", '"We will rebuild," according to [Ann Lee].', [("We will rebuild", "Ann Lee", None)]),
    ("nl", '"We komen terug", zegt [Els Vos].', [("We komen terug", "Els Vos", "zegt")]),
    ("nl", '"We komen terug", laat [Els Vos] weten.', [("We komen terug", "Els Vos", "laat weten")]),
    ("nl", '"We komen terug", heeft [Els Vos] gezegd.', [("We komen terug", "Els Vos", "heeft gezegd")]),
    ("nl", '"We komen terug", aldus [Els Vos].', [("We komen terug", "Els Vos", None)]),
    ("de", "„Wir kommen wieder“, sagte [Anna Lenz].", [("Wir kommen wieder", "Anna Lenz", "sagte")]),
    ("de", "„Es gibt nichts“, teilte [Anna Lenz] mit.", [("Es gibt nichts", "Anna Lenz", "teilte mit")]),
    ("de", "„Es gibt nichts“, hatte [Anna Lenz] gesagt.", [("Es gibt nichts", "Anna Lenz", "hatte gesagt")]),
    ("de", "„Es gibt nichts“, so [Anna Lenz].", [("Es gibt nichts", "Anna Lenz", None)]),
    ("es", "«Volveremos muy pronto», dijo [Ana Ruiz].", [("Volveremos muy pronto", "Ana Ruiz", "dijo")]),
    ("es", "«Nadie nos escucha», se quejó [Ana Ruiz].", [("Nadie nos escucha", "Ana Ruiz", "se quejó")]),
    ("es", "«Nadie nos escucha», según [Ana Ruiz].", [("Nadie nos escucha", "Ana Ruiz", None)]),
]

BEFORE: list[Case] = [
    ("fr", "[Luc Bo] a répondu : « Je ne sais pas. »", [("Je ne sais pas.", "Luc Bo", "a répondu")]),
    ("fr", "[Luc Bo] assure que « tout ira bien ».", [("tout ira bien", "Luc Bo", "assure")]),
    ("fr", "Selon [Luc Bo], « tout ira bien ».", [("tout ira bien", "Luc Bo", None)]),
    (
        "fr",
        "L’<Unicef> a fait état de « chiffres très inquiétants ».",
        [("chiffres très inquiétants", "Unicef", "a fait état")],
    ),
    ("en", "[Ann Lee], who met [Bo Day], said: “He was very calm.”", [("He was very calm.", "Ann Lee", "said")]),
    ("en", "[Ann Lee]'s lawyer, [Bo Day], said: “She was very calm.”", [("She was very calm.", "Bo Day", "said")]),
    ("en", "[Ann Lee] described it as “a slap in the face”.", [("a slap in the face", "Ann Lee", "described")]),
    ("en", "Police said he had “no links to any group”.", [("no links to any group", "Police", "said")]),
    ("nl", "[Els Vos] noemt het ‘een ramp voor ons’.", [("een ramp voor ons", "Els Vos", "noemt")]),
    (
        "nl",
        "[Els Vos] heeft dat “volstrekt dom en misplaatst” genoemd.",
        [("volstrekt dom en misplaatst", "Els Vos", "heeft genoemd")],
    ),
    (
        "de",
        "Auf die Frage antwortete [Karl Ott]: „Wir werden sehen.“",
        [("Wir werden sehen.", "Karl Ott", "antwortete")],
    ),
    (
        "de",
        "[Karl Ott] wies das als „völlig haltloses Gerede“ zurück.",
        [("völlig haltloses Gerede", "Karl Ott", "wies zurück")],
    ),
    ("de", "[Karl Ott] zufolge ist es „so ernst wie nie“.", [("so ernst wie nie", "Karl Ott", None)]),
    (
        "es",
        "[Luis Paz] dijo que «no habrá más impuestos», informó {EFE}.",
        [("no habrá más impuestos", "Luis Paz", "dijo")],
    ),
    ("es", "La <ONU> habló de «una catástrofe sin precedentes».", [("una catástrofe sin precedentes", "ONU", "habló")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), AFTER)
def test_what_stands_after_a_quotation_says_whose_it_is(
    article: Made, language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), BEFORE)
def test_what_stands_before_a_quotation_says_whose_it_is(
    article: Made, language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", '[Anne Roy|ministre] a parlé. "Il faut partir", a-t-elle dit.', "Anne Roy"),
        ("fr", 'M. [Bo=Luc Bo] suivait Mme [Roy=Anne Roy]. "Il faut partir", a-t-elle dit.', "Anne Roy"),
        (
            "fr",
            '[Luc Bo|porte-parole de la mairie] et [Jean Roy] sont là. "Il faut partir", a dit ce porte-parole.',
            "Luc Bo",
        ),
        ("fr", '[Luc Bo] a gagné devant [Jean Roy]. "Je suis très heureux", a lâché le vainqueur.', "Luc Bo"),
        ("fr", '"Il faut partir", a dit un témoin, qui tremblait.', "un témoin"),
        ("fr", '"Il faut partir", a dit une source sécuritaire à l\'{AFP}.', "une source sécuritaire"),
        ("fr", "L'<Ligue des rivières> alerte. \"Il faut agir vite\", a déclaré l'ONG.", "Ligue des rivières"),
        ("en", '[Ann Lee] spoke first. "We are not ready," she said.', "Ann Lee"),
        ("en", 'Mrs [Lee=Ann Lee] met Mr [Day=Bo Day]. "We are not ready," he said.', "Bo Day"),
        ("en", 'A survivor told of it from her bed. "We are not ready," she said.', "A survivor"),
        ("en", '"We are not ready," a spokesman for the port said.', "a spokesman for the port"),
        ("nl", '[Els Vos|minister van Defensie] sprak. "We zijn er klaar voor", zei de minister.', "Els Vos"),
        ("de", "[Karl Ott|Vorstandschef] sprach lange. „Wir sind nicht bereit“, sagte der Chef.", "Karl Ott"),
        ("es", "[Ana Ruiz] llegó tarde. «No estamos nada listos», añadió.", "Ana Ruiz"),
        ("es", "«No estamos nada listos», dijo una vecina de Lorca.", "una vecina de Lorca"),
    ],
)
def test_pronouns_and_roles_stand_for_the_person_and_other_words_for_themselves(
    article: Made, language: str, text: str, speaker: str
) -> None:
    assert [found[1] for found in told(article, language, text)] == [speaker]


def test_the_speaker_is_the_person_and_its_place_the_words_beside_the_quotation(article: Made) -> None:
    (found,) = quoted(article, "fr", '[Luc Bo] est là. "Il faut partir", a-t-il dit.')
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.start, found.speaker.end) == ("Luc Bo", 37, 39)
    assert (found.start, found.end, found.parts, found.annotator, found.version) == (16, 30, (), "quotations", 3)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", '"Le pire", a dit [Luc Bo], "est passé".', [("Le pire … est passé", "Luc Bo", "a dit")]),
        (
            "fr",
            "« On a eu peur, raconte [Léa Bo], une habitante. Tout tremblait. »",
            [("On a eu peur … Tout tremblait.", "Léa Bo", "raconte")],
        ),
        ("en", "“We won’t,” [Ann Lee] said. “Not this year.”", [("We won’t … Not this year.", "Ann Lee", "said")]),
        ("nl", "‘Het was laat, zei [Jan Bos]. Veel te laat.’", [("Het was laat … Veel te laat.", "Jan Bos", "zei")]),
        ("de", "»Wir haben«, sagte [Karl Ott], »keine Wahl.«", [("Wir haben … keine Wahl.", "Karl Ott", "sagte")]),
        (
            "es",
            "«El acuerdo», explicó [Luis Paz], «está muy cerca».",
            [("El acuerdo … está muy cerca", "Luis Paz", "explicó")],
        ),
    ],
)
def test_a_quotation_broken_by_an_incise_is_one(
    article: Made, language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(article, language, text) == expected


def test_a_new_cue_begins_a_new_quotation(article: Made) -> None:
    text = '"We can wait," said [Ann Lee]. "We will wait," she added, saying it was "time to be patient".'
    assert [(words, cue) for words, _, cue in told(article, "en", text)] == [
        ("We can wait", "said"),
        ("We will wait", "added"),
        ("time to be patient", "saying"),
    ]


def test_a_word_before_a_name_is_a_verb_after_an_auxiliary(article: Made) -> None:
    text = "[Anne Roy] s’est dite « très fière de tous »."
    assert told(article, "fr", text) == [("très fière de tous", "Anne Roy", "s’est dite")]


def test_several_paragraphs_are_one_quotation(article: Made) -> None:
    text = "“First one here.\n\n“Second one here.\n\n“Third one here,” [Ann Lee] said."
    assert told(article, "en", text) == [("First one here. … Second one here. … Third one here", "Ann Lee", "said")]
    text = "[Ann Lee] told them: “First one here.\n\n“Second one here.”"
    assert told(article, "en", text) == [("First one here. … Second one here.", "Ann Lee", "told")]


def test_a_real_utterance_inside_a_quotation_has_its_own(article: Made) -> None:
    text = "[Ann Lee] and [Bo Day|sheriff] met. “The sheriff told me: ‘You have to leave.’ Fine,” [Ann Lee] said."
    assert told(article, "en", text) == [
        ("The sheriff told me: ‘You have to leave.’ Fine", "Ann Lee", "said"),
        ("You have to leave.", "Bo Day", "told"),
    ]
    text = "[Ann Lee] said: “They told me ‘you are no fool’ and I laughed.”"
    assert told(article, "en", text)[1:] == [("you are no fool", None, "told")]
    text = "« J'ai dit : “Pas avec moi.” Ma mère m'a dit : “Tu as bien fait.” », raconte [Léa Bo]."
    assert told(article, "fr", text)[1:] == [
        ("Pas avec moi.", "Léa Bo", "ai dit"),
        ("Tu as bien fait.", "Ma mère", "a dit"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "[Luc Bo] a proclamé un « califat »."),
        ("fr", "Le film « La nuit des longs jours » sort mercredi, a annoncé [Luc Bo]."),
        ("fr", "L’opération dite « de la dernière chance » est lancée, selon [Luc Bo]."),
        ("en", '[Ann Lee] wore a shirt saying "No more cuts for us".'),
        ("fr", "Les « plan B » et « plan C » sont prêts, dit-on."),
        ("en", "[Ann Lee] admitted taking part in a ‘petty and prolonged’ row."),
        ("en", 'The so-called "war on all drugs" has failed, [Ann Lee] said.'),
        ("en", '[Ann Lee] said her band would play "Songs for the Long Night" again.'),
        ("en", 'Marchers carried signs reading "No more cuts for us".'),
        ("nl", "De film ‘De lange weg naar huis’ is te zien, meldt [Jan Bos]."),
        ("de", "[Karl Ott] erklärte 2020 zum „Jahr der großen Reise“."),
        ("de", "Die Oper „Das Leben der anderen“ läuft an, sagte [Karl Ott]."),
        ("es", "La empresa «La Red Norte», anunció [Ana Ruiz], crece mucho."),
        ("es", "El llamado «pacto de los botes» sigue vivo, según [Luis Paz]."),
        ("es", "La novela «Los días de la niebla», de [Ana Ruiz], salió ayer."),
    ],
)
def test_scare_quotes_and_titles_are_no_quotations(article: Made, language: str, text: str) -> None:
    assert told(article, language, text) == []


def test_the_next_sentence_does_not_ascribe_what_ended_before_it(article: Made) -> None:
    text = '"We can wait," said [Ann Lee]. "It takes time." [Bo Day] said it did not.'
    assert told(article, "en", text) == [("We can wait … It takes time.", "Ann Lee", "said")]
    assert told(article, "en", '"Go now!" She left, and [Bo Day] said nothing.') == []
    assert told(article, "en", '"Who will go?" [Bo Day] asked.') == [("Who will go?", "Bo Day", "asked")]


def test_a_noun_that_looks_like_a_verb_is_none(article: Made) -> None:
    assert told(article, "en", 'New reports on "the voice of the people" are due.') == []
    assert told(article, "en", 'The group claims to be "the voice of the people".') != []
    assert told(article, "fr", "L'annonce sur « la fin de tout » est tardive.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« On a eu peur, dit [Léa Bo], 43 ans. Tout bougeait. »", "On a eu peur … Tout bougeait."),
        ("fr", "« On a eu peur, dit [Léa Bo], qui est d’ici. Tout bougeait. »", "On a eu peur … Tout bougeait."),
        ("fr", "« On part, dit [Léa Bo], quand on veut. »", "On part … quand on veut."),
        ("fr", "« Que faire ? demande [Léa Bo]. Rien. »", "Que faire ? … Rien."),
        ("fr", "« Que faire ? Demande à [Léa Bo]. », dit [Luc Bo].", "Que faire ? Demande à Léa Bo."),
        ("fr", "« On a eu peur, dit une habitante. Tout bougeait. »", "On a eu peur … Tout bougeait."),
        ("es", "«Ya basta —dijo [Ana Ruiz]—. Nos vamos».", "Ya basta … Nos vamos"),
        ("es", "«Ya basta, dijo [Ana Ruiz], de 43 años. Nos vamos».", "Ya basta … Nos vamos"),
        ("nl", "‘Wat nu? vroeg [Jan Bos]. Het is laat.’", "Wat nu? … Het is laat."),
    ],
)
def test_an_incise_within_a_quotation_goes_to_its_end(article: Made, language: str, text: str, expected: str) -> None:
    assert [found[0] for found in told(article, language, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[Ann Lee] said it was "a slap in the face."', ["a slap in the face"]),
        ('[Ann Lee] said it was "a bad day" and "a slap in the face."', ["a bad day", "a slap in the face"]),
        ('[Ann Lee] said: "a slap in the face."', ["a slap in the face."]),
        ('[Ann Lee] said that "It is a slap in the face."', ["It is a slap in the face."]),
        ('[Ann Lee] said it was "a slap in the face. It hurts."', ["a slap in the face. It hurts."]),
        ('[Ann Lee] said it was "a slap for the U.S."', ["a slap for the U.S."]),
        ('"We go," [Ann Lee] said, "when we want."', ["We go … when we want."]),
    ],
)
def test_the_point_of_the_sentence_around_a_fragment_is_not_quoted(
    article: Made, text: str, expected: list[str]
) -> None:
    assert [found[0] for found in told(article, "en", text)] == expected


def test_no_part_of_a_quotation_is_empty(article: Made) -> None:
    text = "« Il faut partir d’ici, a dit [Luc Bo], »."
    assert told(article, "fr", text) == [("Il faut partir d’ici", "Luc Bo", "a dit")]


def test_a_lost_mark_does_not_take_the_next_quotation(article: Made) -> None:
    text = "« Jamais fermé, a dit [Luc Bo].\n\nPlus loin. « Bien fermé ici », a dit [Anne Roy]."
    assert told(article, "fr", text) == [("Bien fermé ici", "Anne Roy", "a dit")]


def test_what_nothing_ascribes_is_only_likely(article: Made) -> None:
    (found,) = quoted(article, "en", '[Ann Lee] shows her only bag. "My papers, my pills and the dog."')
    assert (found.speaker and found.speaker.name, found.cue, found.confidence < 0.8) == ("Ann Lee", None, True)
    assert quoted(article, "en", '[Ann Lee] shows her bag. "My papers"') == []


def test_a_language_without_words_of_saying_has_whole_sentences_without_speakers(article: Made) -> None:
    (found,) = quoted(article, "it", "Ha parlato [Ugo Neri]. «Non abbiamo più tempo da perdere.»")
    assert (found.text, found.cue, found.confidence < 0.8) == ("Non abbiamo più tempo da perdere.", None, True)


def test_a_text_without_marks_stays_as_it_is(article: Made) -> None:
    draft = Draft.of(article("Rien."))
    assert Quotations().annotate(draft) is draft


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "[Ann Lee] made a claim that [Bo Day] called “a joke on us all”.", ["Bo Day"]),
        ("en", "[Ann Lee] left, while senator [Bo Day] called it “a joke on us all”.", ["Bo Day"]),
        ("en", "[Ann Lee], who met [Bo Day], called it “a joke on us all”.", ["Ann Lee"]),
        ("en", "[Ann Lee] left as women outside the court shouted “a joke on us all”.", ["women outside the court"]),
        ("fr", "[Luc Bo] a fait un geste que l’<Unicef> juge « un peu trop tardif ».", ["Unicef"]),
        ("fr", "Voilà ce qu’a annoncé [Luc Bo], qui a assuré qu’« il faut partir ».", ["Luc Bo"]),
        ("fr", "Fermé, a dit le maire, qui a assuré qu’« il faut partir ». [Luc Bo|maire de Lens] rit.", ["Luc Bo"]),
        ("nl", "[Els Vos] kwam, terwijl [Jan Bos] sprak van ‘een grap zonder einde’.", ["Jan Bos"]),
        ("es", "[Ana Ruiz] hizo un gesto que la <CIDH> calificó de «muy poca cosa».", ["CIDH"]),
        ("es", "[Ana Ruiz] calificó la obra de «soberbia y magnífica», según relató [Luis Paz].", ["Ana Ruiz"]),
        ("es", "El pacto, ha dicho [Ana Ruiz], es «una ruina para todos».", ["Ana Ruiz"]),
        ("de", "Der <Bundestag> müsse handeln, forderte [Karl Ott]: „Es ist zu spät.“", ["Karl Ott"]),
        ("de", "[Karl Ott], der den Plan als „reinen und teuren Unfug“ bezeichnet hatte, ging.", ["Karl Ott"]),
        ("nl", "[Jan Bos], die de actie ‘een grap zonder einde’ noemde, ging.", ["Jan Bos"]),
        ("en", "[Ann Lee], the <UN> envoy, who came by bus, called it “a joke on us all”.", ["Ann Lee"]),
        ("en", "“It was a joke,” one officer, who asked not to be named, said.", ["one officer"]),
        ("es", "[Ana Ruiz] llegó. En una entrevista, ha dicho que «no habrá más impuestos».", ["Ana Ruiz"]),
    ],
)
def test_the_subject_is_that_of_the_clause_that_the_verb_stands_in(
    article: Made, language: str, text: str, speakers: list[str]
) -> None:
    assert [found[1] for found in told(article, language, text)] == speakers


def test_a_verb_in_two_parts_may_have_its_clause_behind_it(article: Made) -> None:
    text = "[Jan Bos] kondigde aan dat zijn leden ‘niet één dag thuis’ blijven."
    assert told(article, "nl", text) == [("niet één dag thuis", "Jan Bos", "kondigde aan")]


def test_the_subject_of_a_clause_within_another_is_not_who_speaks_next(article: Made) -> None:
    text = "[Ann Lee] made a claim that [Bo Day] called “a joke on us all”. “I never joke,” she said."
    assert [found[1] for found in told(article, "en", text)] == ["Bo Day", "Ann Lee"]
    text = "[Ann Lee] and [Bo Day] met. The mayor, [Ann Lee], said he had asked for “a full and fair report”."
    assert [found[1] for found in told(article, "en", text)] == ["Ann Lee"]


def test_a_dateline_is_no_part_of_the_sentence_behind_it(article: Made) -> None:
    text = "LODZ, Oct 2 ({Reuters}) - The <UN> urged all on Friday to rest, saying work was “not good for us”."
    assert [found[1] for found in told(article, "en", text)] == ["UN"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "[Ann Lee] said it was “a very bad day” and that she would “rest for a week”.",
            [("a very bad day", "Ann Lee", "said"), ("rest for a week", "Ann Lee", "said")],
        ),
        (
            "es",
            "[Ana Ruiz] dijo que era «un mal día» y que iba a «dormir una semana».",
            [("un mal día", "Ana Ruiz", "dijo"), ("dormir una semana", "Ana Ruiz", "dijo")],
        ),
        (
            "en",
            "[Ann Lee] said it was “a very bad day”. The “house of all cards” fell.",
            [("a very bad day", "Ann Lee", "said")],
        ),
        (
            "en",
            "It is “a very bad day” and “the end of it all,” [Ann Lee] said.",
            [("a very bad day", "Ann Lee", "said"), ("the end of it all", "Ann Lee", "said")],
        ),
        (
            "en",
            "It is “a very bad day”. It is “the end of it all,” [Ann Lee] said.",
            [("the end of it all", "Ann Lee", "said")],
        ),
        (
            "en",
            "[Ann Lee] said he was “a man of peace” who had “never hurt a fly”.",
            [("a man of peace", "Ann Lee", "said"), ("never hurt a fly", "Ann Lee", "said")],
        ),
        (
            "en",
            "[Ann Lee] said it was “a very bad day” and sang “Rest Your Weary Head”.",
            [("a very bad day", "Ann Lee", "said")],
        ),
    ],
)
def test_a_second_fragment_of_a_clause_has_its_speaker_and_verb(
    article: Made, language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(article, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The plan was hailed as “a first honest step” by [Ann Lee].", [("Ann Lee", "hailed")]),
        ("en", "The plan was derided by [Ann Lee] as “a first honest step”.", [("Ann Lee", "derided")]),
        ("en", "The plan was hailed as “a first honest step” on Friday.", []),
        ("en", "[Bo Day] said it was “run into the ground” by [Ann Lee].", [("Bo Day", "said")]),
        ("fr", "[Luc Bo] a dit être « menacé de mort » par [Anne Roy].", [("Luc Bo", "a dit")]),
        ("fr", "Une décision jugée « brutale et bien tardive » par [Anne Roy].", [("Anne Roy", "jugée")]),
        ("fr", "Un plan présenté par [Anne Roy] comme « une chance pour tous ».", [("Anne Roy", "présenté")]),
        ("es", "Un plan calificado de «poco claro aún» por [Ana Ruiz].", [("Ana Ruiz", "calificado")]),
        ("nl", "Het werd door [Els Vos] ‘een klap voor ons’ genoemd.", [("Els Vos", "genoemd")]),
        ("de", "Das wurde von [Karl Ott] als „grober und teurer Unfug“ bezeichnet.", [("Karl Ott", "bezeichnet")]),
        ("de", "Das Dorf wird im Land „Freund der alten Bahn“ genannt.", []),
        ("en", "[Ann Lee] was quoted by {AP} as saying that “the talks have failed”.", [("Ann Lee", "saying")]),
    ],
)
def test_a_passive_is_of_the_one_by_whom_it_is_said(
    article: Made, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(speaker, cue) for _, speaker, cue in told(article, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "The <Ford Bank> met. It called prices “a slow and long disaster”.", ["Ford Bank"]),
        ("en", "“We are not ready yet,” he said. It was [Bo Day], at last.", ["Bo Day"]),
        ("en", "The <Ford Bank> said it was “not ready at all”. “Nor am I,” he said.", ["Ford Bank", None]),
        ("en", "[Ann Lee] spoke. “We are not ready,” the judge said.", ["the judge"]),
        ("en", "[Bo Day] spoke. A 42-year-old wept. “We are not ready,” she said.", ["A 42-year-old"]),
        ("en", "“We are not ready,” a person familiar with the matter said.", ["a person familiar with the matter"]),
        ("fr", "L’<Unicef> alerte. « Ils sont en danger », indique-t-elle.", ["Unicef"]),
        ("fr", "M. [Bo=Luc Bo] suit la ministre [Anne Roy|ministre]. « Il faut partir », dit-elle.", ["Anne Roy"]),
        ("fr", "[Luc Bo|maire] rit. [Jo Roy] non. Interrogé, le maire sort. « Je pars vite », dit-il.", ["Luc Bo"]),
        ("en", "[Ann Lee] left. Her lawyer called it “a joke on us all”.", ["Her lawyer"]),
        ("en", "[Bo Day] has one child. His daughter flies. “We are not ready,” he said.", ["Bo Day"]),
        ("en", "[Bo Day] has one child. His daughter flies. “We are not ready,” she said.", ["His daughter"]),
        ("en", "The <River Trust> warned of floods. “We are not ready,” the <NGO> said.", ["River Trust"]),
        ("en", "“We are not ready,” {AP} quoted [Ann Lee] as saying.", ["Ann Lee"]),
        (
            "en",
            "Poland's prime minister met [Bo Day|prime minister]. Poland's prime minister said “no to all”.",
            ["Bo Day"],
        ),
        ("en", "[Bo Day] fell. The victim's sister wept. “We are not ready,” she said.", ["The victim's sister"]),
        ("en", "[Ann Lee] came. [Bo Day], she said, was “not ready at all”.", ["Ann Lee"]),
        ("en", "[Ann Lee|central bank governor] met the <Ford Bank>. The bank called it “a bad day”.", ["Ford Bank"]),
        ("en", "The <UN> left aid there on Friday and said it was “not ready at all”.", ["UN"]),
        ("en", "“We are not ready,” said one. “We are ready now,” said another.", ["one", "another"]),
        ("en", "LODZ ({AFP}) - Women of the port say it is “not ready at all”.", ["Women of the port"]),
        ("en", "[Bo Day] came. The <UN>'s director-general called it “a very bad day”.", ["The UN's director-general"]),
        ("fr", "<Météo-France> veille. Le vent « a surpris tout le monde », reconnaît l’organisme.", ["Météo-France"]),
        ("de", "[Karl Ott] hat nach dem 0:4 von einem „Spiel zum Vergessen“ gesprochen.", ["Karl Ott"]),
        ("en", "Critics say the law is “not ready at all”.", ["Critics"]),
        ("fr", "[Luc Bo] entre. « Il faut partir », a lâché le milieu de terrain.", ["Luc Bo"]),
        ("fr", "[Luc Bo] entre. « Il faut partir », a lâché le chef de la Ligue.", ["le chef de la Ligue"]),
        ("fr", "« Il faut partir », s’alarme-t-on au sein de l’<Unicef>.", ["Unicef"]),
        ("de", "Nach Angaben der Polizei lief alles „ruhig und ohne Störung“.", ["Polizei"]),
        ("es", "«No estamos nada listos», aseguran fuentes del <PP>.", ["fuentes del PP"]),
        ("es", "El pacto es «una ruina para todos», según denunció [Ana Ruiz].", ["Ana Ruiz"]),
        ("fr", "[Anne Roy] écrit. Selon cette chercheuse de Lens, « il faut partir ».", ["Anne Roy"]),
        ("nl", "[Els Vos|advocaat] kwam, volgens haar advocaat ‘uit pure wanhoop’.", ["Els Vos"]),
        ("nl", "[Jan Bos] kwam. Volgens haar is het ‘een ramp voor ons’.", ["Jan Bos"]),
        ("es", "[Ana Ruiz] llegó. «No estamos nada listos», dijo la regidora.", ["Ana Ruiz"]),
        ("es", "[Ana Ruiz] llegó. A su juicio, el pacto «no sirve de nada».", ["Ana Ruiz"]),
        ("es", "Fuentes de la <Cruz Roja> indicaron que todo fue «con calma y bien».", ["Fuentes de la Cruz Roja"]),
    ],
)
def test_words_for_someone_are_resolved_by_what_they_can_mean(
    article: Made, language: str, text: str, speakers: list[str | None]
) -> None:
    assert [found[1] for found in told(article, language, text)] == speakers


def test_the_next_paragraph_goes_on_where_its_words_have_no_verb_of_their_own(article: Made) -> None:
    text = "“We got this wrong,” [Ann Lee] said on Friday.\n\n“It is as simple as that.”"
    assert told(article, "en", text) == [("We got this wrong … It is as simple as that.", "Ann Lee", "said")]
    text = "“We got this wrong,” [Ann Lee] said.\n\n“It is simple,” [Bo Day] said."
    assert [found[0] for found in told(article, "en", text)] == ["We got this wrong", "It is simple"]
    text = "“We got this wrong,” [Ann Lee] said. She left.\n\n“It is as simple as that.”"
    assert [found[0] for found in told(article, "en", text)] == ["We got this wrong", "It is as simple as that."]


def test_a_short_beginning_is_said_where_more_follows_its_incise(article: Made) -> None:
    text = "„Die Leute“, so [Karl Ott] weiter, „gehen jetzt heim“."
    assert told(article, "de", text) == [("Die Leute … gehen jetzt heim", "Karl Ott", None)]
    assert told(article, "de", "„Die Leute“, so [Karl Ott] am Montag.") == []
    assert told(article, "en", "“If,” [Ann Lee] said, “we go, we go.”") == [("If … we go, we go.", "Ann Lee", "said")]
    assert told(article, "en", "“If,” [Ann Lee] said. She left.") == []


def test_a_verb_alone_is_an_incise_in_a_language_without_subject_pronouns(article: Made) -> None:
    text = "[Ana Ruiz] lloró. «Y aquí sigo, contó, treinta años después.»"
    assert told(article, "es", text) == [("Y aquí sigo … treinta años después.", "Ana Ruiz", "contó")]


def test_a_verb_whose_object_is_something_else_ascribes_nothing_that_stands_before_it(article: Made) -> None:
    assert told(article, "en", '[Ann Lee] got ten years for "telling it all", a charge [Bo Day] called absurd.') == []


def test_what_follows_a_colon_behind_a_quotation_is_told_of_its_speaker(article: Made) -> None:
    text = "« Il faut partir d’ici » : [Anne Roy] prend la parole."
    assert [found[1] for found in told(article, "fr", text)] == ["Anne Roy"]
    text = "LENS ({AFP}) - « Il faut partir d’ici » : [Anne Roy] prend la parole."
    assert [found[1] for found in told(article, "fr", text)] == ["Anne Roy"]
    assert told(article, "fr", "C’est la « nuit de tous les dangers » : [Anne Roy] prend la parole.") == []


def test_the_mood_of_a_verb_tells_what_was_said(article: Made) -> None:
    text = "„Wir gehen jetzt“, sagte [Anna Lenz]. Sie sei „bereit zu allem“. Das war „bereit zu allem“."
    assert told(article, "de", text) == [
        ("Wir gehen jetzt", "Anna Lenz", "sagte"),
        ("bereit zu allem", "Anna Lenz", None),
    ]


def test_a_short_sentence_stands_alone_but_no_title_does(article: Made) -> None:
    assert [found[1] for found in told(article, "en", '[Ann Lee] was blunt. "It is over."')] == ["Ann Lee"]
    assert told(article, "en", '[Ann Lee] sings it. "Wake Me Again!"') == []
    assert [found[1] for found in told(article, "en", '[Ann Lee] wept. "He never sleeps now".')] == ["Ann Lee"]
    assert told(article, "nl", "[Els Vos] werkt aan een boek: ‘Een vrouw van ver’.") == []


MONSTERS = [
    '"' * 20_000,
    "«" * 20_000,
    '« “„"‘»”' * 2_000,
    '"Aaa bb cc dd." said Bob. ' * 3_000,
    '"Aa bb cc.\n\n' * 5_000,
    "« a “b c d e” f g », " * 300,
    ("« " + "a, a dit, dit, " * 100 + "» ") * 10,
    "dogs' 'a b c' l'a " * 300,
    "said Bob " * 20_000 + '"x y z"',
]


@pytest.mark.parametrize("text", MONSTERS)
def test_monsters_are_read_to_their_end_and_no_more_pieces_than_people_write(article: Made, text: str) -> None:
    draft = replace(Draft.of(article("x")), text=text, language="fr", sentences=((0, len(text)),))
    found = Quotations().annotate(draft).annotations
    assert len(found) <= MOST
    assert all(text[one.start : one.end] == one.text for one in found)


def test_quotes_after_the_most_that_are_looked_at_are_left(article: Made) -> None:
    text = '"We go now," said [Bob]. He left. ' * (MOST + 50)
    assert len(quoted(article, "en", text)) == MOST


BITS = [
    *"«»“”„\"'‘’.,:!?- \n",
    "\n\n",
    " said ",
    " a dit ",
    "a-t-il dit",
    ", sagte ",
    " teilte ",
    " mit",
    " dijo que ",
    "zei hij",
    "selon ",
    "Luc Bo",
    "l'",
    "he",
    "Le",
    "mot",
    "\ud800",
    "\u202f",
    "אב",
    "𝒳",
]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", 'We moeten op alles voorbereid zijn ", stelt professor [Jan Vermandele].\n\n"Er is een plan'),
        ("nl", 'De brug is dicht ", zegt [Inge Wouters].\n\n"\n\nInge Wouters, het hoofd van de dienst'),
        ("es", 'El puente está cerrado ", añadió," muy pronto'),
    ],
)
def test_an_attribution_between_two_marks_is_no_quotation(article: Made, language: str, text: str) -> None:
    said = " ".join(words for words, *_ in told(article, language, text))
    assert not any(cue in said for cue in ("stelt", "zegt", "añadió"))


@given(
    st.lists(st.sampled_from(BITS), max_size=50).map("".join), st.sampled_from(["fr", "en", "nl", "de", "es", "und"])
)
@settings(max_examples=150, deadline=None)
def test_every_quotation_lies_in_its_text(text: str, language: str) -> None:
    names: list[Annotation] = []
    at = text.find("Luc Bo")
    if at >= 0:
        given_fields = {"start": at, "end": at + 6, "text": "Luc Bo", "name": "Luc Bo", "type": "person"}
        names.append(Entity.model_validate({**given_fields, "confidence": 1, "annotator": "test", "version": 1}))
    draft = Draft(article=None, title="", text=text, repairs=(), language=language)  # type: ignore[arg-type]
    draft = replace(draft, sentences=((0, len(text)),), annotations=tuple(names))
    for found in Quotations().annotate(draft).annotations:
        if isinstance(found, Quotation):
            assert found.start is not None
            assert found.end is not None
            assert text[found.start : found.end] == found.text
            assert all(found.start <= start <= end <= found.end for start, end in found.parts)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Turkey said on Friday it would leave, calling it “a wall and no gate”.", "Turkey"),
        ("Turkey (AFP) - It will leave, calling it “a wall and no gate”.", None),
        ("Turkey left on Friday over what it called “a wall and no gate”.", "Turkey"),
        ("Turkey left on Friday. It rained over what it called “a wall and no gate”.", "Turkey"),
        ("Turkey left on Friday. It rained. Snow fell over what it called “a wall and no gate”.", None),
    ],
)
def test_a_country_that_says_something_is_its_speaker_and_a_dateline_is_not(
    article: Made, text: str, speaker: str | None
) -> None:
    draft = Sentences().annotate(replace(Draft.of(article(text)), language="en"))
    place = {"start": 0, "end": 6, "text": "Turkey", "name": "Turkey", "type": "place"}
    place |= {"confidence": 1.0, "annotator": "test", "version": 1}
    draft = replace(draft, annotations=(Entity.model_validate(place),))
    (found,) = [one for one in Quotations().annotate(draft).annotations if isinstance(one, Quotation)]
    assert (found.speaker.name if found.speaker else None) == speaker
