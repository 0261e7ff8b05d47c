"""`st.switch_page`: sends the person to another page of the app."""

from pathlib import Path
from typing import NoReturn

from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitPageNotFoundError
from ostinato.run.bare import is_in_child
from ostinato.run.ends import Stopped
from ostinato.run.navigation import Params, find_page, params_of, switch
from ostinato.run.page import Page
from ostinato.run.run import run_here


def switch_page(page: str | Path | Page, *, query_params: Params = None) -> NoReturn:
    """Go to another page of the app: this run ends, and one of that page begins.

    In a callback, all callbacks of the event are called first.

    Args:
        page: An `st.Page`, or the path of its file as seen from the script.
        query_params: The parameters of the new address; without them it has none.

    Raises:
        StreamlitPageNotFoundError: If there is no such page, or it leads out of the app.
        StreamlitInvalidParameterTypeError: If it is nothing that can be a page.
        StreamlitQueryParamDictValueError: If a parameter is a dict.

    Example:
        >>> if st.button("Pay"):
        ...     st.switch_page("pages/pay.py", query_params={"order": "17"})
    """
    if not isinstance(page, str | Path | Page):
        raise StreamlitInvalidParameterTypeError(
            f"switch_page: page must be an st.Page or the path of its file, got page={page!r}"
        )
    run = run_here()
    if run is None:
        # As `st.rerun` does: there is nothing else to end.
        raise SystemExit
    params = params_of("switch_page", query_params)
    found = find_page(run, "switch_page", page)
    if found.is_external:
        raise StreamlitPageNotFoundError(
            f"switch_page: it must be a page of this app, got {found.title!r}, which leads"
            " elsewhere: use st.page_link for it"
        )
    if is_in_child():
        raise Stopped
    switch(run, found.url_path, params)
