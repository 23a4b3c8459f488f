"""What must hold on a cluster however its parts were treated: it is as one process makes it, undisturbed.

The reference is what dedup and storage make in one process, without any fault, of what stands on
``articles.enriched``: each partition in its order, with all that stands there twice.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias, cast

from tests.cluster import Cluster
from tests.dump import dump
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Delivery, Envelope, Limits, Refused
from wireroom_core.errors import PoisonError
from wireroom_core.models import (
    AnyMessage,
    Article,
    DeadLetter,
    DecidedArticle,
    Decision,
    EnrichedArticle,
    GroupMerged,
    Place,
    StoredEvent,
    decode,
)
from wireroom_core.rawstore import FolderRawStore
from wireroom_dedup import factory as dedup
from wireroom_dedup.settings import DedupSettings
from wireroom_dedup.stage import DedupStage
from wireroom_ingest import factory as ingest
from wireroom_store import queries
from wireroom_store.connection import connect_reader
from wireroom_store.queries import Filters
from wireroom_store.writer import Store

Output: TypeAlias = DecidedArticle | GroupMerged
FreshStore = Callable[[], AbstractContextManager[str]]
"""Makes a database with the schema and without rows; its URL."""
BATCH = 500
PROBED = 300
"""So many of the last articles show whether two memories decide alike."""


@dataclass(slots=True)
class Report:
    """The figures, and in ``faults`` what must not be."""

    handed_over: int = 0
    stored: int = 0
    refused: int = 0
    missing: int = 0
    doubled_rows: int = 0
    repeated_on: dict[str, int] = field(default_factory=dict)
    """Records beyond the first of a delivery, by topic; allowed up to dedup, which takes each once."""
    events: int = 0
    stream_gaps: int = 0
    left_over: dict[str, int] = field(default_factory=dict)
    positions: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Topic → sum of the positions, sum of the ends (which count the markers of transactions)."""
    faults: list[str] = field(default_factory=list)

    def demand(self, holds: object, what: str) -> None:
        """Note ``what`` where it does not hold."""
        if not holds:
            self.faults.append(what)


def check(cluster: Cluster, files: Sequence[Path], fresh: FreshStore, *, window: int = 200_000) -> Report:
    """The report on a cluster that has worked off ``files`` (each handed over any number of times)."""
    report = Report()
    topics = _Topics(cluster)
    _nothing_missing(report, topics, deliveries_of(files, cluster.folder / "reference"))
    reference = [Undisturbed(partition, window) for partition in topics.enriched]
    _decided_as_undisturbed(report, topics, reference, window)
    with fresh() as url:
        _stored_as_undisturbed(report, cluster, url, topics, reference)
    _stream_in_order(report, cluster, topics)
    _letters_copied(report, cluster, topics)
    report.left_over = cluster.left_over()
    report.positions = cluster.positions()
    report.demand(not any(report.left_over.values()), f"left over: {report.left_over}")
    return report


def deliveries_of(files: Sequence[Path], folder: Path) -> set[str]:
    """The deliveries that ingest makes of ``files``; what it refuses of them is none."""
    raw = FolderRawStore(folder)
    raw.prepare()
    source = ingest.build([str(file) for file in files], None, raw, SystemClock())
    handed = [item for batch in source.batches(Limits()) for item in batch]
    articles = [decode(item.value, Article) for item in handed if isinstance(item, Delivery)]
    return {cast("Article", article).delivery_id for article in articles}


class Undisturbed:
    """One partition of ``articles.enriched`` through a dedup stage of its own."""

    def __init__(self, records: Sequence[Any], window: int) -> None:
        self.stage = new_stage(window)
        self.outputs: list[Output] = []
        self.last: list[EnrichedArticle] = []
        for begin in range(0, len(records), BATCH):
            self._take([envelope for record in records[begin : begin + BATCH] if (envelope := _opened(record))])

    def _take(self, batch: Sequence[Envelope]) -> None:
        for outcome in self.stage.process(batch):
            if not isinstance(outcome, Refused):
                self.outputs += cast("Sequence[Output]", outcome)
        self.last = [*self.last, *(cast("EnrichedArticle", envelope.message) for envelope in batch)][-PROBED:]


