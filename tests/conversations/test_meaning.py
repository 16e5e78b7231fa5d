"""What somebody writes leads to the dialogue it means; when in doubt, to one short question."""

from __future__ import annotations

import pytest

from community import profiles
from conversations.meaning import LIKELY, SURE, VERY_SURE, next_step
from conversations.testing import Stage
from conversations.transcripts import play
from conversations.understanding import Understanding
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Inès organises, Olga moderates."""
    stage.member("Inès", role="organiser")
    stage.member("Zoé")
    stage.member(
        "Nadia Diallo", headline="Maçonne", offers=["maçonnerie"], wants=["chanter"],
        experiences=["bâtir une maison"],
    )  # fmt: skip
    stage.member("Nadia Roux", headline="Libraire")
    return stage


def test_a_need_in_other_words_begins_a_request(town: Stage) -> None:
    play(
        town,
        """
        Zoé > Bonjour ! Je refais ma cave. Quelqu'un s'y connaît en maçonnerie ?
        Zoé < Pour « maçonnerie », … [Nadia Diallo]
    """,
    )


def test_an_offer_is_added_after_a_yes_and_never_twice(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je peux aider en apiculture
        Zoé < Merci ! J’ajoute « apiculture » à ce que vous proposez ? [Oui] [Pas maintenant]
        Zoé > [Oui]
        Zoé < C’est enregistré. …
        Zoé > je peux aider en Apiculture
        Zoé < « Apiculture » y est déjà. …
    """,
    )


def test_an_offer_that_is_not_confirmed_changes_nothing(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je peux aider en apiculture
        Zoé < Merci ! … [Pas maintenant]
        Zoé > [Pas maintenant]
        Zoé < Très bien, rien ne change.
    """,
    )


def test_who_somebody_is_shows_the_card_they_show(town: Stage) -> None:
    town.says("Zoé", "c'est qui Nadia Diallo ?")
    (shown,) = town.heard["dm:Zoé"]
    assert shown.card == (
        "Nadia Diallo", "Maçonne", "Propose\u202f: maçonnerie", "A vécu\u202f: bâtir une maison",
    )  # fmt: skip


def test_which_of_two_is_asked(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /who Nadia
        Zoé < Laquelle de ces personnes ? [Nadia Diallo] [Nadia Roux] [Quelqu’un d’autre]
        Zoé > [Nadia Roux]
        Zoé < Voici comment Nadia Roux se présente : Nadia Roux Libraire
        Zoé > /who Bertrand
        Zoé < Je ne trouve personne du nom de « Bertrand ». …
    """,
    )


def test_a_pause_until_a_day_needs_no_question(town: Stage) -> None:
    play(
        town,
        """
        Zoé > mets-moi en pause jusqu'au 15 janvier
        Zoé < C’est noté : plus aucune demande avant le vendredi 15 janvier. …
        Zoé > je suis de retour
        Zoé < Content de vous retrouver, Zoé ! …
    """,
    )


def test_a_pause_until_no_day_is_asked_about(town: Stage) -> None:
    play(
        town,
        """
        Zoé > mets-moi en pause
        Zoé < Jusqu’à quand vous laisser tranquille ? …
    """,
    )


def test_leaving_is_a_choice(town: Stage) -> None:
    play(
        town,
        """
        Zoé > désinscris-moi de la liste
        Zoé < Je comprends. Que préférez-vous ? [Ne plus rien recevoir] [Tout effacer] [Rester]
        Zoé > [Ne plus rien recevoir]
        Zoé < Entendu : je ne vous écrirai plus de moi-même. …
    """,
    )


def test_a_wish_to_meet_goes_to_the_team_when_it_may(town: Stage) -> None:
    play(
        town,
        """
        Zoé > peux-tu me présenter à Nadia Roux ?
        Zoé < Souhaitez-vous que je transmette à l’équipe … : Nadia Roux ? … [Oui, transmettez] [Laisser]
        Zoé > [Oui, transmettez]
        Inès < Zoé écrit à l’équipe : « peux-tu me présenter à Nadia Roux ? »
        Zoé < C’est transmis à l’équipe…
    """,
    )


