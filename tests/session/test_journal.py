"""A journal beside the store: who hears every save can go back to any event (the seam for undo)."""

import asyncio
import time
from collections.abc import Callable

import pytest

from ostinato.stores.memory import MemoryStore
from ostinato.stores.store import Claim, Save
from tab import Server, Tab

SCRIPT = """
st.session_state.setdefault("words", [])
word = st.text_input("Word", key="word")
if st.button("Add"):
    st.session_state.words.append(word)
st.text(f"{word}: {st.session_state.words}")
"""


class JournalStore(MemoryStore):
    """A store that keeps every save, as a journal of `(event, changes)`."""

    def __init__(self) -> None:
        super().__init__(time.monotonic)
        self.journal: list[Save] = []

    async def save(self, session: str, claim: Claim, save: Save, ttl: float) -> None:
        await super().save(session, claim, save, ttl)
        self.journal.append(save)


def store_as_of(journal: list[Save], event: int, session: str) -> MemoryStore:
    """Return a store that has a session as it was after an event."""
    store = MemoryStore(time.monotonic)

    async def replay() -> None:
        claim = (await store.claim(session, 60)).claim
        for save in journal:
            if save.event <= event:
                await store.save(session, claim, save, 60)

    asyncio.run(replay())
    return store


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (1, "a: []"),
        (2, "a: ['a']"),
        (3, "b: ['a']"),
        (4, "b: ['a', 'b']"),
        (5, "b: ['a', 'b', 'b']"),
    ],
)
def test_a_journal_of_events_and_changes_leads_back_to_any_of_them(
    serve: Callable[..., Server], event: int, text: str
) -> None:
    store = JournalStore()
    tab = Tab(serve(SCRIPT, store=store))
    for word, clicks in (("a", 1), ("b", 2)):
        tab.set("Word", word)
        tab.settle()
        for _ in range(clicks):
            tab.click("Add")
            tab.settle()
    assert tab.texts == ["b: ['a', 'b', 'b']"]
    assert [save.event for save in store.journal] == sorted(save.event for save in store.journal)
    assert tab.session_id is not None
    earlier = store_as_of(store.journal, event, tab.session_id)
    other = Tab(serve(SCRIPT, store=earlier), session=tab.session_id, first_event=event + 1)
    assert other.texts == [text]
