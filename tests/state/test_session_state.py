"""Session state, without a script: rules S02 to S05, S07, W02 to W18, C01."""

from typing import Any

import pytest

from ostinato.commands.session_state import SessionStateProxy, state_of
from ostinato.errors import (
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)
from ostinato.state.session_state import SessionState
from ostinato.state.widget import Callback, Widget
from ostinato.values.address import Place
from ostinato.values.boolean import Boolean


class Within:
    """An answer that takes numbers up to a limit."""

    def __init__(self, limit: int = 100) -> None:
        self.limit = limit

    def decode(self, value: Any) -> Any:
        if not isinstance(value, int) or not 0 <= value <= self.limit:
            raise ValueError(value)
        return value

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Any]:
        value = self.decode(value)
        return value, value


def call(
    state: SessionState,
    id: str = "w",
    *,
    key: str | None = None,
    default: int = 0,
    limit: int = 100,
) -> int:
    widget, shown = state.inputs.call(id, key, Within(limit), default, default)
    assert shown == widget.value
    value: int = widget.value
    return value


@pytest.fixture
def state() -> SessionState:
    state = SessionState()
    state.begin(1)
    return state


def next_run(state: SessionState, number: int) -> None:
    state.inputs.sweep()
    state.begin(number)


def test_s02_it_is_a_mutable_mapping(state: SessionState) -> None:
    state["a"] = 1
    state.update(b=2, c=3)
    assert state.pop("a") == 1
    assert state.setdefault("b", 9) == 2
    assert dict(state) == {"b": 2, "c": 3}
    state.clear()
    assert len(state) == 0


def test_s03_a_missing_key_is_named_with_the_way_out(state: SessionState) -> None:
    with pytest.raises(KeyError, match='no key "name".*if "name" not in st.session_state'):
        state["name"]
    with pytest.raises(KeyError, match='no key "name"'):
        del state["name"]


def test_s05_only_what_has_a_key_shows(state: SessionState) -> None:
    state["plain"] = "x"
    call(state, "one", key="keyed")
    call(state, "two")
    assert dict(state) == {"plain": "x", "keyed": 0}


def test_w01_state_and_widget_agree(state: SessionState) -> None:
    assert call(state, key="k", default=5) == state["k"] == 5
    state.begin(2)
    state.inputs.change("w", 7)
    assert call(state, key="k", default=5) == state["k"] == 7


def test_w02_a_value_in_state_wins_over_the_default(state: SessionState) -> None:
    state["k"] = 42
    assert call(state, key="k", default=5) == 42


def test_w03_a_widget_is_set_before_it_is_drawn_or_in_a_callback(state: SessionState) -> None:
    call(state, key="k")
    with pytest.raises(StreamlitWidgetAlreadyInstantiatedError, match=r"state\.k: .*key='k'"):
        state["k"] = 1
    state.begin(2)
    state["k"] = 2
    assert call(state, key="k") == 2


def test_w04_a_button_cannot_be_set_and_the_mistake_does_not_stick(state: SessionState) -> None:
    state["b"] = True
    with pytest.raises(StreamlitValueAssignmentNotAllowedError, match="key='b'"):
        state.inputs.call_press("t", "b", Boolean(), False, 'button "Go"')
    assert state.inputs.call_press("t", "b", Boolean(), False, 'button "Go"').value is False
    with pytest.raises(StreamlitWidgetAlreadyInstantiatedError, match="key='b'"):
        state["b"] = True


@pytest.mark.parametrize(
    ("changed_by_user", "default", "expected"),
    [(False, 0, 0), (True, 0, 7), (False, 3, 3), (True, 3, 7)],
)
def test_w07_a_new_default_stands_unless_the_user_changed_it_since(
    state: SessionState, changed_by_user: bool, default: int, expected: int
) -> None:
    call(state, default=0)
    next_run(state, 2)
    if changed_by_user:
        state.inputs.change("w", 7)
    assert call(state, default=default) == expected


def test_l07_the_echo_keeps_every_input(state: SessionState) -> None:
    echoed = call(state, default=0)
    for number, typed in enumerate([5, 6, 6, 7, 0, 9], start=2):
        next_run(state, number)
        state.inputs.change("w", typed)
        echoed = call(state, default=echoed)
        assert echoed == typed


def test_w08_a_value_that_no_longer_fits_gives_way_to_the_default(state: SessionState) -> None:
    call(state, key="k")
    state.begin(2)
    state.inputs.change("w", 50)
    assert call(state, key="k", limit=60) == 50
    state.begin(3)
    assert call(state, key="k", limit=40, default=1) == 1
    assert state["k"] == 1


def test_w10_a_widget_not_drawn_loses_value_and_key_at_the_end_of_the_run(
    state: SessionState,
) -> None:
    call(state, key="k", default=1)
    state.begin(2)
    state.inputs.change("w", 5)
    assert state["k"] == 5
    next_run(state, 3)
    assert "k" not in state
    assert call(state, key="k", default=1) == 1


def test_w10_persist_state_keeps_it(state: SessionState) -> None:
    widget, _ = state.inputs.call("w", "k", Within(), 1, 1)
    widget.is_persistent = True
    next_run(state, 2)
    next_run(state, 3)
    assert state["k"] == 1


def test_s07_assigning_a_key_to_itself_keeps_it_while_the_widget_is_away(
    state: SessionState,
) -> None:
    call(state, key="k")
    state.begin(2)
    state.inputs.change("w", 5)
    for number in (3, 4, 5):
        state["k"] = state["k"]
        next_run(state, number)
    assert call(state, key="k") == 5


