"""What keeps a sound value from being read for a moment does not make it unreadable (+S13, R05)."""

from collections.abc import Callable

import pytest

import ostinato
from tab import Server, Tab

SCRIPT = """
class Big:
    def __init__(self, text):
        self.text = text
    def __setstate__(self, state):
        passing = gates.passing
        gates.passing = None
        if passing is not None:
            passing()
        self.__dict__.update(state)

@st.rebuild("big")
def make():
    return Big("rebuilt")

if st.button("Make"):
    st.session_state.big = Big("precious")
if st.button("Read"):
    st.text(st.session_state.big.text)
"""


def short_of_memory() -> None:
    raise MemoryError


def stopped() -> None:
    ostinato.stop()


@pytest.mark.parametrize("passing", [short_of_memory, stopped])
def test_s13_what_passes_does_not_have_a_value_rebuilt(
    serve: Callable[..., Server], passing: Callable[[], None]
) -> None:
    server = serve(SCRIPT)
    server.gates.passing = None  # type: ignore[attr-defined]
    tab = Tab(server)
    tab.click("Make")
    tab.settle()
    tab.disconnect()
    server.services.settle_within = 0.0
    server.loop.run_until_complete(server.registry.close())
    server.registry = type(server.registry)(server.services)
    tab.connect()
    tab.settle()
    server.gates.passing = passing  # type: ignore[attr-defined]
    for _ in range(2):
        tab.click("Read")
        tab.settle()
    assert tab.texts == ["precious"]
