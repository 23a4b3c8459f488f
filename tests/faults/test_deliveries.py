"""What is handed over twice, out of order, or by clocks that are wrong."""

import random

from tests.faults.room import NAMES, Room

DAY = 86_400


def test_what_comes_twice_and_shuffled_takes_effect_once(room: Room) -> None:
    """Files dropped again, and each record of the topics before dedup written again, in any order."""
    chance = random.Random(5)
    room.start(*NAMES)
    for _ in range(6):
        room.drop(room.newsroom.lines(50))
    room.settled()
    for number, file in enumerate(chance.sample(room.files, len(room.files))):
        room.hand_over(file, f"again-{number}.jsonl")
    for topic in ("articles.ingested", "articles.enriched"):
        records = room.cluster.broker.records(room.cluster.prefix + topic)
        again = [(record.partition, record.value) for record in chance.sample(records, len(records))]
        room.cluster.broker.write(room.cluster.prefix + topic, again)
    report = room.check()
    assert report.faults == []
    assert report.repeated_on["articles.enriched"] > len(room.files) * 50
    assert report.repeated_on["articles.decided"] == 0


def test_clocks_that_are_a_day_wrong_harm_nothing(room: Room) -> None:
    """Every second service is a day ahead, the others a day behind; then the other way round."""
    room.open()
    for ahead in (DAY, -DAY):
        for name, seconds in zip(NAMES, (ahead, -ahead, ahead, -ahead), strict=True):
            room.harm(name, FAULT_CLOCK=str(seconds))
        room.wait_stored(200)
        if ahead == DAY:
            assert {room.services[name].terminate() for name in NAMES} == {0}
    assert room.check().faults == []