def test_w12_a_run_cut_short_cleans_nothing_up(state: SessionState) -> None:
    call(state, key="k")
    state.begin(2)
    state.begin(3)
    assert "k" in state


def test_w14_a_value_out_of_range_resets_to_the_default(state: SessionState) -> None:
    state["k"] = 1000
    assert call(state, key="k", default=3) == 3


def test_w15_a_trigger_is_true_for_one_run(state: SessionState) -> None:
    state.inputs.call_press("t", None, Boolean(), False, "button")
    state.begin(2)
    state.inputs.press("t")
    assert state.inputs.call_press("t", None, Boolean(), False, "button").value is True
    state.inputs.release("t")
    state.begin(3)
    assert state.inputs.call_press("t", None, Boolean(), False, "button").value is False


@pytest.mark.parametrize("forged", [-1, 101, "5", None, 1.5])
def test_w16_a_forged_value_is_dropped(state: SessionState, forged: object) -> None:
    call(state)
    with pytest.raises(ValueError, match=str(forged)):
        state.inputs.change("w", forged)
    assert call(state) == 0


def test_w16_a_disabled_widget_does_not_change(state: SessionState) -> None:
    widget, _ = state.inputs.call("w", None, Within(), 0, 0)
    widget.is_disabled = True
    with pytest.raises(ValueError, match="disabled"):
        state.inputs.change("w", 5)
    button = state.inputs.call_press("t", None, Boolean(), False, "button")
    button.is_disabled = True
    with pytest.raises(ValueError, match="disabled"):
        state.inputs.press("t")


def test_w16_an_unknown_widget_is_named(state: SessionState) -> None:
    with pytest.raises(LookupError, match="'nobody'"):
        state.inputs.change("nobody", 1)
    with pytest.raises(LookupError, match="'nobody'"):
        state.inputs.press("nobody")


def test_w16_a_button_takes_no_value_and_an_input_no_click(state: SessionState) -> None:
    call(state)
    state.inputs.call_press("t", None, Boolean(), False, "button")
    with pytest.raises(LookupError):
        state.inputs.change("t", True)
    with pytest.raises(LookupError):
        state.inputs.press("w")


def test_c01_no_callback_when_the_value_did_not_change(state: SessionState) -> None:
    widget, _ = state.inputs.call("w", None, Within(), 0, 0)
    widget.callback = Callback(print)
    assert state.inputs.change("w", 0) is None
    assert state.inputs.change("w", 1) is widget.callback


def test_a_key_that_was_deleted_starts_from_the_default(state: SessionState) -> None:
    call(state, key="k")
    state.begin(2)
    state.inputs.change("w", 5)
    del state["k"]
    assert "k" not in state
    assert call(state, key="k", default=2) == 2


class Meddler(str):
    """A key that does something to the state each time it is looked up, as another thread might."""

    __slots__ = ("act",)

    def __hash__(self) -> int:
        getattr(self, "act", lambda: None)()
        return str.__hash__(self)


def test_s02_keys_that_come_while_the_mapping_is_read_are_no_error(state: SessionState) -> None:
    key = Meddler("a")
    call(state, "#a", key=key)
    call(state, "#b", key="b")
    count = iter(range(100))
    key.act = lambda: call(state, f"#{next(count)}", key=f"more {next(count)}")
    assert set(state) >= {"a", "b"}


def test_s02_keys_that_go_while_the_mapping_is_read_are_no_error() -> None:
    proxy = SessionStateProxy()
    state, key = state_of(proxy), Meddler("a")
    state[key], state["b"] = 1, 2
    key.act = lambda: state.entries.plain.pop("b", None)
    assert proxy.to_dict() == {"a": 1}


def test_a_successor_knows_what_is_bound_and_what_the_browser_has_brought(
    state: SessionState,
) -> None:
    state.query.arrive(Place("a=1", 0), is_new=True)
    state.query.bind("b", ["2"], 1)
    assert state.query.take_news("c")
    other = state.successor()
    assert (other.query.is_bound("b"), other.query.is_bound("a")) == (True, False)
    assert (other.query.take_news("c"), other.query.take_news("a")) == (False, True)
    assert state.query.take_news("a")


@pytest.mark.parametrize("flags", [(True, True, False), ((False, True, True, False),)])
def test_what_an_older_version_stored_of_a_widget_is_read(flags: tuple[object, ...]) -> None:
    is_press = flags[0] is True
    widget = Widget.of_record("w", (None, [1], *flags, [2]))
    assert (widget.value, widget.default, widget.is_press) == ([2], [1], is_press)
    assert (widget.is_changed, widget.is_persistent) == (True, not is_press)
    assert widget.keeps_default
    assert Widget.of_record("w", widget.record).record == widget.record


@pytest.mark.parametrize("more", [(), (True,), (False, "later", None)])
@pytest.mark.parametrize("value", [(), ([2],)])
def test_what_a_newer_version_stored_of_a_widget_is_read_but_for_what_is_new(
    more: tuple[object, ...], value: tuple[object, ...]
) -> None:
    """In a rolling deployment a session goes to and fro between them."""
    flags = (False, True, True, False, False, True)
    widget = Widget.of_record("#k", ("k", [1], flags + more, *value))
    assert widget.record == ("k", [1], flags, *value)
