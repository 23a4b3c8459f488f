"""Between a message and its JSON form."""

from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from wireroom_core.errors import PoisonError
from wireroom_core.models.article import Article
from wireroom_core.models.base import Message
from wireroom_core.models.deadletter import DeadLetter
from wireroom_core.models.decided import DecidedArticle, GroupMerged
from wireroom_core.models.enriched import EnrichedArticle
from wireroom_core.models.stored import StoredEvent
from wireroom_core.models.trends import Rising, SourceSilence, TrendCount

AnyMessage = (
    Article
    | EnrichedArticle
    | DecidedArticle
    | GroupMerged
    | StoredEvent
    | DeadLetter
    | TrendCount
    | Rising
    | SourceSilence
)

_SCHEMAS = {
    "article": 1,
    "enriched": 1,
    "decided": 1,
    "group_merged": 1,
    "stored": 1,
    "dead_letter": 1,
    "trend_count": 1,
    "rising": 1,
    "source_silence": 1,
}
_ADAPTER: TypeAdapter[AnyMessage] = TypeAdapter(Annotated[AnyMessage, Field(discriminator="type")])


def encode(message: Message) -> bytes:
    """The message as one line of JSON in UTF-8, without the line's end."""
    return message.model_dump_json().encode()


def decode(value: bytes | str, *accepted: type[Message]) -> AnyMessage:
    """The message that ``value`` holds, one of the types ``accepted`` (all where none is given).

    Raises PoisonError where it is no JSON, no message, of another type, or of an unknown schema version.
    """
    try:
        message = _ADAPTER.validate_json(value)
    except ValidationError as error:
        raise PoisonError(reason_of(error)) from None
    if accepted and not isinstance(message, accepted):
        raise PoisonError(f"a message of type {message.type!r} does not belong here")
    if message.schema_version != _SCHEMAS[message.type]:
        raise PoisonError(f"unknown schema version {message.schema_version} of {message.type!r}")
    return message


def reason_of(error: ValidationError) -> str:
    """What is wrong, in one line: the first three faults with their fields."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [_fault(fault) for fault in faults[:3]]
    more = f" (and {len(faults) - 3} more)" if len(faults) > 3 else ""
    return "; ".join(shown) + more


def _fault(fault: ErrorDetails) -> str:
    where = ".".join(str(step) for step in fault["loc"])
    message = fault["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
