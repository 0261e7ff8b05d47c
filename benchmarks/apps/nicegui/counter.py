"""The counter, as one writes it with NiceGUI."""

import sys

from nicegui import ui


@ui.page("/")
def page() -> None:
    """Show the counter."""
    count = 0

    def increment() -> None:
        nonlocal count
        count += 1
        label.text = f"Count = {count}"

    # As the pages of the others are marked, so that the same script finds its way in all.
    ui.element().props("data-testid=stApp data-test-script-state=notRunning")
    with ui.element().props("data-testid=stButton"):
        ui.button("Increment", on_click=increment)
    label = ui.label("Count = 0").props("data-testid=stMarkdown")


ui.run(port=int(sys.argv[1]), host="127.0.0.1", show=False, reload=False)
