import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_ingest.encoding import decode, decode_xml, mend, mend_json

any_text = st.text(alphabet=st.characters(exclude_categories=()))


def test_utf_8_with_and_without_a_byte_order_mark() -> None:
    assert decode("Évêché".encode()) == ("Évêché", [])
    assert decode("Évêché".encode("utf-8-sig")) == ("Évêché", [])


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_goes_by_its_byte_order_mark(mark: bytes) -> None:
    codec = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + "Évêché 🦆".encode(codec)) == ("Évêché 🦆", [])


def test_broken_utf_16_is_said() -> None:
    text, repairs = decode(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00")
    assert text == "ab\ufffd"
    assert repairs == ["broken UTF-16: what does not belong read as U+FFFD"]


def test_only_the_bytes_that_do_not_belong_are_read_as_windows_1252() -> None:
    text, repairs = decode("Brévigny « ".encode() + b"\x9cuvre \x80\x85")
    assert text == "Brévigny « œuvre €…"
    assert repairs == ["broken UTF-8: 3 bytes read as windows-1252"]


def test_a_byte_order_mark_stays_out_of_broken_text_too() -> None:
    assert decode(b"\xef\xbb\xbf\xe9t\xe9")[0] == "été"


def test_what_windows_1252_leaves_undefined_is_marked() -> None:
    assert decode(b"a\x81b") == ("a\ufffdb", ["broken UTF-8: 1 bytes read as windows-1252"])


def test_a_character_cut_in_half_counts_its_bytes() -> None:
    assert decode("€".encode()[:2]) == ("â‚", ["broken UTF-8: 2 bytes read as windows-1252"])


def test_a_declared_encoding_is_used_for_xml() -> None:
    body = '<?xml version="1.0" encoding="koi8-r"?><rss>мир</rss>'.encode("koi8-r")
    assert decode_xml(body)[0].endswith("<rss>мир</rss>")


def test_declared_latin_1_has_the_quotes_of_windows_1252() -> None:
    assert decode_xml(b'<?xml version="1.0" encoding="ISO-8859-1"?>\x93\xe9\x94') == (
        '<?xml version="1.0" encoding="ISO-8859-1"?>“é”',
        [],
    )


def test_a_declared_encoding_that_does_not_fit_is_said() -> None:
    text, repairs = decode_xml(b'<?xml version="1.0" encoding="shift_jis"?>\x80\xe9')
    assert text.endswith("€é")
    assert repairs[0] == "the declared encoding shift_jis does not fit"


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "rot13", "utf-7", "no-such"])
def test_an_encoding_that_is_none_of_news_is_ignored(name: str) -> None:
    head = f'<?xml version="1.0" encoding="{name}"?>'
    assert decode_xml(f"{head}+AGE- \\x41 é".encode()) == (f"{head}+AGE- \\x41 é", [])


def test_nul_and_surrogates_are_mended_and_said() -> None:
    assert mend("Gull\0 Rock \ud83d sank \ud83e\udd86") == (
        "Gull Rock \ufffd sank 🦆",
        ["NUL removed: 1", "surrogate pair joined: 1", "lone surrogate read as U+FFFD: 1"],
    )


def test_line_ends_become_those_of_unix() -> None:
    assert mend("a\r\nb\rc\n\r") == ("a\nb\nc\n\n", [])


def test_json_is_mended_in_every_depth() -> None:
    assert mend_json({"a\0": ["x\0", {"b": "\ud800"}, 1, None]}) == (
        {"a": ["x", {"b": "\ufffd"}, 1, None]},
        ["NUL removed: 1", "lone surrogate read as U+FFFD: 1"],
    )


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_become_text_that_can_be_written(body: bytes) -> None:
    text, _ = mend(decode(body)[0])
    assert "\0" not in text
    assert text.encode().decode() == text


@settings(max_examples=25, deadline=None)
@given(any_text)
def test_mended_text_can_be_written_and_needs_no_more_mending(text: str) -> None:
    mended, _ = mend(text)
    mended.encode()
    assert "\0" not in mended
    assert "\r" not in mended
    assert mend(mended) == (mended, [])


@settings(max_examples=25, deadline=None)
@given(st.text())
def test_good_utf_8_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == (text.removeprefix("\ufeff"), [])


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["utf-8", "iso-8859-15", "gbk", "euc-jp", "windows-1256", "x"]))
def test_xml_of_any_declared_encoding_becomes_text(body: bytes, name: str) -> None:
    text, _ = decode_xml(f'<?xml version="1.0" encoding="{name}"?>'.encode() + body)
    assert text.startswith("<?xml")
