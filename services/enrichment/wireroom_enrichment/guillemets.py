"""Opening guillemets that software took for closing ones after an elision (``d' »une dizaine »``)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from wireroom_enrichment.edits import Change

_DAMAGED = re.compile(r"»(?<=[^\W\d_]['’][ \u00a0\u202f].)(?=\w)")
_MARK = re.compile(r"[«»]|\n[^\S\n]*\n")
"""A guillemet, or a paragraph's end, across which no quotation is followed."""
_EDGE = ""


def guillemets(text: str) -> list[Change]:
    """What to change in ``text``: `` »`` becomes ``« ``, with the space that stood there, now on the inner side.

    Only where nothing is open before it and a closing mark with its space follows: a correct
    French text never has two closing marks in a row, and German or Swedish ones (»Wort«, »ord»)
    have no space inside.
    """
    return list(_mended(text)) if _DAMAGED.search(text) else []


def _mended(text: str) -> Iterator[Change]:
    marks = [(_EDGE, 0), *((match[0], match.start()) for match in _MARK.finditer(text)), (_EDGE, len(text))]
    for (before, _), ((mark, at), (after, end)) in zip(marks, pairwise(marks[1:]), strict=False):
        if before == "«" or mark != "»" or after != "»":
            continue
        if _DAMAGED.match(text, at) and text[end - 1].isspace():
            yield at - 1, at + 1, "«" + text[at - 1]
