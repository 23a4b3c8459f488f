"""The composition root of trends: the counts, by Faust, and the observer of them."""

from wireroom_core.clock import SystemClock
from wireroom_core.rawstore import FolderRawStore
from wireroom_service import running
from wireroom_service.running import Part
from wireroom_trends.counter import TrendsCounter
from wireroom_trends.settings import TrendsSettings


async def serve(settings: TrendsSettings) -> None:
    """Count and tell until a signal comes."""
    await running.run(settings, [trends(settings)])


def trends(settings: TrendsSettings) -> Part:
    """``articles.stored`` into schema ``trends``, and what it tells to the topics. Raises FatalError."""
    originals = FolderRawStore(settings.raw_dir)
    originals.prepare()
    made = TrendsCounter(settings, originals, SystemClock())
    return Part(made, made)
