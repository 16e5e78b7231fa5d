"""The team and a member write to each other (P30): both can answer, and the team sees who did."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import SQLModel

from community import notes
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Member, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Inès and Omar moderate."""
    stage.member("Zoé")
    stage.member("Inès", role="moderator")
    stage.member("Omar", role="moderator", locale="en")
    return stage


WRITTEN = """
Zoé > /team Je ne me sens pas en sécurité
Inès < Zoé écrit à l’équipe : « Je ne me sens pas en sécurité »
Omar < Zoé writes to the team: …
Zoé < C’est transmis à l’équipe, en privé. Quelqu’un vous répondra.
"""
ANSWERED = (
    WRITTEN
    + """
Inès > [Répondre]
Inès < Qu’aimeriez-vous écrire à Zoé ? …
Inès > Bonjour Zoé, que se passe-t-il ?
Zoé < Inès, de l’équipe, vous écrit : « Bonjour Zoé, que se passe-t-il ? »
Omar < Inès answered Zoé: “Bonjour Zoé, que se passe-t-il ?”
Inès < C’est transmis à Zoé.
"""
)


def test_the_team_answers_and_its_others_see_who_did(town: Stage) -> None:
    play(
        town,
        ANSWERED
        + """
        Omar > [Answer]
        Omar < Inès has answered meanwhile. To write to this person too: /member
        """,
    )


def test_a_word_that_nobody_answers_is_brought_up_once_and_its_writer_knows(town: Stage) -> None:
    """“Somebody will answer you”, and then nothing."""
    play(
        town,
        WRITTEN
        + """
        2 days pass
        Inès < Zoé attend encore une réponse de l’équipe. …
        Omar < Zoé is still waiting for an answer from the team. …
        Zoé < L’équipe n’a pas encore répondu à votre mot. Je viens de le lui rappeler. …
        6 days pass
        """,
    )


def test_what_was_answered_and_a_word_of_thanks_wait_for_nothing(town: Stage) -> None:
    play(town, ANSWERED)
    town.passes(timedelta(minutes=5))
    town.says("Zoé", "/team merci beaucoup")
    town.heard.clear()
    play(town, "6 days pass")


def test_an_answer_may_be_typed_at_once_and_leaves_after_a_yes(town: Stage) -> None:
    play(
        town,
        WRITTEN
        + """
        Inès > Bonjour Zoé, que se passe-t-il ?
        Inès < Est-ce que j’envoie ceci à Zoé ? « Bonjour Zoé, que se passe-t-il ? » [Envoyer] [Non]
        Inès > [Envoyer]
        Zoé < Inès, de l’équipe, vous écrit : « Bonjour Zoé, que se passe-t-il ? »
        Omar < Inès answered Zoé: …
        Inès < C’est transmis à Zoé.
        """,
    )


def test_what_was_not_meant_for_the_member_never_reaches_them(town: Stage) -> None:
    play(
        town,
        WRITTEN
        + """
        Inès > qui s'y connaît en comptabilité ?
        Inès < Est-ce que j’envoie ceci à Zoé ? …
        Inès > non
        Inès < Rien n’est parti. Pour écrire à Zoé : /membre
        Inès > qui s'y connaît en comptabilité ?
        Inès < Je ne vois encore personne pour « comptabilité ». …
        """,
    )


def test_the_member_answers_back_and_the_whole_team_reads_it(town: Stage) -> None:
    play(
        town,
        ANSWERED
        + """
        Zoé > Tom me menace
        Zoé < Est-ce que je transmets ceci à l’équipe ? « Tom me menace » [Oui] [Non]
        Zoé > [Oui]
        Inès < Zoé écrit à l’équipe : « Tom me menace »
        Omar < Zoé writes to the team: “Tom me menace”
        Zoé < C’est transmis à l’équipe, …
        """,
    )


def test_the_member_may_leave_it_there(town: Stage) -> None:
    play(
        town,
        ANSWERED
        + """
        Zoé > merci beaucoup
        Zoé < Est-ce que je transmets ceci à l’équipe ? « merci beaucoup » …
        Zoé > non
        Zoé < Je ne transmets rien. L’équipe reste là : /equipe
        Zoé > [Répondre]
        Zoé < Cette question est close. …
        """,
    )


