"""st.navigation, st.Page and st.switch_page: what they take, and what they refuse."""

from pathlib import Path

import pytest

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
    StreamlitValueError,
)
from ostinato.run.page import Page, facts_of, order_of
from ostinato.testing import AppTest

START = """
import ostinato as st
def a(): st.text("a")
def b(): st.text("b")
one, two = st.Page(a), st.Page(b)
"""


def run(source: str) -> AppTest:
    return AppTest.from_string(START + source).run()


def error(source: str) -> str:
    [shown] = run(source).exception
    return str(shown.message)


@pytest.mark.parametrize(
    ("name", "icon", "word"),
    [
        ("1_home", None, "home"),
        ("02 - my page", None, "my_page"),
        ("2_🎈_bal-loon page", "🎈", "bal-loon_page"),
        ("12", None, "12"),
        ("plain", None, "plain"),
        ("_under_", None, "under"),
    ],
)
def test_w23_a_file_name_says_icon_and_path(name: str, icon: str | None, word: str) -> None:
    assert facts_of(Path(f"pages/{name}.py")) == (icon, word)


def test_w23_files_are_in_the_order_of_their_numbers_and_then_of_their_names() -> None:
    names = ["Zoo", "10_a", "2_b", "2_A", "apart"]
    in_order = sorted([Path(f"{name}.py") for name in names], key=order_of)
    assert [path.stem for path in in_order] == ["2_A", "2_b", "10_a", "apart", "Zoo"]


def test_a_page_tells_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "2_🎈_my_page.py").write_text("")
    page = Page(tmp_path / "2_🎈_my_page.py")
    assert (page.title, page.icon, page.url_path) == ("my page", "🎈", "my_page")
    assert page.visibility == "visible"
    first = Page(test_a_page_tells_what_it_is, title="T", url_path=" /x/ ", default=True)
    assert (first.title, first.icon, first.url_path, first.name) == ("T", "", "", "x")
    link = Page("https://example.org", title="The Docs")
    assert (link.url_path, link.is_external) == ("the_docs", True)
    assert (link.external_url, page.external_url) == ("https://example.org", None)


