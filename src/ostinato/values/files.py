"""Files: what a person has uploaded, one file or several; and what comes with a chat message."""

import re
from typing import Any

import msgspec

from ostinato.values.media_type import type_of

LONGEST_NAME = 255
"""Characters of one part of a file's name, as file systems have it; the ending is kept."""

MOST_FILES = 100_000
"""How many one input may hold: a folder has no end, and each takes memory."""

_ID = re.compile(r"[\w-]{8,64}", re.ASCII)
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TYPE = re.compile(r"[\w.+-]{1,127}/[\w.+-]{1,127}", re.ASCII)


class FileRecord(msgspec.Struct, frozen=True, array_like=True):
    """One uploaded file: what a session remembers of it, and how it travels.

    Its bytes are in the `parts`, one after another: receipts of the server for what it has kept.
    """

    id: str
    name: str
    type: str
    size: int
    parts: list[str]


class Files(msgspec.Struct, frozen=True):
    """Uploaded files: one or None, or a list.

    Args:
        desk: Opens them, and knows which are still there. Two that are equal know of the same.
        types: Which fit, as ends of names and MIME types; all without one.
        limit: Bytes that each may have.
        most: How many files there may be.
        is_list: Whether the value is a list, also of one.
        has_folders: Whether names have the folders in them that files are in.
    """

    desk: Any
    types: tuple[str, ...] = ()
    limit: int = 1 << 60
    most: int = 1
    is_list: bool = False
    has_folders: bool = False

    def adopt(self, value: Any, last: object = None) -> tuple[Any, list[FileRecord]]:
        """Take files that the input had before this call; of several, those that are still there.

        Raises:
            ValueError: If they do not fit, or the only one is gone.
        """
        files = value if isinstance(value, list) else [] if value is None else [value]
        records = [_record_of(each) for each in files]
        self._check(records)
        here = [each for each in zip(files, records, strict=True) if self.desk.has(each[0])]
        if len(here) < len(files) and not self.is_list:
            raise ValueError(f"expected a file that is here, got {records[0].name!r}")
        return self._as_value([file for file, _ in here]), [record for _, record in here]

    def decode(self, wire: object) -> Any:
        """Open files that a browser says it has uploaded."""
        records = read_records(wire, has_folders=self.has_folders)
        self._check(records)
        return self._as_value([self.desk.open(record) for record in records])

    def to_params(self, value: object) -> list[str]:
        """Refuse: files are not in addresses."""
        raise NotImplementedError

    def from_params(self, texts: list[str]) -> Any:
        """Refuse, likewise."""
        raise NotImplementedError

    def _as_value(self, files: list[Any]) -> Any:
        return files if self.is_list else files[0] if files else None

    def _check(self, records: list[FileRecord]) -> None:
        if len(records) > self.most:
            raise ValueError(f"expected at most {self.most} files, got {len(records)}")
        if len({record.id for record in records}) < len(records):
            raise ValueError("expected each file once")
        for record in records:
            if record.size > self.limit:
                raise ValueError(f"expected at most {self.limit} bytes, got {record.size}")
            if not is_of_type(record.name, record.type, self.types):
                raise ValueError(f"expected a file of {', '.join(self.types)}, got {record.name!r}")


def read_records(wire: object, *, has_folders: bool = False) -> list[FileRecord]:
    """Read what a browser says of files, with names and types that can do no harm.

    Args:
        wire: What it says.
        has_folders: Whether names may have folders in them.

    Raises:
        ValueError: If it is malformed.
    """
    try:
        records = msgspec.convert(wire, list[FileRecord])
    except msgspec.ValidationError as error:
        raise ValueError(f"expected files, got something else: {error}") from None
    return [_made_harmless(record, has_folders=has_folders) for record in records]


def _made_harmless(record: FileRecord, *, has_folders: bool) -> FileRecord:
    if not _ID.fullmatch(record.id):
        raise ValueError(f"expected an id of letters and digits, got {record.id[:100]!r}")
    kind, name = record.type.lower(), harmless_name(record.name)
    return msgspec.structs.replace(
        record,
        name=name if has_folders else name.rpartition("/")[2],
        type=kind if _TYPE.fullmatch(kind) else type_of(record.name),
    )


def harmless_name(name: str) -> str:
    """Return the name of a file as a name, whoever made it up.

    Parts that lead elsewhere go, and what cannot be seen; a file of a folder keeps the folders that
    it is in below that.

    Example:
        >>> harmless_name("../../etc/passwd")
        'etc/passwd'
    """
    parts = [seen(part).strip() for part in re.split(r"[/\\]", name)]
    kept = [_cut(part) for part in parts if part.strip(".")]
    if len(kept) > 1 and re.fullmatch(r"[A-Za-z]:", kept[0]):
        kept = kept[1:]
    return "/".join(kept[-MOST_FOLDERS:]) or "file"


def seen(name: str) -> str:
    """Return a name without what cannot be seen, or turns around what can."""
    return _UNFIT.sub("", name)


MOST_FOLDERS = 32
"""Parts of a name that has folders in it."""


def _cut(part: str) -> str:
    if len(part) <= LONGEST_NAME:
        return part
    stem, dot, end = part.rpartition(".")
    if not dot or len(end) > LONGEST_END:
        return part[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(end) - 1]}.{end}"


LONGEST_END = 32
"""Characters of a name's ending that are kept when the name is cut."""


def is_of_type(name: str, kind: str, types: tuple[str, ...]) -> bool:
    """Return whether a file is of one of some types; of no type, if there are none, are all.

    Example:
        >>> is_of_type("Data.CSV", "text/csv", (".csv",))
        True
    """
    lowered = name.lower()
    return not types or any(
        lowered.endswith(each)
        if each.startswith(".")
        else _is_mime(kind, each) or _is_mime(type_of(name), each)
        for each in types
    )


def _is_mime(kind: str, wanted: str) -> bool:
    return kind.startswith(wanted[:-1]) if wanted.endswith("/*") else kind == wanted


def _record_of(file: Any) -> FileRecord:
    record = getattr(file, "record", None)
    if not isinstance(record, FileRecord):
        raise ValueError(f"expected an uploaded file, got {file!r}")
    return record
