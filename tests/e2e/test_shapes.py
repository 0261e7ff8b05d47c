"""Where things stand: the bottom, grids, rows and columns, on screens of any width."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    st.logo("🚀", icon_image=":material/home:", link="https://example.com")
    st.sidebar.text("beside")
    st.badge("New", icon=":material/star:", color="violet", help="Since *May*")
    st.progress(0.3, "Three of ten")
    st.skeleton()
    with st.status("Loaded", expanded=True):
        st.text("in the status")
    grid = st.grid(3, border=True, key="grid")
    for name in "abc":
        grid.text(name)
    with grid.cell(column_span=2):
        st.text("wide")
    with st.container(horizontal=True, key="row"):
        st.button("left")
        st.space("stretch")
        st.button("right")
    with st.container(horizontal=True, wrap=False, key="one_line"):
        for number in range(20):
            st.button(f"Button {number}")
    with st.container(key="columns"):
        for column in st.columns(2, gap=None, border=True):
            column.text("column")
    with st.container(height=150, autoscroll=True, key="log"):
        for number in range(20):
            st.text(f"line {number}")
    for number in range(10):
        st.button(f"Far {number}")
    with st.bottom:
        st.button("Low")
        st.text("at the bottom")
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def opened(visit: Visit, server: Server, width: int) -> Page:
    page = visit(server.url, before=load_axe, viewport={"width": width, "height": 800})
    expect(page.get_by_text("at the bottom")).to_be_visible()
    expect(page.get_by_text("in the status")).to_be_visible()
    return page


def box_of(place: Locator) -> FloatRect:
    box = place.bounding_box()
    assert box is not None
    return box


def test_the_bottom_stays_in_sight_and_hides_nothing_that_has_the_focus(
    server: Server, visit: Visit
) -> None:
    page = opened(visit, server, 1200)
    bottom = page.get_by_test_id("stBottom")
    first = box_of(bottom)
    assert first["y"] + first["height"] == pytest.approx(800, abs=1)
    for number in range(10):
        button = page.get_by_role("button", name=f"Far {number}")
        button.focus()
        focused = box_of(button)
        assert focused["y"] + focused["height"] <= box_of(bottom)["y"]
    assert box_of(bottom) == pytest.approx(first, abs=1)
    page.reload()
    settled(page)
    expect(bottom).to_be_visible()
    assert box_of(bottom) == pytest.approx(first, abs=1)


@pytest.mark.parametrize(("width", "columns"), [(1200, 3), (390, 1)])
def test_a_grid_has_as_many_columns_as_there_is_room_for(
    server: Server, visit: Visit, width: int, columns: int
) -> None:
    page = opened(visit, server, width)
    grid = page.get_by_test_id("stGrid")
    cells = grid.get_by_test_id("stGridCell")
    assert len({box_of(cells.nth(each))["x"] for each in range(3)}) == columns
    wide = box_of(cells.nth(3))["width"]
    assert wide == pytest.approx(box_of(grid)["width"] * min(2 / columns, 1), abs=12)


@pytest.mark.parametrize("width", [1200, 390])
def test_rows_and_columns_fill_their_place_and_leave_it_never(
    server: Server, visit: Visit, width: int
) -> None:
    page = opened(visit, server, width)
    row = box_of(page.locator(".st-key-row"))
    right = box_of(page.get_by_role("button", name="right"))
    assert right["x"] + right["width"] == pytest.approx(row["x"] + row["width"], abs=1)
    columns = page.locator(".st-key-columns").get_by_test_id("stColumn")
    share = row["width"] / (2 if width > 640 else 1)
    assert box_of(columns.nth(0))["width"] == pytest.approx(share, abs=30)
    line = page.locator(".st-key-one_line")
    assert line.evaluate("element => element.scrollWidth > element.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_a_container_that_scrolls_by_itself_shows_its_end(server: Server, visit: Visit) -> None:
    page = opened(visit, server, 1200)
    page.wait_for_function(
        """() => {
            const {scrollTop, clientHeight, scrollHeight} = document.querySelector(".st-key-log");
            return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
        }"""
    )


@pytest.mark.parametrize("width", [1200, 390])
def test_axe_finds_nothing_in_them(server: Server, visit: Visit, width: int) -> None:
    page = opened(visit, server, width)
    assert violations(page) == []
