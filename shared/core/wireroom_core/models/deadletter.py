"""What could not be processed, and why (topic ``dead``, table ``dead_letters``, standard error of the filters)."""

import base64
from typing import Literal, Self

from pydantic import Field

from wireroom_core.models.base import Instant, Message, Part

MAX_INLINE_ORIGINAL = 512 * 1024
"""Bytes of an original that travel in the dead letter itself; a larger one goes by ``raw_ref``."""


class Place(Part):
    """Where something stood: a file and its line or entry (from 1), or a topic's partition and offset."""

    file: str | None = None
    line: int | None = None
    topic: str | None = None
    partition: int | None = None
    offset: int | None = None


class DeadLetter(Place, Message):
    """One refused input: the stage that refused it, the reason, the place, and the original."""

    type: Literal["dead_letter"] = "dead_letter"
    letter_id: str
    """The same refusal of the same input has the same id, so that a second try makes no second letter."""
    stage: str
    reason: str
    article_id: str | None = None
    delivery_id: str | None = None
    original: str | None = None
    encoding: Literal["utf-8", "base64"] = "utf-8"
    raw_ref: str | None = None
    at: Instant = Field(description="when it was refused")

    @classmethod
    def text_of(cls, original: bytes) -> tuple[str, Literal["utf-8", "base64"]]:
        """The original as JSON can carry it, and how it is written."""
        try:
            if b"\0" not in original:  # which PostgreSQL's JSON cannot hold
                return original.decode(), "utf-8"
        except UnicodeDecodeError:
            pass
        return base64.b64encode(original).decode(), "base64"

    def original_bytes(self: Self) -> bytes | None:
        """The original as it came; None where ``raw_ref`` holds it."""
        if self.original is None:
            return None
        return self.original.encode() if self.encoding == "utf-8" else base64.b64decode(self.original)
