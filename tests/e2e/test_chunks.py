"""What a page loads on first use: in its order, and when it is not there any more."""

from playwright.sync_api import Page, Route, expect

from e2e.page import Serve, Visit, settled

LATER = """
import streamlit as st

if st.button("More"):
    st.session_state.more = True
if "more" in st.session_state:
    st.chat_input("Ask")
    st.toast("Saved")
st.date_input("Day", "2026-03-01")
"""


def test_a_page_from_before_a_deployment_says_what_it_lacks(serve: Serve, visit: Visit) -> None:
    # Each build has a folder of its own, and the old one goes with the old server.
    page = visit(serve(LATER).url, but="404|Refused to apply style")
    page.wait_for_load_state("networkidle")
    page.route("**/assets/**", gone)
    notice = page.get_by_role("status").get_by_text("A part of this page could not be loaded.")
    calendar = page.get_by_role("button", name="Choose date")
    calendar.click()
    expect(notice).to_be_visible()
    calendar.click()
    expect(notice).to_be_hidden()
    page.get_by_role("button", name="More").click()
    expect(notice).to_be_visible()
    page.unroute("**/assets/**")
    page.get_by_role("status").get_by_role("button", name="Reload the page").click()
    expect(page.get_by_role("textbox", name="Ask")).to_be_visible()


TABLE = """
import streamlit as st

if st.button("More"):
    st.session_state.more = True
if "more" in st.session_state:
    # What a script names is loaded ahead (V02).
    getattr(st, "dataframe")({"name": ["Cora"]})
st.date_input("Day", "2026-03-01")
"""


def test_a_part_that_was_asked_of_a_server_that_is_killed_comes_with_the_next_one(
    serve: Serve, visit: Visit
) -> None:
    server = serve(TABLE)
    page = visit(server.url, but="ERR_|Failed to|WebSocket")
    page.wait_for_load_state("networkidle")
    # What is asked for stays on its way until the server is gone.
    page.route("**/assets/**", lambda route: None)
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Choose date").click()
    expect(page.get_by_test_id("stSkeleton")).to_be_visible()
    server.kill()
    page.unroute("**/assets/**")
    notice = page.get_by_role("status").get_by_text("A part of this page could not be loaded.")
    expect(notice).to_be_visible()
    expect(page.get_by_text("The part of the page that shows “dataframe”")).to_be_visible()
    server.start()
    expect(page.get_by_test_id("glide-cell-0-0")).to_have_text("Cora")
    expect(notice).to_be_hidden()


MUCH = """
import streamlit as st

st.radio("Plan", ["Free", "Pro"])
st.markdown("<b>Raw</b>", unsafe_allow_html=True)
st.logo(":material/home:")
if st.button("Ask"):
    st.dialog("Sure?")(lambda: st.date_input("When"))()
"""


def test_a_page_is_settled_when_its_late_parts_are_drawn(serve: Serve, visit: Visit) -> None:
    page = visit(serve(MUCH).url, before=slow)
    assert page.get_by_test_id("stRadioOption").count() == 2
    assert page.locator("b", has_text="Raw").is_visible()
    assert page.get_by_test_id("stHeaderLogo").or_(page.get_by_test_id("stSidebarLogo")).count()
    page.get_by_role("button", name="Ask").click()
    settled(page)
    assert page.get_by_role("dialog").get_by_role("button", name="Choose date").is_visible()


def slow(page: Page) -> None:
    """Have whatever is asked for take its time."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    conditions = {"offline": False, "latency": 300, "downloadThroughput": -1}
    network.send("Network.emulateNetworkConditions", {**conditions, "uploadThroughput": -1})


def gone(route: Route) -> None:
    route.fulfill(status=404, body="Not Found")


def test_a_style_sheet_is_linked_once_and_the_pages_own_first(serve: Serve, visit: Visit) -> None:
    # Where rules tie the later sheet wins, so an order that depends on what came first is none.
    page = visit(serve("import streamlit as st\n\nst.code('a = 1')").url)
    expect(page.get_by_text("1", exact=True)).to_be_visible()
    sheets = page.locator("link[rel=stylesheet]")
    names = [each.get_attribute("href") or "" for each in sheets.all()]
    assert names[0].endswith("/page.css")
    assert len(names) == len({name.rpartition("/")[2] for name in names})
