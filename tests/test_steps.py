"""`make test` and `make check` say in one line per step what they do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.products import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def step(name: str, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    words: list[str | Path] = [ROOT / "tools/step.sh", name, *command]
    env = os.environ | environment
    return subprocess.run(words, env=env, capture_output=True, text=True, check=False)


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


@pytest.mark.parametrize(("together", "said"), [("", "Types   "), ("1", "")])
def test_a_step_says_its_name_as_it_begins_unless_others_run_at_the_same_time(
    together: str, said: str
) -> None:
    words: list[str | Path] = [ROOT / "tools/step.sh", "Types", "cat"]
    env = os.environ | {"TOGETHER": together}
    pipe = subprocess.PIPE
    with subprocess.Popen(words, env=env, stdin=pipe, stdout=pipe, text=True, bufsize=1) as done:
        assert done.stdin
        assert done.stdout
        if said:
            assert done.stdout.read(len(said)) == said
        done.stdin.close()
        rest = done.stdout.read()
    assert re.fullmatch(r"Types +\d+ s\n", said + rest)
    assert step("Types", "false", TOGETHER=together).stdout.split() == ["Types", "failed"]


@pytest.mark.parametrize("target", ["check-code", "check-pages", "test"])
def test_every_step_has_a_name(target: str) -> None:
    recipe = re.search(
        rf"^{target}:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE
    )
    assert recipe
    lines = recipe[1].splitlines()
    assert len(lines) > 2
    assert all(re.match(r'\t\$\(STEP\) "[A-Z][a-z ]+" ', line) for line in lines)
