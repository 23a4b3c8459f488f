"""Where a credit stands outside the sentences: in a by-line, a trailer, the line below a picture."""

import re

from wireroom_enrichment.agencies.names import mentions, without_names
from wireroom_enrichment.draft import Span
from wireroom_enrichment.pieces import word_set

HEAD_LINES = 5
TAIL_LINES = 4
LINE = 140
"""Code points of the longest by-line and trailer."""

_ENDS_LINE = re.compile(r"\)?[ \t]{0,3}(?:\n|\Z)")

BYLINE = re.compile(
    r"\(?(?:by|par|von|door|por|text|texte|tekst|texto|reporting by|propos recueillis par|de notre correspondante?|"
    r"de nos correspondants|van onze \w+|vom|from|aus|onze (?:redactie|correspondent)|redactie|redacción|rédaction|"
    r"la rédaction|publié|published|publicado|gepubliceerd|mis à jour|modifié)"
    r"\b",
    re.IGNORECASE,
)
"""A line that names who wrote."""
_ONLY_BY = word_set(
    "staff newsroom rédaction redactie redaktion redacción correspondent correspondents korrespondent korrespondentin "
    "writer writers business sports science health photo photos news agency agence agencia nachrichtenagentur agentur "
    "agenturen agences agencies agencias source sources bron bronnen quelle quellen fuente fuentes infocom newskanal "
    "direkt aus dem web online copyright with avec mit met con from und and et en y von der die das the het la le de "
    "tous droits réservés all rights reserved press service services wire wires material agenturmaterial files input "
    "inc ltd gmbh eigener eigene bericht berichte meldung meldungen red text texte tekst texto own reports combined via"
)
"""Words that stand beside an agency on a line of credits, in lower case."""
_CONNECTORS = word_set("by par von door por with avec mit met con für for pour de and et und en y l' l’ the der la")
_WORD = re.compile(r"\w+")
_MOST_CODES = 10
_SHORT = 5
"""Letters of the longest code that a trailer has beside the agency ("hse yyzz n1")."""
_WORDS_IN_HEAD = 1
"""Codes in lower case on a line of credits above a text; what has more is a title ("AFP chief to step down")."""
_OUTLET = re.compile(
    r"(?:\w+\s)?(?:(?:[A-ZÀ-Þ\d][\w.'’-]{0,30}|[\w-]{2,20}\.[a-z]{2,4})(?:\s(?:des?|du|la|les?|of|van|het|der|del|"
    r"und|et|and|y|&))?"
    r"(?:,?\s|/)\s?){1,5}"
    r"\(?(?:(?:avec|met|mit|with|con)\s(?:l['’]\s?|the\s|het\s|der\s|la\s)?|[/+&]\s?)?"
)
"""A paper before those from whom it has a text ("Le Monde avec AFP", "HLN/Belga")."""
_WITH = re.compile(r"(?:avec|met|mit|with|con|/|\+|&)\s?(?:l['’]\s?|the\s|het\s|der\s|la\s)?\Z", re.IGNORECASE)
_FROM_PLACE = re.compile(r"\s(?:in|à|en|a|at)(?:\s[A-ZÀ-Þ][\w'’-]{1,20}){1,3}\s?\n")
"""After the agency, where it wrote ("Agence France-Presse in Dakar")."""
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]{0,20}|de|van|der|den|von|del|la|and|et|en|und|y)"
_WRITER = re.compile(rf"\(?(?:By|Par|Von|Door|Van|Por)(?:\s{_NAME}){{1,8}}(?:,\s?|\s?\()")
"""A by-line up to its agency, so plain that it may stand on any line."""
_SIGNED = re.compile(rf"\W{{0,3}}{_NAME}(?:\s{_NAME}){{1,3}}(?:,\s?|\s?[(/|]\s?|\s[-–—]\s)")
"""A name before its agency, as it stands below a text ("Ada Moor, Reuters")."""
_PLACED = re.compile(rf"{_NAME}(?:\s{_NAME}){{0,2}}(?:,\s|\s?[/|·]\s?)|\s?[/|·,]\s?{_NAME}(?:\s{_NAME}){{0,2}}\s*")
"""A place before or after its agency, which stand alone on a line ("Madrid | EFE", "AFP, Paris")."""
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:first|originally) published\b|^\W*(?:additional reporting|follow)\b|"
    r"^(?:this|dieser?|dit|cet|cette|este|esta) (?:report|story|article|text|beitrag|artikel|nachricht|bericht|meldung|"
    r"dépêche|texto|artículo|nota|noticia|información) (?:by|(?:\w+ ){0,6}(?:von|der|des|door|van|het|par|de|por|"
    r"from))\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:contributed(?: to)?|contribué|beigetragen|bijgedragen|contribuido|contribuyó)\b"
    r"|^\W*(?:with|avec|mit|met|con|en|in)\b[^\n]{0,60}\b(?:material|informations?|información|files|inputs?|dépêches|"
    r"inbreng|informatie|reporting|meldungen|agenturmaterial|medewerking|samenwerking|collaboration|colaboración)\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"photo|foto|bild|image|picture|imagen|beeld|vidéo|video|archiv|graphi|grafik|©", re.IGNORECASE)
