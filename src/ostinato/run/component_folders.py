"""Component folders: which folder of this machine has the files of a component.

Any process of an app may be asked for a file, also one that has not run the script yet. So what
leads to the folder is a file of the app itself, signed: its id stands in the address.
"""

from contextlib import suppress
from hmac import compare_digest
from pathlib import Path
from urllib.parse import quote

from ostinato.errors import StoreError, StreamlitAPIException
from ostinato.run.files import hold
from ostinato.run.filing import Filing
from ostinato.run.holdings import TooMuchHeld
from ostinato.run.marked_files import filing_here
from ostinato.run.memory import Memory
from ostinato.stores.files import NoFile, NoRoom, StoredFile
from ostinato.wire.props import COMPONENTS

TYPE = "application/vnd.ostinato.folder"
"""What such a file is; browsers are not shown it."""

INDEX = "index.html"
"""The page of a component that has one."""

LONGEST = 10_000
"""Bytes of a path."""

SIGNATURE = 16
REMEMBERED = 1_000


def file_of(name: str, folder: Path, file: str = INDEX) -> str:
    """Have all processes of the app find the folder of a component, and return a file's address.

    Args:
        name: What stands in the address for people, and for browsers to see that it is another.
        folder: The folder.
        file: The path of the file in there.

    Returns:
        What props have in a field of type `FileAddress`; "" where no app is served.

    Raises:
        StreamlitAPIException: If there is no room for what leads to the folder.
    """
    filing = filing_here()
    if filing is None:
        return ""
    try:
        id, size = put_folder(filing, folder)
        hold(id, size)
    except (NoRoom, TooMuchHeld) as error:
        raise StreamlitAPIException(f"{name}: its folder {str(folder)!r}: {error}") from None
    # A slash would begin the next part, however it is written.
    return f"{COMPONENTS}{quote(name.replace('/', '_'), safe='')}/{id}/{quote(file)}"


def put_folder(filing: Filing, folder: Path) -> StoredFile:
    """Have a store keep what leads to a folder, unless it does already."""
    path = str(folder).encode("utf-8", "surrogateescape")
    id = filing.later.id_of(path, TYPE)
    content = filing.ids.sign(id, path) + path
    filing.later.put(id, TYPE, lambda: [content], len(content), at_once=True)
    _known(filing).note(id.encode(), folder)
    return StoredFile(id, len(content))


def find_folder(filing: Filing, id: str) -> Path | None:
    """Return the folder that a file leads to; None if it leads nowhere. It may ask the store."""
    known = _known(filing).find(id.encode())
    if known is not None:
        return known
    content = b""
    with suppress(NoFile, StoreError):
        facts = filing.find(id)
        if facts.type == TYPE and facts.size <= LONGEST + SIGNATURE:
            content = filing.read(id, 0, facts.size)
    signature, path = content[:SIGNATURE], content[SIGNATURE:]
    if not path or not compare_digest(filing.ids.sign(id, path), signature):
        return None
    folder = Path(path.decode("utf-8", "surrogateescape"))
    _known(filing).note(id.encode(), folder)
    return folder


def _known(filing: Filing) -> Memory[Path]:
    known: Memory[Path] = filing.notes.setdefault("component folders", Memory(REMEMBERED))
    return known
