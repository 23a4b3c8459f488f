import errno
import os
from pathlib import Path

import pytest

from wireroom_core.errors import FatalError
from wireroom_ingest.inbox.shelves import Shelves


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(tmp_path / "inbox", ("belga",))
    shelves.prepare()
    return shelves


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def drop(shelves: Shelves, name: str, text: str = "x") -> Path:
    path = shelves.root / name
    path.write_text(text)
    return path


def test_the_folders_are_made_and_nothing_is_left_in_them(shelves: Shelves) -> None:
    folders = sorted(str(path.relative_to(shelves.root)) for path in shelves.root.rglob("*"))
    assert folders == ["belga", "done", "done/belga", "failed", "failed/belga"]


def test_a_file_is_moved_under_its_folder(shelves: Shelves) -> None:
    assert shelves.put(drop(shelves, "a.txt"), "") == shelves.root / "done/a.txt"
    assert shelves.put(drop(shelves, "belga/a.txt"), "") == shelves.root / "done/belga/a.txt"
    assert names(shelves.root) == ["a.txt", "a.txt"]


def test_names_that_are_taken_get_a_number(shelves: Shelves) -> None:
    moved = [shelves.put(drop(shelves, name, str(number)), "") for number, name in enumerate(["a.txt"] * 3 + ["b"] * 2)]
    assert [path.name for path in moved] == ["a.txt", "a-2.txt", "a-3.txt", "b", "b-2"]
    assert [path.read_text() for path in moved] == ["0", "1", "2", "3", "4"]


def test_a_link_that_leads_nowhere_is_not_overwritten_either(shelves: Shelves) -> None:
    (shelves.root / "done/a.txt").symlink_to("nowhere")
    assert shelves.put(drop(shelves, "a.txt"), "").name == "a-2.txt"


def test_reasons_stand_beside_a_failed_file(shelves: Shelves) -> None:
    assert shelves.put(drop(shelves, "a.txt"), "1: no JSON\n") == shelves.root / "failed/a.txt"
    assert (shelves.root / "failed/a.txt.reason.txt").read_text() == "1: no JSON\n"
    assert names(shelves.root) == ["a.txt", "a.txt.reason.txt"]


def test_reasons_overwrite_no_file_of_that_name(shelves: Shelves) -> None:
    shelves.put(drop(shelves, "a.txt.reason.txt", "news"), "first\n")
    assert shelves.put(drop(shelves, "a.txt"), "second\n").name == "a-2.txt"
    assert (shelves.root / "failed/a.txt.reason.txt").read_text() == "news"
    assert (shelves.root / "failed/a-2.txt.reason.txt").read_text() == "second\n"


def test_reasons_stand_there_before_the_file(shelves: Shelves) -> None:
    gone = shelves.root / "gone.txt"
    with pytest.raises(FileNotFoundError):
        shelves.put(gone, "why\n")
    assert names(shelves.root / "failed") == ["gone.txt.reason.txt"]


@pytest.mark.parametrize("name", ["x" * 255, "é" * 120 + ".jsonl", "x." + "y" * 253])
def test_the_longest_names_leave_room_for_numbers_and_reasons(shelves: Shelves, name: str) -> None:
    for text in ("1", "2"):
        moved = shelves.put(drop(shelves, name, text), "why\n")
        assert moved.read_text() == text
        assert moved.with_name(moved.name + ".reason.txt").read_text() == "why\n"
    assert len(names(shelves.root / "failed")) == 4


def test_a_shelf_that_somebody_removed_is_made_again(shelves: Shelves) -> None:
    (shelves.root / "done/belga").rmdir()
    (shelves.root / "done").rmdir()
    assert shelves.put(drop(shelves, "belga/a.txt"), "").read_text() == "x"


def refusal(inbox: Path, *names: str) -> str:
    with pytest.raises(FatalError) as refused:
        Shelves(inbox, names).prepare()
    return str(refused.value).removeprefix(f"the inbox {inbox} cannot be used: ")


@pytest.mark.parametrize("shelf", ["done", "failed", "belga"])
def test_a_file_in_place_of_a_folder(tmp_path: Path, shelf: str) -> None:
    (tmp_path / shelf).write_text("")
    assert refusal(tmp_path, "belga") == f"{tmp_path / shelf} is no folder"


def test_an_inbox_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refusal(tmp_path / "file/inbox") == f"{tmp_path / 'file/inbox'} is no folder"


def test_an_inbox_that_cannot_be_written() -> None:
    assert refusal(Path("/proc/self")).startswith("/proc/self/")


@pytest.mark.parametrize("shelf", ["done", "failed"])
def test_a_shelf_on_another_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shelf: str) -> None:
    rename = Path.rename

    def across(path: Path, target: Path) -> Path:
        if target.parent.name == shelf:
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(path), None, str(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", across)
    reason = refusal(tmp_path)
    assert reason.startswith(str(tmp_path / shelf))
    assert reason.endswith("is on another file system, so that no file can be moved there in one step")
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".")]
