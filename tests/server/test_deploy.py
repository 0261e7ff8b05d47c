"""The files of `examples/deploy`: they are what they say, and the proxy's is the one that runs."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from e2e.server import Server
from ostinato.wire.codec import encode
from ostinato.wire.messages import Event
from server.test_socket import HELLO, dial, read
from services import NGINX_CONFIG, Nginx

DEPLOY = NGINX_CONFIG.parent
SCRIPT = """
import os
import streamlit as st

if st.button("Go"):
    st.text("gone")
st.text(os.getpid())
"""


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    (tmp_path / "app.py").write_text(SCRIPT)
    with ExitStack() as stack:
        servers = [Server.of(tmp_path / "app.py") for _ in range(2)]
        for server in servers:
            stack.callback(server.kill)
            server.start()
        yield servers


@pytest.fixture
def nginx(tmp_path: Path, servers: list[Server]) -> Iterator[Nginx]:
    nginx = Nginx(tmp_path, [server.port for server in servers])
    try:
        yield nginx.start()
    finally:
        nginx.stop()


def test_connections_through_nginx_go_to_any_server(nginx: Nginx, servers: list[Server]) -> None:
    found = set()
    while found != {server.pid for server in servers}:
        with dial(f"127.0.0.1:{nginx.port}", origin=nginx.url) as tab:
            tab.send(HELLO)
            ((_, button, *_), (*_, text)) = read(tab, "edits")[1]
            found.add(int(text["body"]))
            tab.send(encode(Event(1, {}, button)))
            assert read(tab, "edits")[1][0][4]["body"] == "gone"


def test_nginx_asks_another_server_when_one_is_gone(nginx: Nginx, servers: list[Server]) -> None:
    servers[0].stop()
    for _ in range(20):
        assert httpx.get(f"{nginx.url}/_stcore/health").text == "ok"


def test_figures_are_not_for_everybody(nginx: Nginx) -> None:
    assert httpx.get(f"{nginx.url}/metrics").status_code == 404
