"""Page: a plain page that says one thing, and leads back to the app."""

import base64
import hashlib
from html import escape

from starlette.responses import HTMLResponse

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  background: light-dark(#fff, #14181a); color: light-dark(#1b2428, #e8eef0); }
main { box-sizing: border-box; max-width: 32rem; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; }
a { display: inline-block; margin-top: .75rem; padding: .5rem 1rem; border-radius: .5rem;
  border: 1px solid transparent; background: light-dark(#0b756c, #45c4b8);
  color: light-dark(#fff, #08211f); text-decoration: none; font-weight: 600; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
@media (forced-colors: active) { a { border-color: LinkText; } }
"""
_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def page_of(status: int, title: str, text: str, back: str) -> HTMLResponse:
    """Return a page.

    Args:
        status: The status of the answer.
        title: What it says, in a few words.
        text: The same in a sentence or two.
        back: Where its link leads.
    """
    content = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>"
        f"<h1>{escape(title)}</h1><p>{escape(text)}</p>"
        f'<a href="{escape(back)}">Back to the app</a></main></body></html>'
    )
    return HTMLResponse(content, status, HEADERS)