@pytest.mark.parametrize(
    ("arguments", "kind", "words"),
    [
        ({"page": "gone.py"}, StreamlitPageNotFoundError, "got page='gone.py'"),
        ({"page": 3}, StreamlitInvalidParameterTypeError, "got page=3"),
        ({"page": int}, StreamlitInvalidParameterTypeError, "got page=<class 'int'>"),
        ({"page": print, "title": " "}, StreamlitMissingRequiredParameterError, "title=' '"),
        ({"page": print, "url_path": "a/b"}, StreamlitAPIException, "url_path='a/b'"),
        ({"page": print, "url_path": "/"}, StreamlitMissingRequiredParameterError, "'/'"),
        ({"page": print, "icon": "x"}, StreamlitAPIException, "icon='x'"),
        ({"page": print, "visibility": "no"}, StreamlitValueError, "visibility='no'"),
        ({"page": "https://a.b"}, StreamlitMissingRequiredParameterError, "pass title="),
        (
            {"page": "https://a.b", "title": "A", "default": True},
            StreamlitIncompatibleParametersError,
            "default=True",
        ),
    ],
)
def test_what_can_be_no_page_is_refused(
    arguments: dict[str, object], kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=r"^Page: ") as caught:
        Page(**arguments)  # type: ignore[arg-type]
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("st.navigation([])", "navigation: there must be a page, got pages=[]"),
        ("st.navigation({'A': []})", "got pages={'A': []}"),
        ("st.navigation('a.py')", "pages must be a list, or a dict of lists"),
        ("st.navigation([one], position='left')", "position must be one of"),
        ("st.navigation([one], expanded='x')", "expanded must be a bool or a whole number"),
        ("st.navigation([one], expanded=-1)", "must not be below 0"),
        ("st.navigation([one, st.Page(b, url_path='a')])", "each page must have a path of its own"),
        ("st.navigation([st.Page(a, default=True), st.Page(b, default=True)])", "only one page"),
        ("st.navigation([st.Page('https://a.b', title='A')])", "there must be a page of this app"),
        ("one.run()", "only the page that st.navigation has returned can run"),
        ("st.navigation([one, two]); two.run()", "got 'b'"),
        ("st.navigation([one, two]).run(); one.run()", "and once"),
        ("st.switch_page('gone.py')", "switch_page: it must be a page"),
        ("st.switch_page(3)", "got page=3"),
        ("st.navigation([one]); st.switch_page(two)", "got page='b'"),
        ("st.navigation([one]); st.switch_page(one, query_params='a')", "query_params='a'"),
        (
            "link = st.Page('https://a.b', title='Link')\n"
            "st.navigation([one, link]); st.switch_page(link)",
            "which leads elsewhere",
        ),
        (
            "st.navigation([one]); st.switch_page(one, query_params={'a': {}})",
            "a parameter must be text, or a list of texts, got a={}",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(source: str, words: str) -> None:
    assert words in error(source)


def menu(app: AppTest) -> dict[str, object]:
    found: dict[str, object] = app.page.props["main"].get("navigation") or {}
    return found


def test_the_menu_has_what_is_visible_in_its_sections() -> None:
    app = run("""
link = st.Page("https://example.org", title="Docs", help="All of it")
hidden = st.Page(lambda: None, title="Hidden", url_path="hidden", visibility="hidden")
st.navigation({"": [one], "More": [two, hidden, link]}, position="top", expanded=3).run()
""")
    assert menu(app) == {
        "links": [
            {"title": "a", "url": ""},
            {"title": "b", "url": "b", "section": "More"},
            {
                "title": "Docs",
                "url": "https://example.org",
                "section": "More",
                "is_external": True,
                "help": "All of it",
            },
        ],
        "position": "top",
        "expanded": 3,
    }
    app.switch_page("hidden").run()
    assert app.page.props["main"]["own_title"] == "Hidden"


@pytest.mark.parametrize(
    "call", ["st.navigation([one])", "st.navigation([one, two], position='hidden')"]
)
def test_there_is_no_menu_of_one_page_nor_of_hidden_ones(call: str) -> None:
    assert menu(run(f"{call}.run()")) == {}


def test_pages_can_be_made_anew_or_once_in_another_order() -> None:
    app = run("""
pages = st.session_state.setdefault("pages", [one, two])
st.navigation(pages).run()
st.session_state.pages = pages[::-1]
""")
    assert [text.value for text in app.text] == ["a"]
    app.run()
    assert [text.value for text in app.text] == ["b"]


def test_s08_without_a_server_the_first_page_is_returned_and_runs_nothing() -> None:
    from ostinato import navigation  # noqa: PLC0415  (loaded when it is asked for)

    page = navigation([Page(print), Page(len)])
    page.run()
    assert page.title == "print"


# AppTest.


def test_apptest_switches_between_the_files_of_an_app(tmp_path: Path) -> None:
    start = "import ostinato as st\n"
    (tmp_path / "app.py").write_text(start + "st.text('home ' + st.text_input('A', key='a'))")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1_next.py").write_text(start + "st.text(st.query_params.get('q', '-'))")
    app = AppTest.from_file(tmp_path / "app.py").run()
    app.text_input(key="a").set_value("x")
    assert app.switch_page("pages/1_next.py").run().text.values == ["-"]
    assert "a" not in app.session_state
    app.query_params["q"] = "7"
    assert app.run().text.values == ["7"]
    assert app.switch_page("app.py").run().text.values == ["home"]
    assert app.query_params == {}
    fresh = AppTest.from_file(tmp_path / "app.py").switch_page("pages/1_next.py").run()
    assert fresh.text.values == ["-"]


def test_apptest_switches_to_a_page_by_its_path_or_itself() -> None:
    app = run("st.session_state.two = two\nst.navigation([one, two]).run()")
    assert app.switch_page("b").run().text.values == ["b"]
    assert app.switch_page(app.session_state["two"]).run().text.values == ["b"]
    with pytest.raises(
        ValueError,
        match="there is no such page, got page_path='c': pass an st.Page, a file .*'b'",
    ):
        app.switch_page("c")
