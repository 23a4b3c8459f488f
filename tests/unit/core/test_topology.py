"""The one page of topology, and the README's diagram of it."""

from itertools import pairwise
from pathlib import Path

from wireroom_core import topology
from wireroom_core.topology import DECIDED, ENRICHED, LANGUAGE_PARTITIONS, ROUTES, STATE, TOPICS

README = Path(__file__).parents[3] / "README.md"


def test_each_stage_reads_what_the_one_before_it_writes() -> None:
    for before, after in pairwise(ROUTES):
        assert before.writes == after.reads


def test_topics_that_dedup_must_keep_in_step_share_one_table_of_languages() -> None:
    for topic in (ENRICHED, DECIDED, STATE):
        assert (topic.partition_by, topic.partitions) == ("language", len(LANGUAGE_PARTITIONS))
    assert sorted(LANGUAGE_PARTITIONS.values()) == list(range(len(LANGUAGE_PARTITIONS)))


def test_languages_of_their_own_are_kept_apart_and_all_others_share_a_partition() -> None:
    assert topology.language_partition("fr") != topology.language_partition("en")
    assert topology.language_partition("it") == topology.language_partition("und")


def test_topics_have_different_names() -> None:
    assert len({topic.name for topic in TOPICS}) == len(TOPICS)


def test_the_readme_shows_the_topology_as_it_is() -> None:
    assert topology.diagram() in README.read_text(encoding="utf-8")
