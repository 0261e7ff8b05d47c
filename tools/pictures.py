"""Take the pictures of the front page, or of every element in every look, to look at.

python tools/pictures.py front    the tour, for the README; a good font makes good pictures
python tools/pictures.py gallery  the pages of the gallery and the states of inputs, in .pictures
python tools/pictures.py charts   forty charts beside those of Streamlit, in .pictures/charts
python tools/pictures.py elements each element, for the documentation: those that are not current
"""

import dataclasses
import io
import json
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

import portraits
import serving
from ostinato.gallery import FAMILIES

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.browser import chromium  # noqa: E402  (a folder of the checkout, not a package)
from benchmarks.products import STREAMLIT  # noqa: E402  (a folder of the checkout, not a package)
from benchmarks.servers import free_port, running  # noqa: E402

FRONT = ROOT / "docs/images"
PICTURES = ROOT / ".pictures"
STATES = ROOT / "tests/e2e/apps/states.py"
CHARTS = ROOT / "tests/e2e/apps/charts.py"
COUNT, PART = 40, 10  # how many charts there are, and on one page of them
SCREENS = {"desktop": (1280, 840), "phone": (390, 844)}
THEMES = ("light", "dark")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "forced": {"forced_colors": "active"},
}
BESIDE, SIDES = ("light", "dark", "phone"), ("ours", "theirs")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
MARGIN = 16
MAIN = '[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]'
PRESSED = {
    "flow-dialog": "Make a wish",
    "layout-expander": "Programme notes",
    "layout-popover": "Settings",
    "status-effects": "Toast",
    "status-spinner": "Tune",
}
"""What is to be pressed in examples that show little before."""
PRESSED_SHOWS = '[data-testid="stPopoverBody"], [data-testid="stToast"], dialog[open]'
REST = 600
"""Milliseconds after which what moves has come to rest."""
EXAMPLE = """\
import ostinato as st
from ostinato import gallery

family, name = st.query_params["example"].split("-")
next(each for each in gallery.FAMILIES[family.title()] if each.__name__ == name)()
"""
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


def front(browser: Browser) -> None:
    """Take one picture of the tour for each theme and screen."""
    with served("hello") as url:
        # The first run pays for what the later ones find ready, and a page tells its time; what
        # the app may show next is imported for a while after it.
        first = opened(browser, url, "light", "desktop")
        first.wait_for_timeout(5_000)
        first.close()
        for theme in THEMES:
            for screen in SCREENS:
                path = FRONT / f"hello-{theme}-{screen}.png"
                page = opened(browser, url, theme, screen)
                page.screenshot(path=path, animations="disabled")
                page.close()


def gallery(browser: Browser) -> None:
    """Take a picture of each page of the gallery, and of the states of inputs, in each look."""
    PICTURES.mkdir(exist_ok=True)
    with served("hello") as url:
        for family in FAMILIES:
            looks(browser, f"{url}?page={family}", family.lower())
    with served("run", str(STATES)) as url:
        looks(browser, url, "states", press="Say what is wrong")
    print(f"look at {PICTURES}")


