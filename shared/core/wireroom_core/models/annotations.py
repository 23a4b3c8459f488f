"""What annotators find in a text: facts with their places. A fact of confidence .8 or more is shown as one."""

from typing import Annotated, Literal

from pydantic import Field

from wireroom_core.models.base import Part

Confidence = Annotated[float, Field(ge=0, le=1)]
Offsets = tuple[int, int]
"""Start and end in code points of the stored text, end excluded."""
EntityType = Literal["person", "organisation", "place"]
AgencyRole = Literal["trailer", "dateline", "byline", "interlocutor", "credit"]
Precision = Literal["decade", "year", "season", "month", "week", "day", "part of day", "hour", "minute"]
DateModifier = Literal["before", "after", "about", "start", "mid", "end", "less", "more"]
"""As TIMEX3's ``mod``: "fin mai" is ``end``, "il y a moins d'un mois" is ``less``."""
Bound = Literal["exact", "about", "min", "max"]


class Speaker(Part):
    """Who said it: ``name`` resolved in full, the span is the mention beside the quotation."""

    name: str
    start: int | None = None
    end: int | None = None


class Found(Part):
    """A fact with its place: ``text`` is ``article.text[start:end]`` in code points (null: header or trailer)."""

    start: int | None
    end: int | None
    text: str
    confidence: Confidence
    annotator: str
    version: int


class Sentence(Found):
    """One sentence."""

    kind: Literal["sentence"] = "sentence"


class Entity(Found):
    """A mention of a person, an organisation or a place."""

    kind: Literal["entity"] = "entity"
    type: EntityType
    name: str
    """As first given in full: later surnames and acronyms have it too."""
    entity_id: str | None = None
    """``geonames:`` and its number for a place that is known there, else the type and the name's slug (``person:…``);
    null for a place that could be several."""
    roles: tuple[str, ...] = ()
    """Titles and functions that stand beside this mention, as written, in the order of the text."""
    country: str | None = None
    """Of a place: ISO 3166, two letters."""
    coordinates: tuple[float, float] | None = None
    """Of a place: latitude and longitude in degrees (WGS 84)."""


class Quotation(Found):
    """Direct speech; the span is what was said, without its marks.

    One that an incise breaks goes from its first word to its last, and ``parts`` are the pieces that were said.
    """

    kind: Literal["quotation"] = "quotation"
    parts: tuple[Offsets, ...] = ()
    """Empty where nothing breaks it."""
    speaker: Speaker | None = None
    cue: str | None = None
    """The verb as written ("a déclaré")."""


class Date(Found):
    """A date or a time."""

    kind: Literal["date"] = "date"
    value: str | None = None
    """ISO 8601 and EDTF: ``2026-11``, ``2026-W46``, ``2026-11-12T14:30``, ``2026-11-12TEV`` (``TMO``, ``TAF``,
    ``TEV``, ``TNI``), ``199`` for a decade, ``2026-SU``, ranges with a slash; ``XXXX-WXX-5`` for a weekday that the
    article's own date cannot settle; null where not even that can be said."""
    precision: Precision
    modifier: DateModifier | None = None
    candidates: tuple[str, ...] = ()
    """ISO days that an unsettled one may be."""


class Quantity(Found):
    """A number with what it counts."""

    kind: Literal["quantity"] = "quantity"
    value: int | float
    value_max: int | float | None = None
    """The end of a range."""
    unit: str | None = None
    """``%``, an ISO 4217 code, or the unit as written."""
    noun: str | None = None
    """What is counted, as written."""
    bound: Bound = "exact"


class Agency(Found):
    """A news agency that is credited, not written about."""

    kind: Literal["agency"] = "agency"
    name: str
    """Its short name (``AFP``)."""
    role: AgencyRole


class Demonym(Found):
    """A word for the people or things of a country."""

    kind: Literal["demonym"] = "demonym"
    country: str
    """ISO 3166, two letters."""


Annotation = Annotated[Sentence | Entity | Quotation | Date | Quantity | Agency | Demonym, Field(discriminator="kind")]
