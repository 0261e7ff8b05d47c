"""Wanderer: someone in a storm who goes from page to page, and uses parts of them and dialogs."""

import random

from playwright.sync_api import Page, expect

from e2e.storm import TO_COME_BACK, Person, Tally

PAGES = {"Here": "First", "There": "Second"}
"""The page that has a button, by its name."""


class Wanderer(Person):
    """Presses what is on the page, writes notes in a dialog, and goes to the other page."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        super().__init__(page, chance)
        self._presses = {"Here": 0, "There": 0, "Inside": 0}
        self._notes: list[str] = []
        self._here = "Here"

    def act(self) -> None:
        acts = [self._press_here, self._press_here, self._turn]
        if self._here == "Here":
            acts += [self._press_inside, self._press_inside, self._write]
        self.chance.choice(acts)()

    def tally(self) -> Tally:
        name = self._here
        self._presses[name] += 1
        shown = self.last(name, name, self._presses[name])
        missed = sum(max(0, count - shown[name]) for name, count in self._presses.items())
        doubled = sum(max(0, shown[name] - count) for name, count in self._presses.items())
        missed += len(set(self._notes) - set(shown["notes"]))
        doubled += len(shown["notes"]) - len(set(shown["notes"]))
        sent = sum(self._presses.values()) + len(self._notes)
        return Tally(sent, sent - missed, doubled, missed, len(shown["homes"]) - 1)

    def _press_here(self) -> None:
        self._presses[self._here] += 1
        self.press(self._here)

    def _press_inside(self) -> None:
        self._presses["Inside"] += 1
        self.press("Inside")

    def _write(self) -> None:
        """Write a note that was never there before."""
        self.press("Write")
        dialog = self.page.get_by_role("dialog")
        self._notes.append(f"note {len(self._notes) + 1}")
        field = dialog.get_by_label("Text")
        expect(field).to_be_visible(timeout=TO_COME_BACK)
        field.fill(self._notes[-1])
        dialog.get_by_role("button", name="Keep").click()
        expect(dialog).to_have_count(0, timeout=TO_COME_BACK)

    def _turn(self) -> None:
        self._here = "There" if self._here == "Here" else "Here"
        links = self.page.get_by_test_id("stSidebarNavLink")
        links.filter(has_text=PAGES[self._here]).click(timeout=TO_COME_BACK)
        button = self.page.get_by_role("button", name=self._here, exact=True)
        expect(button).to_be_visible(timeout=TO_COME_BACK)
