"""Files: what an app under test has put where its pages show it."""

from typing import NoReturn

from ostinato.run.filing import Filing
from ostinato.stores.files import NoFile
from ostinato.wire.props import ids_of


class Files:
    """Files by their address.

    Example:
        >>> app.files[app.get("image")[0].props["sources"][0]]
    """

    def __init__(self, filing: Filing | None) -> None:
        self._filing = filing

    def __iter__(self) -> NoReturn:
        """Refuse: they are not listed.

        Raises:
            TypeError: Always.
        """
        raise TypeError(
            "AppTest: files are not listed: ask for one by its address, app.files[address], which"
            " stands in the props of an element that is shown"
        )

    def __getitem__(self, address: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            KeyError: If there is none at this address.
        """
        try:
            [id] = ids_of(address)
            assert self._filing is not None
            with self._filing.open(id) as file:
                return file.read()
        except (AssertionError, NoFile, ValueError):
            raise KeyError(
                f"AppTest: there is no file at this address, got address={address!r}: take it from"
                " the props of an element that is shown"
            ) from None
