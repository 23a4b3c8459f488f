"""Bytes to text, and text that JSON and PostgreSQL can carry; what was mended is said in ``repairs``."""

import codecs
import re
from typing import Any

_HANDLER = "wireroom-windows-1252"
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SURROGATES = re.compile(r"(?P<pair>[\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_ONE_BYTE_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
_TRUSTED = re.compile(
    r"iso-?8859-\d+|windows-125\d|cp125\d|koi8-[ru]|macintosh|shift_jis|euc-(jp|kr)|gb2312|gbk|gb18030|big5"
)
"""Encodings that a feed may declare. Others that Python knows (punycode, unicode_escape …) are no news encodings."""


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_HANDLER, _as_windows_1252)


def decode(body: bytes) -> tuple[str, list[str]]:
    """The text of ``body`` and what had to be repaired; never raises.

    A byte order mark decides between UTF-16 and UTF-8. In UTF-8, each byte that does not belong is
    read as windows-1252, and as U+FFFD where that has no character for it.
    """
    if body.startswith(UTF_16_MARKS):
        return _decode_utf_16(body)
    try:
        return body.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        body = body.removeprefix(codecs.BOM_UTF8)
    text = body.decode("utf-8", _HANDLER)
    # Each such byte gives one character, and "ignore" leaves out the very same bytes.
    broken = len(text) - len(body.decode("utf-8", "ignore"))
    return text, [f"broken UTF-8: {broken} bytes read as windows-1252"]


def _decode_utf_16(body: bytes) -> tuple[str, list[str]]:
    try:
        return body.decode("utf-16"), []
    except UnicodeDecodeError:
        return body.decode("utf-16", "replace"), ["broken UTF-16: what does not belong read as U+FFFD"]


def decode_xml(body: bytes) -> tuple[str, list[str]]:
    """Like ``decode``, but the encoding that an XML declaration names is used where no byte order mark stands."""
    declared = _declared(body)
    if declared is None:
        return decode(body)
    try:
        return body.decode(declared), []
    except (UnicodeDecodeError, LookupError):
        text, repairs = decode(body)
        return text, [f"the declared encoding {declared} does not fit", *repairs]


def _declared(body: bytes) -> str | None:
    match = _DECLARED.match(body)
    if match is None:
        return None
    name = match[1].decode("ascii", "replace").lower()
    # What declares Latin-1 has windows-1252's quotes and dashes in it; browsers read it so too.
    name = "windows-1252" if name in _ONE_BYTE_LATIN else name
    return name if _TRUSTED.fullmatch(name) else None


def mend(text: str) -> tuple[str, list[str]]:
    """``text`` without NUL and lone surrogates, its line ends those of Unix, and what was repaired."""
    counts = {"NUL removed": text.count("\0")}
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if not _can_be_written(text):
        text, surrogates = _without_surrogates(text)
        counts |= surrogates
    return text, [f"{what}: {count}" for what, count in counts.items() if count]


def _can_be_written(text: str) -> bool:
    """By far the quickest way to see that there are no surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _without_surrogates(text: str) -> tuple[str, dict[str, int]]:
    are_pairs = [match["pair"] is not None for match in _SURROGATES.finditer(text)]
    pairs = sum(are_pairs)
    counts = {"surrogate pair joined": pairs, "lone surrogate read as U+FFFD": len(are_pairs) - pairs}
    return _SURROGATES.sub(_join, text), counts


def _join(match: re.Match[str]) -> str:
    if match["pair"] is None:
        return "\ufffd"
    return match["pair"].encode("utf-16", "surrogatepass").decode("utf-16")


def mend_json(value: Any) -> tuple[Any, list[str]]:  # noqa: ANN401 - JSON values of every kind
    """Every string of a JSON value mended, keys too, and what was repaired (each sort of repair once)."""
    repairs: dict[str, None] = {}
    return _mend_json(value, repairs), list(repairs)


def _mend_json(value: Any, repairs: dict[str, None]) -> Any:  # noqa: ANN401 - JSON values of every kind
    if isinstance(value, str):
        text, found = mend(value)
        repairs.update(dict.fromkeys(found))
        return text
    if isinstance(value, list):
        return [_mend_json(item, repairs) for item in value]
    if isinstance(value, dict):
        return {_mend_json(key, repairs): _mend_json(item, repairs) for key, item in value.items()}
    return value
