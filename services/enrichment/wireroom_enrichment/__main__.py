"""``python -m wireroom_enrichment``: the enrichment service."""

import sys

from wireroom_enrichment.service import serve
from wireroom_enrichment.settings import EnrichmentSettings
from wireroom_service.entry import main

if __name__ == "__main__":
    sys.exit(main(EnrichmentSettings, serve, "Turns articles into enriched articles."))
