"""What the dedup service can be told."""

from pydantic import Field

from wireroom_core.settings import CoreSettings
from wireroom_dedup.verdicts import DEFAULT, Thresholds


class DedupSettings(CoreSettings):
    """By environment; ``WIREROOM_THRESHOLDS`` is a JSON object of those thresholds that are to differ."""

    window_hours: float = Field(default=72, gt=0, description="articles older than this are compared no more")
    window_articles: int = Field(default=200_000, ge=1, description="nor those before the last so many of a language")
    thresholds: Thresholds = Field(default=DEFAULT, description="shares of text from which on articles are copies")
