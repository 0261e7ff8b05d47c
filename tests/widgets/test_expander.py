"""Expander: children, and a value if the script asks."""

import pytest

import ostinato as st
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.testing import AppTest

ASKING = """
    import ostinato as st
    st.session_state.setdefault("calls", [])
    def note(*args):
        st.session_state.calls.append((*args, st.session_state.more))
    if st.button("Open it"):
        st.session_state.more = True
    more = st.expander("More", key="more", on_change=note, args=["turned"])
    if more.open:
        more.text("long to compute")
"""


def test_w21_without_on_change_the_script_does_not_know_what_is_open() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.expander("More", expanded=True, key="more", icon="🔥") as more:
            st.text("inside")
        st.text(more.open)
        st.text("more" in st.session_state)
        st.session_state.more = "free to use"
    """).run()
    assert not app.exception
    assert app.text.values == ["inside", "None", "False"]
    box = app.expander[0]
    assert (box.label, box.icon, box.open) == ("More", "🔥", None)
    assert [each.value for each in box.text] == ["inside"]
    with pytest.raises(StreamlitAPIException, match='expander "More": .*on_change="rerun"'):
        box.set_open()


def test_w21_with_on_change_it_runs_the_script_with_its_callback_and_is_in_state() -> None:
    app = AppTest.from_string(ASKING).run()
    assert app.expander[0].open is app.session_state.more is False
    assert not app.text
    app.expander[0].set_open().run()
    assert app.expander[0].open is app.session_state.more is True
    assert app.text.values == ["long to compute"]
    app.expander[0].set_open(False).run()
    assert not app.text
    assert app.session_state.calls == [("turned", True), ("turned", False)]


def test_w03_it_can_be_set_before_it_is_drawn() -> None:
    app = AppTest.from_string(ASKING).run()
    app.button[0].click().run()
    assert app.expander[0].open is True
    assert app.session_state.calls == []


@pytest.mark.parametrize("bind", [None, "query-params"])
def test_w21_rerun_or_a_bound_address_are_enough(bind: str | None) -> None:
    app = AppTest.from_string(f"""
        import ostinato as st
        change = {"ignore" if bind else "rerun"!r}
        st.text(st.expander("More", True, key="more", on_change=change, bind={bind!r}).open)
    """).run()
    assert app.text.values == ["True"]
    app.expander[0].set_open(False).run()
    assert app.text.values == ["False"]


def test_w07_one_without_a_key_follows_a_new_default_until_a_person_has_turned_it() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.expander("More", st.checkbox("open"), on_change="rerun").open)
    """).run()
    app.checkbox[0].check().run()
    assert app.text.values == ["True"]
    app.expander[0].set_open(False).run()
    assert app.text.values == ["False"]


def test_w05_two_that_ask_need_keys_and_two_that_do_not_ask_do_not() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.expander("More"); st.expander("More")
        st.expander("More", on_change="rerun"); st.expander("More", on_change="rerun")
    """).run()
    assert app.exception[0].error == "StreamlitDuplicateElementId"
    assert len(app.expander) == 3


@pytest.mark.parametrize(
    "arguments", [{"type": "other"}, {"on_change": "other"}, {"on_change": None}]
)
def test_what_it_refuses_is_named(arguments: dict[str, object]) -> None:
    (name,) = arguments
    with pytest.raises(StreamlitValueError, match=rf'^expander "More": {name} must .*got {name}='):
        st.expander("More", **arguments)  # type: ignore[arg-type]
