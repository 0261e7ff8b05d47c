"""Pages: which of them is shown, whatever happens, and what their inputs keep (mechanism 3)."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ostinato.config import Config
from ostinato.config.options import Client
from ostinato.stores.memory import MemoryStore
from tab import Server, Tab

OpenTab = Callable[..., Tab]
Serve = Callable[..., Server]

TWO = """
def home():
    st.text(f"home {st.text_input('Name', key='name')}")

def other():
    st.text(f"other {st.text_input('Name', key='name')}")

st.text(f"frame {st.text_input('All', key='all')}")
st.navigation([st.Page(home, title="Home"), st.Page(other, title="Other")]).run()
"""

PATHS = ["../x", "x" * 10_000, "%00", "\0", "home/x", "a#b", "🎈", "main", "index.htm", "<b>", "."]


def facts(tab: Tab) -> dict[str, Any]:
    return tab.page.props["main"]


def notices(tab: Tab) -> list[str]:
    return [text for topic, text in tab.told("notification") if topic == "no_page"]


def links(tab: Tab) -> list[tuple[str, str]]:
    return [(link["title"], link["url"]) for link in facts(tab)["navigation"]["links"]]


def test_w09_the_same_key_on_two_pages_is_two_widgets(open_tab: OpenTab) -> None:
    tab = open_tab(TWO)
    first = tab.find("Name")
    tab.set("Name", "Ada")
    tab.settle()
    assert tab.texts == ["frame", "home Ada"]
    tab.go("other")
    tab.settle()
    assert tab.texts == ["frame", "other"]
    assert tab.find("Name") != first
    assert tab.value("Name") == ""


def test_w09_what_the_script_around_the_pages_asks_for_is_on_all_of_them(open_tab: OpenTab) -> None:
    tab = open_tab(TWO)
    tab.set("All", "x")
    tab.settle()
    before = tab.find("All")
    tab.go("other")
    tab.settle()
    assert tab.texts == ["frame x", "other"]
    assert tab.find("All") == before


def test_w09_a_key_can_be_used_once_by_a_page_and_the_script_around_it(open_tab: OpenTab) -> None:
    tab = open_tab(TWO.replace("key='all'", "key='name'"))
    [error] = tab.of_kind("exception")
    assert "key='name' twice" in error["message"]


def test_w11_keys_of_widgets_go_at_the_start_of_the_next_page_and_plain_ones_stay(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
seen = sorted(st.session_state)
def home():
    st.text_input("Name", key="name")
    st.text_input("Kept", key="kept", persist_state="page")
    st.text_input("Shared", key="shared", persist_state="session")
    st.session_state.plain = 1
def other():
    st.text_input("Shared", key="shared", persist_state="session")
pages = [st.Page(home), st.Page(other)]
page = st.navigation(pages)
st.text(" ".join(seen))
page.run()
""")
    tab.set("Name", "a")
    tab.set("Kept", "b")
    tab.set("Shared", "c")
    tab.settle()
    assert tab.texts == ["kept name plain shared"]
    tab.go("other")
    tab.settle()
    assert tab.texts == ["plain shared"]
    assert tab.value("Shared") == "c"
    tab.go("")
    tab.settle()
    assert tab.texts == ["plain shared"]
    assert [tab.value(label) for label in ("Name", "Kept", "Shared")] == ["", "", "c"]


