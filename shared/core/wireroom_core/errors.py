"""Errors decide what happens to the message in hand; nothing is dropped silently."""


class WireroomError(Exception):
    """Base of Wireroom's own errors."""


class TransientError(WireroomError):
    """Trouble that passes (database away, disk full): waited out in place, loudly, and tried again."""


class OverlongError(TransientError):
    """The batch in hand took too long: a smaller one may pass, so it is halved, and waited for once it is alone."""


class PoisonError(WireroomError):
    """The message in hand can never succeed: it goes to the dead letters with the reason, then the stage moves on."""


class FatalError(WireroomError):
    """The process cannot go on until somebody acts (wrong mode of the store, a second writer): a loud stop."""


class PositionMovedError(FatalError):
    """Somebody else wrote these positions: read them again, and leave the batch if the partition is not ours."""
