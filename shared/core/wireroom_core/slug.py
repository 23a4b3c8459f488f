"""Names made into keys."""

import re
import unicodedata


def slug(name: str) -> str:
    """``name`` in lower case without accents, words joined by hyphens ("La Presse" → "la-presse").

    A name without any letter or digit gives an empty slug.
    """
    folded = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", folded))
