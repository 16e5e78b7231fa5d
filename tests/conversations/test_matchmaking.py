"""`/intro`: the team has an idea, the two decide, and nobody hears who would rather not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from community import roomless
from conversations.dialogues.matchmaking import names
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, Audit, Introduction, Member, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Inès moderates."""
    stage.member("Inès", role="moderator")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc Petit", offers=["jardinage"])
    stage.member("Marcelle", locale="en", time_zone="Europe/London")
    return stage


PROPOSED = """
Inès > /intro @Awa @Marc Petit
Inès < Awa et Marc Petit : qu’auraient ces deux personnes à se dire ? …
Inès > un jardin partagé
Awa < Inès, de l’équipe, pense que … « un jardin partagé ». … [Volontiers] [Pas cette fois]
Marc Petit < Inès, de l’équipe, pense que … [Volontiers] [Pas cette fois]
Inès < Je pose la question à Awa et à Marc Petit, dès que possible, …
"""


@pytest.mark.parametrize(
    "words",
    ["@Awa @Marc Petit un jardin partagé", "Awa, Marc Petit un jardin partagé"],
)
def test_why_the_two_should_meet_may_stand_behind_their_names(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Inès > /intro {words}
        Awa < Inès, de l’équipe, pense que … « un jardin partagé ». … [Volontiers] [Pas cette fois]
        Marc Petit < Inès, de l’équipe, pense que … [Volontiers] [Pas cette fois]
        Inès < Je pose la question à Awa et à Marc Petit, dès que possible, …
        """,
    )


@pytest.mark.parametrize(
    "words",
    ["Awa and Marc Petit", "Awa et Marc Petit", "@Awa et @Marc Petit", "Awa avec Marc Petit",
     "awa et marc petit"],
)  # fmt: skip
@pytest.mark.parametrize("asked", [False, True])
def test_two_names_with_an_and_between_them_are_two(
    town: Stage, words: str, *, asked: bool
) -> None:
    if asked:
        play(town, "Inès > /intro\nInès < Qui voulez-vous présenter ? … [Annuler]")
    play(
        town,
        f"""
        Inès > {words if asked else f"/intro {words}"}
        Inès < Awa et Marc Petit : qu’auraient ces deux personnes à se dire ? …
        """,
    )


def test_the_reason_may_stand_behind_two_names_with_an_and(town: Stage) -> None:
    play(
        town,
        """
        Inès > /intro Awa et Marc Petit, ils aiment les jardins et les haies
        Awa < Inès, de l’équipe, pense que … « ils aiment les jardins et les haies ». … [Volontiers] [Pas cette fois]
        Marc Petit < Inès, de l’équipe, pense que … [Volontiers] [Pas cette fois]
        Inès < Je pose la question à Awa et à Marc Petit, dès que possible, …
        """,
    )


def test_two_names_need_nothing_between_them(town: Stage) -> None:
    play(
        town,
        """
        Inès > /intro Awa Marc Petit
        Inès < Awa et Marc Petit : qu’auraient ces deux personnes à se dire ? …
        """,
    )


@pytest.mark.parametrize("words", ["@Awa @Marc Petit @Marcelle", "Awa, Marc Petit, Marcelle"])
def test_a_third_name_is_not_dropped_without_a_word(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Inès > /intro {words}
        Inès < Je présente deux personnes à la fois … pour Marcelle, …
        Inès < Awa et Marc Petit : qu’auraient ces deux personnes à se dire ? …
        """,
    )


def test_both_agree_and_are_introduced_and_followed_up(town: Stage) -> None:
    play(town, PROPOSED)
    play(
        town,
        """
        Marc Petit > [Volontiers]
        Marc Petit < Merci ! Si l’autre personne le souhaite aussi, …
        Awa > [Volontiers]
        Awa < C’est Marc Petit, …
        room:1 < Bonjour Awa, bonjour Marc Petit ! Inès a pensé à vous deux, … « un jardin partagé ». …
        Marc Petit < C’est Awa, …
        Inès < Awa et Marc Petit sont d’accord …
        2 days pass
        Awa < Le … je vous ai mis en lien avec Marc Petit … [Oui]
        Marc Petit < Le … je vous ai mis en lien avec Awa … [Oui]
        Awa > [Oui]
        Awa < Merci d’avoir pris ce temps.
        Marc Petit > [Oui]
        Marc Petit < Merci d’avoir pris ce temps.
    """,
    )
    assert outcomes(town) == [("closed", "talked")]


