"""The server: its faults, its locks, and what becomes of sessions meanwhile."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from ostinato.errors import ConfigError, StoreError
from ostinato.stores.redis import RedisStore
from ostinato.stores.store import Behind, Fenced, Save, Store
from services import RedisServer
from stores.places import LONG, NOBODY, Hand, RedisPlace, content, take, wait_for

StartRedis = Callable[..., RedisServer]


@pytest.fixture
def place(redis_server: RedisServer) -> RedisPlace:
    return RedisPlace(redis_server.url)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a self-made certificate for 127.0.0.1, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    files = ["-keyout", "key.pem", "-out", "cert.pem"]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*command, *files, *name], cwd=folder, check=True, capture_output=True)
    return folder


async def failure(call: Awaitable[object]) -> str:
    with pytest.raises(StoreError) as error:
        await asyncio.wait_for(call, 20)
    return str(error.value)


async def works(store: Store) -> bool:
    try:
        await store.count()
    except StoreError:
        return False
    return True


async def keep(store: Store) -> Hand:
    """Claim a session, and save something in it."""
    hand = await take(store)
    await hand.save(3, {"a": b"1"})
    return hand


async def test_a_session_is_a_hash_with_a_life_of_its_own(
    place: RedisPlace, redis_server: RedisServer
):
    await keep(place.open())
    assert redis_server.command("TYPE", "ostinato:s") == b"+hash\r\n"
    assert 990_000 < int(redis_server.command("PTTL", "ostinato:s")[1:]) <= 1_000_000


async def test_sessions_under_different_prefixes_do_not_meet(redis_server: RedisServer):
    async with (
        RedisPlace(f"{redis_server.url}/0?prefix=one:") as one,
        RedisPlace(f"{redis_server.url}/0?prefix=two:") as two,
    ):
        await keep(one.open())
        assert await content(two.open()) == (0, {})
        assert await content(one.open()) == (3, {"a": b"1"})
        assert redis_server.command("EXISTS", "one:s", "two:s") == b":2\r\n"


async def test_what_has_expired_leaves_the_server(place: RedisPlace, redis_server: RedisServer):
    store = place.open()
    for number in range(10):
        await store.claim(f"s{number}", place.short)
    await place.outlive()
    await store.claim("last", LONG)
    await wait_for(lambda: _is(redis_server.command("DBSIZE") == b":2\r\n"))
    assert redis_server.command("ZCARD", "ostinato:ends") == b":1\r\n"


async def test_a_password_opens_the_server(start_redis: StartRedis):
    server = start_redis("--requirepass", "s3cret")
    async with RedisPlace(f"redis://:s3cret@127.0.0.1:{server.port}/0") as place:
        await keep(place.open())


@pytest.mark.parametrize("login", ["", ":wr0ng@", "wh0:wr0ng@"])
async def test_a_wrong_password_is_an_error_that_does_not_tell_it(
    start_redis: StartRedis, login: str
):
    server = start_redis("--requirepass", "s3cret")
    async with RedisPlace(f"redis://{login}127.0.0.1:{server.port}") as place:
        text = await failure(place.open().claim("s", LONG))
    hidden = ":***@" if login else ""
    assert text.startswith(f"redis store redis://{hidden}127.0.0.1:{server.port}: must answer")
    assert "wr0ng" not in text
    assert "wh0" not in text


async def test_tls_with_a_certificate_that_is_trusted(start_redis: StartRedis, certificate: Path):
    server = start_redis(*_tls(certificate))
    trusted = f"rediss://127.0.0.1:{server.tls_port}?ssl_ca_certs={certificate / 'cert.pem'}"
    async with RedisPlace(trusted) as place:
        await keep(place.open())


async def test_tls_with_a_certificate_that_is_not_trusted(
    start_redis: StartRedis, certificate: Path
):
    server = start_redis(*_tls(certificate))
    async with RedisPlace(f"rediss://127.0.0.1:{server.tls_port}") as place:
        assert "certificate" in await failure(place.open().claim("s", LONG))


async def test_a_socket_in_a_file(start_redis: StartRedis, tmp_path: Path):
    start_redis("--unixsocket", str(tmp_path / "redis.sock"))
    async with RedisPlace(f"unix://{tmp_path}/redis.sock?prefix=x:") as place:
        await keep(place.open())


async def test_no_server_is_an_error_of_every_method(redis_server: RedisServer):
    redis_server.kill()
    async with RedisPlace(redis_server.url) as place:
        store = place.open()
        for call in (
            store.claim("s", LONG),
            store.save("s", NOBODY, Save(1, 0, 0), LONG),
            store.count(),
            store.incarnation(),
            store.publish(b"x"),
        ):
            assert "must answer, got ConnectionError" in await failure(call)


async def test_a_server_that_hangs_is_an_error_and_its_waking_mends_it(
    place: RedisPlace, redis_server: RedisServer
):
    store, fresh = place.open(), place.open()
    hand = await keep(store)
    redis_server.freeze()
    calls = [hand.save(4, {"a": b"2"}) for _ in range(400)]
    texts = await asyncio.gather(*map(failure, [*calls, fresh.count()]))
    assert all("TimeoutError" in text for text in texts)
    redis_server.thaw()
    await wait_for(lambda: works(store))
    await hand.save(5, {"b": b"3"})
    event, values = await content(fresh)
    assert event == 5
    assert values["b"] == b"3"


async def test_a_server_that_kept_its_data_goes_on_after_a_kill(start_redis: StartRedis):
    server = start_redis("--appendonly", "yes", "--appendfsync", "always")
    async with RedisPlace(server.url) as place:
        store = place.open()
        hand = await keep(store)
        server.kill()
        await failure(hand.save(4, {"a": b"2"}))
        server.start()
        await hand.save(5, {"b": b"3"})
        assert await content(store) == (5, {"a": b"1", "b": b"3"})


async def test_a_server_that_lost_its_data_says_that_it_knows_nothing(
    place: RedisPlace, redis_server: RedisServer
):
    store = place.open()
    hand = await keep(store)
    ttl = await store.incarnation()
    redis_server.stop()
    redis_server.start()
    with pytest.raises(Fenced) as error:
        await hand.save(4, {"a": b"2"})
    assert error.value.holder is None
    assert await store.incarnation() != ttl
    assert await content(store) == (0, {})


async def test_n05_a_server_that_comes_back_older_refuses_what_follows(start_redis: StartRedis):
    server = start_redis()
    async with RedisPlace(server.url) as place:
        store = place.open()
        hand = await keep(store)
        server.command("SAVE")
        ttl = await store.incarnation()
        await hand.save(4, {"b": b"2"})
        server.kill()
        server.start()
        with pytest.raises(Behind):
            await hand.save(5, {"c": b"3"})
        assert await store.incarnation() != ttl
        assert await content(store) == (3, {"a": b"1"})


async def test_n05_a_server_that_was_emptied_is_in_another_life(
    place: RedisPlace, redis_server: RedisServer
):
    store, other = place.open(), place.open()
    ttl = await store.incarnation()
    redis_server.command("FLUSHALL")
    assert ttl != await other.incarnation() == await store.incarnation()


async def test_n07_a_hash_of_an_earlier_version_is_claimed_and_saved(
    place: RedisPlace, redis_server: RedisServer
):
    old = ("epoch", "3", "write", "17", "event", "5", ":a", "1")
    redis_server.command("HSET", "ostinato:s", *old)
    hand = await take(place.open())
    assert (hand.saved.event, hand.saved.values) == (5, {"a": b"1"})
    assert hand.claim.epoch > 3
    await hand.save(6, {"b": b"2"})
    assert await content(hand.store) == (6, {"a": b"1", "b": b"2"})


async def test_n07_a_claim_by_an_earlier_version_is_another_one(
    place: RedisPlace, redis_server: RedisServer
):
    hand = await keep(place.open())
    redis_server.command("HINCRBY", "ostinato:s", "epoch", "1")
    redis_server.command("HSET", "ostinato:s", "write", "0")
    with pytest.raises(Fenced) as error:
        await hand.save(4, {})
    assert error.value.holder is not None
    assert error.value.holder > hand.claim
    assert await content(hand.store) == (3, {"a": b"1"})


@pytest.mark.parametrize(
    ("policy", "limit", "warnings"),
    [("allkeys-lru", "50mb", 1), ("volatile-ttl", "50mb", 1), ("noeviction", "50mb", 0)]
    + [("allkeys-lru", "0", 0)],
)
async def test_n09_a_server_that_may_forget_is_warned_of_once(
    start_redis: StartRedis,
    caplog: pytest.LogCaptureFixture,
    policy: str,
    limit: str,
    warnings: int,
):
    server = start_redis("--maxmemory-policy", policy, "--maxmemory", limit)
    async with RedisPlace(server.url) as place:
        store = place.open()
        notices = store.listen()
        await _hear(notices, store, b"1")
        server.kill()
        server.start()
        await _hear(notices, store, b"2")
    told = [each.message for each in caplog.records if "maxmemory-policy" in each.message]
    assert len(told) == warnings
    assert all(policy in each and "'noeviction'" in each for each in told)


async def test_n09_a_server_that_tells_nothing_of_itself_works(
    place: RedisPlace, redis_server: RedisServer
):
    redis_server.command("ACL", "SETUSER", "default", "-info", "-config")
    store = place.open()
    ttl = await store.incarnation()
    await _hear(store.listen(), store, b"x")
    redis_server.command("FLUSHALL")
    assert ttl != await store.incarnation()


async def test_a_restart_between_two_calls_is_not_noticed(
    place: RedisPlace, redis_server: RedisServer
):
    store = place.open()
    await asyncio.gather(*(store.claim(f"s{number}", LONG) for number in range(30)))
    redis_server.stop()
    redis_server.start()
    await asyncio.gather(*(store.claim(f"s{number}", LONG) for number in range(30)))
    assert await store.count() == 30


async def test_scripts_that_the_server_forgot_are_sent_again(
    place: RedisPlace, redis_server: RedisServer
):
    store = place.open()
    hand = await keep(store)
    redis_server.command("SCRIPT", "FLUSH")
    await hand.save(4, {"b": b"2"})
    redis_server.command("SCRIPT", "FLUSH")
    assert await content(store) == (4, {"a": b"1", "b": b"2"})
    redis_server.command("SCRIPT", "FLUSH")
    assert await store.count() == 1


async def test_a_server_without_room_is_an_error_that_changes_nothing(
    place: RedisPlace, redis_server: RedisServer
):
    hand = await keep(place.open())
    changes = {"a": b"2", "b": b"3"}
    redis_server.command("CONFIG", "SET", "maxmemory", "1")
    for is_whole in (False, True):
        assert "OutOfMemory" in await failure(hand.save(4, changes, is_whole=is_whole))
    assert "OutOfMemory" in await failure(hand.store.claim("t", LONG))
    redis_server.command("CONFIG", "SET", "maxmemory", "0")
    assert await content(hand.store) == (3, {"a": b"1"})


async def test_listening_goes_on_after_a_restart(place: RedisPlace, redis_server: RedisServer):
    store, other = place.open(), place.open()
    notices = store.listen()
    await _hear(notices, other, b"before")
    redis_server.kill()
    redis_server.start()
    await _hear(notices, other, b"after")


async def test_listening_begins_when_the_server_comes(redis_server: RedisServer):
    redis_server.kill()
    async with RedisPlace(redis_server.url) as place:
        notices = place.open().listen()
        first = asyncio.ensure_future(anext(notices))
        await failure(place.open().count())
        redis_server.start()
        other = place.open()
        while not first.done():
            await other.publish(b"x")
            await asyncio.wait([first], timeout=0.05)
        assert await first == b"x"


async def test_a_call_after_close_is_refused(place: RedisPlace):
    store = place.make()
    await keep(store)
    await store.close()
    assert "must be open" in await failure(store.count())


@pytest.mark.parametrize(
    "url",
    [
        "redis://:s3/cr3t@localhost:abc",
        "redis://:s3cr3t@localhost:99999999",
        "redis://:s3?cr3t@localhost/x?nonsense=1",
        "rediss://s3:cr3t@localhost?nonsense=1",
    ],
)
def test_a_url_that_is_not_understood_is_refused_without_its_password(url: str):
    with pytest.raises(ConfigError, match="session.store: must be a URL") as error:
        RedisStore(url)
    assert "cr3t" not in str(error.value)
    assert "localhost" in str(error.value)
    assert error.value.__cause__ is None


async def _is(truth: bool) -> bool:
    return truth


def _tls(folder: Path) -> Iterator[str]:
    yield from ("--tls-cert-file", str(folder / "cert.pem"))
    yield from ("--tls-key-file", str(folder / "key.pem"))
    yield from ("--tls-auth-clients", "no")


async def _hear(notices: AsyncIterator[bytes], by: Store, text: bytes) -> None:
    """Publish until it is heard."""

    async def listen() -> None:
        async for notice in notices:
            if notice == text:
                return

    hearing = asyncio.create_task(listen())
    async with asyncio.timeout(20):
        while not hearing.done():
            if await works(by):
                await by.publish(text)
            await asyncio.wait([hearing], timeout=0.05)
    await hearing
