"""Files over HTTP: by their address, in parts, and never as a program."""

import asyncio
import gzip
import random
import threading
import time
from pathlib import Path
from unittest.mock import Mock

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from ostinato.errors import StoreError
from ostinato.run.filing import Filing
from ostinato.server.app import App
from ostinato.server.byte_range import Span, Unsatisfiable, span_of
from ostinato.server.media import PACKED, Media
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import NoFile
from ostinato.testing.app_test import AppTest
from ostinato.values.media_type import ARROW
from server.conftest import Start
from server.visitor import Visitor
from services import RedisServer

CONTENT = bytes(range(256)) * 1000


class Site:
    """Serves files, with no network between."""

    def __init__(self) -> None:
        self.filing = Filing(MemoryFiles(time.monotonic), b"key", time.monotonic)
        self.transport = httpx.ASGITransport(Media(lambda: self.filing))

    def put(self, content: bytes, type: str = "image/png") -> str:
        return f"/{self.filing.put(content, type).id}.png"

    def ask(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.transport) as client:
                fields = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, f"http://app{path}", headers=fields)

        return asyncio.run(ask())


@pytest.fixture
def site() -> Site:
    return Site()


def test_v02_who_waits_for_a_table_that_is_being_written_holds_no_thread(site: Site):
    gate, id = threading.Event(), "a" * 32

    def slow() -> list[bytes]:
        assert gate.wait(10)
        return [b"table"]

    async def ask() -> None:
        async with httpx.AsyncClient(transport=site.transport) as client:
            waiting = [asyncio.ensure_future(client.get(f"http://app/{id}.bin")) for _ in range(8)]
            await asyncio.sleep(0)
            try:
                other = await asyncio.wait_for(client.get(f"http://app{path}"), 5)
            finally:
                gate.set()
            assert other.content == CONTENT
            assert {each.content for each in await asyncio.gather(*waiting)} == {b"table"}

    path = site.put(CONTENT)
    site.filing.later.put(id, "text/plain", slow, 5, at_once=False)
    asyncio.run(ask())


def test_b08_a_file_is_served_whole_and_for_good(site: Site):
    answer = site.ask(site.put(CONTENT))
    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert answer.headers["content-type"] == "image/png"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["accept-ranges"] == "bytes"


def test_b09_no_script_runs_from_a_file(site: Site):
    for type in ("text/html", "image/svg+xml", "application/xml"):
        headers = site.ask(site.put(b"<script>alert(1)</script>", type)).headers
        assert headers["x-content-type-options"] == "nosniff"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert policy.endswith("sandbox")
        assert "script-src" not in policy


