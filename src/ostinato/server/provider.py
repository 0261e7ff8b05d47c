"""Provider: how we talk to whoever says who people are, by OpenID Connect.

Nothing that it says, or a browser, is taken for true before it was checked (OpenID Connect Core
3.1.3.7, RFC 7636, RFC 9207).
"""

import base64
import logging
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote_plus, urlencode, urlsplit

from ostinato.config.auth import Provider

logger = logging.getLogger("ostinato")

ANSWER_WITHIN = 10.0
KEPT_FOR = 3600.0
"""Seconds after which what a provider says of itself is asked again."""

KEYS_AGAIN_AFTER = 10.0
"""Seconds after which its keys may be asked again for one that is not known."""

CLOCKS_APART = 60
"""Seconds that its clock and ours may differ."""

ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"),
    *("EdDSA", "Ed25519"),
)
"""Signatures that only the provider can make: none by a secret that is also ours."""

OURS = ("scope", "token_endpoint_auth_method", "code_challenge_method", "timeout", "verify")
"""What of `client_kwargs` is no parameter of the address that people are sent to."""

FIXED = {"client_id", "redirect_uri", "response_type", "state", "nonce", "code_challenge"}


class ProviderError(Exception):
    """The provider cannot be asked, or what it says is not to be believed; says why, for a log."""


class Answer(NamedTuple):
    """What a provider has said of somebody who logged in."""

    issuer: str
    claims: dict[str, Any]
    tokens: dict[str, str]


class Client:
    """Talks to providers, and keeps what they say of themselves."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, dict[str, Any]]] = {}

    async def metadata(self, provider: Provider) -> Mapping[str, Any]:
        """Return what a provider says of itself.

        Raises:
            ProviderError: If it says nothing, or not all that is needed.
        """
        found = await self._document(provider.metadata_url, KEPT_FOR)
        for name in ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"):
            if not isinstance(found.get(name), str):
                raise ProviderError(f"its metadata must have {name}")
        return found

    async def address(
        self, provider: Provider, redirect_uri: str, *, state: str, nonce: str, verifier: str
    ) -> str:
        """Return the address at which somebody logs in.

        Args:
            provider: With whom.
            redirect_uri: Where they are sent then.
            state: Comes back with them.
            nonce: Comes back in the token that says who they are.
            verifier: Whose hash they bring along.

        Raises:
            ProviderError: If the provider says nothing of it.
        """
        from authlib.oauth2.rfc7636 import (  # noqa: PLC0415  # ostinato[auth]
            create_s256_code_challenge,
        )

        more = {
            name: value
            for name, value in provider.client_kwargs.items()
            if name not in OURS and name not in FIXED and isinstance(value, str | int)
        }
        parameters = {
            "prompt": "select_account",
            **more,
            "response_type": "code",
            "client_id": provider.client_id,
            "redirect_uri": redirect_uri,
            "scope": provider.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
        endpoint = str((await self.metadata(provider))["authorization_endpoint"])
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(parameters)}"

    async def redeem(
        self, provider: Provider, redirect_uri: str, *, code: str, nonce: str, verifier: str
    ) -> Answer:
        """Return who has logged in, for a code that they came back with.

        Raises:
            ProviderError: If the provider does not know the code, or cannot be believed.
        """
        metadata = await self.metadata(provider)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        given = await self._post(provider, metadata, form)
        id_token, access_token = given.get("id_token"), given.get("access_token")
        if not isinstance(id_token, str):
            raise ProviderError("it must give an id_token: does its scope have openid?")
        access = access_token if isinstance(access_token, str) else ""
        claims = await self._checked(provider, metadata, id_token, nonce, access)
        tokens = {"id": id_token, **({"access": access} if access else {})}
        return Answer(str(claims["iss"]), claims, tokens)

    async def goodbye(
        self, provider: Provider, redirect_uri: str, id_token: str | None
    ) -> str | None:
        """Return the address at which somebody logs out of the provider; None if it has none.

        Raises:
            ProviderError: If it says nothing of itself.
        """
        endpoint = (await self.metadata(provider)).get("end_session_endpoint")
        if not isinstance(endpoint, str):
            return None
        parameters = {"client_id": provider.client_id, "post_logout_redirect_uri": redirect_uri}
        if id_token:
            parameters["id_token_hint"] = id_token
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(parameters)}"

    async def _checked(
        self,
        provider: Provider,
        metadata: Mapping[str, Any],
        id_token: str,
        nonce: str,
        access_token: str,
    ) -> dict[str, Any]:
        """Return what a token says, if the provider has signed it for this login."""
        from authlib.oidc.core import CodeIDToken  # noqa: PLC0415  # ostinato[auth]
        from joserfc.errors import JoseError  # noqa: PLC0415  # ostinato[auth]

        header, content = await self._verified(str(metadata["jwks_uri"]), id_token)
        # Microsoft has one issuer for each of its tenants, and one document for all of them.
        issuer = str(metadata["issuer"]).replace("{tenantid}", str(content.get("tid", "")))
        token = CodeIDToken(
            content,
            header,
            {
                "iss": {"essential": True, "value": issuer},
                "sub": {"essential": True},
                "aud": {"essential": True, "value": provider.client_id},
                "exp": {"essential": True},
                "iat": {"essential": True},
                "nonce": {"essential": True, "value": nonce},
            },
            {"nonce": nonce, "client_id": provider.client_id, "access_token": access_token},
        )
        try:
            token.validate(now=int(time.time()), leeway=CLOCKS_APART)
        except (JoseError, ValueError, TypeError, AttributeError) as error:
            # Its own words may have what the token says.
            raise ProviderError(
                f"its token must be for this login: {getattr(error, 'error', type(error).__name__)}"
                f" {getattr(error, 'claim', '')}".rstrip()
            ) from None
        if content.get("nonce") != nonce or not isinstance(content.get("sub"), str):
            raise ProviderError("its token must be for this login: nonce or sub is another")
        return dict(content)

    async def _verified(self, url: str, token: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the header and content of a signed token, whose signature is right."""
        from joserfc import jwt  # noqa: PLC0415  # ostinato[auth]
        from joserfc.errors import JoseError  # noqa: PLC0415  # ostinato[auth]
        from joserfc.jwk import KeySet  # noqa: PLC0415  # ostinato[auth]

        problem = ""
        for patience in (KEPT_FOR, KEYS_AGAIN_AFTER):
            # A provider changes its keys whenever it likes: one that is not known is asked for.
            keys = _keys(await self._document(url, patience))
            try:
                decoded = jwt.decode(token, KeySet(keys), algorithms=list(ALGORITHMS))
            except (JoseError, ValueError, TypeError, KeyError) as error:
                problem = type(error).__name__
                continue
            return dict(decoded.header), dict(decoded.claims)
        raise ProviderError(f"its token must be signed with one of its keys: {problem}")

    async def _post(
        self, provider: Provider, metadata: Mapping[str, Any], form: dict[str, str]
    ) -> dict[str, Any]:
        """Ask for tokens, as this app."""
        headers = {"Accept": "application/json"}
        method = provider.client_kwargs.get("token_endpoint_auth_method")
        known = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if method is None:
            method = "client_secret_basic" if "client_secret_basic" in known else known[0]
        if method == "client_secret_basic":
            pair = f"{quote_plus(provider.client_id)}:{quote_plus(provider.client_secret)}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        else:
            form["client_id"] = provider.client_id
            if method != "none":
                form["client_secret"] = provider.client_secret
        return await _asked("POST", str(metadata["token_endpoint"]), headers=headers, data=form)

    async def _document(self, url: str, patience: float) -> dict[str, Any]:
        now = time.monotonic()
        at, document = self._kept.get(url, (0.0, None))
        if document is None or now - at > patience:
            document = await _asked("GET", url)
            self._kept[url] = now, document
        return document


