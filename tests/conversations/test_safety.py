"""Blocking and reporting: two who are apart never meet, and nobody hears of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from community import decisions, own_data, profiles, reports, roles, safety
from community.members import NotAllowed
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Audit, Block, Introduction, Member, Report, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Awa helps; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


BLOCKED = """
{who} > /bloquer {whom}
{who} < Souhaitez-vous que je ne vous fasse plus jamais rencontrer {whom} ? … [Bloquer {whom}]
{who} > [Bloquer]
"""
REQUESTED = """
Zoé > /ask comptabilité
Zoé < Pour « comptabilité », … [Awa]
Zoé > [Awa]
Zoé < Voulez-vous ajouter …
Zoé > [Passer]
Awa < Quelqu’un de la communauté … [J’accepte]
Zoé < Votre demande est partie vers Awa. …
"""
ACCEPTED = """
Awa > [J’accepte]
Awa < Merci ! C’est Zoé. …
room:1 < Bonjour Zoé, bonjour Awa ! …
Zoé < Bonne nouvelle : Awa accepte …
"""
NOBODY = """
Zoé > /ask comptabilité
Zoé < Je ne vois encore personne pour « comptabilité ». …
Zoé > [Laisser]
Zoé < Très bien. …
"""


@pytest.mark.parametrize(("who", "whom"), [("Zoé", "Awa"), ("Awa", "Zoé")])
def test_neither_finds_the_other_and_the_other_hears_nothing(
    town: Stage, who: str, whom: str
) -> None:
    play(
        town, BLOCKED.format(who=who, whom=whom) + f"{who} < C’est fait : … {whom} n’en saura rien…"
    )
    play(town, NOBODY)
    assert who not in " ".join(each.text for each in town.spoken[f"dm:{whom}"])


def test_the_list_unblocks_and_then_they_can_meet(town: Stage) -> None:
    play(town, BLOCKED.format(who="Zoé", whom="Awa") + "Zoé < C’est fait : …")
    play(
        town,
        """
        Zoé > /block
        Zoé < Voici de qui vous restez à distance. … [Ne plus bloquer Awa] [Bloquer quelqu’un d’autre]
        Zoé > [Ne rien changer]
        Zoé < Très bien, rien ne change.
        Zoé > /block
        Zoé < Voici de qui vous restez à distance. …
        Zoé > [Ne plus bloquer Awa]
        Zoé < C’est noté : je peux de nouveau …
    """,
    )
    play(town, REQUESTED)


def test_blocking_somebody_needs_a_yes_and_somebody_else(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /block Awa
        Zoé < Souhaitez-vous …
        Zoé > non
        Zoé < Très bien, rien ne change.
        Zoé > /block Zoé
        Zoé < C’est vous ! …
        Zoé > /block
        Zoé < De qui préférez-vous rester à distance ? …
        Zoé > [Passer]
        Zoé < Très bien, rien ne change.
    """,
    )
    assert count(town, Block) == 0


def test_a_request_in_hand_goes_on_at_its_own_time_and_does_not_tell_whose_it_was(
    town: Stage,
) -> None:
    """It ended at once, by which Awa knew whose it had been."""
    play(town, REQUESTED)
    play(
        town,
        BLOCKED.format(who="Awa", whom="Zoé")
        + """
        Awa < C’est fait : …
        Awa < Quelqu’un de la communauté … [J’accepte]
        3 days pass
        Awa < La demande « comptabilité » passe à l’équipe. …
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < Personne n’a pu prendre votre demande « comptabilité » pour l’instant. …
        """,
    )


@pytest.mark.parametrize("answer", ["J’accepte", "En savoir plus", "Pas maintenant"])
def test_whoever_blocked_the_unknown_requester_cannot_be_brought_to_them(
    town: Stage, answer: str
) -> None:
    play(town, REQUESTED)
    play(
        town,
        BLOCKED.format(who="Awa", whom="Zoé")
        + f"""
        Awa < C’est fait : …
        Awa < Quelqu’un de la communauté … [J’accepte]
        Awa > [{answer}]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » est entre-temps allée vers quelqu’un d’autre. …
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < Personne n’a pu prendre votre demande « comptabilité » pour l’instant. …
        """,
    )