def test_v02_a_table_that_is_asked_for_as_a_whole_travels_packed(site: Site):
    path = site.put(CONTENT, ARROW)
    packed = site.ask(path, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(CONTENT) / 10
    assert packed.content == CONTENT
    plain = site.ask(path, accept_encoding="gzip;q=0")
    assert (plain.content, plain.headers["content-length"]) == (CONTENT, str(len(CONTENT)))
    assert plain.headers["etag"] != packed.headers["etag"]
    again = site.ask(path, accept_encoding="gzip", if_none_match=packed.headers["etag"])
    assert again.status_code == 304
    assert {each.headers["vary"] for each in (packed, plain, again)} == {"accept-encoding"}
    head = site.ask(path, "HEAD", accept_encoding="gzip")
    assert (head.content, head.headers["content-length"]) == (b"", packed.headers["content-length"])


def test_v02_a_table_is_packed_once_for_all_who_ask_at_the_same_moment_or_later(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    path = site.put(CONTENT, ARROW)
    pack = Mock(side_effect=gzip.compress)
    monkeypatch.setattr("ostinato.server.media.gzip.compress", pack)

    async def ask() -> list[bytes]:
        async with httpx.AsyncClient(transport=site.transport) as client:
            fields = {"accept-encoding": "gzip"}
            asking = [client.get(f"http://app{path}", headers=fields) for _ in range(20)]
            return [answer.content for answer in await asyncio.gather(*asking)]

    assert asyncio.run(ask()) == [CONTENT] * 20
    assert site.ask(path, accept_encoding="gzip").content == CONTENT
    assert pack.call_count == 1


@pytest.mark.parametrize("content", [b"", random.Random(0).randbytes(10_000)])
def test_v02_what_packing_makes_no_smaller_travels_as_it_is(site: Site, content: bytes):
    path = site.put(content, ARROW)
    for _ in range(2):
        answer = site.ask(path, accept_encoding="gzip")
        assert "content-encoding" not in answer.headers
        assert answer.content == content


@pytest.mark.parametrize(
    ("type", "more", "headers"),
    [
        (ARROW, b"", {"range": "bytes=0-99"}),
        (ARROW, bytes(PACKED), {}),
        ("image/png", b"", {}),
    ],
    ids=["a part", "a large one", "what is no table"],
)
def test_v02_nothing_else_is_packed(site: Site, type: str, more: bytes, headers: dict[str, str]):
    answer = site.ask(site.put(CONTENT + more, type), accept_encoding="gzip", **headers)
    assert "content-encoding" not in answer.headers
    assert answer.content == (CONTENT + more)[: 100 if headers else None]


def test_v02_a_table_that_is_gone_or_away_is_told_in_a_sentence(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    path = site.put(CONTENT, ARROW)
    for outcome, status in (([b"cut", b""], 404), (NoFile("x"), 404), (StoreError("away"), 503)):
        monkeypatch.setattr(site.filing, "read", Mock(side_effect=outcome))
        assert site.ask(path, accept_encoding="gzip").status_code == status


@pytest.mark.parametrize(
    ("header", "size", "span"),
    [
        ("", 10, None),
        ("bytes=0-0", 10, Span(0, 1)),
        ("bytes=2-", 10, Span(2, 10)),
        ("bytes=-3", 10, Span(7, 10)),
        ("bytes=-99", 10, Span(0, 10)),
        ("bytes=5-999999999999", 10, Span(5, 10)),
        ("BYTES= 1-2", 10, Span(1, 3)),
        ("bytes=5-1", 10, None),
        ("bytes=-", 10, None),
        ("items=0-1", 10, None),
        ("bytes=" + ",".join(f"{each}-{each}" for each in range(5000)), 10, None),
        ("bytes=0-" + "9" * 10_000, 10, None),
        ("bytes=١-٢", 10, None),
    ],
)
def test_which_bytes_are_asked_for(header: str, size: int, span: Span | None):
    assert span_of(header, size) == span


@pytest.mark.parametrize(
    ("header", "size"),
    [("bytes=10-", 10), ("bytes=1000000000000-", 10), ("bytes=-0", 10), ("bytes=0-", 0)],
)
def test_bytes_that_are_not_there(header: str, size: int):
    with pytest.raises(Unsatisfiable):
        span_of(header, size)


def test_what_has_no_scripts_can_be_looked_at_by_itself(site: Site):
    # In a sandbox, Chromium neither plays anything nor shows a PDF.
    for type in ("image/png", "video/mp4", "audio/wav", "application/pdf"):
        policy = site.ask(site.put(b"content", type)).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "sandbox" not in policy


def test_b08_a_part_is_served(site: Site):
    answer = site.ask(site.put(CONTENT), range="bytes=100000-100009")
    assert (answer.status_code, answer.content) == (206, CONTENT[100000:100010])
    assert answer.headers["content-range"] == "bytes 100000-100009/256000"
    assert answer.headers["content-length"] == "10"


def test_a_part_that_is_not_there_is_refused(site: Site):
    answer = site.ask(site.put(CONTENT), range="bytes=1000000000000-")
    assert answer.status_code == 416
    assert answer.headers["content-range"] == "bytes */256000"
    assert answer.headers["cache-control"] == "no-store"


def test_a_part_of_another_file_is_not_mixed_in(site: Site):
    path = site.put(CONTENT)
    tag = site.ask(path).headers["etag"]
    assert site.ask(path, range="bytes=0-1", if_range=tag).status_code == 206
    assert site.ask(path, range="bytes=0-1", if_range='"other"').status_code == 200


def test_head_has_what_get_has_and_no_bytes(site: Site):
    path = site.put(CONTENT)
    for headers in ({}, {"range": "bytes=1-9"}, {"range": "bytes=999999-"}):
        whole, head = site.ask(path, **headers), site.ask(path, "HEAD", **headers)
        assert head.status_code == whole.status_code
        assert head.headers == whole.headers
        assert head.content == b""


def test_who_has_it_is_not_sent_it_again(site: Site):
    path = site.put(CONTENT)
    tag = site.ask(path).headers["etag"]
    for header in (tag, f'"x", W/{tag}', f"{tag}, *"):
        answer = site.ask(path, if_none_match=header, range="bytes=0-1")
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == tag


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/../app.db",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/" + "0" * 32 + "/../../secret",
        "/" + "0" * 32,
        "/" + "0" * 32 + ".png",
        "/" + "0" * 40 + ".png",
        "/" + "A" * 32 + ".png",
        "/aa/" + "0" * 32,
        "/drafts/0000000000000000",
        "/" + "a" * 20_000,
    ],
)
def test_b09_an_id_is_no_path(site: Site, path: str):
    answer = site.ask(path)
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"


def test_files_are_only_read(site: Site):
    answer = site.ask(site.put(CONTENT), "POST")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("a.csv", "attachment; filename=\"a.csv\"; filename*=UTF-8''a.csv"),
        ("ü 漢.csv", "attachment; filename=\"_ _.csv\"; filename*=UTF-8''%C3%BC%20%E6%BC%A2.csv"),
        ('a"\r\nb', "attachment; filename=\"a___b\"; filename*=UTF-8''a%22%0D%0Ab"),
    ],
)
def test_a_file_is_saved_under_its_name(site: Site, name: str, header: str):
    id = site.put(b"1").partition(".")[0]
    path = f"{id}/{httpx.QueryParams({'n': name})}".replace("n=", "").replace("+", "%20")
    assert site.ask(path).headers["content-disposition"] == header


