"""Logging in, out, and all the ways in which somebody may try to be somebody else."""

import logging
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from joserfc.jwk import ECKey, OctKey
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

import oidc
import ostinato
from ostinato.server import login_routes
from ostinato.server.cookie import LOGIN_PREFIX as PREFIX
from ostinato.state.signing import KeyRing
from ostinato.widgets.login import logout_proof
from server.conftest import served
from server.sockets import HELLO, dial
from server.test_secrets import shown

SCRIPT = """
import streamlit as st
st.text([st.user.to_dict().get(name) for name in ("is_logged_in", "sub", "email", "provider")]
        + [dict(st.user.tokens)])
assert "ostinato" not in str(st.context.headers) + str(st.context.cookies)
"""
OUT = "[False, None, None, None, {}]"
ADA = "[True, 'ada', 'ada@example.com', 'default', {}]"

Serve = Callable[..., str]


@pytest.fixture
def provider() -> Iterator[oidc.Provider]:
    provider = oidc.Provider()
    with served(provider.app) as host:
        provider.issuer = f"http://{host}"
        yield provider


@pytest.fixture
def app(tmp_path: Path, provider: oidc.Provider) -> Iterator[Serve]:
    """Serve an app whose people log in with the provider."""
    with ExitStack() as stack:

        def start(around: Callable[[Any], Any] = lambda app: app, **auth: Any) -> str:
            (tmp_path / "app.py").write_text(SCRIPT)
            secrets = {
                "redirect_uri": "http://127.0.0.1:1/oauth2callback",
                "cookie_secret": "a secret of the app that is long",
                **provider.secrets,
                **auth,
            }
            app = ostinato.App(tmp_path / "app.py", secrets={"auth": secrets})
            return stack.enter_context(served(around(app)))

        yield start


@pytest.fixture(autouse=True)
def people() -> Iterator[None]:
    """Close the browsers of all people at the end."""
    yield
    while Person.all:
        Person.all.pop().http.close()


class Person:
    """Somebody with a browser, and a provider to log in with."""

    all: ClassVar[list["Person"]] = []

    def __init__(self, host: str, provider: oidc.Provider, path: str = "") -> None:
        self.host, self.path = host, path
        self.provider = provider
        self.http = httpx.Client(base_url=f"http://{host}")
        assert self.http.get(f"{path}/").status_code == 200
        Person.all.append(self)

    def leave(self, at: str = "/", **more: str) -> dict[str, str]:
        """Go to the provider, log in there, and return what to come back with."""
        sent = self.http.get(f"{self.path}/auth/login", params={"at": at, **more})
        assert sent.status_code == 303, sent.text
        return self.provider.log_in(sent.headers["location"])

    def come_back(self, brought: dict[str, str]) -> httpx.Response:
        return self.http.get(f"{self.path}/oauth2callback", params=brought)

    def log_in(self) -> httpx.Response:
        answer = self.come_back(self.leave())
        assert answer.status_code == 303, answer.text
        return answer

    @property
    def cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())

    def sees(self, cookies: str | None = None) -> str:
        """Open the app, and return what it shows."""
        headers = {"Cookie": self.cookies if cookies is None else cookies}
        path = f"{self.path}/_stcore/stream"
        with dial(self.host, path, additional_headers=headers) as tab:
            tab.send(HELLO)
            return shown(tab)


def is_page(answer: httpx.Response, status: int, text: str, back: str = "/") -> None:
    """Expect a page that says something, leads back, and gives no cookie."""
    assert answer.status_code == status, answer.text
    assert text in answer.text
    assert f'<a href="{back}">Back to the app</a>' in answer.text
    assert PREFIX not in answer.headers.get("set-cookie", "")
    assert answer.headers["cache-control"] == "no-store"
    assert "script" not in answer.headers["content-security-policy"]


def test_p01_who_logs_in_is_known_to_every_run_and_comes_back_to_where_they_were(
    app: Serve, provider: oidc.Provider
) -> None:
    person = Person(app(), provider)
    assert person.sees() == OUT
    back = person.come_back(person.leave(at="/?a=1&b=%C3%A4"))
    assert (back.status_code, back.headers["location"]) == (303, "/?a=1&b=%C3%A4")
    assert person.sees() == ADA
    cookie = back.headers["set-cookie"]
    assert re.search(r"; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax$", cookie)
    assert "ada" not in cookie


