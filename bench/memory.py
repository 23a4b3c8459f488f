"""What a process holds."""

import ctypes
import gc
import os
import re
from pathlib import Path


def resident() -> int:
    """Bytes of memory that this process holds, what is free given back to the system first."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def peak() -> int:
    """Bytes of memory that this process held at most; what ``getrusage`` tells is its parent's where that held more."""
    status = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s*(\d+) kB", status)[0]) * 1024