def test_whoever_asked_takes_it_back_without_a_word_of_it(town: Stage) -> None:
    play(town, REQUESTED)
    play(
        town,
        BLOCKED.format(who="Zoé", whom="Awa")
        + """
        Awa < La demande « comptabilité » n’a plus besoin de réponse. …
        Zoé < C’est fait : …
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < Personne n’a pu prendre votre demande …
        """,
    )


def test_who_blocked_whom_they_met_is_not_asked_about_it_and_shares_no_room(town: Stage) -> None:
    play(town, REQUESTED + ACCEPTED)
    play(
        town,
        BLOCKED.format(who="Zoé", whom="Awa")
        + """
        Zoé < C’est fait : …
        Zoé < Pour ce que vous aviez demandé (comptabilité), je peux chercher quelqu’un d’autre : …
        3 days pass
        Awa < Le … je vous ai mis en lien avec Zoé … Avez-vous pu vous parler ? …
        40 days pass
        """,
    )
    rows = table(Introduction)
    assert town.write(lambda c: c.execute(select(rows.c.state)).scalar()) == "ended"


def test_whoever_was_promised_a_helper_who_then_blocks_them_is_helped_on(town: Stage) -> None:
    """Once they are asked, as they would be anyway, and not at once."""
    play(town, REQUESTED + ACCEPTED)
    play(
        town,
        BLOCKED.format(who="Awa", whom="Zoé")
        + """
        Awa < C’est fait : …
        3 days pass
        Zoé < Le … je vous ai mis en lien avec Awa … Avez-vous pu vous parler ? …
        Zoé > [Pas encore]
        Zoé < …
        Zoé > [Demander à quelqu’un d’autre]
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < …
        Zoé > /where
        Zoé < Voici où vous en êtes. • comptabilité : elle est auprès de l’équipe …
        """,
    )
    assert "bloqu" not in " ".join(each.text for each in town.spoken["dm:Zoé"])


def test_an_asker_who_leaves_after_the_hand_off_is_not_waited_for(town: Stage) -> None:
    play(town, REQUESTED)
    play(town, ACCEPTED)
    town.does("Zoé", "leave")
    play(
        town,
        """
        Awa < Pour « comptabilité », la personne avec qui je vous avais mis en lien n’est finalement pas disponible. …
        20 days pass
        """,
    )


def test_a_helper_who_leaves_after_the_hand_off_is_replaced(town: Stage) -> None:
    play(town, REQUESTED)
    play(town, ACCEPTED)
    town.does("Awa", "leave")
    play(
        town,
        """
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < La personne avec qui je vous avais mis en lien pour « comptabilité » n’est finalement pas disponible. …
        """,
    )


def test_an_asker_who_is_erased_after_the_hand_off_leaves_no_word_of_the_need(town: Stage) -> None:
    play(town, REQUESTED)
    play(town, ACCEPTED)
    town.does("Zoé", "erase")
    play(
        town,
        """
        Awa < Une personne avec qui je vous avais mis en lien n’est finalement pas disponible. …
        Zoé < C’est fait : tout ce que je savais de vous est effacé. …
        """,
    )


def test_the_next_in_line_is_somebody_else(town: Stage) -> None:
    """Blocked while they stood in line: their turn is passed over."""
    town.member("Marc", offers=["comptabilité"])
    play(
        town,
        """
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », … [Awa] [Marc]
    """,
    )
    town.work(lambda scope: safety.block(scope, town.id_of("Zoé", scope)), "Marc")
    play(
        town,
        """
        Zoé > [Marc]
        Zoé < Voulez-vous ajouter …
        Zoé > [Passer]
        Awa < Quelqu’un de la communauté …
        Zoé < Votre demande est partie vers Awa. …
        Awa > [Je ne peux pas]
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Awa < Merci de l’avoir dit, l’équipe prend le relais.
        Zoé < Personne n’a pu prendre …
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Marc
        Inès < Pour cette demande-ci, je ne peux pas solliciter Marc. …
    """,
    )


def test_the_team_cannot_bring_them_together_and_does_not_hear_why(town: Stage) -> None:
    play(town, BLOCKED.format(who="Awa", whom="Zoé") + "Awa < C’est fait : …")
    play(
        town,
        """
        Inès > /intro @Zoé @Awa
        Inès < Zoé et Awa : qu’auraient ces deux personnes à se dire ? …
        Inès > le jardin
        Inès < Ce n’est pas le moment pour Zoé et Awa : je n’ai donc rien demandé. …
    """,
    )


