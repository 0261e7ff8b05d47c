"""Trials: a built package is installed into empty environments, and has to work there.

python tools/trials.py            tries what is in dist/ on every Python that is there
python tools/trials.py lowest     runs tests with the oldest versions that pyproject.toml allows
python tools/trials.py launchers  has uvx and pipx start it, which install it by themselves

All of it needs the package index, and so is no part of `make test`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

from interpreters import interpreters
from ostinato.cli.doctor.packages import EXTRAS
from serving import NotServed, served

ROOT = Path(__file__).parent.parent
PACKAGES = ROOT / "dist"
TOOLS = ROOT / ".release"
"""An environment with what only releases need: the extra `release`."""

ANYWHERE = ("--port", "0", "--store", "memory")

APP = "import ostinato as st\n\nst.write('It works')\n"
TEST = (
    "from ostinato.testing import AppTest; app = AppTest.from_file('app.py').run(); "
    "assert app.markdown[0].value == 'It works', app"
)
IN_THE_WHEEL = (
    "ostinato/__init__.pyi",
    "ostinato/cli/template/dot_gitignore",
    "ostinato/py.typed",
    "ostinato/static/THIRD-PARTY.txt",
    "ostinato/static/index.html",
)
OLDEST = "3.11"
NEAREST = (
    *("connections", "state", "stores", "test_apptest.py", "test_config.py"),
    *(f"widgets/test_{name}.py" for name in ("altair_chart", "dataframe", "plotly_chart")),
    *(f"widgets/test_{name}.py" for name in ("graphviz_chart", "pydeck_chart", "pyplot")),
)
"""Tests that say in a minute or two whether the oldest versions do."""

OF_NEWER_ONES = (
    # pandas 3 has its own error for what a database refuses, and another name for its class.
    "connections/test_connection.py::test_x06_what_is_wrong_with_a_query_is_said_once_and_a_lost_"
    "connection_is_made_again",
    "state/test_encoder.py::test_entries_tell_what_is_there_and_read_nothing",
    # plotly 6 gives the moments of a table as bytes, and plotly 5 as a list.
    "widgets/test_plotly_chart.py::test_a03_moments_are_numbers_and_few_of_them_texts",
)
"""Tests that say what a newer version of a library does, and is not ours to do."""

NOT_FOR_TESTS = {
    *("import-linter", "mypy", "ostinato", "playwright", "pyright", "ruff", "towncrier"),
    # It goes with no old httpx.
    "oidc-provider-mock",
}


class TrialFailed(Exception):
    """A package does not do what it should."""


def check_wheel(wheel: Path) -> None:
    """See whether a wheel holds what must not be forgotten.

    Raises:
        TrialFailed: If something is missing, or there is what should not be.
    """
    with zipfile.ZipFile(wheel) as content:
        names = content.namelist()
    missing = [name for name in IN_THE_WHEEL if name not in names]
    if not any(name.endswith(".dist-info/licenses/LICENSE") for name in names):
        missing.append("LICENSE")
    if missing:
        raise TrialFailed(f"{wheel.name}: must hold {', '.join(missing)}: build the page anew")
    foreign = [name for name in names if re.search(r"__pycache__|\.test\.|node_modules", name)]
    if foreign:
        raise TrialFailed(f"{wheel.name}: must not hold {foreign[0]}: see pyproject.toml")


def smoke(python: Path, version: str, folder: Path) -> None:
    """Try an installed package: the smallest app is tested, served, and asked as by a browser.

    Raises:
        TrialFailed: If the version is another one, or anything does not come.
        NotServed: If the app is not served.
    """
    said = _said(python, "-m", "ostinato", "--version", folder=folder)
    if version not in said:
        raise TrialFailed(f"release: version must be {version}, got {said!r}")
    (folder / "app.py").write_text(APP)
    _said(python, "-c", TEST, folder=folder)
    with served([python, "-m", "ostinato", "run", "app.py", *ANYWHERE], folder) as url:
        _examine(python, url, folder)


def try_out(package: Path, version: str, python: Path) -> None:
    """Install a package into an empty environment, and try it there."""
    with tempfile.TemporaryDirectory() as folder:
        inside = make_environment(Path(folder, "env"), python)
        install: list[str | Path] = [
            inside,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        _run(*install, package)
        smoke(inside, version, Path(folder))
        if package.suffix == ".whl":
            _try_new_app(install, package, Path(folder, "new"))


def _try_new_app(install: Sequence[str | Path], wheel: Path, folder: Path) -> None:
    """Make a new app, install what it asks for as its image does, and run its tests."""
    _said(install[0], "-m", "ostinato", "init", folder.name, folder=folder.parent)
    shutil.copy(wheel, folder)
    _said(*install, "-r", "requirements-dev.txt", folder=folder)
    _said(install[0], "-m", "pytest", "-q", folder=folder)


def try_on_all(packages: Sequence[Path], version: str) -> None:
    """Try packages on every Python, and say of which versions there is none here."""
    found = interpreters()
    for name, python in found.items():
        for package in packages if python else ():
            assert python is not None
            try_out(package, version, python)
            print(f"{package.name} works on Python {name} ({python})", flush=True)
    if missing := [name for name, python in found.items() if python is None]:
        print(f"Not tried, as it is not here: Python {', '.join(missing)}")


def try_lowest() -> None:
    """Run tests with the oldest versions that pyproject.toml allows."""
    python = interpreters()[OLDEST]
    if python is None:
        raise TrialFailed(f"release: Python {OLDEST} is missing, on which the oldest versions run")
    uv = tool("uv")
    with tempfile.TemporaryDirectory() as folder:
        lowest, tests = Path(folder, "lowest.txt"), Path(folder, "tests.txt")
        extras = [word for extra in EXTRAS for word in ("--extra", extra)]
        words: list[str | Path] = [
            "--resolution",
            "lowest-direct",
            "--python",
            python,
            "--quiet",
            "--output-file",
        ]
        _run(uv, "pip", "compile", ROOT / "pyproject.toml", *extras, *words, lowest)
        tests.write_text("\n".join(_for_tests()))
        inside = make_environment(Path(folder, "env"), python)
        into: list[str | Path] = ["--python", inside, "--quiet"]
        _run(uv, "pip", "install", *into, "--requirement", lowest)
        _run(uv, "pip", "install", *into, "--requirement", tests, "--constraint", lowest)
        environment = {"OSTINATO_SKIP_CLIENT": "1"}
        _run(uv, "pip", "install", *into, "--no-deps", "--editable", ROOT, **environment)
        smoke(inside, "", Path(folder))
        paths = [ROOT / "tests" / name for name in NEAREST]
        left_out = [word for name in OF_NEWER_ONES for word in ("--deselect", f"tests/{name}")]
        # What is old may warn of what has come after it.
        quietly = ["-q", "-n", "2", "-W", "default", "-p", "no:cacheprovider"]
        _run(inside, "-m", "pytest", *quietly, *left_out, *paths)


def try_launchers(wheel: Path) -> None:
    """Have uvx and pipx start the tour from a wheel, as they would from the index."""
    uv = tool("uv")
    hello = ["ostinato", "hello"]
    ways: dict[str, list[str | Path]] = {
        "uvx": [uv, "tool", "run", "--from", wheel, *hello],
        "pipx run": [uv, "tool", "run", "pipx", "run", "--spec", wheel, *hello],
    }
    for name, command in ways.items():
        with (
            tempfile.TemporaryDirectory() as folder,
            served([*command, *ANYWHERE], Path(folder)) as url,
        ):
            _examine(Path(sys.executable), url, Path(folder))
        print(f"{name} ostinato hello serves the tour", flush=True)


def _examine(python: Path, url: str, folder: Path) -> None:
    """Have doctor ask for everything that a browser needs."""
    _said(python, "-m", "ostinato", "doctor", "--url", url, folder=folder)


def make_environment(folder: Path, python: Path) -> Path:
    """Make an empty environment, and return its Python."""
    _run(python, "-m", "venv", folder)
    return Path(folder, "Scripts" if os.name == "nt" else "bin", "python")


def tool(name: str) -> Path:
    """Return a program that only releases need, and install all of them if they are not there."""
    place = TOOLS / ("Scripts" if os.name == "nt" else "bin")
    project = ROOT / "pyproject.toml"
    stamp = TOOLS / ".installed"
    if not stamp.exists() or stamp.stat().st_mtime < project.stat().st_mtime:
        extras = tomllib.loads(project.read_text())["project"]["optional-dependencies"]
        shutil.rmtree(TOOLS, ignore_errors=True)
        python = make_environment(TOOLS, Path(sys.executable))
        _run(python, "-m", "pip", "install", "--quiet", *extras["release"])
        stamp.touch()
    return place / name


def _for_tests() -> list[str]:
    """Return what tests need besides, of any version that goes with the oldest of the rest."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = [re.split(r"[\[>=<~]", each)[0] for each in extras["optional-dependencies"]["dev"]]
    return [name for name in names if name not in NOT_FOR_TESTS]


def _run(*command: str | Path, **environment: str) -> None:
    words = [str(word) for word in command]
    subprocess.run(words, cwd=ROOT, check=True, env=os.environ | environment)


def _said(*command: str | Path, folder: Path) -> str:
    """Return what a command prints; a package that is beside the folder is not to help it."""
    words = [str(word) for word in command]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise TrialFailed(f"release: {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def built() -> tuple[list[Path], str]:
    """Return what is in `dist`, the wheel last, and its version."""
    packages = [*PACKAGES.glob("ostinato-*.tar.gz"), *PACKAGES.glob("ostinato-*.whl")]
    if not packages:
        raise TrialFailed("release: there is nothing in dist/: run make packages")
    return packages, packages[-1].name.split("-")[1]


def main(what: str) -> None:
    """Do one of the trials."""
    if what == "all":
        try_on_all(*built())
    elif what == "lowest":
        try_lowest()
    elif what == "launchers":
        [*_, wheel], _ = built()
        try_launchers(wheel)
    else:
        sys.exit(f"trials: must be one of all, lowest, launchers, got {what!r}")


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "all")
    except (TrialFailed, NotServed, subprocess.CalledProcessError) as failure:
        sys.exit(str(failure))
