"""Topics as the topology declares them: created, and checked."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from wireroom_core.errors import FatalError, TransientError
from wireroom_core.topology import Topic


async def create_topics(bootstrap_servers: str, topics: Sequence[Topic], replication: int = 1) -> list[str]:
    """Create those of ``topics`` that are missing; their names.

    Raises FatalError where one that exists is not as declared, TransientError while the broker is away.
    """
    async with _admin(bootstrap_servers) as admin:
        existing = set(await admin.list_topics())
        missing = [topic for topic in topics if topic.name not in existing]
        if missing:
            answer = await admin.create_topics([_declared(topic, replication) for topic in missing])
            for name, code, *_ in answer.topic_errors:
                if code not in (0, TopicAlreadyExistsError.errno):
                    raise FatalError(f"topic {name} cannot be created: {for_code(code).__name__}")
    faults = await check_topics(bootstrap_servers, [topic for topic in topics if topic.name in existing])
    if faults:
        raise FatalError("; ".join(faults))
    return [topic.name for topic in missing]


async def check_topics(bootstrap_servers: str, topics: Sequence[Topic]) -> list[str]:
    """What is not as declared, a line each. Raises TransientError while the broker is away."""
    async with _admin(bootstrap_servers) as admin:
        existing = set(await admin.list_topics())
        faults = [f"topic {topic.name} is missing" for topic in topics if topic.name not in existing]
        present = [topic for topic in topics if topic.name in existing]
        return faults + await _partition_faults(admin, present) + await _setting_faults(admin, present)


async def cluster_id(bootstrap_servers: str) -> str:
    """The id that the cluster was formatted with. Raises TransientError while the broker is away."""
    async with _admin(bootstrap_servers) as admin:
        return str((await admin.describe_cluster())["cluster_id"])


def _settings(topic: Topic) -> dict[str, str]:
    return {
        "cleanup.policy": "delete",
        "retention.ms": str(int(topic.retention.total_seconds() * 1000)),
        "message.timestamp.type": "LogAppendTime",
        "max.message.bytes": str(topic.max_message_bytes),
    }


def _declared(topic: Topic, replication: int) -> NewTopic:
    return NewTopic(topic.name, topic.partitions, replication, topic_configs=_settings(topic))


async def _partition_faults(admin: AIOKafkaAdminClient, topics: Sequence[Topic]) -> list[str]:
    described = await admin.describe_topics([topic.name for topic in topics]) if topics else []
    counts = {found["topic"]: len(found["partitions"]) for found in described}
    return [
        f"topic {topic.name} has {counts.get(topic.name, 0)} partitions, declared are {topic.partitions}"
        for topic in topics
        if counts.get(topic.name, 0) != topic.partitions
    ]


async def _setting_faults(admin: AIOKafkaAdminClient, topics: Sequence[Topic]) -> list[str]:
    if not topics:
        return []
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic.name) for topic in topics])
    found = {name: {entry[0]: entry[1] for entry in entries} for *_, name, entries in answers[0].resources}
    return [
        f"topic {topic.name} has {setting}={found[topic.name].get(setting)}, declared is {value}"
        for topic in topics
        for setting, value in _settings(topic).items()
        if found[topic.name].get(setting) != value
    ]


@asynccontextmanager
async def _admin(bootstrap_servers: str) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap_servers)
    try:
        await admin.start()
        yield admin
    except KafkaError as error:
        raise TransientError(f"the broker: {error!r}") from error
    finally:
        await admin.close()
