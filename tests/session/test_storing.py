"""Values that do not end when they are stored or shown: Stop and a page load get out (R08)."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.session import ending, keeper, ladder, session
from ostinato.session.connection import CloseReason
from ostinato.stores.memory import MemoryStore
from ostinato.wire.messages import Inspect, Stop
from session.hangs import LOOP, SLEEP, SWALLOWING_LOOP
from tab import Server, Tab

HANGS = {
    "a loop": LOOP,
    "a loop that swallows": indent(SWALLOWING_LOOP, " " * 8).lstrip(),
    "a sleep": SLEEP,
}

SCRIPT = """
import time
class AckBatch:
    def act(self):
        import gates
        if gates.fails:
            raise OSError("not now")
        gates.reach("hanging")
        {hang}
        for haunt in HAUNTS if gates.haunts else ():
            try:
                haunt()
            except BaseException:
                gates.reach("refused")
    def __repr__(self):
        self.act()
        return "AckBatch()"
class Slow(AckBatch):
    def __getstate__(self):
        self.act()
        return {{}}
ss = st.session_state
HAUNTS = [lambda: st.text("ghost"), lambda: ss.update(n=1000), ss.clear, lambda: ss["rows"].clear()]
ss.setdefault("n", 0)
ss.setdefault("rows", [])
if st.button("Add"):
    ss.n += 1
    ss.rows.append(ss.n)
if st.button("Slow"):
    ss.slow = Slow()
    ss.n += 10
if st.button("Shared"):
    ss.slow = [Slow(), ss.rows]
if st.button("Look"):
    ss.slow = AckBatch()
if st.button("Quick"):
    ss.slow = "quick"