def test_a_second_message_is_read_at_once_and_answered_with_the_first(town: Stage) -> None:
    play(
        town,
        WRITTEN
        + """
        Zoé > /team Il est devant ma porte
        Inès < Zoé écrit à l’équipe : « Il est devant ma porte »
        Omar < Zoé writes to the team: …
        Zoé < C’est transmis …
        Inès > [Répondre]
        Inès < Qu’aimeriez-vous écrire à Zoé ? …
        Inès > Appelez le 17
        Zoé < Inès, de l’équipe, vous écrit : « Appelez le 17 »
        Omar < Inès answered Zoé: …
        Inès < C’est transmis à Zoé.
        """,
    )


def test_a_message_holds_up_nothing_and_nothing_holds_it_up(town: Stage) -> None:
    """A report comes at once, and a moderator in the middle of something is asked beside it."""
    play(
        town,
        WRITTEN
        + """
        Zoé > /report Omar
        Zoé < Que s’est-il passé ? …
        Zoé > Il me menace
        Inès < Un signalement, en privé. … [Je m’en occupe]
        Zoé < Merci de l’avoir dit. …
        Zoé < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Omar ? …
        Zoé > non
        Zoé < Très bien. Si vous vous écriviez par moi, …
        Zoé > /team Il est là
        Inès < Zoé écrit à l’équipe : « Il est là » [Répondre]
        Omar < Zoé writes to the team: “Il est là”
        Zoé < C’est transmis …
        Inès > je m'en occupe
        Inès < Merci. Pour en parler avec Zoé : /membre
        Inès > [Répondre]
        Inès < Qu’aimeriez-vous écrire à Zoé ? …
        """,
    )


def test_what_was_written_is_kept_nowhere_while_it_waits_for_an_answer(town: Stage) -> None:
    play(town, WRITTEN)
    kept = town.write(lambda c: [
        str(c.execute(select(each)).all()) for each in SQLModel.metadata.sorted_tables
    ])  # fmt: skip
    assert not any("sécurité" in each for each in kept)
    play(town, "Inès > /help\nInès < Voici ce que je sais faire …")


def test_the_role_is_needed_when_the_answer_leaves(town: Stage) -> None:
    play(town, WRITTEN + "Inès > [Répondre]\nInès < Qu’aimeriez-vous écrire à Zoé ? …")
    town.write(lambda c: c.execute(table(Member).update().values(role="member")))
    play(town, "Inès > Bonjour\nInès < Cela demande un rôle que vous n’avez pas. …")


def test_who_has_gone_can_not_be_answered(town: Stage) -> None:
    play(
        town,
        WRITTEN
        + """
        Inès > [Répondre]
        Inès < Qu’aimeriez-vous écrire à Zoé ? …
        Zoé leaves
        Inès > Bonjour
        Inès < Zoé n’est plus là : je ne peux plus lui écrire.
        """,
    )


def test_after_a_week_what_is_typed_is_no_answer_any_more(town: Stage) -> None:
    play(
        town,
        ANSWERED
        + """
        8 days pass
        Zoé > qui peut m'aider en comptabilité ?
        Zoé < Je ne vois encore personne pour « comptabilité ». …
        """,
    )


def test_nobody_is_asked_about_whoever_was_erased(town: Stage) -> None:
    play(
        town,
        WRITTEN
        + """
        Zoé > /mydata
        Zoé < Tout cela est à vous. …
        Zoé > [Tout effacer]
        Zoé < C’est définitif …
        Zoé > [Tout effacer]
        Zoé < C’est fait …
        Inès > [Répondre]
        Inès < Cette question est close. …
        """,
    )


def test_words_that_cross_on_the_way_are_all_read(town: Stage) -> None:
    """Whoever is answered before they were read, on either side, has still said something."""

    def answers(scope: Scope) -> bool:
        return notes.to_member(scope, town.id_of("Zoé", scope), "Courage !")

    for _ in range(2):
        town.work(answers, "Inès")
        town.work(lambda scope: notes.to_the_team(scope, "Au secours"), "Zoé")
        town.work(answers, "Inès")
    town.settle()
    assert sum("Courage" in each.text for each in town.spoken["dm:Zoé"]) == 4
    for who in ("Inès", "Omar"):
        assert sum("Au secours" in each.text for each in town.spoken[f"dm:{who}"]) == 2
