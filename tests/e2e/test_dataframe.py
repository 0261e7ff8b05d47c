"""Tables, which only a browser can draw: by keyboard, by pointer, and for who does not see them."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled

APP = """
    import streamlit as st

    chosen = st.dataframe(
        {
            "name": ["Cora", "Anna", "Bert", "Dora"],
            "born": [1990, 1985, None, 2001],
            "fits": [True, False, None, True],
        },
        key="people",
        on_select="rerun",
        selection_mode=["multi-row", "multi-cell"],
    )
    st.text(f"rows {chosen.selection.rows}")
    st.text(f"cells {chosen.selection.cells}")
    """

LONG = """
    import streamlit as st

    st.dataframe({"n": range(100_000), "word": [f"word {n}" for n in range(100_000)]})
    """

HEADER, ROW, MARKERS = 36, 35, 32


def cell(page: Page, column: int, row: int) -> Locator:
    """Return a cell as a screen reader finds it; the column with the boxes counts."""
    return page.get_by_test_id(f"glide-cell-{column}-{row}")


def press(page: Page, x: int, row: int, *, clicks: int = 1) -> None:
    """Press in a row of the table, at a distance from its edge; row -1 is the header."""
    box = page.get_by_test_id("data-grid-canvas").bounding_box()
    assert box
    y = HEADER / 2 if row < 0 else HEADER + ROW * (row + 0.5)
    page.mouse.click(box["x"] + x, box["y"] + y, click_count=clicks)


def column_shows(page: Page, column: int, texts: Sequence[str]) -> None:
    """Wait until the first cells of a column are these."""
    for row, text in enumerate(texts):
        expect(cell(page, column, row)).to_have_text(text)


@pytest.fixture
def people(serve: Serve, visit: Visit) -> Page:
    page = visit(serve(APP).url)
    column_shows(page, 1, ["Cora", "Anna", "Bert", "Dora"])
    return page


def test_what_is_chosen_follows_its_rows_when_they_are_sorted_and_is_there_after_a_refresh(
    people: Page,
) -> None:
    press(people, MARKERS // 2, 1)
    expect(people.get_by_text("rows [1]", exact=True)).to_be_visible()
    press(people, 120, 1)
    expect(people.get_by_text("cells [(1, 'name')]", exact=True)).to_be_visible()
    press(people, 120, -1)
    column_shows(people, 1, ["Anna", "Bert", "Cora", "Dora"])
    expect(cell(people, 1, 0)).to_have_attribute("aria-selected", "true")
    people.reload()
    column_shows(people, 1, ["Anna", "Bert", "Cora", "Dora"])
    expect(people.get_by_text("rows [1]", exact=True)).to_be_visible()
    press(people, MARKERS // 2, 0)
    expect(people.get_by_text("rows []", exact=True)).to_be_visible()


def test_a_header_sorts_up_then_down_then_not_at_all(people: Page) -> None:
    for texts in (["1985", "1990", "2001", ""], ["2001", "1990", "1985", ""]):
        press(people, 350, -1)
        column_shows(people, 2, texts)
    press(people, 350, -1)
    column_shows(people, 2, ["1990", "1985", "", "2001"])


def test_a_range_is_copied_as_a_spreadsheet_takes_it(people: Page) -> None:
    people.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(people, 120, 0)
    expect(cell(people, 1, 0)).to_be_focused()
    people.keyboard.press("Shift+ArrowRight")
    people.keyboard.press("Shift+ArrowDown")
    expect(people.get_by_text(re.compile(r"\(1, 'born'\)"))).to_be_visible()
    people.keyboard.press("Control+c")
    assert people.evaluate("navigator.clipboard.readText()") == "Cora\t1990\nAnna\t1985"


def test_rows_are_found_by_a_text_and_gone_through(people: Page) -> None:
    press(people, 120, 0)
    people.keyboard.press("Control+f")
    field = people.get_by_role("textbox", name="Search in the table")
    expect(field).to_be_focused()
    field.fill("r")
    status = people.get_by_role("search").get_by_role("status")
    expect(status).to_have_text("1 of 3")
    field.press("Enter")
    expect(status).to_have_text("2 of 3")
    field.fill("zebra")
    expect(status).to_have_text("Nothing found")
    field.press("Escape")
    expect(field).to_have_count(0)
    expect(people.get_by_test_id("data-grid-canvas")).to_be_focused()


def test_the_menu_of_a_column_opens_by_keyboard_and_what_it_does_is_kept(people: Page) -> None:
    press(people, 350, 0)
    expect(cell(people, 2, 0)).to_be_focused()
    people.keyboard.press("Alt+ArrowDown")
    menu = people.get_by_role("menu", name="Column born")
    expect(menu.get_by_role("menuitemcheckbox", name="Sort ascending")).to_be_focused()
    menu.get_by_role("menuitemcheckbox", name="Localized").click()
    expect(menu).to_have_count(0)
    press(people, 350, 0)
    people.keyboard.press("Alt+ArrowDown")
    menu.get_by_role("menuitem", name="Hide column").click()
    column_shows(people, 2, ["true", "false", "", "true"])
    people.reload()
    column_shows(people, 2, ["true", "false", "", "true"])
    people.get_by_test_id("stDataFrame").hover()
    people.get_by_role("button", name="Show/hide columns").click()
    people.get_by_role("checkbox", name="born").check()
    column_shows(people, 2, ["1990", "1985", "", "2001"])


def test_a_csv_has_what_is_shown_and_executes_nothing(serve: Serve, visit: Visit) -> None:
    page = visit(
        serve("""
        import streamlit as st

        st.dataframe({"a": ["=cmd()", 'say "hi"', "-1"], "b": [1.5, None, -2]})
        """).url
    )
    column_shows(page, 0, ["=cmd()"])
    page.get_by_test_id("stDataFrame").hover()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download as CSV").click()
    lines = waited.value.path().read_text("utf-8-sig").splitlines()
    assert lines == ["a,b", "'=cmd(),1.5", '"say ""hi""",', "-1,-2"]


