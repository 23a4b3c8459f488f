"""From the environment to a running service: ``--help``, wrong settings, logging, exit codes."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from wireroom_core import log
from wireroom_core.errors import WireroomError
from wireroom_core.settings import ServiceSettings

S = TypeVar("S", bound=ServiceSettings)

DONE, FAILED, WRONG_USE = 0, 1, 2


def main(settings: type[S], serve: Callable[[S], Coroutine[Any, Any, None]], purpose: str) -> int:
    """Run a service until SIGTERM or SIGINT; the exit code (0 ended as asked, 1 cannot run, 2 wrong use)."""
    argparse.ArgumentParser(
        prog=f"python -m {settings.__module__.partition('.')[0]}",
        description=purpose,
        epilog=_listed(settings),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args()
    try:
        chosen = settings()
    except ValidationError as error:
        sys.stderr.writelines(f"wireroom: {line}\n" for line in _faults(settings, error))
        return WRONG_USE
    log.configure(chosen.log_level, chosen.log_format)
    try:
        asyncio.run(serve(chosen))
    except WireroomError as error:
        log.logger("service").error("cannot run", reason=str(error))
        return FAILED
    return DONE


def _variable(settings: type[ServiceSettings], name: str) -> str:
    return f"{settings.model_config.get('env_prefix', '')}{name}".upper()


def _listed(settings: type[ServiceSettings]) -> str:
    """Each setting with its default and what it means; those that must be given stand first."""
    fields = sorted(settings.model_fields.items(), key=lambda field: not field[1].is_required())
    width = max(len(_variable(settings, name)) for name, _ in fields)
    lines = [f"  {_variable(settings, name):<{width}}  {_meaning(field)}" for name, field in fields]
    return "\n".join(["settings (environment):", *lines])


def _meaning(field: FieldInfo) -> str:
    if field.is_required():
        return f"{field.description} [must be given]"
    if field.default is None or isinstance(field.default, bool | int | float | str):
        return f"{field.description} [{'none' if field.default is None else field.default}]"
    return str(field.description)


def _faults(settings: type[ServiceSettings], error: ValidationError) -> list[str]:
    """What is wrong, a line each; never what was given, which may hold a password."""
    return [
        f"{_variable(settings, str(fault['loc'][0])) if fault['loc'] else 'settings'}: "
        f"{'must be given' if fault['type'] == 'missing' else fault['msg'].removeprefix('Value error, ')}"
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]
