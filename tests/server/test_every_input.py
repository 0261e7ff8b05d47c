"""A thousand inputs of all kinds, in forms and out of them, outlive a server that is killed."""

import datetime as dt
import json

import pytest

from server.conftest import Start
from server.visitor import Visitor

ROWS = 20
DAY, LAST = (dt.datetime(2026, 2, day, tzinfo=dt.UTC).timestamp() * 1000 for day in (3, 9))

CHANGES: dict[str, object] = {
    'checkbox("{}")': True,
    'toggle("{}")': True,
    'radio("{}", COLORS)': [1, "Green"],
    'radio("{}", COLORS, index=None)': [2, "Blue"],
    'selectbox("{}", COLORS)': [1, "Green"],
    'selectbox("{}", COLORS, accept_new_options=True)': [-1, "Grün"],
    'multiselect("{}", COLORS)': [[2, "Blue"], [0, "Red"]],
    'multiselect("{}", COLORS, COLORS)': [],
    'pills("{}", COLORS)': [1, "Green"],
    'pills("{}", COLORS, selection_mode="multi")': [[1, "Green"], [2, "Blue"]],
    'segmented_control("{}", COLORS)': [1, "Green"],
    'select_slider("{}", COLORS)': [[2, "Blue"]],
    'select_slider("{}", COLORS, (Color.RED, Color.GREEN))': [[1, "Green"], [2, "Blue"]],
    'feedback("stars", key="{}")': 3,
    'pagination(9, key="{}")': 4,
    'slider("{}", 0, 100)': [42],
    'slider("{}", 0.0, 1.0, (0.25, 0.5))': [0.5, 0.75],
    'slider("{}", DAY, LAST)': [LAST],
    'number_input("{}", 0, 100)': 7,
    'number_input("{}", value=None)': 0.1,
    'text_input("{}")': "Zoë 🎵",
    'text_input("{}", "Ann")': "",
    'text_area("{}")': "one\ntwo",
    'date_input("{}", None, DAY, LAST)': [DAY],
    'date_input("{}", (DAY, LAST))': [DAY],
    'time_input("{}", None)': [3_600_000],
    'datetime_input("{}", None)': [DAY + 60_000],
    'color_picker("{}")': "#00ffaa",
}
"""A call of each kind of input, and what its page sends for it."""

SCRIPT = f"""
import datetime as dt, enum
class Color(enum.StrEnum):
    RED = "Red"; GREEN = "Green"; BLUE = "Blue"
COLORS = list(Color)
DAY, LAST = dt.date(2026, 2, 3), dt.date(2026, 2, 9)
CALLS = {list(CHANGES)!r}

def draw(place, rows):
    for row in rows:
        for at, call in enumerate(CALLS):
            yield eval(f"place.{{call.format(f'{{row}} {{at}}')}}")

values = list(draw(st, range({ROWS - ROWS // 4})))
with st.form("last"):
    values += draw(st, range({ROWS - ROWS // 4}, {ROWS}))
    st.form_submit_button("Send")
st.text(repr(values))
"""


@pytest.fixture(params=["SQLite", "Redis"])
def store(request: pytest.FixtureRequest) -> list[str]:
    is_embedded = request.param == "SQLite"
    return [] if is_embedded else ["--store", request.getfixturevalue("start_redis")().url]


def test_s10_all_that_was_entered_outlives_a_kill(start: Start, store: list[str]) -> None:
    server = start(SCRIPT, *store)
    with Visitor(server) as visitor:
        before = dict(visitor.page.values)
        [told] = visitor.texts
        entered: dict[str, object] = {}
        for row in range(ROWS):
            changes = {
                visitor.find(f"{row} {at}"): wire for at, wire in enumerate(CHANGES.values())
            }
            entered |= changes
            # Inputs in a form come with the press of its button.
            is_in_form = row >= ROWS - ROWS // 4
            visitor.send(changes, visitor.find("Send") if is_in_form else None)
        visitor.settle()
        assert len(entered) == ROWS * len(CHANGES)
        assert [id for id, wire in entered.items() if before[id] == wire] == []
        [answer] = visitor.texts
        assert answer != told
        server.kill()
        server.start()
        visitor.connect()
        assert plain(visitor.page.values) == plain(before | entered)
        assert visitor.texts == [answer]


def plain(values: dict[str, object]) -> object:
    return json.loads(json.dumps(values))
