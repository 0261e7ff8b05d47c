"""Products: what is compared, each installed in an environment of its own."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "benchmarks"
APPS = Path(__file__).parent / "apps"


@dataclasses.dataclass(frozen=True)
class Product:
    """One of those that are compared.

    Attributes:
        name: How the table calls it.
        module: What Python runs, and what scripts import.
        requirement: What pip installs.
        flags: How it is told to leave the desktop and the network alone.
        more: What the measurements need besides.
        serve: The arguments that serve a script.
        apps: Where its scripts are.
    """

    name: str
    module: str
    requirement: str
    flags: tuple[str, ...]
    more: tuple[str, ...] = ()
    serve: tuple[str, ...] = ("-m", "{module}", "run", "{script}", "--server.port", "{port}")
    apps: Path = APPS

    def command(self, script: Path, port: int) -> list[str]:
        """Return the command that serves a script."""
        places = {"module": self.module, "script": script, "port": port}
        return [str(self.python), *(word.format(**places) for word in self.serve), *self.flags]

    @property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return CACHE / self.module / "bin" / "python"

    def install(self) -> None:
        """Make the environment; what is built from this folder is installed again each time."""
        if not self.python.exists():
            CACHE.mkdir(parents=True, exist_ok=True)
            (CACHE / ".gitignore").write_text("*\n")
            subprocess.run([sys.executable, "-m", "venv", CACHE / self.module], check=True)
        done, wanted = CACHE / self.module / "complete", self._wanted()
        if not done.exists() or done.read_text() != wanted:
            self._pip(self.requirement, *self.more)
            done.write_text(wanted)
        elif self._is_ours:
            self._pip("--force-reinstall", "--no-deps", self.requirement)

    def run(self, *arguments: str) -> str:
        """Run its interpreter and give what it prints; `benchmarks` can be imported there."""
        done = subprocess.run(
            [self.python, *arguments],
            env=environment(PYTHONPATH=str(ROOT)),
            cwd=home(),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    def _pip(self, *arguments: str) -> None:
        quiet = ("--quiet", "--quiet", "--disable-pip-version-check")
        subprocess.run([self.python, "-m", "pip", "install", *quiet, *arguments], check=True)

    def _wanted(self) -> str:
        """Return all that decides what is installed."""
        ours = (ROOT / "pyproject.toml").read_text() if self._is_ours else ""
        return "\n".join([self.requirement, *self.more, ours])

    @property
    def _is_ours(self) -> bool:
        return self.requirement == str(ROOT)


OSTINATO = Product(
    "Ostinato",
    "ostinato",
    str(ROOT),
    ("--server.headless", "true"),
    more=("altair", "pandas", "plotly", "redis"),
)
STREAMLIT = Product(
    "Streamlit",
    "streamlit",
    "streamlit==1.67.0",
    ("--server.headless", "true", "--browser.gatherUsageStats", "false"),
    more=("plotly",),
)
NICEGUI = Product(
    "NiceGUI",
    "nicegui",
    "nicegui==3.18.0",
    (),
    serve=("{script}", "{port}"),
    apps=APPS / "nicegui",
)
PRODUCTS = (STREAMLIT, OSTINATO)


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process that knows nothing of this machine's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": str(home()), **more}


def home() -> Path:
    """Make a folder for what is written there."""
    home = CACHE / "home"
    home.mkdir(parents=True, exist_ok=True)
    return home
