"""`st.Page`: one page of an app, made of a file or a function, or a link that leads elsewhere."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from ostinato.arguments.icon import check_icon, split_icon
from ostinato.arguments.text import check_choice
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
)
from ostinato.run.bare import warn_bare
from ostinato.run.namespace import Namespace
from ostinato.run.run import Run, home_here, run_here

Source = str | Path | Callable[[], object]

WEB = ("http://", "https://")
VISIBILITIES = ("visible", "hidden")

_NUMBERED = re.compile(r"(\d*)[_ -]*(.*)", re.DOTALL)


class Page:
    """One page of an app, to be given to `st.navigation`.

    Args:
        page: A Python file, seen from the script's folder, a function without arguments, or an
            address that begins with https:// or http://, which opens in a new tab.
        title: What the menu and the tab of the browser call it, in Markdown; from the name of the
            file or the function without it.
        icon: An emoji, or a symbol like ":material/home:", for the menu and the tab.
        url_path: Its path in the app's address; from the name of the file or the function without
            it. The first page has none.
        default: Whether it is the first page, which is shown to whoever comes; without any, the
            first in the list is.
        visibility: "visible", or "hidden" for a page that is not in the menu.
        help: What the menu shows when its link is pointed at.

    Raises:
        StreamlitPageNotFoundError: If there is no such file.
        StreamlitMissingRequiredParameterError: If there is no title, nor a name to take it from, or
            the path is empty.
        StreamlitIncompatibleParametersError: If what leads elsewhere is to be the first page.
        StreamlitInvalidParameterTypeError: If it is nothing that can be a page.
        StreamlitAPIException: If the path has several parts, or the icon cannot be used.
        StreamlitValueError: If there is no such visibility.

    Example:
        >>> home = st.Page("home.py", title="Home", icon=":material/home:", default=True)
        >>> st.navigation([home, st.Page(settings, url_path="preferences")]).run()
    """

    def __init__(
        self,
        page: Source,
        *,
        title: str | None = None,
        icon: str | None = None,
        url_path: str | None = None,
        default: bool = False,
        visibility: Literal["visible", "hidden"] = "visible",
        help: str | None = None,
    ) -> None:
        check_choice("Page", "visibility", visibility, VISIBILITIES)
        self.is_external = isinstance(page, str) and page.startswith(WEB)
        self.source = page if self.is_external else _source(page)
        if self.is_external and default:
            raise StreamlitIncompatibleParametersError(
                f"Page: what leads elsewhere cannot be the first page, got page={page!r} with"
                " default=True: choose another one"
            )
        found_icon, name = self._inferred()
        self._title = _title(page, title, name.replace("_", " "))
        self._icon = check_icon("Page", icon) if icon is not None else found_icon
        self.name = _path(page, url_path, default, name or self._title.replace(" ", "_").lower())
        """Its own path, which it also has as the first page, for who asks which page it is."""
        self.is_meant_first = bool(default)
        self._visibility = visibility
        self.help = help

    @property
    def title(self) -> str:
        """What the menu and the tab of the browser call it."""
        return self._title

    @property
    def external_url(self) -> str | None:
        """Where it leads; None for a page of the app."""
        return str(self.source) if self.is_external else None

    @property
    def icon(self) -> str:
        """Its icon; "" if it has none."""
        return self._icon or ""

    @property
    def is_default(self) -> bool:
        """Whether it is the first page: as it was made, or as this session has said last.

        The page itself does not know: one of a module is of all sessions.
        """
        run = run_here()
        home = home_here() if run is None else run.home
        return self.is_meant_first or (home is not None and home.pages.get("") is self)

    @property
    def url_path(self) -> str:
        """Its path in the app's address; "" for the first page."""
        return "" if self.is_default else self.name

    @property
    def visibility(self) -> str:
        """Whether it is in the menu: "visible" or "hidden"."""
        return self._visibility

    @property
    def start(self) -> str:
        """The text with which the ids of its widgets begin (W09)."""
        return f"{self.name.replace('#', '%23')}/"

    def run(self) -> None:
        """Run the page: only the one that `st.navigation` has returned, and once.

        Raises:
            StreamlitAPIException: If it is another, or has run already.
        """
        run = run_here()
        if run is None:
            warn_bare()
            return
        if run.chosen is not self:
            raise StreamlitAPIException(
                "Page: only the page that st.navigation has returned can run, and once,"
                f" got {self._title!r}: call run() of what it returns"
            )
        run.chosen = None
        with drawing_page(run, self):
            if callable(self.source):
                self.source()
            else:
                _run_file(run, Path(self.source))

    def _inferred(self) -> tuple[str | None, str]:
        """Return the icon and the name that the source has by itself."""
        if self.is_external:
            return None, ""
        if callable(self.source):
            return None, str(getattr(self.source, "__name__", ""))
        return facts_of(Path(self.source))


