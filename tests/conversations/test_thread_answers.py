"""Answers in the thread under a question that stands in a channel (P15): asked about, then shared."""

from __future__ import annotations

from collections import deque
from datetime import timedelta

import pytest
from sqlmodel import SQLModel, col, select

from community import choices, privacy, rituals, signs
from community.scope import Scope
from community.thread_answers import Noted
from conversations.dialogues.prompts import may_go_further
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Group, Outbox, Place, PromptAnswer, Prompting, Ritual
from tests.conversations.test_prompts import CIRCLE, people, question

__all__ = ["people"]


@pytest.fixture
def aloud(people: Stage) -> Stage:
    """The question stands in a channel."""

    def channel(scope: Scope) -> int:
        place = Place(space_id=people.space_id, key="general", kind="channel", title="#general")
        scope.db.add(place)
        scope.db.flush()
        return place.id or 0

    question(people, place_id=people.work(channel))
    people.passes(timedelta(days=1))
    people.heard["general"].clear()
    return people


def in_thread(stage: Stage, who: str, words: str) -> None:
    """Somebody answers below the question."""
    stage.says(who, words, place="general", replied_to=post(stage))


def post(stage: Stage) -> str:
    """The platform's id of the question's post: the first thing said there."""
    query = (
        select(Outbox.platform_id).where(col(Outbox.place) == "general").order_by(col(Outbox.id))
    )
    found: str = stage.work(lambda scope: scope.db.exec(query).first())
    return found


def answered(stage: Stage) -> list[tuple[str, str]]:
    """What is kept of answers: how far each may go, and its words."""
    kept: list[tuple[str, str]] = stage.work(lambda scope: [
        (each.shared, each.words) for each in scope.db.exec(select(PromptAnswer))
    ])  # fmt: skip
    return kept


def traces(stage: Stage, words: str) -> list[str]:
    """The tables in which these words stand."""
    found: list[str] = stage.write(lambda c: [
        each.name for each in SQLModel.metadata.sorted_tables
        if any(words in str(row) for row in c.execute(each.select()))
    ])  # fmt: skip
    return found


def test_an_answer_in_the_thread_is_in_the_round_up_once_its_writer_agrees(aloud: Stage) -> None:
    in_thread(aloud, "Awa", "J’ai fini mon mémoire.")
    assert aloud.heard["general"] == deque(), "nothing is said in the channel"
    play(
        aloud,
        """
        Awa < Vous avez répondu à la question du mois dans le fil : J’ai fini mon mémoire. … [Oui] [Oui, sans mon nom] [Non] [Quitter ce rituel]
        Awa > [Oui]
        Awa < Merci ! Votre réponse pourra être partagée, avec votre nom. …
        7 days pass
        Inès < Voici ce que les membres acceptent de partager : • J’ai fini mon mémoire. — Awa Je le publie ? …
        """,
    )
    aloud.taps("Inès", "Publier ainsi")
    assert "• J’ai fini mon mémoire. — Awa" in aloud.heard["general"].popleft().text


@pytest.mark.parametrize("label", ["Non", "Quitter ce rituel"])
def test_of_an_answer_in_the_thread_that_is_to_stay_there_no_word_is_kept(
    aloud: Stage, label: str
) -> None:
    in_thread(aloud, "Awa", "Que c’est difficile.")
    aloud.taps("Awa", label)
    assert (answered(aloud), traces(aloud, "Que c’est difficile")) == ([("no", "")], [])
    left = aloud.work(choices.left, "Awa")
    assert [each.name for each in left] == ([] if label == "Non" else ["La question"])
    aloud.passes(timedelta(days=7))
    assert "cette fois, il n’y a rien à partager" in aloud.spoken["dm:Inès"][-1].text
    (past,) = aloud.work(lambda scope: rituals.last_runs(scope.connection, scope.community_id))
    assert past.figures["answers"] == 0


