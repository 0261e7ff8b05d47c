"""`make quick` runs the tests nearest to what has changed."""

import subprocess
from pathlib import Path

import pytest

from tools.quick import ROOT, nearest_page_tests, nearest_tests, page_steps, server_steps


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "tests/widgets/test_dial.py": "import ostinato as st",
        "tests/widgets/test_knob.py": "from ostinato.widgets.knob import Knob",
        "tests/run/test_order.py": "from ostinato.widgets import button, dial\n",
        "tests/e2e/test_dial.py": "",
        "client/src/widgets/dial.test.tsx": 'import { Dial } from "./dial";',
        "client/src/view/page.test.tsx": 'import { Dial } from "../widgets/dial";',
        "client/src/widgets/dials.test.tsx": 'import { Dials } from "./dials";',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("src/ostinato/widgets/dial.py", ["tests/run/test_order.py", "tests/widgets/test_dial.py"]),
        ("src/ostinato/widgets/knob.py", ["tests/widgets/test_knob.py"]),
        ("src/ostinato/run/dial.py", ["tests/widgets/test_dial.py"]),
        ("tests/run/test_order.py", ["tests/run/test_order.py"]),
        ("tests/e2e/test_dial.py", []),
        ("docs/dial.md", []),
    ],
)
def test_the_tests_of_a_module_have_its_name_or_import_it(
    project: Path, changed: str, tests: list[str]
) -> None:
    assert nearest_tests([changed], project) == tests


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("client/src/widgets/dial.tsx", ["src/view/page.test.tsx", "src/widgets/dial.test.tsx"]),
        ("client/src/widgets/dial.css", ["src/view/page.test.tsx", "src/widgets/dial.test.tsx"]),
        ("client/src/widgets/dials.test.tsx", ["src/widgets/dials.test.tsx"]),
        ("client/src/view/theme.css", []),
    ],
)
def test_the_tests_of_a_part_of_the_page_stand_beside_it_or_import_it(
    project: Path, changed: str, tests: list[str]
) -> None:
    assert nearest_page_tests([changed], project) == tests


def test_what_has_not_changed_of_the_page_is_not_checked() -> None:
    assert page_steps(["src/ostinato/widgets/slider.py"]) == []
    assert [step.name for step in page_steps(["client/src/widgets/slider.tsx"])] == [
        "Format of the page",
        "Types of the page",
        "Lint of the page",
        "Tests of the page: 1",
    ]


def test_what_is_generated_of_the_page_may_be_all_that_has_changed() -> None:
    step = page_steps(["client/src/core/wire.gen.ts"])[0]
    assert step.name == "Format of the page"
    subprocess.run(step.command, cwd=ROOT, capture_output=True, check=True)


def test_the_server_is_linted_and_typed_whatever_has_changed() -> None:
    names = [step.name for step in server_steps([])]
    assert {"Lint", "Format", "Types", "Import rules", "Generated files"} < set(names)
