"""Those who ask for files and do not take them, and what a store does meanwhile."""

import asyncio
import socket
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from ostinato.errors import StoreError
from ostinato.run.filing import Filing
from ostinato.server import file_answer
from ostinato.server.file_answer import CutShort
from ostinato.server.media import Media
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import PART
from server.conftest import Start
from server.visitor import Visitor, undisturbed
from services import wait_until

CONTENT = bytes(range(256)) * 40_000


class Watched(MemoryFiles):
    """Counts what is read, and may fail in the middle."""

    reads = 0
    fails_after = 10**9

    def read(self, id: str, start: int, size: int) -> bytes:
        self.reads += 1
        if self.reads > self.fails_after:
            raise StoreError("away")
        return super().read(id, start, size)


class Wire:
    """What an application is called with: a browser that takes some messages, and then none."""

    def __init__(self, path: str, takes: float = 1e9, *, leaves: bool = False) -> None:
        self.scope = {"type": "http", "method": "GET", "path": path, "headers": []}
        self.takes, self.leaves = takes, leaves
        self.sent: list[dict[str, Any]] = []
        self.is_left = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.is_left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.sent.append(message)
        if len(self.sent) > self.takes:
            if not self.leaves:
                await asyncio.Event().wait()
            # As uvicorn, which takes everything from then on, and throws it away.
            self.is_left.set()
            await asyncio.sleep(0)

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent)


@pytest.fixture
def store() -> Watched:
    return Watched(time.monotonic)


@pytest.fixture
def media(store: Watched) -> tuple[Media, str]:
    filing = Filing(store, b"key", time.monotonic)
    return Media(lambda: filing), f"/{filing.put(CONTENT, 'video/mp4').id}.mp4"


def test_b08_nothing_is_read_for_who_has_gone(media: tuple[Media, str], store: Watched):
    async def ask() -> None:
        wire = Wire(media[1], 3, leaves=True)
        await media[0](wire.scope, wire.receive, wire.send)

    asyncio.run(ask())
    assert store.reads < 8 < len(CONTENT) // PART


def test_b08_who_takes_nothing_is_waited_for_and_then_left(
    media: tuple[Media, str], store: Watched, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(file_answer, "STALLED_AFTER", 0.05)

    async def ask() -> None:
        wires = [Wire(media[1], 2) for _ in range(200)]
        calls = [media[0](wire.scope, wire.receive, wire.send) for wire in wires]
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert {type(each) for each in results} == {CutShort}

    asyncio.run(ask())
    assert store.reads == 400


def test_b08_a_store_that_goes_away_in_the_middle_ends_the_connection(
    media: tuple[Media, str], store: Watched
):
    store.fails_after = 5

    async def ask() -> Wire:
        wire = Wire(media[1])
        with pytest.raises(CutShort):
            await media[0](wire.scope, wire.receive, wire.send)
        return wire

    wire = asyncio.run(ask())
    # What has come is right, and the browser knows that there is more.
    assert wire.body == CONTENT[: 5 * PART]
    assert wire.sent[-1]["more_body"]


SHOW = """
from ostinato.run.files import keep
st.session_state.setdefault("count", 0)
if st.button("Add one"):
    st.session_state.count += 1
st.text(f"Count = {st.session_state.count}")
st.text(keep(b"film " * 12_000_000, type="video/mp4"))
st.text(keep(b"small", type="image/png"))
"""


def memory_of(pid: int) -> float:
    with open(f"/proc/{pid}/status") as status:
        (line,) = [line for line in status if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1000


def threads_of(pid: int) -> int:
    with open(f"/proc/{pid}/status") as status:
        (line,) = [line for line in status if line.startswith("Threads")]
    return int(line.split()[1])


def ask_slowly(port: int, path: str, *headers: str) -> socket.socket:
    """Ask for a file, and read no more than the begin of it."""
    asked = socket.create_connection(("127.0.0.1", port))
    asked.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    lines = [f"GET /{path} HTTP/1.1", f"Host: localhost:{port}", *headers, "", ""]
    asked.sendall("\r\n".join(lines).encode())
    assert asked.recv(12).startswith(b"HTTP/1.1 20")
    return asked


def test_b08_readers_that_do_not_read_cost_neither_memory_nor_threads(start: Start):
    server = start(SHOW)
    with Visitor(server) as visitor:
        _, film, small = visitor.texts
    pid = server.pid
    httpx.get(f"{server.url}/{film}")
    before, threads = memory_of(pid), threads_of(pid)
    readers = [ask_slowly(server.port, film) for _ in range(200)]
    readers += [ask_slowly(server.port, film, "Range: bytes=1000-") for _ in range(100)]
    with undisturbed(server):
        assert httpx.get(f"{server.url}/{small}").content == b"small"
    assert memory_of(pid) - before < 100
    assert threads_of(pid) <= threads + 8
    for each in readers:
        each.close()
    wait_until(lambda: httpx.get(f"{server.url}/{small}").content == b"small", "an answer")


def test_b08_what_asks_for_nonsense_is_refused(start: Start):
    server = start(SHOW)
    with Visitor(server) as visitor:
        _, film, _ = visitor.texts
    for header, status in [
        ("bytes=1000000000000-", 416),
        ("bytes=0-1000000000000", 206),
        ("bytes=" + ",".join("0-0" for _ in range(5000)), 200),
        ("bytes=" + "9" * 30_000 + "-", 200),
    ]:
        with httpx.stream("GET", f"{server.url}/{film}", headers={"range": header}) as answer:
            assert answer.status_code == status


SENT = """
import sent
if st.button("Send"):
    st.session_state.file = sent.upload(b"what was sent")
if "file" in st.session_state:
    st.text(sent.read(st.session_state.file))
"""


def test_b04_a_kill_right_after_it_was_stored_costs_no_upload(start: Start, tmp_path: Path):
    helper = Path(__file__).parents[1] / "session/picture.py"
    reader = """

def read(uploaded: Uploaded) -> str:
    files = surroundings_here().files
    assert files is not None
    return files.open(uploaded.id).read().decode()
"""
    (tmp_path / "sent.py").write_text(helper.read_text() + reader)
    server = start(SENT)
    with Visitor(server) as visitor:
        visitor.click("Send")
        assert visitor.texts == ["what was sent"]
        server.kill()
        (file,) = (tmp_path / ".ostinato/files").rglob("?" * 32)
        # Nobody has held it but who has stored it.
        assert file.stat().st_mtime > time.time() + 7 * 24 * 3600
        server.start()
        visitor.connect()
        assert visitor.texts == ["what was sent"]
        # Its address is none.
        assert httpx.get(f"{server.url}/_stcore/media/{file.name}.txt").status_code == 404
