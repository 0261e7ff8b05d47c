"""Nothing that is entered into a table is lost, whatever fails between two steps (+V08, +L03)."""

from collections.abc import Callable
from itertools import product
from typing import Any, NamedTuple

import pytest

from ostinato.session import runner
from ostinato.session.connection import CloseReason
from session.moody import Moody, shown
from tab import Server, Tab

COLUMNS = ("item", "count")
START = [["pen", 3], ["cup", 5]]
TABLE = """
state = st.session_state
state.setdefault("clicks", 0)
if st.button("Count"):
    state.clicks += 1
out = st.data_editor(ROWS, num_rows="dynamic", KEY)
KEEP
st.text([[row["item"], row["count"]] for row in out])
"""
ROWS = [dict(zip(COLUMNS, row, strict=True)) for row in START]
PLAIN = TABLE.replace("ROWS", repr(ROWS)).replace("KEEP", "")
GIVEN_BACK = TABLE.replace("ROWS", f'state.get("rows", {ROWS})').replace("KEEP", "state.rows = out")
FRAME = """
import pandas
state = st.session_state
if st.button("Count"):
    pass
start = pandas.DataFrame(ROWS)
state.rows = st.data_editor(state.get("rows", start), num_rows="dynamic", KEY)
def plain(value):
    return None if pandas.isna(value) else value if isinstance(value, str) else int(value)
st.text([[plain(value) for value in row] for row in state.rows.itertuples(index=False)])
""".replace("ROWS", repr(ROWS))
Rows = list[list[Any]]


class Clerk:
    """Someone who edits what the page shows, as a browser lets them.

    Args:
        tab: Where.
    """

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.rows: Rows = [[*row] for row in START]
        self.shown: Any = None
        self.key = 0

    @property
    def id(self) -> str | None:
        props = self.tab.page.props
        return next((id for id in props if props[id]["kind"] == "data_editor"), None)

    @property
    def names(self) -> list[str]:
        assert self.id is not None
        columns = self.tab.page.props[self.id]["frame"]["columns"]
        return [column["name"] for column in columns]

    def see(self) -> dict[str, Any] | None:
        """Return the edits of the table in sight; None if those on their way are of another."""
        id, page = self.id, self.tab.page
        if id is None:
            return None
        waiting = [each for each in self.tab.unconfirmed if each.number > self.tab.applied]
        values = [page.values[id], *(each.values[id] for each in waiting if id in each.values)]
        if page.props[id]["mark"] == values[-1]["mark"]:
            self.shown = page.props[id]["mark"]
        return dict(values[-1]) if self.shown == values[-1]["mark"] else None

    def load_again(self) -> None:
        self.shown = None

    def edit(self, change: Callable[[dict[str, Any], int], None]) -> None:
        edits, id = self.see(), self.id
        assert edits is not None
        assert id is not None
        cells = {(row, column): value for row, column, value in edits["cells"]}
        edits["cells"] = cells
        edits["added"] = [(key, dict(map(tuple, row))) for key, row in edits["added"]]
        edits["deleted"] = [*edits["deleted"]]
        rows = len(self.rows) - len(edits["added"]) + len(edits["deleted"])
        change(edits, rows)
        wire = {
            "mark": edits["mark"],
            "cells": [[row, column, cells[row, column]] for row, column in sorted(cells)],
            "added": [[key, [*map(list, sorted(row.items()))]] for key, row in edits["added"]],
            "deleted": sorted(edits["deleted"]),
        }
        self.tab.send({id: wire})

    def add(self) -> None:
        def change(edits: dict[str, Any], rows: int) -> None:
            self.key = max([self.key, *(key for key, _ in edits["added"])]) + 1
            edits["added"].append((self.key, {}))

        self.edit(change)
        self.rows.append([None, None])

    def write(self, place: int, column: int, value: Any) -> None:
        at = self.names.index(COLUMNS[column])

        def change(edits: dict[str, Any], rows: int) -> None:
            there = [row for row in range(rows) if row not in edits["deleted"]]
            if place < len(there):
                edits["cells"][there[place], at] = value
            else:
                edits["added"][place - len(there)][1][at] = value

        self.edit(change)
        self.rows[place][column] = value

    def delete(self, place: int) -> None:
        def change(edits: dict[str, Any], rows: int) -> None:
            there = [row for row in range(rows) if row not in edits["deleted"]]
            if place < len(there):
                edits["deleted"].append(there[place])
                for at in [at for at in edits["cells"] if at[0] == there[place]]:
                    del edits["cells"][at]
            else:
                del edits["added"][place - len(there)]

        self.edit(change)
        del self.rows[place]


STEPS: list[Callable[[Clerk], None]] = [
    lambda clerk: clerk.add(),
    lambda clerk: clerk.write(2, 0, "new"),
    lambda clerk: clerk.write(0, 1, 4),
    lambda clerk: clerk.tab.click("Count"),
    lambda clerk: clerk.add(),
    lambda clerk: clerk.write(3, 0, "newer"),
    lambda clerk: clerk.delete(1),
    lambda clerk: clerk.write(2, 1, 8),
]


