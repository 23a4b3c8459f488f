"""Addresses of the web: as given, and normalised without loss (RFC 3986, section 6.2.2 and 6.2.3)."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, urljoin

import idna

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?:(?P<user>[^/?#\\]*)@)?(?P<host>\[[^\]/?#@]*\]|[^:/?#@\[\]]*)(?P<port>:[0-9]*)?"
    r"(?P<path>/[^?#]*)?(?P<query>\?[^#]*)?(?P<fragment>#.*)?",
    re.IGNORECASE,
)
_USER = re.compile(r"^(https?://)[^/?#]*@", re.IGNORECASE)
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)*[a-z0-9_][a-z0-9_-]{0,62}\.?")
_SPACE = re.compile(r"\s")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST_HOST = 253
_ESCAPE = re.compile(r"%(?P<hex>[0-9A-Fa-f]{2})|%")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT_IN_PATHS = "%/:@!$&'()*+,;=~"


class Address(NamedTuple):
    """``url`` as given (made absolute, user and password dropped) and ``canonical_url``: both, or neither."""

    url: str | None = None
    canonical_url: str | None = None
    repairs: tuple[str, ...] = ()


def address(raw: str | None, base: str | None = None) -> Address:
    """``raw``, resolved against ``base`` where it is relative; empty where it is no well-formed http(s) address."""
    if raw is None or not raw.strip():
        return Address()
    url = _absolute(raw.strip(), base)
    match = None if _NOT_IN_ADDRESSES.search(url) else _ADDRESS.fullmatch(url)
    try:
        canonical = _canonical(match) if match else None
    except ValueError:
        canonical = None
    if match is None or canonical is None:
        return Address(repairs=("the url is no http(s) address: left out",))
    if match["user"] is None:
        return Address(url, canonical)
    return Address(shown(url), canonical, ("user and password left out of the url",))


def shown(raw: str) -> str:
    """``raw`` as it may be shown and logged: without user and password where it is an address."""
    return _USER.sub(r"\1", raw)


def host(raw: str | None) -> str | None:
    """The host of an http(s) address, in lower case and punycode, without the port and a leading "www."."""
    canonical = address(raw).canonical_url
    match = _ADDRESS.fullmatch(canonical) if canonical else None
    return match["host"].removeprefix("www.") if match else None


def _absolute(raw: str, base: str | None) -> str:
    if base is None or _SCHEME.match(raw):
        return raw
    try:
        return urljoin(base, raw)
    except ValueError:
        return raw


def _canonical(match: re.Match[str]) -> str:
    """Raises ValueError where host or port are malformed."""
    scheme = match["scheme"].lower()
    port = _port(match["port"], _DEFAULT_PORTS[scheme])
    return f"{scheme}://{_host(match['host'])}{port}{_path(match['path'] or '/')}{_query(match['query'])}"


def _host(given: str) -> str:
    if given.startswith("["):
        return f"[{ipaddress.IPv6Address(given[1:-1]).compressed}]"
    if len(given) > _LONGEST_HOST:
        raise ValueError("the host is too long")
    # IDNA 2008: the codec in the standard library (2003) would make "ss" of "ß", which is another host.
    name = given.lower() if given.isascii() else idna.encode(given, uts46=True).decode()
    if not _HOST.fullmatch(name):
        raise ValueError(f"{name!r} is no host")
    return name


def _port(given: str | None, default: int) -> str:
    number = int(given[1:]) if given and given != ":" else default
    if number > 65535:
        raise ValueError(f"{number} is no port")
    return "" if number == default else f":{number}"


def _path(given: str) -> str:
    encoded = quote(_ESCAPE.sub(_normal_escape, given), safe=_KEPT_IN_PATHS)
    kept: list[str] = []
    *folders, last = encoded.removeprefix("/").split("/")
    for segment in [*folders, last]:
        if segment == "..":
            kept[-1:] = []
        elif segment != ".":
            kept.append(segment)
    if last in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _query(given: str | None) -> str:
    """As given, since its parts may mean anything; but white space, which ends an address, is escaped."""
    return _SPACE.sub(lambda space: quote(space[0]), given or "")


def _normal_escape(match: re.Match[str]) -> str:
    if match["hex"] is None:
        return "%25"
    character = chr(int(match["hex"], 16))
    return character if character in _UNRESERVED else f"%{match['hex'].upper()}"
