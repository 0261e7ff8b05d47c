"""Golden files: recorded messages that both sides of the socket must read alike."""

import json
from pathlib import Path
from typing import Any

import msgspec

from ostinato.widgets.markdown import Markdown
from ostinato.widgets.selectbox import Selectbox
from ostinato.widgets.slider import Slider
from ostinato.wire import inspection
from ostinato.wire import messages as m

FOLDER = Path(__file__).parent.parent / "tests/wire/golden"

FROM_BROWSER: dict[str, m.ClientMessage] = {
    "hello_new_tab": m.Hello(m.PROTOCOL, None, 0, 1),
    "hello_again": m.Hello(m.PROTOCOL, "s3ss10n", 41, 7),
    "hello_twin": m.Hello(m.PROTOCOL, "s3ss10n", 0, 1, "fork"),
    "hello_reset": m.Hello(m.PROTOCOL, "s3ss10n", 0, 1, "reset"),
    "event_click": m.Event(1, {}, "button-1f"),
    "event_values": m.Event(
        300, {"a": "Zoë 🎈", "b": [1, 2.5], "c": None, "d": True, "e": [-1, "own"]}, None
    ),
    "event_press_with_value": m.Event(3, {"menu-2": [0, "Copy"]}, "menu-2"),
    "event_rerun": m.Event(2, {}, None),
    "ack_batch": m.AckBatch(70_000),
    "stop": m.Stop(),
    "inspect": m.Inspect(["count"]),
    "facts": m.Facts("locale=nb&theme=dark"),
}

FROM_SERVER: dict[str, m.Batch] = {
    "welcome": m.Batch(
        0, [m.Welcome("s3ss10n", True, 6, 7, True, True, False, 20_000_000, "my app", "0.1.0")]
    ),
    "refused": m.Batch(0, [m.Refused("bad message: expected `int`")]),
    "short_run": m.Batch(
        12,
        [
            m.RunStarted(4),
            m.Edits([m.Update("3", {"body": "Count = 4"})]),
            m.RunEnded("done"),
            m.AckEvent(4),
        ],
    ),
    "every_edit": m.Batch(
        1,
        [
            m.Reset(),
            m.Edits(
                [
                    m.Insert("1", "main", "", Markdown("**hi** 🎉", help="why")),
                    m.Insert(
                        "slider-2",
                        "sidebar",
                        "",
                        Slider(
                            label="Volume",
                            min_value=0.0,
                            max_value=1.0,
                            step=0.01,
                            unit="float",
                        ),
                        [0.5],
                    ),
                    m.Insert(
                        "box", "main", "1", Selectbox(label="One", options=["a", "b"]), (1, "b")
                    ),
                    m.Move("box", "main", ""),
                    m.Update("1", {"help": None, "wrap": False}),
                    m.Update("main", {"title": "Home"}),
                    m.Append("1", "body", " and more 🎈"),
                    m.Set("box", None),
                    m.Clear("box", "cleared"),
                    m.Remove(["1", "slider-2"]),
                ]
            ),
            m.Effect("toast-1", Markdown("saved")),
            m.ScriptChanged(),
            m.StoreStatus("late"),
            m.NotStored("db", "a connection cannot be stored"),
            m.Notification("dropped", "“Add” was not applied: it is no longer on the page."),
            m.Inspected(
                [inspection.Entry("count", False, "int", 96, "", "stored", "3")],
                [
                    inspection.RunReport(
                        number=4,
                        cause="event",
                        used=["Add"],
                        parts=["chart"],
                        outcome="done",
                        durations=[inspection.Duration("script", 0.25)],
                        elements=3,
                        edits=1,
                        bytes=85,
                        read=["rows"],
                        written=["count"],
                        caches=[inspection.CacheUse("load", 2, 1)],
                        dropped=[],
                    )
                ],
                [inspection.CacheSize("__main__.load", "data", 2, 4096)],
            ),
        ],
    ),
}


def golden_files() -> dict[Path, str]:
    """Return the text of every golden file."""
    every: dict[str, Any] = {**FROM_BROWSER, **FROM_SERVER}
    return {FOLDER / f"{name}.json": _text(name, message) for name, message in every.items()}


def _text(name: str, message: Any) -> str:
    record = {
        "name": name,
        "from": "browser" if name in FROM_BROWSER else "server",
        "hex": msgspec.msgpack.encode(message).hex(),
        "message": msgspec.to_builtins(message),
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"
