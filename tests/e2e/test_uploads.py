"""Uploads as a person has them: over kill -9, F5, cut networks and a change of server."""

import hashlib
import os
import random
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from e2e.axe import SCREENS, load_axe, violations
from e2e.page import Serve, Visit, settled, shows
from e2e.proxy import Proxy
from e2e.server import Server

SCRIPT = """
    import hashlib
    import os

    import streamlit as st

    def told(files):
        for file in files:
            digest = hashlib.sha256()
            while block := file.read(1 << 20):
                digest.update(block)
            st.text(f"{file.name} {file.type} {file.size} {digest.hexdigest()}")

    st.session_state.setdefault("changes", 0)

    def changed():
        st.session_state.changes += 1

    one = st.file_uploader("One", key="one", on_change=changed, type=["bin", "csv"])
    told([one] if one else [])
    told(st.file_uploader("Several", accept_multiple_files=True, key="several", max_upload_size=5))
    told(st.file_uploader("Folder", accept_multiple_files="directory", key="folder", type="csv"))
    if st.button("Count"):
        st.session_state.count = st.session_state.get("count", 0) + 1
    st.text(f"count {st.session_state.get('count', 0)}")
    st.text(f"changes {st.session_state.changes}")
    st.text(f"served by {os.getpid()}")
"""
CUT = "WebSocket connection to|net::ERR_|Failed to load resource"
UPLOADS = "**/_stcore/uploads"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, int], Path]:
    """Make a file of so many bytes that are like no other's."""

    def make(name: str, size: int) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(random.Random(name).randbytes(size))
        return path

    return make


def line(path: Path, type: str = "application/octet-stream", name: str | None = None) -> str:
    content = path.read_bytes()
    return f"{name or path.name} {type} {len(content)} {hashlib.sha256(content).hexdigest()}"


def uploader(page: Page, label: str) -> Locator:
    return page.get_by_test_id("stFileUploader").filter(
        has=page.get_by_test_id("stWidgetLabel").filter(has_text=re.compile(f"^{label}$"))
    )


def choose(page: Page, label: str, *paths: Path) -> None:
    uploader(page, label).locator("input[type=file]").set_input_files(list(paths))


class Brake:
    """Lets so many parts of files go, and holds the next one until it is released."""

    def __init__(self, page: Page, parts: int = 2) -> None:
        self._parts = parts
        self._page = page
        self._held: list[Route] = []
        page.route(UPLOADS, self._take)

    def release(self) -> None:
        """Let all go, no longer by way of the test, which takes seconds for what is large."""
        self._parts = 1000
        while self._held:
            self._held.pop().continue_()
        self._page.unroute(UPLOADS, self._take)

    def _take(self, route: Route) -> None:
        self._parts -= 1
        if self._parts >= 0:
            route.continue_()
        else:
            self._held.append(route)


def arrived(page: Page, label: str, share: float) -> None:
    """Wait until so much of a file is on the server."""
    bar = uploader(page, label).get_by_role("progressbar")
    page.wait_for_function(
        "([bar, share]) => bar && bar.value >= share", arg=[bar.element_handle(), share]
    )


