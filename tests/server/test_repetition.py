"""What the log says of a script that fails, and that nobody can fill it (D06)."""

import json
import logging
import re
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import ostinato
from e2e.server import Server
from ostinato.run.traceback import Failure
from ostinato.server.repetition import MANY, MOST_PLACES, REMEMBERED, WINDOW, Repetitions
from ostinato.wire.codec import encode
from ostinato.wire.messages import Event
from server.conftest import Start
from server.sockets import HELLO, dial, read
from server.test_hosts import UPGRADE, ask, status

FAILING = """
import json
if st.button('Go'):
    json.loads('{')
"""


class Log(logging.Handler):
    """A logger of its own, with a filter and a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.lines: list[str] = []
        self.filter_ = Repetitions(lambda: self.now)
        self.logger = logging.getLogger("ostinato_of_a_test")
        self.logger.setLevel(logging.DEBUG)
        self.logger.addHandler(self)
        self.logger.addFilter(self.filter_)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.filter_.tell()

    def fail(self, source: str, name: str = "app.py", **names: object) -> None:
        """Have code of a script fail, and log it as a run does."""
        try:
            exec(compile(source, name, "exec"), dict(names))
        except Exception as error:  # noqa: BLE001
            below = error.__traceback__.tb_next  # type: ignore[union-attr]
            of_script = error.with_traceback(below)
            self.logger.error("the script failed\n%s", Failure(of_script))

    def take(self) -> list[str]:
        lines, self.lines = self.lines, []
        return lines


@pytest.fixture
def log() -> Iterator[Log]:
    log = Log()
    yield log
    log.logger.removeHandler(log)
    log.logger.removeFilter(log.filter_)


def test_d06_the_same_failure_is_written_once_and_then_counted(log: Log) -> None:
    for _ in range(1241):
        log.fail("1 / 0")
    assert log.take() == [
        "the script failed\nTraceback (most recent call last):\n"
        '  File "app.py", line 1, in <module>\nZeroDivisionError: division by zero'
    ]
    log.wait(WINDOW - 1)
    assert log.take() == []
    log.wait(1)
    assert log.take() == [
        "the script failed: ZeroDivisionError in app.py, line 1: "
        "the same 1,240 more times in the last 60 s"
    ]
    log.wait(WINDOW)
    assert log.take() == []
    log.fail("1 / 0")
    log.wait(WINDOW)
    assert log.take() == [
        "the script failed: ZeroDivisionError in app.py, line 1: "
        "the same 1 more times in the last 60 s"
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [("\n1 / 0", "app.py"), ("1 / 0", "other.py"), ("[][0]", "app.py")],
    ids=["line", "file", "type"],
)
def test_d06_another_failure_is_news(log: Log, source: str, name: str) -> None:
    log.fail("1 / 0")
    log.fail(source, name)
    assert len(log.take()) == 2


def test_d06_one_place_in_a_library_may_be_reached_from_two_in_the_script(log: Log) -> None:
    for source in ("json.loads('{')", "\njson.loads('{')", "json.loads('{')"):
        log.fail(source, json=json)
    assert len(log.take()) == 2


def test_d06_a_recursion_is_one_failure_however_deep_it_went(log: Log) -> None:
    for depth in (3, 30, 300):
        log.fail(f"def f(n):\n if not n: 1 / 0\n f(n - 1)\nf({depth})")
    assert len(log.take()) == 1


def test_d06_what_was_quiet_for_long_or_is_of_a_changed_script_is_news(log: Log) -> None:
    log.fail("1 / 0")
    log.wait(REMEMBERED)
    log.fail("1 / 0")
    log.filter_.forget()
    log.fail("1 / 0")
    assert len(log.take()) == 3


def test_d06_countless_failures_take_bounded_memory_and_lines(log: Log) -> None:
    for number in range(20 * MOST_PLACES):
        log.fail("1 / 0", f"made up {number}")
    lines = log.take()
    assert len(lines) == MOST_PLACES + 1
    log.wait(WINDOW)
    assert log.take() == [
        "the script failed: many other places: the same 3,799 more times in the last 60 s"
    ]


def test_d06_a_plain_line_may_come_often_but_not_without_end(log: Log) -> None:
    for number in range(1000):
        log.logger.warning("event %d: dropped", number)
    assert log.take() == [f"event {number}: dropped" for number in range(MANY)]
    log.wait(WINDOW)
    assert log.take() == ["event 0: dropped: lines like this 980 more times in the last 60 s"]
    log.logger.warning("event %d: dropped", 1000)
    assert log.take() == ["event 1000: dropped"]


def test_d06_one_line_in_plenty_hides_no_other(log: Log) -> None:
    for number in range(1000):
        log.logger.warning("event %d: dropped", number)
    log.take()
    log.logger.warning("the store is away")
    log.fail("1 / 0")
    assert len(log.take()) == 2


def test_d06_who_asks_for_details_gets_all(log: Log) -> None:
    for _ in range(1000):
        log.logger.debug("a detail")
    assert len(log.take()) == 1000


def test_s12_every_key_that_is_not_stored_is_told_of(start: Start) -> None:
    server = start(
        "for n in range(60):\n    st.session_state[f'k{n}'] = (i for i in ())\nst.text('')\n"
    )
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        read(tab, "edits")
        server.hear("st.session_state.k59: ")
    assert sum("st.session_state.k" in line for line in server.log) == 60


def test_d06_what_is_left_is_told_at_the_end(log: Log) -> None:
    for _ in range(3):
        log.fail("1 / 0")
    log.take()
    log.filter_.tell(is_last=True)
    assert "the same 2 more times" in log.take()[0]


def test_d06_a_long_message_is_cut_and_keeps_both_ends(log: Log) -> None:
    log.fail("raise ValueError('begin' + 'x' * 1_000_000 + 'end')")
    (line,) = log.take()
    assert len(line) < 11_000
    assert "ValueError: begin" in line
    assert line.endswith("xend")
    assert re.search(r"\[\d{3},\d{3} characters\]", line)


def test_d06_what_a_script_s_exception_says_is_asked_outside_of_the_log(log: Log) -> None:
    free: list[bool] = []

    def try_lock() -> None:
        free.append(log.lock.acquire(timeout=5))
        if free[-1]:
            log.lock.release()

    class Asked(Exception):
        def __str__(self) -> str:
            # In another thread, since a lock of this kind does not hold up its own.
            thread = threading.Thread(target=try_lock)
            thread.start()
            thread.join()
            return "asked"

    log.fail("raise Asked", Asked=Asked)
    assert free
    assert all(free)


def test_d06_an_error_of_ours_keeps_all_its_frames(log: Log) -> None:
    def ours(value: object) -> None:
        # As an error in a module of the package would look.
        package = Path(ostinato.__file__).parent / "run/made_up.py"
        exec(compile("raise AssertionError(1)", str(package), "exec"))

    log.fail("ours(1)", ours=ours)
    (line,) = log.take()
    assert "run/made_up.py" in line
    assert "in ours" in line


def test_d06_the_log_holds_the_user_s_frames_and_each_failure_once(start: Start) -> None:
    server = start(FAILING)
    click(server, 30)
    server.stop()
    log = "".join(server.log)
    assert log.count("Traceback (most recent call last):") == 1
    assert log.count("json.decoder.JSONDecodeError") == 1
    frames = re.findall(r'File "(.*?)", line (\d+)', log)
    assert [Path(file).name for file, _ in frames][:2] == ["app.py", "__init__.py"]
    assert not [file for file, _ in frames if "/ostinato/" in file or "concurrent" in file]
    assert re.search(r"JSONDecodeError in \S*/json/decoder\.py, line \d+: the same 29 more", log)
    assert len(server.log) < 40


def click(server: Server, times: int) -> None:
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        ((_, button, *_),) = read(tab, "edits")[1]
        for number in range(1, times + 1):
            tab.send(encode(Event(number, {}, button)))
            while read(tab, "ack_event")[1] < number:
                continue


def test_d06_a_saved_script_that_fails_again_is_told_in_full(start: Start) -> None:
    server = start("x = 1\nst.button('Go')\nundefined\n", "--server.runOnSave", "true")
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        server.hear("name 'undefined' is not defined")
        script = server.folder / "app.py"
        for number in range(100):
            script.write_text(f"import streamlit as st\nx = {number}\nst.button('Go')\nother\n")
            try:
                tab.recv(timeout=0.3)
            except TimeoutError:
                continue
            break
        server.hear("name 'other' is not defined")


@pytest.mark.parametrize(
    ("disturb", "line"),
    [
        (lambda port: status(ask(port, "evil.test")), "host: must be"),
        (
            lambda port: status(
                ask(port, "localhost", "/_stcore/stream", f"{UPGRADE}Origin: null\r\n")
            ),
            "socket: a page must be of the origin",
        ),
        (lambda port: nonsense(port), "Invalid HTTP request received"),
        (lambda port: greet_badly(port), "socket: closed with 4400"),
    ],
    ids=["host", "origin", "http", "message"],
)
def test_d06_strangers_fill_no_log(
    start: Start, disturb: Callable[[int], object], line: str
) -> None:
    server = start("st.text('hello')\n", "--address", "127.0.0.1")
    for _ in range(100):
        disturb(server.port)
    server.stop()
    told = [each for each in server.log if line in each]
    assert len(told) == MANY + 1
    assert re.search(r"lines like this 80 more times in the last \d+ s", told[-1])


def nonsense(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        while connection.recv(65536):
            continue


def greet_badly(port: int) -> None:
    with dial(f"127.0.0.1:{port}") as tab:
        tab.send(b"\xc1")
        assert read(tab, "refused")


def test_d06_the_root_logger_is_the_script_s(start: Start) -> None:
    server = start(
        "import logging\n"
        "root = logging.getLogger()\n"
        "before = len(root.handlers)\n"
        "logging.basicConfig(format='MINE %(message)s', level=logging.INFO, force=True)\n"
        "logging.getLogger('mine').info('from a script')\n"
        "st.text(before)\n"
        "undefined\n"
    )
    with dial(f"127.0.0.1:{server.port}") as tab:
        tab.send(HELLO)
        (put, *_) = read(tab, "edits")[1]
        assert put[4]["body"] == "0"
    server.stop()
    log = "".join(server.log)
    assert log.count("MINE from a script") == 1
    assert log.count("the script failed") == 1
    assert "MINE the script" not in log
