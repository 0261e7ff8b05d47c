"""A click that ends the process ends a few of them, and no more (+L10)."""

import sys
from pathlib import Path

import pytest

from e2e.server import Server
from server.visitor import COUNTER, Visitor

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")

DEADLY = f"""
import os
import streamlit as st
{COUNTER}
st.button("Exit", on_click=lambda: os._exit(3))
"""
MOST_ENDS = 4


def test_l10_a_click_that_ends_workers_ends_few_and_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(DEADLY)
    server = Server.of(tmp_path / "app.py", "--workers", "2").start()
    try:
        with Visitor(server) as guilty, Visitor(server) as innocent:
            innocent.click("Add one")
            guilty.click_on("Exit", lambda: bool(guilty.told))
            assert guilty.told == ["aside"]
            assert "“Exit”" in guilty.sentences[0]
            assert "left out" in server.hear("left out")
            innocent.connect()
            innocent.click("Add one")
            assert innocent.texts[-1] == "Count = 2"
            guilty.click("Add one")
            assert guilty.texts[-1] == "Count = 1"
            # That of the last may be told a moment after what it led to.
            assert 1 <= deaths(server) <= MOST_ENDS
    finally:
        server.stop()


def deaths(server: Server) -> int:
    return sum("is gone" in line for line in server.log)
