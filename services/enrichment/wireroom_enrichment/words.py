"""Words as they are compared: without case, quotes and white space; accents stay.

Unicode's tables grow with Python's versions: a character that one of them does not know yet is no
letter there. All others give the same words everywhere.
"""

import re
import unicodedata

_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e81-\u0ede\u1000-\u104f\u1780-\u17dd"  # Lao, Myanmar, Khmer
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # Japanese syllables
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
_CHARACTER = re.compile(f"[{_UNSPACED}]")
_NUMBER = r"\d+(?:[.,]\d+)+"
_WORD = re.compile(rf"{_NUMBER}|\w+")
_WORD_OR_CHARACTER = re.compile(rf"{_NUMBER}|[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
"""A line that is empty but for white space."""
_SINGLE_QUOTES = "’‘‚‛′`´"
_DOUBLE_QUOTES = "“”„‟″«»‹›"


def composed(text: str) -> str:
    """``text`` without differences of composition (é as one character or as two)."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """``text`` without differences of case or of composition."""
    return composed(text).casefold()


def encodable(text: str) -> str:
    """``text``, of the same length, in a form that compiled libraries take: lone surrogates have no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def words_of(text: str, unspaced: bool) -> list[str]:
    """Its words; numbers keep their separators. Where they may be ``unspaced`` (Chinese …), each character is one."""
    return (_WORD_OR_CHARACTER if unspaced else _WORD).findall(text)


def folded_words(words: list[str]) -> list[str]:
    """``words`` without differences of case; none of them has white space."""
    return "\n".join(words).casefold().split("\n")


def has_unspaced(text: str) -> bool:
    """True where a character of ``text`` belongs to a script that does not space its words."""
    return _CHARACTER.search(text) is not None


def body(text: str) -> str:
    """What equal texts have in common: ``text`` without case and white space, with one kind of each quotation mark."""
    folded = "".join(text.casefold().replace(" ", "").split())  # most white space is spaces, and goes at once
    for quote in _SINGLE_QUOTES:
        folded = folded.replace(quote, "'")
    for quote in _DOUBLE_QUOTES:
        folded = folded.replace(quote, '"')
    return folded
