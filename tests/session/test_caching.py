"""What a cached function is to a session: runs that wait, elements that are drawn again."""

import functools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.caching.caches import caches
from ostinato.caching.disk import Disk
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.run import execution
from ostinato.run import waiting as waits
from ostinato.session.connection import CloseReason
from ostinato.state.signing import KeyRing
from ostinato.testing import AppTest
from tab import Server, Tab


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    yield
    caches.close()


def texts(app: AppTest) -> list[str]:
    return [each.value for each in app.text]


def run(script: str, times: int = 1) -> AppTest:
    app = AppTest.from_string("import ostinato as st\n" + script)
    for _ in range(times):
        app.run()
    return app


COUNTED = """
calls = st.session_state.setdefault("calls", [])
"""


def test_k01_a_function_is_called_once_for_all_runs_and_sessions(tmp_path: Path) -> None:
    script = """
@st.cache_data
def load(x):
    gates.reach("called")
    return [x]
st.text(load(1) + load(x=1))
st.button("Again")
"""
    with Server(tmp_path, script) as server:
        first, second = Tab(server), Tab(server, browser="other")
        first.click("Again")
        first.settle()
        assert server.gates.reached == ["called"]
        assert second.of_kind("text")[0]["body"] == "[1, 1]"


def test_k05_what_a_coroutine_function_draws_is_drawn_again() -> None:
    app = run("""
import asyncio
@st.cache_data
async def f(x):
    st.text(f"{x} begins")
    await asyncio.sleep(0)
    with st.container():
        st.text(f"{x} ends")
    return x
await f(1)
await f(2)
""")
    assert texts(app) == texts(app.run()) == ["1 begins", "1 ends", "2 begins", "2 ends"]


def test_k01_another_code_is_another_function() -> None:
    script = COUNTED + "@st.cache_data\ndef f(): return {}\nst.text(f())"
    assert texts(run(script.format(1))) == ["1"]
    assert texts(run(script.format(2))) == ["2"]


def test_k01_an_exception_is_not_kept() -> None:
    app = run(
        COUNTED + "@st.cache_data\ndef f():\n    calls.append(1)\n    if len(calls) < 3: 1 / 0\n"
        "    return len(calls)\nst.text(f())"
    )
    assert app.exception[0].value == "division by zero"
    assert len(app.run().exception) == 1
    assert texts(app.run()) == ["3"]


def test_k01_methods_count_without_their_object_if_it_has_an_underscore() -> None:
    app = run(
        COUNTED + "class Model:\n"
        "    @st.cache_data\n"
        "    def one(_self, x): calls.append(x); return len(calls)\n"
        "    @st.cache_data\n"
        "    @classmethod\n"
        "    def two(cls, x): calls.append(x); return len(calls)\n"
        "    @staticmethod\n"
        "    @st.cache_data\n"
        "    def three(x): calls.append(x); return len(calls)\n"
        "a, b = Model(), Model()\n"
        "st.text([a.one(1), b.one(1), a.two(1), Model.two(1), a.three(1), Model.three(1)])\n"
        "a.one.clear(2); st.text(a.one(1)); a.one.clear(1); st.text(a.one(1))\n"
        "Model.one.clear(); st.text(a.one(1))"
    )
    assert texts(app) == ["[1, 1, 2, 2, 3, 3]", "1", "4", "5"]


def test_k01_what_a_partial_or_an_object_holds_counts() -> None:
    app = run("""
import functools
from dataclasses import dataclass
@dataclass
class Loader:
    name: str
    def __call__(self): return self.name
    def load(self): return self.name
class Handle:
    def __call__(self): pass
    def load(self): return "same"
def load(name): return name
for make in (lambda name: functools.partial(load, name), Loader, lambda name: Loader(name).load):
    st.text([st.cache_data(make(name))() for name in "aba"])
st.text(st.cache_data(Handle().load)())
st.cache_data(Handle())()
""")
    assert texts(app) == ["['a', 'b', 'a']"] * 3 + ["same"]
    assert "must have a name or a content to be told by" in app.exception[0].value


