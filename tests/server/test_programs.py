"""`ostinato run` of a file that makes an `App`."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from e2e.server import Server
from ostinato.cli.programs import makes_app
from server.sockets import HELLO, dial, read

PROGRAM = """
from contextlib import asynccontextmanager
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route

@asynccontextmanager
async def lifespan(app):
    yield {{"model": "loaded"}}

async def ask(request):
    return PlainTextResponse(app.state["model"])

app = st.App("pages/main.py", lifespan=lifespan, routes=[Route("/ask", ask)]{more})
"""


def program(folder: Path, more: str = "") -> Path:
    (folder / "pages").mkdir()
    (folder / "pages/main.py").write_text("import streamlit as st\nst.text('main')\n")
    path = folder / "serve.py"
    path.write_text(PROGRAM.format(more=more))
    return path


@pytest.mark.parametrize("workers", ["1", "2"])
def test_x05_the_command_serves_the_app_that_a_file_makes(tmp_path: Path, workers: str) -> None:
    server = Server.of(program(tmp_path), "--workers", workers).start()
    try:
        host = f"127.0.0.1:{server.port}"
        assert httpx.get(f"http://{host}/ask").text == "loaded"
        with dial(host) as tab:
            tab.send(HELLO)
            assert read(tab, "edits")[1][0][4]["body"] == "main"
    finally:
        server.kill()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import streamlit as st\napp = st.App('a.py')", True),
        ("import ostinato\nother: object = ostinato.App('a.py')", True),
        ("from streamlit import App as Made\napp = Made('a.py')", True),
        ("import streamlit as st\nst.text(st.App)", False),
        ("import streamlit as st\ndef make():\n    app = st.App('a.py')", False),
        ("class App: pass\napp = App()", False),
        ("import textual.app as st\napp = st.App('a.py')", False),
        ("app = (", False),
        ("(" * 10_000, False),
    ],
)
def test_only_a_file_that_makes_an_app_is_run_to_get_one(
    tmp_path: Path, source: str, expected: bool
) -> None:
    path = tmp_path / "file.py"
    path.write_text(source)
    assert makes_app(path) is expected


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("\nraise OSError('no model')", "serve.py failed before it had made an app"),
        (", on_script_error=3", "TypeError: App: on_script_error must be a function, got 3"),
        ("\napp = st.App('nope.py')", "App: the script is not there, got script_path='nope.py'"),
    ],
)
def test_x05_a_file_that_makes_none_says_why(tmp_path: Path, more: str, sentence: str) -> None:
    path = program(tmp_path)
    source = PROGRAM.format(more=more) if more[0] == "," else PROGRAM.format(more="") + more
    path.write_text(source)
    command = [sys.executable, "-m", "ostinato", "run", str(path), "--headless", "--port", "0"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert sentence in ended.stderr
