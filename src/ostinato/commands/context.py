"""`st.context`: what a script can know of the visit that it runs for."""

from typing import NoReturn

from ostinato.errors import NotAvailable
from ostinato.run.absent import lacking
from ostinato.run.run import run_here

_NAMES = "cookies headers ip_address is_embedded locale theme timezone timezone_offset url"
NOT_YET = frozenset(_NAMES.split())


class ContextProxy:
    """What a script can know of the visit that it runs for.

    So far that is `event_id`. What Streamlit has besides raises `NotAvailable`.

    Example:
        >>> if st.button("Pay"):
        ...     charge(card, amount, idempotency_key=st.context.event_id)
    """

    __slots__ = ()

    @property
    def event_id(self) -> str | None:
        """The id of the event that caused this run, or this callback.

        The same event has the same id when it is applied again, which happens if the server dies
        before its effects are stored: an effect outside of session state, like a payment, is made
        once by whoever remembers the ids. None in a run that nobody's input has caused.
        """
        run = run_here()
        return None if run is None or run.event is None else f"{run.home.label}-{run.event}"

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse what does not exist yet.

        Raises:
            NotAvailable: If Streamlit has it.
            AttributeError: If nobody has.
        """
        if name in NOT_YET:
            raise NotAvailable(lacking(f"st.context.{name}"))
        raise AttributeError(f"st.context has no attribute {name!r}", name=name, obj=self)


context = ContextProxy()
