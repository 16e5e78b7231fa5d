"""Who is found, in which order, and how soon a change shows: on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from community import asks, directory, members, privacy, profiles
from community.asks import Wish
from community.profiles import Profile
from community.scope import Scope
from conversations.testing import Stage
from storage.database import reading
from storage.tables import Community, Introduction, Member

FOUND = {"can be asked"}
STATES = ("can be asked", "paused", "left", "not consented", "not welcomed", "asks")


@pytest.fixture
def town(database_url: str) -> Iterator[Stage]:
    """Zoé asks; Awa and Omar keep books."""
    stage = Stage(url=database_url)
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Omar", offers=["comptabilité"])
    yield stage
    stage.restart()


def found(stage: Stage, need: str = "comptabilité", limit: int = 3) -> list[str]:
    def names(scope: Scope) -> list[str]:
        return [each.name for each in directory.find_helpers(scope, need, limit)]

    seen: list[str] = stage.work(names, actor="Zoé")
    return seen


def offers(name: str, *words: str) -> Profile:
    return Profile(name=name, offers=list(words))


def test_a_need_finds_those_who_offer_it_with_what_they_said(town: Stage) -> None:
    town.member("Lina", headline="Menuisière", experiences=["tenue de comptes"])
    seen = town.work(lambda scope: directory.find_helpers(scope, "compta", 5), actor="Zoé")
    said = {each.name: (each.kind, each.phrases) for each in seen}
    assert said == {
        "Awa": ("offer", ["comptabilité"]), "Omar": ("offer", ["comptabilité"]),
        "Lina": ("experience", ["tenue de comptes"]),
    }  # fmt: skip


def test_what_one_wants_is_not_what_one_offers(town: Stage) -> None:
    town.member("Lina", wants=["plongée"])
    assert found(town, "plongée") == []


def test_the_same_need_gives_the_same_order_also_after_a_restart(town: Stage) -> None:
    first = found(town)
    assert found(town) == first
    town.restart()
    assert found(town) == first


def test_equal_helpers_are_asked_in_turn(town: Stage) -> None:
    def ask(scope: Scope) -> str:
        (best, *_) = directory.find_helpers(scope, "comptabilité")
        return asks.open_ask(scope, "comptabilité", Wish(), [best]).helper

    asked = [town.work(ask, actor="Zoé") for _ in range(4)]
    assert sorted(asked[:2]) == sorted(asked[2:]) == ["Awa", "Omar"]


@pytest.mark.parametrize(
    ("never", "seen"),
    [("???", ["Paul"]), ("🚿", ["Paul"]), ("qui", ["Paul"]), ("what to do", ["Paul"]),
     ("plomberie", []), ("plomberie sous-marine", ["Paul"])],
)  # fmt: skip
def test_a_never_that_names_nothing_hides_nobody(town: Stage, never: str, seen: list[str]) -> None:
    town.member("Paul", offers=["plomberie"])

    def refuse(scope: Scope) -> None:
        profiles.write(scope, Profile(name="Paul", offers=["plomberie"], nevers=[never]))

    town.work(refuse, actor="Paul")
    assert found(town, "plomberie") == seen


def test_nobody_gets_more_than_the_weekly_cap(town: Stage) -> None:
    def ask(scope: Scope) -> int:
        people = directory.find_helpers(scope, "comptabilité", 1)
        asks.open_ask(scope, "comptabilité", Wish(), people)
        return len(people)

    def asked() -> int:
        people: int = town.work(ask, actor="Zoé")
        town.settle()
        return people

    assert [asked() for _ in range(7)] == [1] * 6 + [0]
    town.now += timedelta(days=8)
    assert len(found(town)) == 2


def test_each_advantage_is_told_by_its_name(town: Stage) -> None:
    town.member("Li", locale="en", offers=["bookkeeping"])

    def explained(scope: Scope) -> dict[str, dict[str, float]]:
        seen = directory.explain(scope, "comptabilité", 5)
        return {each.match.name: each.advantages for each in seen}

    town.work(lambda scope: asks.open_ask(scope, "x", Wish(), directory.find_helpers(
        scope, "comptabilité", 1, without=[town.id_of("Omar", scope)])), actor="Zoé")  # fmt: skip
    seen = town.work(explained, actor="Zoé")
    assert seen == {
        "Omar": {},
        "Awa": {"load": directory.BUSY * directory.TIRED},
        "Li": {"language": directory.FOREIGN},
    }


def test_a_profile_changed_in_a_turn_is_found_in_the_same_turn(town: Stage) -> None:
    found(town)

    def change(scope: Scope) -> list[str]:
        profiles.write(scope, offers("Awa", "plongée"), town.id_of("Awa", scope))
        return [each.name for each in directory.find_helpers(scope, "plongée")]

    assert town.work(change, actor="Zoé") == ["Awa"]
    assert (found(town), found(town, "plongée")) == (["Omar"], ["Awa"])


def test_a_change_that_is_undone_is_not_found_afterwards(town: Stage) -> None:
    found(town)
    with town.database.connect() as connection:
        scope = Scope(connection, town.now, town.community_id)
        profiles.write(scope, offers("Awa", "plongée"), town.id_of("Awa", scope))
        assert [each.name for each in directory.find_helpers(scope, "plongée")] == ["Awa"]
        scope.close(keep=False)
        connection.rollback()
    assert sorted(found(town)) == ["Awa", "Omar"]
    assert found(town, "plongée") == []


def test_somebody_new_whose_turn_is_undone_is_not_found_afterwards(town: Stage) -> None:
    with town.database.connect() as connection:
        scope = Scope(connection, town.now, town.community_id)
        new = Member(community_id=town.community_id, name="Nour", joined_at=town.now,
                     consented_at=town.now, welcomed_at=town.now)  # fmt: skip
        scope.db.add(new)
        scope.db.flush()
        profiles.write(scope, offers("Nour", "plongée"), new.id)
        assert [each.name for each in directory.find_helpers(scope, "plongée")] == ["Nour"]
        scope.close(keep=False)
        connection.rollback()
    assert found(town, "plongée") == []


def test_two_processes_see_each_others_changes(town: Stage) -> None:
    other = replace(town, _database=None)
    assert sorted(found(other)) == ["Awa", "Omar"]
    town.member("Lina", offers=["plongée"])
    assert found(other, "plongée") == ["Lina"]
    other.member("Lina", offers=["soudure"])
    assert (found(town, "plongée"), found(town, "soudure")) == ([], ["Lina"])
    other.restart()


def test_a_reader_that_began_before_a_change_sees_what_it_saw(town: Stage) -> None:
    found(town)
    with reading(town.database) as connection:
        scope = Scope(connection, town.now, town.community_id)
        scope.db.exec(select(Member)).all()
        town.member("Awa", offers=["plongée"])
        seen = directory.find_helpers(scope, "comptabilité")
        assert all(each.phrases == ["comptabilité"] for each in seen)
        scope.close(keep=False)
    assert found(town) == ["Omar"]


def test_communities_in_one_process_stay_apart(town: Stage) -> None:
    town.work(lambda scope: _second_community(scope, town))
    assert sorted(found(town, limit=9)) == ["Awa", "Omar"]


def _second_community(scope: Scope, stage: Stage) -> None:
    second = Community(name="Ailleurs")
    scope.db.add(second)
    scope.db.flush()
    there = Scope(scope.connection, stage.now, second.id or 0)
    stranger = Member(community_id=second.id or 0, name="Ida", joined_at=stage.now,
                      consented_at=stage.now, welcomed_at=stage.now)  # fmt: skip
    there.db.add(stranger)
    there.db.flush()
    profiles.write(there, offers("Ida", "comptabilité"), stranger.id)
    assert [each.name for each in directory.find_helpers(there, "comptabilité")] == ["Ida"]
    there.close(keep=True)


def test_who_is_erased_is_found_no_more(town: Stage) -> None:
    found(town)
    town.work(privacy.erase, actor="Awa")
    assert found(town) == ["Omar"]


def test_whose_row_is_gone_is_found_no_more(town: Stage) -> None:
    found(town)

    def vanish(scope: Scope) -> None:
        lost = members.get(scope, town.id_of("Awa", scope))
        profiles.forget(scope, lost.id or 0)
        for line in members.lines(scope, lost.id or 0):
            scope.db.delete(line)
        scope.db.flush()
        scope.db.delete(lost)

    town.work(vanish)
    assert found(town) == ["Omar"]


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(states=st.lists(st.sampled_from(STATES), min_size=1, max_size=6))
def test_only_those_who_can_be_asked_are_ever_found(
    sqlite_template: Path, states: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stage.db"
        shutil.copyfile(sqlite_template, file)
        stage = Stage(url=f"sqlite:///{file}")
        stage.member("Zoé", offers=["comptabilité"])
        for number, state in enumerate(states):
            stage.member(f"{number}", offers=["comptabilité"])
            stage.work(partial(_put, stage=stage, name=f"{number}", state=state))
        wanted = {f"{number}" for number, state in enumerate(states) if state in FOUND}
        assert set(found(stage, limit=20)) == wanted - {"Zoé"}
        stage.restart()


def _put(scope: Scope, stage: Stage, name: str, state: str) -> None:
    """Have a member be in this state."""
    member = scope.db.exec(select(Member).where(col(Member.name) == name)).one()
    match state:
        case "paused":
            member.paused_until = stage.now + timedelta(days=2)
        case "left":
            member.left_at = stage.now
        case "not consented":
            member.consented_at = None
        case "not welcomed" | "asks":
            member.welcomed_at = None


def test_what_is_said_in_another_language_is_named_in_the_askers(town: Stage) -> None:
    town.member("Li", locale="en", offers=["bookkeeping"])
    seen = {each.name: (each.phrases, each.meant) for each in town.work(
        lambda scope: directory.find_helpers(scope, "comptabilité", 9), actor="Zoé")}  # fmt: skip
    assert seen["Li"] == (["bookkeeping"], ["comptabilité"])
    assert seen["Awa"] == (["comptabilité"], [])


def test_the_helper_reads_their_own_words_and_no_translation(town: Stage) -> None:
    town.member("Li", locale="en", offers=["welding"])

    def ask(scope: Scope) -> str:
        asks.open_ask(scope, "soudure", Wish(), directory.find_helpers(scope, "soudure"))
        return scope.db.exec(select(Introduction)).one().reason

    assert town.work(ask, actor="Zoé") == '{"kind": "offer", "phrases": ["welding"]}'


def test_a_trade_and_what_it_is_needed_for_are_both_looked_for(town: Stage) -> None:
    town.member("Luc", headline="Plombier-chauffagiste à Brest")
    town.member("Lina", offers=["évier en pierre"])
    town.member("Marc", headline="Plombier", offers=["évier"])
    assert found(town, "plombier, évier") == ["Marc", "Luc", "Lina"]
    assert found(town, "plombier, quelque chose que personne ne dit") == ["Marc", "Luc"]
