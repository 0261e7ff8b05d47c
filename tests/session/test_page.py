"""What a browser is told when it comes, and when it comes again knowing nothing."""

from ostinato.session.link import Link
from ostinato.session.page import Page
from ostinato.wire.codec import decode_plain
from ostinato.wire.messages import AckEvent, NotStored, Welcome


def welcome(resumed: bool) -> Welcome:
    return Welcome("s1", resumed, 0, 0, True, True, 1000, "app", "1.0")


def news_of(link: Link) -> list[str]:
    """Give the names of the messages that the browser is sent now, but the first."""
    frame = link.next_frame()
    return [message[0] for message in decode_plain(frame)[1]] if frame else []


def is_resumed(link: Link) -> bool:
    return bool(decode_plain(link.first[0])[1][0][2])


def test_what_a_developer_must_know_is_not_lost_with_the_first_frame() -> None:
    page = Page(confirmed=0, confirm_within=1.0)
    link = page.connect(0, welcome)
    page.put(NotStored("db", "a connection cannot be stored"))
    assert news_of(link) == ["reset", "not_stored"]


def test_a_page_that_is_loaded_anew_gets_the_tree_and_not_the_frames_that_led_to_it() -> None:
    page = Page(confirmed=0, confirm_within=1.0)
    link = page.connect(0, welcome)
    assert news_of(link) == ["reset"]
    page.put(AckEvent(1))
    number, messages = decode_plain(link.next_frame() or b"")
    assert messages == [["ack_event", 1]]
    assert is_resumed(page.connect(number - 1, welcome))
    again = page.connect(0, welcome)
    assert not is_resumed(again)
    assert news_of(again) == ["reset"]


def test_frames_are_not_taken_for_those_of_another_page() -> None:
    numbers = set()
    for _ in range(20):
        link = Page(confirmed=0, confirm_within=1.0).connect(0, welcome)
        numbers.add(decode_plain(link.next_frame() or b"")[0])
    assert len(numbers) > 10
