"""Text never becomes script, whatever it holds and wherever it is shown."""

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows

TEXT = r'''
    import streamlit as st

    HOSTILE = """<script>window.hacked = 1</script>
    <img src=x onerror="window.hacked = 2"> <svg onload="window.hacked = 3"></svg>
    <iframe srcdoc="<script>parent.hacked = 4</script>"></iframe>
    <a href="javascript:window.hacked = 5">click me</a> <b onclick="window.hacked = 6">click me</b>

    [click me](javascript:window.hacked=7) [click me](JaVaScRiPt&#58;window.hacked=8)
    [click me](data:text/html,hacked) <javascript:window.hacked=9> [click me](vbscript:hacked)
    [click me](<java&#10;script:window.hacked=10>) [click me](\x01javascript:window.hacked=11)
    [click me](//example.com) ![x](javascript:window.hacked=12) [click me][x]

    [x]: javascript:window.hacked=13
    """.replace("\n    ", "\n")
    LINE = HOSTILE.replace("\n", " ")
'''

SAFE = (
    TEXT
    + r"""
    HOSTILE += "\n<style>body { display: none }</style> <form action='javascript:hacked=14'></form>"

    for show in (st.markdown, st.write, st.caption, st.title, st.header, st.subheader, st.text,
                 st.code, st.error, st.warning, st.info, st.success, st.sidebar.write):
        show(HOSTILE)
    st.markdown("tip", help=HOSTILE)
    st.code(HOSTILE, language="html")
    st.json({LINE: [LINE]})
    st.exception(ValueError(HOSTILE))
    st.button(LINE, help=HOSTILE)
    st.checkbox(LINE)
    st.slider(LINE, help=HOSTILE)
    st.text_input(LINE, LINE, placeholder=LINE)
    st.number_input(LINE)
    st.selectbox(LINE, [LINE, "other"])
    st.write("the end")
"""
)

UNSAFE = (
    TEXT
    + r"""
    st.markdown(HOSTILE, unsafe_allow_html=True)
    st.caption(HOSTILE, unsafe_allow_html=True)
    st.write(HOSTILE, unsafe_allow_html=True)
    st.write("the end")
"""
)

# The browser also tells of handlers it found in a document that is parsed but never shown.
IDLE = "Executing inline event handler violates|404"


@pytest.mark.parametrize(("script", "but"), [(SAFE, "^$"), (UNSAFE, IDLE)], ids=["safe", "unsafe"])
def test_hostile_text_runs_nothing(serve: Serve, visit: Visit, script: str, but: str) -> None:
    page = visit(serve(script).url, but=but)
    shows(page, "the end")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_text("click me").first).to_be_visible()
    assert page.locator("body script, iframe, form").count() == 0
    assert schemes(page) <= {"http:", "https:", "data:"}
    assert handlers(page) == []
    for place in page.locator("a, b").get_by_text("click me", exact=True).all():
        if not place.get_attribute("href"):
            place.dispatch_event("click")
    settled(page)
    assert page.evaluate("window.hacked") is None


def test_the_policy_runs_no_script_but_ours(serve: Serve, visit: Visit) -> None:
    page = visit(serve("import streamlit as st\nst.write('hello')").url, but="Content Security")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<b onclick='window.hacked = 2'>b</b>");
            document.body.lastElementChild.click();
        }"""
    )
    assert page.evaluate("window.hacked") is None


def schemes(page: Page) -> set[str]:
    """Return the schemes of all addresses in the page."""
    return set(
        page.locator("body [href], body [src]").evaluate_all(
            "all => all.map((each) => new URL(each.href ?? each.src).protocol)"
        )
    )


def handlers(page: Page) -> list[str]:
    """Return the elements that carry code in an attribute."""
    return page.locator("body *").evaluate_all(
        """all => all.filter((each) => each.getAttributeNames().some((name) => /^on/.test(name)))
            .map((each) => each.outerHTML)"""
    )
