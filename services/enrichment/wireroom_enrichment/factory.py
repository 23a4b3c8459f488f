"""Puts the service together."""

import gc

from wireroom_core.clock import Clock
from wireroom_enrichment.agencies import Agencies
from wireroom_enrichment.dates import Dates
from wireroom_enrichment.entities.annotator import Entities
from wireroom_enrichment.fingerprint import Fingerprinter
from wireroom_enrichment.identify import load
from wireroom_enrichment.keyphrases import KeyPhrases
from wireroom_enrichment.language import Language
from wireroom_enrichment.lead import Lead
from wireroom_enrichment.quantities import Quantities
from wireroom_enrichment.quotations import Quotations
from wireroom_enrichment.repair import Repair
from wireroom_enrichment.sentences import Sentences
from wireroom_enrichment.stage import EnrichmentStage
from wireroom_enrichment.topics import Topics


def build(clock: Clock) -> EnrichmentStage:
    """The stage with its models, which are read here, once."""
    annotators = (
        Repair(),
        Language(load()),
        Sentences(),
        Dates(),
        Quantities(),
        Agencies(),
        Entities(),
        Quotations(),
        Topics(),
        Lead(),
        KeyPhrases(),
        Fingerprinter(),
    )
    gc.freeze()  # what the models hold lives as long as the process, and is much to look through for garbage
    return EnrichmentStage(annotators, clock)
