"""The name under which a server is spoken to, and the origin of the page that speaks (D01, D02)."""

import asyncio
import re
import socket
import ssl
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect as connect_secure
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from e2e.server import Server
from ostinato.server.app import App
from ostinato.server.hosts import Hosts
from ostinato.wire.codec import decode_plain
from server.conftest import Start, served
from server.sockets import HELLO, dial, read, refusal
from services import wait_until

PROBES = ("/_stcore/health", "/_stcore/ready", "/ready", "/metrics")
KEY = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
UPGRADE = f"Upgrade: websocket\r\nConnection: Upgrade\r\n{KEY}"
AWAY = ("203.0.113.7", 5000)
HERE = ("127.0.0.1", 5000)
PROXY = "X-Forwarded-For: 203.0.113.7\r\n"


def ask(port: int, host: str | None, path: str = "/", more: str = "", by: str = "127.0.0.1") -> str:
    """Send a request as bytes, and give the whole answer, or its head if it is to be a socket."""
    named = "" if host is None else f"Host: {host}\r\n"
    with socket.create_connection((by, port), timeout=20) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\n{named}{more}\r\n".encode())
        with connection.makefile("rb") as answer:
            head = "".join(line.decode() for line in iter(answer.readline, b"\r\n"))
            length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
            return head + answer.read(int(length[1]) if length else 0).decode("latin-1")


def status(answer: str) -> int:
    return int(answer.split()[1])


def scope(
    host: str, *, client: Any = HERE, server: Any = HERE, path: str = "/", **more: str
) -> Any:
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in more.items()]
    return {
        "type": "websocket",
        "path": path,
        "headers": [(b"host", host.encode()), *headers],
        "client": client,
        "server": server,
    }


OURS = [
    "localhost",
    "LOCALHOST:1",
    "localhost:",
    "app.localhost",
    "localhost.",
    "127.0.0.1:8501",
    "127.1.2.3",
]
OURS += ["[::1]", "[::1]:8501", "[::ffff:127.0.0.1]:8501", "[0:0:0:0:0:0:0:1]"]
FOREIGN = ["evil.test", "evil.test:8501", "localhost.evil.test", "evillocalhost", ""]
FOREIGN += ["127.0.0.1.evil.test", "localhost@evil.test", "localhost evil.test"]
FOREIGN += [
    "127.0.0.1:8501:8501",
    "[::1",
    "localhost,evil.test",
    "http://localhost",
    "xn--e1afmkfd.",
]
ADDRESSES = ["192.0.2.1", "192.0.2.1:8501", "0.0.0.0", "[::]"]


@pytest.mark.parametrize("host", OURS)
def test_d01_on_loopback_only_this_machine_s_names_are_answered(host: str) -> None:
    assert Hosts([], is_local=True).problem(scope(host)) is None


@pytest.mark.parametrize(
    ("host", "is_local"),
    [(host, True) for host in (*FOREIGN, *ADDRESSES)] + [(host, False) for host in FOREIGN],
)
def test_d01_a_browser_beside_the_server_has_no_foreign_name(host: str, is_local: bool) -> None:
    problem = Hosts([], is_local=is_local).problem(scope(host))
    assert problem == (
        f"host: must be localhost or one of server.allowedHosts, got {host!r}: "
        "if the app is to be reached under this name, add it to server.allowedHosts"
    )


@pytest.mark.parametrize(
    ("allowed", "host", "is_fine"),
    [
        ([], "anything.example", True),
        ([], "192.0.2.1", True),
        ([], "", False),
        ([], "two words", False),
        (["app.example"], "app.example", True),
        (["app.example"], "APP.example.:443", True),
        (["APP.Example"], "app.example", True),
        (["app.example"], "sub.app.example", False),
        (["app.example"], "app.example.evil.test", False),
        (["app.example"], "localhost", False),
        (["app.example"], "127.0.0.1", False),
        (["*.example"], "a.b.example", True),
        (["*.example"], "example", False),
        (["*.example"], "evilexample", False),
        (["münchen.example"], "xn--mnchen-3ya.example", True),
        (["::1"], "[0::1]:80", True),
        (["192.0.2.1"], "192.0.2.1:80", True),
        (["*"], "anything.example", True),
        (["*"], "two words", False),
        (["*", "a.example"], "b.example", True),
    ],
)
def test_d01_allowed_hosts_mean_what_they_mean_in_streamlit(
    allowed: list[str], host: str, is_fine: bool
) -> None:
    hosts = Hosts(allowed)
    assert (hosts.problem(scope(host, client=AWAY)) is None) == is_fine


