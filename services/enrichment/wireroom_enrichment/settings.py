"""What the enrichment service can be told."""

import os

from pydantic import Field

from wireroom_core.settings import ServiceSettings


class EnrichmentSettings(ServiceSettings):
    """By environment."""

    processes: int = Field(
        default_factory=lambda: len(os.sched_getaffinity(0)),
        ge=1,
        description="child processes that do the work; default: one for each core",
    )
    article_seconds: float = Field(default=5, gt=0, description="one article may take so long; two tries")