class _Topics:
    """What stands on the topics, each a list of partitions."""

    def __init__(self, cluster: Cluster) -> None:
        self.ingested = _messages(_partitions(cluster, "articles.ingested"), Article)
        self.enriched = _partitions(cluster, "articles.enriched")
        self.decided = _messages(_partitions(cluster, "articles.decided"), DecidedArticle, GroupMerged)
        self.state = [
            [Decision.model_validate_json(record.value) for record in partition]
            for partition in _partitions(cluster, "dedup.state")
        ]
        self.stored = _messages(_partitions(cluster, "articles.stored"), StoredEvent)
        self.dead = cast("list[DeadLetter]", _flat(_messages(_partitions(cluster, "dead"), DeadLetter)))
        self.articles = cast("list[EnrichedArticle]", _flat(_messages(self.enriched, EnrichedArticle)))
        """What of ``enriched`` can be read."""
        known = {article.delivery_id for article in self.articles}
        poison = {letter.delivery_id for letter in self.dead if letter.stage == "storage"} - known
        self.decided = [[m for m in partition if m.delivery_id not in poison] for partition in self.decided]


def _nothing_missing(report: Report, topics: _Topics, expected: set[str]) -> None:
    ingested = Counter(message.delivery_id for message in _flat(topics.ingested))
    enriched = Counter(article.delivery_id for article in topics.articles)
    decided = Counter(m.delivery_id for m in _flat(topics.decided) if isinstance(m, DecidedArticle))
    refused = {letter.delivery_id for letter in topics.dead}
    report.handed_over = len(expected)
    report.refused = len({letter.letter_id for letter in topics.dead})
    steps = {"articles.ingested": ingested, "articles.enriched": enriched, "articles.decided": decided}
    for topic, found in steps.items():
        report.repeated_on[topic] = found.total() - len(found)
        lost = expected - set(found) - refused
        report.missing = max(report.missing, len(lost))
        report.demand(not lost, f"{len(lost)} are missing on {topic}, such as {sorted(lost)[:3]}")
    # Kills and releases pass dedup as often as they come.
    passed = Counter(m.delivery_id for m in _flat(topics.decided) if isinstance(m, DecidedArticle) and not m.decision)
    report.repeated_on["articles.decided"] -= passed.total() - len(passed)


def _decided_as_undisturbed(report: Report, topics: _Topics, reference: Sequence[Undisturbed], window: int) -> None:
    for number, (found, state, undisturbed) in enumerate(zip(topics.decided, topics.state, reference, strict=True)):
        same = [_lasting(message) for message in found] == [_lasting(message) for message in undisturbed.outputs]
        report.demand(same, f"articles.decided[{number}] is not what one process decides, in its order, each once")
        decisions = [m.decision for m in undisturbed.outputs if isinstance(m, DecidedArticle) and m.decision]
        report.demand(state == decisions, f"dedup.state[{number}] does not hold each decision once, in its order")
        restored = new_stage(window)
        restored.restore(state)
        alike = probed(restored, undisturbed.last) == probed(undisturbed.stage, undisturbed.last)
        report.demand(alike, f"a memory restored from dedup.state[{number}] decides otherwise")


def new_stage(window: int) -> DedupStage:
    """Dedup with an empty memory."""
    return dedup.build(DedupSettings(window_articles=window), SystemClock())


def probed(stage: DedupStage, last: Sequence[EnrichedArticle]) -> list[Any]:
    """How ``stage`` decides on ``last`` as new articles of another source: shows what it remembers."""
    new = [
        article.model_copy(
            update={
                "delivery_id": f"probe {number}",
                "article_id": f"probe {number}",
                "source": article.source.model_copy(update={"id": "probe"}),
            }
        )
        for number, article in enumerate(last)
    ]
    at = datetime(1970, 1, 1, tzinfo=UTC)  # the window's time is the latest that was
    outcomes = stage.process([Envelope(article, b"", at, Place()) for article in new])
    return [[_lasting(message) for message in cast("Sequence[Output]", outcome)] for outcome in outcomes]


def _stored_as_undisturbed(
    report: Report, cluster: Cluster, url: str, topics: _Topics, reference: Sequence[Undisturbed]
) -> None:
    """What storage was given it keeps as one process does; articles in several languages come in any order."""
    refused = {letter.delivery_id for letter in topics.dead if letter.stage == "storage"}
    store = Store(url, "one process")
    for undisturbed in reference:
        kept = [message for message in undisturbed.outputs if message.delivery_id not in refused]
        for begin in range(0, len(kept), BATCH):
            store.write(kept[begin : begin + BATCH])
    store.close()
    several = in_several_languages(topics.articles)
    expected, found = contents(url, several), contents(cluster.database_url, several)
    for name, rows in expected.items():
        report.demand(found[name] == rows, f"the store's {name} are not those of one process")
    wanted, rows = dump(url, "deliveries", "contents"), dump(cluster.database_url, "deliveries", "contents")
    report.stored = len(rows["deliveries"])
    report.doubled_rows = max(0, *(len(rows[table]) - len(wanted[table]) for table in rows))


