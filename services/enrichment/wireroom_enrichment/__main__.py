"""``python -m wireroom_enrichment``: the enrichment service."""

import sys

from wireroom_core.settings import ServiceSettings
from wireroom_enrichment.service import serve
from wireroom_service.entry import main

if __name__ == "__main__":
    sys.exit(main(ServiceSettings, serve, "Turns articles into enriched articles: text mended, language, fingerprint."))
