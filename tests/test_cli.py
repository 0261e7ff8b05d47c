import json
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import ostinato
from ostinato import compat
from ostinato.cli import main, serving, split_flags
from ostinato.cli.listing import all_options, as_table, for_people
from ostinato.config import load
from ostinato.errors import ConfigError
from ostinato.server.listen import holder_of, listen


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a script, far from anybody's configuration."""
    (tmp_path / "app.py").write_text("import streamlit as st\nst.write('hello')\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.py").touch()
    (tmp_path / "sub" / "b.py").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    # From another folder, a relative path to the package would lead nowhere.
    monkeypatch.setenv("PYTHONPATH", str(Path(ostinato.__file__).parents[1]))
    return tmp_path


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("arguments", "flags", "rest"),
    [
        (["app.py", "--server.port", "80"], {"server.port": "80"}, ["app.py"]),
        (["--server.port=80", "app.py"], {"server.port": "80"}, ["app.py"]),
        (["--server.address="], {"server.address": ""}, []),
        (["--theme.sidebar.font", "x"], {"theme.sidebar.font": "x"}, []),
        (["--server.port", "1", "--server.port", "2"], {"server.port": "2"}, []),
        (
            ["--server.corsAllowedOrigins", "a", "--server.corsAllowedOrigins=b"],
            {"server.corsAllowedOrigins": "a,b"},
            [],
        ),
        (["app.py", "--", "--a.b", "c"], {}, ["app.py", "--", "--a.b", "c"]),
        (["--port", "1", "x.y"], {}, ["--port", "1", "x.y"]),
    ],
)
def test_options_of_the_configuration_are_taken_out_of_the_arguments(arguments, flags, rest):
    assert split_flags(arguments) == (flags, rest)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("run nope.py", "ostinato run: no such file, got 'nope.py': give the path of a script"),
        (
            "run",
            "ostinato run: the script is missing, and this folder has no streamlit_app.py:"
            " give app.py",
        ),
        (
            "run sub",
            "ostinato run: the script is missing, and 'sub' has no streamlit_app.py:"
            " give one of sub/a.py, sub/b.py",
        ),
        (
            "run empty",
            "the script is missing, and 'empty' has no streamlit_app.py: give the path of one",
        ),
        ("run ap.py", """no such file, got 'ap.py': did you mean "ostinato run app.py"?"""),
        ("run app", """no such file, got 'app': did you mean "ostinato run app.py"?"""),
        ("run sub/aa.py", """got 'sub/aa.py': did you mean "ostinato run sub/a.py"?"""),
        ("app.py", """no such command, got 'app.py': did you mean "ostinato run app.py"?"""),
        ("ap.py -- x y", """did you mean "ostinato run app.py -- x y"?"""),
        ("nope.py", """did you mean "ostinato run path/to/app.py"?"""),
        ("sub", """no such command, got 'sub': did you mean "ostinato run sub"?"""),
        ("runn nope.py", """got 'runn': did you mean "ostinato run path/to/app.py"?"""),
        ("runn ap.py -- x", """got 'runn': did you mean "ostinato run app.py -- x"?"""),
        ("runn --headless", """got 'runn': did you mean "ostinato run --headless"?"""),
        ("rnu app.py", """no such command, got 'rnu': did you mean "ostinato run app.py"?"""),
        ("nonsense", """no such command, got 'nonsense': did you mean "ostinato --help"?"""),
        (
            "run https://a.example/app.py",
            "ostinato run: addresses are not supported, got 'https://a.example/app.py': "
            "give a file",
        ),
        ("run notes.txt", "ostinato run: a script must end in .py, got 'notes.txt'"),
        ("run app.py --prt 80", "No such option '--prt'. Did you mean '--port'?"),
        (
            "run app.py --server.prot 80",
            "server.prot: unknown option, from --server.prot: did you mean server.port?",
        ),
        ("run app.py --server.port", "server.port: needs a value: write --server.port=..."),
        ("run app.py --port many", "server.port: must be int, got 'many': correct --server.port"),
    ],
)
def test_a_wrong_command_is_answered_by_one_sentence(folder, arguments, sentence):
    (folder / "notes.txt").write_text("")
    result = command(*arguments.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert result.stderr.endswith(f"{sentence}\n")
    assert result.stderr.count("\n") == 1


def test_a_taken_port_is_answered_by_one_sentence_that_names_who_has_it():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = command("run", "app.py", "--address", "127.0.0.1", "--port", str(port))
    assert result.exit_code == 1
    owner = f" by .+ \\(process {os.getpid()}\\)" if sys.platform == "linux" else ""
    assert re.fullmatch(
        f"Error: server.port: port {port} is taken{owner}: "
        r"stop that, or choose another, such as --port \d+\n",
        result.stderr,
    )


def test_if_no_port_was_asked_for_the_next_free_one_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with listen("127.0.0.1", port, is_fixed=False) as found:
            assert found.getsockname()[1] > port


def test_without_an_address_every_address_of_the_machine_is_listened_on():
    with listen(None, 0, is_fixed=True) as listener:
        port = listener.getsockname()[1]
        socket.create_connection(("127.0.0.1", port)).close()
        if listener.family == socket.AF_INET6:
            socket.create_connection(("::1", port)).close()


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(ConfigError, match="must be one of this machine, got '192.0.2.77'"):
        listen("192.0.2.77", 0, is_fixed=True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who listens")
def test_nobody_holds_a_port_that_is_free():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"(process {os.getpid()})" in (holder_of(port) or "")
    assert holder_of(port) is None


def test_config_show_tells_each_value_and_where_it_was_set(folder, monkeypatch):
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit/config.toml").write_text(
        "[server]\nrunOnSave = true\nport = 1\n[theme]\nbase = 'dark'\n"
    )
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "9000")
    result = command("config", "show", "--server.headless=true")
    assert result.exit_code == 0
    rows = {row.split()[0]: row.split()[1:3] for row in result.stdout.splitlines()}
    assert rows["server.port"] == ["9000", "STREAMLIT_SERVER_PORT"]
    assert rows["server.headless"] == ["true", "--server.headless"]
    assert rows["server.runOnSave"] == ["true", str(folder / ".streamlit/config.toml")]
    assert rows["server.address"] == ["-", "default"]
    assert rows["theme.base"] == ["dark", str(folder / ".streamlit/config.toml")]
    assert rows["theme.dark.sidebar.linkColor"] == ["-", "default"]
    assert rows["server.enableXsrfProtection"] == ["true", "default"]
    assert "No effect: always on" in result.stdout


