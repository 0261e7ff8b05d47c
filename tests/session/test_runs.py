"""Runs: rules R01 to R06, and callbacks, C01 to C03."""

import sys
import textwrap
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.config.options import Runner
from ostinato.session.outbox import Outbox
from tab import Server, Tab

OpenTab = Callable[..., Tab]


def config(**runner: Any) -> Config:
    return msgspec.structs.replace(Config(), runner=msgspec.structs.replace(Runner(), **runner))


def test_r01_every_run_has_a_fresh_main_and_modules_live_on(open_tab: OpenTab) -> None:
    tab = open_tab("""
import sys
import textwrap
st.text(f"fresh={'x' not in globals()} main={__name__} file={__file__.endswith('app.py')}")
st.text(f"same={vars(sys.modules['__main__']) is globals()}")
x = 1
gates.runs = getattr(gates, "runs", 0) + 1
st.text(f"runs={gates.runs}")
st.button("Again")
""")
    before = sys.modules["__main__"]
    tab.click("Again")
    tab.settle()
    assert tab.texts == ["fresh=True main=__main__ file=True", "same=True", "runs=2"]
    assert sys.modules["__main__"] is before


def test_r01_a_class_of_the_script_can_be_pickled(open_tab: OpenTab) -> None:
    tab = open_tab("""
import pickle, typing
from dataclasses import dataclass
@dataclass
class Point:
    x: "Number"
Number = int
st.text(str(pickle.loads(pickle.dumps(Point(3)))))
st.text(str(typing.get_type_hints(Point)))
""")
    assert tab.texts == ["Point(x=3)", "{'x': <class 'int'>}"]


def test_r02_sessions_run_at_the_same_time(serve: Callable[..., Server]) -> None:
    server = serve("""
name = st.text_input("Name")
if name:
    gates.reach(name)
st.text(f"done {name}")
""")
    one, two = Tab(server), Tab(server)
    server.gates.close("one", "two")
    one.set("Name", "one")
    two.set("Name", "two")
    server.until(lambda: sorted(server.gates.reached) == ["one", "two"])
    server.gates.open("two")
    two.settle()
    assert two.texts == ["done two"]
    assert one.texts == ["done"]
    server.gates.open("one")
    one.settle()
    assert one.texts == ["done one"]


def test_r03_elements_reach_the_browser_while_the_script_runs(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.button("Go")
st.text(f"first {gates.reached}")
gates.reach("middle")
st.text("second")
""")
    server = tab.server
    server.gates.close("middle")
    tab.click("Go")
    server.until(lambda: tab.texts == ["first ['middle']", "second"])
    assert tab.messages[-1][0] == "edits"
    server.gates.open("middle")
    tab.settle()
    assert tab.outcomes() == ["done", "done"]


def test_r03_what_is_drawn_late_is_sent_while_the_script_goes_on(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Go"):
    for n in range(3):
        gates.reach(f"step {n}")
        st.text(f"row {n}")
    gates.reach("end")
""")
    server = tab.server
    server.gates.close("step 0", "step 1", "step 2", "end")
    tab.click("Go")
    for n in range(3):
        server.gates.open(f"step {n}")
        server.until(lambda n=n: tab.texts == [f"row {row}" for row in range(n + 1)])
    server.gates.open("end")
    tab.settle()


