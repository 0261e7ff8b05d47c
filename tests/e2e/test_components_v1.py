"""Custom components in frames, as Chromium shows them."""

from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import FrameLocator, Page, expect

from e2e.page import Serve, Visit, settled

PAGE = """<!doctype html>
<meta charset="utf-8">
<pre id="told">nothing</pre>
<button id="count">Count</button> <button id="bytes">Bytes</button>
<button id="table">Table</button> <button id="bad">Bad</button>
<script>
  let told = null, count = 0;
  const say = (type, more) =>
    parent.postMessage({ isStreamlitMessage: true, type: `streamlit:${type}`, ...more }, "*");
  addEventListener("message", ({ data }) => {
    if (data.type !== "streamlit:render") return;
    told = data;
    const { args, theme, disabled } = data;
    const seen = { start: args.start, blob: [...args.blob], base: theme.base, disabled };
    document.getElementById("told").textContent = JSON.stringify(seen);
    count ||= args.start;
    say("setFrameHeight", { height: 90 });
  });
  const value = (value, dataType) => say("setComponentValue", { value, dataType });
  document.getElementById("count").onclick = () => value({ count: ++count }, "json");
  document.getElementById("bytes").onclick = () => value(new Uint8Array([0, 255]), "bytes");
  document.getElementById("table").onclick = () => value(told.dfs[0].value.data, "dataframe");
  document.getElementById("bad").onclick = () => {
    value("*", "bytes"); value(1n, "json"); say("setFrameHeight", { height: NaN }); say("nope");
    const none = new Uint8Array();
    value({ data: new Uint8Array([1, 2]), index: none, columns: none }, "dataframe");
    throw new Error("on purpose");
  };
  say("componentReady", { apiVersion: 1 });
</script>
"""

APP = """
    import pandas as pd
    import streamlit as st
    import streamlit.components.v1 as components

    counter = components.declare_component("counter", path={folder!r})
    start = st.number_input("Start", value=5)
    table = pd.DataFrame({{"a": [1, 2], "b": ["x", None]}}, index=["p", "q"])
    blob = b"\\x00\\x07"
    said = counter(start=start, blob=blob, table=table, default="nothing yet", key="counter")
    if isinstance(said, pd.DataFrame):
        said = said.to_dict()
    st.text(f"said: {{said!r}}")
    """


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("counter")
    (folder / "index.html").write_text(PAGE)
    return folder


def inside(page: Page) -> FrameLocator:
    return page.frame_locator("iframe.stCustomComponentV1")


def test_m02_m03_m09_a_component_is_told_and_says_values_of_every_form(
    serve: Serve, visit: Visit, folder: Path
) -> None:
    page = visit(serve(APP.format(folder=str(folder))).url, but="allow-same-origin")
    frame = page.get_by_test_id("stCustomComponentV1")
    expect(inside(page).locator("#told")).to_have_text(
        '{"start":5,"blob":[0,7],"base":"light","disabled":false}'
    )
    expect(frame).to_have_css("height", "90px")
    expect(page.get_by_text("said: 'nothing yet'")).to_be_visible()
    inside(page).locator("#count").click()
    expect(page.get_by_text("said: {'count': 6}")).to_be_visible()
    inside(page).locator("#bytes").click()
    expect(page.get_by_text(r"said: b'\x00\xff'")).to_be_visible()
    inside(page).locator("#table").click()
    expect(page.get_by_text("'a': {'p': 1, 'q': 2}")).to_be_visible()
    # Its arguments change, and it stays.
    page.get_by_label("Start").fill("9")
    page.get_by_label("Start").press("Enter")
    expect(inside(page).locator("#told")).to_contain_text('"start":9')
    inside(page).locator("#count").click()
    expect(page.get_by_text("said: {'count': 7}")).to_be_visible()


def test_m05_what_it_said_outlives_a_refresh_and_a_crash(
    serve: Serve, visit: Visit, folder: Path
) -> None:
    server = serve(APP.format(folder=str(folder)))
    page = visit(server.url, but="allow-same-origin|WebSocket|Failed to load|ERR_")
    for _ in range(3):
        inside(page).locator("#count").click()
    expect(page.get_by_text("said: {'count': 8}")).to_be_visible()
    settled(page)
    page.reload()
    expect(page.get_by_text("said: {'count': 8}")).to_be_visible()
    expect(inside(page).locator("#told")).to_contain_text('"start":5')
    server.kill()
    # Said while nobody hears: the last of them counts, once the server is back.
    for _ in range(4):
        inside(page).locator("#count").click()
    server.start()
    expect(page.get_by_text("said: {'count': 9}")).to_be_visible()


