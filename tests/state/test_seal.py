"""Seals: what was altered, moved or sealed by others is never handed out (S14)."""

import pytest

from ostinato.errors import ConfigError
from ostinato.state.seal import OVERHEAD, BadSeal, KeyRing

CONTENT = b"what a session keeps"
ALTERED = "it was altered, or belongs to another place"


def test_what_was_sealed_in_pieces_comes_back_whole() -> None:
    ring = KeyRing(["secret"])
    sealed = ring.seal("name", [b"what ", bytearray(b"a session "), memoryview(b"keeps"), b""])
    assert ring.open("name", sealed) == CONTENT
    assert len(sealed) == OVERHEAD + len(CONTENT)


def test_a_flipped_bit_anywhere_is_noticed() -> None:
    ring = KeyRing(["secret"])
    sealed = ring.seal("name", [CONTENT])
    for place in range(len(sealed) * 8):
        altered = bytearray(sealed)
        altered[place // 8] ^= 1 << place % 8
        with pytest.raises(BadSeal):
            ring.open("name", bytes(altered))


@pytest.mark.parametrize("length", [0, 1, OVERHEAD - 1, OVERHEAD, OVERHEAD + 3])
def test_cut_bytes_are_noticed(length: int) -> None:
    ring = KeyRing(["secret"])
    with pytest.raises(BadSeal):
        ring.open("name", ring.seal("name", [CONTENT])[:length])


@pytest.mark.parametrize("other", ["nam", "name2", "", "\ud800"])
def test_bytes_that_were_moved_to_another_place_are_noticed(other: str) -> None:
    ring = KeyRing(["secret"])
    sealed = ring.seal("name", [CONTENT])
    with pytest.raises(BadSeal, match=ALTERED):
        ring.open(other, sealed)


def test_the_name_and_the_content_cannot_be_shifted() -> None:
    ring = KeyRing(["secret"])
    sealed = ring.seal("name", [b"xyz"])
    with pytest.raises(BadSeal, match=ALTERED):
        ring.open("namex", sealed[:OVERHEAD] + b"yz")


def test_another_app_is_told_from_an_alteration() -> None:
    sealed = KeyRing(["theirs"]).seal("name", [CONTENT])
    with pytest.raises(BadSeal, match="it was sealed with a secret that this app does not have"):
        KeyRing(["ours"]).open("name", sealed)
    with pytest.raises(BadSeal, match="it is in no form that this version knows"):
        KeyRing(["theirs"]).open("name", b"\x02" + sealed[1:])


def test_an_old_secret_opens_and_the_new_one_seals() -> None:
    old, both, new = KeyRing(["old"]), KeyRing(["old", "new"]), KeyRing(["new"])
    assert both.open("name", old.seal("name", [CONTENT])) == CONTENT
    assert new.open("name", both.seal("name", [CONTENT])) == CONTENT
    with pytest.raises(BadSeal):
        old.open("name", both.seal("name", [CONTENT]))


def test_a_signature_holds_for_its_text_and_its_secrets_only() -> None:
    old, both = KeyRing(["old"]), KeyRing(["old", "new"])
    signature = old.sign("nonce")
    assert signature.replace("-", "").replace("_", "").isalnum()
    assert old.is_signed("nonce", signature)
    assert both.is_signed("nonce", signature)
    assert both.sign("nonce") != signature
    assert not old.is_signed("nonce", both.sign("nonce"))
    for forged in ("", signature[:-1], signature.swapcase(), signature + "A", "ä", "\ud800"):
        assert not both.is_signed("nonce", forged)
    assert not old.is_signed("nonc", signature)


def test_a_signature_is_no_seal() -> None:
    ring = KeyRing(["secret"])
    assert ring.sign("name").encode() not in ring.seal("name", [b"name"])


@pytest.mark.parametrize("secrets", [[], [""], ["a", ""], ["a", "b", "a"]])
def test_secrets_must_be_there_and_unequal(secrets: list[str]) -> None:
    with pytest.raises(ConfigError, match=f"^server.cookieSecret: .*got {len(secrets)}") as caught:
        KeyRing(secrets)
    assert isinstance(caught.value, ValueError)


def test_an_error_never_tells_a_secret() -> None:
    with pytest.raises(ConfigError) as caught:
        KeyRing(["hunter2", "hunter2"])
    assert "hunter2" not in str(caught.value)
