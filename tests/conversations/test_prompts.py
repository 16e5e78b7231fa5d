"""The monthly prompt: another text for each group, private answers, a round-up (P15, P16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from community import groups, members, privacy, rituals
from community.recurrence import Rhythm
from community.rituals import Plan, WrongRitual, runs
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Place, PromptAnswer, Prompting
from tests.conversations.openings import opening

DAILY = Rhythm("FREQ=MONTHLY;BYMONTHDAY=24", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris")


def question(stage: Stage, *audience: str, **changes: Any) -> int:
    def make(scope: Scope) -> int:
        ids = [group.id or 0 for group in groups.listed(scope) if group.name in audience]
        plan = Plan(kind="prompt", name="La question", rhythm=DAILY, audience=ids, **changes)
        return rituals.plan(scope, plan)

    planned: int = stage.work(make, "Inès")
    return planned


@opening
def people(stage: Stage) -> Stage:
    """Awa mentors, Zoé reads English, Inès organises."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Zoé", locale="en")

    def fill(scope: Scope) -> None:
        for name, who in (("Mentors", "Awa"), ("Lyon", "Zoé")):
            group = groups.make(scope, name)
            groups.add(scope, group.id or 0, [stage.id_of(who, scope)])

    stage.work(fill, "Inès")
    return stage


def test_each_group_reads_its_own_text_and_shares_as_far_as_it_likes(people: Stage) -> None:
    question(people, "Mentors", "Lyon")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne que vous accompagnez vous a appris ce mois-ci ? [Je réponds] [Pas cette fois] [Quitter ce rituel]
        Zoé < Zoé, which small win of this month deserves to be told? [I’ll answer]
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > À poser des questions plus courtes.
        Awa < Jusqu’où cette réponse peut-elle aller ? … [À tous, avec mon nom] [À tous, sans mon nom] [À l’équipe seulement]
        Awa > [À tous, avec mon nom]
        Awa < Merci ! Votre réponse pourra être partagée, avec votre nom. …
        Zoé > [I’ll answer]
        Zoé < I’m listening. …
        Zoé > I said no for once.
        Zoé < How far may this answer go? …
        Zoé > [To all, with my name]
        Zoé < Thank you! …
        7 days pass
        Inès < Voici ce que les membres acceptent de partager : • À poser des questions plus courtes. — Awa • I said no for once. — Zoé Je le publie ? [Publier ainsi] [Modifier d’abord] [Ne rien publier]
        Inès > [Modifier d’abord]
        Inès < Voici le texte à publier. … renvoyez-le : • À poser des questions plus courtes. — Awa • I said no for once. — Zoé [Le laisser ainsi]
        Inès > attends, je relis ça demain
        Inès < Voici ce qui serait publié, mot pour mot : attends, je relis ça demain Je le publie ? [Publier ainsi] [Modifier encore] [Reprendre le texte d’avant] [Ne rien publier]
        1 day passes
        Inès > [Reprendre]
        Inès < Voici ce que les membres acceptent de partager : • À poser … [Publier ainsi] [Modifier d’abord] [Ne rien publier]
        Inès > [Modifier d’abord]
        Inès < Voici le texte à publier. … • À poser des questions plus courtes. — Awa…
        Inès > On apprend à poser des questions courtes (Awa), et à dire non.
        Inès < Voici ce qui serait publié…
        Inès > [Publier ainsi]
        Inès < C’est publié. Merci !
        1 minute passes
        Awa < Vos réponses à la question du mois : On apprend à poser des questions courtes (Awa), et à dire non. Pour ne plus rien recevoir de moi : /stop
        Zoé < Your answers to the question of the month: On apprend … et à dire non. To get nothing more from me: /stop
        """,
    )


def test_an_answer_is_not_lost_by_answering_again(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > À poser des questions plus courtes.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > /repondre
        Awa < Jusqu’où cette réponse peut-elle aller ? … [À tous, avec mon nom]
        Awa > sans mon nom
        Awa < Merci ! Votre réponse est dans l’enveloppe, sans votre nom.
        """,
    )


