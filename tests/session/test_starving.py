"""Long runs never keep other visitors out (N06)."""

import logging
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.config.options import Runner
from ostinato.run.pool import ScriptThreads
from ostinato.session import ending
from ostinato.session.ending import WAITING
from tab import Server, Tab

Serve = Callable[..., Server]

ENDLESS = """
n = st.slider("N", 0, 9)
go = st.button("Go")
st.text(f"n={n} go={go}")
place = st.empty()
step = 0
while not getattr(gates, "is_over", False):
    gates.steps = step = step + 1
    place.text(f"step {step > 1}")
"""


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a server expect nobody back, and tell who waits at once."""
    monkeypatch.setattr(ending, "GONE_AFTER", 0.0)
    monkeypatch.setattr(ending, "TELL_WAITING", 0.0)
    monkeypatch.setattr(ending, "LOOK_AGAIN", 0.01)


def test_n06_as_many_runs_as_there_are_visitors_go_on_at_the_same_time(serve: Serve) -> None:
    server = serve("""
st.text("first")
gates.reach("middle")
st.text("last")
""")
    server.services.pool = pool = ScriptThreads(Config().runner.threads)
    server.gates.close("middle")
    tabs = [Tab(server, waits=False) for _ in range(60)]
    server.until(lambda: all(tab.texts == ["first"] for tab in tabs))
    server.gates.open("middle")
    for tab in tabs:
        tab.settle()
        assert tab.texts == ["first", "last"]
    server.services.pool = server.pool
    pool.shutdown()


def test_n06_a_run_ends_when_its_browser_does_not_come_back(serve: Serve, soon: None) -> None:
    server = serve(ENDLESS)
    tab = Tab(server, waits=False)
    server.until(lambda: "step True" in tab.texts)
    tab.disconnect()
    server.until(lambda: tab.session.is_settled)
    server.until(lambda: not server.pool.busy)
    tab.connect()
    # The script runs again for who comes back, and what was shown stays.
    server.until(lambda: not tab.session.is_settled)
    server.until(lambda: tab.texts == ["n=0 go=False", "step True"])
    tab.set("N", [4])
    server.until(lambda: "n=4 go=False" in tab.texts)
    server.gates.__dict__["is_over"] = True
    tab.settle()


def test_n06_a_blip_does_not_end_a_run(serve: Serve) -> None:
    server = serve("st.text('first')\ngates.reach('middle')\nst.text('last')")
    server.gates.close("middle")
    tab = Tab(server, waits=False)
    server.until(lambda: tab.texts == ["first"])
    tab.disconnect()
    tab.connect()
    server.gates.open("middle")
    tab.settle()
    assert tab.texts == ["first", "last"]
    assert tab.outcomes() == ["done"]
    assert server.gates.reached == ["middle"]


def test_n06_a_browser_that_is_back_in_time_finds_its_run(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "GONE_AFTER", 0.05)
    server = serve("st.text('first')\ngates.reach('middle')\nst.text('last')\ngates.reach('end')")
    server.gates.close("middle", "end")
    tab = Tab(server, waits=False)
    server.until(lambda: tab.texts == ["first"])
    tab.disconnect()
    tab.connect()
    timer = server.loop.create_future()
    server.loop.call_later(0.1, timer.set_result, None)
    server.loop.run_until_complete(timer)
    server.gates.open("middle", "end")
    tab.settle()
    assert tab.outcomes() == ["done"]


def test_n06_a_browser_that_is_back_before_its_run_has_ended_gets_another(
    serve: Serve, soon: None
) -> None:
    server = serve("st.text('first')\ngates.reach('middle')\nst.text('last')")
    server.gates.close("middle")
    tab = Tab(server, waits=False)
    server.until(lambda: tab.texts == ["first"])
    tab.disconnect()
    server.until(lambda: interrupt_of(tab) == "gone")
    tab.connect()
    server.gates.open("middle")
    tab.settle()
    assert tab.texts == ["first", "last"]


def interrupt_of(tab: Tab) -> str | None:
    run = tab.session.runner.run
    return run.interrupt.asked if run is not None else None


@pytest.mark.parametrize("waits", [True, False], ids=["in the callback", "in the script"])
def test_l05_a_click_is_carried_out_though_its_browser_has_gone(
    serve: Serve, soon: None, waits: bool
) -> None:
    server = serve(f"""
