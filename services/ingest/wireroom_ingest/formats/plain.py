"""The plain input, a JSON object a line; our own Article messages pass in the same lines."""

import json
from typing import Any, NoReturn

from pydantic import BaseModel, ConfigDict, ValidationError

from wireroom_core.errors import PoisonError
from wireroom_core.models import Article, decode
from wireroom_core.models.article import Status
from wireroom_core.models.codec import reason_of
from wireroom_ingest.encoding import decode as decode_bytes
from wireroom_ingest.encoding import mend_json
from wireroom_ingest.formats.item import Item

_STATUS: dict[str | None, Status] = {
    None: "usable",
    "usable": "usable",
    "withheld": "withheld",
    "canceled": "canceled",
}


class _Line(BaseModel):
    """The names of the plain input. Other names are left alone, other types are refused."""

    model_config = ConfigDict(strict=True, extra="ignore")

    text: str | None = None
    id: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    origin: str | None = None
    byline: str | None = None
    status: str | None = None
    received: str | None = None


def parse(line: bytes) -> Item | Article:
    """The item, or the Article as it is but for mended strings (said in its ``repairs``).

    Raises PoisonError where the line is no JSON object, has wrong types, or gives neither text nor title.
    """
    value, repairs = _object(line)
    if value.get("type") == "article" or {"type", "schema"} <= value.keys():
        return _article(value, repairs)
    try:
        return _item(_Line.model_validate(value), repairs)
    except ValidationError as error:
        raise PoisonError(reason_of(error)) from None


def _object(line: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    text, broken = decode_bytes(line)
    try:
        value, mended = mend_json(json.loads(text, parse_constant=_no_number))
    except ValueError as error:
        raise PoisonError(f"no JSON: {error}") from None
    except RecursionError:
        raise PoisonError("no JSON that can be read: nested too deeply") from None
    if not isinstance(value, dict):
        raise PoisonError("no JSON object")
    return value, (*broken, *mended)


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _article(value: dict[str, Any], repairs: tuple[str, ...]) -> Article:
    article = decode(json.dumps(value), Article)
    assert isinstance(article, Article)  # noqa: S101 - decode refuses every other type
    return article.model_copy(update={"repairs": (*article.repairs, *repairs)})


def _item(line: _Line, repairs: tuple[str, ...]) -> Item:
    status = _STATUS.get(line.status, "withheld")
    text, title = (line.text or "").strip(), (line.title or "").strip()
    if not (text or title or (status == "canceled" and line.id)):
        raise PoisonError("neither text nor title")
    return Item(
        format="plain",
        guid=line.id,
        url=line.url,
        title=title,
        text=text,
        language=line.language,
        published=line.published,
        updated=line.updated,
        received=line.received,
        origin=line.origin,
        byline=line.byline,
        status=status,
        signal="kill" if status == "canceled" else "new",
        source=line.source,
        repairs=repairs,
    )