def test_how_far_an_answer_goes_is_changed_without_writing_it_anew(people: Stage) -> None:
    """“No, anonymous” took the place of the answer, or opened the profile."""
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    for step in ("Je réponds", "Des questions plus courtes.", "À l’équipe seulement"):
        people.says("Awa", step)
    people.heard.clear()
    play(
        people,
        """
        Awa > /repondre
        Awa < Awa, qu’est-ce que … Vous avez répondu : « Des questions plus courtes. » [Répondre autre chose] [À tous, avec mon nom] [À tous, sans mon nom] [Quitter ce rituel]
        Awa > avec mon nom
        Awa < Merci ! Votre réponse pourra être partagée, avec votre nom. …
        """,
    )
    kept = select(PromptAnswer.words, PromptAnswer.shared)
    told = people.work(lambda scope: [tuple(each) for each in scope.db.exec(kept)])
    assert told == [("Des questions plus courtes.", "named")]
    play(
        people,
        """
        Awa > /repondre
        Awa < Awa, qu’est-ce que …
        Awa > non en fait anonyme
        Awa < Merci ! Votre réponse est dans l’enveloppe, sans votre nom.
        """,
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("à tous avec mon nom", "avec votre nom"), ("anonyme", "sans votre nom"),
        ("without my name", "sans votre nom"), ("Anonymous!", "sans votre nom"),
        ("juste l’équipe", "équipe"),
    ],
)  # fmt: skip
def test_how_far_an_answer_may_go_can_be_typed(people: Stage, said: str, kept: str) -> None:
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    for step in ("Je réponds", "Des questions plus courtes.", said):
        people.says("Awa", step)
    assert kept in people.spoken["dm:Awa"][-1].text
    assert not people.spoken["dm:Awa"][-1].labels


@pytest.mark.parametrize("said", ["tous", "à tous", "À tous !"])
def test_words_that_several_choices_begin_with_choose_none(people: Stage, said: str) -> None:
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    for step in ("Je réponds", "Des questions plus courtes.", said):
        people.says("Awa", step)
    assert people.spoken["dm:Awa"][-1].text.startswith("Plusieurs choix commencent ainsi.")


def test_a_question_is_put_off_and_asked_about_without_being_answered(people: Stage) -> None:
    """“Plus tard” was a no; “qui va lire ça ?” was an answer, or none."""
    question(people)
    people.passes(timedelta(days=1))
    people.heard.clear()
    play(
        people,
        """
        Awa > plus tard
        Awa < Rien ne presse : la question reste là. …
        Awa > c'est anonyme ?
        Awa < C’est vous qui le dites, une fois votre réponse écrite : …
        Awa < … [Je réponds] …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > qui va lire ça ?
        Awa < C’est vous qui le dites, une fois votre réponse écrite : …
        Awa < Je vous écoute. …
        Awa > attends
        Awa < Rien ne presse : la question reste là. …
        Awa > J’ai osé.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        """,
    )


def test_an_answer_that_was_not_finished_in_time_is_told_to_be_lost(people: Stage) -> None:
    people.member("Ida")
    question(people)
    play(
        people,
        """
        1 day passes
        Awa < …
        Zoé < …
        Ida < …
        Inès < …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > J’ai osé.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Zoé > [I’ll answer]
        Zoé < I’m listening. …
        Ida > J’ai signé.
        Ida < Votre réponse : J’ai signé. …
        Ida > /stop
        Ida < Entendu : je ne vous écrirai plus de moi-même. …
        7 days pass
        Awa < La question du mois est close, et je n’avais pas encore toute votre réponse : …
        Zoé < The question of the month is closed, and I did not have all of your answer yet: …
        Inès < …
        Awa > à tous, avec mon nom
        Awa < Cette question est close : …
        """,
    )
    assert not people.heard["dm:Ida"]