@pytest.mark.parametrize(("first", "other"), [("Awa", "Marc Petit"), ("Marc Petit", "Awa")])
def test_whoever_declines_stays_unnamed(town: Stage, first: str, other: str) -> None:
    play(town, PROPOSED)
    play(
        town,
        f"""
        {other} > [Volontiers]
        {other} < Merci ! …
        {first} > [Pas cette fois]
        {first} < C’est noté, …
        {other} < La rencontre proposée par l’équipe ne se fera pas cette fois-ci. …
        Inès < La rencontre entre Awa et Marc Petit ne se fera pas cette fois-ci. …
        {other} > [Volontiers]
    """,
    )
    assert first not in " ".join(each.text for each in town.spoken[f"dm:{other}"])
    assert outcomes(town) == [("closed", "not_now")]


def outcomes(stage: Stage) -> list[tuple[str, str | None]]:
    asks = table(Ask)
    return [tuple(row) for row in stage.write(
        lambda c: c.execute(select(asks.c.state, asks.c.outcome)).all()
    )]  # fmt: skip


def test_a_declined_question_is_closed_for_the_other(town: Stage) -> None:
    play(town, PROPOSED)
    play(
        town,
        """
        Awa > [Pas cette fois]
        Awa < C’est noté, …
        Marc Petit < La rencontre … ne se fera pas …
        Inès < La rencontre … ne se fera pas …
        Marc Petit > [Volontiers]
        Marc Petit < Cette question est close. …
    """,
    )


def test_silence_ends_it_after_five_days(town: Stage) -> None:
    play(town, PROPOSED)
    play(
        town,
        """
        Awa > [Volontiers]
        Awa < Merci ! …
        6 days pass
        Awa < La rencontre … ne se fera pas …
        Marc Petit < La rencontre … ne se fera pas …
        Inès < La rencontre … ne se fera pas …
    """,
    )


def test_whoever_leaves_in_between_leaves_nobody_waiting(town: Stage) -> None:
    play(town, PROPOSED)
    play(
        town,
        """
        Awa > [Volontiers]
        Awa < Merci ! …
        Marc Petit leaves
        Awa < La rencontre … ne se fera pas …
        Inès < La rencontre … ne se fera pas …
    """,
    )


@pytest.fixture
def night(town: Stage) -> Stage:
    """It is 22:00; what the team proposes is shown in the morning."""
    town.now += timedelta(hours=12)
    play(
        town,
        """
        Inès > /intro @Awa @Marc Petit un jardin partagé
        Inès < Je pose la question à Awa et à Marc Petit, dès que possible, …
        """,
    )
    return town


STOPPED = """
{who} > /stop
{who} < Entendu : je ne vous écrirai plus de moi-même. …
"""


@pytest.mark.parametrize(("who", "other"), [("Awa", "Marc Petit"), ("Marc Petit", "Awa")])
def test_what_one_of_the_two_will_never_see_ends_at_once(
    night: Stage, who: str, other: str
) -> None:
    """Both wait for the same morning: whoever is shown it first hears that it came to nothing."""
    play(night, STOPPED.format(who=who))
    night.passes(timedelta(hours=12))
    assert len(night.spoken[f"dm:{who}"]) == 1
    seen = ["pense que" in each.text for each in night.spoken[f"dm:{other}"]]
    closed = ["ne se fera pas" in each.text for each in night.spoken[f"dm:{other}"]]
    assert sum(seen) == sum(closed)
    assert "ne se fera pas cette fois-ci" in night.spoken["dm:Inès"][-1].text
    assert outcomes(night) == [("closed", "not_now")]


def test_who_leaves_in_the_night_ends_it_for_who_has_not_seen_it(night: Stage) -> None:
    play(
        night,
        """
        Awa leaves
        Inès < La rencontre … ne se fera pas …
        1 day passes
        """,
    )


def test_a_part_of_a_name_offers_a_choice_and_names_can_be_asked_for(town: Stage) -> None:
    play(
        town,
        """
        Inès > /presenter
        Inès < Qui voulez-vous présenter ? …
        Inès > personne d'ici
        Inès < Je ne trouve personne du nom de « personne d'ici ». …
        Inès > marc
        Inès < Laquelle de ces personnes ? [Marc Petit] [Marcelle] [Quelqu’un d’autre]
        Inès > [Marcelle]
        Inès < Et à qui présenter Marcelle ? …
        Inès > MARCELLE
        Inès < C’est deux fois Marcelle. …
    """,
    )