def in_several_languages(articles: Iterable[EnrichedArticle]) -> set[str]:
    """Articles that came in several languages, and so by several partitions."""
    languages: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        languages[article.article_id] |= set() if article.is_signal_only else {article.language}
    return {article_id for article_id, found in languages.items() if len(found) > 1}


def contents(url: str, several: set[str]) -> dict[str, Any]:
    """What is in a store, without clock times; of the articles in ``several``, what no order can change."""
    tables = dump(url, "articles", "contents", "deliveries", "kills", "group_aliases")
    with closing(connect_reader(url)) as reader:
        status = {row["document"]["article_id"]: row["status"] for row in queries.export(reader, Filters())}
        current: dict[str, str] = dict(
            reader.execute("select article_id, content_hash from news.current_contents").fetchall()
        )
    one = {name: [row for row in rows if row.get("article_id") not in several] for name, rows in tables.items()}
    return {
        **one,
        "deliveries": sorted(one["deliveries"], key=lambda row: str(row["delivery_id"])),
        "status": status,
        "current": current,
        "contents of several": sorted(
            (row["article_id"], row["content_hash"]) for row in tables["contents"] if row["article_id"] in several
        ),
    }


def _stream_in_order(report: Report, cluster: Cluster, topics: _Topics) -> None:
    """Ids without gaps, and each event on ``articles.stored``, in order but for what stands there twice."""
    stream = dump(cluster.database_url, "stream")["stream"]
    ids = [row["stream_id"] for row in stream]
    report.events = len(ids)
    report.stream_gaps = len(set(range(1, max(ids, default=0) + 1)) - set(ids)) + len(ids) - len(set(ids))
    report.demand(ids == list(range(1, len(ids) + 1)), "the stream's ids are not 1, 2, 3 …")
    relayed = Counter(event.stream_id for event in _flat(topics.stored))
    report.repeated_on["articles.stored"] = relayed.total() - len(relayed)
    report.demand(sorted(relayed) == ids, "articles.stored does not hold each event of the stream")
    for number, partition in enumerate(topics.stored):
        firsts = list(dict.fromkeys(event.stream_id for event in partition))
        report.demand(firsts == sorted(firsts), f"articles.stored[{number}] is out of order")


def _letters_copied(report: Report, cluster: Cluster, topics: _Topics) -> None:
    """Each letter stands in the table once, by the place of what was refused."""
    rows = dump(cluster.database_url, "dead_letters")["dead_letters"]
    kept = [row["letter_id"] for row in rows]
    report.demand(set(kept) == {letter.letter_id for letter in topics.dead}, "not every dead letter was copied")
    places = Counter((row["topic"], row["partition"], row["offset"]) for row in rows if row["topic"])
    report.demand(all(count == 1 for count in places.values()), "an input was refused twice")


def _partitions(cluster: Cluster, topic: str) -> list[list[Any]]:
    name = cluster.prefix + topic
    found: dict[int, list[Any]] = {partition: [] for partition in cluster.broker.ends(name)}
    for record in cluster.broker.records(name):
        found[record.partition].append(record)
    return [found[partition] for partition in sorted(found)]


def _messages(partitions: Iterable[Sequence[Any]], *kinds: Any) -> list[list[Any]]:
    """Poison is left out: its letter stands for it."""
    return [[message for record in partition if (message := _read(record, *kinds))] for partition in partitions]


def _read(record: Any, *kinds: Any) -> AnyMessage | None:
    try:
        return decode(record.value or b"", *kinds)
    except PoisonError:
        return None


def _opened(record: Any) -> Envelope | None:
    message = _read(record, EnrichedArticle)
    at = datetime.fromtimestamp(record.timestamp / 1000, UTC)
    return None if message is None else Envelope(message, record.value, at, Place())


def _lasting(message: Output) -> Mapping[str, Any]:
    """A message without the times at which it passed the stages."""
    return message.model_dump(exclude={"passed"})


def _flat(partitions: Iterable[Sequence[Any]]) -> list[Any]:
    return [message for partition in partitions for message in partition]