def test_a_proposal_of_the_team_ends_as_if_it_were_not_the_moment(town: Stage) -> None:
    play(
        town,
        """
        Inès > /intro @Zoé @Awa
        Inès < Zoé et Awa : qu’auraient ces deux personnes à se dire ? …
        Inès > le jardin
        Zoé < Inès, de l’équipe, pense …
        Awa < Inès, de l’équipe, pense …
        Inès < Je pose la question à Zoé et à Awa, …
    """,
    )
    play(
        town,
        BLOCKED.format(who="Awa", whom="Zoé")
        + """
        Zoé < La rencontre proposée par l’équipe ne se fera pas cette fois-ci. …
        Awa < C’est fait : …
        Awa < La rencontre proposée par l’équipe ne se fera pas …
        Inès < La rencontre entre Zoé et Awa ne se fera pas …
        """,
    )


def count(stage: Stage, model: type) -> int:
    rows = table(model)
    return int(stage.write(lambda c: c.execute(select(func.count()).select_from(rows)).scalar()))


# Reports


REPORTED = """
Zoé > /signaler Awa
Zoé < Que s’est-il passé ? …
Zoé > des mots blessants
Inès < Un signalement, en privé. … Cela concerne Awa Zoé écrit : « des mots blessants » [Je m’en occupe]
Zoé < Merci de l’avoir dit. …
Zoé < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Awa ? …
Zoé > non
Zoé < Très bien. Si vous vous écriviez par moi, c’est terminé, …
"""


def test_a_person_is_reported_taken_in_hand_and_closed_with_a_reason(town: Stage) -> None:
    play(town, REPORTED)
    play(
        town,
        """
        Inès > [Je m’en occupe]
        Inès < Merci. Pour en parler avec Zoé : /membre
        Inès > /signalements
        Inès < Un signalement attend l’équipe. … [C’est vu] [Cela concerne Awa]
        Inès > [Cela concerne Awa]
        Inès < Un signalement, … Inès s’en occupe. [Le clore]
        Inès > [Le clore]
        Inès < Qu’avez-vous décidé, et pourquoi ? …
        Inès > parlé avec Awa, qui s’excuse
        Zoé < L’équipe a regardé ce que vous lui aviez signalé, …
        Inès < C’est clos. …
        Inès > /reports
        Inès < Aucun signalement n’attend l’équipe.
    """,
    )
    assert town.spoken["dm:Awa"] == []
    rows = table(Audit)
    moves = town.write(lambda c: c.execute(
        select(rows.c.before, rows.c.after).where(rows.c.subject == "report").order_by(rows.c.id)
    ).all())  # fmt: skip
    assert [tuple(each) for each in moves] == [("", "open"), ("open", "taken"), ("taken", "closed")]


def test_a_request_is_reported_with_its_button_and_waits_for_the_team(town: Stage) -> None:
    play(town, REQUESTED)
    play(
        town,
        """
        Awa > [Plutôt quelqu’un d’autre…]
        Awa < Entendu. Pourquoi quelqu’un d’autre ? [Ce n’est pas mon sujet] [Je pense à quelqu’un d’autre] [Signaler la demande]
        Awa > [Signaler la demande]
        Awa < Que s’est-il passé ? …
        Awa > cela cherche à vendre
        Inès < Un signalement, … À propos de la demande « comptabilité » (Zoé) Awa écrit : « cela cherche à vendre » …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? …
        Inès > [Laisser à d’autres]
        Inès < Entendu, l’équipe reste prévenue.
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. L’équipe regarde …
    """,
    )


@pytest.mark.parametrize("nothing", ["non", "rien", "[Rien, finalement]"])
def test_nothing_is_no_report(town: Stage, nothing: str) -> None:
    play(
        town,
        f"""
        Zoé > /report Awa
        Zoé < Que s’est-il passé ? … [Rien, finalement]
        Zoé > {nothing}
        Zoé < Très bien. Vous pouvez parler à l’équipe quand vous voulez …
        """,
    )
    assert town.work(reports.waiting, "Inès") == []


def test_a_request_that_is_not_reported_after_all_is_still_there(town: Stage) -> None:
    play(town, REQUESTED)
    play(
        town,
        """
        Awa > [Plutôt quelqu’un d’autre…]
        Awa < Entendu. …
        Awa > [Signaler la demande]
        Awa < Que s’est-il passé ? …
        Awa > rien
        Awa < Très bien. …
        Awa < Quelqu’un de la communauté … [J’accepte]
        """,
    )


