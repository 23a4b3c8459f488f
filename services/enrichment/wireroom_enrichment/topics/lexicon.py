"""The words of a language that tell a topic, compiled into one automaton.

A lexicon is a text file: ``[name of a topic]``, then lines of a weight from 0 to 3 and entries between commas.
``stem*`` is the beginning of a word, ``*stem`` the end of one (compounds), several words are a phrase. Of entries that
begin at the same place the longest counts alone, so that those of weight 0 take words from shorter ones ("price war").
An entry may stand under several topics.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from wireroom_enrichment.topics.taxonomy import TOPICS
from wireroom_enrichment.words import folded

LANGUAGES = ("fr", "en", "nl", "de", "es")
_SPACES = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
Claim = tuple[str, float]
"""A topic's name, and how much a word says for it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``claims[number]`` is what the automaton's pattern ``number`` says; nothing for words that only take others'."""

    automaton: AhoCorasick
    claims: tuple[tuple[Claim, ...], ...]


def spaced(text: str) -> str:
    """The words of ``text`` without case and accents, with two spaces between them and one at either end.

    So each word has spaces of its own, and matches of neighbours do not overlap.
    """
    return f" {'  '.join(_plain(text).translate(_SPACES).decode().split())} "


def _plain(text: str) -> bytes:
    letters = folded(text)
    if letters.isascii():
        return letters.encode()
    letters = letters.replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").replace(b"?", b"")


def read(language: str) -> Lexicon:
    """The lexicon of one of ``LANGUAGES``. Raises ValueError where its file breaks the form."""
    written = files("wireroom_enrichment.topics").joinpath("lexicon", f"{language}.txt").read_text(encoding="utf-8")
    claims: dict[str, dict[str, float]] = {}
    for topic, weight, entry in entries(written):
        said = claims.setdefault(pattern(entry), {})
        if weight:
            said[topic] = weight
    automaton = AhoCorasick(
        list(claims), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    return Lexicon(automaton, tuple(tuple(said.items()) for said in claims.values()))


def entries(written: str) -> Iterator[tuple[str, float, str]]:
    """Topic, weight and entry, as they stand in a lexicon's text."""
    topic = ""
    for line in filter(None, map(str.strip, written.splitlines())):
        if line.startswith("["):
            topic = line.strip("[]")
            if topic not in TOPICS:
                raise ValueError(f"no such topic: {topic!r}")
            continue
        weight, _, words = line.partition(" ")
        for entry in words.split(", "):
            if "*" in entry[1:-1] or not entry.strip("*"):
                raise ValueError(f"{topic}: an entry that cannot be matched: {entry!r}")
            yield topic, float(weight), entry


def pattern(entry: str) -> str:
    """``entry`` as it stands among spaced words."""
    words = spaced(entry.strip("*"))
    first = 1 if entry.startswith("*") else 0
    return words[first : len(words) - 1 if entry.endswith("*") else len(words)]
