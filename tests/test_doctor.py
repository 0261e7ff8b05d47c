"""`ostinato doctor`: what is wrong with an app, its store and its machine, and what to do (I07)."""

import json
import os
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

import ostinato
from e2e.server import Server
from ostinato.cli import main
from ostinato.cli.doctor import machine
from ostinato.cli.doctor.findings import Finding
from ostinato.cli.doctor.packages import (
    Requirement,
    extras_in_use,
    is_older,
    look_at_packages,
    requirements,
)
from ostinato.config import Config, load
from ostinato.testing import AppTest
from services import RedisServer, free_port

MAKE = "make it, or correct session.store"


class Found(NamedTuple):
    """What doctor said, and how it ended."""

    status: int
    findings: list[Finding]

    def of(self, check: str) -> list[Finding]:
        return [each for each in self.findings if each.check == check]

    def one(self, check: str, level: str) -> Finding:
        (found,) = [each for each in self.of(check) if each.level == level]
        return found

    @property
    def wrong(self) -> list[str]:
        return [each.check for each in self.findings if each.level == "wrong"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a script, far from anybody's configuration."""
    (tmp_path / "app.py").write_text("import ostinato as st\nst.write('hello')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


def doctor(*arguments: str) -> Found:
    if "--port" not in arguments:
        arguments = (*arguments, "--port", "0")
    result = CliRunner().invoke(main, ["doctor", "app.py", "--json", *arguments])
    said = json.loads(result.stdout)
    assert said["ok"] is (result.exit_code == 0)
    return Found(result.exit_code, [Finding(**each) for each in said["findings"]])


def test_i07_a_sound_app_has_nothing_wrong_and_nothing_is_left_behind(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    found = doctor()
    assert (found.status, found.wrong) == (0, [])
    assert "a save takes" in found.one("store", "ok").text
    assert {"python", "page", "options", "script", "secret", "disk", "limits", "clock"} <= {
        each.check for each in found.findings
    }
    assert sorted(folder.rglob("*")) == before


def test_i07_nothing_is_left_behind_either_where_there_are_options_and_no_sessions_yet(
    folder: Path,
) -> None:
    (folder / ".ostinato").mkdir(mode=0o700)
    (folder / ".ostinato/config.toml").write_text("[server]\nrunOnSave = true\n")
    before = sorted(folder.rglob("*"))
    assert "a save takes" in doctor().one("store", "ok").text
    assert sorted(folder.rglob("*")) == before


def test_i07_every_warning_and_whatever_is_wrong_says_what_to_do(folder: Path) -> None:
    (folder / "app.py").write_text("import nowhere_to_be_found\n")
    found = doctor("--store", "memory", "--workers", "2", "--server.cookieSecret", "short")
    assert found.status == 1
    assert found.wrong == ["script", "secret", "store"]
    assert all(each.advice for each in found.findings if each.level != "ok")


def test_i07_what_a_person_reads_has_a_line_for_each_and_a_sum(folder: Path) -> None:
    (folder / "app.py").write_text("if True print(1)\n")
    result = CliRunner().invoke(main, ["doctor", "app.py", "--port", "0", "--store", "memory"])
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert "  wrong    script      app.py, line 1: invalid syntax" in lines
    assert "                       -> correct it" in lines
    assert lines[-1] == "  1 wrong, 1 warning."
    assert all(len(line) <= 100 for line in lines if os.sep not in line)


def test_i07_without_a_script_the_only_one_of_the_folder_is_looked_at(folder: Path) -> None:
    said = CliRunner().invoke(main, ["doctor", "--port", "0"]).stdout
    assert "app.py compiles, and finds what it imports" in said
    (folder / "other.py").touch()
    said = CliRunner().invoke(main, ["doctor", "--port", "0"]).stdout
    assert "compiles" not in said


def test_i07_a_script_that_is_not_there_is_answered_by_one_sentence() -> None:
    result = CliRunner().invoke(main, ["doctor", "ap.py"])
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: ostinato doctor: no such file, got 'ap.py': "
        'did you mean "ostinato doctor app.py"?\n'
    )


@pytest.mark.parametrize(
    ("file", "text", "level", "said"),
    [
        (".ostinato", "[server]\nprot = 1\n", "wrong", "did you mean server.port?"),
        (".ostinato", "[server\n", "wrong", "not valid TOML"),
        (".ostinato", "[server]\nport = 'many'\n", "wrong", "server.port: must be int"),
        (".streamlit", "[server]\nprot = 1\n", "warning", "did you mean server.port?"),
        (".streamlit", "[browser]\nserverPort = 1\n", "ok", "without effect here"),
        (".streamlit", "[server]\nrunOnSave = true\n", "ok", "config.toml; 1 set in all"),
    ],
)
def test_i07_a_broken_file_of_options_is_named_and_the_rest_is_looked_at(
    folder: Path, file: str, text: str, level: str, said: str
) -> None:
    (folder / file).mkdir(mode=0o700)
    (folder / file / "config.toml").write_text(text)
    # A flag would be the origin of the port.
    result = CliRunner().invoke(main, ["doctor", "app.py", "--json"])
    found = [Finding(**each) for each in json.loads(result.stdout)["findings"]]
    (options,) = [
        each
        for each in found
        if each.check == "options" and each.level == level and said in " ".join(each)
    ]
    assert str(folder / file / "config.toml") in options.text
    assert [each for each in found if each.check == "store" and each.level == "ok"]


def test_i07_a_port_that_is_taken_is_wrong_and_its_owner_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = doctor("--address", "127.0.0.1", "--port", str(port)).one("port", "wrong")
    assert f"port {port} is taken" in found.text
    assert f"(process {os.getpid()})" in found.text
    assert "choose another" in found.advice


def test_i07_a_usual_port_that_is_taken_is_a_warning_since_a_server_takes_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        config = load(flags={"server.address": "127.0.0.1", "server.port": str(port)}).config
        (found,) = machine.look_at_port(config, is_fixed=False)
    assert found.level == "warning"
    assert f"{port} is taken by" in found.text
    assert f"(process {os.getpid()}): " in found.text
    assert "--port" in found.advice


def test_i07_a_port_that_an_app_is_served_on_is_a_warning(folder: Path) -> None:
    server = Server.of(folder / "app.py").start()
    process = server.pid
    try:
        found = doctor("--port", str(server.port))
    finally:
        server.stop()
    assert f"process {process}" in found.one("port", "warning").text
    # It keeps its sessions there, and nobody is in its way.
    assert "reachable, writable" in found.one("store", "ok").text
    with sqlite3.connect(folder / ".ostinato/app.db") as db:
        assert db.execute("SELECT count(*) FROM session").fetchone() == (0,)


@pytest.mark.parametrize(
    ("settings", "level", "said"),
    [
        ((), "warning", "appendonly is off: after a restart of Redis nothing is left"),
        (("--save", "60 1"), "warning", "the last snapshot is left"),
        (("--appendonly", "yes", "--appendfsync", "always"), "ok", "appendfsync is always"),
        (
            ("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"),
            "wrong",
            "maxmemory-policy is allkeys-lru: sessions vanish",
        ),
        (("--maxmemory-policy", "allkeys-lru"), "warning", "maxmemory-policy is allkeys-lru"),
        (("--maxmemory", "1mb", "--appendonly", "yes"), "warning", "are taken"),
    ],
)
def test_i07_what_a_redis_may_forget_is_said(
    start_redis: Callable[..., RedisServer], settings: tuple[str, ...], level: str, said: str
) -> None:
    found = doctor("--store", start_redis(*settings).url)
    assert [each for each in found.of("store") if each.level == level and said in each.text]
    assert "server.cookieSecret is not set" in found.one("secret", "warning").text


def test_i07_a_redis_is_tried_out_and_keeps_nothing_of_it(redis_server: RedisServer) -> None:
    found = doctor("--store", redis_server.url)
    assert [each for each in found.of("store") if "reachable, writable" in each.text]
    left = redis_server.command("KEYS", "ostinato:doctor*")
    assert left == b"*0\r\n"


def test_i07_a_redis_that_is_not_there_is_wrong_and_its_password_is_not_shown() -> None:
    found = doctor("--store", f"redis://me:hidden@127.0.0.1:{free_port()}").one("store", "wrong")
    assert "must answer" in found.text
    assert found.advice == "start it, or correct session.store"
    assert "hidden" not in str(found)


def test_i07_a_redis_that_wants_a_password_is_wrong(
    start_redis: Callable[..., RedisServer],
) -> None:
    found = doctor("--store", start_redis("--requirepass", "secret").url)
    assert "AuthenticationError" in found.one("store", "wrong").text


def test_i07_a_replica_is_no_store(start_redis: Callable[..., RedisServer]) -> None:
    replica = start_redis("--replicaof", f"127.0.0.1 {start_redis().port}")
    found = doctor("--store", replica.url)
    assert "store" in found.wrong


@pytest.mark.parametrize("store", ["sqlite", "redis://127.0.0.1"])
def test_i07_without_the_package_of_redis_all_else_is_looked_at(store: str) -> None:
    script = (
        "import sys; sys.modules['redis'] = None\n"
        "from ostinato.cli import main\n"
        f"main(['doctor', 'app.py', '--json', '--port', '0', '--store', '{store}'])"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(ostinato.__file__).parents[1])}
    words = [sys.executable, "-c", script]
    done = subprocess.run(words, env=environment, capture_output=True, text=True)
    found = [Finding(**each) for each in json.loads(done.stdout)["findings"]]
    wrong = [each.advice for each in found if each.level == "wrong"]
    assert wrong == (["pip install redis"] if store.startswith("redis") else [])


@pytest.mark.parametrize(
    ("secret", "level"),
    [("x" * 15, "wrong"), ("x" * 31, "warning"), ("x" * 32, "ok"), ("short,", "wrong")],
)
def test_i07_a_secret_that_can_be_guessed_is_said_and_never_shown(secret: str, level: str) -> None:
    found = doctor("--server.cookieSecret", secret)
    assert f"has {len(secret.strip(','))} characters" in found.one("secret", level).text
    assert secret not in str(found.findings)


def test_i07_a_secret_that_others_can_read_is_wrong(folder: Path) -> None:
    (folder / ".ostinato").mkdir(mode=0o700)
    (folder / ".ostinato/secret").write_text("x" * 40)
    (folder / ".ostinato/secret").chmod(0o644)
    found = doctor().one("secret", "wrong")
    assert "readable by its owner alone" in found.text
    assert "chmod 600" in found.advice


def test_i07_secrets_that_others_can_read_or_git_has_are_named_without_a_value(
    folder: Path,
) -> None:
    (folder / ".streamlit").mkdir()
    path = folder / ".streamlit/secrets.toml"
    path.write_text("password = 'hush'\n")
    path.chmod(0o640)
    found = doctor()
    assert found.one("secrets", "warning").advice.startswith(f"chmod 600 {path}")
    path.chmod(0o600)
    assert [each.level for each in doctor().of("secrets")] == ["ok"]
    for words in (["init", "-q"], ["add", "-f", str(path)]):
        assert shutil.which("git")
        os.spawnlp(os.P_WAIT, "git", "git", *words)
    assert "is in the repository" in doctor().one("secrets", "warning").text
    path.write_text("password = hush\n")
    assert "must be valid TOML" in doctor().one("secrets", "wrong").text
    assert "hush" not in str(doctor().findings)
    assert "password" not in os.environ


AUTH = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "0123456789abcdef",
    "client_id": "me",
    "client_secret": "hush",
    "server_metadata_url": "https://id.example/.well-known/openid-configuration",
}