def test_d01_allowed_hosts_come_on_top_of_this_machine_s_names() -> None:
    hosts = Hosts(["app.example"], is_local=True)
    assert hosts.problem(scope("app.example")) is None
    assert hosts.problem(scope("localhost")) is None
    assert hosts.problem(scope("evil.test")) is not None
    assert Hosts(["*"], is_local=True).problem(scope("evil.test")) is None


def test_d01_the_address_that_was_asked_for_is_a_name_of_the_server() -> None:
    assert Hosts([], address="my-machine", is_local=True).problem(scope("my-machine:80")) is None
    assert Hosts([], address="my-machine").problem(scope("my-machine:80")) is None


def test_d01_a_machine_knows_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Ada.example.org")
    for name in ("ada", "ada.example.org:8501", "ada.local"):
        assert Hosts([]).problem(scope(name)) is None
    for name in ("ada.evil.test", "ada.example.org.evil.test", "example.org"):
        assert Hosts([]).problem(scope(name)) is not None


@pytest.mark.parametrize(
    "where",
    [
        {"client": AWAY, "server": HERE},
        {"client": HERE, "server": ("test", None)},
        {"client": ("192.0.2.9", 1), "server": ("192.0.2.1", 8501)},
        {"x_forwarded_for": "203.0.113.7"},
        {"forwarded": "for=203.0.113.7"},
        {"client": None, "server": ("/run/app.sock", None)},
        {"client": None, "server": None},
    ],
    ids=["far", "in process", "network", "proxy", "new proxy", "unix socket", "unknown"],
)
def test_d01_any_name_is_right_for_those_who_come_from_elsewhere(where: dict[str, Any]) -> None:
    assert Hosts([]).problem(scope("app.example", **where)) is None


def test_d01_the_machine_s_own_address_is_no_elsewhere() -> None:
    own = ("192.0.2.1", 8501)
    assert Hosts([]).problem(scope("evil.test", client=("192.0.2.1", 1), server=own)) is not None
    assert Hosts([]).problem(scope("192.0.2.1", client=("192.0.2.1", 1), server=own)) is None


def test_d01_two_hosts_are_none() -> None:
    both = scope("localhost")
    both["headers"].append((b"host", b"evil.test"))
    assert "got 'localhost, evil.test'" in (Hosts([], is_local=True).problem(both) or "")


@pytest.mark.parametrize("given", [{"is_local": True}, {"allowed": ["app.example"]}])
def test_d01_probes_may_ask_by_address(given: dict[str, Any]) -> None:
    hosts = Hosts(**{"allowed": [], **given}, open_paths=["/tools/ready"])
    for host in ("10.1.2.3:8080", "[fd00::5]:8080", "localhost:8080"):
        assert hosts.problem(scope(host, path="/tools/ready")) is None
    assert hosts.problem(scope("10.1.2.3", path="/tools/")) is not None
    assert hosts.problem(scope("evil.test", path="/tools/ready")) is not None
    silent = scope("", path="/tools/ready")
    silent["headers"].clear()
    assert hosts.problem(silent) is None


def test_d01_a_long_host_is_not_repeated_whole() -> None:
    problem = Hosts([], is_local=True).problem(scope("x" * 60_000))
    assert problem is not None
    assert len(problem) < 350


@pytest.fixture(params=["alone", "workers", "ipv6"])
def local(request: pytest.FixtureRequest, start: Start) -> tuple[str, int]:
    """Where to find a server that only this machine can connect to."""
    address = "::1" if request.param == "ipv6" else "127.0.0.1"
    flags = ("--workers", "2") if request.param == "workers" else ()
    server = start("st.text('hello')\n", "--address", address, "--server.metrics", "true", *flags)
    return address, int(server.hear("Local URL").rpartition(":")[2])