def test_a_file_that_is_shown_has_its_name(site: Site):
    answer = site.ask(f"{site.put(b'1')}/my%20bill.pdf")
    header = "inline; filename=\"my bill.pdf\"; filename*=UTF-8''my%20bill.pdf"
    assert (answer.status_code, answer.headers["content-disposition"]) == (200, header)


def test_b09_what_is_private_is_not_served(site: Site):
    store = MemoryFiles(time.monotonic)
    site.filing = Filing(store, b"key", time.monotonic)
    with store.begin("image/png", is_private=True) as draft:
        draft.write(b"secret")
        draft.commit("0" * 32, 100)
    assert site.filing.open("0" * 32).read() == b"secret"
    assert site.ask(f"/{'0' * 32}.png").status_code == 404


class Away(MemoryFiles):
    """A store that cannot be reached."""

    def find(self, id: str):
        raise StoreError("away")


def test_n03_a_store_that_is_away_says_when_to_ask_again(site: Site):
    site.filing = Filing(Away(time.monotonic), b"key", time.monotonic)
    answer = site.ask(f"/{'0' * 32}.png")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.headers["cache-control"] == "no-store"


SHOW = """
from ostinato.run.files import keep
st.text(keep(b"a picture", type="image/png"))
st.text(keep(b"a table", type="text/csv", name="a b.csv"))
"""


def test_apptest_reads_what_a_script_keeps():
    app = AppTest.from_string(f"import streamlit as st\n{SHOW}").run()
    assert [app.files[text.value] for text in app.text] == [b"a picture", b"a table"]
    with pytest.raises(KeyError, match="there is no file at this address"):
        app.files["_stcore/media/" + "0" * 32 + ".png"]
    with pytest.raises(TypeError, match="files are not listed: ask for one by its address"):
        list(app.files)


def test_n04_an_app_serves_what_its_script_keeps(start: Start):
    server = start(SHOW)
    with Visitor(server) as visitor:
        shown, saved = visitor.texts
    answer = httpx.get(f"{server.url}/{shown}")
    assert (answer.content, answer.headers["content-type"]) == (b"a picture", "image/png")
    answer = httpx.get(f"{server.url}/{saved}")
    assert answer.content == b"a table"
    assert answer.headers["content-disposition"].startswith('attachment; filename="a b.csv"')
    server.kill()
    # Another process has it, too, whatever it has run, and below whatever path it serves.
    other = start(SHOW, "--server.baseUrlPath", "some/where")
    assert other.url.endswith("/some/where")
    assert httpx.get(f"{other.url}/{shown}").content == b"a picture"


def test_n04_over_redis_every_server_has_what_one_of_them_keeps(start: Start, tmp_path: Path):
    (tmp_path / "redis").mkdir()
    redis = RedisServer(tmp_path / "redis").start()
    flags = ("--session.store", redis.url)
    first = start(SHOW, *flags)
    other = start(SHOW, *flags)
    try:
        with Visitor(first) as visitor:
            shown, _ = visitor.texts
        assert httpx.get(f"{other.url}/{shown}").content == b"a picture"
        redis.kill()
        for each in (first, other):
            assert httpx.get(f"{each.url}/{shown}").status_code == 503
        # A page runs as ever, and its own server shows what it has.
        with Visitor(first) as visitor:
            assert visitor.texts[0] == shown
        assert httpx.get(f"{first.url}/{shown}").content == b"a picture"
    finally:
        redis.kill()


def test_n04_an_app_that_is_mounted_serves_its_files_below_its_path(tmp_path: Path):
    script = tmp_path / "app.py"
    script.write_text("")
    app = App(script)
    outer = Starlette(routes=[Mount("/dash", app)], lifespan=app.lifespan())

    async def ask() -> tuple[int, bytes, int]:
        async with (
            outer.router.lifespan_context(outer),
            httpx.AsyncClient(transport=httpx.ASGITransport(outer)) as client,
        ):
            id = app._lifetime.files().put(CONTENT, "image/png").id  # noqa: SLF001
            found = await client.get(f"http://app/dash/_stcore/media/{id}.png")
            other = await client.get(f"http://app/_stcore/media/{id}.png")
            return found.status_code, found.content, other.status_code

    assert asyncio.run(ask()) == (200, CONTENT, 404)
