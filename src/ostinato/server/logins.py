"""Logins: who has logged in by which browser, as a cookie and a record in the store say.

The cookie is a signed token, of this browser alone; the record has all the rest. So what the
provider said may be as long as it likes, no token ever leaves the server, and a login that is over
is over everywhere: its record is gone, and its cookie finds nothing.
"""

import hashlib
import logging
import re
import secrets
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from typing import Any

import msgspec

from ostinato.config.auth import AuthSettings, auth_settings, is_configured
from ostinato.config.secrets import Values
from ostinato.errors import StoreError, StreamlitAuthError
from ostinato.run.surroundings import Surroundings
from ostinato.run.visitor import Visitor
from ostinato.server.cookie import LOGIN_PREFIX, browser_of
from ostinato.server.records import Records
from ostinato.session.registry import Ended, ended_by
from ostinato.state.signing import KeyRing
from ostinato.stores.store import Behind, Fenced, Save, Store

logger = logging.getLogger("ostinato")

LIFE = 30 * 24 * 3600
"""Seconds that somebody stays logged in, as in Streamlit."""

MOST_KNOWN = 10_000

_VALUE = re.compile(r"([\w-]{43})\.(\d{1,12})\.([\w-]{1,64})", re.ASCII)


class LoginUnknown(Exception):
    """Whether somebody is logged in cannot be known while the store is away."""


class Login(msgspec.Struct, frozen=True):
    """What is kept of a login: what the provider said, and all tokens that it gave."""

    provider: str
    account: str
    claims: dict[str, Any]
    tokens: dict[str, str]

    def __repr__(self) -> str:
        """Show nothing of the person."""
        return f"Login({self.provider!r})"


