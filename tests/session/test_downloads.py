"""Downloads: what a button makes when it is pressed comes, whatever happens meanwhile."""

import asyncio
import time
from collections.abc import Callable, Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.errors import StoreError, WireError
from ostinato.run.namespace import Home
from ostinato.run.recipe import Recipe
from ostinato.session.connection import CloseReason
from ostinato.session.downloads import GONE, MOST, Downloads
from ostinato.state.inputs import Inputs
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.memory import MemoryStore
from ostinato.wire.messages import Make
from ostinato.wire.props import ids_of
from session.moody import Moody
from tab import Server, Tab

Open = Callable[..., Tab]

SCRIPT = """
name = st.text_input("Name")

def make():
    gates.reach("making")
    return f"{name} {made()}"

def made():
    st.session_state  # A recipe draws nothing, and may use what the script defines.
    return __import__("__main__").SIGN

SIGN = "!"
st.text(f"pressed={st.download_button('Save', make, 'name.txt')}")
"""


def press(tab: Tab, label: str = "Save") -> Make:
    """Press a button whose file is made, as the page does."""
    asked = Make(tab.find(label), tab.number + 1)
    tab.transmit(asked)
    tab.click(label)
    return asked


def come(tab: Tab) -> list[dict[str, Any]]:
    """Return what the tab was told of files."""
    return [props for _, props in tab.told("effect") if props["kind"] == "download"]


def wait_for(tab: Tab, count: int = 1) -> dict[str, Any]:
    tab.server.until(lambda: len(come(tab)) >= count)
    assert len(come(tab)) == count
    return come(tab)[-1]


def content(tab: Tab, url: str) -> bytes:
    (id,) = ids_of(url)
    return tab.server.services.files.open(id).read()


def test_j01_a_file_is_made_beside_the_run_of_the_press(open_tab: Open) -> None:
    tab = open_tab(SCRIPT)
    tab.server.gates.close("making")
    asked = press(tab)
    tab.server.until(lambda: "pressed=True" in tab.texts)
    assert come(tab) == []
    tab.server.gates.open("making")
    download = wait_for(tab)
    assert (download["button"], download["press"]) == (asked.id, asked.press)
    assert download["url"].endswith("/name.txt")
    assert content(tab, download["url"]) == b" !"


def test_j01_a_file_is_made_of_what_was_entered_before_the_press(open_tab: Open) -> None:
    tab = open_tab(SCRIPT)
    tab.set("Name", "Ada")
    press(tab)
    assert content(tab, wait_for(tab)["url"]) == b"Ada !"


def test_j01_a_page_that_asks_before_it_says_what_was_entered_is_waited_for(
    open_tab: Open,
) -> None:
    tab = open_tab(SCRIPT)
    tab.transmit(Make(tab.find("Save"), tab.number + 2))  # As after a reconnect.
    tab.set("Name", "Ada")
    tab.click("Save")
    assert content(tab, wait_for(tab)["url"]) == b"Ada !"


def test_j01_no_run_without_an_end_keeps_a_file_from_being_made(open_tab: Open) -> None:
    tab = open_tab(SCRIPT + "while name == 'Ada':\n    gates.reach('loop'); st.empty()\n")
    tab.set("Name", "Ada")
    press(tab)
    assert content(tab, wait_for(tab)["url"]) == b"Ada !"
    tab.stop()


def test_j01_a_file_that_is_there_is_the_one_of_what_was_entered_before(open_tab: Open) -> None:
    tab = open_tab(
        "name = st.text_input('Name')\n"
        "st.download_button('Save', name, key='save', on_click='ignore')\n"
        "while name == 'Ada':\n    gates.reach('loop'); st.empty()\n"
    )
    for number, name in enumerate(["Bob", "Ada"]):
        tab.set("Name", name)
        tab.transmit(Make(tab.find("save"), tab.number + 1))
        assert content(tab, wait_for(tab, number + 1)["url"]) == name.encode()
    tab.stop()


def test_j02_what_is_asked_again_is_made_once_and_told_again(open_tab: Open) -> None:
    tab = open_tab(SCRIPT)
    asked = press(tab)
    first = wait_for(tab)
    tab.disconnect()
    tab.connect()
    tab.transmit(asked)
    assert wait_for(tab, 2) == first
    assert tab.server.gates.reached.count("making") == 1
    press(tab)
    assert wait_for(tab, 3)["press"] == asked.press + 1
    assert tab.server.gates.reached.count("making") == 2


def test_j02_a_file_that_was_made_while_the_connection_was_cut_comes_after_it(
    open_tab: Open,
) -> None:
    tab = open_tab(SCRIPT)
    tab.server.gates.close("making")
    press(tab)
    tab.server.until(lambda: tab.server.gates.reached.count("making") == 1)
    tab.disconnect()
    tab.server.gates.open("making")
    tab.server.until(lambda: not tab.session.downloads.are_under_way)
    tab.connect()
    wait_for(tab)


