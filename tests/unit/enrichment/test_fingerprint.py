import base64
import random
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from wireroom_core.models import Article, Fingerprint
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.fingerprint import MAX_SHINGLES, Fingerprinter, fingerprint
from wireroom_enrichment.sentences import Sentences

FRENCH = ["« L’été fut long », dit-elle.", "Quelque 1.250 élèves ont reçu 3 livres en 2019.", "Fin !"]
CHINESE = ["市议会周二投票决定。", "修复旧桥。"]

GOLDEN_FRENCH = Fingerprint(
    version=2,
    words=16,
    body_hash="96ba83b020a00969ea77df2f878e8dda",
    sampling=1,
    shingles="xdSbFMbHu2vc/i5OYTf9asnJZZzZwQ2smkPq3f1gyjlfcJuIbDXZRBU4fcaVLsYgrSD9uHw0w14=",
    sentence_lengths=(6, 8, 0),
    sentence_hashes="3oFFqJZ8lCwiSKSN",
    particulars="z4kLlhsbdqwbj07M",
    particular_lengths=(0, 3, 0),
)
GOLDEN_CHINESE = Fingerprint(
    version=2,
    words=13,
    body_hash="6d9861030a5073dae39e875ff267e239",
    sampling=1,
    shingles="PcRdc/CBweGEehzRKyyp4ZHK5GTbzzKZrJf4o5r7PznXpAJ8",
    sentence_lengths=(9, 0),
    sentence_hashes="FgSJD1PW85g=",
    particulars="",
    particular_lengths=(0, 0),
)


def unpacked(values: str) -> NDArray[np.uint32]:
    return np.frombuffer(base64.b64decode(values), "<u4")


def of(*sentences: str) -> Fingerprint:
    found = fingerprint(list(sentences))
    assert found is not None
    return found


def story(seed: int, sentences: int) -> list[str]:
    """Sentences of 12 made-up words each; those of two seeds share words but hardly any three in a row."""
    chance = random.Random(seed)
    return [" ".join(f"w{chance.randrange(2_000)}ord" for _ in range(12)) + "." for _ in range(sentences)]


def containment(part: Fingerprint, whole: Fingerprint) -> float:
    """Of the part's shingles in the whole, at the coarser sampling of the two."""
    rate = max(part.sampling, whole.sampling)
    ours, theirs = ({key for key in unpacked(one.shingles).tolist() if key % rate == 0} for one in (part, whole))
    return len(ours & theirs) / len(ours)


def test_golden_french() -> None:
    assert of(*FRENCH) == GOLDEN_FRENCH


def test_golden_chinese() -> None:
    assert of(*CHINESE) == GOLDEN_CHINESE


def test_golden_long_text() -> None:
    found = of(*story(1, 60))
    assert (found.words, found.sampling, found.body_hash) == (720, 4, "8dedcbe8dbc8f9bfdc79a0ca1234946a")
    assert unpacked(found.shingles)[:6].tolist() == [3104443204, 216388612, 3879216384, 3027687760, 664993988, 12221660]
    assert int(unpacked(found.shingles).sum(dtype=np.uint64)) == 382333385208
    assert found.sentence_lengths[:10] == (2, 4, 2, 3, 1, 4, 5, 4, 4, 4)


def test_case_quotes_white_space_and_composition_make_no_difference_and_accents_do() -> None:
    other = of('"L\'e\u0301té  fut\nlong" , dit-elle.', "QUelque 1.250 élèves ont reçu\xa03 livres en 2019.", "FIN !")
    assert other == of(*FRENCH)
    shouted = of(*map(str.upper, FRENCH))
    assert shouted.body_hash == of(*FRENCH).body_hash
    assert shouted.shingles == of(*FRENCH).shingles
    bare = of("« L’ete fut long », dit-elle.", *FRENCH[1:])
    assert bare.body_hash != of(*FRENCH).body_hash
    assert 0 < containment(bare, of(*FRENCH)) < 1


def test_punctuation_is_in_the_body_hash_alone() -> None:
    other = of(*FRENCH[:2], "Fin ?")
    assert other.body_hash != of(*FRENCH).body_hash
    assert other.shingles == of(*FRENCH).shingles


def test_where_sentences_end_changes_neither_shingles_nor_body() -> None:
    joined = of(" ".join(FRENCH))
    apart = of(*FRENCH)
    assert (joined.shingles, joined.body_hash, joined.words) == (apart.shingles, apart.body_hash, apart.words)
    assert joined.sentence_lengths == (sum(apart.sentence_lengths),)


