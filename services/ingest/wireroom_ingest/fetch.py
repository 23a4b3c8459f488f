"""One GET of an address."""

import ssl
from functools import cache

import httpx

from wireroom_core.clock import Clock
from wireroom_core.errors import PoisonError

MAX_BODY = 64 << 20
_TIMEOUT = 10.0
_REDIRECTS = 5
_TRIES = 3
_WAIT = 0.5
_LONGEST = 60.0
"""Seconds within which a whole body has come; each wait for more of it is bounded by the time-out alone."""
_HEADERS = {"User-Agent": "wireroom/0.1"}


def fetch(address: str, clock: Clock) -> bytes:
    """The body that ``address`` answers with; tried three times where there is no answer.

    Raises PoisonError where no try is answered, and at once where the answer is an error (400 and
    above), too large, too slow, or leads on to more than five others or to what is not http(s).
    """
    for attempt in range(1, _TRIES + 1):
        try:
            return _get(address, clock)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.TooManyRedirects) as error:
            raise PoisonError(f"the address cannot be fetched: {error}") from None
        except httpx.HTTPError as error:
            if attempt == _TRIES:
                reason = f"the address does not answer ({_TRIES} tries): {str(error) or type(error).__name__}"
                raise PoisonError(reason) from None
            clock.sleep(_WAIT * attempt)
    raise AssertionError("the last try returns or raises")


def _get(address: str, clock: Clock) -> bytes:
    client = httpx.Client(
        timeout=_TIMEOUT, follow_redirects=True, max_redirects=_REDIRECTS, headers=_HEADERS, verify=_certificates()
    )
    with client, client.stream("GET", address) as response:
        if response.status_code >= 400:
            raise PoisonError(f"the address answers {response.status_code} {response.reason_phrase}".rstrip())
        return _body(response, clock)


@cache
def _certificates() -> ssl.SSLContext:
    """Loaded once: it takes longer than many an answer."""
    return httpx.create_ssl_context()


def _body(response: httpx.Response, clock: Clock) -> bytes:
    begin = clock.monotonic()
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BODY:
            raise PoisonError(f"the address answers with more than the {MAX_BODY >> 20} MiB that are read")
        if clock.monotonic() - begin > _LONGEST:
            raise PoisonError(f"the address takes more than {_LONGEST:.0f} seconds for its answer")
    return bytes(body)
