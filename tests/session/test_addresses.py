"""The parameters of the address: st.query_params, and bound widgets (mechanism 14)."""

from collections.abc import Callable
from typing import Any

import pytest

from ostinato.values.address import parse
from tab import Tab

OpenTab = Callable[..., Tab]

CITY = """
st.text_input("City", "Oslo", key="city", bind="query-params")
st.text(st.session_state.city)
"""

EVERY = """
import datetime as dt
st.checkbox("Check", key="c", bind="query-params")
st.slider("Slide", 0, 10, 3, key="s", bind="query-params")
st.slider("Range", 0.0, 1.0, (0.2, 0.4), key="r", bind="query-params")
st.slider("Day", dt.date(2024, 1, 1), dt.date(2024, 2, 1), dt.date(2024, 1, 5), key="d",
          bind="query-params")
st.slider("Clock", dt.time(8), dt.time(20), dt.time(9), key="t", bind="query-params")
st.slider("Moment", dt.datetime(2024, 1, 1, 8), dt.datetime(2024, 1, 2, 8),
          dt.datetime(2024, 1, 1, 9), key="m", bind="query-params")
st.selectbox("Choice", ["a b", "c&d", 3], key="o", bind="query-params")
st.text_input("Text", key="x", bind="query-params")
st.number_input("Number", key="n", bind="query-params")
st.number_input("None", value=None, key="e", bind="query-params")
for key in "csrdtmoxne":
    st.text(f"{key} {st.session_state[key]!r}")
"""


def address(tab: Tab) -> dict[str, list[str]]:
    value = tab.page.values.get("main")
    return parse(value[0]) if value else {}


def entries(tab: Tab) -> int:
    value = tab.page.values.get("main")
    return value[1] if value else 0


def shown(tab: Tab) -> dict[str, str]:
    return dict(text.split(" ", 1) for text in tab.texts)


def test_w19_a_bound_value_is_in_the_address_unless_it_is_the_default(open_tab: OpenTab) -> None:
    tab = open_tab(CITY)
    assert address(tab) == {}
    tab.set("City", "São Paulo & more")
    tab.settle()
    assert address(tab) == {"city": ["São Paulo & more"]}
    assert entries(tab) == 0
    tab.set("City", "Oslo")
    tab.settle()
    assert address(tab) == {}


@pytest.mark.parametrize(
    ("query", "key", "value"),
    [
        ("c=true", "c", "True"),
        ("s=5", "s", "5"),
        ("r=0.3&r=0.9", "r", "(0.3, 0.9)"),
        ("d=2024-01-06", "d", "datetime.date(2024, 1, 6)"),
        ("t=09%3A15", "t", "datetime.time(9, 15)"),
        ("m=2024-01-02T08%3A00", "m", "datetime.datetime(2024, 1, 2, 8, 0)"),
        ("o=c%26d", "o", "'c&d'"),
        ("o=3", "o", "3"),
        ("x=hello+w%C3%B6rld", "x", "'hello wörld'"),
        ("n=2.5", "n", "2.5"),
        ("e=7", "e", "7.0"),
    ],
)
def test_the_address_seeds_the_first_run_and_stays(
    open_tab: OpenTab, query: str, key: str, value: str
) -> None:
    tab = open_tab(EVERY, query=query)
    assert shown(tab)[key] == value
    assert address(tab) == parse(query)


@pytest.mark.parametrize(
    "query",
    ["c=maybe", "s=11", "s=x", "r=0.1", "d=tomorrow", "o=z", "n=1e999", "e=x", "t=25:00"],
)
def test_what_does_not_fit_is_dropped_from_the_address(open_tab: OpenTab, query: str) -> None:
    tab = open_tab(EVERY, query=f"{query}&other=1")
    assert address(tab) == {"other": ["1"]}
    assert shown(tab) == shown(open_tab(EVERY))


