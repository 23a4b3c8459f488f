import pytest

from tests.unit.enrichment.quoting import Made, told

Case = tuple[str, str, list[str | None]]
"""A language, a text with names as ``quoting.marked`` has them, and who says its quotations."""


def speakers(article: Made, language: str, text: str) -> list[str | None]:
    return [speaker for _, speaker, _ in told(article, language, text)]


LEADS: list[Case] = [
    ("en", "A headteacher said it was “a very bad day”. [Ann Lee], who runs a school, told the paper.", ["Ann Lee"]),
    ("en", "A headteacher said it was “a very bad day”. [Ann Lee], who runs a school, fell.", ["A headteacher"]),
    ("en", "Peru's premier said it was “a very bad day”. [Ann Lee] said so. They accused [Lee=Ann Lee].", ["Ann Lee"]),
    ("de", "Die Oberbürgermeisterin von Ulm nannte es „einen sehr guten Tag“. Das sagte [Anna Lenz].", ["Anna Lenz"]),
    # By the role beside the name, or by a noun there that is no role of the entity.
    ("en", "A coroner hailed it as “a very good day”. [Ann Lee|assistant coroner] spoke.", ["Ann Lee"]),
    (
        "en",
        "A coroner hailed it as “a very good day”. [Bo Day], 44, fell. [Ann Lee], the Kent coroner, spoke.",
        ["Ann Lee"],
    ),
    ("en", "A coroner hailed it as “a very good day”. [Bo Day], 44, fell.", ["A coroner"]),
    (
        "en",
        "A coroner hailed it as “a very good day”. The coroner [Ann Lee] and the coroner [Bo Day] met.",
        ["A coroner"],
    ),
    # By the age, or because the next person who is named speaks.
    ("en", "A man has told of “a very bad day”. [Bo Day], 44, fell.", ["Bo Day"]),
    ("en", "A man has told of “a very bad day”. [Bo Day] fell.", ["A man"]),
    ("en", "Brazil's environment minister vowed “no more to come”. [Ann Lee] spoke on Monday.", ["Ann Lee"]),
    (
        "en",
        "Brazil's environment minister vowed “no more to come”. [Ann Lee] fell on Monday.",
        ["Brazil's environment minister"],
    ),
    (
        "en",
        "Brazil's environment minister vowed “no more to come”. [Ann Lee|striker] spoke.",
        ["Brazil's environment minister"],
    ),
    ("en", "It rained. A minister vowed “no more to come”. [Ann Lee] spoke.", ["A minister"]),
    (
        "fr",
        "Le maire promet « la fin des travaux ». « Tout est prêt », a déclaré à l’{AFP} [Anne Roy].",
        ["Anne Roy", "Anne Roy"],
    ),
    ("nl", "De minister noemt het “een ramp voor ons”. Dat zei [Els Vos] woensdag.", ["Els Vos"]),
    # A relative of someone is not the one of whom the lead tells.
    ("en", "It was “not much to eat”, his wife said. [Bo Day], 33, fell. [Ann Lee] spoke.", ["his wife"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), LEADS)
def test_whoever_has_no_name_in_the_lead_is_who_is_named_next_in_that_part(
    article: Made, language: str, text: str, expected: list[str | None]
) -> None:
    assert speakers(article, language, text) == expected


ROLES: list[Case] = [
    ("en", "[Bo Day] met a judge.\n\n[Ann Lee] spoke. “I will go now,” the judge said.", ["the judge"]),
    ("en", "[Bo Day] met the judge [Ann Lee]. “I will go now,” the judge said.", ["Ann Lee"]),
    ("en", "[Ann Lee|shadow minister] met [Bo Day|minister]. “I will go now,” the minister said.", ["Bo Day"]),
    ("en", "[Bo Day|minister] met [Ann Lee|shadow minister]. “I will go now,” the shadow minister said.", ["Ann Lee"]),
    ("fr", "[Anne Roy] se tait. « Il faut partir », a dit l’avocat général.", ["l’avocat général"]),
    ("en", "[Ann Lee] was criticised after describing it as “a very bad day”.", ["Ann Lee"]),
    ("en", "[Bo Day]'s wife, [Ann Lee], came. “We are not ready,” his wife said.", ["Ann Lee"]),
    ("en", "[Bo Day] came with [Ann Lee], his barrister. “We are not ready,” the lawyer said.", ["Ann Lee"]),
    ("en", "[Bo Day] came. [Ann Lee], who met the lawyer, left. “We are not ready,” his lawyer said.", ["his lawyer"]),
    ("fr", "Me [Anne Roy] plaide. [Luc Bo] se tait. « Il faut partir », a dit son avocate.", ["Anne Roy"]),
    (
        "es",
        "La jueza [Ana Ruiz|jueza] miró a [Juan Gil]. El pacto «no sirve de nada», dijo la magistrada.",
        ["Ana Ruiz"],
    ),
    ("es", "[Juan Gil] miró a la jueza [Ana Ruiz|jueza]. «No sirve de nada», dijo el acusado.", ["Juan Gil"]),
    ("en", "The judge [Ann Lee|judge] spoke. “We are not ready,” the accused said.", ["the accused"]),
    ("es", "[Juan Gil|alcalde] calló. Su marido lloró. «No sirve de nada», dijo el funcionario.", ["Juan Gil"]),
    ("fr", "[Luc Bo] se tait. Une voisine pleure. « Il faut partir », a dit la voisine.", ["une voisine"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROLES)
def test_a_noun_means_who_has_that_role_and_nobody_who_has_one_that_excludes_it(
    article: Made, language: str, text: str, expected: list[str | None]
) -> None:
    found = speakers(article, language, text)
    assert [speaker and speaker.lower() for speaker in found] == [speaker and speaker.lower() for speaker in expected]


PRONOUNS: list[Case] = [
    ("en", "[Bo Day] met [Jo Kay]. [Jo Kay] fell. “I will go,” she said. “So will I,” he said.", ["Jo Kay", "Bo Day"]),
    (
        "de",
        "[Kim Ott] kam. [Jo Alt] auch. „Ich gehe nun“, sagte er. „Wir nicht mehr“, sagte sie.",
        ["Jo Alt", "Kim Ott"],
    ),
    ("en", "The mayor's office did not explain what it called “a pause in the works”.", ["The mayor's office"]),
    ("en", "Rain fell over what it called “a string of lies”.", [None]),
    ("es", "[Ana Ruiz] llegó. Para ella, el pacto «no sirve de nada».", ["Ana Ruiz"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PRONOUNS)
def test_a_pronoun_tells_the_gender_of_whom_it_means_and_it_may_stand_for_an_office(
    article: Made, language: str, text: str, expected: list[str | None]
) -> None:
    assert speakers(article, language, text) == expected


THIN: list[Case] = [
    ("en", "[Ann Lee] spoke on <Instagram=Instagram>. The club called it “a very bad day”.", ["The club"]),
    ("en", "[Ann Lee] met <Kent FC>. The club called it “a very bad day”.", ["Kent FC"]),
    ("en", "Campaigners called the plan “a very bad idea”, while a trader said it was his.", ["Campaigners"]),
    ("en", "“It is a very bad idea”, a trader said.", ["a trader"]),
    ("es", "[Ana Ruiz] llegó. Desde el sindicato aseguran que fue «un día muy malo».", [None]),
    ("es", "[Ana Ruiz] llegó. Asegura que fue «un día muy malo».", ["Ana Ruiz"]),
    ("fr", "[Anne Roy|ministre] parle. Pour la ministre, la grève est « sans aucune raison ».", ["Anne Roy"]),
    ("fr", "[Anne Roy|ministre] parle. Pour la ministre en visite la grève est « sans aucune raison ».", []),
    ("de", "[Anna Lenz] kam. „Es gibt nichts“, hieß es.", [None]),
    ("de", "Das <Amt> prüft. „Es gibt nichts“, hieß es.", ["Amt"]),
    ("de", "[Anna Lenz] kam. Klubobfrau Gerlinde zeigte sich „erleichtert und sehr froh“.", [None]),
    ("en", "[Ann Lee] said it was “a very bad day” and vowed to “protect every one of us”.", ["Ann Lee", "Ann Lee"]),
    ("en", "A hospital met the <Ford Bank>. The hospital said it was “a very bad day”.", ["The hospital"]),
    ("en", "The <Kent Hospital> met the <Ford Bank>. The hospital said it was “a very bad day”.", ["Kent Hospital"]),
    ("es", "[Ana Ruiz] llegó. Vecinos de Soria han dicho que fue «un día muy malo».", ["Vecinos de Soria"]),
    ("fr", "[Luc Bo] sort. Une cliente hausse les épaules : « Il faut partir vite. »", ["Une cliente"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), THIN)
def test_what_is_not_told_of_anybody_known_is_given_to_nobody_who_is(
    article: Made, language: str, text: str, expected: list[str | None]
) -> None:
    assert speakers(article, language, text) == expected


SUBJECTS: list[Case] = [
    ("en", "It rained. The Riksbank left rates on Monday and said it was “a very bad day”.", ["The Riksbank"]),
    ("en", "It rained. The Riksbank governor left on Monday and said it was “a bad day”.", ["The Riksbank governor"]),
    ("fr", "L’entourage du maire plaide l’erreur et assure que « tout ira bien ».", ["L’entourage du maire"]),
    ("nl", "Volgens hoogleraar bestuursrecht [Els Vos] is het “een ramp voor ons”.", ["Els Vos"]),
    ("es", "[Ana Ruiz] negó, como sostiene la oposición, y pidió «no jugar con las palabras».", ["Ana Ruiz"]),
    ("en", "PORT HARCOURT ({AFP}) - Fishermen in the delta say it is “a black mirror”.", ["Fishermen in the delta"]),
    (
        "en",
        "[Ann Lee] spoke after a report by the inspectors found it “a very bad day”.",
        ["a report by the inspectors"],
    ),
    ("fr", "[Luc Bo] a profité de la séance pour fustiger « les lenteurs du groupe ».", ["Luc Bo"]),
    ("es", "[Ana Ruiz] se limitó a decir que había actuado «con los datos de ayer».", ["Ana Ruiz"]),
    ("fr", "À en croire [Luc Bo], le texte « ne passera pas ».", ["Luc Bo"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SUBJECTS)
def test_the_subject_ends_where_its_verb_begins(
    article: Made, language: str, text: str, expected: list[str | None]
) -> None:
    assert speakers(article, language, text) == expected


def test_an_infinitive_without_a_purpose_and_what_is_written_on_a_sign_say_nothing(article: Made) -> None:
    assert not told(article, "fr", "[Luc Bo] a refusé de fustiger « les lenteurs du groupe ».")
    assert not told(article, "en", "A sign outside the court read “Justice for our Tom”.")
    assert speakers(article, "en", "The letter from the court read “Justice for our Tom”.") == [
        "The letter from the court"
    ]


def test_an_incise_that_names_only_the_agency_ends_behind_it(article: Made) -> None:
    [(words, speaker, cue)] = told(article, "es", "[Ana Ruiz] llegó. «Nadie nos oye, dijo a la {AFP}. Nadie nos ve».")
    assert (words, speaker, cue) == ("Nadie nos oye … Nadie nos ve", "Ana Ruiz", "dijo")
    [(words, _, _)] = told(article, "es", "[Ana Ruiz] llegó: «Nadie nos oye, dijo a la gente. Nadie nos ve».")
    assert words == "Nadie nos oye, dijo a la gente. Nadie nos ve"
