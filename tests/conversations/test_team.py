"""The team: who is on it, and what only it is offered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from community import reports, roles, roster
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Report, table
from tests.conversations.openings import opening


@opening
def village(stage: Stage) -> Stage:
    stage.member("Awa")
    stage.member("Tom", locale="en")
    return stage


def appoint(stage: Stage, who: str, role: str) -> None:
    stage.work(lambda scope: roles.appoint(scope, stage.space_id, who, role))
    stage.settle()


def helped(stage: Stage, who: str) -> str:
    """The list of commands that somebody is shown."""
    stage.heard[f"dm:{who}"].clear()
    stage.says(who, "/help")
    return "\n".join(heard.text for heard in stage.heard[f"dm:{who}"])


def test_who_gets_a_role_is_told_in_their_language_and_once(village: Stage) -> None:
    for who in ("Awa", "Tom"):
        for _ in range(2):
            appoint(village, who, "moderator")
    play(
        village,
        """
        Awa < Bonjour Awa ! La modération de la communauté vous est désormais confiée. …
        Tom < Hello Tom! You are one of the community’s moderators now. …
    """,
    )
    appoint(village, "Awa", "member")
    play(village, "Awa < Bonjour Awa ! Vous ne faites plus partie de l’équipe de la communauté. …")


def test_help_shows_moderators_what_is_theirs_and_members_not(village: Stage) -> None:
    assert "/remercier" in helped(village, "Awa")
    assert "/presenter" not in helped(village, "Awa")
    appoint(village, "Awa", "moderator")
    assert "/presenter" in helped(village, "Awa")
    appoint(village, "Awa", "organiser")
    assert "/presenter" in helped(village, "Awa")


def test_somebody_is_found_by_id_and_else_by_a_name_that_is_theirs_alone(village: Stage) -> None:
    village.member("Léo")
    entry = roster.read_row({"id": "leo-2", "name": "Léo"})
    village.work(lambda scope: roster.take(scope, village.space_id, entry))

    def named(who: str) -> str:
        return str(village.work(lambda scope: roles.appoint_called(scope, who, "moderator")))

    by_id = village.work(lambda scope: roles.appoint(scope, 0, "leo-2", "moderator"))
    assert by_id == "Léo"
    village.work(lambda scope: _rename(scope, village, "Tom", "Tom Baker"))
    assert named("Tom Baker") == "Tom Baker"
    village.work(lambda scope: _rename(scope, village, "Awa", "Tom Baker"))
    with pytest.raises(roles.SeveralMembers):
        named("Tom Baker")
    with pytest.raises(roles.NoSuchMember):
        named("Nobody")


def _rename(scope: Scope, stage: Stage, id_: str, name: str) -> None:
    member = roster._known(scope, stage.space_id, id_)
    assert member is not None
    member.name = name


def speaks(stage: Stage, who: str, *, role: str | None) -> None:
    """Somebody says something, of whom their platform says that."""
    stage.says(who, "/help", role=role)
    stage.heard[f"dm:{who}"].clear()


def test_who_moderates_by_their_platforms_word_hears_what_the_team_is_told(village: Stage) -> None:
    village.member("Inès")
    speaks(village, "Inès", role="moderator")
    play(
        village,
        """
        Awa > /team Tom me menace
        Inès < Awa écrit à l’équipe : « Tom me menace »
        Awa < C’est transmis à l’équipe, en privé. …
        Awa > /report Tom
        Awa < Que s’est-il passé ? …
        Awa > Il me menace
        Inès < Un signalement, en privé. …
        Awa < Merci de l’avoir dit. C’est gardé pour l’équipe, …
        Awa < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Tom ? …
        """,
    )


def test_who_does_not_moderate_any_more_hears_nothing_more(village: Stage) -> None:
    village.member("Inès")
    speaks(village, "Inès", role="moderator")
    speaks(village, "Inès", role=None)
    play(
        village,
        """
        Awa > /team Tom me menace
        Awa < L’équipe de cette communauté n’a encore personne que je puisse prévenir : …
        """,
    )


def test_a_report_of_the_only_moderator_is_kept_for_the_next_one(village: Stage) -> None:
    village.member("Inès", role="moderator")
    play(
        village,
        """
        Awa > /report Inès
        Awa < Que s’est-il passé ? …
        Awa > Elle me menace
        Awa < Merci de l’avoir dit. Je garde vos mots, mais l’équipe n’a pour l’instant personne …
        Awa < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Inès ? …
        """,
    )
    village.heard["dm:Inès"].clear()
    appoint(village, "Tom", "moderator")
    village.passes(timedelta(days=8))
    assert any(
        "this report has been waiting for the team since" in each.text
        for each in village.heard["dm:Tom"]
    )
    assert not any("signalement" in each.text for each in village.heard["dm:Inès"])


def test_a_request_is_not_said_to_be_with_a_team_that_has_nobody(village: Stage) -> None:
    play(
        village,
        """
        Awa > /ask cornemuse
        Awa < Je ne vois encore personne pour « cornemuse ». …
        Awa > Oui
        Awa < …
        Awa > Passer
        Awa < Pour « cornemuse », je n’ai encore trouvé personne, et cette communauté n’a pas …
        """,
    )


def test_a_late_helper_is_not_told_of_a_team_that_there_is_not(village: Stage) -> None:
    village.member("Zoé")
    village.member("Lina", offers=["cornemuse"])
    for words in ("/ask cornemuse", "Lina", "passer"):
        village.says("Zoé", words)
    village.passes(timedelta(days=6))
    told = village.spoken["dm:Lina"][-1].text
    assert "équipe" not in told
    assert "compte encore" in told


@opening
def watched(stage: Stage) -> Stage:
    """Karim and Nadia moderate; Awa has something to say of Karim."""
    stage.member("Awa")
    stage.member("Tom")
    stage.member("Karim", role="moderator")
    stage.member("Nadia", role="moderator")
    return stage


def test_a_moderator_whom_words_to_the_team_name_is_left_out_of_all_that_follows(
    watched: Stage,
) -> None:
    play(
        watched,
        """
        Awa > /team merci Karim
        Karim < Awa écrit à l’équipe : « merci Karim »
        Nadia < Awa écrit à l’équipe : « merci Karim »
        Awa < C’est transmis à l’équipe, en privé. …
        Awa > je voudrais parler à l’équipe
        Awa < Qu’aimeriez-vous dire à l’équipe ? …
        Awa > le modérateur karim me drague
        Awa < Vos mots nomment Karim, de l’équipe. … [Sans Karim] [À toute l’équipe]
        Awa > sans karim
        Nadia < Awa écrit à l’équipe : « le modérateur karim me drague » [Répondre]
        Awa < C’est transmis à l’équipe, en privé. …
        Karim > /reports
        Karim < Aucun signalement n’attend l’équipe.
        3 days pass
        Nadia < Awa attend encore une réponse de l’équipe. …
        Awa < L’équipe n’a pas encore répondu à votre mot. …
        Nadia > [Répondre]
        Nadia < …
        Nadia > Je m’en occupe
        Awa < Nadia, de l’équipe, vous écrit : « Je m’en occupe » …
        Nadia < …
        """,
    )


def test_words_about_one_of_the_team_who_is_not_named_ask_who_that_is(watched: Stage) -> None:
    """The whole team read them, whoever of it they were about."""
    play(
        watched,
        """
        Awa > /report un modérateur m'insulte en mp
        Awa < De qui s’agit-il ? …
        Awa > oui
        Awa < De qui s’agit-il ? …
        Awa > je ne connais pas son nom
        Awa < Sans nom, l’équipe le lira comme un message de vous…
        Awa > oui
        Awa < Vos mots parlent de quelqu’un de l’équipe. … [À toute l’équipe]
        Awa > Tom
        Awa < Je ne trouve personne du nom de « Tom » dans l’équipe. …
        Awa > Karim
        Nadia < Awa écrit à l’équipe : « un modérateur m'insulte en mp » [Répondre]
        Awa < C’est transmis à l’équipe, en privé. …
        Awa > /team le modo me harcèle
        Awa < Vos mots parlent de quelqu’un de l’équipe. …
        Awa > je sais pas
        Karim < Awa écrit à l’équipe : « le modo me harcèle »
        Nadia < Awa écrit à l’équipe : « le modo me harcèle » [Répondre]
        Awa < C’est transmis à l’équipe, en privé. …
        Awa > /team je voudrais parler à un modérateur
        Karim < …
        Nadia < …
        Awa < C’est transmis à l’équipe, en privé. …
        """,
    )


def test_a_report_is_kept_from_a_moderator_named_anywhere_in_it(watched: Stage) -> None:
    play(
        watched,
        """
        Awa > /report Tom et Karim m’insultent
        Nadia < Un signalement, en privé. …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Tom ? …
        Awa > non
        Awa < Très bien. …
        Karim > /reports
        Karim < Aucun signalement n’attend l’équipe.
        Awa > /report
        Awa < De quoi s’agit-il ? …
        Nadia > [Laisser à d’autres]
        Nadia < …
        Awa > Karim
        Awa < Que s’est-il passé ? …
        Awa > il abuse de son rôle
        Nadia < Un signalement, en privé. …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Karim ? …
        Awa > non
        Awa < Très bien. …
        Awa > /report
        Awa < De quoi s’agit-il ? …
        Awa > Nadia abuse de son rôle
        Awa < Merci de l’écrire ici : … S’agit-il de cette personne : Nadia ? …
        Awa > [Oui, Nadia]
        Karim < Un signalement, en privé. …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Nadia ? …
        """,
    )


def test_who_is_reported_does_not_empty_the_report_by_leaving(watched: Stage) -> None:
    for words in ("/report Tom m’insulte", "non"):
        watched.says("Awa", words)
    for words in ("/mydata", "Tout effacer", "Tout effacer"):
        watched.taps("Tom", words) if words != "/mydata" else watched.says("Tom", words)
    told = watched.work(lambda scope: reports.read(scope, 1), "Nadia")
    assert told is not None
    assert (told.about, told.words) == ("", "m’insulte")
    watched.work(lambda scope: reports.take(scope, 1), "Nadia")
    watched.work(lambda scope: reports.close(scope, 1, "vu"), "Nadia")
    assert words_kept(watched) == [""]


def words_kept(stage: Stage) -> list[str]:
    return list(stage.write(lambda c: c.execute(select(table(Report).c.words)).scalars()))
