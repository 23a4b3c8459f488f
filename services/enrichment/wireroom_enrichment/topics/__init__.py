"""What an article is about, in the terms of IPTC's Media Topics."""

from wireroom_enrichment.topics.annotator import Topics

__all__ = ["Topics"]
