"""A folder `.ostinato` that cannot be used: one sentence, and the end of it (D04)."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.server import Server
from ostinato.config.ownership import is_ours, whose
from ostinato.errors import StoreError
from ostinato.server.app import App
from ostinato.stores.factory import open_store, secret_of
from server.conftest import served
from server.sockets import HELLO, dial, read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs owners and modes of files")
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0
NOBODY = 65534
# Root has to bear the modes of files like everybody else: it gives up all it could do more.
AS_ANYBODY = """
import ctypes, os, sys
if sys.platform == "linux" and not os.geteuid():
    for capability in range(64):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
COMMANDS = {
    "run": ["run", "app.py"],
    "hello": ["hello"],
    "workers": ["run", "app.py", "--workers", "2"],
}
FOLDER = r"must be a folder, .*: remove or rename it"
USE = r"must be readable and writable, got '{}'.*: give this user the right, or set session.*"
READ = r"must be readable, got 'Permission denied'.*: give this user the right, or move it away"


def run(folder: Path, command: str, *flags: str) -> subprocess.CompletedProcess[str]:
    (folder / "app.py").write_text("import streamlit as st\n")
    words = ["-m", "ostinato", *COMMANDS[command], "--headless", "--port", "0"]
    return begin([*words, *flags], folder)


def begin(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", AS_ANYBODY, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def another_users(home: Path) -> None:
    home.mkdir(mode=0o700)
    if IS_ROOT:
        os.chown(home, NOBODY, NOBODY)
    else:
        home.chmod(0)


def of_mode(mode: int) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        home.mkdir()
        home.chmod(mode)

    return make


def with_file(name: str, mode: int) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        home.mkdir(mode=0o700)
        (home / name).write_text("x" * 40)
        (home / name).chmod(mode)

    return make


def in_a_folder_that_is_not_ours(home: Path) -> None:
    (home.parent / "app.py").touch()
    (home.parent / "app.py").chmod(0o666)
    home.parent.chmod(0o555)


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "another user's": (another_users, READ),
    "unreadable": (of_mode(0), READ),
    "unwritable": (of_mode(0o555), USE.format("Permission denied")),
    "a file": (Path.touch, FOLDER),
    "a link to nowhere": (lambda home: home.symlink_to("nowhere"), FOLDER),
    "not to be made": (in_a_folder_that_is_not_ours, USE.format("Permission denied")),
    "with a secret for all": (with_file("secret", 0o644), r"must be .*, got mode=0644: .*"),
    "with a secret for none": (with_file("secret", 0), USE.format("Permission denied")),
    "with a store for none": (with_file("app.db", 0), USE.format("Permission denied")),
    "with a store to read": (with_file("app.db", 0o444), USE.format("Permission denied")),
    "with options for none": (with_file("config.toml", 0), READ),
}


@pytest.mark.parametrize(
    ("fault", "command"),
    [(fault, "run") for fault in FAULTS]
    + [
        (fault, command)
        for fault in ("another user's", "a file", "with a secret for all")
        for command in ("hello", "workers")
    ],
)
def test_d04_it_is_said_in_one_sentence_before_anybody_comes(
    tmp_path: Path, fault: str, command: str
) -> None:
    spoil, sentence = FAULTS[fault]
    (tmp_path / "app").mkdir()
    home = tmp_path / "app/.ostinato"
    spoil(home)
    try:
        result = run(home.parent, command)
    finally:
        home.parent.chmod(0o700)
    assert re.fullmatch(rf"Error: (secret )?{re.escape(str(home))}\S*: {sentence}\n", result.stderr)
    assert (result.returncode, result.stdout) == (1, "")


def test_d04_the_owner_is_named_if_it_is_another_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert whose(tmp_path) == ""
    assert whose(tmp_path / "nowhere") == ""
    owner = tmp_path.owner()
    monkeypatch.setattr(os, "geteuid", lambda: NOBODY - 1)
    assert whose(tmp_path) == f" (it belongs to {owner})"


