"""Pagination."""

import time
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueOutOfRangeError,
)
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from tab import Server, Tab


def test_w02_the_first_call_returns_the_default() -> None:
    assert (st.pagination(5), st.pagination(5, default=3), st.pagination(2**53 - 1)) == (1, 3, 1)


def test_w01_a_page_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text((st.pagination(9, key="page", max_visible_pages=None), st.session_state.page))
    """).run()
    page = app.pagination(key="page")
    assert (page.num_pages, page.max_visible_pages, page.value) == (9, None, 1)
    page.select(7).run()
    assert app.text[0].value == "(7, 7)"
    with pytest.raises(StreamlitAPIException, match="not a value the widget accepts"):
        app.pagination[0].select(10)


def test_c01_a_callback_gets_its_arguments_before_the_script_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(*args, **kwargs):
            st.session_state.log = (args, kwargs, st.session_state.a)
        st.text(st.session_state.get("log"))
        st.pagination(3, key="a", on_change=note, args=(1,), kwargs={"b": 2})
    """).run()
    app.pagination[0].select(2).run()
    assert app.text[0].value == "((1,), {'b': 2}, 2)"


def test_w07_a_changed_default_moves_what_nobody_moved() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.pagination(9, default=st.session_state.get("default", 1)))
    """).run()
    app.session_state.default = 4
    assert app.run().text[0].value == "4"
    app.pagination[0].select(6)
    app.session_state.default = 2
    assert app.run().text[0].value == "6"


def test_w08_with_a_key_a_page_is_kept_while_it_is_there() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.pagination(st.session_state.get("pages", 9), key="a"))
    """).run()
    app.pagination[0].select(6).run()
    app.session_state.pages = 7
    assert app.run().text[0].value == "6"
    app.session_state.pages = 5
    assert app.run().text[0].value == "1"


@pytest.mark.parametrize(
    ("held", "page"),
    [(4, 4), (9, 2), (0, 2), (None, 2), ("4", 2), (4.0, 2), (True, 2), (10**400, 2)],
)
def test_w14_what_the_script_sets_is_shown_or_else_the_default(held: Any, page: int) -> None:
    app = AppTest.from_string(
        "import ostinato as st; st.text(st.pagination(5, default=2, key='a'))"
    )
    app.session_state.a = held
    assert app.run().text[0].value == str(page)


def test_w14_a_callback_can_go_back_to_the_first_page() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def restart():
            st.session_state.page = 1
        st.text_input("Search", on_change=restart)
        st.text(st.pagination(9, key="page"))
    """).run()
    app.pagination[0].select(5).run()
    app.text_input[0].input("x").run()
    assert app.text[0].value == "1"


def test_w16_a_disabled_one_and_forged_values_change_nothing(tmp_path: Path) -> None:
    script = "st.text(st.pagination(5, key='a'))\nst.text(st.pagination(5, key='b', disabled=True))"
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        for wire in (0, 6, None, True, 2.0, "2", [2]):
            tab.send({"#a": wire})
        tab.send({"#b": 2})
        tab.settle()
        assert tab.texts == ["1", "1"]
        tab.send({"#a": 5})
        tab.settle()
        assert tab.texts == ["5", "1"]


def test_w19_it_is_read_from_the_address(tmp_path: Path) -> None:
    script = "st.text(st.pagination(5, key='page', bind='query-params'))"
    with Server(tmp_path, script) as server:
        for query, text in {"page=3": "3", "page=9": "1", "page=": "1"}.items():
            assert Tab(server, query=query).texts == [text]


def test_s10_another_process_has_it_from_the_store(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    script = "st.text(st.pagination(9))"
    with (
        Server(tmp_path, script, store=store) as first,
        Server(tmp_path, script, store=store) as other,
    ):
        tab = Tab(first)
        tab.set("", 8)
        tab.settle()
        tab.move(other)
        tab.settle()
        assert tab.texts == ["8"]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"num_pages": 0}, StreamlitAPIException, "from 1 to 9007199254740991, got num_pages=0"),
        ({"num_pages": "5"}, StreamlitAPIException, "got num_pages='5'"),
        ({"num_pages": 5.0}, StreamlitAPIException, "got num_pages=5.0"),
        ({"num_pages": True}, StreamlitAPIException, "got num_pages=True"),
        ({"num_pages": 2**53}, StreamlitAPIException, "got num_pages=9007199254740992"),
        ({"max_visible_pages": -1}, StreamlitAPIException, "got max_visible_pages=-1"),
        ({"max_visible_pages": 2.5}, StreamlitAPIException, "got max_visible_pages=2.5"),
        ({"default": None}, StreamlitInvalidParameterTypeError, "got default=None"),
        ({"default": True}, StreamlitInvalidParameterTypeError, "got default=True"),
        ({"default": 0}, StreamlitValueOutOfRangeError, "1 and num_pages=5, got default=0"),
        ({"default": 6}, StreamlitValueOutOfRangeError, "got default=6"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "got width='auto'"),
    ],
)  # fmt: skip
def test_what_makes_no_pagination_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.pagination(**{"num_pages": 5, **call})
    assert str(caught.value).startswith("pagination: ")
    assert str(caught.value).endswith(text)
