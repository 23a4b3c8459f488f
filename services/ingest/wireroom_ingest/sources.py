"""What ``sources.yaml`` declares: sources, their inbox folders and their feeds."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from wireroom_core.errors import FatalError
from wireroom_core.models.codec import reason_of
from wireroom_core.slug import slug
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.urls import address, shown

RESERVED = ("done", "failed")
"""Sub-folders of the inbox that are no source's."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def _line(text: str) -> str:
    line = " ".join(text.split())
    if not line or _UNPRINTABLE.search(line):
        raise ValueError("text is wanted, without control characters")
    return line


def _name(text: str) -> str:
    if not slug(text):
        raise ValueError("letters or digits are wanted")
    return _line(text)


def _folder(text: str) -> str:
    if text.startswith(".") or "/" in text or text in RESERVED:
        raise ValueError(f"the name of one folder is wanted, not {', '.join(RESERVED)} or one that begins with a dot")
    return _line(text)


def _web_address(text: str) -> str:
    if address(text).url is None:
        raise ValueError("no http(s) address")
    return text.strip()


class _Strict(BaseModel):
    # Strict, since YAML reads an unquoted "no" (Norwegian) as false and a name of digits as a number.
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Feed(_Strict):
    address: Annotated[str, AfterValidator(_web_address)]
    interval: Annotated[int, Field(ge=1)]
    """Seconds from one fetch to the next."""


class _Entry(_Strict):
    id: Annotated[str, AfterValidator(_name), Field(pattern=r"^[\w.-]+$", max_length=256)]
    name: Annotated[str, AfterValidator(_name), Field(max_length=256)]
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")] | None = None
    usage_terms: Annotated[str, AfterValidator(_line)] | None = None
    inbox: Annotated[str, AfterValidator(_folder)] | None = None
    feeds: Annotated[list[_Feed], Field(strict=False)] = []

    @property
    def assigned(self) -> Assignment:
        return Assignment(self.name, self.id, self.language, self.usage_terms)


@dataclass(frozen=True, slots=True)
class Feed:
    """An address to fetch every ``interval`` seconds, and whose articles it has."""

    address: str
    interval: int
    assigned: Assignment

    @property
    def name(self) -> str:
        """The address as it may be shown: without user and password."""
        return shown(self.address)


class Sources:
    """The declared sources; none at all where there is no ``sources.yaml``."""

    def __init__(self, entries: Sequence[_Entry] = ()) -> None:
        self._by_key = {slug(key): entry.assigned for entry in entries for key in (entry.name, entry.id)}
        self.folders = {entry.inbox: entry.assigned for entry in entries if entry.inbox}
        self.feeds = [Feed(feed.address, feed.interval, entry.assigned) for entry in entries for feed in entry.feeds]

    def named(self, name: str) -> Assignment:
        """The source declared under this name or id; one without language and terms where there is none."""
        return self._by_key.get(slug(name), Assignment(name))


def declared(document: object) -> Sources:
    """The sources in what YAML made of the file. Raises FatalError that names each entry that is wrong."""
    if not isinstance(document, dict) or set(document) != {"sources"} or not isinstance(document["sources"], list):
        raise FatalError("one key 'sources' with a list is wanted, and nothing beside it")
    checked = [_checked(number, given) for number, given in enumerate(document["sources"], start=1)]
    entries = [entry for entry in checked if isinstance(entry, _Entry)]
    faults = [fault for fault in checked if isinstance(fault, str)] + _repeated(entries)
    if faults:
        raise FatalError("; ".join(faults))
    return Sources(entries)


def _checked(number: int, given: Any) -> _Entry | str:  # noqa: ANN401 - whatever YAML holds
    """The entry, or what is wrong with it."""
    try:
        return _Entry.model_validate(given)
    except ValidationError as error:
        return f"source {_called(number, given)}: {reason_of(error)}"


def _called(number: int, given: Any) -> str:  # noqa: ANN401 - whatever YAML holds
    name = (given.get("name") or given.get("id")) if isinstance(given, dict) else None
    return repr(name) if isinstance(name, str) else f"no. {number}"


def _repeated(entries: Sequence[_Entry]) -> list[str]:
    """What may stand once alone, and stands several times."""
    return [
        *_twice("the id or the name", (key for entry in entries for key in {slug(entry.id), slug(entry.name)})),
        *_twice("the inbox folder", (entry.inbox for entry in entries if entry.inbox)),
        *_twice("the feed", (shown(feed.address) for entry in entries for feed in entry.feeds)),
    ]


def _twice(what: str, values: Iterable[str]) -> list[str]:
    return [f"{what} {value!r} stands more than once" for value, count in Counter(values).items() if count > 1]
