"""What becomes of a pushed body, without HTTP."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.fakes import ManualClock
from tests.fakes import article as made
from tests.intake import ListPublisher
from wireroom_core.errors import TransientError
from wireroom_core.models import encode
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.push import receiving
from wireroom_ingest.push.receiving import Fault, Push, Receiver, RefusedPushError

BODE = Assignment("De Bode", "bode", "nl", "For readers.")


def line(title: str = "A", **fields: Any) -> bytes:
    return json.dumps({"title": title, "text": "x", **fields}).encode() + b"\n"


class House:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raw = FolderRawStore(folder / "raw")
        self.clock = ManualClock()
        self.publisher = ListPublisher()

    def receive(self, body: bytes, key: str | None = "key", client: Assignment = BODE, **more: Any) -> list[str]:
        """The delivery ids."""
        receiver = Receiver(self.publisher, raw=self.raw, clock=self.clock)
        return [each.article.delivery_id for each in receiver.receive(Push(body, client, key, **more))]

    def faults(self, body: bytes, **more: Any) -> list[Fault]:
        with pytest.raises(RefusedPushError) as refused:
            self.receive(body, **more)
        assert self.publisher.calls == []
        assert not (self.folder / "raw").exists(), "the original of a refused push is not kept"
        return list(refused.value.faults)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_lines_are_published_in_one_call_with_their_original(house: House) -> None:
    body = line("A") + b"\n" + line("B", source="AFP")
    ids = house.receive(body)
    (call,) = house.publisher.calls
    assert [(each.place.file, each.place.line) for each in call] == [("push", 1), ("push", 3)]
    one, two = house.publisher.articles
    assert [one.delivery_id, two.delivery_id] == ids
    assert (one.source.id, one.language_declared, one.usage_terms) == ("bode", "nl", "For readers.")
    assert (two.source.id, two.language_declared, two.usage_terms) == ("afp", None, None)
    assert one.raw_ref is not None
    assert two.raw_ref == one.raw_ref.replace("#1", "#3")
    assert FolderRawStore(house.folder / "raw").get(one.raw_ref.removesuffix("#1")) == body


def test_the_original_is_durable_before_it_is_published(house: House) -> None:
    found: list[int] = []
    house.publisher = ListPublisher(before=lambda: found.append(len([*house.folder.glob("raw/*/*")])))
    house.receive(line())
    assert found == [1]


def test_one_object_may_stand_on_many_lines(house: House) -> None:
    house.receive(b' {\n"title": "A",\n\n"text": "x"}\n', lines=False)
    (article,) = house.publisher.articles
    assert article.title == "A"
    assert article.raw_ref is not None
    assert "#" not in article.raw_ref


def test_our_own_messages_are_refused_since_their_ids_could_be_anothers(house: House) -> None:
    with pytest.raises(RefusedPushError) as refused:
        house.receive(line("B") + encode(made(1)))
    assert [(fault.line, fault.reason[:20]) for fault in refused.value.faults] == [(2, "one of our own messa")]
    assert house.publisher.calls == []


def test_the_same_request_again_is_the_same_deliveries(house: House) -> None:
    body = line("A") + line("A")
    first, again = house.receive(body), house.receive(body)
    assert first == again
    assert len(set(first)) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "other"},
        {"client": Assignment("Other", "other")},
        {"body": line("A", source="AFP", byline="x")},
        {"body": b"\n" + line("A", source="AFP")},
    ],
)
def test_another_key_client_line_or_number_is_another_delivery(house: House, changes: dict[str, Any]) -> None:
    # The source is named in the line, so that it is not what tells the clients apart.
    first: dict[str, Any] = {"body": line("A", source="AFP")}
    assert house.receive(**first) != house.receive(**(first | changes))


def test_without_a_key_each_request_is_new(house: House) -> None:
    assert house.receive(line(), key=None) != house.receive(line(), key=None)


def test_every_refused_line_is_named_and_nothing_published(house: House) -> None:
    body = line("A") + b"{\n\n" + line("B") + b'{"text": 1}\n' + line("C", source="!")
    found = house.faults(body)
    assert [fault.line for fault in found] == [2, 5, 6]
    assert [fault.reason for fault in found] == [
        "no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "text: Input should be a valid string",
        "the source '!' has neither letter nor digit",
    ]


@pytest.mark.parametrize("body", [b"", b"\n \n"])
def test_no_lines_at_all_are_refused(house: House, body: bytes) -> None:
    assert house.faults(body) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"x"])
def test_no_object_is_refused(house: House, body: bytes) -> None:
    assert [fault.line for fault in house.faults(body, lines=False)] == [1]


def test_who_has_no_name_must_name_a_source(house: House) -> None:
    (fault,) = house.faults(line(), client=Assignment())
    assert fault.reason.startswith("no source given: ")


def test_a_long_line_or_object_is_refused(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wireroom_ingest.lines.MAX_LINE", 30)
    monkeypatch.setattr(receiving, "MAX_LINE", 30)
    assert [fault.line for fault in house.faults(line() + line("A" * 30))] == [2]
    (fault,) = house.faults(line("A" * 30), lines=False)
    assert fault.reason.startswith("a line of 57 bytes, over the ")


def test_a_bug_of_ours_refuses_the_line(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: bytes) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr("wireroom_ingest.formats.plain.parse", broken)
    with capture_logs() as logs:
        assert house.faults(line()) == [Fault(1, "unexpected ZeroDivisionError: a b")]
    assert [entry["event"] for entry in logs] == ["unexpected failure"]


def test_trouble_of_less_than_ten_seconds_is_waited_out(house: House) -> None:
    house.publisher = ListPublisher([TransientError("away")] * 6)
    house.receive(line())
    assert house.publisher.titles == ["A"]
    assert house.clock.slept == pytest.approx([0.2, 0.4, 0.8, 1.6, 3.2, 3.8])


def test_longer_trouble_is_passed_on(house: House) -> None:
    house.publisher = ListPublisher([TransientError("away")] * 7)
    with pytest.raises(TransientError, match=r"^away$"):
        house.receive(line())
    assert sum(house.clock.slept) == pytest.approx(10)
    assert house.publisher.calls == []


def test_trouble_of_the_raw_store_is_waited_out_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    sync, faults = house.raw.sync, [TransientError("full")] * 3

    def full() -> None:
        if faults:
            raise faults.pop()
        sync()

    monkeypatch.setattr(house.raw, "sync", full)
    house.receive(line())
    assert house.publisher.titles == ["A"]
    faults += [TransientError("full")] * 9
    with pytest.raises(TransientError, match=r"^full$"):
        house.receive(line("B"))
    assert house.publisher.titles == ["A"]


def test_many_at_once(house: House) -> None:
    receiver = Receiver(house.publisher, raw=house.raw, clock=house.clock)
    pushes = [Push(line(str(number)), BODE, str(number % 5)) for number in range(20)]
    failed: list[BaseException] = []

    def receive(part: int) -> None:
        try:
            for push in pushes[part::4]:
                receiver.receive(push)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=receive, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(map(int, house.publisher.titles)) == list(range(20))
    assert len([*house.folder.glob("raw/*/*")]) == 20
