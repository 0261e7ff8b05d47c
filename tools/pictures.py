"""Take the pictures of the front page, or of every element in every look, to look at.

python tools/pictures.py front    the tour, for the README; a good font makes good pictures
python tools/pictures.py gallery  the pages of the gallery and the states of inputs, in .pictures
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from ostinato.gallery import FAMILIES

ROOT = Path(__file__).parent.parent
FRONT = ROOT / "docs/images"
PICTURES = ROOT / ".pictures"
STATES = ROOT / "tests/e2e/apps/states.py"
SCREENS = {"desktop": (1280, 840), "phone": (390, 844)}
THEMES = ("light", "dark")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "forced": {"forced_colors": "active"},
}
NAMES = ("chromium", "chromium-browser", "google-chrome")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


def front(browser: Browser) -> None:
    """Take one picture of the tour for each theme and screen."""
    with served("hello", "--headless") as url:
        # The first run pays for what the later ones find ready, and it tells its time.
        opened(browser, url, "light", "desktop").close()
        for theme in THEMES:
            for screen in SCREENS:
                path = FRONT / f"hello-{theme}-{screen}.png"
                page = opened(browser, url, theme, screen)
                page.screenshot(path=path, animations="disabled")
                page.close()


def gallery(browser: Browser) -> None:
    """Take a picture of each page of the gallery, and of the states of inputs, in each look."""
    PICTURES.mkdir(exist_ok=True)
    with served("hello", "--headless") as url:
        for family in FAMILIES:
            looks(browser, f"{url}?page={family}", family.lower())
    with served("run", str(STATES), "--server.headless", "true") as url:
        looks(browser, url, "states", press="Say what is wrong")
    print(f"look at {PICTURES}")


def looks(browser: Browser, url: str, name: str, press: str = "") -> None:
    """Take the pictures of one page, as high as it is, once a button is pressed."""
    for look, given in LOOKS.items():
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 840}, **given})
        visit(page, url)
        if press:
            page.get_by_role("button", name=press).click()
        width = page.viewport_size["width"] if page.viewport_size else 1280
        page.set_viewport_size({"width": width, "height": page.evaluate(HEIGHT)})
        # What comes into sight may be loaded only then.
        page.wait_for_load_state("networkidle")
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


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """Yield the address of what `ostinato` serves with these arguments."""
    command = [sys.executable, "-u", "-m", "ostinato", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            lines = (line.split() for line in server.stdout)
            yield next(words[-1] for words in lines if words[:2] == ["Local", "URL:"])
        finally:
            server.terminate()


if __name__ == "__main__":
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        take = {"front": front, "gallery": gallery}[sys.argv[1]]
        options = ["--no-sandbox", "--disable-gpu"]
        take(playwright.chromium.launch(executable_path=chromium, args=options))
