"""Streamlit tab: the same as `headless`, for the other product, with the messages it publishes.

It runs in the environment that Streamlit is installed in.
"""

from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.websocket import WebSocket, connect

BEGINNING: dict[str, dict[str, Any]] = {
    "slider": {"double_array_value": {"data": [0]}},
    "number_input": {"int_value": 0},
    "checkbox": {"bool_value": False},
    "text_input": {"string_value": ""},
    "selectbox": {"string_value": "red"},
}
"""What its page sends for an input of `inputs_200` that nobody has touched: it sends all.

Where there is a button, nothing but its press is sent here, which is less than its page sends.
"""


class StreamlitTab:
    """One tab, opened on a script that has a button, or sliders.

    Attributes:
        bytes: How much came from the server.
        messages: In how many frames.
    """

    def __init__(self, websocket: WebSocket) -> None:
        self.bytes = 0
        self.messages = 0
        self._websocket = websocket
        self._button = self._slider = self._fragment = ""
        self._inputs: dict[str, dict[str, Any]] = {}
        self._moves = 0
        self._page = ""

    @classmethod
    async def open(cls, port: int) -> "StreamlitTab":
        """Connect, and wait until the script has run once."""
        tab = cls(await connect(port, "/_stcore/stream"))
        await tab._run()
        return tab

    async def click(self) -> None:
        """Press the first button of the page, or move the first slider, and wait for the effect.

        Where there is neither, have the part of the page run whose time has come: its page does so.
        """
        self._moves += 1
        if self._slider:
            self._inputs[self._slider] = {"double_array_value": {"data": [1 + self._moves % 99]}}
        await self._run()

    def close(self) -> None:
        """Leave."""
        self._websocket.close()

    async def _run(self) -> None:
        request = BackMsg()
        request.rerun_script.page_script_hash = self._page
        request.rerun_script.fragment_id = self._fragment
        request.rerun_script.SetInParent()
        widgets = request.rerun_script.widget_states.widgets
        for id, value in self._inputs.items():
            widgets.add(id=id, **value)
        if self._button:
            widgets.add(id=self._button, trigger_value=True)
        self._websocket.send(request.SerializeToString())
        while not self._take(await self._websocket.receive()):
            pass

    def _take(self, frame: bytes) -> bool:
        self.bytes += len(frame)
        self.messages += 1
        message = ForwardMsg.FromString(frame)
        if message.HasField("new_session"):
            self._page = message.new_session.page_script_hash
        elif message.HasField("auto_rerun"):
            self._fragment = message.auto_rerun.fragment_id
        elif (kind := message.delta.new_element.WhichOneof("type")) == "button":
            self._button = self._button or message.delta.new_element.button.id
            self._fragment = message.delta.fragment_id
        elif kind in BEGINNING and not self._button:
            id = getattr(message.delta.new_element, kind).id
            self._inputs.setdefault(id, BEGINNING[kind])
            self._slider = self._slider or (id if kind == "slider" else "")
        return bool(message.HasField("script_finished"))