_CLOSES = re.compile(r"[)\]]")
_PICTURE_BY = re.compile(
    r"(?<!\w)(?:photos?|fotos?|bild(?:er)?|pictures?|images?|imagen|imágenes|beeld)\s?[:©]\s?(?:[\w.'’ -]{1,30}[/,|"
    r"]\s?)?"
    r"(?:agence |agencia )?\Z",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[.!?…»”\"’)]\s{1,3}[(\[](?P<inside>[^()\[\]\n]{1,60})[)\]]\.?\s{0,4}(?:\w{1,5}(?:[/-]\w{1,5}){0,3})?\s*\Z"
)
_ENDED = re.compile(r"[.!?…»”\"’)]\s{1,3}(?:[-–—]{1,2}\s?)?[(\[]?(?:[\w-]{1,8}[/-]){0,3}\Z")
_TO_THE_END = re.compile(
    r"(?:[/ -]\w{1,5}){0,4}(?:, ?\d{1,4}[./-]\d{1,2}[./-]\d{1,4})?[)\].]{0,3}\s{0,4}"
    r"(?:\w{1,5}(?:[/-]\w{1,5}){0,3}\s{0,2})?\Z"
)


def line_of(text: str, span: Span) -> Span:
    """The line in which ``span`` stands; of a long one only what is near, so that the time stays linear."""
    start, end = span
    first = text.rfind("\n", max(0, start - 4 * LINE), start) + 1
    last = text.find("\n", end, end + 4 * LINE)
    return first or max(0, start - 4 * LINE), last if last >= 0 else min(len(text), end + 4 * LINE)


def head_end(text: str) -> int:
    """Where the lines end among which a by-line may stand: before the first long line."""
    at = 0
    for _ in range(HEAD_LINES):
        end = text.find("\n", at, at + LINE + 1)
        if end < 0:
            return at
        at = end + 1
    return at


def tail_start(text: str) -> int:
    """Where the lines begin among which a trailer may stand: after the last long line."""
    at = len(text)
    for _ in range(TAIL_LINES):
        start = text.rfind("\n", max(0, at - LINE - 1), at)
        if start < 0:
            return at
        at = start
    return at


def in_byline(text: str, span: Span) -> bool:
    """True where ``span`` stands in a by-line; the caller has seen that it is among the first lines."""
    if _is_written_with(text, span) or _wrote_from_place(text, span):
        return True
    first, last = line_of(text, span)
    line = text[first:last].strip()
    if len(line) > LINE:
        return False
    if _is_by(text, span, first, line) or _beside_place(text, span, first, last):
        return True
    return 2 * span[0] < len(text) and only_credits(line, _WORDS_IN_HEAD)


def _is_by(text: str, span: Span, first: int, line: str) -> bool:
    """True where ``line`` names who wrote, and what stands before ``span`` goes on to it ("Redactie, met ANP")."""
    if not BYLINE.match(line) or line.endswith((".", ":", "?", "!")):
        return False
    before = text[first : span[0]].rstrip()
    return before.endswith((",", "/", "-", "–", "|", "·", "(", ":")) or before.split()[-1].casefold().lstrip("(") in (
        _CONNECTORS
    )


def _beside_place(text: str, span: Span, first: int, last: int) -> bool:
    """True where a line has nothing but a place and ``span``."""
    if last - first > LINE // 2:
        return False
    beside = text[first : span[0]] + text[span[1] : last]
    return _PLACED.fullmatch(beside) is not None


def _wrote_from_place(text: str, span: Span) -> bool:
    begins = span[0] == 0 or text[span[0] - 1] == "\n"
    return begins and _FROM_PLACE.match(text, span[1]) is not None


def names_writer(text: str, span: Span) -> bool:
    """True where ``span`` ends a line that names a writer and nothing else: "By Ada Moor, PA"."""
    if not _ENDS_LINE.match(text, span[1]):
        return False
    first = text.rfind("\n", max(0, span[0] - LINE), span[0]) + 1
    return first > 0 and _WRITER.fullmatch(text, first, span[0]) is not None


def _is_written_with(text: str, span: Span) -> bool:
    """True where a line has a paper, and that ``span`` and nothing else helped it: "Le Monde avec AFP"."""
    start, end = span
    first, last = line_of(text, span)
    if last - first > LINE or not _WITH.search(text, first, start):
        return False
    names = mentions(text[first:last])
    after = without_names(text[end:last])
    return _OUTLET.fullmatch(text, first, first + names[0][0][0]) is not None and all(
        word.casefold() in _ONLY_BY for word in _WORD.findall(after)
    )


def in_trailer(text: str, span: Span) -> bool:
    """True where ``span`` stands in a trailer; the caller has seen that it is among the last lines."""
    first, last = line_of(text, span)
    line = text[first:last].strip()
    if len(line) > LINE:
        return False
    if only_credits(line, _MOST_CODES) or _THANKS.search(line) or _RIGHTS.match(line) or _PUBLISHED.search(line):
        return True
    return _is_written_with(text, span) or _is_by(text, span, first, line) or _is_signed(text, span, first)


def _is_signed(text: str, span: Span, first: int) -> bool:
    return _ENDS_LINE.match(text, span[1]) is not None and _SIGNED.fullmatch(text, first, span[0]) is not None


def only_credits(line: str, most: int) -> bool:
    """True where ``line`` has nothing but names of agencies, words of credits, and at most so many codes in letters."""
    words = _WORD.findall(without_names(line))
    if len(words) > _MOST_CODES or (len(words) > 2 and line.endswith((".", "?", "!"))):
        return False
    codes = [word for word in words if word.casefold() not in _ONLY_BY]
    return sum(word.islower() for word in codes) <= most and all(map(_is_code, codes))


def _is_code(word: str) -> bool:
    return (len(word) <= _SHORT and (word.islower() or word.isupper() or word.isdigit())) or word.isdigit()


def ends_text(text: str, span: Span) -> bool:
    """True where ``span`` follows the last sentence of the text: "… de las costas. EFE"."""
    start, end = span
    if len(text) - end > 60:
        return False
    bracketed = _BRACKETED.search(text, max(0, start - 80))
    if bracketed and bracketed.start("inside") <= start and only_credits(bracketed["inside"], _WORDS_IN_HEAD):
        return True
    if len(text) - end > 30 or not _TO_THE_END.fullmatch(text, end):
        return False
    return _ENDED.search(text, max(0, start - 30), start) is not None


def below_picture(text: str, span: Span) -> bool:
    """True where ``span`` stands in brackets with a word for a picture, or behind one: "(AP Photo/…)", "Foto: dpa"."""
    start, end = span
    nearby = max(0, start - 60)
    if (":" in text[nearby:start] or "©" in text[nearby:start]) and _PICTURE_BY.search(text, nearby, start):
        return True
    first = max(text.rfind("(", max(0, start - 80), start), text.rfind("[", max(0, start - 80), start))
    if first < 0 or text.find(")", first, start) >= 0:
        return False
    closing = _CLOSES.search(text, end, end + 80)
    if closing is None or (first == start - 1 and closing.start() == end):
        return False
    return "\n" not in text[first : closing.start()] and bool(_PICTURE.search(text, first, closing.start()))
