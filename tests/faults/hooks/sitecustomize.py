"""Faults from within, for a process with this folder on its PYTHONPATH: its clock is wrong, or an annotator fails.

``FAULT_CLOCK`` is how many seconds the clock is ahead. With ``FAULT_MINES``, a text with CRASH in it
ends the process that enriches it, and one with STALL keeps it.
"""

import os
import time
from datetime import UTC, datetime, timedelta

from wireroom_core import clock

if ahead := float(os.environ.get("FAULT_CLOCK", "0")):
    clock.SystemClock.now = lambda self: datetime.now(UTC) + timedelta(seconds=ahead)  # type: ignore[method-assign]
    right = time.time
    time.time = lambda: right() + ahead

if os.environ.get("FAULT_MINES"):
    from wireroom_enrichment.draft import Draft
    from wireroom_enrichment.sentences import Sentences

    sound = Sentences.annotate

    def mined(self: Sentences, draft: Draft) -> Draft:
        if "CRASH" in draft.text:
            os._exit(11)
        while "STALL" in draft.text:
            pass
        return sound(self, draft)

    Sentences.annotate = mined  # type: ignore[method-assign]
