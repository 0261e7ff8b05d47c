"""Deployment: asks an app that is served, as a browser does, through all that stands before it."""

import ipaddress
import re
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from ostinato.cli.doctor.asking import Answer, Target, Unreachable, ask
from ostinato.cli.doctor.conversation import look_at_sockets
from ostinato.cli.doctor.findings import Finding, ok, warning, wrong
from ostinato.run.uploads import MOST_PART
from ostinato.server.cookie import NAME

SCRIPT = re.compile(r'<script type="module"[^>]* src="([^"]+)"')
CLOCKS_APART = 5.0
FEW_DAYS = 14
PATIENCE_OF_UPLOADS = 4.0
AT_ONCE = 1024
"""Bytes of an upload that are sent of it: who waits for the rest buffers."""

TRUST = (
    "have the proxy send X-Forwarded-Proto, and name its address to the server in "
    "FORWARDED_ALLOW_IPS"
)


def look_at_deployment(target: Target) -> Iterator[Finding]:
    """Ask for everything that a browser needs."""
    try:
        health = ask(target, f"{target.path}/_stcore/health")
        page = ask(target, f"{target.path}/", {"Accept": "text/html"})
    except Unreachable as error:
        yield wrong("reach", error.text, error.advice)
        return
    yield from _of_health(target, health)
    if not _is_well(health):
        return
    if page.status == 403 and page.text.startswith("host: "):
        # Probes are answered under any name.
        text, _, advice = page.text.rpartition(": ")
        yield wrong("reach", text, advice)
        return
    cookie = next((each.partition(";")[0] for each in page.cookies), "")
    looks: dict[str, Callable[[], Iterator[Finding]]] = {
        "store": lambda: _ready(target),
        "page": lambda: _page(target, page),
        "socket": lambda: look_at_sockets(target, cookie),
        "uploads": lambda: _uploads(target),
        "https": lambda: _plain_http(target),
    }
    for name, look in looks.items():
        try:
            yield from look()
        except Unreachable as error:
            yield wrong(name, error.text, error.advice)
    yield from _of_clock(health)


def _of_health(target: Target, answer: Answer) -> Iterator[Finding]:
    asked = f"{target.url}_stcore/health"
    if _is_well(answer):
        yield ok("reach", f"{target.url} answers, in {1000 * answer.seconds:.0f} ms")
        if answer.days is not None and answer.days < FEW_DAYS:
            yield warning("https", f"its certificate ends in {answer.days} days", "renew it")
        return
    if "location" in answer.headers:
        where = urljoin(asked, answer.headers["location"])
        yield wrong("reach", f"{asked} leads to {where}", "give the address where the app is")
    elif answer.status in (502, 503, 504):
        yield wrong(
            "reach",
            f"the proxy answers {answer.status}: it does not reach the server",
            "see whether the server runs, and which address and port the proxy asks",
        )
    elif answer.status in (401, 403):
        yield wrong(
            "reach",
            f"{asked} answers {answer.status}: somebody stands before the app",
            "ask from where visitors are let in",
        )
    else:
        yield wrong(
            "reach",
            f"{asked} must answer 200 and ok, got {answer.status} {answer.text[:60]!r}",
            "give the address of the page; if the proxy passes its path on, set "
            "server.baseUrlPath to it, and if it cuts it off, set nothing",
        )


def _is_well(health: Answer) -> bool:
    return health.status == 200 and health.body.strip() == b"ok"


def _ready(target: Target) -> Iterator[Finding]:
    answer = ask(target, f"{target.path}/_stcore/ready")
    if answer.status == 200:
        yield ok("store", "the server reaches its store")
    elif answer.status == 503:
        yield wrong(
            "store", "the server does not reach its store", "call ostinato doctor app.py there"
        )
    else:
        yield warning(
            "store",
            f"/_stcore/ready answers {answer.status}",
            "have the proxy pass all paths of the app on",
        )


def _page(target: Target, page: Answer) -> Iterator[Finding]:
    script = SCRIPT.search(page.body.decode("utf-8", "replace"))
    if page.status != 200 or script is None:
        yield wrong(
            "page",
            f"{target.url} must be the page of the app, got {page.status} {page.text[:60]!r}",
            "have the proxy pass all paths of the app on, and change nothing in what comes back",
        )
        return
    path = urlsplit(urljoin(target.url, script[1])).path
    file = ask(target, path, {"Accept-Encoding": "br, gzip"})
    if file.status != 200 or "javascript" not in file.headers.get("content-type", ""):
        yield wrong(
            "page",
            f"the page asks for {path}, which is {file.status} "
            f"{file.headers.get('content-type', 'without a type')}",
            "let the proxy pass the path on and set server.baseUrlPath, or cut it off and set none",
        )
        return
    yield ok("page", "comes, and finds its files")
    yield from _of_page(page)
    yield from _of_file(file)
    yield from _of_cookie(target, page)


