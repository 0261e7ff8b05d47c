"""Media: what a rerun, a refresh and another session cost."""

import zlib
from collections.abc import Callable
from typing import Any

import pytest

from tab import Tab

OpenTab = Callable[..., Tab]
SCRIPT = """
import numpy as np
st.image(np.arange(6, dtype=np.uint8).reshape(2, 3), caption=st.text_input("Caption", "x"))
st.audio(b"RIFF....WAVE")
"""


def edits(tab: Tab, since: int = 0) -> list[Any]:
    sent = tab.messages[since:]
    return [edit for message in sent if message[0] == "edits" for edit in message[1]]


def test_i01_a_picture_that_is_the_same_is_not_sent_again(open_tab: OpenTab) -> None:
    tab = open_tab(SCRIPT)
    assert "_stcore/media/" in str(edits(tab))
    before = len(tab.messages)
    tab.set("Caption", "y")
    tab.settle()
    [update] = [edit for edit in edits(tab, before) if edit[0] == "update"]
    assert update[2] == {"captions": ["y"]}


def test_i01_a_picture_has_the_same_address_after_a_refresh(open_tab: OpenTab) -> None:
    tab = open_tab(SCRIPT)
    shown = [props for props in tab.page.props.values() if props.get("kind") == "image"]
    tab.reload()
    tab.settle()
    assert [props for props in tab.page.props.values() if props.get("kind") == "image"] == shown


def test_i01_an_array_is_made_a_file_once(
    open_tab: OpenTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    compress = zlib.compress

    def note(array: Any, level: int) -> bytes:
        made.append(array)
        return compress(array, level)

    monkeypatch.setattr(zlib, "compress", note)
    tab = open_tab(SCRIPT)
    assert len(made) == 1
    tab.set("Caption", "y")
    tab.settle()
    tab.reload()
    tab.settle()
    assert len(made) == 1