def test_profile_data_and_thanks_lead_where_they_should(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je voudrais modifier ma fiche
        Zoé < Voici votre profil… [Le garder ainsi]
        Zoé > [Le garder ainsi]
        Zoé < Très bien, rien ne change.
        Zoé > quelles données as-tu sur moi ?
        Zoé < Tout cela est à vous. … [Tout garder]
        Zoé > [Tout garder]
        Zoé < Rien n’est effacé.
        Zoé > merci beaucoup
        Zoé < Avec plaisir ! …
    """,
    )


def meant(intent: str, sure: float, **spans: str) -> Understanding:
    return Understanding(intent=intent, confidence=sure, **spans)


def test_when_unsure_it_asks_and_when_more_so_it_says_so() -> None:
    doubtful = meant("find_help", SURE - 0.1, topic="X")
    step = next_step(doubtful, text="X", asked=False)
    assert step is not None
    assert step[0] == "unsure"
    assert next_step(doubtful, text="X", asked=True) is None
    assert next_step(meant("find_help", 0.1, topic="X"), text="X", asked=False) is None
    certain = next_step(meant("find_help", VERY_SURE, topic="X"), text="X", asked=True)
    assert certain == ("ask", {"need": "X"})


def doubt(town: Stage) -> None:
    """The bot is not sure what Zoé wants."""
    step = next_step(meant("find_help", LIKELY, topic="maçonnerie"), text="maçonnerie", asked=False)
    assert step is not None
    name, args = step
    town.work(lambda scope: scope.notify(town.id_of("Zoé", scope), name, **args))
    town.settle()


def test_a_doubt_is_cleared_up_with_one_button(town: Stage) -> None:
    doubt(town)
    play(
        town,
        """
        Zoé < Cherchez-vous quelqu’un pour « maçonnerie » ? [Oui] [Non, autre chose]
        Zoé > [Oui]
        Zoé < Pour « maçonnerie », … [Nadia Diallo]
    """,
    )


def test_a_wrong_guess_is_let_go(town: Stage) -> None:
    doubt(town)
    play(
        town,
        """
        Zoé < Cherchez-vous … [Non, autre chose]
        Zoé > [Non, autre chose]
        Zoé < D’accord. Dites-le-moi avec d’autres mots, ou écrivez /aide.
    """,
    )


NEED = "qui s'y connaît en maçonnerie ici ?"


def test_in_a_channel_it_keeps_silent_until_organisers_allow_more(town: Stage) -> None:
    town.says("Zoé", NEED, place="general")
    assert not town.heard["dm:Zoé"]
    town.says("Inès", "/listen on", place="general")
    play(town, "Inès < C’est noté : qui cherche de l’aide dans ce canal …")
    town.says("Zoé", "on mange où ce midi ?", place="general")
    town.says("Zoé", NEED, place="elsewhere")
    assert not town.heard["dm:Zoé"]
    town.says("Zoé", NEED, place="general")
    play(
        town,
        """
        Zoé < J’ai vu que vous cherchez de l’aide pour « maçonnerie » … [Oui, demandez] [Non merci]
        Zoé > [Oui, demandez]
        Zoé < Pour « maçonnerie », … [Nadia Diallo]
    """,
    )
    assert not town.heard["general"]


def test_one_offer_stands_at_a_time_and_a_refused_subject_rests(town: Stage) -> None:
    town.says("Inès", "/listen on", place="general")
    for _ in range(3):
        town.says("Zoé", NEED, place="general")
    town.says("Zoé", "qui s'y connaît en plomberie ici ?", place="general")
    offered = "J’ai vu que vous cherchez de l’aide"
    assert sum(offered in each.text for each in town.heard["dm:Zoé"]) == 1
    play(
        town,
        """
        Inès < C’est noté : …
        Zoé < J’ai vu que vous cherchez de l’aide pour « maçonnerie » … [Oui, demandez] [Non merci]
        Zoé > [Non merci]
    """,
    )
    town.heard.clear()
    town.says("Zoé", NEED, place="general")
    assert not town.heard["dm:Zoé"]
    town.says("Zoé", "qui s'y connaît en plomberie ici ?", place="general")
    play(town, "Zoé < J’ai vu que vous cherchez de l’aide pour « plomberie » …")


@pytest.mark.parametrize(
    "words",
    ["Passerelle est un super projet", "passerelle de Noël : qui vient ?",
     "Passerelles piétonnes à refaire", "écrivez à zoe@passerelle.org"],
)  # fmt: skip
def test_whoever_speaks_of_a_bridge_does_not_speak_to_the_bot(town: Stage, words: str) -> None:
    town.says("Zoé", words, place="general")
    assert not town.heard["dm:Zoé"]


@pytest.mark.parametrize(
    "words",
    ["Bonjour @passerelle, qui s'y connaît en maçonnerie ?",
     "Passerelle, qui s'y connaît en maçonnerie ?", "<@Passerelle> qui s'y connaît en maçonnerie ?"],
)  # fmt: skip
def test_whoever_names_the_bot_anywhere_is_answered(town: Stage, words: str) -> None:
    town.says("Zoé", words, place="general")
    play(town, "Zoé < Pour « maçonnerie », … [Nadia Diallo]")


def test_whoever_calls_the_bot_is_answered_where_it_listens(town: Stage) -> None:
    """Only “@Passerelle” was: “coucou le bot” got the offer of a channel, or silence."""
    town.says("Zoé", "coucou le bot, qui s'y connaît en maçonnerie ?", place="general")
    assert not town.heard["dm:Zoé"]
    town.says("Inès", "/listen on", place="general")
    town.says("Zoé", "le bot est en panne", place="general")
    assert not town.heard["dm:Zoé"]
    town.says("Zoé", "@bot laisse-moi tranquille jusqu'à lundi", place="general")
    assert "plus aucune demande avant le lundi" in town.heard["dm:Zoé"].pop().text
    town.says("Zoé", "coucou le bot, qui s'y connaît en maçonnerie ?", place="general")
    assert "Nadia Diallo" in town.heard["dm:Zoé"].pop().labels


def test_listening_can_be_ended_and_only_organisers_decide(town: Stage) -> None:
    town.says("Zoé", "/listen on", place="general")
    play(town, "Zoé < Cela demande un rôle que vous n’avez pas. …")
    town.says("Inès", "/listen on", place="general")
    town.says("Inès", "/ecoute off", place="general")
    play(
        town,
        """
        Inès < C’est noté : qui cherche de l’aide dans ce canal …
        Inès < C’est noté : dans ce canal, je ne propose plus rien de moi-même.
        Inès > /listen on
        Inès < Écrivez cette commande dans le canal …
    """,
    )
    town.says("Zoé", NEED, place="general")
    assert not town.heard["dm:Zoé"]


def test_whoever_is_paused_is_offered_nothing(town: Stage) -> None:
    town.says("Inès", "/listen on", place="general")
    town.says("Zoé", "mets-moi en pause jusqu'au 15 janvier")
    town.heard.clear()
    town.says("Zoé", NEED, place="general")
    assert not town.heard["dm:Zoé"]


def test_an_explanation_below_a_guess_is_read_as_what_it_says(stage: Stage) -> None:
    """“Non” before it made nothing of it, and one of the questions was refused every word."""
    stage.member("Zoé", offers=["peinture"])
    stage.member("Awa", offers=["comptabilité"])
    play(
        stage,
        """
        Zoé > pause café
        Zoé < Voulez-vous une pause, sans demandes ? [Oui] [Non, autre chose]
        Zoé > mais non, je propose de la couture
        Zoé < Voulez-vous proposer votre aide pour « couture » ? …
        Zoé > non, je cherche un comptable
        Zoé < Pour « comptable », j’ai pensé à cette personne. … [Awa] …
        Zoé > laisser tomber
        Zoé < …
        Zoé > je ne veux plus faire de peinture
        Zoé < Je préfère demander : que voulez-vous ? … [Partir d’ici] [Autre chose]
        Zoé > aider les autres
        Zoé < Je n’ai pas reconnu cette réponse. … [Partir d’ici] [Autre chose]
        Zoé > autre chose
        Zoé < D’accord. Dites-le-moi avec d’autres mots…
        Zoé > je ne veux plus faire de peinture
        Zoé < Je préfère demander : que voulez-vous ? …
        Zoé > partir
        Zoé < Je comprends. Que préférez-vous ? …
        """,
    )


def test_offers_of_several_things_and_moods_are_no_needs(stage: Stage) -> None:
    stage.member("Zoé")
    play(
        stage,
        """
        Zoé > je propose de l'aide en repassage et en couture
        Zoé < Merci ! J’ajoute « repassage, couture » à ce que vous proposez ? …
        Zoé > oui
        Zoé < C’est enregistré. … Propose : repassage et couture …
        Zoé > je suis triste
        Zoé < Je suis désolé de le lire. … /equipe. …
        Zoé > désinscris-moi
        Zoé < Je comprends. Que préférez-vous ? …
        Zoé > [Tout effacer]
        Zoé < Rien n’est encore effacé. … [Tout garder] [Tout effacer] …
        Zoé > [Tout garder]
        Zoé < …
        Zoé > tu peux arreter de mecrire
        Zoé < Entendu : je ne vous écrirai plus de moi-même. …
    """,
    )
    assert stage.work(profiles.mine, "Zoé").offers == ["repassage", "couture"]
