"""The run that code belongs to, and how it ends."""

from ostinato.compat import lack
from ostinato.run.ends import Rerun as RerunException
from ostinato.run.ends import Stopped as StopException
from ostinato.run.threads import ScriptRunContext, add_script_run_ctx, get_script_run_ctx

__all__ = [
    "RerunException",
    "ScriptRunContext",
    "StopException",
    "add_script_run_ctx",
    "get_script_run_ctx",
]

__getattr__ = lack(__name__)
