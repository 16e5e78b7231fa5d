"""Bringing members in from a table, and writing them out again, in the same columns."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from sqlmodel import col, select, update

from community import profiles, roles
from community.members import LONG_AGO, ROLES
from community.profiles import Profile
from community.scope import Scope
from community.words import MOST_ENTRIES, MOST_NAME, MOST_WORDS, clean, time_zones
from storage.tables import Identity, Member

COLUMNS = ("id", "name", "locale", "time_zone", "role", "headline", "offers", "experiences",
           "wants", "paused_until", "external", "joined_at")  # fmt: skip
PROFILE = ("name", "locale", "time_zone", "headline", "offers", "experiences", "wants")
NEVER_EMPTY = {"locale", "time_zone", "role"}
"""An empty cell of these says nothing; of the others, that there is nothing."""
RESERVED = {"bot"}
"""Ids that are no member's."""
LIST = " | "
YES, NOT = {"yes", "oui", "true", "1", "x"}, {"", "no", "non", "false", "0"}
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class RejectedLine(ValueError):
    """A line that can't be taken; `code` and `value` say why."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(f"{code}: {value}")
        self.code, self.value = code, value


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of a table."""

    id: str
    role: str
    paused_until: datetime | None
    external: bool
    profile: Profile
    joined_at: datetime | None = None
    """Of somebody new here; None for a member of long standing."""
    given: frozenset[str] = frozenset(COLUMNS)
    """The columns that say something: what the others hold stays as it is."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its entries, and the lines that could not be taken, by number."""

    entries: list[Entry]
    rejected: list[tuple[int, RejectedLine]]


def read_table(raw: bytes, locales: Sequence[str], locale: str, zone: str) -> Table:
    """Read a CSV with any usual separator, with or without a byte order mark.

    Raises RejectedLine for one that can't be read at all: empty, not UTF-8, without its header.
    """
    rows = _rows(_decoded(raw))
    first = next(rows, None)
    if first is None:
        raise RejectedLine("empty")
    header = _header(first[1])
    table, seen = Table([], []), set[str]()
    for number, cells in rows:
        try:
            entry = _entry(header, cells, locales, locale, zone)
            if entry.id in seen:
                raise RejectedLine("repeated-id", entry.id)
            seen.add(entry.id)
            table.entries.append(entry)
        except RejectedLine as wrong:
            table.rejected.append((number, wrong))
    return table


def read_row(row: Mapping[str, str], locale: str = "fr", zone: str = "Europe/Paris") -> Entry:
    """The member that a row describes; raises RejectedLine."""
    value = {name: " ".join(clean(row.get(name) or "").split()) for name in COLUMNS}
    if not value["name"] or len(value["name"]) > MOST_NAME:
        raise RejectedLine("wrong-name", value["name"][:MOST_NAME])
    id_ = value["id"] or _slug(value["name"])
    if not _ID.fullmatch(id_) or id_ in RESERVED:
        raise RejectedLine("wrong-id", id_[:MOST_NAME])
    if (value["role"] or "member") not in ROLES:
        raise RejectedLine("wrong-role", value["role"][:MOST_NAME])
    if (value["time_zone"] or zone) not in time_zones():
        raise RejectedLine("wrong-time-zone", value["time_zone"][:MOST_NAME])
    if len(value["headline"]) > MOST_WORDS:
        raise RejectedLine("long-headline", value["headline"][:MOST_NAME])
    if value["external"].casefold() not in YES | NOT:
        raise RejectedLine("wrong-external", value["external"][:MOST_NAME])
    profile = Profile(
        name=value["name"], headline=value["headline"],
        offers=_list(value["offers"]), experiences=_list(value["experiences"]),
        wants=_list(value["wants"]), locale=value["locale"] or locale,
        time_zone=value["time_zone"] or zone,
    )  # fmt: skip
    return Entry(
        id=id_, role=value["role"] or "member", paused_until=_day(value["paused_until"]),
        external=value["external"].casefold() in YES, profile=profile,
        joined_at=_day(value["joined_at"]),
        given=frozenset(name for name in row if value[name] or name not in NEVER_EMPTY),
    )  # fmt: skip


def take(scope: Scope, space_id: int, entry: Entry) -> None:
    """Add the member, or bring the one with this id up to date in the columns that were given."""
    known = _known(scope, space_id, entry.id)
    member = known or _new(scope, space_id, entry)
    assert member.id is not None
    if known and "role" in entry.given and entry.role != known.role:
        _vouch(scope, space_id, entry.id)
        roles.give(scope, known, entry.role)
    for name in ("external", "paused_until"):
        if known is None or name in entry.given:
            setattr(member, name, getattr(entry, name))
    before = profiles.read(scope, member.id) if known else entry.profile
    told = {name: getattr(entry.profile, name) for name in PROFILE if name in entry.given}
    profiles.write(scope, replace(before, **told), member.id)


