"""What SECURITY.md claims and no rule says; that the rules have tests is in `test_behaviour.py`."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

import ostinato
from e2e.server import Server
from ostinato.config import Config
from ostinato.server.cookie import new_cookie
from ostinato.state.signing import HEAD_SIZE, MAC_SIZE, BadSignature, KeyRing

ROOT = Path(ostinato.__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text()
RULES = sorted(set(re.findall(r"\b[A-Z]\d\d\b", TEXT)))


def test_there_are_rules_to_look_for() -> None:
    assert {"S14", "S15", "W16", "D01", "D02", "D03", "D04"} <= set(RULES)


def test_options_and_files_that_it_names_are_there() -> None:
    names = re.findall(r"`((?:server|client|session|runner|logger)\.\w+)", TEXT)
    assert names
    for name in names:
        section, option = name.split(".")
        field = re.sub(r"(?=[A-Z])", "_", option).lower()
        assert hasattr(getattr(Config(), section), field), name
    for target in re.findall(r"\]\(([^)#]+)", TEXT):
        assert (ROOT / target).is_file()


def test_it_fits_on_a_page() -> None:
    assert len(TEXT.splitlines()) <= 100


def test_the_defaults_are_what_it_says() -> None:
    config = Config()
    assert config.client.show_error_details == "full"
    assert config.server.frame_ancestors == ["*"]
    assert config.server.metrics is False


@pytest.mark.parametrize(("scheme", "is_secure"), [("http", False), ("https", True)])
def test_the_cookie_is_what_it_says(scheme: str, is_secure: bool) -> None:
    words = new_cookie({"scheme": scheme, "root_path": ""}).split("; ")
    assert words[0].startswith("ostinato_browser=")
    assert {"HttpOnly", "SameSite=Lax"} <= set(words)
    assert ("Secure" in words) == is_secure


def test_what_is_signed_is_all_that_it_lists() -> None:
    ring = KeyRing(["a" * 32])
    signed = ring.sign("session/key", [b"content"])
    assert (MAC_SIZE, len(signed)) == (32, HEAD_SIZE + 32 + len(b"content"))
    for place in range(len(signed)):
        altered = bytearray(signed)
        altered[place] ^= 1
        with pytest.raises(BadSignature):
            ring.verify("session/key", bytes(altered))
    for other in ("session/other", "another/key", "session/key/", "", "sessio/nkey"):
        with pytest.raises(BadSignature):
            ring.verify(other, signed)
    with pytest.raises(BadSignature):
        KeyRing(["b" * 32]).verify("session/key", signed)


@pytest.fixture
def app(tmp_path: Path) -> Callable[..., Server]:
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('hello')\n")
    return lambda *flags: Server.of(tmp_path / "app.py", *flags)


def test_figures_are_there_only_if_they_are_wanted(app: Callable[..., Server]) -> None:
    server = app().start()
    try:
        assert "ostinato_sessions" not in httpx.get(f"{server.url}/metrics").text
    finally:
        server.kill()


@pytest.mark.parametrize(("secret", "is_short"), [("s3cret-of-mine", True), ("s" * 32, False)])
def test_a_secret_that_can_be_guessed_is_warned_of_and_never_shown(
    app: Callable[..., Server], secret: str, is_short: bool
) -> None:
    server = app("--server.cookieSecret", f"{'o' * 32},{secret}").start()
    server.stop()
    log = "".join(server.log)
    assert ("server.cookieSecret: should have 32 random characters" in log) == is_short
    assert secret not in log
