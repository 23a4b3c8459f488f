"""Dates."""

from wireroom_enrichment.dates.annotator import Dates

__all__ = ["Dates"]