async def _asked(method: str, url: str, **how: Any) -> dict[str, Any]:
    """Return what somebody answers, if that is a dict of JSON."""
    import httpx  # noqa: PLC0415  # ostinato[auth]

    place = urlsplit(url)._replace(query="", fragment="").geturl()
    try:
        async with httpx.AsyncClient(timeout=ANSWER_WITHIN) as client:
            answer = await client.request(method, url, **how)
            said = answer.json() if answer.content else {}
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ProviderError(f"{place}: must answer, got {type(error).__name__}") from None
    except ValueError:
        raise ProviderError(f"{place}: must answer in JSON, got {answer.status_code}") from None
    if answer.status_code != httpx.codes.OK or not isinstance(said, dict):
        word = said.get("error") if isinstance(said, dict) else None
        reason = word if isinstance(word, str) and word.isascii() and len(word) < 50 else ""
        raise ProviderError(f"{place}: must answer with 200, got {answer.status_code} {reason}")
    return said


def _keys(document: Mapping[str, Any]) -> list[Any]:
    """Return those of the keys that we know how to use."""
    from joserfc.errors import JoseError  # noqa: PLC0415  # ostinato[auth]
    from joserfc.jwk import import_key  # noqa: PLC0415  # ostinato[auth]

    keys = []
    listed = document.get("keys")
    for each in listed if isinstance(listed, list) else []:
        try:
            if each.get("kty") != "oct" and each.get("use", "sig") == "sig":
                keys.append(import_key(each))
        except (JoseError, ValueError, TypeError, KeyError, AttributeError):
            continue
    return keys
