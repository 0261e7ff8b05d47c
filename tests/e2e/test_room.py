"""The room that fields and what they say take, so that nothing is cut, covered or pushed away."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled
from e2e.server import Server

SCRIPT = """
import streamlit as st

st.sidebar.multiselect("Rights", ["read", "write", "other"], default=["read", "write"])
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    page = visit(server.url)
    settled(page)
    return page


def height_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["height"]


def test_chips_that_fit_leave_no_empty_line_below_them(page: Page) -> None:
    chips = page.get_by_test_id("stMultiSelect").get_by_role("group")
    expect(chips.get_by_text("write")).to_be_visible()
    assert height_of(chips) == 40
    field = page.get_by_role("combobox", name="Rights")
    field.click()
    assert height_of(chips) == 40
    field.press_sequentially("oth")
    assert height_of(chips) > 60
