"""Data editor: what is edited comes to the script, however the table changes meanwhile."""

import datetime as dt
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from ostinato import data_editor
from ostinato.errors import StreamlitAPIException
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from tab import Server, Tab

PEOPLE = """
import ostinato as st
people = {"name": ["Ada", "Bob", "Cy"], "age": [36, 41, 7]}
"""

ECHO = """
import ostinato as st
if "people" not in st.session_state:
    st.session_state.people = [{"name": "Ada", "age": 36}, {"name": "Bob", "age": 41}]
st.session_state.people = st.data_editor(st.session_state.people, num_rows="dynamic"KEY)
st.text(st.session_state.people)
st.button("Again")
"""


def shown(app: AppTest) -> Any:
    assert not app.exception
    return eval(app.text[-1].value)


def test_v07_it_returns_the_data_with_its_edits_and_session_state_says_what_they_are() -> None:
    app = AppTest.from_string(
        PEOPLE
        + """
out = st.data_editor(people, num_rows="dynamic", key="people")
st.text([out, dict(st.session_state.people)])
"""
    ).run()
    app.data_editor[0].set_cell(0, "age", 37).add_row({"name": "Di"}).delete_row(1)
    app.run()
    assert shown(app) == [
        {"name": ["Ada", "Cy", "Di"], "age": [37, 7, None]},
        {
            "edited_rows": {0: {"age": 37}},
            "added_rows": [{"name": "Di"}],
            "deleted_rows": [1],
        },
    ]
    assert app.data_editor[0].value.to_dict("list")["name"] == ["Ada", "Cy", "Di"]
    app.data_editor[0].set_cell(2, "age", 5).delete_row(0).run()
    assert shown(app)[0] == {"name": ["Cy", "Di"], "age": [7, 5]}


def test_the_data_itself_is_never_changed() -> None:
    app = AppTest.from_string(
        """
import ostinato as st, pandas as pd
if "frame" not in st.session_state:
    st.session_state.frame = pd.DataFrame({"n": [1, 2]})
    st.session_state.rows = [{"n": 1}, {"n": 2}]
a = st.data_editor(st.session_state.frame, key="a")
b = st.data_editor(st.session_state.rows, key="b")
b[1]["n"] = 50
a.loc[1, "n"] = 60
st.text([st.session_state.frame["n"].tolist(), st.session_state.rows])
""",
        default_timeout=20,
    ).run()
    app.data_editor[0].set_cell(0, "n", 9)
    app.data_editor[1].set_cell(0, "n", 9)
    app.run()
    assert shown(app) == [[1, 2], [{"n": 1}, {"n": 2}]]


@pytest.mark.parametrize("key", ["", ', key="editor"'])
def test_v08_l07_an_editor_may_be_given_what_it_has_returned(key: str) -> None:
    app = AppTest.from_string(ECHO.replace("KEY", key)).run()
    for age in range(5):
        app.data_editor[0].set_cell(age % 2, "age", age).add_row({"name": f"new {age}"})
        app.run()
    people = shown(app)
    assert [person["age"] for person in people[:2]] == [4, 3]
    assert [person["name"] for person in people[2:]] == [f"new {age}" for age in range(5)]
    app.data_editor[0].delete_row(2)
    app.run()
    app.button[0].click().run()
    assert [person["name"] for person in shown(app)[2:]] == [f"new {age}" for age in range(1, 5)]


COMPUTED = """
import ostinato as st
if "rows" not in st.session_state:
    st.session_state.rows = [{"n": 1, "total": 1}, {"n": 2, "total": 4}]
rows = st.data_editor(st.session_state.rows, disabled=["total"]KEY)
for row in rows:
    row["total"] = row["n"] ** 2
st.session_state.rows = rows
st.text(rows)
"""


@pytest.mark.parametrize("key", ["", ', key="editor"'])
def test_l07_a_column_may_be_computed_of_what_was_entered(key: str) -> None:
    app = AppTest.from_string(COMPUTED.replace("KEY", key)).run()
    for place, n in ((0, 3), (1, 4), (0, 5)):
        app.data_editor[0].set_cell(place, "n", n).run()
    assert shown(app) == [{"n": 5, "total": 25}, {"n": 4, "total": 16}]


CHANGING = """
import ostinato as st, pandas as pd
names = st.session_state.setdefault("names", ["Ada", "Bob", "Cy"])
frame = pd.DataFrame({"age": st.session_state.setdefault("ages", [36, 41, 7])INDEX)
out = st.data_editor(frame, key=KEY, num_rows="ROWS")
st.text(out["age"].to_dict())
"""


