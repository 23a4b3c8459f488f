"""What a language is made of here: words by class, a grammar, and what papers repeat."""

from dataclasses import dataclass

Classes = dict[str, list[str]]
"""Class → its entries, each of one word or of several that always stand together ("la commission")."""

Templates = dict[str, tuple[str, str]]
"""Name → title and text, with slots that ``filling`` fills."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language."""

    code: str
    agencies: tuple[str, ...]
    papers: tuple[str, ...]
    """What their names begin with; a place follows."""
    classes: Classes
    topical: tuple[str, ...]
    """The classes of which each topic prefers its own part."""
    grammar: str
    """Lines of ``name: alternative | alternative``; capitals are classes, other words stand for themselves."""
    roles: list[str]
    places: list[str]
    organisations: list[str]
    units: list[str]
    stock_sentences: list[str]
    footers: list[str]
    mastheads: list[str]
    local: list[str]
    """Sentences that a local paper puts into a dispatch."""
    templates: Templates
    correction: str
    corrects: str
    also: str
    """What a round-up's second dispatch begins with."""
    decimal: str
    months: list[str]
    weather: list[str]
    winds: list[str]


def phrases(text: str) -> list[str]:
    """Those that semicolons part, wherever the lines end."""
    return [phrase for part in text.split(";") if (phrase := " ".join(part.split()))]


def words(text: str) -> list[str]:
    """Those that white space parts."""
    return text.split()


def with_rare(nouns: list[str], prefixes: list[str]) -> list[str]:
    """``nouns`` and, behind them, rare ones that are made of them: the long tail that news has."""
    return nouns + [prefix + noun for prefix in prefixes for noun in nouns]
