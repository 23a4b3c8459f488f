"""Quantities."""

from wireroom_enrichment.quantities.annotator import Quantities

__all__ = ["Quantities"]
