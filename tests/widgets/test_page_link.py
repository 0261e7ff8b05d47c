"""st.page_link: where it leads, and what it is called."""

import pytest

from ostinato.testing import AppTest

START = """
import ostinato as st
def a(): pass
def b(): pass
one, two = st.Page(a, title="One", icon="🏠"), st.Page(b, title="Two")
out = st.Page("https://example.org", title="Out")
st.navigation([one, two, out]).run()
"""


def run(call: str) -> AppTest:
    return AppTest.from_string(START + call).run()


@pytest.mark.parametrize(
    ("call", "props"),
    [
        ("st.page_link(one)", {"label": "One", "url": "", "icon": "🏠"}),
        ("st.page_link(two, label='There')", {"label": "There", "url": "b"}),
        ("st.page_link(one, icon='🎈')", {"icon": "🎈"}),
        ("st.page_link(two, query_params={'a': [1, 2]})", {"url": "b", "query": "a=1&a=2"}),
        ("st.page_link(two, query_params=[('a', 'x y')])", {"query": "a=x+y"}),
        ("st.page_link(out)", {"label": "Out", "url": "https://example.org", "is_external": True}),
        (
            "st.page_link('https://a.b/?z=1#top', label='L', query_params={'a': 1})",
            {"url": "https://a.b/?z=1&a=1#top", "is_external": True},
        ),
        ("st.page_link(two, disabled=True, width=200)", {"disabled": True, "width": 200}),
    ],
)
def test_a_link_leads_to_a_page(call: str, props: dict[str, object]) -> None:
    [link] = run(call).page_link
    assert {name: getattr(link, name) for name in props} == props
    assert link.value == link.label


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("st.page_link('gone.py')", "page_link: it must be a page that st.navigation has"),
        ("st.page_link('https://a.b')", "a link out of the app must have a label"),
        ("st.page_link(3)", "got page=3"),
        ("st.page_link(one, icon='x')", "icon must be one emoji"),
        ("st.page_link(one, icon_position='up')", "icon_position must be one of"),
        ("st.page_link(one, query_params=3)", "query_params must be a dict"),
        ("st.page_link(one, query_params={'a': {}})", "got a={}"),
        ("st.page_link(one, width='wide')", "width"),
    ],
)
def test_what_leads_nowhere_is_refused(call: str, words: str) -> None:
    [error] = run(call).exception
    assert words in error.message


def test_a_script_of_one_page_links_to_itself(tmp_path) -> None:
    (tmp_path / "app.py").write_text("import ostinato as st\nst.page_link('app.py', label='Here')")
    [link] = AppTest.from_file(tmp_path / "app.py").run().page_link
    assert (link.label, link.url) == ("Here", "")
