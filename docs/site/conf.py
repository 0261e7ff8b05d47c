"""How Sphinx builds the site from the pages that tools/website.py has put together."""

from pathlib import Path

project = "Ostinato"
author = "the authors of Ostinato"
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_block", "colon_fence"]
myst_heading_anchors = 4

# A block of code without a language is what is typed into a terminal.
highlight_language = "none"

html_theme = "pydata_sphinx_theme"
html_title = "Ostinato"
html_favicon = "_static/logo.svg"
html_static_path = ["_static"]
html_css_files = ["theme.css", "site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_domain_indices = False
html_use_index = False
html_sidebars = {"**": ["sidebar-nav-bs"], "index": []}
html_context = {"default_mode": "auto"}
html_search_scorer = str(Path(__file__).with_name("_static") / "order.js")
html_theme_options = {
    "logo": {
        "text": "Ostinato",
        "image_light": "_static/logo.svg",
        "image_dark": "_static/logo.svg",
        "alt_text": "",
    },
    "navbar_align": "left",
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-button-field"],
    "search_as_you_type": True,
    "search_bar_text": "Search",
    "header_links_before_dropdown": 6,
    "show_nav_level": 1,
    "navigation_depth": 3,
    "collapse_navigation": True,
    "show_toc_level": 2,
    "show_prev_next": True,
    "navigation_with_keys": False,
    "back_to_top_button": False,
    "secondary_sidebar_items": ["page-toc"],
    "article_header_start": ["breadcrumbs"],
    "footer_start": ["sentence"],
    "footer_end": [],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
templates_path = ["_templates"]
