"""Who must not meet whom. Nothing of it ever reaches the one who is blocked (P14)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Executable, bindparam
from sqlmodel import col, delete, or_, select

from community.lives import REPORT
from community.scope import Scope
from storage.tables import Block, Member, Report

NAMED = col(Block.unnamed).is_(False)
_BETWEEN = select(Block.blocker_id, Block.blocked_id).where(
    or_(col(Block.blocker_id) == bindparam("member"), col(Block.blocked_id) == bindparam("member")),
    NAMED,
)
"""Said once: to put it together takes longer than to run it."""
_REPORTED = select(Report.reporter_id, Report.about_id).where(
    col(Report.state).in_(REPORT.waits),
    or_(
        col(Report.reporter_id) == bindparam("member"), col(Report.about_id) == bindparam("member")
    ),
)
"""The same of the reports that nobody has closed."""


def put(scope: Scope, other: int) -> bool:
    """Whoever acts does not want to meet this member; False if that was so before."""
    assert scope.actor_id is not None
    if other in blocked_by(scope, scope.actor_id):
        return False
    scope.db.add(Block(blocker_id=scope.actor_id, blocked_id=other, at=scope.now))
    scope.db.flush()
    return True


def lift(scope: Scope, other: int) -> None:
    """Whoever acts may meet this member again, unless it is the other who would rather not."""
    mine = col(Block.blocker_id) == scope.actor_id, col(Block.blocked_id) == other
    scope.db.exec(delete(Block).where(*mine, NAMED))


def put_unnamed(scope: Scope, requester: int) -> None:
    """Whoever acts wants no more requests of this member, and is not to learn who it is."""
    assert scope.actor_id is not None
    row = Block(blocker_id=scope.actor_id, blocked_id=requester, at=scope.now, unnamed=True)
    scope.db.add(row)
    scope.db.flush()


def lift_unnamed(scope: Scope, block_id: int) -> None:
    """The requests of whoever that was may come to whoever acts again."""
    mine = col(Block.id) == block_id, col(Block.blocker_id) == scope.actor_id
    scope.db.exec(delete(Block).where(*mine, ~NAMED))


def unnamed(scope: Scope) -> list[tuple[int, datetime]]:
    """Of whom whoever acts wants no more requests without knowing them: only which, and when."""
    query = select(Block.id, Block.at).where(col(Block.blocker_id) == scope.actor_id, ~NAMED)
    return [(id_ or 0, at) for id_, at in scope.db.exec(query.order_by(col(Block.id)))]


def not_to_be_asked(scope: Scope, requester: int) -> set[int]:
    """Everybody to whom this member's requests are not to be brought."""
    unheard = select(Block.blocker_id).where(col(Block.blocked_id) == requester, ~NAMED)
    return not_to_meet(scope, requester) | set(scope.db.exec(unheard))


def blocked_by(scope: Scope, member_id: int) -> list[int]:
    """Whom this member has blocked by name, in the order in which that happened."""
    query = select(Block.blocked_id).where(col(Block.blocker_id) == member_id, NAMED)
    return list(dict.fromkeys(scope.db.exec(query.order_by(col(Block.id)))))


def keeps_away(scope: Scope, one: int, other: int) -> bool:
    """Whether the one has blocked the other: they are told no more of them, who hears as before."""
    return other in blocked_by(scope, one)


def since(scope: Scope, one: int, other: int) -> datetime | None:
    """When the one blocked the other, if they have."""
    mine = col(Block.blocker_id) == one, col(Block.blocked_id) == other
    return scope.db.exec(select(Block.at).where(*mine, NAMED)).first()


def apart(scope: Scope, member_id: int) -> set[int]:
    """Everybody whom this member must not be brought to: whoever of the two wished so."""
    return _others(scope, _BETWEEN, member_id)


def reported(scope: Scope, member_id: int) -> set[int]:
    """Everybody whom this member has reported, or who has reported them, until that is closed."""
    return _others(scope, _REPORTED, member_id)


def not_to_meet(scope: Scope, member_id: int) -> set[int]:
    """Everybody whom the bot does not bring to this member now."""
    return apart(scope, member_id) | reported(scope, member_id)


def _others(scope: Scope, both: Executable, member_id: int) -> set[int]:
    rows = scope.db.connection().execute(both, {"member": member_id})
    return {each for two in rows for each in two} - {member_id}


def forget(scope: Scope, member_id: int) -> None:
    """Nothing of it is kept about this member."""
    scope.db.exec(
        delete(Block).where(
            or_(col(Block.blocker_id) == member_id, col(Block.blocked_id) == member_id)
        )
    )


def pairs(scope: Scope) -> list[tuple[int, int]]:
    """Every two of the community of whom one has blocked the other, or has an open report."""
    blocked = select(Block.blocker_id, Block.blocked_id).join(
        Member, col(Member.id) == col(Block.blocker_id)
    )
    told = select(Report.reporter_id, Report.about_id).where(
        col(Report.community_id) == scope.community_id, col(Report.state).in_(REPORT.waits)
    )
    here = col(Member.community_id) == scope.community_id
    return [*scope.db.exec(blocked.where(here, NAMED)), *scope.db.exec(told)]
