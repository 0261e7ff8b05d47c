"""A session that an earlier version of this package has stored goes on in this one."""

import json
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ostinato.stores.store import Save
from tab import Server, Tab

STORED = Path(__file__).with_name("stored")


@pytest.mark.parametrize("version", ["f190e6f"])
def test_s13_a_session_of_an_earlier_version_goes_on(
    serve: Callable[..., Server], version: str
) -> None:
    """Each file was written by the commit that it has its name from, with the script beside it."""
    found = json.loads((STORED / f"{version}.json").read_text())
    server = serve((STORED / f"{version}.py").read_text())
    server.loop.run_until_complete(store(server, found))
    tab = Tab(server, first_event=found["event"] + 1, session=found["session"])
    assert tab.texts == found["texts"]
    tab.set("Name", "Eve")
    tab.click("Go")
    tab.settle()
    (text,) = tab.texts
    assert text.startswith("['Eve', 'Bob', True, 7,")
    assert text.endswith(", 2]")
    assert tab.session.encoder.new_problems() == []


async def store(server: Server, found: dict[str, Any]) -> None:
    """Have the store keep what it had then."""
    values = {name: b64decode(signed) for name, signed in found["values"].items()}
    saved = await server.services.store.claim(found["session"], 1000)
    save = Save(1, 0, found["event"], values)
    await server.services.store.save(found["session"], saved.claim, save, 1000)
