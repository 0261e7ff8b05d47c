"""Streamlit tab: the same as `headless`, for the other product, with the messages it publishes.

It runs in the environment that Streamlit is installed in.
"""

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.websocket import WebSocket, connect


class StreamlitTab:
    """One tab, opened on a script that has a button.

    Attributes:
        bytes: How much came from the server.
        messages: In how many frames.
    """

    def __init__(self, websocket: WebSocket) -> None:
        self.bytes = 0
        self.messages = 0
        self._websocket = websocket
        self._button = ""
        self._page = ""

    @classmethod
    async def open(cls, port: int) -> "StreamlitTab":
        """Connect, and wait until the script has run once."""
        tab = cls(await connect(port, "/_stcore/stream"))
        await tab._run("")
        return tab

    async def click(self) -> None:
        """Press the first button of the page and wait until that has had its effect."""
        await self._run(self._button)

    def close(self) -> None:
        """Leave."""
        self._websocket.close()

    async def _run(self, button: str) -> None:
        request = BackMsg()
        request.rerun_script.page_script_hash = self._page
        if button:
            request.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)
        else:
            request.rerun_script.SetInParent()
        self._websocket.send(request.SerializeToString())
        while not self._take(await self._websocket.receive()):
            pass

    def _take(self, frame: bytes) -> bool:
        self.bytes += len(frame)
        self.messages += 1
        message = ForwardMsg.FromString(frame)
        if message.HasField("new_session"):
            self._page = message.new_session.page_script_hash
        elif not self._button and message.delta.new_element.HasField("button"):
            self._button = message.delta.new_element.button.id
        return bool(message.HasField("script_finished"))
