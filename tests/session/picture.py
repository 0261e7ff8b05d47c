"""Picture: an element that shows a file, and an object whose bytes are in one."""

from typing import Any

from ostinato.run.elements import draw
from ostinato.run.files import keep
from ostinato.run.surroundings import surroundings_here
from ostinato.state.references import refer
from ostinato.wire.props import FileAddress, Props


class Picture(Props, frozen=True):
    """Some files."""

    sources: list[FileAddress]


def picture(*contents: bytes) -> None:
    draw(Picture([keep(each, type="image/png") for each in contents]))


class Uploaded:
    """What somebody has sent."""

    def __init__(self, id: str, size: int) -> None:
        self.id, self.size = id, size

    def __reduce__(self) -> Any:
        refer({self.id: self.size})
        return Uploaded, (self.id, self.size)


def upload(content: bytes) -> Uploaded:
    files = surroundings_here().files
    assert files is not None
    arriving = files.upload("text/plain")
    arriving.write(content)
    kept = arriving.commit(900)
    arriving.close()
    return Uploaded(*kept)
