"""Components of the second kind in a browser, under the page's policy: nothing may complain."""

import json
import re
import textwrap
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.page import Serve, Visit, settled, shows

KNOB = '''
    import streamlit as st

    HTML = """
        <p id="told" style="padding-inline-end: 40px"></p>
        <button id="more">More</button>
        <button id="both">Both</button>
        <button id="hit">Hit</button>
        <script>window.ran = true</script>
    """
    CSS = "#told { color: rgb(1, 2, 3) }"
    JS = """
        export default function (given) {
            const { name, data, parentElement, setStateValue, setTriggerValue } = given;
            const find = (id) => parentElement.querySelector("#" + id);
            window.calls = (window.calls ?? []).concat(data.n);
            find("told").textContent = `${name} ${data.n} of ${data.count}`;
            find("more").onclick = () => setStateValue("count", data.count + 1);
            find("both").onclick = () => {
                setStateValue("left", 1);
                setStateValue("right", 2);
                setTriggerValue("hit", "both");
            };
            find("hit").onclick = () => setTriggerValue("hit", "alone");
            return () => (window.cleaned = (window.cleaned ?? 0) + 1);
        }
    """
    knob = st.components.v2.component("knob", html=HTML, css=CSS, js=JS)
    n = st.session_state.setdefault("n", 0)

    def set_count():
        st.session_state.k["count"] = 100

    st.button("Set", on_click=set_count)
    st.session_state.runs = st.session_state.get("runs", 0) + 1

    def note():
        st.session_state.hits = st.session_state.get("hits", 0) + 1

    if st.checkbox("Show", value=True):
        count = st.session_state.get("k", {}).get("count", 10)
        kept = knob(
            key="k",
            data={"n": n, "count": count},
            default={"count": 10},
            on_count_change=lambda: None,
            on_hit_change=note,
        )
        st.text(f"kept {dict(kept)}")
    st.text(f"hits {st.session_state.get('hits', 0)}")
    st.text(f"runs {st.session_state.runs}")
    if st.button("Next"):
        st.session_state.n += 1
        st.rerun()
    '''


@pytest.fixture(scope="module")
def knob(serve: Serve) -> str:
    return serve(KNOB).url


def told(page: Page, text: str) -> None:
    expect(page.locator("#told")).to_have_text(text)


def test_h02_what_it_keeps_comes_to_the_script_and_back(visit: Visit, knob: str) -> None:
    page = visit(knob)
    told(page, "knob 0 of 10")
    shows(page, "kept {'count': 10, 'hit': None}")
    for count in (11, 12):
        page.get_by_text("More").click()
        told(page, f"knob 0 of {count}")
        shows(page, f"kept {{'count': {count}, 'hit': None}}")
    page.reload()
    settled(page)
    told(page, "knob 0 of 12")
    page.get_by_role("button", name="Set").click()
    told(page, "knob 0 of 100")


def test_h03_h04_triggers_count_and_bring_values_along(visit: Visit, knob: str) -> None:
    page = visit(knob)
    told(page, "knob 0 of 10")
    runs = int(page.get_by_text("runs ").inner_text().removeprefix("runs "))
    page.get_by_text("Both").click()
    shows(page, "kept {'count': 10, 'hit': 'both', 'left': 1, 'right': 2}")
    shows(page, f"runs {runs + 1}")
    shows(page, "hits 1")
    # Faster than the script runs.
    page.locator("#hit").evaluate("(each) => { for (let at = 0; at < 20; at++) each.click() }")
    shows(page, "hits 21")
    page.get_by_role("button", name="Next").click()
    shows(page, "kept {'count': 10, 'hit': None, 'left': 1, 'right': 2}")
    shows(page, "hits 21")


def test_h07_other_data_come_to_the_same_nodes_and_it_cleans_up_when_it_goes(
    visit: Visit, knob: str
) -> None:
    page = visit(knob)
    told(page, "knob 0 of 10")
    page.locator("#told").evaluate("(each) => { each.dataset.mine = 'yes' }")
    page.get_by_role("button", name="Next").click()
    told(page, "knob 1 of 10")
    expect(page.locator("#told")).to_have_attribute("data-mine", "yes")
    settled(page)
    assert page.evaluate("[window.calls, window.cleaned]") == [[0, 1], None]
    page.get_by_text("Show").click()
    expect(page.locator("#told")).to_have_count(0)
    assert page.evaluate("window.cleaned") == 1


