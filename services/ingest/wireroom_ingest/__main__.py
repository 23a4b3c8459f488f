"""``python -m wireroom_ingest``: the ingest service."""

import sys

from wireroom_ingest.service import serve
from wireroom_ingest.settings import IngestSettings
from wireroom_service.entry import main

if __name__ == "__main__":
    sys.exit(main(IngestSettings, serve, "Takes news in from an inbox, from feeds and by HTTP, and publishes it."))
