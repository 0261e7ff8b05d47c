"""Space: room of a size."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitValueError
from ostinato.testing import AppTest


def test_it_leaves_room_of_a_size() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        for size in ["xxsmall", "xlarge", "stretch", 1]:
            st.space(size)
        st.container(horizontal=True).space()
    """).run()
    assert [space.size for space in app.space] == ["xxsmall", "xlarge", "stretch", 1, "small"]


@pytest.mark.parametrize("size", ["x", "content", 0, -1, 1.5, None, True, [], float("nan")])
def test_r06_what_is_no_size_is_refused(size: Any) -> None:
    with pytest.raises(StreamlitValueError, match="^space: size must be .*, got size="):
        st.space(size)
