"""A community's own questions and its days without rituals, in chat and in both languages (P15)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from community import groups, own_prompts, prompts, rituals
from community.prompts import PromptSettings
from community.recurrence import Rhythm
from community.rituals import Plan, days_off, plans
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

MONDAYS = Rhythm("FREQ=WEEKLY;BYDAY=MO", datetime(2026, 11, 30, 8, tzinfo=UTC), "Europe/Paris")


@opening
def people(stage: Stage) -> Stage:
    """Inès and Tom organise, Awa mentors; a question comes every Monday."""
    stage.member("Inès", role="organiser")
    stage.member("Tom", role="organiser", locale="en")
    stage.member("Awa")

    def fill(scope: Scope) -> None:
        mentors = groups.make(scope, "Mentors")
        groups.add(scope, mentors.id or 0, [stage.id_of("Awa", scope)])
        rituals.plan(scope, Plan(kind="prompt", name="La question", rhythm=MONDAYS))
        rituals.plan(scope, Plan(kind="digest", name="Les nouvelles", rhythm=MONDAYS))

    stage.work(fill, "Inès")
    return stage


WRITING = """
Inès > /rituel questions la question
Inès < Ces questions viennent à tour de rôle. … La question 8 questions toutes prêtes … [Écrire une question] [C’est bien ainsi]
Inès > [Écrire]
Inès < Écrivez la question telle qu’on la lira. {name} devient le prénom de chaque personne, …
"""


def test_the_preview_has_the_community_s_name(people: Stage) -> None:
    play(people, WRITING)
    people.says("Inès", "{name}, que faites-vous à {community} ?")
    for step in ("Passer", "Non", "une question"):
        people.taps("Inès", step)
    (shown,) = [each for each in people.spoken["dm:Inès"] if each.card and any(each.card)][-1:]
    assert "{community}" not in str(shown.card)
    assert "…" not in str(shown.card)


def write(stage: Stage) -> None:
    """Inès writes a question, with other words for mentors."""
    play(stage, WRITING)
    stage.says("Inès", "{name}, qu’avez-vous appris ?")
    play(
        stage,
        """
        Inès < Et pour qui lit « English » ? … [Passer]
        Inès > [Passer]
        Inès < Un groupe doit-il lire autre chose ? [Non] [Mentors]
        Inès > [Mentors]
        Inès < Et que lira le groupe « Mentors » ?
        Inès > Qu’avez-vous transmis ?
        Inès < Et pour qui lit « English » ? …
        Inès > What did you pass on?
        Inès < Quelle forme a la question que vous venez d’écrire ? … [un récit] [une question] [un défi] [une astuce] [un merci]
        Inès > [un merci]
        Inès < Voici ce qu’on lira : La question tout le monde (Français) : Inès, qu’avez-vous appris ? Mentors (Français) : Qu’avez-vous transmis ? Mentors (English) : What did you pass on?
        Inès < Je la garde ? … [Oui] [Non]
        Inès > [Oui]
        Inès < C’est gardé. …
        """,
    )


def pool(stage: Stage) -> PromptSettings:
    def look(scope: Scope) -> PromptSettings:
        return PromptSettings.model_validate(plans.get(scope, 1).settings)

    found: PromptSettings = stage.work(look)
    return found


def test_a_question_of_ones_own_rotates_with_the_others(people: Stage) -> None:
    write(people)
    own = pool(people).own[0]
    assert (own.format, len(pool(people).pool)) == ("gratitude", 9)
    assert prompts.words_for(own, "en", ["Mentors"]) == "What did you pass on?"
    assert prompts.words_for(own, "en") == "{name}, qu’avez-vous appris ?"


def test_only_ones_own_and_one_that_comes_no_more(people: Stage) -> None:
    write(people)
    play(
        people,
        """
        Inès > /ritual prompts la question
        Inès < … • {name}, qu’avez-vous appris ? (un merci) … [Écrire une question] [En retirer] [Seulement les nôtres]
        Inès > [Seulement les nôtres]
        Inès < C’est fait : seules vos questions viennent désormais.
        Inès > /ritual prompts la question
        Inès < … Aucune question toute prête ne vient s’y ajouter. [Écrire une question] [En retirer] [C’est bien ainsi]
        Inès > [En retirer]
        Inès < Lesquelles ne doivent plus venir ? [{name}, qu’avez-vous appris]
        Inès > [{name}, qu’avez-vous appris]
        Inès < Ce rituel n’a aucune question à poser …
        """,
    )
    assert len(pool(people).pool) == 1


def test_one_that_is_being_asked_stays_until_its_answers_are_gathered(people: Stage) -> None:
    write(people)
    people.work(lambda scope: own_prompts.only_own(scope, 1), "Inès")
    people.work(lambda scope: rituals.run_now(scope, 1), "Inès")
    own = pool(people).own[0].id
    with pytest.raises(rituals.WrongRitual) as wrong:
        people.work(lambda scope: own_prompts.take_out(scope, 1, [own]), "Inès")
    assert wrong.value.why == "asked-now"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Bonjour {prenom} ?", "Je ne connais pas {prenom} dans ce texte. …"),
        ("x" * 901, "C’est trop long : 901 caractères, pour 900 au plus. …"),
    ],
)
def test_what_cannot_be_said_is_asked_again_in_one_line(
    people: Stage, words: str, said: str
) -> None:
    play(people, WRITING)
    people.says("Inès", words)
    play(people, f"Inès < {said}")
    assert not pool(people).own


def test_an_english_organiser_is_told_in_english(people: Stage) -> None:
    play(people, "Tom > /ritual prompts la question\nTom < …\nTom > [Write a question]\nTom < …")
    people.says("Tom", "Hello {first}?")
    play(people, "Tom < I don’t know {first} in this text. What I can fill in: …")
    people.says("Tom", "x" * 901)
    play(people, "Tom < That is too long: 901 characters, where 900 fit. …")


def test_a_ritual_without_questions_says_so(people: Stage) -> None:
    play(
        people,
        "Inès > /rituel questions nouvelles\nInès < « Les nouvelles » ne pose pas de questions …",
    )


def test_days_without_rituals_are_kept_in_chat(people: Stage) -> None:
    play(
        people,
        """
        Inès > /rituel fériés
        Inès < Aucun jour sans rituel n’est noté. [En ajouter] [C’est bien ainsi]
        Inès > [En ajouter]
        Inès < Quels jours ? …
        Inès > le 32 mai
        Inès < le 32 mai n’est pas un jour : …
        Inès > 1 mai, 25 décembre et lundi de Pâques
        Inès < lundi de Pâques n’est pas un jour : …
        Inès > 1 mai, 25 décembre et 7 décembre 2026
        Inès < Ces jours-là, aucun rituel ne tombe : • 1er mai, chaque année • 25 décembre, chaque année • lundi 7 décembre 2026
        Tom > /ritual holidays
        Tom < On these days no ritual falls: • the 1st of May, every year • the 25th of December, every year • Monday 7 December 2026 [Add some] [Take some out] [That’s fine]
        Tom > [Take some out]
        Tom < Which ones shall go? …
        Tom > [the 1st of May]
        Tom < On these days no ritual falls: • the 25th of December, every year • …
        """,
    )
    assert people.work(days_off.holidays) == {"12-25", "2026-12-07"}
    play(
        people,
        "Awa > /ritual holidays\nAwa < Cela demande un rôle que vous n’avez pas. …",
    )


def test_a_run_that_was_left_out_stays_out_when_the_holidays_change(people: Stage) -> None:
    people.work(lambda scope: rituals.skip_next(scope, 1), "Inès")
    people.work(lambda scope: plans.keep_holidays(scope, ["12-25"]), "Inès")
    following = people.work(lambda scope: plans.get(scope, 1).next_due_at)
    assert f"{following:%m-%d}" == "12-07"
