"""Keys and partitions: as Kafka's own clients have it."""

from aiokafka.partitioner import DefaultPartitioner
from hypothesis import example, given
from hypothesis import strategies as st

from wireroom_kafka.producing import key_partition


@given(st.binary(max_size=40), st.integers(1, 64))
@example("être".encode(), 6)
def test_a_key_has_the_partition_that_a_common_producer_gives_it(key: bytes, partitions: int) -> None:
    everywhere = list(range(partitions))
    assert key_partition(key, partitions) == DefaultPartitioner()(key, everywhere, everywhere)
