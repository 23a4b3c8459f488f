"""The marks by which a source says that an item corrects an earlier one."""

import re
import unicodedata

_MARKS = frozenset(
    {"CORRECTED", "CORRECTION", "CORRECTS", "CORRECTING", "ERRATUM", "CORRIGENDUM"}
    | {"RECTIFICATIF", "RECTIFICATION", "CORRIGE", "CORRECTIF"}
    | {"CORRECTIE", "RECTIFICATIE", "GECORRIGEERD"}
    | {"KORREKTUR", "KORRIGIERT", "BERICHTIGUNG", "BERICHTIGT"}
    | {"CORRECCION", "RECTIFICACION", "RECTIFICA"}
)
"""English, French, Dutch, German, Spanish; without accents."""

_FIRST_WORDS = 6
_OPENING = re.compile(r"\W*(\w+)\s*[]):/–—-]")


def correction_mark(*texts: str) -> str | None:
    """The mark among the first words of one of ``texts``, as it is written there.

    In capitals it may stand anywhere there ("UPDATE 1-CORRECTED-Bank …"); otherwise it is the first
    word with a colon, dash, slash or bracket behind it ("Correction: …"), since "market correction"
    is news.
    """
    return next((mark for text in texts if (mark := _mark(text[:200]))), None)


def _mark(text: str) -> str | None:
    capitals = (word for word in re.findall(r"[^\W_]+", text)[:_FIRST_WORDS] if word.isupper())
    opening = _OPENING.match(text)
    words = [*capitals, *([opening[1]] if opening else [])]
    return next((word for word in words if _plain(word) in _MARKS), None)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.upper()) if not unicodedata.combining(c))
