"""A rhythm that would be too much for somebody on one day is told before it is kept (P23)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from community import groups, rituals
from community.recurrence import Rhythm
from community.rituals import Plan, crowding
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Place
from tests.conversations.openings import opening


def monthly(day: str = "1MO", hour: int = 8) -> Rhythm:
    """Each month at that hour (UTC) of its first Monday, or of another day."""
    return Rhythm(f"FREQ=MONTHLY;BYDAY={day}", datetime(2026, 11, 1, hour, tzinfo=UTC),
                  "Europe/Paris")  # fmt: skip


@opening
def town(stage: Stage) -> Stage:
    """Inès organises; Awa mentors and lives in Lyon, Tom lives in Paris."""
    for name in ("Inès", "Awa", "Tom"):
        stage.member(name, role="organiser" if name == "Inès" else "member")

    def fill(scope: Scope) -> None:
        for name, who in (("Mentors", "Awa"), ("Lyon", "Awa"), ("Paris", "Tom")):
            group = groups.make(scope, name)
            groups.add(scope, group.id or 0, [stage.id_of(who, scope)])

    stage.work(fill, "Inès")
    return stage


def of(scope: Scope, names: Sequence[str]) -> list[int]:
    return [each.id or 0 for name in names if (each := groups.named(scope, name))]


def keep(stage: Stage, name: str, *for_whom: str, rhythm: Rhythm | None = None, **more: Any) -> int:
    kept: int = stage.work(
        lambda scope: rituals.plan(
            scope, Plan(kind=more.pop("kind", "digest"), name=name, rhythm=rhythm or monthly(),
                        audience=of(scope, for_whom), **more),
        ), "Inès",
    )  # fmt: skip
    return kept


def warned(
    stage: Stage, *for_whom: str, rhythm: Rhythm | None = None, ritual_id: int | None = None
) -> list[str]:
    """With what else the third ritual would come on one day; the day is the first of them."""

    def look(scope: Scope) -> list[str]:
        plan = Plan(kind="stories", name="Troisième", rhythm=rhythm or monthly(),
                    audience=of(scope, for_whom))  # fmt: skip
        found = crowding.crowded(scope, plan, ritual_id)
        return [f"{found.at:%d/%m %H:%M}", *found.names] if found else []

    told: list[str] = stage.work(look, "Inès")
    return told


def test_the_third_ritual_for_somebody_on_a_day_is_told_with_the_day(town: Stage) -> None:
    keep(town, "Un", "Mentors")
    assert warned(town) == []
    keep(town, "Deux")
    assert warned(town) == ["07/12 08:00", "Un", "Deux"]
    assert warned(town, "Lyon", rhythm=monthly(hour=15)) == ["07/12 15:00", "Un", "Deux"]


def test_what_reaches_other_people_or_comes_on_another_day_is_not_too_much(town: Stage) -> None:
    keep(town, "Un", "Lyon")
    keep(town, "Deux", "Paris")
    assert warned(town) == []
    assert warned(town, "Mentors") == []
    keep(town, "Autre jour", rhythm=monthly("1TU"))
    assert warned(town, "Lyon") == []


def test_a_ritual_that_is_changed_a_paused_one_and_the_team_s_own_are_not_counted(
    town: Stage,
) -> None:
    keep(town, "Un")
    keep(town, "Pouls", kind="energy")
    second = keep(town, "Deux")
    assert warned(town, ritual_id=second) == []
    town.work(lambda scope: rituals.pause(scope, second), "Inès")
    assert warned(town) == []


def test_what_stands_in_a_channel_reaches_nobody_by_name(town: Stage) -> None:
    def channel(scope: Scope) -> int:
        place = Place(space_id=town.space_id, key="general", kind="channel", title="général",
                      platform_id="general")  # fmt: skip
        scope.db.add(place)
        scope.db.flush()
        return place.id or 0

    keep(town, "Un")
    keep(town, "Canal", kind="prompt", place_id=town.work(channel))
    assert warned(town) == []


def test_the_day_is_that_of_the_plan_s_own_clock(town: Stage) -> None:
    """Half past eleven on Sunday evening in New York is Monday in Paris."""
    keep(town, "Un", rhythm=monthly(hour=4))
    keep(town, "Deux", rhythm=monthly(hour=4))
    there = Rhythm("FREQ=MONTHLY;BYMONTHDAY=6", datetime(2026, 11, 6, 15, tzinfo=UTC),
                   "America/New_York")  # fmt: skip
    assert warned(town, rhythm=there) == ["06/12 15:00", "Un", "Deux"]


def test_it_is_said_before_anything_is_kept_and_keeps_nobody_from_it(town: Stage) -> None:
    keep(town, "Les nouvelles", "Mentors")
    keep(town, "Les cafés", "Lyon")
    play(
        town,
        """
        Inès > /ritual add stories
        Inès < À l’heure d’où ? …
        Inès > [Europe/Paris]
        Inès < À quel rythme ? …
        Inès > le premier lundi du mois à 9h
        Inès < Pour qui ? …
        Inès > [tout le monde]
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit …
        Inès < Y a-t-il un moment …
        Inès < Une chose à savoir : le lundi 7 décembre, certaines personnes recevraient 3 rituels le même jour, avec Les nouvelles et Les cafés. …
        Inès < Rien n’est encore enregistré. …
        Inès > [Oui, le garder]
        Inès < C’est noté …
        """,
    )
