"""Wrong decisions with their texts, found in the stream again by their numbers."""

from collections import defaultdict
from collections.abc import Iterator

from bench.dedup.generator import Generator
from bench.dedup.items import Item
from bench.dedup.measure import Result
from bench.dedup.metrics import OUTSIDE, Judged

_SHOWN = 160


def examples(result: Result, most: int) -> Iterator[str]:
    """At most ``most`` of each kind and verdict: claims that are wrong, copies not found, verdicts not expected."""
    chosen = list(_chosen(result, most))
    wanted = {number for one in chosen for number in _numbers(one)}
    items = {item.number: item for item in Generator(result.order.seed).items(result.order.articles)}
    texts = {number: items[number] for number in wanted}
    for one in chosen:
        yield _told(one, texts)


def _chosen(result: Result, most: int) -> Iterator[Judged]:
    told: dict[tuple[str, str, bool], int] = defaultdict(int)
    for one in result.items:
        key = (one.truth.kind, one.answer.verdict, one.right)
        wrong = one.answer.claims and not one.right
        missed = one.truth.derived and not one.right
        other = one.answer.matched in one.truth.made_from and one.answer.verdict not in one.truth.expected
        if (wrong or missed or other) and told[key] < most:
            told[key] += 1
            yield one


def _numbers(one: Judged) -> list[int]:
    matched = [] if one.answer.matched in (None, OUTSIDE) else [one.answer.matched]
    return [one.truth.number, *one.truth.made_from, *(number for number in matched if number is not None)]


def _told(one: Judged, items: dict[int, Item]) -> str:
    truth, answer = one.truth, one.answer
    lines = [f"{truth.kind}: {answer.verdict}, expected {' or '.join(truth.expected)}", _line("", items[truth.number])]
    if answer.matched == OUTSIDE:
        lines.append("  matched     an article from before the stream")
    elif answer.matched is not None:
        lines.append(_line("matched", items[answer.matched]))
    lines += [_line("made from", items[number]) for number in truth.made_from if number != answer.matched]
    return "\n".join(lines)


def _line(what: str, item: Item) -> str:
    text = " ¶ ".join(item.text.split("\n\n"))
    shown = text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]} […] {text[-_SHOWN:]}"
    return f"  {what:<11} {item.number} {item.source}, {len(item.text.split())} words: {shown}"
