"""A digest for some groups (P22) tells what is of these groups, and nothing when that is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from community import digests, groups, reviews, rituals, roster, wanted
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from community.stories import Consent
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, Community, Introduction, Story
from tests.conversations.openings import opening

TOMORROW = Rhythm("FREQ=WEEKLY;BYDAY=TU", datetime(2026, 11, 24, 9, tzinfo=UTC), "Europe/Paris")
LYON = ("Awa", "Léa", "Omar", "Paul", "Rose")
PARIS = ("Tom", "Zoé")


@opening
def town(stage: Stage) -> Stage:
    """Inès organises; five are of Lyon, two of Paris, all for long."""
    stage.now -= timedelta(days=60)
    stage.member("Inès", role="organiser")
    for name in (*LYON, *PARIS):
        stage.member(name)
    stage.now += timedelta(days=60)
    stage.work(lambda scope: [gather(stage, scope, "Lyon", LYON),
                              gather(stage, scope, "Paris", PARIS)], "Inès")  # fmt: skip
    return stage


def gather(stage: Stage, scope: Scope, name: str, who: Sequence[str]) -> int:
    group = groups.make(scope, name)
    groups.add(scope, group.id or 0, [stage.id_of(each, scope) for each in who])
    return group.id or 0


def plan(stage: Stage, *group_names: str) -> None:
    def kept(scope: Scope) -> int:
        return rituals.plan(
            scope, Plan(kind="digest", name="Nouvelles", rhythm=TOMORROW,
                        audience=audience(scope, group_names)),
        )  # fmt: skip

    stage.work(kept, "Inès")


def audience(scope: Scope, names: Sequence[str]) -> list[int]:
    found = [groups.named(scope, name) for name in names]
    return [each.id or 0 for each in found if each]


def told(stage: Stage, *group_names: str) -> dict[str, list[str]]:
    """What an issue for these groups would say of the last month."""

    def read(scope: Scope) -> dict[str, list[str]]:
        since = scope.now - digests.A_MONTH
        return digests.read(scope, digests.contents(scope, since, audience(scope, group_names)))

    found: dict[str, list[str]] = stage.work(read)
    return found


def test_who_was_brought_in_by_a_table_is_new_only_if_it_says_so(town: Stage) -> None:
    """A list of old members was greeted, and the team told of each “for a week now”."""
    daily = Rhythm("FREQ=DAILY", TOMORROW.starts_at, "Europe/Paris")

    def bring_in(scope: Scope) -> None:
        rituals.plan(scope, Plan(kind="welcome", name="Accueil", rhythm=daily))
        yesterday = (scope.now - timedelta(days=1)).date().isoformat()
        for name, joined in (("Ida", ""), ("Jim", "2019-05-01"), ("Kofi", yesterday)):
            row = roster.read_row({"name": name, "joined_at": joined})
            roster.take(scope, town.space_id, row)

    town.work(bring_in, "Inès")
    assert told(town)["newcomers"] == ["Kofi"]
    town.work(lambda scope: setattr(scope.db.get_one(Community, 1), "review_days", 30))
    read_first = [name for name in ("ida", "jim", "kofi") if town.work(reviews.wanted, name)]
    assert read_first == ["kofi"]
    town.passes(timedelta(days=2))
    greeted = [name for name in ("ida", "jim", "kofi") if town.spoken.get(f"dm:{name}")]
    assert greeted == ["kofi"]


def test_the_newcomers_of_one_group_are_news_for_that_group_alone(town: Stage) -> None:
    town.member("Karim")
    town.work(lambda scope: groups.add(scope, gather(town, scope, "Lyon", LYON),
                                       [town.id_of("Karim", scope)]), "Inès")  # fmt: skip
    plan(town, "Paris")
    plan(town, "Lyon")
    play(
        town,
        "1 day passes\n1 minute passes\n"
        + "".join(f"{name} < Les nouvelles de la communauté : • Bienvenue à Karim …\n"
                  for name in (*LYON, "Karim")),
    )  # fmt: skip
    runs = town.write(lambda connection: rituals.last_runs(connection, town.community_id))
    assert sorted(each.state for each in runs) == ["done", "skipped"]


def helped(stage: Stage, helpers: Sequence[str], requester: str) -> None:
    def note(scope: Scope) -> None:
        for name in helpers:
            ask = Ask(
                community_id=scope.community_id, requester_id=stage.id_of(requester, scope),
                need="plongée", state="closed", opened_at=scope.now,
            )  # fmt: skip
            scope.db.add(ask)
            scope.db.flush()
            meeting = Introduction(
                ask_id=ask.id or 0, helper_id=stage.id_of(name, scope), state="accepted",
                decided_at=scope.now,
            )  # fmt: skip
            scope.db.add(meeting)

    stage.work(note)


def test_help_counts_for_the_group_of_those_who_gave_it(town: Stage) -> None:
    helped(town, LYON, "Zoé")
    assert told(town)["helpers"] == ["5"]
    assert told(town, "Lyon")["helpers"] == ["5"]
    assert told(town, "Paris") == {}


def asked(stage: Stage, *who: str, news: bool = False, named: bool = False) -> None:
    def note(scope: Scope) -> None:
        scope.db.add_all(
            Ask(
                community_id=scope.community_id, requester_id=stage.id_of(name, scope),
                need=f"plongée de {name}", state="open", opened_at=scope.now, news=news,
                named=named,
            )
            for name in who
        )  # fmt: skip

    stage.work(note)


def test_requests_are_counted_and_told_in_the_group_of_their_authors(town: Stage) -> None:
    asked(town, *LYON[:4], news=True)
    asked(town, "Zoé")
    assert told(town)["asks"] == ["5"]
    assert told(town, "Lyon") == {"wanted": [f"plongée de {each}" for each in LYON[:3]]}
    assert told(town, "Paris") == {}
    assert "asks" in told(town, "Lyon", "Paris")


def test_a_request_without_a_name_is_not_told_in_a_group_so_small_that_one_guesses(
    town: Stage,
) -> None:
    asked(town, "Zoé", news=True)
    assert told(town, "Paris") == {}
    asked(town, "Tom", news=True, named=True)
    assert told(town, "Paris") == {"wanted": ["plongée de Tom — Tom"]}


def tale(stage: Stage, who: str, consent: Consent) -> None:
    def keep(scope: Scope) -> None:
        story = Story(
            community_id=scope.community_id, teller_id=stage.id_of(who, scope),
            words=f"Merci de {who}", consent=consent, state="published", told_at=scope.now,
            published_at=scope.now,
        )  # fmt: skip
        scope.db.add(story)

    stage.work(keep)


def test_a_story_is_told_in_the_group_of_its_teller(town: Stage) -> None:
    tale(town, "Awa", "unnamed")
    tale(town, "Tom", "unnamed")
    tale(town, "Zoé", "named")
    assert told(town, "Lyon") == {"stories": ["Merci de Awa"]}
    assert told(town, "Paris") == {"stories": ["Merci de Zoé — Zoé"]}
    assert len(told(town)["stories"]) == 3


@pytest.mark.parametrize(
    ("who", "for_whom", "offered"),
    [("Awa", ["Lyon"], True), ("Zoé", ["Lyon"], False), ("Zoé", ["Paris"], False),
     ("Zoé", [], True)],
)  # fmt: skip
def test_the_news_are_offered_for_a_request_only_where_it_could_stand(
    town: Stage, who: str, for_whom: list[str], offered: bool
) -> None:
    plan(town, *for_whom)
    assert town.work(wanted.has_news, who) is offered