def test_s07_a_key_that_the_script_sets_in_each_run_outlives_its_page(open_tab: OpenTab) -> None:
    tab = open_tab("""
if "name" in st.session_state:
    st.session_state.name = st.session_state.name
def home():
    st.text_input("Name", key="name")
def other():
    st.text(st.session_state.name)
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    tab.set("Name", "Ada")
    tab.settle()
    tab.go("other")
    tab.settle()
    assert tab.texts == ["Ada"]
    tab.go("")
    tab.settle()
    assert tab.value("Name") == "Ada"


def test_s10_another_process_goes_on_with_the_page(serve: Serve) -> None:
    store = MemoryStore(time.monotonic)
    tab = Tab(serve(TWO, store=store))
    tab.go("other")
    tab.settle()
    tab.set("Name", "Ada")
    tab.settle()
    tab.move(serve(TWO, store=store))
    tab.settle()
    assert tab.texts == ["frame", "other Ada"]
    assert tab.address == ["", 0, "other"]
    tab.reload()
    tab.settle()
    assert tab.texts == ["frame", "other Ada"]


def test_l03_a_page_that_was_not_confirmed_is_gone_to_by_the_next_process(serve: Serve) -> None:
    store = MemoryStore(time.monotonic)
    tab = Tab(serve(TWO, store=store))
    tab.disconnect()
    tab.go("other")
    tab.move(serve(TWO, store=store))
    tab.settle()
    assert tab.texts == ["frame", "other"]
    assert tab.unconfirmed == []


def test_l09_what_was_entered_on_a_page_waits_until_this_process_has_drawn_that_page(
    serve: Serve,
) -> None:
    store = MemoryStore(time.monotonic)
    tab = Tab(serve(TWO, store=store))
    before = tab.number
    tab.go("other")
    tab.settle()
    tab.set("Name", "Ada")
    entered = tab.find("Name")
    # The first process has saved nothing of it, and the second has drawn its page as a whole.
    other = Tab(serve(TWO, store=MemoryStore(time.monotonic)))
    tab.disconnect()
    other.number = before
    other.go("other")
    other.send({entered: "Ada"})
    other.settle()
    assert other.texts == ["frame", "other Ada"]
    assert other.told("notification") == []


def test_l11_what_was_typed_before_a_link_is_followed_reaches_the_script(open_tab: OpenTab) -> None:
    tab = open_tab("""
data = st.session_state.setdefault("data", {})
def home():
    gates.reach("home")
    data["name"] = st.text_input("Name")
def other():
    st.text(data["name"])
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    tab.server.gates.close("home")
    tab.set("Name", "Ada")
    tab.go("other")
    tab.server.until(lambda: tab.server.gates.reached.count("home") == 2)
    tab.server.gates.open("home")
    tab.settle()
    assert tab.texts == ["Ada"]


def test_w23_links_that_are_followed_quickly_lead_to_the_last(open_tab: OpenTab) -> None:
    tab = open_tab("""
def slow():
    gates.reach("slow")
    st.text("slow")
def home(): st.text("home")
def last(): st.text("last")
st.navigation([st.Page(home), st.Page(slow), st.Page(last)]).run()
""")
    tab.server.gates.close("slow")
    tab.go("slow")
    tab.server.until(lambda: "slow" in tab.server.gates.reached)
    tab.go("last")
    tab.go("")
    tab.go("last")
    tab.server.gates.open("slow")
    tab.settle()
    assert tab.texts == ["last"]
    assert tab.address == ["", 0, "last"]
    assert tab.unconfirmed == []


def test_l05_a_click_on_the_page_before_is_not_cut_by_a_link(open_tab: OpenTab) -> None:
    tab = open_tab("""
def home():
    if st.button("Count"):
        st.session_state.n = st.session_state.get("n", 0) + 1
def other():
    st.text(st.session_state.n)
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    for _ in range(5):
        tab.click("Count")
    tab.go("other")
    tab.settle()
    assert tab.texts == ["5"]


def test_what_is_used_of_a_page_that_was_left_is_told_to_be_gone(open_tab: OpenTab) -> None:
    tab = open_tab(TWO)
    name = tab.find("Name")
    tab.go("other")
    tab.send({name: "late"})
    tab.settle()
    assert tab.texts == ["frame", "other"]
    assert [topic for topic, _ in tab.told("notification")] == ["dropped"]


def test_w23_a_script_sends_the_person_to_another_page_with_parameters(open_tab: OpenTab) -> None:
    tab = open_tab(
        """
def home():
    st.query_params["here"] = "1"
    if st.button("Go"):
        st.switch_page(pages[1], query_params={"id": ["1", "2"], "x": "a b"})
    st.text("home")
def other():
    st.text(f"{st.query_params.get_all('id')} {st.query_params.to_dict()}")
pages = [st.Page(home), st.Page(other)]
st.navigation(pages).run()
""",
        query="embed=true",
    )
    assert tab.address == ["embed=true&here=1", 1, ""]
    tab.click("Go")
    tab.settle()
    assert tab.texts == ["['1', '2'] {'id': '2', 'x': 'a b'}"]
    assert tab.address == ["embed=true&id=1&id=2&x=a+b", 2, "other"]


def test_c03_a_callback_may_send_the_person_to_another_page(open_tab: OpenTab) -> None:
    tab = open_tab("""
def go():
    st.switch_page(pages[1])
def home(): st.button("Go", on_click=go)
def other(): st.text("other")
pages = [st.Page(home), st.Page(other)]
st.navigation(pages).run()
""")
    tab.click("Go")
    tab.settle()
    assert (tab.texts, tab.address) == (["other"], ["", 1, "other"])


def test_w19_a_link_brings_the_parameters_that_widgets_are_bound_to(open_tab: OpenTab) -> None:
    tab = open_tab("""
def home(): st.text_input("City", "Oslo", key="city", bind="query-params")
def other(): st.text_input("City", "Oslo", key="city", bind="query-params")
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    tab.set("City", "Rome")
    tab.settle()
    assert tab.address == ["city=Rome", 0, ""]
    tab.go("other", "city=Bonn")
    tab.settle()
    assert (tab.value("City"), tab.address) == ("Bonn", ["city=Bonn", 0, "other"])
    tab.go("")
    tab.settle()
    assert (tab.value("City"), tab.address) == ("Oslo", ["", 0, ""])


def test_w23_a_bookmark_leads_to_its_page(open_tab: OpenTab) -> None:
    tab = open_tab(TWO, path="other")
    assert tab.texts == ["frame", "other"]
    assert (facts(tab)["own_title"], notices(tab)) == ("Other", [])


@pytest.mark.parametrize("path", PATHS)
def test_w23_a_path_that_leads_nowhere_shows_the_first_page_and_says_so(
    open_tab: OpenTab, path: str
) -> None:
    tab = open_tab(TWO, path=path)
    assert tab.texts == ["frame", "home"]
    assert tab.address == ["", 0, ""]
    [text] = notices(tab)
    assert text.startswith("There is no page “")
    assert text.isprintable()
    assert len(text) < 200


@pytest.mark.parametrize("path", ["home", "", "index.html"])
def test_the_first_page_is_found_by_its_own_name_too(open_tab: OpenTab, path: str) -> None:
    tab = open_tab(TWO, path=path)
    assert (tab.texts, tab.address, notices(tab)) == (["frame", "home"], ["", 0, ""], [])


def test_an_app_of_one_page_has_no_other_path(open_tab: OpenTab) -> None:
    tab = open_tab("st.text('one')", path="other")
    assert (tab.texts, tab.address) == (["one"], ["", 0, ""])
    assert len(notices(tab)) == 1


def test_w23_a_new_version_that_has_renamed_the_page_says_so(serve: Serve) -> None:
    store = MemoryStore(time.monotonic)
    tab = Tab(serve(TWO, store=store))
    tab.go("other")
    tab.settle()
    tab.move(serve(TWO.replace("other", "renamed"), store=store))
    tab.settle()
    assert tab.texts == ["frame", "home"]
    assert notices(tab) == ["There is no page “other” in this app: this is its first page."]


LOGIN = """
def enter(): st.session_state.user = True
def login():
    st.text_input("Word")
    st.button("Log in", on_click=enter)
def home(): st.text("home")
def secret():
    st.text(f"secret {st.query_params.get('id')}")
    st.button("Log out", on_click=st.session_state.clear)
pages = [st.Page(home), st.Page(secret)] if st.session_state.get("user") else [st.Page(login)]
st.navigation(pages).run()
"""


def test_a_page_that_the_script_takes_away_is_left_without_a_word(open_tab: OpenTab) -> None:
    tab = open_tab(LOGIN)
    tab.click("Log in")
    tab.settle()
    tab.go("secret")
    tab.settle()
    tab.click("Log out")
    tab.settle()
    assert (tab.labels, notices(tab)) == (["Word", "Log in"], [])
    assert tab.address == ["", 0, ""]
    tab.click("Log in")
    tab.settle()
    assert tab.texts == ["home"]


def test_w23_a_link_to_a_page_behind_a_login_leads_there_after_it(open_tab: OpenTab) -> None:
    tab = open_tab(LOGIN, path="secret", query="id=7")
    tab.set("Word", "wrong")
    tab.settle()
    assert (tab.labels, notices(tab)) == (["Word", "Log in"], [])
    tab.reload()
    tab.settle()
    assert tab.address[2] == "secret"
    tab.click("Log in")
    tab.settle()
    assert (tab.texts, tab.address) == (["secret 7"], ["id=7", 0, "secret"])


def test_two_tabs_are_on_two_pages(serve: Serve) -> None:
    server = serve(TWO)
    one, other = Tab(server), Tab(server, path="other")
    one.set("Name", "one")
    other.set("Name", "other")
    one.settle()
    other.settle()
    assert (one.texts, other.texts) == (["frame", "home one"], ["frame", "other other"])


def test_nothing_of_one_page_becomes_an_element_of_the_next(open_tab: OpenTab) -> None:
    tab = open_tab("""
def home(): st.expander("More").text("a")
def other(): st.expander("More").text("b")
st.text("frame")
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    frame, expander, _ = tab.page.walk("main")
    tab.go("other")
    tab.settle()
    assert [id for id in tab.page.walk("main") if id in (frame, expander)] == [frame]


def test_the_menu_is_sent_once_and_only_what_differs_with_a_page(open_tab: OpenTab) -> None:
    tab = open_tab(TWO)
    assert links(tab) == [("Home", ""), ("Other", "other")]
    tab.messages.clear()
    tab.go("other")
    tab.settle()
    edits = [edit for fields in tab.told("edits") for edit in fields[0]]
    assert [edit for edit in edits if edit[1] == "main"] == [
        ["update", "main", {"own_title": "Other"}]
    ]


def test_what_set_page_config_says_comes_before_what_the_page_is_called(open_tab: OpenTab) -> None:
    tab = open_tab("""
def home(): pass
def other(): st.set_page_config("Mine", "🎈")
st.navigation([st.Page(home, icon="🏠"), st.Page(other)]).run()
""")
    assert (facts(tab)["own_title"], facts(tab)["own_icon"]) == ("home", "🏠")
    tab.go("other")
    tab.settle()
    assert (facts(tab)["title"], facts(tab)["icon"]) == ("Mine", "🎈")
    tab.go("")
    tab.settle()
    assert (facts(tab).get("title"), facts(tab)["own_title"]) == (None, "home")


# The folder of pages.


def folder(tmp_path: Path, **files: str) -> None:
    (tmp_path / "pages").mkdir(exist_ok=True)
    for name, source in files.items():
        (tmp_path / "pages" / f"{name}.py").write_text(f"import ostinato as st\n{source}")


def test_w23_the_files_beside_the_script_are_its_pages(tmp_path: Path, open_tab: OpenTab) -> None:
    files = {"10_last": "", "2_📈_my_plots": "st.text(__file__)", "apart": "", "Zoo": ""}
    folder(tmp_path, **files, __init__="", **{".hidden": ""})
    (tmp_path / "pages" / "data.csv").write_text("")
    tab = open_tab("st.text(f'home {__name__}')")
    assert links(tab) == [
        ("app", ""),
        ("my plots", "my_plots"),
        ("last", "last"),
        ("apart", "apart"),
        ("Zoo", "Zoo"),
    ]
    assert tab.texts == ["home __main__"]
    tab.go("my_plots")
    tab.settle()
    assert tab.texts == [str(tmp_path / "pages" / "2_📈_my_plots.py")]
    assert (facts(tab)["own_title"], facts(tab)["own_icon"]) == ("my plots", "📈")


def test_files_are_switched_between_and_have_widgets_of_their_own(
    tmp_path: Path, open_tab: OpenTab
) -> None:
    folder(tmp_path, other="st.text_input('Name', key='name')\nst.page_link('app.py')")
    tab = open_tab("""
st.text_input('Name', key='name')
st.page_link("pages/other.py", label="There", query_params={"a": "1"})
if st.button("Go"):
    st.switch_page("pages/other.py")
""")
    [link] = tab.of_kind("page_link")
    assert (link["label"], link["url"], link["query"]) == ("There", "other", "a=1")
    tab.set("Name", "Ada")
    tab.click("Go")
    tab.settle()
    assert (tab.address[2], tab.value("Name")) == ("other", "")
    assert [link["url"] for link in tab.of_kind("page_link")] == [""]


def test_the_menu_of_the_folder_can_be_left_out(tmp_path: Path, open_tab: OpenTab) -> None:
    folder(tmp_path, other="st.text('other')")
    config = Config(client=Client(show_sidebar_navigation=False))
    tab = open_tab("st.text('home')", path="other", config=config)
    assert (tab.texts, facts(tab).get("navigation")) == (["other"], None)


@pytest.mark.parametrize(
    "source",
    [
        "st.navigation([st.Page(lambda: st.text('one'), title='One')]).run()",
        "import navigating; navigating.run()",
    ],
)
def test_a_script_that_says_itself_which_pages_there_are_is_asked(
    tmp_path: Path, open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "navigating.py").write_text(
        "import ostinato as st\n"
        "def run(): st.navigation([st.Page(lambda: st.text('one'), title='One')]).run()"
    )
    folder(tmp_path, other="st.text('other')")
    tab = open_tab(f"st.text('frame')\n{source}")
    assert tab.texts == ["frame", "one"]
    tab.go("other")
    tab.settle()
    assert tab.texts == ["frame", "one"]


def test_r06_an_error_of_a_page_is_shown_with_its_own_lines(
    tmp_path: Path, open_tab: OpenTab
) -> None:
    folder(tmp_path, other="st.text('before')\n1 / 0")
    tab = open_tab("st.text('home')", path="other")
    [error] = tab.of_kind("exception")
    assert tab.texts == ["before"]
    assert [line for line in error["trace"] if "1 / 0" in line] or "1 / 0" in str(error)
    assert "other.py" in str(error)
    tab.go("")
    tab.settle()
    assert (tab.texts, tab.of_kind("exception")) == (["home"], [])


def test_a_file_that_has_changed_is_compiled_again(tmp_path: Path, open_tab: OpenTab) -> None:
    folder(tmp_path, other="st.text('old')")
    tab = open_tab("st.text('home')", path="other")
    assert tab.texts == ["old"]
    folder(tmp_path, other="st.text('newer')")
    assert tmp_path / "pages" / "other.py" in tab.server.services.script.files
    tab.session.script_changed(rerun=True)
    tab.settle()
    assert tab.texts == ["newer"]


def test_s13_what_a_page_defines_comes_back_as_what_the_page_defines(
    tmp_path: Path, serve: Serve
) -> None:
    source = """
import dataclasses
@dataclasses.dataclass
class Cart:
    items: list
cart = st.session_state.setdefault("cart", Cart([]))
st.text(f"{isinstance(cart, Cart)} {cart.items}")
if st.button("Add"):
    cart.items.append(1)
    st.rerun()
"""
    folder(tmp_path, shop=source)
    store = MemoryStore(time.monotonic)
    tab = Tab(serve("", store=store), path="shop")
    tab.click("Add")
    tab.settle()
    tab.move(serve("", store=store))
    tab.settle()
    assert tab.texts == ["True [1]"]


def test_g01_a_fragment_of_a_page_runs_alone_with_the_widgets_of_that_page(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
st.session_state.setdefault("runs", 0)
@st.fragment
def part():
    st.text(f"part {st.text_input('Name', key='name')}")
def home():
    st.session_state.runs += 1
    part()
def other(): st.text("other")
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    before = tab.find("Name")
    tab.set("Name", "Ada")
    tab.settle()
    assert tab.texts == ["part Ada"]
    assert (tab.find("Name"), tab.session.state["runs"]) == (before, 1)


def test_w23_a_dialog_of_a_page_outlasts_a_refresh_and_goes_with_its_page(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
@st.dialog("Window")
def window():
    st.text(f"open {st.text_input('Name', key='name')}")
def home():
    if st.button("Open"):
        window()
def other(): st.text("other")
st.navigation([st.Page(home), st.Page(other)]).run()
""")
    tab.click("Open")
    tab.settle()
    name = tab.find("Name")
    tab.set("Name", "Ada")
    tab.settle()
    tab.reload()
    tab.settle()
    assert (tab.texts, tab.find("Name")) == (["open Ada"], name)
    tab.go("other")
    tab.settle()
    tab.go("")
    tab.settle()
    assert tab.texts == []


def test_w23_which_page_is_first_is_of_the_session_though_the_pages_are_of_a_module(
    open_tab: OpenTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared_pages.py").write_text("""
import ostinato as st
def home(): st.text("home")
def x(): st.text("x")
def y(): st.text("y")
HOME, X, Y = st.Page(home), st.Page(x), st.Page(y)
""")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shared_pages", raising=False)
    tab = open_tab("""
from shared_pages import HOME, X, Y

@st.fragment
def part():
    st.text(f"[{X.url_path}]")
    st.page_link(X)
    st.button("Again")
    gates.reach("part")

is_first = st.checkbox("Another")
page = st.navigation([X, Y] if is_first else [HOME, X])
part()
page.run()
""")
    other = Tab(tab.server)
    other.set("Another", True)
    other.settle()
    assert other.texts == ["[]", "x"]
    tab.click("Again")
    tab.settle()
    assert tab.texts == ["[x]", "home"]
    assert [link["url"] for link in tab.of_kind("page_link")] == ["x"]
    other.click("Again")
    other.settle()
    assert other.texts == ["[]", "x"]
    assert [link["url"] for link in other.of_kind("page_link")] == [""]
