"""Who matches and isn't proposed, and why: told to organisers, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from community import blocks, directory, members, profiles
from community.passed_over import passed_over
from community.profiles import Profile
from community.scope import Scope
from conversations.testing import Stage
from storage.tables import Solicitation

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def town(database_url: str) -> Iterator[Stage]:
    """Zoé asks; Awa and Omar keep books."""
    stage = Stage(url=database_url)
    stage.member("Zoé", offers=["comptabilité"])
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Omar", offers=["plongée"])
    yield stage
    stage.restart()


def others(stage: Stage, actor: str | None = None) -> dict[str, str]:
    told = stage.work(lambda scope: passed_over(scope, "comptabilité"), actor)
    return {each.name: each.why for each in told}


def held(scope: Scope, awa: int) -> None:
    members.get(scope, awa).held_until = scope.now + timedelta(days=1)


def capped(scope: Scope, awa: int) -> None:
    about = (f"ask:{n}" for n in range(3))
    scope.db.add_all(Solicitation(member_id=awa, about=each, at=scope.now) for each in about)


def never(scope: Scope, awa: int) -> None:
    words = ["comptabilité"]
    profiles.write(scope, Profile(name="Awa", offers=words, nevers=words), awa)


def apart(scope: Scope, awa: int) -> None:
    zoe = scope.actor_id
    scope.actor_id = awa
    blocks.put(scope, zoe or 0)
    scope.actor_id = zoe


def not_agreed(scope: Scope, awa: int) -> None:
    members.get(scope, awa).consented_at = None


def not_welcomed(scope: Scope, awa: int) -> None:
    members.get(scope, awa).welcomed_at = None


def away(scope: Scope, awa: int) -> None:
    members.get(scope, awa).paused_until = scope.now + timedelta(days=1)


def gone(scope: Scope, awa: int) -> None:
    members.get(scope, awa).left_at = scope.now


@pytest.mark.parametrize(
    ("happens", "why"),
    [(held, "paused"), (away, "paused"), (capped, "capped"), (never, "never"), (apart, "apart"),
     (not_agreed, "consent"), (not_welcomed, "consent"), (gone, None)],
)  # fmt: skip
def test_whoever_is_not_proposed_is_told_with_the_reason(
    town: Stage, happens: Callable[[Scope, int], None], why: str | None
) -> None:
    assert others(town, "Zoé") == {"Zoé": "asker"}
    town.work(lambda scope: happens(scope, town.id_of("Awa", scope)), "Zoé")
    assert others(town, "Zoé") == {"Zoé": "asker"} | ({"Awa": why} if why else {})
    shown = town.work(lambda scope: directory.find_helpers(scope, "comptabilité"), "Zoé")
    assert shown == []


def test_of_nobody_in_particular_nobody_is_kept_apart(town: Stage) -> None:
    town.work(lambda scope: apart(scope, town.id_of("Awa", scope)), "Zoé")
    assert others(town) == {}


def test_nothing_that_members_meet_looks_at_it() -> None:
    rooms = ("conversations", "connectors", "community", "dashboard", "scheduler")
    files = [file for room in rooms for file in (ROOT / room).rglob("*.py")]
    using = [file.name for file in files if "passed_over" in file.read_text(encoding="utf-8")]
    assert (len(files) > 100, using) == (True, ["passed_over.py"])
