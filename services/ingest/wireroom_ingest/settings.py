"""Settings of the ingest service (``WIREROOM_…``)."""

import json
from pathlib import Path

from pydantic import Field, SecretStr, field_validator

from wireroom_core.settings import ServiceSettings
from wireroom_core.slug import slug


class IngestSettings(ServiceSettings):
    """Where news comes in."""

    inbox_dir: Path | None = Field(default=None, description="folder that is watched for files; none without it")
    sources_file: Path | None = Field(default=None, description="sources.yaml: sources, their folders and feeds")
    state_dir: Path | None = Field(default=None, description="folder of what was published of the feeds")
    api_keys: SecretStr = Field(default=SecretStr("{}"), description="JSON object: API key → source of its articles")
    push_bytes: int = Field(default=16 << 20, ge=1, description="a push has at most this many bytes")
    push_lines: int = Field(default=5_000, ge=1, description="and at most this many lines")
    push_in_flight: int = Field(default=2, ge=1, description="pushes that are taken at a time; others get 429")

    @field_validator("api_keys")
    @classmethod
    def _are_keys(cls, given: SecretStr) -> SecretStr:
        _keys(given)
        return given

    def keys(self) -> dict[str, str]:
        """API key → source."""
        return _keys(self.api_keys)


def _keys(given: SecretStr) -> dict[str, str]:
    """Raises ValueError, which never says a key."""
    try:
        keys = json.loads(given.get_secret_value())
    except ValueError:
        raise ValueError("a JSON object is wanted, API key → source") from None
    if not isinstance(keys, dict) or not all(_is_header(key) for key in keys):
        raise ValueError("a JSON object is wanted, its keys visible ASCII characters without spaces")
    if not all(isinstance(source, str) and slug(source) for source in keys.values()):
        raise ValueError("each API key stands for the name of a source, which has letters or digits")
    return keys


def _is_header(key: str) -> bool:
    return bool(key) and all("!" <= character <= "~" for character in key)
