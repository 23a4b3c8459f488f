"""``python -m wireroom_service.check``: the health check of a container, by the service's own settings."""

import os
import sys
from http.client import HTTPConnection, HTTPException

SECONDS = 5


def healthy(port: int) -> bool:
    """Whether the service on this machine's ``port`` says that it is healthy."""
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(not healthy(int(os.environ.get("WIREROOM_HTTP_PORT", "8080"))))