def test_r03_what_is_drawn_while_edits_are_taken_is_sent_at_once(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The script draws between the step that takes the edits and all that follows it."""
    tab = open_tab("""
if st.button("Go"):
    for n in range(20):
        gates.reach(f"draw {n}")
        st.text(f"row {n}")
        gates.reach(f"drawn {n}")
""")
    server, gates = tab.server, tab.server.gates
    gates.close(*(f"draw {n}" for n in range(1, 20)))
    drawn = iter(range(1, 20))
    put_edits = Outbox.put_edits

    def put_while_the_script_draws(outbox: Outbox, edits: Any) -> None:
        n = next(drawn, None)
        if n is not None:
            gates.open(f"draw {n}")
            with gates.changed:
                assert gates.changed.wait_for(lambda: f"drawn {n}" in gates.reached, 10)
        put_edits(outbox, edits)

    monkeypatch.setattr(Outbox, "put_edits", put_while_the_script_draws)
    tab.click("Go")
    for n in range(1, 20):
        server.until(lambda n=n: f"row {n}" in tab.texts or tab.outcomes()[1:])
    tab.settle()
    assert len(tab.texts) == 20


def test_a_run_that_changes_nothing_sends_only_its_start_and_end(open_tab: OpenTab) -> None:
    tab = open_tab("st.button('Go')\nst.text('same')\n")
    tab.messages.clear()
    tab.click("Go")
    tab.settle()
    assert [message[0] for message in tab.messages] == ["run_started", "run_ended", "ack_event"]


SLOW = """
n = st.slider("N", 0, 10)
m = st.slider("M", 0, 10)
st.text(f"begin {n} {m}")
gates.reach(f"at {n} {m}")
st.text(f"end {n} {m}")
"""


def test_r04_a_run_of_value_changes_is_cut_short_by_a_newer_event(open_tab: OpenTab) -> None:
    tab = open_tab(SLOW)
    server = tab.server
    server.gates.close("at 1 0")
    tab.set("N", [1])
    server.until(lambda: "at 1 0" in server.gates.reached)
    tab.set("N", [2])
    tab.set("M", [3])
    server.gates.open("at 1 0")
    tab.settle()
    assert tab.texts == ["begin 2 3", "end 2 3"]
    assert tab.outcomes() == ["done", "superseded", "done"]


def test_r04_fast_reruns_can_be_turned_off(open_tab: OpenTab) -> None:
    tab = open_tab(SLOW, config=config(fast_reruns=False))
    server = tab.server
    server.gates.close("at 1 0")
    tab.set("N", [1])
    server.until(lambda: "at 1 0" in server.gates.reached)
    tab.set("N", [2])
    server.gates.open("at 1 0")
    tab.settle()
    assert tab.outcomes() == ["done", "done", "done"]


def test_r05_rerun_and_stop_pass_through_except_exception(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.button("Stop here", key="stop")
if st.button("Twice"):
    try:
        st.rerun()
    except Exception:
        st.text("swallowed")
st.text("above")
if st.session_state.stop:
    try:
        st.stop()
    except Exception:
        st.text("swallowed")
st.text("below")
""")
    tab.click("Twice")
    tab.settle()
    assert tab.texts == ["above", "below"]
    assert tab.outcomes() == ["done", "superseded", "done"]
    tab.click("Stop here")
    tab.settle()
    assert tab.texts == ["above"]
    assert tab.outcomes()[-1] == "stopped"


def test_r06_an_exception_is_shown_below_and_the_next_interaction_works(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(f"runs={st.session_state.runs}")
with st.container():
    if st.button("Fail"):
        raise ValueError("no *good*")
st.text("after")
""")
    tab.click("Fail")
    tab.settle()
    assert tab.texts == ["runs=2"]
    (error,) = tab.of_kind("exception")
    assert error["type"] == "ValueError"
    assert error["message"] == "no *good*"
    assert 'raise ValueError("no *good*")' in "".join(error["trace"])
    assert "execution.py" not in "".join(error["trace"])
    assert tab.outcomes()[-1] == "failed"
    tab.send({})
    tab.settle()
    assert tab.texts == ["runs=3", "after"]


def test_a_syntax_error_shows_in_the_page_and_heals_on_save(open_tab: OpenTab) -> None:
    tab = open_tab("st.text('hello'\n")
    (error,) = tab.of_kind("exception")
    assert error["type"] == "SyntaxError"
    tab.server.path.write_text("import ostinato as st\nst.text('healed')\n")
    tab.send({})
    tab.settle()
    assert tab.texts == ["healed"]


def test_r08_the_error_of_a_run_goes_when_the_next_one_cannot_begin(open_tab: OpenTab) -> None:
    start = "import ostinato as st\nst.text('one')\nst.button('Go')\n"
    tab = open_tab("st.text('one')\nst.button('Go')\nraise ValueError('first')\n")
    for source, shown in [
        (start + "def\n", "SyntaxError"),
        (start + "def again\n", "SyntaxError"),
        (start + "1 / 0\n", "ZeroDivisionError"),
        (start + "def\n", "SyntaxError"),
    ]:
        tab.server.path.write_text(source)
        tab.click("Go")
        tab.settle()
        assert [error["type"] for error in tab.of_kind("exception")] == [shown]
        assert tab.texts == ["one"]
    # What the script shows itself is no error of its run.
    tab.server.path.write_text(start + "st.exception(ValueError('shown'))\n")
    tab.click("Go")
    tab.settle()
    tab.server.path.write_text(start + "def\n")
    tab.click("Go")
    tab.settle()
    assert [error["type"] for error in tab.of_kind("exception")] == ["SyntaxError", "ValueError"]


def test_r08_an_error_that_a_stopped_run_left_there_goes_too(open_tab: OpenTab) -> None:
    tab = open_tab("""
def fail():
    raise ValueError("callback")
st.button("Fail", on_click=fail)
st.text("one")
gates.reach("middle")
st.text("two")
""")
    tab.click("Fail")
    tab.settle()
    tab.server.gates.close("middle")
    tab.send({})
    tab.server.until(lambda: tab.server.gates.reached.count("middle") == 2)
    tab.stop()
    tab.server.gates.open("middle")
    tab.settle()
    tab.server.path.write_text("def\n")
    tab.send({})
    tab.settle()
    assert [error["type"] for error in tab.of_kind("exception")] == ["SyntaxError"]
    assert tab.texts == ["one", "two"]


def test_an_exit_in_the_script_ends_the_run_and_not_the_server(open_tab: OpenTab) -> None:
    tab = open_tab("import sys\nst.text('bye')\nsys.exit(3)\n")
    assert tab.texts == ["bye"]
    assert tab.outcomes() == ["stopped"]


def test_a_person_can_stop_a_run(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Forever"):
    place = st.empty()
    while True:
        place.text("again")
st.text("idle")
""")
    tab.click("Forever")
    tab.server.until(lambda: "again" in tab.texts)
    tab.stop()
    tab.settle()
    assert tab.outcomes()[-1] == "superseded"
    tab.send({})
    tab.settle()
    assert tab.texts == ["idle"]