def test_t01_a_color_that_is_none_stops_the_start_and_says_where(folder):
    file = folder / ".streamlit/config.toml"
    file.parent.mkdir()
    file.write_text("[theme]\nprimaryColor = 'nocolor'\n")
    result = command("run", "app.py")
    assert result.exit_code != 0
    assert "theme.primaryColor: must be a color, such as #0b756c" in result.stderr
    assert f"got 'nocolor': correct {file}" in result.stderr


def test_t01_config_show_knows_all_options_of_streamlit(folder):
    names = set(json.loads((Path(__file__).parent / "config/streamlit.json").read_text()))
    shown = {row.split()[0] for row in command("config", "show").stdout.splitlines()}
    # By its name here.
    assert names - shown == {"server.disconnectedSessionTTL"}


@pytest.mark.parametrize(
    ("store", "shown"),
    [
        ("redis://localhost:6379/0", "redis://localhost:6379/0"),
        ("rediss://me:pa/s@s@host:1/0", "rediss://***@host:1/0"),
        ("redis://host?db=1&password=secret&x=1", "redis://host?db=1&password=***&x=1"),
    ],
)
def test_config_show_hides_what_is_secret(monkeypatch, store, shown):
    monkeypatch.setenv("OSTINATO_SERVER_COOKIE_SECRET", "a secret, another")
    result = command("config", "show", "--session.store", store)
    rows = {row.split()[0]: row.split()[1] for row in result.stdout.splitlines()}
    assert rows["session.store"] == shown
    assert rows["server.cookieSecret"] == "***"
    assert "secret, another" not in result.output


LONG = "/a/folder/whose/name/is/long/" + 60 * "x"


def test_config_show_fits_a_terminal_and_breaks_no_word():
    settings = load(flags={"secrets.files": LONG, "server.port": "90"})
    rows = all_options(settings)
    lines = [click.unstyle(line) for line in for_people(rows, 80)]
    assert [line for line in lines if len(line) > 80] == [f"    ['{LONG}']"]
    assert "server.port  90  (--server.port)" in lines
    said = " ".join(" ".join(lines).split())
    assert all(each in said for row in rows for each in row)
    assert lines.index(f"    ['{LONG}']") == lines.index("secrets.files") + 1
    assert max(len(click.unstyle(line)) for line in for_people(all_options(load()), 60)) <= 60


