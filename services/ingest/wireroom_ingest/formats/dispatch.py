"""The plain dispatch: ``date 2019-01`` before the text, ``source: X`` on the last line, both optional."""

import re

from wireroom_core.errors import PoisonError
from wireroom_ingest.formats.item import Item

_HEADER = re.compile(r"\s*(?P<line>date[ \t]+(?P<date>[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?))(?!\S)")
_TRAILER = re.compile(r"(?i:source)[ \t\u00a0\u202f]?:[ \t]*(?P<name>\S.*)")


def parse(text: str, *, named_text: bool) -> Item:
    """The dispatch in ``text`` (its line ends those of Unix); ``named_text`` where the file's name ends in .txt.

    Raises PoisonError where nothing tells that it is a dispatch, and where it has no text.
    """
    header = _HEADER.match(text)
    body = text[header.end() :] if header else text
    above, _, last = body.rstrip().rpartition("\n")
    trailer = _TRAILER.fullmatch(last.strip())
    if not (header or trailer or named_text):
        raise PoisonError("unknown format: text without the header or the trailer of a dispatch")
    body = (above if trailer else body).strip()
    if not body:
        raise PoisonError("a dispatch without text")
    return Item(
        format="dispatch",
        header=header["line"] if header else None,
        text=body,
        trailer=trailer[0] if trailer else None,
        published=header["date"] if header else None,
        source=trailer["name"] if trailer else None,
    )
