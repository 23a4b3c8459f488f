"""What ``wireroom --help`` may import: it must answer at once (``make bench`` measures it)."""

import subprocess
import sys

HEAVY = ("numpy", "psycopg", "pydantic_settings", "structlog", "feedparser", "wireroom_ingest", "wireroom_store")


def test_the_command_imports_nothing_heavy_before_it_runs() -> None:
    code = f"import sys, wireroom_cli.main; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
