"""The run that code belongs to."""

from ostinato.compat import lack
from ostinato.run.threads import ScriptRunContext, add_script_run_ctx, get_script_run_ctx

__all__ = ["ScriptRunContext", "add_script_run_ctx", "get_script_run_ctx"]

__getattr__ = lack(__name__)
