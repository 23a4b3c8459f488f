import hmac

import pytest

from wireroom_ingest.publisher import Assignment
from wireroom_ingest.push.apikeys import ApiKeys

B, C = Assignment("B"), Assignment("C")
KEYS = ApiKeys({"key-b": B, "key-c": C})


@pytest.mark.parametrize(
    ("headers", "owner"),
    [
        ({"Authorization": "Bearer key-b"}, B),
        ({"Authorization": "bearer  key-c "}, C),
        ({"X-API-Key": "key-c"}, C),
        ({"Authorization": "Basic key-b", "X-API-Key": "key-c"}, C),
        ({"Authorization": "Bearer key-b", "X-API-Key": "key-c"}, B),
        ({"Authorization": "Bearer none", "X-API-Key": "key-c"}, None),
        ({"Authorization": "key-b"}, None),
        ({"Authorization": "Bearer"}, None),
        ({"X-API-Key": "key"}, None),
        ({"X-API-Key": "key-bb"}, None),
        ({"X-API-Key": "é\udcff"}, None),
        ({"X-API-Key": ""}, None),
        ({}, None),
    ],
)
def test_whose_key_it_is(headers: dict[str, str], owner: Assignment | None) -> None:
    assert KEYS.owner(headers) == owner


def test_without_keys_nobody_may_push() -> None:
    assert ApiKeys({}).owner({"X-API-Key": "key"}) is None


def test_every_key_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[int, int]] = []
    compare = hmac.compare_digest

    def watched(one: bytes, two: bytes) -> bool:
        compared.append((len(one), len(two)))
        return compare(one, two)

    monkeypatch.setattr(hmac, "compare_digest", watched)
    assert KEYS.owner({"X-API-Key": "key-b"}) == B
    assert compared == [(32, 32), (32, 32)]
