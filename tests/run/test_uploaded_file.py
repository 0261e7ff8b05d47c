"""Uploaded file: an open binary file, which is read from where the server keeps it."""

import copy
import io
import pickle
import zipfile
from typing import Any

import pytest

from ostinato.caching.key import key_of
from ostinato.run.uploaded_file import UploadedFile
from ostinato.stores.files import NoFile
from ostinato.values.files import FileRecord

LINES = b"".join(b"%d,%d\n" % (number, number * number) for number in range(50_000))


class Store:
    """Parts by their ids, and how much was asked for at once."""

    def __init__(self, content: bytes, size: int) -> None:
        starts = range(0, len(content), size)
        self.parts = {str(start): content[start : start + size] for start in starts}
        self.most = 0

    def read(self, id: str, start: int, size: int) -> bytes:
        self.most = max(self.most, size)
        return self.parts[id][start : start + size]


def upload(content: bytes, part: int = 100_003, name: str = "a.csv") -> tuple[UploadedFile, Store]:
    store = Store(content, part)
    receipts = [f"{id}.{len(each)}.sig" for id, each in store.parts.items()]
    return UploadedFile(FileRecord("id", name, "text/csv", len(content), receipts), store), store


@pytest.mark.parametrize("part", [1, 7, 1000, 100_003, 10**7])
def test_u05_it_reads_as_the_bytes_would(part: int) -> None:
    content = LINES[: 20 * part] if part < 100 else LINES
    file, plain = upload(content, part)[0], io.BytesIO(content)
    for call in (
        lambda each: each.read(5),
        lambda each: each.readline(),
        lambda each: each.readline(3),
        lambda each: each.seek(-9, 2),
        lambda each: each.read(),
        lambda each: each.read(1),
        lambda each: each.seek(11),
        lambda each: each.seek(part, 1),
        lambda each: each.read(0),
        lambda each: bytes(each.read1(3)[:1]),
        lambda each: each.tell() > 0,
        lambda each: each.getvalue(),
        lambda each: bytes(each.getbuffer()),
        lambda each: each.seek(0),
        lambda each: each.readlines(20),
        lambda each: list(each),
        lambda each: next(iter(each), None),
        lambda each: (each.readable(), each.seekable(), each.closed),
    ):
        assert call(file) == call(plain)
    filled, same = bytearray(10), bytearray(10)
    for each, buffer in ((file, filled), (plain, same)):
        each.seek(max(0, part - 3))
        each.readinto(buffer)
    assert filled == same


def test_u05_it_is_a_bytes_io_with_what_the_browser_said_of_it() -> None:
    file, _ = upload(b"1,2")
    assert isinstance(file, io.BytesIO)
    assert (file.name, file.type, file.size, file.file_id) == ("a.csv", "text/csv", 3, "id")
    assert repr(file) == "UploadedFile(file_id='id', name='a.csv', type='text/csv', size=3)"


def test_u05_only_getvalue_takes_all_of_it_at_once() -> None:
    file, store = upload(LINES)
    assert sum(1 for _ in file) == 50_000
    file.seek(0)
    while file.read(1000):
        pass
    assert store.most <= 1 << 17


def test_u05_libraries_read_it() -> None:
    pandas = pytest.importorskip("pandas")
    file, _ = upload(b"a,b\n" + LINES)
    assert pandas.read_csv(file).shape == (50_000, 2)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("x.txt", "inside")
    with zipfile.ZipFile(upload(packed.getvalue(), 13)[0]) as archive:
        assert archive.read("x.txt") == b"inside"
    text = io.TextIOWrapper(upload("ä\nb".encode())[0], "utf-8")
    assert text.read() == "ä\nb"


def test_u05_it_cannot_be_written_to() -> None:
    file, _ = upload(b"1")
    assert not file.writable()
    for write in (lambda: file.write(b"2"), lambda: file.truncate(0), lambda: file.writelines([])):
        with pytest.raises(io.UnsupportedOperation, match=r"io.BytesIO\(file.getvalue\(\)\)"):
            write()


def test_u05_what_is_closed_says_so() -> None:
    file, _ = upload(b"1")
    file.close()
    assert file.closed
    with pytest.raises(ValueError, match="it must be open to be read"):
        file.read()


def test_s11_its_pickle_is_small_and_equal() -> None:
    file, _ = upload(LINES)
    file.read(10)
    again = pickle.loads(pickle.dumps(file))
    assert again == file
    assert hash(again) == hash(file)
    assert len(pickle.dumps(file)) < 1000
    assert copy.copy(file) == file != upload(b"1")[0]
    assert file != 5


def test_k01_a_cached_function_knows_it_by_its_content() -> None:
    def function(file: Any) -> None: ...

    def key(file: UploadedFile) -> bytes:
        return key_of(function, [file], {})

    file, same = upload(b"12")[0], upload(b"12")[0]
    same.file_id = "another upload of it"
    assert key(file) == key(same)
    assert key(file) != key(upload(b"12", name="b.csv")[0])


def test_a_part_that_is_cut_short_is_an_error_and_no_end() -> None:
    file, store = upload(b"123456", 3)
    store.parts["3"] = b""
    with pytest.raises(EOFError, match="shorter than it was"):
        file.read()


def test_a_part_that_is_gone_is_an_error_that_says_which_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(id: str, start: int, size: int) -> bytes:
        raise NoFile(id)

    file, store = upload(LINES)
    monkeypatch.setattr(store, "read", gone)
    for read in (file.read, file.getvalue, file.readline):
        with pytest.raises(FileNotFoundError, match=r"'a\.csv'.*upload it again"):
            read()