def facts_of(path: Path) -> tuple[str | None, str]:
    """Return the icon and the name that the file of a page gives it.

    Example:
        >>> facts_of(Path("pages/2_🎈_big_party.py"))
        ('🎈', 'big_party')
    """
    found = _NUMBERED.fullmatch(path.stem)
    assert found is not None
    icon, name = split_icon(found[2])
    name = re.sub(r"[_ ]+", "_", name.strip("_ -"))
    return icon, name or found[1] or path.stem


def order_of(path: Path) -> tuple[float, str]:
    """Return by what the files of a folder of pages are sorted: numbers first, then names."""
    found = _NUMBERED.fullmatch(path.stem)
    assert found is not None
    return float(found[1] or "inf"), found[2].lower()


@contextmanager
def drawing_page(run: Run, page: Page) -> Iterator[None]:
    """Have what is drawn be of a page; what is on the page before it becomes nothing of it."""
    tree, outer = run.canvas.tree, run.page
    is_other = tree.page != page.start
    run.page = tree.page = page.start
    if is_other:
        run.canvas.match(False)
    try:
        yield
    finally:
        run.page = outer
        run.canvas.match(True)


def _run_file(run: Run, path: Path) -> None:
    """Run the file of a page, with names of its own."""
    from ostinato.run.script import execute  # noqa: PLC0415  (it loads what runs scripts)

    assert run.script is not None
    file, outer = run.script.page(path), run.names
    code = file.code()
    run.canvas.expect(file.likely)
    if run.encoder is not None:
        run.encoder.begin(code)
    names = run.names = Namespace(file.namespace())
    # What the script around it defines can be found, too, after what the page defines itself.
    names.earlier = outer.now
    run.home.begin(names)
    try:
        execute(code, names.now)
    finally:
        run.names, outer.earlier = outer, names.now
        run.home.begin(outer)


def _source(page: object) -> Path | Callable[[], object]:
    """Return the file or the function of a page."""
    if isinstance(page, str | Path):
        path = (folder() / page).resolve()
        if not path.is_file():
            raise StreamlitPageNotFoundError(
                f"Page: the file must be there, got page={str(page)!r}: give its path as seen from"
                " the folder of the app's script"
            )
        return path
    if not callable(page) or isinstance(page, type):
        raise StreamlitInvalidParameterTypeError(
            f"Page: it must be a file, a function or an address, got page={page!r}"
        )
    return page


def folder() -> Path:
    """Return the folder that paths of pages are seen from: that of the app's script."""
    run = run_here()
    return Path.cwd() if run is None or run.script is None else run.script.path.parent


def _title(page: object, title: str | None, inferred: str) -> str:
    found = inferred if title is None else str(title)
    if title is None and inferred and isinstance(page, str | Path):
        return found.strip() or inferred
    if not found.strip("_ "):
        raise StreamlitMissingRequiredParameterError(
            f"Page: it must have a title, got title={title!r} for page={page!r}: pass title="
        )
    return found.strip()


def _path(page: object, path: str | None, is_default: bool, inferred: str) -> str:
    if path is None or (is_default and not path.strip("/ ")):
        return inferred
    found = path.strip().strip("/")
    if not found:
        raise StreamlitMissingRequiredParameterError(
            f"Page: only the first page can have an empty path, got url_path={path!r} for"
            f" page={page!r}: choose a word"
        )
    if "/" in found:
        raise StreamlitAPIException(
            f"Page: url_path must be one part of an address, got url_path={path!r}: leave out the"
            ' "/" in it'
        )
    return found
