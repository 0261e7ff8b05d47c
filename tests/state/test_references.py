"""References: what a session stores says which files it needs, and so does what it was stored."""

from typing import Any

from memory import Memory
from ostinato.state.references import refer


class Sheet:
    """An object whose bytes are in files."""

    def __init__(self, *ids: str) -> None:
        self.ids = ids

    def __reduce__(self) -> Any:
        refer(dict.fromkeys(self.ids, 10))
        return Sheet, self.ids


def test_what_is_stored_refers_to_files_wherever_they_are_in_it() -> None:
    memory = Memory()
    memory.state.update(a=Sheet("1"), b={"deep": [Sheet("2", "3")]}, c=1)
    memory.end_run()
    assert memory.encoder.files == {"1": 10, "2": 10, "3": 10}


def test_what_is_replaced_or_removed_refers_to_them_no_more() -> None:
    memory = Memory()
    memory.state.update(a=Sheet("1"), b=Sheet("2"), c=Sheet("3"))
    memory.end_run()
    memory.state["a"] = Sheet("4")
    memory.state["b"] = 5
    del memory.state["c"]
    memory.end_run()
    assert memory.encoder.files == {"4": 10}


def test_what_was_stored_is_known_without_reading_it() -> None:
    memory = Memory()
    shared = Sheet("2")
    memory.state.update(a=Sheet("1"), b=[shared], c=[shared], d=1)
    memory.end_run()
    for _ in range(3):
        memory = memory.restored()
        assert memory.encoder.files == {"1": 10, "2": 10}
        memory.end_run()
    memory.state["d"] = memory.state["b"]
    del memory.state["a"]
    memory.end_run()
    assert memory.restored().encoder.files == {"2": 10}


def test_what_could_not_be_stored_again_keeps_what_its_older_bytes_need() -> None:
    memory = Memory()
    memory.state["a"] = kept = [Sheet("1")]
    memory.end_run()
    kept.append(lambda: memory)  # type: ignore[arg-type]
    memory.state["a"]
    memory.end_run()
    stored = "pa" in memory.stored
    assert memory.encoder.files == ({"1": 10} if stored else {})