@pytest.mark.parametrize(("words", "sampling"), [(59, 1), (60, 2), (149, 2), (150, 4)])
def test_short_texts_are_sampled_more_finely(words: int, sampling: int) -> None:
    found = of(" ".join(f"mot{n}" for n in range(words)))
    assert (found.words, found.sampling) == (words, sampling)
    assert (unpacked(found.shingles) % sampling == 0).all()
    assert found.sentence_lengths == (len(unpacked(found.shingles)),)
    assert 0.6 < len(unpacked(found.shingles)) * sampling / (words - 2) < 1.4


def test_the_sampling_coarsens_until_the_shingles_fit() -> None:
    found = of(*story(2, 3_000))
    assert found.sampling == 32
    assert MAX_SHINGLES / 3 < len(unpacked(found.shingles)) <= MAX_SHINGLES
    assert sum(found.sentence_lengths) == len(unpacked(found.shingles))


def test_a_shingle_counts_once_where_it_stands_first() -> None:
    found = of("Un deux trois quatre.", "Un deux trois quatre.")
    assert len(set(unpacked(found.shingles).tolist())) == len(unpacked(found.shingles)) == 4
    assert found.sentence_lengths == (4, 0)
    assert len(set(unpacked(found.sentence_hashes).tolist())) == 1


def test_a_text_shorter_than_an_n_gram_is_one_shingle() -> None:
    assert len(unpacked(of("Deux mots.").shingles)) == 1
    assert of("Deux mots.").shingles != of("Mots deux.").shingles


def test_sentences_without_a_word_are_left_out() -> None:
    assert of("—", *FRENCH, "!").sentence_hashes == of(*FRENCH).sentence_hashes
    assert fingerprint(["—", "!"]) is None
    assert fingerprint([]) is None


def particulars(*sentences: str) -> list[int]:
    keys: list[int] = unpacked(of(*sentences).particulars).tolist()
    return keys


def test_numbers_go_with_the_word_after_them_in_their_sentence() -> None:
    made = of("Il y a 12 bus et 12 trams et 12 bus.", "On en veut 12.", "Soit 12 bus.")
    bus, trams, alone, again = unpacked(made.particulars).tolist()
    assert made.particular_lengths == (2, 1, 1)
    assert (bus, [bus]) == (again, particulars("Le 12 bus."))
    assert len({bus, trams, alone}) == 3
    assert all(key % 2 == 1 for key in (bus, trams, alone))
    assert particulars("Le 13 bus.") != [bus]
    assert particulars("Rien.") == []


def test_names_are_words_with_a_capital_but_for_a_sentences_first() -> None:
    made = of("Hier Ömer Aydın parlait à Namur.", "Namur dort.", "Tout le monde aime NAMUR et Наталья.")
    omer, aydin, namur, again, natalya = unpacked(made.particulars).tolist()
    assert made.particular_lengths == (3, 0, 2)
    assert namur == again
    assert len({omer, aydin, namur, natalya}) == 4
    assert all(key % 2 == 0 for key in (omer, aydin, namur, natalya))


def test_a_cut_copy_is_contained() -> None:
    whole = story(3, 40)
    cut = " ".join(whole)[: int(0.3 * len(" ".join(whole)))]
    assert containment(of(cut), of(*whole)) > 0.97
    assert 0.2 < containment(of(*whole), of(cut)) < 0.4


def test_an_embedded_copy_is_contained_and_a_stranger_is_not() -> None:
    brief, around = story(4, 4), story(5, 60)
    assert containment(of(*brief), of(*around[:30], *brief, *around[30:])) == 1
    assert containment(of(*brief), of(*around)) == 0


def test_an_embedded_text_in_chinese_is_contained() -> None:
    assert containment(of(CHINESE[0]), of("天气晴朗。", *CHINESE)) == 1
    assert containment(of(CHINESE[0]), of("天气晴朗，市议会休会。")) == 0


@pytest.mark.parametrize(
    ("fields", "has_one"),
    [
        ({}, True),
        ({"text_quality": "teaser"}, False),
        ({"signal": "kill"}, False),
        ({"signal": "release"}, False),
        ({"signal": "correction"}, True),
    ],
)
def test_only_full_texts_of_articles_have_one(
    fields: dict[str, str], has_one: bool, article: Callable[..., Article]
) -> None:
    draft = Fingerprinter().annotate(Sentences().annotate(Draft.of(article(" ".join(FRENCH), **fields))))
    assert (draft.fingerprint == of(*FRENCH)) is has_one
    assert (draft.fingerprint is None) is not has_one
