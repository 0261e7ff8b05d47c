"""Files: what a browser says of uploads, and which files fit."""

from typing import Any

import pytest

from ostinato.values.files import FileRecord, Files, harmless_name, is_of_type


class Shelf:
    """Opens whatever it is asked for."""

    def open(self, record: FileRecord) -> Any:
        return type("File", (), {"record": record, "name": record.name, "type": record.type})()

    def has(self, file: Any) -> bool:
        return True


def wire(name: str = "a.csv", size: int = 3, id: str = "0123456789abcdef", type: str = "") -> list:
    return [id, name, type, size, ["receipt"]]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("a.csv", "a.csv"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\me\\a.csv", "Users/me/a.csv"),
        ("..", "file"),
        ("", "file"),
        ("a\x00b\n.csv", "ab.csv"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\ud800.csv", ".csv"),
        ("  spaced name .txt ", "spaced name .txt"),
        ("n" * 10_000 + ".csv", "n" * 251 + ".csv"),
        ("n" * 10_000, "n" * 255),
        ("a/" * 5000 + "b", "a/" * 31 + "b"),
        ("Ünïcödé 日本.csv", "Ünïcödé 日本.csv"),
    ],
)
def test_u06_a_name_is_a_name_whoever_made_it_up(given: str, name: str) -> None:
    assert harmless_name(given) == name


@pytest.mark.parametrize(
    ("name", "kind", "types", "fits"),
    [
        ("a.csv", "", (), True),
        ("A.CSV", "", (".csv",), True),
        ("a.csv.exe", "text/csv", (".csv",), False),
        ("csv", "text/csv", (".csv",), False),
        ("a.tar.gz", "", (".tar.gz",), True),
        ("a.png", "image/png", ("image/*",), True),
        ("a.png", "", ("image/png",), True),
        ("a", "image/png", ("image/*",), True),
        ("a.txt", "text/plain", ("image/*", ".csv"), False),
    ],
)
def test_u01_a_file_is_of_a_type_by_its_name_or_what_the_browser_says(
    name: str, kind: str, types: tuple[str, ...], fits: bool
) -> None:
    assert is_of_type(name, kind, types) is fits


def test_u01_one_file_is_itself_and_several_are_a_list() -> None:
    one, several = Files(Shelf()), Files(Shelf(), most=9, is_list=True)
    assert one.decode([]) is None
    assert one.decode([wire()]).name == "a.csv"
    assert several.decode([]) == []
    other = wire("b.csv", id="fedcba9876543210")
    assert [file.name for file in several.decode([wire(), other])] == ["a.csv", "b.csv"]
    assert several.decode([wire()])[0].type == "text/csv"


def test_w08_a_value_is_kept_as_far_as_it_fits() -> None:
    one, several = Files(Shelf()), Files(Shelf(), most=9, is_list=True)
    file = one.decode([wire()])
    assert several.adopt(file)[0] == [file]
    assert one.adopt([file])[0] is file
    assert one.adopt(None) == (None, [])
    for codec in (Files(Shelf(), (".txt",)), Files(Shelf(), limit=2)):
        with pytest.raises(ValueError, match="expected"):
            codec.adopt(file)


@pytest.mark.parametrize(
    "given",
    [
        None,
        5,
        "a",
        [5],
        [["0123456789abcdef"]],
        [wire(id="../../x")],
        [wire(id="short")],
        [wire(size=11)],
        [wire("a.exe")],
        [wire(), wire(id="fedcba9876543210")],
        [wire(), wire()],
        [["0123456789abcdef", "a.csv", "", "3", []]],
    ],
)
def test_w16_what_a_browser_makes_up_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match="expected"):
        Files(Shelf(), (".csv",), limit=10).decode(given)


def test_u06_only_a_folder_has_folders_in_its_names() -> None:
    assert Files(Shelf()).decode([wire("../x/a.csv")]).name == "a.csv"
    assert Files(Shelf(), has_folders=True).decode([wire("../x/a.csv")]).name == "x/a.csv"
