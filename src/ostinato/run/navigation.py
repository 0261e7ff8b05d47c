"""Navigation: which pages an app has, which of them is run, and where a person is sent."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NoReturn

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitPageNotFoundError,
    StreamlitQueryParamDictValueError,
)
from ostinato.run.ends import Rerun
from ostinato.run.page import WEB, Page, folder
from ostinato.run.run import Run, run_here
from ostinato.values.address import text_of
from ostinato.wire.props import Navigation, NavigationLink

Position = Literal["sidebar", "top", "hidden"]
Params = Mapping[str, Any] | Iterable[tuple[str, Any]] | None

FEWEST = 2
"""Pages for which there is a menu."""


def navigate(
    run: Run, sections: Mapping[str, Sequence[Page]], position: Position, expanded: bool | int
) -> Page:
    """Say which pages there are, show their menu, and return the one to run.

    Raises:
        StreamlitAPIException: If there is no page of the app, several are to be the first, or two
            have one path.
    """
    if run.has_made_pages:
        # Not seen in the script itself: now it is known, and the run begins again without.
        assert run.script is not None
        run.script.is_router = True
        raise Rerun
    known = _by_path([page for pages in sections.values() for page in pages])
    run.home.pages = known
    page = _asked_for(run, known)
    run.state.enter(page.start)
    run.chosen, run.is_routed = page, True
    links = [
        NavigationLink(
            title=each.title,
            url=str(each.source) if each.is_external else each.url_path,
            icon=each.icon,
            section=section,
            is_external=each.is_external,
            help=each.help,
        )
        for section, pages in sections.items()
        for each in pages
        if each.visibility == "visible"
    ]
    menu = None
    if position != "hidden" and len(links) >= FEWEST:
        menu = Navigation(links=links, position=position, expanded=expanded)
    facts = {"navigation": menu, "own_title": page.title, "own_icon": page.icon or None}
    run.canvas.set_page(facts)
    return page


def find_page(run: Run, who: str, page: object) -> Page:
    """Return the page of the app that is meant: a `Page` of its own, or the path of its file.

    Raises:
        StreamlitPageNotFoundError: If there is none.
    """
    found: Page | None = None
    if isinstance(page, Page):
        found = next((each for each in run.home.pages.values() if each.name == page.name), None)
    elif isinstance(page, str | Path):
        path = (folder() / page).resolve()
        found = next((each for each in run.home.pages.values() if each.source == path), None)
        if found is None and not run.home.pages and run.script and path == run.script.path:
            return Page(path, default=True)
    if found is None:
        shown = page.title if isinstance(page, Page) else str(page)
        raise StreamlitPageNotFoundError(
            f"{who}: it must be a page that st.navigation has, or a file in the folder pages,"
            f" got page={shown!r}: pass an st.Page, or the file's path as seen from the script"
        )
    return found


def target_of(who: str, page: str | Path | Page) -> tuple[str, str, str]:
    """Return the path or the address that a link leads to, and its title and icon.

    Raises:
        StreamlitPageNotFoundError: If there is no such page.
    """
    if isinstance(page, str) and page.startswith(WEB):
        return page, "", ""
    run = run_here()
    if isinstance(page, Page) and (run is None or page.is_external):
        return str(page.source) if page.is_external else "", page.title, page.icon
    if run is None:
        return "", str(page), ""
    found = find_page(run, who, page)
    return str(found.source) if found.is_external else found.url_path, found.title, found.icon


def switch(run: Run, path: str, params: Mapping[str, list[str]]) -> NoReturn:
    """Send the person to another page: this run ends, and one of that page begins."""
    before = run.state.query.place.path
    run.state.query.switch(path, params)
    if before != path:
        run.state.enter("")
    run.canvas.set_address(run.state.query.wire)
    run.own.has_switched = True
    raise Rerun


def leave_unknown(run: Run) -> bool:
    """Leave a path that leads nowhere, as there are no pages; return whether there was one."""
    path = run.state.query.place.path
    if run.is_routed or not path:
        return False
    run.no_page = path
    run.state.query.correct("")
    run.state.enter("")
    run.home.pages = {}
    return True


def params_of(who: str, params: Params) -> dict[str, list[str]]:
    """Return the parameters that a link or a switch is to have in the address.

    Raises:
        StreamlitQueryParamDictValueError: If a value is a dict.
        StreamlitAPIException: If they are no names and values.
    """
    pairs: Iterable[Any] = () if params is None else getattr(params, "items", lambda: params)()
    found: dict[str, list[str]] = {}
    try:
        for name, value in pairs:
            if isinstance(value, Mapping):
                raise StreamlitQueryParamDictValueError(
                    f"{who}: a parameter must be text, or a list of texts, got {name}={value!r}"
                )
            is_series = isinstance(value, Iterable) and not isinstance(value, str | bytes)
            found.setdefault(str(name), []).extend(map(str, value if is_series else [value]))
    except (TypeError, ValueError):
        raise StreamlitAPIException(
            f"{who}: query_params must be a dict, or pairs of names and values,"
            f" got query_params={params!r}"
        ) from None
    return found


def query_of(who: str, params: Params) -> str:
    """Return the text of an address after its "?"; see `params_of`."""
    return text_of(params_of(who, params))


def _asked_for(run: Run, known: Mapping[str, Page]) -> Page:
    """Return the page that the address leads to; the first one if it leads nowhere."""
    query = run.state.query
    path, first = query.place.path, known[""]
    page = known.get(path)
    if page is not None and not page.is_external:
        return page
    if len(known) == 1 and (query.is_fresh or query.page == first.start):
        # Where somebody has to log in first, the address waits for the page that it leads to.
        return first
    if path != first.name and query.is_fresh:
        run.own.no_page = path
    query.correct("")
    run.canvas.set_address(query.wire)
    return first


def _by_path(pages: Sequence[Page]) -> dict[str, Page]:
    """Map each page to its path, the first one to none."""
    own = [page for page in pages if not page.is_external]
    if not own:
        raise StreamlitAPIException(
            "navigation: there must be a page of this app, got only links that lead elsewhere:"
            " add a file or a function"
        )
    firsts = [page for page in own if page.is_meant_first]
    if len(firsts) > 1:
        raise StreamlitAPIException(
            "navigation: only one page can be the first, got default=True for"
            f" {firsts[0].title!r} and {firsts[1].title!r}"
        )
    first = firsts[0] if firsts else own[0]
    names: dict[str, Page] = {}
    for page in pages:
        if page.name in names:
            raise StreamlitAPIException(
                f"navigation: each page must have a path of its own, got {page.name!r} for"
                f" {names[page.name].title!r} and {page.title!r}: pass url_path= to one of them"
            )
        names[page.name] = page
    return {"" if page is first else page.name: page for page in pages}