def test_k01_coroutine_functions_are_made_once_too() -> None:
    app = run(
        COUNTED + "import asyncio\n"
        "@st.cache_data\n"
        "async def f(x):\n"
        "    calls.append(x)\n"
        "    await asyncio.sleep(0)\n"
        "    if x < 0: raise ValueError(x)\n"
        "    return [x]\n"
        "st.text(await asyncio.gather(f(1), f(1), f(2)))\n"
        "for _ in range(2):\n"
        "    try: await f(-1)\n"
        "    except ValueError as error: st.text(error)\n"
        "st.text(calls)",
        times=2,
    )
    assert not app.exception
    assert texts(app) == ["[[1], [1], [2]]", "-1", "-1", "[1, 2, -1, -1, -1, -1]"]


def test_k04_everything_can_be_cleared() -> None:
    app = run(
        COUNTED + "@st.cache_data\ndef f(x): calls.append(x); return len(calls)\n"
        "@st.cache_resource\ndef g(x): calls.append(x); return len(calls)\n"
        "def look(): st.text([f(1), f(2), g(1)])\n"
        "look(); f.clear(1); look(); f.clear(); look(); st.cache_data.clear(); look()\n"
        "st.cache_resource.clear(); look()"
    )
    assert texts(app) == ["[1, 2, 3]", "[4, 2, 3]", "[5, 6, 3]", "[7, 8, 3]", "[7, 8, 9]"]


def test_k03_data_of_classes_of_the_script_is_of_those_that_it_has_now() -> None:
    app = run(
        "import dataclasses, enum\n"
        "@dataclasses.dataclass\nclass Point: x: int\n"
        "class Kind(enum.Enum): A = 1\n"
        "@st.cache_data\ndef f(): return Point(1), Kind.A\n"
        "point, kind = f()\n"
        "st.text([isinstance(point, Point), kind is Kind.A, point == Point(1)])",
        times=2,
    )
    assert texts(app) == ["[True, True, True]"]


def test_k03_a_resource_is_shared_by_sessions_and_data_is_not() -> None:
    script = (
        "@st.cache_resource\ndef shared(): return []\n@st.cache_data\ndef own(): return []\n"
        "shared().append(1); own().append(1); st.text([len(shared()), len(own())])"
    )
    assert [texts(run(script)), texts(run(script))] == [["[1, 0]"], ["[1, 0]"]]
    app = run(script, times=3)
    assert texts(app) == ["[3, 0]"]


def test_k03_what_cannot_be_copied_is_an_error_that_names_the_other_decorator() -> None:
    app = run("import threading\n@st.cache_data\ndef f(): return threading.Lock()\nf()")
    assert app.exception[0].value.startswith(
        "f: with @st.cache_data it must return what pickle can copy, got _thread.lock"
    )
    assert "use @st.cache_resource" in app.exception[0].value


# Runs that wait, and runs that end.

WAITING = """
@st.cache_data(show_spinner=False)
def load():
    gates.reach("load")
    return 1
st.text_input("Text")
st.button("Press")
if gates.on:
    gates.reach("before")
    st.text(load())
"""


def waiting(tmp_path: Path, script: str = WAITING) -> tuple[Server, Tab, Tab]:
    """Return two tabs, of which the first makes what the second waits for."""
    server = Server(tmp_path, script)
    server.gates.on = False  # type: ignore[attr-defined]
    first, second = Tab(server), Tab(server, browser="other")
    server.gates.on = True  # type: ignore[attr-defined]
    server.gates.close("load")
    first.click("Press")
    server.until(lambda: "load" in server.gates.reached)
    second.click("Press")
    server.until(lambda: server.gates.reached.count("before") == 2)
    return server, first, second