def test_j02_another_process_makes_the_file_anew(serve: Callable[..., Server]) -> None:
    store = MemoryStore(time.monotonic)
    tab = Tab(serve(SCRIPT, store=store))
    tab.set("Name", "Ada")
    tab.settle()
    tab.server.gates.close("making")
    asked = press(tab)
    tab.settle()
    gates = tab.server.gates
    tab.move(serve(SCRIPT, store=store))
    gates.open("making")
    tab.transmit(asked)
    assert content(tab, wait_for(tab)["url"]) == b"Ada !"


def test_j03_what_goes_wrong_is_said_and_logged(
    open_tab: Open, caplog: pytest.LogCaptureFixture
) -> None:
    tab = open_tab("st.download_button('Save', lambda: 1 / 0)")
    press(tab)
    download = wait_for(tab)
    assert (download.get("url"), download["problem"]) == (
        None,
        "ZeroDivisionError: division by zero",
    )
    assert "a download could not be made" in caplog.text


class Away(MemoryFiles):
    """Files in a store that can be away."""

    is_away = True

    def begin(self, *args: Any, **kwargs: Any) -> Any:
        self.look()
        return super().begin(*args, **kwargs)

    def hold(self, ids: Collection[str], life: float) -> set[str]:
        self.look()
        return super().hold(ids, life)

    def look(self) -> None:
        if self.is_away:
            raise StoreError("away")


@pytest.mark.parametrize("data", ["make", "b' !'"])
def test_j02_a_file_that_is_made_while_the_store_is_away_comes(tmp_path: Path, data: str) -> None:
    files, now = Away(time.monotonic), [0.0]
    script = SCRIPT.replace("'Save', make", f"'Save', {data}")
    with Server(tmp_path, script, files=files, clock=lambda: now[-1]) as server:
        tab = Tab(server)
        asked = press(tab)
        download = wait_for(tab)
        assert download.get("problem", "") == ""
        assert content(tab, download["url"]) == b" !"
        # No other process has it, and the browser asks for as long as that is so.
        assert download["unstored"]
        tab.transmit(asked)
        assert wait_for(tab, 2)["unstored"]
        files.is_away = False
        tab.transmit(asked)
        told = wait_for(tab, 3)
        if data == "make":
            # It is given to the store for that, though it was away a moment ago.
            assert not told.get("unstored", False)
            (id,) = ids_of(told["url"])
            assert files.find(id).size == 2


def test_n03_a_store_that_is_back_gets_at_once_what_pages_show(tmp_path: Path) -> None:
    files = Away(time.monotonic)
    with Server(tmp_path, "st.download_button('Save', b'1')", files=files) as server:
        Tab(server).settle()
        for files.is_away, kept in ((True, 0), (False, 1)):
            server.loop.run_until_complete(server.registry.release_files())
            assert len(files.contents()) == kept


def test_j02_a_file_that_is_gone_when_it_is_asked_for_again_is_made_anew(tmp_path: Path) -> None:
    files, now = MemoryFiles(time.monotonic), [0.0]
    with Server(tmp_path, SCRIPT, files=files, clock=lambda: now[-1]) as server:
        tab = Tab(server)
        asked = press(tab)
        url = wait_for(tab)["url"]
        tab.settle()
        (id,) = ids_of(url)
        files.forget(id)
        now.append(100.0)
        tab.transmit(asked)
        assert wait_for(tab, 2)["url"] == url
        assert content(tab, url) == b" !"
        assert server.gates.reached == ["making", "making"]


@pytest.fixture
def stand_in(serve: Callable[..., Server], store: Moody) -> Tab:
    """Return a tab whose press is with a process that stands in for one that cannot be reached."""
    tab = Tab(serve(SCRIPT, store=store))
    tab.set("Name", "Ada")
    tab.settle()
    assert tab.unconfirmed == []
    store.is_away = True
    tab.move(serve(SCRIPT, store=store))
    tab.server.until(lambda: tab.session.is_settled)
    assert tab.value("Name") == ""
    press(tab)
    tab.server.until(lambda: "pressed=True" in tab.texts)
    return tab


def test_j02_a_file_is_not_made_of_less_than_was_entered(stand_in: Tab, store: Moody) -> None:
    assert stand_in.server.gates.reached == []
    store.is_away = False
    connection = stand_in.connection
    assert connection is not None
    stand_in.server.until(lambda: connection.close_reason is CloseReason.MOVED)
    stand_in.connect()
    stand_in.settle()
    stand_in.transmit(Make(stand_in.find("Save"), stand_in.number))
    assert content(stand_in, wait_for(stand_in)["url"]) == b"Ada !"


def test_j02_who_stands_in_for_nobody_makes_it_once_that_is_known(
    stand_in: Tab, store: Moody
) -> None:
    store.forget()
    store.is_away = False
    assert content(stand_in, wait_for(stand_in)["url"]) == b" !"


@pytest.mark.parametrize(
    ("details", "said"),
    [("stacktrace", "ZeroDivisionError"), ("none", "it could not be made")],
)
def test_j03_visitors_see_of_it_what_they_may(open_tab: Open, details: str, said: str) -> None:
    source = f"st.set_option('client.showErrorDetails', {details!r})\n"
    tab = open_tab(source + "st.download_button('Save', lambda: 1 / 0)")
    press(tab)
    assert wait_for(tab)["problem"] == said