def test_the_end_of_a_long_table_is_fetched_when_one_goes_there(serve: Serve, visit: Visit) -> None:
    loaded: list[int] = []

    def watch(page: Page) -> None:
        def note(response: object) -> None:
            headers = response.headers  # type: ignore[attr-defined]
            if "_stcore/media" in response.url:  # type: ignore[attr-defined]
                loaded.append(int(headers["content-length"]))

        page.on("response", note)

    page = visit(serve(LONG).url, before=watch)
    column_shows(page, 1, ["word 0", "word 1"])
    first = sum(loaded)
    assert 0 < first < 600_000
    press(page, 60, 0)
    page.keyboard.press("Control+ArrowDown")
    expect(cell(page, 1, 99_999)).to_have_text("word 99999")
    assert sum(loaded) < 2 * first + 600_000


@pytest.mark.parametrize("screen", [{"width": 1280, "height": 800}, {"width": 390, "height": 844}])
def test_a_table_is_one_for_who_does_not_see_it(
    serve: Serve, visit: Visit, screen: dict[str, int]
) -> None:
    page = visit(serve(APP).url, before=load_axe, viewport=screen)
    column_shows(page, 1, ["Cora"])
    settled(page)
    grid = page.locator("[role=grid]")  # in the canvas, where only a screen reader finds it
    expect(grid).to_have_attribute("aria-rowcount", "5")
    expect(grid).to_have_attribute("aria-colcount", "3")
    expect(page.get_by_role("group", name="Table with 4 rows and 3 columns")).to_be_visible()
    assert violations(page) == []


def test_on_paper_a_table_is_a_table(people: Page) -> None:
    people.emulate_media(media="print")
    table = people.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(5)
    expect(table.get_by_role("columnheader", name="born")).to_be_visible()
    expect(people.get_by_test_id("stDataFrameResizable")).to_be_hidden()


def test_a_page_without_tables_loads_nothing_of_them(serve: Serve, visit: Visit) -> None:
    names: list[str] = []
    page = visit(
        serve("import streamlit as st\n\nst.button('Go')").url,
        before=lambda page: page.on("request", lambda each: names.append(each.url)),
    )
    settled(page)
    page.wait_for_load_state("networkidle")
    assert not [name for name in names if re.search("dataframe|grid|glide|frame", name)]


def test_over_the_whole_page_a_table_can_still_be_searched_and_arranged(people: Page) -> None:
    people.get_by_test_id("stDataFrame").hover()
    people.get_by_role("button", name="Fullscreen").click()
    dialog = people.get_by_role("dialog", name="Table with 4 rows and 3 columns")
    expect(dialog).to_be_visible()
    column_shows(people, 1, ["Cora"])
    box = dialog.get_by_test_id("data-grid-canvas").bounding_box()
    assert box
    people.mouse.click(box["x"] + 120, box["y"] + HEADER + ROW / 2)
    people.keyboard.press("Control+f")
    field = dialog.get_by_role("textbox", name="Search in the table")
    field.fill("Dora")
    expect(dialog.get_by_text("1 of 1")).to_be_visible()
    field.press("Escape")
    expect(dialog).to_be_visible()
    people.mouse.click(box["x"] + 120, box["y"] + HEADER + ROW * 1.5)
    people.keyboard.press("Alt+ArrowDown")
    dialog.get_by_role("menuitemcheckbox", name="Sort ascending").click()
    column_shows(people, 1, ["Anna", "Bert", "Cora", "Dora"])
    dialog.get_by_role("button", name="Close fullscreen").click()
    expect(dialog).to_have_count(0)
    column_shows(people, 1, ["Anna", "Bert", "Cora", "Dora"])


