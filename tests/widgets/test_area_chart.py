"""Area chart: how areas are put."""

import pytest

import ostinato as st
from ostinato.errors import StreamlitValueError
from ostinato.widgets.area_chart import AreaChart

DATA = {"x": [1, 2], "a": [1, None], "b": [3, 4]}


@pytest.mark.parametrize(
    ("stack", "how"),
    [(None, "over"), (False, "over"), (True, "zero"), ("normalize", "normalize"), ("center",) * 2],
)
def test_q04_areas_lie_over_one_another_unless_they_are_stacked(stack: object, how: str) -> None:
    props = st.area_chart(DATA, x="x", stack=stack).node.props  # type: ignore[union-attr, arg-type]
    assert isinstance(props, AreaChart)
    assert props.stack == how


@pytest.mark.parametrize("stack", ["layered", "zero", 2])
def test_other_ways_are_refused(stack: object) -> None:
    with pytest.raises(StreamlitValueError, match="stack must be one of True, False"):
        st.area_chart(DATA, x="x", stack=stack)  # type: ignore[arg-type]
