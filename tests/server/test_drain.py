"""The end of a server: what has been begun is finished, and what comes goes elsewhere (N02)."""

import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from websockets.exceptions import ConnectionClosed

from e2e.server import Server
from ostinato.server.cookie import NAME
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Event, Hello
from server.conftest import Start, answers
from server.sockets import HELLO, dial, read
from services import wait_until

SCRIPT = """
import time
from pathlib import Path

if st.button("Go"):
    st.text("begun")
    while not Path("gate").exists():
        time.sleep(0.01)
    st.text("done")
"""
ENDLESS = "import time\nst.text('begun')\ntime.sleep(600)\n"
PATIENT = """
from ostinato import cli
from ostinato.server import serve

serve.LAST_REQUESTS = 600.0
cli.main()
"""
HEALTH = b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n\r\n"


def test_n02_a_run_in_progress_ends_and_the_next_process_has_its_event(start: Start) -> None:
    server = start(SCRIPT, "--server.drainTimeout", "600")
    cookie = {"Cookie": f"{NAME}=a-browser-that-is-always-the-same"}
    with dial(f"127.0.0.1:{server.port}", additional_headers=cookie) as tab:
        tab.send(HELLO)
        session = read(tab, "welcome")[1]
        ((_, button, *_),) = read(tab, "edits")[1]
        tab.send(encode(Event(1, {}, button)))
        assert read(tab, "edits")[1][0][4]["body"] == "begun"
        server.send(signal.SIGTERM)
        wait_until(lambda: not answers(server.port), "listening to end")
        (server.folder / "gate").touch()
        assert read(tab, "edits")[1][0][4]["body"] == "done"
        with suppress(ConnectionClosed):
            list(tab)
        assert tab.close_code == 1012
    assert server.wait() == 0
    server.start()
    with dial(f"127.0.0.1:{server.port}", additional_headers=cookie) as tab:
        tab.send(encode(Hello(PROTOCOL, session, 0, 1)))
        _, same_session, _, applied, *_ = read(tab, "welcome")
    assert (same_session, applied) == (session, 1)


def test_n02_a_lone_process_that_is_to_be_renewed_ends_as_it_should(start: Start) -> None:
    server = start("")
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        read(tab, "run_ended")
        server.send(signal.SIGHUP)
        with suppress(ConnectionClosed):
            list(tab)
        assert tab.close_code == 1012
    assert server.wait() == 0


def test_n02_a_run_without_end_is_given_up(start: Start) -> None:
    server = start(ENDLESS, "--server.drainTimeout", "0.1")
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        assert read(tab, "edits")
        server.send(signal.SIGTERM)
        assert server.wait() == 0
    assert "was given up after 0.1 s" in server.hear("given up")


def test_n02_whoever_ends_it_hears_what_it_waits_for_and_can_end_it_at_once(start: Start) -> None:
    server = start(ENDLESS, "--server.drainTimeout", "60")
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        assert read(tab, "edits")
        server.send(signal.SIGINT)
        assert "press Ctrl+C once more to end at once" in server.hear("waiting up to")
        server.send(signal.SIGINT)
        assert server.wait() == -signal.SIGINT


def test_who_has_connected_before_the_end_is_answered(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("")
    (tmp_path / "patient.py").write_text(PATIENT)
    flags = ["--port", "{port}", "--headless"]
    server = Server([sys.executable, "patient.py", "run", "app.py", *flags], tmp_path).start()
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as early:
            # Connections are taken in turn: once a later one is answered, this one is taken.
            with socket.create_connection(("127.0.0.1", server.port), timeout=10) as later:
                later.sendall(HEALTH)
                assert later.recv(100)
            server.send(signal.SIGTERM)
            wait_until(lambda: not answers(server.port), "listening to end")
            early.sendall(HEALTH)
            assert early.recv(100).startswith(b"HTTP/1.1 200")
        assert server.wait() == 0
    finally:
        server.kill()