EMPTY = """
    import streamlit as st

    st.dataframe([])
    """


def test_a_table_without_columns_takes_clicks(serve: Serve, visit: Visit) -> None:
    page = visit(serve(EMPTY).url)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    table = page.get_by_test_id("stDataFrame")
    expect(table.get_by_text("empty")).to_be_visible()
    box = table.bounding_box()
    assert box
    for x, y in ((30, 18), (200, 30), (10, 50)):
        page.mouse.move(box["x"] + x, box["y"] + y)
        page.mouse.click(box["x"] + x, box["y"] + y)
    page.keyboard.press("ArrowDown")
    table.get_by_role("button", name="Fullscreen").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert broken == []


LARGE = """
    import streamlit as st

    rows = {"n": range(200_000), "back": range(200_000, 0, -1)}
    chosen = st.dataframe(rows, on_select="rerun", key="large", height=300)
    st.text(f"rows {chosen.selection.rows}")
    """


@pytest.mark.parametrize("by", ["key", "button"])
def test_what_is_chosen_out_of_sight_can_be_cleared(serve: Serve, visit: Visit, by: str) -> None:
    page = visit(serve(LARGE).url)
    expect(cell(page, 1, 0)).to_have_text("0")
    press(page, 15, 0)
    expect(page.get_by_text("rows [0]")).to_be_visible()
    press(page, 500, 0)
    page.keyboard.press("Alt+ArrowDown")
    page.get_by_text("Sort ascending").click()
    expect(cell(page, 1, 0)).to_have_text("199999")
    clear = page.get_by_role("button", name="Clear selection")
    expect(clear).to_be_attached()
    if by == "button":
        clear.click()
    else:
        page.get_by_test_id("data-grid-canvas").first.focus()
        page.keyboard.press("Escape")
    expect(page.get_by_text("rows []")).to_be_visible()
    expect(clear).to_have_count(0)


def test_tab_goes_from_a_table_to_what_follows(people: Page) -> None:
    people.get_by_test_id("data-grid-canvas").focus()
    people.keyboard.press("Tab")
    focused = people.evaluate("document.activeElement.className")
    assert "dvn-scroller" not in focused


NARROW = """
    import streamlit as st

    st.dataframe({"n": range(30_000)}, width=170, height=300)
    """


def test_the_search_of_a_narrow_table_shows_all_of_its_count(serve: Serve, visit: Visit) -> None:
    page = visit(serve(NARROW).url)
    expect(cell(page, 0, 0)).to_have_text("0")
    press(page, 120, 0)
    page.keyboard.press("Control+f")
    page.get_by_role("textbox", name="Search in the table").fill("2")
    search = page.get_by_role("search")
    expect(search.get_by_role("status")).to_have_text(re.compile(r"^1 of \d\d,\d{3}\+?$"))
    inside = """(box) => {
        const edge = box.getBoundingClientRect();
        return [...box.children].every((each) => {
            const at = each.getBoundingClientRect();
            const isIn = at.left >= edge.left && at.right <= edge.right;
            return isIn && each.scrollWidth <= at.width + 1;
        });
    }"""
    assert search.evaluate(inside)


WIDE = """
    import streamlit as st

    out = st.data_editor({name: ["one", "two", "three"] for name in "abcdefgh"}, width=300)
    """


def test_on_a_phone_a_finger_drawn_across_a_table_only_scrolls(serve: Serve, visit: Visit) -> None:
    page = visit(serve(WIDE).url, has_touch=True)
    expect(cell(page, 0, 0)).to_have_text("one")
    box = page.get_by_test_id("data-grid-canvas").bounding_box()
    assert box
    x, y = box["x"] + 250, box["y"] + HEADER + ROW * 1.5
    page.touchscreen.tap(x, y)
    chosen = page.locator("[role=gridcell][aria-selected=true]")
    expect(chosen).to_have_count(1)
    scroller = page.locator(".dvn-scroller")
    touch = page.context.new_cdp_session(page)
    points = [{"x": x - 15 * step, "y": y} for step in range(12)]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("() => document.querySelector('.dvn-scroller').scrollLeft > 50")
    expect(scroller).to_have_attribute("tabindex", "-1")
    expect(chosen).to_have_count(1)
