"""Foreign: options of Streamlit that have no effect here, with their defaults there, and why."""

from typing import Any

WITHOUT_EFFECT = "an option of Streamlit without effect here"
"""What is said of one that is set."""

THEME = "theme."
"""How the names of options of a theme begin, which are in `theme/names.py`."""

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

WHY: dict[str, str] = {
    "browser.serverAddress": "the page finds its server by its own address",
    "browser.serverPort": "the page finds its server by its own address",
    "client.showErrorLinks": "errors have no links to a search",
    "global.disableWidgetStateDuplicationWarning": "a value that is set twice is an error or fine",
    "logger.messageFormat": "the log has one form",
    "runner.cacheHashSeed": "keys of caches need no seed",
    "runner.parallelMaxWorkers": "runner.threads says how many scripts run at a time",
    "server.agentMaxSessions": "there is no interface for agents",
    "server.agentPreviewRows": "there is no interface for agents",
    "server.agentSessionTTL": "there is no interface for agents",
    "server.agentWaitTimeout": "there is no interface for agents",
    "server.enableAgentApi": "there is no interface for agents",
    "server.enableExpensiveMemoryStats": "server.metrics has figures that cost little",
    "server.enableXsrfProtection": "always on: other origins are refused, see corsAllowedOrigins",
    "server.folderWatchBlacklist": "only files that the app uses are watched",
    "server.folderWatchList": "only files that the app uses are watched",
    "server.showEmailPrompt": "nobody is asked for an address",
    "server.websocketPingInterval": "a sign of life is asked for whenever something waits",
    "server.xsrfCookieSameSite": "there is no such cookie",
}
"""Why they have none."""
