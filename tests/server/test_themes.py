"""The theme of an app over HTTP: in the page, as a style sheet, and while files change."""

import asyncio
import logging
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

import ostinato
from ostinato.config import Config, Places, load
from ostinato.config.options import Server
from ostinato.config.reading import ConfigFile
from ostinato.errors import StreamlitInvalidThemeError
from ostinato.run.surroundings import surroundings_of
from ostinato.server import themes
from ostinato.server.app import App
from ostinato.server.themes import Following, Themes
from server.conftest import Start
from server.sockets import HELLO, dial, read

BUILT = (Path(ostinato.__file__).parent / "static" / "index.html").read_text
OWN = '[theme]\nbase = "dark"\nprimaryColor = "#ffd400"\n'


def config_of(text: str, **server: Any) -> Config:
    theme = load(files=[ConfigFile(Path(".streamlit/config.toml"), text)]).config.theme
    return Config(server=Server(**server), theme=dict(theme))


class Browser:
    """Asks an app for what its pages have."""

    def __init__(self, app: App) -> None:
        self.transport = httpx.ASGITransport(app)

    def get(
        self, path: str, headers: dict[str, str] | None = None, params: dict[str, str] | None = None
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(
                transport=self.transport, base_url="http://localhost"
            ) as client:
                return await client.get(path, headers=headers, params=params)

        return asyncio.run(ask())


@pytest.fixture
def client(tmp_path: Path) -> Callable[..., Browser]:
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st\nst.write('hello')\n")

    def make(text: str, **server: Any) -> Browser:
        return Browser(App(script, config=config_of(text, **server)))

    return make


def themed(tmp_path: Path, text: str, **server: Any) -> Themes:
    return Themes(surroundings_of(tmp_path, config_of(text, **server)), tmp_path)


def test_t02_an_app_without_a_theme_is_served_as_it_was_built(client: Any) -> None:
    answer = client("").get("/")
    assert answer.text == BUILT()
    assert "style-src 'self';" in answer.headers["content-security-policy"]
    assert client("").get("/_stcore/theme/x.css").status_code == 404


def test_t02_a_page_has_its_theme_before_it_paints(client: Any) -> None:
    page = client(OWN).get("/")
    [name] = re.findall(r'<html data-sheet="([0-9a-f]{12}-dark)"', page.text)
    link = f'<link rel="stylesheet" href="./_stcore/theme/{name}.css" data-theme-sheet></head>'
    assert link in page.text
    assert '<meta name="color-scheme" content="dark">' in page.text
    assert "style-src 'self';" in page.headers["content-security-policy"]
    sheet = client(OWN).get(f"/_stcore/theme/{name}.css")
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in sheet.headers["cache-control"]
    assert "--st-primary-color:#ffd400" in sheet.text
    assert client(OWN).get("/_stcore/theme/other.css").headers["cache-control"] == "no-cache"
    assert sheet.headers["content-encoding"] == "gzip"
    for accepted in ("identity", "br, gzip;q=0"):
        plain = client(OWN).get(f"/_stcore/theme/{name}.css", {"accept-encoding": accepted})
        assert "content-encoding" not in plain.headers
        assert plain.text == sheet.text


def test_t02_the_page_is_packed_and_not_sent_twice(client: Any) -> None:
    app = client(OWN)
    packed = app.get("/", headers={"accept-encoding": "gzip, br"})
    plain = app.get("/", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    again = app.get("/", headers={"if-none-match": plain.headers["etag"]})
    assert again.status_code == 304
    assert app.get("/elsewhere").text == plain.text


FONTS = """
[theme]
font = "Nunito:https://fonts.googleapis.com/css2?family=Nunito, serif"
[[theme.fontFaces]]
family = "Far"
url = "https://fonts.example.com/far.woff2"
[[theme.fontFaces]]
family = "Near"
url = "app/static/near.woff2"
"""


def test_t08_the_policy_allows_the_hosts_of_fonts_alone(client: Any) -> None:
    page = client(FONTS, enable_static_serving=True).get("/")
    policy = page.headers["content-security-policy"]
    assert "style-src 'self' https://fonts.googleapis.com;" in policy
    assert "font-src 'self' https://fonts.example.com https://fonts.gstatic.com;" in policy
    [script] = re.findall(
        r'<script type="module" async src="\./(_stcore/theme/[^"]+\.js)">', page.text
    )
    asked = client(FONTS).get(f"/{script}")
    assert asked.headers["content-type"].startswith("text/javascript")
    assert '["https://fonts.googleapis.com/css2?family=Nunito"]' in asked.text
    sheet = script.replace(".js", ".css")
    assert "@import" not in client(FONTS).get(f"/{sheet}").text
    assert client(FONTS).get(f"/{sheet}?live").text.startswith("@import url(")
    assert 'src:url("../../app/static/near.woff2")' in client(FONTS).get(f"/{sheet}").text


def test_t08_a_font_that_will_not_be_found_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    themed(tmp_path, FONTS)
    assert "theme.fontFaces: 'Near' is not there" in caplog.text
    assert "set server.enableStaticServing = true" in caplog.text
    caplog.clear()
    themed(tmp_path, FONTS, enable_static_serving=True)
    assert "there is no such file in the folder static" in caplog.text
    caplog.clear()
    (tmp_path / "static").mkdir()
    (tmp_path / "static/near.woff2").touch()
    themed(tmp_path, FONTS, enable_static_serving=True)
    assert caplog.text == ""
    themed(tmp_path, FONTS.replace("app/static/", "fonts/"), enable_static_serving=True)
    assert "put it in the folder static" in caplog.text


def test_t07_the_log_names_what_cannot_be_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    theme = themed(tmp_path, "[theme]\nbase = 'light'\nprimaryColor = '#ffee00'")
    [record] = caplog.records
    assert record.levelno == logging.WARNING
    assert "primaryColor has a contrast of 1.2 on backgroundColor, and needs 3" in caplog.text
    assert theme.version.endswith("-light")


def test_t06_a_theme_may_be_based_on_a_file(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        "[theme]\nbase = 'dark'\nprimaryColor = '#aabbcc'\nlinkColor = '#ddeeff'\n"
    )
    theme = themed(tmp_path, "[theme]\nbase = 'house.toml'\nprimaryColor = '#ffd400'")
    assert theme.version.endswith("-dark")
    assert theme.file == tmp_path / "house.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "a file of TOML that can be read, got 'house.toml'"),
        ("[theme", "not valid TOML"),
        ("x = 1", "must have a table [theme], got none"),
        ("[theme]\nprimaryColour = 'red'", "did you mean theme.primaryColor?"),
        ("[theme]\nprimaryColor = 'nocolor'", "theme.primaryColor: must be a color"),
        ("[theme]\nbase = 'other.toml'", "got 'other.toml': copy the options"),
    ],
)
def test_t06_a_file_that_cannot_be_is_an_error(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "house.toml").write_text(text)
    with pytest.raises(StreamlitInvalidThemeError, match=re.escape(said)):
        themed(tmp_path, "[theme]\nbase = 'house.toml'")