def test_d01_http_and_websocket_alike_refuse_a_foreign_host(local: tuple[str, int]) -> None:
    address, port = local
    for host in ("evil.test", f"evil.test:{port}", "0.0.0.0", "x" * 500):
        for path in ("/", "/index.html", "/nothing", "/assets/x.js", *PROBES):
            if host == "0.0.0.0" and path in PROBES:
                continue
            answer = ask(port, host, path, by=address)
            assert status(answer) == 403, (host, path)
            assert "host: must be localhost or one of server.allowedHosts, got" in answer
        answer = ask(port, host, "/_stcore/stream", UPGRADE, by=address)
        assert status(answer) == 403
        assert "add it to server.allowedHosts" in answer
    for host in ("localhost", f"app.localhost:{port}", "127.0.0.1", "[::1]:1"):
        for path in ("/", *PROBES):
            assert status(ask(port, host, path, by=address)) == 200, (host, path)
        assert status(ask(port, host, "/_stcore/stream", UPGRADE, by=address)) == 101
    # A page of a foreign name can send any header but this one.
    pretence = "X-Forwarded-Host: localhost\r\nX-Forwarded-For: 1.2.3.4\r\n"
    assert status(ask(port, "evil.test", "/", pretence, by=address)) == 403
    for path in PROBES:
        assert status(ask(port, "10.0.0.7", path, by=address)) == 200
        assert status(ask(port, None, path, by=address)) == 200
    assert status(ask(port, None, by=address)) == 403


def test_d01_by_default_a_foreign_name_is_refused_to_browsers_beside_the_server(
    start: Start,
) -> None:
    port = start("st.text('hello')\n").port
    assert status(ask(port, "evil.test", "/_stcore/stream", UPGRADE)) == 403
    assert status(ask(port, "evil.test")) == 403
    assert status(ask(port, "evil.test", "/_stcore/stream", UPGRADE + PROXY)) == 101
    assert status(ask(port, "192.0.2.1", "/_stcore/stream", UPGRADE)) == 101
    assert status(ask(port, f"{socket.gethostname()}:{port}")) == 200


def test_d01_allowed_hosts_are_all_that_may_be_called(start: Start) -> None:
    port = start("st.text('hello')\n", "--server.allowedHosts", "app.example,*.b.example").port
    for host in ("app.example", "x.b.example:80"):
        assert status(ask(port, host)) == 200
        assert status(ask(port, host, "/_stcore/stream", UPGRADE)) == 101
    for host in ("localhost", "127.0.0.1", "b.example"):
        answer = ask(port, host, "/_stcore/stream", UPGRADE)
        assert status(answer) == 403
        assert "host: must be one of server.allowedHosts, got" in answer
    assert status(ask(port, "10.0.0.7:8080", "/ready")) == 200


def test_d01_an_app_in_another_server_guards_itself(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("")
    with served(App(tmp_path / "app.py")) as host:
        port = int(host.rpartition(":")[2])
        assert status(ask(port, "evil.test", "/_stcore/stream", UPGRADE)) == 403
        assert status(ask(port, "localhost")) == 200
        assert status(ask(port, "app.example", more=PROXY)) == 200


def test_d01_an_app_behind_a_unix_socket_is_reached_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import ostinato\napp = ostinato.App('app.py')\n")
    (tmp_path / "app.py").write_text("")
    path = tmp_path / "s"
    command = [sys.executable, "-m", "uvicorn", "main:app", "--uds", str(path)]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(path.exists, "a socket")
            with closing(socket.socket(socket.AF_UNIX)) as connection:
                wait_until(lambda: connection.connect_ex(str(path)) == 0, "an answer")
                connection.sendall(b"GET /_stcore/stream HTTP/1.1\r\nHost: app.example\r\n")
                connection.sendall(f"{UPGRADE}\r\n".encode())
                assert connection.recv(100).startswith(b"HTTP/1.1 101")
        finally:
            process.kill()


# Origins


@pytest.fixture
def open_server(start: Start) -> Server:
    return start("st.text('hello')\n", "--server.corsAllowedOrigins", "https://friend.example")


def opened(port: int, host: str, origin: str, more: str = "") -> int:
    return status(ask(port, host, "/_stcore/stream", f"{UPGRADE}Origin: {origin}\r\n{more}"))


def test_d02_the_whole_origin_is_compared(open_server: Server) -> None:
    port = open_server.port
    for host, origin in [
        (f"localhost:{port}", f"http://localhost:{port}"),
        ("localhost:80", "http://localhost"),
        ("localhost", "http://localhost:80"),
        ("LOCALHOST", "http://localhost"),
        (f"[::1]:{port}", f"http://[::1]:{port}"),
        ("localhost", "https://friend.example"),
        ("localhost", "https://FRIEND.example:443/"),
    ]:
        assert opened(port, host, origin) == 101, (host, origin)
    for host, origin in [
        ("localhost", "null"),
        ("localhost", ""),
        ("localhost", "localhost"),
        ("localhost", "file://"),
        ("localhost", "ftp://localhost"),
        ("localhost", "http://localhost:8501"),
        ("localhost:8501", "http://localhost"),
        ("localhost", "http://localhost.evil.test"),
        ("localhost", "http://evil.test"),
        ("localhost", "http://localhost, http://evil.test"),
        ("localhost", "http://friend.example"),
        ("localhost", "https://friend.example:444"),
        ("localhost:443", "https://evil.test"),
        ("127.0.0.1", "http://localhost"),
    ]:
        assert opened(port, host, origin) == 403, (host, origin)


def test_d02_a_trusted_proxy_says_how_and_where_the_page_was_loaded(open_server: Server) -> None:
    port = open_server.port
    secure = "X-Forwarded-Proto: https\r\n"
    public = f"{secure}X-Forwarded-Host: app.example\r\n"
    assert opened(port, "app.example", "https://app.example", secure) == 101
    assert opened(port, "app.example", "http://app.example", secure) == 403
    assert opened(port, "localhost", "https://app.example", public) == 101
    assert opened(port, "localhost", "http://app.example", public) == 403
    assert opened(port, "localhost", "https://evil.test", public) == 403
    both = f"{secure}X-Forwarded-Host: app.example, inner.example\r\n"
    assert opened(port, "localhost", "https://app.example", both) == 101


def test_d02_nobody_else_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "192.0.2.1")
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('hello')\n")
    server = Server.of(tmp_path / "app.py").start()
    try:
        more = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: app.example\r\n"
        assert opened(server.port, "localhost", "https://app.example", more) == 403
        host = f"127.0.0.1:{server.port}"
        secure = {"X-Forwarded-Proto": "https"}
        with dial(host, origin=f"https://{host}", additional_headers=secure) as tab:
            reason, code = refusal(tab)
        assert code == 4400
        assert "name the proxy's address in FORWARDED_ALLOW_IPS" in reason
    finally:
        server.kill()


