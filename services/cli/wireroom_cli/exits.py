"""What the exit codes mean."""

from enum import IntEnum


class Code(IntEnum):
    """0 done · 1 a failure of our own · 2 wrong use · 3 something was refused · 4 not found."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    REFUSED = 3
    NOT_FOUND = 4