def test_h05_it_outlasts_a_crash_of_its_server(serve: Serve, visit: Visit) -> None:
    server = serve(KNOB)
    page = visit(server.url, but="WebSocket|ERR_CONNECTION_REFUSED")
    page.get_by_text("More").click()
    shows(page, "kept {'count': 11, 'hit': None}")
    settled(page)
    server.kill()
    # What is done while nobody answers is done later.
    page.locator("#more").click()
    page.locator("#hit").click()
    server.start()
    shows(page, "kept {'count': 12, 'hit': 'alone'}")
    shows(page, "hits 1")
    page.reload()
    settled(page)
    told(page, "knob 0 of 12")
    shows(page, "hits 1")


def test_h08_its_markup_is_as_it_is_and_no_script_in_it_runs(visit: Visit, knob: str) -> None:
    page = visit(knob)
    style = page.locator("#told").evaluate(
        "(each) => [getComputedStyle(each).color, getComputedStyle(each).paddingInlineEnd]"
    )
    assert style == ["rgb(1, 2, 3)", "40px"]
    assert page.evaluate("window.ran") is None


LOOKS = '''
    import streamlit as st

    JS = """
        export default function ({ parentElement }) {
            const box = parentElement.querySelector("div");
            const style = getComputedStyle(box);
            const read = (name) => style.getPropertyValue("--st-" + name).trim();
            parentElement.querySelector("pre").textContent =
                JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, read(name)])));
        }
    """
    names = st.query_params["names"].split(",")
    HTML = "<div class='box'>inside</div><pre hidden></pre>"
    CSS = ".box, .stText { color: rgb(9, 8, 7) }"
    js = JS.replace("NAMES", repr(names))
    apart = st.components.v2.component("apart", html=HTML, css=CSS, js=js)
    joined = st.components.v2.component("joined", html=HTML, css=CSS, js=js, isolate_styles=False)
    apart(key="apart")
    with st.sidebar:
        apart(key="beside")
    if st.checkbox("Joined"):
        joined(key="joined")
    st.text("outside")
    '''

COLORS = ["primary", "background", "secondary-background", "text", "link", "border", "heading"]
COLORS += ["widget-border", "code-text", "code-background", "dataframe-border"]
COLORS += ["dataframe-header-background", "dataframe-header-text"]
for color in ("red", "orange", "yellow", "blue", "green", "violet", "gray"):
    COLORS += [color, f"{color}-background", f"{color}-text"]
LISTS = ["chart-categorical-colors", "chart-sequential-colors", "chart-diverging-colors"]
LISTS += ["heading-font-sizes", "heading-font-weights"]
OTHERS = ["link-underline", "heading-font", "code-font", "font", "base-radius", "button-radius"]
OTHERS += ["base-font-size", "base-font-weight", "code-font-weight", "code-font-size"]
OTHERS += ["metric-value-font-size", "metric-value-font-weight"]
OTHERS += [f"heading-font-{what}-{at}" for what in ("size", "weight") for at in range(1, 7)]
NAMES = [f"{color}-color" for color in COLORS] + ["border-color-light", *LISTS, *OTHERS]


def tokens(page: Page, key: str) -> dict[str, str]:
    text = page.locator(f".st-key-{key} pre").text_content()
    found: dict[str, str] = json.loads(text or "")
    return found


