"""What was done in a table is undone in the rows it was done to, wherever these are now."""

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows

GIVEN_BACK = """
    import pandas as pd
    import streamlit as st

    data = st.session_state.setdefault("data", DATA)
    data = st.session_state.data = st.data_editor(data, num_rows="dynamic", key=KEY)
    st.text(" ".join(FORM(data)))
"""

FORMS = {
    "records": (
        '[{"a": each} for each in "WXYZ"]',
        'lambda data: [row["a"] or "-" for row in data]',
    ),
    "dict": ('{"a": list("WXYZ")}', 'lambda data: data["a"]'),
    "pandas": ('pd.DataFrame({"a": list("WXYZ")})', "lambda data: data.a"),
}

MOVED = """
    import pandas as pd
    import streamlit as st

    data = pd.DataFrame({"a": list("WXYZ")}, index=["r0", "r1", "r2", "r3"])
    if st.toggle("Reverse"):
        data = data.iloc[::-1]
    data = st.data_editor(data, key="e")
    st.text(" ".join(f"{name}:{value}" for name, value in data.a.items()))
"""

KEPT = """
    import streamlit as st

    rows = st.data_editor([{"a": each} for each in "WXYZ"], num_rows="dynamic")
    st.text(" ".join(row["a"] or "-" for row in rows))
"""

STUCK = "That step can no longer be undone"


def go_to(page: Page, row: int, column: int = 0) -> None:
    page.get_by_test_id("data-grid-canvas").first.focus()
    page.keyboard.press("Control+Home")
    for key in ["ArrowDown"] * row + ["ArrowRight"] * column:
        page.keyboard.press(key)


def write(page: Page, row: int, text: str, column: int = 0) -> None:
    go_to(page, row, column)
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def delete(page: Page, row: int) -> None:
    go_to(page, row)
    page.keyboard.press("Shift+Space")
    page.keyboard.press("Delete")


def given_back(form: str, key: str) -> str:
    data, texts = FORMS[form]
    return GIVEN_BACK.replace("DATA", data).replace("KEY", key).replace("FORM", f"({texts})")


def add(page: Page) -> None:
    page.get_by_test_id("stDataFrame").hover()
    page.get_by_role("button", name="Add row").click()


@pytest.mark.parametrize(
    ("form", "key"), [("records", "None"), ("dict", "'e'"), ("pandas", "None"), ("pandas", "'e'")]
)
def test_v10_data_given_back_keeps_its_history(
    serve: Serve, visit: Visit, form: str, key: str
) -> None:
    page = visit(serve(given_back(form, key)).url)
    shows(page, "W X Y Z")
    write(page, 1, "one")
    shows(page, "W one Y Z")
    write(page, 2, "two")
    shows(page, "W one two Z")
    delete(page, 0)
    shows(page, "one two Z")
    settled(page)
    page.keyboard.press("Control+z")
    expect(page.get_by_text(STUCK)).to_be_visible()
    page.keyboard.press("Control+z")
    shows(page, "one Y Z")
    expect(page.get_by_text(STUCK)).to_have_count(0)
    page.keyboard.press("Control+z")
    shows(page, "X Y Z")
    page.keyboard.press("Control+y")
    page.keyboard.press("Control+y")
    shows(page, "one two Z")


def test_v10_a_row_that_was_added_to_data_given_back_is_undone(serve: Serve, visit: Visit) -> None:
    page = visit(serve(given_back("records", "None")).url)
    add(page)
    shows(page, "W X Y Z -")
    write(page, 0, "one")
    shows(page, "one X Y Z -")
    page.keyboard.press("Control+z")
    shows(page, "W X Y Z -")
    page.keyboard.press("Control+z")
    shows(page, "W X Y Z")
    page.keyboard.press("Control+y")
    shows(page, "W X Y Z -")


def test_v10_undone_before_the_script_has_heard_of_it(serve: Serve, visit: Visit) -> None:
    script = given_back("pandas", "None") + "    import time; time.sleep(0.4)\n"
    page = visit(serve(script).url)
    shows(page, "W X Y Z")
    for pause in (0, 200, 500):
        write(page, 1, "one")
        page.wait_for_timeout(pause)
        write(page, 2, "two")
        page.wait_for_timeout(pause)
        write(page, 1, "three")
        page.wait_for_timeout(pause)
        page.keyboard.press("Control+z")
        page.wait_for_timeout(pause)
        page.keyboard.press("Control+z")
        shows(page, "W one Y Z")
        settled(page)
        page.keyboard.press("Control+z")
        shows(page, "W X Y Z")
        settled(page)


def test_v08_elements_of_a_set_are_edited_while_the_script_is_slow(
    serve: Serve, visit: Visit
) -> None:
    page = visit(
        serve("""
            import time

            import streamlit as st

            told = st.session_state.setdefault("told", {"apple", "pear", "plum", "kiwi", "fig"})
            st.session_state.told = told = st.data_editor(told, num_rows="dynamic")
            time.sleep(0.7)
            st.text(" ".join(sorted(told)))
        """).url
    )
    shows(page, "apple fig kiwi pear plum")
    for row, text in enumerate(("x", "c", "b", "a")):
        write(page, row, text)
        page.wait_for_timeout(150 * row)
    shows(page, "a b c plum x")


def test_v10_rows_that_have_moved_are_followed(serve: Serve, visit: Visit) -> None:
    page = visit(serve(MOVED).url)
    write(page, 0, "edit", column=1)
    shows(page, "r0:edit r1:X r2:Y r3:Z")
    page.get_by_text("Reverse").click()
    shows(page, "r3:Z r2:Y r1:X r0:edit")
    settled(page)
    go_to(page, 0)
    page.keyboard.press("Control+z")
    shows(page, "r3:Z r2:Y r1:X r0:W")
    page.keyboard.press("Control+y")
    shows(page, "r3:Z r2:Y r1:X r0:edit")


def test_v10_rows_and_cells_have_one_history(serve: Serve, visit: Visit) -> None:
    page = visit(serve(KEPT).url)
    add(page)
    shows(page, "W X Y Z -")
    write(page, 0, "one")
    delete(page, 3)
    write(page, 1, "two")
    shows(page, "one two Y -")
    for told in ("one X Y -", "one X Y Z -", "W X Y Z -", "W X Y Z"):
        page.keyboard.press("Control+z")
        shows(page, told)
    for told in ("W X Y Z -", "one X Y Z -", "one X Y -", "one two Y -"):
        page.keyboard.press("Control+y")
        shows(page, told)
