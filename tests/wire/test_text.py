"""What cannot travel as it is."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostinato.wire.codec import decode_plain, encode
from ostinato.wire.inspection import Entry
from ostinato.wire.messages import Batch, Inspected, Notification, NotStored, Refused
from ostinato.wire.text import sendable

ODD = "caf\udce9"
TEXTS = st.text(st.characters(codec=None))


@given(TEXTS)
def test_every_text_can_be_made_sendable_and_a_good_one_stays(text: str) -> None:
    made = sendable(text)
    made.encode()
    try:
        text.encode()
    except UnicodeEncodeError:
        assert "\\ud" in made
    else:
        assert made == text


@pytest.mark.parametrize(
    "message",
    [
        Notification("dropped", ODD),
        NotStored(ODD, ODD),
        Refused(ODD),
        Inspected([Entry(ODD, False, ODD, 1, ODD, "stored", ODD)], []),
    ],
    ids=lambda message: type(message).__name__,
)
def test_r06_no_message_fails_to_be_encoded(message: msgspec.Struct) -> None:
    number, messages = decode_plain(encode(Batch(1, [message])))  # type: ignore[list-item]
    assert number == 1
    assert "caf\\udce9" in str(messages).replace("\\\\", "\\")
