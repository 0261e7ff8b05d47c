"""Frames over HTTP: rows of large tables, by whichever process is asked."""

import asyncio
import io
import random
import struct
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pyarrow as pa
import pytest
from starlette.applications import Starlette

from ostinato.data.tables import table_of
from ostinato.errors import StoreError
from ostinato.run.filing import Filing
from ostinato.run.frames import frame_of
from ostinato.server import frames
from ostinato.server.frames import Frames
from ostinato.stores.file_folder import FolderFiles
from ostinato.stores.file_memory import MemoryFiles
from ostinato.wire.props import ids_of

ROWS = 10_000


class Site:
    """Answers questions about one table, with no network between."""

    def __init__(self) -> None:
        self.filing = Filing(MemoryFiles(time.monotonic), b"key", time.monotonic)
        self.frames = Frames(lambda: self.filing)
        self.transport = httpx.ASGITransport(Starlette(routes=self.frames.routes("")))
        home = SimpleNamespace(files=self.filing, holdings=None)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("ostinato.run.frames.home_here", lambda: home)
            numbers, texts = list(range(ROWS))[::-1], [f"t{n % 100}" for n in range(ROWS)]
            frame = frame_of(table_of({"n": numbers, "t": texts}))
        [self.id] = ids_of(frame.file)

    def ask(self, question: str, id: str | None = None) -> Any:
        [answer] = self.ask_at_once(question, [""], id)
        return answer

    def ask_at_once(
        self, question: str, browsers: list[str], id: str | None = None
    ) -> list[httpx.Response]:
        """Return what each browser hears that asks, all at the same time."""

        async def ask() -> list[httpx.Response]:
            async with httpx.AsyncClient(transport=self.transport) as client:
                url = f"http://app/_stcore/frames/{id or self.id}/{question}"
                cookies = [{"cookie": f"ostinato_browser={each}"} for each in browsers]
                return await asyncio.gather(*[client.get(url, headers=each) for each in cookies])

        return asyncio.run(ask())


@pytest.fixture
def site() -> Site:
    return Site()


def rows_of(answer: httpx.Response) -> tuple[list[int], dict[str, list[Any]]]:
    count, _zero = struct.unpack_from("<II", answer.content)
    numbers = struct.unpack_from(f"<{count}I", answer.content, 8)
    start = (8 + 4 * count + 7) // 8 * 8
    return [*numbers], pa.ipc.open_stream(io.BytesIO(answer.content[start:])).read_all().to_pydict()


def test_v04_sorted_rows_come_with_their_numbers(site: Site) -> None:
    numbers, columns = rows_of(site.ask("rows?sort=0&from=2&count=3"))
    assert numbers == [ROWS - 3, ROWS - 4, ROWS - 5]
    assert columns == {"0": [2, 3, 4], "1": ["t97", "t96", "t95"]}
    assert rows_of(site.ask("rows?sort=0&descending=1&count=1"))[1]["0"] == [ROWS - 1]
    assert rows_of(site.ask("rows?from=5&count=1"))[0] == [5]


def test_what_is_asked_beyond_the_end_is_empty(site: Site) -> None:
    answer = site.ask(f"rows?from={ROWS}&count=3")
    assert answer.status_code == 200
    assert struct.unpack_from("<II", answer.content) == (0, 0)


def test_a_browser_keeps_rows_and_not_what_a_search_has_found(
    site: Site,
) -> None:
    assert "immutable" in site.ask("rows?count=1").headers["cache-control"]
    assert site.ask("find?text=t5").headers["cache-control"] == "no-store"


def test_a_search_tells_where_rows_are_shown(site: Site) -> None:
    assert site.ask("find?text=T77&columns=1").json() == {
        "rows": list(range(77, ROWS, 100)),
        "searched": ROWS,
    }
    assert site.ask("find?text=9999&columns=0&sort=0").json()["rows"] == [9999]


def test_statistics_are_told(site: Site) -> None:
    assert site.ask("statistics?column=0").json()["greatest"] == ROWS - 1


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("rows?sort=2", "no column"),
        ("rows?sort=-1", "must be a count"),
        ("rows?sort=x", "must be a count"),
        ("rows?count=1001", "at most 1000"),
        ("rows?from=99999999999", "must be a count"),
        ("rows?block=1", "no block"),
        ("rows?from=%C2%B2", "must be a count"),
        ("find?text=", "1 to 1000"),
        (f"find?text={'a' * 1001}", "1 to 1000"),
        ("find?text=a&columns=x", "invalid literal"),
        ("statistics", "column must be a count"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_with_a_reason(
    site: Site, question: str, words: str
) -> None:
    answer = site.ask(question)
    assert answer.status_code == 400
    assert words in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_there_are_no_rows_of_what_is_no_frame(site: Site) -> None:
    picture = site.filing.put(b"PNG" * 100, "image/png").id
    assert site.ask("rows", picture).status_code == 400
    assert site.ask("rows", "0" * 32).status_code == 404
    assert site.ask("secrets").status_code == 404


@pytest.mark.parametrize("id", ["%2e%2e", "%2e", "a" * 5000, "%00" * 32, "A" * 32, "..%2f..%2fx"])
def test_n03_what_is_no_id_is_not_asked_of_the_disk(tmp_path: Path, id: str) -> None:
    filing = Filing(FolderFiles(tmp_path / "files"), b"key", time.monotonic)
    picture = filing.put(b"PNG" * 100, "image/png").id
    transport = httpx.ASGITransport(Starlette(routes=Frames(lambda: filing).routes("")))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport) as client:
            # As it is on the wire: the client itself would leave ".." out.
            path = f"/_stcore/frames/{id}/rows".encode()
            return await client.get(httpx.URL("http://app", raw_path=path))

    answer = asyncio.run(ask())
    assert answer.status_code == 404
    assert filing.find(picture).size == 300


