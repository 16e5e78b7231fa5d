"""A page that comes back shows what is stored by then, and its form undoes nothing."""

from __future__ import annotations

from community import peace, profiles
from community.peace import Reached
from community.profiles import Profile
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def page(stage: Stage) -> Stage:
    """Awa looks at her profile."""
    stage.member("Awa", offers=["comptabilité"])
    stage.says("Awa", "/profile")
    return stage


def shown(stage: Stage) -> dict[str, str]:
    """The last form, by field."""
    fields = stage.spoken["dm:Awa"][-1].outgoing.fields
    return {each.name: each.value for each in fields or ()}


def reached(stage: Stage) -> Reached:
    how: Reached = stage.work(peace.mine, "Awa")
    return how


def profile(stage: Stage) -> Profile:
    known: Profile = stage.work(profiles.mine, "Awa")
    return known


def add_offer(stage: Stage) -> None:
    """From another place, as of a second account."""
    stage.work(lambda scope: profiles.add_offers(scope, ["jardinage"]), "Awa")


def once_a_week(scope: Scope) -> None:
    how = peace.mine(scope)
    peace.choose(
        scope, how.quiet, weekly=1, suggestions=how.suggestions, buddy=how.buddy,
        mention=how.mention,
    )  # fmt: skip


def test_the_page_comes_back_with_what_was_just_saved(page: Stage) -> None:
    page.heard.clear()
    play(
        page,
        """
        Awa > [Comment on me joint]
        Awa < … 3 demandes par semaine au plus …
        Awa > une demande par semaine maximum
        Awa < Ce serait donc ainsi …
        Awa > oui
        Awa < C’est enregistré. …
        Awa < Voici quand … Une demande par semaine au plus …
        Awa > [Le changer]
        Awa < …
        """,
    )
    assert shown(page)["weekly"] == "1"
    page.fills("Awa", quiet="22:00-07:00")
    assert (reached(page).weekly, str(reached(page).quiet)) == (1, "22:00-07:00")


def test_an_offer_that_was_added_meanwhile_stays_as_only_the_headline_is_changed(
    page: Stage,
) -> None:
    for words in ("je peux aider en jardinage", "oui"):
        page.says("Awa", words)
    assert "Propose\u202f: comptabilité et jardinage" in page.spoken["dm:Awa"][-1].card
    page.taps("Awa", "Le changer")
    assert shown(page)["offers"] == "comptabilité, jardinage"
    page.fills("Awa", headline="comptable")
    assert (profile(page).headline, profile(page).offers) == (
        "comptable", ["comptabilité", "jardinage"],
    )  # fmt: skip


def test_a_form_that_was_open_all_the_while_writes_only_what_was_changed_in_it(
    page: Stage,
) -> None:
    """A window on Slack sends all of its fields, as it was filled in when it opened."""
    page.taps("Awa", "Le changer")
    before = shown(page)
    add_offer(page)
    page.fills("Awa", **before | {"headline": "comptable"})
    assert (profile(page).headline, profile(page).offers) == (
        "comptable", ["comptabilité", "jardinage"],
    )  # fmt: skip


def test_how_one_is_reached_is_not_undone_by_a_form_that_was_open(page: Stage) -> None:
    page.taps("Awa", "Comment on me joint")
    page.taps("Awa", "Le changer")
    before = shown(page)
    page.work(once_a_week, "Awa")
    page.fills("Awa", **before | {"suggestions": "no"})
    assert (reached(page).weekly, reached(page).suggestions) == (1, False)


def test_a_wish_said_before_leaves_what_was_changed_since(page: Stage) -> None:
    page.says("Awa", "pas avant 10h")
    page.work(once_a_week, "Awa")
    page.says("Awa", "oui")
    assert (reached(page).weekly, reached(page).quiet.end) == (1, 600)


def test_what_is_kept_of_somebody_is_told_as_it_is_when_it_comes_back(page: Stage) -> None:
    page.taps("Awa", "Le garder")
    page.says("Awa", "/mydata")
    assert any("1 entrée de profil" in line for line in told(page))
    for words in ("je peux aider en jardinage", "oui"):
        page.says("Awa", words)
    assert any("2 entrées de profil" in line for line in told(page))


def told(stage: Stage) -> tuple[str, ...]:
    """The lines of the last page."""
    return stage.spoken["dm:Awa"][-1].card