def test_k02_a_run_that_waits_for_another_gets_what_that_makes(tmp_path: Path) -> None:
    server, first, second = waiting(tmp_path)
    with server:
        server.gates.open("load")
        first.settle()
        second.settle()
        assert server.gates.reached.count("load") == 1
        assert [tab.of_kind("text")[0]["body"] for tab in (first, second)] == ["1", "1"]


def test_k02_a_run_that_waits_can_be_stopped(tmp_path: Path) -> None:
    server, _, second = waiting(tmp_path)
    with server:
        second.stop()
        second.settle()
        assert second.outcomes()[-1] == "superseded"
        assert second.of_kind("text") == []


def test_k02_a_run_that_waits_gives_way_to_a_newer_event(tmp_path: Path) -> None:
    server, _, second = waiting(tmp_path)
    with server:
        server.gates.on = False  # type: ignore[attr-defined]
        second.set("Text", "new")
        second.settle()
        assert "superseded" in second.outcomes()
        assert second.value("Text") == "new"


def test_k02_the_time_that_a_run_waits_loses_no_click(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    # Each is a moment in which the run could give way.
    look = waits.look
    monkeypatch.setattr(waits, "look", lambda run: (looks.append(run), look(run)))
    monkeypatch.setattr(waits, "LOOK_EVERY", 0.002)
    monkeypatch.setattr(execution, "HIDDEN_AFTER", 0.01)
    script = """
@st.cache_data(show_spinner=False)
def load():
    gates.reach("load")
    return 1
st.text_input("Text")
if gates.on:
    gates.reach("before")
    load()
if st.button("Press"): st.session_state.presses = st.session_state.get("presses", 0) + 1
st.text(st.session_state.get("presses", 0))
"""
    server, _, second = waiting(tmp_path, script)
    with server:
        second.set("Text", "new")
        server.until(lambda: len(looks) > 100)
        server.gates.open("load")
        second.settle()
        assert (second.of_kind("text")[0]["body"], second.value("Text")) == ("1", "new")
        assert not second.told("notification")


def test_k02_a_run_that_was_abandoned_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, first, second = waiting(tmp_path)
    with server:
        run = first.session.runner.run
        assert run is not None
        # As the session does with a thread that does not answer.
        run.abandon()
        server.gates.open("load")
        second.settle()
        assert second.of_kind("text")[0]["body"] == "1"


CONNECTING = """
if not hasattr(gates, "hanging"):
    import threading
    gates.hanging = threading.Lock()
    gates.hanging.acquire()
class Service(st.connections.BaseConnection[object]):
    def _connect(self):
        if gates.on:
            gates.reached.append("load")
            # No interrupt gets there, as in a driver that waits for an answer.
            with gates.hanging:
                pass
        return object()
    def ask(self):
        return self._instance is not None
service = st.connection("service", type=Service)
st.button("Press")
if gates.on:
    if "before" not in gates.reached:
        service.reset()
    gates.reach("before")
    st.text(service.ask())
"""


def test_r08_a_run_that_waits_for_a_connection_to_be_made_again_can_be_stopped(
    tmp_path: Path,
) -> None:
    server, first, second = waiting(tmp_path, CONNECTING)
    with server:
        second.stop()
        second.settle()
        assert second.outcomes()[-1] == "superseded"
        assert second.of_kind("text") == []
        # It was not given up for a run that does not answer.
        assert not second.told("notification")
        server.gates.hanging.release()  # type: ignore[attr-defined]
        first.settle()
        assert first.of_kind("text")[0]["body"] == "True"


def test_r08_a_login_that_hangs_in_an_abandoned_run_holds_nobody_up(tmp_path: Path) -> None:
    server, first, second = waiting(tmp_path, CONNECTING)
    with server:
        run = first.session.runner.run
        assert run is not None
        run.abandon()
        # The other one logs in itself, though the first one still tries to.
        server.until(lambda: server.gates.reached.count("load") == 2)
        server.gates.hanging.release()  # type: ignore[attr-defined]
        second.settle()
        assert second.of_kind("text")[0]["body"] == "True"


def test_k02_a_run_that_is_cut_leaves_nothing_half_made(tmp_path: Path) -> None:
    script = """
@st.cache_data(show_spinner=False)
def load():
    gates.reach("load")
    st.text("drawn")
    return 1
st.text_input("Text")
st.text(load())
"""
    with Server(tmp_path, script) as server:
        server.gates.close("load")
        tab = Tab(server, waits=False)
        server.until(lambda: server.gates.reached)
        tab.stop()
        server.until(lambda: not tab.session.is_settled)
        server.gates.open("load")
        tab.settle()
        assert tab.outcomes()[-1] == "superseded"
        tab.set("Text", "again")
        tab.settle()
        assert [each["body"] for each in tab.of_kind("text")] == ["drawn", "1"]
        assert server.gates.reached == ["load", "load"]


# What is drawn.

SHOWN = """
@st.cache_data
def show(x):
    st.subheader(f"Shown {x}")
    st.sidebar.text("beside")
    with st.expander("More"):
        left, right = st.columns(2)
        left.text("left")
        right.text("right")
    place = st.empty()
    place.text("one")
    place.text("two")
    bar = st.progress(0)
    bar.progress(50)
    return x
"""


def outline(app: AppTest) -> list[Any]:
    return [
        [each.value for each in app.subheader],
        texts(app),
        [each.value for each in app.sidebar.text],
        [each.label for each in app.expander],
        [len(each.children) for each in app.columns],
    ]


def test_k05_what_a_function_draws_is_drawn_again_where_it_was() -> None:
    app = run(SHOWN + "with st.container(border=True):\n    st.text(show(1))")
    first = outline(app)
    assert first[1] == ["left", "right", "two", "1", "beside"]
    before = app.page.payload if hasattr(app.page, "payload") else None
    assert outline(app.run()) == first
    assert not app.exception
    assert (app.page.payload if hasattr(app.page, "payload") else None) == before


def test_k05_it_is_drawn_twice_if_it_is_called_twice() -> None:
    app = run(SHOWN + "show(1); show(1)", times=2)
    assert not app.exception
    assert [each.value for each in app.subheader] == ["Shown 1", "Shown 1"]


def test_k05_functions_in_functions_are_drawn_again_with_them() -> None:
    script = (
        "@st.cache_data\ndef inner(): st.text('in'); return 1\n"
        "@st.cache_data\ndef outer(): st.text('a'); inner(); inner(); st.text('b')\nouter()"
    )
    app = run(script)
    assert texts(app) == ["a", "in", "in", "b"]
    assert texts(app.run()) == ["a", "in", "in", "b"]
    app = run(script + "\ninner.clear()\nst.text('c'); outer()")
    assert texts(app) == ["a", "in", "in", "b", "c", "a", "in", "in", "b"]


def test_k05_what_is_drawn_elsewhere_is_an_error_on_a_hit() -> None:
    script = (
        "place = st.container()\n@st.cache_data\ndef show(): place.text('there'); return 1\nshow()"
    )
    app = run(script)
    assert texts(app) == ["there"]
    (error,) = app.run().exception
    assert error.value.startswith("show: a cached function must draw into its own containers")
    assert "got text in another" in error.value


def test_k05_a_widget_in_a_function_is_shown_with_a_warning() -> None:
    script = "@st.cache_data\ndef ask(): return st.slider('Size', 0, 10, 3)\nst.text(ask())"
    app = run(script)
    for value in (3, 7):
        (warning,) = app.exception
        assert "must draw no widget, got slider" in warning.value
        assert (app.slider[0].value, texts(app)) == (value, ["3"])
        app.slider[0].set_value(7).run()


def test_k05_effects_and_the_page_itself_are_repeated() -> None:
    script = (
        "@st.cache_data\ndef f():\n    st.toast('made')\n    st.set_page_config('Title')\nf()\n"
        "st.button('Again')"
    )
    app = run(script, times=2)
    assert [each.value for each in app.toast] == ["made"]
    assert app.page.props["main"]["title"] == "Title"


def test_k05_what_other_threads_draw_is_not_recorded() -> None:
    app = run("""
import contextvars, threading
place = st.container()
@st.cache_data(show_spinner=False)
def load():
    st.text("mine")
    context = contextvars.copy_context()
    thread = threading.Thread(target=context.run, args=[place.text, "beside"])
    thread.start()
    thread.join()
load()
""")
    assert texts(app) == ["beside", "mine"]
    assert texts(app.run()) == ["mine"]
    assert not app.exception


def test_k09_a_spinner_says_what_goes_on_and_leaves_nothing(tmp_path: Path) -> None:
    script = """
@st.cache_data{}
def load(x=1):
    gates.reach("load")
    return x
st.button("Again")
load({})
"""
    told = {
        ("", ""): "Running `load()`.",
        ("", "1"): "Running `load(...)`.",
        ("(show_spinner='Fetching *it*')", "2"): "Fetching *it*",
    }
    for (how, arguments), text in told.items():
        with Server(tmp_path, script.format(how, arguments)) as server:
            server.gates.close("load")
            tab = Tab(server, waits=False)
            server.until(functools.partial(tab.of_kind, "spinner"))
            assert tab.of_kind("spinner")[0]["text"] == text
            server.gates.open("load")
            tab.settle()
            assert tab.of_kind("spinner") == []
        caches.clear("data")


def test_k09_a_spinner_of_a_function_that_is_cut_goes_too(tmp_path: Path) -> None:
    script = "@st.cache_data\ndef load():\n    gates.reach('a'); st.text(1)\nload()"
    with Server(tmp_path, script) as server:
        server.gates.close("a")
        tab = Tab(server, waits=False)
        server.until(lambda: tab.of_kind("spinner"))
        tab.stop()
        server.gates.open("a")
        tab.settle()
        assert tab.of_kind("spinner") == []


def test_k09_no_spinner_is_shown_if_none_is_wanted_or_one_is_there(tmp_path: Path) -> None:
    script = """
@st.cache_data
def inner():
    gates.reach("inner")
@st.cache_data(show_spinner=False)
def outer():
    gates.reach("outer")
    inner()
outer()
"""
    with Server(tmp_path, script) as server:
        server.gates.close("inner")
        tab = Tab(server, waits=False)
        server.until(lambda: "inner" in server.gates.reached)
        assert tab.of_kind("spinner") == []
        server.gates.open("inner")
        tab.settle()


# Sessions, disk, background.


def test_k06_what_is_of_a_session_is_its_own_and_ends_with_it(tmp_path: Path) -> None:
    script = """
@st.cache_resource(scope="session", on_release=lambda value: gates.reach(f"released {value}"))
def own():
    gates.reach("made")
    return [len(gates.reached)]
st.text(own())
st.button("Again")
"""
    with Server(tmp_path, script) as server:
        first, second = Tab(server), Tab(server, browser="other")
        first.click("Again")
        first.settle()
        assert [tab.of_kind("text")[0]["body"] for tab in (first, second)] == ["[1]", "[2]"]
        assert server.gates.reached == ["made", "made"]
        server.loop.run_until_complete(first.session.close(CloseReason.DRAINED))
        server.until(lambda: len(server.gates.reached) == 3)
        assert server.gates.reached[-1] == "released [1]"


def test_k07_what_is_on_disk_outlives_a_server(tmp_path: Path) -> None:
    script = """
@st.cache_data(persist="disk")
def load(x):
    gates.reach("load")
    st.text("drawn")
    return [x]
st.text(load(1))
"""
    disk = Disk(tmp_path / "cache", KeyRing(["secret"]))
    for reached in (["load"], []):
        with Server(tmp_path, script) as server:
            server.services.open_disk = lambda: disk
            tab = Tab(server)
            assert [each["body"] for each in tab.of_kind("text")] == ["drawn", "[1]"]
            assert server.gates.reached == reached
        caches._caches.clear()  # noqa: SLF001  (as another process has it)
    disk.clear()
    with Server(tmp_path, script) as server:
        server.services.open_disk = lambda: disk
        Tab(server)
        assert server.gates.reached == ["load"]


def test_k08_a_stale_result_is_shown_and_made_again_without_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = """
@st.cache_data(ttl=10, refresh_mode="background", show_spinner=False)
def load():
    gates.reach("load")
    return len(gates.reached)
st.text(load())
st.button("Again")
"""
    times = [0.0]
    monkeypatch.setattr(caches, "_clock", lambda: times[-1])
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        server.gates.close("load")
        times.append(15.0)
        tab.click("Again")
        tab.settle()
        # It is shown at once, though the function has not come to its end.
        assert tab.of_kind("text")[0]["body"] == "1"
        server.until(lambda: len(server.gates.reached) == 2)
        server.gates.open("load")
        (cache,) = caches.all()
        ((key, _),) = cache.entries()
        server.until(lambda: cache.maker_of(key) is None)
        assert len(tab.outcomes()) == 2
        tab.click("Again")
        tab.settle()
        assert tab.of_kind("text")[0]["body"] == "2"
        assert server.gates.reached == ["load", "load"]


def test_k08_background_needs_a_time_and_no_disk() -> None:
    with pytest.raises(StreamlitMissingRequiredParameterError, match="needs to know when"):
        st.cache_data(refresh_mode="background")
    with pytest.raises(StreamlitIncompatibleParametersError, match="what is on disk has no ttl"):
        st.cache_data(refresh_mode="background", ttl=1, persist="disk")


@pytest.mark.parametrize(
    ("decorate", "arguments", "kind", "text"),
    [
        (st.cache_data, {"scope": "x"}, StreamlitValueError, "scope"),
        (st.cache_data, {"refresh_mode": "x"}, StreamlitValueError, "refresh_mode"),
        (st.cache_data, {"persist": "x"}, StreamlitValueError, 'persist must be "disk" or None'),
        (st.cache_data, {"max_entries": 0}, StreamlitValueError, "max_entries must be"),
        (st.cache_data, {"hash_funcs": 3}, StreamlitInvalidParameterTypeError, "hash_funcs must"),
        (st.cache_data, {"func": 3}, StreamlitInvalidParameterTypeError, "decorates a function"),
        (st.cache_resource, {"validate": 3}, StreamlitInvalidParameterTypeError, "validate must"),
        (st.cache_resource, {"on_release": 3}, StreamlitInvalidParameterTypeError, "on_release"),
    ],
)
def test_k04_a_wrong_argument_is_an_error(
    decorate: Any, arguments: Any, kind: type[Exception], text: str
) -> None:
    with pytest.raises(kind, match=text):
        decorate(**arguments)


def test_k01_what_can_be_used_up_once_is_not_cached() -> None:
    async def numbers() -> Any:
        yield 1

    with pytest.raises(StreamlitAPIException, match="an async generator can be used up only once"):
        st.cache_data(numbers)


def test_k01_a_function_is_cached_without_a_run_and_in_threads() -> None:
    calls: list[int] = []

    @st.cache_data
    def double(x: int) -> list[int]:
        """Double a number."""
        calls.append(x)
        return [2 * x]

    found: list[list[int]] = []
    threads = [threading.Thread(target=lambda: found.append(double(2))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, calls) == ([[4]] * 5, [2])
    assert (double.__name__, double.__doc__) == ("double", "Double a number.")
    assert double.__wrapped__(3) == [6]  # type: ignore[attr-defined]
