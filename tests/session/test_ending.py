"""Runs that do not end by themselves: Stop and a page load get out of each (R08)."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from textwrap import indent

import pytest

from ostinato.run.interruption import Interruption
from ostinato.session import ending, ladder
from ostinato.session.connection import CloseReason
from ostinato.session.metrics import Metrics
from ostinato.stores.memory import MemoryStore
from session.hangs import SLEEP, SWALLOWING_LOOP
from tab import Server, Tab

Serve = Callable[..., Server]

HANGS = {
    "a loop": "while True: pass",
    "a loop that swallows": indent(SWALLOWING_LOOP, "    ").lstrip(),
    "a sleep": SLEEP,
    "a lock": "lock = threading.Lock(); lock.acquire(); lock.acquire()",
    "an import": "import hanging",
    "an import that sleeps": "import sleeping",
    "another loop": "asyncio.run(asyncio.sleep(10**6))",
    "an error": "raise type('Odd', (Exception,), {'__str__': lambda self: time.sleep(10**6)})()",
    "a callback": None,
    "a comparison": "sorted([Slow(), Slow()])",
    "generated text": "st.write(text for text in iter(lambda: time.sleep(10**6), None))",
}

SCRIPT = """
import asyncio, threading, time
gates.is_over = False
class Slow:
    def __lt__(self, other):
        while True: pass
def hang():
    st.session_state.callbacks = st.session_state.get("callbacks", 0) + 1
    while True: pass
st.session_state.setdefault("n", 0)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={{st.session_state.n}}")
if st.button("Hang", on_click={callback}):
    st.session_state.n += 10
    {hang}
st.button("Below")
st.text("below")
"""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a server lose its patience soon."""
    monkeypatch.setattr(ending, "PATIENCE", {"stop": 0.05, "load": 0.1, "close": 0.05})
    monkeypatch.setattr(ladder, "AGAIN", 0.05)
    monkeypatch.setattr(ladder, "ABANDON_AFTER", 0.2)


@pytest.fixture
def hang(tmp_path: Path, serve: Serve, quick: None) -> Iterator[Callable[[str], Server]]:
    """Yield a function that serves a script whose button hangs."""
    (tmp_path / "hanging.py").write_text("while True: pass")
    (tmp_path / "sleeping.py").write_text("import time\ntime.sleep(10**6)")

    def start(kind: str) -> Server:
        hang = HANGS[kind]
        return serve(SCRIPT.format(hang=hang or "pass", callback="hang" if hang is None else None))

    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(tmp_path)
        yield start
    # What swallows its interruption would take its half of the time from all that follows.
    vars(sys.modules["gates"])["is_over"] = True


def is_busy(tab: Tab) -> bool:
    """Return whether the click has come to where it hangs."""
    run = tab.session.runner.run
    return run is not None and run.trigger is not None and run.canvas.is_streamed


@pytest.mark.parametrize("how", ["stop", "load"])
@pytest.mark.parametrize("kind", HANGS)
def test_r08_stop_and_a_page_load_get_out_of_a_hanging_script(
    hang: Callable[[str], Server], kind: str, how: str
) -> None:
    server = hang(kind)
    tab = Tab(server)
    tab.click("Add")
    tab.settle()
    tab.click("Hang")
    server.until(lambda: is_busy(tab))
    if how == "stop":
        tab.stop()
    else:
        tab.reload()
    server.until(lambda: len(tab.outcomes()) >= 3 or how == "load")
    tab.settle()
    assert ["notification", "stopped", ending.STOPPED] in tab.messages
    # What the click did before it hung has been kept, and the page can be used.
    added = 1 if kind == "a callback" else 11
    assert tab.texts[0] == ("n=1" if kind == "a callback" or how == "stop" else "n=11")
    tab.click("Add")
    tab.settle()
    assert tab.texts == [f"n={added + 1}", "below"]
    assert tab.unconfirmed == []


