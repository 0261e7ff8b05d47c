"""st.user, st.login and st.logout as a script sees them."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.config.auth import auth_settings, find_provider, is_configured
from ostinato.errors import StreamlitAuthError, StreamlitMissingAuthlibError
from ostinato.run.surroundings import surroundings_of
from ostinato.run.visitor import Visitor
from ostinato.testing import AppTest
from ostinato.widgets import login

GOOD: dict[str, Any] = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "me",
    "client_secret": "geheim",
    "server_metadata_url": "https://id.example/.well-known/openid-configuration",
}


def app_of(script: str, auth: dict[str, Any] | None = None, **user: Any) -> AppTest:
    app = AppTest.from_string("import ostinato as st\n" + script)
    app.secrets = {"other": 1} if auth is None else {"auth": auth}
    app.user = user
    return app.run()


SHOW = """
def told(ask):
    try:
        return ask()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
st.text([told(lambda: st.user.to_dict()), told(lambda: st.user.is_logged_in)])
st.text(told(lambda: st.user.email))
st.text(told(lambda: st.user["email"]))
st.text([len(st.user), list(st.user), st.user.get("email", "none"), "email" in st.user])
st.text(told(lambda: setattr(st.user, "email", "x")))
st.text(told(lambda: st.user.__setitem__("email", "x")))
st.text(told(lambda: st.user.tokens.id))
st.text([dict(st.user.tokens), st.user.tokens])
"""


def test_p01_without_auth_the_user_is_empty() -> None:
    said = app_of(SHOW).text.values
    assert said[0].startswith('[{}, \'AttributeError: st.user has no attribute "is_logged_in": ')
    assert said[3] == "[0, [], 'none', False]"


def test_p01_without_auth_the_error_says_what_to_write_in_an_app_and_in_a_test() -> None:
    ask = "st.text(told(lambda: st.user.is_logged_in))\nst.text(told(lambda: st.user['email']))"
    first, second = app_of(SHOW.split("st.text")[0] + ask).text.values
    for said in (first, second):
        assert "as the secrets have no section [auth]: write it first, as the guide" in said
        assert 'app.secrets["auth"] in a test' in said.replace("\\", "")


def test_p01_nobody_is_logged_in_at_first() -> None:
    said = app_of(SHOW, GOOD).text.values
    assert said[0] == "[{'is_logged_in': False}, False]"
    assert said[1] == 'AttributeError: st.user has no attribute "email"'
    assert said[2] == "KeyError: 'st.user has no key \"email\"'"
    assert said[3] == "[1, ['is_logged_in'], 'none', False]"
    assert said[4].startswith("StreamlitAPIException: st.user: it cannot be changed, got 'email'")
    assert said[5] == said[4]
    assert said[6].startswith("AttributeError: st.user.tokens has no token 'id'")
    assert said[7] == "[{}, st.user.tokens()]"


def test_p01_a_test_says_who_is_logged_in_run_by_run() -> None:
    app = app_of(SHOW, GOOD, sub="ada", email="ada@example.com")
    said = app.text.values
    assert said[0] == "[{'sub': 'ada', 'email': 'ada@example.com', 'is_logged_in': True}, True]"
    assert said[1] == said[2] == "ada@example.com"
    app.user = {}
    assert app.run().text.values[0] == "[{'is_logged_in': False}, False]"


def test_p01_callbacks_and_threads_know_who_it_is() -> None:
    script = """
import threading
seen = st.session_state.setdefault("seen", [])
st.button("Add", on_click=lambda: seen.append(("callback", st.user.sub)))
thread = threading.Thread(target=lambda: seen.append(("thread", st.user.sub)))
thread.start()
thread.join()
st.text(seen)
"""
    app = app_of(script, GOOD, sub="ada")
    app.button[0].click().run()
    assert app.text[0].value == "[('thread', 'ada'), ('callback', 'ada'), ('thread', 'ada')]"


def test_p01_what_a_script_changes_of_it_changes_nothing() -> None:
    script = """
