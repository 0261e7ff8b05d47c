"""The files of custom components over HTTP."""

import asyncio
import os
import time
from pathlib import Path

import httpx
import pytest

from ostinato.run.component_folders import TYPE, find_folder, put_folder
from ostinato.run.filing import Filing
from ostinato.server.components import Components
from ostinato.server.media import Media
from ostinato.stores.file_memory import MemoryFiles


class Site:
    """Serves the folder of a component from another process than that whose script drew it."""

    def __init__(self, folder: Path, ancestors: tuple[str, ...] = ("*",)) -> None:
        store = MemoryFiles(time.monotonic)
        drawing = Filing(store, b"key", time.monotonic)
        self.id = put_folder(drawing, folder).id
        self.filing = Filing(store, b"key", time.monotonic)
        self.app = Components(lambda: self.filing, ancestors)

    def ask(self, name: str, method: str = "GET", **headers: str) -> httpx.Response:
        return self.request(self.app, f"/app.clock/{self.id}{name}", method, **headers)

    def request(
        self, app: Components | Media, path: str, method: str = "GET", **headers: str
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport) as client:
                fields = {name.replace("_", "-"): value for name, value in headers.items()}
                url = httpx.URL("http://app", raw_path=path.encode())
                return await client.request(method, url, headers=fields)

        return asyncio.run(ask())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    (folder / "static/js").mkdir(parents=True)
    (folder / "index.html").write_text("<p>clock</p>")
    for name in ("static/js/main.1a2b3c4d.js", "static/js/main.js", "a.mjs", "a.woff2", ".env"):
        (folder / name).write_text(name)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "inner.html").symlink_to("index.html")
    os.mkfifo(folder / "pipe.txt")
    return folder


@pytest.mark.parametrize(
    ("name", "type", "caching"),
    [
        ("", "text/html; charset=utf-8", "no-cache"),
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/index.html", "text/html; charset=utf-8", "no-cache"),
        ("/inner.html", "text/html; charset=utf-8", "no-cache"),
        ("/static/js/main.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/static/js/main.1a2b3c4d.js", "text/javascript; charset=utf-8", "immutable"),
        ("/a.mjs", "text/javascript; charset=utf-8", "no-cache"),
        ("/a.woff2", "font/woff2", "no-cache"),
    ],
)
def test_m06_files_are_served_by_any_process(
    folder: Path, name: str, type: str, caching: str
) -> None:
    answer = Site(folder).ask(name)
    assert (answer.status_code, answer.headers["content-type"]) == (200, type)
    assert caching in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "name",
    [
        "/nope.js",
        "/.env",
        "/out.txt",
        "/up/secret.txt",
        "/up",
        "/pipe.txt",
        "/static",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/static/../../secret.txt",
        "/..%2fsecret.txt",
        "//etc/passwd",
        "/static//js/main.js",
        "/index.html%00.js",
        "/" + "a" * 5000,
    ],
)
def test_m06_nothing_else_is_served(folder: Path, name: str) -> None:
    answer = Site(folder).ask(name)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_m06_only_folders_that_a_script_has_shown_have_an_address(folder: Path) -> None:
    site = Site(folder)
    for path in ("/", "/app.clock", "/app.clock/", f"/{site.id}/index.html", "/app.clock/0/x"):
        assert site.request(site.app, path).status_code == 404
    assert site.request(site.app, f"/app.clock/{'0' * 32}/index.html").status_code == 404
    # A file of another kind leads nowhere, and one that nobody has signed neither.
    other = site.filing.put(b"x" * 16 + b"/etc", "image/png").id
    forged = site.filing.put(b"x" * 16 + b"/etc", TYPE).id
    for id in (other, forged):
        assert find_folder(site.filing, id) is None
        assert site.request(site.app, f"/app.clock/{id}/passwd").status_code == 404


def test_m06_where_a_folder_lies_is_nobodys_business(folder: Path) -> None:
    site = Site(folder)
    media = Media(lambda: site.filing)
    assert site.request(media, f"/{site.id}.bin").status_code == 404


def test_m06_a_file_that_has_changed_is_fetched_again(folder: Path) -> None:
    site = Site(folder)
    tag = site.ask("/index.html").headers["etag"]
    assert site.ask("/index.html", if_none_match=tag).status_code == 304
    (folder / "index.html").write_text("<p>another clock</p>")
    assert site.ask("/index.html", if_none_match=tag).text == "<p>another clock</p>"
    assert site.ask("/index.html", "HEAD").text == ""
    assert site.ask("/index.html", "POST").status_code == 405


def test_m13_its_page_is_shown_by_the_app_alone(folder: Path) -> None:
    policy = Site(folder, ("https://portal.example",)).ask("").headers["content-security-policy"]
    assert "frame-ancestors 'self' https://portal.example" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors" not in Site(folder).ask("").headers["content-security-policy"]


def test_m13_an_isolated_page_has_no_origin_wherever_it_is_opened(folder: Path) -> None:
    site = Site(folder)
    site.app = Components(lambda: site.filing, ("*",), is_isolated=True)
    policy = site.ask("").headers["content-security-policy"]
    assert "; sandbox " in policy
    assert "allow-same-origin" not in policy
    assert "sandbox" not in Site(folder).ask("").headers["content-security-policy"]
