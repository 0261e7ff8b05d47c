"""What has expired leaves the file, but not on the word of a single clock (+N07)."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from ostinato.stores.sqlite import SqliteStore
from ostinato.stores.store import Store
from stores.places import LONG, Clock, content, take

DAY = 86_400.0
WEEK = 7 * DAY


class App:
    """An app whose processes share a file; their clock may be wrong, and they may be off."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = Clock()
        self.clock.now = 1_000_000_000.0
        self.elapsed = Clock()
        self.store = self.start()

    def start(self) -> Store:
        """Begin a process, whose own clock begins anew."""
        self.elapsed = Clock()
        self.elapsed.now = 5.0
        self.store = SqliteStore(self.path, self.clock, monotonic=self.elapsed)
        return self.store

    async def pass_time(self, seconds: float, step: float = 60.0) -> None:
        """Let time pass, with a visitor now and then."""
        for _ in range(int(seconds / step)):
            self.clock.now += step
            self.elapsed.now += step
            await self.store.claim("visitor", WEEK)

    async def fill(self, count: int, ttl: float, name: str = "s") -> None:
        for number in range(count):
            hand = await take(self.store, f"{name}{number}", ttl)
            await hand.save(1, {"p": b"1"}, ttl)

    def rows(self, table: str = "session") -> int:
        with contextlib.closing(sqlite3.connect(self.path)) as db:
            counted: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return counted


@pytest.fixture
def app(tmp_path: Path) -> App:
    return App(tmp_path / "app.db")


async def test_what_has_expired_leaves_the_file(app: App):
    await app.fill(250, 10.0)
    await app.fill(300, WEEK, "live")
    await app.pass_time(700)
    assert app.rows() == 301
    assert app.rows("entry") == 300


async def test_n07_one_pass_deletes_a_bounded_number(app: App):
    await app.fill(250, 10.0)
    await app.fill(300, WEEK, "live")
    left = []
    for _ in range(700):
        await app.pass_time(1.0, 1.0)
        left.append(app.rows())
    steps = {before - after for before, after in zip(left, left[1:], strict=False)}
    assert steps <= {-1, 0, 100, 50}


async def test_n07_nothing_is_deleted_in_the_first_pass_after_a_start(app: App):
    await app.fill(5, 10.0)
    await app.fill(10, WEEK, "live")
    await app.store.close()
    app.clock.now += DAY / 2
    await app.start().claim("first", LONG)
    assert app.rows() == 16
    await app.pass_time(400)
    assert app.rows() == 12


@pytest.mark.parametrize("days", [1.5, 3, 10, 400])
@pytest.mark.parametrize("hours", [0.5, 20])
async def test_n07_a_start_with_a_wrong_clock_deletes_nothing(app: App, days: float, hours: float):
    """The figure of the issue: +10 days, mended within minutes or only after hours."""
    await app.fill(20, WEEK, "young")
    for _ in range(20):
        await app.pass_time(DAY / 10, 600.0)
    await app.fill(15, WEEK, "old")
    await app.pass_time(3 * DAY, 600.0)
    await app.fill(10, WEEK, "new")
    before = app.rows()
    await app.store.close()
    app.clock.now += days * DAY
    for _ in range(2):
        app.start()
        await app.pass_time(hours * 3600 / 2, 300.0)
        await app.store.close()
    app.clock.now -= days * DAY
    app.start()
    await app.pass_time(DAY, 300.0)
    assert app.rows() == before


@pytest.mark.parametrize("days", [3, 10])
async def test_n07_a_clock_that_goes_wrong_later_deletes_nothing(app: App, days: float):
    await app.fill(20, WEEK)
    await app.pass_time(DAY, 600.0)
    app.clock.now += days * DAY
    await app.pass_time(DAY / 2, 600.0)
    app.clock.now -= days * DAY
    await app.pass_time(2 * DAY, 600.0)
    assert app.rows() == 21


async def test_n07_who_is_over_by_a_wrong_clock_is_given_back(app: App):
    await app.fill(1, WEEK)
    app.clock.now += 10 * DAY
    assert await content(app.start(), "s0") == (1, {"p": b"1"})


async def test_n07_an_app_that_was_off_for_weeks_deletes_a_day_later(
    app: App, caplog: pytest.LogCaptureFixture
):
    await app.fill(30, WEEK)
    await app.store.close()
    app.clock.now += 2 * WEEK
    app.start()
    await app.pass_time(DAY / 2, 600.0)
    assert app.rows() == 31
    (line,) = [each.message for each in caplog.records]
    assert "30 of 31 sessions would be over at once" in line
    await app.pass_time(DAY, 600.0)
    assert app.rows() == 1


async def test_n07_however_many_are_over_the_clock_is_doubted_once(
    app: App, caplog: pytest.LogCaptureFixture
):
    await app.fill(350, WEEK)
    await app.store.close()
    app.clock.now += 2 * WEEK
    app.start()
    await app.pass_time(DAY / 2, 600.0)
    assert app.rows() == 351
    await app.pass_time(DAY * 0.6, 600.0)
    assert app.rows() == 1
    assert len(caplog.records) == 1


async def test_n07_a_clock_that_leaps_while_much_is_deleted_is_doubted_again(app: App):
    await app.fill(350, WEEK)
    await app.store.close()
    app.clock.now += 2 * WEEK
    app.start()
    while app.rows() > 251:
        await app.pass_time(600.0, 600.0)
    await app.fill(200, WEEK, "live")
    left = app.rows()
    app.clock.now += 10 * DAY
    await app.pass_time(DAY / 2, 600.0)
    app.clock.now -= 10 * DAY
    assert app.rows() == left
    await app.pass_time(1.1 * DAY, 600.0)
    assert app.rows() == 201


async def test_n07_a_clock_that_is_behind_deletes_nothing_and_does_not_stay_in_the_way(app: App):
    await app.fill(30, WEEK, "live")
    await app.fill(5, DAY)
    await app.pass_time(DAY / 2, 600.0)
    app.clock.now -= 100 * DAY
    await app.pass_time(DAY / 4, 600.0)
    assert app.rows() == 36
    app.clock.now += 100 * DAY
    await app.pass_time(3 * DAY, 600.0)
    assert app.rows() == 31


async def test_old_notices_leave_the_file(app: App):
    for number in range(5):
        await app.store.publish(b"%d" % number)
    app.clock.now += 100
    await app.store.publish(b"5")
    assert app.rows("notice") == 1
