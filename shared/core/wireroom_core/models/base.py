"""The two base models: a message (has a type and a schema version) and a part of one."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer


def _in_utc(value: datetime) -> datetime:
    """In UTC, so that it can be written; ValueError where that lies beyond the calendar."""
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("the instant lies beyond the calendar") from None


def _instant(value: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that the JSON form of an instant has one spelling."""
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z")


Instant = Annotated[
    AwareDatetime, AfterValidator(_in_utc), PlainSerializer(_instant, return_type=str, when_used="json")
]
"""A clock's time with its zone; written in UTC."""


class Part(BaseModel):
    """Part of a message. Immutable; fields that a newer producer added are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)


class Message(Part):
    """A message on a topic, a line of a filter. Its JSON form carries ``type`` and ``schema``.

    ``schema`` is raised only by a change that an older reader cannot take; a field that is merely
    added keeps it. A reader refuses any other version than its own.
    """

    type: str
    schema_version: int = Field(default=1, alias="schema")