st.text(f"n={{ss.n}} rows={{len(ss.rows)}} {{'slow' in ss}}")
"""


@pytest.fixture
def run_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Server]]:
    """Yield a function that runs a process on one store, and loses its patience soon."""
    monkeypatch.setattr(ending, "PATIENCE", {"stop": 0.05, "load": 0.1, "close": 0.05})
    monkeypatch.setattr(ladder, "AGAIN", 0.05)
    monkeypatch.setattr(ladder, "ABANDON_AFTER", 0.2)
    monkeypatch.setattr(keeper, "RETRY_AFTER", 0.01)
    store = MemoryStore(time.monotonic)
    servers: list[Server] = []

    def run(kind: str) -> Server:
        source = SCRIPT.format(hang=HANGS[kind])
        server = Server(tmp_path, source, Config(), store)
        vars(server.gates).update(is_over=False, fails=False, haunts=False, answered=0)
        servers.append(server.__enter__())
        return server

    yield run
    for server in servers:
        vars(server.gates).update(is_over=True, fails=True)
        sys.modules["gates"] = server.gates
        server.__exit__(None, None, None)


def hanging(server: Server) -> int:
    return server.gates.reached.count("hanging")


def get_out(tab: Tab, label: str, how: Callable[[Tab], object]) -> None:
    """Click, and get out of what hangs, as often as it does."""
    gates = tab.server.gates
    tab.click(label)
    while True:
        tab.server.until(lambda: hanging(tab.server) > gates.answered or tab.session.is_settled)
        if hanging(tab.server) == gates.answered:
            tab.settle()
            return
        vars(gates).update(answered=hanging(tab.server))
        how(tab)


@pytest.mark.parametrize("how", [Tab.stop, Tab.reload])
@pytest.mark.parametrize("button", ["Slow", "Shared"])
@pytest.mark.parametrize("kind", HANGS)
def test_r08_a_value_that_hangs_while_it_is_stored_keeps_no_page(
    run_server: Callable[..., Server],
    caplog: pytest.LogCaptureFixture,
    kind: str,
    button: str,
    how: Callable[[Tab], None],
) -> None:
    server = run_server(kind)
    tab = Tab(server)
    tab.click("Add")
    tab.settle()
    get_out(tab, button, how)
    for _ in range(3):
        get_out(tab, "Add", how)
    count = 14 if button == "Slow" else 4
    assert tab.texts == [f"n={count} rows=4 True"]
    assert tab.unconfirmed == []
    # The runs themselves had come to their ends.
    assert {*tab.outcomes()} == {"done"}
    # It is not asked again, as long as it is the same value.
    asked = hanging(server)
    tab.click("Add")
    tab.settle()
    assert hanging(server) == asked
    assert "st.session_state.slow: " in caplog.text
    assert "took too long, and was stopped" in caplog.text
    # All else is stored, and the key again as soon as it has another value.
    assert after_a_crash(run_server, tab) == [f"n={count + 1} rows=5 False"]
    tab.click("Quick")
    tab.settle()
    assert after_a_crash(run_server, tab) == [f"n={count + 1} rows=5 True"]


@pytest.mark.parametrize("kind", HANGS)
def test_r08_a_value_that_hangs_while_a_developer_looks_on_keeps_no_page(
    run_server: Callable[..., Server], caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    tab = Tab(run_server(kind))
    tab.attach(tab.hello(), is_developer=True)
    tab.settle()
    get_out(tab, "Slow", Tab.stop)
    get_out(tab, "Add", Tab.stop)
    assert tab.texts == ["n=11 rows=1 True"]
    assert tab.unconfirmed == []
    assert "internal error" not in caplog.text


def after_a_crash(run_server: Callable[..., Server], tab: Tab) -> list[str]:
    """Have another process go on with the session, and give what it shows."""
    tab.forget()
    tab.move(run_server("a loop"))
    tab.settle()
    return tab.texts


def test_r08_a_thread_that_was_abandoned_while_it_stored_touches_nothing_again(
    run_server: Callable[..., Server],
) -> None:
    server = run_server("a loop that swallows")
    tab = Tab(server)
    tab.click("Add")
    tab.settle()
    tab.click("Slow")
    server.until(lambda: hanging(server))
    tab.stop()
    tab.settle()
    vars(server.gates).update(haunts=True, is_over=True)
    server.until(lambda: server.gates.reached.count("refused") == 4)
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["n=12 rows=2 True"]
    assert {*tab.outcomes()} == {"done"}
    assert tab.unconfirmed == []


def test_r08_stop_is_heard_also_by_who_is_to_be_patient_for_longer(
    run_server: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ending.PATIENCE, "load", 1000.0)
    tab = Tab(run_server("a loop"))
    get_out(tab, "Slow", lambda tab: (tab.reload(), tab.stop()))
    assert tab.texts == ["n=10 rows=0 True"]


@pytest.mark.parametrize("kind", HANGS)
def test_r08_stop_gets_out_of_a_value_that_hangs_when_it_is_tried_again(
    run_server: Callable[..., Server], kind: str
) -> None:
    server = run_server(kind)
    vars(server.gates).update(fails=True)
    tab = Tab(server)
    tab.click("Slow")
    tab.settle()
    vars(server.gates).update(fails=False)
    server.until(lambda: hanging(server))
    get_out(tab, "Add", Tab.stop)
    assert tab.texts == ["n=11 rows=1 True"]
    assert tab.unconfirmed == []


@pytest.mark.parametrize("kind", HANGS)
@pytest.mark.parametrize("is_restored", [False, True])
def test_r08_stop_gets_out_of_a_value_that_hangs_when_it_is_shown(
    run_server: Callable[..., Server], kind: str, is_restored: bool
) -> None:
    server = run_server(kind)
    tab = Tab(server)
    tab.click("Look")
    tab.settle()
    if is_restored:
        assert after_a_crash(run_server, tab) == ["n=0 rows=0 True"]
        server = tab.server
    tab.attach(tab.hello(), is_developer=True)
    for turn in range(1, 4):
        seen = hanging(server)
        tab.session.receive(Inspect(["slow"]))
        server.until(lambda n=seen: hanging(server) > n or tab.session.is_settled)
        if hanging(server) > seen:
            tab.session.receive(Stop())
        server.until(lambda n=turn: tab.session.is_settled and len(inspected(tab)) == n)
    shown = {entry[0]: entry[-1] for entry in inspected(tab)[-1]}
    assert shown["slow"] == "(to show it took too long, and was stopped)"
    assert hanging(server) == (2 if kind == "a loop" else 1)


def inspected(tab: Tab) -> list[Any]:
    return [entries for entries, *_ in tab.told("inspected")]


@pytest.mark.parametrize("kind", HANGS)
@pytest.mark.parametrize("is_forgotten", [False, True])
def test_n02_a_value_that_hangs_does_not_keep_the_end_of_a_session(
    run_server: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    is_forgotten: bool,
) -> None:
    monkeypatch.setattr(session, "FLUSH_WITHIN", 0.05)
    server = run_server(kind)
    tab = Tab(server)
    vars(server.gates).update(fails=True)
    tab.click("Slow")
    tab.settle()
    vars(server.gates).update(fails=False)
    server.until(lambda: hanging(server))
    if is_forgotten:
        tab.session.saver.is_lost = True
    server.loop.run_until_complete(tab.session.close(CloseReason.DRAINED))
    server.until(lambda: server.pool.busy == 0)
