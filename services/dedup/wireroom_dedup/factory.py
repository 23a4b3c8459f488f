"""Puts the dedup service together."""

from wireroom_core.clock import Clock
from wireroom_dedup.settings import DedupSettings
from wireroom_dedup.stage import DedupStage
from wireroom_dedup.window import Window


def build(settings: DedupSettings, clock: Clock) -> DedupStage:
    """The stage, with an empty memory."""
    return DedupStage(Window(settings.window_hours, settings.window_articles), settings.thresholds, clock)