def _of_page(page: Answer) -> Iterator[Finding]:
    age = page.headers.get("age", "0")
    if age.isdigit() and int(age) or "hit" in page.headers.get("x-cache", "").lower():
        yield wrong(
            "caching",
            "the page comes out of a cache, the same for all visitors",
            "have the proxy heed Cache-Control: only what is below assets/ may be kept",
        )
    if "content-security-policy" not in page.headers:
        yield warning(
            "page",
            "the proxy takes its Content-Security-Policy away",
            "have it pass headers on: that one keeps foreign scripts out",
        )


def _of_file(file: Answer) -> Iterator[Finding]:
    encoding = file.headers.get("content-encoding")
    if encoding:
        yield ok("compression", f"files come compressed ({encoding})")
    else:
        yield warning(
            "compression",
            f"files come as they are: {len(file.body) / 1000:.0f} KB for a script",
            "have the proxy pass Accept-Encoding on, and unpack nothing",
        )
    if "immutable" not in file.headers.get("cache-control", ""):
        yield warning(
            "caching",
            "the proxy forbids browsers to keep files",
            "have it pass on Cache-Control as it comes",
        )


def _of_cookie(target: Target, page: Answer) -> Iterator[Finding]:
    given = next((each for each in page.cookies if each.startswith(f"{NAME}=")), None)
    if given is None:
        yield wrong(
            "cookie",
            "the page comes without its cookie",
            "have the proxy pass Set-Cookie on: a session is opened again by it alone",
        )
        return
    words = [each.strip() for each in given.split(";")[1:]]
    path = next((word[5:] for word in words if word.lower().startswith("path=")), "/")
    if not f"{target.path}/".startswith(path):
        yield wrong(
            "cookie",
            f"the cookie is for {path}, and the page at {target.path}/",
            "have the proxy change the path of cookies (proxy_cookie_path of nginx), or pass the "
            "path on and set server.baseUrlPath",
        )
    elif target.scheme == "https" and "secure" not in map(str.lower, words):
        yield wrong("cookie", "the server does not know that it is served over HTTPS", TRUST)
    else:
        yield ok("cookie", "comes" + (", and is Secure" if target.scheme == "https" else ""))


def _uploads(target: Target) -> Iterator[Finding]:
    """Begin to send a part of a file, which the server refuses as soon as it hears of it."""
    headers = {
        "Origin": target.origin,
        "Content-Type": "application/octet-stream",
        "Content-Length": str(MOST_PART),
    }
    path, body = f"{target.path}/_stcore/uploads", bytes(AT_ONCE)
    try:
        answer = ask(target, path, headers, method="POST", body=body, patience=PATIENCE_OF_UPLOADS)
    except Unreachable as error:
        if "does not answer" not in error.text:
            raise
        yield warning(
            "uploads",
            "the proxy waits for the whole of what is uploaded before it passes it on",
            "have it pass on what comes: proxy_request_buffering off of nginx",
        )
        return
    if answer.status == 413:
        yield wrong(
            "uploads",
            f"the proxy takes no parts of {MOST_PART / 1e6:.0f} MB, in which files are uploaded",
            "allow them: client_max_body_size 8m of nginx",
        )
    elif answer.status == 403 and "x-content-type-options" in answer.headers:
        yield ok("uploads", f"parts of {MOST_PART / 1e6:.0f} MB come through, and at once")
    else:
        yield warning(
            "uploads",
            f"a part of a file is answered with {answer.status}, and not by the server",
            "have the proxy pass POST on to /_stcore/uploads",
        )


def _plain_http(target: Target) -> Iterator[Finding]:
    """See whether anything goes over the network that others can read."""
    if target.scheme == "http":
        if not _is_near(target.host):
            yield warning(
                "https",
                "what visitors enter can be read and changed on its way",
                "have a proxy speak HTTPS, or set server.sslCertFile and server.sslKeyFile",
            )
        return
    if not target.is_usual:
        return
    try:
        answer = ask(target._replace(scheme="http", port=80), f"{target.path}/")
    except Unreachable:
        yield ok("https", "nothing is served without it")
        return
    if answer.headers.get("location", "").startswith("https:"):
        yield ok("https", "who comes without it is sent there")
    else:
        yield warning(
            "https", "the app is served without it, too", "send browsers on from http to https"
        )


def _of_clock(answer: Answer) -> Iterator[Finding]:
    try:
        theirs = parsedate_to_datetime(answer.headers["date"]).timestamp()
    except (KeyError, ValueError, TypeError):
        return
    apart = theirs - answer.at
    if abs(apart) > CLOCKS_APART:
        yield warning(
            "clock",
            f"the server's is {abs(apart):.0f} s {'ahead of' if apart > 0 else 'behind'} ours",
            "set both right, as by NTP: lives of sessions and logins are counted by it",
        )


def _is_near(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
