"""`import streamlit` gives this package while it is installed, and what was there before after."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import ostinato
from ostinato import compat, errors, testing


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin without Streamlit's modules, and check that the test leaves none."""
    plain = [finder for finder in sys.meta_path if not isinstance(finder, compat.Finder)]
    monkeypatch.setattr(sys, "meta_path", plain)
    before = {name: sys.modules.pop(name) for name in streamlits_modules()}
    yield
    assert streamlits_modules() == []
    assert not any(isinstance(finder, compat.Finder) for finder in sys.meta_path)
    sys.modules.update(before)


def streamlits_modules() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] == "streamlit"]


@pytest.fixture
def _installed() -> Iterator[None]:
    compat.install()
    yield
    compat.uninstall()


def load(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.mark.usefixtures("_installed")
def test_streamlit_is_this_package() -> None:
    assert load("streamlit") is ostinato
    assert load("streamlit.errors") is errors
    assert load("streamlit.testing.v1") is testing


@pytest.mark.usefixtures("_installed")
def test_the_modules_keep_their_own_names() -> None:
    assert load("streamlit.errors").__name__ == "ostinato.errors"
    assert errors.__spec__ is not None
    assert errors.__spec__.name == "ostinato.errors"


@pytest.mark.usefixtures("_installed")
def test_from_imports_work_as_scripts_write_them() -> None:
    names: dict[str, object] = {}
    script = "import streamlit as st\nfrom streamlit import write\n"
    script += "from streamlit.errors import StreamlitAPIException as E\n"
    script += "from streamlit.testing.v1 import AppTest\n"
    exec(script, names)
    assert (names["st"], names["write"]) == (ostinato, ostinato.write)
    assert (names["E"], names["AppTest"]) == (errors.StreamlitAPIException, testing.AppTest)


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("name", ["streamlit.runtime.scriptrunner", "streamlit.widgets"])
def test_a_module_that_does_not_exist_yet_says_so_by_name(name: str) -> None:
    first = ".".join(name.split(".")[:2])
    with pytest.raises(ModuleNotFoundError, match=f"^{first} is not available in Ostinato yet$"):
        load(name)


@pytest.mark.usefixtures("_installed")
def test_components_can_be_imported_and_stand_for_what_is_not_there() -> None:
    names: dict[str, Any] = {}
    script = "import streamlit.components.v1 as components\n"
    script += "from streamlit.components.v1 import html, iframe\n"
    exec(script, names)
    assert names["components"].html("x") is None
    assert names["html"]("x") is None


def test_a_misspelt_name_gets_a_suggestion() -> None:
    with pytest.raises(AttributeError, match="did you mean 'selectbox'"):
        getattr(ostinato, "selectbx")  # noqa: B009  (as a script would)


def test_the_real_package_is_hidden_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "streamlit"
    package.mkdir()
    (package / "__init__.py").write_text("real = True")
    (package / "runtime.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    real, runtime = load("streamlit"), load("streamlit.runtime")
    compat.install()
    assert load("streamlit") is ostinato
    with pytest.raises(ModuleNotFoundError):
        load("streamlit.runtime")
    compat.uninstall()
    assert load("streamlit") is real
    assert load("streamlit.runtime") is runtime
    for name in ("streamlit", "streamlit.runtime"):
        del sys.modules[name]


def test_it_stays_until_uninstalled_as_often_as_installed() -> None:
    compat.install()
    compat.install()
    compat.uninstall()
    assert load("streamlit") is ostinato
    compat.uninstall()
    assert "streamlit" not in sys.modules
    compat.uninstall()
