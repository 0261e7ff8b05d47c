"""A table is edited by the keyboard, and nothing that is typed into it is lost."""

import pytest
from playwright.sync_api import Page, expect

from e2e.editor_storm import cell, choose, delete, paste, write
from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
    import streamlit as st

    rows = [{"item": "pen", "count": 3}, {"item": "cup", "count": 5}]
    out = st.data_editor(rows, num_rows="dynamic", key="editor")
    st.text(" ".join(f"{row['item']}:{row['count']}" for row in out))
"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


def test_v08_typed_pasted_and_undone(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    write(page, 0, "count", "7")
    shows(page, "pen:7 cup:5")
    paste(page, 1, "item", "bag\t8\nbox\t9")
    shows(page, "pen:7 bag:8 box:9")
    page.keyboard.press("Control+z")
    shows(page, "pen:7 cup:5")
    page.keyboard.press("Control+y")
    shows(page, "pen:7 bag:8 box:9")


def test_v08_what_is_typed_below_the_last_row_begins_a_new_one(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    choose(page, 1, "item")
    page.keyboard.press("ArrowDown")
    # At full speed: the row is there before the second key.
    page.keyboard.type("bag")
    page.keyboard.press("Enter")
    shows(page, "pen:3 cup:5 bag:None")
    page.keyboard.type("box")
    page.keyboard.press("Tab")
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    shows(page, "pen:3 cup:5 bag:None box:9")
    page.keyboard.press("Control+z")
    shows(page, "pen:3 cup:5 bag:None box:None")


def test_v08_f2_changes_what_is_there(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    choose(page, 0, "item")
    page.keyboard.press("F2")
    expect(page.get_by_label("Cell", exact=True)).to_have_value("pen")
    page.keyboard.press("End")
    page.keyboard.type("cil")
    page.keyboard.press("Enter")
    shows(page, "pencil:3 cup:5")


def half_type_and_reload(page: Page, text: str) -> None:
    """Type into the second cell, load the page again on the way, and go on."""
    choose(page, 1, "item")
    page.keyboard.type(text[:-2])
    field = page.get_by_label("Cell", exact=True)
    expect(field).to_have_value(text[:-2])
    page.reload()
    settled(page)
    expect(field).to_have_value(text[:-2])
    expect(field).to_be_focused()
    page.keyboard.type(text[-2:])
    page.keyboard.press("Enter")


def test_v08_what_is_half_typed_outlives_a_refresh(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    half_type_and_reload(page, "saucer")
    shows(page, "pen:3 saucer:5")


def test_v08_what_cannot_be_entered_is_said(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    choose(page, 0, "count")
    page.keyboard.type("12x")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("This is no number")
    page.get_by_text("pen:3 cup:5").click()
    expect(page.get_by_text("was not entered")).to_be_visible()
    shows(page, "pen:3 cup:5")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("was not entered")).to_have_count(0)
    expect(cell(page, 0, "count")).to_have_text("3")


FED_BACK = """
    import streamlit as st

    rows = st.session_state.setdefault("rows", [{"item": None, "count": 1} for _ in range(3)])
    st.session_state.rows = st.data_editor(rows, num_rows="dynamic")
    st.text(" ".join(f"{row['item']}:{row['count']}" for row in st.session_state.rows))
"""


def test_v08_the_first_values_of_a_column_are_all_kept(serve: Serve, visit: Visit) -> None:
    page = visit(serve(FED_BACK).url)
    told = ["None"] * 3
    for row, text in enumerate(("pen", "cup", "bag")):
        write(page, row, "item", text)
        told[row] = text
        shows(page, " ".join(f"{each}:1" for each in told))
    page.reload()
    settled(page)
    write(page, 1, "item", "mug")
    shows(page, "pen:1 mug:1 bag:1")


def test_v08_undone_in_data_given_back(serve: Serve, visit: Visit) -> None:
    page = visit(serve(FED_BACK).url)
    write(page, 0, "count", "7")
    shows(page, "None:7 None:1 None:1")
    write(page, 1, "count", "8")
    shows(page, "None:7 None:8 None:1")
    page.keyboard.press("Control+z")
    shows(page, "None:7 None:1 None:1")
    page.keyboard.press("Control+z")
    shows(page, "None:1 None:1 None:1")
    page.keyboard.press("Control+y")
    shows(page, "None:7 None:1 None:1")


def test_v08_what_is_half_typed_outlives_a_refresh_in_data_given_back(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(FED_BACK).url)
    write(page, 0, "item", "pen")
    shows(page, "pen:1 None:1 None:1")
    half_type_and_reload(page, "saucer")
    shows(page, "pen:1 saucer:1 None:1")


SLOWLY = """
    import time
    import streamlit as st

    rows = st.session_state.setdefault("rows", [{{"item": None, "count": 1}} for _ in range(3)])
    time.sleep({before})
    st.session_state.rows = st.data_editor(rows, num_rows="dynamic")
    time.sleep({after})
    st.text(" ".join(f"{{row['item']}}:{{row['count']}}" for row in st.session_state.rows))
"""


# The new table takes the place of the old one at once, or stands beside it until the run has ended.
@pytest.mark.parametrize(("before", "after"), [(0.3, 0), (0, 0.3)])
@pytest.mark.parametrize("is_given_back", [True, False])
def test_v08_what_is_half_typed_goes_on_in_a_table_that_takes_its_time(
    serve: Serve, visit: Visit, before: float, after: float, is_given_back: bool
) -> None:
    page = visit(serve(SLOWLY.format(before=before, after=after)).url)
    write(page, 0, "item", "pen")
    if is_given_back:
        shows(page, "pen:1 None:1 None:1")
        settled(page)
    half_type_and_reload(page, "saucer")
    shows(page, "pen:1 saucer:1 None:1")


def test_v07_what_is_pasted_and_does_not_fit_is_said(server: Server, visit: Visit) -> None:
    page = visit(server.url)
    paste(page, 0, "count", "7\nmany")
    shows(page, "pen:7 cup:5")
    expect(page.get_by_role("listitem")).to_have_text("“many” in “count”: This is no number")
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_role("listitem")).to_have_count(0)


# The one above comes after the last row, and the next one after any other.
@pytest.mark.parametrize(("row", "left"), [(0, "cup"), (1, "pen")])
@pytest.mark.parametrize("by", ["key", "button"])
def test_v07_who_deletes_a_row_goes_on_where_it_was(
    server: Server, visit: Visit, by: str, row: int, left: str
) -> None:
    page = visit(server.url)
    if by == "key":
        delete(page, row)
    else:
        choose(page, row, "item")
        page.keyboard.press("Shift+Space")
        page.get_by_role("button", name="Delete row").click()
    place = cell(page, 0, "item")
    expect(cell(page, 1, "item")).to_have_count(0)
    expect(place).to_have_text(left)
    expect(place).to_have_attribute("aria-selected", "true")
    expect(place).to_be_focused()
    page.keyboard.type("mug")
    page.keyboard.press("Enter")
    expect(place).to_have_text("mug")


def twice(page: Page, row: int) -> None:
    """Click a cell twice, with no pause."""
    box = page.get_by_test_id("data-grid-canvas").first.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + 80, box["y"] + 36 + 35 * row + 17)


def test_v08_a_cell_that_is_opened_by_quick_clicks_has_the_focus(
    server: Server, visit: Visit
) -> None:
    page = visit(server.url)
    field = page.get_by_label("Cell", exact=True)
    for row, text in enumerate(["pencil", "saucer"]):
        twice(page, row)
        expect(field).to_be_focused()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(cell(page, row, "item")).to_have_text(text)
    shows(page, "pencil:3 saucer:5")


# A page that is busy: pictures come late, and input does not wait for them.
LATE_PICTURES = """
    const soon = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => setTimeout(() => soon(draw), 400);
"""


@pytest.mark.parametrize("pause", [0, 150])
def test_v08_what_is_typed_before_the_next_picture_is_not_lost(
    server: Server, visit: Visit, pause: int
) -> None:
    page = visit(server.url, before=lambda page: page.add_init_script(LATE_PICTURES))
    expect(cell(page, 0, "item")).to_have_text("pen")
    box = page.get_by_test_id("data-grid-canvas").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + 80, box["y"] + 36 + 17)
    page.keyboard.type("pencil", delay=pause)
    page.keyboard.press("Enter")
    shows(page, "pencil:3 cup:5")


SHRINKS = """
    import streamlit as st

    most = st.session_state.setdefault("most", 4)
    rows = [{"item": "pen", "count": n} for n in range(most)]
    out = st.data_editor(rows, num_rows="delete", key="editor")
    if out[-1]["count"] == 9:
        st.session_state.most = 2
        st.rerun()
"""


def test_v07_who_is_in_a_row_that_goes_goes_on_in_the_last_one(serve: Serve, visit: Visit) -> None:
    page = visit(serve(SHRINKS).url)
    choose(page, 3, "count")
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    expect(cell(page, 2, "count")).to_have_count(0)
    expect(cell(page, 1, "count")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    expect(cell(page, 0, "count")).to_have_text("7")


DATES = """
    import pandas as pd
    import streamlit as st

    rows = pd.DataFrame({
        "item": pd.to_datetime(["2019-11-30 08:30", "2020-01-15 09:00"]),
        "count": pd.to_datetime(["2019-11-30 08:30", "2020-01-15 09:00"]).tz_localize("UTC"),
    })
    config = {"item": st.column_config.DateColumn(format="MM/DD/YYYY")}
    out = st.data_editor(rows, num_rows="dynamic", key="editor", column_config=config)
    st.text(f"{out['item'][0]} {out['count'][0]} {st.session_state.editor['edited_rows']}")
"""
AS_IT_WAS = "2019-11-30 08:30:00 2019-11-30 08:30:00+00:00 {}"


@pytest.fixture(scope="module")
def dates(serve: Serve) -> Server:
    return serve(DATES)


def test_v08_an_editor_of_dates_opens_with_what_is_shown_and_leaves_it(
    dates: Server, visit: Visit
) -> None:
    page = visit(dates.url)
    field = page.get_by_label("Cell", exact=True)
    for column, value in (("item", "2019-11-30"), ("count", "2019-11-30T08:30")):
        choose(page, 0, column)
        page.keyboard.press("Enter")
        expect(field).to_have_value(value)
        page.keyboard.press("Enter")
        expect(field).to_have_count(0)
        expect(cell(page, 1, column)).to_have_attribute("aria-selected", "true")
    shows(page, AS_IT_WAS)


def test_v08_the_first_key_of_a_date_counts(dates: Server, visit: Visit) -> None:
    page = visit(dates.url)
    for text in ("12242025", "12/24/2025", "24.12.2025", "2025-12-24"):
        choose(page, 0, "item")
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        shows(page, "2025-12-24 00:00:00 2019-11-30 08:30:00+00:00 {0: {'item': '2025-12-24'}}")
        page.keyboard.press("Control+z")
        # What is undone is all of it, also the time that is not shown.
        shows(page, AS_IT_WAS.replace("{}", "{0: {'item': '2019-11-30T08:30:00'}}"))
        expect(cell(page, 0, "item")).to_have_text("2019-11-30")


def test_v08_a_date_that_is_none_is_refused_with_the_reason(dates: Server, visit: Visit) -> None:
    page = visit(dates.url)
    choose(page, 0, "item")
    page.keyboard.type("2242025")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Not understood: write it like 2024-12-31")
    page.keyboard.press("Escape")
    shows(page, AS_IT_WAS)


def test_v08_dates_are_copied_as_they_are_shown(dates: Server, visit: Visit) -> None:
    page = visit(dates.url)
    choose(page, 0, "item")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+c")
    copied = "navigator.clipboard.readText()"
    assert page.evaluate(copied) == "2019-11-30\n2020-01-15"
