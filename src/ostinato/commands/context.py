"""`st.context`: what a script can know of the visit that it runs for."""

from typing import TYPE_CHECKING, Any

from ostinato.run.run import home_here, run_here

if TYPE_CHECKING:
    from ostinato.run.visit import Cookies, Headers, Theme, Visit


class ContextProxy:
    """What a script can know of the visit that it runs for.

    Items and attributes are the same. All is as the browser, or a proxy that is trusted, has said:
    anybody can say anything. Outside of a session, headers and cookies are empty, and all else is
    None.

    Differs:
        context: A script that has read the theme runs again when it changes. The cookie by which
            Ostinato knows a browser is left out.

    Example:
        >>> if st.button("Pay"):
        ...     charge(card, amount, idempotency_key=st.context.event_id)
    """

    __slots__ = ()

    @property
    def headers(self) -> "Headers":
        """Headers of the request that opened the connection; names fit in any case.

        One that was sent several times has its last value here; `get_all` has them all.
        """
        return _visit().headers

    @property
    def cookies(self) -> "Cookies":
        """Cookies of the request that opened the connection."""
        return _visit().cookies

    @property
    def ip_address(self) -> str | None:
        """Where the connection comes from; None if from this machine."""
        return _visit().ip_address

    @property
    def url(self) -> str | None:
        """The address of the page in the browser, without what follows "?" or "#"."""
        return _visit().url

    @property
    def locale(self) -> str | None:
        """The language that the person prefers, such as "en-US"."""
        return _visit().locale

    @property
    def timezone(self) -> str | None:
        """The time zone of the browser, such as "Europe/Oslo"."""
        return _visit().timezone

    @property
    def timezone_offset(self) -> int | None:
        """The minutes that have to be added to the browser's time to get UTC."""
        return _visit().timezone_offset

    @property
    def theme(self) -> "Theme":
        """How the page looks: its `type` is "light" or "dark"."""
        visit = _visit()
        visit.is_theme_asked = True
        return visit.theme

    @property
    def is_embedded(self) -> bool | None:
        """Whether the page is shown in another one: its address has `embed=true`."""
        run = run_here()
        return None if run is None else "true" in run.state.query.params.get("embed", ())

    @property
    def event_id(self) -> str | None:
        """The id of the event that caused this run, or this callback.

        The same event has the same id when it is applied again, which happens if the server dies
        before its effects are stored: an effect outside of session state, like a payment, is made
        once by whoever remembers the ids. None in a run that nobody's input has caused.
        """
        run = run_here()
        return None if run is None or run.event is None else f"{run.home.label}-{run.event}"

    def __getitem__(self, key: str) -> Any:
        """Return what the attribute of this name has.

        Raises:
            KeyError: If there is none.
        """
        if key not in self:
            names = ", ".join(_names())
            raise KeyError(f"st.context: the key must be one of {names}, got {key!r}")
        return getattr(self, key)

    def __contains__(self, key: object) -> bool:
        """Return whether there is something of this name to be known."""
        return key in _names()

    __iter__ = None


context = ContextProxy()


def _names() -> list[str]:
    return sorted(name for name, each in vars(ContextProxy).items() if isinstance(each, property))


def _visit() -> "Visit":
    home = home_here()
    if home is not None and home.visit is not None:
        return home.visit
    from ostinato.run.visit import Visit  # noqa: PLC0415  (few scripts need it)

    return Visit()
