"""Secrets of an app that is served: read before the script, and again when a file changes."""

import os
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from websockets.sync.client import ClientConnection

import ostinato
from ostinato.wire.codec import decode_plain
from server.conftest import Serve, Start, served
from server.sockets import HELLO, dial, read

SHOW = "import os\nst.text(st.secrets['word'] + ' ' + os.environ['word'])\n"
LOOPBACK = ("--address", "127.0.0.1")


def write(folder: Path, text: str) -> None:
    path = folder / ".streamlit/secrets.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def shown(socket: ClientConnection) -> str:
    """Return the text that the script draws first."""
    (put,) = read(socket, "edits")[1]
    return str(put[4]["body"])


@pytest.mark.parametrize("workers", ["1", "2"])
def test_x01_a_changed_file_is_read_again_and_the_script_runs(
    start: Start, tmp_path: Path, workers: str
) -> None:
    write(tmp_path, "word = 'one'")
    server = start(SHOW, *LOOPBACK, "--workers", workers)
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        assert shown(tab) == "one one"
        write(tmp_path, "word = 'two'")
        assert "two two" in news(tab)


def news(tab: ClientConnection) -> str:
    """Return the first frame with an edit."""
    while True:
        frame = decode_plain(tab.recv(timeout=10, decode=False))
        if any(message[0] == "edits" for message in frame[1]):  # type: ignore[index, union-attr]
            return str(frame)


def test_a_file_that_is_wrong_is_told_at_the_start_without_what_is_in_it(
    start: Start, tmp_path: Path
) -> None:
    write(tmp_path, "word = geheim")
    server = start("try:\n    st.secrets['word']\nexcept Exception as e:\n    st.text(e)\n")
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        assert "must be valid TOML, and is not (at line 1, column 8)" in shown(tab)
    log = "".join(server.log)
    assert "st.secrets: " in log
    assert "(at line 1, column 8): correct it there" in log
    assert "geheim" not in log


def test_routes_of_an_app_have_its_secrets(tmp_path: Path, serve: Serve) -> None:
    write(tmp_path, "ost_word = 'file'\nost_other = 'file'")
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st\nst.text(dict(st.secrets))\n")

    async def tell(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"{ostinato.secrets.ost_word} {ostinato.secrets.ost_other}")

    routes = [Route("/tell", tell)]
    app = ostinato.App(script, routes=routes, secrets={"ost_word": "given"})
    with served(app) as host:
        assert httpx.get(f"http://{host}/tell").text == "given file"
        assert os.environ["OST_OTHER".lower()] == "file"
        with dial(host) as tab:
            tab.send(HELLO)
            assert shown(tab) == "{'ost_word': 'given', 'ost_other': 'file'}"
    assert "ost_other" not in os.environ


def test_what_no_file_could_hold_is_refused_by_an_app(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("")
    with pytest.raises(TypeError, match=r"App: secrets\['a'\] must be text"):
        ostinato.App(tmp_path / "app.py", secrets={"a": object()})