def write_secrets(folder: Path, sections: Mapping[str, Mapping[str, str]]) -> None:
    lines = []
    for name, values in sections.items():
        lines += [f"[{name}]", *(f"{key} = {value!r}" for key, value in values.items())]
    path = folder / ".streamlit/secrets.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines))
    path.chmod(0o600)


@pytest.mark.parametrize("key", AUTH)
def test_i07_a_login_that_lacks_something_is_wrong_in_the_words_of_st_login(
    folder: Path, key: str
) -> None:
    secrets = {"auth": {name: value for name, value in AUTH.items() if name != key}}
    write_secrets(folder, secrets)
    found = doctor()
    assert "login" in found.wrong
    assert "hush" not in str(found.findings)
    app = AppTest.from_string("import ostinato as st\nst.login()")
    app.secrets = dict(secrets)
    login = found.one("login", "wrong")
    assert f"{login.text}: {login.advice}" == app.run().exception[0].message
    assert key in login.text


def test_i07_a_login_is_looked_at_for_each_provider(folder: Path) -> None:
    common = {key: AUTH[key] for key in ("redirect_uri", "cookie_secret")}
    provider = {key: AUTH[key] for key in AUTH if key not in common}
    write_secrets(folder, {"auth": common, "auth.work": provider, "auth.home": provider})
    assert doctor().one("login", "ok").text.endswith("providers: work, home")
    write_secrets(folder, {"auth": AUTH, "auth.client_kwargs": {"scope": "openid"}})
    assert doctor().one("login", "ok").text.endswith("providers: default")
    write_secrets(folder, {"auth": AUTH, "auth.work": {"client_id": "me"}})
    assert "client_secret must be text in [auth.work]" in doctor().one("login", "wrong").text
    write_secrets(folder, {"auth": common, "auth.my_work": provider})
    assert doctor().one("login", "wrong").advice == "rename its section"
    write_secrets(folder, {"auth": common})
    assert "client_id must be text in [auth]" in doctor().one("login", "wrong").text
    write_secrets(folder, {})
    assert doctor().of("login") == []


