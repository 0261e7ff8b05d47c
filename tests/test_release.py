"""`make release`: the version, the changelog from its fragments, and a look at the page."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ostinato
from tools.release import ROOT, set_version, smoke

MODULE = '"""A module."""\n\n__version__ = "0.9.1"\n\nimport os\n'


@pytest.mark.parametrize("version", ["0.9.2", "0.10.0", "1.0.0"])
def test_a_later_version_takes_the_place_of_the_present_one(version: str) -> None:
    assert set_version(MODULE, version) == MODULE.replace("0.9.1", version)


@pytest.mark.parametrize("version", ["0.9.1", "0.8.12", "0.9", "v1.0.0", ""])
def test_a_version_that_is_none_or_not_later_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r"^release: version must be .+, got version="):
        set_version(MODULE, version)


def test_the_version_is_where_a_release_writes_it() -> None:
    text = (ROOT / "src/ostinato/__init__.py").read_text()
    assert '__version__ = "9999.0.0"' in set_version(text, "9999.0.0")


def test_the_changelog_of_a_release_holds_every_line_of_the_fragments_as_it_is(
    tmp_path: Path,
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    folder = Path(shutil.copytree(ROOT / "changelog.d", tmp_path / "changelog.d"))
    (folder / "1.removed.md").write_text("- `st.one` is gone,\n  at last.\n- `st.two` as well.\n")
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9999.0.0"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    fragments = sorted(folder.glob("*.*.md"))
    written = [line for path in fragments for line in path.read_text().splitlines()]
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"## 9999\.0\.0 \(\d{4}-\d\d-\d\d\)", lines[0])
    headings = [line for line in lines if line.startswith("### ")]
    assert headings == sorted({f"### {path.name.split('.')[1].capitalize()}" for path in fragments})
    assert sorted(line for line in lines[1:] if line and line not in headings) == sorted(written)


def test_an_installed_package_serves_a_page_and_its_script(tmp_path: Path) -> None:
    smoke(Path(sys.executable), ostinato.__version__, tmp_path)
    with pytest.raises(RuntimeError, match=r"version must be 9999\.0\.0, got"):
        smoke(Path(sys.executable), "9999.0.0", tmp_path)
