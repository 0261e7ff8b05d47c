"""Try other people's packages in a browser, unmodified, and write down what works.

python tools/packages.py [--isolated] [NAME ...]  all, or those whose apps are called so

Each is installed from the registry into `.packages`, with all that it asks for, and used by a
small app of `tests/packages/apps`; `tests/packages/tries.py` does what a person would. The table
goes into the guide, unless only some are tried. It takes minutes and the network, and is no part of
the tests.
"""

import datetime as dt
import os
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".packages"
APPS = ROOT / "tests/packages/apps"
GUIDE = ROOT / "docs/guide/components.md"
BEGIN, END = "<!-- packages, made by `make others` -->\n", "<!-- /packages -->\n"

sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.browser import chromium  # noqa: E402  (a folder of the checkout, not a package)
from e2e.server import Server  # type: ignore[import-not-found]  # noqa: E402
from packages.tries import TRIES, Try  # type: ignore[import-not-found]  # noqa: E402


def install(tries: list[Try]) -> Path:
    """Install the packages beside this one, and return the program that serves apps with them."""
    python = HOME / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    names = sorted({name for each in tries for name in each.installs})
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    environment = {**os.environ, "OSTINATO_SKIP_CLIENT": "1"}
    subprocess.run([*pip, "--editable", str(ROOT)], check=True, env=environment)
    subprocess.run([*pip, "--upgrade", *names], check=True)
    return HOME / "bin/ostinato"


def versions() -> dict[str, str]:
    """Return the versions of what is installed, by name."""
    folders = [str(path) for path in HOME.glob("lib/python*/site-packages")]
    return {each.metadata["Name"].lower(): each.version for each in distributions(path=folders)}


def outcome(one: Try, program: Path, page: Page, *flags: str) -> str:
    """Use a package, and return what is wrong; "" if nothing is."""
    folder = HOME / "apps" / one.app
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    script = Path(shutil.copy(APPS / f"{one.app}.py", folder))
    command = [str(program), "run", str(script), "--headless", "--port", "{port}", *flags]
    server = Server(command, folder)
    try:
        page.goto(server.start().url)
        one.use(page)
    except Exception as error:  # noqa: BLE001  (whatever it is goes into the table)
        return str(error).strip().partition("\n")[0][:200]
    finally:
        server.kill()
    return ""


def table(rows: list[tuple[Try, str]]) -> str:
    """Return the table of the guide."""
    there = versions()
    today = dt.datetime.now(dt.UTC).date().isoformat()
    lines = [
        f"Tried on {today} in Chromium, each as it comes from the registry, beside Streamlit"
        f" {there.get('streamlit', '')}, which they install and which is not used.\n",
        "| package | version | what was tried | it works | what does not |",
        "|---|---|---|---|---|",
    ]
    for one, wrong in rows:
        works = "no" if wrong else "yes"
        version = there.get(one.installs[0].lower(), "?")
        about = (one.but or wrong).replace("|", "/")
        lines.append(f"| {one.installs[0]} | {version} | {one.what} | {works} | {about} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Try them, and say how many work."""
    flags = ["--client.isolatedComponents", "true"] if "--isolated" in sys.argv else []
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    tries = [each for each in TRIES if not names or each.app in names]
    program = install(tries)
    rows = []
    with chromium() as browser:
        for one in tries:
            context = browser.new_context(viewport={"width": 1000, "height": 900})
            context.set_default_timeout(20_000)
            rows.append((one, outcome(one, program, context.new_page(), *flags)))
            context.close()
            print(f"{one.app:20} {rows[-1][1] or 'works'}", flush=True)
    if not names and not flags:
        before, _, rest = GUIDE.read_text().partition(BEGIN)
        GUIDE.write_text(f"{before}{BEGIN}\n{table(rows)}\n{END}{rest.partition(END)[2]}")
    sys.exit(any(wrong and not one.is_known for one, wrong in rows))


if __name__ == "__main__":
    main()
