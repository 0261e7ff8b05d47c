"""Starting: a new app, made of the files in `template`."""

import json
import os
import re
import shlex
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import ostinato
from ostinato.cli.failure import Failure

TEMPLATE = Path(__file__).with_name("template")

HIDDEN = "dot_"
"""How names begin that begin with a dot in the app: git and builds shall see our own files."""


class Origin(NamedTuple):
    """Where this very package comes from, so that an app can have it too.

    Args:
        requirement: What a file of requirements says of it.
        fetch: The command that puts the file beside the app which `requirement` names, if any.
        advice: The same for others, who do not have our folders.
    """

    requirement: str
    fetch: str = ""
    advice: str = ""


def start_app(folder: Path) -> list[Path]:
    """Write the files of a new app, and return them; none is written if one is in the way.

    Args:
        folder: Where; it is made if it is not there.

    Raises:
        Failure: If anything would be overwritten, or cannot be written.
    """
    texts = {folder / name: text for name, text in _texts(folder.resolve().name)}
    in_the_way = sorted({each for path in texts for each in _obstacles(path)})
    if in_the_way:
        named = ", ".join(str(each) for each in in_the_way)
        raise Failure(
            f"ostinato init: nothing is overwritten, got {named}: move that away, or give the "
            "name of a new folder"
        )
    made: list[Path] = []
    try:
        for path, text in texts.items():
            for each in _folders_to_make(path.parent):
                each.mkdir()
                made.append(each)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except OSError as error:
        _take_back(made)
        raise Failure(
            f"ostinato init: the folder must be writable, got {str(folder)!r} ({error.strerror})"
        ) from None
    return list(texts)


def next_steps(folder: Path) -> Iterator[str]:
    """Yield the commands that lead from new files to a served app."""
    if folder.resolve() != Path.cwd():
        yield f"cd {shlex.quote(str(folder))}"
    yield "ostinato run app.py"
    yield "pytest"


def origin() -> Origin:
    """Find out where this package was installed from."""
    try:
        source = distribution("ostinato").read_text("direct_url.json")
    except PackageNotFoundError:
        source = json.dumps({"url": Path(ostinato.__file__).parents[2].as_uri(), "dir_info": {}})
    return origin_of(json.loads(source) if source else None, ostinato.__version__)


def origin_of(source: dict[str, object] | None, version: str) -> Origin:
    """Return how an app names a package that was installed from somewhere.

    Args:
        source: What PEP 610 says of it; None if it came from an index.
        version: Its version.
    """
    if source is None:
        return Origin(f"ostinato[redis]>={version}")
    url = str(source["url"])
    if isinstance(vcs := source.get("vcs_info"), dict):
        return Origin(f"ostinato[redis] @ {vcs['vcs']}+{url}@{vcs['commit_id']}")
    if not url.startswith("file:"):
        return Origin(f"ostinato[redis] @ {url}")
    path = unquote(urlsplit(url).path)
    if path.endswith(".whl"):
        name = Path(path).name
        return Origin(f"./{name}[redis]", f"cp {shlex.quote(path)} .", f"cp path/to/{name} .")
    build = "pip wheel --no-deps --wheel-dir ."
    name = f"ostinato-{version}-py3-none-any.whl"
    return Origin(f"./{name}[redis]", f"{build} {shlex.quote(path)}", f"{build} path/to/ostinato")


def _texts(title: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of a new app."""
    source = origin()
    words = {
        "{name}": title,
        "{image}": re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "app",
        "{requirement}": source.requirement,
        "{fetch}": f"\n    {source.advice}" if source.advice else "",
    }
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_dir() or "__pycache__" in path.parts:
            continue
        parts = [re.sub(f"^{HIDDEN}", ".", part) for part in path.relative_to(TEMPLATE).parts]
        text = path.read_text("utf-8")
        if path.suffix != ".py":
            for word, meaning in words.items():
                text = text.replace(word, meaning)
        yield os.path.join(*parts), text


def _obstacles(path: Path) -> Iterator[Path]:
    """Yield what is where a file is to be, or a folder for it."""
    if os.path.lexists(path):
        yield path
    yield from (each for each in path.parents if os.path.lexists(each) and not each.is_dir())


def _folders_to_make(folder: Path) -> list[Path]:
    """Return the folders that are not there, outermost first.

    What ends in `..` is there as soon as the folder before it is.
    """
    places = [each for each in (folder, *folder.parents) if each.name != ".."]
    return [each for each in places if not each.exists()][::-1]


def _take_back(made: list[Path]) -> None:
    """Remove what this call has made, which is all empty or ours."""
    for path in reversed(made):
        path.rmdir() if path.is_dir() else path.unlink()