def changing(index: bool = False, key: str | None = "people", rows: str = "fixed") -> AppTest:
    source = CHANGING.replace("INDEX", "}, index=names" if index else "}")
    source = source.replace("KEY", repr(key)).replace("ROWS", rows)
    return AppTest.from_string(source, default_timeout=20).run()


def test_v09_with_a_key_edits_stay_when_values_change_and_rows_are_fixed() -> None:
    app = changing()
    app.data_editor[0].set_cell(0, "age", 1).run()
    app.session_state.ages = [2, 3, 4]
    app.run()
    assert shown(app) == {0: 1, 1: 3, 2: 4}


def test_v09_with_a_key_edits_follow_their_rows_by_a_unique_index() -> None:
    app = changing(index=True)
    app.data_editor[0].set_cell(2, "age", 1).set_cell(0, "age", 2).run()
    app.session_state.ages, app.session_state.names = [7, 5, 41], ["Cy", "Di", "Bob"]
    app.run()
    assert shown(app) == {"Cy": 1, "Di": 5, "Bob": 41}


@pytest.mark.parametrize(
    ("key", "rows"), [(None, "fixed"), (None, "dynamic"), ("people", "dynamic")]
)
def test_v09_otherwise_edits_are_given_up_with_the_data_that_they_were_of(
    key: str | None, rows: str
) -> None:
    app = changing(key=key, rows=rows)
    app.data_editor[0].set_cell(0, "age", 1).run()
    app.session_state.ages = [2, 3, 4]
    app.run()
    assert shown(app) == {0: 2, 1: 3, 2: 4}


def test_edits_of_plain_rows_are_given_up_when_there_are_fewer() -> None:
    app = changing()
    app.data_editor[0].set_cell(0, "age", 1).run()
    app.session_state.ages = [2, 3]
    app.run()
    assert shown(app) == {0: 2, 1: 3}


def test_w04_its_key_cannot_be_assigned() -> None:
    app = AppTest.from_string(
        PEOPLE + 'st.session_state.ed = {"edited_rows": {}}\nst.data_editor(people, key="ed")\n'
    ).run()
    assert "StreamlitValueAssignmentNotAllowedError" in app.exception[0].stack_trace[-1] or (
        "cannot be set" in app.exception[0].message
    )


def test_s07_a_script_may_keep_its_value() -> None:
    app = AppTest.from_string(
        PEOPLE
        + """
if "ed" in st.session_state:
    st.session_state.ed = st.session_state.ed
if not st.checkbox("Hide"):
    out = st.data_editor(people, key="ed")
    st.text(out)
"""
    ).run()
    app.data_editor[0].set_cell(0, "age", 1).run()
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert shown(app)["age"] == [1, 41, 7]


def test_w05_two_that_are_alike_cannot_be_told_apart() -> None:
    app = AppTest.from_string(PEOPLE + "st.data_editor(people)\nst.data_editor(people)\n").run()
    assert "cannot be told apart" in app.exception[0].message


def test_two_without_keys_are_told_apart_by_their_data() -> None:
    app = AppTest.from_string(
        """
import ostinato as st
groups = {"b": [1, 2], "c": [3, 4]}
if st.checkbox("More"):
    groups = {"a": [9, 9]} | groups
st.text([st.data_editor(values)[0] for values in groups.values()])
"""
    ).run()
    app.data_editor[0].set_cell(0, "value", 11)
    app.data_editor[1].set_cell(0, "value", 33)
    app.run()
    assert shown(app) == [11, 33]
    app.checkbox[0].check().run()
    assert shown(app) == [9, 11, 33]


RULED = """
import ostinato as st
people = {"name": ["Ada", "Bob"], "age": [36, 41], "ok": [True, False]}
config = {
    "name": st.column_config.TextColumn(required=True, max_chars=5, validate="^[A-Z]"),
    "age": st.column_config.NumberColumn(min_value=0, max_value=150, default=18),
}
st.text(st.data_editor(people, column_config=config, num_rows="dynamic", disabled=["ok"], key="ed"))
"""


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("name", "", "needed"),
        ("name", None, "needs a value"),
        ("name", "Barbara", "at most 5 characters"),
        ("name", "bob", "does not have the form"),
        ("age", 151, "above 150"),
        ("age", -1, "below 0"),
        ("age", "old", "invalid literal"),
        ("ok", True, "cannot be edited"),
    ],
)
def test_what_does_not_fit_a_column_is_refused(column: str, value: Any, why: str) -> None:
    app = AppTest.from_string(RULED).run()
    with pytest.raises(StreamlitAPIException, match=why):
        app.data_editor[0].set_cell(0, column, value)
    assert shown(app)["age"] == [36, 41]


