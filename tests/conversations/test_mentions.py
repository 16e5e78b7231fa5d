"""The thanks of the month (P36): named by choice of the community and of each, and never ranked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from community import members, mentions, rituals, thanks
from community.recurrence import Rhythm
from community.rituals import Plan, WrongRitual
from community.scope import Scope
from conversations.previews import samples
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community, Place, Run
from tests.conversations.openings import opening

THANKED = {"Élise": True, "Awa": True, "Marc": False, "Léo": None}
"""What each of those who were thanked said when asked whether they would be named."""
SAID = "On leur a dit merci ces dernières semaines, … : merci à Awa et Élise ! …"


@opening
def village(stage: Stage) -> Stage:
    """Zoé has thanked four others, Élise twice; the community mentions those who like that."""
    for name in ("Zoé", *THANKED):
        stage.member(name)
    stage.member("Inès", role="organiser")
    choose(stage, monthly_mention=True)
    stage.work(lambda scope: thank(scope, stage), "Zoé")
    stage.settle()
    stage.heard.clear()
    return stage


def choose(stage: Stage, *, monthly_mention: bool) -> None:
    def work(scope: Scope) -> None:
        scope.db.get_one(Community, scope.community_id).monthly_mention = monthly_mention

    stage.work(work)


def thank(scope: Scope, stage: Stage) -> None:
    for name in (*THANKED, "Élise"):
        member = stage.id_of(name, scope)
        thanks.to_member(scope, member, "")
        members.get(scope, member).mention = THANKED[name]


def plan(stage: Stage, place_id: int | None = None) -> Plan:
    """Every Monday, from an hour from now."""
    rhythm = Rhythm("FREQ=WEEKLY;BYDAY=MO", stage.now + timedelta(hours=1), "UTC")
    return Plan(kind="mentions", name="Les mercis du mois", rhythm=rhythm, place_id=place_id)


def keep(stage: Stage, place_id: int | None = None) -> None:
    stage.work(lambda scope: rituals.plan(scope, plan(stage, place_id)), "Inès")


def runs(stage: Stage) -> list[str]:
    found: list[str] = stage.work(lambda scope: scope.db.exec(select(Run.state)).all())
    return found


def test_those_who_like_it_are_named_to_everybody_and_nobody_is_first(village: Stage) -> None:
    keep(village)
    play(
        village,
        "2 hours pass\n" + "\n".join(f"{who} < {SAID}" for who in (*THANKED, "Zoé", "Inès")),
    )


def test_they_are_named_in_the_communitys_own_place(village: Stage) -> None:
    def channel(scope: Scope) -> int:
        place = Place(space_id=village.space_id, key="general", kind="channel", title="#general")
        scope.db.add(place)
        scope.db.flush()
        return place.id or 0

    keep(village, village.work(channel))
    village.passes(timedelta(hours=2))
    (said,) = village.heard.pop("general")
    assert said.text.endswith("petite ou grande, la vôtre aussi.")
    assert "Awa et Élise" in said.text
    assert not any(village.heard.values()), "and nobody is written to"


def test_whoever_was_not_thanked_again_is_not_named_again(village: Stage) -> None:
    keep(village)
    village.passes(timedelta(hours=2))
    village.heard.clear()
    village.passes(timedelta(weeks=1))
    assert sorted(runs(village)) == ["done", "skipped"]
    assert not any(village.heard.values())


def test_nobody_is_named_where_the_community_did_not_choose_it(village: Stage) -> None:
    keep(village)
    choose(village, monthly_mention=False)
    play(village, "2 hours pass")
    assert runs(village) == ["skipped"]
    with pytest.raises(WrongRitual, match="no-mentions"):
        village.work(lambda scope: samples(scope, plan(village)), "Inès")


def test_an_organiser_makes_the_communitys_choice_in_chat(village: Stage) -> None:
    """A line in a file of the server's was asked of who has a chat and no server."""
    choose(village, monthly_mention=False)
    for step in ("/rituel ajouter", "les mercis du mois", "non"):
        village.says("Inès", step)
    assert not village.work(mentions.is_chosen)
    for step in ("/rituel ajouter", "les mercis du mois", "oui", "Paris", "le 1er du mois à 9h"):
        village.says("Inès", step)
    assert village.work(mentions.is_chosen)
    assert "Rien n’est encore enregistré" in village.spoken["dm:Inès"][-1].text


def test_the_choice_can_be_changed_in_the_profile(village: Stage) -> None:
    play(
        village,
        """
        Élise > /profile
        Élise < … [Comment on me joint]
        Élise > [Comment on me joint]
        Élise < … Votre nom peut figurer dans les mercis du mois [Le changer]
        Élise > [Le changer]
        Élise < …
        Élise > {quiet=; weekly=3; suggestions=yes; mention=no}
        Élise < … Votre nom ne figure pas dans les mercis du mois
        """,
    )
    keep(village)
    play(village, "2 hours pass\n" + "\n".join(
        f"{who} < … merci à Awa ! …" for who in (*THANKED, "Zoé", "Inès")
    ))  # fmt: skip


def test_the_profile_asks_nothing_of_it_where_nobody_is_named(village: Stage) -> None:
    choose(village, monthly_mention=False)
    village.says("Élise", "/profile")
    village.taps("Élise", "Comment on me joint")
    village.taps("Élise", "Le changer")
    fields = village.spoken["dm:Élise"][-1].outgoing.fields
    assert "mention" not in [each.name for each in fields]
