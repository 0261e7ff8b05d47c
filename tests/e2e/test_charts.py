"""Forty charts of all kinds: who sees, hears or types otherwise has all of them, too."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import load_axe, violations
from e2e.page import Serve, Visit, settled, shifted, watch_shifts
from e2e.server import Server
from e2e.test_maps import DRIVER, PLAIN

CHARTS = Path(__file__).parent / "apps" / "charts.py"

READING = "Canvas2D: Multiple readback"
"""What Chromium has to say of how Plotly computes colors."""

DRAWN = 30_000
"""Milliseconds for ten charts that software paints, some of them in three dimensions."""

METRICS = 26
"""They have pictures of numbers that stand beside them: no charts with a name and tools."""

EMPTY = 24
"""A chart of no rows."""

LEGENDS = {
    **dict.fromkeys((1, 2, 7, 8, 9, 10), ["north", "south", "west"]),
    4: ["north", "south"],
    5: ["tons", "gain"],
    **dict.fromkeys((12, 13, 15, 34), ["2025", "2026"]),
    18: ["apples", "figs", "grapes", "pears", "plums"],
    **dict.fromkeys((19, 33), ["left", "middle", "right"]),
}

STILL = {35: "colors and a hill", 36: "rings", 37: "a picture", 38: "a graph"}
"""Charts that nothing can be moved or pointed at in by keys: their table has all there is."""

FOCUSED = """() => {
    const here = document.activeElement;
    if (here === document.body) return null;
    const box = here.closest('[class*="st-key-c"]');
    const key = box && [...box.classList].find((name) => name.startsWith("st-key-c"));
    return [key, here.ariaLabel ?? here.innerText, here.getAttribute("role") ?? here.localName];
}"""

ROWS = """(box) => {
    const grid = box.querySelector('[role="grid"]');
    if (grid) return Number(grid.getAttribute("aria-rowcount")) - 1;
    return box.querySelectorAll("table tbody tr").length || null;
}"""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    return serve(CHARTS, *PLAIN)


def prepare(page: Page) -> None:
    load_axe(page)
    watch_shifts(page)


def stops(page: Page) -> dict[str, list[tuple[str, str]]]:
    """Return what Tab comes by in each container: its name and its role."""
    found: dict[str, list[tuple[str, str]]] = {}
    page.get_by_test_id("stMain").focus()
    for _ in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return found
        found.setdefault(stop[0], []).append((stop[1], stop[2]))
    raise AssertionError("Tab does not come to the end of the page")


@pytest.mark.parametrize("part", [1, 2, 3, 4])
def test_q10_z07_a07_o08_every_chart_is_for_everybody(
    server: Server, visit: Visit, part: int
) -> None:
    themes = ("light", "dark") if part % 2 else ("dark", "light")
    page = visit(
        f"{server.url}/?part={part}",
        but=f"{DRIVER}|{READING}",
        before=prepare,
        within=DRAWN,
        color_scheme=themes[0],
        viewport={"width": 1280, "height": 900},
    )
    assert shifted(page) < 0.001
    assert violations(page) == []
    found = stops(page)
    for number in range(10 * part - 9, 10 * part + 1):
        if number != METRICS:
            reaches(page, number, found[f"st-key-c{number}"])
    page.emulate_media(color_scheme=themes[1])  # type: ignore[arg-type]
    settled(page, within=DRAWN)
    assert violations(page) == []
    assert shifted(page) < 0.001
    for number in range(10 * part - 9, 10 * part + 1):
        if number != METRICS:
            has_rows(page, number)


def reaches(page: Page, number: int, stops: list[tuple[str, str]]) -> None:
    """Check that keys come to a chart, by its name, to its legend and its tools."""
    box = page.locator(f".st-key-c{number}")
    chart = box.get_by_role("img" if number == 37 else "figure").first
    name = chart.get_attribute("alt" if number == 37 else "aria-label")
    assert name, number
    names = [label for label, _ in stops]
    for tool in ("Show data", "Fullscreen"):
        assert any(label.startswith(tool) for label in names), (number, tool, names)
    for series in LEGENDS.get(number, []):
        assert series in names, (number, series, names)
    if number not in STILL:
        assert (name, "application") in stops, (number, name, stops)


def has_rows(page: Page, number: int) -> None:
    """Check that the table behind each chart of a container has rows."""
    box = page.locator(f".st-key-c{number}")
    box.get_by_role("button", name="Show data").evaluate_all(
        "buttons => buttons.forEach((each) => each.click())"
    )
    tables = box.locator('[role="grid"], .st-chart-table table')
    expect(tables.first).to_be_attached(timeout=20_000)
    if number != EMPTY:
        assert box.evaluate(ROWS), number


def test_q10_forced_colors_leave_shapes_and_shades(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/?part=2", forced_colors="active")
    middle = page.locator(".st-plot-of-scatter [data-pattern='1']")
    expect(middle).to_have_css("background-image", "none")
    expect(middle).to_have_css("border-radius", "0px")
    shades = page.locator(".st-plot-shades i").evaluate(
        "(bar) => getComputedStyle(bar).backgroundImage.match(/rgb[^)]*/g)"
    )
    assert len(set(shades)) == len(shades) > 3