st.user.roles.append("admin")
st.user["roles"].append("admin")
st.user.to_dict()["roles"].append("admin")
st.text(st.user.roles)
"""
    assert app_of(script, GOOD, roles=["reader"]).text[0].value == "['reader']"


def test_p04_a_visitor_shows_nothing_of_the_person() -> None:
    visitor = Visitor("b", login="l", claims={"sub": "ada"}, tokens={"id": "secret"})
    assert repr(visitor) == "Visitor(is_logged_in=True)"
    assert "geheim" not in repr(find_provider({"auth": GOOD}, None))


def test_p01_login_and_logout_send_the_browser_on_its_way() -> None:
    script = "st.login()\nst.login('work')\nst.logout()\nst.text('on')"
    app = app_of(script, {**GOOD, "work": GOOD}, sub="ada")
    paths = [each.path for each in app.get("departure")]
    assert paths[:2] == ["auth/login?provider=default", "auth/login?provider=work"]
    assert paths[2].startswith("auth/logout?proof=")
    assert app.text[0].value == "on"


def test_p01_logout_does_nothing_where_nobody_can_log_in() -> None:
    assert list(app_of("st.logout()").get("departure")) == []


TELL = """
from ostinato.errors import StreamlitAuthError
try:
    st.login()
except StreamlitAuthError as error:
    st.text(error)
"""
WRONG = [
    ({"cookie_secret": None}, "cookie_secret in [auth] must be random text of 16 characters"),
    ({"cookie_secret": "short"}, "cookie_secret in [auth] must be random text of 16 characters"),
    ({"redirect_uri": None}, "redirect_uri in [auth] must be the address of the app followed by"),
    ({"redirect_uri": "/oauth2callback"}, "redirect_uri in [auth] must be"),
    ({"redirect_uri": "http://[/oauth2callback"}, "redirect_uri in [auth] must be"),
    ({"redirect_uri": "http://localhost:8501"}, "redirect_uri in [auth] must be"),
    ({"redirect_uri": "http://localhost/oauth2callback?a"}, "redirect_uri in [auth] must be"),
    ({"client_id": None}, "client_id must be text in [auth] of the secrets"),
    ({"client_secret": " "}, "client_secret must be text in [auth] of the secrets"),
    ({"server_metadata_url": None}, "server_metadata_url must be text in [auth]"),
    ({"server_metadata_url": "id.example"}, "server_metadata_url in [auth] must be an address"),
    ({"client_kwargs": "x"}, "client_kwargs in [auth] must be a section of its own"),
    ({"client_kwargs": {"code_challenge_method": "plain"}}, "must be 'S256': leave it out"),
    ({"expose_tokens": ["refresh"]}, "expose_tokens in [auth] may have 'id' and 'access'"),
]


@pytest.mark.parametrize(("wrong", "rule"), WRONG)
def test_p07_what_is_missing_or_wrong_is_named_and_no_secret_is(
    wrong: dict[str, Any], rule: str
) -> None:
    auth = {name: value for name, value in {**GOOD, **wrong}.items() if value is not None}
    told = app_of(TELL, auth).text[0].value
    assert rule in told
    assert "geheim" not in told
    assert GOOD["cookie_secret"] not in told


@pytest.mark.parametrize(
    ("provider", "rule"),
    [
        ("nobody", "must have a section [auth.nobody], got provider='nobody': add it"),
        ("a_b", "the name of a provider may have no underscore, got provider='a_b'"),
        ("client_id", "may have no underscore"),
    ],
)
def test_p07_a_provider_that_is_not_there_is_named(provider: str, rule: str) -> None:
    with pytest.raises(StreamlitAuthError) as error:
        find_provider({"auth": GOOD}, provider)
    assert rule in str(error.value)


def test_p07_without_auth_login_says_what_to_add() -> None:
    (error,) = app_of("st.login()").exception
    assert "secrets must have a section [auth], got none" in error.message
    assert not is_configured({"auth": "text"})
    with pytest.raises(StreamlitAuthError):
        auth_settings({})


def test_p07_a_public_client_needs_no_secret() -> None:
    kwargs = {"token_endpoint_auth_method": "none"}
    auth = {**GOOD, "client_secret": "", "client_kwargs": kwargs}
    assert find_provider({"auth": auth}, None).client_secret == ""


def test_p07_packages_that_are_missing_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    find = importlib.util.find_spec
    around = surroundings_of(tmp_path, Config())
    around.secrets.merge({"auth": GOOD})
    monkeypatch.setattr(login, "surroundings_here", lambda: around)
    monkeypatch.setattr(login, "find_spec", lambda name: None if name == "authlib" else find(name))
    with pytest.raises(StreamlitMissingAuthlibError) as error:
        login.login()
    assert "got none of authlib: install Ostinato with its extra `auth`" in str(error.value)
