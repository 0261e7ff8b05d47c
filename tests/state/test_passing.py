"""What fails for a passing reason is tried again; the last good bytes stay until then (S18)."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from memory import Memory


class Moody:
    """It can be stored whenever it has no error."""

    def __init__(self, n: int, error: BaseException | None = None) -> None:
        self.n = n
        self.error = error

    def __getstate__(self) -> dict[str, Any]:
        if self.error is not None:
            raise self.error
        return {"n": self.n, "error": None}


ERRORS = [
    RuntimeError("not now"),
    OSError("disk"),
    KeyError("x"),
    ZeroDivisionError(),
    SystemExit(),
    KeyboardInterrupt(),
    TypeError("unsupported operand"),
]


@pytest.mark.parametrize("error", ERRORS)
def test_s18_the_last_good_bytes_stay_and_it_is_tried_again(error: BaseException) -> None:
    memory = Memory()
    memory.state.update(moody=Moody(1), other=1)
    memory.end_run()
    memory.state["moody"].n = 2
    memory.state["moody"].error = error
    memory.state["other"] = 2
    assert memory.end_run() == {"pother"}
    assert memory.encoder.is_complete
    assert memory.encoder.is_stale
    assert not memory.encoder.is_whole(memory.state)
    ((name, problem),) = memory.encoder.new_problems()
    assert name == "moody"
    assert problem.endswith("the store has an older value, and it is tried again")
    (entry, _) = memory.encoder.entries(memory.state)
    assert (entry.status, entry.size > 0) == ("stale", True)
    assert Memory(memory.stored).state["moody"].n == 1
    memory.end_run()
    assert memory.encoder.new_problems() == []
    memory.state.entries.plain["moody"].error = None
    # Nobody touches it in this run.
    assert memory.end_run() == {"pmoody"}
    assert not memory.encoder.is_stale
    assert memory.encoder.is_whole(memory.state)
    assert memory.problem("moody") == ""
    assert memory.restored().state["moody"].n == 2


def test_s18_what_was_never_stored_is_only_here_until_it_can_be() -> None:
    memory = Memory()
    memory.state.update(moody=Moody(1, OSError("disk")), other=1)
    assert memory.end_run() == {"pother"}
    (entry, _) = memory.encoder.entries(memory.state)
    assert (entry.status, entry.size) == ("live", 0)
    memory.state.entries.plain["moody"].error = None
    assert memory.end_run() == {"pmoody"}


def test_s18_a_class_that_does_not_say_where_it_is_from_harms_only_its_key() -> None:
    class Meta(type):
        is_shy = False

        @property
        def __module__(cls) -> str:  # type: ignore[override]
            if Meta.is_shy:
                raise RuntimeError("who knows")
            return __name__

    shy = Meta("Shy", (), {"__qualname__": "Shy"})
    memory = Memory()
    Meta.is_shy = True
    memory.state.update(shy=shy(), n=1)
    assert memory.end_run() == {"pn"}
    assert memory.encoder.new_problems()[0][0] == "shy"
    assert memory.encoder.entries(memory.state)[1].type == "object"


@contextmanager
def meddling(change: Any) -> Iterator[None]:
    """Have a thread change something all the time."""
    is_over = threading.Event()

    def work() -> None:
        while not is_over.is_set():
            change()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


@pytest.mark.parametrize("runs", [8])
def test_s18_a_thread_that_changes_a_dict_never_removes_it(runs: int) -> None:
    memory = Memory(max_value=10**8, max_total=10**9)
    numbers = {i: Slow() if i % 30 == 0 else i for i in range(300)}
    memory.state["numbers"] = numbers
    memory.end_run()
    count = iter(range(10**9))

    def change() -> None:
        number = next(count)
        numbers[f"k{number}"] = numbers.pop(f"k{number - 1}", None)

    with meddling(change):
        for _ in range(runs):
            memory.state["numbers"]
            memory.end_run()
            assert len(Memory(memory.stored).state["numbers"]) in (300, 301)
    memory.end_run()
    assert not memory.encoder.is_stale
    assert Memory(memory.stored).state["numbers"].keys() == numbers.keys()


class Slow:
    """Pickling it lets other threads run."""

    def __reduce__(self) -> Any:
        threading.Event().wait(1e-6)
        return Slow, ()


@pytest.mark.parametrize("error", [TypeError("cannot pickle 'x'"), None])
def test_s12_s18_only_what_can_never_be_stored_is_removed(error: Exception | None) -> None:
    memory = Memory()
    memory.state["it"] = Moody(1)
    memory.end_run()
    memory.state["it"] = Moody(2, error) if error else threading.Lock()
    assert memory.end_run() == {"pit"}
    assert memory.stored == {}
    assert not memory.encoder.is_stale


def test_s18_a_widget_whose_value_cannot_be_made_bytes_is_tried_again_too() -> None:
    class AsIs:
        def encode(self, value: Any) -> Any:
            return value

        decode = encode

    memory = Memory()
    moody = Moody(1)
    memory.state.inputs.call("#k", "k", AsIs(), moody, 0)
    memory.end_run()
    before = memory.stored["w#k"]
    moody.error, moody.n = OSError("disk"), 2
    memory.state.inputs.change("#k", moody)
    assert memory.end_run() == set()
    assert memory.stored["w#k"] == before
    moody.error = None
    assert memory.end_run() == {"w#k"}


def test_s18_while_memory_is_short_nothing_is_given_and_then_all() -> None:
    memory = Memory()
    memory.state.update(moody=Moody(1), n=1)
    memory.end_run()
    before = dict(memory.stored)
    memory.state["moody"].error = MemoryError()
    memory.state.update(n=2, m=1)
    for _ in range(3):
        assert memory.end_run() == set()
        assert not memory.encoder.is_complete
        assert not memory.encoder.is_whole(memory.state)
        assert memory.encoder.everything(memory.state) == {}
    memory.state["n"] = 3
    assert memory.end_run() == set()
    assert memory.stored == before
    memory.state["moody"].n, memory.state["moody"].error = 2, None
    assert memory.end_run() == {"pmoody", "pn", "pm"}
    assert memory.encoder.is_complete
    memory = memory.restored()
    assert (memory.state["n"], memory.state["m"], memory.state["moody"].n) == (3, 1, 2)


LIMITED = """
import resource
from memory import Memory

