"""Whose article it is."""

from dataclasses import dataclass

from wireroom_core.errors import PoisonError
from wireroom_core.models import SourceRef
from wireroom_core.slug import slug
from wireroom_ingest.encoding import mend
from wireroom_ingest.formats.item import Channel
from wireroom_ingest.urls import host


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who delivers where a document does not say so, and what is known of that source."""

    name: str | None = None
    id: str | None = None
    """Made of the name where none is given."""
    language: str | None = None
    usage_terms: str | None = None

    def describes(self, source: SourceRef) -> bool:
        """True where language and usage terms are those of ``source``; another's article is not lent them."""
        return self.id is not None and self.id == source.id


def source_of(named: str | None, assigned: Assignment, channel: Channel) -> SourceRef:
    """The source that the document names, else the one ``assigned``, else the feed's own site.

    A document that names the assigned source by its name or id means that one. Raises PoisonError
    where there is none, or where its name has no letter or digit.
    """
    name = _clean(named) or _clean(assigned.name)
    if name:
        return _as_assigned(_by_name(name), assigned)
    site = host(channel.link)
    if site is None:
        raise PoisonError(
            "no source given: the document names none, and neither --source, sources.yaml nor a feed's link gives one"
        )
    return SourceRef(id=site, name=_clean(channel.title) or site)


def _clean(name: str | None) -> str:
    return mend(name or "")[0].strip()


def _by_name(name: str) -> SourceRef:
    key = slug(name)
    if not key:
        raise PoisonError(f"the source {name!r} has neither letter nor digit")
    if len(key) > 256:
        raise PoisonError("the source's name is too long")
    return SourceRef(id=key, name=name)


def _as_assigned(named: SourceRef, assigned: Assignment) -> SourceRef:
    """``named``, or the assigned source where that is meant: its id need not be what its name would make."""
    if assigned.id is None or assigned.name is None or named.id not in (slug(assigned.id), slug(assigned.name)):
        return named
    return SourceRef(id=assigned.id, name=assigned.name)
