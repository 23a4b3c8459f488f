"""The guard against templates, by numbers and by names."""

from collections.abc import Iterable

import numpy as np
import pytest

from tests.unit.dedup.world import Desk, news, story
from wireroom_core.models import Decision
from wireroom_dedup.fingerprints import NO_KEYS, Sample, Similarity
from wireroom_dedup.templates import others
from wireroom_dedup.verdicts import DEFAULT
from wireroom_enrichment.fingerprint import fingerprint

BANKS = [
    "{a} is issuing a bond with a coupon and priced at par, lead manager {b} said in a statement on the day.",
    "The non-callable bond of {a} is available in large denominations and will be listed in a market of {c}.",
    "The selling concession is as usual, while management and underwriting by {b} will be as low as ever before.",
    "Payment is due later and there is a long first coupon for those who will have subscribed through {d} in time.",
]
"""What agencies write of every bond."""


def bond(desk: Desk, number: int, names: str, source: str = "afp") -> Decision:
    a, b, c, d = names.split()
    sentences = [sentence.format(a=f"The {a}", b=f"bank {b}", c=c, d=d) for sentence in BANKS]
    return desk.decide(news(number, ["x"], source=source, fingerprint=fingerprint(sentences)))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_template_with_other_names_is_no_copy(desk: Desk) -> None:
    bond(desk, 1, "Helvaxis Orbanco Luxembourg Vestra")
    other = bond(desk, 2, "Norvatek Filbank London Ostara")
    assert (other.verdict, other.group_id) == ("template_sibling", "delivery-2")
    assert "but of 5 names 1 are the same: it tells of something else" in other.evidence


def test_a_rewrite_that_keeps_the_names_is_a_copy(desk: Desk) -> None:
    bond(desk, 1, "Helvaxis Orbanco Luxembourg Vestra")
    assert bond(desk, 2, "Helvaxis Orbanco Luxembourg Ostara", source="lesoir").verdict in {"near_copy", "syndicated"}


FOOTERS = {
    "belga": "Service clients au 02 225 55 55 de 8 heures à 17 heures et le samedi de 9 heures à 12 heures.",
    "tijd": "Abonnements au 070 233 433 de 7 heures à 19 heures et le dimanche de 10 heures à 13 heures.",
}


def bulletin(desk: Desk, number: int, source: str, seed: int) -> Decision:
    words = story(7, 160)
    for place in range(6):
        words[5 + 25 * place] = str(1_000 * seed + place)
    sentences = [" ".join(words[begin : begin + 16]) for begin in range(0, 160, 16)]
    return desk.decide(news(number, ["x"], source=source, fingerprint=fingerprint([*sentences, FOOTERS[source]])))


def with_footers(desk: Desk) -> None:
    """Both sources' footers are known."""
    for number in range(8):
        for source, footer in FOOTERS.items():
            sentences = [" ".join(story(100 * number + part + len(source), 20)) for part in range(8)]
            made = fingerprint([*sentences, footer])
            desk.decide(news(100 + 2 * number + (source == "tijd"), ["x"], source=source, fingerprint=made))


def test_numbers_in_a_footer_do_not_make_bulletins_one(desk: Desk) -> None:
    with_footers(desk)
    bulletin(desk, 1, "belga", 1)
    assert bulletin(desk, 2, "belga", 2).verdict == "template_sibling"


def test_numbers_in_two_footers_do_not_make_a_copy_a_sibling(desk: Desk) -> None:
    with_footers(desk)
    bulletin(desk, 1, "belga", 1)
    copy = bulletin(desk, 2, "tijd", 1)
    assert (copy.verdict, copy.group_id) == ("syndicated", "delivery-1")


def test_a_few_words_that_stand_in_many_texts_are_no_copy(desk: Desk) -> None:
    phrase = "Plus d'informations suivent."
    verdicts = [
        desk.decide(news(number, ["x"], source=source, fingerprint=fingerprint([*sentences, phrase]))).verdict
        for number, (source, sentences) in enumerate(
            [("a", []), ("b", [" ".join(story(1, 20))]), ("c", [" ".join(story(2, 20))])]
        )
    ]
    assert verdicts == ["original"] * 3


DIVIDEND = "Quarterly payout of {cents} cents, as before, to be paid in spring to all holders of record of March {day}"


def dividend(desk: Desk, number: int, day: int, source: str = "afp") -> Decision:
    return desk.decide(
        news(number, ["x"], source=source, fingerprint=fingerprint([DIVIDEND.format(cents=12, day=day)]))
    )


def test_a_brief_of_one_source_with_one_other_number_is_another_brief(desk: Desk) -> None:
    dividend(desk, 1, 23)
    assert dividend(desk, 2, 31).verdict == "template_sibling"
    assert dividend(desk, 3, 30, source="lesoir").verdict in {"near_copy", "syndicated"}


def results(desk: Desk, number: int, last: str) -> Decision:
    table = [f"{word} {value * 1_001} against {value * 997}" for value, word in enumerate(story(3, 8), start=2)]
    return desk.decide(news(number, ["x"], source="afp", fingerprint=fingerprint([" ".join([*table, last])])))


def test_a_table_of_results_sent_again_with_one_figure_mended_is_a_copy(desk: Desk) -> None:
    results(desk, 1, "year 9 cents")
    assert results(desk, 2, "year 11 cents").verdict == "near_copy"


@pytest.mark.parametrize(("same_source", "told"), [(True, True), (False, False)])
def test_of_its_own_texts_less_is_asked_of_a_source(same_source: bool, told: bool) -> None:
    """Six of eleven numbers, where 60 % of a text survived: as few come by chance one time in five."""
    this, that = numbered(range(11)), numbered([*range(6), *range(100, 105)])
    share = Similarity(0.42, 0.6, 0.6, 200)
    found = others(this, that, share, "near_copy", same_source=same_source, thresholds=DEFAULT)
    assert (found is not None) == told


def numbered(numbers: Iterable[int]) -> Sample:
    particulars = np.array([number << 1 | 1 for number in numbers], dtype=np.uint32)
    return Sample(2, 200, "", 1, NO_KEYS, particulars, NO_KEYS, NO_KEYS)
