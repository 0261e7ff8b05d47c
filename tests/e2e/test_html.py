"""HTML, frames and formulas under the page's policy, which only a browser knows."""

from playwright.sync_api import expect

from e2e.page import Serve, Visit

ATTRIBUTES = "inline style|inline event handler"
"""What the console says of attributes while they are taken apart."""


def test_html_is_styled_and_cleaned_and_runs_scripts_only_when_allowed(
    serve: Serve, visit: Visit
) -> None:
    app = """
        import streamlit as st

        html = '''
            <style>.mine {{ font-weight: 700 }}</style>
            <p class="mine" style="color: rgb(1, 2, 3)" onclick="document.title = 'no'">{0}</p>
            <script>window.ran = (window.ran || "") + "{0}"</script>
            <script>window.ran += document.currentScript.parentElement.dataset.testid</script>
        '''
        st.html(html.format("first"))
        st.html(html.format("second"), unsafe_allow_javascript=True)
        st.html("<style>main { --seen: yes }</style>")
        st.button("Again")
        """
    page = visit(serve(app).url, but=ATTRIBUTES)
    first = page.get_by_text("first")
    expect(first).to_have_css("color", "rgb(1, 2, 3)")
    expect(first).to_have_css("font-weight", "700")
    first.click()
    expect(page).not_to_have_title("no")
    expect(page.get_by_text("second")).to_be_visible()
    page.wait_for_function("() => window.ran === 'secondstHtml'")
    page.get_by_role("button", name="Again").click()
    last = page.get_by_test_id("stHtml").last
    expect(last).to_be_hidden()
    page.wait_for_function(
        "getComputedStyle(document.querySelector('main')).getPropertyValue('--seen')"
    )
    assert page.evaluate("window.ran") == "secondstHtml"


def test_html_in_a_frame_runs_apart_from_the_page_and_is_as_high_as_it_needs(
    serve: Serve, visit: Visit
) -> None:
    app = """
        import streamlit as st

        st.iframe("<p id=a style='height:300px;margin:0'></p><script>"
                  "try { parent.document.title = 'no' } catch (e) { a.textContent = e.name }"
                  "</script><style>body { margin: 0 }</style>", alt="Mine")
        """
    page = visit(serve(app).url)
    frame = page.get_by_title("Mine")
    expect(frame).to_have_css("height", "300px")
    expect(frame.content_frame.get_by_text("SecurityError")).to_be_visible()
    assert page.evaluate("document.title") != "no"


def test_formulas_are_drawn_with_the_fonts_that_they_use(serve: Serve, visit: Visit) -> None:
    app = r"""
        import streamlit as st

        st.latex(r"\frac{a}{b} \foo")
        st.write("so $x^2$ costs $5 or $10")
        """
    fonts: list[str] = []

    def watch(page) -> None:  # type: ignore[no-untyped-def]
        page.on("request", lambda request: fonts.append(request.url))

    page = visit(serve(app).url, before=watch)
    expect(page.locator(".katex")).to_have_count(2)
    page.evaluate("document.fonts.ready")
    used = {url.rpartition("/")[2] for url in fonts if "/KaTeX" in url}
    assert used == {"KaTeX_Main-Regular.woff2", "KaTeX_Math-Italic.woff2"}
