"""A message that takes the place of an earlier one: changed where it stands, else sent anew."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeGuard

from connectors.base import Address, Connector, Edits, Undeliverable
from conversations.outgoing import Outgoing


def edits(connector: Connector) -> TypeGuard[Edits]:
    """Whether messages can be changed there."""
    return connector.abilities.edits


def is_idle(connector: Connector, outgoing: Outgoing) -> bool:
    """Whether it would only be one message more, where none can be changed."""
    return outgoing.interim and not edits(connector)


async def deliver(
    connector: Connector, to: Address, outgoing: Outgoing, key: str, former: str | None
) -> str:
    """Send it, or change the message with the platform's id `former`; the platform's id of it.

    One that is gone, or can't be changed any more, is followed by a new one. Raises what
    `Connector.send` does.
    """
    if former is not None and edits(connector):
        with suppress(Undeliverable):
            return await connector.edit(to, outgoing, former)
    return await connector.send(to, outgoing, key)
