"""``python -m wireroom_trends``: the trends service."""

import sys

from wireroom_service.entry import main
from wireroom_trends.service import serve
from wireroom_trends.settings import TrendsSettings

if __name__ == "__main__":
    sys.exit(main(TrendsSettings, serve, "Counts what the news is about, and tells what rises and who fell silent."))