def test_u01_a_file_is_chosen_and_read_by_the_script(
    server: Server, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    page, path = visit(server.url), make("data.csv", 3 * MEGABYTE)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose file One").click()
    chooser.value.set_files(path)
    shows(page, line(path, "text/csv"))
    shows(page, "changes 1")
    expect(uploader(page, "One").get_by_test_id("stFileChip")).to_have_text(re.compile("3 MB"))
    page.reload()
    shows(page, line(path, "text/csv"))
    page.get_by_role("button", name="Remove data.csv").click()
    expect(page.get_by_text(line(path, "text/csv"))).to_have_count(0)
    shows(page, "changes 2")


def test_u01_several_files_are_one_change_and_what_does_not_fit_says_why(
    server: Server, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    page = visit(server.url)
    small = [make(f"{number}.txt", 1000 * number) for number in range(5)]
    choose(page, "Several", *small, make("large.txt", 6 * MEGABYTE))
    for path in small:
        shows(page, line(path, "text/plain"))
    expect(uploader(page, "Several").get_by_role("alert")).to_have_text(
        "File must be 5 MB or smaller."
    )
    choose(page, "One", make("odd.exe", 10))
    expect(uploader(page, "One").get_by_role("alert")).to_have_text(".exe files are not allowed.")
    shows(page, "changes 0")


def test_u01_a_folder_brings_the_files_that_fit_with_their_paths(
    server: Server, visit: Visit, make: Callable[[str, int], Path], tmp_path: Path
) -> None:
    page = visit(server.url)
    deep = make("tree/deep/a.csv", 10)
    make("tree/b.txt", 10)
    choose(page, "Folder", tmp_path / "tree")
    shows(page, line(deep, "text/csv", "tree/deep/a.csv"))
    expect(uploader(page, "Folder").get_by_test_id("stFileChip")).to_have_count(1)


def test_u01_files_are_dropped_and_pasted(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    content = hashlib.sha256(b"1,2").hexdigest()
    for number, kind in enumerate(("drop", "paste")):
        page.evaluate(
            """([kind, name]) => {
                const data = new DataTransfer();
                data.items.add(new File(["1,2"], name, { type: "text/csv" }));
                const zones = document.querySelectorAll("[data-testid=stFileUploaderDropzone]");
                const event = kind === "drop"
                    ? new DragEvent("drop", { dataTransfer: data, bubbles: true })
                    : new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
                zones[1].dispatchEvent(event);
            }""",
            [kind, f"{number}.csv"],
        )
        shows(page, f"{number}.csv text/csv 3 {content}")


def test_u02_an_upload_goes_on_after_kill_9_and_what_is_whole_outlasts_one(
    serve: Serve, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    server = serve(SCRIPT)
    page = visit(server.url, but=CUT)
    path = make("large.bin", 12 * MEGABYTE)
    brake = Brake(page)
    choose(page, "One", path)
    arrived(page, "One", 0.05)
    server.kill()
    brake.release()
    page.get_by_role("button", name="Count").click()
    server.start()
    shows(page, line(path))
    shows(page, "count 1")
    server.kill()
    server.start()
    page.reload()
    shows(page, line(path))
    shows(page, "changes 1")


def test_u02_a_network_that_is_cut_only_takes_time(
    serve: Serve, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    server = serve(SCRIPT)
    with Proxy(server.port) as proxy:
        page = visit(proxy.url, but=CUT)
        path = make("large.bin", 12 * MEGABYTE)
        brake = Brake(page)
        choose(page, "One", path)
        arrived(page, "One", 0.05)
        proxy.cut()
        brake.release()
        expect(page.get_by_text("Waiting for the connection …")).to_be_visible()
        proxy.mend()
        shows(page, line(path))
        shows(page, "changes 1")


def test_u02_workers_that_die_lose_no_part(
    serve: Serve, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    server = serve(SCRIPT, "--workers", "2")
    page = visit(server.url, but=CUT)
    path = make("large.bin", 12 * MEGABYTE)
    brake = Brake(page)
    choose(page, "One", path)
    arrived(page, "One", 0.05)
    os.kill(server.workers[0], signal.SIGKILL)
    brake.release()
    shows(page, line(path))
    for worker in server.workers:
        os.kill(worker, signal.SIGKILL)
    page.reload()
    settled(page, within=20_000)
    shows(page, line(path))


def test_u03_what_was_whole_before_f5_counts_and_what_was_not_is_named(
    serve: Serve, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    page = visit(serve(SCRIPT).url, but=CUT)
    small, large = make("small.bin", 1000), make("large.bin", 5 * MEGABYTE)
    hold_parts_beyond(page, 100_000)
    choose(page, "Several", small, large)
    expect(uploader(page, "Several").locator("[data-status=done]")).to_have_count(1)
    page.reload()
    shows(page, line(small))
    lost = uploader(page, "Several").get_by_test_id("stFileUploaderLost")
    expect(lost).to_contain_text("large.bin")
    page.unroute_all()
    choose(page, "Several", large)
    shows(page, line(large))
    shows(page, line(small))
    expect(lost).to_have_count(0)


def hold_parts_beyond(page: Page, size: int) -> None:
    """Never answer requests that bring more bytes than that."""
    page.route(
        UPLOADS,
        lambda route: (
            None if len(route.request.post_data_buffer or b"") > size else route.continue_()
        ),
    )


def test_u01_an_upload_can_be_cancelled_and_clicks_count_meanwhile(
    server: Server, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    page = visit(server.url, but=CUT)
    hold_parts_beyond(page, 1000)
    choose(page, "One", make("large.bin", 5 * MEGABYTE))
    page.get_by_role("button", name="Count").click()
    shows(page, "count 1")
    page.get_by_role("button", name="Cancel large.bin").click()
    expect(uploader(page, "One").get_by_test_id("stFileChip")).to_have_count(0)
    shows(page, "changes 0")


FORM = """
    import streamlit as st

    with st.form("order", clear_on_submit=True):
        file = st.file_uploader("File")
        st.form_submit_button("Send")
    st.text(f"got {file.name if file else None}")
"""


def test_f01_a_file_in_a_form_goes_with_it_and_f03_stays_over_f5(
    serve: Serve, visit: Visit, make: Callable[[str, int], Path]
) -> None:
    page = visit(serve(FORM).url)
    choose(page, "File", make("a.txt", 10))
    chip = uploader(page, "File").locator("[data-status=done]")
    expect(chip).to_have_count(1)
    shows(page, "got None")
    page.reload()
    expect(chip).to_have_count(1)
    page.get_by_role("button", name="Send").click()
    shows(page, "got a.txt")
    expect(chip).to_have_count(0)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(
    server: Server, visit: Visit, theme: str, screen: str, make: Callable[[str, int], Path]
) -> None:
    page = visit(server.url, before=load_axe, viewport=SCREENS[screen], color_scheme=theme)
    choose(page, "Several", make("a.txt", 10), make("b.txt", 6 * MEGABYTE))
    expect(uploader(page, "Several").get_by_role("alert")).to_be_visible()
    settled(page)
    assert violations(page) == []
