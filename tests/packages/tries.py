"""What a person does with other people's packages: see `tools/packages.py`."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import FrameLocator, Page, expect


class Try(NamedTuple):
    """One package.

    Args:
        app: The name of the script in `apps`.
        installs: What is installed; the first is the package.
        what: What was tried, in the words of the guide.
        use: Does that, and fails where it does not work.
        but: What is known not to work, and why.
        is_known: Whether it is known not to work at all.
    """

    app: str
    installs: list[str]
    what: str
    use: Callable[[Page], object]
    but: str = ""
    is_known: bool = False


def frame(page: Page, place: int = 0) -> FrameLocator:
    """Return the inside of the frame of a component."""
    return page.frame_locator("iframe.stCustomComponentV1").nth(place)


def sees(page: Page, text: str) -> None:
    """Wait until a text is on the page."""
    expect(page.get_by_text(text, exact=True)).to_be_visible(timeout=20_000)


def aggrid(page: Page) -> None:
    sees(page, "sum: 13500")
    cell = frame(page).get_by_role("gridcell", name="Lima")
    cell.click()
    sees(page, "chosen: ['Lima']")
    people = frame(page).get_by_role("gridcell", name="2800")
    people.dblclick()
    frame(page).locator(".ag-cell-inline-editing input").fill("3000")
    page.keyboard.press("Enter")
    sees(page, "sum: 13700")


def option_menu(page: Page) -> None:
    sees(page, "side: Home, top: Home")
    frame(page, 0).get_by_text("Settings").click()
    frame(page, 1).get_by_text("Tasks").click()
    sees(page, "side: Settings, top: Tasks")


def antd(page: Page) -> None:
    sees(page, "buttons: apple, page: 1, tree: None, step: one")
    frame(page, 0).get_by_text("pear").click()
    frame(page, 1).get_by_text("3", exact=True).click()
    frame(page, 2).get_by_text("leaf").click()
    frame(page, 3).get_by_text("two").click()
    sees(page, "buttons: pear, page: 3, tree: leaf, step: two")


def folium(page: Page) -> None:
    sees(page, "zoom: 16")
    expect(page.locator("iframe.stCustomComponentV1")).to_have_css("height", re.compile("3..px"))


def echarts(page: Page) -> None:
    expect(page.locator("canvas")).to_be_visible()
    sees(page, "clicked: {'chart_event': None}")


def ace(page: Page) -> None:
    sees(page, "code: 'x = 1'")
    frame(page).locator("textarea.ace_text-input").focus()
    page.keyboard.press("End")
    page.keyboard.type("23")
    sees(page, "code: 'x = 123'")


def autorefresh(page: Page) -> None:
    sees(page, "count: 5")


def extra_components(page: Page) -> None:
    sees(page, "tab: 1, step: 0, cookie: None")
    frame(page, 0).get_by_text("Done").click()
    sees(page, "tab: 2, step: 0, cookie: None")
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_text("cookie: yes")).to_be_visible()
    page.reload()
    expect(page.get_by_text("cookie: yes")).to_be_visible()


def extras(page: Page) -> None:
    sees(page, "all drawn")
    page.get_by_role("button", name="Keep").click()
    sees(page, "kept: on")
    page.get_by_role("button", name="One").click()
    sees(page, "kept: on")
    expect(page.get_by_role("button", name="Green")).to_have_css(
        "background-color", "rgb(0, 128, 0)"
    )
    page.get_by_text("More", exact=True).click()
    sees(page, "hidden text")


def annotated(page: Page) -> None:
    sees(page, "all drawn")
    expect(page.get_by_text("annotated")).to_be_visible()
    expect(page.get_by_text("adj", exact=True)).to_be_visible()


def authenticator(page: Page) -> None:
    sees(page, "nobody")
    page.get_by_label("Username", exact=True).fill("ada")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Login").click()
    sees(page, "refused")
    page.get_by_label("Password", exact=True).fill("secret")
    page.get_by_role("button", name="Login").click()
    sees(page, "welcome Ada L")
    page.wait_for_function("document.cookie.includes('tried_login')")
    tab = page.context.new_page()
    tab.goto(page.url)
    sees(tab, "welcome Ada L")
    tab.get_by_role("button", name="Logout").click()
    sees(tab, "nobody")


def drawable_canvas(page: Page) -> None:
    sees(page, "shapes: 0")
    box = page.locator("canvas").last.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=5)
    page.mouse.up()
    sees(page, "shapes: 1")


def card(page: Page) -> None:
    sees(page, "clicked: False")
    frame(page).get_by_text("to click").click()
    sees(page, "clicked: True")


def plotly_events(page: Page) -> None:
    sees(page, "points: []")
    box = frame(page).locator(".nsewdrag").bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(middle[0] - 20, middle[1])
    page.mouse.move(*middle, steps=10)
    expect(frame(page).locator(".hovertext").first).to_be_visible()
    page.mouse.click(*middle)
    sees(page, "points: [2]")


def pygwalker(page: Page) -> None:
    sees(page, "all drawn")
    expect(page.frame_locator("iframe").first.get_by_text("Data").first).to_be_visible(
        timeout=30_000
    )


def stqdm(page: Page) -> None:
    sees(page, "total: 10")
    expect(page.get_by_text("Counting: 100% 5/5")).to_be_visible()


TRIES = [
    Try("aggrid", ["streamlit-aggrid"], "select a row, edit a cell", aggrid),
    Try("option_menu", ["streamlit-option-menu"], "menus in sidebar and page", option_menu),
    Try("antd", ["streamlit-antd-components"], "buttons, pagination, tree, steps", antd),
    Try(
        "folium_map",
        ["streamlit-folium"],
        "a map with a marker, its zoom",
        folium,
        "it loads Leaflet from cdn.jsdelivr.net, which could not be reached where this was tried",
        is_known=True,
    ),
    Try(
        "echarts",
        ["streamlit-echarts"],
        "a bar chart",
        echarts,
        "`events` and `JsCode`: text that is run as JavaScript, which the page's policy forbids;"
        " version 0.4.0, in a frame, has them",
    ),
    Try("ace", ["streamlit-ace"], "type, with `auto_update`", ace),
    Try("autorefresh", ["streamlit-autorefresh"], "six runs, 0.4 s apart", autorefresh),
    Try(
        "extra_components",
        ["extra-streamlit-components"],
        "tab bar, stepper bar, cookie manager, also after a reload",
        extra_components,
    ),
    Try("extras", ["streamlit-extras"], "15 of its extras on one page", extras),
    Try("annotated", ["st-annotated-text"], "words with annotations", annotated),
    Try(
        "authenticator",
        ["streamlit-authenticator"],
        "log in, wrong and right; another tab by cookie; log out",
        authenticator,
    ),
    Try("drawable_canvas", ["streamlit-drawable-canvas"], "draw a line", drawable_canvas),
    Try("card", ["streamlit-card"], "click a card", card),
    Try(
        "plotly_events",
        ["streamlit-plotly-events", "plotly"],
        "click a point of `go.Scatter`",
        plotly_events,
        "figures of Plotly Express from Plotly 6 on: the package's Plotly.js does not know the form"
        " of their numbers, in Streamlit either",
    ),
    Try(
        "pygwalker_app",
        ["pygwalker"],
        "`to_html` in `components.html`",
        pygwalker,
        "`StreamlitRenderer` adds a route to the Tornado server of older Streamlits, which neither"
        " Ostinato nor Streamlit 1.67 has; its page fetches more from other sites, which could not"
        " be reached where this was tried",
        is_known=True,
    ),
    Try("stqdm_app", ["stqdm"], "a loop with its bar", stqdm),
]
