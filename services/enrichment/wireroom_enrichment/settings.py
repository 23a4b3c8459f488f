"""What the enrichment service can be told."""

from pydantic import Field

from wireroom_core.settings import ServiceSettings


class EnrichmentSettings(ServiceSettings):
    """By environment."""

    processes: int = Field(default=0, ge=0, description="child processes that do the work; 0: one for each core")
    article_seconds: float = Field(default=5, gt=0, description="one article may take so long; two tries")
