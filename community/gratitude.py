"""The thank-you ritual (P36): a moment to thank those who helped and have not heard it yet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import col, select

from community import thanks
from community.rituals import Figures, RunRow, Settings, broadcast, kind
from community.scope import Scope
from community.thanks import Helper
from storage.tables import Thanks

MOST = 8
"""People named at once: with two ways out, as many as WhatsApp's lists hold."""


def unthanked(scope: Scope) -> list[Helper]:
    """Who helped whoever acts and was not thanked for it, latest first; MOST of them."""
    thanked = select(Thanks.introduction_id).where(col(Thanks.giver_id) == scope.actor_id)
    known = set(scope.db.exec(thanked))
    found = [each for each in thanks.helpers(scope) if each.introduction_id not in known]
    return found[:MOST]


@kind("thanks", Settings)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Remind everybody once; whoever has nobody to thank hears nothing."""
    scope = Scope(connection, now, run.community_id)
    reached = broadcast(scope, "thanks-moment", run.audience, run_id=run.id, run=run.id)
    scope.close(keep=True)
    return {"reached": reached}