class Fault(NamedTuple):
    """What goes wrong, and before which step.

    Args:
        away: The store is away from here on.
        killed: The process ends here, and the store is back.
        stands_in: Whether another process stands in before it is.
        loads: Whether the page is loaded again.
        hears: Whether the browser hears what each step led to before the next.
    """

    away: int
    killed: int
    stands_in: bool
    loads: bool
    hears: bool


BETWEEN = [(away, killed) for killed in (2, 5, 8) for away in range(killed + 1)]
FAULTS = [Fault(*at, *how) for at in BETWEEN for how in product([False, True], repeat=3)]


def name(fault: Fault) -> str:
    return "-".join(
        [f"{fault.away}to{fault.killed}", *(each for each in HOW if getattr(fault, each))]
    )


HOW = ("stands_in", "loads", "hears")
KEYED = 'key="editor"'


@pytest.fixture
def process(serve: Callable[..., Server], store: Moody) -> Callable[..., Server]:
    """Return a function that starts a process on the store."""
    return lambda source: serve(source, store=store)


@pytest.mark.parametrize("key", ["", KEYED])
@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_v08_l03_every_edit_is_applied_once(
    process: Callable[..., Server], store: Moody, fault: Fault, key: str
) -> None:
    edit(process, store, GIVEN_BACK.replace("KEY", key), fault)


@pytest.mark.parametrize("key", ["", KEYED])
@pytest.mark.parametrize("fault", FAULTS[::7], ids=name)
def test_v08_l03_every_edit_of_data_that_stays_is_applied_once(
    process: Callable[..., Server], store: Moody, fault: Fault, key: str
) -> None:
    edit(process, store, PLAIN.replace("KEY", key), fault)


@pytest.mark.parametrize("key", ["", KEYED])
@pytest.mark.parametrize("fault", FAULTS[::7] + FAULTS[-16:-8], ids=name)
def test_v08_l03_every_edit_of_a_frame_is_applied_once(
    process: Callable[..., Server], store: Moody, fault: Fault, key: str
) -> None:
    edit(process, store, FRAME.replace("KEY", key), fault)


def edit(process: Callable[..., Server], store: Moody, source: str, fault: Fault) -> None:
    """Have all steps done while things fail, and compare."""
    tab = Tab(process(source))
    clerk = Clerk(tab)
    for number, step in enumerate([*STEPS, None]):
        if number == fault.away:
            tab.settle()
            store.is_away = True
        if number == fault.killed:
            fail(tab, clerk, store, fault, lambda: process(source))
        if step is not None:
            tab.server.until(lambda: clerk.see() is not None)
            step(clerk)
        if fault.hears:
            shown(tab)
            clerk.see()
    tab.settle()
    assert tab.texts == [str(clerk.rows)]
    assert not tab.unconfirmed
    assert not tab.told("notification")


def test_v08_edits_of_data_that_never_comes_again_are_said_to_be_lost(
    process: Callable[..., Server], store: Moody
) -> None:
    tab = Tab(process(GIVEN_BACK.replace("KEY", KEYED)))
    tab.send({"#editor": NOWHERE})
    tab.settle()
    assert is_told(tab)


def test_n03_what_a_new_page_could_not_apply_is_said_when_the_store_is_there(
    process: Callable[..., Server], store: Moody
) -> None:
    store.is_away = True
    tab = Tab(process(GIVEN_BACK.replace("KEY", KEYED)), waits=False)
    shown(tab)
    tab.move(process(GIVEN_BACK.replace("KEY", KEYED)))
    tab.send({"#editor": NOWHERE})
    shown(tab)
    assert tab.told("store_status")[-1] == ["away"]
    assert not tab.told("notification")
    store.is_away = False
    tab.settle()
    assert is_told(tab)


LOOP = """
if st.checkbox("Loop"):
    while True:
        st.empty()
        gates.reach("loop")
"""


def test_v08_a_run_without_an_end_is_not_waited_for_for_ever(
    process: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "EARLY_FOR", 0.01)
    server = process(LOOP + GIVEN_BACK.replace("KEY", KEYED))
    tab = Tab(server)
    tab.set("Loop", True)
    server.until(lambda: "loop" in server.gates.reached)
    tab.send({"#editor": NOWHERE})
    tab.set("Loop", False)
    tab.settle()
    assert is_told(tab)


def is_told(tab: Tab) -> bool:
    """Return whether the person has been told, once, that something was not applied."""
    ((topic, text),) = tab.told("notification")
    return bool(topic == "dropped" and "does not take what you entered" in text)


NOWHERE = {"mark": "?", "cells": [[0, 1, 7]], "added": [], "deleted": []}


def fail(tab: Tab, clerk: Clerk, store: Moody, fault: Fault, start: Callable[[], Server]) -> None:
    """Go on in another process, from what the store had last."""
    tab.disconnect()
    if fault.loads:
        tab.forget()
        clerk.load_again()
    server = start()
    if fault.stands_in:
        tab.server = server
        tab.connect()
        shown(tab)
        store.is_away = False
        server.until(
            lambda: tab.connection is not None and tab.connection.close_reason is CloseReason.MOVED
        )
        tab.connect()
    else:
        store.is_away = False
        tab.server = server
        tab.connect()
    server.until(lambda: not tab.is_running)
