"""One person on several platforms: a code made where they are a member, typed where they are not.

A code is twelve letters: four that find it, and eight (40 bits) that nobody can guess, of which
only a salted hash is kept. It lives ten minutes and serves once. Five wrong ones in an hour are
the most for whoever types them, and for whoever they were meant for.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Connection, or_
from sqlmodel import col, delete, func, select

from community import members, profiles
from community.scope import Scope
from storage import inbox
from storage.tables import LinkCode, LinkTry, Member, table

LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5
REMEMBERED = timedelta(hours=1)
"""How long a wrong code counts."""
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: none that looks like another; 5 bits each."""
READ_AS = str.maketrans("OIL", "011")
GROUP = 4
_SHAPES = tuple(
    re.compile(rf"(?<![\w-])\w{{4}}{between}\w{{4}}{between}\w{{4}}(?![\w-])", re.ASCII)
    for between in (r" ?[-–—] ?", "", " ")
)
"""How a code is typed: as it is shown, in one piece, or in three; what is likeliest first."""

Verdict = Literal["right", "wrong", "none", "own", "too-many", "staff"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a code: if it is right, whose it is, and whether its typer has a profile.

    `theirs` and `mine` are the first words of the two profiles, by which they are told apart.
    """

    verdict: Verdict
    link: int = 0
    name: str = ""
    known: bool = False
    theirs: str = ""
    mine: str = ""


def make(scope: Scope) -> str | None:
    """A new code of whoever acts, grouped for typing; None after too many wrong guesses at it.

    The code before it is worth nothing any more.
    """
    assert scope.actor_id is not None
    scope.db.exec(delete(LinkCode).where(col(LinkCode.issuer_id) == scope.actor_id))
    if _tries(scope, col(LinkTry.issuer_id) == scope.actor_id) >= MOST_TRIES:
        return None
    label, secret, salt = _free_label(scope), _letters(2 * GROUP), secrets.token_hex(16)
    scope.db.add(
        LinkCode(
            community_id=scope.community_id, issuer_id=scope.actor_id, label=label, salt=salt,
            digest=_digest(secret, salt), expires_at=scope.now + LIFETIME,
        )
    )  # fmt: skip
    return "-".join((label, secret[:GROUP], secret[GROUP:]))


def check(scope: Scope, words: str) -> Checked:
    """Look at a code that whoever acts has typed. A right one is theirs from now on, and spent.

    A wrong one is counted, so this returns where others raise: what is raised undoes the count.
    Words in which there is none are no try.
    """
    typer = members.me(scope)
    assert typer.id is not None
    if _tries(scope, col(LinkTry.typer_id) == typer.id) >= MOST_TRIES:
        return Checked("too-many")
    code = code_in(words)
    if not code:
        return Checked("none")
    label, secret = code[:GROUP], code[GROUP:]
    row = _open_code(scope, label)
    if row is not None and row.issuer_id == typer.id:
        return Checked("own")
    if row is None or not _is_right(scope, row, secret):
        issuer = row.issuer_id if row else None
        scope.db.add(LinkTry(typer_id=typer.id, issuer_id=issuer, at=scope.now))
        return Checked("wrong")
    if typer.role != "member":
        return Checked("staff")
    row.typer_id, row.digest, row.salt = typer.id, "", ""
    whose = profiles.read(scope, row.issuer_id)
    return Checked(
        "right", row.id or 0, whose.name, typer.welcomed_at is not None,
        theirs=profiles.first_words(whose), mine=profiles.first_words(profiles.mine(scope)),
    )  # fmt: skip


def code_in(words: str) -> str:
    """The twelve letters of the code in a sentence, however it was typed; "" without one."""
    return _read(as_typed(words))


def as_typed(words: str) -> str:
    """The code in a sentence as it stands there; "" without one."""
    found = (each[0] for shape in _SHAPES for each in reversed([*shape.finditer(words)]))
    return next(filter(_read, found), "")


def is_mixed(code: str) -> bool:
    """Whether there are a letter and a figure in it, as in every code that is made here."""
    return any(map(str.isdecimal, code)) and any(map(str.isalpha, code))


def _read(typed: str) -> str:
    letters = "".join(filter(str.isalnum, typed.upper())).translate(READ_AS)
    return letters if len(letters) == 3 * GROUP and set(letters) <= set(LETTERS) else ""


def agree(scope: Scope, link_id: int, keep: str) -> None:
    """Have the two become one, as a turn of its own: after this one, at once."""
    assert scope.actor_id is not None
    line = members.direct_line(scope, scope.actor_id)
    assert line is not None
    inbox.put(
        scope.db.connection(), space_id=line.space_id, place=line.direct_place, now=scope.now,
        event_id=f"{inbox.OURS}merge:{link_id}:{line.id}", sender=line.external_id,
        payload={"kind": "merge", "in": "direct", "data": {"link_id": link_id, "keep": keep}},
    )  # fmt: skip


def drop(scope: Scope, link_id: int) -> None:
    """Whoever typed the code would rather not."""
    mine = col(LinkCode.typer_id) == scope.actor_id
    scope.db.exec(delete(LinkCode).where(col(LinkCode.id) == link_id, mine))


def redeem(scope: Scope, link_id: int) -> int | None:
    """Whose the code is that whoever acts has typed, once; None if it is too late by now."""
    row = scope.db.get(LinkCode, link_id)
    if row is None or row.typer_id != scope.actor_id or row.expires_at <= scope.now:
        return None
    scope.db.delete(row)
    issuer = members.get(scope, row.issuer_id)
    roleless = members.me(scope).role == "member"
    return issuer.id if roleless and issuer.left_at is None else None


def forget(scope: Scope, member_id: int) -> None:
    """Nothing is left of the codes that a member made or typed."""
    for model, columns in (
        (LinkCode, (LinkCode.issuer_id, LinkCode.typer_id)),
        (LinkTry, (LinkTry.issuer_id, LinkTry.typer_id)),
    ):
        theirs = or_(*(col(column) == member_id for column in columns))
        scope.db.exec(delete(model).where(theirs))


def forget_old(connection: Connection, now: datetime) -> int:
    """Drop codes that are over, and wrong ones that don't count any more; how many."""
    codes, tries = table(LinkCode), table(LinkTry)
    over = connection.execute(delete(codes).where(codes.c.expires_at <= now)).rowcount
    old = delete(tries).where(tries.c.at <= now - REMEMBERED)
    return over + connection.execute(old).rowcount


def _open_code(scope: Scope, label: str) -> LinkCode | None:
    query = (
        select(LinkCode)
        .join(Member, col(Member.id) == col(LinkCode.issuer_id))
        .where(
            col(LinkCode.label) == label, col(LinkCode.community_id) == scope.community_id,
            col(LinkCode.typer_id).is_(None), col(LinkCode.expires_at) > scope.now,
            col(Member.left_at).is_(None),
        )
        .with_for_update(of=LinkCode)
    )  # fmt: skip
    return scope.db.exec(query).first()


def _is_right(scope: Scope, row: LinkCode, secret: str) -> bool:
    if _tries(scope, col(LinkTry.issuer_id) == row.issuer_id) >= MOST_TRIES:
        return False
    return hmac.compare_digest(row.digest, _digest(secret, row.salt))


def _tries(scope: Scope, whose: ColumnElement[bool]) -> int:
    recent = col(LinkTry.at) > scope.now - REMEMBERED
    return scope.db.exec(select(func.count(col(LinkTry.id))).where(whose, recent)).one()


def _free_label(scope: Scope) -> str:
    """Four letters that no other code has now, a letter and a figure among them."""
    while True:
        label = _letters(GROUP)
        taken = select(LinkCode.id).where(col(LinkCode.label) == label)
        if is_mixed(label) and scope.db.exec(taken).first() is None:
            return label


def _letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def _digest(secret: str, salt: str) -> str:
    """Slow on purpose: a few milliseconds for us, years for whoever wants to try them all."""
    return hashlib.scrypt(secret.encode(), salt=salt.encode(), n=2**12, r=8, p=1).hex()
