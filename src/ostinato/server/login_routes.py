"""Login routes: the way to a provider, back from it, and out again.

What a way needs is a record in the store, found by its `state`: so any process may end what another
has begun, no record is good for two ways, and none for another browser than its own.
"""

import hashlib
import logging
import secrets
from collections.abc import Callable
from typing import Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ostinato.config.auth import CALLBACK, DEFAULT, AuthSettings, Provider, find_provider
from ostinato.errors import StoreError, StreamlitAuthError
from ostinato.server.cookie import browser_of
from ostinato.server.logins import Login, Logins, removal
from ostinato.server.page import page_of
from ostinato.server.provider import Client, ProviderError
from ostinato.server.records import SEAL, Records, load
from ostinato.state.signing import KeyRing
from ostinato.stores.store import Behind, Fenced
from ostinato.widgets.login import logout_proof

logger = logging.getLogger("ostinato")

WITHIN = 600.0
"""Seconds that somebody may take to log in."""

LONGEST = 4000
"""Letters of an address that people come back to."""

PACKAGES = ("authlib.oauth2.rfc7636", "authlib.oidc.core", "httpx", "joserfc.jwt", SEAL)

UNFIT = "The app is not set up for it."
TROUBLE = "Logging in did not work"
AGAIN = "Please go back to the app and log in again."
STORE_AWAY = "The app cannot keep or find a login at the moment. Please try again in a minute."


class Way(msgspec.Struct, frozen=True):
    """What is kept while somebody is away to log in."""

    browser: str
    provider: str
    nonce: str
    verifier: str
    back: str


class Wrong(Exception):
    """A way ends here.

    Args:
        status: The status of the answer.
        said: What the person is told.
        reason: What the log is told: nothing secret.
        back: Where the person may go; the app without it.
    """

    def __init__(self, status: int, said: str, reason: str, back: str = "") -> None:
        super().__init__(reason)
        self.status, self.said, self.back = status, said, back


class Step(Protocol):
    """One of the routes."""

    async def __call__(self, request: Request, logins: Logins, settings: AuthSettings) -> Response:
        """Answer, or raise what is wrong."""
        ...


def login_routes(base: str, logins: Callable[[], Logins]) -> list[Route]:
    """Return the routes of an app.

    Args:
        base: The path below which it is served.
        logins: Returns its logins, once it has begun.
    """
    client = Client()

    async def leave(request: Request, logins: Logins, settings: AuthSettings) -> Response:
        return await _leave(request, logins, settings, client)

    async def come_back(request: Request, logins: Logins, settings: AuthSettings) -> Response:
        return await _come_back(request, logins, settings, client)

    async def log_out(request: Request, logins: Logins, settings: AuthSettings) -> Response:
        return await _log_out(request, logins, settings, client)

    steps: dict[str, Step] = {
        "/auth/login": leave,
        CALLBACK: come_back,
        "/auth/logout": log_out,
    }
    return [
        Route(f"{base}{path}", _guarded(step, logins), methods=["GET"])
        for path, step in steps.items()
    ]


def _guarded(step: Step, logins: Callable[[], Logins]) -> Callable[[Request], object]:
    """Return a route whose every end is a page."""

    async def answer(request: Request) -> Response:
        known = logins()
        home = request.scope.get("root_path", "") + "/"
        try:
            settings = known.settings
        except StreamlitAuthError as error:
            logger.error("login: %s", error)
            return page_of(500, TROUBLE, UNFIT, home)
        if settings is None:
            return page_of(404, "Nobody can log in here", UNFIT, home)
        home = f"{settings.base}/"
        try:
            await load(*PACKAGES)
            return await step(request, known, settings)
        except ImportError as error:
            logger.error('login: needs packages that are missing: "ostinato[auth]": %s', error)
            return page_of(500, TROUBLE, UNFIT, home)
        except Wrong as wrong:
            logger.warning("login: %s", wrong)
            return page_of(wrong.status, TROUBLE, wrong.said, wrong.back or home)
        except (StoreError, Fenced, Behind) as error:
            logger.warning("login: the store must answer: %s", error)
            return page_of(503, TROUBLE, STORE_AWAY, home)

    return answer


async def _leave(
    request: Request, logins: Logins, settings: AuthSettings, client: Client
) -> Response:
    """Send somebody to a provider."""
    back = _place(request.query_params.get("at", ""), settings)
    browser = browser_of(request.headers)
    if not browser:
        said = "This browser keeps no cookies for the app, without which nobody can log in."
        raise Wrong(400, said, "a browser must keep cookies, and sent none")
    provider = _provider(logins, request.query_params.get("provider", DEFAULT), back)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    try:
        address = await client.address(
            provider, settings.redirect_uri, state=state, nonce=nonce, verifier=verifier
        )
    except ProviderError as error:
        raise _silent(provider, error, back) from None
    way = Way(_told_apart(browser), provider.name, nonce, verifier, back)
    await _ways(logins, settings).put(state, msgspec.json.encode(way), WITHIN)
    return _redirect(address)


