"""The files of sessions: kept as long as somebody needs them, and no longer."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ostinato.config import Config
from ostinato.run.canvas import Canvas
from ostinato.run.filing import GRACE
from ostinato.session.custody import HOLD_EVERY, SHOWN
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import Figures
from ostinato.stores.memory import MemoryStore
from ostinato.tree.node import Tree
from session.picture import Picture
from stores.places import Clock
from tab import Server, Tab

HEAD = "from session.picture import picture, upload\n"


class World:
    """Servers that share a store and files, and a clock."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.clock = Clock()
        self.store, self.files = MemoryStore(self.clock), MemoryFiles(self.clock)
        self.servers: list[Server] = []

    def serve(self, source: str, **options: Any) -> Server:
        config = Config()
        for section, values in options.items():
            new = msgspec.structs.replace(getattr(config, section), **values)
            config = msgspec.structs.replace(config, **{section: new})
        server = Server(
            self.folder, HEAD + source, config, self.store, self.files, clock=self.clock
        )
        self.servers.append(server)
        return self.stack.enter_context(server)

    def kill(self, server: Server) -> None:
        """Have a process do nothing any more."""
        self.servers.remove(server)

    def go_on(self, seconds: float) -> None:
        """Let time pass, in which all servers do what they do now and then."""
        begin, end = self.clock.now, self.clock.now + seconds
        while self.clock.now < end:
            # What has been held twice is held for long.
            step = HOLD_EVERY if self.clock.now < begin + 10 * HOLD_EVERY else 10 * HOLD_EVERY
            self.clock.now += min(step, end - self.clock.now)
            for server in self.servers:
                server.loop.run_until_complete(server.registry.hold_files())

    @property
    def contents(self) -> set[bytes]:
        """What is kept."""
        return {content for _, _, content in self.files.contents()}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with ExitStack() as stack:
        yield World(tmp_path, stack)


def test_b02_what_a_page_shows_is_kept_and_what_it_has_shown_goes(world: World):
    server = world.serve('picture(b"always", b"old" if not st.button("Next") else b"new")')
    tab = Tab(server)
    world.go_on(10 * SHOWN)
    assert world.contents == {b"always", b"old"}
    tab.click("Next")
    tab.settle()
    assert world.contents == {b"always", b"old", b"new"}
    world.go_on(2 * SHOWN)
    assert world.contents == {b"always", b"new"}


def test_b02_pictures_that_follow_one_another_are_few(world: World):
    source = """
place = st.empty()
with place:
    for number in range(1000):
        picture(b"%d" % number)
"""
    Tab(world.serve(source))
    assert len(world.contents) == 1000
    world.go_on(4 * HOLD_EVERY)
    assert world.contents == {b"999"}


LIVE = """
place = st.empty()
number = st.session_state.number = st.session_state.get("number", 0) + 1
st.button("Next")
with place:
    picture(b"%9d" % number * 10_000)
"""


def test_b02_what_is_replaced_is_neither_counted_nor_kept(world: World):
    server = world.serve(LIVE, files={"max_session_size": 0.5})
    tab = Tab(server)
    for _ in range(22):
        tab.click("Next")
        tab.settle()
        assert not tab.of_kind("exception")
        world.clock.now += GRACE / 2
        server.loop.run_until_complete(server.registry.release_files())
        assert len(world.contents) <= 4
    assert b"%9d" % 23 * 10_000 in world.contents


def test_b02_what_another_page_shows_too_stays(world: World):
    source = 'picture(b"first" if not st.button("Next") else b"next")'
    server, other = world.serve(source), world.serve(source)
    tabs = [Tab(server), Tab(server), Tab(other)]
    for tab in tabs:
        assert world.contents >= {b"first"}
        tab.click("Next")
        tab.settle()
        world.clock.now += 2 * GRACE
        for each in (server, other):
            each.loop.run_until_complete(each.registry.release_files())
    assert world.contents == {b"first", b"next"}


def test_b02_a_page_that_is_left_needs_nothing(world: World):
    server = world.serve('picture(b"picture")', session={"idle": 0.0})
    tab = Tab(server)
    world.go_on(SHOWN)
    tab.disconnect()
    server.loop.run_until_complete(server.registry.expire())
    assert not len(server.registry)
    world.go_on(2 * SHOWN)
    assert world.contents == set()


def test_b02_a_page_whose_session_rests_still_shows_its_files(world: World):
    server = world.serve('picture(b"picture")', session={"rest": 0.0})
    tab = Tab(server)
    server.loop.run_until_complete(server.registry.expire())
    assert not len(server.registry)
    world.go_on(5 * SHOWN)
    assert world.contents == {b"picture"}
    server.registry.leave(tab.session.id)
    world.go_on(2 * SHOWN)
    assert world.contents == set()


def test_b02_what_a_killed_process_has_shown_is_there_for_a_while(world: World):
    server = world.serve('picture(b"picture")')
    Tab(server)
    world.go_on(2 * HOLD_EVERY)
    world.kill(server)
    other = world.serve("")
    world.go_on(SHOWN / 2)
    assert world.contents == {b"picture"}
    world.go_on(SHOWN)
    assert world.contents == set()
    assert len(other.registry) == 0


CACHED = """
import gates

@st.cache_data
def draw():
    gates.reach("drawn")
    picture(b"cached")

if st.checkbox("Show", value=True):
    draw()
"""