def test_whoever_is_paused_is_not_asked(town: Stage) -> None:
    play(
        town,
        """
        Awa > stop
        Awa < Entendu …
        Inès > /intro Awa, Marcelle
        Inès < … qu’auraient ces deux personnes à se dire …
        Inès > le jardin
        Inès < Ce n’est pas le moment pour Awa …
    """,
    )


def test_only_the_team_can_propose(town: Stage) -> None:
    play(
        town, "Awa > /presenter @Inès @Marcelle\nAwa < Cela demande un rôle que vous n’avez pas. …"
    )


def test_the_role_is_needed_when_it_is_carried_out(town: Stage) -> None:
    play(
        town,
        "Inès > /presenter @Awa @Marcelle\nInès < … qu’auraient ces deux personnes à se dire …",
    )
    town.write(lambda c: c.execute(table(Member).update().values(role="member")))
    play(town, "Inès > le jardin\nInès < Cela demande un rôle que vous n’avez pas. …")
    assert outcomes(town) == []


@pytest.mark.parametrize("who", ["Awa", "Marc Petit", "Inès"])
def test_the_reason_goes_with_whoever_it_is_about_or_wrote_it(town: Stage, who: str) -> None:
    play(town, PROPOSED)
    town.says(who, "/mydata")
    town.taps(who, "Tout effacer")
    town.taps(who, "Tout effacer")
    needs = town.write(lambda c: c.execute(select(table(Ask).c.need)).scalars().all())
    assert needs == [""]


def test_every_step_is_audited(town: Stage) -> None:
    play(town, PROPOSED)
    for who in ("Awa", "Marc Petit"):
        town.taps(who, "Volontiers")
    audit = table(Audit)
    rows = town.write(lambda c: c.execute(select(audit).order_by(audit.c.id)).all())
    told = {"ask", "introduction"}
    moves = [(row.subject, row.before, row.after) for row in rows if row.subject in told]
    assert moves == [
        ("ask", "", "proposed"), ("introduction", "", "offered"),
        ("introduction", "offered", "requester_agreed"),
        ("introduction", "requester_agreed", "accepted"), ("ask", "proposed", "introduced"),
    ]  # fmt: skip
    assert town.write(lambda c: c.execute(select(table(Introduction).c.room)).scalar()) == "room:1"


@pytest.mark.parametrize(
    ("words", "both"),
    [
        ("@awa @marc petit", ("awa", "marc petit")), ("Awa, Marc Petit", ("Awa", "Marc Petit")),
        ("Awa & Marc", ("Awa", "Marc")), ("<@U1|awa> <@!22>", ("<@U1|awa>", "<@!22>")),
        ("<@U1|Awa Diop>, Marc", ("<@U1|Awa Diop>", "Marc")),
        ("@awa", ("awa", "")), ("", ("", "")), ("@a, @b, @c", ("a", "b c")),
        ("Awa, Marc : un jardin, une haie", ("Awa", "Marc : un jardin, une haie")),
    ],
)  # fmt: skip
def test_two_names_are_read_however_they_are_written(words: str, both: tuple[str, str]) -> None:
    assert names(words) == both


def test_nobody_is_told_of_a_room_that_two_without_a_common_one_cannot_have(stage: Stage) -> None:
    """Two on WhatsApp were promised one, and the moderator heard that it was open."""
    stage.member("Inès", role="moderator")
    stage.member("Awa", at="phone")
    stage.member("Marc", at="phone")
    play(
        stage,
        """
        Inès > /intro @Awa @Marc un jardin partagé
        Awa < … Si vous êtes d’accord tous les deux, je vous mets en contact. … [Volontiers] [Pas cette fois]
        Marc < … Si vous êtes d’accord tous les deux, je vous mets en contact. … [Volontiers] [Pas cette fois]
        Inès < Je pose la question à Awa et à Marc, …
        Awa > [Volontiers]
        Awa < Merci ! Si l’autre personne le souhaite aussi, je vous mets en contact.
        Marc > [Volontiers]
        Marc < C’est Awa, … Je n’ai pas de salon où vous réunir …
        Marc < Vous et Awa n’avez pas de salon commun ici. … [Oui, sous mon nom] [Oui, un autre nom] [Plutôt pas]
        Awa < C’est Marc, … Je n’ai pas de salon où vous réunir …
        Awa < Vous et Marc n’avez pas de salon commun ici. … [Oui, sous mon nom] [Oui, un autre nom] [Plutôt pas]
        Inès < Awa et Marc sont d’accord. Je n’ai pas de salon où les réunir : je demande à chaque personne comment elle préfère écrire à l’autre. …
        """,
    )
    said = [each.text for heard in stage.spoken.values() for each in heard]
    assert not [each for each in said if "ouvre un salon" in each or "salon leur est" in each]