def test_who_says_nothing_about_an_answer_in_the_thread_has_said_no(aloud: Stage) -> None:
    in_thread(aloud, "Awa", "Que c’est difficile.")
    in_thread(aloud, "Zoé", "Such a month.")
    aloud.taps("Zoé", "Yes")
    aloud.passes(timedelta(days=7))
    assert "Such a month. — Zoé" in aloud.spoken["dm:Inès"][-1].text
    assert "Que c’est difficile." not in aloud.spoken["dm:Inès"][-1].text
    assert traces(aloud, "Que c’est difficile") == []
    aloud.taps("Awa", "Oui")
    assert answered(aloud) == [("named", "Such a month.")]


def test_nobody_is_asked_twice_about_a_thread(aloud: Stage) -> None:
    for words in ("Un mot.", "Un autre.", "Bravo à tous !"):
        in_thread(aloud, "Awa", words)
    aloud.taps("Awa", "Non")
    in_thread(aloud, "Awa", "Et encore un.")
    asked = [each for each in aloud.spoken["dm:Awa"] if "Vous avez répondu" in each.text]
    assert ["Un mot." in each.text for each in asked] == [True]
    assert traces(aloud, "autre") == [], "not even of what could not be read"


def test_who_answered_privately_is_not_asked_about_the_thread(aloud: Stage) -> None:
    aloud.says("Awa", "/answer")
    aloud.taps("Awa", "Je réponds")
    aloud.says("Awa", "En privé.")
    aloud.taps("Awa", "À l’équipe seulement")
    before = len(aloud.spoken["dm:Awa"])
    in_thread(aloud, "Awa", "Dans le fil.")
    assert len(aloud.spoken["dm:Awa"]) == before
    assert answered(aloud) == [("team", "En privé.")]


def test_an_answer_given_privately_takes_the_place_of_the_one_in_the_thread(aloud: Stage) -> None:
    in_thread(aloud, "Awa", "Dans le fil.")
    aloud.says("Awa", "/answer")
    aloud.taps("Awa", "Je réponds")
    aloud.says("Awa", "En privé.")
    aloud.taps("Awa", "À tous, avec mon nom")
    aloud.taps("Awa", "Oui")
    assert answered(aloud) == [("named", "En privé.")]


def test_an_answer_in_the_thread_can_join_the_sealed_ones(aloud: Stage) -> None:
    for name in CIRCLE:
        aloud.member(name)
        in_thread(aloud, name, f"mot de {name}")
        aloud.taps(name, "Oui, sans mon nom")
    assert answered(aloud) == [("unnamed", "")] * 5
    assert traces(aloud, "mot de") == []
    aloud.passes(timedelta(days=7))
    shown = aloud.spoken["dm:Inès"][-1].text
    assert all(f"• mot de {name}\n" in f"{shown}\n" for name in CIRCLE)


def test_what_is_too_long_for_a_round_up_stays_in_the_thread(aloud: Stage) -> None:
    in_thread(aloud, "Awa", f"Long {'mot ' * 160}fin")
    assert "dépasse 600 caractères" in aloud.spoken["dm:Awa"][-1].text
    assert (answered(aloud), traces(aloud, "Long mot")) == ([("no", "")], [])


def test_only_words_under_an_open_question_are_an_answer(aloud: Stage) -> None:
    before = len(aloud.spoken["dm:Awa"])
    aloud.says("Awa", "Ailleurs.", place="general", replied_to="another post")
    aloud.says("Awa", "À tous.", place="general")
    in_thread(aloud, "Awa", "  ")
    below = post(aloud)
    aloud.passes(timedelta(days=7))
    aloud.says("Awa", "Trop tard.", place="general", replied_to=below)
    assert len(aloud.spoken["dm:Awa"]) == before
    assert answered(aloud) == []
    kinds = aloud.work(lambda scope: list(scope.db.exec(select(Place.kind))))
    assert kinds == ["channel"], "and the thread is forgotten"


