"""Take the pictures of the tour for the front page; a good font makes good pictures."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent.parent / "docs/images"
SCREENS = {"desktop": (1280, 840), "phone": (390, 844)}
THEMES = ("light", "dark")
NAMES = ("chromium", "chromium-browser", "google-chrome")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def main() -> None:
    """Serve the tour and take one picture for each theme and screen."""
    command = [sys.executable, "-u", "-m", "ostinato", "hello", "--headless"]
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            lines = (line.split() for line in server.stdout)
            url = next(words[-1] for words in lines if words[:2] == ["Local", "URL:"])
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
                )
                # The first run pays for what the later ones find ready, and it tells its time.
                opened(browser, url, THEMES[0], "desktop").close()
                for theme in THEMES:
                    for screen in SCREENS:
                        path = FOLDER / f"hello-{theme}-{screen}.png"
                        page = opened(browser, url, theme, screen)
                        page.screenshot(path=path, animations="disabled")
                        page.close()
        finally:
            server.terminate()


def opened(browser: Browser, url: str, theme: str, screen: str) -> Page:
    """Open the page on a screen of today's density, and wait until it is drawn."""
    width, height = SCREENS[screen]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=2,
        is_mobile=screen == "phone",
    )
    page.goto(url)
    page.wait_for_selector(READY)
    # Icons and widgets come when they are first needed.
    page.wait_for_load_state("networkidle")
    return page


if __name__ == "__main__":
    main()