def test_i07_options_that_are_a_folder_are_wrong(folder: Path) -> None:
    path = folder / ".streamlit/config.toml"
    path.mkdir(parents=True)
    said = f"{path}: must be a file, and is a folder: remove it, or put the file in its place"
    assert doctor().one("options", "wrong").text == said
    result = CliRunner().invoke(main, ["run", "app.py", "--headless", "--port", "0"])
    assert (result.exit_code, result.stderr) == (1, f"Error: {said}\n")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"a = 1\nb = '\0'\n", "app.py: source code"),
        (b"# coding: nope\n", "app.py: unknown encoding"),
        (b"a = 1\nif True print(1)\n", "app.py, line 2: invalid syntax"),
    ],
)
def test_i07_a_line_is_named_only_where_it_is_known(folder: Path, source: bytes, said: str) -> None:
    (folder / "app.py").write_bytes(source)
    assert doctor().one("script", "wrong").text.startswith(said)


def test_i07_what_is_in_the_place_of_the_stores_folder_is_named(folder: Path) -> None:
    path = folder / ".ostinato"
    path.touch()
    found = doctor().one("store", "wrong")
    assert found.text == f"{path} must be a folder, and is a file"
    assert found.advice.startswith("move it away")
    path.unlink()
    path.symlink_to("nowhere")
    found = doctor().one("store", "wrong")
    assert found.text == f"{path} must be a folder, and is a link to nowhere, which is not there"
    found = doctor("--store", f"sqlite:///{folder}/a/b.db").one("store", "ok")
    assert "a save takes" in found.text
    found = doctor("--store", f"sqlite:///{folder}/a/b/c.db").one("store", "wrong")
    assert found == ("store", "wrong", f"there is no folder {folder}/a", MAKE)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_i07_a_folder_that_another_user_has_prepared_is_no_place_for_a_store(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".ostinato").mkdir(mode=0o700)
    os.chown(folder / ".ostinato", 12, -1)
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    found = doctor().one("store", "wrong")
    # In the words of the server, which refuses it.
    assert "must belong to this user or to root" in found.text
    assert "run the server as that user" in found.advice


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize("store", ["sqlite", "sqlite:///data/app.db"])
def test_i07_a_folder_of_another_user_that_this_one_may_write_to_will_do_as_for_the_server(
    folder: Path, monkeypatch: pytest.MonkeyPatch, store: str
) -> None:
    (folder / "data").mkdir()
    for path in (folder, folder / "data"):
        os.chown(path, 12, -1)
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    assert "reachable, writable" in doctor("--store", store).one("store", "ok").text


