"""What a script forks is no second server (D05)."""

import os
import signal
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from e2e.server import Server
from server.conftest import Start, answers
from server.sockets import HELLO, dial, read
from services import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")

# The child lives for as long as the test does, and holds no pipe of it.
FORK = """
import os, time
child = os.fork()
if not child:
    os.closerange(0, 3)
    time.sleep(600)
    os._exit(0)
st.text(child)
"""
NO_EXIT = """
import os, time
home = os.getpid()
child = os.fork()
if not child:
    os.closerange(0, 3)
st.text(child)
if os.getpid() != home:
    st.session_state.of_the_child = True
    time.sleep(600)
"""
ENDS = {
    "stop": "child = os.fork()\nif not child: st.stop()\nst.text(os.waitpid(child, 0)[1])",
    "rerun": "child = os.fork()\nif not child: st.rerun()\nst.text(os.waitpid(child, 0)[1])",
    "end": "child = os.fork()\nif child: st.text(os.waitpid(child, 0)[1])",
    "error": "child = os.fork()\nif not child: 1 / 0\nst.text(os.waitpid(child, 0)[1])",
    "process": """
process = multiprocessing.get_context("fork").Process(target=st.stop)
process.start()
process.join()
st.text(process.exitcode)
""",
}
MULTIPROCESSING = """
import multiprocessing, os, time

def work():
    os.closerange(0, 3)
    time.sleep(600)

process = multiprocessing.get_context("fork").Process(target=work, daemon=True)
process.start()
st.text(process.pid)
"""
TWO = ("--workers", "2")


@contextmanager
def child_of(server: Server) -> Iterator[tuple[int, ClientConnection]]:
    """Visit a server whose script forks; give the child's number and the visitor's connection."""
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        (put,) = read(tab, "edits")[1]
        child = int(put[4]["body"])
        try:
            yield child, tab
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("script", [FORK, NO_EXIT, MULTIPROCESSING], ids=["fork", "on", "mp"])
@pytest.mark.parametrize("flags", [(), TWO], ids=["alone", "workers"])
def test_d05_the_port_is_free_when_the_server_has_ended(
    start: Start, script: str, flags: tuple[str, ...]
) -> None:
    server = start(script, *flags)
    with child_of(server) as (child, _):
        server.send(signal.SIGTERM)
        server.wait()
        if script is not MULTIPROCESSING:
            assert lives(child)
        assert not answers(server.port)
        socket.create_server(("127.0.0.1", server.port)).close()


def test_d05_a_killed_server_leaves_a_free_port_and_closed_connections(start: Start) -> None:
    server = start(FORK)
    with child_of(server) as (child, tab):
        server.send(signal.SIGKILL)
        server.wait()
        assert lives(child)
        assert not answers(server.port)
        with pytest.raises(ConnectionClosed):
            read(tab, "nothing that is ever sent")


def test_d05_a_connection_that_the_server_ends_is_over_though_a_child_lives(start: Start) -> None:
    server = start(FORK)
    request = b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        # The server has taken this connection before the child is made.
        connection.sendall(request + b"\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        with child_of(server) as (child, _):
            connection.sendall(request + b"Connection: close\r\n\r\n")
            with connection.makefile("rb") as answer:
                assert answer.read().endswith(b"ok")
            assert lives(child)


def test_d05_no_visitor_is_answered_by_a_child(start: Start) -> None:
    server = start(NO_EXIT)
    with child_of(server) as (child, tab):
        assert lives(child)
        for _ in range(50):
            assert httpx.get(f"{server.url}/_stcore/health").text == "ok"
        tab.ping().wait(10)
        assert listening_or_connected(server.port)
        assert listening_or_connected(server.port) & open_sockets(child) == set()


def test_d05_a_child_holds_no_lock_of_the_store(start: Start) -> None:
    server = start(f"st.session_state.kept = 1\n{FORK}")
    with child_of(server) as (child, _):
        server.stop()
        assert lives(child)
        path = server.folder / ".ostinato/app.db"
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as db:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            assert db.execute("SELECT count(*) FROM session").fetchone() == (1,)
            db.execute("ROLLBACK")
        # A server goes on with what the first one has stored.
        server.start()
        assert answers(server.port)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_d05_a_signal_ends_the_child_and_not_the_server(
    start: Start, number: signal.Signals
) -> None:
    server = start(FORK)
    with child_of(server) as (child, tab):
        os.kill(child, number)
        wait_until(lambda: state_of(child) in ("Z", ""), "the child to end")
        assert httpx.get(f"{server.url}/_stcore/health").text == "ok"
        tab.ping().wait(10)


@pytest.mark.parametrize("script", ENDS.values(), ids=ENDS)
def test_a_child_that_comes_to_the_end_of_its_script_ends_in_good_order(
    start: Start, script: str
) -> None:
    server = start(f"import multiprocessing, os\n{script}")
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        (put,) = read(tab, "edits")[1]
        assert put[4]["body"] == "0"


def state_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return ""


def open_sockets(process: int) -> set[str]:
    links = [os.readlink(each) for each in Path(f"/proc/{process}/fd").iterdir()]
    return {link.removeprefix("socket:[").removesuffix("]") for link in links}


def listening_or_connected(port: int) -> set[str]:
    """Return the numbers that the system has for the sockets whose own port this is."""
    tables = [Path("/proc/net", name).read_text().splitlines()[1:] for name in ("tcp", "tcp6")]
    rows = [line.split() for table in tables for line in table]
    return {row[9] for row in rows if int(row[1].rpartition(":")[2], 16) == port}
