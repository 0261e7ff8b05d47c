"""A session that is restored again and again behaves like one that never was (S10, S11, L07)."""

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from ostinato.state.encoder import StateEncoder
from ostinato.state.session_state import SessionState
from ostinato.state.signing import KeyRing
from ostinato.state.widget import key_id
from ostinato.values.boolean import Boolean

KEYS = st.sampled_from("abc")
NAMES = st.sampled_from("abuv")
VALUES = st.one_of(st.integers(0, 9), st.lists(st.integers(0, 3), max_size=3), st.text("xy"))


class Fits:
    """An answer that takes numbers up to a limit, and lists, of which it gives copies."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def decode(self, value: Any) -> Any:
        if isinstance(value, list):
            return list(value)
        if not isinstance(value, int) or not 0 <= value <= self.limit:
            raise ValueError(value)
        return value

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Any]:
        value = self.decode(value)
        return value, value


class Alike(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.first = SessionState()
        self.stored: dict[str, bytes] = {}
        self.restores = 0
        self.runs = 0
        self.secrets = ["first"]
        self.restore({}, None)
        self.begin_runs()

    def restore(self, stored: dict[str, bytes], source: str | None) -> None:
        self.restores += source is not None
        self.id = f"session {self.restores}"
        keys = KeyRing(self.secrets)
        self.encoder = StateEncoder(self.id, keys, max_value=10**6, max_total=10**6)
        self.second = self.encoder.restore(stored, source=source)
        self.second_runs = 0
        self.drawn: set[str] = set()

    def begin_runs(self) -> None:
        self.runs += 1
        self.second_runs += 1
        self.first.begin(self.runs)
        self.second.begin(self.second_runs)
        self.pulled: str | None = None

    def both(self, work: Callable[[SessionState], Any]) -> None:
        ends = []
        for state in (self.first, self.second):
            try:
                ends.append(work(state))
            except Exception as error:  # noqa: BLE001  (the other must raise the same)
                ends.append((type(error), str(error)))
        assert ends[0] == ends[1]

    # What scripts do.

    @rule(key=KEYS, value=VALUES)
    def set(self, key: str, value: Any) -> None:
        self.both(lambda state: state.__setitem__(key, own(value)))

    @rule(key=KEYS)
    def read(self, key: str) -> None:
        self.both(lambda state: state[key])

    @rule(key=KEYS)
    def change_in_place(self, key: str) -> None:
        self.both(lambda state: isinstance(state[key], list) and state[key].append(7))

    @rule(key=KEYS)
    def assign_to_itself(self, key: str) -> None:
        self.both(lambda state: state.__setitem__(key, state[key]))

    @rule(key=KEYS)
    def is_in(self, key: str) -> None:
        self.both(lambda state: key in state)

    @rule(key=KEYS)
    def delete(self, key: str) -> None:
        self.both(lambda state: state.__delitem__(key))

    @rule(key=KEYS)
    def pop(self, key: str) -> None:
        self.both(lambda state: state.pop(key, None))

    @rule()
    def clear(self) -> None:
        self.both(lambda state: state.clear())

    @rule()
    def read_all(self) -> None:
        self.both(dict)

    # What widgets do.

    @rule(
        name=NAMES,
        default=st.one_of(st.integers(0, 3), st.lists(st.integers(0, 1), max_size=1)),
        limit=st.sampled_from([3, 9]),
        is_persistent=st.booleans(),
    )
    def draw(self, name: str, default: Any, limit: int, is_persistent: bool) -> None:
        id, key = identity(name)
        if self.first.inputs.was_called(id):
            return

        def call(state: SessionState) -> Any:
            is_known = state.inputs.find(id) is not None
            widget, shown = state.inputs.call(id, key, Fits(limit), own(default), own(default))
            state.inputs.persist(widget, is_persistent)
            return is_known, own(widget.value), shown

        self.both(call)
        self.drawn.add(id)

    @rule(name=st.sampled_from("at"))
    def draw_button(self, name: str) -> None:
        id, key = identity(name)
        if not self.first.inputs.was_called(id):
            self.both(
                lambda state: state.inputs.call_press(id, key, Boolean(), False, "button").value
            )
            self.drawn.update([id] if self.second.inputs.was_called(id) else [])

    @rule(name=NAMES, value=VALUES)
    def enter(self, name: str, value: Any) -> None:
        id, _ = identity(name)
        if id in self.drawn:
            self.both(lambda state: state.inputs.change(id, own(value)))

    @rule(name=st.sampled_from("at"))
    def press(self, name: str) -> None:
        id, _ = identity(name)
        if id in self.drawn and self.pulled is None:
            self.both(lambda state: state.inputs.press(id))
            widget = self.first.inputs.find(id)
            self.pulled = id if widget is not None and widget.is_press else None

    # What the server does.

    @rule(is_complete=st.booleans())
    def end_run(self, is_complete: bool) -> None:
        for state in (self.first, self.second):
            state.inputs.release(self.pulled)
            if is_complete:
                state.inputs.sweep()
        self.save(self.encoder.changes(self.second))
        self.begin_runs()

    @rule(is_complete=st.booleans(), is_rotated=st.booleans())
    def end_run_and_restore(self, is_complete: bool, is_rotated: bool) -> None:
        self.end_run(is_complete)
        if is_rotated:
            self.secrets.append(f"secret {len(self.secrets)}")
        self.restore(self.stored, None)
        self.begin_runs()

    @rule(is_complete=st.booleans())
    def end_run_and_fork(self, is_complete: bool) -> None:
        self.end_run(is_complete)
        copied, self.stored = self.stored, {}
        source = self.id
        self.restore(copied, source)
        self.begin_runs()

    @rule()
    @precondition(lambda self: self.pulled is None)
    def lose_the_store(self) -> None:
        self.stored = {}
        self.save(self.encoder.everything(self.second))

    def save(self, changes: dict[str, bytes | None]) -> None:
        for name, signed in changes.items():
            if signed is None:
                self.stored.pop(name, None)
            else:
                self.stored[name] = signed

    def teardown(self) -> None:
        if self.encoder:
            self.both(dict)


def identity(name: str) -> tuple[str, str | None]:
    return (name, None) if name in "uv" else (key_id(name), name)


def own(value: Any) -> Any:
    """Return a value that shares nothing with the other state."""
    return list(value) if isinstance(value, list) else value


Alike.TestCase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
TestAlike = Alike.TestCase


def test_w10_what_was_assigned_in_a_run_that_was_cut_short_is_known_after_a_restore() -> None:
    states = Alike()
    states.begin()
    states.draw(name="a", default=0, limit=3, is_persistent=False)
    states.end_run(is_complete=True)
    states.set(key="a", value=1)
    states.end_run_and_restore(is_complete=False, is_rotated=False)
    states.end_run(is_complete=True)
    states.both(dict)
    assert dict(states.second) == {"a": 1}