def test_r08_an_abandoned_run_never_touches_page_or_state_again(
    serve: Serve,
    quick: None,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted: list[str] = []
    monkeypatch.setattr(Metrics, "abandoned", lambda metrics: counted.append("abandoned"))
    server = serve("""
st.session_state.setdefault("n", 0)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n}")
place = st.empty()
if st.button("Hang"):
    for attempt in range(20):
        try:
            gates.reach(f"hang {attempt}")
            gates.reach(f"drawing {attempt}")
            if attempt == 0: st.text("ghost")
            if attempt == 1: st.session_state.n = 100
            if attempt == 2: place.text("ghost")
            if attempt == 3: st.session_state["other"] = 1
            if attempt == 4: st.button("ghost", key="ghost")
            if attempt == 5: "n" in st.session_state
            if attempt == 6: st.session_state.clear()
            if attempt == 7: del st.session_state.n
            if attempt == 8: st.sidebar.text("ghost")
            if attempt == 9:
                with st.container(): st.text("ghost")
            if attempt > 9: break
            gates.reach(f"not refused {attempt}")
        except BaseException as error:
            gates.reach(f"refused {attempt} {type(error).__name__}")
    gates.reach("over")
""")
    gates = server.gates
    gates.close("hang 0")
    tab = Tab(server)
    tab.click("Hang")
    server.until(lambda: "hang 0" in gates.reached)
    before = list(tab.messages)
    tab.stop()
    server.until(lambda: len(tab.outcomes()) == 2)
    assert counted == ["abandoned"]
    assert "does not end: its thread is abandoned" in caplog.text
    assert 'gates.reach(f"hang {attempt}")' in caplog.text
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["n=1"]
    told = len(tab.messages)
    assert told > len(before)
    gates.open("hang 0")
    server.until(lambda: "over" in gates.reached)
    tab.settle()
    # The interruption that was pending comes first.
    assert [name for name in gates.reached if "refused" in name] == [
        f"refused {attempt} Stopped" for attempt in range(10)
    ]
    tab.send({})
    tab.settle()
    assert tab.texts == ["n=1"]
    assert tab.of_kind("button") == tab.of_kind("button")[:2]
    assert tab.labels == ["Add", "Hang"]


def test_r08_a_run_that_answers_is_not_interrupted(serve: Serve) -> None:
    server = serve(
        """
place = st.empty()
if st.button("Go"):
    for n in range(10**9):
        place.text(n)
""",
    )
    tab = Tab(server)
    tab.click("Go")
    server.until(lambda: tab.texts)
    tab.stop()
    tab.settle()
    assert tab.outcomes() == ["done", "superseded"]
    assert not tab.told("notification")


def test_l03_events_that_an_abandoned_run_has_not_applied_come_again(
    serve: Serve, quick: None
) -> None:
    server = serve("""
import time
def hang():
    gates.reach("hanging")
    time.sleep(10**6)
st.session_state.setdefault("n", 0)
st.checkbox("Hang", on_change=hang)
a = st.slider("A", 0, 9)
if st.button("Add"):
    st.session_state.n += 1
gates.reach("drawing")
st.text(f"a={a} n={st.session_state.n}")
""")
    gates = server.gates
    tab = Tab(server)
    gates.close("drawing")
    tab.send({})
    server.until(lambda: gates.reached.count("drawing") == 2)
    tab.set("Hang", True)
    tab.set("A", [3])
    tab.click("Add")
    gates.open("drawing")
    server.until(lambda: "hanging" in gates.reached)
    tab.stop()
    tab.settle()
    assert tab.texts == ["a=3 n=1"]
    assert tab.value("Hang") is True
    assert tab.unconfirmed == []


def test_r08_a_full_pool_of_hanging_runs_lets_go_of_them(serve: Serve, quick: None) -> None:
    server = serve("""
import time
if st.button("Hang"):
    gates.reach("hanging")
    time.sleep(10**6)
st.text("end")
""")
    for turn in range(1, 13):
        tab = Tab(server)
        tab.click("Hang")
        server.until(lambda turn=turn: gates_count(server) == turn)
        tab.stop()
        tab.settle()
    assert Tab(server).texts == ["end"]


def gates_count(server: Server) -> int:
    return server.gates.reached.count("hanging")


@pytest.mark.parametrize("hang", ["pass", "time.sleep(10**6)"])
def test_r08_an_event_whose_comparison_hangs_does_not_come_again(
    serve: Serve, quick: None, hang: str
) -> None:
    server = serve(f"""
import time
class Option:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        if gates.is_armed:
            gates.reach("comparing")
        while gates.is_armed:
            {hang}
        return self.n == other.n
    def __hash__(self):
        return hash(self.n)
    def __deepcopy__(self, memo):
        return self
if not hasattr(gates, "options"):
    gates.is_armed = False
    gates.options = [Option(1), Option(2)]
st.selectbox("Which", gates.options, format_func=lambda option: str(option.n))
st.session_state.setdefault("n", 0)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={{st.session_state.n}}")
""")
    tab = Tab(server)
    gates = vars(server.gates)
    gates["is_armed"] = True
    tab.set("Which", [1, "2"])
    server.until(lambda: "comparing" in server.gates.reached)
    tab.stop()
    tab.settle()
    gates["is_armed"] = False
    assert tab.unconfirmed == []
    tab.click("Add")
    tab.settle()
    assert tab.texts == ["n=1"]


def test_r08_a_thread_that_waits_to_draw_while_its_run_is_abandoned_draws_nothing(
    serve: Serve,
) -> None:
    server = serve('st.text("one")\ngates.reach("middle")\nst.text("ghost")\n')
    server.gates.close("middle")
    tab = Tab(server, waits=False)
    # Nobody else asks for the lock any more: what is drawn has been sent.
    server.until(lambda: "middle" in server.gates.reached and tab.texts == ["one"])
    run = tab.session.runner.run
    assert run is not None
    run.canvas.lock = lock = Turns()  # type: ignore[assignment]
    server.gates.open("middle")
    # The thread has looked whether it may go on.
    server.until(lock.is_wanted.is_set)
    assert run.abandon()
    tab.settle()
    assert tab.texts == ["one"]


class Turns:
    """A lock that another thread gets as soon as this one lets go of it."""

    def __init__(self) -> None:
        self.is_wanted, self._is_free, self._was_had = (threading.Event() for _ in range(3))
        self._lock = threading.Lock()
        self._first = threading.current_thread()

    def __enter__(self) -> None:
        if threading.current_thread() is not self._first:
            self.is_wanted.set()
            self._is_free.wait(10)
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if threading.current_thread() is not self._first:
            self._was_had.set()
        elif self.is_wanted.is_set():
            self._is_free.set()
            self._was_had.wait(10)


def hold(is_late: threading.Event) -> None:
    """Wait, whatever anybody says."""
    while not is_late.is_set():
        with suppress(BaseException):
            is_late.wait(10)
    with suppress(BaseException):
        is_late.wait(0.01)


LATE = {
    "a value that is made again": """
@st.rebuild("value")
def make():
    gates.reach("late")
    gates.hold()
    return "ghost"
if "read" in gates.todo:
    st.session_state.value
""",
    "a callback": """
def act():
    state = st.session_state
    gates.reach("late")
    gates.hold()
    state.value = "ghost"
st.button("Read", on_click=act)
""",
}


@pytest.mark.parametrize("kind", LATE)
def test_r08_what_an_abandoned_run_does_late_is_not_kept(
    serve: Serve, quick: None, kind: str
) -> None:
    is_late = threading.Event()
    server = serve(
        "import time\n"
        + LATE[kind]
        + """
if "set" in gates.todo:
    st.session_state.value = "mine"
st.button("Go")
st.text(st.session_state.value if "set" in gates.todo else "nothing")
"""
    )
    gates = vars(server.gates)
    gates.update(todo=[], hold=lambda: hold(is_late))
    tab = Tab(server)
    gates["todo"] = ["read"]
    tab.click("Read" if kind == "a callback" else "Go")
    server.until(lambda: "late" in server.gates.reached)
    tab.stop()
    tab.settle()
    gates["todo"] = ["set"]
    tab.click("Go")
    tab.settle()
    assert tab.texts == ["mine"]
    threads = [each for each in threading.enumerate() if each.name.startswith("script-")]
    is_late.set()
    server.until(lambda: sum(each.is_alive() for each in threads) < len(threads))
    gates["todo"] = []
    assert tab.session.state["value"] == "mine"


def test_r08_stop_gets_out_of_a_widget_that_hangs_when_it_is_forgotten(
    tmp_path: Path, quick: None
) -> None:
    store = MemoryStore(time.monotonic)
    script = """
class Option:
    def __init__(self, n):
        self.n = n
    def __getstate__(self):
        return {"n": self.n}
    def __setstate__(self, state):
        import gates
        self.n = state["n"]
        gates.reach("restoring")
        while gates.is_hiding: pass
    def __deepcopy__(self, memo):
        return self
if not gates.is_hiding:
    st.selectbox("Which", [Option(1), Option(2)], format_func=lambda option: str(option.n))
st.text("end")
"""
    with Server(tmp_path, script, store=store) as first:
        vars(first.gates).update(is_hiding=False)
        tab = Tab(first, waits=False)
        tab.settle()
        tab.set("Which", [1, "2"])
        tab.settle()
        with Server(tmp_path, script, store=store) as second:
            tab.disconnect()
            tab.server, tab.seen = second, 0
            vars(second.gates).update(is_hiding=True)
            tab.connect()
            try:
                for number in (1, 2):
                    second.until(lambda n=number: second.gates.reached.count("restoring") == n)
                    tab.stop()
                    tab.settle()
                    tab.send({})
                tab.settle()
                assert tab.texts == ["end"]
                assert tab.unconfirmed == []
            finally:
                vars(second.gates).update(is_hiding=False)


def test_l09_a_page_that_stop_kept_after_a_restart_can_be_used(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    script = """
st.session_state.setdefault("n", 0)
gates.reach("loading")
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n}")
"""
    with Server(tmp_path, script, store=store) as first:
        tab = Tab(first)
        add = tab.find("Add")
        with Server(tmp_path, script, store=store) as second:
            tab.disconnect()
            tab.server, tab.seen = second, 0
            second.gates.close("loading")
            tab.connect()
            second.until(lambda: "loading" in second.gates.reached)
            tab.stop()
            second.gates.open("loading")
            tab.settle()
            # Its button has not been drawn by this process.
            tab.send({}, add)
            tab.settle()
            assert tab.texts == ["n=1"]
            assert not tab.told("notification")


def test_n02_a_hanging_run_does_not_keep_the_end_of_a_session(serve: Serve, quick: None) -> None:
    server = serve("import time\nst.text('a')\ngates.reach('hanging')\nwhile True: pass")
    tab = Tab(server, waits=False)
    server.until(lambda: "hanging" in server.gates.reached)
    assert server.pool.busy == 1
    server.loop.run_until_complete(tab.session.close(CloseReason.DRAINED))
    server.until(lambda: server.pool.busy == 0)


def test_an_interruption_is_raised_in_the_call_and_nowhere_else() -> None:
    """A thread calls again and again, while another interrupts as often as it can."""

    class Enough(BaseException):
        pass

    interruption = Interruption(Enough)
    counts = {"ended": 0, "interrupted": 0, "escaped": 0}
    is_over = threading.Event()

    def work() -> None:
        try:
            while not is_over.is_set():
                try:
                    interruption.call(sum, range(200))
                    counts["ended"] += 1
                except Enough:
                    counts["interrupted"] += 1
        except Enough:
            counts["escaped"] += 1

    thread = threading.Thread(target=work)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    thread.start()
    while thread.is_alive() and counts["interrupted"] < 300:
        interruption.make()
    sys.setswitchinterval(interval)
    is_over.set()
    thread.join()
    assert counts["escaped"] == 0
    assert counts["interrupted"] >= 300
