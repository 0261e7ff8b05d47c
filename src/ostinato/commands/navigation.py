"""`st.navigation`: which pages an app has."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ostinato.arguments.text import check_choice
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.run.bare import warn_bare
from ostinato.run.navigation import Position, navigate
from ostinato.run.page import Page
from ostinato.run.run import run_here

PageLike = Page | str | Path | Callable[[], object]
Pages = Sequence[PageLike] | Mapping[str, Sequence[PageLike]]

POSITIONS = ("sidebar", "top", "hidden")


def navigation(
    pages: Pages, *, position: Position = "sidebar", expanded: bool | int = False
) -> Page:
    """Say which pages the app has, show their menu, and return the page to run.

    The script runs with every page: it is the frame around them, and its inputs are on all of them.
    The current page is part of the session, and of the address: `/settings` leads to it.

    Args:
        pages: The pages, or what a page can be made of; a dict has a list of them for each section
            of the menu.
        position: "sidebar", "top", or "hidden" for no menu.
        expanded: Whether a long menu in the sidebar shows all pages at first, or how many of them.

    Returns:
        The page that the person is on: call its `run()`.

    Raises:
        StreamlitMissingRequiredParameterError: If there are no pages.
        StreamlitInvalidParameterTypeError: If one of them is nothing that can be a page.
        StreamlitValueError: If another argument is none of the values it can have.
        StreamlitAPIException: If there is no page of the app, several are to be the first, or two
            have one path.

    Differs:
        pages: An address that leads to no page of the app shows a notice and the first page. If one
            page alone is listed, as that of a login, the address waits for its page to be listed.

    Example:
        >>> page = st.navigation([st.Page("home.py"), st.Page("settings.py")])
        >>> page.run()
    """
    check_choice("navigation", "position", position, POSITIONS)
    _check_expanded(expanded)
    sections = {str(name): _pages(each) for name, each in _sections(pages).items()}
    if not any(sections.values()):
        raise StreamlitMissingRequiredParameterError(
            f"navigation: there must be a page, got pages={pages!r}: pass at least one st.Page"
        )
    run = run_here()
    if run is None:
        warn_bare()
        return next(page for each in sections.values() for page in each)
    return navigate(run, sections, position, expanded)


def _sections(pages: object) -> Mapping[str, Sequence[PageLike]]:
    if isinstance(pages, Mapping):
        return pages
    if isinstance(pages, Sequence) and not isinstance(pages, str):
        return {"": pages}
    raise StreamlitInvalidParameterTypeError(
        f"navigation: pages must be a list, or a dict of lists, got pages={pages!r}"
    )


def _pages(pages: Sequence[PageLike]) -> list[Page]:
    return [each if isinstance(each, Page) else Page(each) for each in pages]


def _check_expanded(expanded: object) -> None:
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError(
            f"navigation: expanded must be a bool or a whole number, got expanded={expanded!r}"
        )
    if expanded < 0:
        raise StreamlitValueError(
            f"navigation: expanded must not be below 0, got expanded={expanded!r}"
        )
