"""Who may push."""

import hmac
from collections.abc import Mapping

from wireroom_ingest.publisher import Assignment

_SCHEME = "bearer"


class ApiKeys:
    """The keys, each with the source of the articles that come with it and name none."""

    def __init__(self, keys: Mapping[str, Assignment]) -> None:
        self._keys = {_digest(key): assigned for key, assigned in keys.items()}

    def owner(self, headers: Mapping[str, str]) -> Assignment | None:
        """Whose key ``Authorization: Bearer`` (else ``X-API-Key``) gives; None where it is nobody's."""
        given = _given(headers)
        digest = _digest(given or "")
        found = None
        for known, assigned in self._keys.items():  # all of them: how long it takes says nothing of which is near
            if hmac.compare_digest(known, digest):
                found = assigned
        return found if given else None


def _given(headers: Mapping[str, str]) -> str | None:
    scheme, _, token = headers.get("Authorization", "").strip().partition(" ")
    return token.strip() if scheme.lower() == _SCHEME else headers.get("X-API-Key")


def _digest(key: str) -> bytes:
    """Of one length, so that the comparison does not tell how long a key is."""
    return hmac.digest(b"wireroom", key.encode("utf-8", "surrogateescape"), "sha256")
