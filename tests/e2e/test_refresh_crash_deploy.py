"""S10, S13: a form of three pages, half filled, outlasts a refresh, a crash and a deployment."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.page import Serve, Visit, settled, shows
from e2e.server import Server

SCRIPT = """
from dataclasses import dataclass

import streamlit as st


@dataclass
class Address:
    street: str = ""
    city: str = ""


state = st.session_state
state.setdefault("page", 1)
if "address" not in state:
    state.address = Address()
address = state.address
state.setdefault("guests", [])


def turn(by):
    state.page += by


st.header(f"Page {state.page} of 3")
if state.page == 1:
    st.text_input("Name", key="name", persist_state="session")
    st.slider("Age", 0, 99, 30, key="age", persist_state="session")
elif state.page == 2:
    address.street = st.text_input("Street", address.street)
    address.city = st.text_input("City", address.city)
else:
    guest = st.text_input("Guest")
    if st.button("Add guest"):
        state.guests.append(guest)
st.text(
    f"{state.get('name')}, {state.get('age')}, {address.street}, {address.city},"
    f" {', '.join(state.guests)}"
)
left, right = st.columns(2)
left.button("Back", on_click=turn, args=[-1], disabled=state.page == 1)
right.button("Next", on_click=turn, args=[1], disabled=state.page == 3)
"""
OLD = """if "address" not in state:
    state.address = Address()
