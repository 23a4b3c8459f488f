"""Results as tables of plain text, each system beside the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bench.dedup import metrics
from bench.dedup.items import KINDS
from bench.dedup.measure import Result
from bench.dedup.metrics import BCubed, Judged
from bench.tables import Share, shown, table

Row = tuple[str, Callable[[Result], str]]
_TEMPLATES = frozenset({"template", "first template"})
POINTS = {0.5: "p50", 0.95: "p95", 0.99: "p99", 1.0: "longest"}


def quality(results: Sequence[Result], names: Sequence[str]) -> str:
    """One column for each result: links, groups, verdicts, time and memory."""
    rows: list[Row] = [
        ("precision of claims", _share(metrics.precision)),
        ("  bulletins and their copies left out", _share(lambda items: metrics.precision(news(items)))),
        ("recall of claims", _share(metrics.recall)),
        ("false duplicates among originals", _share(lambda items: metrics.false_claims(news(items)))),
        ("new bulletins taken for copies", _share(lambda items: metrics.false_claims(bulletins(items)))),
        *_b_cubed("", list),
        *_b_cubed(", bulletins and their copies left out", news),
        ("verdicts right", _verdicts),
        ("documents/s, text to decision", lambda result: f"{documents_a_second(result):,.0f}"),
        *((f"decision {name}, ms", _milliseconds(point)) for point, name in POINTS.items()),
        ("taken into the window, articles/s", _filled),
        ("memory of an article in the window, bytes", bytes_an_article),
    ]
    return table(["", *names], [[label, *(cell(result) for result in results)] for label, cell in rows])


def recall_by_kind(results: Sequence[Result], names: Sequence[str]) -> str:
    """Right claims among the items of each kind that was made of an earlier item."""
    return _by_kind(results, names, metrics.recall, derived=True)


def false_by_kind(results: Sequence[Result], names: Sequence[str]) -> str:
    """Claims among the items of each kind that was made of none."""
    return _by_kind(results, names, metrics.false_claims, derived=False)


def _by_kind(
    results: Sequence[Result], names: Sequence[str], measure: Callable[[Iterable[Judged]], Share], *, derived: bool
) -> str:
    shares = [metrics.by_kind(result.items, measure) for result in results]
    kinds = [kind for kind, what in KINDS.items() if what.derived == derived and kind in shares[0]]
    rows = [[kind, f"{shares[0][kind].whole:,}", *(shown(share[kind]) for share in shares)] for kind in kinds]
    return table(["", "items", *names], rows)


def confusion(result: Result) -> str:
    """How often each verdict by kind; starred counts had a wrong match."""
    counts = metrics.confusion(result.items)
    verdicts = sorted({verdict for row in counts.values() for verdict in row})
    rows = [[kind, *(str(counts[kind][verdict] or "") for verdict in verdicts)] for kind in KINDS if kind in counts]
    return table([result.order.system, *verdicts], rows)


def summary(result: Result) -> dict[str, Any]:
    """All figures of a result, for JSON."""
    times = metrics.percentiles(one.answer.seconds for one in result.items)
    b_cubed, of_news = metrics.b_cubed(result.items), metrics.b_cubed(news(result.items))
    return {
        "system": result.order.system,
        "articles": result.order.articles,
        "window": result.order.window,
        "seed": result.order.seed,
        "precision": metrics.precision(result.items).value,
        "precision_without_templates": metrics.precision(news(result.items)).value,
        "recall": metrics.recall(result.items).value,
        "recall_by_kind": {k: s.value for k, s in metrics.by_kind(result.items, metrics.recall).items() if s.whole},
        "false_duplicates": metrics.false_claims(news(result.items)).value,
        "template_false_positives": metrics.false_claims(bulletins(result.items)).value,
        "b_cubed": {"precision": b_cubed.precision, "recall": b_cubed.recall, "f": b_cubed.f},
        "b_cubed_without_templates": {"precision": of_news.precision, "recall": of_news.recall, "f": of_news.f},
        "verdicts_right": metrics.verdicts_right(result.items).value,
        "confusion": metrics.confusion(result.items),
        "documents_a_second": documents_a_second(result),
        "milliseconds": {name: times[point] * 1e3 for point, name in POINTS.items()},
        "window_fill_seconds": result.fill_seconds,
        "window_bytes": result.window_bytes,
    }


def documents_a_second(result: Result) -> float:
    """Over all decisions, the time between them not counted."""
    return len(result.items) / sum(one.answer.seconds for one in result.items)


def news(items: Sequence[Judged]) -> list[Judged]:
    """All but bulletins and what was made of them."""
    first = _bulletins_first(items)
    return [one for one in items if first.isdisjoint(one.truth.families)]


def bulletins(items: Sequence[Judged]) -> list[Judged]:
    """Bulletins and what was made of them."""
    first = _bulletins_first(items)
    return [one for one in items if not first.isdisjoint(one.truth.families)]


def _bulletins_first(items: Iterable[Judged]) -> set[int]:
    return {one.truth.number for one in items if one.truth.kind in _TEMPLATES}


def _share(measure: Callable[[list[Judged]], Share]) -> Callable[[Result], str]:
    return lambda result: shown(measure(result.items))


def _b_cubed(beside: str, chosen: Callable[[list[Judged]], list[Judged]]) -> list[Row]:
    def row(name: str, figure: Callable[[BCubed], float]) -> Row:
        return f"B³ {name}{beside}", lambda result: f"{figure(metrics.b_cubed(chosen(result.items))):.4f}"

    return [
        row("precision", lambda found: found.precision),
        row("recall", lambda found: found.recall),
        row("F", lambda found: found.f),
    ]


def _verdicts(result: Result) -> str:
    """Of a system that knows copies only, nothing is said."""
    verdicts = {one.answer.verdict for one in result.items}
    return "–" if "copy" in verdicts else shown(metrics.verdicts_right(result.items))


def _milliseconds(point: float) -> Callable[[Result], str]:
    def cell(result: Result) -> str:
        times: Mapping[float, float] = metrics.percentiles((one.answer.seconds for one in result.items), [point])
        return f"{times[point] * 1e3:.2f}"

    return cell


def _filled(result: Result) -> str:
    return f"{result.order.window / result.fill_seconds:,.0f}" if result.order.window else "–"


def bytes_an_article(result: Result) -> str:
    """By how much the window's filling grew the process, for each article."""
    return f"{result.window_bytes / result.order.window:,.0f}" if result.order.window else "–"