def written(rows: Iterable[Mapping[str, str]]) -> str:
    """The rows as CSV, in the columns that `read_table` takes, one line each."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows({name: " ".join(cell.split()) for name, cell in row.items()} for row in rows)
    return out.getvalue()


def rows(scope: Scope, space_id: int) -> list[dict[str, str]]:
    """Every member, by column."""
    query = (
        select(Identity, Member)
        .join(Member, col(Member.id) == col(Identity.member_id))
        .where(col(Identity.space_id) == space_id, col(Member.left_at).is_(None))
        .order_by(col(Member.id))
    )
    return [
        _row(identity.external_id, member, profiles.read(scope, member.id or 0))
        for identity, member in scope.db.exec(query).all()
    ]


def _row(id_: str, member: Member, profile: Profile) -> dict[str, str]:
    until, since = member.paused_until, member.welcomed_at
    return {
        "id": id_, "name": member.name, "locale": member.locale, "time_zone": member.time_zone,
        "role": member.role, "headline": member.headline, "offers": LIST.join(profile.offers),
        "experiences": LIST.join(profile.experiences), "wants": LIST.join(profile.wants),
        "paused_until": _written_day(until) if until else "",
        "external": "yes" if member.external else "",
        "joined_at": _written_day(since) if since and since != LONG_AGO else "",
    }  # fmt: skip


def _entry(
    header: Sequence[str], cells: Sequence[str], locales: Sequence[str], locale: str, zone: str
) -> Entry:
    if not cells:
        raise RejectedLine("broken-quotes")
    if len(cells) != len(header):
        raise RejectedLine("wrong-width", f"{len(cells)} ≠ {len(header)}")
    entry = read_row(dict(zip(header, cells, strict=True)), locale, zone)
    if entry.profile.locale not in locales:
        raise RejectedLine("wrong-locale", entry.profile.locale[:20])
    return entry


def _decoded(raw: bytes) -> str:
    """The table with one kind of line ends: Windows, Unix and old Macs each have their own."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise RejectedLine("not-utf8") from None


def _header(cells: Sequence[str]) -> list[str]:
    header = [clean(name).lower() for name in cells]
    if "name" not in header:
        raise RejectedLine("no-name-column", ", ".join(header)[:80])
    for name in header:
        if name not in COLUMNS:
            raise RejectedLine("unknown-column", name[:80])
        if header.count(name) > 1:
            raise RejectedLine("repeated-column", name)
    return header


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the number of the line where it begins; no empty ones, but broken ones.

    A row whose quotation marks don't fit has no cells: what it is can't be told.
    """
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield begins, []
            continue
        if any(cell.strip() for cell in cells):
            yield begins, cells


def _list(words: str) -> list[str]:
    parts = (" ".join(part.split()) for part in words.split("|"))
    entries = list(dict.fromkeys(part for part in parts if part))
    if len(entries) > MOST_ENTRIES:
        raise RejectedLine("many-entries", str(len(entries)))
    for each in entries:
        if len(each) > MOST_WORDS:
            raise RejectedLine("long-entry", each[:MOST_NAME])
    return entries


def _day(words: str) -> datetime | None:
    if not words:
        return None
    try:
        moment = datetime.fromisoformat(words)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise RejectedLine("wrong-date", words[:40]) from None


def _written_day(moment: datetime) -> str:
    """The day alone, if the moment is when it begins."""
    begins = moment.time() == time()
    return moment.date().isoformat() if begins else moment.isoformat()


def _slug(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = apart.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64]


def _known(scope: Scope, space_id: int, id_: str) -> Member | None:
    query = (
        select(Member)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(col(Identity.space_id) == space_id, col(Identity.external_id) == id_)
    )
    return scope.db.exec(query).first()


def _vouch(scope: Scope, space_id: int, id_: str) -> None:
    """A role that is granted here counts here, also where the member came in by a link."""
    here = col(Identity.space_id) == space_id, col(Identity.external_id) == id_
    scope.db.exec(update(Identity).where(*here).values(vouched=True))


def _new(scope: Scope, space_id: int, entry: Entry) -> Member:
    """A member brought in by an organiser, who vouches for their consent.

    Nobody is a newcomer for having come in late: only who joined, as the table says, lately.
    """
    joined = min(entry.joined_at, scope.now) if entry.joined_at else None
    member = Member(
        community_id=scope.community_id, name=entry.profile.name, joined_at=joined or scope.now,
        consented_at=scope.now, consent_version=0, welcomed_at=joined or LONG_AGO, role=entry.role,
    )  # fmt: skip
    scope.db.add(member)
    scope.db.flush()
    assert member.id is not None
    scope.db.add(
        Identity(
            space_id=space_id, member_id=member.id, external_id=entry.id,
            direct_place=f"dm:{entry.id}",
        )
    )  # fmt: skip
    scope.audit("member", member.id, "", "imported")
    if member.role != ROLES[0]:
        scope.audit("role", member.id, ROLES[0], member.role)
    return member