def test_awaiting_works_at_the_top_level(open_tab: OpenTab) -> None:
    tab = open_tab("""
import asyncio
async def later():
    await asyncio.sleep(0)
    st.text("inside")
    return "awaited"
st.text(await later())
""")
    assert tab.texts == ["inside", "awaited"]


def test_bare_expressions_are_shown_but_not_docstrings_calls_or_class_bodies(
    open_tab: OpenTab,
) -> None:
    tab = open_tab('''
"text"
x = 3
x
"x is", x
def f():
    """A docstring."""
    "in f"
    ...
    return "a call's result"
f()
class C:
    "in a class"
    x
for i in [1]:
    i
(y := 5)
...
''')
    shown = ["text", "`3`", "x is `3`", "in f", "`Ellipsis`", "`1`", "`5`", "`Ellipsis`"]
    assert tab.texts == shown


def test_magic_can_be_turned_off(open_tab: OpenTab) -> None:
    tab = open_tab("'text'\nst.text('only this')\n", config=config(magic_enabled=False))
    # The harness makes the script as the server does, from the configuration.
    assert tab.texts == ["only this"]


CALLBACKS = """
def note(*args, **kwargs):
    st.session_state.log.append((args, kwargs, st.session_state.n))
    st.text(f"from the callback {st.session_state.n}")
if "log" not in st.session_state:
    st.session_state.log = []
st.slider("N", 0, 10, key="n", on_change=note, args=(1,), kwargs={"k": len(st.session_state.log)})
st.text(f"log={st.session_state.log}")
"""


def test_c01_the_callback_sees_the_new_state_and_its_last_arguments(open_tab: OpenTab) -> None:
    tab = open_tab(CALLBACKS)
    tab.set("N", [4])
    tab.settle()
    tab.set("N", [5])
    tab.settle()
    assert tab.texts[-1] == "log=[((1,), {'k': 0}, 4), ((1,), {'k': 1}, 5)]"


def test_c01_no_callback_when_nothing_changed(open_tab: OpenTab) -> None:
    tab = open_tab(CALLBACKS)
    tab.set("N", [0])
    tab.settle()
    assert tab.texts == ["log=[]"]


def test_c02_what_a_callback_draws_is_above_and_gone_on_the_next_run(open_tab: OpenTab) -> None:
    tab = open_tab(CALLBACKS)
    tab.set("N", [4])
    tab.settle()
    assert tab.texts[0] == "from the callback 4"
    tab.send({})
    tab.settle()
    assert len(tab.texts) == 1


