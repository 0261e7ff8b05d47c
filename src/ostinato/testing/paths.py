"""Paths: which app a test means, and which page of it."""

from collections.abc import Mapping
from pathlib import Path

from ostinato.errors import AppTestError, ScriptNotFound
from ostinato.run.page import Page, facts_of


def file_of(script: str | Path, test: str) -> Path:
    """Return where the script of an app is.

    Args:
        script: Its path; if relative, seen from the folder of the test, or else from the current
            one.
        test: The file of the test.

    Raises:
        ScriptNotFound: If there is no such file.
    """
    beside = Path(test).parent / script
    path = beside if beside.exists() else Path(script).absolute()
    if not path.is_file():
        raise ScriptNotFound(f"AppTest: the file is not there, got {str(path)!r}")
    return path


def path_of(page: str | Path | Page, script: Path, pages: Mapping[str, Page]) -> str:
    """Return the path that a page has in the address.

    Args:
        page: The path of its file, seen from the script, or its path in the address; or the page.
        script: The app's script.
        pages: The pages of the app by their paths, as far as they are known.

    Raises:
        AppTestError: If there is no such file, nor such a page.
    """
    if isinstance(page, Page):
        paths = (path for path, each in pages.items() if each.name == page.name)
        return next(paths, page.url_path)
    file = (script.parent / page).resolve()
    found = next((path for path, each in pages.items() if each.source == file), None)
    if found is not None:
        return found
    if file.is_file():
        return "" if file == script.resolve() else facts_of(file)[1]
    if str(page) in pages:
        return str(page)
    known = ", ".join(sorted(repr(path) for path in pages if path)) or "none by now"
    raise AppTestError(
        f"AppTest: there is no such page, got page_path={str(page)!r}: pass an st.Page, a file"
        f" as seen from the script, or a path of the address ({known})"
    )
