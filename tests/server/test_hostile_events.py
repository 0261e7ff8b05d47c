"""Events that were sent before, or that no page could send: nothing comes of them."""

import datetime as dt
import itertools
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec.msgpack import Ext

from e2e.server import Server
from ostinato.wire.codec import encode
from ostinato.wire.messages import PROTOCOL, Hello
from server.conftest import Start
from server.sockets import answer
from server.visitor import COUNTER, Visitor, undisturbed

SCRIPT = f"""import datetime
{COUNTER}
def never():
    st.session_state.called = True
values = [
    st.number_input("Whole", 0, 10, 5, on_change=never),
    st.number_input("Broken", 0.0, 10.0, 5.0),
    st.slider("Number", 0, 10, 5),
    st.slider("Range", 0.0, 1.0, (0.2, 0.8)),
    st.slider("Day", value=datetime.date(2026, 1, 1)),
    st.slider("Moment", value=datetime.datetime(2026, 1, 1)),
    st.slider("Time", value=datetime.time(12)),
    st.selectbox("Choice", ["a", "b"]),
    st.checkbox("Yes"),
    st.text_input("Text", "words", max_chars=10),
    st.text_input("Closed", "shut", disabled=True),
    st.checkbox("Fixed", disabled=True, on_change=never),
    st.button("Dead", disabled=True, on_click=never),
]
st.text(str(values))
st.text(f"Called = {{'called' in st.session_state}}")
"""
INPUTS = (
    *("Whole", "Broken", "Number", "Range", "Day", "Moment", "Time", "Choice", "Yes", "Text"),
    *("Closed", "Fixed", "Dead", "Add one"),
)
DEEP: list[Any] = []
for _ in range(300):
    DEEP = [DEEP]
NONSENSE: list[Any] = [
    *(math.nan, math.inf, -math.inf, 1e308, 2**63, 2**64 - 1, -(2**63), -1.5),
    *(b"\xff", "x" * 100_000, [], [[]], {}, {"a": 1}, DEEP),
    *([math.nan], [2**64 - 1], [-(2**63)], [1e308], ["5"], [True], [b"5"], [None]),
    *([0.1, 0.2, 0.3], [math.nan, math.nan], [2, 3], [-1, 5]),
    *([0, b"a"], [[0], "a"], [None, "a"], [2**64 - 1, "c"], [-1, "c"], [math.nan, "a"]),
    *(dt.datetime(2026, 1, 1, tzinfo=dt.UTC), Ext(5, b"x")),
]
"""What fits none of the inputs."""


@pytest.fixture
def server(start: Start) -> Server:
    return start(SCRIPT)


@pytest.fixture
def other(server: Server) -> Iterator[Visitor]:
    with undisturbed(server) as other:
        yield other


@pytest.fixture
def victim(server: Server, other: Visitor) -> Iterator[Visitor]:
    with Visitor(server) as victim:
        victim.click("Add one")
        victim.click("Add one")
        yield victim


def test_l01_a_conversation_that_is_sent_again_changes_nothing(
    server: Server, victim: Visitor, other: Visitor
) -> None:
    number, events = victim.number, victim.sent[1:]
    shown = victim.texts
    for _ in range(2):
        victim.number = 0  # as a page would greet that has forgotten what it did
        victim.connect()
        for frame in events * 2:
            victim.socket.send(frame)
        victim.number = number
        victim.set("Number", [5])
        number = victim.number
        assert victim.texts == shown
        server.kill()
        server.start()
        other.connect()
    victim.connect()
    assert victim.texts == shown
    victim.click("Add one")
    assert victim.texts[0] == "Count = 3"


def test_w16_values_that_do_not_fit_are_dropped(server: Server, victim: Visitor) -> None:
    shown = victim.texts
    closed = [("Closed", "open"), ("Fixed", True), ("Dead", True), ("Yes", None)]
    for label, nonsense in [*itertools.product(INPUTS, NONSENSE), *closed]:
        victim.send({victim.find(label): nonsense})
    victim.settle()
    assert victim.texts == shown
    victim.set("Whole", 7)
    assert victim.texts[0] == "Count = 2"
    assert victim.texts[1].startswith("[7, 5.0, 5, (0.2, 0.8), datetime.date(2026, 1, 1)")


