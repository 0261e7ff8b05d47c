"""What takes its time to be made is announced: the browser loads what shows it meanwhile (V02)."""

from collections.abc import Callable

from tab import Tab

OpenTab = Callable[..., Tab]

SCRIPT = """
class Slow:
    def __iter__(self):
        gates.reach("making")
        return iter([1])

if st.checkbox("Show"):
    st.dataframe(Slow())
st.button("Again")
"""


def announced(tab: Tab) -> list[str]:
    sent = [edit for message in tab.messages if message[0] == "edits" for edit in message[1]]
    return [kind for tag, kind, *_ in sent if tag == "announce"]


def test_v02_a_table_is_announced_before_it_is_made_and_once(open_tab: OpenTab) -> None:
    tab = open_tab(SCRIPT)
    assert announced(tab) == []
    tab.server.gates.close("making")
    tab.send({tab.find("Show"): True})
    tab.server.until(lambda: "making" in tab.server.gates.reached and announced(tab))
    assert tab.of_kind("dataframe") == []
    tab.server.gates.open("making")
    tab.settle()
    assert len(tab.of_kind("dataframe")) == 1
    tab.click("Again")
    tab.settle()
    assert announced(tab) == ["dataframe"]
