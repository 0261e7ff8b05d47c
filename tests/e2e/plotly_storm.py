"""Picker: someone in a storm who selects bars of a chart by clicks and by boxes."""

import random
from contextlib import suppress
from typing import Any

from playwright.sync_api import Error, Page, expect

from e2e.page import settled
from e2e.storm import TO_COME_BACK, Person, Tally

BARS = 12

SELECTED = """(element) => {
    const gd = element.querySelector(".js-plotly-plot");
    const boxes = (gd?.layout.selections ?? []).map(({x0, x1}) => [x0, x1]);
    return [[...(gd?.data[0].selectedpoints ?? [])], boxes];
}"""
"""What the chart shows as selected: numbers of bars, and sides of boxes."""


class Picker(Person):
    """Selects something else each time, and remembers what."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        super().__init__(page, chance)
        self._told: list[list[Any]] = []
        self._clicks = 0

    def act(self) -> None:
        acts = [self._pick, self._pick, self._pick, self._box, self._count, self._load_again]
        self.chance.choice(acts)()

    def tally(self) -> Tally:
        self._clicks += 1
        shown = self.last("Count", "clicks", self._clicks)
        told, sent = shown["told"], self._told
        lost = sum(each not in told for each in sent) + max(0, self._clicks - shown["clicks"])
        doubled = max(0, len(told) - len(sent)) + max(0, shown["clicks"] - self._clicks)
        assert told == sent, (told, sent)
        if sent:
            assert shown["now"] == [sent[-1][0], len(sent[-1][1])], (shown["now"], sent[-1])
            self._ready()
            assert self._selected()[0] == sent[-1][0]
        total = len(sent) + self._clicks
        return Tally(total, total - lost, doubled, lost, len(shown["homes"]) - 1)

    def _ready(self) -> None:
        """Wait until there is a chart to select in."""
        chart = self.page.get_by_test_id("stPlotlyChart")
        expect(chart.locator(".point")).to_have_count(BARS, timeout=TO_COME_BACK)

    def _selected(self) -> list[Any]:
        selected: list[Any] = self.page.get_by_test_id("stPlotlyChart").evaluate(SELECTED)
        return selected

    def _pick(self) -> None:
        """Click a bar that is not selected: another click would select nothing."""
        self._ready()
        before = self._selected()
        free = [place for place in range(BARS) if place not in before[0]]
        bar = self.page.locator(".stPlotlyChart .point").nth(self.chance.choice(free))
        box = bar.bounding_box()
        assert box
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
        self._notes(before)

    def _box(self) -> None:
        """Drag a box over some bars, with no other in its way: that would be moved."""
        self._ready()
        before = self._selected()
        if before != [[], []]:
            self._use("Clear selection")
            self._notes(before)
            before = [[], []]
        self._use("Box Select")
        area = self.page.locator(".stPlotlyChart .nsewdrag").first.bounding_box()
        assert area
        left = self.chance.uniform(0.02, 0.4)
        right = left + self.chance.uniform(0.2, 0.5)
        for share, height in ((left, 0.02), (right, 0.97)):
            self.page.mouse.move(
                area["x"] + share * area["width"], area["y"] + height * area["height"], steps=3
            )
            if share == left:
                self.page.mouse.down()
        self.page.mouse.up()
        self._notes(before, boxes=1)
        self._use("Pan")

    def _use(self, tool: str) -> None:
        self.page.get_by_test_id("stPlotlyChart").hover()
        self.page.get_by_role("button", name=f"{tool}:").click()

    def _notes(self, before: list[Any], boxes: int = 0) -> None:
        """Remember what the chart shows as selected now; bars are while a box is still dragged."""
        for _ in range(100):
            now = self._selected()
            if now != before and len(now[1]) == boxes:
                self._told.append(now)
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"nothing was selected: {before}")

    def _count(self) -> None:
        self._clicks += 1
        self.press("Count")

    def _load_again(self) -> None:
        """Load the page again, until some server answers; what was selected is there again."""
        expected = self._told[-1] if self._told else [[], []]
        while True:
            with suppress(Error):
                self.page.reload()
                break
        self._ready()
        settled(self.page, within=TO_COME_BACK)
        assert self._selected() == expected, (self._selected(), expected)
