"""Settings by environment, prefix ``WIREROOM_``; each service adds its own to these."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class CoreSettings(BaseSettings):
    """What every part of Wireroom can be told."""

    model_config = SettingsConfigDict(env_prefix="WIREROOM_", extra="ignore")

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"
    raw_dir: Path | None = Field(default=None, description="folder of the originals; default: raw/ in the data folder")
    batch_articles: int = Field(default=500, ge=1, description="a batch holds at most this many articles")
    batch_bytes: int = Field(default=8 << 20, ge=1, description="and at most this many bytes")