def test_config_show_on_a_terminal_follows_its_width_and_elsewhere_has_a_line_for_each(folder):
    rows = all_options(load())
    words = [sys.executable, "-m", "ostinato", "config", "show"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, stdout=theirs, env={**os.environ, "COLUMNS": "60"}):
        os.close(theirs)
        with suppress(OSError), open(ours, "rb") as terminal:
            said = b""
            while part := terminal.read1():
                said += part
    lines = [click.unstyle(line) for line in said.decode().splitlines()]
    assert lines == [click.unstyle(line) for line in for_people(rows, 60)]
    assert command("config", "show").stdout.splitlines() == list(as_table(rows))
    assert len(list(as_table(rows))) == len(rows)


def test_what_people_set_most_has_a_short_form(monkeypatch):
    given: dict[str, Any] = {}
    monkeypatch.setattr(serving, "supervise", lambda config, *_: given.update(config=config))
    flags = ("--workers", "3", "--store", "redis://host", "--store-required", "--port", "0")
    assert command("run", "app.py", "--headless", *flags).exit_code == 0
    config = given["config"]
    assert (config.server.workers, config.server.port, config.server.headless) == (3, 0, True)
    assert (config.session.store, config.session.store_required) == ("redis://host", True)


def test_help_names_every_short_form():
    text = command("run", "--help").stdout
    for name in ("--port", "--address", "--headless", "--workers", "--store ", "--store-required"):
        assert name in text
    assert "--port NUMBER" in text
    assert "--workers NUMBER" in text


def test_types_says_how_mypy_finds_our_streamlit_where_the_package_is_installed(tmp_path):
    app = tmp_path / "app.py"
    app.write_text(
        "import streamlit as st\nname: str = st.text_input('Name')\nst.raido('Colour', [])\n"
    )
    # Mypy takes no path into site-packages by MYPYPATH.
    venv.create(tmp_path / "venv", symlinks=True)
    packages = next((tmp_path / "venv/lib").glob("*/site-packages"))
    parts = shutil.ignore_patterns("static", "__pycache__")
    shutil.copytree(Path(ostinato.__file__).parent, packages / "ostinato", ignore=parts)

    told = command("types").stdout.replace(compat.SHIM, str(packages / "ostinato/shim"))
    path, *mypy = next(line for line in told.splitlines() if line.startswith("mypy:")).split()[1:]
    name, _, folder = path.partition("=")
    others = {each: os.environ[each] for each in os.environ.keys() - {"MYPYPATH", "PYTHONPATH"}}
    python = ("--python-executable", str(tmp_path / "venv/bin/python"))
    said = subprocess.run(
        [sys.executable, "-m", *mypy, *python],
        env=others | {name: folder},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    ).stdout
    assert 'app.py:3: error: Module has no attribute "raido"' in said
    assert "Found 1 error in 1 file" in said


def test_version_is_that_of_the_package():
    assert re.fullmatch(r"ostinato \d+\.\d+\.\d+\S*\n", command("version").stdout)
    assert command("--version").stdout == command("version").stdout


def test_the_tour_takes_the_same_short_options():
    result = command("hello", "--port", "many")
    assert result.stderr == "Error: server.port: must be int, got 'many': correct --server.port\n"


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command until the block ends; give the process and its address."""
    words = [sys.executable, "-m", "ostinato", "run", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, bufsize=1) as process:
        try:
            assert process.stdout is not None
            found = (re.search(r"Local URL: +(\S+)", line) for line in process.stdout)
            yield process, next(match[1] for match in found if match)
        finally:
            process.kill()


def test_a_script_is_served_until_ctrl_c():
    arguments = ("app.py", "--headless", "--address", "127.0.0.1", "--port=0")
    with served(*arguments) as (process, address):
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=20) as answer:
            assert answer.read() == b"ok"
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out.endswith("Stopped.\n")
    assert errors == ""


def test_a_folder_is_served_by_its_streamlit_app_and_its_configuration(folder):
    app = folder / "app"
    (app / ".streamlit").mkdir(parents=True)
    (app / "streamlit_app.py").write_text("")
    (app / ".streamlit/config.toml").write_text(
        "[server]\nport = 0\naddress = '127.0.0.1'\nheadless = true\nbaseUrlPath = '/tools/a/'\n"
    )
    with served("app") as (_, address):
        assert address.endswith("/tools/a")
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=20) as answer:
            assert answer.status == 200


def test_files_for_https_must_be_there():
    keys = ("--server.sslCertFile", "a.pem", "--server.sslKeyFile", "b.pem")
    result = command("run", "app.py", "--headless", "--port", "0", *keys)
    assert result.exit_code == 1
    assert result.stderr == "Error: server.sslCertFile: must be a file, got 'a.pem'\n"
