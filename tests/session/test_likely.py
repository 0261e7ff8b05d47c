"""What a script names is loaded before it is shown, in the browser and on the server (V02)."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from ostinato.run.likely import likely_in
from ostinato.session import runner
from tab import Tab

OpenTab = Callable[..., Tab]

ROUTER = """
import pathlib
pathlib.Path({folder!r}, "table.py").write_text("import ostinato as st; st.dataframe")
def plain(): st.text("plain")
st.navigation([st.Page(plain), st.Page({folder!r} + "/table.py")]).run()
"""


def likely(tab: Tab) -> list[str]:
    found: list[str] = tab.page.props["main"].get("likely", [])
    return found


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("st.dataframe(x)", {"dataframe"}),
        ("from streamlit import data_editor", {"data_editor"}),
        ("def f():\n class A:\n  show = lambda x: [place.dataframe(y) for y in x]", {"dataframe"}),
        ("st.dataframe(x) or st.data_editor(x)", {"dataframe", "data_editor"}),
        ("dataframe = 1", {"dataframe"}),
        ("st.text('dataframe')", set()),
        ("st.sidebar.line_chart(x)", {"line_chart"}),
        ("st.table(x)", set()),
    ],
)
def test_v02_code_names_an_element_wherever_it_does(source: str, kinds: set[str]) -> None:
    assert likely_in(compile(source, "app.py", "exec")) == kinds


def test_v02_the_browser_hears_what_the_script_names_before_it_is_drawn(open_tab: OpenTab) -> None:
    tab = open_tab("""
gates.reach("here")
if st.checkbox("Show"):
    st.dataframe([1])
    st.data_editor([1])
""")
    assert likely(tab) == ["data_editor", "dataframe"]
    tab.messages.clear()
    tab.set("Show", True)
    tab.settle()
    edits = [edit for fields in tab.told("edits") for edit in fields[0]]
    assert [edit for edit in edits if edit[1] == "main" and edit[0] == "update"] == []
    tab.reload()
    tab.settle()
    assert likely(tab) == ["data_editor", "dataframe"]


def test_v02_a_script_that_goes_on_is_no_reason_to_wait(open_tab: OpenTab) -> None:
    tab = open_tab('gates.reach("here")\nst.button("Again")\nst.text("x")\ngates.reach("slow")')
    tab.server.path.write_text(
        'import gates, ostinato as st\ngates.reach("slow")\nst.button("Again")\nst.dataframe'
    )
    assert likely(tab) == []
    tab.server.gates.close("slow")
    tab.click("Again")
    tab.server.until(lambda: likely(tab) == ["dataframe"])
    assert tab.server.gates.reached[-1] == "slow"
    tab.server.gates.open("slow")
    tab.settle()


def test_v02_each_page_has_its_own(open_tab: OpenTab, tmp_path: Path) -> None:
    tab = open_tab(ROUTER.format(folder=str(tmp_path)))
    assert likely(tab) == []
    tab.go("table")
    tab.settle()
    assert likely(tab) == ["dataframe"]
    tab.go("")
    tab.settle()
    assert likely(tab) == []


def test_v02_a_page_adds_to_what_the_script_around_names(open_tab: OpenTab, tmp_path: Path) -> None:
    script = ROUTER.format(folder=str(tmp_path)) + 'st.data_editor\nst.button("Again")\n'
    tab = open_tab(script, path="table")
    assert likely(tab) == ["data_editor", "dataframe"]
    tab.messages.clear()
    tab.click("Again")
    tab.settle()
    assert "main" not in [edit[1] for fields in tab.told("edits") for edit in fields[0]]
    tab.go("")
    tab.settle()
    assert likely(tab) == ["data_editor"]


def test_v02_of_the_files_of_a_folder_only_the_page_counts_that_is_shown(
    open_tab: OpenTab, tmp_path: Path
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "editor.py").write_text("import ostinato as st; st.data_editor")
    tab = open_tab("st.dataframe", path="editor")
    assert likely(tab) == ["data_editor"]
    tab.go("")
    tab.settle()
    assert likely(tab) == ["dataframe"]


def test_v02_what_a_script_names_no_more_is_taken_back(open_tab: OpenTab) -> None:
    tab = open_tab('st.button("Again")\nst.dataframe; st.data_editor')
    assert likely(tab) == ["data_editor", "dataframe"]
    tab.server.path.write_text('import ostinato as st\nst.button("Again")\nst.dataframe')
    tab.click("Again")
    tab.settle()
    assert likely(tab) == ["dataframe"]


def test_v02_a_part_of_the_page_says_nothing_of_it(open_tab: OpenTab) -> None:
    tab = open_tab("""
@st.fragment
def part():
    st.button("Part")
part()
st.dataframe
""")
    tab.messages.clear()
    tab.click("Part")
    tab.settle()
    assert "main" not in [edit[1] for fields in tab.told("edits") for edit in fields[0]]
    assert likely(tab) == ["dataframe"]


def test_v02_what_makes_an_element_is_loaded_when_its_page_is_on_its_way(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[set[str]] = []
    monkeypatch.setattr(runner, "LOAD_AFTER", 0.0)
    monkeypatch.setattr(runner, "load", loaded.append)
    monkeypatch.setattr(runner, "makers_of", lambda kinds: {f"maker of {kind}" for kind in kinds})
    tab = open_tab("st.dataframe")
    tab.server.until(lambda: loaded)
    assert loaded == [{"maker of dataframe"}]
    open_tab("st.text(1)")
    assert len(loaded) == 1


def test_v02_a_module_is_loaded_once_and_nothing_without_need() -> None:
    program = dedent("""
        import sys, threading
        from ostinato.run.likely import load, makers_of
        from ostinato.testing import AppTest
        AppTest.from_string("import ostinato as st; st.dataframe").run()
        assert "ostinato.run.tables" not in sys.modules
        makers = makers_of(["data_editor", "dataframe"])
        assert makers == {"ostinato.run.tables", "ostinato.run.editing"}
        load(makers)
        for each in threading.enumerate():
            if each.name == "load":
                each.join()
        assert makers <= sys.modules.keys()
        assert makers_of(["data_editor", "dataframe"]) == set()
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