OWNED = {
    "the folder": ".ostinato",
    "the secret": ".ostinato/secret",
    "the store": ".ostinato/app.db",
}


def prepared(folder: Path) -> Path:
    home = folder / ".ostinato"
    home.mkdir(mode=0o700)
    (home / "secret").write_text("x" * 40)
    (home / "app.db").touch()
    for each in home.iterdir():
        each.chmod(0o600)
    return home


@pytest.mark.skipif(not IS_ROOT, reason="only root can use what is another's")
@pytest.mark.parametrize("name", OWNED.values(), ids=OWNED.keys())
def test_d04_what_another_user_has_prepared_is_refused_by_root_too(
    tmp_path: Path, name: str
) -> None:
    prepared(tmp_path)
    os.chown(tmp_path / name, NOBODY, NOBODY)
    with pytest.raises(StoreError) as refused:
        open_store("sqlite", folder=tmp_path, name="app", secret=secret_of(tmp_path))
    path = re.escape(str(tmp_path / name))
    assert re.fullmatch(
        rf"{path}: must belong to this user or to root, got another owner "
        r"\(it belongs to [\w ]+\): run the server as that user, .* server\.cookieSecret",
        str(refused.value),
    )


@pytest.mark.skipif(not IS_ROOT, reason="only root can use what is another's")
def test_d04_what_an_option_names_may_be_anybodys(tmp_path: Path) -> None:
    prepared(tmp_path)
    for name in OWNED.values():
        os.chown(tmp_path / name, NOBODY, NOBODY)
    assert open_store("sqlite:///.ostinato/app.db", folder=tmp_path, name="app")


@pytest.mark.skipif(not IS_ROOT, reason="only root can use what is another's")
@pytest.mark.parametrize("command", ["run", "workers"])
def test_d04_root_is_told_in_one_sentence_whose_folder_it_is(tmp_path: Path, command: str) -> None:
    os.chown(prepared(tmp_path), NOBODY, NOBODY)
    (tmp_path / "app.py").write_text("import streamlit as st\n")
    words = ["-m", "ostinato", *COMMANDS[command], "--headless", "--port", "0"]
    result = subprocess.run(
        [sys.executable, *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.stderr.startswith(f"Error: {tmp_path}/.ostinato: must belong to this user")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)


def test_d04_roots_folder_will_do_as_in_a_volume_for_a_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: NOBODY - 1)
    assert is_ours(Path("/"))
    assert is_ours(tmp_path) == IS_ROOT


def test_d04_a_folder_is_not_needed_by_those_who_keep_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('hello')\n")
    (tmp_path / ".ostinato").touch()
    server = Server.of(tmp_path / "app.py", "--store", "memory").start()
    server.stop()
    assert not [line for line in server.log if "WARNING" in line]


def test_d04_an_app_in_another_server_goes_on_in_memory_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('hello')\n")
    (tmp_path / ".ostinato").touch()
    with served(App(tmp_path / "app.py")) as host, dial(host) as tab:
        tab.send(HELLO)
        assert read(tab, "edits")
    assert "until then, sessions are kept in the memory of this process" in caplog.text


def test_d04_what_another_user_s_home_holds_is_no_concern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, app = tmp_path / "home", tmp_path / "app"
    app.mkdir()
    another_users(home)
    monkeypatch.setenv("HOME", str(home))
    # It goes as far as to look for the certificate.
    keys = ("--server.sslCertFile", "a.pem", "--server.sslKeyFile", "b.pem")
    result = run(app, "run", *keys)
    assert result.stderr == "Error: server.sslCertFile: must be a file, got 'a.pem'\n"


def test_d04_a_script_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "app.py").touch()
    (tmp_path / "app.py").chmod(0)
    result = begin(["-m", "ostinato", "run", "app.py"], tmp_path)
    assert result.stderr == (
        "Error: ostinato run: the script must be readable, got 'app.py' (Permission denied)\n"
    )
    assert result.returncode == 2