def test_a_request_can_be_reported_later_and_its_author_stays_unnamed(town: Stage) -> None:
    play(town, REQUESTED)
    play(
        town,
        """
        Awa > /report
        Awa < De quoi s’agit-il ? … [D’une personne] [De la demande « comptabilité »] [De rien]
        Awa > [De la demande]
        Awa < Que s’est-il passé ? …
        Awa > cela cherche à vendre
        Inès < Un signalement, …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? …
        Awa < Quelqu’un de la communauté …
        Awa > je veux signaler cette demande
        Awa < Que s’est-il passé ? …
        Awa > rien
        Awa < Très bien. …
        Awa < Quelqu’un de la communauté …
        Awa > /report
        Awa < De quoi s’agit-il ? …
        Awa > [De rien]
        Awa < Très bien. …
        Awa < Quelqu’un de la communauté …
    """,
    )
    assert "Zoé" not in " ".join(each.text for each in town.spoken["dm:Awa"])
    assert "about_id" not in town.work(own_data.collect, "Awa")["reports"][0]


def test_a_report_that_nobody_takes_comes_up_again(town: Stage) -> None:
    play(town, REPORTED)
    play(
        town,
        """
        Inès > [Laisser à d’autres]
        Inès < Entendu, l’équipe reste prévenue.
        3 days pass
        Inès < Un rappel : ce signalement attend l’équipe depuis le lundi 23 novembre. …
        Zoé < Personne de l’équipe n’a encore regardé votre signalement …
        Inès > [Je m’en occupe]
        Inès < Merci. …
        8 days pass
        Inès < Un rappel : ce signalement attend l’équipe depuis le lundi 23 novembre. …
    """,
    )


def test_nobody_handles_or_sees_a_report_about_themselves(town: Stage) -> None:
    town.member("Karim", role="moderator")
    play(
        town,
        """
        Zoé > /report Inès
        Zoé < Que s’est-il passé ? …
        Zoé > un mot blessant
        Karim < Un signalement, … Cela concerne Inès …
        Zoé < Merci de l’avoir dit. …
        Zoé < Souhaitez-vous …
        Zoé > non
        Zoé < Très bien. …
        Inès > /reports
        Inès < Aucun signalement n’attend l’équipe.
    """,
    )
    with pytest.raises(NotAllowed):
        town.work(lambda scope: reports.close(scope, 1, "rien"), "Inès")


def test_what_became_of_a_report_is_not_read_by_whom_it_was_about(town: Stage) -> None:
    town.member("Karim", role="moderator")
    play(
        town,
        """
        Zoé > /report Inès
        Zoé < Que s’est-il passé ? …
        Zoé > un mot blessant
        Karim < Un signalement, … Cela concerne Inès …
        Zoé < Merci de l’avoir dit. …
        Zoé < Souhaitez-vous …
        Zoé > non
        Zoé < Très bien. …
        Karim > [Le clore]
        Karim < Qu’avez-vous décidé, …
        Karim > Zoé exagère
        Zoé < L’équipe a regardé …
        Karim < C’est clos. …
        """,
    )

    def seen(by: str) -> list[str]:
        about = town.work(lambda scope: decisions.about(scope, town.id_of("Inès", scope)), by)
        return [each.reason for each in about]

    assert (seen("Inès"), seen("Karim")) == ([], ["Zoé exagère"])


@pytest.fixture
def taken(town: Stage) -> Stage:
    """Omar, who moderates with Inès, looks after a report."""
    town.member("Omar", role="moderator")
    play(
        town,
        """
        Zoé > /report Awa
        Zoé < Que s’est-il passé ? …
        Zoé > des mots blessants
        Inès < Un signalement, …
        Omar < Un signalement, …
        Zoé < Merci de l’avoir dit. …
        Zoé < Souhaitez-vous …
        Zoé > non
        Zoé < Très bien. …
        Inès > [Laisser à d’autres]
        Inès < Entendu, …
        Omar > [Je m’en occupe]
        Omar < Merci. …
        """,
    )
    return town


def test_a_report_whose_moderator_leaves_is_the_teams_again(taken: Stage) -> None:
    taken.does("Omar", "leave")
    play(taken, "Inès < Un signalement, en privé. … [Je m’en occupe]")


