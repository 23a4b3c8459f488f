"""The composition root of storage on Kafka."""

from wireroom_core.models import AnyMessage, DecidedArticle, GroupMerged, decode
from wireroom_core.topology import DEAD, DECIDED
from wireroom_kafka.sink import SinkWork
from wireroom_service import running
from wireroom_storage.settings import StorageSettings
from wireroom_storage.sink import StorageSink
from wireroom_store.writer import Store


async def serve(settings: StorageSettings) -> None:
    """Store until a signal comes."""
    shop = running.workshop(settings, "storage")
    sink = StorageSink(Store(settings.database_url.get_secret_value(), "kafka"))
    work = SinkWork(sink, settings.named(DECIDED.name), _decode, settings.named(DEAD.name), shop)
    await running.run(settings, [running.consumer("storage", work, shop)])


def _decode(value: bytes) -> AnyMessage:
    return decode(value, DecidedArticle, GroupMerged)
