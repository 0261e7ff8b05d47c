"""`ostinato doctor --url`: what a proxy does wrong, and which setting mends it (I08)."""

import json
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from e2e.server import Server
from ostinato.cli import main
from ostinato.cli.doctor import asking, conversation
from ostinato.cli.doctor.asking import Target, target_of
from ostinato.cli.doctor.findings import Finding
from services import Nginx, free_port

SECRET = "x" * 40
SCRIPT = "import ostinato as st\nst.write('hello')\n"
UPGRADE = "proxy_set_header Upgrade $http_upgrade;"
HOST = "proxy_set_header Host $http_host;"
PROTO = "proxy_set_header X-Forwarded-Proto $scheme;"
ROOM = "client_max_body_size 8m;"
STREAM = "proxy_request_buffering off;"

StartNginx = Callable[..., Nginx]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    """Two servers that share a store and a secret."""
    folder = tmp_path_factory.mktemp("app")
    (folder / "app.py").write_text(SCRIPT)
    flags = ("--server.cookieSecret", SECRET)
    started = [Server.of(folder / "app.py", *flags).start() for _ in range(2)]
    yield started
    for each in started:
        each.kill()


@pytest.fixture
def start_nginx(tmp_path: Path, servers: list[Server]) -> Iterator[StartNginx]:
    """Yield a function that starts the nginx of `examples/deploy` with some lines changed."""
    with ExitStack() as stack:

        def start(*changes: tuple[str, str], before: list[Server] = servers) -> Nginx:
            def change(text: str) -> str:
                for old, new in changes:
                    assert old in text
                    text = text.replace(old, new)
                return text

            nginx = Nginx(tmp_path, [each.port for each in before], change)
            stack.callback(nginx.stop)
            return nginx.start()

        yield start


def asked(url: str) -> list[Finding]:
    result = CliRunner().invoke(main, ["doctor", "--json", "--url", url])
    said = json.loads(result.stdout)
    assert said["ok"] is (result.exit_code == 0), result.output
    return [Finding(**each) for each in said["findings"]]


def troubles(url: str) -> list[Finding]:
    found = [each for each in asked(url) if each.level != "ok"]
    assert all(each.advice for each in found)
    return found


def kinds(found: list[Finding]) -> list[tuple[str, str]]:
    return [(each.level, each.check) for each in found]


def test_i08_a_server_without_a_proxy_is_well(servers: list[Server]) -> None:
    assert troubles(servers[0].url) == []


def test_i08_the_proxy_of_the_example_is_well_before_two_servers(start_nginx: StartNginx) -> None:
    found = asked(start_nginx().url)
    assert [each for each in found if each.level != "ok"] == []
    assert {each.check for each in found} == {
        *("reach", "store", "page", "compression", "cookie"),
        *("socket", "origin", "sessions", "uploads"),
    }


@pytest.mark.parametrize(
    ("changes", "expected", "advice"),
    [
        ([(UPGRADE, "")], [("wrong", "socket")], "proxy_set_header Upgrade $http_upgrade"),
        ([(HOST, "")], [("wrong", "origin")], "proxy_set_header Host $http_host"),
        ([(ROOM, "")], [("wrong", "uploads")], "client_max_body_size 8m"),
        ([(STREAM, "")], [("warning", "uploads")], "proxy_request_buffering off"),
        (
            [(PROTO, 'proxy_set_header Accept-Encoding "";')],
            [("warning", "compression")],
            "pass Accept-Encoding on",
        ),
        ([(PROTO, "proxy_hide_header Set-Cookie;")], [("wrong", "cookie")], "Set-Cookie"),
        ([(PROTO, "add_header X-Cache HIT;")], [("wrong", "caching")], "heed Cache-Control"),
        (
            [(PROTO, "proxy_hide_header Content-Security-Policy;")],
            [("warning", "page")],
            "pass headers on",
        ),
        (
            [(PROTO, "proxy_hide_header Cache-Control;")],
            [("warning", "caching")],
            "pass on Cache-Control",
        ),
        ([(PROTO, 'proxy_set_header Origin "";')], [("warning", "origin")], "server.enableCORS"),
    ],
    ids=["upgrade", "host", "room", "stream", "encoding", "cookie", "cache", "csp", "keep", "any"],
)
def test_i08_what_a_proxy_does_wrong_is_named_with_the_setting_that_mends_it(
    start_nginx: StartNginx,
    changes: list[tuple[str, str]],
    expected: list[tuple[str, str]],
    advice: str,
) -> None:
    found = troubles(start_nginx(*changes).url)
    assert kinds(found) == expected
    assert any(advice in each.advice for each in found)


