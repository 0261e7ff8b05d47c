"""Signing: what was altered, moved or signed by others is never handed out (S14)."""

import pytest

from ostinato.errors import ConfigError
from ostinato.state.signing import OVERHEAD, BadSignature, KeyRing

CONTENT = b"what a session keeps"
ALTERED = "it was altered, or belongs to another place"


def test_what_was_signed_in_pieces_comes_back_whole() -> None:
    ring = KeyRing(["secret"])
    signed = ring.sign("name", [b"what ", bytearray(b"a session "), memoryview(b"keeps"), b""])
    assert ring.verify("name", signed) == CONTENT
    assert len(signed) == OVERHEAD + len(CONTENT)


def test_a_flipped_bit_anywhere_is_noticed() -> None:
    ring = KeyRing(["secret"])
    signed = ring.sign("name", [CONTENT])
    for place in range(len(signed) * 8):
        altered = bytearray(signed)
        altered[place // 8] ^= 1 << place % 8
        with pytest.raises(BadSignature):
            ring.verify("name", bytes(altered))


@pytest.mark.parametrize("length", [0, 1, OVERHEAD - 1, OVERHEAD, OVERHEAD + 3])
def test_cut_bytes_are_noticed(length: int) -> None:
    ring = KeyRing(["secret"])
    with pytest.raises(BadSignature):
        ring.verify("name", ring.sign("name", [CONTENT])[:length])


@pytest.mark.parametrize("other", ["nam", "name2", "", "\ud800"])
def test_bytes_that_were_moved_to_another_place_are_noticed(other: str) -> None:
    ring = KeyRing(["secret"])
    signed = ring.sign("name", [CONTENT])
    with pytest.raises(BadSignature, match=ALTERED):
        ring.verify(other, signed)


def test_the_name_and_the_content_cannot_be_shifted() -> None:
    ring = KeyRing(["secret"])
    signed = ring.sign("name", [b"xyz"])
    with pytest.raises(BadSignature, match=ALTERED):
        ring.verify("namex", signed[:OVERHEAD] + b"yz")


def test_another_app_is_told_from_an_alteration() -> None:
    signed = KeyRing(["theirs"]).sign("name", [CONTENT])
    with pytest.raises(
        BadSignature, match="it was signed with a secret that this app does not have"
    ):
        KeyRing(["ours"]).verify("name", signed)
    with pytest.raises(BadSignature, match="it is in no form that this version knows"):
        KeyRing(["theirs"]).verify("name", b"\x02" + signed[1:])


def test_an_old_secret_verifies_and_the_new_one_signs() -> None:
    old, both, new = KeyRing(["old"]), KeyRing(["old", "new"]), KeyRing(["new"])
    assert both.verify("name", old.sign("name", [CONTENT])) == CONTENT
    assert new.verify("name", both.sign("name", [CONTENT])) == CONTENT
    with pytest.raises(BadSignature):
        old.verify("name", both.sign("name", [CONTENT]))


def test_a_signature_holds_for_its_text_and_its_secrets_only() -> None:
    old, both = KeyRing(["old"]), KeyRing(["old", "new"])
    signature = old.signature_of("nonce")
    assert signature.replace("-", "").replace("_", "").isalnum()
    assert old.is_signed("nonce", signature)
    assert both.is_signed("nonce", signature)
    assert both.signature_of("nonce") != signature
    assert not old.is_signed("nonce", both.signature_of("nonce"))
    for forged in ("", signature[:-1], signature.swapcase(), signature + "A", "ä", "\ud800"):
        assert not both.is_signed("nonce", forged)
    assert not old.is_signed("nonc", signature)


def test_a_signature_of_text_is_none_of_bytes() -> None:
    ring = KeyRing(["secret"])
    assert ring.signature_of("name").encode() not in ring.sign("name", [b"name"])


@pytest.mark.parametrize("secrets", [[], [""], ["a", ""], ["a", "b", "a"]])
def test_secrets_must_be_there_and_unequal(secrets: list[str]) -> None:
    with pytest.raises(ConfigError, match=f"^server.cookieSecret: .*got {len(secrets)}") as caught:
        KeyRing(secrets)
    assert isinstance(caught.value, ValueError)


def test_an_error_never_tells_a_secret() -> None:
    with pytest.raises(ConfigError) as caught:
        KeyRing(["hunter2", "hunter2"])
    assert "hunter2" not in str(caught.value)
