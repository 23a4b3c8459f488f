"""``python -m wireroom_dedup``: the dedup service."""

import sys

from wireroom_dedup.service import DedupServiceSettings, serve
from wireroom_service.entry import main

if __name__ == "__main__":
    sys.exit(main(DedupServiceSettings, serve, "Decides, in order, what each enriched article is to those before it."))
