"""What cannot travel: shown where it is drawn, and no reason for a page to fall silent."""

from collections.abc import Callable
from typing import Any

import pytest

from ostinato.tree import reconcile
from tab import Server, Tab

OpenTab = Callable[..., Tab]

ODD = "ODD = 'caf\\udce9.txt'\n"

DRAWINGS = {
    "text": "st.text(ODD)",
    "write": "st.write(ODD)",
    "title": "st.title(ODD)",
    "code": "st.code(ODD)",
    "error": "st.error(ODD)",
    "a label": "st.button(ODD)",
    "a label with a key": "st.text_input(ODD, key='k')",
    "a key": "st.checkbox('Tick', key=ODD)",
    "the key of a container": "st.container(key=ODD)",
    "an option": "st.selectbox('File', ['a', ODD])",
    "an option with a key": "st.selectbox('File', ['a', ODD], key='k')",
    "a default": "st.text_input('Name', ODD)",
    "a help": "st.slider('N', 0, 9, help=ODD)",
    "a value from state": "st.session_state.k = ODD; st.text_input('Name', key='k')",
}


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_r06_text_that_cannot_travel_is_an_error_where_it_is_drawn(
    open_tab: OpenTab, drawing: str
) -> None:
    tab = open_tab(f"""
{ODD}
st.text("above")
if st.button("Go"):
    {drawing}
else:
    st.text("another text stood here")
""")
    assert tab.texts == ["above", "another text stood here"]
    tab.click("Go")
    tab.settle()
    (error,) = tab.of_kind("exception")
    assert "must be text that UTF-8 can encode" in error["message"]
    assert "caf\\udce9.txt" in error["message"]
    assert drawing.partition(";")[0] in "".join(error["trace"]) or ";" in drawing
    assert tab.texts == ["above"]
    assert tab.outcomes() == ["done", "failed"]
    tab.send({})
    tab.settle()
    assert tab.texts == ["above", "another text stood here"]


@pytest.mark.parametrize("place", ["slot = st.empty()", "slot = st.empty(); slot.text('old')"])
def test_r06_what_a_place_held_stays_if_the_next_cannot_travel(
    open_tab: OpenTab, place: str
) -> None:
    tab = open_tab(f"""
{ODD}
{place}
slot.text("kept")
if st.button("Go"):
    try:
        slot.text(ODD)
    except Exception as error:
        st.text("caught: " + str(error)[:4])
st.text("below")
""")
    tab.click("Go")
    tab.settle()
    assert tab.texts == ["kept", "caught: text", "below"]
    tab.send({})
    tab.settle()
    assert tab.texts == ["kept", "below"]


def test_r06_a_number_beyond_64_bits_is_named(open_tab: OpenTab) -> None:
    tab = open_tab("st.text('above')\nst.container(height=2**70)\n")
    (error,) = tab.of_kind("exception")
    assert "height" in error["message"]
    assert tab.texts == ["above"]


RAISING = {
    "its text": "raise ValueError(ODD)",
    "its cause": "raise ValueError('x') from KeyError(ODD)",
    "its file": "exec(compile('1/0', ODD, 'exec'))",
    "its source": "compile(f'x = ({ODD!r}', ODD, 'exec')",
    "its own text raises": "raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})()",
    "drawn": "st.exception(ValueError(ODD)); st.stop()",
}


@pytest.mark.parametrize("raising", RAISING.values(), ids=RAISING.keys())
def test_r06_an_exception_is_shown_whatever_its_text(open_tab: OpenTab, raising: str) -> None:
    tab = open_tab(f"{ODD}\nst.text('above')\n{raising}\n")
    assert len(tab.of_kind("exception")) == 1
    assert tab.texts == ["above"]


def test_r06_odd_names_of_keys_do_not_silence_the_page(serve: Callable[..., Server]) -> None:
    server = serve(f"""
{ODD}
import threading
st.session_state[ODD] = threading.Lock()
st.session_state["\\ud800 2"] = 2**100
st.text("drawn")
st.button("Go")
""")
    tab = Tab(server)
    tab.attach(tab.hello(), is_developer=True)
    tab.click("Go")
    server.until(lambda: tab.outcomes())
    tab.settle()
    assert tab.texts == ["drawn"]


def test_an_unchanged_element_costs_no_encoding(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[Any] = []
    pack = reconcile.pack
    monkeypatch.setattr(reconcile, "pack", lambda props: packed.append(props) or pack(props))
    tab = open_tab("""
st.title("Title")
for n in range(20):
    st.text(f"row {n}")
place = st.empty()
place.text("in place")
st.selectbox("Which", ["a", "b"])
st.button("Go")
""")
    assert len(packed) >= 24
    packed.clear()
    tab.click("Go")
    tab.settle()
    assert packed == []


@pytest.mark.parametrize(
    ("call", "who"),
    {
        "set_page_config(page_title=ODD)": "set_page_config: title",
        "set_page_config(menu_items={'About': ODD})": "set_page_config: menu",
        "query_params.update(a=[ODD])": "st.query_params: a parameter",
        "query_params.update({ODD: 1})": "st.query_params: a parameter",
        "text(ODD)": "text: body",
        "dialog(ODD)(print)()": "dialog: label",
        "selectbox('l', [ODD])": "selectbox: options",
        "text_input('l', ODD)": "text_input: value",
        "text_input('l', key=ODD)": "text_input: key",
        "session_state.update(k=ODD); st.text_input('l', key='k')": "text_input: value",
    }.items(),
)
def test_r08_half_a_character_is_an_error_wherever_it_is_to_be_shown(
    open_tab: OpenTab, call: str, who: str
) -> None:
    tab = open_tab(f"ODD = '\\ud800'\nst.{call}")
    (error,) = tab.of_kind("exception")
    assert error["message"].startswith(f"{who} must be text that UTF-8 can encode, got ")
    assert "errors=" in error["message"]


def test_half_a_character_in_the_title_of_what_is_not_there_yet_ends_nothing(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("st.bokeh_chart('\\ud800')\nst.text('on')")
    assert tab.texts[-1] == "on"
