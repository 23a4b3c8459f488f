"""The article with what enrichment found in it (topic ``articles.enriched``)."""

from typing import Literal

from wireroom_core.models.annotations import Annotation, Confidence
from wireroom_core.models.article import ArticleFields
from wireroom_core.models.base import Part

LanguageFlag = Literal["declared otherwise", "mixed"]
"""The source declares another language than the text shows; paragraphs are in another language."""


class TopicScore(Part):
    """An IPTC Media Topic with the strength of its claim."""

    code: str
    name: str
    score: Confidence


class Edit(Part):
    """A repair's place: ``text[start:end]`` as stored stands for ``raw`` at ``raw_start`` as ingested."""

    start: int
    end: int
    raw_start: int
    raw: str


class Fingerprint(Part):
    """A content-sampled set of hashed word n-grams, kept by sentence; compared only with its own version.

    The arrays are little-endian, base64: ``shingles`` uint32 in the order of the sentences, each
    once; ``sentence_lengths`` counts the shingles of each sentence; ``sentence_hashes`` uint32,
    one a sentence; ``particulars`` uint32, the names (last bit 0) and the numbers (1) of each sentence in
    their order, each once; ``particular_lengths`` counts those of each sentence.
    """

    version: int
    words: int
    body_hash: str
    sampling: int
    """One in this many n-grams is kept."""
    shingles: str
    sentence_lengths: tuple[int, ...]
    sentence_hashes: str
    particulars: str = ""
    """None before version 2."""
    particular_lengths: tuple[int, ...] = ()


class EnrichedFields(ArticleFields):
    """What enrichment adds; ``text`` is the repaired one."""

    language: str
    language_confidence: Confidence
    language_detected: str | None = None
    """What the text shows, by the model's code (ISO 639-1, else 639-3); null where it shows too little."""
    language_flags: tuple[LanguageFlag, ...] = ()
    edits: tuple[Edit, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    annotations_left_out: int = 0
    topics: tuple[TopicScore, ...] = ()
    key_phrases: tuple[str, ...] = ()
    summary: str | None = None
    fingerprint: Fingerprint | None = None
    """Null where nothing is to be compared: no full text, no words, a kill or a release."""


class EnrichedArticle(EnrichedFields):
    """An article with its annotations and its fingerprint; the same article always gives the same one."""

    type: Literal["enriched"] = "enriched"