def test_forged_triggers_and_unknown_ids_are_dropped(server: Server, victim: Visitor) -> None:
    shown = victim.texts
    for trigger in ("", "x", "main", "1", "#count", "x" * 100_000, *map(victim.find, INPUTS[:-1])):
        victim.send({}, trigger)
    for id in ("", "x", "main", "1", "count", "#count", "pcount", "w#name", "__class__"):
        victim.send({id: 1_000})
    victim.settle()
    assert victim.texts == shown


def test_many_unknown_ids_are_one_line_in_the_log(server: Server, victim: Visitor) -> None:
    victim.act({f"x{number}": 1 for number in range(10_000)})
    victim.click("Add one")
    assert victim.texts[0] == "Count = 3"
    assert "run 4: 10000 change(s) dropped: there is no input" in server.hear("dropped")
    assert len(server.log) < 100


UNREADABLE = (
    b"\x81\x81\x01\x01\x01\xc0",
    b"\xd7\xff\xff\xff\xff\xff\xff\xff\xff\xff\xc0",
    b"\xa1\xff\xc0",
    b"\x91" * 100_000 + b"\x01\xc0",
    b"\xdf\xff\xff\xff\xff",
    b"\xc6\xff\xff\xff\xffx",
)
"""A map as a key, a time and a text that are none, a hundred thousand lists, endless things."""


def plain(*message: Any) -> bytes:
    return msgspec.msgpack.encode(message)


NO_VALUES: list[Any] = [[], "x", 1, {1: 2}, {None: 1}]
NO_TRIGGERS: list[Any] = [1, [], True, b"x"]


def event(number: Any, values: Any = {}, trigger: Any = None) -> bytes:  # noqa: B006
    return plain("event", number, values, trigger)


def hello(session: Any, protocol: Any, seen: Any, following: Any) -> bytes:
    return plain("hello", protocol, session, seen, following)


NUMBERS = (-1, 2**53, 2**63, 2**64 - 1, -(2**63), 1.5, math.nan, math.inf, "1", None, True, [1])


def test_messages_that_no_page_sends_end_the_connection_only(
    server: Server, victim: Visitor
) -> None:
    first = encode(Hello(PROTOCOL, victim.session_id, 0, victim.number + 1))
    frames = [
        *(event(number) for number in NUMBERS),
        *(event(3, values) for values in NO_VALUES),
        *(event(3, {}, trigger) for trigger in NO_TRIGGERS),
        *(plain("ack_batch", number) for number in NUMBERS),
        *(plain("edits", []), plain("welcome"), plain("run_ended", "done")),
        *(plain(), plain("event"), plain("event", 3), b"", b"\xc0", b"\x01", b"\xa5event"),
        *(b"\x94\xa5event\x03\x81\xa1x" + each for each in UNREADABLE),
    ]
    for frame in frames:
        reason, code = answer(server, [first, frame], victim.cookie)
        assert code == 4400, frame[:60]
        assert reason.startswith("bad message: "), frame[:60]
    reason, code = answer(server, [first, first], victim.cookie)
    assert reason == "hello: it opens a connection, got a second one: leave it out"
    victim.connect()
    assert victim.texts[0] == "Count = 2"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"a": [[0, 0, "1"]] * 300_000}, "lists may take 1000000 bytes"),
        ({str(each): 1 for each in range(10_001)}, "at most 10000 values"),
    ],
)
def test_an_event_that_takes_too_much_is_given_up_by_the_page_and_does_not_end_it(
    server: Server, victim: Visitor, values: dict[str, Any], words: str
) -> None:
    first = encode(Hello(PROTOCOL, victim.session_id, 0, victim.number + 1))
    reason, code = answer(server, [first, event(victim.number + 1, values)], victim.cookie)
    # With any other code the page would end, and send it again when it is loaded the next time.
    assert (words in reason, code) == (True, 1009)


def test_a_hello_of_absurd_numbers_harms_nobody(server: Server, victim: Visitor) -> None:
    for number in NUMBERS:
        for seen, following in ((number, 1), (0, number), (number, number)):
            for session in (None, victim.session_id):
                frame = hello(session, PROTOCOL, seen, following)
                assert answer(server, [frame], victim.cookie)[1] == 4400, number
    for protocol in (-1, 0, PROTOCOL + 1, 2**63 - 1):
        frame = hello(None, protocol, 0, 1)
        assert answer(server, [frame]) == ("the page is of another version: reload it", 4409)
    with Visitor(server) as far:
        far.session_id, far.number = None, 2**53 - 2
        far.connect()
        far.click("Add one")
        assert far.texts[0] == "Count = 1"
    victim.connect()
    assert victim.texts[0] == "Count = 2"
