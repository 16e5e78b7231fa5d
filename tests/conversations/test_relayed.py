"""Promise 4: no way to be reached goes out in words; and what a peer should not carry alone."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, CommunityText, Introduction, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Awa helps; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


def test_a_need_is_sent_without_what_was_found_and_the_context_is_written_anew(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask comptabilité, 06 12 34 56 78
        Zoé < Un instant : j’y vois de quoi vous joindre (06 12 34 56 78). … [Envoyer sans]
        Zoé > [Envoyer sans]
        Zoé < Pour « comptabilité, … », j’ai pensé à … [Awa]
        Zoé > [Awa]
        Zoé < Voulez-vous ajouter …
        Zoé > écrivez-moi : zoe@exemple.org
        Zoé < Un instant : … (zoe@exemple.org). …
        Zoé > avant le 15/01/2027, ou zoe.exemple.fr
        Zoé < Un instant : … (zoe.exemple.fr). …
        Zoé > avant le 15/01/2027, budget de 12 000 €
        Awa < Quelqu’un de la communauté … « comptabilité, … ». … Contexte : avant le 15/01/2027, budget de 12 000 € …
        Zoé < Votre demande est partie vers Awa. …
    """,
    )
    asks = table(Ask)
    (row,) = town.write(lambda c: c.execute(select(asks.c.need, asks.c.context)).all())
    assert row == ("comptabilité, […]", "avant le 15/01/2027, budget de 12 000 €")


