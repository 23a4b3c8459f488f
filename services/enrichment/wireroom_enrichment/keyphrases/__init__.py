"""What a text says often and early, in its own words."""

from wireroom_enrichment.keyphrases.annotator import MOST, KeyPhrases

__all__ = ["MOST", "KeyPhrases"]
