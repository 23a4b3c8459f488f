"""The difference of two texts, sentence by sentence."""

import time
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_cli.difference import Change, Difference, comparable, difference, sentences

OPENED = "La passerelle cyclable de Valmeuse rouvrira avant l'été."
WORKS = "Les travaux coûteront 1,8 million d'euros, soit près du double du budget prévu."
FERRY = "La navette fluviale s'arrête déjà à la fin du mois."
NEWS = [OPENED, WORKS, FERRY]

WORDS = ["la", "le", "pont", "rivière", "rouvre", "12", "13", "été", "Mars", "«", "»", ".", "’"]
a_sentence = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
texts = st.lists(a_sentence, max_size=12)


@settings(max_examples=25)
@given(texts, texts)
def test_every_sentence_of_both_is_accounted_for_once(before: list[str], after: list[str]) -> None:
    found = difference(before, after)
    edited = [change.before for change in found.changed], [change.after for change in found.changed]
    if "".join(map(comparable, before)) != "".join(map(comparable, after)):
        assert found.kept + len(found.cut) + len(found.changed) == len(before)
    assert found.kept + len(found.added) + len(found.changed) == len(after)
    assert not Counter([*found.cut, *edited[0]]) - Counter(before)
    assert not Counter([*found.added, *edited[1]]) - Counter(after)


@settings(max_examples=25)
@given(texts, texts)
def test_what_is_kept_and_cut_there_is_kept_and_added_on_the_way_back(before: list[str], after: list[str]) -> None:
    there, back = difference(before, after), difference(after, before)
    assert len(there.cut) + len(there.changed) == len(back.added) + len(back.changed)
    assert len(there.added) + len(there.changed) == len(back.cut) + len(back.changed)


@settings(max_examples=25)
@given(texts)
def test_equal_texts_have_no_difference(text: list[str]) -> None:
    assert difference(text, text) == Difference(kept=len(text))


def test_a_sentence_that_was_moved_is_kept() -> None:
    assert difference(NEWS, NEWS[::-1]) == Difference(kept=3)


def test_what_is_added_cut_and_changed_is_in_the_order_of_the_texts() -> None:
    edited = WORKS.replace("1,8 million", "2,4 millions")
    after = ["Rien ne va plus.", edited, OPENED, "Personne n'a été blessé."]
    assert difference(NEWS, after) == Difference(
        kept=1, added=("Rien ne va plus.", "Personne n'a été blessé."), cut=(FERRY,), changed=(Change(WORKS, edited),)
    )


def test_case_quotation_marks_and_white_space_are_no_difference() -> None:
    before = ["« Nous avons  attendu », a dit l’ingénieure."]
    assert difference(before, ['"Nous avons attendu", A DIT l\'ingénieure.']) == Difference(kept=1)


def test_a_sentence_that_is_repeated_is_kept_as_often_as_both_have_it() -> None:
    assert difference([OPENED], [OPENED, OPENED]) == Difference(kept=1, added=(OPENED,))
    assert difference([OPENED, OPENED], [OPENED]) == Difference(kept=1, cut=(OPENED,))


def test_the_most_alike_are_paired() -> None:
    nearer, further = WORKS.replace("1,8", "1,9"), WORKS.replace("1,8 million d'euros", "rien")
    assert difference([WORKS], [further, nearer]) == Difference(
        kept=0, added=(further,), changed=(Change(WORKS, nearer),)
    )


def test_unspaced_scripts_are_compared_by_character() -> None:
    before, after = "橋は来年の春に開通する。", "橋は来年の夏に開通する。"
    assert difference([before], [after]).changed == (Change(before, after),)


def test_the_same_text_cut_into_other_sentences_has_no_difference() -> None:
    assert difference(NEWS, [" ".join(NEWS)]) == Difference(kept=1)


def test_sentences_stand_where_they_are_said_to_and_the_rest_is_paragraphs() -> None:
    text = f"{OPENED} {WORKS}\n\nSans annotation.\n \nLa fin,\nsur deux lignes.\n"
    spans = [(0, len(OPENED)), (len(OPENED) + 1, len(OPENED) + 1 + len(WORKS))]
    assert sentences(text, spans) == [OPENED, WORKS, "Sans annotation.", "La fin,\nsur deux lignes."]
    assert sentences(text, []) == [f"{OPENED} {WORKS}", "Sans annotation.", "La fin,\nsur deux lignes."]
    assert sentences("", []) == []


def test_the_work_on_long_texts_is_bounded() -> None:
    """Some 1 MiB of sentences of which none is kept; each with each, it would take minutes."""
    before, after = ([f"{word} {number} phrase {number}" for number in range(40_000)] for word in ("une", "autre"))
    began = time.process_time()
    found = difference(before, after)
    assert time.process_time() - began < 5
    assert len(found.changed) == 200
    assert len(found.added) == len(found.cut) == 40_000 - 200
