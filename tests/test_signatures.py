"""Public names and signatures are Streamlit's 1.67, as recorded in tests/api/signatures.json."""

import copy
import inspect
from collections.abc import Callable
from typing import Any, get_args

import pytest

import ostinato
from ostinato.run.absent import NOT_YET
from ostinato.testing.block import Lists
from tools import differences

API = differences.RECORD

FOUND = {name: get_args(hint)[-1] for name, hint in Lists.__annotations__.items() if get_args(hint)}
"""The class of each element that a test finds, by the name of its function."""
CALLED = {
    "audio": "UnknownElement",
    "data_editor": "Dataframe",
    "form_submit_button": "Button",
    "pdf": "UnknownElement",
    "video": "UnknownElement",
}
"""What Streamlit calls the class, if not as the function."""


def test_nothing_differs_in_silence() -> None:
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
        ("Container.toast", lambda api: api["containers"].remove("toast")),
        ("Container.echo", lambda api: api["containers"].append("echo")),
        ("st.query_params.get(key)", lambda api: api["objects"]["query_params"]["get"].pop(0)),
        ("st.session_state.forget", lambda api: api["objects"]["session_state"].update(forget=[])),
        ("errors.StreamlitValueError", lambda api: api["errors"]["StreamlitValueError"].pop(0)),
        ("errors.StreamlitTeapotError", lambda api: api["errors"].update(StreamlitTeapotError=[])),
        ("errors.NoSessionContext", lambda api: api["errors"].pop("NoSessionContext")),
        ("AppTest.run(timeout)", lambda api: api["apptest"]["run"].remove("timeout=None")),
        ("AppTest.balloons", lambda api: api["apptest"].update(balloons="value")),
        ("elements.Slider.drag", lambda api: api["elements"]["Slider"].append("drag")),
        ("elements.Teapot", lambda api: api["elements"].update(Teapot=["value"])),
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


@pytest.mark.parametrize("name", sorted(set(dir(ostinato)) - NOT_YET.keys() - {"__version__"}))
def test_every_listed_name_can_be_imported_and_is_documented(name: str) -> None:
    described = getattr(ostinato, name)
    assert described.__doc__
    assert "Differs" not in (inspect.getdoc(described) or "") or differences.facts(name, described)


@pytest.mark.parametrize("name", sorted(FOUND))
def test_elements_of_tests_have_streamlits_members(name: str) -> None:
    usual = "".join(word.capitalize() for word in name.split("_"))
    theirs = API["elements"].get(usual) or API["elements"][CALLED.get(name, FOUND[name].__name__)]
    assert set(theirs) <= set(dir(FOUND[name]))


def swap(parts: list[str], part: str) -> None:
    parts[parts.index(part)] = part.partition("=")[0]
