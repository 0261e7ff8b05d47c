"""Check what has changed, in seconds: lint, types, import rules, and the tests nearest to it.

python tools/quick.py [REVISION]  what differs from REVISION; without one, what is not committed,
                                  or else the last commit

The nearest tests of a module are those that have its name or import it; none runs in a browser.
"""

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
ALWAYS = [f"tests/test_{name}.py" for name in ("architecture", "behaviour", "docs", "signatures")]
"""Tests of what is easily forgotten; they take a second or two."""


class Step(NamedTuple):
    """A command, and how it is called in the output."""

    name: str
    command: list[str]


def changed_files(revision: str) -> list[str]:
    """Return the files that differ from a revision, new ones too."""
    tracked = _git("diff", "--name-only", "--diff-filter=d", revision)
    return [*tracked, *_git("ls-files", "--others", "--exclude-standard")]


def nearest_tests(changed: Iterable[str], root: Path = ROOT) -> list[str]:
    """Return the tests of the server that have the name of a changed module, or import it."""
    tests = {
        str(path.relative_to(root)): path.read_text()
        for path in (root / "tests").rglob("test_*.py")
        if "e2e" not in path.parts
    }
    found = {path for path in changed if path in tests}
    for path in changed:
        if path.endswith(".py"):
            module = re.sub("^(src|tests)/", "", path).removesuffix(".py").replace("/", ".")
            found |= {test for test, text in tests.items() if _is_near(test, text, module)}
    return sorted(found)


def nearest_page_tests(changed: Iterable[str], root: Path = ROOT) -> list[str]:
    """Return the tests of the page that stand beside a changed file or import it."""
    client = root / "client"
    tests = {path: path.read_text() for path in (client / "src").rglob("*.test.ts*")}
    found = {client.parent / path for path in changed} & tests.keys()
    for file in (root / path for path in changed if path.startswith("client/src/")):
        name = file.name.partition(".")[0]
        for test, text in tests.items():
            is_beside = test.parent == file.parent and test.name.startswith(f"{name}.test.")
            if is_beside or re.search(rf'from "[./\w]*/{file.stem}"', text):
                found.add(test)
    return sorted(str(path.relative_to(client)) for path in found)


def server_steps(changed: list[str]) -> list[Step]:
    """Return what checks the Python side: all of it where that is quick."""
    tests = [*ALWAYS, *(test for test in nearest_tests(changed) if test not in ALWAYS)]
    return [
        Step("Lint", [PYTHON, "-m", "ruff", "check", "."]),
        Step("Format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        Step("Generated files", [PYTHON, "tools/generate.py", "--check"]),
        Step("Import rules", [str(Path(PYTHON).with_name("lint-imports"))]),
        Step("Types", [PYTHON, "-m", "mypy"]),
        Step("Words of the documentation", [PYTHON, "tools/prose.py"]),
        Step("Menu of the documentation", [PYTHON, "tools/website.py", "--check"]),
        Step("Pictures of elements", [PYTHON, "tools/portraits.py"]),
        Step(f"Tests: {len(tests)} files", [PYTHON, "-m", "pytest", "-q", *tests]),
    ]


def page_steps(changed: list[str]) -> list[Step]:
    """Return what checks the page; nothing if none of it has changed."""
    files = [path.removeprefix("client/") for path in changed if path.startswith("client/")]
    scripts = [path for path in files if re.search(r"\.(ts|tsx|js|mjs)$", path)]
    formatted = [path for path in files if not path.endswith(".json")]
    tests = nearest_page_tests(changed)
    build_info = "node_modules/.cache/quick.tsbuildinfo"
    # What is generated is not formatted: it may be all that has changed.
    biome = ["biome", "format", "--no-errors-on-unmatched"]
    commands = {
        "Format of the page": formatted and [*biome, *formatted],
        "Types of the page": files and ["tsc", "--incremental", "--tsBuildInfoFile", build_info],
        "Lint of the page": scripts and ["eslint", *scripts],
        f"Tests of the page: {len(tests)}": tests and ["vitest", "run", *tests],
    }
    run = [PYTHON, "tools/npm.py", "exec", "--"]
    return [Step(name, [*run, *command]) for name, command in commands.items() if command]


def run_all(steps: Iterable[Step], failed: list[str]) -> None:
    """Run steps one after another; a line for each, and what it printed if it failed."""
    for name, command in steps:
        begin = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            print(f"{name:<28}{time.monotonic() - begin:.1f} s", flush=True)
        else:
            print(f"{name:<28}failed\n{done.stdout}{done.stderr}", flush=True)
            failed.append(name)


def main() -> None:
    """Check both sides at the same time."""
    changed = list(_changed(sys.argv[1:]))
    failed: list[str] = []
    page = threading.Thread(target=run_all, args=(page_steps(changed), failed))
    page.start()
    run_all(server_steps(changed), failed)
    page.join()
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def _is_near(test: str, text: str, module: str) -> bool:
    package, _, name = module.rpartition(".")
    if test.endswith(f"/test_{name}.py"):
        return True
    from_package = rf"|from {re.escape(package)} import .*\b{name}\b" if package else ""
    pattern = rf"^\s*((from|import) {re.escape(module)}\b{from_package})"
    return re.search(pattern, text, re.MULTILINE) is not None


def _changed(arguments: list[str]) -> Iterator[str]:
    for revision in arguments or ["HEAD", "HEAD~1"]:
        files = changed_files(revision)
        if files or arguments:
            print(f"{len(files)} files differ from {revision}", flush=True)
            yield from files
            return


def _git(*arguments: str) -> list[str]:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


if __name__ == "__main__":
    main()
