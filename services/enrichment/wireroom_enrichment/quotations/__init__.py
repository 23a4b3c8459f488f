"""Direct speech: who said what."""

from wireroom_enrichment.quotations.annotator import Quotations

__all__ = ["Quotations"]
