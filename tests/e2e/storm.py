"""Storm: people who click and type at random, while servers die, and the reckoning after it."""

import json
import random
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, expect

from e2e.page import settled

TO_COME_BACK = 60_000
"""Milliseconds in which the last event has to be applied once the storm is over."""

MOST_IN_ONE_ACT = 4
"""Faults that befall one act of a person: who waits for a page could otherwise wait for ever, as
pages ask less and less often for a server that dies before it has lived for two seconds."""


class Tally(NamedTuple):
    """What became of all events of all people."""

    sent: int = 0
    applied: int = 0
    doubled: int = 0
    lost: int = 0
    restores: int = 0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(*map(sum, zip(self, other, strict=True)))


class Person(ABC):
    """Someone with one tab, who remembers all they did.

    Args:
        page: The tab.
        chance: What they choose by.
    """

    def __init__(self, page: Page, chance: random.Random) -> None:
        self.page = page
        self.chance = chance
        self._problems: deque[str] = deque(maxlen=20)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self._problems.append(str(error)))

    @abstractmethod
    def act(self) -> None:
        """Do something."""

    @abstractmethod
    def tally(self) -> Tally:
        """Wait until all is applied, and compare."""

    def shown(self) -> dict[str, Any]:
        """Read what the script has drawn."""
        read: dict[str, Any] = json.loads(self.page.get_by_test_id("stCode").inner_text())
        return read

    def _note(self, told: ConsoleMessage) -> None:
        if told.type == "error":
            self._problems.append(told.text)

    def account(self) -> str:
        """Tell what went wrong on the page, for whoever looks into a failure."""
        shown = ["it is gone"]
        with suppress(Error):
            shown = self.page.get_by_test_id("stApp").all_inner_texts()
        return "\n".join(["A page:", *shown, *self._problems])

    def waits_for_store(self) -> None:
        """Wait until all is saved: a page that began without the store shows only what is not."""
        expect(self.page.get_by_test_id("stSaving")).to_have_count(0, timeout=TO_COME_BACK)

    def press(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).click()

    def last(self, button: str, key: str, count: int) -> dict[str, Any]:
        """Press once more, which comes after all else, and return what is shown in the end.

        Args:
            button: What to press.
            key: Where what is shown has how often it was pressed.
            count: How often it is pressed by then.
        """
        self.press(button)
        self.waits_for_store()
        code = self.page.get_by_test_id("stCode")
        with suppress(AssertionError):
            # As long as something goes on: a slow script may have much to catch up with.
            while json.loads(text := code.inner_text())[key] < count:
                expect(code).not_to_have_text(text, timeout=TO_COME_BACK)
        # What was shown may be done once more, by whoever has the session now.
        settled(self.page, within=TO_COME_BACK)
        return self.shown()


class Typist(Person):
    """Clicks, and fills in fields."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        super().__init__(page, chance)
        self._clicks = 0
        self._numbers: list[int] = []
        self._texts = {"Echo": "", "Keyed": ""}
        self._edits = 0

    def act(self) -> None:
        self.chance.choice([self._click, self._click, self._count_up, self._type])()

    def tally(self) -> Tally:
        self._clicks += 1
        shown = self.last("Count", "clicks", self._clicks)
        for label, text in self._texts.items():
            expect(self._field(label)).to_have_value(text)
            assert shown[label.lower()] == text, (label, shown)
        numbers = shown["numbers"]
        assert sorted(set(numbers)) == sorted(set(numbers), key=numbers.index), numbers
        missed = len(set(self._numbers) - set(numbers)) + max(0, self._clicks - shown["clicks"])
        doubled = len(numbers) - len(set(numbers)) + max(0, shown["clicks"] - self._clicks)
        sent = self._clicks + len(self._numbers)
        return Tally(sent, sent - missed, doubled, missed, len(shown["homes"]) - 1)

    def _click(self) -> None:
        self._clicks += 1
        self.press("Count")

    def _count_up(self) -> None:
        """Enter a number that was never there before."""
        self._numbers.append(len(self._numbers) + 1)
        field = self.page.get_by_label("Number")
        field.fill(str(self._numbers[-1]))
        field.press("Enter")

    def _type(self) -> None:
        label = self.chance.choice(list(self._texts))
        self._edits += 1
        self._texts[label] = f"text {self._edits}"
        self._field(label).fill(self._texts[label])
        if self.chance.random() < 0.5:
            self._field(label).press("Enter")

    def _field(self, label: str) -> Locator:
        return self.page.get_by_label(label)


class Faults:
    """Has things go wrong, one after another, beside the people.

    Args:
        faults: What can go wrong; each call returns when it is over.
        chance: Chooses among them, and how long it stays calm between them.
    """

    def __init__(self, faults: Sequence[Callable[[], object]], chance: random.Random) -> None:
        self.count = 0
        self._in_this_act = 0
        self._faults = faults
        self._chance = chance
        self._calm = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._rage)

    @property
    def is_raging(self) -> bool:
        """Whether none of the faults has failed to be one."""
        return self._error is None

    def start(self) -> None:
        self._thread.start()

    def go_on(self) -> None:
        """Hear that a person has done what they were about to do: the next act has faults anew."""
        self._in_this_act = 0

    def stop(self) -> None:
        self._calm.set()
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _rage(self) -> None:
        try:
            while not self._calm.wait(self._chance.uniform(0.2, 1.5)):
                if self._in_this_act == MOST_IN_ONE_ACT:
                    continue
                self._in_this_act += 1
                self._chance.choice(list(self._faults))()
                self.count += 1
        except BaseException as error:  # noqa: BLE001  (raised where the storm is stopped)
            self._error = error


def storm(
    browser: Browser,
    url: str,
    faults: Sequence[Callable[[], object]],
    *,
    seed: int,
    people: int = 5,
    kind: Callable[[Page, random.Random], Person] = Typist,
    goes_on: Callable[[Faults, int], bool],
) -> Tally:
    """Let people act while things go wrong; give what became of it.

    Args:
        browser: Where the people sit, each in a context of their own.
        url: The app's address.
        faults: What can go wrong.
        seed: Makes the people's choices.
        people: How many there are.
        kind: Makes one of them.
        goes_on: Told of the faults so far and of the actions, says whether there are to be more.
    """
    contexts = [browser.new_context() for _ in range(people)]
    crowd: list[Person] = []
    for number, context in enumerate(contexts):
        page = context.new_page()
        page.goto(url)
        settled(page)
        crowd.append(kind(page, random.Random(seed + number)))
    total = Tally()
    try:
        _rage(crowd, Faults(faults, random.Random(seed)), goes_on)
        for person in crowd:
            total = total.plus(person.tally())
    except Exception as error:
        for person in crowd:
            error.add_note(person.account())
        raise
    for context in contexts:
        context.close()
    return total


def _rage(crowd: Sequence[Person], raging: Faults, goes_on: Callable[[Faults, int], bool]) -> None:
    """Let people act as long as it goes on."""
    actions = 0
    raging.start()
    try:
        while goes_on(raging, actions):
            random.choice(crowd).act()
            raging.go_on()
            actions += 1
    finally:
        raging.stop()
