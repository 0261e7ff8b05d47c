"""A step of CONTRIBUTING.md that was left out is named: 1 to 6 are those of a new widget.

Step 3, `make generate`, is named by `make check`, and by itself.
"""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

import ostinato
from ostinato import widgets
from ostinato.run.container import elements
from ostinato.run.recipe import Download
from ostinato.wire.props import Props

ROOT = Path(ostinato.__file__).parents[2]
MODULES = {
    each.name: importlib.import_module(f"{widgets.__name__}.{each.name}")
    for each in pkgutil.iter_modules(widgets.__path__)
}
PUBLIC = sorted(name for name in elements if not name.startswith("_"))

TESTED_WITH = {
    "caption code divider text": "tests/widgets/test_markdown.py",
    "columns empty": "tests/widgets/test_container.py",
    "form_submit_button": "tests/widgets/test_form.py",
    "balloons snow spinner toast": "tests/session/test_no_place.py",
    "login": "tests/commands/test_user.py",
    "audio_input camera_input": "tests/widgets/test_file_uploader.py",
}
DRAWN_WITH = {
    "column columns container empty": "client/src/view/app.test.tsx",
    "balloons snow toast": "client/src/view/effects.test.tsx",
    "form_submit_button": "client/src/widgets/form.test.tsx",
    "download": "client/src/widgets/download_button.test.tsx",
    "tab": "client/src/widgets/tabs.test.tsx",
    "grid_cell": "client/src/widgets/grid.test.tsx",
    "altair_chart": "client/src/widgets/vega_lite_chart.test.tsx",
    "area_chart bar_chart line_chart scatter_chart": "client/src/view/parts/plot/plot.test.tsx",
}
"""What is tested where others are."""


def defined_in(name: str) -> list[Any]:
    module = MODULES[name]
    return [
        each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__
    ]


def kinds() -> set[str]:
    # A session tells of files that were made, too, and it knows no element.
    found = [Download, *(each for name in MODULES for each in defined_in(name))]
    return {
        str(each.__struct_config__.tag)
        for each in found
        if isinstance(each, type) and issubclass(each, Props)
    }


def place_of_tests(name: str, elsewhere: dict[str, str], usual: str) -> str:
    return next((file for names, file in elsewhere.items() if name in names.split()), usual)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_step_1_every_module_of_widgets_holds_an_element(name: str) -> None:
    assert any(getattr(each, "__name__", "") in elements for each in defined_in(name)), (
        f"step 1: write a function with @element in widgets/{name}.py"
    )


@pytest.mark.parametrize("name", PUBLIC)
def test_step_2_every_element_is_listed_in_the_package(name: str) -> None:
    is_listed = getattr(ostinato, name, None) is elements[name] and name in ostinato.__all__
    assert is_listed, f"step 2: list {name} in src/ostinato/__init__.py, twice"


def test_step_4_every_kind_of_element_is_drawn_by_one_module_of_the_client() -> None:
    files = (ROOT / "client/src/widgets").glob("*.tsx")
    drawn = {path.stem for path in files if not path.stem.endswith(".test")}
    missing, unknown = kinds() - drawn, drawn - kinds()
    assert not missing, f"step 4: write client/src/widgets/<name>.tsx for {missing}"
    assert not unknown, f"step 1: write the props of {unknown}, or remove client/src/widgets/<name>"


@pytest.mark.parametrize("name", sorted(MODULES))
def test_step_5_every_module_of_widgets_has_tests(name: str) -> None:
    path = place_of_tests(name, TESTED_WITH, f"tests/widgets/test_{name}.py")
    assert (ROOT / path).exists(), f"step 5: write {path}"
    assert name in (ROOT / path).read_text().lower(), f"step 5: test {name} in {path}"


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_step_5_every_kind_of_element_has_tests_of_the_page(kind: str) -> None:
    path = place_of_tests(kind, DRAWN_WITH, f"client/src/widgets/{kind}.test.tsx")
    assert (ROOT / path).exists(), f"step 5: write {path}"
    assert kind in (ROOT / path).read_text().lower(), f"step 5: test {kind} in {path}"


@pytest.mark.parametrize("name", PUBLIC)
def test_step_6_every_element_is_in_the_changelog(name: str) -> None:
    fragments = [ROOT / "CHANGELOG.md", *(ROOT / "changelog.d").glob("*.*.md")]
    told = "\n".join(path.read_text() for path in fragments)
    assert re.search(rf"`(st\.)?{name}\b", told), (
        f"step 6: say in changelog.d/<issue>.added.md what a user can do with `st.{name}`"
    )