def test_what_an_organiser_writes_for_a_round_up_that_another_posted_is_told_so(
    people: Stage,
) -> None:
    people.member("Claire", role="organiser")
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    for step in ("Je réponds", "J’ai osé.", "avec mon nom"):
        people.says("Awa", step)
    people.passes(timedelta(days=7))
    people.taps("Inès", "Modifier d’abord")
    people.taps("Claire", "Publier ainsi")
    people.passes(timedelta(minutes=2))
    people.says("Inès", "• texte corrigé par Inès")
    assert people.spoken["dm:Inès"][-1].text.startswith("Ce récapitulatif est déjà publié")


def test_an_answer_may_be_told_at_once_without_the_button(people: Stage) -> None:
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    people.says("Awa", "je réponds")
    people.says("Awa", "non")
    assert people.spoken["dm:Awa"][-1].text.startswith("Très bien")
    people.says("Awa", "/repondre")
    people.says("Awa", "bah ma petite victoire cest davoir fini mon dossier")
    assert people.spoken["dm:Awa"][-1].labels[0] == "À tous, avec mon nom"
    people.says("Awa", "avec mon nom")
    people.passes(timedelta(days=7))
    assert "davoir fini mon dossier — Awa" in people.spoken["dm:Inès"][-1].text


def test_an_answer_is_put_right_before_it_is_kept(people: Stage) -> None:
    """“Je voulais dire deux promotions” was added to what it puts right."""
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    people.says("Awa", "j’ai eu une promotion")
    people.says("Awa", "en fait je me suis trompée")
    assert people.spoken["dm:Awa"][-1].text.startswith("Je vous écoute")
    for words in ("j’ai eu trois promotions", "je voulais dire deux promotions"):
        people.says("Awa", words)
    people.says("Awa", "avec mon nom")
    people.passes(timedelta(days=7))
    told = people.spoken["dm:Inès"][-1].text
    assert "• deux promotions — Awa" in told
    assert "trompée" not in told


def test_a_need_below_the_question_of_the_month_is_no_answer_to_it(people: Stage) -> None:
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    people.says("Awa", "en fait j'ai besoin d'aide pour ma compta")
    assert "À tous, avec mon nom" not in people.spoken["dm:Awa"][-1].labels


@pytest.mark.parametrize(
    ("said", "heard"),
    [("non", "à une prochaine fois"), ("pas cette semaine", "à une prochaine fois"),
     ("je ne veux plus de ça", "ce rituel ne vous écrira plus"),
     ("stop ces messages svp", "ce rituel ne vous écrira plus"), ("oui", "Je vous écoute")],
)  # fmt: skip
def test_what_is_wished_of_the_question_can_be_typed(people: Stage, said: str, heard: str) -> None:
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    people.says("Awa", said)
    assert heard in people.spoken["dm:Awa"][-1].text


def long_answers(stage: Stage, *names: str) -> None:
    """Everybody shares about 560 characters, and the time for it ends."""
    stage.passes(timedelta(days=1))
    for each in names:
        stage.taps(each, "Je réponds")
        stage.says(each, f"{each} {'bla ' * 139}fin")
        stage.taps(each, "À tous, avec mon nom")
    stage.passes(timedelta(days=7, minutes=5))


def heard(stage: Stage, name: str) -> list[str]:
    found = [each.text for each in stage.heard[f"dm:{name}"]]
    stage.heard[f"dm:{name}"].clear()
    return found


@opening
def four(stage: Stage) -> Stage:
    """Four who answer at length, and an organiser."""
    stage.member("Inès", role="organiser")
    for each in ("Awa", "Marc", "Ida", "Nour"):
        stage.member(each)
    question(stage)
    long_answers(stage, "Awa", "Marc", "Ida", "Nour")
    heard(stage, "Awa")
    return stage


