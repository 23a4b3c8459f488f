"""Whose article it is."""

from wireroom_core.errors import PoisonError
from wireroom_core.models import SourceRef
from wireroom_core.slug import slug
from wireroom_ingest.encoding import mend
from wireroom_ingest.formats.item import Channel
from wireroom_ingest.urls import host


def source_of(named: str | None, default: str | None, channel: Channel) -> SourceRef:
    """The source that the document names, else ``default``, else the feed's own site.

    Raises PoisonError where there is none, or where its name has no letter or digit.
    """
    name = _clean(named) or _clean(default)
    if name:
        return _by_name(name)
    site = host(channel.link)
    if site is None:
        raise PoisonError("no source given: the document names none, and there is neither --source nor a feed's link")
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
