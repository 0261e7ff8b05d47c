"""A pause of ours, as between two tries of a query, hears that a person says Stop (R08)."""

from collections.abc import Callable

from tab import Tab

OpenTab = Callable[..., Tab]

SCRIPT = """
from ostinato.run.run import run_here
from ostinato.run.waiting import pause

st.session_state.setdefault("n", 0)
if st.button("Wait"):
    gates.reach("waiting")
    pause(run_here(), 3600)
    st.session_state.n += 1
st.button("Go on")
st.text(f"n {st.session_state.n}")
"""


def test_r08_stop_ends_a_pause_without_giving_up_its_thread(open_tab: OpenTab) -> None:
    tab = open_tab(SCRIPT)
    tab.click("Wait")
    tab.server.until(lambda: "waiting" in tab.server.gates.reached)
    tab.stop()
    tab.settle()
    assert tab.told("notification") == []
    tab.click("Go on")
    tab.settle()
    assert tab.texts == ["n 0"]
