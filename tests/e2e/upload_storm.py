"""Uploader: someone in a storm who uploads files, takes some back, and clicks meanwhile."""

import hashlib
import random

from playwright.sync_api import FilePayload, Page, expect

from e2e.storm import TO_COME_BACK, Person, Tally

SIZES = [0, 1, 5_000, 600_000, 3_000_000]


class Uploader(Person):
    """Uploads files that are like no others, and remembers their hashes."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        super().__init__(page, chance)
        self._presses = 0
        self._hashes: dict[str, str] = {}
        self._removed: set[str] = set()

    def act(self) -> None:
        self.chance.choice([self._press, self._press, self._upload, self._upload, self._remove])()

    def tally(self) -> Tally:
        chips = self.page.get_by_test_id("stFileChip")
        there = [name for name in self._hashes if name not in self._removed]
        done = self.page.locator("[data-testid=stFileChip][data-status=done]")
        expect(self.page.get_by_role("progressbar")).to_have_count(0, timeout=TO_COME_BACK)
        failed = self.page.locator("[data-testid=stFileChip][data-status=failed]")
        assert failed.all_inner_texts() == []
        expect(done).to_have_count(len(there), timeout=TO_COME_BACK)
        expect(chips).to_have_count(len(there), timeout=TO_COME_BACK)
        self._presses += 1
        shown = self.last("Count", "presses", self._presses)
        missed = max(0, self._presses - shown["presses"])
        doubled = max(0, shown["presses"] - self._presses)
        # One that was taken back while it was on its way may have come or not.
        wrong = {name for name in there if shown["hashes"].get(name) != self._hashes[name]}
        torn = {n for n, hash in shown["hashes"].items() if self._hashes.get(n) != hash}
        missed += len(wrong | torn | (set(there) ^ set(shown["there"])))
        doubled += len(shown["there"]) - len(set(shown["there"]))
        sent = self._presses + len(self._hashes)
        return Tally(sent, sent - missed, doubled, missed, len(shown["homes"]) - 1)

    def _press(self) -> None:
        self._presses += 1
        self.press("Count")

    def _upload(self) -> None:
        files: list[FilePayload] = []
        for _ in range(self.chance.choice([1, 1, 3])):
            name = f"file {len(self._hashes) + 1}.bin"
            content = self.chance.randbytes(self.chance.choice(SIZES))
            self._hashes[name] = hashlib.sha256(content).hexdigest()
            files.append({"name": name, "mimeType": "text/plain", "buffer": content})
        self.page.locator("input[type=file]").set_input_files(files)

    def _remove(self) -> None:
        """Take back the file that was there first, be it whole or on its way."""
        there = [name for name in self._hashes if name not in self._removed]
        if len(there) < 3:
            return
        self._removed.add(there[0])
        button = self.page.get_by_role("button", name=f"{there[0]}", exact=False).first
        button.click(timeout=TO_COME_BACK)