memory = Memory(max_value=10**9, max_total=10**9)
memory.state.update(n=1, big="x")
memory.end_run()
used = int(open("/proc/self/statm").read().split()[0]) * 4096
memory.state["big"] = "y" * 30_000_000
memory.state["n"] = 2
resource.setrlimit(resource.RLIMIT_AS, (used + 45_000_000, -1))
assert memory.end_run() == set()
assert not memory.encoder.is_complete
resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
assert memory.end_run() == {"pbig", "pn"}
assert len(memory.restored().state["big"]) == 30_000_000
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it limits memory as Linux does")
def test_s18_thirty_megabytes_under_a_limit_are_stored_when_there_is_room() -> None:
    run_apart(LIMITED)


DEEP = """
import sys
import threading
from memory import Memory

class Node:
    def __init__(self, next): self.next = next

def chain(make, length=200_000):
    value = None
    for _ in range(length):
        value = make(value)
    return value

def work():
    memory = Memory(max_value=10**9, max_total=10**9)
    memory.state["n"] = 1
    nodes = [None]
    for _ in range(200_000):
        nodes.append(Node(nodes[-1]))
    memory.state.update(
        list=chain(lambda x: [x]), dict=chain(lambda x: {"x": x}), tuple=chain(lambda x: ([], x)),
        node=nodes[-1], nodes=nodes[::-1], shallow=chain(lambda x: [x], 200),
    )
    assert memory.end_run() == {"pn", "pshallow"}, memory.encoder.new_problems()
    problems = dict(memory.encoder.new_problems())
    assert problems["list"] == "a list cannot be stored: it is nested too deep", problems
    assert len(problems) == 5
    for entry in memory.encoder.entries(memory.state, ["list", "node", "nodes"]):
        assert entry.name not in ("list", "nodes") or "too deep" in entry.value, entry
    # Neither repr nor the end of the process may go down there.
    import os; os._exit(0)

sys.setrecursionlimit(10**6)
work()
"""


def test_a_value_nested_too_deep_does_not_end_the_process() -> None:
    run_apart(DEEP)


def run_apart(program: str) -> None:
    subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[1],
        check=True,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda: memoryview(b"abc"),
        lambda: memoryview(b""),
        lambda: memoryview(bytearray(b"abc")),
        lambda: memoryview(b"abcdefgh").cast("I"),
        lambda: memoryview(bytes(24)).cast("d", (3, 1)),
        lambda: memoryview(b"abcdef")[::2],
        lambda: memoryview(b"abcdef")[2:4],
    ],
)
def test_s11_a_memoryview_comes_back_as_one(make: Any) -> None:
    memory = Memory()
    memory.state["view"] = make()
    view = memory.restored().state["view"]
    assert isinstance(view, memoryview)
    assert view == make()
    shape = make().format, make().shape, make().readonly
    assert (view.format, view.shape, view.readonly) == shape


def test_s17_a_memoryview_shows_what_its_bytes_become() -> None:
    memory = Memory()
    data = bytearray(b"abc")
    memory.state["it"] = {"data": data, "view": memoryview(data)}
    it = memory.restored().state["it"]
    it["data"][0] = 65
    assert it["view"][0] == 65


def test_s18_what_only_looks_like_a_number_harms_no_other_key() -> None:
    class Lazy:
        @property  # type: ignore[misc]
        def __class__(self) -> type:
            return int

        def __reduce__(self) -> Any:
            raise OSError("not now")

    memory = Memory()
    memory.state.update(x=Lazy(), y=1)
    assert memory.end_run() == {"py"}
    assert "not now" in memory.problem("x")