def test_p01_the_way_to_the_provider_asks_for_what_the_secrets_say(
    app: Serve, provider: oidc.Provider
) -> None:
    kwargs = {"scope": "email", "prompt": "login", "audience": "api", "state": "mine"}
    person = Person(app(client_kwargs=kwargs), provider)
    sent = person.http.get("/auth/login").headers["location"]
    asked = dict(parse_qsl(urlsplit(sent).query))
    assert (asked["scope"], asked["prompt"], asked["audience"]) == ("openid email", "login", "api")
    assert asked["redirect_uri"] == "http://127.0.0.1:1/oauth2callback"
    assert len(asked["state"]) == len(asked["nonce"]) == 43


def test_p01_one_of_several_providers_says_who_somebody_is(
    app: Serve, provider: oidc.Provider
) -> None:
    person = Person(app(work=provider.secrets), provider)
    assert person.come_back(person.leave(provider="work")).status_code == 303
    assert person.sees() == ADA.replace("default", "work")


@pytest.mark.parametrize(
    ("exposed", "names"), [("id", ["id"]), (["access"], ["access"]), (["id", "access"], None)]
)
def test_p01_a_script_sees_the_tokens_that_are_exposed(
    app: Serve, provider: oidc.Provider, exposed: Any, names: list[str] | None
) -> None:
    person = Person(app(expose_tokens=exposed), provider)
    person.log_in()
    tokens = re.findall(r"'(id|access)': ", person.sees())
    assert tokens == (names or ["id", "access"])


