"""Foreign: options of Streamlit that have no effect here yet, with their defaults there.

To these come all whose names begin with `THEME`: their default is None.
"""

from typing import Any

THEME = "theme."

FOREIGN: dict[str, Any] = {
    "browser.serverAddress": "localhost",
    "browser.serverPort": None,
    "client.showErrorLinks": "auto",
    "global.disableWidgetStateDuplicationWarning": False,
    "logger.messageFormat": None,
    "runner.cacheHashSeed": 0,
    "runner.parallelMaxWorkers": None,
    "server.agentMaxSessions": 100,
    "server.agentPreviewRows": 100,
    "server.agentSessionTTL": 900,
    "server.agentWaitTimeout": 30,
    "server.enableAgentApi": False,
    "server.enableExpensiveMemoryStats": False,
    "server.enableXsrfProtection": True,
    "server.folderWatchBlacklist": [],
    "server.folderWatchList": [],
    "server.showEmailPrompt": True,
    "server.websocketPingInterval": None,
    "server.xsrfCookieSameSite": "lax",
}