def test_c03_rerun_in_a_callback_waits_for_the_other_callbacks(open_tab: OpenTab) -> None:
    tab = open_tab("""
def first():
    st.session_state.log += ["first"]
    st.rerun()
def second():
    st.session_state.log += ["second"]
if "log" not in st.session_state:
    st.session_state.log = []
st.slider("A", 0, 9, on_change=first)
st.slider("B", 0, 9, on_change=second)
st.text(str(st.session_state.log))
""")
    tab.send({tab.find("A"): [1], tab.find("B"): [2]})
    tab.settle()
    assert tab.texts == ["['first', 'second']"]


def test_a_failing_callback_shows_its_error_and_loses_no_later_event(open_tab: OpenTab) -> None:
    tab = open_tab("""
def fail():
    raise RuntimeError("callback failed")
def count():
    st.session_state.n = st.session_state.get("n", 0) + 1
gates.reach("drawing")
st.button("Fail", on_click=fail)
st.slider("S", 0, 9, on_change=count)
st.text(f"n={st.session_state.get('n', 0)}")
""")
    server = tab.server
    server.gates.close("drawing")
    tab.send({})
    server.until(lambda: len(server.gates.reached) == 2)
    tab.click("Fail")
    tab.set("S", [3])
    server.gates.open("drawing")
    tab.settle()
    assert tab.texts == ["n=1"]
    assert tab.outcomes().count("failed") == 1


def test_an_ignored_change_is_kept_without_a_run(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.checkbox("Quiet", key="q", on_change="ignore")
st.button("Go")
st.text(f"q={st.session_state.q}")
""")
    tab.set("Quiet", True)
    tab.settle()
    assert tab.texts == ["q=False"]
    assert not tab.unconfirmed
    tab.click("Go")
    tab.settle()
    assert tab.texts == ["q=True"]


ENDLESS = {
    "texts": "st.text(n)",
    "containers": "st.container()",
    "inputs": "st.checkbox(str(n))",
    "inside a place": "st.empty().container().text(n)",
    "errors swallowed": """
        try:
            st.text(n)
        except Exception:
            pass""",
}


@pytest.mark.parametrize("drawing", ENDLESS.values(), ids=ENDLESS.keys())
def test_r08_endless_drawing_ends_with_an_error_and_what_was_drawn_stays(
    open_tab: OpenTab, drawing: str
) -> None:
    tab = open_tab(
        f"""
import itertools
st.text("above")
if st.button("Go"):
    for n in itertools.count():
        {drawing}
""",
        config=config(max_elements=50),
    )
    tab.click("Go")
    tab.settle()
    (error,) = tab.of_kind("exception")
    assert "has room for 50 elements at one time" in error["message"]
    assert "runner.maxElements" in error["message"]
    assert "app.py" in "".join(error["trace"])
    assert len(list(tab.page.walk("main"))) == 51
    assert tab.texts[0] == "above"
    assert tab.outcomes()[-1] == "failed"
    tab.send({})
    tab.settle()
    assert tab.texts == ["above"]


def test_r08_a_place_can_be_drawn_again_without_end(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
place = st.empty()
for n in range(500):
    place.text(n)
    place.container().text(n)
    with place.container():
        st.text(n)
        if n == 499:
            st.button("Go")
        else:
            st.text("no button")
written = st.text("w")
for n in range(500):
    written.text(n)
for n in range(40):
    st.text(n)
""",
        config=config(max_elements=50),
    )
    assert tab.outcomes() == ["done"]
    tab.click("Go")
    tab.settle()
    assert tab.outcomes() == ["done", "done"]
    assert len(list(tab.page.walk("main"))) == 45