@pytest.mark.parametrize(
    ("headers", "is_developer"),
    [
        ({"Host": "localhost"}, True),
        ({"Host": "localhost", "Origin": "http://localhost"}, True),
        ({"Host": "app.localhost:8501", "Origin": "http://app.localhost:8501"}, True),
        ({"Host": "localhost", "X-Forwarded-For": "127.0.0.1"}, False),
        ({"Host": "localhost", "X-Forwarded-Proto": "http"}, False),
        ({"Host": "192.0.2.1"}, False),
        ({"Host": "localhost", "Origin": "https://friend.example"}, False),
    ],
)
def test_d02_a_developer_is_who_has_the_page_open_beside_the_server(
    open_server: Server, headers: dict[str, str], is_developer: bool
) -> None:
    more = {name: value for name, value in headers.items() if name != "Host"}
    address = ("127.0.0.1", open_server.port)
    with connect(
        f"ws://{headers['Host']}/_stcore/stream",
        sock=socket.create_connection(address),
        additional_headers=more,
    ) as tab:
        tab.send(HELLO)
        assert read(tab, "welcome")[6] is is_developer


def test_d02_an_app_with_a_certificate_takes_pages_over_https_only(
    tmp_path: Path, start: Start
) -> None:
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('hello')\n")
    flags = ("--server.sslCertFile", str(certificate), "--server.sslKeyFile", str(key))
    run = [sys.executable, "-m", "ostinato", "run", "app.py", "--headless", "--port", "0", *flags]
    with subprocess.Popen(run, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            found = (re.search(r"https://localhost:(\d+)", line) for line in process.stdout)
            host = f"localhost:{next(match[1] for match in found if match)}"
            trust = ssl.create_default_context(cafile=str(certificate))
            with pytest.raises(InvalidStatus):
                asyncio.run(first_words(host, trust, f"http://{host}"))
            assert "welcome" in asyncio.run(first_words(host, trust, f"https://{host}"))
        finally:
            process.kill()


async def first_words(host: str, trust: ssl.SSLContext, origin: str) -> list[str]:
    """Return the tags of the first messages; one thread does all, as encryption wants it."""
    address = f"wss://{host}/_stcore/stream"
    async with connect_secure(address, ssl=trust, origin=origin) as tab:  # type: ignore[arg-type]
        await tab.send(HELLO)
        _, messages = decode_plain(await tab.recv())  # type: ignore[arg-type]
        return [message[0] for message in messages]
