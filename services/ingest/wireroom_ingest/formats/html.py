"""HTML to plain paragraphs."""

import re
from typing import Any

from lxml import etree

_BLOCK_NAMES = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_DROPPED = frozenset({"head", "script", "style", "template", "title"})
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")
"""HTML's own white space; the no-break spaces of French typography stay."""


def to_text(html: str) -> str:
    """The text of ``html``, a blank line between what block elements separate; never raises.

    Scripts and styles are dropped, entities resolved, white space is folded; ``<br>`` is a line's end.
    Where there is no markup at all, blank lines separate the paragraphs.
    """
    if not _MARKUP.search(html):
        html = _EMPTY_LINE.sub("<p>", html)
    target: Any = _Paragraphs()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    # Fed to a target, lxml builds no tree, so that no depth of nesting cuts the text short.
    parser.feed(f"<body>{html}".encode("utf-8", "replace"))
    return str(parser.close())


def to_line(html: str) -> str:
    """The same on one line, for titles."""
    return fold(to_text(html))


def fold(text: str) -> str:
    """``text`` with each run of white space made one space, none around it."""
    return _WHITE_SPACE.sub(" ", text).strip()


class _Paragraphs:
    """A parser target that gathers lines, and paragraphs of lines."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._dropped = 0

    def start(self, tag: str, _attributes: object) -> None:
        if tag in _DROPPED:
            self._dropped += 1
        elif tag == "br":
            self._end_line()
        elif tag in _CELLS:
            self._pieces.append(" ")
        elif tag in _BLOCKS:
            self._end_paragraph()

    def end(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropped -= 1
        elif tag in _BLOCKS:
            self._end_paragraph()

    def data(self, text: str) -> None:
        if not self._dropped:
            self._pieces.append(text)

    def close(self) -> str:
        self._end_paragraph()
        return "\n\n".join(self._paragraphs)

    def _end_line(self) -> None:
        line = fold("".join(self._pieces))
        self._pieces.clear()
        if line:
            self._lines.append(line)
        else:  # a second <br> in a row is how many systems write a paragraph's end
            self._gather()

    def _end_paragraph(self) -> None:
        self._end_line()
        self._gather()

    def _gather(self) -> None:
        if self._lines:
            self._paragraphs.append("\n".join(self._lines))
            self._lines.clear()
