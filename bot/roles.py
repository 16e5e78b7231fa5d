"""Whom an organiser means at the command line: by id, by WhatsApp number, or by name."""

from __future__ import annotations

from community import roles
from community.roles import NoSuchMember
from community.scope import Scope
from connectors.whatsapp import people


def appoint(scope: Scope, page: int, who: str, role: str) -> str:
    """Give whoever is meant this role; their name. Raises what `community.roles` does.

    An id is that of the local page's space; a number is never taken for a name.
    """
    number = people.number(who)
    if number is not None:
        known = people.known_by(scope.connection, number)
        if known is None:
            raise NoSuchMember(who)
        return roles.appoint(scope, *known, role)
    try:
        return roles.appoint(scope, page, who, role)
    except NoSuchMember:
        return roles.appoint_called(scope, who, role)
