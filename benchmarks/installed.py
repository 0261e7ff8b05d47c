"""Installed: how much disk some distributions take, with all that they need.

python -m benchmarks.installed NAME... prints the bytes.
"""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path


def installed_bytes(requirements: Iterable[str]) -> int:
    """Count the bytes of distributions and, once each, of all that they require.

    Raises:
        PackageNotFoundError: If one of them is not installed.
    """
    found: dict[str, Distribution] = {}
    _collect(requirements, found)
    return sum(_size(each) for each in found.values())


def _collect(requirements: Iterable[str], found: dict[str, Distribution]) -> None:
    for requirement in requirements:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
        if name in found or re.search(r";.*\bextra\b", requirement):
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            if ";" not in requirement:
                raise
            continue  # It is for another system.
        _collect(found[name].requires or (), found)


def _size(installed: Distribution) -> int:
    paths = {Path(str(installed.locate_file(file))) for file in installed.files or ()}
    return sum(path.stat().st_size for path in paths if path.is_file())


if __name__ == "__main__":
    print(installed_bytes(sys.argv[1:]))