address = state.address
"""
assert OLD in SCRIPT
RENAMED = SCRIPT.replace(OLD, 'address = state.get("address", Residence())\n').replace(
    "class Address", "class Residence"
)
TWO = ("--workers", "2", "--server.cookieSecret", "the secret of both")
WATCH = """() => {
    window.seen = [];
    const look = () => {
        const notices = document.querySelectorAll(".st-shell-notice");
        for (const each of notices) window.seen.push(each.dataset.testid);
        if (document.activeElement?.tagName !== "INPUT") window.seen.push("lost focus");
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    document.addEventListener("focusout", look, true);
}"""
"""Notes every notice that comes up, and whether the field loses the focus."""

CUT = "WebSocket connection to|net::ERR_|Failed to load resource"


def write(server: Server, script: str) -> None:
    Path(server.folder, "app.py").write_text(script)


@pytest.fixture
def server(serve: Serve) -> Server:
    return serve(SCRIPT)


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    """Somebody who has filled the form up to the middle of a word on its last page."""
    page = visit(server.url, but=CUT)
    enter(page, "Name", "Ada")
    shows(page, "Ada, 30, , ,")
    page.get_by_role("slider", name="Age").press("ArrowRight")
    shows(page, "Ada, 31, , ,")
    go(page, "Next", 2)
    enter(page, "Street", "Main Street")
    enter(page, "City", "London")
    shows(page, "Ada, 31, Main Street, London,")
    go(page, "Next", 3)
    enter(page, "Guest", "Charles")
    page.get_by_role("button", name="Add guest").click()
    shows(page, "Ada, 31, Main Street, London, Charles")
    guest(page).fill("Gra")
    return page


def test_s10_a_form_half_filled_outlasts_a_refresh_and_a_crash(server: Server, page: Page) -> None:
    page.reload()
    is_as_left(page)
    server.kill()
    server.start()
    settled(page)
    is_as_left(page)
    server.kill()
    guest(page).press("End")
    page.keyboard.type("ce")
    server.start()
    settled(page)
    page.reload()
    expect(guest(page)).to_have_value("Grace")
    guest(page).press("Enter")
    page.get_by_role("button", name="Add guest").click()
    shows(page, "Ada, 31, Main Street, London, Charles, Grace")
    go(page, "Back", 2)
    expect(page.get_by_label("Street")).to_have_value("Main Street")
    go(page, "Back", 1)
    expect(page.get_by_label("Name")).to_have_value("Ada")
    expect(page.get_by_role("slider", name="Age")).to_have_attribute("aria-valuenow", "31")


def test_s13_the_values_of_a_renamed_class_are_there(server: Server, page: Page) -> None:
    for script in (RENAMED, SCRIPT):
        server.kill()
        write(server, script)
        server.start()
        shows(page, "Ada, 31, Main Street, London, Charles")
        expect(guest(page)).to_have_value("Gra")
    expect(page.get_by_test_id("stUnkept")).to_have_count(0)


ORDERS = """
import streamlit as st

st.session_state.setdefault("orders", [])
if "cart" not in st.session_state:
    st.session_state.cart = None


class Order:
    def __init__(self, number):
        self.number = number


if st.button("Add"):
    st.session_state.cart = Order(len(st.session_state.orders))
    st.session_state.orders.append(st.session_state.cart)
orders, cart = st.session_state.orders, st.session_state.cart
st.text(f"orders={len(orders)} same={not orders or orders[-1] is cart}")
"""


def test_s13_s17_a_class_below_the_first_look_at_its_key_loses_nothing(
    serve: Serve, visit: Visit
) -> None:
    server = serve(ORDERS)
    page = visit(server.url, but=CUT)
    for count in range(1, 7):
        page.get_by_role("button", name="Add").click()
        shows(page, f"orders={count} same=True")
        if count % 2 == 0:
            server.kill()
            server.start()
            settled(page)
            page.reload()
            shows(page, f"orders={count} same=True")


COUNTER = """
import streamlit as st

st.session_state.setdefault("n", 0)
if st.button("Add"):
    st.session_state.n += 1
st.text(f"n={st.session_state.n}")
"""


def test_s13_what_another_secret_has_signed_is_told_and_comes_back(
    serve: Serve, visit: Visit
) -> None:
    server = serve(COUNTER)
    restart(server, "s")
    page = visit(server.url, but=CUT)
    count = 0

    def goes_on() -> None:
        nonlocal count
        for _ in range(2):
            page.get_by_role("button", name="Add").click()
            count += 1
            shows(page, f"n={count}")

    goes_on()
    # The machines of an app are told of a new secret in the wrong order.
    restart(server, "s,t")
    goes_on()
    restart(server, "s")
    expect(page.get_by_text("it was stored and cannot be read here")).to_be_visible()
    restart(server, "s,t")
    shows(page, f"n={count}")
    goes_on()


def restart(server: Server, secret: str) -> None:
    """Kill a server, and start it with another secret."""
    server.kill()
    options = Path(server.folder, ".ostinato", "config.toml")
    options.parent.mkdir(exist_ok=True)
    options.write_text(f'[server]\ncookieSecret = "{secret}"\n')
    options.chmod(0o600)
    server.start()


def test_n02_new_workers_take_over_and_nobody_sees_more_than_a_blink(
    serve: Serve, visit: Visit
) -> None:
    server = serve(SCRIPT, *TWO)
    page = visit(server.url)
    enter(page, "Name", "Ada")
    shows(page, "Ada, 30, , ,")
    page.get_by_label("Name").press("End")
    page.evaluate(WATCH)
    server.reload()
    typed = "Ada"
    while not any("are renewed" in line for line in server.log):
        page.keyboard.type("x")
        typed += "x"
    settled(page)
    page.keyboard.type("!")
    expect(page.get_by_label("Name")).to_have_value(f"{typed}!")
    page.keyboard.press("Enter")
    shows(page, f"{typed}!, 30, , ,")
    assert page.evaluate("seen") == []


def test_another_app_at_the_same_address_gets_nothing(server: Server, page: Page) -> None:
    other = Path(server.folder, "other.py")
    other.write_text(SCRIPT)
    server.kill()
    second = Server.of(other, "--port", str(server.port)).start()
    try:
        expect(page.get_by_test_id("stBegunAnew")).to_be_visible()
        shows(page, "Page 1 of 3")
        shows(page, ", 30, , ,")
        expect(page.get_by_label("Name")).to_have_value("")
    finally:
        second.stop()


def is_as_left(page: Page) -> None:
    shows(page, "Ada, 31, Main Street, London, Charles")
    expect(guest(page)).to_have_value("Gra")


def guest(page: Page) -> Locator:
    return page.get_by_label("Guest")


def enter(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)
    page.keyboard.press("Enter")


def go(page: Page, where: str, number: int) -> None:
    page.get_by_role("button", name=where).click()
    shows(page, f"Page {number} of 3")


def test_a_page_of_another_version_reloads_itself_once_and_then_says_so(
    serve: Serve, visit: Visit
) -> None:
    server = serve("""
        import ostinato.server.socket
        import streamlit as st

        if st.button("Upgrade"):
            ostinato.server.socket.PROTOCOL = 1_000_000
    """)
    page = visit(server.url)
    page.get_by_role("button", name="Upgrade").click()
    settled(page)
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    page.reload()
    page.get_by_text("A new version of this app is here.").wait_for()
    page.wait_for_timeout(1_000)
    assert len(loads) == 2  # the one above, and its own