def test_h09_styles_stay_apart_and_the_theme_is_known_by_its_documented_names(
    serve: Serve, visit: Visit
) -> None:
    url = f"{serve(LOOKS).url}?names={','.join(NAMES)}"
    page = visit(url, color_scheme="light")
    found = tokens(page, "apart")
    assert [name for name in NAMES if not found[name]] == []
    color = re.compile(r"rgba?\([\d., /]+\)|color\(srgb [\d. /]+\)")
    for name in [f"{each}-color" for each in COLORS] + ["border-color-light"]:
        assert color.fullmatch(found[name]), (name, found[name])
    assert all(found[name].count(",") >= 5 for name in LISTS)
    assert float(found["heading-font-size-1"][:-2]) > float(found["heading-font-size-6"][:-2])
    dark = visit(url, color_scheme="dark")
    assert tokens(dark, "apart")["text-color"] != found["text-color"]
    assert tokens(page, "beside")["background-color"] != found["background-color"]
    outside = page.get_by_text("outside")
    expect(page.locator(".st-key-apart .box")).to_have_css("color", "rgb(9, 8, 7)")
    expect(outside).not_to_have_css("color", "rgb(9, 8, 7)")
    page.get_by_text("Joined").click()
    expect(outside).to_have_css("color", "rgb(9, 8, 7)")
    page.get_by_text("Joined").click()
    expect(outside).not_to_have_css("color", "rgb(9, 8, 7)")


BAD = '''
    import streamlit as st

    make = st.components.v2.component
    bad = {
        "syntax": "export default function ({ {",
        "import": "throw new Error('at import')",
        "nothing": "export const x = 1",
        "call": "export default () => { throw new Error('in call') }",
        "clean": "export default () => () => { throw new Error('in clean-up') }",
        "large": "export default ({ setStateValue }) => setStateValue('a', 'x'.repeat(1e6))",
        "round": "export default ({ setStateValue }) => { const a = []; a[0] = a;"
        " setStateValue('a', a) }",
    }
    kind = st.radio("Kind", ["none", *bad])
    good = make("good", html="<button>Good</button>", js="""
        export default ({ parentElement, setStateValue }) => {
            parentElement.querySelector("button").onclick = () => setStateValue("a", kind());
            const kind = () => "pressed";
        }
    """)
    if kind != "none":
        made = make(f"bad {kind}", html=f"<p>still {kind}</p>", js=bad[kind])
        st.text(f"bad {dict(made())}")
    st.text(f"good {dict(good(key='good', on_a_change=lambda: None))}")
    '''


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("syntax", "Unexpected token"),
        ("import", "at import"),
        ("nothing", "its module must export a function by default"),
        ("call", "in call"),
        ("large", "what it keeps is too large: 1001 kB, at most 900 kB"),
        ("round", "circular structure"),
    ],
)
def test_h10_what_a_component_does_wrong_is_told_in_its_place(
    serve: Serve, visit: Visit, bad: str, kind: str, words: str
) -> None:
    page = visit(bad, but=re.escape(words) + "|Error")
    page.get_by_text(kind, exact=True).click()
    card = page.get_by_role("alert")
    expect(card).to_contain_text(f"The component “bad {kind}” does not work: ")
    expect(card).to_contain_text(words)
    shows(page, f"still {kind}")
    shows(page, "bad {}")
    page.get_by_role("button", name="Good").click()
    shows(page, "good {'a': 'pressed'}")
    page.get_by_text("none", exact=True).click()
    expect(card).to_have_count(0)


def test_h10_a_clean_up_that_fails_breaks_nothing(visit: Visit, bad: str) -> None:
    page = visit(bad, but="in clean-up")
    page.get_by_text("clean", exact=True).click()
    shows(page, "still clean")
    page.get_by_text("none", exact=True).click()
    expect(page.get_by_text("still clean")).to_have_count(0)
    page.get_by_role("button", name="Good").click()
    shows(page, "good {'a': 'pressed'}")


@pytest.fixture(scope="module")
def bad(serve: Serve) -> str:
    return serve(BAD).url


DATA = '''
    import numpy as np
    import pandas as pd
    import streamlit as st

    JS = """
        export default function ({ data, parentElement }) {
            const tell = (text) => { parentElement.querySelector("pre").textContent = text; };
            if (data instanceof Uint8Array) return tell(`${data.length} bytes, ${data[0]}`);
            if (!data.rows) return tell(String(data.numRows));
            const names = data.rows.schema.fields.map((each) => each.name);
            const cells = [data.rows.get(1).x, data.deep[0].getChild("n").get(2)];
            tell(`${data.rows.numRows} rows of ${names}, ${cells.join(" ")} ${data.text.length}`);
        }
    """
    show = st.components.v2.component("show", html="<pre></pre>", js=JS)
    many = 200_000 if st.checkbox("Many") else 3
    rows = pd.DataFrame({"x": np.arange(many) / 2, "y": "a"})
    show(key="a", data=bytes([7]) * many)
    show(key="b", data={"rows": rows, "deep": [pd.DataFrame({"n": [1, 2, 3]})], "text": "é" * many})
    show(key="c", data=rows["x"])
    '''