def test_r08_a_full_page_takes_what_replaces_something(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
place = st.empty()
place.text("first")
for n in range(8):
    st.text(n)
place.text("second")
place.text("third")
""",
        config=config(max_elements=10),
    )
    assert tab.outcomes() == ["done"]
    assert tab.texts == ["third", *"01234567"]


@pytest.mark.parametrize(
    "fails", ["import not_there", "st.button('Go', on_click=lambda: __import__('not_there'))"]
)
def test_r08_a_failed_run_has_the_files_looked_at_that_may_mend_it(
    open_tab: OpenTab, fails: str
) -> None:
    tab = open_tab(fails)
    blame = tab.server.services.script.blame
    if not blame.files:
        tab.click("Go")
        tab.settle()
    missing = tab.server.path.with_name("not_there.py")
    assert missing in blame.files
    missing.write_text("")
    assert missing in blame.changed()


UNSHOWABLE = {
    "a long chain": """
error = ValueError("first")
for number in range(3000):
    following = ValueError(str(number))
    following.__cause__ = error
    error = following
raise error
""",
    "an end in its text": """
import sys
import textwrap
class Odd(Exception):
    def __str__(self):
        sys.exit(1)
raise Odd
""",
    "a cause that raises": """
class Odd(Exception):
    @property
    def __cause__(self):
        raise OSError("no")
raise Odd
""",
    "a text that is none": """
class Text(str):
    def __len__(self):
        return -5
raise SyntaxError(Text("odd"), (5, 5, 5, 5))
""",
}


@pytest.mark.parametrize("place", ["run", "callback"])
@pytest.mark.parametrize("name", UNSHOWABLE)
def test_r08_an_exception_that_cannot_be_shown_is_one_all_the_same(
    open_tab: OpenTab, name: str, place: str
) -> None:
    body = textwrap.indent(UNSHOWABLE[name], "    ")
    tab = open_tab(f"""
def fail():
{body}
st.session_state.setdefault("n", 0)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={{st.session_state.n}}")
{"if st.button('Raise'): fail()" if place == "run" else "st.button('Raise', on_click=fail)"}
""")
    tab.click("Raise")
    tab.settle()
    assert len(tab.of_kind("exception")) == 1
    assert not tab.unconfirmed
    for _ in range(2):
        tab.click("Add")
        tab.settle()
    assert tab.texts == ["n=2"]
    assert not tab.of_kind("exception")


def test_r04_stop_takes_nothing_from_the_page(open_tab: OpenTab) -> None:
    tab = open_tab("""
if st.button("Begin"):
    place = st.empty()
    while True:
        place.text("going")
st.text_input("Notes")
st.button("Save")
""")
    tab.click("Begin")
    tab.server.until(lambda: tab.texts == ["going"])
    tab.stop()
    tab.settle()
    assert tab.labels == ["Begin", "Notes", "Save"]


def test_r08_who_is_far_below_hears_that_a_callback_failed(open_tab: OpenTab) -> None:
    tab = open_tab("st.button('Save', on_click=lambda: 1 / 0)\nst.button('Other')")
    tab.click("Save")
    tab.settle()
    told = "This did not work: an error stands at the top of the page."
    assert tab.told("notification") == [["failed", told]]


def test_r08_after_an_error_of_ours_the_click_is_not_made_again(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = open_tab(
        """
st.session_state.setdefault("n", 0)
if st.button("Fail"):
    raise ValueError
if st.button("Add"):
    st.session_state.n += 1
    if gates.fails:
        raise ValueError
st.text(f"n={st.session_state.n}")
""".replace("gates.fails", "getattr(gates, 'fails', False)")
    )

    def fail(*_: object, **__: object) -> None:
        raise OSError("an error of ours")

    with monkeypatch.context() as patch:
        patch.setattr("ostinato.run.execution.show_whatever", fail)
        tab.server.gates.fails = True  # type: ignore[attr-defined]
        tab.click("Add")
        tab.settle()
    tab.server.gates.fails = False  # type: ignore[attr-defined]
    for _ in range(2):
        tab.send({})
        tab.settle()
    assert tab.texts == ["n=1"]
    assert tab.labels == ["Fail", "Add"]
    assert not tab.unconfirmed


def test_r04_a_stream_without_an_end_ends_for_a_click(serve: Callable[[str], Server]) -> None:
    server = serve(
        """
import itertools
def words():
    for number in itertools.count():
        gates.reach(f"word {number}")
        yield f"{number} "
if st.button("Other"):
    st.text("other")
    st.stop()
st.write_stream(words)
"""
    )
    tab = Tab(server, waits=False)
    tab.server.until(lambda: "Other" in tab.labels)
    tab.click("Other")
    tab.settle()
    assert "other" in tab.texts


def test_an_error_that_tells_nothing_of_itself_is_shown_all_the_same(open_tab: OpenTab) -> None:
    tab = open_tab("""
class Silent(type):
    @property
    def __name__(cls):
        raise ValueError
class Error(Exception, metaclass=Silent):
    pass
st.text("before")
raise Error
""")
    assert tab.texts == ["before"]
    assert len(tab.of_kind("exception")) == 1
