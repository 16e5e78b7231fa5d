"""Bringing members in from a table, and writing them out again, in the same columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import available_timezones

from sqlmodel import col, select

from community import profiles
from community.profiles import Profile
from community.scope import Scope
from community.words import MOST_ENTRIES, MOST_NAME, MOST_WORDS, clean
from storage.tables import Identity, Member

COLUMNS = ("id", "name", "locale", "time_zone", "role", "headline", "offers", "experiences",
           "wants", "paused_until", "external")  # fmt: skip
ROLES = ("member", "moderator", "organiser")
LIST = " | "
YES = {"yes", "oui", "true", "1", "x"}
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its entries, and the lines that could not be taken, by number."""

    entries: list[Entry]
    rejected: list[tuple[int, RejectedLine]]


def read_table(raw: bytes, locales: Sequence[str], locale: str, zone: str) -> Table:
    """Read a CSV with any usual separator, with or without a byte order mark."""
    rows = _rows(_decoded(raw))
    header = [clean(name).lower() for name in next(rows, (0, []))[1]]
    if "name" not in header:
        raise RejectedLine("no-name-column", ", ".join(header)[:80])
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        raise RejectedLine("unknown-column", unknown[0][:80])
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
    value = {name: clean(row.get(name) or "") for name in COLUMNS}
    if not value["name"] or len(value["name"]) > MOST_NAME:
        raise RejectedLine("wrong-name", value["name"][:MOST_NAME])
    id_ = value["id"] or _slug(value["name"])
    if not _ID.fullmatch(id_):
        raise RejectedLine("wrong-id", id_[:MOST_NAME])
    if (value["role"] or "member") not in ROLES:
        raise RejectedLine("wrong-role", value["role"][:MOST_NAME])
    if (value["time_zone"] or zone) not in available_timezones():
        raise RejectedLine("wrong-time-zone", value["time_zone"][:MOST_NAME])
    profile = Profile(
        name=value["name"], headline=value["headline"][:MOST_WORDS],
        offers=_list(value["offers"]), experiences=_list(value["experiences"]),
        wants=_list(value["wants"]), locale=value["locale"] or locale,
        time_zone=value["time_zone"] or zone,
    )  # fmt: skip
    return Entry(
        id=id_, role=value["role"] or "member", paused_until=_day(value["paused_until"]),
        external=value["external"].casefold() in YES, profile=profile,
    )  # fmt: skip


def take(scope: Scope, space_id: int, entry: Entry) -> None:
    """Add the member, or bring the one with this id up to date."""
    member = _known(scope, space_id, entry.id) or _new(scope, space_id, entry)
    assert member.id is not None
    member.role, member.external = entry.role, entry.external
    member.paused_until = entry.paused_until
    profiles.write(scope, entry.profile, member.id)


def written(scope: Scope, space_id: int) -> str:
    """Every member as CSV, in the columns that `read_table` takes."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    query = (
        select(Identity, Member)
        .join(Member, col(Member.id) == col(Identity.member_id))
        .where(col(Identity.space_id) == space_id)
        .order_by(col(Member.id))
    )
    for identity, member in scope.db.exec(query):
        table.writerow(_row(identity.external_id, member, profiles.read(scope, member.id or 0)))
    return out.getvalue()


def _row(id_: str, member: Member, profile: Profile) -> dict[str, str]:
    until = member.paused_until
    return {
        "id": id_, "name": member.name, "locale": member.locale, "time_zone": member.time_zone,
        "role": member.role, "headline": member.headline, "offers": LIST.join(profile.offers),
        "experiences": LIST.join(profile.experiences), "wants": LIST.join(profile.wants),
        "paused_until": until.date().isoformat() if until else "",
        "external": "yes" if member.external else "",
    }  # fmt: skip


def _entry(
    header: Sequence[str], cells: Sequence[str], locales: Sequence[str], locale: str, zone: str
) -> Entry:
    if len(cells) != len(header):
        raise RejectedLine("wrong-width", f"{len(cells)} ≠ {len(header)}")
    entry = read_row(dict(zip(header, cells, strict=True)), locale, zone)
    if entry.profile.locale not in locales:
        raise RejectedLine("wrong-locale", entry.profile.locale[:20])
    return entry


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RejectedLine("not-utf8") from None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with their line numbers, without empty ones."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = []
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _list(words: str) -> list[str]:
    parts = (" ".join(part.split())[:MOST_WORDS] for part in words.split("|"))
    return list(dict.fromkeys(part for part in parts if part))[:MOST_ENTRIES]


def _day(words: str) -> datetime | None:
    if not words:
        return None
    try:
        return datetime.fromisoformat(words).replace(tzinfo=UTC)
    except ValueError:
        raise RejectedLine("wrong-date", words[:40]) from None


def _slug(name: str) -> str:
    plain = clean(name).casefold().encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64]


def _known(scope: Scope, space_id: int, id_: str) -> Member | None:
    query = (
        select(Member)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(col(Identity.space_id) == space_id, col(Identity.external_id) == id_)
    )
    return scope.db.exec(query).first()


def _new(scope: Scope, space_id: int, entry: Entry) -> Member:
    """A member brought in by an organiser, who vouches for their consent."""
    member = Member(
        community_id=scope.community_id, name=entry.profile.name, joined_at=scope.now,
        consented_at=scope.now, consent_version=0, welcomed_at=scope.now,
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
    return member