def test_b03_what_a_cached_function_has_drawn_is_kept_with_its_entry(world: World):
    server = world.serve(CACHED)
    tab = Tab(server)
    tab.set("Show", False)
    tab.settle()
    world.go_on(5 * SHOWN)
    tab.set("Show", True)
    tab.settle()
    assert server.gates.reached == ["drawn"]
    world.go_on(5 * SHOWN)
    assert world.contents == {b"cached"}


def test_b03_a_function_is_called_again_if_what_it_has_drawn_is_gone(world: World):
    server = world.serve(CACHED)
    tab = Tab(server)
    world.files.close()
    world.clock.now += SHOWN
    tab.reload()
    tab.settle()
    assert server.gates.reached == ["drawn", "drawn"]
    assert world.contents == {b"cached"}


UPLOADED = """
if st.button("Send"):
    st.session_state.file = upload(b"sent")
if st.button("Give up"):
    del st.session_state.file
"""


def test_b04_what_a_session_stores_is_kept_as_long_as_it(world: World):
    server = world.serve(UPLOADED)
    tab = Tab(server)
    tab.click("Send")
    tab.settle()
    world.kill(server)
    world.serve("")
    # Nobody has held it since.
    world.go_on(7 * 24 * 3600 - 60)
    assert world.contents == {b"sent"}
    world.go_on(10 * 24 * 3600)
    assert world.contents == set()


def test_b04_another_process_goes_on_to_keep_it(world: World):
    server = world.serve(UPLOADED)
    tab = Tab(server)
    tab.click("Send")
    tab.settle()
    world.go_on(5 * 24 * 3600)
    world.kill(server)
    other = world.serve(UPLOADED)
    tab.move(other)
    tab.settle()
    tab.disconnect()
    world.kill(other)
    third = world.serve("")
    world.go_on(7 * 24 * 3600 - 60)
    assert world.contents == {b"sent"}
    del third


def test_b04_what_a_session_has_given_up_goes(world: World):
    server = world.serve(UPLOADED, session={"ttl": 100.0})
    tab = Tab(server)
    tab.click("Send")
    tab.settle()
    world.go_on(2000)
    assert world.contents == {b"sent"}
    tab.click("Give up")
    tab.settle()
    world.go_on(2000)
    assert world.contents == set()


def test_b05_a_session_may_not_show_more_than_its_share(world: World):
    source = """
sizes = {"Small": 0.4, "Large": 0.7}
picture(b"a" * 400_000)
for name, size in sizes.items():
    if st.checkbox(name):
        picture(name.encode() * int(size * 200_000))
"""
    tab = Tab(world.serve(source, files={"max_session_size": 1.0}))
    tab.set("Small", True)
    tab.settle()
    assert not tab.of_kind("exception")
    tab.set("Large", True)
    tab.settle()
    (error,) = tab.of_kind("exception")
    assert "files.maxSessionSize" in error["message"]
    assert "may have 1 MB" in error["message"]
    # What is shown no more does not count, once it was just shown.
    tab.set("Small", False)
    tab.settle()
    world.clock.now += 100
    tab.reload()
    tab.settle()
    assert "may have 1 MB" in tab.of_kind("exception")[0]["message"]
    tab.set("Large", False)
    tab.settle()
    assert not tab.of_kind("exception")


def test_b02_what_a_long_run_has_not_drawn_again_yet_is_still_shown(world: World):
    source = """
import gates
with st.container():
    picture(b"first")
    gates.reach("between")
    picture(b"second")
    with st.container():
        picture(b"third")
"""
    server = world.serve(source)
    tab = Tab(server)
    server.gates.close("between")
    tab.reload()
    server.until(lambda: server.gates.reached == ["between", "between"])
    world.go_on(4 * SHOWN)
    assert world.contents == {b"first", b"second", b"third"}
    server.gates.open("between")
    tab.settle()


def test_b02_a_run_that_was_abandoned_can_be_asked(world: World):
    tree = Tree()
    canvas = Canvas(tree, 1, clock=time.monotonic, on_drawn=lambda: None)
    canvas.draw(tree.main, Picture(["_stcore/media/12.png"]))
    assert canvas.files() == {"12"}
    with canvas.lock:
        canvas.let_go()
    assert canvas.files() == set()


def test_b06_looking_at_all_files_takes_little_of_the_time(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    world.serve("")
    sweeps = []

    def sweep() -> Figures:
        sweeps.append(world.clock.now)
        world.clock.now += 5
        return Figures()

    monkeypatch.setattr(world.files, "sweep", sweep)
    world.go_on(1200)
    assert len(sweeps) == 3


def test_b06_looking_after_pages_of_an_app_without_files_costs_next_to_nothing(world: World):
    server = world.serve("for n in range(5000): st.text(str(n))")
    tab = Tab(server)
    began = time.perf_counter()
    for _ in range(1000):
        tab.session.holdings.shown()
    assert time.perf_counter() - began < 0.1


@pytest.mark.parametrize(
    "call", ['st.file_uploader("{0}", {1})', 'st.chat_input("{0}", accept_file=True, {1})']
)
def test_w07_what_takes_files_is_the_same_one_whatever_its_server_allows(world: World, call: str):
    source = f"""
{call.format("By itself", "")}
size = st.slider("Size", 1, 9)
{call.format("By the script", "max_upload_size=size")}
"""
    one, other = (Tab(world.serve(source, server={"max_upload_size": size})) for size in (5, 6))
    assert one.find("By itself") == other.find("By itself")
    before = one.find("By the script")
    assert before == other.find("By the script")
    one.set("Size", [2])
    one.settle()
    assert one.find("By the script") != before
