"""Budgets: what may not grow unnoticed. The limits stand in `benchmarks/limits.toml`."""

import asyncio
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from statistics import median

import pytest

import ostinato
from benchmarks.headless import HeadlessTab
from benchmarks.installed import installed_bytes
from benchmarks.products import APPS, ROOT
from benchmarks.start import MODULES
from benchmarks.table import limit
from e2e.server import Server

CLICKS = 21


@pytest.mark.parametrize("app", ["counter", "rows_200", "rows_2000", "inputs_200"])
def test_a_rerun_sends_what_has_changed_and_little_more(tmp_path: Path, app: str) -> None:
    script = tmp_path / f"{app}.py"
    shutil.copy(APPS / script.name, script)
    server = Server.of(script).start()
    try:
        bytes, messages = asyncio.run(click(server.port))
    finally:
        server.stop()
    assert 0 < bytes <= at_most(f"bytes.{app}")
    assert 0 < messages <= at_most(f"messages.{app}")


def test_import_loads_few_modules() -> None:
    code = MODULES.format("ostinato")
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert 0 < int(printed) <= at_most("import.modules")


def test_an_installation_is_small() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    package = Path(ostinato.__file__).parent
    ours = sum(path.stat().st_size for path in package.rglob("*") if path.is_file())
    assert ours + installed_bytes(project["dependencies"]) <= 1e6 * at_most("installed.mb")


async def click(port: int) -> tuple[float, float]:
    """Return the bytes and messages of most clicks: a busy machine may split some runs in two.

    The news of commits is among them, and travels with the frames of later clicks.
    """
    tab = await HeadlessTab.open(port)
    costs = []
    for _ in range(CLICKS):
        bytes, messages = tab.bytes, tab.messages
        await tab.click()
        costs.append((tab.bytes - bytes, tab.messages - messages))
    tab.close()
    return median(cost[0] for cost in costs), median(cost[1] for cost in costs)


def at_most(key: str) -> float:
    bound = limit(key).at_most
    assert bound is not None
    return bound