def test_w19_going_back_sets_values_without_a_callback(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.session_state.setdefault("calls", 0)
def note():
    st.session_state.calls += 1
st.text_input("City", "Oslo", key="city", bind="query-params", on_change=note)
st.text(f"{st.session_state.city} {st.session_state.calls}")
""")
    tab.set("City", "Rome")
    tab.settle()
    assert tab.texts == ["Rome 1"]
    tab.send({"main": ["city=Bonn", 0]})
    tab.settle()
    assert tab.texts == ["Bonn 1"]
    assert tab.value("City") == "Bonn"
    tab.send({"main": ["", 0]})
    tab.settle()
    assert tab.texts == ["Oslo 1"]


def test_a_script_sets_a_bound_widget_by_session_state_and_the_address_follows(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(
        """
def go():
    st.session_state.city = "Rome"
st.button("Go", on_click=go)
"""
        + CITY,
        query="city=Bonn",
    )
    assert tab.texts == ["Bonn"]
    tab.click("Go")
    tab.settle()
    assert (tab.texts, address(tab)) == (["Rome"], {"city": ["Rome"]})


def test_a_binding_goes_with_its_widget(open_tab: OpenTab) -> None:
    tab = open_tab("if st.checkbox('On', True):\n" + CITY.replace("\n", "\n    ").rstrip(" "))
    tab.set("City", "Rome")
    tab.settle()
    assert address(tab) == {"city": ["Rome"]}
    tab.set("On", False)
    tab.settle()
    assert address(tab) == {}


def test_query_params_are_read_and_set_as_entries_of_the_history(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
st.text(f"{st.query_params.get('q')} {st.query_params.get_all('q')} {'z' in st.query_params}")
if st.button("Set"):
    st.query_params["q"] = 3
if st.button("Several"):
    st.query_params.q = ["a", "b"]
if st.button("Clear"):
    st.query_params.clear()
if st.button("All"):
    st.query_params.from_dict({"one": 1, "two": [2, 3]})
""",
        query="q=1&q=2&embed=true",
    )
    assert tab.texts == ["2 ['1', '2'] False"]
    tab.click("Set")
    tab.settle()
    assert (address(tab), entries(tab)) == ({"q": ["3"], "embed": ["true"]}, 1)
    tab.click("Several")
    tab.settle()
    assert address(tab)["q"] == ["a", "b"]
    tab.click("Clear")
    tab.settle()
    assert (address(tab), entries(tab)) == ({"embed": ["true"]}, 3)
    tab.click("All")
    tab.settle()
    assert address(tab) == {"embed": ["true"], "one": ["1"], "two": ["2", "3"]}


@pytest.mark.parametrize(
    ("change", "error", "text"),
    [
        ("st.query_params['city'] = 'x'", "StreamlitAPIException", "bound to this parameter"),
        ("st.query_params['embed'] = 'x'", "StreamlitAPIException", "embedded"),
        ("st.query_params['a'] = {}", "StreamlitQueryParamDictValueError", "must be text"),
        ("st.query_params['none']", "KeyError", "no parameter"),
        ("st.query_params.none", "AttributeError", "no parameter"),
    ],
)
def test_what_query_params_refuse(open_tab: OpenTab, change: str, error: str, text: str) -> None:
    tab = open_tab(CITY + change)
    (shown_error,) = tab.of_kind("exception")
    assert shown_error["type"] == error
    assert text in shown_error["message"]


def test_a_password_is_never_in_the_address(open_tab: OpenTab) -> None:
    tab = open_tab("st.text_input('P', key='p', type='password', bind='query-params')")
    (error,) = tab.of_kind("exception")
    assert "no place in an address" in error["message"]


def test_a_bound_value_needs_a_key(open_tab: OpenTab) -> None:
    tab = open_tab("st.text_input('City', bind='query-params')")
    (error,) = tab.of_kind("exception")
    assert "give it a key" in error["message"]


def test_l02_a_reload_before_the_page_has_heard_keeps_what_was_entered(open_tab: OpenTab) -> None:
    tab = open_tab(CITY)
    tab.set("City", "Rome")
    tab.settle()
    tab.disconnect()
    tab.seen = 0
    tab.connect(query="")  # The tab was left with the address of before: it is not new.
    tab.settle()
    assert (tab.texts, address(tab)) == (["Rome"], {"city": ["Rome"]})


def test_s10_another_process_knows_the_address(open_tab: OpenTab) -> None:
    tab = open_tab(
        "st.text(st.query_params.to_dict())\nif st.button('Set'):\n"
        "    st.query_params.q = 'kept'\n    st.rerun()\n"
    )
    tab.click("Set")
    tab.settle()
    server = tab.server
    tab.disconnect()
    server.loop.run_until_complete(server.registry.close())
    server.registry.__init__(server.services)  # type: ignore[misc]
    tab.connect()
    tab.settle()
    assert tab.texts == ["{'q': 'kept'}"]


def test_w19_what_a_script_sets_is_what_it_reads_however_long(open_tab: OpenTab) -> None:
    tab = open_tab("""
st.query_params["a"] = "你" * 3000
st.query_params["b"] = "1"
st.text([st.query_params["a"] == "你" * 3000, st.query_params["b"]])
""")
    assert tab.texts == ["[True, '1']"]