class Relay:
    """A proxy of connections that may change what comes back; each is closed with it.

    Args:
        port: Where it passes them on to.
        change: Makes what a browser gets of what has come.
    """

    def __init__(self, port: int, change: Callable[[bytes], bytes]) -> None:
        self._port, self._change = port, change
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = [self._listener]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                self._open += [browser, server]
                for ends in (browser, server, bytes), (server, browser, self._change):
                    threading.Thread(target=self._pass, args=ends, daemon=True).start()

    def _pass(
        self, source: socket.socket, target: socket.socket, change: Callable[[bytes], bytes]
    ) -> None:
        with suppress(OSError):
            while content := source.recv(1 << 16):
                target.sendall(change(content))
            target.shutdown(socket.SHUT_WR)


@pytest.fixture
def start_relay(servers: list[Server]) -> Iterator[Callable[..., Relay]]:
    with ExitStack() as stack:

        def start(change: Callable[[bytes], bytes]) -> Relay:
            relay = Relay(servers[0].port, change)
            stack.callback(relay.close)
            return relay

        yield start


BINARY = b"\x82"
"""How a frame of bytes begins."""


def no_upgrade(content: bytes) -> bytes:
    """Be a proxy that knows no WebSockets, and takes the answer for a broken one."""
    if content.startswith(b"HTTP/1.1 101"):
        return b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    return content


def only_the_head(content: bytes) -> bytes:
    """Hold back whatever comes by a WebSocket that is open."""
    if content.startswith(b"HTTP/1.1 101"):
        return content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    return b"" if content.startswith(BINARY) else content


def nonsense(content: bytes) -> bytes:
    """Put another frame in the place of what comes by a WebSocket."""
    return b"\x82\x03\x1b[1" if content.startswith(BINARY) else content


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (no_upgrade, "is answered with 502, not with 101"),
        (only_the_head, "what the server says does not come through"),
        (nonsense, "what the server says cannot be read"),
    ],
)
def test_i08_a_proxy_that_spoils_websockets_is_named(
    start_relay: Callable[..., Relay],
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[bytes], bytes],
    said: str,
) -> None:
    monkeypatch.setattr(conversation, "PATIENCE", 1.0)
    (found,) = [each for each in asked(start_relay(change).url) if each.check == "socket"]
    assert (found.level, said in found.text) == ("wrong", True)
    assert found.advice


def test_i08_what_a_server_says_moves_nothing_in_a_terminal(
    start_relay: Callable[..., Relay],
) -> None:
    def redirect(content: bytes) -> bytes:
        return b"HTTP/1.1 301 Moved\r\nLocation: /\x1b[2Jx\r\nContent-Length: 0\r\n\r\n"

    result = CliRunner().invoke(main, ["doctor", "--url", start_relay(redirect).url])
    assert "leads to" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "])
def test_i08_a_server_that_never_ends_its_answer_is_given_up(
    monkeypatch: pytest.MonkeyPatch, head: bytes
) -> None:
    monkeypatch.setattr(asking, "GRACE", -9.5)
    is_over = threading.Event()

    def drip(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.sendall(head)
            while not is_over.wait(0.05):
                connection.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=drip, args=(listener,))
        thread.start()
        (found,) = asked(f"http://127.0.0.1:{listener.getsockname()[1]}")
        is_over.set()
        thread.join()
    assert (found.check, found.level) == ("reach", "wrong")
    assert "has not answered in full after 0.5 s" in found.text