def test_a_report_whose_moderator_lost_the_role_is_the_teams_again(taken: Stage) -> None:
    taken.work(lambda scope: roles.appoint_called(scope, "Omar", "member"))
    taken.settle()
    play(
        taken,
        """
        Omar < Bonjour Omar ! Vous ne faites plus partie de l’équipe …
        8 days pass
        Inès < Un rappel : ce signalement attend l’équipe depuis le lundi 23 novembre. … [Je m’en occupe]
        """,
    )


def test_the_role_is_needed_when_a_report_is_closed(town: Stage) -> None:
    play(town, REPORTED)
    play(
        town,
        """
        Inès > [Le clore]
        Inès < Qu’avez-vous décidé, …
    """,
    )
    town.write(lambda c: c.execute(table(Member).update().values(role="member")))
    play(town, "Inès > rien\nInès < Cela demande un rôle que vous n’avez pas. …")
    rows = table(Report)
    assert town.write(lambda c: c.execute(select(rows.c.state)).scalar()) == "open"


def test_members_can_not_look_into_reports(town: Stage) -> None:
    play(town, "Awa > /signalements\nAwa < Cela demande un rôle que vous n’avez pas. …")
    with pytest.raises(NotAllowed):
        town.work(reports.waiting, "Awa")


def test_nothing_of_it_is_left_after_an_erasure(town: Stage) -> None:
    play(town, REPORTED)
    town.work(lambda scope: safety.block(scope, town.id_of("Awa", scope)), "Zoé")
    for step in ("/mydata", "Tout effacer", "Tout effacer"):
        (town.says if step.startswith("/") else town.taps)("Zoé", step)
    assert count(town, Block) == 0
    assert town.write(lambda c: c.execute(select(table(Report).c.words)).scalar()) == ""
    assert count(town, Introduction) == 0


@pytest.mark.parametrize(
    "words",
    ["bloquer Awa", "je veux bloquer Awa", "Please never put me in touch with Awa again",
     "ne me mettez plus en contact avec Awa", "I want to block Awa"],
)  # fmt: skip
def test_blocking_can_be_asked_for_in_words(town: Stage, words: str) -> None:
    """“Never put me in touch with Awa again” was read as a wish to meet her."""
    play(
        town, f"Zoé > {words}\nZoé < Souhaitez-vous que je ne vous fasse plus … rencontrer Awa ? …"
    )


