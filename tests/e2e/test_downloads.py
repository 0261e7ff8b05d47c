"""Downloads in a browser: the very bytes, once, whatever happens to the server meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from e2e.page import Serve, Visit, settled, shows, until
from services import RedisServer

CUT = "WebSocket connection to|net::ERR_|Failed to load resource"

SCRIPT = """
import os
import time
from pathlib import Path

import streamlit as st

gate, begun = Path(__file__).with_name("gate"), Path(__file__).with_name("begun")
message = st.text_input("Message")
st.session_state.setdefault("presses", 0)


def count():
    st.session_state.presses += 1


def make():
    begun.write_text("yes")
    while not gate.exists():
        time.sleep(0.01)
    return f"{message} made\\n".encode() * 100_000


def fail():
    raise ValueError("no such report")


st.download_button("Text", f"{message} kept", "näme ✓.txt")
st.download_button("Ignored", b"\\x00\\x01" * 500_000, on_click="ignore")
st.download_button("Report", make, "report.csv", "text/csv", on_click=count)
st.download_button("Broken", fail)
st.text(f"presses: {st.session_state.presses}")
"""


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def saves(page: Page, label: str) -> Download:
    with page.expect_download() as come:
        page.get_by_role("button", name=label).click()
    return come.value


def test_files_are_saved_under_their_names(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SCRIPT).url)
    text = saves(page, "Text")
    assert (text.suggested_filename, content(text)) == ("näme ✓.txt", b" kept")
    ignored = saves(page, "Ignored")
    assert ignored.suggested_filename == "download.bin"
    assert content(ignored) == b"\x00\x01" * 500_000


def test_what_is_half_typed_is_in_the_file(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    Path(server.folder, "gate").touch()
    page = visit(server.url)
    page.get_by_label("Message").fill("first")
    assert content(saves(page, "Text")) == b"first kept"
    page.get_by_label("Message").fill("second")
    assert content(saves(page, "Report")) == b"second made\n" * 100_000


def test_a_file_that_is_made_shows_so_and_blocks_nothing(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = visit(server.url)
    report = page.get_by_role("button", name="Report")
    report.click()
    shows(page, "presses: 1")
    expect(report).to_have_attribute("aria-busy", "true")
    report.click(force=True)
    page.get_by_label("Message").fill("meanwhile")
    page.get_by_label("Message").press("Enter")
    assert content(saves(page, "Text")) == b"meanwhile kept"
    with page.expect_download() as come:
        Path(server.folder, "gate").touch()
    assert content(come.value) == b" made\n" * 100_000
    assert come.value.suggested_filename == "report.csv"
    expect(report).not_to_have_attribute("aria-busy", "true")
    shows(page, "presses: 1")


def test_what_cannot_be_made_is_said_below_the_button(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SCRIPT).url)
    page.get_by_role("button", name="Broken").click()
    expect(page.get_by_role("alert")).to_have_text("ValueError: no such report")


def test_j02_a_file_comes_once_though_the_server_is_killed_as_it_is_made(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    downloads: list[Download] = []
    page.on("download", lambda each: downloads.append(each))
    page.get_by_label("Message").fill("kept")
    page.get_by_role("button", name="Report").click()
    until(page, Path(server.folder, "begun").exists)
    shows(page, "presses: 1")
    expect(page.get_by_test_id("stSaving")).to_have_count(0)
    server.kill()
    Path(server.folder, "gate").touch()
    server.start()
    until(page, lambda: downloads)
    assert content(downloads[0]) == b"kept made\n" * 100_000
    settled(page)
    shows(page, "presses: 1")
    assert content(saves(page, "Text")) == b"kept kept"
    assert [each.suggested_filename for each in downloads] == ["report.csv", "näme ✓.txt"]


def test_j02_a_file_comes_though_the_page_is_loaded_again(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = visit(server.url)
    page.get_by_role("button", name="Report").click()
    until(page, Path(server.folder, "begun").exists)
    page.reload()
    settled(page)
    with page.expect_download() as come:
        Path(server.folder, "gate").touch()
    assert content(come.value) == b" made\n" * 100_000
    page.reload()
    settled(page)
    expect(page.get_by_role("button", name="Report")).not_to_have_attribute("aria-busy", "true")


def test_j02_a_file_is_saved_though_the_server_is_away_for_a_while(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    server.kill()
    with page.expect_download() as come:
        page.get_by_role("button", name="Ignored").click()
        server.start()
    assert content(come.value) == b"\x00\x01" * 500_000


MANY = """
import time

import streamlit as st

text = st.text_input("Text")
for each in "abcd":
    st.download_button(each, lambda each=each: f"{text} {each} {time.time()}", f"{each}.txt")
st.download_button("e", f"{text} e", "e.txt", on_click="ignore")
"""


@pytest.mark.parametrize("is_persistent", [True, False])
def test_j02_files_come_whichever_process_is_asked_when_the_store_is_back(
    serve: Serve,
    visit: Visit,
    start_redis: Callable[..., RedisServer],
    is_persistent: bool,
) -> None:
    settings = ("--appendonly", "yes", "--appendfsync", "always") if is_persistent else ()
    redis = start_redis(*settings)
    server = serve(MANY, "--server.workers", "2", "--store", redis.url)
    page = visit(server.url, but=CUT)
    come = dict[str, bytes]()
    page.on("download", lambda each: come.update({each.suggested_filename: content(each)}))
    shows(page, "a")
    redis.kill()
    page.get_by_label("Text").fill("entered meanwhile")
    for label in "abcde":
        page.get_by_role("button", name=label, exact=True).click()
    page.wait_for_timeout(1500)
    redis.start()
    until(page, lambda: len(come) == 5)
    assert {content[:19] for content in come.values()} == {
        f"entered meanwhile {each}".encode() for each in "abcde"
    }
