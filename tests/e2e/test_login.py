"""Logging in with a real provider, in a real browser, over several processes."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Cookie, Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Visit, settled, shows
from e2e.server import Server
from services import RedisServer, free_port

SCRIPT = """
import streamlit as st

st.text_input("Note", key="note")
st.session_state.setdefault("n", 0)
if st.button("Count"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n} a={st.query_params.get('a')}")
if st.user.is_logged_in:
    st.text(f"Hello {st.user.sub}")
    st.button("Log out", on_click=st.logout)
else:
    st.text("Hello stranger")
    st.button("Log in", on_click=st.login)
"""
SECRETS = """
[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "a secret that all machines have in common"
client_id = "the-client"
client_secret = "its-secret"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
FOREIGN = "net::ERR|404"
"""What the console says of the provider's pages."""


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", "{port}"]
    server = Server(command, tmp_path_factory.mktemp("provider")).start()
    yield f"http://127.0.0.1:{server.port}"
    server.stop()


def written(folder: Path, url: str, provider: str) -> Path:
    """Write the app and its secrets."""
    script = folder / "app.py"
    script.write_text(SCRIPT)
    secrets = folder / ".streamlit/secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text(SECRETS.format(url=url, provider=provider))
    return script


def logs_in(page: Page, who: str = "ada") -> None:
    """Press the button, and say to the provider who it is."""
    page.get_by_role("button", name="Log in").click()
    page.locator("input[name=sub]").fill(who)
    page.get_by_role("button", name="Authorize").click()
    shows(page, f"Hello {who}")


def logs_out(page: Page) -> None:
    """Press the button, and then that of the provider."""
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("button", name="End session").click()
    shows(page, "Hello stranger")


@pytest.fixture(params=["", "/tools/app"])
def workers(tmp_path: Path, provider: str, request: pytest.FixtureRequest) -> Iterator[Server]:
    """Serve the app by two workers, below a path or not."""
    port = free_port()
    script = written(tmp_path, f"http://localhost:{port}{request.param}", provider)
    flags = ["--workers", "2", "--server.baseUrlPath", request.param]
    server = Server.of(script, *flags)
    server.port = port
    yield server.start()
    server.stop()


def test_p01_p06_nothing_is_lost_on_the_way(workers: Server, visit: Visit) -> None:
    page = visit(f"{workers.url}/?a=1", but=FOREIGN)
    page.get_by_role("button", name="Count").click()
    shows(page, "n=1 a=1")
    page.get_by_label("Note").fill("half typed")
    logs_in(page)
    shows(page, "n=1 a=1")
    assert page.url == f"{workers.url}/?a=1"
    expect(page.get_by_label("Note")).to_have_value("half typed")
    login = login_of(page)
    assert login["httpOnly"]
    assert (login["sameSite"], login["path"]) == ("Lax", f"{workers.path}/")


def test_p05_p06_a_logout_is_everywhere_and_for_good(workers: Server, visit: Visit) -> None:
    page = visit(f"{workers.url}/", but=FOREIGN)
    logs_in(page)
    login = login_of(page)
    others = [page.context.new_page() for _ in range(3)]
    for other in others:
        other.goto(f"{workers.url}/")
        shows(other, "Hello ada")
        other.get_by_role("button", name="Count").click()
        shows(other, "n=1 a=None")
    logs_out(page)
    for each in (page, *others):
        shows(each, "Hello stranger")
        shows(each, "n=0 a=None")
    page.context.add_cookies([login])  # type: ignore[list-item]
    page.reload()
    settled(page)
    shows(page, "Hello stranger")
    workers.kill()
    workers.start()
    page.reload()
    settled(page)
    shows(page, "Hello stranger")


def login_of(page: Page) -> Cookie:
    """Return the cookie of a login."""
    cookies = page.context.cookies()
    (login,) = [each for each in cookies if each["name"].startswith("ostinato_login_")]
    return login


def test_p05_p06_over_redis_one_machine_ends_what_another_has_begun(
    tmp_path: Path, provider: str, visit: Visit
) -> None:
    with ExitStack() as stack:
        redis = RedisServer(tmp_path).start()
        stack.callback(redis.stop)
        flags = ["--store", redis.url, "--server.cookieSecret", "the secret of all machines"]
        here, there = free_port(), free_port()
        script = written(tmp_path, f"http://localhost:{there}", provider)
        for port in (here, there):
            server = Server.of(script, *flags)
            server.port = port
            server.start()
            stack.callback(server.stop)
        first = visit(f"http://localhost:{here}/", but=FOREIGN)
        logs_in(first)
        assert first.url == f"http://localhost:{there}/"
        second = first.context.new_page()
        second.goto(f"http://localhost:{here}/")
        shows(second, "Hello ada")
        logs_out(first)
        shows(second, "Hello stranger")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_p02_a_page_that_says_what_went_wrong_can_be_read_and_leads_back(
    tmp_path: Path, provider: str, visit: Visit, scheme: str
) -> None:
    port = free_port()
    url = f"http://localhost:{port}"
    server = Server.of(written(tmp_path, url, provider))
    server.port = port
    server.start()
    try:
        size = {"width": 390, "height": 700}
        page = visit(
            f"{url}/?a=2",
            but=f"{FOREIGN}|403",
            before=load_axe,
            color_scheme=scheme,
            viewport=size,
        )
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("button", name="Deny").click()
        expect(page.get_by_role("heading", name="Logging in did not work")).to_be_visible()
        shows(page, "You have not logged in.")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.get_by_role("link", name="Back to the app").click()
        shows(page, "Hello stranger")
    finally:
        server.stop()
