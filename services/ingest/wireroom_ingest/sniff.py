"""Which format a document has, by its first bytes and its name's suffix."""

import re
from typing import Literal

from wireroom_core.errors import PoisonError
from wireroom_ingest.encoding import UTF_16_MARKS, decode, decode_xml
from wireroom_ingest.formats.outline import local

Kind = Literal["feed", "jsonfeed", "jsonl", "dispatch"]

HEAD = 64 << 10
"""So many first bytes are looked at."""

_JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_FEED_ROOTS = frozenset({"rss", "rdf", "feed"})
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version(?:\\?/)1')
_PROLOG = r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^\[>]*+(?:\[.*?\]\s*)?>)*+"
"""Possessive, since comments after comments could otherwise be split up in ever more ways."""
_ROOT = re.compile(rf"{_PROLOG}<([^\W\d][\w:.-]*)", re.DOTALL | re.IGNORECASE)
_HTML = re.compile(rf"{_PROLOG}<(?:!doctype\s+html|html)\b", re.DOTALL | re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_GOES_ON = ("{", "[", ",")
"""How the first line of a JSON object that is written over several lines ends."""


def sniff(head: bytes, suffix: str) -> Kind:
    """The format of what begins with ``head``; ``dispatch`` only says that it is text of no other format.

    Raises PoisonError where it is empty or of no format that is read here.
    """
    text, _ = decode_xml(head)
    if not text.strip():
        raise PoisonError("empty file")
    if _is_binary(text):
        raise PoisonError("unknown format: binary data")
    if suffix in _JSONL_SUFFIXES or text.lstrip().startswith("{"):
        return _json_kind(head, text, suffix)
    if _HTML.match(text):
        raise PoisonError("unknown format: an HTML page")
    return _text_kind(text, suffix)


def undecided(head: bytes) -> bool:
    """True while more of a stream has to be read before ``sniff`` can tell JSON lines from a document."""
    text = decode(head)[0].lstrip()
    if len(head) >= HEAD or (text and not text.startswith("{")):
        return False
    line, newline, _ = text.partition("\n")
    return not newline or (line.rstrip().endswith(_GOES_ON) and not _JSON_FEED.search(text))


def _is_binary(text: str) -> bool:
    """A few control characters are damage; one in 25 is no text."""
    return len(_CONTROL.findall(text)) > max(3, len(text) // 25)


def _json_kind(head: bytes, text: str, suffix: str) -> Kind:
    if suffix not in _JSONL_SUFFIXES and _JSON_FEED.search(text):
        return "jsonfeed"
    if head.startswith(UTF_16_MARKS):
        raise PoisonError("unknown format: JSON lines in UTF-16, only UTF-8 is read")
    first_line, newline, _ = text.lstrip().partition("\n")
    if newline and suffix not in _JSONL_SUFFIXES and first_line.rstrip().endswith(_GOES_ON):
        raise PoisonError("unknown format: a JSON object over several lines, neither JSON lines nor a JSON Feed")
    return "jsonl"


def _text_kind(text: str, suffix: str) -> Kind:
    root = _ROOT.match(text)
    if root and local(root[1]) in _FEED_ROOTS:
        return "feed"
    if suffix == ".txt":
        return "dispatch"
    if root:
        raise PoisonError(f"unknown format: XML with the root <{root[1]}>, not a feed")
    if text.lstrip().startswith("["):
        raise PoisonError("unknown format: a JSON array, not JSON lines")
    return "dispatch"
