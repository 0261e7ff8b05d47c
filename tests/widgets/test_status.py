"""Status: a container whose props change while it keeps what it holds."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidWidthError, StreamlitValueError
from ostinato.testing import AppTest


def test_as_a_block_it_is_complete_when_that_ends() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.status("Load", expanded=True, type="compact") as status:
            st.text("found")
            status.update(label="*Loaded*", expanded=False)
            status.text("kept")
        st.text("below")
    """)
    for _ in range(2):
        (box,) = app.run().status
        assert (box.label, box.state, box.icon) == ("*Loaded*", "complete", ":material/check:")
        assert box.text.values == ["found", "kept"]
        assert app.text.values == ["found", "kept", "below"]


@pytest.mark.parametrize(
    ("inside", "state"),
    [
        ("pass", "complete"),
        ("status.update(state='running')", "complete"),
        ("status.update(state='error')", "error"),
        ("1 / 0", "error"),
        ("st.stop()", "error"),
    ],
)
def test_how_its_block_ends_is_how_it_goes(inside: str, state: str) -> None:
    app = AppTest.from_string(f"""
        import ostinato as st
        with st.status("Load") as status:
            {inside}
    """).run()
    assert app.status[0].state == state


def test_without_a_block_it_is_what_the_script_says() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        one, two = st.status("One"), st.sidebar.status("Two", state="error", type="step")
        one.text("inside")
        one.update(label="Uno", state="error")
        two.update()
    """).run()
    assert [(box.label, box.state) for box in app.status] == [("Uno", "error"), ("Two", "error")]
    assert app.text.values == ["inside"]


def test_r06_one_that_is_gone_cannot_be_updated() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place = st.empty()
        status = place.status("Load")
        place.text("other")
        status.update(state="complete")
    """).run()
    assert app.exception[0].message.startswith("status: the element is no longer on the page")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"state": "done"}, StreamlitValueError),
        ({"state": None}, StreamlitValueError),
        ({"type": "other"}, StreamlitValueError),
        ({"width": "content"}, StreamlitInvalidWidthError),
        ({"width": -1}, StreamlitInvalidWidthError),
    ],
)
def test_r06_what_it_refuses(arguments: Any, error: type[Exception]) -> None:
    (name,) = arguments
    with pytest.raises(error, match=rf'^status "Load": {name} must .*got {name}='):
        st.status("Load", **arguments)


def test_r06_what_an_update_refuses() -> None:
    with pytest.raises(StreamlitValueError, match='^status "Load": state must be one of'):
        st.status("Load").update(state="done")  # type: ignore[arg-type]
