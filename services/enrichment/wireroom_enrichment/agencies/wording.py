"""How a language credits an agency inside a sentence: the form in which the languages' modules say it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Regular expressions, case ignored, a space for any white space.

    ``{the}`` stands for what may come between such words and the name ("l'agence de presse", "a reporter of").
    """

    the: str
    said: str
    """Verbs of saying, anywhere in the sentence."""
    to: str
    """Before the name: to whom it was said, where the sentence has a verb of saying."""
    that: str
    """Between such a verb and the agency: what follows is what was said ("said that the deal with …")."""
    opens: str
    """Before those words, where the verb of saying stands behind the name only."""
    asked: str
    """Before the name: the agency asked, whatever else stands there."""
    asks: str
    """After the name: the same ("dpa-Anfrage")."""
    source: str
    """Before the name: it is where something is from ("selon {the}")."""
    reports: str
    """After the name: the same ("… reported that")."""
    people: str
    """Before the name: those who work for it ("a reporter of {the}") …"""
    saw: str
    """… and after it what they do in its name; without them it would be said of the agency ("AFP saw profits fall")."""
    called: str
    """Before the name: that it is an agency ("the Turkish agency") …"""
    says: str
    """… and after it what only one that is so introduced is credited by ("said that")."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """``Wording``, to be searched in what stands before a name and matched at what stands after it."""

    said: re.Pattern[str]
    to: re.Pattern[str]
    that: re.Pattern[str]
    opens: re.Pattern[str]
    asked: re.Pattern[str]
    asks: re.Pattern[str]
    source: re.Pattern[str]
    reports: re.Pattern[str]
    people: re.Pattern[str]
    saw: re.Pattern[str]
    called: re.Pattern[str]
    says: re.Pattern[str]


def compiled(wording: Wording) -> Compiled:
    """``wording`` ready for use."""
    return Compiled(
        said=_pattern(rf"(?<!\w)(?:{wording.said})(?!\w)"),
        to=_before(wording.to, wording.the),
        that=_pattern(rf"(?<!\w)(?:{wording.that})"),
        opens=_pattern(rf"(?:{wording.opens})\Z"),
        asked=_before(wording.asked, wording.the),
        asks=_pattern(rf"(?:{wording.asks})(?!\w)"),
        source=_before(wording.source, wording.the),
        reports=_pattern(rf"(?:{wording.reports})(?!\w)"),
        people=_before(wording.people, wording.the),
        saw=_pattern(rf"(?:{wording.saw})(?!\w)"),
        called=_before(wording.called, wording.the),
        says=_pattern(rf"(?:{wording.says})(?!\w)"),
    )


def _before(words: str, the: str) -> re.Pattern[str]:
    return _pattern(rf"(?<!\w)(?:{words.replace('{the}', the)})\Z")


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s"), re.IGNORECASE)
