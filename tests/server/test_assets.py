import asyncio
import base64
import gzip
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from ostinato.config import Config
from ostinato.config.options import Server
from ostinato.errors import ConfigError
from ostinato.server.app import App
from ostinato.server.assets import Assets

SCRIPT = "const socket = 1;"
PAGE = f"<!doctype html><script>{SCRIPT}</script><script type=module src=./assets/a-1.js></script>"
CODE = "export default 1;" * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "static/assets").mkdir(parents=True)
    static = tmp_path / "static"
    (static / "index.html").write_text(PAGE)
    (static / "assets/a-1.js").write_text(CODE)
    (static / "assets/a-1.js.gz").write_bytes(gzip.compress(CODE.encode()))
    (static / "assets/a-1.js.br").write_bytes(b"brotli")
    (static / "favicon.svg").write_text("<svg/>")
    icons = json.dumps({"home": "M1 2", "10k": "M3"})
    (static / "icons.json.gz").write_bytes(gzip.compress(icons.encode()))
    (static / "icon_names.txt").write_text("home\n10k")
    (tmp_path / "secret.txt").write_text("secret")
    return static


class Browser:
    """Asks an application for files, and takes the bodies as they are."""

    def __init__(self, app: Any) -> None:
        self.transport = httpx.ASGITransport(app)

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> httpx.Response:
        return asyncio.run(self._ask(method, path, headers))

    async def _ask(self, method: str, path: str, headers: dict[str, str]) -> httpx.Response:
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        url = httpx.URL("http://testserver", raw_path=path.encode())
        async with httpx.AsyncClient(transport=self.transport) as client:
            client.headers["accept-encoding"] = ""
            async with client.stream(method, url, headers=fields) as answer:
                body = b"".join([part async for part in answer.aiter_raw()])
        coding = answer.headers.pop("content-encoding", "")
        raw = httpx.Response(answer.status_code, headers=answer.headers, content=body)
        raw.headers["content-encoding"] = coding
        return raw


@pytest.fixture
def client(folder: Path) -> Browser:
    return Browser(Assets(folder))


def test_the_page_is_checked_for_freshness_each_time(client):
    first = client.get("/")
    assert first.text == PAGE
    assert first.headers["content-type"] == "text/html; charset=utf-8"
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/", if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get("/", if_none_match='"other"').status_code == 200


def test_named_assets_are_cached_for_good(client):
    answer = client.get("/assets/a-1.js")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert client.get("/favicon.svg").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("gzip;q=0.5, br;q=0.000", "gzip"),
        ("GZIP", "gzip"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_best_encoding_that_the_browser_takes_is_sent(folder, accepted, encoding):
    answer = Browser(Assets(folder)).get("/assets/a-1.js", accept_encoding=accepted)
    assert answer.headers["content-encoding"] == encoding
    assert answer.headers["vary"] == "accept-encoding"
    ending = {"br": ".br", "gzip": ".gz", "": ""}[encoding]
    assert answer.content == (folder / f"assets/a-1.js{ending}").read_bytes()
    assert answer.headers["content-length"] == str(len(answer.content))


def test_encodings_of_one_file_have_tags_of_their_own(client):
    tags = {
        client.get("/assets/a-1.js", accept_encoding=each).headers["etag"]
        for each in ("gzip", "identity")
    }
    assert len(tags) == 2


CODE_ONLY_PACKED = "export default 2;" * 20_000


@pytest.fixture
def packed(folder: Path) -> Path:
    """A build of which a file is there in its packed forms only."""
    path = folder / "assets/big.js"
    path.with_name("big.js.gz").write_bytes(gzip.compress(CODE_ONLY_PACKED.encode()))
    path.with_name("big.js.br").write_bytes(b"brotli")
    return folder


def test_a_file_that_is_kept_packed_is_sent_to_who_takes_no_encoding(packed: Path) -> None:
    browser = Browser(Assets(packed))
    plain = browser.get("/assets/big.js", accept_encoding="identity")
    assert plain.text == CODE_ONLY_PACKED
    assert plain.headers["content-length"] == str(len(CODE_ONLY_PACKED))
    assert plain.headers["content-type"] == "text/javascript; charset=utf-8"
    assert plain.headers["content-encoding"] == ""
    assert plain.headers["vary"] == "accept-encoding"
    head = browser.ask("HEAD", "/assets/big.js")
    assert (head.content, head.headers["content-length"]) == (b"", str(len(CODE_ONLY_PACKED)))
    gzipped = browser.get("/assets/big.js", accept_encoding="gzip")
    assert gzip.decompress(gzipped.content).decode() == CODE_ONLY_PACKED
    assert browser.get("/assets/big.js", accept_encoding="br, gzip").content == b"brotli"
    tags = {each.headers["etag"] for each in (plain, gzipped)}
    assert len(tags) == 2
    again = browser.get("/assets/big.js", if_none_match=plain.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert browser.get("/assets/big.js.gz").status_code == 404
    assert browser.get("/icons.json").status_code == 404


def test_it_is_unpacked_bit_by_bit(packed: Path) -> None:
    sizes: list[int] = []

    async def send(message: Any) -> None:
        sizes.append(len(message.get("body", b"")))

    scope = {"type": "http", "method": "GET", "path": "/assets/big.js", "headers": []}
    asyncio.run(Assets(packed)(scope, None, send))  # type: ignore[arg-type]
    assert sum(sizes) == len(CODE_ONLY_PACKED) > 4 * max(sizes)


def test_y04_only_a_worker_may_run_webassembly_and_nothing_else(folder: Path) -> None:
    (folder / "assets/graphviz_worker.js").write_text("1")
    (folder / "graphviz_worker.js").write_text("1")
    browser = Browser(Assets(folder))
    policy = browser.get("/assets/graphviz_worker.js").headers["content-security-policy"]
    assert policy == "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
    for path in ("/", "/assets/a-1.js", "/graphviz_worker.js"):
        assert "wasm" not in browser.get(path).headers["content-security-policy"]


def test_head_tells_the_length_and_sends_nothing(client):
    answer = client.ask("HEAD", "/")
    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(PAGE))
    assert answer.content == b""


def test_other_methods_are_refused(client):
    answer = client.ask("POST", "/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing.js",
        "/assets",
        "/assets/",
        "/assets/a-1.js.br",
        "/icons.json.gz",
        "/icon_names.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets/%00",
        "//etc/passwd",
    ],
)
def test_nothing_but_the_files_of_the_build_is_served(client, path):
    assert client.get(path).status_code == 404


