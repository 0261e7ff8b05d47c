"""What a session leaves behind in a process that it has moved away from: nothing (S16, N08)."""

import gc
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ostinato.config import Config
from ostinato.stores.memory import MemoryStore
from tab import Server, Tab

SCRIPT = """
if st.button("Draw"):
    for number in range(100):
        st.text(f"line {number}")
"""

Serve = Callable[[], Server]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Yield a function that starts a process over the one store."""
    store = MemoryStore(time.monotonic)
    with ExitStack() as stack:
        yield lambda: stack.enter_context(Server(tmp_path, SCRIPT, Config(), store))


@pytest.fixture(autouse=True)
def no_gc() -> Iterator[None]:
    """Have Python free nothing by itself that leads back to itself."""
    gc.disable()
    yield
    gc.enable()


def go_elsewhere(tab: Tab, serve: Serve) -> None:
    """Have the store give the session to another process, which the first notices as it saves."""
    first, session = tab.server, tab.session
    other = serve()
    other.loop.run_until_complete(other.registry.open(tab.hello(), tab.browser))
    tab.click("Draw")
    first.until(lambda: not len(first.registry))
    first.until(lambda: session.is_settled)


def start_over(tab: Tab, _: Serve) -> None:
    tab.disconnect()
    tab.seen = 0
    tab.connect("reset")
    tab.settle()
    tab.disconnect()
    tab.server.loop.run_until_complete(tab.server.registry.close())


@pytest.mark.parametrize("leave", [go_elsewhere, start_over])
def test_n08_a_session_that_leaves_gives_back_what_it_kept_for_its_browser(
    serve: Serve, leave: Callable[[Tab, Serve], None]
) -> None:
    server = serve()
    tab = Tab(server)
    tab.click("Draw")
    tab.settle()
    assert server.services.allowance.used > 1000
    leave(tab, serve)
    server.until(lambda: server.services.allowance.used == 0)


def test_s16_a_session_that_has_moved_is_free_by_the_next_look(serve: Serve) -> None:
    server = serve()
    tab = Tab(server)
    tab.click("Draw")
    tab.settle()
    go_elsewhere(tab, serve)
    session, reader = weakref.ref(tab.session), tab.reader
    assert reader is not None
    server.until(reader.done)
    server.until(lambda: not server.pool.busy)
    server.until(lambda: server.services.allowance.used == 0)
    del tab, reader
    server.loop.run_until_complete(server.registry.expire())
    assert session() is None