def test_the_way_out_of_an_introduction_is_named_as_such(town: Stage) -> None:
    """The button said “Skip”, which is no answer to whom."""
    play(
        town,
        """
        Inès > /intro
        Inès < Qui voulez-vous présenter ? … [Annuler]
        Inès > @Awa
        Inès < Et à qui présenter Awa ? … [Annuler]
        Inès > [Annuler]
        Inès < Très bien, je ne demande rien à personne.
        """,
    )


def test_a_second_moderator_is_told_that_the_two_are_asked_already(town: Stage) -> None:
    town.member("Nora", role="moderator")
    play(
        town,
        PROPOSED
        + """
        Nora > /intro @Marc Petit @Awa
        Nora < Quelque chose est déjà en cours entre Marc Petit et Awa … Je n’ai donc sollicité personne.
        Awa > [Volontiers]
        Awa < Merci …
        Marc Petit > [Volontiers]
        Marc Petit < C’est Awa …
        Awa < …
        Inès < …
        room:1 < …
        Nora > /intro @Marc Petit @Awa les fleurs
        Nora < Marc Petit et Awa sont déjà en lien par moi … Je n’ai donc sollicité personne.
        """,
    )


def test_two_moderators_at_the_same_time_ask_once(town: Stage) -> None:
    town.member("Nora", role="moderator")
    play(town, "Nora > /intro @Awa @Marc Petit\nNora < …" + PROPOSED)
    play(town, "Nora > les fleurs\nNora < Quelque chose est déjà en cours entre Awa et Marc Petit…")


def test_no_idea_is_brought_beside_a_request_between_the_two(town: Stage) -> None:
    for words in ("/ask comptabilité", "Awa", "passer"):
        town.says("Marcelle", words)
    town.heard.clear()
    play(
        town,
        """
        Inès > /intro @Awa @Marcelle
        Inès < Quelque chose est déjà en cours entre Awa et Marcelle …
        """,
    )


def test_of_two_who_are_kept_apart_no_more_is_told_than_before(town: Stage) -> None:
    play(town, PROPOSED)
    for words in ("/block Awa", "oui"):
        town.says("Marc Petit", words)
    town.heard.clear()
    play(town, "Inès > /intro @Awa @Marc Petit les fleurs\nInès < Ce n’est pas le moment …")


def test_whoever_proposed_it_is_told_that_no_room_could_be_opened(town: Stage) -> None:
    """The platform would not have one of the two in a room; the moderator believed in it."""
    play(town, PROPOSED)
    for who in ("Awa", "Marc Petit"):
        town.taps(who, "Volontiers")
    town.heard.clear()
    for _ in range(2):
        town.work(lambda scope: roomless.meet(scope, "room:1"))
        town.settle()
    told = [each.text for each in town.heard["dm:Inès"]]
    assert len(told) == 1
    assert told[0].startswith("Le salon pour Awa et Marc Petit n’a pas pu s’ouvrir")


def test_a_need_after_cancel_is_no_answer_to_an_introduction(town: Stage) -> None:
    play(town, PROPOSED)
    town.says("Awa", "annuler")
    town.says("Awa", "plomberie")
    told = town.heard["dm:Awa"][-1].text
    assert "plomberie" in told, told


def test_a_reason_that_names_either_of_them_is_not_read_as_it_is(stage: Stage) -> None:
    """Both read each other's names before they had agreed."""
    stage.member("Inès", role="moderator")
    for name in ("Zoé", "Awa Diop"):
        stage.member(name)
    stage.says("Inès", "/intro @Zoé @Awa zoe debute en compta et awa adore transmettre")
    warned = stage.spoken["dm:Inès"][-1].text
    assert "il s’y trouve un nom" in warned
    assert "zoe" in warned
    stage.taps("Inès", "Envoyer sans")
    for who in ("Zoé", "Awa Diop"):
        assert "[…] debute en compta et […] adore" in stage.spoken[f"dm:{who}"][-1].text


def test_two_of_whom_one_reports_the_other_before_both_agree_do_not_meet(town: Stage) -> None:
    play(town, PROPOSED)
    for who, words in (
        ("Awa", "signaler Marc Petit il m’insulte"), ("Awa", "non"),
        ("Awa", "volontiers"), ("Marc Petit", "volontiers"),
    ):  # fmt: skip
        town.says(who, words)
    assert not any(place.startswith("room:") for place in town.spoken)
    assert "ne se fera pas" in " ".join(each.text for each in town.spoken["dm:Inès"])