def test_the_policy_allows_the_inline_script_of_the_page_and_no_other_but_blobs(client):
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    headers = client.get("/").headers
    policy = dict(
        each.strip().split(" ", 1) for each in headers["content-security-policy"].split(";")
    )
    assert policy["script-src"] == f"'self' blob: 'sha256-{digest}'"
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_icons_are_pictures_of_their_own(client):
    answer = client.get("/_stcore/icons/home.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.text == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -960 960 960"><path d="M1 2"/></svg>'
    )
    assert client.get("/_stcore/icons/10k.svg").status_code == 200


@pytest.mark.parametrize("name", ["house", "Home", "home.", "home%2fx", ""])
def test_unknown_icons_are_not_found(client, name):
    assert client.get(f"/_stcore/icons/{name}.svg").status_code == 404


def test_icons_may_be_missing(folder):
    (folder / "icons.json.gz").unlink()
    assert Browser(Assets(folder)).get("/_stcore/icons/home.svg").status_code == 404


def test_it_works_below_a_path(folder):
    app = Starlette(routes=[Mount("/tools/app", Mount("/inner", Assets(folder)))])
    client = Browser(app)
    assert client.get("/tools/app/inner/").text == PAGE
    assert client.get("/tools/app/inner/assets/a-1.js").status_code == 200
    assert client.get("/tools/app/inner/_stcore/icons/home.svg").status_code == 200


def test_without_a_build_it_says_what_to_run_until_there_is_one(tmp_path):
    client = Browser(Assets(tmp_path / "static"))
    answer = client.get("/")
    assert answer.status_code == 503
    assert "make setup" in answer.text
    (tmp_path / "static").mkdir()
    (tmp_path / "static/index.html").write_text(PAGE)
    assert client.get("/").text == PAGE


def test_a_new_build_is_served_without_a_restart(client, folder):
    assert client.get("/").text == PAGE
    (folder / "assets/b-2.js").write_text("2")
    (folder / "index.html").write_text("<script>other</script>")
    os.utime(folder / "index.html", ns=(1, 1))
    policy = client.get("/").headers["content-security-policy"]
    assert base64.b64encode(hashlib.sha256(b"other").digest()).decode() in policy
    assert client.get("/assets/b-2.js").text == "2"


@pytest.mark.parametrize(
    ("ancestors", "directive"),
    [
        (["*"], None),
        (["none"], "frame-ancestors 'none'"),
        (["self", "https://a.example"], "frame-ancestors 'self' https://a.example"),
        (["'self'", "*.b.example:*"], "frame-ancestors 'self' *.b.example:*"),
        (["https:", "*"], None),
    ],
)
def test_d03_the_policy_says_who_may_show_the_page_in_a_frame(
    folder: Path, ancestors: list[str], directive: str | None
) -> None:
    browser = Browser(Assets(folder, ancestors))
    for path in ("/", "/index.html", "/nothing"):
        policy = browser.get(path).headers["content-security-policy"].split("; ")
        assert [each for each in policy if each.startswith("frame-ancestors")] == (
            [directive] if directive else []
        )
        assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    ("ancestors", "directive"),
    [
        (["*"], []),
        (["'none'"], ["frame-ancestors 'self'"]),
        (["self", "https://a.example"], ["frame-ancestors 'self' https://a.example"]),
    ],
)
def test_html_is_written_into_a_page_with_an_origin_of_its_own(
    folder: Path, ancestors: list[str], directive: list[str]
) -> None:
    answer = Browser(Assets(folder, ancestors)).get("/_stcore/frame")
    sandbox, *others = answer.headers["content-security-policy"].split("; ")
    assert sandbox.startswith("sandbox ")
    assert "allow-scripts" in sandbox
    assert "allow-same-origin" not in sandbox
    assert others == directive
    assert "set-cookie" not in answer.headers
    assert "source !== parent" in answer.text


def test_d03_a_policy_takes_no_more_than_origins(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("")
    server = Server(frame_ancestors=["https://a.example; script-src *"])
    with pytest.raises(ConfigError, match="each must be an origin"):
        App(tmp_path / "app.py", config=Config(server=server))
