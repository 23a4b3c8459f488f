"""What the news is about, what of it rises, and which source has stopped talking (the trends service's topics)."""

from typing import Literal, Self

from pydantic import NonNegativeFloat, NonNegativeInt, PositiveInt, model_validator

from wireroom_core.models.article import SourceRef
from wireroom_core.models.base import Instant, Message

TrendKind = Literal["entity", "topic", "source", "origin", "verdict"]
Width = Literal["minute", "hour", "day"]


class TrendCount(Message):
    """What was received about one thing in one bucket (topic ``trends.counts``), whole, not what was added.

    A bucket may be told again, by late news or after a fault. Counts only grow: of two the greater holds.
    """

    type: Literal["trend_count"] = "trend_count"
    width: Width
    start: Instant
    """The bucket holds what has ``received_at`` from here on, for its width, in UTC."""
    kind: TrendKind
    name: str
    """An entity's id, a topic's code, a source's id, an origin, or a verdict."""
    originals: NonNegativeInt
    """Articles that are nobody's copy: verdict ``original`` or ``template_sibling``."""
    copies: NonNegativeInt
    """All others: what was delivered, taken over or revised of something known."""


class Rising(Message):
    """A thing is in the news far more than its own past has it (topic ``trends.rising``); said once for each burst."""

    type: Literal["rising"] = "rising"
    kind: TrendKind
    name: str
    start: Instant
    """Begin of the window that is compared with the past."""
    at: Instant
    """Its end: the moment at which the burst was told."""
    originals: PositiveInt
    copies: NonNegativeInt
    expected: NonNegativeFloat
    """Originals that its own past would bring among as many articles."""
    score: NonNegativeFloat
    """By ``measure``."""
    measure: Literal["G2"] = "G2"
    """Dunning's log-likelihood ratio (1993)."""


class SourceSilence(Message):
    """A source stopped talking, or talks again (topic ``sources.silent``); each said once."""

    type: Literal["source_silence"] = "source_silence"
    source: SourceRef
    silent: bool
    at: Instant
    """When it was noticed."""
    last_item_at: Instant
    """Of a source that talks again: the item that shows it."""
    expected: NonNegativeFloat
    """Items that its habit would have brought between its last one and the moment at which it was called silent."""
    allowed: NonNegativeFloat
    """So many may stay out before it counts as silent."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last_item_at > self.at:
            raise ValueError("its last item is later than what is said of it")
        return self
