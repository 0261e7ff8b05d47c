"""AppTest: an app under test, run by a real session in this process."""

import inspect
import textwrap
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ostinato.config.secrets import SecretFiles
from ostinato.run.page import Page
from ostinato.run.script import Script
from ostinato.state.query import PAGE_ID
from ostinato.state.session_state import SessionState
from ostinato.testing.block import Block, node_of
from ostinato.testing.browser import Browser
from ostinato.testing.element import Element
from ostinato.testing.files import Files
from ostinato.testing.lists import Lists
from ostinato.testing.outline import outline_of
from ostinato.testing.page_inputs import Event, PageInputs
from ostinato.testing.paths import file_of, path_of
from ostinato.testing.replica import TreeReplica
from ostinato.testing.seeded import SeededScript, call_of
from ostinato.testing.state import State
from ostinato.testing.visiting import logged_out, visit_of, visitor_of
from ostinato.values.address import text_of

EMBED = "embed"
"""The parameter of the address by which a page knows that it is shown in another one."""


class AppTest(Lists):
    """An app under test.

    Make one with `from_file`, `from_string` or `from_function`; `run` it; look at what it drew,
    use its inputs, and run it again.

    Args:
        script_path: The script.
        default_timeout: How many seconds a run may take.
        args: What the script finds as `_args`: the arguments of the function that is one.
        kwargs: What it finds as `_kwargs`.

    Differs:
        AppTest: Nobody is logged in at first, as in an app that is served.
        run: What is entered in a form waits for its submit button, over several runs too. What is
            used in a fragment runs the fragment alone. A syntax error is an exception on the page.
        switch_page: It takes an `st.Page`, too, and a path that the app has given a page.
        exception: What a person could not do, as to choose an option that there is not, raises
            `AppTestError` in the test, and is not sent to the app.
        button: Lists find by label, too, what has no such key: `app.button("Save")`.
        get: The `type` of an element is the name of its function. Its arguments are attributes,
            and there is no `proto`.
        main: Charts, maps and media have classes and lists of their own.
        slider: Bounds and steps of dates and times are such, as are bounds of `datetime_input`.
        metric: Its `color` is a word.
        text_input: Its `max_chars` is None where there is no limit.
        download_button: A click on one that reruns nothing is not True for the script.
        time_input: It cannot be emptied if it began with a time; nor can `radio`.

    Example:
        >>> app = AppTest.from_string("import ostinato as st; st.checkbox('On')").run()
        >>> app.checkbox[0].check().run()
        >>> assert app.checkbox[0].value
    """

    def __init__(
        self,
        script_path: str | Path | Script,
        *,
        default_timeout: float = 3,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> None:
        if isinstance(script_path, str | Path):
            script_path = Script(Path(script_path).resolve())
        self.default_timeout, self.args, self.kwargs = default_timeout, args, kwargs
        self.query_params: dict[str, Any] = {}
        """The parameters of the address: what is changed between runs is what a person goes to."""
        self.secrets: dict[str, Any] = {}
        """The secrets, by name, in place of those in files; it may be changed between runs."""
        self.user: dict[str, Any] = {}
        """What `st.user` has of a person who is logged in; nobody is while it is empty, or if
        `is_logged_in` is False. `tokens` are those of `st.user.tokens`. A logout replaces it.
        """
        self.context: dict[str, Any] = {}
        """What `st.context` has of the browser: `locale`, `timezone`, `timezone_offset`, `url`,
        `theme` ("light" or "dark") and `is_embedded`. It may be changed between runs.
        """
        self._state = SessionState()
        self._browser = Browser(script_path, self._state)
        self.inputs = PageInputs(self._browser, self._state)
        self._has_run = False
        self._script = script_path
        self._switched_to: str | None = None
        weakref.finalize(self, self._browser.close)

    @classmethod
    def from_file(cls, script_path: str | Path, *, default_timeout: float = 3) -> "AppTest":
        """Test the app of a file.

        Args:
            script_path: Where it is; if relative, seen from the file that calls this.
            default_timeout: How many seconds a run may take.

        Raises:
            ScriptNotFound: If there is no such file.
        """
        caller = inspect.currentframe().f_back  # type: ignore[union-attr]
        path = file_of(script_path, caller.f_code.co_filename)  # type: ignore[union-attr]
        return cls(path, default_timeout=default_timeout)

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = 3) -> "AppTest":
        """Test the app whose source is this text.

        Args:
            script: The source.
            default_timeout: How many seconds a run may take.
        """
        return cls(SeededScript(textwrap.dedent(script)), default_timeout=default_timeout)

    @classmethod
    def from_function(
        cls,
        script: Callable[..., object],
        *,
        default_timeout: float = 3,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> "AppTest":
        """Test a function as if its body were the script: it must import what it needs itself.

        Args:
            script: The function.
            default_timeout: How many seconds a run may take.
            args: Passed to the function.
            kwargs: Passed to the function.
        """
        return cls(
            SeededScript(call_of(script)),
            default_timeout=default_timeout,
            args=args,
            kwargs=kwargs,
        )

    def run(self, *, timeout: float | None = None) -> "AppTest":
        """Run the app, with all that was done to its inputs since the last run.

        Args:
            timeout: How many seconds it may take; else `default_timeout`.

        Returns:
            This object: its lists show what the run drew.

        Raises:
            RunTimeout: If it takes longer.
            AppTestError: If `context` says what a browser cannot.
        """
        self._give_surroundings()
        if not self._has_run:
            self._browser.query = text_of(self._address)
            self._browser.path, self._switched_to = self._switched_to or "", None
        events = self._events()
        self._browser.run(
            events if self._has_run else [], self.default_timeout if timeout is None else timeout
        )
        self._has_run = True
        self.query_params = {
            name: texts[0] if len(texts) == 1 else texts
            for name, texts in self._state.query.params.items()
            if name != EMBED or self.context.get("is_embedded") is None
        }
        if self._browser.has_logged_out:
            self.user = logged_out(self.user)
        self.inputs.settle()
        return self

    def _give_surroundings(self) -> None:
        """Let the script find what the test says of its secrets, its visitor and its arguments."""
        surroundings = self._browser.surroundings
        if self.secrets or not surroundings.secrets.paths:
            surroundings.secrets.close()
            surroundings.secrets = SecretFiles(given=self.secrets)
        self._browser.visit = visit_of(self.context)
        self._browser.visitor = visitor_of(self.user)
        if isinstance(self._script, SeededScript):
            self._script.pass_on(self.args, self.kwargs)

    def _events(self) -> list[Event]:
        """Return what the page sends; a person goes to another page once all else is done."""
        if self._switched_to is None:
            return self.inputs.take(self._gone_to()) or [({}, None)]
        path, self._switched_to = self._switched_to, None
        place = [text_of(self._address), self._state.query.place.entry, path]
        return [*self.inputs.take({}), ({PAGE_ID: place}, PAGE_ID)]

    def _gone_to(self) -> dict[str, Any]:
        """Return the address that a person goes to with the next run, as the value of the page."""
        query, address = self._state.query, self._address
        return {} if address == query.params else {PAGE_ID: [text_of(address), *query.wire[1:]]}

    @property
    def _address(self) -> dict[str, list[str]]:
        """The parameters of the address, as the test says them, each with its texts."""
        said = {str(name): _texts_of(value) for name, value in self.query_params.items()}
        is_embedded = self.context.get("is_embedded")
        return said if is_embedded is None else {**said, EMBED: [str(is_embedded).lower()]}

    def switch_page(self, page_path: str | Path | Page) -> "AppTest":
        """Go to another page of the app with the next run, as by its link.

        Args:
            page_path: The path of its file, seen from the app's script, or its path in the address;
                or the `st.Page`.

        Returns:
            This object.

        Raises:
            AppTestError: If there is no such file, nor such a page.
        """
        self._switched_to = path_of(page_path, self._script.path, self._browser.pages)
        self.query_params = {}
        return self

    @property
    def main(self) -> Block:
        """The main part of the page."""
        return Block(self, "main", "main", {})

    @property
    def sidebar(self) -> Block:
        """The sidebar."""
        return Block(self, "sidebar", "sidebar", {})

    @property
    def bottom(self) -> Block:
        """What stays at the bottom of the page."""
        return Block(self, "bottom", "bottom", {})

    @property
    def session_state(self) -> State:
        """What the session remembers; it may be changed between runs, and before the first."""
        return State(self._state)

    @property
    def files(self) -> Files:
        """The content of files by their address, as it stands in the props of elements."""
        return Files(self._browser.files)

    def upload(self, content: bytes) -> list[str]:
        """Upload a file as a browser does, and return the receipts for its parts."""
        uploads = self._browser.surroundings.uploads
        assert uploads is not None
        return uploads.put(self._browser.visitor.browser, content)

    def saved_by(self, id: str, address: str) -> bytes:
        """Return the file that a download button saves, which has this address if it is kept.

        Raises:
            AppTestError: If it cannot be made.
        """
        return self.files[self._browser.make(id) or address]

    @property
    def page(self) -> TreeReplica:
        """The page as the browser has it."""
        return self._browser.page

    def nodes(self) -> Iterator[Element | Block]:
        """Yield all that is on the page, part by part, then what the last run let happen once."""
        for part in self.parts:
            yield from part.nodes()
        yield from self._happened()

    def _happened(self) -> Iterator[Element | Block]:
        for id, props in self._browser.effects.items():
            yield node_of(self, id, props)

    @property
    def parts(self) -> tuple[Block, Block, Block]:
        """The parts of the page: the main one, the sidebar, and the bottom."""
        return self.main, self.sidebar, self.bottom

    def __iter__(self) -> Iterator[Element | Block]:
        """Yield each part of the page and all that is in it, then what happened once."""
        for part in self.parts:
            yield from part
        yield from self._happened()

    def __getitem__(self, place: int) -> Block:
        """Return a part of the page: the main one, the sidebar, or the bottom."""
        return self.parts[place]

    @property
    def name(self) -> str:
        """The name of the script's file."""
        return self._script.path.name

    def __str__(self) -> str:
        """Return the page as text, one line for each element."""
        page = outline_of(*self.parts, *self._happened()) or "(nothing is on the page)"
        return f"{page}\n(what was done since waits for run())" if self.inputs else page

    def __repr__(self) -> str:
        """Show what is on the page."""
        return f"AppTest(main={self.main!r}, sidebar={self.sidebar!r}, bottom={self.bottom!r})"


def _texts_of(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
