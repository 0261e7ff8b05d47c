"""Popover: children, and a value if the script asks."""

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidWidthError, StreamlitValueError
from ostinato.testing import AppTest


def test_w21_without_on_change_the_script_does_not_know_whether_it_is_open() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.popover("Filter", key="filter") as place:
            st.checkbox("Red")
        st.text((place.open, "filter" in st.session_state))
    """).run()
    assert app.text.values == ["(None, False)"]
    assert app.popover[0].checkbox[0].label == "Red"


def test_w21_with_on_change_its_content_may_wait_until_it_is_open() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def close():
            st.session_state.drawer = False
        drawer = st.popover("Drawer", key="drawer", on_change="rerun")
        if drawer.open:
            drawer.button("Close", on_click=close)
    """).run()
    assert not app.button
    app.popover[0].set_open().run()
    assert app.session_state.drawer is True
    app.button[0].click().run()
    assert app.popover[0].open is False
    assert not app.button


def test_w16_a_disabled_one_is_not_opened_by_a_browser(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.popover("Filter", disabled=True, on_change="rerun").open)
    """).run()
    app.inputs.enter(app.popover[0].id, True)  # As only a forged event does.
    assert app.run().text.values == ["False"]
    assert "is disabled" in caplog.text


def test_use_container_width_is_the_old_form_of_width() -> None:
    with pytest.warns(DeprecationWarning, match="popover \"Filter\": .*use width='stretch'"):
        assert st.popover("Filter", use_container_width=True).node.props.width == "stretch"  # type: ignore[union-attr]


@pytest.mark.parametrize("arguments", [{"type": "other"}, {"on_change": "other"}])
def test_what_it_refuses_is_named(arguments: dict[str, object]) -> None:
    (name,) = arguments
    with pytest.raises(StreamlitValueError, match=rf'^popover "Filter": {name} must .*got {name}='):
        st.popover("Filter", **arguments)  # type: ignore[arg-type]
    with pytest.raises(StreamlitInvalidWidthError, match="got width=0"):
        st.popover("Filter", width=0)
