"""What all unit tests share."""

import gc
from collections.abc import Iterator

import pytest

gc.set_threshold(50_000)
"""Looking for garbage as often as Python does takes an eighth of the time: there is little, among much that stays."""


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """No call of ``fsync`` reaches the disk, which takes up to seconds where others write.

    Tests that want to see one, or to have it fail, put their own in its place.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.fsync", lambda _: None)
        yield
