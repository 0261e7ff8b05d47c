"""AppTest: an app under test, run by a real session in this process."""

import inspect
import shutil
import tempfile
import textwrap
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ostinato.config.secrets import SecretFiles
from ostinato.errors import ScriptNotFound, StreamlitAPIException
from ostinato.run.page import Page, facts_of
from ostinato.run.script import Script
from ostinato.run.visitor import NOBODY, Visitor
from ostinato.state.query import PAGE_ID
from ostinato.state.session_state import SessionState
from ostinato.state.widget import MISSING, Widget
from ostinato.testing.block import Block, Lists, node_of
from ostinato.testing.browser import Browser
from ostinato.testing.element import Element
from ostinato.testing.files import Files
from ostinato.testing.replica import TreeReplica
from ostinato.testing.state import State
from ostinato.values.address import text_of


class AppTest(Lists):
    """An app under test.

    Make one with `from_file`, `from_string` or `from_function`; `run` it; look at what it drew,
    use its inputs, and run it again.

    Args:
        script: The script.
        default_timeout: How many seconds a run may take.

    Differs:
        switch_page: It takes an `st.Page`, too, and a path that the app has given a page.
        run: What is entered in a form waits for a click on its submit button.

    Example:
        >>> app = AppTest.from_string("import ostinato as st; st.checkbox('On')").run()
        >>> app.checkbox[0].check().run()
        >>> assert app.checkbox[0].value
    """

    def __init__(self, script: Script, *, default_timeout: float = 3) -> None:
        self.default_timeout = default_timeout
        self.query_params: dict[str, Any] = {}
        """The parameters of the page's address, by name: text, or a list of texts.

        What is changed between runs, or before the first, is what a person goes to.
        """
        self.secrets: dict[str, Any] = {}
        """The secrets, by name, in place of those in files; it may be changed between runs."""
        self.user: dict[str, Any] = {}
        """What `st.user` has of a person who is logged in; nobody is while it is empty.

        It may be changed between runs. `is_logged_in` comes by itself.
        """
        self._state = SessionState()
        self._browser = Browser(script, self._state)
        self._entered: dict[str, Any] = {}
        self._clicked: dict[str, Any] = {}
        self._pressed: dict[str, Any] = {}
        self._has_run = False
        self._script = script
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
        path = Path(script_path)
        if not path.is_absolute():
            caller = inspect.currentframe().f_back  # type: ignore[union-attr]
            beside = Path(caller.f_code.co_filename).parent / path  # type: ignore[union-attr]
            path = beside if beside.exists() else path.absolute()
        if not path.is_file():
            raise ScriptNotFound(f"AppTest: the file is not there, got {str(path)!r}")
        return cls(Script(path.resolve()), default_timeout=default_timeout)

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = 3) -> "AppTest":
        """Test the app whose source is this text.

        Args:
            script: The source.
            default_timeout: How many seconds a run may take.
        """
        return cls._from_source(textwrap.dedent(script), {}, default_timeout)

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
        # The function's annotations may name what only its own module knows.
        source = "from __future__ import annotations\n"
        source += textwrap.dedent(inspect.getsource(script))
        names = {"_args": args or (), "_kwargs": kwargs or {}}
        call = f"\n{script.__name__}(*_args, **_kwargs)\n"
        return cls._from_source(source + call, names, default_timeout)

    @classmethod
    def _from_source(cls, source: str, names: dict[str, Any], default_timeout: float) -> "AppTest":
        folder = tempfile.mkdtemp(prefix="apptest-")
        path = Path(folder) / "script.py"
        path.write_text(source, encoding="utf-8")
        app = cls(SeededScript(path, names), default_timeout=default_timeout)
        weakref.finalize(app, shutil.rmtree, folder, ignore_errors=True)
        return app

    def run(self, *, timeout: float | None = None) -> "AppTest":
        """Run the app, with all that was done to its inputs since the last run.

        Args:
            timeout: How many seconds it may take; else `default_timeout`.

        Returns:
            This object: its lists show what the run drew.

        Raises:
            RunTimeout: If it takes longer.
        """
        self._give_secrets()
        self._browser.visitor = self._visitor()
        if not self._has_run and self._switched_to is not None:
            self._browser.path, self._switched_to = self._switched_to, None
        events = self._events()
        held = self._held()
        shown = {id: self.page.values[id] for id in held}
        self._browser.run(
            events if self._has_run else [], self.default_timeout if timeout is None else timeout
        )
        self._has_run = True
        self.query_params = {
            name: texts[0] if len(texts) == 1 else texts
            for name, texts in self._state.query.params.items()
        }
        # What the script has set takes the place of what is held back, as in the browser.
        values = self.page.values
        self._entered = {id: wire for id, wire in held.items() if values.get(id, self) == shown[id]}
        self._clicked, self._pressed = {}, self._clicked
        return self

    def _give_secrets(self) -> None:
        surroundings = self._browser.surroundings
        if self.secrets or not surroundings.secrets.paths:
            surroundings.secrets.close()
            surroundings.secrets = SecretFiles(given=self.secrets)

    def _visitor(self) -> Visitor:
        who = str(self.user.get("sub", "")) or "somebody"
        return Visitor("test", login=who, claims=self.user) if self.user else NOBODY

    def _events(self) -> list[tuple[dict[str, Any], str | None]]:
        """Return what the page would send: what was entered, and then each click.

        What was entered in a form goes with the click that submits it.
        """
        form_of = self.page.form_of
        entered = {id: wire for id, wire in self._entered.items() if not form_of(id)}
        events: list[tuple[dict[str, Any], str | None]] = []
        if self._switched_to is not None:
            return [*([(entered, None)] if entered else []), self._switch()]
        values = {**self._gone_to(), **entered}
        for clicked, payload in self._clicked.items():
            form = form_of(clicked)
            sent = {id: wire for id, wire in self._entered.items() if form and form_of(id) == form}
            events.append((sent if payload is None else {**sent, clicked: payload}, clicked))
        return [(values, None), *events] if values or not events else events

    def _switch(self) -> tuple[dict[str, Any], str | None]:
        """Return what the page sends when a person goes to another one."""
        path, self._switched_to = self._switched_to, None
        given = {name: _texts_of(value) for name, value in self.query_params.items()}
        return {PAGE_ID: [text_of(given), self._state.query.place.entry, path]}, PAGE_ID

    def _held(self) -> dict[str, Any]:
        """Return what was entered in forms that are not submitted with the next run."""
        form_of = self.page.form_of
        submitted = {"", *(form_of(id) for id in self._clicked)}
        return {id: wire for id, wire in self._entered.items() if form_of(id) not in submitted}

    def _gone_to(self) -> dict[str, Any]:
        """Return the address that a person goes to with the next run, as the value of the page."""
        given = {str(name): _texts_of(value) for name, value in self.query_params.items()}
        query = self._state.query
        if given == query.params:
            return {}
        self._browser.query = text_of(given)
        return {PAGE_ID: [self._browser.query, *query.wire[1:]]}

    def switch_page(self, page_path: str | Path | Page) -> "AppTest":
        """Go to another page of the app with the next run, as by its link.

        Args:
            page_path: The path of its file, seen from the app's script, or its path in the address;
                or the `st.Page`.

        Returns:
            This object.

        Raises:
            ScriptNotFound: If there is no such file, nor such a page.
        """
        self._switched_to = self._path_of(page_path)
        self.query_params = {}
        return self

    def _path_of(self, page: str | Path | Page) -> str:
        """Return the path that a page has in the address."""
        pages = self._browser.pages
        if isinstance(page, Page):
            paths = (path for path, each in pages.items() if each.name == page.name)
            return next(paths, page.url_path)
        file = (self._script.path.parent / page).resolve()
        found = next((path for path, each in pages.items() if each.source == file), None)
        if found is not None:
            return found
        if file.is_file():
            return "" if file == self._script.path.resolve() else facts_of(file)[1]
        if str(page) in pages:
            return str(page)
        known = ", ".join(sorted(repr(path) for path in pages if path)) or "none by now"
        raise ScriptNotFound(
            f"AppTest: there is no such page, got page_path={str(page)!r}: pass an st.Page, a file"
            f" as seen from the script, or a path of the address ({known})"
        )

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
            StreamlitAPIException: If it cannot be made.
        """
        return self.files[self._browser.make(id) or address]

    @property
    def page(self) -> TreeReplica:
        """The page as the browser has it."""
        return self._browser.page

    def nodes(self) -> Iterator[Element | Block]:
        """Yield all that is on the page, part by part, then what the last run let happen once."""
        for part in (self.main, self.sidebar, self.bottom):
            yield from part.nodes()
        for id, props in self._browser.effects.items():
            yield node_of(self, id, props)

    def __repr__(self) -> str:
        """Show what is on the page."""
        return f"AppTest(main={self.main!r}, sidebar={self.sidebar!r}, bottom={self.bottom!r})"

    # What elements tell the test they belong to.

    def find_memory(self, id: str) -> Widget | None:
        """Return what the session knows of an element, if it is an input."""
        return self._state.entries.widgets.get(id)

    def memory_of(self, id: str) -> Widget:
        """Return what the session knows of an input.

        Raises:
            StreamlitAPIException: If it is not on the page any more.
        """
        widget = self.find_memory(id)
        if widget is None:
            raise StreamlitAPIException(
                f"AppTest: the input is not on the page any more, got id={id!r}: look it up again"
            )
        return widget

    def value_of(self, id: str) -> Any:
        """Return the value of an input: the one entered since the last run, else the session's.

        If the script has deleted it, it is the one that is still on the page.
        """
        memory = self.memory_of(id)
        if id in self._entered and memory.codec is not None:
            return memory.codec.decode(self._entered[id])
        if memory.value is not MISSING or memory.codec is None:
            return memory.value
        return memory.codec.decode(self.page.values[id])

    def enter(self, id: str, wire: object) -> None:
        """Note a value to send with the next run."""
        self._entered[id] = wire

    def click(self, id: str, is_clicked: bool, wire: object = None) -> None:
        """Note a click to send with the next run, and what it carries, or take it back."""
        self._clicked.pop(id, None)
        self._pressed.pop(id, None)
        if is_clicked:
            self._clicked[id] = wire

    def payload_of(self, id: str) -> Any:
        """Return what a click carries that was made since the last run, or has started that run."""
        return self._clicked.get(id) or self._pressed.get(id)

    def is_clicked(self, id: str) -> bool:
        """Return whether a button was clicked since the last run, or has started that run."""
        return id in self._clicked or id in self._pressed


def _texts_of(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


class SeededScript(Script):
    """A script that starts with some names defined."""

    def __init__(self, path: Path, names: Mapping[str, Any]) -> None:
        super().__init__(path)
        self._names = names

    def namespace(self) -> dict[str, Any]:
        """Return the names with which `__main__` starts."""
        return {**super().namespace(), **self._names}
