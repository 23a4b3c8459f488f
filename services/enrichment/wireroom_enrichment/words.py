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


def folded(text: str) -> str:
    """``text`` without differences of case or of composition (é as one character or as two)."""
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return composed.casefold()


def encodable(text: str) -> str:
    """``text``, of the same length, in a form that compiled libraries take: lone surrogates have no UTF-8."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def words_of(folded_text: str) -> list[str]:
    """Its words; numbers keep their separators. Where words are not spaced (Chinese, Thai …), each character is one."""
    pattern = _WORD_OR_CHARACTER if has_unspaced(folded_text) else _WORD
    return pattern.findall(folded_text)


def has_unspaced(text: str) -> bool:
    """True where a character of ``text`` belongs to a script that does not space its words."""
    return _CHARACTER.search(text) is not None


def body(folded_text: str) -> str:
    """``folded_text`` with one kind of each quotation mark and no white space: what equal texts have in common."""
    for quote in _SINGLE_QUOTES:
        folded_text = folded_text.replace(quote, "'")
    for quote in _DOUBLE_QUOTES:
        folded_text = folded_text.replace(quote, '"')
    return "".join(folded_text.split())
