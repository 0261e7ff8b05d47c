"""Frame: the empty page that HTML of `st.iframe` is written into.

It has an origin of its own, whatever its address: the policy that it is served with says so. What
is written into it runs, but can reach neither the page around it nor what the server keeps for it.
"""

from collections.abc import Sequence

NAME = "_stcore/frame"

SANDBOX = (
    "sandbox allow-downloads allow-forms allow-modals allow-popups"
    " allow-popups-to-escape-sandbox allow-scripts"
)

# It takes HTML once, from the page around it, and tells that page how much room it needs.
PAGE = b"""<!doctype html>
<meta charset="utf-8">
<title>Frame</title>
<script>
  addEventListener("message", function take({ data, source, origin }) {
    if (parent === window || source !== parent || origin !== location.origin) return;
    removeEventListener("message", take);
    document.open();
    document.write(/^\\s*<!doctype/i.test(data) ? data : "<!doctype html>" + data);
    document.close();
    const tell = () => {
      const { documentElement: root, body } = document;
      const height = Math.max(root.getBoundingClientRect().height, body ? body.scrollHeight : 0);
      const size = { width: root.scrollWidth, height: Math.ceil(height) };
      parent.postMessage({ kind: "size", ...size }, origin);
    };
    const observer = new ResizeObserver(tell);
    const watch = () => {
      observer.observe(document.documentElement);
      if (document.body) observer.observe(document.body);
      tell(); // a frame that is not in sight is not observed
    };
    watch();
    addEventListener("load", watch);
  });
</script>
"""


def policy(ancestors: Sequence[str]) -> str:
    """Return the policy of the frame.

    Args:
        ancestors: Who may show the app's pages.
    """
    return SANDBOX + within_ours(ancestors)


def within_ours(ancestors: Sequence[str]) -> str:
    """Return the part of a policy by which the app's own pages show a frame, wherever those are.

    Args:
        ancestors: Who may show the app's pages.
    """
    others = [each for each in ancestors if each.strip("'") not in ("none", "self")]
    if "*" in others:
        return ""
    return " ".join(["; frame-ancestors 'self'", *others])
