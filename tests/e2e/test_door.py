"""What pages of others can do with an app: nothing, unless they are allowed to (D01 to D03)."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from e2e.chromium import FLAGS, chromium
from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server
from services import Nginx

SCRIPT = """
import streamlit as st

st.session_state.setdefault("n", 0)
if st.button("Pay"):
    st.session_state.n += 1
st.write(f"Paid {st.session_state.n}")
"""
CONNECT = """url => new Promise(answer => {
    const socket = new WebSocket(url);
    socket.onopen = () => answer("open");
    socket.onclose = () => answer("closed");
})"""


@pytest.fixture(scope="module")
def rebound(browser: Browser) -> Iterator[Browser]:
    """A browser for which the name evil.test has become an address of this machine."""
    rules = "--host-resolver-rules=MAP *.test 127.0.0.1"
    other = browser.browser_type.launch(executable_path=chromium(), args=[*FLAGS, rules])
    yield other
    other.close()


@pytest.mark.parametrize("flags", [(), ("--address", "127.0.0.1")], ids=["default", "loopback"])
def test_d01_a_page_whose_name_becomes_our_address_reads_and_drives_nothing(
    serve: Serve, rebound: Browser, flags: tuple[str, ...]
) -> None:
    port = serve(SCRIPT, *flags).port
    page = rebound.new_page()
    answer = page.goto(f"http://evil.test:{port}/")
    assert answer
    assert answer.status == 403
    expect(page.locator("body")).to_contain_text("add it to server.allowedHosts")
    # From here on this is a script of evil.test, which for the browser is of our own origin.
    assert page.evaluate("fetch('/').then(answer => answer.status)") == 403
    assert page.evaluate("fetch('/ready').then(answer => answer.status)") == 403
    assert page.evaluate(CONNECT, f"ws://evil.test:{port}/_stcore/stream") == "closed"
    assert page.evaluate(CONNECT, f"ws://localhost:{port}/_stcore/stream") == "closed"
    page.goto(f"http://app.localhost:{port}/")
    settled(page)
    page.get_by_role("button", name="Pay").click()
    shows(page, "Paid 1")
    page.close()


def test_d01_a_name_that_is_allowed_is_a_name_like_any_other(
    serve: Serve, rebound: Browser
) -> None:
    server = serve(SCRIPT, "--address", "127.0.0.1", "--server.allowedHosts", "*.mine.test")
    page = rebound.new_page()
    page.goto(f"http://app.mine.test:{server.port}/")
    page.get_by_role("button", name="Pay").click()
    shows(page, "Paid 1")
    page.close()


@pytest.mark.parametrize("name", ["*", "self", "none", "{embedder}", "http://localhost:*"])
def test_d03_only_the_ancestors_that_are_named_show_the_app(
    serve: Serve, visit: Visit, name: str
) -> None:
    target = ""
    with embedder(lambda: target) as url:
        server = serve(SCRIPT, "--server.frameAncestors", name.format(embedder=url))
        target = server.url
        refused = "frame-ancestors" if name in ("self", "none") else "^$"
        page = visit(url, but=refused, waits=False)
        app = page.frame_locator("iframe")
        if name in ("self", "none"):
            page.wait_for_function("() => document.title === 'loaded'")
            assert page.frames[1].url.startswith("chrome-error:")
        else:
            app.get_by_role("button", name="Pay").click()
            expect(app.get_by_text("Paid 1")).to_be_visible()


@contextmanager
def embedder(target: Callable[[], str]) -> Iterator[str]:
    """Serve a page of another origin that shows the app in a frame."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = (
                "<!doctype html><link rel=icon href=data:,><iframe width=600 height=400 "
                f"onload=\"document.title='loaded'\" src='{target()}'></iframe>"
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def secure(serve: Serve, tmp_path: Path) -> Iterator[Callable[..., tuple[Server, str]]]:
    """Yield a function that serves the app behind the nginx of the examples, over HTTPS."""
    with ExitStack() as stack:

        def start(*, tells: bool) -> tuple[Server, str]:
            server = serve(SCRIPT)
            nginx = SecureNginx(tmp_path, server.port, tells=tells)
            stack.callback(nginx.stop)
            nginx.start()
            return server, nginx.url.replace("http://127.0.0.1", "https://localhost")

        yield start


class SecureNginx(Nginx):
    """The nginx of the examples with a certificate, which says or does not say so to the server."""

    def __init__(self, folder: Path, port: int, *, tells: bool) -> None:
        super().__init__(folder, [port])
        self._certificate = folder / "cert.pem", folder / "key.pem"
        self._tells = tells
        out, key = self._certificate
        make = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=localhost",
        ]
        subprocess.run([*make, "-keyout", key, "-out", out], check=True, capture_output=True)

    def _config(self) -> str:
        certificate, key = self._certificate
        listen = f"listen 127.0.0.1:{self.port}"
        files = f"ssl_certificate {certificate}; ssl_certificate_key {key};"
        config = super()._config().replace(f"{listen};", f"{listen} ssl; {files}")
        said = "proxy_set_header X-Forwarded-Proto $scheme;"
        assert said in config
        return config if self._tells else config.replace(said, "")


def test_d02_a_page_over_https_connects_through_a_proxy_that_says_so(
    secure: Callable[..., tuple[Server, str]], visit: Visit
) -> None:
    _, url = secure(tells=True)
    page = visit(url, ignore_https_errors=True)
    page.get_by_role("button", name="Pay").click()
    shows(page, "Paid 1")


def test_d02_a_page_over_https_is_told_what_its_proxy_does_not_say(
    secure: Callable[..., tuple[Server, str]], visit: Visit
) -> None:
    server, url = secure(tells=False)
    page = visit(url, waits=False, ignore_https_errors=True)
    expect(page.get_by_role("status")).to_contain_text("name the proxy's address in FORWARDED")
    server.hear("FORWARDED_ALLOW_IPS")