def test_m08_m10_it_follows_the_theme_and_breaks_nothing(
    serve: Serve, visit: Visit, folder: Path
) -> None:
    server = serve(APP.format(folder=str(folder)))
    page = visit(server.url, but="allow-same-origin|on purpose|Component|forms")
    expect(inside(page).locator("#told")).to_contain_text('"base":"light"')
    page.emulate_media(color_scheme="dark")
    expect(inside(page).locator("#told")).to_contain_text('"base":"dark"')
    assert ground_of(page, ".stCustomComponentV1") == ground_of(page, "#stMain")
    inside(page).locator("#bad").click()
    expect(page.get_by_text("does not take what you entered")).to_be_visible()
    expect(page.get_by_text("said: 'nothing yet'")).to_be_visible()
    # What others say in its name is not heard.
    page.evaluate("""() => new Promise((heard) => {
        addEventListener("message", () => heard(), { once: true });
        postMessage({ isStreamlitMessage: true,
            type: "streamlit:setComponentValue", value: "forged", dataType: "json" }, "*");
    })""")
    settled(page)
    expect(page.get_by_text("said: 'nothing yet'")).to_be_visible()
    inside(page).locator("#count").click()
    expect(page.get_by_text("said: {'count': 6}")).to_be_visible()


SEEN_THROUGH = """
    import streamlit as st

    st.iframe("<p>Plain</p>", alt="plain")
    st.iframe("<p style='color: orange'>Orange</p>", alt="colored")
    st.iframe("<!doctype html><body style='background: white'>Paper", alt="paper")
    st.iframe("<meta name='color-scheme' content='light dark'><p>Both</p>", alt="both")
    """


@pytest.fixture(scope="module")
def seen_through(serve: Serve) -> str:
    return serve(SEEN_THROUGH).url


@pytest.mark.parametrize("chosen", ["System", "Light", "Dark"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_m08_html_is_on_the_ground_of_the_page_and_can_be_read(
    seen_through: str, visit: Visit, scheme: Literal["light", "dark"], chosen: str
) -> None:
    page = visit(seen_through, color_scheme=scheme)
    page.get_by_role("button", name="Main menu").click()
    page.get_by_role("menuitemradio", name=chosen).click()
    page.keyboard.press("Escape")
    kind = scheme if chosen == "System" else chosen.lower()
    plain = page.get_by_title("plain").content_frame.get_by_text("Plain")
    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    expect(plain).to_have_css("color", black if kind == "light" else white)
    orange = page.get_by_title("colored").content_frame.get_by_text("Orange")
    expect(orange).to_have_css("color", "rgb(255, 165, 0)")
    expect(page.get_by_title("paper").content_frame.get_by_text("Paper")).to_be_visible()
    both = page.get_by_title("both").content_frame.get_by_text("Both")
    # What knows both itself asks the system, as it does wherever it is shown.
    expect(both).to_have_css("color", black if scheme == "light" else white)
    alike = ["plain", "colored", *(["both"] if kind == scheme else [])]
    grounds = {ground_of(page, f"[title={each}]") for each in alike}
    assert grounds == {ground_of(page, "#stMain")}
    assert ground_of(page, "[title=paper]") == (255, 255, 255)


def ground_of(page: Page, selector: str) -> tuple[int, ...]:
    """Return the colour of the upper left corner of an element, as it is painted."""
    picture = Image.open(BytesIO(page.locator(selector).screenshot(animations="disabled")))
    return tuple(picture.convert("RGB").crop((2, 2, 3, 3)).tobytes())


def test_m07_m10_what_does_not_answer_is_told_in_its_place(
    serve: Serve, visit: Visit, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    app = f"""
        import streamlit as st
        import streamlit.components.v1 as components

        components.declare_component("lost", path={str(tmp_path / "empty")!r})()
        components.declare_component("off", url="http://localhost:9/")()
        st.button("Works")
        """
    page = visit(serve(app).url, but="allow-same-origin|Failed to load|ERR_")
    expect(page.get_by_text("its page is not there: the server answers 404")).to_be_visible(
        timeout=20_000
    )
    expect(page.get_by_text("is http://localhost:9 running?")).to_be_visible()
    page.get_by_role("button", name="Works").click()
    settled(page)


def test_m11_html_is_cut_off_unless_it_may_be_scrolled(serve: Serve, visit: Visit) -> None:
    app = """
        import streamlit.components.v1 as components

        components.html("<p id=x>hello</p><script>x.textContent = origin</script>", height=60)
        components.html("<p style='height: 900px'>long</p>", scrolling=True)
        """
    page = visit(serve(app).url)
    first, second = page.get_by_test_id("stIFrame").all()
    expect(first).to_have_css("height", "60px")
    expect(second).to_have_css("height", "150px")
    assert (first.get_attribute("scrolling"), second.get_attribute("scrolling")) == ("no", None)
    expect(page.frame_locator("iframe").first.locator("#x")).to_have_text("null")
