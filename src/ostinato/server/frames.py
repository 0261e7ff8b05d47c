"""Frames: questions of browsers about tables that they do not have, over HTTP."""

import asyncio
import re
import struct
import threading
import time
from array import array
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, BinaryIO

import msgspec
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ostinato.errors import StoreError
from ostinato.run.filing import Filing
from ostinato.server.cookie import browser_of
from ostinato.server.media import IMMUTABLE
from ostinato.stores.files import NoFile
from ostinato.values.media_type import ARROW

THREADS = 2
"""How many questions are answered at the same moment."""

MOST_AT_ONCE = 64
"""Questions under way; more are told to come back."""

MOST_OF_ONE = 32
"""Those of one browser, if it has our cookie: what is left is for the others."""

MOST_ORDERED = 16_000_000
"""Rows whose order is remembered, in all: 4 bytes each."""

LONGEST_TEXT = 1000
"""Characters that are searched for."""

_ID = re.compile(r"[0-9a-f]{32}")
"""What ids are made of: anything else could be asked of a disk, and fail there."""

Answer = tuple[bytes, str]


class BadQuestion(ValueError):
    """A question cannot be answered as it is put."""


class Frames:
    """Answers questions about the tables in files: a file never changes, and so no answer does.

    Args:
        filing: Returns where the files are.
    """

    def __init__(self, filing: Callable[[], Filing]) -> None:
        self._filing = filing
        self._threads = ThreadPoolExecutor(THREADS, "frames")
        self._under_way = Counter[str]()
        self._lock = threading.Lock()
        self._orders: OrderedDict[tuple[str, int, bool], Sequence[int]] = OrderedDict()

    def routes(self, base: str) -> list[Route]:
        """Return the routes, below the path of the app."""
        path = f"{base}/_stcore/frames/{{id:str}}/{{question:str}}"
        return [Route(path, self._answer, methods=["GET"])]

    async def _answer(self, request: Request) -> Response:
        id, question = request.path_params["id"], request.path_params["question"]
        ask = _QUESTIONS.get(question)
        if ask is None or not _ID.fullmatch(id):
            return _refusal(404, "not found")
        await self._filing().later.written(id)
        browser = browser_of(request.headers)
        has_much = browser != "" and self._under_way[browser] >= MOST_OF_ONE
        if has_much or self._under_way.total() >= MOST_AT_ONCE:
            return _refusal(503, "too many questions at once: ask again")
        self._under_way[browser] += 1
        try:
            call = asyncio.get_running_loop().run_in_executor(
                self._threads, self._ask, ask, id, request.query_params
            )
            content, type = await call
        except BadQuestion as error:
            return _refusal(400, str(error))
        except NoFile:
            return _refusal(404, "not found: it may be shown no more")
        except StoreError:
            return _refusal(503, "not to be had just now: ask again")
        finally:
            self._under_way[browser] -= 1
            if not self._under_way[browser]:
                del self._under_way[browser]
        # How far a search comes depends on how busy the server is.
        caching = "no-store" if question == "find" else IMMUTABLE
        headers = {"cache-control": caching, "x-content-type-options": "nosniff"}
        return Response(content, media_type=type, headers=headers)

    def _ask(self, ask: "Question", id: str, params: QueryParams) -> Answer:
        from ostinato.data.index import frame_in  # noqa: PLC0415  (needed by apps with tables only)

        filing = self._filing()
        facts = filing.find(id)
        if facts.is_private:
            raise NoFile(id)
        try:
            with filing.open(id) as file:
                frame = frame_in(file, facts.size, partial(filing.ids.sign, id))
                return ask(self, id, frame, file, params)
        except (ValueError, IndexError, EOFError, struct.error) as error:
            raise BadQuestion(str(error)) from None
        except (KeyError, TypeError, RuntimeError, OverflowError):
            # Its bytes are read as they are stored: a disk may have damaged them.
            raise BadQuestion("the table is damaged") from None

    def order(
        self, id: str, frame: Any, file: BinaryIO, params: QueryParams
    ) -> Sequence[int] | None:
        """Return the rows in the order that is asked for; None as they are."""
        from ostinato.data.queries import ordered  # noqa: PLC0415  (as above)

        if "sort" not in params:
            return None
        key = id, _number(params, "sort"), params.get("descending", "0") != "0"
        with self._lock:
            if key in self._orders:
                self._orders.move_to_end(key)
                return self._orders[key]
        rows = array("I", ordered(frame, file, key[1], descending=key[2]))
        with self._lock:
            self._orders[key] = rows
            while sum(map(len, self._orders.values())) > MOST_ORDERED and len(self._orders) > 1:
                self._orders.popitem(last=False)
        return rows