def test_h11_bytes_and_tables_reach_it_small_and_large(serve: Serve, visit: Visit) -> None:
    page = visit(serve(DATA).url)
    for many in (3, 200_000):
        shows(page, f"{many} bytes, 7")
        shows(page, f"{many} rows of x,y, 0.5 3 {many}")
        shows(page, f"{many}")
        if many == 3:
            page.get_by_text("Many").click()
    page.reload()
    settled(page)
    shows(page, "200000 rows of x,y, 0.5 3 200000")


PACKAGE = """
    import sys
    from pathlib import Path

    import streamlit as st

    sys.path.insert(0, str(Path(__file__).parent / "site"))
    dial = st.components.v2.component(
        "own-dials.dial", html="dial.html", css="*.css", js="index-*.js"
    )
    st.text(dial(key="d", on_at_change=lambda: None).at)
    """


def test_h12_files_of_a_package_load_each_other(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    app = tmp_path / "app.py"
    app.write_text(textwrap.dedent(PACKAGE))
    folder = tmp_path / "site/own_dials/build"
    (folder / "parts").mkdir(parents=True)
    (folder / "dial.html").write_text("<p class='dial'>dial</p><img alt='Face'>")
    (folder / "look-1.css").write_text("@import './parts/more.css'; .dial { color: rgb(4, 5, 6) }")
    (folder / "parts/more.css").write_text(".dial { font-weight: 900 }")
    (folder / "parts/at.js").write_text("export const at = 42;")
    (folder / "face.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'/>"
    )
    (folder / "index-9f.js").write_text("""
        import { at } from "./parts/at.js";
        export default ({ parentElement, setStateValue }) => {
            parentElement.querySelector("img").src = new URL("./face.svg", import.meta.url).href;
            setStateValue("at", at);
        };
    """)
    (tmp_path / "site/own_dials/pyproject.toml").write_text(
        '[[tool.streamlit.component.components]]\nname = "dial"\nasset_dir = "build"\n'
    )
    info = tmp_path / "site/own_dials-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: own-dials\nVersion: 1\n")
    (info / "RECORD").write_text("own_dials/pyproject.toml,,\n")
    page = visit(serve(app).url)
    shows(page, "42")
    dial = page.locator(".dial")
    expect(dial).to_have_css("color", "rgb(4, 5, 6)")
    expect(dial).to_have_css("font-weight", "900")
    page.wait_for_function(
        "document.querySelector('[data-testid=stBidiComponentIsolated]')"
        ".shadowRoot.querySelector('img').naturalWidth === 20"
    )


STYLED = '''
    import streamlit as st

    late = st.components.v2.component("late", html="<div></div>", js="""
        export default ({ parentElement }) => {
            const div = parentElement.querySelector("div");
            div.innerHTML = "<p class='late' style='color: rgb(1, 2, 3)'>late</p>";
            const style = document.createElement("style");
            style.textContent = ".late { font-weight: 900 }";
            parentElement.append(style);
        }
    """)
    late()
    '''


def test_h08_styles_that_are_written_as_text_while_it_runs_apply(
    serve: Serve, visit: Visit
) -> None:
    page = visit(serve(STYLED).url, but="inline style")
    late = page.locator(".late")
    expect(late).to_have_css("color", "rgb(1, 2, 3)")
    expect(late).to_have_css("font-weight", "900")


def test_h16_only_a_page_that_has_one_loads_what_draws_them(serve: Serve, visit: Visit) -> None:
    app = """
        import streamlit as st
        if st.checkbox("Show"):
            st.components.v2.component("c", html="<b>here</b>")()
        """
    loaded: list[str] = []
    page = visit(
        serve(app).url,
        before=lambda page: page.on("request", lambda request: loaded.append(request.url)),
    )
    assert not [url for url in loaded if "component" in url]
    page.get_by_text("Show").click()
    shows(page, "here")
    assert [url for url in loaded if "component_v2" in url]
    assert not [url for url in loaded if "arrow" in url]
