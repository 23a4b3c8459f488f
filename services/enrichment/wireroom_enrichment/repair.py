"""Text repair: misread bytes, control characters, damaged guillemets; nothing else is touched."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from wireroom_enrichment.draft import Draft
from wireroom_enrichment.edits import Change, Tracked, edits_of
from wireroom_enrichment.guillemets import guillemets
from wireroom_enrichment.mojibake import mojibake

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2060\ufeff]")
_INSTEAD = dict.fromkeys("\x0b\x0c\r\x1c\x1d\x1e\x1f", "\n") | {
    chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)
}


def controls(text: str) -> list[Change]:
    r"""Control characters (all but ``\n`` and ``\t``), byte order marks, word joiners and soft hyphens, to be removed.

    Two kinds are replaced instead, since they stand for something: controls that separate lines
    (a lone carriage return, form feed …) by ``\n``; and C1 controls by the character that the
    byte has in Windows-1252, as HTML does (https://html.spec.whatwg.org, numeric character
    references): they are misread apostrophes, dashes and quotation marks.
    Soft hyphens go because they are layout, and split words for whoever searches or compares.
    """
    places = map(re.Match.start, _CONTROL.finditer(text))
    return [(at, at + 1, "" if text.startswith("\r\n", at) else _INSTEAD.get(text[at], "")) for at in places]


_STEPS: tuple[tuple[str, Callable[[str], list[Change]]], ...] = (
    ("misread bytes (mojibake) turned back", mojibake),
    ("control characters removed", controls),
    ("damaged guillemets mended", guillemets),
)
"""In this order: misread bytes contain C1 controls, and guillemets may be misread."""


def repaired(raw: str) -> tuple[Tracked, tuple[str, ...]]:
    """``raw`` repaired, and what was done, in words."""
    tracked, said = Tracked.of(raw), []
    for words, step in _STEPS:
        if changes := step(tracked.text):
            tracked = tracked.changed(changes)
            said.append(f"{words}: {len(changes)}")
    return tracked, tuple(said)


def _of_title(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"title: {words}" for words in said)


class Repair:
    """Repairs text and title; the text's changes are kept as edits, and all are said in ``repairs``."""

    name = "repair"
    version = 1

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with sound text."""
        title, of_title = repaired(draft.title)
        text, of_text = repaired(draft.text)
        if not (of_title or of_text):
            return draft
        return replace(
            draft,
            title=title.text,
            text=text.text,
            edits=edits_of(draft.text, text) if of_text else (),
            repairs=draft.repairs + of_text + _of_title(of_title),
        )
