"""The folder of originals."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from wireroom_core.errors import TransientError
from wireroom_core.rawstore import FolderRawStore


def test_an_original_comes_back_by_the_hash_of_its_content(tmp_path: Path) -> None:
    store = FolderRawStore(tmp_path / "raw")
    ref = store.put(b"dispatch")
    assert ref == "sha256:" + hashlib.sha256(b"dispatch").hexdigest()
    assert store.get(ref) == b"dispatch"
    store.sync()
    assert FolderRawStore(tmp_path / "raw").get(ref) == b"dispatch"


def test_before_sync_nothing_stands_in_its_final_place(tmp_path: Path) -> None:
    store = FolderRawStore(tmp_path)
    store.put(b"dispatch")
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".part"] == []


def test_pieces_and_whole_have_one_reference_and_one_file(tmp_path: Path) -> None:
    store = FolderRawStore(tmp_path)
    refs = {store.put_chunks([b"dis", b"patch"]), store.put(b"dispatch"), store.put_chunks([b"dispatch"])}
    store.sync()
    assert len(refs) == 1
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"dis"
        raise PermissionError("unreadable")

    store = FolderRawStore(tmp_path)
    with pytest.raises(PermissionError):
        store.put_chunks(broken())
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_reference_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        FolderRawStore(tmp_path).get("sha256:" + "0" * 64)


def test_trouble_with_the_disk_is_transient(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file stands where the folder should be")
    with pytest.raises(TransientError, match="cannot be written"):
        FolderRawStore(tmp_path / "raw").put(b"dispatch")