def charts(browser: Browser) -> None:
    """Take a sheet of each chart: ours at the left, Streamlit's at the right, a row for a look."""
    folder = PICTURES / "charts"
    folder.mkdir(parents=True, exist_ok=True)
    streamlit = dataclasses.replace(STREAMLIT, more=("graphviz", "matplotlib", "plotly"))
    streamlit.install()
    with (
        served("run", str(CHARTS)) as ours,
        running(streamlit, CHARTS, free_port()) as theirs,
    ):
        for look in BESIDE:
            for name, url in zip(SIDES, (ours, theirs.url), strict=True):
                for part in range(1, COUNT // PART + 1):
                    shoot(browser, url, part, look, folder / f"{look}-{name}")
    for number in range(1, COUNT + 1):
        sheet(browser, folder, number)
    print(f"look at {folder}")


def shoot(browser: Browser, url: str, part: int, look: str, stem: Path) -> None:
    """Take a picture of each chart of a page, once nothing on it changes any more."""
    page = browser.new_page(**{"viewport": {"width": 1280, "height": 840}, **LOOKS[look]})
    visit(page, f"{url}?part={part}")
    heighten(page)
    last, now = b"", page.screenshot(animations="disabled")
    while now != last:
        page.wait_for_timeout(500)
        last, now = now, page.screenshot(animations="disabled")
    for number in range(PART * (part - 1) + 1, PART * part + 1):
        box = page.locator(f".st-key-c{number}")
        box.screenshot(path=f"{stem}-{number}.png", animations="disabled")
    page.close()


def sheet(browser: Browser, folder: Path, number: int) -> None:
    """Put the pictures of one chart on a sheet."""
    rows = [[f'<td><img src="{look}-{side}-{number}.png">' for side in SIDES] for look in BESIDE]
    table = "<tr>".join("".join(row) for row in rows)
    page = browser.new_page(viewport={"width": 1500, "height": 400})
    whole = folder / f"{number:02}.html"
    whole.write_text(f"<style>td {{ vertical-align: top }}</style><table><tr>{table}</table>")
    page.goto(whole.as_uri())
    page.screenshot(path=whole.with_suffix(".png"), full_page=True)
    page.close()


def heighten(page: Page) -> None:
    """Make the window as high as the page is."""
    width = page.viewport_size["width"] if page.viewport_size else 1280
    page.set_viewport_size({"width": width, "height": page.evaluate(HEIGHT)})
    # What comes into sight may be loaded only then.
    page.wait_for_load_state("networkidle")


def elements(browser: Browser) -> None:
    """Take the pictures of the examples that are missing or not current, and remove the others."""
    portraits.FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "example.py"
        script.write_text(EXAMPLE)
        with served("run", str(script)) as url:
            for name in portraits.stale():
                for theme in portraits.THEMES:
                    portrait(browser, f"{url}?example={name}", name, theme)
                print(f"took {name}")
    current = portraits.fingerprints()
    for path in portraits.FOLDER.glob("*.webp"):
        if path.stem.rpartition("-")[0] not in current:
            path.unlink()
    portraits.CURRENT.write_text(json.dumps(current, indent=2) + "\n")


def portrait(browser: Browser, url: str, name: str, theme: str) -> None:
    """Take the picture of one example in one theme."""
    page = browser.new_page(
        viewport={"width": portraits.WIDTH, "height": 1200},
        color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=2,
        reduced_motion="reduce",
    )
    visit(page, url)
    if name in PRESSED:
        page.get_by_text(PRESSED[name], exact=True).first.click()
    page.wait_for_timeout(REST)
    if page.locator("dialog[open]").count():
        # It stands in the middle of the page.
        page.set_viewport_size({"width": portraits.WIDTH, "height": 440})
    boxes = [
        page.locator(each).bounding_box()
        for each in (MAIN, PRESSED_SHOWS)
        if page.locator(each).count()
    ]
    area = [box for box in boxes if box]
    top = max(min(box["y"] for box in area) - MARGIN, 0)
    bottom = max(box["y"] + box["height"] for box in area) + MARGIN
    clip = {"x": 0, "y": top, "width": portraits.WIDTH, "height": bottom - top}
    shot = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.save(portraits.file_of(name, theme), quality=80, method=6)
    page.close()


def looks(browser: Browser, url: str, name: str, press: str = "") -> None:
    """Take the pictures of one page, as high as it is, once a button is pressed."""
    for look, given in LOOKS.items():
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 840}, **given})
        visit(page, url)
        if press:
            page.get_by_role("button", name=press).click()
        heighten(page)
        page.screenshot(path=PICTURES / f"{name}-{look}.png", animations="disabled")
        page.close()


def opened(browser: Browser, url: str, theme: str, screen: str) -> Page:
    """Open the page on a screen of today's density."""
    width, height = SCREENS[screen]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=2,
        is_mobile=screen == "phone",
    )
    visit(page, url)
    return page


def visit(page: Page, url: str) -> None:
    """Open a page and wait until it is drawn; icons, fonts and widgets come when needed."""
    page.goto(url)
    page.wait_for_selector(READY)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")


def served(*arguments: str) -> AbstractContextManager[str]:
    """Serve with these arguments of `ostinato`, and yield the address."""
    return serving.served([sys.executable, "-m", "ostinato", *arguments])


if __name__ == "__main__":
    kinds = {"front": front, "gallery": gallery, "charts": charts, "elements": elements}
    with chromium() as browser:
        kinds[sys.argv[1]](browser)
