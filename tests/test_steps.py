"""`make test` and `make check` say in one line per step what they do."""

import re
import subprocess
import sys

import pytest

from benchmarks.products import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def step(name: str, *command: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "tools/step.sh"
    return subprocess.run([script, name, *command], capture_output=True, text=True, check=False)


def test_a_step_that_succeeds_is_one_line() -> None:
    done = step("Lint", "echo", "all checks passed")
    assert done.returncode == 0
    assert re.fullmatch(r"Lint +\d+ s\n", done.stdout)
    assert done.stderr == ""


def test_what_a_step_prints_is_shown_when_it_fails() -> None:
    done = step("Types", "sh", "-c", "echo found; echo an error >&2; exit 3")
    assert done.returncode == 3
    assert re.fullmatch(r"Types +failed\n", done.stdout)
    assert done.stderr == "found\nan error\n"


@pytest.mark.parametrize("target", ["check", "test"])
def test_every_step_has_a_name(target: str) -> None:
    recipe = re.search(
        rf"^{target}:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE
    )
    assert recipe
    lines = recipe[1].splitlines()
    assert len(lines) > 2
    assert all(re.match(r'\t\$\(STEP\) "[A-Z][a-z ]+" ', line) for line in lines)
