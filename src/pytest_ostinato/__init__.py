"""The plugin by which pytest knows Ostinato: a fixture, and reports that show the page.

It imports nothing of `ostinato` until a test asks for it: pytest loads it wherever it is installed.
"""

import importlib.util
import sys
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ostinato.testing import AppTest

SHIM = str(Path(__file__).parent.with_name("ostinato") / "shim")
"""Where `import streamlit` finds Ostinato."""

APPS = pytest.StashKey[list["AppTest"]]()
"""What a test has opened by its fixture."""


class OpenApp:
    """What the fixture `app` is: it opens an app, runs it, and gives its page.

    Args:
        folders: Where files are looked for.
        opened: Where to note what was opened.
    """

    def __init__(self, folders: Sequence[Path], opened: "list[AppTest]") -> None:
        self._folders = folders
        self._opened = opened

    def __call__(
        self,
        script: str | Path | Callable[..., object],
        *,
        timeout: float = 10,
        session_state: Mapping[str, Any] | None = None,
        query_params: Mapping[str, Any] | None = None,
        secrets: Mapping[str, Any] | None = None,
        user: Mapping[str, Any] | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> "AppTest":
        """Open an app.

        Args:
            script: A file, seen from the test's own folder, from where pytest runs or from its
                root; a function that imports what it needs; or text of several lines.
            timeout: How many seconds a run may take.
            session_state: What the session remembers from before.
            query_params: The parameters of the address that it is opened with.
            secrets: The secrets, in place of those in files.
            user: Who is logged in, as the identity provider describes them.
            context: What the browser says: `locale`, `timezone`, `theme` and others.

        Raises:
            ScriptNotFound: If there is no such file.
        """
        from ostinato.testing import AppTest  # noqa: PLC0415  (it loads all of Ostinato)

        if callable(script):
            page = AppTest.from_function(script, default_timeout=timeout)
        elif "\n" in str(script):
            page = AppTest.from_string(str(script), default_timeout=timeout)
        else:
            page = AppTest(self._file(script), default_timeout=timeout)
        page.session_state.update(session_state or {})
        page.query_params.update(query_params or {})
        page.secrets.update(secrets or {})
        page.user.update(user or {})
        page.context.update(context or {})
        self._opened.append(page)
        return page.run()

    def _file(self, script: str | Path) -> Path:
        from ostinato.errors import ScriptNotFound  # noqa: PLC0415  (it loads all of Ostinato)

        files = (folder / script for folder in self._folders)
        found = next((file for file in files if file.is_file()), None)
        if found is None:
            raise ScriptNotFound(
                f"app: the file must be beside the test, where pytest was started or in its root,"
                f" got script={str(script)!r}: it is in none of"
                f" {', '.join(map(str, dict.fromkeys(self._folders)))}"
            )
        return found


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Let tests find `streamlit`, unless the real one is there; a `conftest.py` may need it first.

    A folder of apps that has that name is no package: it has no file of its own.
    """
    spec = importlib.util.find_spec("streamlit")
    if spec is None or spec.origin is None:
        sys.path.append(SHIM)


@pytest.fixture(name="app")
def _app(ostinato_app: OpenApp) -> OpenApp:
    """Open apps of Ostinato, and look at their pages: `page = app("app.py")`."""
    return ostinato_app


@pytest.fixture
def ostinato_app(request: pytest.FixtureRequest) -> Iterator[OpenApp]:
    """Open apps of Ostinato: the fixture `app`, for where another one has that name."""
    opened = request.node.stash.setdefault(APPS, [])
    yield OpenApp((request.path.parent, Path.cwd(), request.config.rootpath), opened)
    opened.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to the report of a test that has failed what its pages show."""
    report = yield
    if call.excinfo is not None and report.failed:
        for page in _pages(item, call.excinfo):
            report.sections.append((f"Page of {page.name}", _shown(page)))
    return report


def _pages(item: pytest.Item, failure: pytest.ExceptionInfo[BaseException]) -> "list[AppTest]":
    """Return the pages that a test has opened: by the fixture, or as a variable that it has."""
    testing = sys.modules.get("ostinato.testing")
    if testing is None:
        return []
    frames = (entry.frame.f_locals for entry in failure.traceback)
    found = [value for names in frames for value in names.values()]
    # What is asked is the type: a stand-in of a test may say anything of its class.
    pages = [each for each in found if issubclass(type(each), testing.AppTest)]
    return list(dict.fromkeys([*item.stash.get(APPS, []), *pages]))


def _shown(page: "AppTest") -> str:
    try:
        return str(page)
    except Exception as error:  # noqa: BLE001  (a report must not hide what has failed)
        return f"it cannot be shown: {error!r}"
