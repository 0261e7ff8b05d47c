"""What a browser is told when it comes, and when it comes again knowing nothing."""

import pytest

from ostinato.config import Config
from ostinato.run.canvas import Canvas
from ostinato.run.ends import Stopped
from ostinato.run.run import Run
from ostinato.session.connection import Connection
from ostinato.session.view import SessionView
from ostinato.state.session_state import SessionState
from ostinato.tree.node import Tree
from ostinato.widgets.toast import Toast
from ostinato.wire.codec import decode_plain
from ostinato.wire.messages import PROTOCOL, AckEvent, Effect, Hello, NotStored, Welcome


def welcome(resumed: bool) -> Welcome:
    return Welcome("s1", resumed, 0, 0, True, True, False, 1000, "app", "1.0")


def news_of(connection: Connection) -> list[str]:
    """Return the names of the messages that the browser is sent now, but the first."""
    frame = connection.next_frame()
    return [message[0] for message in decode_plain(frame)[1]] if frame else []


def is_resumed(connection: Connection) -> bool:
    return bool(decode_plain(connection.first[0])[1][0][2])


def test_what_a_developer_must_know_is_not_lost_with_the_first_frame() -> None:
    page = SessionView(confirmed=0, confirm_within=1.0)
    connection = page.connect(0, welcome)
    page.put(NotStored("db", "a connection cannot be stored"))
    assert news_of(connection) == ["reset", "not_stored"]


def test_a_page_that_is_loaded_anew_gets_the_tree_and_not_the_frames_that_led_to_it() -> None:
    page = SessionView(confirmed=0, confirm_within=1.0)
    connection = page.connect(0, welcome)
    assert news_of(connection) == ["reset"]
    page.put(AckEvent(1))
    number, messages = decode_plain(connection.next_frame() or b"")
    assert messages == [["ack_event", 1]]
    assert is_resumed(page.connect(number - 1, welcome))
    again = page.connect(0, welcome)
    assert not is_resumed(again)
    assert news_of(again) == ["reset"]


def test_frames_are_not_taken_for_those_of_another_page() -> None:
    numbers = set()
    for _ in range(20):
        connection = SessionView(confirmed=0, confirm_within=1.0).connect(0, welcome)
        numbers.add(decode_plain(connection.next_frame() or b"")[0])
    assert len(numbers) > 10


def effect(text: str) -> Effect:
    return Effect(text, Toast(text))


def test_w22_effects_come_in_order_also_beside_the_whole_tree() -> None:
    page = SessionView(confirmed=0, confirm_within=1.0)
    page.put(effect("first"))
    run = Run(1, SessionState(), page.tree, Config(), clock=lambda: 0.0, on_drawn=lambda: None)
    page.begin(run, 0, "visit")
    run.canvas.is_streamed = True
    run.canvas.effect("second", Toast("second"))
    connection = page.connect(0, welcome)
    _, messages = decode_plain(connection.next_frame() or b"")
    assert [message[1] for message in messages if message[0] == "effect"] == ["first", "second"]


def test_w22_effects_that_nobody_takes_do_not_pile_up() -> None:
    canvas = Canvas(Tree(), 1, clock=lambda: 0.0, on_drawn=lambda: None)
    for number in range(1000):
        canvas.effect(str(number), Toast("x"))
    effects = canvas.take().effects
    assert [each.id for each in effects] == [str(number) for number in range(800, 1000)]


def test_what_threads_draw_between_the_last_look_and_the_end_is_not_lost() -> None:
    canvas = Canvas(Tree(), 1, clock=lambda: 0.0, on_drawn=lambda: None)
    canvas.draw(canvas.tree.main, Toast("last"))
    assert len(canvas.close().edits) == 1
    canvas.draw(canvas.tree.main, Toast("unseen"), "id", None, False)
    assert canvas.take().edits == []


def test_n06_a_run_that_was_abandoned_may_draw_nowhere_also_once_its_page_is_closed() -> None:
    canvas = Canvas(Tree(), 1, clock=lambda: 0.0, on_drawn=lambda: None)
    main = canvas.tree.main
    canvas.let_go()
    canvas.close()
    with pytest.raises(Stopped):
        canvas.draw(main, Toast("late"))


@pytest.mark.parametrize(
    ("is_new", "query", "shown"),
    [(True, "", ["", 0, ""]), (True, "a=2", ["a=2", 0, ""]), (False, "a=2", ["a=1", 3, ""])],
)
def test_w19_a_first_frame_does_not_take_back_where_the_browser_has_come_to(
    is_new: bool, query: str, shown: list[object]
) -> None:
    page = SessionView(confirmed=0, confirm_within=1.0)
    page.tree.main.value = ["a=1", 3, ""]
    page.arrive(Hello(PROTOCOL, None, 0, 1, "resume", query=query, is_new=is_new))
    connection = page.connect(0, welcome)
    _, messages = decode_plain(connection.next_frame() or b"")
    assert ["edits", [["set", "main", shown]]] in messages


def test_n06_a_run_that_is_over_goes_on_refusing_whatever_is_to_be_shown_yet() -> None:
    run = Run(1, SessionState(), Tree(), Config(), clock=lambda: 0.0, on_drawn=lambda: None)
    run.interrupt.ask("stop")
    run.interrupt.forget()
    run.interrupt.check()
    assert run.abandon()
    run.interrupt.forget()
    with pytest.raises(Stopped):
        run.interrupt.check()
