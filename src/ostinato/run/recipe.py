"""Recipe: makes a file when somebody asks for it, in a thread of its own, beside the runs."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from ostinato.errors import StoreError, StreamlitAPIException
from ostinato.run.files import keep
from ostinato.run.main_module import script_as_main
from ostinato.run.run import HOME
from ostinato.wire.props import FileAddress, Props, ids_of

if TYPE_CHECKING:
    from ostinato.arguments.named_content import NamedContent
    from ostinato.run.namespace import Home

logger = logging.getLogger("ostinato")

LIFE = 900.0
"""Seconds that a browser has to fetch what was made for it."""

UNTOLD = "it could not be made"

LONGEST = 300
"""Characters of what a person is told of an error."""


class Download(Props, frozen=True, kw_only=True):
    """The wire form of a file that was made: an effect, in place of the one that waits for it.

    `press` is the number of the press of a `button` that asked for it. Either there is an `url`,
    or a `problem` that kept it from being made. What is `unstored` is in the memory of one process,
    as the store is away: any other knows nothing of it yet, and who is told so asks again.
    """

    button: str
    press: int
    url: FileAddress = ""
    problem: str = ""
    unstored: bool = False


class Recipe(NamedTuple):
    """What makes the content of a file, as the script has said in its last run.

    One that has an `url` is done: the app keeps the file.
    """

    who: str
    content: "Callable[[], NamedContent] | None" = None
    url: str = ""


class Result(NamedTuple):
    """What came of it: the address of the file, or what kept it from being made."""

    url: str = ""
    problem: str = ""


def make(recipe: Recipe, home: "Home") -> Result:
    """Make a file and have the app keep it, in the current thread.

    The code finds its names and the app's files as that of a run does; it draws nothing.

    Args:
        recipe: What makes it.
        home: What it has in common with the runs of its session.
    """
    thread = threading.current_thread()
    setattr(thread, HOME, home)
    try:
        with script_as_main:
            url = recipe.url or address_of(recipe.who, recipe.content())  # type: ignore[misc]
            if home.files is not None:
                # While the store is away this process has it, and the browser tries until it comes.
                with suppress(StoreError):
                    home.files.hold([*ids_of(url)], LIFE)
            return Result(url=url)
    except BaseException as error:  # noqa: BLE001  (the top of a thread: scripts raise anything)
        return Result(problem=_problem(error, home))
    finally:
        delattr(thread, HOME)


def address_of(who: str, content: "NamedContent") -> str:
    """Have the app keep the content of a file, and return its address.

    Raises:
        StreamlitAPIException: If the file cannot be read, or there is no room for it.
    """
    try:
        return keep(content.data, type=content.type, name=content.name)
    except OSError as error:
        raise StreamlitAPIException(
            f"{who}: data must be a file that can be read, got {content.name!r}: {error}"
        ) from None


def _problem(error: BaseException, home: "Home") -> str:
    """Log an exception, and say of it what visitors may see."""
    from ostinato.run.traceback import Failure  # noqa: PLC0415  (nearly all come to their end)

    try:
        logger.error("a download could not be made\n%s", Failure(error))
        kind, text = type(error).__name__, str(error)
    except BaseException:  # noqa: BLE001  (a user's class may raise anything)
        return UNTOLD
    surroundings = home.surroundings
    details = "full" if surroundings is None else surroundings.config.client.show_error_details
    if details == "none":
        return UNTOLD
    if details != "full":
        return kind
    said = text if isinstance(error, StreamlitAPIException) else f"{kind}: {text}"
    return said[:LONGEST]