def click():
    if {waits}:
        gates.reach("work")
        st.text("working")
        gates.reach("more")
    st.session_state.done = st.session_state.get("done", 0) + 1
if st.button("Go", on_click=click):
    gates.reach("work")
    st.text("working")
    gates.reach("more")
    st.session_state.done += 1
st.text(f"done={{st.session_state.get('done', 0)}}")
""")
    tab = Tab(server)
    server.gates.close("work", "more")
    tab.click("Go")
    server.until(lambda: "work" in server.gates.reached)
    tab.disconnect()
    server.gates.open("work")
    server.until(lambda: "more" in server.gates.reached)
    server.gates.open("more")
    server.until(lambda: tab.session.is_settled)
    tab.connect()
    tab.settle()
    assert tab.texts[-1] == "done=2"
    assert tab.unconfirmed == []


def test_l04_a_callback_is_not_cut_short_though_its_browser_has_gone(
    serve: Serve, soon: None
) -> None:
    server = serve("""
def change():
    gates.reach("work")
    st.text("working")
    st.session_state.changed = st.session_state.n
st.slider("N", 0, 9, key="n", on_change=change)
gates.reach("body")
st.text(f"changed={st.session_state.get('changed')}")
""")
    tab = Tab(server)
    server.gates.close("work")
    tab.set("n", [3])
    server.until(lambda: "work" in server.gates.reached)
    tab.disconnect()
    server.until(lambda: interrupt_of(tab) == "gone")
    server.gates.open("work")
    server.until(lambda: tab.session.is_settled)
    tab.connect()
    tab.settle()
    assert tab.texts == ["changed=3"]
    assert tab.unconfirmed == []


def config(**runner: Any) -> Config:
    return msgspec.structs.replace(Config(), runner=msgspec.structs.replace(Runner(), **runner))


def test_n06_who_waits_for_a_thread_is_told_and_so_is_the_log(
    serve: Serve, soon: None, caplog: pytest.LogCaptureFixture
) -> None:
    server = serve("gates.reach('run')\nst.text('drawn')\ngates.reach('end')")
    server.services.pool = pool = ScriptThreads(1)
    server.gates.close("run")
    first = Tab(server, waits=False)
    server.until(lambda: server.gates.reached == ["run"])
    others = [Tab(server, waits=False) for _ in range(3)]
    told = ["notification", "waiting", WAITING]
    for other in others:
        server.until(lambda other=other: told in other.messages)
    assert told not in first.messages
    warnings = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert [record.message.partition(":")[0] for record in warnings] == ["runner.threads"]
    server.gates.close("end")
    server.gates.open("run")
    server.until(lambda: "drawn" in first.texts)
    server.gates.open("end")
    for other in others:
        other.settle()
        assert other.texts == ["drawn"]
        # The news of a start takes the notice away, and comes after it.
        kinds = [message[0] for message in other.messages]
        assert "run_started" in kinds[kinds.index("notification") :]
    server.services.pool = server.pool
    pool.shutdown()


def test_a_session_that_fails_within_again_and_again_leaves_time_to_others(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server = serve('st.text(st.button("Go"))')
    broken, other = Tab(server), Tab(server)
    broken.settle()
    other.settle()
    with monkeypatch.context() as patch:
        patch.setattr(broken.session._schedule, "take", lambda most=None: 1 / 0)  # noqa: SLF001
        broken.click("Go")
        other.click("Go")
        other.settle()
        assert other.texts == ["True"]
        server.until(lambda: "internal error" in caplog.text)
    broken.settle()
    assert broken.texts == ["True"]
