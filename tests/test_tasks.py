"""Tasks of ours: none ends unseen, and each has a way on."""

import asyncio
import logging
from functools import partial

import pytest

from ostinato.tasks import begin, begin_lasting

Log = pytest.LogCaptureFixture


async def fail() -> None:
    raise KeyError("ours")


def test_r08_a_task_that_fails_is_logged_with_its_frames_and_its_way_on_is_taken(log: Log) -> None:
    async def scenario() -> None:
        heard: asyncio.Future[BaseException] = asyncio.get_running_loop().create_future()
        begin(fail, "errand", heard.set_result)
        assert isinstance(await heard, KeyError)

    asyncio.run(scenario())
    (record,) = log.records
    assert record.message == "errand: internal error"
    assert "in fail" in log.text


def test_a_task_that_ends_well_or_is_cancelled_is_no_news(log: Log) -> None:
    heard: list[BaseException] = []

    async def scenario() -> None:
        await begin(partial(asyncio.sleep, 0), "errand", heard.append)
        cancelled = begin(partial(asyncio.sleep, 60), "errand", heard.append)
        cancelled.cancel()
        await asyncio.gather(cancelled, return_exceptions=True)

    asyncio.run(scenario())
    assert heard == []
    assert log.records == []


def test_r08_work_that_is_to_last_is_begun_again(log: Log) -> None:
    async def scenario() -> None:
        again = asyncio.Event()
        begun: list[int] = []

        async def work() -> None:
            begun.append(len(begun))
            if len(begun) == 3:
                again.set()
                await asyncio.Event().wait()
            await fail()

        task = begin_lasting(work, "sweep", pause=0)
        await asyncio.wait_for(again.wait(), 10)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert begun == [0, 1, 2]

    asyncio.run(scenario())
    assert [record.message for record in log.records] == ["sweep: internal error: begun again"] * 2


@pytest.fixture
def log(caplog: Log) -> Log:
    caplog.set_level(logging.INFO, "ostinato")
    return caplog