class Logins:
    """The logins of an app. Where nobody can log in, all of this costs a look at the cookies.

    Args:
        store: Where they are kept.
        surroundings: Has the secrets of the app.
    """

    def __init__(self, store: Store, surroundings: Surroundings) -> None:
        self.store = store
        self._surroundings = surroundings
        self._known: dict[str, Visitor] = {}

    @property
    def secrets(self) -> Values:
        """The secrets of the app."""
        return self._surroundings.secrets.load().values

    @property
    def settings(self) -> AuthSettings | None:
        """What the secrets say of logging in; None if nobody can.

        Raises:
            StreamlitAuthError: If it cannot be.
        """
        values = self.secrets
        return auth_settings(values) if is_configured(values) else None

    async def visitor_of(self, headers: Mapping[str, str]) -> Visitor:
        """Return who sends a request.

        Raises:
            LoginUnknown: If only the store could tell, and it is away.
        """
        browser = browser_of(headers)
        token, left = self._cookie(headers, browser)
        settings = self.settings if token else None
        if settings is None:
            return Visitor(browser)
        records = self.records(settings)
        login = records.id_of(token)
        try:
            content = await records.get(token, left)
        except StoreError as error:
            if login in self._known:
                return self._known[login]
            raise LoginUnknown(str(error)) from None
        except ImportError as error:
            logger.error('login: needs packages that are missing: "ostinato[auth]": %s', error)
            return Visitor(browser)
        if content is None:
            self.forget(login)
            return Visitor(browser)
        found = msgspec.json.decode(content, type=Login)
        claims = {**found.claims, "provider": found.provider}
        exposed = {
            name: token for name, token in found.tokens.items() if name in settings.expose_tokens
        }
        visitor = Visitor(
            browser,
            login=login,
            account=found.account,
            claims=claims,
            tokens=exposed,
            until=time.time() + left,
        )
        if len(self._known) < MOST_KNOWN:
            self._known[login] = visitor
        return visitor

    async def review(self, visitors: Iterable[Visitor]) -> list[str]:
        """Return which logins are over, whether anybody has said so or not.

        Args:
            visitors: Who has logged in.
        """
        known = {each.login: each.until for each in (*self._known.values(), *visitors)}
        over = []
        for login, until in known.items():
            try:
                left = until - time.time()
                if left <= 0 or not await self._is_there(login, left):
                    over.append(login)
            except StoreError:
                break  # Nobody is logged out because the store is away.
        for login in over:
            self.forget(login)
        return over

    async def _is_there(self, login: str, left: float) -> bool:
        saved = await self.store.claim(login, left)
        if saved.values:
            return True
        with suppress(Fenced, Behind):
            await self.store.save(login, saved.claim, Save(1, 0, 0), 0)
        return False

    async def begin(self, settings: AuthSettings, browser: str, login: Login) -> str:
        """Keep a login, and return the header that gives its cookie to the browser.

        Raises:
            StoreError: If the store cannot be reached.
        """
        token = secrets.token_urlsafe(32)
        content = msgspec.json.encode(login)
        await self.records(settings).put(token, content, LIFE)
        until = int(time.time()) + LIFE
        signature = _keys(settings).signature_of(_signed(token, until, browser))
        return _header(settings, f"{token}.{until}.{signature}", LIFE)

    async def end(self, settings: AuthSettings, headers: Mapping[str, str]) -> Login | None:
        """End the login of a browser everywhere, and return what was kept of it.

        Raises:
            StoreError: If the store cannot be reached: then the login goes on.
        """
        token, left = self._cookie(headers, browser_of(headers))
        if not token:
            return None
        records = self.records(settings)
        content = await records.get(token, left)
        try:
            await records.end(token)
        except (Fenced, Behind):
            raise StoreError("store: a login must end, and it was in use all the time") from None
        self.forget(records.id_of(token))
        await self.store.publish(msgspec.msgpack.encode(Ended(records.id_of(token))))
        return None if content is None else msgspec.json.decode(content, type=Login)

    def hear(self, notice: bytes) -> None:
        """Hear what another process says: a login may be over."""
        if self._known and (ended := ended_by(notice)) is not None:
            self.forget(ended)

    def forget(self, login: str) -> None:
        """Note that a login is over."""
        self._known.pop(login, None)

    def records(self, settings: AuthSettings) -> Records:
        """Return where logins are kept."""
        return Records(self.store, "login", settings.cookie_secret)

    def _cookie(self, headers: Mapping[str, str], browser: str) -> tuple[str, float]:
        """Return the token of the login cookie, and the seconds it has left; "" without one."""
        given = headers.get("cookie", "")
        if LOGIN_PREFIX not in given or not browser:
            return "", 0.0
        try:
            settings = self.settings
            cookie = SimpleCookie(given).get(_name(settings)) if settings else None
        except (CookieError, StreamlitAuthError):
            return "", 0.0
        found = _VALUE.fullmatch(cookie.value) if cookie is not None else None
        if settings is None or found is None:
            return "", 0.0
        token, until, signature = found[1], int(found[2]), found[3]
        left = until - time.time()
        is_ours = _keys(settings).is_signed(_signed(token, until, browser), signature)
        return (token, left) if is_ours and left > 0 else ("", 0.0)


def removal(settings: AuthSettings) -> str:
    """Return the header that takes the cookie of a login away."""
    return _header(settings, "", 0)


def _header(settings: AuthSettings, value: str, life: int) -> str:
    secure = "; Secure" if settings.is_secure else ""
    return (
        f"{_name(settings)}={value}; Path={settings.base}/; Max-Age={life}"
        f"; HttpOnly; SameSite=Lax{secure}"
    )


def _name(settings: AuthSettings) -> str:
    """Return the cookie's name: a host may have several apps, each on a port of its own."""
    return LOGIN_PREFIX + hashlib.blake2b(settings.redirect_uri.encode(), digest_size=4).hexdigest()


def _keys(settings: AuthSettings) -> KeyRing:
    return KeyRing([settings.cookie_secret])


def _signed(token: str, until: int, browser: str) -> str:
    return "\n".join(("login", token, str(until), browser))
