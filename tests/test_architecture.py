import importlib
import pkgutil
from pathlib import Path

import pytest

import ostinato
from ostinato import widgets
from ostinato.run.container import elements
from ostinato.wire.props import Props

ROOT = Path(ostinato.__file__).parents[2]
MODULES = {
    each.name: importlib.import_module(f"{widgets.__name__}.{each.name}")
    for each in pkgutil.iter_modules(widgets.__path__)
}
SOURCES = [
    path
    for pattern in ("src/**/*.py", "tools/*.py", "client/src/**/*.ts", "client/src/**/*.tsx")
    for path in ROOT.glob(pattern)
    if ".gen." not in path.name
]
LONGEST = 400
PUBLIC = {name for name in elements if not name.startswith("_")}


def defined_in(name: str) -> list[object]:
    module = MODULES[name]
    return [
        each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__
    ]


def kinds() -> set[str]:
    return {
        str(each.__struct_config__.tag)
        for name in MODULES
        for each in defined_in(name)
        if isinstance(each, type) and issubclass(each, Props)
    }


def test_every_kind_of_element_is_drawn_by_one_module_of_the_client():
    files = (ROOT / "client/src/widgets").glob("*.tsx")
    assert {path.stem for path in files if not path.stem.endswith(".test")} == kinds()


def test_every_element_is_public_and_named_in_all():
    found = {getattr(each, "__name__", "") for name in MODULES for each in defined_in(name)}
    assert found >= PUBLIC
    assert set(ostinato.__all__) >= PUBLIC
    assert [name for name in ostinato.__all__ if not hasattr(ostinato, name)] == []


def test_every_module_of_widgets_holds_an_element():
    for name in MODULES:
        assert any(getattr(each, "__name__", "") in elements for each in defined_in(name)), name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_enough_to_be_read(path):
    assert len(path.read_text().splitlines()) <= LONGEST