def test_a_long_round_up_is_posted_in_several_messages(four: Stage) -> None:
    four.taps("Inès", "Publier ainsi")
    four.passes(timedelta(minutes=1))
    posted = heard(four, "Awa")
    assert len(posted) == 2
    assert all(len(each) <= 1600 for each in posted)
    assert [posted[n // 2].count(f"fin — {each}") for n, each in
            enumerate(("Awa", "Ida", "Marc", "Nour"))] == [1, 1, 1, 1]  # fmt: skip


def test_a_long_round_up_is_edited_message_by_message(four: Stage) -> None:
    heard(four, "Inès")
    four.taps("Inès", "Modifier d’abord")
    first = heard(four, "Inès")[-1]
    assert first.startswith("Partie 1 sur 2 ")
    assert "fin — Awa" in first
    assert "fin — Ida" in first
    four.says("Inès", "y" * 3900)
    assert "C’est trop long" in heard(four, "Inès")[-1]
    four.says("Inès", "Merci à Awa et Ida.")
    second = heard(four, "Inès")[-1]
    assert second.startswith("Partie 2 sur 2 ")
    assert "fin — Nour" in second
    four.taps("Inès", "Le laisser ainsi")
    four.taps("Inès", "Publier ainsi")
    four.passes(timedelta(minutes=1))
    (posted,) = heard(four, "Awa")
    assert "Merci à Awa et Ida.\n• Marc" in posted
    assert "fin — Nour" in posted


def test_a_round_up_that_nobody_posts_is_recalled_once_and_then_let_go(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > Que c’est difficile.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > [À tous, avec mon nom]
        Awa < Merci ! …
        7 days pass
        Inès < Voici ce que les membres acceptent de partager : • Que c’est difficile. — Awa Je le publie ? …
        3 days pass
        Inès < Un petit rappel : ces réponses attendent encore. …
        Inès < Voici ce que les membres acceptent de partager : • Que c’est difficile. — Awa Je le publie ? …
        3 days pass
        Inès < Les réponses à la dernière question n’ont pas été publiées, et ce n’est pas grave : …
        Awa < « La question » : cette fois, l’équipe ne publie pas les réponses. …
        7 days pass
        Inès > [Publier ainsi]
        Inès < Ce récapitulatif n’est plus à publier : …
        """,
    )
    (past,) = people.work(lambda scope: rituals.last_runs(scope.connection, scope.community_id))
    assert (past.state, past.figures["answers"]) == ("done", 1)


def test_a_round_up_posted_after_the_reminder_is_posted(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > Que c’est difficile.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > [À tous, avec mon nom]
        Awa < Merci ! …
        7 days pass
        Inès < Voici ce que les membres acceptent de partager : …
        4 days pass
        Inès < Un petit rappel : …
        Inès < Voici ce que les membres acceptent de partager : …
        Inès > [Publier ainsi]
        Inès < C’est publié. Merci !
        1 minute passes
        Awa < Vos réponses à la question du mois : • Que c’est difficile. …
        7 days pass
        """,
    )


def test_what_is_for_the_team_is_not_posted(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > Que c’est difficile.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > [À l’équipe seulement]
        Awa < Merci ! Seule l’équipe lira votre réponse.
        7 days pass
        Inès < Pour l’équipe seulement : • Que c’est difficile.
        Inès < « La question » : cette fois, il n’y a rien …
        """,
    )


CIRCLE = ("Ana", "Bea", "Cléo", "Dan", "Eve")


def without_a_name(people: Stage, count: int) -> None:
    """So many answer, and would not have their names told."""
    for name in CIRCLE[:count]:
        people.member(name)
    question(people)
    people.passes(timedelta(days=1))
    for name in CIRCLE[:count]:
        people.taps(name, "Je réponds")
        people.says(name, f"mot de {name}")
        people.taps(name, "À tous, sans mon nom")


def test_who_answered_without_a_name_is_known_and_nothing_of_what(people: Stage) -> None:
    """Not whose it is, not when, not in which order: the words are in one sealed heap."""
    without_a_name(people, 5)
    tables = people.write(lambda c: {
        each.name: [str(row) for row in c.execute(each.select())]
        for each in SQLModel.metadata.sorted_tables if each.name not in FOR_THE_PLATFORM
    })  # fmt: skip
    assert [name for name, rows in tables.items() if any("mot de" in row for row in rows)] == []
    kept = people.work(lambda scope: [(each.words, each.shared, each.at)
                                      for each in scope.db.exec(select(PromptAnswer))])  # fmt: skip
    put = people.work(lambda scope: scope.db.get_one(Prompting, 1).put_at)
    assert kept == [("", "unnamed", put)] * 5


FOR_THE_PLATFORM = frozenset({"inbox", "outbox"})
"""Wiped when handled: nothing here waits."""


def test_five_answers_without_a_name_are_a_round_up(people: Stage) -> None:
    without_a_name(people, 5)
    people.passes(timedelta(days=7))
    shown = people.spoken["dm:Inès"][-1].text
    assert all(f"• mot de {name}" in shown for name in CIRCLE)
    places = [shown.index(f"mot de {name}") for name in sorted(CIRCLE)]
    assert places != sorted(places), "the alphabet would tell names from their first letters"
    people.taps("Inès", "Publier ainsi")
    heap = people.work(lambda scope: scope.db.get_one(Prompting, 1).unnamed)
    assert heap == ""


def test_four_answers_without_a_name_are_shown_to_nobody(people: Stage) -> None:
    without_a_name(people, 4)
    people.passes(timedelta(days=7))
    assert any("cette fois, il n’y a rien à partager" in each.text
               for each in people.spoken["dm:Inès"])  # fmt: skip
    assert not any("mot de" in each.text for each in people.spoken["dm:Inès"])


CLOSED, KEPT_BACK = "est restée fermée", "l’équipe ne publie pas les réponses"


def told(stage: Stage, words: str) -> set[str]:
    """Who has read these words, and read them once."""
    lines = {who: [words in each.text for each in said] for who, said in stage.spoken.items()}
    assert all(sum(each) <= 1 for each in lines.values()), "once is enough"
    return {who.removeprefix("dm:") for who, each in lines.items() if any(each)}


@pytest.mark.parametrize("count", [4, 5])
def test_whoever_answered_without_a_name_reads_when_that_is_never_opened(
    people: Stage, count: int
) -> None:
    without_a_name(people, count)
    people.passes(timedelta(days=14))
    left = set(CIRCLE[:count])
    assert told(people, CLOSED) == (left if count < 5 else set())
    assert told(people, KEPT_BACK) == (left if count == 5 else set())


def test_an_envelope_that_stays_closed_is_told_also_beside_a_round_up(people: Stage) -> None:
    people.member("Dan")
    without_a_name(people, 3)
    people.taps("Dan", "Je réponds")
    people.says("Dan", "Un merci.")
    people.taps("Dan", "À tous, avec mon nom")
    people.passes(timedelta(days=7))
    people.taps("Inès", "Publier ainsi")
    people.passes(timedelta(minutes=1))
    assert told(people, CLOSED) == set(CIRCLE[:3])
    assert told(people, KEPT_BACK) == set()


def test_who_answered_the_team_alone_reads_nothing_of_a_round_up(people: Stage) -> None:
    question(people, "Mentors")
    people.passes(timedelta(days=1))
    people.taps("Awa", "Je réponds")
    people.says("Awa", "Que c’est difficile.")
    people.taps("Awa", "À l’équipe seulement")
    people.passes(timedelta(days=14))
    assert told(people, CLOSED) | told(people, KEPT_BACK) == set()


def test_an_answer_without_a_name_is_told_to_be_final_and_is(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > Que c’est difficile.
        Awa < Jusqu’où cette réponse peut-elle aller ? Sans votre nom, … on ne l’ouvre qu’à partir de 5 réponses, et elle ne peut plus être reprise. …
        Awa > [À tous, sans mon nom]
        Awa < Merci ! Votre réponse est dans l’enveloppe, sans votre nom.
        Awa > /repondre
        Awa < Vous avez répondu sans votre nom : …
        """,
    )


def test_whoever_wants_no_more_of_it_gets_no_more(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Quitter ce rituel]
        Awa < C’est noté : ce rituel ne vous écrira plus. …
        7 days pass
        Inès < « La question » : cette fois, il n’y a rien …
        30 days pass
        Inès < « La question » : cette fois, il n’y a rien …
        """,
    )


def test_whoever_left_a_ritual_can_come_back_to_it(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Quitter ce rituel]
        Awa < C’est noté : ce rituel ne vous écrira plus. … Pour y revenir un jour : /reprendre
        Awa > /reprendre
        Awa < Content de vous retrouver, Awa ! …
        Awa < Vous aviez quitté ces rituels. En retrouver un ? [La question] [Aucun, merci]
        Awa > [La question]
        Awa < Avec plaisir : la prochaine fois, vous en serez.
        7 days pass
        Inès < « La question » : cette fois, il n’y a rien …
        23 days pass
        Awa < Awa, … [Je réponds] [Pas cette fois] [Quitter ce rituel]
        """,
    )


