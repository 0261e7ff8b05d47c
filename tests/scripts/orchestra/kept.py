"""A module that lives as long as the process: what it holds is the same in all runs."""

import contextvars

mode = contextvars.ContextVar("mode", default="plain")
loops: list[object] = []