def test_i08_an_app_and_its_deployment_can_be_looked_at_together(
    servers: list[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(servers[0].folder)
    words = ["doctor", "app.py", "--json", "--port", "0", "--url", servers[0].url]
    found = json.loads(CliRunner().invoke(main, words).stdout)["findings"]
    assert {"script", "disk", "socket", "uploads"} <= {each["check"] for each in found}


def test_i08_servers_with_secrets_of_their_own_do_not_share_sessions(
    start_nginx: StartNginx, servers: list[Server]
) -> None:
    folder = servers[0].folder
    other = Server.of(folder / "app.py", "--server.cookieSecret", "y" * 40).start()
    try:
        found = asked(start_nginx(before=[servers[0], other]).url)
    finally:
        other.kill()
    (sessions,) = [each for each in found if each.check == "sessions"]
    assert sessions.level == "wrong"
    assert "server.cookieSecret" in sessions.advice


@pytest.mark.parametrize(
    ("location", "target", "expected"),
    [
        # nginx cuts the path off if its target has one.
        ("/dash/", "http://ostinato/", []),
        ("/dash/", "http://ostinato", [("wrong", "reach")]),
    ],
)
def test_i08_a_path_that_the_server_does_not_know_of_is_named(
    start_nginx: StartNginx, location: str, target: str, expected: list[tuple[str, str]]
) -> None:
    changes = (("location / {", f"location {location} {{"), ("http://ostinato;", f"{target};"))
    url = f"{start_nginx(*changes).url}/dash"
    found = troubles(url)
    assert kinds(found) == expected
    assert all("server.baseUrlPath" in each.advice for each in found)


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a certificate for localhost that this machine trusts, for ten days."""
    path = tmp_path / "cert.pem"
    words = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 10"
    names = ["-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(path)]
    subprocess.run([*words.split(), *names, *files], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return path


def https(start_nginx: StartNginx, certificate: Path, *changes: tuple[str, str]) -> str:
    files = f"ssl_certificate {certificate}; ssl_certificate_key {certificate.with_name('key.pem')}"
    speaks = ("http {", f"http {{ {files};"), (";\n\n        # Files", " ssl;\n\n        # Files")
    nginx = start_nginx(*speaks, *changes)
    return f"https://localhost:{nginx.port}"


def test_i08_https_is_well_if_the_server_is_told_of_it(
    start_nginx: StartNginx, certificate: Path
) -> None:
    found = asked(https(start_nginx, certificate))
    assert kinds([each for each in found if each.level != "ok"]) == [("warning", "https")]
    assert "ends in 9 days" in next(each.text for each in found if each.level == "warning")
    assert "comes, and is Secure" in [each.text for each in found]


def test_i08_https_that_the_server_does_not_know_of_is_wrong(
    start_nginx: StartNginx, certificate: Path
) -> None:
    found = asked(https(start_nginx, certificate, (PROTO, "")))
    wrong = {each.check: each for each in found if each.level == "wrong"}
    assert wrong.keys() == {"cookie", "origin"}
    assert all("FORWARDED_ALLOW_IPS" in each.advice for each in wrong.values())


def test_i08_a_certificate_that_nobody_trusts_is_wrong(
    start_nginx: StartNginx, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    (found,) = asked(https(start_nginx, certificate))
    assert (found.level, found.check) == ("wrong", "reach")
    assert "is not trusted" in found.text


def test_i08_https_where_there_is_none_is_named(servers: list[Server]) -> None:
    (found,) = asked(f"https://localhost:{servers[0].port}")
    assert "does not speak HTTPS" in found.text


def test_i08_an_address_at_which_nobody_listens_is_wrong() -> None:
    (found,) = asked(f"http://127.0.0.1:{free_port()}")
    assert (found.level, "nobody listens on port" in found.text) == ("wrong", True)


def test_i08_a_proxy_without_a_server_is_wrong(start_nginx: StartNginx, tmp_path: Path) -> None:
    gone = Server.of(tmp_path / "gone.py")
    (found,) = asked(start_nginx(before=[gone]).url)
    assert "the proxy answers 502" in found.text


def test_i08_a_name_that_the_server_does_not_answer_to_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SCRIPT)
    server = Server.of(tmp_path / "app.py", "--server.allowedHosts", "app.example.com").start()
    try:
        *_, found = asked(f"http://127.0.0.1:{server.port}")
    finally:
        server.kill()
    assert "got '127.0.0.1" in found.text
    assert "server.allowedHosts" in found.advice


def test_i08_a_redirect_is_named_and_not_followed(start_nginx: StartNginx) -> None:
    (found,) = asked(start_nginx(("proxy_pass http://ostinato;", "return 301 /login;")).url)
    assert "leads to" in found.text
    assert "/login" in found.text


def test_i08_a_server_whose_store_is_away_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SCRIPT)
    flags = ("--store", f"redis://127.0.0.1:{free_port()}", "--server.cookieSecret", SECRET)
    server = Server.of(tmp_path / "app.py", *flags).start()
    try:
        found = asked(server.url)
    finally:
        server.kill()
    (store,) = [each for each in found if each.check == "store"]
    assert (store.level, "does not reach its store" in store.text) == ("wrong", True)


@pytest.mark.parametrize(
    "url",
    ["", "ftp://a.example", "app.example.com", "https://", "https://a.example:99999", "https://[a"],
)
def test_i08_what_is_no_address_is_answered_by_one_sentence(url: str) -> None:
    result = CliRunner().invoke(main, ["doctor", "--url", url])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: ostinato doctor: --url must be like https://app.example.com/path, got {url!r}\n"
    )


def test_i08_an_address_is_read_as_a_browser_reads_it() -> None:
    target = target_of("https://App.example.com/a/b/")
    assert target == Target("https", "app.example.com", 443, "/a/b")
    assert (target.origin, target.url) == (
        "https://app.example.com",
        "https://app.example.com/a/b/",
    )
    assert target_of("http://[::1]:8501").origin == "http://[::1]:8501"
