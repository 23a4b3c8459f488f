"""Words for the people and things of countries, in five languages, with their inflections."""

from wireroom_enrichment.entities.folding import key
from wireroom_enrichment.entities.gazetteer import listed

LANGUAGES = ("fr", "en", "nl", "de", "es")
_ENDINGS = {
    "fr": ("", "s", "e", "es", "ne", "nes"),
    "en": ("", "s"),
    "nl": ("", "e", "en", "s"),
    "de": ("", "e", "er", "en", "es", "em", "n", "s", "in", "innen"),
    "es": ("", "s", "a", "as", "es"),
}
_SMALL = frozenset(("fr", "de", "es"))
"""Languages that write the adjectives small."""


class Demonyms:
    """Those of one language: folded words with their countries' codes."""

    def __init__(self, language: str) -> None:
        self.get = _countries(language).get
        """The country's code, or None, of a folded word."""
        self.small = language in _SMALL
        """True where they count without a capital too."""


def _countries(language: str) -> dict[str, str]:
    countries: dict[str, str] = {}
    if language not in LANGUAGES:
        return countries
    column = LANGUAGES.index(language)
    for country, *forms in listed("demonyms"):
        for form in forms[column].split():
            for word in inflected(key(form), language) if form != "-" else ():
                countries.setdefault(word, country)
    return countries


def inflected(form: str, language: str) -> set[str]:
    """``form`` and what its language makes of it; some of these words do not exist."""
    words = {form + ending for ending in _ENDINGS[language]}
    if language == "es" and form[-1] == "o":
        words = {form, form + "s", form[:-1] + "a", form[:-1] + "as"}
    if language == "de" and form[-1] == "e":
        words = {form, *(form + ending for ending in "nrs"), form[:-1] + "in", form[:-1] + "innen"}
    return words