def test_a_frame_that_somebody_has_forged_is_not_read(site: Site) -> None:
    content = site.filing.open(site.id).read()
    copy = site.filing.put(content, "application/vnd.apache.arrow.stream").id
    assert copy != site.id
    answer = site.ask("rows", copy)
    assert (answer.status_code, answer.text) == (400, "it is no frame\n")


def test_a_frame_that_the_disk_has_damaged_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, chance = site.filing.open(site.id).read(), random.Random(1)
    questions = ("rows?sort=0", "rows?sort=1&descending=1", "find?text=t5", "statistics?column=0")
    codes = set()
    for number in range(400):
        damaged = bytearray(content)
        at = chance.randrange(400 if number % 2 else len(content))
        damaged[at : at + 1 + number % 3] = chance.randbytes(1 + number % 3)
        if number % 5 == 0:
            damaged = damaged[: chance.randrange(len(content))]
        monkeypatch.setattr(
            site.filing,
            "read",
            lambda _, start, size: bytes(damaged[start : start + size]),  # noqa: B023
        )
        site.frames = Frames(lambda: site.filing)
        site.transport = httpx.ASGITransport(Starlette(routes=site.frames.routes("")))
        codes.add(site.ask(questions[number % 4]).status_code)
    assert codes <= {200, 400}


def test_uploads_are_not_told_of(site: Site) -> None:
    upload = site.filing.upload("application/vnd.apache.arrow.stream")
    upload.write(site.filing.open(site.id).read())
    assert site.ask("rows", upload.commit(60).id).status_code == 404


def test_too_many_questions_at_once_are_told_to_come_back(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "MOST_AT_ONCE", 3)
    browsers = [f"{number:022}" for number in range(20)]
    codes = [answer.status_code for answer in site.ask_at_once("rows?sort=0", browsers)]
    assert {*codes} == {200, 503}
    assert codes.count(200) >= 3
    assert site.ask("rows").status_code == 200


def test_v04_who_asks_too_much_at_once_leaves_places_for_others(site: Site) -> None:
    one, others = "1" * 22, [f"{number:022}" for number in range(16)]
    answers = site.ask_at_once("find?text=none", [one] * 64 + others)
    codes = [answer.status_code for answer in answers]
    assert 503 in codes[:64]
    assert {*codes[64:]} == {200}


def test_v04_who_has_no_cookie_shares_all_places_with_others_like_that(site: Site) -> None:
    answers = site.ask_at_once("rows?count=1", [""] * 60)
    assert {answer.status_code for answer in answers} == {200}


def test_a_store_that_is_away_is_told_of(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(id: str) -> Any:
        raise StoreError("away")

    monkeypatch.setattr(site.filing, "find", away)
    answer = site.ask("rows")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


def test_the_orders_that_are_remembered_are_bounded(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "MOST_ORDERED", ROWS)
    for question in ("rows?sort=0", "rows?sort=1", "rows?sort=0&descending=1"):
        assert site.ask(question).status_code == 200
    assert len(site.frames._orders) == 1  # noqa: SLF001


def test_q06_points_of_a_part_of_a_chart_are_answered_from_its_table(site: Site) -> None:
    answer = site.ask("points?kind=line&ys=0&from=100.5&to=103.5")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == frames.IMMUTABLE
    table = pa.ipc.open_stream(answer.content).read_all()
    assert table["x"].to_pylist() == [100, 101, 102, 103, 104]
    assert table["y"].to_pylist() == [ROWS - 1 - x for x in range(100, 105)]
    assert {*table["series"].to_pylist()} == {0}


@pytest.mark.parametrize(
    "question",
    [
        "points",
        "points?kind=line&ys=0",
        "points?kind=pie&ys=0&from=1&to=2",
        "points?kind=line&ys=9&from=1&to=2",
        "points?kind=line&ys=-1&from=1&to=2",
        "points?kind=line&ys=0&x=no&from=1&to=2",
        "points?kind=line&ys=0&from=nan&to=2",
        "points?kind=line&ys=0&from=1&to=inf",
        "points?kind=line&from=1&to=2&ys=" + ",".join(["0"] * 500),
    ],
)
def test_q06_a_question_for_points_that_makes_no_sense_is_refused(
    site: Site, question: str
) -> None:
    assert site.ask(question).status_code == 400
