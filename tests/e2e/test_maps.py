"""Maps, which only a browser can draw: with base maps, without a network, and without WebGL."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from e2e.axe import load_axe, violations
from e2e.chromium import FLAGS, chromium
from e2e.page import Serve, Visit, settled, shifted, watch_shifts
from e2e.test_first_load import CALLED, at_most, into, packable, zipped
from services import free_port

PLAIN = ("--maps.lightStyle=", "--maps.darkStyle=")

DRIVER = "GL Driver Message|WebGL"
"""Who draws without a graphics card says how long it takes to read what it has drawn."""

MAP = """
    import streamlit as st

    st.button("Again")
    st.map(
        {"lat": [48.2, 48.3, None], "lon": [16.3, 16.4, 1], "city": ["Wien", "Korneuburg", "No"]},
        height=400, zoom=9 if st.toggle("Near") else None,
    )
    """


def figure(page: Page, id: str = "stDeckGlJsonChart") -> Locator:
    found = page.get_by_test_id(id)
    expect(found).not_to_have_attribute("aria-busy", "true", timeout=30_000)
    return found


class Tiles:
    """A server of a base map of one colour."""

    PIXEL = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
        "cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )

    def __init__(self, port: int) -> None:
        asked: list[str] = []
        self.asked = asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                body, type = Tiles.PIXEL, "image/png"
                if self.path.endswith(".json"):
                    body, type = json.dumps(Tiles.style(port)).encode(), "application/json"
                self.send_response(200)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Type", type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        class Queue(ThreadingHTTPServer):
            request_queue_size = 100

        self._server = Queue(("127.0.0.1", port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @staticmethod
    def style(port: int) -> dict[str, object]:
        tiles = {
            "type": "raster",
            "tiles": [f"http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}.png"],
            "tileSize": 256,
            "attribution": '<a href="https://example.com">The makers</a><script>no()</script>',
        }
        layer = {"id": "tiles", "type": "raster", "source": "tiles"}
        return {"version": 8, "sources": {"tiles": tiles}, "layers": [layer]}

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def tiles(port: int) -> Iterator[Tiles]:
    server = Tiles(port)
    yield server
    server.close()


def test_o03_points_are_there_without_a_network(serve: Serve, visit: Visit) -> None:
    server = serve(MAP)
    page = visit(server.url, but=f"{DRIVER}|Failed to load resource", before=without_network)
    box = figure(page)
    name = "Map of 2 points between 48.20° N, 16.30° E and 48.30° N, 16.40° E"
    expect(page.get_by_role("figure", name=name)).to_be_visible()
    expect(box.locator(".st-map-scale")).to_have_text("2 km")
    expect(box.locator(".st-map-credit")).to_be_hidden()
    assert box.locator(".st-map-lines").evaluate("canvas => canvas.width") > 0


def test_o03_a_base_map_comes_below_the_points_and_is_tried_for_again(
    serve: Serve, visit: Visit, port: int
) -> None:
    styles = (f"--maps.lightStyle=http://127.0.0.1:{port}/light.json",)
    page = visit(serve(MAP, *styles).url, but=f"{DRIVER}|Failed to load resource")
    box = figure(page)
    assert box.locator(".st-map-lines").evaluate("canvas => canvas.width") > 0
    tiles = Tiles(port)
    credit = box.locator(".st-map-credit")
    expect(credit).to_have_text("The makers", timeout=20_000)
    expect(credit.get_by_role("link")).to_have_attribute("href", "https://example.com/")
    assert box.locator(".st-map-lines").evaluate("canvas => canvas.width") == 0
    assert any(path.endswith(".png") for path in tiles.asked)
    tiles.close()


def test_o03_light_and_dark_have_maps_of_their_own(
    serve: Serve, visit: Visit, port: int, tiles: Tiles
) -> None:
    address = f"http://127.0.0.1:{port}"
    styles = (f"--maps.lightStyle={address}/light.json", f"--maps.darkStyle={address}/dark.json")
    page = visit(serve(MAP, *styles).url, but=f"{DRIVER}|Failed to load resource")
    expect(figure(page).locator(".st-map-credit")).to_have_text("The makers")
    assert "/dark.json" not in tiles.asked
    page.emulate_media(color_scheme="dark")
    for _ in range(100):
        if "/dark.json" in tiles.asked:
            break
        page.wait_for_timeout(50)
    assert "/dark.json" in tiles.asked


def test_o03_pages_load_from_nowhere_else(serve: Serve, visit: Visit, port: int) -> None:
    page = visit(serve(MAP, *PLAIN).url, but="Content Security Policy|Refused|Fetch API|" + DRIVER)
    told = page.evaluate(
        f"fetch('http://127.0.0.1:{port}/').then(() => 'came', () => 'refused')",
    )
    assert told == "refused"
    answer = page.request.get(page.url)
    assert "connect-src 'self';" in answer.headers["content-security-policy"]


def test_a_map_is_moved_by_keys_and_buttons_and_stays_where_it_is(
    serve: Serve, visit: Visit
) -> None:
    app = MAP.replace("None,\n    )", "10,\n    )")
    page = visit(serve(app, *PLAIN).url, but=DRIVER, before=load_axe)
    box = figure(page)
    scale = box.locator(".st-map-scale")
    expect(scale).to_have_text("5 km")
    assert violations(page) == []
    box.get_by_role("button", name="Zoom in").click()
    expect(scale).to_have_text("2 km")
    box.locator("canvas.maplibregl-canvas").focus()
    page.keyboard.press("-")
    expect(scale).to_have_text("5 km")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("=")
    expect(scale).to_have_text("2 km")
    page.get_by_role("button", name="Again").click()
    settled(page)
    expect(scale).to_have_text("2 km")
    page.get_by_text("Near", exact=True).click()
    expect(scale).to_have_text("10 km")
    box.hover()
    box.get_by_role("button", name="Show all points").click()


def test_a_page_is_scrolled_over_a_map_and_nothing_moves_when_it_comes(
    serve: Serve, visit: Visit
) -> None:
    app = """
        import streamlit as st

        st.map({"lat": [48.2, 48.3], "lon": [16.3, 16.4]}, height=400)
        for number in range(60):
            st.text(number)
        """
    page = visit(
        serve(app, *PLAIN).url,
        but=DRIVER,
        before=watch_shifts,
    )
    box = figure(page)
    before = box.locator(".st-map-scale").text_content()
    assert shifted(page) == 0
    box.hover()
    page.mouse.wheel(0, 300)
    expect(box).not_to_be_in_viewport(ratio=0.9)
    assert box.locator(".st-map-scale").text_content() == before


def test_what_one_points_at_is_told_from_the_table(serve: Serve, visit: Visit) -> None:
    app = """
        import streamlit as st

        st.map({"lat": [10], "lon": [20], "name": ["<b>Here</b>"]}, height=300)
        """
    page = visit(serve(app, *PLAIN).url, but=DRIVER)
    box = figure(page)
    box.locator("canvas.maplibregl-canvas").hover()
    tip = box.locator(".st-map-tip")
    expect(tip).to_contain_text("<b>Here</b>")
    box.get_by_role("button", name="Show data").click()
    expect(box.get_by_test_id("data-grid-canvas")).to_be_visible()


def test_o08_the_keyboard_goes_through_points(serve: Serve, visit: Visit) -> None:
    page = visit(serve(MAP, *PLAIN).url, but=DRIVER, before=load_axe)
    box = figure(page)
    box.locator("canvas.maplibregl-canvas").focus()
    page.keyboard.press("n")
    status = box.get_by_role("status")
    expect(status).to_have_text("lat: 48.2, lon: 16.3, city: Wien (1 of 2)")
    expect(box.locator(".st-map-tip")).to_contain_text("Wien")
    expect(box.locator(".st-map-ring")).to_be_visible()
    assert violations(page) == []
    for _ in range(6):
        page.keyboard.press("=")
    page.keyboard.press("End")
    expect(status).to_have_text("lat: 48.3, lon: 16.4, city: Korneuburg (2 of 2)")
    whole, ring = (each.bounding_box() for each in (box, box.locator(".st-map-ring")))
    assert whole
    assert ring
    assert whole["x"] < ring["x"] < whole["x"] + whole["width"]
    assert whole["y"] < ring["y"] < whole["y"] + whole["height"]
    page.keyboard.press("Escape")
    expect(box.locator(".st-map-ring")).to_be_hidden()
    expect(box.locator(".st-map-tip")).to_be_empty()


def test_o07_a_browser_that_cannot_draw_shows_the_data(browser: Browser, serve: Serve) -> None:
    server = serve(MAP, *PLAIN)
    flags = [*FLAGS, "--disable-3d-apis"]
    blind = browser.browser_type.launch(executable_path=chromium(), args=flags)
    try:
        page = blind.new_page()
        page.goto(server.url)
        settled(page)
        box = figure(page)
        expect(box).to_contain_text("This browser cannot draw it")
        expect(box.get_by_test_id("data-grid-canvas")).to_be_visible()
    finally:
        blind.close()


DECK = """
    import pydeck, streamlit as st

    cities = [{"city": "Wien", "at": [16, 48]}, {"city": "Roma", "at": [12, 42]}]
    layer = pydeck.Layer("ScatterplotLayer", cities, id="cities", pickable=True,
        get_position="at", get_fill_color=[200, 0, 0], get_radius=60000)
    view = pydeck.ViewState(longitude=16, latitude=48, zoom=5)
    deck = pydeck.Deck(layer, initial_view_state=view,
        tooltip={"html": "<b>{city}</b>"}, map_style=None)
    event = st.pydeck_chart(deck, on_select="rerun", key="cities", height=300)
    st.text(f"Selected {event.selection.indices} {event.selection.objects}")
    st.button("Again")
    """
WIEN = "Selected {'cities': [0]} {'cities': [{'city': 'Wien', 'at': [16, 48]}]}"


def test_o06_what_is_clicked_in_a_deck_is_selected_and_stays_so(serve: Serve, visit: Visit) -> None:
    page = visit(serve(DECK, *PLAIN).url, but=DRIVER, before=load_axe)
    box = figure(page, "stDeckGlJsonChart")
    canvas = box.locator("canvas.maplibregl-canvas")
    canvas.hover()
    page.mouse.move(0, 0)
    canvas.hover()
    expect(box.locator(".st-map-tip b")).to_have_text("Wien")
    canvas.click()
    expect(page.get_by_text(WIEN)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Again").click()
    settled(page)
    expect(page.get_by_text(WIEN)).to_be_visible()
    page.reload()
    settled(page)
    figure(page, "stDeckGlJsonChart")
    expect(page.get_by_text(WIEN)).to_be_visible()
    box.hover()
    page.get_by_role("button", name="Clear selection").click()
    expect(page.get_by_text("Selected {} {}")).to_be_visible()


def test_o08_the_keyboard_selects_objects_of_a_deck(serve: Serve, visit: Visit) -> None:
    page = visit(serve(DECK, *PLAIN).url, but=DRIVER, before=load_axe)
    box = figure(page)
    box.locator("canvas.maplibregl-canvas").focus()
    page.keyboard.press("n")
    expect(box.get_by_role("status")).to_have_text("Wien (1 of 2)")
    expect(box.locator(".st-map-tip b")).to_have_text("Wien")
    page.keyboard.press("Enter")
    expect(page.get_by_text(WIEN)).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("n")
    expect(box.get_by_role("status")).to_have_text("Roma (2 of 2)")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Selected {'cities': [1]}")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Selected {} {}")).to_be_visible()


def test_layers_of_every_family_are_drawn_and_others_are_named(serve: Serve, visit: Visit) -> None:
    app = """
        import pydeck, streamlit as st

        rows = [{"at": [16, 48], "hex": "881e15b709fffff", "n": 3}] * 600
        view = pydeck.ViewState(longitude=16, latitude=48, zoom=5)
        for kind, named in {
            "HexagonLayer": {"get_position": "at", "extruded": True},
            "H3HexagonLayer": {"get_hexagon": "hex", "get_fill_color": "[n * 80, 0, 0]"},
            "HeatmapLayer": {"get_position": "at"},
        }.items():
            layer = pydeck.Layer(kind, rows, **named)
            st.pydeck_chart(pydeck.Deck(layer, initial_view_state=view), height=150, alt=kind)
        points = pydeck.Layer("PointCloudLayer", [{"at": [0, 0, 0]}], get_position="at")
        st.pydeck_chart(pydeck.Deck(points, views=[pydeck.View("OrbitView")], map_provider=None,
            initial_view_state=pydeck.ViewState(target=[0, 0, 0], zoom=1)), height=150, alt="Orbit")
        st.pydeck_chart(pydeck.Deck(pydeck.Layer("NoLayer", rows)), alt="None")
        """
    page = visit(serve(app, *PLAIN).url, but=DRIVER)
    for name in ("HexagonLayer", "H3HexagonLayer", "HeatmapLayer", "Orbit"):
        box = page.get_by_role("figure", name=name, exact=True)
        expect(box).not_to_have_attribute("aria-busy", "true", timeout=30_000)
        expect(box.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_role("alert")).to_contain_text("deck.gl has no NoLayer")


def test_a_map_brings_no_more_than_it_may(serve: Serve, visit: Visit) -> None:
    server = serve(CALLED, *PLAIN)

    def sizes(call: str) -> dict[str, int]:
        requests: list[Request] = []
        page = visit(f"{server.url}?call={quote(call)}", but=DRIVER, before=into(requests))
        page.wait_for_load_state("networkidle")
        return {
            urlsplit(each.url).path.rpartition("/")[2]: zipped(each) for each in packable(requests)
        }

    before = sizes("")
    for call, kind in {'map({"lat": [1], "lon": [2]})': "map", "pydeck_chart()": "deck"}.items():
        added = {name: size for name, size in sizes(call).items() if name not in before}
        worker = added.pop("maplibre-gl-worker.mjs")
        assert worker <= 1024 * at_most("element.map_worker_kib")
        assert added["maplibre.js"] <= 1024 * at_most("element.maplibre_kib")
        assert 0 < sum(added.values()) <= 1024 * at_most(f"element.{kind}_kib"), added


def without_network(page: Page) -> None:
    page.route("https://tiles.openfreemap.org/**", lambda route: route.abort())
