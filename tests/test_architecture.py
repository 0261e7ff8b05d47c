from pathlib import Path

import pytest

import ostinato

ROOT = Path(ostinato.__file__).parents[2]
SOURCES = [
    path
    for pattern in ("src/**/*.py", "tools/*.py", "client/src/**/*.ts", "client/src/**/*.tsx")
    for path in ROOT.glob(pattern)
    if ".gen." not in path.name
]
LONGEST = 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_enough_to_be_read(path):
    assert len(path.read_text().splitlines()) <= LONGEST
