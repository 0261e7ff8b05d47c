"""Hosting: what a process that runs scripts changes of itself, and changes back."""

from collections.abc import Iterator
from contextlib import contextmanager

from ostinato.run.loops import ScriptLoops
from ostinato.run.main_module import script_as_main
from ostinato.run.processes import SentByName
from ostinato.run.shared import Shared
from ostinato.run.threads import NamesFollow


@contextmanager
def _as_in_a_process_of_its_own() -> Iterator[None]:
    """Have scripts find what they would find in a process of their own."""
    with script_as_main, NamesFollow(), SentByName(), ScriptLoops():
        yield


hosting = Shared(_as_in_a_process_of_its_own)
