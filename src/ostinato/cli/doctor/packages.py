"""Packages: whether those are there, and fit, that Ostinato and the script need."""

import ast
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from ostinato.cli.doctor.findings import Finding, ok, warning, wrong
from ostinato.compat import NAME
from ostinato.config import Config

EXTRAS = ("auth", "charts", "metrics", "otel", "redis", "sql")

INSTALLED_AS = {
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python-headless",
    "PIL": "pillow",
    "sklearn": "scikit-learn",
    "yaml": "pyyaml",
}
"""What imports are called in an index, if not as they are."""

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?\s*\(?(?:>=\s*([\d.]+))?[^;]*(?:;\s*(.*))?")
_EXTRA = re.compile(r"""extra\s*==\s*["']([\w-]+)["']""")


class Requirement(NamedTuple):
    """A package that is needed.

    Args:
        name: Its name.
        least: The oldest version that fits; empty for any.
        extra: What it is for; empty if for everything.
    """

    name: str
    least: str
    extra: str


def requirements(lines: Iterable[str]) -> list[Requirement]:
    """Read what a package says that it needs."""
    found = []
    for line in lines:
        if match := _REQUIREMENT.match(line):
            name, least, marker = match[1], match[2] or "", match[3] or ""
            extra = _EXTRA.search(marker)
            if extra or _is_for_us(marker):
                found.append(Requirement(name, least, extra[1] if extra else ""))
    return found


def extras_in_use(config: Config, secrets: Mapping[str, object]) -> dict[str, str]:
    """Return the extras that a configuration needs, each with what needs it."""
    needs = {
        "redis": ("session.store", config.session.store.startswith(("redis", "unix"))),
        "metrics": ("server.metrics", config.server.metrics),
        "otel": ("server.telemetry", config.server.telemetry),
        "auth": ("[auth] of the secrets", "auth" in secrets),
        "sql": ("[connections] of the secrets", _has_sql(secrets)),
    }
    return {extra: why for extra, (why, is_needed) in needs.items() if is_needed}


def look_at_packages(
    needed: Iterable[Requirement], versions: Mapping[str, str], in_use: Mapping[str, str]
) -> Iterator[Finding]:
    """See whether what is installed fits.

    Args:
        needed: What Ostinato says that it needs.
        versions: The version of each package that is installed, by name.
        in_use: Extras that the configuration needs, each with what needs it.
    """
    fit: list[str] = []
    absent: dict[str, list[str]] = {}
    for name, least, extra in needed:
        if extra and extra not in EXTRAS:
            continue
        present = versions.get(_plain(name))
        why = in_use.get(extra, "")
        if present is None and (not extra or why):
            yield wrong("packages", f"{name} is missing: {why or 'Ostinato needs it'}", _get(name))
        elif present is None:
            absent.setdefault(extra, []).append(name)
        elif is_older(present, least):
            judge = wrong if not extra or why else warning
            yield judge("packages", f"{name} {present} is too old", _get(f'"{name}>={least}"'))
        else:
            fit.append(f"{name} {present}")
    yield ok("packages", f"{', '.join(fit) or 'none'} fit")
    if absent:
        parts = (f"{', '.join(names)} ({extra})" for extra, names in absent.items())
        yield ok("extras", f"not installed, and not in use: {'; '.join(parts)}")


def look_at_installation(config: Config, secrets: Mapping[str, object]) -> Iterator[Finding]:
    """See whether the packages are there that Ostinato needs."""
    try:
        lines = metadata.requires("ostinato") or []
    except metadata.PackageNotFoundError:
        yield warning(
            "packages", "Ostinato runs from its source and is not installed", "pip install ."
        )
        return
    needed = requirements(lines)
    versions = {}
    for each in needed:
        try:
            versions[_plain(each.name)] = metadata.version(each.name)
        except metadata.PackageNotFoundError:
            continue
    yield from look_at_packages(needed, versions, extras_in_use(config, secrets))


def look_at_script(script: Path) -> Iterator[Finding]:
    """See whether a script can be compiled, and finds what it imports."""
    try:
        tree = ast.parse(script.read_bytes(), script.name)
    except (SyntaxError, ValueError, RecursionError) as error:
        number = error.lineno if isinstance(error, SyntaxError) else None
        line = f", line {number}" if number else ""
        reason = error.msg if isinstance(error, SyntaxError) else str(error)
        yield wrong("script", f"{script.name}{line}: {reason}", "correct it")
        return
    missing = [name for name in _imports(tree) if not _is_there(name, script.parent)]
    for name in missing:
        yield wrong(
            "script",
            f"{script.name} imports {name}, which is not installed",
            _get(INSTALLED_AS.get(name, name)),
        )
    if not missing:
        yield ok("script", f"{script.name} compiles, and finds what it imports")


def is_older(version: str, least: str) -> bool:
    """Return whether a version is before another, as far as their numbers tell.

    Example:
        >>> is_older("1.9", "1.10.1"), is_older("2.0rc1", "2.0")
        (True, False)
    """
    given, wanted = _numbers(version), _numbers(least)
    length = max(len(given), len(wanted))
    return given + [0] * (length - len(given)) < wanted + [0] * (length - len(wanted))


def _numbers(version: str) -> list[int]:
    found = re.match(r"\d+(?:\.\d+)*", version)
    return [int(part) for part in found[0].split(".")] if found else []


def _imports(tree: ast.Module) -> list[str]:
    """Return the packages that a script imports as it begins, in order."""
    names = []
    for each in tree.body:
        if isinstance(each, ast.Import):
            names += [one.name.partition(".")[0] for one in each.names]
        elif isinstance(each, ast.ImportFrom) and each.module and not each.level:
            names.append(each.module.partition(".")[0])
    return [name for name in dict.fromkeys(names) if name != NAME]


def _is_there(name: str, folder: Path) -> bool:
    if (folder / f"{name}.py").is_file() or (folder / name).is_dir():
        return True
    try:
        return name in sys.builtin_module_names or importlib.util.find_spec(name) is not None
    except (ImportError, ValueError, AttributeError):
        # Packages that say nothing of themselves are there.
        return name in sys.modules


def _has_sql(secrets: Mapping[str, object]) -> bool:
    connections = secrets.get("connections")
    sections = connections.values() if isinstance(connections, Mapping) else ()
    words = {"url", "dialect", "driver"}
    return any(isinstance(each, Mapping) and words & each.keys() for each in sections)


def _is_for_us(marker: str) -> bool:
    if "sys_platform != 'win32'" in marker.replace('"', "'"):
        return sys.platform != "win32" and sys.implementation.name == "cpython"
    return True


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _get(name: str) -> str:
    return f"pip install {name}"
