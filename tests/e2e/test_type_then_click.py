"""Whoever types, then clicks while the server changes, loses neither; no page is dead (+L09)."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows, with_field
from e2e.server import Server

SCRIPT = """
import time
import streamlit as st

st.session_state.setdefault("n", 0)
name = st.text_input("Name")
time.sleep(0.05)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n} name={name}")
"""
CUT = "WebSocket connection to|net::ERR_|Failed to load resource"
TIMES = 4


def restart(server: Server) -> None:
    server.kill()
    server.start()


def kill_a_worker(server: Server) -> None:
    for worker in server.workers[:1]:
        os.kill(worker, signal.SIGKILL)


def kill_all_workers(server: Server) -> None:
    for worker in server.workers:
        os.kill(worker, signal.SIGKILL)


@pytest.mark.parametrize("fault", [restart, kill_a_worker, kill_all_workers, Server.reload])
def test_l09_type_then_click_loses_no_click_when_processes_change(
    serve: Serve, visit: Visit, fault
) -> None:
    flags = [] if fault is restart else ["--workers", "2"]
    server = serve(SCRIPT, *flags)
    page = with_field(visit(server.url, but=CUT), "Name")
    for count in range(1, TIMES + 1):
        fault(server)
        page.get_by_label("Name").fill(f"name {count}")
        page.get_by_role("button", name="Add").click()
        shows(page, f"n={count} name=name {count}")
        settled(page)


def test_l09_typed_and_clicked_while_there_is_no_server(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT)
    page = with_field(visit(server.url, but=CUT), "Name")
    for count in range(1, TIMES + 1):
        server.kill()
        page.get_by_label("Name").fill(f"name {count}")
        page.get_by_role("button", name="Add").click()
        server.start()
        shows(page, f"n={count} name=name {count}")
        settled(page)


def test_r07_a_refresh_runs_the_changed_script_and_shows_the_old_page_until_then(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT, "--server.runOnSave", "false")
    page = visit(server.url)
    page.get_by_role("button", name="Add").click()
    shows(page, "n=1 name=")
    gate = Path(server.folder, "gate")
    Path(server.folder, "app.py").write_text(
        "import os, time\n"
        f"while not os.path.exists({str(gate)!r}):\n    time.sleep(0.01)\n"
        + SCRIPT.replace("n={st", "new n={st")
    )
    page.reload()
    shows(page, "n=1 name=")
    gate.touch()
    shows(page, "new n=1 name=")


def test_r08_a_failing_callback_leaves_a_page_that_works(serve: Serve, visit: Visit) -> None:
    server = serve(SCRIPT + 'st.button("Fail", on_click=lambda: 1 / 0)')
    page = visit(server.url)
    page.get_by_role("button", name="Add").click()
    page.get_by_role("button", name="Fail").click()
    expect(page.get_by_text("ZeroDivisionError").first).to_be_visible()
    shows(page, "n=1 name=")
    above(page)
    page.get_by_role("button", name="Add").click()
    shows(page, "n=2 name=")
    expect(page.get_by_text("ZeroDivisionError")).to_have_count(0)


def above(page: Page) -> None:
    """Hold that the error is above all else."""
    error = page.get_by_test_id("stException").bounding_box()
    field = page.get_by_label("Name").bounding_box()
    assert error
    assert field
    assert error["y"] < field["y"]


STEPS = """
import time
import streamlit as st

state = st.session_state
state.setdefault("step", 1)
data = state.setdefault("data", {})
if state.step < 5:
    time.sleep(%s)
    cups = st.number_input("Cups", value=0, key=f"cups {state.step}")
    time.sleep(%s)
    data[state.step] = cups
    st.button("Next", on_click=state.__setitem__, args=("step", state.step + 1))
st.text(f"step={state.step} data={data}")
"""


@pytest.mark.parametrize("work", [0, 0.25], ids=["quick", "slow"])
@pytest.mark.parametrize("held", [0, 90], ids=["at once", "held"])
def test_l11_a_field_of_a_page_that_is_left_at_once_is_not_lost(
    serve: Serve, visit: Visit, work: float, held: int
) -> None:
    page = visit(serve(STEPS % (work, work)).url)
    for step in range(1, 5):
        expect(page.get_by_text(f"step={step} data=")).to_be_visible()
        page.get_by_role("spinbutton", name="Cups").fill(str(10 * step))
        page.get_by_role("button", name="Next").click(delay=held)
    shows(page, "step=5 data={1: 10, 2: 20, 3: 30, 4: 40}")