def test_words_written_later_are_no_answer_to_an_old_question(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > /where
        Awa < …
        7 days pass
        Inès < « La question » : cette fois, il n’y a rien …
        Awa > [Je réponds]
        Awa < Cette question est close : je ne peux plus prendre de réponse. …
        """,
    )


def test_in_a_channel_it_is_put_once_and_answered_privately(people: Stage) -> None:
    def channel(scope: Scope) -> int:
        place = Place(space_id=people.space_id, key="general", kind="channel", title="#general")
        scope.db.add(place)
        scope.db.flush()
        return place.id or 0

    question(people, place_id=people.work(channel))
    people.passes(timedelta(days=1))
    posted = people.heard["general"].popleft()
    assert posted.text.startswith("Quelle petite victoire de ce mois mérite d’être racontée")
    play(
        people,
        """
        Awa > /answer
        Awa < Awa, qu’est-ce que la personne … [Je réponds]
        Awa > [Pas cette fois]
        Awa < Très bien, à une prochaine fois.
        """,
    )


def test_a_channel_hears_one_language_whoever_hosts_it(people: Stage) -> None:
    def channel(scope: Scope) -> int:
        place = Place(space_id=people.space_id, key="general", kind="channel", title="#general")
        scope.db.add(place)
        members.get(scope, people.id_of("Inès", scope)).locale = "en"
        scope.db.flush()
        return place.id or 0

    question(people, place_id=people.work(channel))
    people.passes(timedelta(days=1))
    assert "Pour répondre, en privé" in people.heard["general"].popleft().text
    people.says("Awa", "/answer")
    people.taps("Awa", "Je réponds")
    people.says("Awa", "Un merci.")
    people.taps("Awa", "À tous, avec mon nom")
    people.passes(timedelta(days=7))
    people.taps("Inès", "Post it like this")
    people.passes(timedelta(minutes=1))
    assert people.heard["general"].popleft().text.startswith("Vos réponses à la question du mois")


def test_one_format_is_not_put_twice_in_a_row(people: Stage) -> None:
    question(people, "Lyon")
    for _ in range(9):
        people.work(lambda scope: rituals.run_now(scope, 1, runs.under_way(scope, 1)), "Inès")
        people.passes(timedelta(minutes=1))
    put = people.work(lambda scope: [(each.prompt, each.format)
                                     for each in scope.db.exec(select(Prompting))])  # fmt: skip
    assert len({prompt for prompt, _ in put[:8]}) == 8
    assert all(one[1] != other[1] for one, other in pairwise(put))


@pytest.mark.parametrize(
    ("words", "why"), [("Bonjour {prenom}", "variable"), ("x" * 901, "too-long")]
)
def test_own_words_that_cannot_be_sent_are_refused(people: Stage, words: str, why: str) -> None:
    own = [{"id": "own-1", "format": "own", "texts": {"everyone": {"fr": words}}}]
    with pytest.raises(WrongRitual) as wrong:
        question(people, settings={"own": own})
    assert wrong.value.why == why


def test_an_erased_member_leaves_no_answer_behind(people: Stage) -> None:
    question(people, "Mentors")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que la personne …
        Awa > [Je réponds]
        Awa < Je vous écoute. …
        Awa > canari
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > [À tous, avec mon nom]
        Awa < Merci ! …
        7 days pass
        Inès < Voici ce que les membres acceptent de partager : • canari — Awa Je le publie ? …
        """,
    )
    people.work(privacy.erase, "Awa")
    assert people.work(lambda scope: scope.db.exec(select(PromptAnswer)).all()) == []
    people.settle()
    play(people, "Inès < « La question » : cette fois, il n’y a rien …")


