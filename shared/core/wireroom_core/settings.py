"""Settings by environment, prefix ``WIREROOM_``; each part adds its own to these."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from wireroom_core.contracts import Limits


class CoreSettings(BaseSettings):
    """What every part of Wireroom can be told."""

    model_config = SettingsConfigDict(env_prefix="WIREROOM_", extra="ignore")

    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="what is logged")
    log_format: Literal["console", "json"] = Field(default="console", description="console: for people; json")
    raw_dir: Path | None = Field(default=None, description="folder of the originals; default: raw/ in the data folder")
    batch_articles: int = Field(default=500, ge=1, description="a batch holds at most this many articles")
    batch_bytes: int = Field(default=8 << 20, ge=1, description="and at most this many bytes")
    topic_prefix: str = Field(
        default="",
        pattern=r"^[a-zA-Z0-9._-]{0,100}$",
        description="begins the names of topics and groups, where several Wirerooms share a Kafka",
    )

    def named(self, name: str) -> str:
        """A topic or consumer group by its name in this Wireroom."""
        return self.topic_prefix + name

    @property
    def limits(self) -> Limits:
        """The bounds of a batch."""
        return Limits(self.batch_articles, self.batch_bytes)


class ServiceSettings(CoreSettings):
    """What every service on Kafka can be told."""

    # What was given is not shown where it is wrong: a password would stand in the log.
    model_config = SettingsConfigDict(hide_input_in_errors=True)

    raw_dir: Path = Field(description="folder of the originals, shared by all services and the command")
    kafka_bootstrap_servers: str = Field(description="brokers to begin with: host:port, several with commas")
    session_seconds: float = Field(
        default=10, ge=6, le=300, description="after this long without a heartbeat another member takes over"
    )
    http_host: str = Field(default="127.0.0.1", description="address of /healthz, /readyz and /metrics")
    http_port: int = Field(default=8080, ge=0, le=65535, description="port of the same; 0: any that is free")
