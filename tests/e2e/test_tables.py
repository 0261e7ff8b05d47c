"""Tables in Chromium: what their cells read."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.page import Serve, Visit

DATA = Path(__file__).parents[1] / "data"
LINES = re.findall(r"^\| (\w+) \| (.*) \|$", (DATA / "odd_frames.md").read_text(), re.MULTILINE)
TABLE = {name: re.split(r" \| ", rest)[1].replace("\\|", "|") for name, rest in LINES[1:]}
ODD = f"""
import sys
sys.path.append({str(DATA)!r})
import streamlit as st
from odd_frames import ODD
for name, make in ODD.items():
    st.dataframe(make(), key=name)
"""
READ = """(name) => {
    const frame = document.querySelector(`.st-key-${name} [data-testid="stDataFrame"]`);
    if (frame?.ariaLabel === "Table with 0 rows and 0 columns") return "";
    const table = frame?.querySelector("canvas table");
    const texts = (row) => [...row.children].map((cell) => cell.textContent).join(", ");
    return table ? [...table.querySelectorAll("tr")].map(texts).join("; ") : null;
}"""


@pytest.fixture(scope="module")
def odd(serve: Serve) -> str:
    return serve(ODD).url


def test_v01_the_cells_of_odd_frames_read_as_in_the_table(odd: str, visit: Visit) -> None:
    page = visit(odd)
    found = {name: read(page, name) for name in TABLE}
    assert found == TABLE


def read(page: Page, name: str) -> str:
    page.locator(f".st-key-{name}").scroll_into_view_if_needed()
    page.wait_for_function(f"(name) => ({READ})(name) !== null", arg=name)
    return str(page.evaluate(READ, name))
