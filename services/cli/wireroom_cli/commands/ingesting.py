"""``wireroom ingest``, and the run that ``wireroom demo`` shares with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import typer

from wireroom_cli import assembly, views
from wireroom_cli.assembly import Watchers
from wireroom_cli.database import database
from wireroom_cli.exits import Code
from wireroom_cli.progress import progress, say, told
from wireroom_cli.settings import CliSettings
from wireroom_core.clock import SystemClock
from wireroom_core.models import StoredEvent
from wireroom_store.writer import Store


@dataclass(slots=True)
class Outcome:
    """What an ingest brought about."""

    handed_over: int = 0
    refused: int = 0
    """Inputs that are among the dead letters, known ones too."""
    stored: int = 0
    """Deliveries that the store did not know."""
    known: int = 0
    """Deliveries that were stored before: nothing changed for them."""
    verdicts: dict[str, int] = field(default_factory=dict[str, int])
    """Of what was stored, kills and releases among them."""


def ingest(settings: CliSettings, inputs: Sequence[str], default_source: str | None, *, as_json: bool) -> None:
    """Ingest and say what came of it; exit code 3 where anything was refused."""
    with database(settings, say) as url, assembly.writing(url) as store:
        outcome = run(store, inputs, default_source, settings)
    if as_json:
        views.print_json(asdict(outcome))
    else:
        views.console().print(summary(outcome))
    if outcome.refused:
        raise typer.Exit(Code.REFUSED)


def run(store: Store, arguments: Sequence[str], default_source: str | None, settings: CliSettings) -> Outcome:
    """Ingest everything that ``arguments`` name into ``store``, showing progress on standard error."""
    clock = SystemClock()
    verdicts: Counter[str] = Counter()

    def count(events: Sequence[StoredEvent]) -> None:
        verdicts.update(_verdict(event) for event in events if event.what in ("stored", "killed", "released"))

    with progress(told) as on_batch:
        source = assembly.news(arguments, default_source, assembly.originals(settings), clock)
        tally = assembly.ingesting(source, store, clock, settings, Watchers(on_batch, count)).run()
    stored = sum(verdicts.values())
    return Outcome(
        handed_over=tally.handed_over,
        refused=tally.refused,
        stored=stored,
        known=tally.handed_over - tally.refused - stored,
        verdicts=dict(verdicts.most_common()),
    )


def summary(outcome: Outcome) -> str:
    """The outcome in one or two lines."""
    if not outcome.handed_over:
        return "Nothing was handed over."
    lines = f"{outcome.handed_over} handed over: {outcome.stored} stored"
    if outcome.verdicts:
        lines += " (" + ", ".join(f"{count} {name}" for name, count in outcome.verdicts.items()) + ")"
    lines += f", {outcome.known} known before, {outcome.refused} refused."
    if not outcome.stored:
        lines += "\nNothing new: the store is as it was."
    return lines


def _verdict(event: StoredEvent) -> str:
    return event.verdict or {"killed": "kill", "released": "release"}[event.what]
