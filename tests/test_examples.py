import ast
import asyncio
import runpy
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

import ostinato
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from pressing import press_every_button
from tab import Server, Tab

ROOT = Path(ostinato.__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
APPS = sorted(path for path in ROOT.glob("examples/*/*.py") if path.stem == path.parent.name)
SCRIPTS = [path for path in EXAMPLES if path.stem != "fastapi_mount"]
TOUR = Path(ostinato.__file__).with_name("hello.py")
MOST_LINES = 40


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)


@pytest.fixture(autouse=True)
def files_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def modules_of_its_own(monkeypatch):
    """Let an app of several modules import them, and forget them with the test."""
    for path in APPS:
        monkeypatch.syspath_prepend(str(path.parent))
    yield
    for path in (ROOT / "examples").glob("*/*.py"):
        sys.modules.pop(path.stem, None)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Yield a function that serves an example by one more process over the same store."""
    store = MemoryStore(time.monotonic)
    with ExitStack() as stack:

        def start(name: str, more: str = "") -> Server:
            source = (ROOT / "examples" / f"{name}.py").read_text() + more
            return stack.enter_context(Server(tmp_path, source, store=store))

        yield start


def run(name):
    app = AppTest.from_file(ROOT / "examples" / f"{name}.py").run()
    assert not app.exception, app.exception
    return app


def texts(app):
    return [text.value for text in app.markdown]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_short_and_says_in_one_line_what_it_shows(path):
    source = path.read_text()
    assert len(source.splitlines()) <= MOST_LINES
    assert len(ast.get_docstring(ast.parse(source)).splitlines()) == 1


@pytest.mark.usefixtures("modules_of_its_own")
@pytest.mark.parametrize("path", [*SCRIPTS, *APPS, TOUR], ids=lambda path: path.stem)
def test_an_example_runs_and_every_button_of_it_works(path):
    press_every_button(AppTest.from_file(path))


def test_an_app_of_several_files_is_found_and_says_what_each_of_them_shows():
    assert {path.stem for path in APPS} == {"reconcile", "rides", "shop"}
    for app in APPS:
        text = (app.parent / "README.md").read_text()
        assert all(path.name in text for path in app.parent.glob("*.py"))


def test_login_shows_notes_to_those_who_are_logged_in():
    app = AppTest.from_file(ROOT / "examples/login.py")
    app.user["name"] = "Ada"
    app.run()
    assert app.sidebar.markdown[0].value == "Hello, Ada"
    app.chat_input[0].set_value("Milk").run()
    assert "Milk" in texts(app)


def test_counter_counts():
    app = run("counter")
    for _ in range(3):
        app.button[0].click().run()
    assert texts(app) == ["Count = `3`"]


def test_name_and_slider_keep_every_value():
    app = run("name")
    for name in ("Ada", "Grace"):
        app.text_input[0].input(name).run()
        assert texts(app) == [f"Hello, {name}"]
    app = run("slider")
    for volume in (51, 52, 3):
        app.slider[0].set_value(volume).run()
        assert texts(app) == [f"Volume = `{volume}`"]


def test_callbacks_add_what_they_are_given():
    app = run("callbacks")
    app.button[1].click().run()
    app.button[0].click().run()
    assert texts(app) == ["Count = `11`"]


def test_reset_sets_the_inputs_back():
    app = run("reset")
    app.text_input(key="city").input("Oslo")
    app.slider(key="days").set_value(3).run()
    assert texts(app) == ["`3` days in Oslo"]
    app.button[0].click().run()
    assert texts(app) == ["`7` days in no city yet"]


def test_todo_adds_ticks_and_clears():
    app = run("todo")
    for task in ("Wash", "Iron"):
        app.text_input(key="new").input(task).run()
    app.checkbox[0].check().run()
    assert [caption.value for caption in app.caption] == ["1 of 2 done"]
    app.button[0].click().run()
    assert [box.label for box in app.checkbox] == ["Iron"]


def test_dashboard_follows_the_sidebar():
    app = run("dashboard")
    app.sidebar.selectbox[0].select("Lisbon")
    app.sidebar.slider[0].set_range(6, 8).run()
    assert app.title[0].value == "Rain in Lisbon"
    assert [figure.value for figure in app.subheader] == ["26 mm", "16 mm", "4 mm"]


def test_steps_go_forth_and_back_and_lose_nothing():
    app = run("steps")
    app.text_input[0].input("Ada").run()
    app.button[0].click().run()
    app.number_input[0].set_value(2).run()
    app.button[1].click().run()
    app.button[0].click().run()
    assert app.number_input[0].value == 2
    app.button[1].click().run()
    app.button[1].click().run()
    assert app.success[0].value == "2 on the way to Ada"


def test_steps_take_the_click_that_ends_the_typing_and_no_empty_name():
    app = run("steps")
    app.button[0].click().run()
    assert app.warning[0].value == "Please enter a name."
    app.text_input[0].input("Ada")
    app.button[0].click().run()
    assert app.selectbox[0].label == "Size"


def test_steps_go_on_in_another_process(process):
    tab = Tab(process("steps"))
    tab.set("For whom?", "Ada")
    tab.settle()
    tab.click("Next")
    tab.settle()
    tab.set("Cups", 2)
    tab.settle()
    move(tab, process("steps"))
    assert tab.value("Cups") == 2
    tab.click("Next")
    tab.settle()
    tab.click("Order")
    tab.settle()
    assert "2 on the way to Ada" in tab.texts


def test_live_connection_is_made_again_from_what_was_sold(process):
    tab = Tab(process("live_connection"))
    tab.click("Sell")
    tab.settle()
    assert "Oslo `4`" in tab.texts
    assert not tab.session.encoder.new_problems()
    move(tab, process("live_connection"))
    assert "Oslo `4`" in tab.texts


def test_booking_asks_for_a_name():
    app = run("booking")
    app.button[0].click().run()
    assert app.warning[0].value == "Please enter a name."
    assert len(app.warning) == 1


def test_booking_is_made_once_though_its_click_is_applied_twice(process):
    first = process("booking", 'gates.reach("end")')
    tab = Tab(first)
    tab.set("Name", "Ada")
    tab.settle()
    first.gates.close("end")
    tab.click("Book")
    first.until(lambda: first.gates.reached.count("end") == 3)
    assert len(tab.unconfirmed) == 1
    move(tab, process("booking"))
    assert not tab.unconfirmed
    assert "1 of 12 seats are taken" in tab.texts
    tab.click("Book")
    tab.settle()
    assert "2 of 12 seats are taken" in tab.texts
    first.gates.open("end")


def move(tab: Tab, server: Server) -> None:
    """Have a tab find another process, as after a crash of the first."""
    tab.disconnect()
    tab.server = server
    tab.connect()
    tab.settle()


def test_progress_ends_with_success():
    app = run("progress")
    app.slider[0].set_value(0.0)
    app.button[0].click().run()
    assert app.success[0].value == "Done"


def test_streaming_ends_with_the_whole_poem():
    app = run("streaming")
    assert texts(app) == ["Over and over the figure returns, and each return is new."]


def test_the_wheel_keeps_a_hue_and_saves_it_once():
    app = run("color_wheel")
    wheel = app.component_v2("wheel")
    wheel.set_value({"hue": 120}).run()
    assert texts(app) == ["Hue `120` of none saved yet"]
    app.component_v2("wheel").trigger(saved=120).run()
    app.run()
    assert texts(app) == ["Hue `120` of 120"]


def test_fastapi_answers_beside_the_app():
    api = runpy.run_path(str(ROOT / "examples/fastapi_mount.py"))["api"]

    async def get(path):
        transport = httpx.ASGITransport(api)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(path)

    assert asyncio.run(get("/answer")).json() == {"answer": 42}
    assert asyncio.run(get("/counter/_stcore/health")).text == "ok"


def test_tour_plays_its_phrase_to_the_end_and_keeps_a_note_set_by_hand():
    app = AppTest.from_file(TOUR).run()
    app.button(key="di0").click().run()
    assert app.button(key="di0").label == ":small[di]"
    app.button(key="play").click().run()
    assert app.button(key="play").label == "Play"
    assert app.button(key="di0").label == ":small[di]"


def test_whoever_signs_the_guest_book_is_in_it_for_all():
    app = run("database")
    app.text_input[0].set_value("Ann")
    app.button[0].click().run()
    assert texts(app) == ["Ann"]
    assert texts(run("database")) == ["Ann"]
