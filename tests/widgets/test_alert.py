"""Alert."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitAPIException, StreamlitInvalidWidthError
from ostinato.testing import AppTest


def test_each_severity_has_its_list() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.error("a")
        st.warning("b")
        st.info("c", title="T")
        st.success("  d", icon="🔥")
    """).run()
    assert (app.error.values, app.warning.values) == (["a"], ["b"])
    assert (app.info[0].value, app.info[0].title) == ("c", "T")
    assert (app.success[0].value, app.success[0].icon) == ("d", "🔥")


@pytest.mark.parametrize(
    ("body", "icon", "shown"),
    [
        ("🔥 hot", None, ("🔥", "hot")),
        ("🔥 hot", "", ("", "🔥 hot")),
        ("🔥 hot", ":material/check:", (":material/check:", "🔥 hot")),
        ("hot", None, (None, "hot")),
    ],
)
def test_a_leading_icon_is_taken_from_the_text(
    body: str, icon: str | None, shown: tuple[str | None, str]
) -> None:
    props: Any = st.error(body, icon=icon).node.props  # type: ignore[union-attr]
    assert (props.icon, props.body) == shown


@pytest.mark.parametrize("draw", [st.error, st.warning, st.info, st.success])
def test_errors_name_the_function(draw: Any) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match=f"^{draw.__name__}: width must be"):
        draw("x", width="content")
    with pytest.raises(StreamlitAPIException, match=f"^{draw.__name__}: icon must be"):
        draw("x", icon="q")
