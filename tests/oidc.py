"""An identity provider that tests run: it keeps to the rules unless it is told not to."""

import base64
import hashlib
import json
import secrets
import time
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

CLIENT, SECRET = "the-client", "the-client-secret"


class Provider:
    """Who says who people are; each attribute may be set to what no honest one would do.

    Attributes:
        claims: What its tokens say besides what they have to.
        forged: What they say in place of what they have to; None leaves a claim out.
        key: What they are signed with, which it tells everybody.
        signed_with: Another key to sign with.
        header: The header of its tokens.
        answer: What it answers in place of tokens.
        tells: More that it says of itself.
        forms: What it was asked for tokens with.
    """

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {"sub": "ada", "email": "ada@example.com"}
        self.forged: dict[str, Any] = {}
        self.key = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
        self.signed_with: Any = None
        self.header: dict[str, Any] = {"alg": "ES256", "kid": "one"}
        self.answer: tuple[int, dict[str, Any]] | None = None
        self.tells: dict[str, Any] = {}
        self.forms: list[dict[str, str]] = []
        self.issuer = ""
        self._codes: dict[str, dict[str, str]] = {}
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._describe),
                Route("/jwks", self._tell_keys),
                Route("/token", self._redeem, methods=["POST"]),
            ]
        )

    @property
    def secrets(self) -> dict[str, Any]:
        """What an app needs to know."""
        return {
            "client_id": CLIENT,
            "client_secret": SECRET,
            "server_metadata_url": f"{self.issuer}/.well-known/openid-configuration",
        }

    def log_in(self, address: str) -> dict[str, str]:
        """Let somebody log in who was sent to this address, and give what they come back with."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self._codes[code] = asked
        return {"code": code, "state": asked["state"]}

    async def _describe(self, request: Request) -> JSONResponse:
        facts = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
        }
        return JSONResponse({**facts, **self.tells})

    async def _tell_keys(self, request: Request) -> JSONResponse:
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def _redeem(self, request: Request) -> JSONResponse:
        form = dict(parse_qsl((await request.body()).decode()))
        self.forms.append(form)
        pair = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self._codes.pop(form.get("code", ""), None)
        if asked is None or request.headers.get("authorization") != f"Basic {pair}":
            return JSONResponse({"error": "invalid_grant"}, 400)
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if challenge != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        if self.answer is not None:
            return JSONResponse(self.answer[1], self.answer[0])
        now = int(time.time())
        honest = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}
        said = {**honest, "nonce": asked["nonce"], **self.claims, **self.forged}
        claims = {name: value for name, value in said.items() if value is not None}
        token = self._signed(claims)
        return JSONResponse(
            {"token_type": "Bearer", "access_token": "the-access-token", "id_token": token}
        )

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.header["alg"] == "none":
            parts = (base64.urlsafe_b64encode(_json(each)) for each in (self.header, claims))
            return ".".join(part.decode().rstrip("=") for part in parts) + "."
        algorithms = [self.header["alg"]]
        key = self.signed_with or self.key
        return jwt.encode(self.header, claims, key, algorithms=algorithms)


def _json(value: object) -> bytes:
    return json.dumps(value).encode()
