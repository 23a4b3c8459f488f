"""``python -m wireroom_storage``: the storage service."""

import sys

from wireroom_service.entry import main
from wireroom_storage.service import serve
from wireroom_storage.settings import StorageSettings

if __name__ == "__main__":
    sys.exit(main(StorageSettings, serve, "Keeps decided articles, and where in Kafka they stood, in PostgreSQL."))
