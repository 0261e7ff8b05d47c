import pytest

from ostinato.run import losses
from ostinato.run.losses import Losses


def test_u03_what_is_lost_counts_once_until_it_is_there_again():
    lost = Losses()
    lost.note(["a", "b"])
    lost.note(["a"])
    assert (lost.count, lost.among({"a", "c"})) == (2, {"a"})
    lost.forget(["a", "c"])
    assert (lost.count, lost.among({"a", "b"})) == (2, {"b"})
    lost.note(["a"])
    assert (lost.count, lost.among({"a", "b"})) == (3, {"a", "b"})


def test_no_more_losses_are_remembered_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(losses, "MOST", 2)
    lost = Losses()
    lost.note("abc")
    assert lost.among("abc") == {"b", "c"}
