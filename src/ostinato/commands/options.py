"""`st.get_option` and `st.set_option`: the configuration, as scripts see it."""

from typing import Any

from ostinato.config import FOREIGN, OPTIONS, changed, is_foreign, theme_names
from ostinato.config.reading import OTHER_NAMES, near
from ostinato.errors import ConfigError, StreamlitAPIException, UnknownOption
from ostinato.run.absent import tell
from ostinato.run.run import run_here
from ostinato.run.surroundings import surroundings_here

SETTABLE = frozenset(
    {
        "client.disableDataExport",
        "client.showErrorDetails",
        "client.showSidebarNavigation",
        "client.toolbarMode",
    }
)
"""What a script may set: nothing that a server has looked at before it begins."""


def get_option(key: str) -> Any:
    """Return the value of an option, as flags, environment, files and `set_option` have it.

    Args:
        key: Its name, such as "server.port".

    Returns:
        Its value. An option of Streamlit that has no effect here has the value that it was given,
        or Streamlit's default, and the log says so once.

    Raises:
        UnknownOption: If there is none of this name.

    Differs:
        returns: Some defaults are Ostinato's own: the reference of the configuration has them.

    Example:
        >>> is_open = st.get_option("client.showErrorDetails") == "full"
    """
    config = surroundings_here().config
    name = OTHER_NAMES.get(str(key), str(key))
    if name in OPTIONS:
        return OPTIONS[name].of(config)
    if name in theme_names(name):
        return config.theme.get(name)
    if is_foreign(name):
        _tell_of(name)
        return config.others.get(name, FOREIGN.get(name))
    raise UnknownOption(f"get_option: there must be such an option, got key={key!r}{near(name)}")


def set_option(key: str, value: Any) -> None:
    """Set an option that is about what pages show, for all sessions in this process.

    Every run sets it again, so it is the same in all processes. Runs see it at once, pages when
    they are loaded again.

    Args:
        key: "client.showErrorDetails", "client.toolbarMode", "client.showSidebarNavigation" or
            "client.disableDataExport".
        value: What it is to be.

    Raises:
        StreamlitAPIException: If there is no such option, a script cannot set it, or the value
            does not fit.

    Differs:
        value: One that does not fit is an error.

    Example:
        >>> st.set_option("client.showErrorDetails", "none")
    """
    name = str(key)
    if name not in SETTABLE:
        known = {*OPTIONS, *FOREIGN, *theme_names(name)}
        if OTHER_NAMES.get(name, name) not in known:
            raise StreamlitAPIException(
                f"set_option: there must be such an option, got key={key!r}{near(name)}"
            )
        raise StreamlitAPIException(
            f"set_option: a script can set {', '.join(sorted(SETTABLE))}, got key={key!r}: give it"
            f" to the command, as --{name}, or set it in config.toml"
        )
    surroundings = surroundings_here()
    try:
        surroundings.config = changed(surroundings.config, name, value)
    except ConfigError as error:
        problem = str(error).partition(": correct")[0]
        raise StreamlitAPIException(f"set_option: {problem}") from None
    run = run_here()
    if run is not None:
        run.own.config = surroundings.config


def _tell_of(name: str) -> None:
    tell(f"the option {name} of Streamlit has no effect in Ostinato")