def test_w19_an_address_without_end_is_left_alone(open_tab: OpenTab) -> None:
    tab = open_tab(CITY, query="city=" + "x" * 1_000_000)
    assert (tab.texts, address(tab)) == (["Oslo"], {})


@pytest.mark.parametrize(
    "wire",
    [None, "a=1", ["a=1"], [1, 2], ["a", "b"], ["x" * 300_000, 0], ["a=1", -1], ["a=1", 2**64 - 1]],
)
def test_w16_nonsense_from_a_browser_changes_nothing(open_tab: OpenTab, wire: Any) -> None:
    tab = open_tab(CITY)
    tab.send({"main": wire})
    tab.settle()
    assert tab.texts == ["Oslo"]
    tab.set("City", "Rome")
    tab.settle()
    assert tab.texts == ["Rome"]


def test_w19_a_parameter_that_sets_nothing_is_no_new_entry(open_tab: OpenTab) -> None:
    tab = open_tab("st.query_params.a = []\nst.text(st.query_params.to_dict())")
    for _ in range(3):
        tab.send({})
        tab.settle()
    assert (entries(tab), tab.texts) == (0, ["{}"])


def test_w19_a_script_that_always_stops_takes_the_address_once(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
if st.button("Reset"):
    st.session_state.city = "Bonn"
    st.rerun()
st.text_input("City", "Oslo", key="city", bind="query-params")
st.text(st.session_state.city)
st.stop()
""",
        query="city=Rome",
    )
    assert tab.texts == ["Rome"]
    tab.click("Reset")
    tab.settle()
    assert (tab.texts, address(tab)) == (["Bonn"], {"city": ["Bonn"]})


def test_w19_an_address_that_was_cleared_by_hand_stays_clear(open_tab: OpenTab) -> None:
    tab = open_tab("if st.button('Set'):\n    st.query_params.a = 1\nst.text(len(st.query_params))")
    tab.click("Set")
    tab.settle()
    tab.disconnect()
    tab.seen = 0
    tab.connect(query="", is_new=True)
    tab.settle()
    assert (tab.texts, address(tab)) == (["0"], {})


MANY = {
    "read": "for name in st.query_params:\n    value = st.query_params[name]",
    "set": "for name in [*st.query_params]:\n    st.query_params[name] = 'x'",
    "bind": "for name in st.query_params:\n    st.text_input(name, key=name, bind='query-params')",
}


@pytest.mark.parametrize("use", MANY)
def test_an_address_of_many_parameters_is_read_once(
    open_tab: OpenTab, use: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counting(text: str) -> dict[str, list[str]]:
        read.append(len(params := parse(text)))
        return params

    monkeypatch.setattr("ostinato.state.query.parse", counting)
    query = "&".join(f"p{number}={number}" for number in range(300))
    tab = open_tab(f"{MANY[use]}\nst.text(len(st.query_params))", query=query)
    assert tab.texts == ["300"]
    assert sum(read) <= 2 * 300
    assert len(address(tab)) == 300


EMPTIED = """
values = (
    st.text_input("Text", None, key="t", bind="query-params"),
    st.text_area("Area", None, key="a", bind="query-params"),
    st.text_input("Name", "abc", key="u", bind="query-params"),
    st.number_input("None", value=None, key="n", bind="query-params"),
    st.number_input("Number", value=5, key="d", bind="query-params"),
)
st.text(repr(values))
"""


def test_w19_an_empty_text_in_the_address_is_one_and_no_number(open_tab: OpenTab) -> None:
    tab = open_tab(EMPTIED, query="t=&a=&u=&n=&d=")
    assert tab.texts == ["('', '', '', None, 5)"]
    assert address(tab) == {"t": [""], "a": [""], "u": [""]}


def test_w19_what_was_emptied_is_read_back_from_the_address(open_tab: OpenTab) -> None:
    tab = open_tab(EMPTIED, query="t=x&a=y&n=3&d=7")
    for label in ("Text", "Area", "Name"):
        tab.set(label, "")
        tab.settle()
    tab.set("None", None)
    tab.settle()
    assert tab.texts == ["('', '', '', None, 7)"]
    text = "&".join(f"{name}={value}" for name, [value] in address(tab).items())
    assert open_tab(EMPTIED, query=text).texts == tab.texts


def test_w16_an_emptied_number_that_began_as_one_stays_the_last(open_tab: OpenTab) -> None:
    tab = open_tab(EMPTIED, query="d=7")
    tab.set("Number", None)
    tab.settle()
    assert tab.texts == ["(None, None, 'abc', None, 7)"]
