"""Saver: someone in a storm who names files, saves them, and compares each byte."""

import random
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Download, Page

from e2e.page import settled
from e2e.storm import TO_COME_BACK, Person, Tally


class Saver(Person):
    """Types a name that was never there before, and presses one of the buttons."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        super().__init__(page, chance)
        self._asked: list[str] = []
        self._come: list[Download] = []
        page.on("download", lambda download: self._come.append(download))

    def act(self) -> None:
        # A file is made of what is there by then: nothing is typed until the last has come.
        if self.page.locator("[aria-busy]").count():
            self.page.wait_for_timeout(100)
            return
        name = f"file {len(self._asked) + 1}"
        self.page.get_by_label("Name").fill(name)
        self.press(self.chance.choice(["Made", "Kept"]))
        self._asked.append(name)

    def tally(self) -> Tally:
        end = time.monotonic() + TO_COME_BACK / 1000
        while len(self._come) < len(self._asked) and time.monotonic() < end:
            self.page.wait_for_timeout(50)
        self.waits_for_store()
        settled(self.page, within=TO_COME_BACK)
        self.page.wait_for_timeout(500)  # What came twice would have come by then.
        asked = Counter(f"{name}\n".encode() * 5000 for name in self._asked)
        come = Counter(Path(each.path()).read_bytes() for each in self._come)
        shown = self.shown()
        lost = (asked - come).total() + max(0, len(self._asked) - shown["presses"])
        doubled = (come - asked).total() + max(0, shown["presses"] - len(self._asked))
        sent = len(self._asked)
        return Tally(sent, sent - lost, doubled, lost, len(shown["homes"]) - 1)