def test_a_row_is_added_with_its_defaults_and_all_that_it_must_have() -> None:
    app = AppTest.from_string(RULED).run()
    with pytest.raises(StreamlitAPIException, match="'name' needs a value in a row"):
        app.data_editor[0].add_row()
    app.data_editor[0].add_row({"name": "Cy"}).run()
    assert shown(app) == {
        "name": ["Ada", "Bob", "Cy"],
        "age": [36, 41, 18],
        "ok": [True, False, None],
    }


def test_on_change_is_called_with_its_arguments_once_for_each_change() -> None:
    app = AppTest.from_string(
        PEOPLE
        + """
def note(word):
    st.session_state.setdefault("calls", []).append((word, st.session_state.ed["edited_rows"]))
st.data_editor(people, key="ed", on_change=note, args=("changed",))
st.text(st.session_state.get("calls"))
"""
    ).run()
    app.data_editor[0].set_cell(0, "age", 1).run()
    app.run()
    assert shown(app) == [("changed", {0: {"age": 1}})]


def edit(tab: Tab, *cells: list[Any], added: tuple[Any, ...] = ()) -> None:
    """Send what a browser sends that has seen what this tab has."""
    id = next(id for id, props in tab.page.props.items() if props["kind"] == "data_editor")
    wire = dict(tab.page.values[id])
    wire["cells"] = sorted([*wire["cells"], *cells])
    tab.send({id: {**wire, "added": [*wire["added"], *added]}})


TEXT = PEOPLE + 'out = st.data_editor(people, num_rows="dynamic", key="ed")\nst.text(out)\n'


def texts(tab: Tab) -> list[str]:
    return [props["body"] for props in tab.of_kind("text")]


