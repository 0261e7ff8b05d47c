"""Interpreters: every Python on this machine that a release has to work with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
"""Those that a release is tried with."""

ASK = "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2], sys.executable)"


def interpreters() -> dict[str, Path | None]:
    """Return an interpreter for each version; None for one of which there is none."""
    return {version: _first(version) for version in VERSIONS}


def _first(version: str) -> Path | None:
    for program in _candidates(version):
        try:
            done = subprocess.run(
                [program, "-c", ASK], capture_output=True, text=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        # pyenv has a name on the path for versions that it does not run.
        if done.returncode == 0 and done.stdout.split()[0] == version:
            return Path(done.stdout.split(maxsplit=1)[1].strip())
    return None


def _candidates(version: str) -> Iterator[str | Path]:
    """Yield what may be a Python of a version, best first."""
    if version == "{}.{}".format(*sys.version_info):
        yield sys.executable
    if found := shutil.which(f"python{version}"):
        yield found
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(pyenv.glob(f"versions/{version}.*/bin/python{version}"), reverse=True)
    if uv := shutil.which("uv"):
        words = [uv, "python", "find", "--no-python-downloads", version]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            yield done.stdout.strip()


if __name__ == "__main__":
    for name, path in interpreters().items():
        print(name, path or "is missing")
