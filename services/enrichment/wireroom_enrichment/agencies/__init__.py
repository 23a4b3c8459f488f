"""News agencies that are credited, each with the role in which it is."""

from wireroom_enrichment.agencies.annotator import Agencies

__all__ = ["Agencies"]
