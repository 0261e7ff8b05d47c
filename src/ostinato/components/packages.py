"""Packages: the files of components that were installed, as their `pyproject.toml` says.

[[tool.streamlit.component.components]]
name = "my_component"
asset_dir = "frontend/build"
"""

import functools
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ostinato.errors import StreamlitAPIException
from ostinato.run.components import Asset

MANIFEST = "pyproject.toml"

PATTERN = frozenset("*?[")
"""What makes a path a pattern."""


def asset_of(who: str, component: str, part: str, name: str) -> Asset:
    """Return the file of a component that a path, or a pattern, leads to.

    Args:
        who: The component, for errors.
        component: Its name: "<project>.<component>".
        part: The argument that has the path.
        name: The path or the pattern.

    Raises:
        StreamlitAPIException: If it leads to none, to several, or out of the folder.
    """
    name, folder = name.strip(), folder_of(component)
    said = f"got {part}={name!r}"
    if folder is None:
        raise StreamlitAPIException(
            f"{who}: a path needs an installed package that declares its folder, {said}: pass the"
            f" text of the file, or name the component <project>.<component> and declare its"
            f" asset_dir in the {MANIFEST} of the package"
        )
    if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name:
        raise StreamlitAPIException(
            f"{who}: a path must lie in the folder of the component, {said}: pass it relative to"
            f" {str(folder)!r}"
        )
    found = sorted(_files(folder, name))
    if len(found) != 1:
        listed = ", ".join(path.relative_to(folder).as_posix() for path in found[:5])
        raise StreamlitAPIException(
            f"{who}: a path must lead to one file, {said}, which leads to"
            f" {f'{len(found)}: {listed}' if found else 'none'} in {str(folder)!r}:"
            f" {'remove those of earlier builds' if found else 'build the component first'}"
        )
    path = found[0]
    facts = path.stat()
    stamp = hashlib.blake2s(repr((facts.st_mtime_ns, facts.st_size)).encode(), digest_size=6)
    return Asset(folder, path.relative_to(folder).as_posix(), stamp.hexdigest())


def _files(folder: Path, name: str) -> Iterator[Path]:
    """Yield the files of a folder that a path or a pattern leads to, and not out of it."""
    for path in folder.glob(name) if PATTERN & set(name) else [folder / name]:
        if path.is_file() and path.resolve().is_relative_to(folder):
            yield path


@functools.lru_cache(512)
def folder_of(component: str) -> Path | None:
    """Return the folder that an installed package declares for a component; None if none does."""
    project, _, own = component.rpartition(".")
    if not project:
        return None
    try:
        package = distribution(project)
    except (PackageNotFoundError, ValueError):
        return None
    for manifest in _manifests(package):
        folder = _declared(manifest, own)
        if folder is not None:
            return folder
    return None


def _manifests(package: Distribution) -> Iterator[Path]:
    """Yield the manifests of a package that was installed, or that is being worked on."""
    for file in package.files or ():
        if file.name == MANIFEST and (path := Path(str(package.locate_file(file)))).is_file():
            yield path
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    if not origin.get("dir_info", {}).get("editable"):
        return
    root = Path(unquote(urlsplit(origin.get("url", "")).path))
    for pattern in (f"*/{MANIFEST}", f"src/*/{MANIFEST}", MANIFEST):
        yield from sorted(root.glob(pattern))


def _declared(manifest: Path, component: str) -> Path | None:
    """Return the folder that a manifest declares for a component; it lies beside or below it."""
    try:
        told: dict[str, Any] = tomllib.loads(manifest.read_text("utf-8"))
        listed = told["tool"]["streamlit"]["component"]["components"]
        (one,) = [each for each in listed if each.get("name") == component]
        root = manifest.parent.resolve()
        folder = (root / one["asset_dir"]).resolve()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return folder if folder.is_dir() and folder.is_relative_to(root) else None