def test_a_newcomer_who_answers_in_the_thread_is_left_alone(aloud: Stage) -> None:
    aloud.joins("Ida", name="Ida")
    before = len(aloud.spoken["dm:Ida"])
    in_thread(aloud, "Ida", "Coucou tout le monde.")
    assert len(aloud.spoken["dm:Ida"]) == before
    assert answered(aloud) == []


def test_who_is_on_a_pause_is_not_asked_about_the_thread(aloud: Stage) -> None:
    aloud.says("Awa", "/pause 2 semaines")
    before = len(aloud.spoken["dm:Awa"])
    in_thread(aloud, "Awa", "Que c’est difficile.")
    assert len(aloud.spoken["dm:Awa"]) == before
    aloud.passes(timedelta(days=7))
    assert traces(aloud, "Que c’est difficile") == []


@pytest.mark.parametrize("agrees", [True, False])
def test_who_is_erased_leaves_nothing_of_an_answer_in_the_thread(
    aloud: Stage, agrees: bool
) -> None:
    in_thread(aloud, "Awa", "Que c’est difficile.")
    if agrees:
        aloud.taps("Awa", "Oui")
        aloud.passes(timedelta(days=7))
    aloud.work(privacy.erase, "Awa")
    assert (answered(aloud), traces(aloud, "Que c’est difficile")) == ([], [])


def test_a_no_in_the_thread_leaves_a_posted_round_up_when_its_writer_is_erased(
    aloud: Stage,
) -> None:
    in_thread(aloud, "Awa", "Que c’est difficile.")
    aloud.taps("Awa", "Non")
    in_thread(aloud, "Zoé", "Such a month.")
    aloud.taps("Zoé", "Yes")
    aloud.passes(timedelta(days=7))
    aloud.taps("Inès", "Publier ainsi")
    aloud.work(privacy.erase, "Awa")
    kept = aloud.work(lambda scope: scope.db.get_one(Prompting, 1).roundup)
    assert kept == "• Such a month. — Zoé"


def test_who_has_left_the_ritual_is_not_asked_about_the_thread(aloud: Stage) -> None:
    aloud.work(lambda scope: choices.leave(scope, 1), "Awa")
    before = len(aloud.spoken["dm:Awa"])
    in_thread(aloud, "Awa", "Que c’est difficile.")
    assert (len(aloud.spoken["dm:Awa"]), answered(aloud)) == (before, [])


def test_who_is_in_none_of_its_groups_is_not_asked_about_the_thread(aloud: Stage) -> None:
    def for_others(scope: Scope) -> None:
        others = Group(community_id=scope.community_id, name="Autres")
        scope.db.add(others)
        scope.db.flush()
        scope.db.get_one(Ritual, 1).audience = [others.id or 0]

    aloud.work(for_others)
    before = len(aloud.spoken["dm:Awa"])
    in_thread(aloud, "Awa", "Que c’est difficile.")
    assert (len(aloud.spoken["dm:Awa"]), answered(aloud)) == (before, [])


def test_an_answer_in_the_thread_is_a_sign_of_life_once_it_is_given(aloud: Stage) -> None:
    since = aloud.now - timedelta(days=1)

    def took_part(scope: Scope) -> bool:
        awa = aloud.id_of("Awa", scope)
        return awa in signs.took_part(scope, since, aloud.now + timedelta(days=1))

    in_thread(aloud, "Awa", "Que c’est difficile.")
    assert not aloud.work(took_part)
    aloud.taps("Awa", "Oui")
    assert aloud.work(took_part)


def test_without_a_key_no_answer_in_the_thread_can_lose_its_name() -> None:
    question, options = may_go_further(Noted(1, "Un mot.", unnamed=False))
    assert (question.key, [each.value for each in options]) == (
        "prompt-thread", ["named", "no", "leave"],
    )  # fmt: skip