def test_one_who_is_erased_takes_nobody_elses_answer_along(people: Stage) -> None:
    """The organiser's open round-up named Awa: it comes anew, with Zoé's answer alone."""
    question(people)
    people.passes(timedelta(days=1))
    for name, answer, words, share in (
        ("Awa", "Je réponds", "canari", "À tous, avec mon nom"),
        ("Zoé", "I’ll answer", "my own words", "To all, with my name"),
    ):
        people.taps(name, answer)
        people.says(name, words)
        people.taps(name, share)
    people.passes(timedelta(days=7))
    people.work(privacy.erase, "Awa")
    people.settle()
    people.heard.clear()
    shown = people.spoken["dm:Inès"][-1].text
    assert "my own words" in shown
    assert "canari" not in shown
    play(people, "Inès > [Publier ainsi]\nInès < C’est publié. Merci !")


def test_what_is_plainly_told_below_the_question_is_the_answer_and_is_shown(people: Stage) -> None:
    """“I helped my mentee find a job” was taken for a request for help, and a yes sent it off; how
    far an answer may go was kept in its place."""
    question(people, "Mentors", "Lyon")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que …
        Zoé < Zoé, which small win …
        Awa > attends
        Awa < Rien ne presse : la question reste là. …
        Awa > à tous mais anonyme
        Awa < Ce n’est pas encore une réponse à la question. … [Je réponds] [Pas cette fois] [Quitter]
        Awa > j'ai aidé ma mentorée a trouver un stage
        Awa < Votre réponse : j'ai aidé ma mentorée a trouver un stage Jusqu’où … [À tous, avec mon nom] [À tous, sans mon nom] [À l’équipe seulement]
        Awa > en fait efface ma réponse
        Awa < Très bien : rien n’est gardé. …
        Awa > /repondre
        Awa < Awa, qu’est-ce que …
        Awa > oui
        Awa < Je vous écoute. …
        Awa > oui
        Awa < Ce n’est pas encore une réponse à la question. …
        Awa > signé mon premier contrat
        Awa < Jusqu’où …
        Awa > à tous mais anonyme
        Awa < Merci ! Votre réponse est dans l’enveloppe, sans votre nom.
        Zoé > Tom helped me with my taxes
        Zoé < Your answer: Tom helped me with my taxes How far … [To all, with my name]
        Zoé > team only
        Zoé < Thank you! …
        """,
    )
    kept = select(PromptAnswer.words, PromptAnswer.shared)
    told = people.work(lambda scope: [tuple(each) for each in scope.db.exec(kept)])
    assert ("Tom helped me with my taxes", "team") in told
    assert not {words for words, _ in told} & {"oui", "attends", "à tous mais anonyme"}


def test_what_may_be_a_need_below_the_question_is_asked_about(people: Stage) -> None:
    question(people, "Mentors", "Lyon")
    play(
        people,
        """
        1 day passes
        Awa < Awa, qu’est-ce que …
        Zoé < Zoé, which small win …
        Awa > Une petite victoire : mon premier client
        Awa < « Une petite victoire : mon premier client » : est-ce votre réponse à la question, … [C’est ma réponse]
        Awa > C’est ma réponse
        Awa < Votre réponse : Une petite victoire : mon premier client Jusqu’où …
        Zoé > I need a lawyer
        Zoé < … “lawyer” …
        """,
    )