def _rows(asked: Frames, id: str, frame: Any, file: BinaryIO, params: QueryParams) -> Answer:
    """Answer with rows: how many, their numbers, and the bytes of Arrow, at multiples of 8."""
    from ostinato.data.queries import MOST_ROWS, rows_at  # noqa: PLC0415  (as above)

    start, count = _number(params, "from", 0), _number(params, "count", 100)
    if count > MOST_ROWS:
        raise BadQuestion(f"at most {MOST_ROWS} rows can be asked for, got count={count}")
    order = asked.order(id, frame, file, params)
    stop = min(start + count, frame.rows)
    rows = list(range(start, stop)) if order is None else list(order[start:stop])
    numbers = struct.pack(f"<II{len(rows)}I", len(rows), 0, *rows)
    content = rows_at(frame, file, _number(params, "block", 0), rows)
    return numbers + bytes(-len(numbers) % 8) + content, "application/octet-stream"


def _find(asked: Frames, id: str, frame: Any, file: BinaryIO, params: QueryParams) -> Answer:
    """Answer with where the rows are shown in which a text is."""
    from ostinato.data.queries import searched  # noqa: PLC0415  (as above)

    text = params.get("text", "")
    if not 0 < len(text) <= LONGEST_TEXT:
        raise BadQuestion(f"a text of 1 to {LONGEST_TEXT} characters can be searched for")
    columns = [int(each) for each in params["columns"].split(",")] if "columns" in params else None
    order = asked.order(id, frame, file, params)
    start = _number(params, "from", 0)
    found = searched(frame, file, text, order, columns=columns, start=start, clock=time.monotonic)
    return msgspec.json.encode(found._asdict()), "application/json"


def _statistics(asked: Frames, id: str, frame: Any, file: BinaryIO, params: QueryParams) -> Answer:
    """Answer with what the values of a column have in common."""
    from ostinato.data.queries import statistics  # noqa: PLC0415  (as above)

    facts = statistics(frame, file, _number(params, "column"))
    return msgspec.json.encode(facts), "application/json"


def _points(asked: Frames, id: str, frame: Any, file: BinaryIO, params: QueryParams) -> Answer:
    """Answer with the points that a chart draws of a part of the x axis."""
    from ostinato.run.zoom import points_in  # noqa: PLC0415  (as above)

    return points_in(frame, file, params), ARROW


Question = Callable[[Frames, str, Any, BinaryIO, QueryParams], Answer]

_QUESTIONS: dict[str, Question] = {
    "rows": _rows,
    "find": _find,
    "statistics": _statistics,
    "points": _points,
}


def _number(params: QueryParams, name: str, default: int | None = None) -> int:
    """Return a parameter that is a count.

    Raises:
        BadQuestion: If it is none.
    """
    text = params.get(name)
    if text is None and default is not None:
        return default
    if text is None or not text.isdecimal() or len(text) > 10:
        raise BadQuestion(f"{name} must be a count, got {name}={text!r:.50}")
    return int(text)


def _refusal(status: int, text: str) -> Response:
    headers = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
    if status == 503:
        headers["retry-after"] = "1"
    return Response(f"{text}\n", status, headers, "text/plain")
