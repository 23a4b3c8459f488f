"""The installed command, run as a person would."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WIREROOM = str(Path(sys.executable).parent / "wireroom")
SEEDS = Path(__file__).parents[1] / "seeds"


def environment(data_dir: Path, database_url: str | None = None, **more: str) -> dict[str, str]:
    """The environment without any setting of ours but these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WIREROOM_")}
    given = {"WIREROOM_DATA_DIR": str(data_dir), **({"WIREROOM_DATABASE_URL": database_url} if database_url else {})}
    return kept | given | more


def run(
    arguments: Sequence[str], env: Mapping[str, str], given: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command with ``given`` as standard input; a minute at most."""
    return subprocess.run(
        [WIREROOM, *arguments], env=env, input=given, capture_output=True, timeout=60, check=False, cwd=cwd
    )


def lines(output: bytes) -> list[dict[str, Any]]:
    """JSON lines; anything else in ``output`` fails."""
    return [json.loads(line) for line in output.splitlines()]
