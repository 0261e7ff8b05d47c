"""A server for each test, with the script the test gives."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.stores.store import Store
from session.moody import Moody
from tab import Server, Tab


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Yield a function that serves a script."""
    with ExitStack() as stack:

        def start(source: str, config: Config | None = None, store: Store | None = None) -> Server:
            return stack.enter_context(Server(tmp_path, source, config, store))

        yield start


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Moody:
    """Return a store that can be away, and is soon asked again."""
    monkeypatch.setattr("ostinato.session.saver.FIRST_WAIT", 0.001)
    monkeypatch.setattr("ostinato.session.saver.LONGEST_WAIT", 0.001)
    return Moody()


@pytest.fixture
def open_tab(serve: Callable[..., Server]) -> Callable[..., Tab]:
    """Return a function that opens a tab on a script."""

    def open_one(source: str, *, query: str = "", path: str = "", **options: Any) -> Tab:
        return Tab(serve(source, **options), query=query, path=path)

    return open_one