async def _come_back(
    request: Request, logins: Logins, settings: AuthSettings, client: Client
) -> Response:
    """Take somebody back from a provider, if it says who they are."""
    given = request.query_params
    if not given.keys() & {"state", "code", "error"}:
        # Whoever has logged out of the provider is sent here too.
        return _redirect(f"{settings.base}/")
    if "error" in given and "state" not in given:
        # Some forget the state when they say no; a page may say that to anybody.
        raise _denied(given["error"], DEFAULT, "")
    way = await _way(given.get("state", ""), request, logins, settings)
    if "error" in given:
        raise _denied(given["error"], way.provider, way.back)
    code = given.get("code", "")
    if not code:
        raise Wrong(400, AGAIN, "whoever comes back must have a code, got none", way.back)
    provider = _provider(logins, way.provider, way.back)
    try:
        issuer = str((await client.metadata(provider))["issuer"])
        if given.get("iss", issuer) != issuer and "{tenantid}" not in issuer:
            raise ProviderError("who sends somebody back must be who was asked (iss)")
        answer = await client.redeem(
            provider, settings.redirect_uri, code=code, nonce=way.nonce, verifier=way.verifier
        )
    except ProviderError as error:
        raise _silent(provider, error, way.back) from None
    account = _account(answer.issuer, str(answer.claims["sub"]))
    login = Login(provider.name, account, answer.claims, answer.tokens)
    # Whoever was logged in by this browser is so no more.
    await logins.end(settings, request.headers)
    cookie = await logins.begin(settings, browser_of(request.headers), login)
    return _redirect(way.back, cookie)


async def _log_out(
    request: Request, logins: Logins, settings: AuthSettings, client: Client
) -> Response:
    """Log somebody out, here and with their provider."""
    proof = request.query_params.get("proof", "")
    keys = KeyRing([settings.cookie_secret])
    expected = logout_proof(keys, browser_of(request.headers))
    if not secrets.compare_digest(proof.encode("utf-8", "replace"), expected.encode()):
        said = "This link does not log you out: use the button in the app."
        raise Wrong(403, said, "only the app itself may log somebody out, got another's link")
    login = await logins.end(settings, request.headers)
    address = f"{settings.base}/"
    if login is not None:
        try:
            provider = find_provider(logins.secrets, _section(login.provider))
            token = login.tokens.get("id")
            address = await client.goodbye(provider, settings.redirect_uri, token) or address
        except (ProviderError, StreamlitAuthError) as error:
            logger.warning(
                "login: out of the app, but perhaps not of %r: %s", login.provider, error
            )
    return _redirect(address, removal(settings))


async def _way(state: str, request: Request, logins: Logins, settings: AuthSettings) -> Way:
    """Return what was kept of the way that ends here: once, and for its own browser."""
    browser = browser_of(request.headers)
    content = await _ways(logins, settings).take(state) if 0 < len(state) < LONGEST else None
    if content is None:
        said = f"This login is over already, or has taken too long. {AGAIN}"
        raise Wrong(400, said, "a login may come back once, and within 10 minutes: this one is not")
    way = msgspec.json.decode(content, type=Way)
    if not browser or way.browser != _told_apart(browser):
        said = (
            "This login was begun in another browser, or under another address of the app."
            f" Please go to {settings.home} and log in there."
        )
        raise Wrong(403, said, "a login must come back to the browser that has begun it")
    return way


def _provider(logins: Logins, name: str, back: str) -> Provider:
    try:
        return find_provider(logins.secrets, _section(name))
    except StreamlitAuthError as error:
        raise Wrong(404, "The app does not know this provider.", str(error), back) from None


def _section(name: str) -> str | None:
    return None if name == DEFAULT else name


def _silent(provider: Provider, error: ProviderError, back: str) -> Wrong:
    return Wrong(502, _refused(provider.name), f"provider {provider.name!r}: {error}", back)


def _denied(word: str, provider: str, back: str) -> Wrong:
    known = word if word.isascii() and word.replace("_", "").isalpha() else "an error"
    said = "You have not logged in." if word == "access_denied" else _refused(provider)
    return Wrong(403, said, f"{provider!r} sent somebody back with {known[:50]}", back)


def _refused(name: str) -> str:
    who = "The identity provider" if name == DEFAULT else f"The identity provider “{name}”"
    return f"{who} could not say who you are. {AGAIN}"


def _ways(logins: Logins, settings: AuthSettings) -> Records:
    return Records(logins.store, "way", settings.cookie_secret)


def _place(at: str, settings: AuthSettings) -> str:
    """Return where to come back to: a place in the app, whatever was asked for."""
    home = f"{settings.base}/"
    is_plain = at.isascii() and at.isprintable() and "\\" not in at and len(at) < LONGEST
    is_here = at.startswith((home, f"{settings.base}?")) and at[0] == "/" != at[1:2]
    return at if is_plain and is_here else home


def _account(issuer: str, subject: str) -> str:
    """Return what stands for a person: one provider's subject is not another's."""
    content = msgspec.json.encode([issuer, subject])
    return hashlib.blake2b(content, digest_size=16, person=b"ostinato account").hexdigest()


def _told_apart(browser: str) -> str:
    return hashlib.blake2b(browser.encode(), digest_size=16).hexdigest()


def _redirect(address: str, cookie: str = "") -> Response:
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    if cookie:
        headers["Set-Cookie"] = cookie
    return RedirectResponse(address, 303, headers)
