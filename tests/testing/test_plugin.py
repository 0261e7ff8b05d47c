"""The plugin for pytest: its fixture, its reports, and that it loads nothing unless it is used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ostinato.errors import ScriptNotFound
from pytest_ostinato import OpenApp

COUNTER = """
import streamlit as st
count = st.session_state.setdefault("count", 0)
if st.button("Go"):
    st.session_state.count += 1
st.metric("Clicks", st.session_state.count)
if st.session_state.count > 2:
    raise RuntimeError("enough")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "counter.py").write_text(COUNTER)
    return tmp_path


def run(folder: Path, tests: str, *options: str) -> str:
    """Run tests in a process of their own, as their users do, and return what pytest says."""
    (folder / "test_it.py").write_text(tests)
    ask = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
    # The plugin is named here, for what is installed may be older than what is tested.
    ask += ["-p", "no:ostinato", "-p", "pytest_ostinato"]
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        ask, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_at05_a_test_opens_an_app_by_the_fixture(folder: Path) -> None:
    said = run(
        folder,
        """
def test_counter(app):
    page = app("counter.py")
    page.button("Go").click().run()
    assert page.metric[0].value == "1"

def test_of_a_function(ostinato_app):
    def script():
        import streamlit as st
        st.text([st.query_params.a, st.secrets.b, st.session_state.c])
        st.text([st.user.name, st.context.locale])
    page = ostinato_app(script, query_params={"a": "1"}, secrets={"b": 2}, session_state={"c": 3},
                        user={"name": "Ada"}, context={"locale": "de"})
    assert page.text.values == ["['1', 2, 3]", "['Ada', 'de']"]

def test_of_a_text(app):
    assert app("import streamlit as st\\nst.title('Hi')").title[0].value == "Hi"
""",
    )
    assert "3 passed" in said, said


def test_at05_tests_that_use_nothing_of_it_load_nothing_of_it(folder: Path) -> None:
    said = run(
        folder,
        """
import importlib.util, sys

def test_plain():
    roots = {name.partition(".")[0] for name in sys.modules}
    assert roots & {"ostinato", "streamlit"} == set()

def test_streamlit_can_be_found():
    assert importlib.util.find_spec("streamlit") is not None
""",
    )
    assert "2 passed" in said, said


@pytest.mark.parametrize("folders", [(), ("streamlit",)], ids=["plain", "with-a-folder"])
def test_at05_a_conftest_finds_streamlit_also_beside_a_folder_of_that_name(
    folder: Path, folders: tuple[str, ...]
) -> None:
    for name in folders:
        (folder / name).mkdir()
    (folder / "conftest.py").write_text("""
import pytest
from streamlit.testing.v1 import AppTest

@pytest.fixture
def counter():
    return AppTest.from_file("counter.py").run()
""")
    said = run(folder, "def test_it(counter):\n    assert counter.metric[0].value == '0'\n")
    assert "1 passed" in said, said


FAILS = """
from streamlit.testing.v1 import AppTest

def test_of_the_fixture(app):
    page = app("counter.py")
    page.button("Go").click()
    assert page.metric[0].value == "1"

def test_of_a_variable():
    at = AppTest.from_file("counter.py").run()
    for _ in range(3):
        at.button[0].click().run()
    assert not at.exception

def test_that_passes(app):
    app("counter.py")
"""


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_at04_the_report_of_a_failed_test_shows_its_page(
    folder: Path, options: tuple[str, ...]
) -> None:
    said = run(folder, FAILS, *options)
    assert "2 failed, 1 passed" in said
    assert said.count("Page of counter.py") == 2
    # Two workers may end in any order.
    first, second = sorted(
        said.split("Page of counter.py")[1:], key=lambda page: "  exception: " in page
    )
    assert '  button "Go": clicked\n  metric "Clicks": 0\n(what was done since waits' in first
    assert "  exception: RuntimeError: enough\n" in second
    assert 'counter.py", line 8, in <module>' in second


def test_at05_another_fixture_of_that_name_stays(folder: Path) -> None:
    (folder / "conftest.py").write_text(
        "import pytest\n@pytest.fixture\ndef app():\n    return 'mine'\n"
    )
    said = run(
        folder,
        """
def test_mine(app, ostinato_app):
    assert app == "mine"
    assert ostinato_app("counter.py").metric[0].value == "0"
""",
    )
    assert "1 passed" in said, said


def test_at04_a_report_says_why_an_element_cannot_be_read(folder: Path) -> None:
    said = run(
        folder,
        """
def test_it(app):
    page = app("counter.py")
    type(page.metric[0]).value = property(lambda metric: 1 / 0)
    assert page.text
""",
    )
    assert '  metric "Clicks": it cannot be read: division by zero' in said, said


def test_at05_a_file_is_found_beside_the_test(app: OpenApp, tmp_path: Path) -> None:
    assert app("../../examples/counter.py").button[0].label == "Increment"
    (tmp_path / "here.py").write_text("import ostinato as st\nst.title('Here')\n")
    assert app(tmp_path / "here.py").title[0].value == "Here"
    assert app("examples/counter.py").button[0].label == "Increment"
    with pytest.raises(ScriptNotFound, match=r"got script='no.py': it is in none of .*testing, "):
        app("no.py")
