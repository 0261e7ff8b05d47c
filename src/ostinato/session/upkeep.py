"""Upkeep: the store is asked whether it has what it was given, also for who does nothing (N05)."""

import asyncio
from collections.abc import Collection
from contextlib import suppress

from ostinato.errors import StoreError
from ostinato.session.saver import Receipt
from ostinato.session.services import Services
from ostinato.session.session import Session
from ostinato.stores.store import Behind, Fenced

PARTS = 4
"""How often the life of a session with a page is renewed before it could end."""

ANSWER_WITHIN = 5.0
TRIES = 3


class Resting:
    """Sessions that have left memory while their page is open.

    Their lives go on; whoever else claims one of them renews it from then on.
    """

    def __init__(self) -> None:
        self._receipts: dict[str, tuple[Receipt, float]] = {}

    def add(self, session: str, receipt: Receipt, now: float) -> None:
        """Note a session, and what the store has of it."""
        self._receipts[session] = receipt, now

    def drop(self, session: str) -> None:
        """Note that the page is gone, or that the session is in memory again."""
        self._receipts.pop(session, None)

    async def renew(self, services: Services, before: float) -> None:
        """Renew lives that were not renewed since then."""
        due = [each for each, (_, at) in self._receipts.items() if at < before]
        await asyncio.gather(*(self._renew(each, services) for each in due))

    async def _renew(self, session: str, services: Services) -> None:
        receipt, _ = self._receipts[session]
        renewal = receipt.renewal
        try:
            await services.store.save(session, receipt.claim, renewal, services.config.session.ttl)
        except (Behind, Fenced):
            self.drop(session)
        except StoreError as error:
            services.store_failed(error, "asked again later")
        else:
            if session in self._receipts:
                now = Receipt(receipt.claim, renewal.number, receipt.event)
                self._receipts[session] = now, services.clock()


class Upkeep:
    """Has sessions look whether the store still has them.

    Args:
        services: What all sessions share.
    """

    def __init__(self, services: Services) -> None:
        self.resting = Resting()
        self._services = services
        self._incarnation: str | None = None
        self._has_begun = self._is_unsure = False

    async def begin(self) -> None:
        """Learn in which life the store is, before it can come into another one."""
        if not self._has_begun:
            self._has_begun = True
            self._incarnation = await self._ask()
            self._is_unsure = self._incarnation is None

    async def go_over(self, sessions: Collection[Session]) -> None:
        """Verify all sessions if the store is in another life, and else those it is time for."""
        renewed_before = self._services.clock() - self._services.config.session.ttl / PARTS
        incarnation = await self._ask()
        if incarnation is None:
            # Whatever befalls it until it answers is not seen.
            self._is_unsure = True
            return
        is_other = self._is_unsure or self._incarnation not in (None, incarnation)
        due = [
            session
            for session in sessions
            if is_other or (session.left_at is None and session.saver.renewed_at < renewed_before)
        ]
        are_whole = await asyncio.gather(*(session.saver.verify() for session in due))
        await self.resting.renew(self._services, renewed_before)
        self._incarnation = incarnation
        self._is_unsure = is_other and not all(are_whole)

    async def _ask(self) -> str | None:
        """Ask the store for its present life; None if it does not answer."""
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWER_WITHIN):
                for _ in range(TRIES):
                    # A file that was just replaced may fail once, and be well the next time.
                    with suppress(StoreError):
                        return await self._services.store.incarnation()
        return None
