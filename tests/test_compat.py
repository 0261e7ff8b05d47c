"""`import streamlit` gives this package while it is installed, and what was there before after."""

import importlib
import inspect
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import ostinato
from ostinato import compat, errors, testing
from ostinato.run.hosting import hosting
from ostinato.run.shared import Shared


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin without Streamlit's modules, and check that the test leaves none."""
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path != compat.SHIM])
    before = {name: sys.modules.pop(name) for name in streamlits_modules()}
    yield
    assert streamlits_modules() == []
    assert compat.SHIM not in sys.path
    sys.modules.update(before)


def streamlits_modules() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] == "streamlit"]


@pytest.fixture
def _installed() -> Iterator[None]:
    with compat.as_streamlit:
        yield


def load(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.mark.usefixtures("_installed")
def test_streamlit_is_this_package() -> None:
    assert load("streamlit").write is ostinato.write
    assert load("streamlit.errors").Error is errors.Error
    assert load("streamlit.testing.v1").AppTest is testing.AppTest
    assert load("streamlit").App is ostinato.App
    connections = load("streamlit.connections")
    assert connections.ExperimentalBaseConnection is connections.BaseConnection


@pytest.mark.usefixtures("_installed")
def test_at01_what_tests_of_apps_import_is_where_streamlit_has_it() -> None:
    assert load("streamlit.testing.v1").AppTestError is errors.AppTestError
    assert load("streamlit.testing.v1.errors").AppTestError is errors.AppTestError
    assert load("streamlit.testing.v1.app_test").AppTest is testing.AppTest
    tree = load("streamlit.testing.v1.element_tree")
    record = json.loads((Path(__file__).parent / "api/signatures.json").read_text())
    assert record["elements"].keys() <= set(tree.__all__)
    assert all(inspect.isclass(getattr(tree, name)) for name in tree.__all__)
    assert isinstance(testing.AppTest.from_string("").main, tree.Block)


@pytest.mark.usefixtures("_installed")
def test_the_version_is_that_of_the_names() -> None:
    assert load("streamlit").__version__ == "1.67.0"
    assert ostinato.__version__ != "1.67.0"


@pytest.mark.usefixtures("_installed")
def test_modules_are_there_without_being_imported() -> None:
    st = load("streamlit")
    assert st.errors is load("streamlit.errors")
    assert st.runtime.scriptrunner.get_script_run_ctx() is None
    assert issubclass(st.delta_generator.DeltaGenerator, type(ostinato.sidebar))


@pytest.mark.usefixtures("_installed")
def test_from_imports_work_as_scripts_write_them() -> None:
    names: dict[str, object] = {}
    script = "import streamlit as st\nfrom streamlit import write\n"
    script += "from streamlit.errors import StreamlitAPIException as E\n"
    script += "from streamlit.testing.v1 import AppTest\n"
    exec(script, names)
    assert names["write"] is ostinato.write
    assert (names["E"], names["AppTest"]) == (errors.StreamlitAPIException, testing.AppTest)


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("name", ["streamlit.runtime.legacy", "streamlit.widgets"])
def test_a_module_that_does_not_exist_yet_says_so_by_name(name: str) -> None:
    with pytest.raises(ModuleNotFoundError, match=f"^{name} is not available in Ostinato yet$"):
        load(name)


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("name", ["Nothing", "SessionClient"])
@pytest.mark.parametrize(
    "module", ["streamlit.runtime", "streamlit.runtime.caching", "streamlit.runtime.scriptrunner"]
)
def test_a_module_that_is_there_says_by_name_what_it_lacks(module: str, name: str) -> None:
    with pytest.raises(AttributeError, match=f"^{module}.{name} is not available in Ostinato yet$"):
        getattr(load(module), name)


@pytest.mark.usefixtures("_installed")
def test_other_modules_that_do_not_exist_are_not_ours_to_name() -> None:
    with pytest.raises(ModuleNotFoundError, match="^No module named 'streamlite'$"):
        load("streamlite")


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("package", ["streamlit", "ostinato"])
def test_m12_components_can_be_imported(package: str) -> None:
    names: dict[str, Any] = {}
    script = f"import {package}.components.v1 as components\n"
    script += f"from {package}.components.v1 import html, iframe\n"
    script += f"from {package}.components import v2\n"
    exec(script, names)
    assert names["components"].html is names["html"]
    assert callable(names["iframe"])
    assert callable(names["v2"].component)
    with pytest.raises(AttributeError, match="nope"):
        _ = names["components"].nope


@pytest.mark.usefixtures("_installed")
def test_whether_a_module_is_there_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    st = load("streamlit")
    assert st.metric is not None
    monkeypatch.setattr(Path, "is_dir", lambda path: pytest.fail("the disk was looked at"))
    assert st.metric is not None


def test_a_misspelt_name_gets_a_suggestion() -> None:
    with pytest.raises(AttributeError, match="did you mean 'selectbox'"):
        getattr(ostinato, "selectbx")  # noqa: B009  (as a script would)


def test_the_real_package_is_hidden_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "streamlit"
    package.mkdir()
    (package / "__init__.py").write_text("real = True")
    (package / "legacy.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    real, legacy = load("streamlit"), load("streamlit.legacy")
    with compat.as_streamlit:
        assert load("streamlit").write is ostinato.write
        with pytest.raises(ModuleNotFoundError):
            load("streamlit.legacy")
    assert load("streamlit") is real
    assert load("streamlit.legacy") is legacy
    for name in ("streamlit", "streamlit.legacy"):
        del sys.modules[name]


class Importing(str):
    """The name of a module; whoever looks at it meanwhile sees another one loaded."""

    def partition(self, separator: str, /) -> tuple[str, str, str]:
        sys.modules[f"{self}.more"] = ModuleType("more")
        return super().partition(separator)


def test_other_threads_may_import_while_it_is_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, Importing("others"), ModuleType("others"))
        with compat.as_streamlit:
            assert sys.modules.pop("others.more")


def test_it_stays_until_left_as_often_as_entered() -> None:
    with compat.as_streamlit:
        with compat.as_streamlit:
            pass
        assert load("streamlit").write is ostinato.write
    assert "streamlit" not in sys.modules


def test_one_block_is_entered_by_many_threads_at_once() -> None:
    begun, together = [], threading.Barrier(8)

    @contextmanager
    def change() -> Iterator[None]:
        begun.append("in")
        yield
        begun.append("out")

    shared = Shared(change)

    def enter() -> None:
        together.wait()
        with shared:
            together.wait()
            assert shared.is_on

    threads = [threading.Thread(target=enter) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (begun, shared.is_on) == (["in", "out"], False)


def test_what_could_not_be_changed_is_tried_again() -> None:
    tries: list[str] = []

    @contextmanager
    def change() -> Iterator[None]:
        tries.append("in")
        if len(tries) == 1:
            raise OSError("once")
        yield

    shared = Shared(change)
    with pytest.raises(OSError, match="once"), shared:
        pass
    with shared:
        assert tries == ["in", "in"]


def test_processes_that_are_started_find_it_too(tmp_path: Path) -> None:
    (tmp_path / "streamlit.py").write_text("real = True")
    paths = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": paths}
    compat.export(environment)
    compat.export(environment)
    assert environment["PYTHONPATH"] == os.pathsep.join([compat.SHIM, paths])
    ask = [sys.executable, "-c", "import streamlit; print(streamlit.button.__module__)"]
    answer = subprocess.run(ask, env=environment, capture_output=True, text=True, check=True)
    assert answer.stdout == "ostinato.widgets.button\n"


def test_plain_pytest_finds_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text(st.__version__)\n")
    (tmp_path / "test_app.py").write_text(
        "from streamlit.testing.v1 import AppTest\n\n"
        "def test_app():\n"
        "    assert AppTest.from_file('app.py').run().text[0].value == '1.67.0'\n"
    )
    ask = [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", str(tmp_path)]
    answer = subprocess.run(ask, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 passed" in answer.stdout, answer.stdout


def test_mypy_finds_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import streamlit as st\n"
        "reveal_type(st.checkbox('On'))\n"
        "st.sidebar.metric('Page', 3)\n"
        "with st.columns(2)[0]: st.metric('Rain', 3)\n"
    )
    ask = [sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path / "cache"), "app.py"]
    environment = {**os.environ, "MYPYPATH": compat.SHIM}
    answer = subprocess.run(
        ask, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert re.search(r'Revealed type is "(builtins\.)?bool"', answer.stdout), answer.stdout
    assert "Success" in answer.stdout, answer.stdout


def test_what_a_test_has_patched_is_what_the_script_finds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(compat.SHIM)
    monkeypatch.setattr("streamlit.text_input", lambda label: "patched")
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text(st.text_input('Name'))\n")
    app = testing.AppTest.from_file(tmp_path / "app.py").run()
    assert app.text[0].value == "patched"
    monkeypatch.undo()
    for name in streamlits_modules():
        del sys.modules[name]


def test_another_library_may_change_how_threads_start(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[threading.Thread] = []
    start = threading.Thread.start

    def noted(thread: threading.Thread) -> None:
        begun.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", noted)
    with hosting:
        thread = threading.Thread(target=lambda: None)
        thread.start()
        thread.join()
    assert begun == [thread]
    assert threading.Thread.start is noted
