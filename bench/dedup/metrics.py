"""What a system's answers are worth, by the truth that the generator knows.

A *claim* is an answer that takes an item for a copy of an earlier one: any verdict but ``original`` and
``template_sibling`` with a matched item. It is *right* where the matched item is of a family of this one:

- an excerpt, an embedding and the dispatch in it are of one family: the reader has that news already;
- a round-up is of the families of both its dispatches, so that a claim of either is right, and it is one item to be
  found, not two: a decision names one match;
- a later version of a dispatch that is matched with a round-up of it is right, since the text does stand there.

*Due* are the items that were made of an earlier one. Recall counts right claims among the due, precision
among all claims. B-cubed (Bagga and Baldwin 1998) is taken over items of one family, without round-ups: these belong
to two, and groups that are partitions cannot show that. Members of the window from before the stream
are no part of any group here; a claim of one of them is wrong, and precision shows it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.tables import Share

OUTSIDE = -1
"""The matched item where it is none of the stream's."""

_NO_COPY = frozenset({"original", "template_sibling"})


@dataclass(frozen=True, slots=True)
class Truth:
    """What the generator knows of an item; ``expected`` are the verdicts that are right."""

    number: int
    kind: str
    families: tuple[int, ...]
    made_from: tuple[int, ...]
    expected: tuple[str, ...]
    derived: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system said, the group as it stands at the end, and how long it took."""

    matched: int | None
    verdict: str
    group: Hashable
    seconds: float

    @property
    def claims(self) -> bool:
        """True where it takes the item for a copy."""
        return self.matched is not None and self.verdict not in _NO_COPY


@dataclass(frozen=True, slots=True)
class Judged:
    """An item with the answer on it."""

    truth: Truth
    answer: Answer
    right: bool


@dataclass(frozen=True, slots=True)
class BCubed:
    """Averages over items: of its group how much is of its family, of its family how much is in its group."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def judged(truths: Sequence[Truth], answers: Sequence[Answer]) -> list[Judged]:
    """Each item with its answer, in the order of the stream; ``truths[number]`` is the item of that number."""
    return [
        Judged(truth, answer, answer.claims and _related(truth, answer.matched, truths))
        for truth, answer in zip(truths, answers, strict=True)
    ]


def _related(truth: Truth, matched: int | None, truths: Sequence[Truth]) -> bool:
    if matched is None or matched == OUTSIDE:
        return False
    return not set(truth.families).isdisjoint(truths[matched].families)


def precision(items: Iterable[Judged]) -> Share:
    """Right claims among all."""
    claims = [one for one in items if one.answer.claims]
    return Share(sum(one.right for one in claims), len(claims))


def recall(items: Iterable[Judged]) -> Share:
    """Items with a right claim among those that were made of an earlier one."""
    due = [one for one in items if one.truth.derived]
    return Share(sum(one.right for one in due), len(due))


def by_kind(items: Iterable[Judged], measure: Callable[[Iterable[Judged]], Share]) -> dict[str, Share]:
    """``measure`` for each kind of which there are items, in the kinds' order of appearance."""
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for one in items:
        kinds[one.truth.kind].append(one)
    return {kind: measure(members) for kind, members in kinds.items()}


def false_claims(items: Iterable[Judged]) -> Share:
    """Claims among items that were made of none: false duplicates, template false positives."""
    new = [one for one in items if not one.truth.derived]
    return Share(sum(one.answer.claims for one in new), len(new))


def verdicts_right(items: Iterable[Judged]) -> Share:
    """Verdicts that are among those expected, over all items on which a verdict can be told right or wrong.

    Left out are right claims of another relative than the one that the item was made from: what the two are to each
    other (an excerpt matched with another excerpt) is not what the item was made to be.
    """
    told = [one for one in items if _tells(one)]
    return Share(sum(_expected(one) for one in told), len(told))


def _tells(one: Judged) -> bool:
    return not one.right or one.answer.matched in one.truth.made_from


def _expected(one: Judged) -> bool:
    return one.answer.verdict in one.truth.expected and (one.right or not one.truth.derived)


def confusion(items: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Kind → how often each verdict; with a star where the match is wrong."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in items:
        wrong = one.answer.claims and not one.right
        counts[one.truth.kind][one.answer.verdict + ("*" if wrong else "")] += 1
    return dict(counts)


def b_cubed(items: Iterable[Judged]) -> BCubed:
    """Over the items of one family."""
    pairs = Counter((one.truth.families[0], one.answer.group) for one in items if len(one.truth.families) == 1)
    families: Counter[int] = Counter()
    groups: Counter[Hashable] = Counter()
    for (family, group), count in pairs.items():
        families[family] += count
        groups[group] += count
    total = sum(families.values())
    return BCubed(
        sum(count * count / groups[group] for (_, group), count in pairs.items()) / total,
        sum(count * count / families[family] for (family, _), count in pairs.items()) / total,
    )


def percentiles(seconds: Iterable[float], points: Sequence[float] = (0.5, 0.95, 0.99, 1.0)) -> Mapping[float, float]:
    """The nearest-rank percentiles: the smallest value that so large a part of all does not exceed."""
    ordered = sorted(seconds)
    return {point: ordered[max(0, -int(-point * len(ordered) // 1) - 1)] for point in points}
