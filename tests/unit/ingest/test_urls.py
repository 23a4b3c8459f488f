import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_ingest.urls import Address, address, host, shown


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("https://news.example:443/a", "https://news.example/a"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:/a", "http://news.example/a"),
        ("http://news.example:443/a", "http://news.example:443/a"),
        ("http://news.example:08080/a", "http://news.example:8080/a"),
        ("https://news.example/a#part", "https://news.example/a"),
        ("https://news.example/a?utm_source=feed&b=%c3#x", "https://news.example/a?utm_source=feed&b=%c3"),
        ("https://news.example/a?", "https://news.example/a?"),
        ("https://news.example/a/./b/../c/%2e%2E/d", "https://news.example/a/d"),
        ("https://news.example/a/..", "https://news.example/"),
        ("https://news.example/../../a/.", "https://news.example/a/"),
        ("https://news.example//a//b", "https://news.example//a//b"),
        ("https://news.example/%7euser/%c3%a9%2f", "https://news.example/~user/%C3%A9%2F"),
        ("https://news.example/cigüeñas 1", "https://news.example/cig%C3%BCe%C3%B1as%201"),
        ("https://news.example/100%", "https://news.example/100%25"),
        ("https://Müller.example/x", "https://xn--mller-kva.example/x"),
        ("https://straße.example", "https://xn--strae-oqa.example/"),
        ("https://my_paper.example./", "https://my_paper.example./"),
        ("http://[2001:DB8:0::1]:8080/a", "http://[2001:db8::1]:8080/a"),
    ],
)
def test_canonical_form(raw: str, canonical: str) -> None:
    assert address(raw) == Address(raw, canonical)


@pytest.mark.parametrize(
    "raw",
    [
        "javascript:alert(1)",
        "ftp://news.example/a",
        "mailto:a@news.example",
        "news.example/a",
        "/a",
        "http:///a",
        "http://",
        "https://news.example:70000/",
        "https://news.example:x/",
        "https://news..example/",
        "https://-/%zz\n",
        "https://good.example\\@evil.example/",
        "http://[::g]/",
        "http://[::1",
        "https://a b/",
        "https://" + "a" * 254 + "/",
        "https://xn--ü.example/",
    ],
)
def test_what_is_no_http_address_gives_neither(raw: str) -> None:
    assert address(raw) == Address(repairs=("the url is no http(s) address: left out",))


@pytest.mark.parametrize("raw", [None, "", "  "])
def test_no_address_given(raw: str | None) -> None:
    assert address(raw) == Address()


def test_user_and_password_are_dropped_from_both() -> None:
    assert address("http://user:se@cret@Relay.example:8080/snails#top") == Address(
        "http://Relay.example:8080/snails#top",
        "http://relay.example:8080/snails",
        ("user and password left out of the url",),
    )


@pytest.mark.parametrize(
    ("raw", "url"),
    [
        ("b/c", "https://news.example/a/b/c"),
        ("/c?x", "https://news.example/c?x"),
        ("//other.example/c", "https://other.example/c"),
        ("HTTPS://other.example/c", "HTTPS://other.example/c"),
    ],
)
def test_a_relative_address_goes_by_its_base(raw: str, url: str) -> None:
    assert address(raw, "https://news.example/a/feed.xml").url == url


@pytest.mark.parametrize("base", ["http://[broken/", "no address"])
def test_a_bad_base_helps_nothing(base: str) -> None:
    assert address("b", base).url is None


def test_what_is_shown_has_no_password() -> None:
    assert shown("https://me:se@cret@news.example/f") == "https://news.example/f"
    assert shown("https://me:secret@bad host:x/f") == "https://bad host:x/f"
    assert shown("news/me@home.txt") == "news/me@home.txt"


def test_white_space_in_a_query_is_escaped() -> None:
    assert address("http://n.example/?q=a b&c=\u00a0#x").canonical_url == "http://n.example/?q=a%20b&c=%C2%A0"


def test_the_host_without_www_and_port() -> None:
    assert host("https://WWW.Bücher.example:8443/a") == "xn--bcher-kva.example"
    assert host("nothing") is None
    assert host(None) is None


pieces = st.sampled_from(["%", "2e", "%2E", "/", ".", "..", "a", "é", "%C3", "?", "#", ":", "@", " ", "[", "\\", "ß"])
some_addresses = st.lists(pieces, max_size=12).map("".join).map("http://n.example".__add__) | st.text(max_size=20)


@settings(max_examples=25, deadline=None)
@given(some_addresses, st.sampled_from(["", "https://", "http://News.example/", "HTTP://n.example:80/x/"]))
def test_canonical_addresses_are_canonical(rest: str, start: str) -> None:
    found = address(start + rest)
    assert (found.url is None) == (found.canonical_url is None)
    assert address(found.canonical_url).canonical_url == found.canonical_url
    assert found.canonical_url is None or "#" not in found.canonical_url
