"""Why something in a file was refused, for whoever dropped it."""

from dataclasses import dataclass, field

from wireroom_core.models import DeadLetter

_SHOWN = 1000
"""Reasons that are written out; all of them are among the dead letters."""


@dataclass(slots=True)
class Refusals:
    """The reasons of one file."""

    _count: int = 0
    _lines: list[str] = field(default_factory=list)

    def add(self, letter: DeadLetter) -> None:
        """One more."""
        self._count += 1
        if self._count <= _SHOWN:
            self._lines.append(f"{letter.line}: {letter.reason}" if letter.line else letter.reason)

    def text(self) -> str:
        """One line for each, beginning with the number of the line or entry; empty where nothing was refused."""
        more = self._count - len(self._lines)
        return "".join(f"{line}\n" for line in [*self._lines, *([f"and {more:,} more"] if more else [])])
