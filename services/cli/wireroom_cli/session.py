"""From options to settings and filters; wrong ones end the command with exit code 2."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import typer
from pydantic import ValidationError

from wireroom_cli.settings import CliSettings
from wireroom_core import log
from wireroom_core.models import earliest_utc
from wireroom_core.models.codec import reason_of
from wireroom_ingest.times import read
from wireroom_store.letters import Which
from wireroom_store.queries import Filters


def settings(database_url: str | None, data_dir: Path | None) -> CliSettings:
    """The settings, flags before environment; logging is set up by them."""
    given = {"database_url": database_url, "data_dir": data_dir}
    try:
        chosen = CliSettings.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise typer.BadParameter(f"a WIREROOM_ setting is wrong: {reason_of(error)}") from None
    log.configure(chosen.log_level, chosen.log_format)
    return chosen


def filters(words: str, language: str | None, since: str | None, source: str | None) -> Filters:
    """What search and export are narrowed by."""
    return Filters(
        words=readable(words).strip() or None,
        language=readable(language or "").strip().lower() or None,
        since=instant(since, "--since") if since is not None else None,
        source=readable(source or "").strip() or None,
    )


def readable(argument: str) -> str:
    """``argument``, where it is text; bytes of another encoding, or a NUL, cannot stand in the store."""
    if "\0" in argument or (not argument.isprintable() and any("\ud800" <= c <= "\udfff" for c in argument)):
        raise typer.BadParameter(f"{argument!r} is no text")
    return argument


def which(
    letter_ids: Sequence[str], stage: str | None, reason: str | None, since: str | None, *, requeued: bool = True
) -> Which:
    """What dead letters are chosen by."""
    return Which(
        letter_ids=tuple(readable(each) for each in letter_ids),
        stage=readable(stage or "") or None,
        reason=readable(reason or "") or None,
        since=instant(since, "--since") if since is not None else None,
        requeued=requeued,
    )


def instant(given: str, option: str) -> datetime:
    """The earliest instant that a date can mean."""
    found = earliest_utc(read(given))
    if found is None:
        raise typer.BadParameter(f"{given!r} is no date", param_hint=option)
    return found
