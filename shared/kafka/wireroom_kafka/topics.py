"""Topics as the topology declares them: created, and checked."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import TopicAlreadyExistsError, for_code

from wireroom_core.errors import FatalError, TransientError
from wireroom_core.topology import Topic
from wireroom_kafka import clients


async def create_topics(bootstrap_servers: str, topics: Sequence[Topic], replication: int = 1) -> list[str]:
    """Create those of ``topics`` that are missing; their names. Those that are there are set as declared.

    Raises FatalError where one has another number of partitions, TransientError while the broker is away.
    """
    async with _admin(bootstrap_servers) as admin:
        existing = set(await admin.list_topics())
        missing = [topic for topic in topics if topic.name not in existing]
        there = [topic for topic in topics if topic.name in existing]
        if faults := [fault for fault in await _faults(admin, there) if " has partitions=" in fault]:
            raise FatalError("; ".join(faults))
        await admin.alter_configs(
            [ConfigResource(ConfigResourceType.TOPIC, each.name, _settings(each)) for each in there]
        )
        answer = await admin.create_topics(
            [NewTopic(topic.name, topic.partitions, replication, topic_configs=_settings(topic)) for topic in missing]
        )
        for name, code, *_ in answer.topic_errors:
            if code not in (0, TopicAlreadyExistsError.errno):
                raise FatalError(f"topic {name} cannot be created: {for_code(code).__name__}")
        return [topic.name for topic in missing]


async def check_topics(bootstrap_servers: str, topics: Sequence[Topic]) -> list[str]:
    """What is not as declared, a line each. Raises TransientError while the broker is away."""
    async with _admin(bootstrap_servers) as admin:
        existing = set(await admin.list_topics())
        faults = [f"topic {topic.name} is missing" for topic in topics if topic.name not in existing]
        return faults + await _faults(admin, [topic for topic in topics if topic.name in existing])


async def require_topic(bootstrap_servers: str, topic: Topic) -> None:
    """Make sure of ``topic`` before anything is written to it, which could make it with other settings.

    Raises TransientError while it is missing or the broker is away, FatalError where it has other partitions.
    """
    async with _admin(bootstrap_servers) as admin:
        if topic.name not in await admin.list_topics():
            raise TransientError(f"topic {topic.name} does not exist (yet): `wireroom topics create` makes it")
        [described] = await admin.describe_topics([topic.name])
    if (found := len(described["partitions"])) != topic.partitions:
        raise FatalError(f"topic {topic.name} has partitions={found}, declared is {topic.partitions}")


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


async def _faults(admin: AIOKafkaAdminClient, topics: Sequence[Topic]) -> list[str]:
    if not topics:
        return []
    described = await admin.describe_topics([topic.name for topic in topics])
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic.name) for topic in topics])
    found = {name: {entry[0]: entry[1] for entry in entries} for *_, name, entries in answers[0].resources}
    for topic in described:
        found[topic["topic"]]["partitions"] = str(len(topic["partitions"]))
    return [
        f"topic {topic.name} has {setting}={found[topic.name].get(setting)}, declared is {value}"
        for topic in topics
        for setting, value in {**_settings(topic), "partitions": str(topic.partitions)}.items()
        if found[topic.name].get(setting) != value
    ]


@asynccontextmanager
async def _admin(bootstrap_servers: str) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap_servers)
    try:
        with clients.meaning():
            await admin.start()
            yield admin
    finally:
        await admin.close()
