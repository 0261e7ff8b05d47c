"""Make a release: the version, the changelog, both packages, trials of each, and a bill.

python tools/release.py 1.2.3     makes the release
python tools/release.py packages  builds both packages of the present version, and no more

Nothing is committed, tagged or uploaded: what to do for that is printed in the end.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from serving import NotServed
from trials import (
    PACKAGES,
    ROOT,
    TrialFailed,
    check_wheel,
    make_environment,
    tool,
    try_launchers,
    try_lowest,
    try_on_all,
)

MODULE = ROOT / "src/ostinato/__init__.py"

_VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)


def set_version(text: str, version: str) -> str:
    """Return the text of a module with another version.

    Raises:
        ValueError: If the version is none, or not later than the one that stands there.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise ValueError(f'release: version must be like "1.2.3", got version={version!r}')
    present = _VERSION.findall(text)[0]
    if _order(version) <= _order(present):
        raise ValueError(f"release: version must be after {present}, got version={version!r}")
    return _VERSION.sub(f'__version__ = "{version}"', text)


def build(folder: Path = PACKAGES) -> list[Path]:
    """Build the source distribution and the wheel, the same bytes for the same commit.

    Both hold the built page.
    """
    for old in folder.glob("ostinato-*"):
        old.unlink()
    words = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, env={"SOURCE_DATE_EPOCH": _time(), **os.environ})
    packages = [*folder.glob("ostinato-*.tar.gz"), *folder.glob("ostinato-*.whl")]
    check_wheel(packages[-1])
    return packages


def write_bill(wheel: Path, version: str) -> Path:
    """Write what is in a release, and under which licences."""
    target = PACKAGES / f"ostinato-{version}.cdx.json"
    with tempfile.TemporaryDirectory() as folder:
        python = make_environment(Path(folder, "env"), Path(sys.executable))
        # What everybody gets: extras are chosen by those who install them.
        _run(str(python), "-m", "pip", "install", "--quiet", str(wheel))
        _run(str(python), "-m", "pip", "uninstall", "--quiet", "--yes", "pip", "setuptools")
        _run(str(tool("python")), "tools/bill.py", str(wheel), str(python), str(target))
    return target


def main(version: str) -> None:
    """Write version and changelog, build, and try out what was built."""
    if subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True).stdout:
        sys.exit("release: everything must be committed: see `git status`")
    try:
        text = set_version(MODULE.read_text(), version)
    except ValueError as error:
        sys.exit(str(error))
    MODULE.write_text(text)
    _run(sys.executable, "-m", "towncrier", "build", "--yes", "--version", version)
    packages = build()
    try_on_all(packages, version)
    try_lowest()
    try_launchers(packages[-1])
    write_bill(packages[-1], version)
    print(f"To publish it:\n  git commit -am 'release: {version}'\n  git tag v{version}")
    print("and upload what is in dist/. To give it up: git restore --staged --worktree .")


def _order(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _time() -> str:
    """Return when the last commit was made, which stands in the files that are packed."""
    words = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1577836800"


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("release: name the version: make release VERSION=1.2.3")
    try:
        if sys.argv[1] == "packages":
            for package in build():
                print(package.relative_to(ROOT))
        else:
            main(sys.argv[1])
    except (TrialFailed, NotServed, subprocess.CalledProcessError) as failure:
        sys.exit(str(failure))