def test_l03_edits_survive_a_refresh_and_another_process(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    with Server(tmp_path, TEXT, store=store) as first:
        tab = Tab(first)
        edit(tab, [0, 1, 1], added=([1, [[0, "Di"]]],))
        tab.settle()
        tab.reload()
        tab.settle()
        assert texts(tab) == ["{'name': ['Ada', 'Bob', 'Cy', 'Di'], 'age': [1, 41, 7, None]}"]
        with Server(tmp_path, TEXT, store=store) as second:
            tab.move(second)
            tab.settle()
            edit(tab, [1, 1, 2])
            tab.settle()
            assert texts(tab) == ["{'name': ['Ada', 'Bob', 'Cy', 'Di'], 'age': [1, 2, 7, None]}"]


def test_w16_a_forged_edit_is_dropped_and_the_person_is_told(tmp_path: Path) -> None:
    with Server(tmp_path, TEXT) as server:
        tab = Tab(server)
        edit(tab, [99, 1, 1])
        tab.settle()
        assert texts(tab) == ["{'name': ['Ada', 'Bob', 'Cy'], 'age': [36, 41, 7]}"]
        [(kind, text)] = tab.told("notification")
        assert kind == "dropped"
        assert "does not take what you entered" in text


DECIMALS = """
import decimal
import pyarrow as pa
import ostinato as st
prices = pa.array([decimal.Decimal("1.10"), decimal.Decimal("2.20")], pa.decimal128(5, 2))
out = st.data_editor(pa.table({"price": prices}), key="ed")
st.text(out["price"].to_pylist())
"""


def test_v07_what_the_type_of_a_column_cannot_hold_is_dropped_and_the_person_is_told_why(
    tmp_path: Path,
) -> None:
    with Server(tmp_path, DECIMALS) as server:
        tab = Tab(server)
        edit(tab, [0, 0, "12345678"])
        tab.settle()
        assert texts(tab) == ["[Decimal('1.10'), Decimal('2.20')]"]
        [(kind, text)] = tab.told("notification")
        assert kind == "dropped"
        said = "1st row, column 'price': '12345678' is no value of the type decimal128(5, 2)."
        assert text == f"“ed” does not take what you entered: the change was not applied. {said}"
        edit(tab, [1, 0, "123.5"])
        tab.settle()
        assert texts(tab) == ["[Decimal('1.10'), Decimal('123.50')]"]


PRICES = """
import decimal
import pyarrow as pa
import ostinato as st
prices = pa.array([decimal.Decimal(each) for each in range(20)], pa.decimal128(5, 2))
table = pa.table({"price": prices, "name": [str(each) for each in range(20)]})
config = {"price": st.column_config.NumberColumn(required=REQUIRED)}
out = st.data_editor(table, num_rows="dynamic", key="ed", column_config=config)
st.text([str(each) for each in out["price"].to_pylist()][-22:])
st.text(out["name"].to_pylist()[-2:])
"""
TAKEN = "“ed” does not take some of what you entered: the rest was applied."
NO_VALUE = "column 'price': '12345678' is no value of the type decimal128(5, 2)"


def prices(required: bool = False) -> str:
    return PRICES.replace("REQUIRED", str(required))


def test_v08_of_a_paste_all_is_taken_that_fits(tmp_path: Path) -> None:
    with Server(tmp_path, prices()) as server:
        tab = Tab(server)
        edit(tab, *([row, 0, "12345678" if row == 7 else f"1.{row:02}"] for row in range(20)))
        tab.settle()
        came = [f"1.{row:02}" if row != 7 else "7.00" for row in range(20)]
        assert texts(tab)[0] == str(came)
        assert tab.told("notification") == [["dropped", f"{TAKEN} 8th row, {NO_VALUE}."]]
        # The page is told what has become of it.
        (value,) = (value for value in tab.page.values.values() if value)
        assert [7, 0, "12345678"] not in value["cells"]
        assert len(value["cells"]) == 19
        edit(tab, [7, 0, "7.77"], [8, 1, "x"])
        tab.settle()
        assert texts(tab)[0] == str([*came[:7], "7.77", *came[8:]])
        # Where something else was set before, that stays.
        id = next(id for id, props in tab.page.props.items() if props["kind"] == "data_editor")
        cells = [[row, at, "12345678" if row < 2 else told] for row, at, told in value["cells"]]
        tab.send({id: {**value, "cells": [*cells, [8, 1, "y"]]}})
        tab.settle()
        assert texts(tab)[0] == str(came)
        assert tab.told("notification")[-1][1].endswith(f"1st row, {NO_VALUE} (and 1 more).")


def test_v08_of_an_added_row_all_is_taken_that_fits(tmp_path: Path) -> None:
    with Server(tmp_path, prices()) as server:
        tab = Tab(server)
        edit(tab, added=([1, [[0, "12345678"], [1, "one"]]], [2, [[0, "2.5"], [1, "two"]]]))
        tab.settle()
        assert texts(tab)[0].endswith("'19.00', 'None', '2.50']")
        assert texts(tab)[1] == "['one', 'two']"
        assert tab.told("notification") == [["dropped", f"{TAKEN} An added row, {NO_VALUE}."]]


def test_v07_a_row_that_lacks_what_it_must_have_is_dropped_and_no_other(tmp_path: Path) -> None:
    with Server(tmp_path, prices(required=True)) as server:
        tab = Tab(server)
        edit(
            tab,
            [0, 1, "zero"],
            added=([1, [[0, "12345678"], [1, "one"]]], [2, [[0, "2.5"], [1, "two"]]]),
        )
        tab.settle()
        assert texts(tab)[0].endswith("'19.00', '2.50']")
        assert texts(tab)[1] == "['19', 'two']"
        assert tab.told("notification") == [["dropped", f"{TAKEN} An added row, {NO_VALUE}."]]


def test_v08_edits_that_come_again_are_taken_as_far_as_they_fit(tmp_path: Path) -> None:
    """The page has not heard of what was refused, and goes on from what it shows."""
    store = MemoryStore(time.monotonic)
    with Server(tmp_path, prices(), store=store) as first:
        tab = Tab(first)
        edit(tab, [3, 0, "3.33"])
        tab.settle()
        tab.disconnect()
        id = next(id for id, props in tab.page.props.items() if props["kind"] == "data_editor")
        wire = tab.page.values[id]
        cells = [[3, 0, "12345678"], [4, 0, "4.44"]]
        tab.send({id: {**wire, "cells": cells}})
        tab.send({id: {**wire, "cells": [*cells, [5, 0, "5.55"]]}})
        with Server(tmp_path, prices(), store=store) as second:
            tab.move(second)
            tab.settle()
            assert texts(tab)[0].startswith(
                "['0.00', '1.00', '2.00', '3.33', '4.44', '5.55', '6.00'"
            )
            assert tab.told("notification")[-1] == ["dropped", f"{TAKEN} 4th row, {NO_VALUE}."]


def test_an_edit_that_is_shown_is_not_sent_back(tmp_path: Path) -> None:
    with Server(tmp_path, TEXT) as server:
        tab = Tab(server)
        tab.messages.clear()
        edit(tab, [0, 1, 1])
        tab.settle()
        assert "data_editor" not in str(tab.messages)
        assert "'set'" not in str(tab.messages)


IN_FORM = (
    PEOPLE
    + """
with st.form("form"):
    out = st.data_editor(people, key="ed")
    st.form_submit_button("Save")
st.text(out)
"""
)


def test_f01_in_a_form_edits_come_with_its_submit() -> None:
    app = AppTest.from_string(IN_FORM).run()
    app.data_editor[0].set_cell(0, "age", 1).run()
    assert shown(app)["age"] == [36, 41, 7]
    app.button[0].click().run()
    assert shown(app)["age"] == [1, 41, 7]


def test_bare_mode_gives_the_data_as_it_is() -> None:
    assert data_editor({"n": [1]}) == {"n": [1]}
    frame = pd.DataFrame({"n": [1]})
    assert data_editor(frame).equals(frame)


MOMENTS = """
import pandas as pd
import ostinato as st
staff = pd.DataFrame({"hired": pd.to_datetime(["2020-01-15 08:30", "2019-11-30 09:00"])})
"""


def test_v07_a_time_that_is_set_in_a_moment_keeps_its_day() -> None:
    app = AppTest.from_string(
        MOMENTS
        + """
config = {"hired": st.column_config.TimeColumn()}
out = st.data_editor(staff, column_config=config, num_rows="dynamic")
st.text([str(each) for each in out["hired"]])
"""
    ).run()
    app.data_editor[0].set_cell(1, "hired", "17:45:00").add_row({"hired": "10:00:00"}).run()
    assert shown(app) == ["2020-01-15 08:30:00", "2019-11-30 17:45:00", "1970-01-01 10:00:00"]


def test_v07_a_time_keeps_the_day_of_its_zone() -> None:
    app = AppTest.from_string(
        MOMENTS
        + """
late = staff["hired"].dt.tz_localize("UTC") + pd.Timedelta("15h")
staff["hired"] = late.dt.tz_convert("Europe/Rome")
config = {"hired": st.column_config.TimeColumn()}
out = st.data_editor(staff, column_config=config)
st.text([str(each) for each in out["hired"]])
"""
    ).run()
    # At 00:30 of the 16th in Rome it is still the 15th in UTC.
    app.data_editor[0].set_cell(0, "hired", "12:00:00").run()
    assert shown(app) == ["2020-01-16 12:00:00+01:00", "2019-12-01 01:00:00+01:00"]


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2021, 2, 3),
        dt.datetime(2021, 2, 3),
        pd.Timestamp("2021-02-03"),
        dt.datetime(2021, 2, 3, tzinfo=dt.UTC),
    ],
)
def test_apptest_sets_dates_of_python_and_counts_rows_on(value: dt.date) -> None:
    script = MOMENTS + 'st.text(st.data_editor(staff, num_rows="dynamic").to_dict("list"))'
    app = AppTest.from_string("from pandas import Timestamp\n" + script).run()
    app.data_editor[0].set_cell(1, "hired", value).add_row({"hired": value}).run()
    assert not app.exception
    assert app.text[0].value.count("Timestamp('2021-02-03 00:00:00')") == 2
    assert list(app.data_editor[0].value.index) == [0, 1, 2]
    app.data_editor[0].delete_row(1).run()
    assert list(app.data_editor[0].value.index) == [0, 2]


def test_apptest_sets_times_and_moments_in_the_zone_that_is_shown() -> None:
    app = AppTest.from_string(
        MOMENTS
        + """
staff["hired"] = staff["hired"].dt.tz_localize("UTC")
config = {"hired": st.column_config.DatetimeColumn(timezone="Europe/Rome")}
st.text([str(each) for each in st.data_editor(staff, column_config=config)["hired"]])
"""
    ).run()
    app.data_editor[0].set_cell(0, "hired", dt.datetime(2021, 7, 1, 12, tzinfo=dt.UTC)).run()
    assert shown(app)[0] == "2021-07-01 12:00:00+00:00"