@pytest.mark.parametrize("words", ["signaler Awa elle m’insulte", "report Awa elle m’insulte"])
def test_reporting_can_be_told_in_one_line(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Inès < Un signalement, en privé. … Cela concerne Awa Zoé écrit : « elle m’insulte » [Je m’en occupe]
        Zoé < Merci de l’avoir dit. …
        Zoé < Souhaitez-vous …
        """,
    )


def test_what_happened_may_be_told_before_whom_it_is_about(town: Stage) -> None:
    play(town, REQUESTED)
    play(
        town,
        """
        Awa > signaler
        Awa < De quoi s’agit-il ? …
        Awa > c’est une arnaque
        Awa < De qui s’agit-il ? …
        Awa > Zoé
        Inès < Un signalement, … Cela concerne Zoé Awa écrit : « c’est une arnaque » [Je m’en occupe]
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous …
        """,
    )


def test_where_a_request_stood_is_not_said_again_afterwards(town: Stage) -> None:
    """After a block the old lines came back: “vous êtes en lien avec Awa”."""
    play(town, REQUESTED)
    play(town, ACCEPTED)
    town.says("Zoé", "/where")
    told = len(town.spoken["dm:Zoé"])
    town.says("Zoé", "/block Awa")
    town.says("Zoé", "oui")
    after = " ".join(each.text for each in town.spoken["dm:Zoé"][told:])
    assert "C’est fait" in after
    assert "en lien avec" not in after


@pytest.mark.parametrize("asked", ["", "Awa > /report\nAwa < De quoi s’agit-il ? …\n"])
def test_this_request_means_the_one_that_was_brought(town: Stage, asked: str) -> None:
    """It was read as a person's name, and the only way on dropped the report."""
    words = "cette demande" if asked else "/report cette demande"
    play(
        town,
        f"""
        {REQUESTED}
        {asked}
        Awa > {words}
        Awa < Que s’est-il passé ? …
        Awa > elle me paraît louche
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? …
        Awa < Quelqu’un de la communauté aimerait votre aide …
        Inès < …
        """,
    )
    assert count(town, Report) == 1


def test_what_a_helper_asked_can_be_reported_with_what_it_was(town: Stage) -> None:
    play(
        town,
        REQUESTED
        + """
        Awa > [En savoir plus]
        Awa < Que voulez-vous savoir ? …
        Awa > Êtes-vous célibataire ?
        Awa < …
        Zoé < …
        Zoé > /report
        Zoé < De quoi s’agit-il ? … [De la question « Êtes-vous célibataire ? »] …
        Zoé > comptabilité
        Zoé < Que s’est-il passé ? …
        Zoé > [Rien]
        Zoé < …
        Zoé < À propos de « comptabilité », …
        Zoé > /report êtes-vous célibataire
        Zoé < Que s’est-il passé ? …
        Zoé > [Rien]
        Zoé < …
        Zoé < À propos de « comptabilité », …
        Zoé > /report cette question
        Zoé < Que s’est-il passé ? …
        Zoé > c’est déplacé
        Zoé < Merci de l’avoir dit. …
        Zoé < À propos de « comptabilité », on vous demande d’abord …
        Inès < … Êtes-vous célibataire ? …
        """,
    )


@pytest.mark.parametrize("words", ["elle me paraît louche", "looks like a scam"])
def test_without_a_name_the_team_is_told_all_the_same(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > /report
        Zoé < De qui s’agit-il ? … [Je ne connais pas son nom]
        Zoé > {words}
        Zoé < Sans nom, l’équipe le lira comme un message de vous, … [Oui, à l’équipe]
        Zoé > oui
        Zoé < …
        Inès < … {words} …
        """,
    )


def test_an_unknown_name_is_no_dead_end(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /report Bartholomé
        Zoé < Je ne trouve personne … [Je ne connais pas son nom]
        Zoé > [Je ne connais pas]
        Zoé < Que s’est-il passé ? …
        Zoé > il insiste
        Zoé < …
        Inès < … il insiste …
        Inès > /reports
        Inès < Aucun signalement n’attend l’équipe. Qui a écrit à l’équipe et n’a pas encore de réponse : • Zoé, le lundi 23 novembre [C’est vu] [Répondre à Zoé]
        Inès > [Répondre à Zoé]
        Inès < Qu’aimeriez-vous écrire à Zoé ? …
        Inès > merci, je regarde
        Inès < C’est …
        Zoé < Inès, de l’équipe, vous écrit : « merci, je regarde » …
        Inès > /reports
        Inès < Aucun signalement n’attend l’équipe.
        """,
    )


def test_words_for_the_block_that_is_asked_about_are_a_yes(town: Stage) -> None:
    """It blocked, and the same was asked once more."""
    play(
        town,
        """
        Zoé > /report Awa elle insiste
        Zoé < Merci de l’avoir dit. …
        Inès < …
        Zoé < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Awa ? … [Bloquer Awa]
        Zoé > bloque la
        Zoé < C’est fait : …
        """,
    )
    assert count(town, Block) == 1
    assert [each.text for each in town.heard["dm:Zoé"]] == []


def test_who_named_the_wrong_person_takes_the_report_back_in_any_words(town: Stage) -> None:
    """At the question of the block, and after it: “a simple yes or no will do” was the answer."""
    for said in ("non je me suis trompée de personne", "non\nZoé > je me suis trompée de personne"):
        for line in f"/signaler Awa elle m'insulte\nZoé > {said}".split("\nZoé > "):
            town.says("Zoé", line)
        assert "Lequel dois-je reprendre" in town.spoken["dm:Zoé"][-1].text
        town.says("Zoé", "oui")
        assert "C’est repris" in town.spoken["dm:Zoé"][-1].text
    town.says("Zoé", "je me suis trompée de personne")
    assert "reprendre" not in town.spoken["dm:Zoé"][-1].text


def test_whoever_reported_hears_once_that_the_team_was_reminded(town: Stage) -> None:
    town.says("Zoé", "/signaler Awa elle m'insulte")
    town.says("Zoé", "non")
    town.passes(timedelta(days=9))
    told = [each.text for each in town.spoken["dm:Zoé"] if "n’a encore regardé" in each.text]
    assert len(told) == 1


def test_who_has_it_in_hand_is_enough(town: Stage) -> None:
    town.says("Zoé", "/signaler Awa elle m'insulte")
    town.says("Zoé", "non")
    town.says("Inès", "Je m’en occupe")
    town.passes(timedelta(days=5))
    assert not any("n’a encore regardé" in each.text for each in town.spoken["dm:Zoé"])


def test_who_asks_without_a_name_can_be_kept_away_and_stays_unknown(town: Stage) -> None:
    """Awa still finds Zoé, or she could find out who it was."""
    town.work(lambda scope: profiles.add_offers(scope, ["photographie"]), "Zoé")
    play(town, REQUESTED)
    play(
        town,
        """
        Awa > bloquez cette personne
        Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? … [Ne plus en recevoir] [Non]
        Awa > oui
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < Personne n’a pu prendre votre demande « comptabilité » pour l’instant. …
        Awa < C’est fait : ses demandes ne viendront plus jusqu’à vous. …
        Zoé > /ask tenir des comptes
        Zoé < Je ne vois encore personne pour « tenir des comptes ». …
        Zoé > /annuler
        Zoé < …
        Awa > /ask photographie
        Awa < Pour « photographie », … [Zoé]
        Awa > /annuler
        Awa < …
        Awa > /bloquer
        Awa < Voici de qui … [Recevoir à nouveau ce que demande l’inconnu du lundi 23 novembre] [Bloquer quelqu’un d’autre] [Ne rien changer]
        """,
    )
    told = town.work(own_data.collect, "Awa")
    assert "blocked_id" not in told["blocked"][0]
    play(
        town,
        """
        Awa > [Recevoir à nouveau]
        Awa < C’est noté : ses demandes peuvent de nouveau venir jusqu’à vous.
        Zoé > /ask tenir des comptes
        Zoé < Pour « tenir des comptes », … [Awa]
        """,
    )


def test_nobody_is_asked_for_whoever_they_reported_until_the_team_has_closed_it(
    town: Stage,
) -> None:
    """A yes opened a room for the two, and the reported one was offered again."""
    play(town, REQUESTED)
    for words in ("signaler Awa", "elle me harcèle depuis des mois", "non"):
        town.says("Zoé", words)
    town.says("Awa", "j’accepte")
    assert "allée vers quelqu’un d’autre" in town.spoken["dm:Awa"][-1].text
    assert "Bonne nouvelle" not in " ".join(each.text for each in town.spoken["dm:Zoé"])
    town.says("Zoé", "/ask la comptabilité d’une SCI")
    assert "Awa" not in town.spoken["dm:Zoé"][-1].labels
    town.says("Zoé", "/cancel")
    town.says("Inès", "/intro @Zoé @Awa")
    assert "signalement" in town.spoken["dm:Inès"][-1].text
    assert "harcèle" not in town.spoken["dm:Inès"][-1].text


def test_one_of_the_team_who_is_asked_for_help_does_not_read_by_whom(town: Stage) -> None:
    """The list of requests, and what they report of it themselves, named who had asked."""
    town.member("Hugo", role="moderator", offers=["soudure"])
    play(
        town,
        """
        Zoé > /ask soudure
        Zoé < Pour « soudure », … [Hugo]
        Zoé > [Hugo]
        Zoé < Voulez-vous ajouter …
        Zoé > [Passer]
        Hugo < Quelqu’un de la communauté … [J’accepte]
        Zoé < Votre demande est partie vers Hugo. …
        Inès > /demandes
        Inès < Une demande attend une réponse. • soudure (Zoé) … [soudure]
        Hugo > /demandes
        Hugo < Aucune demande n’attend de réponse.
        """,
    )
    for words in ("/signaler", "De la demande", "cela cherche à vendre", "/signalements"):
        town.says("Hugo", words)
    assert "Zoé" not in " ".join(each.text for each in town.spoken["dm:Hugo"])
    town.says("Inès", "/signalements")
    assert "Voulez-vous le lire" in town.spoken["dm:Inès"][-1].text


def test_a_block_is_lifted_in_words(town: Stage) -> None:
    """It was looked for somebody who can help with « débloquer Awa », and the team was offered."""
    play(town, BLOCKED.format(who="Zoé", whom="Awa") + "Zoé < C’est fait : …")
    play(
        town,
        """
        Zoé > débloquer quelqu'un
        Zoé < Voici de qui vous restez à distance. … [Ne plus bloquer Awa] [Bloquer quelqu’un d’autre]
        Zoé > debloquer awa
        Zoé < C’est noté : je peux de nouveau vous mettre en lien avec Awa.
        Zoé > débloquer mon compte en banque
        Zoé < … « débloquer mon compte en banque » …
        """,
    )
