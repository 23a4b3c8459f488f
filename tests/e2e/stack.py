"""docker compose, as an operator calls it."""

import json
import os
import secrets
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

from tests.containers import free_port

ROOT = Path(__file__).parents[2]
PROJECT = "wireroom-e2e"
SECONDS = 600
"""How long one call may take; the first builds the images."""


class Stack:
    """The whole of docker-compose.yml; its inbox is a folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        folder.chmod(0o755)
        self.port = free_port()
        self.key = secrets.token_hex(8)
        user = os.geteuid()
        if user == 0:
            user = 1000
            os.chown(self.inbox, user, user)
        self._env = os.environ | {
            "COMPOSE_PROJECT_NAME": PROJECT,
            "POSTGRES_PASSWORD": "p@ss/" + secrets.token_hex(8),
            "WIREROOM_API_KEYS": json.dumps({self.key: "De Bode"}),
            "WIREROOM_INBOX": str(self.inbox),
            "WIREROOM_PUSH_PORT": str(self.port),
            "WIREROOM_UID": str(user),
        }

    def up(self, *arguments: str) -> None:
        """Build, start, and wait until all are healthy."""
        self.compose("up", "--detach", "--build", "--wait", *arguments)

    def down(self) -> None:
        """Take all down, the volumes too."""
        self.compose("down", "--volumes", "--remove-orphans")

    def compose(self, *arguments: str, given: bytes = b"") -> bytes:
        """The output of a call that succeeds."""
        called = subprocess.run(
            ["docker", "compose", *arguments],
            cwd=ROOT,
            env=self._env,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        assert called.returncode == 0, called.stderr.decode()[-4000:]
        return called.stdout

    def wireroom(self, *arguments: str, given: bytes = b"") -> bytes:
        """The output of the command in its container."""
        return self.compose("exec", "-T", "cli", "wireroom", *arguments, given=given)

    def exported(self) -> list[dict[str, Any]]:
        """All stored articles."""
        return [json.loads(line) for line in self.wireroom("export").splitlines()]

    def drop(self, name: str, body: bytes) -> None:
        """Put a file into the inbox, in one step."""
        aside = self.inbox / f".{name}"
        aside.write_bytes(body)
        if os.geteuid() == 0:
            os.chown(aside, 1000, 1000)
        aside.rename(self.inbox / name)

    def push(self, *articles: dict[str, Any]) -> int:
        """Push articles; the status. Raises OSError where there is no answer, HTTPError where it is a refusal."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/articles",
            b"\n".join(json.dumps(article).encode() for article in articles),
            {"Authorization": f"Bearer {self.key}", "Content-Type": "application/x-ndjson"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
