"""Public names and signatures are Streamlit's 1.67, as recorded in tests/api/signatures.json."""

import copy
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

import ostinato
from ostinato.testing.lists import Lists
from tools import differences

API = differences.RECORD
ROOT = Path(differences.__file__).parents[1]

FOUND = {name: get_args(hint)[-1] for name, hint in Lists.__annotations__.items() if get_args(hint)}
"""The class of each element that a test finds, by the name of its function."""
CALLED = {"form_submit_button": "Button"}
"""What Streamlit calls the class, if not as the function."""


def test_at06_nothing_differs_in_silence() -> None:
    differences.check()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("st.slider(step)", lambda api: api["functions"]["slider"].remove("step=None")),
        ("st.checkbox(value)", lambda api: swap(api["functions"]["checkbox"], "value=False")),
        ("st.radio", lambda api: api["functions"]["radio"].reverse()),
        ("st.toggle(bind)", lambda api: api["functions"]["toggle"].remove("bind=None")),
        ("st.image(output)", lambda api: api["functions"]["image"].append("output='auto'")),
        ("st.column_config.Column(alignment)", lambda api: api["column_config"]["Column"].pop()),
        ("st.divider", lambda api: api["names"].remove("divider")),
        ("st.confetti", lambda api: api["names"].append("confetti")),
        ("Container.toast", lambda api: api["containers"].pop("toast")),
        ("Container.echo", lambda api: api["containers"].update(echo=[])),
        ("Container.slider(step)", lambda api: api["containers"]["slider"].remove("step=None")),
        ("Page.help", lambda api: api["page"].pop("help")),
        ("Page.close", lambda api: api["page"].update(close=[])),
        ("st.cache_data.clear(key)", lambda api: api["caches"]["cache_data"].update(clear=["key"])),
        ("connections.SQLConnection.tell", lambda api: sql(api).update(tell=[])),
        ("connections.SQLConnection.query(sql)", lambda api: sql(api)["query"].pop(0)),
        ("connections.Teapot", lambda api: api["connections"].update(Teapot={})),
        ("st.grid().cell(row_span)", lambda api: api["returned"]["st.grid()"]["cell"].pop()),
        ("st.status().end", lambda api: api["returned"]["st.status()"].update(end=[])),
        ("logger.get_logger(name)", lambda api: api["logger"]["get_logger"].clear()),
        ("logger.set_level", lambda api: api["logger"].update(set_level=[])),
        ("st.components.v1.html(width)", lambda api: api["components.v1"]["html"].pop(1)),
        ("st.components.v2.mount", lambda api: api["components.v2"].update(mount=[])),
        ("config.server.port", lambda api: api["config"].update({"server.port": 80})),
        ("config.server.teapot", lambda api: api["config"].update({"server.teapot": None})),
        ("config.theme.base", lambda api: api["config"].update({"theme.base": "dark"})),
        ("st.query_params.get(key)", lambda api: api["objects"]["query_params"]["get"].pop(0)),
        ("st.session_state.forget", lambda api: api["objects"]["session_state"].update(forget=[])),
        ("errors.StreamlitValueError", lambda api: api["errors"]["StreamlitValueError"].pop(0)),
        ("errors.StreamlitTeapotError", lambda api: api["errors"].update(StreamlitTeapotError=[])),
        ("errors.NoSessionContext", lambda api: api["errors"].pop("NoSessionContext")),
        ("AppTest.run(timeout)", lambda api: api["apptest"]["run"].remove("timeout=None")),
        ("AppTest.teapot", lambda api: api["apptest"].update(teapot="value")),
        ("elements.Slider.drag", lambda api: api["elements"]["Slider"].update(drag=[])),
        ("elements.Code.set_value", lambda api: api["elements"]["Code"].update(set_value=[])),
        ("elements.Slider.set_range", lambda api: api["elements"]["Slider"]["set_range"].reverse()),
        ("elements.Teapot", lambda api: api["elements"].update(Teapot={"value": "value"})),
    ],
)  # fmt: skip
def test_what_differs_from_the_record_is_named(name: str, change: Callable[[Any], object]) -> None:
    record = copy.deepcopy(API)
    change(record)
    with pytest.raises(ValueError, match="must be listed") as error:
        differences.check(record)
    assert name in str(error.value).partition(", got ")[2].partition(": make")[0].split(", ")
    differences.check(record, {**differences.LISTED, "since today": name})


def test_what_is_listed_and_differs_no_more_is_named() -> None:
    listed = {**differences.LISTED, "no more": "st.slider(step) errors.StreamlitValueError"}
    with pytest.raises(ValueError, match=r"errors\.StreamlitValueError, st\.slider\(step\)"):
        differences.check(listed=listed)


def test_what_is_listed_twice_is_named() -> None:
    listed = {**differences.LISTED, "again": "config.files.maxSize"}
    with pytest.raises(ValueError, match=r"each must be listed once, got config\.files\.maxSize:"):
        differences.check(listed=listed)


def test_what_behaves_otherwise_is_told_of_what_there_is() -> None:
    def kettle(size: int) -> None:
        """Boil water.

        Differs:
            size: Two lines that
                become one.
            kettle: It whistles.

        Example:
            >>> kettle(1)
        """

    assert differences.facts("kettle", kettle) == {
        "size": "Two lines that become one.",
        "kettle": "It whistles.",
    }
    with pytest.raises(ValueError, match='pot: "Differs:" must be about .*, got kettle:'):
        differences.facts("pot", kettle)
    assert differences.facts("slider", ostinato.rebuild) == {}


@pytest.mark.parametrize("name", sorted(set(dir(ostinato)) - {"__version__"}))
def test_every_listed_name_can_be_imported_and_is_documented(name: str) -> None:
    described = getattr(ostinato, name)
    assert described.__doc__
    assert "Differs" not in (inspect.getdoc(described) or "") or differences.facts(name, described)


@pytest.mark.parametrize("name", sorted(FOUND))
def test_elements_of_tests_have_streamlits_members(name: str) -> None:
    called = CALLED.get(name, "".join(word.capitalize() for word in name.split("_")))
    if called not in API["elements"]:
        called = next(
            kind.__name__ for kind in FOUND[name].__mro__ if kind.__name__ in API["elements"]
        )
    assert set(API["elements"][called]) <= set(dir(FOUND[name]))


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("names", 112),
        ("containers", 87),
        ("column_config", 21),
        ("apptest", 75),
        ("elements", 55),
        ("errors", 51),
        ("components.v1", 4),
        ("components.v2", 2),
        ("config", 345),
    ],
)
def test_the_record_is_whole(part: str, count: int) -> None:
    assert len(API[part]) == count


def test_each_difference_is_a_row_of_the_page_with_its_reason() -> None:
    page = (ROOT / "docs/reference/differences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\S+)` \| (.+) \|$", page, re.MULTILINE)
    assert dict(rows) == {
        name: why for why, names in differences.LISTED.items() for name in names.split()
    }
    assert all(len(why.split()) > 1 for _, why in rows)


def sql(api: Any) -> Any:
    return api["connections"]["SQLConnection"]


def swap(parts: list[str], part: str) -> None:
    parts[parts.index(part)] = part.partition("=")[0]
