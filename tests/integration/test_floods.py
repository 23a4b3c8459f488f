"""Dedup under input that is made to cost much or to be mistaken: what it holds stays small, nothing wrong is merged."""

import numpy as np

from tests.unit.dedup.world import Desk, base64_of, bulletin, fingerprint, news, story, time
from wireroom_core.models import Decision, EnrichedArticle, Fingerprint
from wireroom_dedup.boilerplate import RECENT
from wireroom_dedup.index import ShingleTable
from wireroom_dedup.memory import Memory
from wireroom_dedup.reading import MOST_SHINGLES, read
from wireroom_dedup.sharing import MOST_POSTINGS
from wireroom_enrichment.fingerprint import fingerprint as taken

FLOOD = 2_000


def decided(desk: Desk, articles: list[EnrichedArticle]) -> list[Decision]:
    return [desk.decide(article, number / 100) for number, article in enumerate(articles)]


def memory(desk: Desk) -> Memory:
    return desk.stage._memories["fr"]


def postings(desk: Desk) -> int:
    return sum(table.used for table in memory(desk)._index._generations.tables)


def test_one_text_by_thousands_of_papers_is_one_group_and_posted_once() -> None:
    desk = Desk()
    text = story(1, 300)
    flood = decided(desk, [news(number, text, source=f"paper-{number}") for number in range(FLOOD)])
    assert {decision.group_id for decision in flood} == {"delivery-0"}
    assert {decision.verdict for decision in flood[1:]} == {"syndicated"}
    assert postings(desk) == flood[0].effects.posted[0][1]


def test_one_text_by_one_paper_again_and_again_is_one_group() -> None:
    desk = Desk()
    flood = decided(desk, [news(number, story(1, 300)) for number in range(FLOOD)])
    assert {decision.verdict for decision in flood[1:]} == {"redelivery"}
    assert {decision.group_id for decision in flood} == {"delivery-0"}
    assert sum(decision.effects.counted for decision in flood) == 1


def test_thousands_of_bulletins_by_one_template_are_as_many_groups() -> None:
    desk = Desk()
    flood = decided(desk, [news(number, bulletin(3, number)) for number in range(FLOOD)])
    assert len({decision.group_id for decision in flood}) == FLOOD
    assert {decision.verdict for decision in flood[1:]} <= {"template_sibling", "original"}
    counts = np.bincount(memory(desk).view(time(FLOOD)).sharing(read(fingerprint(bulletin(3, 7))))._places)
    assert counts.max() <= MOST_POSTINGS
    assert memory(desk)._boilerplate._recent["belga"].members.size == RECENT


def test_a_text_of_one_sentence_over_and_over_is_small() -> None:
    print_ = taken(["Le pont reste fermé jusqu'à nouvel ordre."] * 25_000)
    assert print_ is not None
    desk = Desk()
    article = news(1, ["pont"], fingerprint=print_)
    assert desk.decide(article).verdict == "original"
    assert postings(desk) < 10
    other = taken(["Le pont reste fermé jusqu'à nouvel ordre.", *(" ".join(story(n, 20)) for n in range(20))])
    assert desk.decide(news(2, ["pont"], source="afp", fingerprint=other)).verdict == "original"


_KNOWN = pow(2_654_435_769, -1, 1 << 32)
"""With the multiplier that everybody knows from the books, keys that are multiples of this stand side by side."""


def crowding(number: int) -> Fingerprint:
    """The most keys that pass."""
    begin = MOST_SHINGLES * number
    keys = [place * _KNOWN % (1 << 32) for place in range(begin, begin + MOST_SHINGLES)]
    made = {"shingles": base64_of(keys), "sampling": 1, "sentence_lengths": (MOST_SHINGLES,), "words": MOST_SHINGLES}
    return fingerprint(story(number)).model_copy(update=made)


def test_texts_made_to_crowd_one_place_of_a_table_do_not() -> None:
    desk = Desk()
    for number in range(60):
        desk.decide(news(number, ["x"], source=f"s{number}", fingerprint=crowding(number)))
    assert all(rounds(table) <= 4 for table in memory(desk)._index._generations.tables)


def rounds(table: ShingleTable) -> int:
    """The longest run of taken slots, in blocks of 32: so many are looked through for a key that stands at its head."""
    taken_, longest, run = (table._table != 0).tolist(), 0, 0
    for slot in taken_:
        run = run + 1 if slot else 0
        longest = max(longest, run)
    return longest // 32