def test_p04_no_token_is_in_a_log_or_an_answer(
    app: Serve, provider: oidc.Provider, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    person = Person(app(), provider)
    brought = person.leave()
    answers = [person.come_back(brought), person.come_back(brought), person.http.get("/")]
    said = caplog.text + "".join(f"{each.headers}{each.text}" for each in answers)
    for secret in ("the-access-token", "eyJ", oidc.SECRET, "a secret of the app"):
        assert secret not in said
    app_log = "".join(record.getMessage() for record in caplog.records if record.name == "ostinato")
    assert brought["code"] not in app_log


OTHER_KEY = ECKey.generate_key("P-256", {"kid": "one"})
FORGERIES: dict[str, dict[str, Any]] = {
    "another nonce": {"forged": {"nonce": "another"}},
    "no nonce": {"forged": {"nonce": None}},
    "for another app": {"forged": {"aud": "another"}},
    "for others too": {"forged": {"aud": [oidc.CLIENT, "another"], "azp": "another"}},
    "for nobody": {"forged": {"aud": None}},
    "of another provider": {"forged": {"iss": "https://another.example"}},
    "expired": {"forged": {"exp": int(time.time()) - 120}},
    "never expires": {"forged": {"exp": None}},
    "of the future": {"forged": {"iat": int(time.time()) + 3600}},
    "of nobody": {"forged": {"sub": None}},
    "of no text": {"forged": {"sub": 7}},
    "signed by another": {"signed_with": OTHER_KEY},
    "signed by nobody": {"header": {"alg": "none"}},
    "signed with our secret": {
        "header": {"alg": "HS256"},
        "signed_with": OctKey.import_key(oidc.SECRET),
    },
    "a wrong hash": {"forged": {"at_hash": "wrong"}},
    "no token": {"answer": (200, {"access_token": "a"})},
    "a token that is none": {"answer": (200, {"id_token": "a.b.c"})},
    "a token that is no text": {"answer": (200, {"id_token": 7})},
    "an error": {"answer": (400, {"error": "invalid_client"})},
    "no dict": {"answer": (200, ["a"])},
}


@pytest.mark.parametrize("how", FORGERIES)
def test_p02_a_token_that_is_not_what_it_has_to_be_logs_nobody_in(
    app: Serve, provider: oidc.Provider, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    person = Person(app(), provider)
    for name, value in FORGERIES[how].items():
        setattr(provider, name, value)
    answer = person.come_back(person.leave(at="/?a=1"))
    is_page(answer, 502, "could not say who you are", "/?a=1")
    assert person.sees() == OUT
    assert "login: provider 'default': " in caplog.text
    assert "Traceback" not in caplog.text


def test_p02_a_key_that_is_new_is_asked_for(
    app: Serve, provider: oidc.Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ostinato.server.provider.KEYS_AGAIN_AFTER", 0.0)
    person = Person(app(), provider)
    person.log_in()
    provider.key = ECKey.generate_key("P-256", {"kid": "two"})
    provider.header = {"alg": "ES256", "kid": "two"}
    person.log_in()


def test_p02_who_comes_back_a_second_time_is_not_logged_in(
    app: Serve, provider: oidc.Provider
) -> None:
    person = Person(app(), provider)
    brought = person.leave()
    assert person.come_back(brought).status_code == 303
    is_page(person.come_back(brought), 400, "over already")


@pytest.mark.parametrize("state", ["", "forged", "ä" * 43, "x" * 5000])
def test_p02_who_was_never_sent_is_not_logged_in(
    app: Serve, provider: oidc.Provider, state: str
) -> None:
    person = Person(app(), provider)
    is_page(person.come_back({**person.leave(), "state": state}), 400, "over already")
    assert person.sees() == OUT


def test_p02_a_login_is_good_for_the_browser_alone_that_has_begun_it(
    app: Serve, provider: oidc.Provider
) -> None:
    host = app()
    attacker, victim = Person(host, provider), Person(host, provider)
    brought = attacker.leave()
    is_page(victim.come_back(brought), 403, "begun in another browser")
    assert victim.sees() == OUT
    is_page(attacker.come_back(brought), 400, "over already")
    nobody = httpx.get(f"http://{host}/auth/login")
    is_page(nobody, 400, "keeps no cookies")


def test_p02_a_login_takes_no_longer_than_ten_minutes(
    app: Serve, provider: oidc.Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(login_routes, "WITHIN", 1e-9)
    person = Person(app(), provider)
    is_page(person.come_back(person.leave()), 400, "over already")


def test_p02_a_provider_that_says_no_ends_in_a_page(
    app: Serve, provider: oidc.Provider, caplog: pytest.LogCaptureFixture
) -> None:
    person = Person(app(), provider)
    state = person.leave(at="/?a=1")["state"]
    denied = person.come_back({"state": state, "error": "access_denied"})
    is_page(denied, 403, "You have not logged in.", "/?a=1")
    is_page(person.come_back({"error": "access_denied"}), 403, "You have not logged in.")
    brought = {"state": person.leave()["state"], "error": "<script>", "error_description": "<b>"}
    strange = person.come_back(brought)
    is_page(strange, 403, "could not say who you are")
    assert "<script" not in strange.text + caplog.text
    is_page(person.come_back({"state": person.leave()["state"]}), 400, "log in again")


def test_p02_who_sends_somebody_back_is_who_was_asked(app: Serve, provider: oidc.Provider) -> None:
    person = Person(app(), provider)
    mixed_up = {**person.leave(), "iss": "https://another.example"}
    is_page(person.come_back(mixed_up), 502, "could not say who you are")
    assert person.come_back({**person.leave(), "iss": provider.issuer}).status_code == 303


def test_p02_a_provider_that_is_not_there_ends_in_a_page(
    app: Serve, provider: oidc.Provider
) -> None:
    person = Person(app(server_metadata_url="http://127.0.0.1:9/x"), provider)
    is_page(person.http.get("/auth/login?at=/?a=1"), 502, "could not say who you are", "/?a=1")
    is_page(person.http.get("/auth/login?provider=other"), 404, "does not know this provider")


@pytest.mark.parametrize(
    "at",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\r\nX: y",
        "javascript:alert(1)",
        "evil",
        "",
        "/" + "x" * 5000,
        "/ä",
    ],
)
def test_p02_nobody_is_sent_to_a_place_outside_of_the_app(
    app: Serve, provider: oidc.Provider, at: str
) -> None:
    person = Person(app(), provider)
    assert person.come_back(person.leave(at=at)).headers["location"] == "/"


def test_p05_who_logs_out_is_out_and_their_cookie_is_worth_nothing(
    app: Serve, provider: oidc.Provider
) -> None:
    person = Person(app(), provider)
    person.log_in()
    stolen = person.cookies
    out = log_out(person)
    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert PREFIX not in person.cookies
    assert person.sees() == OUT
    assert person.sees(stolen) == OUT


def test_p05_the_provider_hears_of_it_if_it_has_a_way_for_it(
    app: Serve, provider: oidc.Provider
) -> None:
    provider.tells = {"end_session_endpoint": f"{provider.issuer}/end?x=1"}
    person = Person(app(), provider)
    person.log_in()
    address = urlsplit(log_out(person).headers["location"])
    said = dict(parse_qsl(address.query))
    assert address.path == "/end"
    assert said["post_logout_redirect_uri"] == "http://127.0.0.1:1/oauth2callback"
    assert (said["client_id"], said["id_token_hint"][:3]) == (oidc.CLIENT, "eyJ")
    # And from there:
    assert person.come_back({}).headers["location"] == "/"


def test_p05_no_other_page_can_log_somebody_out(app: Serve, provider: oidc.Provider) -> None:
    host = app()
    person, other = Person(host, provider), Person(host, provider)
    person.log_in()
    for proof in ("", "x", proof_of(other)):
        is_page(person.http.get("/auth/logout", params={"proof": proof}), 403, "does not log you")
    assert person.sees() == ADA


def test_p03_a_cookie_is_good_for_its_own_browser_and_as_it_was_given(
    app: Serve, provider: oidc.Provider
) -> None:
    host = app()
    person, thief = Person(host, provider), Person(host, provider)
    person.log_in()
    (login,) = [each for each in person.cookies.split("; ") if each.startswith(PREFIX)]
    assert thief.sees(f"{thief.cookies}; {login}") == OUT
    name, _, value = login.partition("=")
    token, until, signature = value.split(".")
    browser = Person(host, provider).cookies
    for forged in (
        f"{token}.{int(until) + 1}.{signature}",
        f"{token}.1.{signature}",
        f"{'A' * 43}.{until}.{signature}",
        f"{token}.{until}.{'A' * 32}",
        "x" * 3000,
    ):
        mine = person.cookies.replace(value, forged)
        assert person.sees(mine) == OUT, forged
    assert person.sees(f"{browser}; {name}={value}") == OUT
    assert person.sees() == ADA


def test_p03_a_session_is_never_given_to_another(app: Serve, provider: oidc.Provider) -> None:
    person = Person(app(), provider)
    person.log_in()
    headers = {"Cookie": person.cookies}
    with dial(person.host, additional_headers=headers) as tab:
        tab.send(HELLO)
        assert shown(tab) == ADA
        provider.claims = {"sub": "bob", "email": "bob@example.com"}
        person.log_in()
        assert person.sees() == ADA.replace("ada", "bob")
        reason, code = closing(tab)
        assert (reason, code) == ("whose session it was has logged out", 4401)


def test_p06_below_a_path_and_by_https_the_cookie_says_so(
    app: Serve, provider: oidc.Provider
) -> None:
    def mounted(app: Any) -> Any:
        outer = FastAPI()
        outer.mount("/tools", app)
        return outer

    host = app(mounted, redirect_uri="https://example.com/tools/oauth2callback")
    person = Person(host, provider, "/tools")
    back = person.come_back(person.leave(at="/tools?a=1"))
    assert back.headers["location"] == "/tools?a=1"
    assert "; Path=/tools/; " in back.headers["set-cookie"]
    assert back.headers["set-cookie"].endswith("; SameSite=Lax; Secure")


def test_p07_where_nobody_can_log_in_nothing_is_loaded_for_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text(st.user.to_dict())")
    with served(ostinato.App(tmp_path / "app.py")) as host:
        is_page(httpx.get(f"http://{host}/auth/login"), 404, "Nobody can log in here")
        is_page(httpx.get(f"http://{host}/oauth2callback?state=x"), 404, "not set up")
    code = "import sys, ostinato; ostinato.App; print({'authlib', 'httpx', 'joserfc',"
    code += " 'cryptography'} & sys.modules.keys() or 'none')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "none\n"


@pytest.mark.parametrize("wrong", [{"cookie_secret": "short"}, {"redirect_uri": "nowhere"}])
def test_p07_an_app_that_is_set_up_wrongly_says_so_to_its_author_only(
    app: Serve, provider: oidc.Provider, wrong: Any, caplog: pytest.LogCaptureFixture
) -> None:
    person = Person(app(**wrong), provider)
    is_page(person.http.get("/auth/login"), 500, "not set up for it")
    assert f"login: st.login: {next(iter(wrong))} in [auth] must be" in caplog.text
    assert person.sees(f"{person.cookies}; {PREFIX}x=y") == OUT


def log_out(person: Person) -> httpx.Response:
    return person.http.get("/auth/logout", params={"proof": proof_of(person)})


def proof_of(person: Person) -> str:
    keys = KeyRing(["a secret of the app that is long"])
    return logout_proof(keys, person.http.cookies["ostinato_browser"])


def closing(tab: ClientConnection) -> tuple[str, int | None]:
    """Wait until the server hangs up, and return why."""
    with suppress(ConnectionClosed):
        while True:
            tab.recv(timeout=10)
    return tab.close_reason or "", tab.close_code