def test_t06_an_address_that_is_not_reached_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(address: str) -> str:
        raise OSError("no route")

    monkeypatch.setattr(themes, "fetch", away)
    text = "[theme]\nbase = 'https://example.com/house.toml'\nprimaryColor = '#0b756c'"
    assert themed(tmp_path, text).version
    assert "https://example.com/house.toml cannot be reached (no route)" in caplog.text
    monkeypatch.setattr(themes, "fetch", lambda address: "[theme]\nbase = 'dark'")
    assert themed(tmp_path, text).version.endswith("-dark")


def test_t06_nobody_waits_for_another_host_once_the_app_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(themes, "fetch", lambda address: pytest.fail("it was asked for"))
    theme = themed(tmp_path, OWN)
    file = tmp_path / ".streamlit/config.toml"
    file.parent.mkdir()
    file.write_text("[theme]\nbase = 'https://example.com/house.toml'\nfont = 'serif'")
    assert theme.reload(Places({}, {}, (tmp_path,), None).load())
    assert "https://example.com/house.toml is asked for at the next start" in caplog.text


class House(BaseHTTPRequestHandler):
    """Answers with a theme, or with what else its path says."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_error(404)
            return
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            with suppress(OSError):
                while not self.server.is_over.wait(0.05):  # type: ignore[attr-defined]
                    self.wfile.write(b"#")
            return
        body = b"x" * (themes.LARGEST + 1) if self.path == "/large" else b"[theme]\n"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said: object) -> None:
        """Say nothing."""


def test_t06_a_theme_is_waited_for_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(themes, "LONGEST", 0.5)
    with ThreadingHTTPServer(("127.0.0.1", 0), House) as server:
        server.is_over = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with pytest.raises(OSError, match=r"not over within 0\.5 s"):
                themes.fetch(f"http://127.0.0.1:{server.server_port}/drip")
        finally:
            server.is_over.set()  # type: ignore[attr-defined]
            server.shutdown()


def test_t06_a_theme_is_fetched_up_to_a_size() -> None:
    with HTTPServer(("127.0.0.1", 0), House) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        try:
            assert themes.fetch(f"{address}/house.toml") == "[theme]\n"
            with pytest.raises(OSError, match="404"):
                themes.fetch(f"{address}/away")
            with pytest.raises(
                StreamlitInvalidThemeError, match="100,000 bytes, got more at http://127"
            ):
                themes.fetch(f"{address}/large")
        finally:
            server.shutdown()


def test_t09_a_saved_file_changes_the_theme_and_a_wrong_one_does_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / ".streamlit/config.toml"
    file.parent.mkdir()
    file.write_text(OWN + "[server]\nport = 1\n")
    places = Places({}, {}, (tmp_path,), None)
    config = places.load().config
    surroundings = surroundings_of(tmp_path, config)
    theme = Themes(surroundings, tmp_path)
    following = Following(theme, places)
    assert file in following.files
    first = theme.version
    assert not following.reload()

    file.write_text(OWN.replace("#ffd400", "#00ffaa") + "[server]\nport = 2\n")
    assert following.reload()
    assert theme.version != first
    assert surroundings.theme == theme.version
    assert surroundings.config.theme["theme.primaryColor"] == "#00ffaa"
    assert surroundings.config.server.port == 1

    second = theme.version
    file.write_text("[theme]\nprimaryColor = 'nocolor'")
    assert not following.reload()
    assert theme.version == second
    assert "theme.primaryColor: must be a color" in caplog.text
    assert f"correct {file}: the theme stays as it was" in caplog.text

    file.write_text("")
    assert following.reload()
    assert (theme.version, theme.page("<html lang=en>")) == ("", "<html lang=en>")


def test_t09_a_page_is_told_of_its_theme_and_of_another(start: Start, tmp_path: Path) -> None:
    file = tmp_path / ".streamlit/config.toml"
    file.parent.mkdir()
    file.write_text(OWN)
    server = start("st.text('hello')")
    with dial(f"127.0.0.1:{server.port}") as socket:
        socket.send(HELLO)
        welcome = read(socket, "welcome")
        assert re.fullmatch(r"[0-9a-f]{12}-dark", welcome[-1])
        read(socket, "run_ended")
        file.write_text(OWN.replace("dark", "light"))
        assert re.fullmatch(r"[0-9a-f]{12}-light", read(socket, "themed")[1])
        file.unlink()
        assert read(socket, "themed")[1] == ""


EDITOR = "/_stcore/theme"


def test_t11_the_editor_is_told_what_becomes_of_an_option(client: Any) -> None:
    app = client('[theme.sidebar]\nbackgroundColor = "#eeeeee"\n')
    answer = app.get(EDITOR, params={"options": '{"theme.light.primaryColor": "#FFEE00"}'})
    found = answer.json()
    assert answer.headers["cache-control"] == "no-store"
    assert "--st-primary-color:#ffee00" in found["css"]
    assert found["own"] == ""
    assert found["colors"]["light."]["primaryColor"] == "#ffee00"
    assert found["colors"]["dark."]["backgroundColor"] == "#10141a"
    assert found["whole"] == {"font": "sans-serif", "baseRadius": "medium", "baseFontSize": 16}
    failing = [each for each in found["contrast"] if not each[-1]]
    assert failing[0] == ["light", "primaryColor", "backgroundColor", 1.2, 3.0, False]
    assert found["toml"] == (
        '[theme.light]\nprimaryColor = "#ffee00"\n\n[theme.sidebar]\nbackgroundColor = "#eeeeee"\n'
    )


def test_t11_the_editor_is_told_what_an_entry_has_to_be(client: Any) -> None:
    found = client(OWN).get(EDITOR, params={"options": '{"theme.textColor": "#12"}'}).json()
    assert found["problems"] == {
        "theme.textColor": "must be a color, such as #0b756c, teal, rgb(11, 117, 108)"
        " or hsl(175, 83%, 25%)"
    }
    assert found["colors"][""]["primaryColor"] == "#ffd400"
    assert client("").get(EDITOR).json()["css"] == ""


def test_t11_visitors_have_no_editor(client: Any) -> None:
    app = client(OWN, allowed_hosts=["app.example.com"])
    answer = app.get(EDITOR, headers={"host": "app.example.com"})
    assert answer.status_code == 403
    assert "the editor is for developers" in answer.text
    assert "#ffd400" not in answer.text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("[]", "options must be JSON"),
        ("{", "options must be JSON"),
        ('{"x": 1}', "there must be such an option"),
        ('{"theme.base": "/etc/passwd.toml"}', "there must be such an option"),
        ('{"theme.fontFaces": [1]}', "options must be JSON"),
        ("x" * 5_000, "may take 4000 characters"),
        ("{" + ",".join(f'"theme.x{n}": 1' for n in range(60)) + "}", "may be 50 options"),
    ],
)
def test_t11_nonsense_is_refused(client: Any, options: str, said: str) -> None:
    answer = client("").get(EDITOR, params={"options": options})
    assert answer.status_code == 400
    assert said in answer.text