def test_a_helpers_question_and_its_answer_are_read_too(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », …
        Zoé > [Awa]
        Zoé < Voulez-vous ajouter …
        Zoé > [Passer]
        Awa < Quelqu’un de la communauté …
        Zoé < Votre demande est partie vers Awa. …
        Awa > [En savoir plus]
        Awa < Que voulez-vous savoir ?
        Awa > On en parle sur t.me/awa ?
        Awa < Un instant : j’y vois de quoi vous joindre (t.me/awa). …
        Awa > [Envoyer sans]
        Zoé < À propos de « comptabilité », on vous demande d’abord : « On en parle sur … ? ». …
        Awa < C’est demandé, …
        Zoé > appelez le 06 12 34 56 78
        Zoé < Un instant : …
        Zoé > [Envoyer sans]
        Awa < Voici la précision … Réponse : « appelez le … » …
        Zoé < Merci, j’ai transmis.
    """,
    )
    rows = table(Introduction)
    said = town.write(lambda c: c.execute(select(rows.c.question, rows.c.details)).all())
    assert [tuple(each) for each in said] == [("On en parle sur […] ?", "appelez le […]")]


WRITTEN = "Zoé > /ask comptabilité\nZoé > Awa\nZoé > mon budget, voir budget.exemple.org"


def screened(town: Stage, words: str) -> None:
    """Zoé answers so when she is shown what would give a way to reach her."""
    for line in WRITTEN.splitlines():
        town.says("Zoé", line.removeprefix("Zoé > "))
    assert "Un instant" in town.spoken["dm:Zoé"][-1].text
    town.says("Zoé", words)


@pytest.mark.parametrize(
    "words",
    ["yes", "ok", "oui", "d'accord", "oui envoie sans", "oui, envoie sans", "send",
     "yes please send it without"],
)  # fmt: skip
def test_a_yes_sends_the_words_without_what_was_found(town: Stage, words: str) -> None:
    screened(town, words)
    assert "mon budget, voir […]" in " ".join(town.spoken["dm:Awa"][-1].card)


@pytest.mark.parametrize("words", ["no", "non", "non merci"])
def test_a_no_asks_for_other_words(town: Stage, words: str) -> None:
    screened(town, words)
    assert not town.spoken["dm:Awa"]
    assert "Comment le diriez-vous" in town.spoken["dm:Zoé"][-1].text
    assert town.spoken["dm:Zoé"][-1].labels == ("Envoyer sans",)
    town.says("Zoé", "mon budget de décembre")
    assert "mon budget de décembre" in " ".join(town.spoken["dm:Awa"][-1].card)


@pytest.mark.parametrize("words", ["never mind", "laisse tomber"])
def test_never_mind_drops_what_was_to_be_sent(town: Stage, words: str) -> None:
    screened(town, words)
    assert not town.spoken["dm:Awa"]
    assert town.spoken["dm:Zoé"][-1].text == "C’est annulé."


def test_a_moderators_reason_is_read_too(town: Stage) -> None:
    play(
        town,
        """
        Inès > /intro @Zoé @Awa
        Inès < Zoé et Awa : qu’auraient ces deux personnes à se dire ? …
        Inès > appelez Awa au 06 12 34 56 78
        Inès < Un instant : …
        Inès > [Envoyer sans]
        Zoé < Inès, de l’équipe, pense … « appelez … au … ». …
        Awa < Inès, de l’équipe, pense …
        Inès < Je pose la question à Zoé et à Awa, …
    """,
    )
    needs = town.write(lambda c: c.execute(select(table(Ask).c.need)).scalars().all())
    assert needs == ["appelez […] au […]"]


@pytest.mark.parametrize(
    "words", ["j'ai envie de mourir", "I want to kill myself", "je veux en finir avec la vie"]
)
def test_distress_in_plain_words_is_answered_as_such(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < … 3114 … [En parler à l’équipe] [Laisser tomber]")


@pytest.mark.parametrize("words", ["Marc me harcèle", "Marc is threatening me"])
def test_whoever_is_harmed_by_somebody_is_led_to_the_team(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < … [En parler à l’équipe] [Laisser tomber]")


def test_a_hard_subject_is_answered_with_help_and_the_team(town: Stage) -> None:
    policy = {"kind": "policy", "locale": "fr", "words": "Ici, on écoute, on ne soigne pas."}
    town.write(lambda c: c.execute(
        table(CommunityText).insert().values(community_id=town.community_id, **policy)
    ))  # fmt: skip
    play(
        town,
        """
        Zoé > qui peut m'aider avec mon envie de mourir ?
        Zoé < Ce que vous traversez semble lourd, … 3114 … Ici, on écoute, on ne soigne pas. [En parler à l’équipe] [Demander aussi ici] [Laisser tomber]
        Zoé > [En parler]
        Zoé < Qu’aimeriez-vous dire à l’équipe ? …
        Zoé > je voudrais parler
        Inès < Zoé écrit à l’équipe : « je voudrais parler »
        Zoé < C’est transmis à l’équipe, …
        Zoé > /rules
        Zoé < S’entraider. • Bienveillance. Ici, on écoute, on ne soigne pas.
    """,
    )


@pytest.mark.parametrize(
    ("need", "number"),
    [
        ("une urgence médicale", "112"),
        ("mon mari me frappe", "3919"),
        ("un enfant en danger", "119"),
    ],
)
def test_every_subject_names_where_help_is_and_asking_stays_free(
    town: Stage, need: str, number: str
) -> None:
    play(
        town,
        f"""
        Zoé > /ask {need}
        Zoé < … {number} …
        Zoé > [Demander aussi ici]
        Zoé < Je ne vois encore personne pour « {need} ». …
        Zoé > [Laisser]
        Zoé < Très bien. …
        Zoé > /ask {need}
        Zoé < … {number} …
        Zoé > [Laisser tomber]
        Zoé < D’accord. L’équipe est là quand vous voulez : /equipe
    """,
    )


def test_in_english_the_numbers_are_those_of_english_readers(stage: Stage) -> None:
    stage.member("Tom", locale="en")
    play(
        stage,
        """
        Tom > /ask I want to die
        Tom < What you are going through sounds heavy, … 116 123; … 988; …
        Tom > [Never mind]
        Tom < All right. …
    """,
    )


def test_newcomers_read_the_policy_below_the_rules(stage: Stage) -> None:
    policy = {"kind": "policy", "locale": "fr", "words": "Les membres sont majeurs."}
    stage.write(lambda c: c.execute(
        table(CommunityText).insert().values(community_id=stage.community_id, **policy)
    ))  # fmt: skip
    play(
        stage,
        """
        Zoé joins
        Zoé < Bonjour et bienvenue …
        Zoé > [Français]
        Zoé < Bienvenue parmi …
        Zoé < Voici ce que nous nous promettons : • Bienveillance. Les membres sont majeurs. Cela vous convient ?
    """,
    )
