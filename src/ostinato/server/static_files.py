"""Static files: what lies in the folder `static` beside the script, if the app is to serve it."""

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.types import Receive, Scope, Send

from ostinato.run.filing import Filing
from ostinato.server.file_answer import FileAnswer, is_refused, name_in, refuse
from ostinato.values.media_type import type_of

ROUTE = "app/static"
FOLDER = "static"


class StaticFiles:
    """An ASGI application that serves a folder, and nothing that a link leads out of it to.

    Files have the type that their name says, so scripts in them run, as in Streamlit.

    Args:
        folder: Which; it may be made later.
        filing: Returns what has threads in which to read.
    """

    def __init__(self, folder: Path, filing: Callable[[], Filing]) -> None:
        self._folder = folder
        self._filing = filing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if await is_refused(scope, send):
            return
        headers = {"cache-control": "no-cache", "access-control-allow-origin": "*"}
        name, filing = name_in(scope), self._filing()
        await serve(filing, self._folder, name, headers, scope, receive, send)


async def serve(
    filing: Filing,
    folder: Path,
    name: str,
    headers: Mapping[str, str],
    scope: Scope,
    receive: Receive,
    send: Send,
) -> None:
    """Answer a request with a file of a folder, if there is one of this name that may be seen.

    Args:
        filing: What has threads in which to read.
        folder: The folder.
        name: The file's, from there on.
        headers: Those to send with it, beside those that tell what it is.
        scope: The request.
        receive: Tells when the browser has gone.
        send: Takes the answer.
    """
    file = await filing.call(_open, folder, name)
    if file is None:
        await refuse(send, scope, 404, "not found")
        return
    try:
        found = os.fstat(file)

        async def read(start: int, size: int) -> bytes:
            return await filing.call(_read, file, start, size)

        answer = FileAnswer(
            {
                "content-type": _with_charset(type_of(name)),
                "x-content-type-options": "nosniff",
                **headers,
            },
            _tag(found),
            found.st_size,
            read,
        )
        await answer.send(scope, receive, send)
    finally:
        os.close(file)


def _open(folder: Path, name: str) -> int | None:
    """Open a file of a folder; None if there is none of this name that may be seen."""
    if any(part in ("", "..") or part.startswith(".") for part in name.split("/")):
        return None
    try:
        path = (folder / name).resolve(strict=True)
        if not path.is_relative_to(folder.resolve()):
            return None
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError, RuntimeError):  # The last: links in a circle, before Python 3.13.
        return None
    if stat.S_ISREG(os.fstat(file).st_mode):
        return file
    os.close(file)
    return None


def _read(file: int, start: int, size: int) -> bytes:
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, size)


def _with_charset(type: str) -> str:
    return f"{type}; charset=utf-8" if type.startswith("text/") else type


def _tag(found: os.stat_result) -> str:
    facts = repr((found.st_ino, found.st_mtime_ns, found.st_size)).encode()
    return f'"{hashlib.blake2b(facts, digest_size=12).hexdigest()}"'
