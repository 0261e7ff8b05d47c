"""Skeleton: what stands in a place until it is filled."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidHeightError, StreamlitInvalidWidthError
from ostinato.testing import AppTest


def test_what_is_drawn_into_it_takes_its_place() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place, bare = st.skeleton(height=200), st.sidebar.skeleton(width=100)
        st.text("below")
        place.text("first")
        place.text("there")
    """)
    for _ in range(2):
        app.run()
        assert app.main.text.values == ["there", "below"]
        assert [each.width for each in app.get("skeleton")] == [100]


@pytest.mark.parametrize("height", ["x", "content", 0, 1.5, True, -3])
def test_r06_what_is_no_height_is_refused(height: Any) -> None:
    with pytest.raises(StreamlitInvalidHeightError, match="^skeleton: height must be 'stretch'"):
        st.skeleton(height)


def test_r06_what_is_no_width_is_refused() -> None:
    with pytest.raises(StreamlitInvalidWidthError, match="^skeleton: width must be 'stretch'"):
        st.skeleton(width="content")
