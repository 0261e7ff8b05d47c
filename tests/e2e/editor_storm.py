"""Clerk: someone in a storm who types into a table, adds rows, deletes some and pastes others."""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Error, Locator, Page, expect

from e2e.page import settled
from e2e.storm import TO_COME_BACK, Person, Tally

FEWEST, MOST = 2, 8
"""Rows: all of them are in sight."""

COLUMNS = ("item", "count")

WATCH = """
    globalThis.stoodIn = false;
    new MutationObserver(() => {
        const notice = document.querySelector("[data-testid=stSaving]");
        if (notice?.textContent.includes("cannot be reached")) globalThis.stoodIn = true;
    }).observe(document, {subtree: true, childList: true, characterData: true});
"""
"""Has a page note that it stood in for one that could not be reached."""


def cell(page: Page, row: int, column: str) -> Locator:
    """Return a cell as screen readers find it; the first column is that of the boxes to choose."""
    return page.get_by_test_id(f"glide-cell-{COLUMNS.index(column) + 1}-{row}")


def choose(page: Page, row: int, column: str) -> None:
    """Go to a cell by the keyboard."""
    place = cell(page, row, column)
    expect(place).to_have_attribute("aria-readonly", "false", timeout=TO_COME_BACK)
    page.get_by_test_id("data-grid-canvas").first.focus()
    page.keyboard.press("Control+Home")
    for key in ["ArrowDown"] * row + ["ArrowRight"] * COLUMNS.index(column):
        page.keyboard.press(key)
    expect(place).to_have_attribute("aria-selected", "true")


def write(page: Page, row: int, column: str, text: str) -> None:
    """Type a text into a cell."""
    choose(page, row, column)
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(cell(page, row, column)).to_have_text(text)


def paste(page: Page, row: int, column: str, text: str) -> None:
    """Paste what a spreadsheet has copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    choose(page, row, column)
    page.keyboard.press("Control+v")


def delete(page: Page, row: int) -> None:
    """Choose a row by its key, and delete it."""
    choose(page, row, "item")
    page.keyboard.press("Shift+Space")
    page.keyboard.press("Delete")


class Clerk(Person):
    """Edits a table, and remembers what is in it."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        super().__init__(page, chance)
        page.add_init_script(WATCH)
        page.evaluate(WATCH)
        self._rows: list[dict[str, Any]] = [{"item": f"item {n}", "count": n} for n in range(4)]
        self._clicks = 0
        self._edits = 0

    def act(self) -> None:
        acts = [self._write, self._write, self._write, self._paste, self._load_again]
        acts += [self._add] * (len(self._rows) < MOST) + [self._delete] * (len(self._rows) > FEWEST)
        self.chance.choice(acts)()

    def tally(self) -> Tally:
        self._clicks += 1
        shown = self.last("Count", "clicks", self._clicks)
        told, rows = _texts(shown["rows"]), _texts(self._rows)
        pairs = zip(told, rows, strict=False)
        lost = abs(len(told) - len(self._rows)) + sum(one != other for one, other in pairs)
        assert lost == 0, (told, rows)
        return Tally(self._edits, self._edits - lost, 0, lost, len(shown["homes"]) - 1)

    def _write(self) -> None:
        self._edits += 1
        row, column = self.chance.randrange(len(self._rows)), self.chance.choice(COLUMNS)
        value = self._edits if column == "count" else f"edit {self._edits}"
        self._enter(row, column, value)

    def _paste(self) -> None:
        """Paste two rows, of which the second may be new."""
        row = self.chance.randrange(len(self._rows))
        if row == len(self._rows) - 1 and row == MOST - 1:
            row -= 1
        for at in (row, row + 1):
            self._edits += 1
            if at == len(self._rows):
                self._rows.append({})
            self._rows[at] = {"item": f"paste {self._edits}", "count": self._edits}
        pasted = [f"{each['item']}\t{each['count']}" for each in self._rows[row : row + 2]]
        self._does(
            lambda: paste(self.page, row, "item", "\n".join(pasted)),
            lambda: self._sees(row + 1),
        )

    def _add(self) -> None:
        self._edits += 1
        self._rows.append({"item": None, "count": None})
        row = len(self._rows) - 1

        def add() -> None:
            # The toolbar is in sight while one is in the table.
            choose(self.page, 0, "item")
            self.page.get_by_role("button", name="Add row").click()

        self._does(add, lambda: self._sees(row))
        self._enter(row, "item", f"added {self._edits}")

    def _delete(self) -> None:
        self._edits += 1
        row = self.chance.randrange(len(self._rows))
        del self._rows[row]

        def sees() -> None:
            expect(cell(self.page, len(self._rows), "item")).to_have_count(0)
            self._sees(min(row, len(self._rows) - 1))

        self._does(lambda: delete(self.page, row), sees)

    def _enter(self, row: int, column: str, value: object) -> None:
        self._rows[row][column] = value
        place = cell(self.page, row, column)
        self._does(
            lambda: write(self.page, row, column, str(value)),
            lambda: expect(place).to_have_text(str(value)),
        )

    def _does(self, act: Callable[[], None], sees: Callable[[], None]) -> None:
        """Do something. A table that stands in takes nothing: whoever sees that does it again."""
        while True:
            self._waits_for_own()
            try:
                act()
                return sees()
            except (AssertionError, Error):
                if not self.page.evaluate("stoodIn"):
                    raise
            self._waits_for_own()
            with suppress(AssertionError):
                return sees()

    def _waits_for_own(self) -> None:
        """Wait until no other page stands in for one's own, which cannot be reached."""
        notice = self.page.get_by_test_id("stSaving")
        while True:
            away = notice.filter(has_text="cannot be reached")
            expect(away).to_have_count(0, timeout=TO_COME_BACK)
            settled(self.page, within=TO_COME_BACK)
            self.page.evaluate("stoodIn = false")
            if away.count() == 0:
                return

    def _sees(self, row: int) -> None:
        text = self._rows[row]["item"]
        if text is not None:
            expect(cell(self.page, row, "item")).to_have_text(text)
        else:
            expect(cell(self.page, row, "item")).to_be_attached()

    def _load_again(self) -> None:
        """Load the page again, until some server answers."""
        while True:
            with suppress(Error):
                self.page.reload()
                break
        self._does(lambda: None, lambda: self._sees(len(self._rows) - 1))


def _texts(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return rows as texts: what is typed into a column that holds nothing for a while is one."""
    return [{name: str(value) for name, value in row.items()} for row in rows]
