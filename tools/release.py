"""Make a release: the version, the changelog, both packages, and a trial of each.

python tools/release.py 1.2.3

Nothing is committed, tagged or uploaded: what to do for that is printed in the end.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULE = ROOT / "src/ostinato/__init__.py"
PACKAGES = ROOT / "dist"
PATIENCE = 30.0

_VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
_SCRIPT = re.compile(r'<script type="module"[^>]* src="([^"]+)"')


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


def smoke(python: Path, version: str, folder: Path) -> None:
    """Serve the tour with an installed package, and look at its page as a browser does.

    Raises:
        RuntimeError: If the version is another one, or the page or its script does not come.
    """
    said = subprocess.run(
        [python, "-m", "ostinato", "--version"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if version not in said:
        raise RuntimeError(f"release: version must be {version}, got {said!r}")
    port = _free_port()
    flags = ["--headless", "--port", str(port), "--store", "memory"]
    server = subprocess.Popen(
        [python, "-m", "ostinato", "hello", *flags], cwd=folder, stdout=subprocess.DEVNULL
    )
    try:
        page = _fetch(f"http://localhost:{port}/")
        script = _SCRIPT.search(page)
        if script is None:
            raise RuntimeError(f"release: the page must load a script, got {page[:200]!r}")
        _fetch(f"http://localhost:{port}/{script[1].removeprefix('./')}")
    finally:
        server.terminate()
        server.wait()


def build() -> list[Path]:
    """Build the source distribution and the wheel; both hold the built page."""
    for old in PACKAGES.glob("ostinato-*"):
        old.unlink()
    _run(sys.executable, "-m", "hatchling", "build", "--directory", str(PACKAGES))
    return sorted(PACKAGES.glob("ostinato-*"))


def try_out(package: Path, version: str) -> None:
    """Install a package into an empty environment, and serve the tour with it."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder, "env"), with_pip=True)
        python = Path(folder, "env", "Scripts" if os.name == "nt" else "bin", "python")
        _run(str(python), "-m", "pip", "install", "--quiet", str(package))
        smoke(python, version, Path(folder))


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
    for package in packages:
        try_out(package, version)
        print(f"{package.relative_to(ROOT)} can be installed and serves its page")
    print(f"To publish it:\n  git commit -am 'release: {version}'\n  git tag v{version}")
    print("and upload what is in dist/. To give it up: git restore --staged --worktree .")


def _order(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _fetch(url: str) -> str:
    """Return what an address answers, as soon as somebody listens there."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"release: {url} must answer 200, got {error.code}") from None
        except urllib.error.URLError as error:
            if time.monotonic() > end:
                raise RuntimeError(f"release: {url} must answer, got {error.reason}") from None
            time.sleep(0.1)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("release: name the version: make release VERSION=1.2.3")
    main(sys.argv[1])