@pytest.mark.parametrize(
    "made", ["None", "5", "open('/no/such/file')", "__import__('pathlib').Path('/no')"]
)
def test_j03_what_is_no_file_is_an_error(open_tab: Open, made: str) -> None:
    tab = open_tab(f"st.download_button('Save', lambda: {made})")
    press(tab)
    assert wait_for(tab)["problem"]


def test_j03_a_button_that_is_gone_is_said_to_be(open_tab: Open) -> None:
    tab = open_tab(SCRIPT)
    tab.transmit(Make("download_button-none", tab.number + 1))
    assert wait_for(tab)["problem"] == GONE


def test_j01_a_press_that_is_ignored_runs_nothing_and_makes_the_file(open_tab: Open) -> None:
    tab = open_tab(
        "st.text(st.session_state.setdefault('n', 0))\nst.session_state.n += 1\n"
        "st.download_button('Save', lambda: b'x', on_click='ignore')"
    )
    press(tab)
    wait_for(tab)
    tab.settle()
    assert tab.texts == ["0"]


def test_j01_a_press_that_is_ignored_lets_the_run_that_goes_on_end(open_tab: Open) -> None:
    tab = open_tab(
        "st.download_button('Save', lambda: b'x', on_click='ignore')\n"
        "gates.reach('middle')\nst.text('end')"
    )
    tab.settle()
    tab.server.gates.close("middle")
    tab.send({})
    tab.server.until(lambda: tab.server.gates.reached.count("middle") == 2)
    press(tab)
    tab.server.gates.open("middle")
    wait_for(tab)
    tab.settle()
    assert tab.texts == ["end"]


def test_a_button_that_goes_with_its_press_gives_its_file(open_tab: Open) -> None:
    tab = open_tab("if st.button('Show'):\n    st.download_button('Save', lambda: b'x', 'x.bin')")
    tab.click("Show")
    tab.settle()
    press(tab)
    assert content(tab, wait_for(tab)["url"]) == b"x"


def test_a_browser_that_asks_for_too_much_is_refused(open_tab: Open) -> None:
    tab = open_tab(SCRIPT)
    tab.server.gates.close("making")
    press(tab)
    for number in range(MOST - 1):
        tab.transmit(Make(f"x{number}", 2**40))
    with pytest.raises(WireError, match="^make: at most 50 files"):
        tab.transmit(Make("one more", 2**40))


def test_a_session_rests_only_when_its_file_is_made(open_tab: Open) -> None:
    config = Config()
    tab = open_tab(SCRIPT, config=config)
    tab.server.gates.close("making")
    press(tab)
    tab.settle()
    later = time.monotonic() + config.session.rest + 1
    assert not tab.session.can_rest(later)
    tab.server.gates.open("making")
    wait_for(tab)
    tab.settle()
    assert tab.session.can_rest(later + 60)


def test_j01_a_recipe_that_a_run_draws_while_it_is_looked_for_is_found() -> None:
    home, told = Home("a"), list[Any]()
    drawn: Any = SimpleNamespace(run=3, recipe=Recipe("download_button", url="_stcore/media/1"))

    class Widgets:
        """The buttons: the run draws one in the moment in which it is looked for."""

        is_drawn = False

        def get(self, id: str) -> Any:
            if self.is_drawn:
                return drawn
            self.is_drawn = True
            home.note_recipe(drawn.recipe)
            return None

    async def ask() -> None:
        state: Any = SimpleNamespace(entries=SimpleNamespace(widgets=Widgets()))
        schedule: Any = SimpleNamespace(taken=1, is_empty=True)
        view: Any = SimpleNamespace(put=told.append)
        pool: Any = None
        downloads = Downloads(state, home, schedule, view, pool, SimpleNamespace(is_away=False))
        runs: Any = SimpleNamespace(run=SimpleNamespace(number=3), is_draining=False)
        downloads.runs = runs
        downloads.want(Make("b", 1))
        await asyncio.sleep(0)

    asyncio.run(ask())
    assert [each.props.url for each in told] == ["_stcore/media/1"]
    assert home.on_recipe is None


def test_j01_a_button_of_this_run_never_has_the_recipe_of_the_run_before(
    open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, call = [], Inputs.call_press

    def look(inputs: Inputs, *args: Any) -> Any:
        widget = call(inputs, *args)
        seen.append(widget.recipe and widget.recipe.content().data)
        return widget

    monkeypatch.setattr(Inputs, "call_press", look)
    tab = open_tab("name = st.text_input('Name')\nst.download_button('Save', lambda: name)")
    tab.set("Name", "Ada")
    tab.settle()
    assert seen[-1] == b"Ada"


def test_a_press_that_is_far_ahead_keeps_no_session_from_resting(open_tab: Open) -> None:
    tab = open_tab(SCRIPT)
    tab.transmit(Make(tab.find("Save"), 2**53 - 1))
    assert not tab.session.downloads.are_under_way
