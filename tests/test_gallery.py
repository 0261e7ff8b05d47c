"""The gallery shows every element that there is, and each example works."""

import inspect
import re
from pathlib import Path

import pytest

import ostinato
from ostinato import gallery
from ostinato.run.container import elements
from ostinato.testing import AppTest

HELLO = Path(ostinato.__file__).with_name("hello.py")
SHOWN = "\n".join(inspect.getsource(each) for all in gallery.FAMILIES.values() for each in all)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)


def page(family: str) -> AppTest:
    app = AppTest.from_file(HELLO, default_timeout=60)  # the first figure loads Matplotlib
    app.query_params["page"] = family
    return app.run()


@pytest.mark.parametrize("family", gallery.FAMILIES)
def test_each_page_runs_and_shows_what_its_address_says(family: str) -> None:
    app = page(family)
    failed = [each.message for each in app.exception]
    assert failed == (["'baton' is not in list"] if family == "Status" else [])
    assert [each.type for each in app.main.children.values()][:2] == ["pills", "title"]
    assert app.title[0].value == family
    assert len(app.subheader) >= len(gallery.FAMILIES[family])


@pytest.mark.parametrize("family", gallery.FAMILIES)
def test_every_button_of_a_page_works(family: str) -> None:
    app = page(family)
    known = len(app.exception)
    for number in range(len(app.button)):
        if not app.button[number].disabled:
            app.button[number].click().run()
            assert len(app.exception) == known


def test_what_reads_the_code_of_a_script_reads_that_of_the_gallery() -> None:
    app = page("Text")
    assert 'answer = 6 * 7\nst.write("The answer is", answer)' in app.code.values
    assert app.help[0].value == "str.partition"


@pytest.mark.parametrize("name", sorted(name for name in elements if not name.startswith("_")))
def test_every_element_has_an_example(name: str) -> None:
    assert re.search(rf"\.{name}\(", SHOWN), f"show st.{name} in src/ostinato/gallery"