def test_i07_a_folder_that_cannot_be_written_is_no_place_for_a_store(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    found = doctor().one("store", "wrong")
    assert "must be writable by this user, got mode 0" in found.text
    assert "as the user that the server runs as" in found.advice


def test_i07_a_limit_of_open_files_that_is_too_low_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    levels = {}
    for soft in (100, 1024, 65536, resource.RLIM_INFINITY):
        monkeypatch.setattr(resource, "getrlimit", lambda kind, soft=soft: (soft, soft))
        (levels[soft],) = [each.level for each in machine.look_at_files()]
    assert list(levels.values()) == ["wrong", "warning", "ok", "ok"]


def test_i07_a_disk_that_is_full_is_said(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    levels = []
    for free in (50e6, 500e6, 5e9):
        usage = shutil._ntuple_diskusage(int(1e10), int(1e10 - free), int(free))  # type: ignore[attr-defined]  # noqa: SLF001
        monkeypatch.setattr(shutil, "disk_usage", lambda path, usage=usage: usage)
        levels += [each.level for each in machine.look_at_disk(folder)]
    assert levels == ["wrong", "warning", "ok"]


def test_i07_a_clock_before_the_package_itself_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 0.0)
    (found,) = machine.look_at_clock()
    assert found.level == "wrong"


def test_i07_a_page_that_was_not_built_is_wrong(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(ostinato, "__file__", str(folder / "__init__.py"))
    (found,) = machine.look_at_page()
    assert (found.level, "make setup" in found.advice) == ("wrong", True)


def test_i07_a_folder_on_another_machine_is_told_from_one_of_this() -> None:
    mounts = "/dev/a / ext4 rw 0 0\nhost:/x /srv/my\\040app nfs4 rw 0 0\nproc /proc proc rw 0 0\n"
    assert machine.file_system(Path("/srv/my app/data"), mounts) == "nfs4"
    assert machine.file_system(Path("/srv/my"), mounts) == "ext4"
    assert machine.file_system(Path("/srv"), "") == ""


NEEDED = [
    Requirement("click", "8.1", ""),
    Requirement("redis", "5.2", "redis"),
    Requirement("prometheus-client", "0.20", "metrics"),
    Requirement("pytest", "8.3", "dev"),
]


def packages(versions: dict[str, str], in_use: dict[str, str]) -> list[tuple[str, str, str]]:
    return [each[1:] for each in look_at_packages(NEEDED, versions, in_use)]


def test_i07_packages_that_are_missing_or_too_old_are_named_with_how_to_get_them() -> None:
    assert packages({"click": "8.0", "redis": "5.1"}, {"metrics": "server.metrics"}) == [
        ("wrong", "click 8.0 is too old", 'pip install "click>=8.1"'),
        ("warning", "redis 5.1 is too old", 'pip install "redis>=5.2"'),
        (
            "wrong",
            "prometheus-client is missing: server.metrics",
            "pip install prometheus-client",
        ),
        ("ok", "none fit", ""),
    ]
    assert packages({"click": "8.1.7"}, {}) == [
        ("ok", "click 8.1.7 fit", ""),
        ("ok", "not installed, and not in use: redis (redis); prometheus-client (metrics)", ""),
    ]


def test_i07_requirements_are_read_as_packages_write_them() -> None:
    lines = [
        "click>=8.1",
        "uvloop>=0.21; sys_platform != 'win32' and platform_python_implementation == 'CPython'",
        'opentelemetry-sdk>=1.27; extra == "otel"',
        "ostinato[auth,sql]; extra == 'dev'",
        "xxhash",
    ]
    assert requirements(lines) == [
        Requirement("click", "8.1", ""),
        Requirement("uvloop", "0.21", ""),
        Requirement("opentelemetry-sdk", "1.27", "otel"),
        Requirement("ostinato", "", "dev"),
        Requirement("xxhash", "", ""),
    ]


@pytest.mark.parametrize(
    ("version", "least", "expected"),
    [
        ("1.9", "1.10", True),
        ("1.10", "1.9", False),
        ("2", "2.0.0", False),
        ("0.21.0rc1", "0.21", False),
        ("5", "5.2", True),
        ("1.0", "", False),
    ],
)
def test_i07_versions_are_compared_by_their_numbers(
    version: str, least: str, expected: bool
) -> None:
    assert is_older(version, least) is expected


def test_i07_what_the_configuration_uses_says_which_packages_it_needs() -> None:
    config: Config = load(flags={"session.store": "redis://a", "server.metrics": "true"}).config
    secrets: dict[str, Any] = {
        "auth": {},
        "connections": {"pets": {"url": "sqlite://"}, "words": {"world": "verden"}},
    }
    assert extras_in_use(config, secrets).keys() == {"redis", "metrics", "auth", "sql"}
    assert extras_in_use(Config(), {"connections": {"words": {"world": "verden"}}}) == {}


def test_i07_a_script_that_imports_what_is_not_installed_is_told_how_to_get_it(
    folder: Path,
) -> None:
    (folder / "beside.py").touch()
    (folder / "app.py").write_text(
        "import os, streamlit\nimport beside\nfrom . import x\nimport zyx_absent.deep as z\n"
        "from qwv_absent import a\n"
    )
    found = [each for each in doctor().of("script") if each.level == "wrong"]
    assert [each.advice for each in found] == ["pip install zyx_absent", "pip install qwv_absent"]
