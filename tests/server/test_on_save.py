"""Who gets a saved script at once, and who is asked (D07)."""

from pathlib import Path

import pytest
from websockets.sync.client import ClientConnection

from e2e.server import Server
from ostinato.wire.codec import decode_plain
from server.conftest import Start
from server.sockets import HELLO, dial, read

LOOPBACK = ("--address", "127.0.0.1")
ON, OFF = ("--server.runOnSave", "true"), ("--server.runOnSave", "false")


@pytest.mark.parametrize(
    ("flags", "reruns"),
    [
        (LOOPBACK, True),
        (("--address", "localhost"), True),
        ((), False),
        (("--address", "0.0.0.0"), False),
        ((*LOOPBACK, *OFF), False),
        (ON, True),
        ((*LOOPBACK, "--workers", "2"), True),
    ],
    ids=["loopback", "localhost", "default", "all", "off", "on", "workers"],
)
def test_d07_a_saved_script_runs_by_itself_where_only_this_machine_connects(
    start: Start, flags: tuple[str, ...], reruns: bool
) -> None:
    server = start("st.text('one')\n", *flags)
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        welcome = read(tab, "welcome")
        assert welcome[7] == (not reruns), "whether the menu asks"
        assert read(tab, "run_ended")
        assert news_of_saving(server, tab) == ("edits" if reruns else "script_changed")


def news_of_saving(server: Server, tab: ClientConnection) -> str:
    """Save the script until the server notices, and give the first thing that it says of it."""
    for number in range(100):
        Path(server.folder, "app.py").write_text(f"import streamlit as st\nst.text({number})\n")
        try:
            frame = tab.recv(timeout=0.3)
        except TimeoutError:
            continue
        tags = [message[0] for message in decode_plain(frame)[1]]  # type: ignore[arg-type]
        if tag := next((tag for tag in tags if tag in ("edits", "script_changed")), None):
            return tag
    raise AssertionError("nothing was noticed")
